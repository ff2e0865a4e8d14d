"""The lists of CONTRIBUTING.md do what they say: a test takes each step in a copy of the program
and looks at the result.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from msgspec import Struct

from tests.problems.codes import codes_in_source
from tests.problems.example import EXAMPLES
from tests.support.paths import ROOT
from tests.support.smallest import SMALLEST, write_files

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("build.py", "statsite", "charts", "templates", "tests", "pyproject.toml")

#: The tests that tell of a place of fields and languages that a list forgot.
GUARDS = (
    "tests/diff/test_every_field.py",
    "tests/diff/test_recorded_fields.py",
    "tests/language/test_interface.py",
    "tests/language/test_one_home.py",
    "tests/plan/data_files/test_data_package.py::test_each_csv_is_described_with_its_columns_in_their_order",
    "tests/read/test_entries.py",
    "tests/read/test_languages.py",
    "tests/test_interface_texts.py",
)

_SECTION = re.compile(r"^## ((?:Add|Change) .*)\n((?:(?!^## ).*\n)*)", re.MULTILINE)
_STEP = re.compile(
    r"^\d+\. (?P<words>.*)\n(?:\n```\w+\n(?P<block>(?:(?!```).*\n)*)```\n)?", re.MULTILINE
)
_NEW = re.compile(r"New file `(?P<path>[^`]+)`")
_END = re.compile(r"At the end of `(?P<path>[^`]+)`")
_EDIT = re.compile(
    r"In `(?P<path>[^`]+)`, (?P<way>after the line|before the line|in place of) `(?P<anchor>[^`]+)`"
)
_COLUMN = re.compile(r"In `(?P<path>[^`]+)`, every key has a text in `(?P<code>[^`]+)`")
_RUN = re.compile(r"Run `python (?P<call>build\.py [^`]+)`; it prints:")
_HOLDS = re.compile(r"`(?P<path>[^`]+)` holds `(?P<text>[^`]+)`")


class Step(Struct, frozen=True):
    """One step of a list: its words and the block below them."""

    section: str
    words: str
    block: str


def steps() -> Iterator[Step]:
    """Every step of the lists."""
    for section in _SECTION.finditer(TEXT):
        for step in _STEP.finditer(section[2]):
            yield Step(section[1], step["words"], step["block"] or "")


STEPS = tuple(steps())


def apply(step: Step, root: Path) -> None:
    """Take ``step`` in the copy ``root`` if it changes a file."""
    if new := _NEW.match(step.words):
        write_files(root, {new["path"]: step.block})
    elif end := _END.match(step.words):
        path = root / end["path"]
        path.write_text(path.read_text(encoding="utf-8") + step.block, encoding="utf-8")
    elif edit := _EDIT.match(step.words):
        path = root / edit["path"]
        text = path.read_text(encoding="utf-8")
        assert is_alone(edit["way"], edit["anchor"], text), (
            f"CONTRIBUTING.md, “{step.section}”: `{edit['anchor']}` is not once in {edit['path']}"
        )
        path.write_text(edited(text, edit["way"], edit["anchor"], step.block), encoding="utf-8")
    elif column := _COLUMN.match(step.words):
        add_column(root / column["path"], column["code"], step.block)


def add_column(path: Path, code: str, example: str) -> None:
    """Give every text of ``path`` one in a new language: that of ``example``, else the English."""
    texts = yaml.safe_load(path.read_text(encoding="utf-8"))
    for words in texts.values():
        words[code] = words["en"]
    shown = yaml.safe_load(example)
    assert shown.keys() <= texts.keys()
    assert all(code in words for words in shown.values())
    path.write_text(yaml.safe_dump(texts | shown, allow_unicode=True), encoding="utf-8")


def edited(text: str, way: str, anchor: str, block: str) -> str:
    """``text`` with ``block`` behind, before or in place of ``anchor``, which is there once."""
    new = {
        "in place of": block.removesuffix("\n"),
        "after the line": f"\n{anchor}\n{block}",
        "before the line": f"\n{block}{anchor}\n",
    }[way]
    return text.replace(_searched(way, anchor), new)


def is_alone(way: str, anchor: str, text: str) -> bool:
    """Whether what a step names is once in ``text``."""
    return text.count(_searched(way, anchor)) == 1


def _searched(way: str, anchor: str) -> str:
    return anchor if way == "in place of" else f"\n{anchor}\n"


def run(root: Path, *call: str) -> str:
    """What the copied program prints; it is not the one whose coverage a run may measure."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")
    }
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *call],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the smallest site, to which every step is applied, and its sites
    built: the smallest one, and what a list makes in a folder of its own.
    """
    root = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)  # with what Python compiled of it
        else:
            shutil.copy(source, root / name)
    write_files(root, SMALLEST)
    for step in STEPS:
        apply(step, root)
    for site in [root, *(path.parent for path in root.glob("*/site.yaml"))]:
        said = run(
            root,
            "build.py",
            "build",
            "--site",
            str(site),
            "--output",
            str(site / "output"),
            "--jobs",
            "1",
        )
        assert (site / "output/manifest.json").exists(), said
    return root


def test_every_list_is_walked_and_every_block_belongs_to_a_step() -> None:
    sections = [section[1] for section in _SECTION.finditer(TEXT)]
    assert sections == [
        "Add a check", "Change what a problem says", "Change the look of a page", "Add a command",
        "Add a page", "Add an export", "Add a unit", "Add a field of an observation",
        "Add a function of rules", "Add a kind of chart", "Add a language",
    ]  # fmt: skip
    changing = [
        step
        for step in STEPS
        if any(form.match(step.words) for form in (_NEW, _END, _EDIT, _COLUMN, _RUN))
    ]
    assert [step for step in changing if not step.block] == []
    assert len(changing) == TEXT.count("\n```") / 2
    for section in sections:
        assert [
            step
            for step in STEPS
            if step.section == section and (_RUN.match(step.words) or _HOLDS.search(step.words))
        ], section


@pytest.mark.parametrize(
    "step", [step for step in STEPS if _RUN.match(step.words)], ids=lambda step: step.section
)
def test_a_command_prints_what_the_list_says(copy: Path, step: Step) -> None:
    call = _RUN.match(step.words)
    assert call
    assert set(step.block.splitlines()) <= set(run(copy, *call["call"].split()).splitlines())


HELD = [
    (step.section, held["path"], held["text"])
    for step in STEPS
    for held in _HOLDS.finditer(step.words)
]


@pytest.mark.parametrize(("section", "path", "text"), HELD)
def test_the_built_site_holds_what_the_list_says(
    copy: Path, section: str, path: str, text: str
) -> None:
    built = copy / path if "output" in Path(path).parts else copy / "output" / path
    assert text in built.read_text(encoding="utf-8"), section


def test_the_new_check_is_explained(copy: Path) -> None:
    explained = {path.stem for path in (copy / EXAMPLES.relative_to(ROOT)).glob("*.yaml")}
    assert set(codes_in_source(copy / "statsite").places) == explained


def test_no_list_forgets_a_place_that_a_test_asks_for(copy: Path) -> None:
    said = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *GUARDS)
    assert re.search(r"^\d+ passed in ", said, re.MULTILINE), said


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("after the line", "a\nb\nnew\nc\n"),
        ("before the line", "a\nnew\nb\nc\n"),
        ("in place of", "a\nnew\nc\n"),
    ],
)
def test_a_block_goes_where_the_step_says(way: str, expected: str) -> None:
    assert edited("a\nb\nc\n", way, "b", "new\n") == expected


@pytest.mark.parametrize("text", ["a\nc\n", "a\nb\nb\nb\n"], ids=["gone", "several"])
def test_a_line_that_is_gone_or_not_alone_is_told_with_its_list(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(text, encoding="utf-8")
    step = Step("Add a thing", "In `x.py`, in place of `b`:", "new\n")
    with pytest.raises(AssertionError, match=r"“Add a thing”: `b` is not once in x\.py"):
        apply(step, tmp_path)


def test_whoever_adds_to_the_program_leaves_the_line_that_the_list_names() -> None:
    """Else a list is wrong once somebody has followed it."""
    edits = [
        (step, edit)
        for step in STEPS
        if step.section.startswith("Add ") and (edit := _EDIT.match(step.words))
    ]
    assert len(edits) > 20
    assert [
        f"{step.section}: {edit['anchor']}"
        for step, edit in edits
        if edit["way"] == "in place of" and not edit["path"].startswith("content/")
    ] == []
