"""Two texts side by side, cut to where they differ, with the white space shown that changes what a
text means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from statsite.characters import BIDI, INVISIBLE, SELECTORS, TAGS

#: The longest text of the content that is shown in one piece; the longest two texts of which more
#: is shown than where they differ, since nobody finds one character that changed in a long line;
#: and how much is shown of what they have in common before and behind that.
LONGEST_PIECE, LONGEST_PAIR, CONTEXT = 600, 240, 80
#: The longest difference that is told by itself, and the shortest text of which it is.
SHORT = 40

_EMPTY = "an empty line"
_MARKED_SPACE = re.compile(r"^\s+|\s{2,}|\s+$|[^\S ]")
_SHOWN_SPACE = {" ": "␣", "\t": "⇥"}
#: Characters that nobody sees and that are no white space: joiners, selectors, fillers.
_UNSEEN = re.compile(f"[{INVISIBLE}{BIDI}{SELECTORS}{TAGS}]")


def differing(before: str, after: str, longest: int = LONGEST_PAIR) -> tuple[str, str]:
    """Two texts from shortly before their first difference to shortly behind their last, where one
    has more than ``longest`` characters; ``…`` stands for what is left out.
    """
    if max(len(before), len(after)) <= longest:
        return before, after
    first, last = _common_ends(before, after)
    start, rest = max(first - CONTEXT, 0), max(last - CONTEXT, 0)
    return _part(before, start, rest), _part(after, start, rest)


def _common_ends(before: str, after: str) -> tuple[int, int]:
    """How much two texts have in common at their beginnings, and how much behind that at their
    ends.
    """
    first = common_length(before, after)
    shorter = min(len(before), len(after))
    return first, min(common_length(before[::-1], after[::-1]), shorter - first)


def common_length(one: Sequence[str], other: Sequence[str]) -> int:
    """How much two texts, or lists of them, begin with in common."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)


def in_short(before: str, after: str) -> tuple[str, str] | None:
    """What two texts of some length do not have in common, visibly, where that is little; whole
    words of scripts that have words.

    Without it, who compares them by eye looks over a letter that changed.
    """
    first, last = _common_ends(before, after)
    while first and _is_of_a_word(before[first - 1]):
        first -= 1
    while last and _is_of_a_word(before[-last]):
        last -= 1
    was, now = before[first : len(before) - last], after[first : len(after) - last]
    is_little = max(len(was), len(now)) <= SHORT < min(len(before), len(after))
    return (_seen(was), _seen(now)) if is_little else None


def _seen(text: str) -> str:
    """A text of which every space is visible; empty where it is."""
    return "".join(map(_shown_space, text)) if text.isspace() else text and visible(text)


def _is_of_a_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _part(text: str, start: int, rest: int) -> str:
    return f"{'…' if start else ''}{text[start : len(text) - rest]}{'…' if rest else ''}"


def visible(line: str) -> str:
    """A line of prose with the white space that Markdown reads as more than a space between words,
    and what nobody sees, written visibly.
    """
    if not line.strip():
        return _EMPTY
    spaces = _MARKED_SPACE.sub(lambda found: "".join(map(_shown_space, found[0])), line)
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", spaces)


def _shown_space(character: str) -> str:
    return _SHOWN_SPACE.get(character, f"<U+{ord(character):04X}>")


def pieces(text: str) -> Iterator[str]:
    """A text in pieces that are short enough to be shown; nothing of it is left out."""
    yield from (text[at : at + LONGEST_PIECE] for at in range(0, max(len(text), 1), LONGEST_PIECE))


def paired(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The lines of a difference, which begin with ``-`` or ``+``, as ``was`` or ``now`` and what is
    shown of them; a line that went is held against the one that came in its place, and what little
    differs of the two is told as ``there`` with both.
    """
    for went, came in _runs(lines):
        both = [differing(one, other) for one, other in zip(went, came, strict=False)]
        was = [one for one, _ in both] + went[len(both) :]
        now = [other for _, other in both] + came[len(both) :]
        yield from (("was", piece) for piece in _visible_pieces(was))
        yield from (("now", piece) for piece in _visible_pieces(now))
        yield from _little(zip(went, came, strict=False))


def _little(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    for pair in pairs:
        if short := in_short(*pair):
            yield "there", *short


def _visible_pieces(lines: list[str]) -> Iterator[str]:
    return (piece for line in lines for piece in pieces(visible(line)))


def _runs(lines: tuple[str, ...]) -> Iterator[tuple[list[str], list[str]]]:
    """The lines that went and those that came in their place, run by run."""
    went, came = list[str](), list[str]()
    for line in lines:
        if line.startswith("-") and came:
            yield went, came
            went, came = [], []
        (went if line.startswith("-") else came).append(line[1:])
    yield went, came
