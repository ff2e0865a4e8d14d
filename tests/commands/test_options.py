"""Every command explains its options, and refuses what they cannot be."""

from __future__ import annotations

import pytest

from tests.support.command_line import run_without_texts


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("verify", ("--site", "--sources", "--update", "--coverage")),
        ("audit", ("--seed", "--format")),
    ],
)
def test_every_command_explains_its_options(command: str, options: tuple[str, ...]) -> None:
    result = run_without_texts(command, "--help")
    assert result.exit_code == 0
    assert [option for option in options if option not in result.stdout] == []
