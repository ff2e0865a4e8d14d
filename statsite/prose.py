"""What is in Markdown prose: references to figures, charts and tables, links, the words that are
left, where lists and tables begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal

from markdown.extensions.toc import slugify_unicode
from msgspec import Struct

from statsite.problems import line_and_column

_ID = r"(?P<id>[^\[\]|\s]+?)"

#: What begins a table or a pair, which is no reference to one figure.
_NO_BLOCK = r"(?!table\b[^\[\]|:]*:)(?!pair\b[^\[\]|:]*:)"
REFERENCE = re.compile(
    rf"\[\[[ \t]*{_NO_BLOCK}(?P<chart>chart:)?{_ID}[ \t]*(?:\|(?P<words>[^\[\]]*))?\]\]"
)
CHART_LINE = re.compile(rf"^[ \t]*\[\[[ \t]*chart:{_ID}[ \t]*\]\][ \t]*$", re.MULTILINE)

#: ``[[table: id, id | caption]]``, on as many lines as it takes; what is wrong before the colon and
#: between the commas, a check tells.
FIGURES = re.compile(
    r"\[\[[ \t]*(?P<name>table|pair)\b(?P<order>[^\[\]|:\n]*):(?P<ids>[^\[\]|]*)"
    r"(?:\|(?P<words>[^\[\]]*))?\]\]"
)
FIGURES_LINE = re.compile(rf"^[ \t]*{FIGURES.pattern}[ \t]*$", re.MULTILINE)
_LISTED = re.compile(r"[^\s,](?:[^,]*[^\s,])?")

#: The one way to write a link. Its target holds no bracket, space or backslash, and no host outside
#: ASCII.
LINK = re.compile(
    r"(?<![!\\])\[(?P<words>[^\[\]]+)"
    r"\]\((?P<target>(?![^()\s]*//[^()\s/?#]*[^\x00-\x7f/?#])[^()\[\]\\\s\x00-\x1f]+)\)"
)


class ProseReference(Struct, frozen=True):
    """``[[id]]``, ``[[id|words]]`` or ``[[chart:id]]``; line and column count from 1 within the
    text it was found in.
    """

    kind: Literal["figure", "chart"]
    id: str
    words: str | None
    line: int
    column: int

    @property
    def is_figure(self) -> bool:
        """Whether it names a figure, not a chart."""
        return self.kind == "figure"


class FigureBlock(Struct, frozen=True):
    """``[[table: id, id | caption]]`` or ``[[pair: …]]``: figures shown together; ``order`` is what
    comes before the colon, as ``by value``.

    Line and column count from 1 within the text it was found in, also those of its ``references``.
    """

    kind: Literal["table", "pair"]
    order: str
    references: tuple[ProseReference, ...]
    caption: str
    line: int
    column: int

    @property
    def ids(self) -> tuple[str, ...]:
        """The figures that it names, in its order."""
        return tuple(reference.id for reference in self.references)


class ProseLink(Struct, frozen=True):
    """A Markdown link and its place."""

    target: str
    line: int
    column: int


#: How far before a word the end of the last sentence is looked for, in characters.
_REACH = 40
#: The end of a sentence, and what may be between it and the first word of the next.
_SENTENCE_END = re.compile(
    r"(?:^|(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bcf)[.!?][\"”’')\]*_]*\s)[\s*_\"“‘'(]*$"
)


def begins_sentence(text: str, at: int) -> bool:
    """Whether what is at ``at`` of ``text``, that of a block, begins a sentence or the block
    itself.
    """
    return _SENTENCE_END.search(text, max(0, at - _REACH), at) is not None


def references(text: str) -> Iterator[ProseReference]:
    """Every reference in ``text``, in its order; tables and pairs refer to each figure
    they name.
    """
    found = [_reference(text, one) for one in REFERENCE.finditer(text)]
    listed = [reference for block in figure_blocks(text) for reference in block.references]
    return iter(sorted([*found, *listed], key=lambda reference: (reference.line, reference.column)))


def _reference(text: str, found: re.Match[str]) -> ProseReference:
    line, column = line_and_column(text, found.start())
    return ProseReference(
        "chart" if found["chart"] else "figure", found["id"], found["words"], line, column
    )


def figure_blocks(text: str) -> Iterator[FigureBlock]:
    """Every table and pair of figures in ``text``, in its order, wherever it is."""
    return (figure_block(found, text) for found in FIGURES.finditer(text))


def figure_block(found: re.Match[str], text: str) -> FigureBlock:
    """The table or pair that ``FIGURES`` or ``FIGURES_LINE`` found in ``text``."""
    line, column = line_and_column(text, found.start("name"))
    kind: Literal["table", "pair"] = "table" if found["name"] == "table" else "pair"
    order, caption = _in_one_line(found["order"]), _in_one_line(found["words"] or "")
    return FigureBlock(kind, order, tuple(_listed(found, text)), caption, line, column)


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def _listed(found: re.Match[str], text: str) -> Iterator[ProseReference]:
    for one in _LISTED.finditer(text, *found.span("ids")):
        line, column = line_and_column(text, one.start())
        yield ProseReference("figure", one[0], None, line, column)


def links(text: str) -> Iterator[ProseLink]:
    """Every Markdown link in ``text``, in its order."""
    for found in LINK.finditer(text):
        line, column = line_and_column(text, found.start("target"))
        yield ProseLink(found["target"], line, column)


#: Ids that the page around the prose has.
_TAKEN = re.compile(r"content|all-figures|chart-.*|figure-.*|card-.*")


def heading_id(text: str, separator: str) -> str:
    """The id of a heading of these words, none that the page around it has."""
    slug = slugify_unicode(text, separator)
    return f"text{separator}{slug}" if _TAKEN.fullmatch(slug) else slug


#: The heading of a section.
SECTION = re.compile(r"^##[ \t]+(?P<title>\S.*?)[ \t]*$", re.MULTILINE)


class Section(Struct, frozen=True):
    """A part of a text under a heading of the second level: the heading, its id on the page, and
    the words below it.
    """

    title: str
    id: str
    words: str


@lru_cache(maxsize=256)
def sections(text: str) -> tuple[Section, ...]:
    """The parts of ``text``, in its order; of two with the same heading the first. Kept, since the
    texts of a site are asked for them again and again.
    """
    return tuple(_sections(text))


def _sections(text: str) -> Iterator[Section]:
    seen = set[str]()
    for heading, words in _headings(text):
        name = heading_id(heading, "-")
        if name not in seen:
            seen.add(name)
            yield Section(heading, name, _in_one_line(blanked(words)))


def _headings(text: str) -> Iterator[tuple[str, str]]:
    """Each heading of the second level, and what is below it."""
    found = [*SECTION.finditer(text)]
    ends = [*(one.start() for one in found[1:]), len(text)]
    return ((one["title"], text[one.end() : end]) for one, end in zip(found, ends, strict=False))


def without_references(text: str) -> str:
    """``text`` with references and their words blanked, every other character in its place."""
    return REFERENCE.sub(lambda found: " " * len(found[0]), text)


def blanked(text: str) -> str:
    """``text`` with references and link targets blanked, every other character in its place.

    The words of ``[[id|words]]``, of links and of captions stay: a number typed there is as bare as
    anywhere.
    """
    return FIGURES.sub(
        _all_but_words, REFERENCE.sub(_all_but_words, LINK.sub(_all_but_words, text))
    )


def _all_but_words(found: re.Match[str]) -> str:
    if not found["words"]:
        return blank(found[0])
    before = found.string[found.start() : found.start("words")]
    behind = found.string[found.end("words") : found.end()]
    return blank(before) + found["words"] + blank(behind)


def blank(text: str) -> str:
    """Spaces for every character of ``text``; its lines stay."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def pattern_of_wordings(wordings: Iterable[str]) -> re.Pattern[str]:
    """What finds each of the ``wordings`` as words of their own, the longest first, in any case and
    in the plural of English; nothing of none.
    """
    listed = sorted({*filter(None, wordings)}, key=lambda one: (-len(one), one))
    alike = groupby(listed, _sides)
    parts = [
        f"{before}(?:{'|'.join(map(re.escape, words))}){behind}"
        for (before, behind), words in alike
    ]
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE)


