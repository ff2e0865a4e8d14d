"""How a figure begins and ends, which decides what beside it could belong to it; and the units that
such things are made of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from statsite.grammar.lexicon import HAN_DIGITS, SCALES
from statsite.grammar.pieces import PartKind, Piece
from statsite.grammar.printed import ScannedFigure

#: Units of time, in patterns.
TIME_UNITS = "个月|个工作日|工作日|个小时|小时|分钟|个星期|星期|年|天|周|日|秒|岁"
#: Units that a number goes on with after a larger one: 3元5角, 3小时20分钟, 两年零三个月.
SMALLER_UNITS: Mapping[str, frozenset[str]] = {
    "元": frozenset({"角", "毛", "分"}),
    "块": frozenset({"角", "毛", "分"}),
    "元钱": frozenset({"角", "毛", "分"}),
    "块钱": frozenset({"角", "毛", "分"}),
    "角": frozenset({"分"}),
    "年": frozenset({"个月", "个多月", "天", "日"}),
    "岁": frozenset({"个月"}),
    "个月": frozenset({"天", "日", "周"}),
    "周": frozenset({"天"}),
    "天": frozenset({"小时", "个小时"}),
    "小时": frozenset({"分", "分钟", "秒", "刻钟"}),
    "个小时": frozenset({"分", "分钟", "秒"}),
    "时": frozenset({"分", "分钟", "秒"}),
    "分": frozenset({"秒"}),
    "分钟": frozenset({"秒"}),
    "公里": frozenset({"米"}),
    "千米": frozenset({"米"}),
    "米": frozenset({"厘米", "分米"}),
    "英尺": frozenset({"英寸"}),
    "尺": frozenset({"寸"}),
    "磅": frozenset({"盎司", "安士"}),
    "呎": frozenset({"吋"}),
    "丈": frozenset({"尺"}),
    "里": frozenset({"米"}),
    "吨": frozenset({"公斤", "千克", "斤"}),
    "公斤": frozenset({"克", "两"}),
    "千克": frozenset({"克"}),
    "斤": frozenset({"两"}),
    "亩": frozenset({"分"}),
    "度": frozenset({"分"}),
    "公顷": frozenset({"亩"}),
    "石": frozenset({"斗", "升"}),
    "斗": frozenset({"升"}),
    "担": frozenset({"斤"}),
}

#: Before a list each of whose numbers counts by itself: 分别为3、4家.
EACH = re.compile(r"(?:分别|依次|各)[^，。;!?]{0,6}$|、[0-9]{1,3}、[0-9]、$")
_MORE_WORDS = frozenset({"余", "多", "有余", "+"})
_STEP = re.compile(rf"([1-9])0+(?![0-9.])|([{HAN_DIGITS}])(?=[{SCALES}]|(?![{HAN_DIGITS}]))")
_IN_ORDER = "123456789 一二三四五六七八九"


class FigureShape(Struct, frozen=True):
    """How a figure begins and ends, as far as that decides what beside it could belong to it.

    ``unit`` is the unit word that closes it, ``measure`` the one printed anywhere in it; each may
    be empty.
    """

    begins_with_number: bool
    is_relative: bool
    is_doubling: bool
    is_qualified_behind: bool
    has_scale: bool
    unit: str
    measure: str


#: The shape of what the grammar cannot read: anything may belong to it.
UNREAD = FigureShape(
    begins_with_number=True,
    is_relative=True,
    is_doubling=False,
    is_qualified_behind=False,
    has_scale=False,
    unit="",
    measure="",
)


def is_couple(text: str) -> bool:
    """Whether two single digits with which ``text`` begins follow one another, or are 3 and 5, and
    stand for one vague number: 3、4岁, 3、5天.
    """
    first, second = text[:1], text[1:2]
    return (
        first.isdigit()
        and second.isdigit()
        and not text[2:3].isdigit()
        and (int(second) == int(first) + 1 or first + second == "35")
    )


def is_next_step(first: str, beginning: str) -> bool:
    """Whether a number with that ``beginning`` is the next digit after ``first``, alone or of tens
    or hundreds, so that both stand for one vague number: 5、60, 二十七、八.
    """
    second = _STEP.match(beginning)
    return second is not None and first + (second[1] or second[2]) in _IN_ORDER


def shape_of(figure: ScannedFigure, plain: str) -> FigureShape:
    """The shape of ``figure``, whose pieces are in ``plain``."""
    first, last = figure.pieces[0], figure.pieces[-1]
    closing = plain[last.start : last.end]
    return FigureShape(
        begins_with_number=first.kind in {PartKind.NUMBER, PartKind.SCALE},
        is_relative=figure.is_relative,
        is_doubling="番" in plain,
        is_qualified_behind=_is_qualifier(last, closing),
        has_scale=any(piece.kind is PartKind.SCALE for piece in figure.pieces),
        unit=closing if last.kind is PartKind.UNIT else "",
        measure=figure.unit,
    )


def _is_qualifier(last: Piece, closing: str) -> bool:
    """Whether the last piece, which prints ``closing``, says how the true number relates to the
    printed one, 余 and 多 aside.
    """
    if last.kind is PartKind.JOINER:
        return True
    return last.kind is PartKind.QUALIFIER and closing not in _MORE_WORDS
