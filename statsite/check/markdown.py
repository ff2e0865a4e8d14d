"""Markdown stays within what is rendered at once: short texts, short blocks, shallow nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from statsite.check.prose import LONGEST_TEXT, all_documents, in_body, is_too_long
from statsite.model import Document, WrittenSite
from statsite.problems import Location, Problem, Severity
from statsite.prose import stray_items

#: The Markdown library takes time that grows with the square of a block's length, and descends once
#: for each level of nesting.
LONGEST_BLOCK = 5_000
DEEPEST_INDENT = 40

_MARKERS = re.compile(r"[ >]*(?:(?:[-*+]|[0-9]+\.) +[ >]*)*")
_TAB = " " * 4


def markdown_renders_at_once(site: WrittenSite) -> Iterator[Problem]:
    """``prose-too-long``: a text, or a stretch of it without an empty line; ``prose-too-deep``:
    lists and quotations within each other.
    """
    for document in all_documents(site):
        yield from _refusals(document)


def renders_at_once(document: Document) -> bool:
    """Whether a document is within these bounds; what is not is refused, and never rendered."""
    return next(_refusals(document), None) is None


def _refusals(document: Document) -> Iterator[Problem]:
    if is_too_long(document):
        yield _too_long(document)
        return
    yield from _long_blocks(document)
    yield from _deep_lines(document)


def _too_long(document: Document) -> Problem:
    message = f"the text has {len(document.body)} characters, more than {LONGEST_TEXT}"
    hint = "split it into several pages"
    return Problem("prose-too-long", message, in_body(document, 1, 1), hint)


def lists_are_read(_: str, document: Document) -> Iterator[Problem]:
    """``list-unread``: what looks like an item of a list and runs on from the text above it."""
    for line in stray_items(document.body):
        yield _runs_on(in_body(document, line, 1))


def _runs_on(location: Location) -> Problem:
    message = "this item runs on from the line above it"
    hint = (
        "separate it from the text above with an empty line; a list straight below text "
        "begins at the margin, with - or 1."
    )
    return Problem("list-unread", message, location, hint, Severity.WARNING)


def _long_blocks(document: Document) -> Iterator[Problem]:
    for line, length in _blocks(document.body):
        if length > LONGEST_BLOCK:
            yield _long_block(length, in_body(document, line, 1))


def _long_block(length: int, location: Location) -> Problem:
    message = (
        f"{length} characters follow each other here without an empty line, "
        f"more than {LONGEST_BLOCK}"
    )
    return Problem("prose-too-long", message, location, "split them with an empty line")


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """First line, from 1, and length of each run of lines that are not empty."""
    for is_empty, run in groupby(enumerate(body.split("\n"), 1), key=_is_empty):
        if not is_empty:
            numbers, lines = zip(*run, strict=True)
            yield numbers[0], sum(map(len, lines))


def _is_empty(numbered: tuple[int, str]) -> bool:
    return not numbered[1].strip()


def _deep_lines(document: Document) -> Iterator[Problem]:
    for number, depth in enumerate(map(_depth, document.body.split("\n")), 1):
        if depth > DEEPEST_INDENT:
            yield _too_deep(depth, in_body(document, number, 1))


def _too_deep(depth: int, location: Location) -> Problem:
    message = f"the line begins {depth} columns deep, more than {DEEPEST_INDENT}"
    return Problem("prose-too-deep", message, location)


def _depth(line: str) -> int:
    """How many columns of space and markers a line begins with."""
    markers = _MARKERS.match(line.replace("\t", _TAB))
    return markers.end() if markers else 0
