"""What commands say of what they did, and why they end."""

from __future__ import annotations

import pytest

from statsite.commands.reporting import count_of, give_up, print_each


@pytest.mark.parametrize(("number", "said"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_a_count_has_the_right_noun(number: int, said: str) -> None:
    assert count_of(number, "file") == said


def test_giving_up_is_one_line_and_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        give_up(ValueError("no such folder"), 2)
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", "error: no such folder\n")


def test_each_thing_that_is_told_has_a_line_on_the_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_each(iter([ValueError("first"), "second"]))
    assert capsys.readouterr() == ("", "first\nsecond\n")
