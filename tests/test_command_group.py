"""Every command ends with an exit status and at most one line that says why it could not go on: no
traceback, no hang.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from statsite import pipeline
from statsite.cli import COMMANDS
from tests.support.building import build_here
from tests.support.command_line import run
from tests.support.copied_program import run_copy
from tests.support.paths import ROOT, SITES
from tests.support.proven_site import FILES, LOCK, texts
from tests.support.types import WriteSite

SITE = SITES / "one-language"
README = ROOT / "README.md"


def shell(
    command: str, *, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What ``command`` of bash gives, in which ``build`` stands for the program; it has
    a minute.
    """
    program = f'build() {{ {sys.executable} {ROOT / "build.py"} "$@"; }}; {command}'
    variables = {**os.environ, **(environment or {})}
    done = subprocess.run(  # noqa: S603 - our own program
        ["bash", "-c", program],  # noqa: S607 - our own program
        cwd=cwd,
        env=variables,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    return done


def fail(*_arguments: object, **_named: object) -> None:
    raise KeyError("##[error]x\n\x1b[2J" + "y" * 10_000)


def test_a_python_without_the_dependencies_says_what_to_do() -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-S", str(ROOT / "build.py")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "error: click is not installed: run `make site`, then .venv/bin/python build.py\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_debug(command: str) -> None:
    assert "--debug" in run(command, "--help").stdout


@pytest.mark.parametrize("arguments", [("check",), ("build",)])
def test_an_unforeseen_failure_is_one_line_with_where_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(pipeline, "check", fail)
    result = run(*arguments, "--site", SITE)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: the program failed in test_command_group.py:")
    assert "KeyError: '\\u0023#[error]x" in result.stderr
    assert result.stderr.endswith(
        "yyy; please report this with the command you ran (--debug shows the trace)\n"
    )
    assert (result.stderr.count("\n"), len(result.stderr) < 500) == (1, True)


def test_a_machine_without_memory_is_no_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def take_too_much(*_arguments: object, **_named: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline, "check", take_too_much)
    result = run("check", "--site", SITE)
    assert (result.exit_code, result.output) == (1, "error: there is not enough memory\n")


@pytest.mark.parametrize("arguments", [("check", "--debug"), ("--debug", "check")], ids=" ".join)
def test_debug_shows_the_trace_as_well(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(pipeline, "check", fail)
    lines = run(*arguments, "--site", SITE).stderr.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1].startswith("error: the program failed in test_command_group.py:")
    assert not any("##[" in line or "\x1b" in line for line in lines)


def test_what_the_system_refuses_is_one_line_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device", "/some/file")

    monkeypatch.setattr(pipeline, "check", refuse)
    result = run("check", "--site", SITE)
    assert (result.exit_code, result.stderr) == (
        1,
        "error: /some/file: no space left on the disk\n",
    )


@pytest.mark.parametrize(
    ("redirected", "out", "err"),
    [("2>&-", 1, 0), (">&- 2>&- <&-", 0, 0), ("> >(head -0)", 0, 0), (">/dev/full", 0, 1)],
)
def test_a_build_whose_streams_are_closed_is_a_build(
    tmp_path: Path, redirected: str, out: int, err: int
) -> None:
    done = shell(
        f"build build --site {SITE} --output {tmp_path}/out --base-url https://example.org --jobs 1 "
        f"{redirected}"
    )
    assert done.returncode == err
    assert (done.stdout.count(b"\n"), done.stderr.count(b"\n")) == (out, err)
    assert (tmp_path / "out" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize(
    "command",
    ["schema", f"check --site {SITE} --format json", "check --site nowhere", f"extract {README}"],
)
def test_a_reader_that_goes_away_changes_no_status(command: str) -> None:
    whole = run(*command.split())
    gone = shell(f"build {command} 2>&1 | head -0; exit ${{PIPESTATUS[0]}}")
    assert (gone.returncode, gone.stdout, gone.stderr) == (whole.exit_code, b"", b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "gbk", "LC_ALL": "C"},
        {
            "LC_ALL": "POSIX",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "latin-1",
        },
    ],
    ids=["GBK", "Latin-1"],
)
def test_a_terminal_of_another_encoding_shows_what_it_can(
    write_site: WriteSite, tmp_path: Path, environment: dict[str, str]
) -> None:
    dataset = FILES["content/datasets/care.yaml"].replace("床位", "床位😀ğ𠮷é")
    root = write_site(
        {"content/datasets/care.yaml": dataset, "content/areas.yaml": "国😀: {title: é}\n"}
    )
    encoding = environment["PYTHONIOENCODING"]
    done = shell(f"build check --site {root}", environment=environment)
    assert done.returncode == 1
    (done.stdout + done.stderr).decode(encoding)
    told = run_copy("check", "--site", root, "--format", "json", encoding=encoding)
    problems = json.loads(told.stdout)["problems"]
    assert any("国😀" in problem["message"] for problem in problems)
    (tmp_path / "article.txt").write_text("某县共有床位799.3万张，😀é。", encoding="utf-8")
    extract = ("extract", tmp_path / "article.txt", "--site", root, "--format", "json")
    extracted = json.loads(run_copy(*extract, encoding=encoding).stdout)
    assert [quantity["printed"] for quantity in extracted["quantities"]] == ["799.3万张"]


