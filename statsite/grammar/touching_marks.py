"""Marks and letters that touch a figure and could belong to its number: signs, marks between
digits, letters of other scripts, the parts of ratios.

Listed are the few that stand beside a whole figure. Whatever else touches it makes it doubtful,
whether anybody has thought of it or not; Han characters, digits and plain Latin letters are judged
as words and numbers elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from statsite.grammar.amounts import UnitWords
from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import FORMAL_NUMERALS, NUMBER, NUMERAL, SCALES
from statsite.grammar.patterns import compiled, ends_behind, starts_before
from statsite.grammar.small_numbers import WEEKDAY

#: What may stand on either side of a whole figure: marks of clauses, brackets, quotation marks, and
#: what is between the numbers of the text that is searched; 5%→8% is a change, which corrections
#: judge.
_BESIDE = frozenset("，。、;:!?…—·.,/|=→⇒()[]{}〔〕【】《》〈〉〖〗“”‘’\"'「」『』 \n\t\v")
#: What may stand before one besides: the end of another figure, and currencies, judged as words.
_BEFORE_A_FIGURE = frozenset("%‰℃¥$€£")
#: What may stand behind one besides: joints of ranges and bounds, judged with what they join, and
#: marks of notes.
_BEHIND_A_FIGURE = frozenset("-+†‡")
#: A mark of a list at the head of a clause; no minus or trend (▲5%).
_ITEM = re.compile(r"(?:^|[，。;:!?、()》】\n\t\v|])[^\w\s▲△▼▽]$")
#: What says behind a figure that it rose or fell, unless it heads what follows: 5%▼.
_TREND = re.compile(r"[▲△▼▽⬆⬇↗↘🔺🔻📈📉](?!\w)")
#: Marks that part one number from another, or join them only where other patterns say so.
_PARTS_NUMBERS = frozenset(":、，。()|=“”‘’\"'《》〈〉【】「」『』[]{}<>%‰℃°!→ \n\t\v")
#: The kinds of characters that list marks are, and numerals beside those of all scripts.
_OF_ITEMS = frozenset({"So", "Po"})
_NUMERALS = frozenset({"Nl", "No"})
_LATEX_MARK = r"(?:\{,\}|\\[,;:!])"
_SIGNS_BEFORE = compiled(
    r"[!≠~]=$",
    r"[(\[〔【](?:[-+±~]|—{1,2})[)\]〕】]$",
    r"(?<![0-9.:/])[0-9]{1,3}。$",  # a misread point
    rf"{NUMERAL}[^\W\d_]{{0,3}}[%‰]?…+$",
    rf"[0-9][0-9.]*[{SCALES}]*[{FORMAL_NUMERALS[-3:]}]$",
    rf"[0-9]{_LATEX_MARK}$",  # 1{,}580
)
#: What leads to the number of a page in a list of contents.
_LEADERS = re.compile(r"(?:…|·{3,}|\.{3,}|_{3,})$")
_SIGNS_BEHIND = compiled(
    rf"…+(?:约|近|超)?{NUMBER}",
    r"[”’]?\(\?+\)",
    r"\?{2,}",
    r"\.[几数]",  # 98.几%
    r"-(?=$|[，。;!?、])",  # 98%-
)
_POINT_BEHIND = re.compile(r"(?<![0-9.:/][0-9])(?<![.:/])。[0-9]+%")
_FORMAL_BEHIND = re.compile(rf"[{FORMAL_NUMERALS[-3:]}]")
_LATEX_BEHIND = re.compile(rf"{_LATEX_MARK}[0-9]")
#: What goes on with the second number of a ratio: 105∶100, 8:1.25, 2∶1∶3.
_RATIO_GOES_ON = re.compile(rf"[0-9{SCALES}零]|[.,点:比][0-9]")
_CLOCK_OR_SCORE_BEFORE = re.compile(
    rf"(?:时间|比分|凌晨|[早晚]上|[早晚午晨夜]|{WEEKDAY}|[0-9]日)"
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
    if not _may_be_before(before) or _joins_digits(before, figure[:1]):
        yield len(before) - 1
    yield from starts_before(_SIGNS_BEFORE, before)
    if not (shape.measure or shape.has_scale or shape.is_relative):
        yield from starts_before([_LEADERS], before)
    if _is_a_ratio(shape):
        yield from starts_before([_CLOCK_OR_SCORE_BEFORE], before)


def mark_behind(plain: str, end: int, shape: FigureShape, units: UnitWords) -> Iterator[int]:
    """Where a mark ends that could belong to the number of a figure which ends at ``end``."""
    if _joins_digits(plain[:end], plain[end + 1 : end + 2], plain[end : end + 1]):
        yield end + 1
    own = "" if shape.unit or shape.is_qualified_behind else units.at(plain, end)
    closed = end + len(own)
    has_unit = bool(own or shape.measure or shape.is_relative or shape.is_qualified_behind)
    if closed < len(plain) and not _may_be_behind(plain, closed, has_unit=has_unit):
        yield closed + 1
    yield from ends_behind(_patterns_behind(shape), plain, end)


def _patterns_behind(shape: FigureShape) -> Iterator[re.Pattern[str]]:
    """The marks and words behind a figure that could belong to its number."""
    yield from _SIGNS_BEHIND
    if not shape.unit:
        yield from (_FORMAL_BEHIND, _POINT_BEHIND, _LATEX_BEHIND)
    if _is_a_ratio(shape):
        yield from (_RATIO_GOES_ON, _CLOCK_OR_SCORE_BEHIND)


def _may_be_before(before: str) -> bool:
    """Whether the last character of ``before`` may touch a whole figure behind it."""
    last = before[-1]
    if last in _BESIDE or last in _BEFORE_A_FIGURE or _is_a_word_or_number(last):
        return True
    return unicodedata.category(last) in _OF_ITEMS and _ITEM.search(before) is not None


def _may_be_behind(plain: str, at: int, *, has_unit: bool) -> bool:
    """Whether the character at ``at`` may touch a whole figure before it; a picture may where the
    figure ends in its unit.
    """
    character = plain[at]
    if character in _BESIDE or character in _BEHIND_A_FIGURE or _is_a_word_or_number(character):
        return True
    is_picture = unicodedata.category(character) == "So"
    return has_unit and is_picture and not _TREND.match(plain, at)


def _is_a_word_or_number(character: str) -> bool:
    """Whether a character is of those that words and numbers of a Chinese text are made of."""
    if character.isascii():
        return character.isalnum()
    category = unicodedata.category(character)
    if category == "Lo":
        return unicodedata.name(character, "").startswith("CJK")
    is_fraction = unicodedata.decomposition(character).startswith("<fraction>")
    return category in _NUMERALS and not is_fraction


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
