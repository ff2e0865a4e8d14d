"""Problems: how one is printed, and what a misspelt name was probably meant to be."""

from __future__ import annotations

import ast
import time

import pytest

from statsite.problems import (
    MOST_OF_A_KIND,
    Location,
    Problem,
    Severity,
    abridged,
    closest,
    did_you_mean,
    errors_of,
    first_names,
    in_order,
    suggested,
    suggestion,
)
from tests.support.paths import ROOT

WHERE = Location("content/areas.yaml", 3, 7)


def test_a_problem_is_one_line_with_its_place_severity_hint_and_check() -> None:
    problem = Problem("unknown-id", "there is no area `cm`", WHERE, "did you mean `cn`?")
    assert (
        str(problem)
        == "content/areas.yaml:3:7: error: there is no area `cm` (did you mean `cn`?) [unknown-id]"
    )


def test_a_warning_without_a_hint_says_so() -> None:
    assert str(Problem("unused-id", "nothing uses it", WHERE, severity=Severity.WARNING)) == (
        "content/areas.yaml:3:7: warning: nothing uses it [unused-id]"
    )


def test_a_problem_as_json_has_the_promised_keys() -> None:
    assert Problem(
        "unused-id", "nothing uses it", WHERE, "remove it", Severity.WARNING
    ).as_json() == {
        "check": "unused-id",
        "severity": "warning",
        "message": "nothing uses it",
        "hint": "remove it",
        "path": "content/areas.yaml",
        "line": 3,
        "column": 7,
    }


def test_places_are_ordered_as_an_editor_reads() -> None:
    places = [Location("b", 1, 1), Location("a", 10, 1), Location("a", 9, 5), Location("a", 9, 1)]
    assert sorted(places) == [
        Location("a", 9, 1),
        Location("a", 9, 5),
        Location("a", 10, 1),
        Location("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("elderly-cares", ["elderly-care", "areas"], "did you mean `elderly-care`?"),
        ("Beds", ["beds"], "did you mean `beds`?"),
        ("xyz", ["one", "two"], "known: `one`, `two`"),
        ("xyz", [], ""),
    ],
)
def test_a_hint_names_what_was_meant_or_what_is_known(
    name: str, known: list[str], hint: str
) -> None:
    assert did_you_mean(name, known) == hint


def test_a_hint_does_not_list_everything() -> None:
    hint = did_you_mean("xyz", [f"name-{n}" for n in range(100)])
    assert hint.startswith("known: `name-0`, `name-1`, ")
    assert hint.endswith(", …")
    assert hint.count("`") < 50


def test_a_name_of_any_length_is_compared_at_once() -> None:
    started = time.process_time()
    assert closest("x" * 1_000_000, [f"dataset-{n}.indicator" for n in range(1000)]) is None
    assert time.process_time() - started < 10


def test_a_flood_of_one_kind_in_one_file_is_told_in_one() -> None:
    flood = [Problem("unknown-id", f"no {at}", Location("a.yaml", at)) for at in range(1, 61)]
    others = [
        Problem("unknown-id", "no", Location("b.yaml", 1)),
        Problem("unused", "never used", Location("a.yaml", 55)),
    ]
    told = abridged(in_order([*flood, *others]))
    assert len(told) == MOST_OF_A_KIND + 1 + len(others)
    (rest,) = (one for one in told if one.message == "and 10 more of this kind in this file")
    assert (rest.location, rest.check) == (Location("a.yaml", 51), "unknown-id")
    assert abridged(others) == in_order(others)


def test_errors_stop_a_build_and_warnings_and_notices_do_not() -> None:
    error, warning, notice = (Problem("check", "", WHERE, severity=one) for one in Severity)
    assert errors_of(iter([notice, error, warning])) == (error,)


def test_a_hint_names_what_was_meant_alone_or_the_first_of_what_is_there() -> None:
    assert suggested("elderly-cares", ["elderly-care"]) == suggestion("elderly-care")
    assert suggested("xyz", ["one", "two"]) == ""
    assert first_names(["one", "two"]) == "`one`, `two`"
    assert first_names([*"abcdefg"]) == "`a`, `b`, `c`, `d`, `e`, `f`, …"


@pytest.mark.parametrize("words", ["did you mean", "known: "])
def test_what_was_meant_and_what_is_known_are_told_in_one_module(words: str) -> None:
    telling = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "statsite").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and text.value.startswith(words)
    }
    assert telling == {"statsite/problems.py"}
