"""Time expressions in a Chinese text and the periods they name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from statsite.periods import Moment, TimePeriod, parse_moment

_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_MONTHS = {name: number for number, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)}
_YEAR = r"(?:(?<![0-9.])(?:19|20|21)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_TO = "[-—~至到]"
_PARTS_OF_YEAR = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    "前3季度": (1, 9),
    "一季度": (1, 3),
    "1季度": (1, 3),
    "二季度": (4, 6),
    "2季度": (4, 6),
    "三季度": (7, 9),
    "3季度": (7, 9),
    "四季度": (10, 12),
    "4季度": (10, 12),
}
_DECEMBER = 12

_TIME = re.compile(
    r"(?P<lead>截至|截止到?|截止|到|至|自|从|比|较|于|与|同|和|是)?"
    rf"(?P<year>{_YEAR})(?:年?{_TO}(?P<last>{_YEAR}|[0-9]{{2}})(?:年|(?=学年))|年|(?=学年))(?:学年度?|度)?"
    rf"(?:第?(?P<part>{'|'.join(_PARTS_OF_YEAR)})"
    rf"|(?P<month>{_MONTH})(?:{_TO}(?P<lastmonth>{_MONTH}))?月份?"
    rf"(?:(?P<day>{_DAY})[日号](?:{_TO}(?:(?P<daymonth>{_MONTH})月)?(?P<lastday>{_DAY})[日号])?)?)?"
    r"(?P<final>年末|年底|月末|月底|末|底)?(?:零时|[0-9]{1,2}时)?(?P<tail>以来|起|开始|之前|以前|前)?"
    r"|(?P<beside>比|较|与|同|于|和)?"
    r"(?P<vague>今年|去年|前年|明年|上年|本年|当年(?!价)|目前|当前|近日|近年来?|近期|现在|如今|昨日|昨天|今日"
    r"|过去[一二三四五六七八九十两0-9]+年|近[一二两三四五六七八九十0-9]+年来?"
    r"|[0-9一二三四五六七八九十]+年来|(?<![0-9年])[0-9]{1,2}月(?![0-9个]))"
    r"|(?P<whole>全年)(?![龄级])|(?<![0-9〇零一二三四五六七八九])年(?P<end>末|底)(?!考)"
)
_COMPARING = re.compile(r"比|较|于|是")
_BESIDE = re.compile(r"与|同|和")
_COMPARED = re.compile(r"相比|比较|同期|相当|持平")
_LONGEST_COMPARISON = 80
_AHEAD = re.compile(r"(?:^|[，。;、(:“|]|力争|争取|确保|计划|目标|提出|要求|明确|其中|并|即)(?:到|至)$")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression by its place in ``ArticleText.plain``.

    ``period`` is None where it names none by itself (去年, 目前). ``is_base`` says that it is what others are compared with (比2020年),
    and governs nothing behind it; ``until`` is where it stops governing, if before the sentence does (与2020年的…相比). ``ahead`` says that it
    looks forward (到2030年).
    """

    start: int
    end: int
    period: TimePeriod | None
    is_base: bool = False
    until: int | None = None
    ahead: bool = False

    @property
    def year(self) -> int | None:
        """The year it lies in, or ends in."""
        moment = self.period and (self.period.end or self.period.start)
        return moment.year if moment else None


def time_mentions(plain: str) -> Iterator[TimeMention]:
    """The time expressions of ``plain``, in order."""
    year: int | None = None
    for found in _TIME.finditer(plain):
        mention = _of_year(found, year) if found["whole"] or found["end"] else _mention(plain, found)
        if not mention.is_base:
            year = mention.year or year
        yield mention


def _of_year(found: re.Match[str], year: int | None) -> TimeMention:
    """全年 and 年末 of the year that a report speaks of."""
    period = None
    if year:
        moment = Moment(year) if found["whole"] else _last_day(Moment(year))
        period = TimePeriod(moment, moment)
    return TimeMention(*found.span(), period)


def _mention(plain: str, found: re.Match[str]) -> TimeMention:
    """A time expression that needs no other."""
    if found["vague"]:
        return TimeMention(*found.span(), None, is_base=bool(found["beside"]))
    lead = found["lead"] or ""
    until = _end_of_comparison(plain, found) if _BESIDE.match(lead) else None
    ahead = bool(_AHEAD.search(plain[max(0, found.start() - 2) : found.start() + len(lead)])) and not plain.startswith("的", found.end())
    return TimeMention(*found.span(), _period(found), bool(_COMPARING.match(lead)), until, ahead)


def _end_of_comparison(plain: str, found: re.Match[str]) -> int | None:
    """Where 相比 ends what 与2020年 began, within the sentence."""
    compared = _COMPARED.search(plain[found.end() : found.end() + _LONGEST_COMPARISON].partition("。")[0])
    return found.end() + compared.end() if compared else None


def _period(found: re.Match[str]) -> TimePeriod | None:
    """The period that the parts of a time expression name; None where there is no such day."""
    first, last = _ends(found)
    if first is None or last is None or first.first_day > last.last_day:
        return None
    if found["final"]:
        last = first = _last_day(last)
    if found["tail"] in {"以来", "起", "开始"} or (found["lead"] == "自" and not found["last"] and not found["lastmonth"]):
        return TimePeriod(first, None)
    if found["tail"]:
        return TimePeriod(None, last)
    return TimePeriod(first, last)


def _ends(found: re.Match[str]) -> tuple[Moment | None, Moment | None]:
    year = _year(found["year"])
    if found["last"]:
        last = found["last"]
        return Moment(year), Moment(_year(last) if len(last) > 2 else year // 100 * 100 + int(last))  # noqa: PLR2004 - 2016—20
    if found["part"]:
        months = _PARTS_OF_YEAR[found["part"]]
        return Moment(year, months[0]), Moment(year, months[1])
    month = _month(found["month"])
    first = Moment(year, month, int(found["day"] or 0))
    if found["lastmonth"]:
        return first, Moment(year, _month(found["lastmonth"]))
    if found["lastday"]:
        return _existing(first), _existing(Moment(year, _month(found["daymonth"]) or month, int(found["lastday"])))
    return _existing(first), _existing(first)


def _existing(moment: Moment) -> Moment | None:
    return parse_moment(str(moment))


def _year(text: str) -> int:
    return int(text.translate(_HAN_DIGITS))


def _month(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isascii() else _HAN_MONTHS[text]


def _last_day(moment: Moment) -> Moment:
    """年末 and 月底 as a day."""
    month = moment.month or _DECEMBER
    return Moment(moment.year, month, calendar.monthrange(moment.year, month)[1])
