"""Mutants are tried against the tests that call them, and against no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.mutation.run import mutated
from tests.mutation.trials import Answer, tried

_CODE = """
def double(n):
    return n * 2

def treble(n):
    return n * 3

def at_import(n):
    return n + 1

def forgotten(n):
    return n - 1


ONE = at_import(0)
"""
_TESTS = {
    "tests/test_code.py": (
        "from code_of import double\n\ndef test_double():\n    assert double(3) == 6\n"
    ),
    "tests/test_more.py": (
        "from code_of import ONE, double, treble\n\ndef test_one():\n    assert (ONE, double(0), "
        "treble(1) > 0) == (1, 0, True)\n"
    ),
    "tests/test_apart.py": "def test_nothing_of_the_code():\n    assert True\n",
    "tests/conftest.py": (
        "from hypothesis import settings\n\nsettings.register_profile('mutation', database=None)\n"
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """The answers for every mutant of ``_CODE``, by what it changes."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(
        Path(__file__).parent,
        tree / "tests" / "mutation",
        ignore=shutil.ignore_patterns("__pycache__", "test_*"),
    )
    code, mutants = mutated(_CODE, "code_of.py")
    for path, text in {"code_of.py": code, **_TESTS}.items():
        (tree / path).write_text(text, encoding="utf-8")
    tests = tuple(path for path in _TESTS if Path(path).name.startswith("test_"))
    found = tried(tree, tests, [mutant.name for mutant in mutants])
    return {mutant.change.split("+")[-1]: found[mutant.name] for mutant in mutants}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            "return n / 2",
            (True, {"tests/test_code.py", "tests/test_more.py"}),
            id="its tests differ",
        ),
        pytest.param(
            "return n * 4", (False, {"tests/test_more.py"}), id="its tests say too little"
        ),
        pytest.param("return n - 2", (False, set()), id="no test calls it"),
        pytest.param(
            "return n - 1",
            (None, {"tests/test_apart.py", "tests/test_code.py", "tests/test_more.py"}),
            id="it is called by an import",
        ),
    ],
)
def test_a_mutant_is_tried_against_the_tests_that_call_it(
    change: str, expected: tuple[bool | None, set[str]], answers: dict[str, Answer]
) -> None:
    found = answers[change]
    assert (found.is_noticed, set(found.files)) == expected
