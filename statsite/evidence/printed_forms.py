"""The forms in which articles print a figure: its groups of digits marked or not."""

from __future__ import annotations

import re

from statsite.evidence.normal_form import normalised
from statsite.grammar.fold_characters import plain_of

_GROUP = 3
_DIGITS_OR_NOT = re.compile(r"[0-9]+(?:[ ，,][0-9]{3})*(?:\.[0-9]+)?|[^0-9]+")
#: What may be on either side of a decimal point.
_ABOUT_A_POINT = " "
_SPACED_POINT = re.compile(r"(?<=[0-9]) ?\. ?(?=[0-9])")
_GROUP_MARK = re.compile("[ ，,]")


def wanted_form(printed: str) -> str:
    """The figure in the form in which it is looked for."""
    return _SPACED_POINT.sub(".", plain_of(normalised(printed)))


def pattern(wanted: str) -> re.Pattern[str]:
    """Matches every place of ``wanted`` as its group 1, the groups of its digits
    separated or not.
    """
    pieces = map(_piece, _DIGITS_OR_NOT.findall(wanted))
    return re.compile(f"(?=({''.join(pieces)}))")


def _piece(wanted: str) -> str:
    """Digits in groups or not, or what is between digits as it is."""
    return _grouped(wanted) if wanted[0].isdigit() else re.escape(wanted)


def span_lengths(printed: str) -> tuple[int, int]:
    """How many characters of an article's normalised text may print the figure, at least and at
    most: its groups of digits may be marked.
    """
    lengths = [
        _lengths(piece) if piece[0].isdigit() else (len(piece), len(piece))
        for piece in _DIGITS_OR_NOT.findall(wanted_form(printed))
    ]
    return sum(least for least, _ in lengths), sum(most for _, most in lengths)


def _lengths(number: str) -> tuple[int, int]:
    whole, point, decimals = number.partition(".")
    ways = [len(way) for way in _ways(whole)]
    behind = len(point + decimals)
    return min(ways) + behind, max(ways) + behind + len(_ABOUT_A_POINT * 2 if point else "")


def _grouped(number: str) -> str:
    """A pattern of ``number``, with any one group mark where one may be, and a space about its
    decimal point.
    """
    whole, point, decimals = number.partition(".")
    unique = "|".join(re.escape(way) for way in _ways(whole))
    return f"(?:{unique})" + (rf"{_ABOUT_A_POINT}?\.{_ABOUT_A_POINT}?{decimals}" if point else "")


def _ways(whole: str) -> tuple[str, ...]:
    """The ways to print a whole number: as it is, or with one mark between all its groups."""
    digits = _GROUP_MARK.sub("", whole)
    if len(digits) <= _GROUP:
        return (whole,)
    groups = _groups(digits)
    return tuple(dict.fromkeys((whole, *(mark.join(groups) for mark in ("", " ", "，", ",")))))


def _groups(digits: str) -> list[str]:
    """The groups of three that ``digits`` are marked in; the first may be shorter."""
    first = len(digits) % _GROUP
    rest = [digits[at : at + _GROUP] for at in range(first, len(digits), _GROUP)]
    return [digits[:first], *rest] if first else rest
