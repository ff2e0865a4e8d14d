"""Marks and numerals that touch a figure and could belong to its number: signs of mathematics,
marks between digits, the parts of ratios.

They are judged by the kind that Unicode gives them, so that a sign need not be listed to be seen;
listed are only the marks that join nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import FORMAL_NUMERALS, NUMBER, NUMERAL, SCALES
from statsite.grammar.patterns import compiled, ends_behind, starts_before

#: Signs that say nothing of the number beside them; 5%→8% is a change, which corrections judge.
_NO_SIGNS = frozenset("=|→⇒")
#: The beginnings of the names of letters that a Chinese text has beside its figures; µ is in units.
_USUAL_LETTERS = ("CJK", "LATIN", "MICRO", "GREEK SMALL LETTER MU", "IDEOGRAPHIC")
#: Marks that part one number from another, or join them only where other patterns say so.
_PARTS_NUMBERS = frozenset(":、，。()|=“”‘’\"'《》〈〉【】「」『』[]{}<>%‰℃°!→ \n\t\v")
#: What stands for a digit that was lost or left open: ■5, □□5.
_MASKS = "[■□▇█▉▢◻◼●○◆◇_]"
_MASKED = rf"(?:{_MASKS}{{2,}}|(?<=[0-9为是有共达计约近超至到增减了取出])[■□▇█▉▢◻◼●◆◇])$"
_LATEX_MARK = r"(?:\{,\}|\\[,;:!])"
_SIGNS_BEFORE = compiled(
    r"[!≠~]=$",
    r"[(\[](?:[-+±−]|—{1,2})[)\]] ?$",
    r"(?<![0-9.:/])[0-9]{1,3}。$",  # a misread point
    rf"{NUMERAL}[^\W\d_]{{0,3}}[%‰]?…+$",
    rf"[0-9][0-9.]*[{SCALES}]*[{FORMAL_NUMERALS[-3:]}]$",
    r"[›‹]$",
    _MASKED,
    rf"[0-9]{_LATEX_MARK}$",  # 1{,}580
)
_SIGNS_BEHIND = compiled(
    rf"…+(?:约|近|超)?{NUMBER}",
    r"[”’]?\(\?+\)",
    r"\?{2,}",
    r"[›‹]",
)
_POINT_BEHIND = re.compile(r"(?<![0-9.:/][0-9])(?<![.:/])。[0-9]+%")
_FORMAL_BEHIND = re.compile(rf"[{FORMAL_NUMERALS[-3:]}]")
_LATEX_BEHIND = re.compile(rf"{_LATEX_MARK}[0-9]")
#: What goes on with the second number of a ratio: 105∶100, 8:1.25, 2∶1∶3.
_RATIO_GOES_ON = re.compile(rf"[0-9{SCALES}零]|[.,点:比][0-9]")
_CLOCK_OR_SCORE_BEFORE = re.compile(
    r"(?:时间|比分|凌晨|[早晚]上|[早晚午晨夜]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9]日)"
    r"[^，。;!?:0-9]{0,3}$"
)
_CLOCK_OR_SCORE_BEHIND = re.compile(
    "[^，。;!?:0-9]{0,2}(?:战胜|获胜|取胜|胜出|[大小险完]胜|击败|告负|负于|战[平罢和]|收场|作收|告终|逼平|力克|轻取"
    "|横扫|淘汰|逆转|领先|落后|开[赛场播始门幕会]|出发|发车|起飞|到达|抵达|的比分)"
)


def mark_before(before: str, figure: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a mark begins that could belong to the number with which the ``figure``
    begins.
    """
    if not before or not shape.begins_with_number:
        return
    if _is_doubtful(before[-1]) or _joins_digits(before, figure[:1]):
        yield len(before) - 1
    yield from starts_before(_SIGNS_BEFORE, before)
    if _is_a_ratio(shape):
        yield from starts_before([_CLOCK_OR_SCORE_BEFORE], before)


def mark_behind(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where a mark ends that could belong to the number of a figure which ends at ``end``."""
    mark, digit = plain[end : end + 1], plain[end + 1 : end + 2]
    if mark and (_is_doubtful(mark) or _joins_digits(plain[:end], digit, mark)):
        yield end + 1
    yield from ends_behind(_patterns_behind(shape), plain, end)


def _patterns_behind(shape: FigureShape) -> Iterator[re.Pattern[str]]:
    """The marks and words behind a figure that could belong to its number."""
    yield from _SIGNS_BEHIND
    if not shape.unit:
        yield from (_FORMAL_BEHIND, _POINT_BEHIND, _LATEX_BEHIND)
    if _is_a_ratio(shape):
        yield from (_RATIO_GOES_ON, _CLOCK_OR_SCORE_BEHIND)


def _is_doubtful(character: str) -> bool:
    """Whether no figure is whole beside a character."""
    return _is_sign(character) or _is_foreign(character)


def _is_foreign(character: str) -> bool:
    """Whether it is a letter neither Latin nor Han: one like a digit (З5, О5), or of another
    language.
    """
    return character.isalpha() and not unicodedata.name(character, "").startswith(_USUAL_LETTERS)


def _is_sign(character: str) -> bool:
    """Whether a character is a sign of mathematics, of which most say that the number is none by
    itself.
    """
    return unicodedata.category(character) == "Sm" and character not in _NO_SIGNS


def _joins_digits(before: str, digit: str, mark: str = "") -> bool:
    """Whether a mark at the end of ``before``, or ``mark`` behind it, stands between two digits and
    is none that parts numbers.
    """
    first, joint = (before[-1:], mark) if mark else (before[-2:-1], before[-1:])
    return (
        first.isdecimal()
        and digit.isdecimal()
        and joint not in _PARTS_NUMBERS
        and unicodedata.category(joint)[0] in "PSM"
        and unicodedata.category(joint) != "So"
    )


def _is_a_ratio(shape: FigureShape) -> bool:
    """Whether the unit word ends in the second number of a ratio: :1, 比1."""
    return shape.unit[-1:].isdecimal() or shape.unit == "比一"
