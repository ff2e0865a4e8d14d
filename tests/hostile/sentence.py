"""A sentence with figures in it, what each means, and the spans that are held against it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from random import Random

from msgspec import Struct

from tests.hostile import vocabulary
from tests.hostile.meaning import Meaning

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_NUMERALS = frozenset(
    "零〇一二两三四五六七八九十百千万亿几数多余半成壹贰叁肆伍陆柒捌玖拾佰仟萬億兩餘"
)
_OPEN = frozenset("0123456789０１２３４５６７８９,，.．-－—~～+/:∶ \u2009\u202f\u00a0\u2005\u3000")
_MULTIPLIERS = frozenset("百千万亿余多萬億餘")
_NUMBER = _OPEN | _NUMERALS
_SIGNS = frozenset("＞>*#|")
_SPAN_TRIES = 12
_MOST_CUTS = 5


class Expression(Struct, frozen=True):
    """A figure as a text prints it.

    ``meanings`` are the quantities it can mean, nothing for a number that is not a figure, such as
    a telephone's. ``whole`` are the forms in which an editor may type it and must have it found;
    ``cuts`` are spans that must not pass for it, beside those taken from its text at random.
    ``strange`` are spans to be looked up with the words of another unit, for which the text prints
    no figure at all.
    """

    text: str
    meanings: tuple[Meaning, ...]
    words: tuple[str, ...]
    whole: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    strange: tuple[tuple[str, tuple[str, ...]], ...] = ()


Part = str | Expression


class Expected(Enum):
    """What is to become of a span that is looked up."""

    WHOLE = "found, and read as what was meant"
    CUT = "not found, or read as what was meant"
    STRANGE = "not found, or not read"


class Probe(Struct, frozen=True):
    """A span that is looked up, with the words of its unit."""

    printed: str
    words: tuple[str, ...]
    expected: Expected
    near: str | None = None


class Sentence(Struct, frozen=True):
    """A text, the figure to which each of its characters belongs or None, and what to look up in
    it.
    """

    construct: str
    text: str
    owners: tuple[Expression | None, ...]
    probes: tuple[Probe, ...]

    @property
    def meant(self) -> tuple[Expression, ...]:
        """The figures of the text, in its order."""
        return tuple({id(owner): owner for owner in self.owners if owner}.values())


def sentence(construct: str, parts: Sequence[Part], rng: Random) -> Sentence:
    """The parts as one text, with clauses around them, broken into lines here and there, and the
    spans to look up in it.
    """
    framed = (rng.choice(vocabulary.LEADS), *parts, rng.choice(vocabulary.TAILS))
    marked = [
        (character, part if isinstance(part, Expression) else None)
        for part in framed
        for character in (part if isinstance(part, str) else part.text)
    ]
    marked = _disturbed(marked, rng)
    probes = [
        probe for part in parts if isinstance(part, Expression) for probe in _probes(part, rng)
    ]
    return Sentence(
        construct,
        "".join(character for character, _ in marked),
        tuple(owner for _, owner in marked),
        tuple(probes),
    )


def _disturbed(
    marked: list[tuple[str, Expression | None]], rng: Random
) -> list[tuple[str, Expression | None]]:
    """The text as a narrow column or a scan leaves it: line breaks, or blanks, where no two digits
    are parted.
    """
    kind = rng.random()
    if kind < 0.6:
        return marked
    mark, share = ("\n", 0.08) if kind < 0.85 else (" ", 0.15)
    result = marked[:1]
    for (last, before), (character, behind) in pairwise(marked):
        if rng.random() < share and not parted_number(last, character):
            result.append((mark, before if before is behind else None))
        result.append((character, behind))
    return result


def parted_number(first: str, second: str) -> bool:
    """Whether a break between the two characters would part a number, or a sign that means
    something else at the head of a line.
    """
    if first in _DIGITS and second in _MULTIPLIERS:
        return False
    return second in _SIGNS or (first in _NUMBER and second in _NUMBER)


def _probes(figure: Expression, rng: Random) -> list[Probe]:
    whole = [Probe(printed, figure.words, Expected.WHOLE) for printed in figure.whole]
    cuts = dict.fromkeys((*figure.cuts, *_pieces(figure.text, rng)))
    cut = [
        Probe(printed, figure.words, Expected.CUT)
        for printed in cuts
        if printed not in figure.whole
    ]
    return [
        *whole,
        *cut[:_MOST_CUTS],
        *(Probe(printed, words, Expected.STRANGE) for printed, words in figure.strange),
    ]


def _pieces(text: str, rng: Random) -> list[str]:
    """A few pieces of ``text`` that hold a numeral: without its first characters, without its last
    ones, and from its middle.
    """
    size = len(text)
    spans = [(rng.randrange(size), size), (0, 1 + rng.randrange(size))]
    spans += [_span(rng, size) for _ in range(_SPAN_TRIES)]
    pieces = [text[start:end].strip() for start, end in spans]
    return [
        piece
        for piece in pieces
        if piece != text
        and any(character in _DIGITS or character in _NUMERALS for character in piece)
    ]


def _span(rng: Random, size: int) -> tuple[int, int]:
    start = rng.randrange(size)
    return start, rng.randint(start + 1, size)
