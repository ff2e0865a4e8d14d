"""Every command explains its options, and refuses what they cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statsite.commands.options import Jobs
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


@pytest.mark.parametrize(("cores", "jobs"), [({3}, 1), ({0, 5, 6}, 3), (set(range(99)), 64)])
def test_there_are_as_many_processes_as_cores(
    cores: set[int], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: cores)
    assert Jobs().convert("auto", None, None) == jobs


#: Every argument of every command that is a path.
PATHS = (
    ("build", "--output", "PATH"),
    ("build", "--cache", "PATH"),
    ("build", "--site", "PATH"),
    ("build", "--require-verified", "--sources", "PATH"),
    ("check", "--site", "PATH"),
    ("diff", "HEAD", "--site", "PATH"),
    ("diff", "HEAD", "--sources", "PATH"),
    ("extract", "PATH"),
    ("serve", "--site", "PATH"),
    ("serve", "--cache", "PATH"),
    ("verify", "--site", "PATH"),
    ("verify", "--sources", "PATH"),
    ("audit", "--site", "PATH"),
    ("audit", "--sources", "PATH"),
)


@pytest.mark.parametrize("call", PATHS, ids=" ".join)
@pytest.mark.parametrize("step", ["a/", "../", "./"])
def test_a_path_through_two_thousand_folders_is_a_wrong_call_in_one_line(
    call: tuple[str, ...], step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run_without_texts(*(2000 * step + "x" if one == "PATH" else one for one in call))
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].endswith("leads through more than 200 folders")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["dir:PATH", "PATH"])
def test_a_state_within_two_thousand_folders_is_a_wrong_call_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "site.yaml").write_text("", encoding="utf-8")
    result = run_without_texts("diff", name.replace("PATH", "a/../" * 700))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
