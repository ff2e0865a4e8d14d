"""Markdown stays within what is rendered at once: short texts, short blocks, shallow nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.check.prose import LONGEST_TEXT, all_documents, documents, in_body
from statsite.model import Document, WrittenSite
from statsite.problems import Problem, Severity
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
    if len(document.body) > LONGEST_TEXT:
        message = f"the text has {len(document.body)} characters, more than {LONGEST_TEXT}"
        yield Problem(
            "prose-too-long", message, in_body(document, 1, 1), "split it into several pages"
        )
        return
    yield from _long_blocks(document)
    yield from _deep_lines(document)


def lists_are_read(site: WrittenSite) -> Iterator[Problem]:
    """``list-unread``: what looks like an item of a list and runs on from the text above it."""
    hint = (
        "separate it from the text above with an empty line; a list straight below text "
        "begins at the margin, with - or 1."
    )
    for _, document in documents(site):
        for line in stray_items(document.body):
            yield Problem(
                "list-unread",
                "this item runs on from the line above it",
                in_body(document, line, 1),
                hint,
                Severity.WARNING,
            )


def _long_blocks(document: Document) -> Iterator[Problem]:
    for line, length in _blocks(document.body):
        if length > LONGEST_BLOCK:
            message = (
                f"{length} characters follow each other here without an empty line, "
                f"more than {LONGEST_BLOCK}"
            )
            yield Problem(
                "prose-too-long",
                message,
                in_body(document, line, 1),
                "split them with an empty line",
            )


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """First line, from 1, and length of each run of lines that are not empty."""
    first = length = 0
    for number, line in enumerate([*body.split("\n"), ""], 1):
        if line.strip():
            first, length = first or number, length + len(line)
        elif first:
            yield first, length
            first = length = 0


def _deep_lines(document: Document) -> Iterator[Problem]:
    for number, line in enumerate(document.body.split("\n"), 1):
        markers = _MARKERS.match(line.replace("\t", _TAB))
        if markers and markers.end() > DEEPEST_INDENT:
            yield Problem(
                "prose-too-deep",
                f"the line begins {markers.end()} columns deep, more than {DEEPEST_INDENT}",
                in_body(document, number, 1),
            )
