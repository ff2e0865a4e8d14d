"""An article made ready for finding figures: white space and Markdown marks out, damaged headings mended, every offset traceable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statsite.grammar.doubled import undoubled
from statsite.grammar.folded import fold

_MARKS = frozenset("*`_\\")
_LINE_MARKS = re.compile(r"\s*(?:#{1,6}\s|>\s?)+")
_LINE = re.compile(r"[^\n]*\n?")
_NUMBERED = re.compile(
    r"\s*(?:[0-9０-９]{1,2}[.．、](?![0-9０-９]{1,3}[^0-9０-９])|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_FULL_STOP = re.compile("[。!?]")
_SENTENCE_END = re.compile(r"[。！？!?]\W?\s*$")

#: A line this long holds a whole paragraph; a newspaper column is narrower.
_WIDER_THAN_A_COLUMN = 60


@dataclass(frozen=True, slots=True)
class Character:
    """A character that stays, and the stretch of the text as given that prints it."""

    character: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article in the form in which figures are looked for.

    ``shown`` is as printed but for full-width digits, ``plain`` (as long) has one form of every character. ``starts`` and ``ends`` give for
    every character where it stands in the text as given. ``line_starts`` are the places in ``plain`` where a line of it begins,
    ``indents`` by how many characters of white space each is set in, ``paragraph_starts`` those where, as far as the layout shows it, a paragraph does; ``sentence_ends`` are the places behind full stops.
    """

    shown: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line_starts: tuple[int, ...]
    indents: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]


def prepare(text: str) -> ArticleText:
    """``text`` made ready."""
    kept = [character for line in _LINE.finditer(text) for character in _line(line[0], line.start())]
    folded = fold("".join(character.character for character in kept))
    characters = [kept[offset] for offset in folded.offsets[:-1]]
    starts = tuple(character.start for character in characters)
    ends = tuple(character.end for character in characters)
    lines = _lines(text)
    places = _first_at_or_after(starts, [line.start() for line in lines])
    indents = tuple([len(line[0]) - len(line[0].lstrip()) for line in lines])
    new = _first_at_or_after(starts, paragraph_offsets(text))
    sentences = tuple([found.end() for found in _FULL_STOP.finditer(folded.plain)])
    return ArticleText(folded.shown, folded.plain, starts, ends, tuple(places), indents, tuple(new), sentences)


def paragraph_offsets(text: str) -> list[int]:
    """Where in ``text``, as far as the layout shows it, each paragraph begins: the one notion of a paragraph that there is."""
    lines = _lines(text)
    return [line.start() for line, begins in zip(lines, _paragraphs(lines), strict=True) if begins]


def _lines(text: str) -> list[re.Match[str]]:
    """The lines of ``text`` that hold more than white space."""
    return [line for line in _LINE.finditer(text) if line[0].strip()]


def _line(line: str, offset: int) -> Iterator[Character]:
    """The characters of one line that stay, those of a damaged heading once."""
    head = _LINE_MARKS.match(line)
    skipped = head.end() if head else 0
    characters = [Character(c, offset + at, offset + at + 1) for at, c in enumerate(line) if at >= skipped and c not in _MARKS]
    solid = [character for character in characters if not character.character.isspace()]
    blocks = undoubled("".join(character.character for character in solid))
    if blocks is None:
        yield from characters
    else:
        for (first, second), before in zip(blocks, [(-2, -2), *blocks], strict=False):
            begins_a_block = first != before[0] + 1
            yield Character(solid[second].character, solid[first if begins_a_block else second].start, solid[second].end)
        yield Character("\n", offset + len(line) - 1, offset + len(line))


def _first_at_or_after(starts: tuple[int, ...], offsets: list[int]) -> list[int]:
    """For each of the ascending ``offsets``, the first character that stands there or later."""
    places: list[int] = []
    at = 0
    for offset in offsets:
        while at < len(starts) and starts[at] < offset:
            at += 1
        places.append(at)
    return places


def _paragraphs(lines: list[re.Match[str]]) -> Iterator[bool]:
    """For each line with text, whether a paragraph begins there."""
    before: re.Match[str] | None = None
    for line in lines:
        yield before is None or _parted(before, line)
        before = line


def _parted(before: re.Match[str], line: re.Match[str]) -> bool:
    """Whether two lines belong to different paragraphs: the first ends a sentence, and is wide, or before a gap, an indent or a number."""
    new = line[0].startswith(("\u3000\u3000", "    ")) or line.start() > before.end() or len(before[0]) > _WIDER_THAN_A_COLUMN
    new = new or _NUMBERED.match(line[0]) is not None
    return line[0].startswith("#") or bool(new and _SENTENCE_END.search(before[0]))
