"""docs/PROBLEMS.md names every code that the program prints, and its examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statsite.pipeline import check
from statsite.problems import Location, Problem, Severity
from tests.problems.example import Example, load_all, problems_of, repeated
from tests.problems.page import HEAD, problem_of, section
from tests.support.paths import ROOT
from tests.support.smallest import SMALLEST, write_files

EXAMPLES = load_all()
SHOWN = [example for example in EXAMPLES if not example.is_fallback]
PAGE = (ROOT / "docs/PROBLEMS.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """What is said of the smallest site: two of its units are there for tests and not used."""
    root = tmp_path_factory.mktemp("smallest")
    write_files(root, SMALLEST)
    said = frozenset(problem.message for problem in check(root).problems)
    assert said == {"nothing uses unit `percent`", "nothing uses unit `person`"}
    return said


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.code)
def test_the_bad_content_gives_its_code_at_its_line_and_the_page_says_so(
    example: Example, tmp_path: Path, usual: frozenset[str]
) -> None:
    found = [
        problem
        for problem in problems_of(example, tmp_path, bad=True)
        if problem.message not in usual
    ]
    assert {problem.check for problem in found} == {example.code, *example.also}
    assert section(example, found) in PAGE, "run `make problems`"


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.code)
def test_the_good_content_does_not(example: Example, tmp_path: Path, usual: frozenset[str]) -> None:
    found = [
        problem
        for problem in problems_of(example, tmp_path, bad=False)
        if problem.message not in usual
    ]
    assert [
        str(problem)
        for problem in found
        if problem.check == example.code or problem.severity is Severity.ERROR
    ] == []


def test_the_page_holds_its_head_and_each_code_once_in_order() -> None:
    assert PAGE.startswith(HEAD)
    assert re.findall(r"^## `([a-z-]+)`$", PAGE, re.MULTILINE) == [
        example.code for example in EXAMPLES
    ]


def test_only_the_code_for_what_nobody_foresaw_has_no_example() -> None:
    assert [example.code for example in EXAMPLES if example.is_fallback] == ["value-refused"]


def test_a_problem_at_another_line_is_not_the_one_that_is_meant() -> None:
    example = next(example for example in EXAMPLES if example.code == "period-by")
    found = Problem(example.code, "elsewhere", Location(example.path))
    with pytest.raises(LookupError, match="period-by is not found at"):
        problem_of(example, [found])


def test_a_repeated_text_is_written_out() -> None:
    assert repeated("x⟦ab × 3⟧y") == "xabababy"
