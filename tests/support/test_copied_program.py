"""A copy of the program is a process of its own, with the surroundings it is given."""

from __future__ import annotations

from pathlib import Path

from tests.support.copied_program import run_copy
from tests.support.proven_site import FILES, LOCK, texts
from tests.support.types import WriteSite


def test_a_call_ends_with_its_status_and_what_it_said(tmp_path: Path) -> None:
    ended = run_copy("check", "--site", "nowhere", cwd=tmp_path)
    assert (ended.status, ended.stdout) == (2, "")
    assert ended.stderr.startswith("Usage: build.py check ")
    assert "'nowhere' does not exist" in ended.stderr


def test_file_modes_are_heeded_and_the_mask_of_new_files_too(
    write_site: WriteSite, tmp_path: Path
) -> None:
    root = write_site(FILES)
    (root / "site.yaml").chmod(0)
    assert "Permission denied" in run_copy("check", "--site", root).stderr
    (root / "site.yaml").chmod(0o600)
    texts(tmp_path / "texts")
    update = ("verify", "--update", "--site", root, "--sources", tmp_path / "texts")
    assert run_copy(*update, umask=0o027).status == 0
    assert (root / LOCK).stat().st_mode & 0o777 == 0o640


def test_what_is_said_is_written_in_the_encoding_of_the_terminal(write_site: WriteSite) -> None:
    root = write_site({"content/areas.yaml": "国😀: {}\n"})
    utf8, latin = (
        run_copy("check", "--site", root, encoding=code) for code in ("utf-8", "latin-1")
    )
    assert "国😀" in utf8.stderr
    assert "国" not in latin.stderr
    assert latin.status == utf8.status == 1
