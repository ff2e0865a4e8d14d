"""The commands keep their promises: exit codes, formats, one clear line for what cannot be done,
and never a traceback.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.cli import COMMANDS, main
from tests.support.command_line import run, run_as_editor
from tests.support.types import WriteSite

ERROR = {
    "content/charts/a,b.yaml": "kind: [\n",
    "content/charts/c.yaml": "kind: pie\ntitle: {zh: 甲, en: A}\ndata: [care.beds]\n",
}


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


def test_a_build_writes_the_site_and_says_how_much(write_site: WriteSite, tmp_path: Path) -> None:
    result = run("build", "--site", write_site(), "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert "1 figure, 1 source, 0 charts" in result.stdout
    assert (tmp_path / "out" / "index.html").is_file()
    assert "unused-id" in result.stderr


def test_the_output_stands_in_the_sites_folder_where_nothing_else_is_said(
    write_site: WriteSite,
) -> None:
    root = write_site()
    assert run("build", "--site", root).exit_code == 0
    assert (root / "output" / "manifest.json").is_file()
    assert "0 changed" in run("build", "--site", root).stdout


def test_without_a_command_the_site_in_this_folder_is_built(write_site: WriteSite) -> None:
    root = write_site()
    done = run_as_editor(cwd=root)
    assert (done.returncode, done.stderr.count("unused-id")) == (0, 2)
    assert (root / "output" / "index.html").is_file()


def test_a_base_url_is_built_into_the_site(write_site: WriteSite) -> None:
    root = write_site()
    assert run("build", "--site", root, "--base-url", "https://example.org").exit_code == 0
    assert (root / "output" / "sitemap.xml").is_file()


def test_errors_leave_the_output_untouched(write_site: WriteSite) -> None:
    root = write_site()
    assert run("build", "--site", root).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()}
    (root / "content/areas.yaml").write_text("cn: [\n", encoding="utf-8")
    result = run("build", "--site", root)
    assert result.exit_code == 1
    assert "content/areas.yaml:1:5: error: " in result.stderr
    assert "1 error; nothing was written" in result.stderr
    assert {
        path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()
    } == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_warnings_pass_unless_strict(write_site: WriteSite, command: str) -> None:
    root = write_site()
    assert run(command, "--site", root).exit_code == 0
    assert run(command, "--site", root, "--strict").exit_code == 1


def test_problems_as_text_are_lines_an_editor_can_jump_to(write_site: WriteSite) -> None:
    result = run("check", "--site", write_site(ERROR))
    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if "error" in line]
    assert lines[0].startswith("content/charts/a,b.yaml:1:1: error: ")
    assert lines[0].endswith("[slug-malformed]")
    assert lines[2] == (
        "content/charts/c.yaml:1:7: error: there is no chart kind `pie`"
        " (known: `bars`, `grouped-bars`, `parts`, `shares`, `line`, `small-multiples`, …) "
        "[unknown-chart-kind]"
    )
    assert lines[-1] == "3 errors, 2 warnings"


def test_problems_as_json_are_one_object(write_site: WriteSite) -> None:
    result = run("check", "--site", write_site(ERROR), "--format", "json")
    assert result.exit_code == 1
    problems = json.loads(result.stdout)["problems"]
    assert [list(problem) for problem in problems] == [
        ["check", "severity", "message", "hint", "path", "line", "column"]
    ] * 5
    assert {
        "check": "yaml-syntax",
        "severity": "error",
        "path": "content/charts/a,b.yaml",
        "line": 1,
        "column": 7,
    }.items() <= problems[1].items()
    assert result.stderr == ""


def test_a_site_without_problems_is_an_empty_list(write_site: WriteSite) -> None:
    root = write_site({"content/units.yaml": "bed: {words: [张], zh: 张, en: beds}\n"})
    assert json.loads(run("check", "--site", root, "--format", "json").stdout) == {"problems": []}
    assert run("check", "--site", root, "--format", "github").output == ""
    assert run("check", "--site", root).stdout == "0 errors, 0 warnings\n"


def test_problems_for_github_are_workflow_commands_that_no_name_can_break(
    write_site: WriteSite,
) -> None:
    result = run("check", "--site", write_site(ERROR), "--format", "github")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[1].startswith(
        "::error file=content/charts/a%2Cb.yaml,line=1,col=7,title=yaml-syntax::"
    )
    assert {line.split(" ")[0] for line in lines} == {"::error", "::warning"}


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
        done = run_as_editor("check", "--site", root)
    finally:
        (root / folder).chmod(0o755)
    assert done.returncode == 1
    errors = [line for line in (done.stdout + done.stderr).splitlines() if ": error: " in line]
    assert errors == [
        f"{folder}:1:1: error: this cannot be read: Permission denied [file-unreadable]"
    ]
    assert "Traceback" not in done.stderr


def test_an_output_that_may_not_be_written_is_one_clear_line(
    write_site: WriteSite, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    done = run_as_editor(
        "build",
        "--site",
        write_site({"content/units.yaml": "bed: {words: [张], zh: 张, en: beds}\n"}),
        "--output",
        locked / "out",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: cannot write out: permission denied")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        pytest.param("site", "would replace", id="the site itself"),
        pytest.param(".", "would replace", id="the folder around it"),
        pytest.param("site/content/out", "would lie in content", id="in the content"),
        pytest.param("site/templates/static", "would lie in templates", id="in the templates"),
        pytest.param("foreign", "foreign holds notes.txt, which no build wrote", id="other files"),
        pytest.param("foreign/notes.txt", "notes.txt is a file", id="a file"),
    ],
)
def test_an_output_that_would_destroy_something_is_refused(
    write_site: WriteSite, tmp_path: Path, output: str, reason: str
) -> None:
    root = write_site({"templates/own.txt": "x"})
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "notes.txt").write_text("mine", encoding="utf-8")
    before = sorted(path for path in tmp_path.rglob("*") if ".lock" not in path.name)
    result = run("build", "--site", root, "--output", tmp_path / output)
    assert result.exit_code == 1
    assert reason in result.stderr.splitlines()[-1]
    assert sorted(path for path in tmp_path.rglob("*") if ".lock" not in path.name) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_words_that_cannot_be_read_are_a_problem_at_their_line(
    write_site: WriteSite, command: str
) -> None:
    result = run(command, "--site", write_site({"templates/words.yaml": "menu: Menu\n"}))
    assert result.exit_code == 1
    assert result.stderr.startswith("templates/words.yaml:1:7: error: `menu` is not a map")


def test_a_template_that_fails_is_a_problem_at_its_line_and_nothing_is_written(
    write_site: WriteSite,
) -> None:
    root = write_site({"templates/404.html.j2": "{{ nobody }}\n"})
    result = run("build", "--site", root)
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "templates/404.html.j2:1:1: error: 'nobody' is undefined [template-fault]"
    )
    assert not (root / "output").exists()


def test_the_schema_names_every_yaml_file_of_a_site() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    schemas = json.loads(result.output)
    assert {"site.yaml", "content/sources/*.yaml", "content/datasets/*.yaml"} <= set(schemas)
    assert "printed" in json.dumps(schemas["content/datasets/*.yaml"])
