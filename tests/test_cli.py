"""The commands keep their promises: exit codes, formats, one clear line for what cannot be done,
and never a traceback.
"""

from __future__ import annotations

import re
import shutil

import pytest

from statsite.cli import COMMANDS
from tests.support.command_line import run
from tests.support.copied_program import run_copy
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("build", ("--site", "--output", "--jobs", "--strict", "--base-url")),
        ("check", ("--site", "--format", "--strict", "--base-url")),
        ("serve", ("--site", "--port")),
    ],
)
def test_every_command_explains_its_options(command: str, options: tuple[str, ...]) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert [option for option in options if option not in result.stdout] == []


def test_the_help_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert [name for name in COMMANDS if name not in result.stdout] == []


def test_the_help_tells_of_every_command_its_whole_first_sentence() -> None:
    told = run("--help").stdout.partition("Commands:")[2]
    of_command = re.split(rf"\n  (?:{'|'.join(COMMANDS)}) ", told)[1:]
    assert len(of_command) == len(COMMANDS)
    assert [text for text in of_command if not text.strip().endswith(".")] == []
    assert "the site as it is where NEW is left out." in " ".join(told.split())
    assert "bare name" not in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("biuld",),
        ("build", "--sites", "."),
        ("build", "--site", "no-such-folder"),
        ("build", "--site", "build.py"),
        ("build", "--jobs", "0"),
        ("build", "--base-url", "example.org"),
        ("build", "--base-url", ""),
        ("check", "--base-url", "javascript:alert(1)"),
        ("check", "--format", "xml"),
        ("check", "extra"),
        ("serve", "--port", "http"),
        ("serve", "--port", "99999"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_apart_from_wrong_content(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("files", "line"),
    [
        pytest.param(
            {"site.yaml": None},
            (
                "site.yaml:1:1: error: there is no site.yaml (a site is a folder with site.yaml "
                "and content/) [file-missing]"
            ),
            id="no site.yaml",
        ),
        pytest.param(
            {"site.yaml": b"\xff\xfe"},
            (
                "site.yaml:1:1: error: the file is not UTF-8; it looks like UTF-16 (save it again "
                "as UTF-8) [encoding-refused]"
            ),
            id="UTF-16",
        ),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_site_that_cannot_be_read_is_one_clear_line(
    write_site: WriteSite, command: str, files: dict[str, bytes | None], line: str
) -> None:
    result = run(command, "--site", write_site(files))
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == line
    assert len(result.output.splitlines()) == 2


def test_content_that_is_a_file_is_one_clear_line(write_site: WriteSite) -> None:
    root = write_site()
    shutil.rmtree(root / "content")
    (root / "content").write_text("x", encoding="utf-8")
    result = run("check", "--site", root)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "content:1:1: error: this file does not belong here (this must be a folder) [file-unknown]",
        "1 error, 0 warnings",
    ]


@pytest.mark.parametrize("folder", ["content", "content/datasets", "content/topics/elderly-care"])
def test_a_folder_that_may_not_be_read_is_one_clear_line(
    write_site: WriteSite, folder: str
) -> None:
    root = write_site()
    (root / folder).chmod(0)
    try:
        done = run_copy("check", "--site", root)
    finally:
        (root / folder).chmod(0o755)
    assert done.status == 1
    errors = [line for line in (done.stdout + done.stderr).splitlines() if ": error: " in line]
    assert errors == [
        f"{folder}:1:1: error: this cannot be read: Permission denied [file-unreadable]"
    ]
    assert "Traceback" not in done.stderr