def singulars(found: str) -> tuple[str, ...]:
    """The wordings, in small letters, that ``pattern_of_wordings`` may have found as ``found``."""
    folded = found.casefold()
    return folded, folded.removesuffix("s"), folded.removesuffix("es")


def _sides(wording: str) -> tuple[str, str]:
    """What must be before and behind a wording: letters of Latin script there would make another
    word of it, Chinese characters do not. Told once for all wordings in a row that have the same,
    since a pattern takes long to make of many sets of characters.
    """
    before = r"(?<![A-Za-z0-9-])" if wording[0].isascii() else ""
    behind = r"(?:e?s)?(?![A-Za-z0-9-])" if _is_latin(wording[-1]) else ""
    return before, behind


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


_QUOTED = re.compile(r"(?: {0,3}>)* ?")
_BULLET = re.compile(r" {0,3}[-*+][ \t]+\S")
_NUMBERED = re.compile(r" {0,3}(?P<number>[0-9]{1,9})\.[ \t]+\S")
_DEEP_ITEM = re.compile(r"(?: {4,}|\t)[ \t]*(?:[-*+]|[0-9]{1,9}\.)[ \t]+\S")
_RULE = re.compile(r" {0,3}(?P<sign>[-*_])(?:[ \t]*(?P=sign)){2,}[ \t]*")
_HEADING = re.compile(r" {0,3}#{1,6}")
_BELOW_HEAD = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")

