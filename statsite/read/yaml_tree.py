"""YAML text to a tree that keeps every scalar as written and the place of every key and value."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol, TypeVar

import yaml
from msgspec import Struct

from statsite.problems import Location, Problem
from statsite.read.text import first_refused, place_in, refused_character, shown

_T = TypeVar("_T")

DEPTH_LIMIT = 20

#: How many values a file may hold; real content of the largest size holds fewer.
VALUES_LIMIT = 100_000

#: How many problems of one piece of YAML are listed; who fixes these sees the others.
MOST_PROBLEMS = 100


class Scalar(Struct, frozen=True):
    """Text.

    ``start`` is how far its first character is after ``location``, None where the file writes it
    differently.
    """

    text: str
    location: Location
    start: int | None

    def place(self, offset: int) -> Location:
        """Where the character at ``offset`` of the text is, or where the scalar begins if that
        cannot be told.
        """
        if self.start is None:
            return self.location
        begin = self.location
        return Location(begin.path, begin.line, begin.column + self.start + offset)


class Items(Struct, frozen=True):
    """A list."""

    items: tuple[YamlNode, ...]
    location: Location


class Fields(Struct, frozen=True):
    """Keys and their values, with the place of each key.

    ``bare`` are the words in braces that are as keys without a colon, with their numbers.
    """

    fields: Mapping[str, YamlNode]
    keys: Mapping[str, Location]
    location: Location
    bare: Mapping[str, int] = {}


YamlNode = Scalar | Items | Fields

#: A tree as Python's own lists, dicts and text.
Plain = str | list["Plain"] | dict[str, "Plain"]


def read_tree(text: str, path: str, problems: list[Problem]) -> YamlNode | None:
    """The tree of the one YAML document in ``text``, or None if there is no telling; what is wrong
    joins ``problems``.

    Every scalar is text. Anchors, aliases, merge keys, tags, equal keys and keys that are not text
    are problems.
    """
    builder = _Builder(text, path, problems)
    try:
        builder.take_all(yaml.parse(text, yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, text, path))
        return None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"this is not YAML: {str(error).splitlines()[0]}"
        problems.append(Problem("yaml-syntax", message, Location(path)))
        return None
    if builder.lost:
        return None
    if _is_empty(builder.root):
        problems.append(_empty(path))
        return None
    return builder.root


def _empty(path: str) -> Problem:
    hint = "write its fields, or delete it"
    return Problem("yaml-empty", "the file is empty", Location(path), hint)


def _is_empty(root: YamlNode | None) -> bool:
    return root is None or (isinstance(root, Scalar) and not root.text)


def plain(node: YamlNode) -> Plain:
    """``node`` without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.fields.items()}


def places(
    node: YamlNode, prefix: str = "", *, without: str = ""
) -> Iterator[tuple[str, Location]]:
    """The place of every value below ``node`` but its field ``without``, by keys and indices joined
    with dots.
    """
    if isinstance(node, Scalar):
        return
    pairs = enumerate(node.items) if isinstance(node, Items) else node.fields.items()
    for key, value in pairs:
        if key != without:
            # The same few names lead to the values of every figure.
            way = sys.intern(f"{prefix}{key}")
            yield way, value.location
            yield from places(value, f"{way}.")


def more_problems(location: Location) -> Problem:
    """That there are more problems than are told."""
    return Problem(
        "problems-many",
        f"more than {MOST_PROBLEMS} problems: the others are not listed",
        location,
        "fix these first",
    )


def until_too_many_problems(
    nodes: Iterable[_T], location: Location, problems: list[Problem]
) -> Iterator[_T]:
    """``nodes``, the parts of what begins at ``location``, until more than is told has joined
    ``problems``.
    """
    begun = len(problems)
    for node in nodes:
        if len(problems) - begun > MOST_PROBLEMS:
            problems.append(more_problems(location))
            return
        yield node


def child_node(node: YamlNode | None, key: str) -> YamlNode | None:
    """The value of ``key``, or None where there is none."""
    return node.fields.get(key) if isinstance(node, Fields) else None


def child_items(node: YamlNode | None, key: str) -> tuple[YamlNode, ...]:
    """The items of the list at ``key``; none where there is no list."""
    listed = child_node(node, key)
    return listed.items if isinstance(listed, Items) else ()


class _Open(Struct):
    """A list or mapping whose end has not come yet; a mapping's keys and values alternate.

    ``bare`` are the indices of keys without a colon.
    """

    location: Location
    is_mapping: bool
    in_braces: bool
    nodes: list[YamlNode] = []
    bare: set[int] = set()


class _Pair(Struct, frozen=True):
    """A key with its place, and its value; ``is_bare`` without a colon between them."""

    name: str
    location: Location
    value: YamlNode
    is_bare: bool


class _Mark(Protocol):
    """A place in YAML text, counted from 0."""

    @property
    def index(self) -> int: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0