def test_a_path_that_is_not_utf8_is_like_any_other(tmp_path: Path) -> None:
    cwd = tmp_path / os.fsdecode(b"\xff\xfe") / "site"
    shutil.copytree(SITE, cwd, ignore=shutil.ignore_patterns("expected"))
    assert run_copy("build", "--jobs", "2", "--cache", "../kept", cwd=cwd).status == 0
    assert run_copy("check", "--format", "json", cwd=cwd).status == 0
    built = run_copy("build", "--site", ".././site", "--output", "../out", cwd=cwd)
    assert built.stdout.startswith("../out: ")
    assert (
        b"/\\udcff\\udcfe/site/../out: "
        in shell('build build --jobs 1 --output "$PWD/../out"', cwd=cwd).stdout
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(("build", "--output", "a" * 300), 1, id="output"),
        pytest.param(("build", "--output", "/".join(["a" * 200] * 30)), 1, id="deep output"),
        pytest.param(("build", "--cache", "a" * 300), 0, id="cache"),
        pytest.param(
            ("build", "--base-url", "https://example.org/" + "a" * 4000), 2, id="base URL"
        ),
        pytest.param(
            ("check", "--base-url", "https://example.org/" + "数" * 700),
            2,
            id="base URL in Chinese",
        ),
        pytest.param(("check", "--site", "a" * 300), 2, id="site"),
        pytest.param(("extract", "a" * 300), 2, id="file"),
        pytest.param(("verify", "--sources", "a" * 300), 2, id="sources"),
    ],
)
def test_an_argument_that_is_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    named = () if "--site" in arguments or arguments[0] == "extract" else ("--site", SITE)
    flags = ("--output", "out") if "--output" not in arguments and arguments[0] == "build" else ()
    result = run(*arguments, *named, *flags)
    assert result.exit_code == status
    assert "please report" not in result.stderr
    assert len(result.stderr) < 2000


def test_the_longest_address_can_still_be_drawn(tmp_path: Path) -> None:
    address = "https://example.org/" + "a" * 1980
    assert (
        run("build", "--site", SITE, "--output", tmp_path / "out", "--base-url", address).exit_code
        == 0
    )
    assert (
        run(
            "build", "--site", SITE, "--output", tmp_path / "out", "--base-url", address + "a"
        ).exit_code
        == 2
    )


def test_a_font_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    """In one interpreter, each time in a copy that has read no font."""
    fonts = [tmp_path / f"{number}.otf" for number in range(3)]
    for font, content in zip(fonts, (b"", b"OTTO", b"\0" * 5000), strict=True):
        font.write_bytes(content)
    program = (
        "import os, sys; import charts.layout.text_layout as m; from statsite.cli import main\n"
        "for path in sys.argv[1:]:\n"
        "    if not (copy := os.fork()):\n"
        f"        m.font_path = lambda: path; main(['check', '--site', {str(SITE)!r}])\n"
        "    print(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]))"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *fonts],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "1\n1\n1\n")
    assert done.stderr.splitlines() == [
        f"error: the font of charts cannot be read, {where}: install the packages of "
        "requirements/site.txt again"
        for where in fonts
    ]


