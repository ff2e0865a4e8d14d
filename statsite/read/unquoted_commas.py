"""A comma inside braces that was meant as part of a text and split it: found, and reported once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from statsite.language import LANGUAGES
from statsite.problems import Location, Problem
from statsite.read.text import shown
from statsite.read.yaml_tree import Fields, Items, Scalar, YamlNode, punctuation_hint

_UNKNOWN_KEY = {"field-unknown", "unknown-language"}
_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


class _SplitText(Struct, frozen=True):
    """A text that a comma split: its rest and where that is as a key, the places of all that is
    wrong because of it.

    ``meant`` is the whole text, or empty where there is no telling.
    """

    rest: str
    key: Location
    places: frozenset[Location]
    meant: str


def merged_comma_problems(problems: Iterable[Problem], node: YamlNode) -> Iterator[Problem]:
    """``problems`` of ``node``, where those of a split text are one ``comma-unquoted`` at the first
    key that is none.
    """
    found = list(problems)
    unknown = {problem.location for problem in found if problem.check in _UNKNOWN_KEY}
    split = [one for one in _split_below(node) if one.key in unknown]
    because = frozenset[Location]().union(*(one.places for one in split))
    yield from (_problem(one) for one in split)
    yield from (problem for problem in found if problem.location not in because)


def _split_below(node: YamlNode) -> Iterator[_SplitText]:
    if isinstance(node, Fields):
        if node.bare:
            yield from _split(node)
        for value in node.fields.values():
            yield from _split_below(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _split_below(item)


def _split(node: Fields) -> Iterator[_SplitText]:
    """The split texts of one mapping: each a text and the keys without a colon right behind it."""
    text, rest = "", list[str]()
    for name in (*node.fields, ""):
        if text and _is_rest(name, node):
            rest.append(name)
            continue
        if rest:
            yield _one(node, text, rest)
        value = node.fields.get(name)
        text, rest = (name if isinstance(value, Scalar) and value.text else ""), []


def _is_rest(name: str, node: Fields) -> bool:
    """Whether a key may be the rest of the text before it: it has no colon, and lacks none."""
    languages = {language for language in LANGUAGES if language not in node.fields}
    return name in node.bare and not _lacks_a_colon(name, languages)


def _lacks_a_colon(name: str, languages: Collection[str]) -> bool:
    """Whether ``name`` is rather one of ``languages`` and its text, or any key and its text with a
    full-width colon.
    """
    return name.partition(" ")[0] in languages or bool(punctuation_hint(name))


def _one(node: Fields, field: str, rest: list[str]) -> _SplitText:
    value = node.fields[field]
    keys = [node.keys[name] for name in rest]
    places = [node.location, value.location, *keys, *(node.fields[name].location for name in rest)]
    meant = _meant(value, rest, keys) if all(node.bare[name] == 1 for name in rest) else ""
    return _SplitText(rest[0], keys[0], frozenset(places), meant)


def _meant(value: YamlNode, rest: list[str], keys: list[Location]) -> str:
    """The text before the comma split it; a space behind a comma stays where the file has one."""
    text, end = "", value.location
    if isinstance(value, Scalar):
        text, end = value.text, value.place(len(value.text))
    for name, key in zip(rest, keys, strict=True):
        gap = key.column - end.column if key.line == end.line else 0
        text += f"{',' if gap == 1 else ', '}{name}"
        end = Location(key.path, key.line, key.column + len(name))
    return text


def _problem(split: _SplitText) -> Problem:
    message = f"inside braces a comma ends the text before it: {shown(split.rest)} is left over"
    return Problem("comma-unquoted", message, split.key, _hint(split.meant))


def _hint(meant: str) -> str:
    if _THOUSANDS.fullmatch(meant):
        return f"write digits without thousands marks: {meant.replace(',', '')}"
    if not meant or shown(meant) != f"`{meant}`":
        return "put the whole text in quotes"
    escaped = meant.replace("'", "''")
    return (
        f"put the whole text in quotes: '{escaped}'"
        if re.search(r'["\\]', meant)
        else f'put the whole text in quotes: "{meant}"'
    )