class _Builder:
    """Takes parser events one by one and holds the finished root; ``lost`` says that going on makes
    no sense.
    """

    def __init__(self, text: str, path: str, problems: list[Problem]) -> None:
        self.root: YamlNode | None = None
        self.lost = False
        self._text = text
        self._path = path
        self._problems = problems
        self._open: list[_Open] = []
        self._values = 0
        self._reported = 0
        self._last_end = 0

    def take_all(self, events: Iterable[yaml.Event]) -> None:
        """Take ``events`` in turn as long as going on makes sense."""
        for event in events:
            self._take(event)
            if self.lost:
                return

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._closed(self._open.pop()))
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse_second_document(event)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_properties(event)
        self._mark_bare_key(event)
        self._add(self._scalar(event))
        self._last_end = _index(event.end_mark)

    def _refuse_alias(self, event: yaml.AliasEvent) -> None:
        message = f"the alias `*{event.anchor}` is not allowed"
        self._refuse(event, "yaml-alias", message, hint="write the value out")
        self.lost = True

    def _refuse_second_document(self, event: yaml.DocumentStartEvent) -> None:
        self._refuse(
            event,
            "yaml-several-documents",
            "a second document begins here",
            hint="keep one document in a file: remove the `---`",
        )
        self.lost = True

    def _refuse(self, event: yaml.Event, check: str, message: str, *, hint: str) -> None:
        self._report(Problem(check, message, self._place(event.start_mark), hint))

    def _report(self, problem: Problem) -> None:
        self._reported += 1
        if self._reported <= MOST_PROBLEMS:
            self._problems.append(problem)
        elif not self.lost:
            self.lost = True
            self._problems.append(more_problems(problem.location))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse_anchor(event, event.anchor)
        if event.tag:
            self._refuse_tag(event, event.tag)

    def _refuse_anchor(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, anchor: str
    ) -> None:
        message = f"the anchor `&{anchor}` is not allowed"
        self._refuse(event, "yaml-anchor", message, hint="write values out where they are needed")

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, tag: str) -> None:
        message = f"the tag {shown(tag)} is not allowed"
        self._refuse(event, "yaml-tag", message, hint="remove it: every value is read as text")

    def _place(self, mark: _Mark | None) -> Location:
        return (
            Location(self._path, mark.line + 1, mark.column + 1) if mark else Location(self._path)
        )

    def _mark_bare_key(self, value: yaml.ScalarEvent) -> None:
        """Mark the key before ``value`` where no colon is between them: then the parser has made
        the value up.
        """
        opened = self._open[-1] if self._open and not value.value else None
        if (
            opened
            and opened.in_braces
            and len(opened.nodes) % 2
            and ":" not in self._text[self._last_end : _index(value.start_mark)]
        ):
            opened.bare.add(len(opened.nodes) - 1)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text, location = event.value, self._place(event.start_mark)
        if event.style == '"' or "\t" in text:
            self._refuse_characters(text, location)
        return Scalar(text, location, _start(text, event, location, self._place(event.end_mark)))

    def _refuse_characters(self, text: str, location: Location) -> None:
        character = first_refused(text)
        if character is not None:
            self._report(refused_character(character, location))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) == DEPTH_LIMIT:
            self._refuse(
                event,
                "yaml-too-deep",
                f"values are nested more than {DEPTH_LIMIT} deep",
                hint="close brackets and check the indentation",
            )
            self.lost = True
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(
            _Open(self._place(event.start_mark), is_mapping, is_mapping and bool(event.flow_style))
        )

    def _add(self, node: YamlNode) -> None:
        self._values += 1
        if self._values > VALUES_LIMIT and not self.lost:
            self._report(
                Problem(
                    "file-too-large",
                    f"the file holds more than {VALUES_LIMIT} values",
                    node.location,
                    "split it",
                )
            )
            self.lost = True
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _closed(self, opened: _Open) -> YamlNode:
        if not opened.is_mapping:
            return Items(tuple(opened.nodes), opened.location)
        return self._mapping(opened)

    def _mapping(self, opened: _Open) -> Fields:
        """The fields of a mapping, the first of those whose keys look alike; of keys without a
        colon, how often each is there.
        """
        first, bare = dict[str, _Pair](), Counter[str]()
        for pair in self._pairs(opened):
            other = first.setdefault(_composed(pair.name), pair)
            if other is not pair and not (pair.is_bare and other.name in bare):
                self._refuse_duplicate(other.name, other.location, pair.location)
            if pair.is_bare:
                bare[other.name] += 1
        fields = {pair.name: pair.value for pair in first.values()}
        keys = {pair.name: pair.location for pair in first.values()}
        return Fields(fields, keys, opened.location, dict(bare))

    def _pairs(self, opened: _Open) -> Iterator[_Pair]:
        """The pairs whose keys are words."""
        for index in range(0, len(opened.nodes), 2):
            if self.lost:
                return
            key, value = opened.nodes[index : index + 2]
            name = self._key(key)
            if name is not None:
                yield _Pair(name, key.location, value, index in opened.bare)

    def _key(self, key: YamlNode) -> str | None:
        if not isinstance(key, Scalar) or not key.text:
            self._report(
                Problem("yaml-key", "a key must be a word", key.location, hint="write `key: value`")
            )
            return None
        if key.text == "<<":
            self._report(
                Problem(
                    "yaml-merge-key",
                    "the merge key `<<` is not allowed",
                    key.location,
                    hint="write the values out",
                )
            )
            return None
        return key.text

    def _refuse_duplicate(self, name: str, first: Location, second: Location) -> None:
        message = f"the key {shown(name)} appears twice: lines {first.line} and {second.line}"
        self._report(Problem("duplicate-key", message, second, hint="keep one of them"))


