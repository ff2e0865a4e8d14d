"""docs/PROBLEMS.md names every code that the program prints, and its examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statsite.pipeline import check
from statsite.problems import Location, Problem, Severity
from tests.problems.codes import ROOT, codes_in_source
from tests.problems.example import Example, load_all, problems_of, repeated
from tests.problems.page import HEAD, problem_of, section
from tests.smallest import SMALLEST, write_files

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


def test_every_code_in_the_source_is_explained_and_no_other() -> None:
    found = codes_in_source()
    assert found.untold == (), "write the code where the problem is made, as a literal"
    assert sorted(found.places) == [example.code for example in EXAMPLES]


def test_a_code_is_found_however_it_reaches_a_problem(tmp_path: Path) -> None:
    modules = {
        "kinds.py": "class Problem:\n    check: str\n    message: str\nclass Other:\n    name: str\n",
        "use.py": (
            "from engine import kinds\nfrom engine.kinds import Other, Problem\n"
            "def made(where, check):\n    return Problem(check, where)\n"
            'one = Problem("in-place", 1)\ntwo = made(2, "by-function")\nthree = Problem(check="by-name", message=3)\n'
            "four = Problem(one.check, 4)\nfive = Problem(f'{one}-made', 5)\nsix = Other('no-code')\n"
            'seven = kinds.Problem("by-module", 7)\n'
        ),
    }
    for name, text in modules.items():
        (tmp_path / "engine").mkdir(exist_ok=True)
        (tmp_path / "engine" / name).write_text(text, encoding="utf-8")
    found = codes_in_source(tmp_path / "engine")
    assert found.places == {
        "by-function": ("engine/use.py:6",),
        "by-module": ("engine/use.py:11",),
        "by-name": ("engine/use.py:7",),
        "in-place": ("engine/use.py:5",),
    }
    assert found.untold == ("engine/use.py:9",)


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.code)
def test_the_bad_content_gives_its_code_at_its_line_and_the_page_says_so(example: Example, tmp_path: Path, usual: frozenset[str]) -> None:
    found = [problem for problem in problems_of(example, tmp_path, bad=True) if problem.message not in usual]
    assert {problem.check for problem in found} == {example.code, *example.also}
    assert section(example, found) in PAGE, "run `make problems`"


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.code)
def test_the_good_content_does_not(example: Example, tmp_path: Path, usual: frozenset[str]) -> None:
    found = [problem for problem in problems_of(example, tmp_path, bad=False) if problem.message not in usual]
    assert [str(problem) for problem in found if problem.check == example.code or problem.severity is Severity.ERROR] == []


def test_the_page_holds_its_head_and_each_code_once_in_order() -> None:
    assert PAGE.startswith(HEAD)
    assert re.findall(r"^## `([a-z-]+)`$", PAGE, re.MULTILINE) == [example.code for example in EXAMPLES]


def test_only_the_code_for_what_nobody_foresaw_has_no_example() -> None:
    assert [example.code for example in EXAMPLES if example.is_fallback] == ["value-refused"]


def test_a_problem_at_another_line_is_not_the_one_that_is_meant() -> None:
    example = next(example for example in EXAMPLES if example.code == "period-by")
    found = Problem(example.code, "elsewhere", Location(example.path))
    with pytest.raises(LookupError, match="period-by is not found at"):
        problem_of(example, [found])


def test_a_repeated_text_is_written_out() -> None:
    assert repeated("x⟦ab × 3⟧y") == "xabababy"
