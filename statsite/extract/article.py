"""An article made ready for finding figures: white space and Markdown marks out, damaged headings
repaired, every offset traceable.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from statsite.extract.text_places import SENTENCE_END
from statsite.grammar.double_printing import SHORTEST, without_double_printing
from statsite.grammar.fold_characters import fold_text

_LINE = re.compile(r"[^\n]*\n?")
#: Marks of Markdown: those that begin a line, and those that may be anywhere.
_MARKS = re.compile(r"^[^\S\n]*(?:#{1,6}(?:[^\S\n]|(?=\n))|>[^\S\n]?)+|[*`_\\]+", re.MULTILINE)
#: A line with so many characters that it may have been printed twice.
_MAY_BE_DOUBLED = re.compile(rf"[^\n]{{{SHORTEST},}}\n?")
_NUMBERED = re.compile(
    r"\s*(?:[0-9０-９]{1,2}[.．、](?![0-9０-９]{1,3}[^0-9０-９])|[一二三四五六七八九十]{1,3}、"
    "|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_SENTENCE_END = re.compile(r"[。！？!?]\W?\s*$")

#: A line this long holds a whole paragraph; a newspaper column is narrower.
_WIDER_THAN_A_COLUMN = 60


class ArticleText(Struct, frozen=True):
    """An article in the form in which figures are looked for.

    ``shown`` is as printed but for full-width digits, ``plain`` (as long) has one form of every
    character. ``starts`` and ``ends`` give for every character where it is in the text as given.
    ``line_starts`` are the places in ``plain`` where a line of it begins, ``indents`` by how many
    characters of white space each is set in. ``paragraph_starts`` are the places where, as far as
    the layout shows it, a paragraph does; ``sentence_ends`` are the places after full stops.
    """

    shown: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line_starts: tuple[int, ...]
    indents: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def is_parted(self, first: int, last: int) -> bool:
        """Whether white space in a line parts the words from ``first`` on from those that end
        before ``last``, as it does the two halves of a headline; around digits and Latin letters it
        parts nothing.
        """
        lines = self.line_starts
        return any(
            self.starts[at] > self.ends[at - 1]
            and not (self.plain[at - 1].isascii() or self.plain[at].isascii())
            and lines[bisect_left(lines, at) % len(lines)] != at
            for at in range(max(1, first), last + 1)
        )


def prepare(text: str) -> ArticleText:
    """``text`` made ready."""
    kept, kept_starts, kept_ends = _kept(text)
    folded = fold_text(kept)
    starts = tuple([kept_starts[offset] for offset in folded.offsets[:-1]])
    lines = _lines(text)
    return ArticleText(
        folded.shown,
        folded.plain,
        starts,
        tuple([kept_ends[offset] for offset in folded.offsets[:-1]]),
        _first_at_or_after(starts, [start for start, _ in lines]),
        tuple([len(line) - len(line.lstrip()) for _, line in lines]),
        _first_at_or_after(starts, _beginnings(lines)),
        tuple([found.end() for found in SENTENCE_END.finditer(folded.plain)]),
    )


def paragraph_offsets(text: str) -> list[int]:
    """Where in ``text``, as far as the layout shows it, each paragraph begins: the one notion of a
    paragraph that there is.
    """
    return _beginnings(_lines(text))


#: Where a line begins, and the line with its end.
_Line = tuple[int, str]


def _lines(text: str) -> list[_Line]:
    """The lines of ``text`` that hold more than white space."""
    lines: list[str] = _LINE.findall(text)
    starts = accumulate(map(len, lines), initial=0)
    return [line for line in zip(starts, lines, strict=False) if line[1].strip()]


def _beginnings(lines: Sequence[_Line]) -> list[int]:
    """Where those of ``lines`` begin that begin a paragraph."""
    return [start for (start, _), begins in zip(lines, _paragraphs(lines), strict=True) if begins]


def _kept(text: str) -> tuple[str, list[int], list[int]]:
    """The characters of ``text`` that stay, those of a damaged heading once; and for each, where
    what prints it begins and ends.
    """
    kept = _Kept(text)
    at = 0
    marks = ((*found.span(), ()) for found in _MARKS.finditer(text))
    changes = sorted([*_doubled(text), *marks], key=lambda change: (change[0], -change[1]))
    for first, last, instead in changes:
        if last > at:  # else a mark in a heading that was replaced whole
            kept.keep(at, first)
            kept.put(instead)
            at = last
    kept.keep(at, len(text))
    return "".join(kept.characters), kept.starts, kept.ends


#: A character that stays, and the stretch of the text as given that prints it.
_Character = tuple[str, int, int]


class _Kept(Struct, frozen=True):
    """The characters of ``text`` that stay, and where what prints each begins and ends."""

    text: str
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(self, first: int, last: int) -> None:
        """Keep a stretch as it is."""
        self.characters.append(self.text[first:last])
        self.starts.extend(range(first, last))
        self.ends.extend(range(first + 1, last + 1))

    def put(self, instead: Iterable[_Character]) -> None:
        """Keep other characters in place of what is printed."""
        for character, start, end in instead:
            self.characters.append(character)
            self.starts.append(start)
            self.ends.append(end)


def _doubled(text: str) -> Iterator[tuple[int, int, tuple[_Character, ...]]]:
    """Where each damaged heading of ``text`` begins and ends, and its characters once."""
    for found in _MAY_BE_DOUBLED.finditer(text):
        line, offset = found[0], found.start()
        blocks = _blocks("".join(_MARKS.sub("", line).split()))
        if blocks is not None:
            places = [place for place in _places_without_marks(line) if not line[place].isspace()]
            yield offset, found.end(), tuple(_once(line, offset, places, blocks))


def _places_without_marks(line: str) -> list[int]:
    """The places of the characters of ``line`` that are not marks."""
    places: list[int] = []
    at = 0
    for found in _MARKS.finditer(line):
        places.extend(range(at, found.start()))
        at = found.end()
    return [*places, *range(at, len(line))]


def _once(
    line: str, offset: int, places: Sequence[int], blocks: Sequence[tuple[int, int]]
) -> Iterator[_Character]:
    """The characters of a damaged heading, by the ``blocks`` of those that are at ``places``; and
    its end.
    """
    before = -2
    for first, second in blocks:
        begins_a_block = first != before + 1
        start = places[first if begins_a_block else second]
        yield line[places[second]], offset + start, offset + places[second] + 1
        before = first
    yield "\n", offset + len(line) - 1, offset + len(line)


@lru_cache(maxsize=4096)
def _blocks(solid: str) -> list[tuple[int, int]] | None:
    """As ``undoubled``; lines that repeat themselves are compared once."""
    return without_double_printing(solid)


def _first_at_or_after(starts: tuple[int, ...], offsets: Sequence[int]) -> tuple[int, ...]:
    """For each of the ascending ``offsets``, the first character that is there or later."""
    places = [0]
    for offset in offsets:
        places.append(bisect_left(starts, offset, places[-1]))
    return tuple(places[1:])


def _paragraphs(lines: Sequence[_Line]) -> Iterator[bool]:
    """For each line with text, whether a paragraph begins there."""
    before, end = "", -1
    for start, line in lines:
        yield end < 0 or _are_apart(before, line, is_apart=start > end)
        before, end = line, start + len(line)


def _are_apart(before: str, line: str, *, is_apart: bool) -> bool:
    """Whether two lines belong to different paragraphs: the first ends a sentence, and is wide, or
    before a gap, an indent or a number.
    """
    if line.startswith("#"):
        return True
    new = is_apart or len(before) > _WIDER_THAN_A_COLUMN or _opens_a_paragraph(line)
    return new and _SENTENCE_END.search(before) is not None


def _opens_a_paragraph(line: str) -> bool:
    """Whether a line begins with an indent or a number."""
    return line.startswith(("\u3000\u3000", "    ")) or _NUMBERED.match(line) is not None
