"""`check` prints problems for people, programs and GitHub."""

from __future__ import annotations

import json

import pytest

from tests.support.command_line import run
from tests.support.types import WriteSite

ERROR = {
    "content/charts/a,b.yaml": "kind: [\n",
    "content/charts/c.yaml": "kind: pie\ntitle: {zh: 甲, en: A}\ndata: [care.beds]\n",
}


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
