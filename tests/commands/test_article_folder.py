"""``extract FOLDER``: a line of JSON for each article, the same whatever the number of processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.cli import main
from statsite.commands.article_folder import article_lines
from tests.support.other_processes import children, is_there
from tests.support.paths import ROOT

TEXT = "（2025年3月1日）\n2024年建成公园{}个，面积近3.5万平方米。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty articles, more than two batches, some of them in a folder of their own."""
    for number in range(40):
        path = tmp_path / ("later" if number > 30 else ".") / f"{number:02}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.format(number + 10), encoding="utf-8")
    return tmp_path


def test_each_article_is_a_line_in_the_order_of_names(folder: Path) -> None:
    (folder / "notes.md").write_text("2024年建成公园7个。", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "00.txt")
    told = [json.loads(line.json) for line in article_lines(folder, 1)]
    assert [one["file"] for one in told] == [
        *(f"{number:02}.txt" for number in range(31)),
        *(f"later/{number:02}.txt" for number in range(31, 40)),
    ]
    assert [one["quantities"][0]["value"] for one in told] == [
        str(number + 10) for number in range(40)
    ]


def test_an_article_in_a_thousand_folders_in_each_other_is_read(tmp_path: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    os.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")  # noqa: PTH102 - a whole path would be longer than the system takes at once
        os.chdir("d")
    Path("a.txt").write_text(TEXT.format(7), encoding="utf-8")
    os.fchdir(here)
    os.close(here)
    (line,) = article_lines(tmp_path, 1)
    _remove_chain(tmp_path / "d")  # pytest cannot: it goes down folder by folder
    assert json.loads(line.json)["file"] == "d/" * 1200 + "a.txt"


def _remove_chain(folder: Path) -> None:
    """Take the folders in each other away from outside in, down to the innermost."""
    rest = folder.with_name("rest")
    while (folder / "d").exists():
        (folder / "d").rename(rest)
        folder.rmdir()
        rest.rename(folder)


def test_two_processes_give_the_same_lines(folder: Path) -> None:
    assert list(article_lines(folder, 2)) == list(article_lines(folder, 1))


def test_a_line_holds_what_the_article_alone_gives(folder: Path) -> None:
    alone = CliRunner().invoke(main, ["extract", str(folder / "00.txt"), "--format", "json"])
    first = json.loads(next(article_lines(folder, 1)).json)
    assert first == {"file": "00.txt", **json.loads(alone.output)}


def test_an_article_that_cannot_be_read_says_why_and_the_others_are_there(folder: Path) -> None:
    (folder / "05.txt").write_bytes(b"\xff\xfe\x00")
    result = CliRunner().invoke(main, ["extract", str(folder), "--jobs", "1"])
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one for one in told if "error" in one] == [
        {"file": "05.txt", "error": "it is not UTF-8"}
    ]
    assert len(told) == 40
    assert "1 article could not be read" in result.stderr
    assert result.exit_code == 1


@pytest.fixture
def reading(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program of two processes that reads articles and waits for whoever takes its lines."""
    for number in range(40, 2000):
        (folder / f"{number}.txt").write_text(TEXT.format(number) * 20, encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py"), "extract", str(folder), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:  # noqa: S603 - our own program
        assert program.stdout is not None
        assert program.stdout.readline()
        yield program
        program.kill()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_the_one_that_began_them(
    reading: subprocess.Popen[bytes], how: signal.Signals
) -> None:
    processes = children(reading.pid)
    assert len(processes) > 2
    reading.send_signal(how)
    while any(map(is_there, processes)):
        time.sleep(0.01)


@pytest.mark.usefixtures("impatient")
def test_a_process_that_was_ended_is_told_of(reading: subprocess.Popen[bytes]) -> None:
    os.kill(children(reading.pid)[-1], signal.SIGKILL)
    _, said = reading.communicate()
    assert said.startswith(b"error: a process that read articles was ended, ")
    assert (reading.returncode, said.count(b"\n")) == (1, 1)


def test_a_draft_of_a_folder_is_refused(folder: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(folder), "--format", "yaml"])
    assert (result.exit_code, "a draft is of one article" in result.output) == (2, True)


def test_a_folder_without_articles_gives_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert (result.exit_code, result.output) == (0, "")