_Kind = Literal["", "text", "bullets", "numbers", "table"]


class _Line(Struct, frozen=True):
    """A line of Markdown: the marks of quotation before it, what begins or goes on with it, and
    what it goes on from.
    """

    text: str
    quoted: str
    kind: _Kind
    before: _Kind
    is_stray: bool = False

    @property
    def needs_empty_line(self) -> bool:
        """Whether a list or a table begins with it straight below something else."""
        return self.before not in {"", self.kind} and self.kind in {"bullets", "numbers", "table"}


def with_empty_lines(text: str) -> str:
    """``text`` with an empty line before each list and table that begins straight below something
    else, where Markdown would read no list.
    """
    return "\n".join(
        f"{line.quoted.rstrip()}\n{line.text}" if line.needs_empty_line else line.text
        for line in _lines(text)
    )


def stray_items(text: str) -> Iterator[int]:
    """The lines, from 1, that look like items of a list and run on from the text above them
    instead: they begin at another number than 1, or deep.
    """
    return (number for number, line in enumerate(_lines(text), 1) if line.is_stray)


def _lines(text: str) -> Iterator[_Line]:
    kind: _Kind = ""
    depth = 0
    for line, following in pairwise([*text.split("\n"), ""]):
        quoted = _marks_of_quotation(line)
        rest, now = line[len(quoted) :], quoted.count(">")
        begins = _beginning(rest, following[len(quoted) :], kind)
        before, kind = _kinds(kind, begins, deeper=now - depth)
        depth = now
        if _stands_alone(rest):
            kind = before = ""
        is_stray = before == kind == "text" and _looks_like_an_item(rest)
        yield _Line(line, quoted, kind, before, is_stray)


def _marks_of_quotation(line: str) -> str:
    """What a quotation begins a line with; empty where none does."""
    return (_QUOTED.match(line) or [""])[0] if ">" in line else ""


def _stands_alone(rest: str) -> bool:
    """Whether a line is empty, a heading or a rule: no part of what is around it."""
    return bool(not rest.strip() or _HEADING.match(rest) or _RULE.fullmatch(rest))


def _kinds(kind: _Kind, begins: _Kind, *, deeper: int) -> tuple[_Kind, _Kind]:
    """What a line is straight below, and what it is part of, where it ``begins`` something or
    nothing and the line above is part of ``kind``; by how many quotes it is ``deeper`` than that.
    """
    if deeper > 0 or not kind:
        return "", begins or "text"
    if begins and (begins != kind or deeper < 0):
        return "text" if begins == kind else kind, begins
    return kind, kind


def _looks_like_an_item(rest: str) -> bool:
    return _NUMBERED.match(rest) is not None or _DEEP_ITEM.match(rest) is not None


def _beginning(rest: str, following: str, before: _Kind) -> _Kind:
    """What a line begins, where it is straight below ``before``: a list in the middle of text
    begins at 1.
    """
    if before != "table" and _is_head_of_table(rest, following):
        return "table"
    if before == "table" and "|" in rest:
        return ""
    if _BULLET.match(rest) and not _RULE.fullmatch(rest):
        return "bullets"
    return "numbers" if _begins_numbers(rest, before) else ""


def _is_head_of_table(rest: str, following: str) -> bool:
    return "|" in rest and "|" in following and _BELOW_HEAD.fullmatch(following) is not None


def _begins_numbers(rest: str, before: _Kind) -> bool:
    numbered = _NUMBERED.match(rest)
    return numbered is not None and (before != "text" or int(numbered["number"]) == 1)


#: What the ids of figures in a text, and of their cards, begin with.
FIGURE_PREFIX, CARD_PREFIX = "figure-", "card-"


def figure_anchor(observation_id: str) -> str:
    """The id of the place in a text at which a figure first is."""
    return FIGURE_PREFIX + observation_id


def card_anchor(observation_id: str) -> str:
    """The id of the card of a figure in a text."""
    return CARD_PREFIX + observation_id
