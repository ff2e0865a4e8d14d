"""A language of readers is named in its own module alone, so that another one is one module more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from statsite.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
CODES = frozenset({*LANGUAGES, *(one.html for one in LANGUAGES.values())})
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for package in ("statsite", "charts")
    for path in (ROOT / package).rglob("*.py")
    if "language" not in path.relative_to(ROOT).parts[:2]
)

#: The language of articles is a property of what is read, not of who reads it.
INPUT = 'ARTICLE_LANGUAGE: Final = "zh"'


def named(text: str) -> Iterator[str]:
    """The lines of a module that hold the code of a language as a value, examples aside."""
    tree = ast.parse(text)
    examples = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.keyword) and call.arg == "examples"
        for node in ast.walk(call.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in CODES and id(node) not in examples:
            yield text.splitlines()[node.lineno - 1].strip()


def test_no_module_outside_names_a_language() -> None:
    assert len(MODULES) > 100
    found = [
        (module, line)
        for module in MODULES
        for line in named((ROOT / module).read_text(encoding="utf-8"))
    ]
    assert found == [("statsite/grammar/__init__.py", INPUT)]


#: Stages that show numbers, which the module of a language writes for them.
SHOWING = tuple(name for name in MODULES if name.startswith(("statsite/plan/", "statsite/render/")))

#: What is no number for readers, and the size of a file, which is told alike in every language.
OTHERS = [
    ("statsite/plan/data_files/worksheets.py", "{held:.16G}"),
    ("statsite/plan/offers.py", "{size / _MILLION:.1f}"),
    ("statsite/render/sandbox.py", "{STEP_SECONDS:.0f}"),
    ("statsite/render/sandbox.py", "{STEP_PATIENCE:.0f}"),
]


def formatted_numbers(text: str) -> Iterator[str]:
    """The parts of texts that a module puts together whose format is that of a number for readers:
    with thousands marks or a decimal point.
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            form = ast.unparse(node.format_spec)
            if re.search(r",|\.\d+[a-z%]|[eEgGn%](?=['\"]$)", form):
                yield ast.unparse(ast.JoinedStr([node]))[2:-1]


def test_no_stage_writes_a_number_for_readers_by_itself() -> None:
    assert len(SHOWING) > 50
    found = [
        (module, part)
        for module in SHOWING
        for part in formatted_numbers((ROOT / module).read_text(encoding="utf-8"))
    ]
    assert found == OTHERS


@pytest.mark.parametrize("part", ["{x:,}", "{x:,.10f}", "{x:,g}", "{x:g}", "{x:.2f}", "{x:.1%}"])
def test_a_number_that_a_stage_writes_is_found(part: str) -> None:
    assert list(formatted_numbers(f"f'a{part}b'")) == [part]


def test_a_text_of_some_width_is_no_number_for_readers() -> None:
    assert list(formatted_numbers("f'{x:02} {y:<5} {z!r}'")) == []


def test_no_template_asks_for_a_language() -> None:
    expressions = [
        (path.name, expression)
        for path in (ROOT / "templates").glob("*.j2")
        for expression in re.findall(r"\{[{%](.*?)[%}]\}", path.read_text("utf-8"), re.DOTALL)
    ]
    assert len(expressions) > 100
    assert [one for one in expressions if re.search(r"['\"](?:zh|en)\b", one[1])] == []


def test_no_template_types_quotation_marks() -> None:
    """Each language has its own: they are in its words."""
    marks = re.compile("[“”‘’«»„「」『』《》]")
    found = [
        (path.name, line)
        for path in (ROOT / "templates").glob("*.j2")
        for line in path.read_text("utf-8").splitlines()
        if marks.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    ['if language == "zh":', 'text = {"zh": 1}["zh"]', 'label.get("en")', 'html != "zh-Hans"'],
)
def test_a_language_by_name_is_found(line: str) -> None:
    assert list(named(f"{line} pass" if line.startswith("if") else line))


def test_examples_of_fields_may_be_in_languages() -> None:
    assert list(named('Field(examples=[{"zh": "人", "en": "people"}])')) == []
