"""Builds keep things in a folder that only their user can fill, and write into none that a site is
made from.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.commands.folders import cache_folder, refuse_inside


def test_the_option_comes_before_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATSITE_CACHE", str(tmp_path / "variable"))
    assert cache_folder(tmp_path / "option", tmp_path / "site") == tmp_path / "option"
    assert cache_folder(None, tmp_path / "site") == tmp_path / "variable"


def test_a_folder_that_others_can_write_to_is_none_with_a_notice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    assert cache_folder(tmp_path / "open", tmp_path / "site") is None
    assert capsys.readouterr().err.startswith("notice: the cache ")


def test_a_folder_in_the_output_is_none_with_a_notice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The records of builds would be published, and the next build would refuse them."""
    assert cache_folder(tmp_path / "out", tmp_path / "site", tmp_path / "out") is None
    assert capsys.readouterr().err.endswith("is not used: it lies in the output\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("output", "is_refused"),
    [("content", True), ("content/a/b", True), ("content/../out", False), ("contents", False)],
)
def test_an_output_in_what_a_site_is_made_from_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str, *, is_refused: bool
) -> None:
    folders = (tmp_path / "content", tmp_path / "templates")
    if not is_refused:
        refuse_inside(folders, tmp_path / output)
        return
    with pytest.raises(SystemExit):
        refuse_inside(folders, tmp_path / output)
    assert "would lie in content, which a site is made from" in capsys.readouterr().err