@pytest.mark.usefixtures("impatient")
def test_pipes_in_the_place_of_files_are_not_waited_for(
    write_site: WriteSite, tmp_path: Path
) -> None:
    root = write_site(FILES)
    folder = texts(tmp_path / "texts").folder
    for path in (
        root / "content/sources/other.yaml",
        root / LOCK,
        root / "content/topics/elderly-care/la.md",
    ):
        os.mkfifo(path)
    done = run("check", "--site", root)
    assert done.exit_code == 1
    assert done.stderr.count("this is neither a file nor a folder") == 3
    (root / LOCK).unlink()
    (root / "content/sources/other.yaml").unlink()
    (root / "content/topics/elderly-care/la.md").unlink()
    (folder / "bulletin.txt").unlink()
    os.mkfifo(folder / "bulletin.txt")
    for command in (("verify",), ("verify", "--update"), ("audit",)):
        said = run(*command, "--site", root, "--sources", folder).stderr
        assert "bulletin.txt: it is not a regular file" in said
    done = run("extract", folder / "bulletin.txt", "--site", root)
    assert (done.exit_code, done.stderr) == (
        1,
        f"error: {folder}/bulletin.txt: it is not a regular file\n",
    )


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "name", ["manifest.json", "../.out.lock", "../.out.staging", "../.out.previous"]
)
def test_pipes_around_the_output_are_not_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / name)
    build_here(SITE, tmp_path / "out")
    assert (tmp_path / "out" / "manifest.json").is_file()


@pytest.mark.parametrize(
    "manifest",
    ["[" * 100_000, '[{"path":' * 50_000, "9" * 5000, '{"a": 1}', "[1, null]", "\0", "[]" * 3],
)
def test_a_manifest_that_makes_no_sense_is_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text(manifest, encoding="utf-8")
    assert run("build", "--site", SITE, "--output", tmp_path / "out").exit_code == 0


def test_on_a_full_disk_the_old_lock_survives_whole(write_site: WriteSite, tmp_path: Path) -> None:
    root = write_site(FILES)
    folder = texts(tmp_path / "texts").folder
    update = ("verify", "--update", "--site", root, "--sources", folder)
    run(*update)
    before = (root / LOCK).read_bytes()
    assert len(before) > 200
    (root / LOCK).write_bytes(before.replace(b"care.beds", b"care.bods"))
    before = (root / LOCK).read_bytes()
    listed = sorted((root / "content").iterdir())
    done = shell(
        # Without what measures coverage, which cannot write its own file either.
        f"unset ${{!COVERAGE_@}}; ulimit -f 0; build verify --update --site {root} --sources {folder}",
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, done.stderr.decode().splitlines()[-1]) == (
        1,
        f"error: {root / LOCK}: a file grew too large",
    )
    assert (root / LOCK).read_bytes() == before
    assert sorted((root / "content").iterdir()) == listed
    assert run(*update).exit_code == 0
    assert b"care.bods" not in (root / LOCK).read_bytes()


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_process_ends_with_its_status_and_all_it_printed_and_takes_nothing_apart(
    status: int,
) -> None:
    program = (
        "import atexit, sys; from statsite.command_group import run_alone\n"
        "class Kept:\n    def __del__(self): print('taken apart')\n"
        "def main():\n"
        "    atexit.register(lambda: print('left'))\n"
        "    main.kept = Kept()\n"
        "    print('printed')\n"
        f"    sys.exit({status})\n"
        "run_alone(main)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, "printed\nleft\n", "")


def test_what_nobody_foresaw_ends_a_process_as_ever() -> None:
    program = "from statsite.command_group import run_alone; run_alone(lambda: 1 / 0)"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_what_a_command_made_is_not_looked_through_when_its_process_ends() -> None:
    program = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 10_000)); "
        "from statsite.cli import main; main(['--help'])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.endswith("\nTrue\n")
