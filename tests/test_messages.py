"""What the program prints can neither steer a terminal nor give a CI a command, in any format,
whoever wrote the content.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from statsite.messages import LONGEST_MESSAGE, print_line, print_problems, print_result
from statsite.problems import Location, Problem
from tests.support.command_line import run
from tests.support.paths import ROOT
from tests.support.types import WriteSite

#: What no line of a log may hold. A workflow command of our own begins its line, and nothing else
#: does.
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]"
)
OWN_COMMAND = re.compile(
    r"::(error|warning|notice) file=[^,:\s][^,:]*,line=\d+,col=\d+,title=[a-z-]+::"
)

HOSTILE = (
    "a ##[error]b ##vso[task.setvariable]c\n::add-mask::d\n  "
    "::error::e\r::debug::f\x1b[2J\x9b2K\u202eg\u200bh\ud800"
)


def is_harmless(printed: str) -> bool:
    """Whether each line of ``printed`` is one message, or one of our own workflow commands."""
    return not any(
        STEERING.search(line) or "##[" in line or "##vso[" in line or line.lstrip().startswith("::")
        for line in _others(printed)
    )


def _others(printed: str) -> list[str]:
    return [
        line
        for line in printed.split("\n")
        if not OWN_COMMAND.match(line) or "##[" in line or STEERING.search(line)
    ]


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_hostile_problem_is_one_harmless_message_in_every_format(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    problem = Problem(
        "some-check", HOSTILE, Location(f"content/{HOSTILE}.yaml", 3, 7), hint=HOSTILE
    )
    print_problems([problem], form)
    printed = capsys.readouterr()
    told = printed.err if form == "text" else printed.out
    assert is_harmless(told)
    if form == "json":
        (row,) = json.loads(told)["problems"]
        assert (row["message"], row["path"]) == (HOSTILE, f"content/{HOSTILE}.yaml")
    else:
        assert told.count("\n") == 1


def test_a_message_is_shown_as_it_is_where_nothing_is_hidden(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = "数字 ## [[care.beds]] 「８」 a:: b — “c”\u3000d\u00a0e C:\\new %0A ⑧ 𠮷"
    print_line(said)
    assert capsys.readouterr().out == f"{said}\n"


@pytest.mark.parametrize("code", [0x034F, 0x115F, 0x17B4, 0x180B, 0x2800, 0x3164, 0xFE0F, 0xFFA0])
def test_a_character_that_is_drawn_as_nothing_is_told_by_its_code(
    capsys: pytest.CaptureFixture[str], code: int
) -> None:
    print_line(f"a{chr(code)}b")
    assert capsys.readouterr().out == f"a\\u{code:04x}b\n"


def test_a_message_that_quotes_a_whole_file_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    print_line("begin " + "x" * 1_000_000 + " end", err=True)
    told = capsys.readouterr().err
    assert told.startswith("begin x")
    assert told.endswith("x end\n")
    assert len(told) < LONGEST_MESSAGE + 10


@pytest.mark.parametrize("sign", ["\u200d", "\x1b", "\n", "##[a]"])
def test_a_message_is_cut_as_it_is_shown(capsys: pytest.CaptureFixture[str], sign: str) -> None:
    """What nobody sees takes six characters where it is shown."""
    print_line(f"begin {sign * 20_000} end", err=True)
    print_problems([Problem("slug", sign * 20_000, Location("a.yaml"))], "github")
    told = capsys.readouterr()
    assert (told.err[:6], told.err[-5:]) == ("begin ", " end\n")
    assert len(told.err) < LONGEST_MESSAGE + 10
    assert len(told.out) < LONGEST_MESSAGE + 100


def test_what_is_handed_out_keeps_its_lines_and_ends_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_result("one\n::two::\n##[three]")
    assert capsys.readouterr().out == "one\n\\u003a:two::\n\\u0023#[three]\n"


TITLE = "床位 ##[error]forged ::error::x"

SITES = {
    "a title": {
        "content/charts/c.yaml": (
            f"kind: bars\ntitle: {{zh: '{TITLE}', en: '{TITLE}'}}\ndata: [care.nothing]\n"
        )
    },
    "an id": {
        "content/datasets/care.yaml": (
            'title: {zh: 甲, en: A}\n"##[error]forged": x\n"::error::x": y\n'
        )
    },
    "a file name": {
        "content/sources/##[error]forged.yaml": "title: x\n",
        "content/::error::x": "x",
        "content/charts/\x1b[2J\n::x::.yaml": "x",
    },
    "a folder name": {"content/topics/##[group]x\n::error::/zh.md": "x"},
    "a value": {"content/units.yaml": "bed: {words: ['##[error]x'], zh: '::x', en: \"\\e[2J\"}\n"},
    "a key of words.yaml": {"templates/words.yaml": '"##[error]forged\\n::error::x\\e[2J": none\n'},
    "a lock": {
        "content/evidence.lock": (
            "##[error]x\n::error::x text=\naudit ##[error] printed tried=1 text=1 lock=1 rules=1\n"
        )
    },
}


@pytest.mark.parametrize("files", SITES.values(), ids=SITES.keys())
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_hostile_content_gives_harmless_messages(
    write_site: WriteSite, files: dict[str, str], form: str
) -> None:
    result = run("check", "--site", write_site(files), "--format", form)
    assert result.exit_code == 1
    assert is_harmless(result.stdout)
    assert is_harmless(result.stderr)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_hostile_states_give_harmless_differences(
    write_site: WriteSite, tmp_path: Path, form: str
) -> None:
    old = shutil.copytree(write_site(), tmp_path / "old")
    dataset = (old / "content/datasets/care.yaml").read_text(encoding="utf-8")
    new = write_site(
        {
            "content/datasets/care.yaml": dataset.replace("zh: 床位,", f"zh: '{TITLE}',").replace(
                "799.3", "798.3"
            )
        }
    )
    for states in ((old, new), (new, old)):
        result = run("diff", *states, "--format", form)
        assert (result.exit_code, is_harmless(result.stdout)) == (0, True)
        assert "forged" in result.stdout


def test_a_hostile_old_state_is_told_harmlessly(write_site: WriteSite, tmp_path: Path) -> None:
    old = tmp_path / "\x1b[2J##[error]"
    old.mkdir()
    (old / "site.yaml").write_bytes(b"title: \x1b[2J ##[error]\n::error::x\n")
    result = run("diff", old, write_site())
    assert result.exit_code == 1
    assert is_harmless(result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--##[error]x"),
        ("##[error]\n::x::",),
        ("build", "--base-url", "##[x]"),
        ("build", "--jobs", "\x1b[2J"),
    ],
)
def test_a_hostile_call_is_told_harmlessly(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert is_harmless(result.stderr)


def test_a_branch_or_folder_with_a_hostile_name_is_told_harmlessly(
    write_site: WriteSite, tmp_path: Path
) -> None:
    root = write_site()
    subprocess.run(  # noqa: S603 - git of this machine
        ["git", "-C", str(root), "-c", "init.defaultBranch=##x", "init", "--quiet"],  # noqa: S607 - git of this machine
        check=True,
    )
    for revision in ("##[error]x", "a\n::error::x", "\x1b[2J"):
        result = run("diff", revision, "--site", root)
        assert result.exit_code == 2
        assert is_harmless(result.stderr)
    result = run("build", "--site", root, "--output", tmp_path / "##[error]out\n::x::")
    assert (result.exit_code, is_harmless(result.stdout)) == (0, True)


def test_nothing_prints_but_the_one_function() -> None:
    printing = []
    for path in sorted((ROOT / "statsite").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called in {"print", "click.echo", "click.secho"} or re.fullmatch(
                r"sys\.std(out|err)\.\w*write\w*", called
            ):
                printing.append(f"{path.relative_to(ROOT)}:{node.lineno}")  # type: ignore[attr-defined]
    assert printing == []