def _start(text: str, event: yaml.ScalarEvent, begin: Location, end: Location) -> int | None:
    """How many columns behind its beginning a scalar's ``text`` starts, as ``Scalar.start``: None
    where it is not written as it is read.
    """
    quotes = 1 if event.style else 0
    return quotes if _length(begin, end) == len(text) + 2 * quotes else None


def _length(begin: Location, end: Location) -> int | None:
    """How many columns lie between two places of one line."""
    return end.column - begin.column if begin.line == end.line else None


def _composed(name: str) -> str:
    """``name`` as Unicode composes it, so that keys that look alike are one."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


#: What the parser says, what an editor can understand, and what to do. The first whose beginning
#: fits is used.
_SYNTAX = (
    ("found a tab character", "a tab is used where spaces must be", "indent with spaces"),
    ("found character '\\t'", "a tab is used where spaces must be", "indent with spaces"),
    (
        "mapping values are not allowed",
        "a second `: ` in one value, or a wrong indentation",
        "put a text that holds `: ` in quotes",
    ),
    ("could not find expected ':'", "a key without `: ` after it", "write `key: value`"),
    (
        "did not find expected key",
        "this line fits nothing above it",
        "check the indentation, and the quotes of the lines above",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not an item of the list above it",
        "begin items with `- `, all in one column",
    ),
    (
        "did not find expected ','",
        "a bracket is not closed, or a comma is missing",
        "a text that holds `, : { } [ ]` inside brackets needs quotes",
    ),
    ("found unexpected end of stream", "a quote is never closed", "close it"),
    (
        "did not find expected <document start>",
        "this line belongs to nothing above it",
        "check the indentation",
    ),
    (
        "found invalid Unicode character escape code",
        "this escape means no character",
        "write the character itself",
    ),
    (
        "found unknown escape character",
        "this escape is not known",
        "use 'single quotes', in which a backslash is a backslash",
    ),
    (
        "did not find expected comment or line break",
        "a value that begins with > or | must be in quotes",
        'write ">="',
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "close brackets, and write a value after each `:` and `,`",
    ),
    (
        "found undefined tag handle",
        "a value that begins with ! must be in quotes",
        "put it in quotes",
    ),
)
_NEEDS_QUOTES = "found character that cannot start any token"


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    begun = error.context_mark.line + 1 if error.context_mark else 0
    location = _place_of(error, text, path)
    message, hint = _explained(str(error.problem or error.context), _character_at(text, location))
    if 0 < begun < location.line:
        message += f"; it began in line {begun}"
    of_punctuation = _punctuation_hint(text, begun or location.line - 1, location.line)
    return Problem("yaml-syntax", message, location, of_punctuation or hint)


def _place_of(error: yaml.MarkedYAMLError, text: str, path: str) -> Location:
    """Where the error is; for what is never closed, where it begins; never behind the end of the
    text.
    """
    for mark in (error.problem_mark, error.context_mark):
        if mark and mark.index < len(text):
            return Location(path, mark.line + 1, mark.column + 1)
    return place_in(text, max(len(text.rstrip()) - 1, 0), path)


def _explained(said: str, character: str) -> tuple[str, str]:
    if said.startswith(_NEEDS_QUOTES):
        if character == "\t":
            return "a tab is used where spaces must be", "indent with spaces"
        return f"a value that begins with {shown(character)} must be in quotes", "put it in quotes"
    return next(
        ((message, hint) for beginning, message, hint in _SYNTAX if said.startswith(beginning)),
        (f"this is not YAML: {said}", ""),
    )


def _character_at(text: str, location: Location) -> str:
    line = next(islice(text.split("\n"), location.line - 1, None), "")
    return line[location.column - 1 : location.column]


def _punctuation_hint(text: str, first: int, last: int) -> str:
    return punctuation_hint("\n".join(text.split("\n")[max(first - 1, 0) : last]))


#: Where full-width punctuation is as YAML's own would, and what to write.
_FULL_WIDTH = (
    (re.compile(r"(?:^|[\n{,-]) *[\w.-]+ *："), "`：` is not a YAML colon: write `:` and a space"),
    (re.compile(r"， *[\w.-]+ *:"), "`，` does not separate YAML fields: write `,` and a space"),
    (
        re.compile(r"(?:^|: |- |[\[{,] ?)[“”‘’]"),
        'curly quotes are not YAML quotes: write straight ones, `"`',
    ),
    (re.compile("[｛｝［］]"), "full-width brackets are not YAML brackets: write `{ }` or `[ ]`"),
)


def punctuation_hint(text: str) -> str:
    """What to do about full-width punctuation that is in ``text`` where YAML needs its own; empty
    if there is none.
    """
    return next((hint for pattern, hint in _FULL_WIDTH if pattern.search(text)), "")
