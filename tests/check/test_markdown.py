"""The limits of prose: what would take long to render is a problem, with its place."""

from __future__ import annotations

from itertools import chain

import pytest

from statsite.check.markdown import (
    DEEPEST_INDENT,
    LONGEST_BLOCK,
    lists_are_read,
    markdown_renders_at_once,
)
from statsite.check.prose import LONGEST_TEXT, documents
from statsite.problems import Location, Problem
from tests.support.types import ReadFiles

FRONT = "---\ntitle: About\n---\n"
PATH = "content/pages/about/en.md"


def found(read_files: ReadFiles, body: str) -> list[tuple[str, Location]]:
    """The problems of a page with this body, by slug and place."""
    site, problems = read_files({PATH: FRONT + body})
    assert site is not None, problems
    return [(problem.check, problem.location) for problem in _problems(read_files, body)]


def _problems(read_files: ReadFiles, body: str) -> list[Problem]:
    site, _ = read_files({PATH: FRONT + body})
    assert site is not None
    return list(markdown_renders_at_once(site))


PARAGRAPH = "a" * 99 + "\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Short.\n", []),
        ((PARAGRAPH * 49 + "\n") * 8, []),
        ("a" * LONGEST_BLOCK + "\n", []),
        ("a" * (LONGEST_BLOCK + 1) + "\n", [("prose-too-long", Location(PATH, 4))]),
        ("Short.\n \t\n" + "a\n" * (LONGEST_BLOCK + 1), [("prose-too-long", Location(PATH, 6))]),
        ((PARAGRAPH * 49 + "\n") * 9, [("prose-too-long", Location(PATH, 4))]),
        ("\n" * (LONGEST_TEXT + 1), [("prose-too-long", Location(PATH, 4))]),
        ("> > > > quoted\n", []),
        ("- - - -\n\n* * *\n\n----\n", []),
        (" " * DEEPEST_INDENT + "- a\n", [("prose-too-deep", Location(PATH, 4))]),
        (" " * (DEEPEST_INDENT - 2) + "- a\n", []),
        ("a\n\n" + ">" * (DEEPEST_INDENT + 1) + "\n", [("prose-too-deep", Location(PATH, 6))]),
        ("- " * (DEEPEST_INDENT // 2 + 1) + "a\n", [("prose-too-deep", Location(PATH, 4))]),
        ("\t" * (DEEPEST_INDENT // 4) + "- a\n", [("prose-too-deep", Location(PATH, 4))]),
        ("1. " * (DEEPEST_INDENT // 3 + 1) + "a\n", [("prose-too-deep", Location(PATH, 4))]),
    ],
    ids=range(15),
)
def test_long_and_deep_prose_is_a_problem_at_its_line(
    read_files: ReadFiles, body: str, expected: list[tuple[str, Location]]
) -> None:
    assert found(read_files, body) == expected


def test_the_message_says_how_much_is_too_much(read_files: ReadFiles) -> None:
    (problem,) = _problems(read_files, "a" * (LONGEST_BLOCK + 1))
    assert str(LONGEST_BLOCK + 1) in problem.message
    assert str(LONGEST_BLOCK) in problem.message
    assert "empty line" in problem.hint


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("As follows:\n- one\n- two\n", []),
        ("As follows:\n1. one\n2. two\n", []),
        ("As follows:\n2. two\n3. three\n", [5, 6]),
        ("As follows:\n    - one\n", [5]),
        ("> As follows:\n> 2. two\n", [5]),
        ("2. two\n3. three\n", []),
        ("- one\n    - two\n", []),
        ("A dash - within\n\n- one\n", []),
    ],
)
def test_an_item_that_runs_on_from_text_is_told_at_its_line(
    read_files: ReadFiles, body: str, lines: list[int]
) -> None:
    site, _ = read_files({PATH: FRONT + body})
    assert site is not None
    found = (lists_are_read(*one) for one in documents(site))
    assert [(p.check, p.location) for p in chain.from_iterable(found)] == [
        ("list-unread", Location(PATH, line)) for line in lines
    ]
