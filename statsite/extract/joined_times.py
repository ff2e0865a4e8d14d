"""Times that an article names together: the two ends of one (10月31日至11月2日), and lists of them
(一季度、二季度).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from statsite.extract.begun_times import BEGINNING
from statsite.extract.beside_times import (
    BESIDE,
    HAS_DAYS_IN_BRACKETS,
    IS_A_TIME,
)
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import is_one_day, is_open, years_later
from statsite.extract.time_expressions import as_years, one_by_one
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

#: What may stand between a time and its own days or months in brackets.
_UP_TO_BRACKETS = re.compile(r"(?:第[0-9]{1,2})?[一-鿿]{0,6}\(")
#: What goes on from one time to another: 从11月10日打到16日.
_GOES_ON = re.compile("[一-鿿]{1,3}(?<![前后起始])")
#: What was on the first of two days: 从11月8日首家雪场开板到3月29日.
_BEGAN = re.compile("[一-鿿]{2,8}")
_BEGAN_THEN = re.compile(f"(?:[一-鿿]{{2,10}}?)?(?:{BEGINNING.pattern})，?")
_NEXT_YEAR = re.compile("次年|翌年|第二年")
#: What was done in all of the times that are listed: 5月、7月先后发布两批.
_IN_ALL = re.compile("，?(?:先后|相继|陆续|共|合计|累计)")
#: The most times of a list, each of which holds those before it.
_LONGEST_LIST = 50


def joined_times(plain: str, first: TimeMention, last: TimeMention) -> TimeMention | None:
    """10月31日至11月2日: one time of two, each an end of it."""
    if last.period is None:
        return None
    if _says_when(plain, first, last):
        return replace(first, end=last.end, period=last.period, listed=last.listed, is_event=False)
    if first.period is None or not _are_ends(plain, first, last):
        return None
    end = _of_the_year_of_its_beginning(plain, first, last)
    begin = _of_the_same_year(plain, first, end)
    if begin is None or end is None or begin.first_day > end.last_day:
        return None
    return replace(
        first,
        end=last.end,
        period=as_years(begin, end),
        is_base=first.is_base and first.lead not in {"由", "从"},
        until=_holds_until(plain, first, last),
        listed=one_by_one(first.period, last.period),
    )


def _holds_until(plain: str, first: TimeMention, last: TimeMention) -> int | None:
    """Where a time of two stops governing: 其中2月24日至3月3日."""
    goes_on = _GOES_ON.fullmatch(plain, first.end, last.start) is not None
    return first.until if goes_on or last.until is None else last.until


def _of_the_same_year(plain: str, first: TimeMention, end: Moment | None) -> Moment | None:
    """The beginning of a time, in the year of its ``end`` where it names none and would lie in
    another from whose end it is told: 自5月30日起至6月3日; or behind it, since what is foreseen has
    begun already.
    """
    begin = first.period.start if first.period else None
    if begin is None or end is None or "年" in plain[first.start : first.end]:
        return begin
    if begin.year > end.year and begin.month:
        return years_later(begin, end.year - begin.year - (begin.month > end.month))
    is_before = begin.year < end.year and begin.month <= end.month
    return years_later(begin, end.year - begin.year) if begin.month and is_before else begin


def _of_the_year_of_its_beginning(
    plain: str, first: TimeMention, last: TimeMention
) -> Moment | None:
    """The end of a time, in the year that is printed with its beginning where it prints none and
    would lie before that (从2026年1月14日至2月22日, in a text of 2025), or in the one after it
    (2023年11月至次年3月).
    """
    begin = first.period.start if first.period else None
    end = last.period.end if last.period else None
    if begin and end and _NEXT_YEAR.search(plain, last.start, last.end):
        return years_later(end, begin.year + 1 - end.year)
    if begin is None or end is None or "年" not in plain[first.start : first.end]:
        return end
    is_before = end.month > 0 and end.year < begin.year
    if not is_before or "年" in plain[last.start : last.end]:
        return end
    return years_later(end, begin.year - end.year)


def _began_then(between: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether something began on one day and went on up to another: 7月10日启用至8月底."""
    return (
        not first.lead and last.lead in {"至", "到"} and _BEGAN_THEN.fullmatch(between) is not None
    )


def _says_when(plain: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether a time in brackets says which days or months are meant by the one before it, a part
    of a year or a season: 2025年暑期(7月—8月), 上个采暖季(2024年11月至2025年3月).
    """
    if last.until is not None or not _UP_TO_BRACKETS.fullmatch(plain, first.end, last.start):
        return False
    if HAS_DAYS_IN_BRACKETS.search(plain, first.start, last.start - 1) is None:
        return False
    closed = plain.find(")", last.end) + 1
    return IS_A_TIME.fullmatch(plain, last.start, closed) is not None


def _are_ends(plain: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether two times are joined as the ends of one."""
    is_from_to = first.lead in {"自", "从"} and last.lead in {"至", "到"}
    is_within = first.until is not None and last.until is None and first.until >= last.end
    if first.until != last.until and not (is_from_to or is_within):
        return False
    between = plain[first.end : last.start]
    if not between:
        return last.lead in {"至", "到"}
    if is_from_to and _GOES_ON.fullmatch(between):
        return True
    began = _began_then(between, first, last) and (
        not between.endswith("，") or plain.startswith("，", last.end)
    )
    if began or (is_from_to and _BEGAN.fullmatch(between)):
        return is_one_day(first.period) and is_one_day(last.period)
    if is_from_to and between == "，" and is_open(first.period):  # 从5月开始，到8月结束
        return True
    return between in {"-", "—", "~", "至", "到"}


def in_a_list(plain: str, before: TimeMention, mention: TimeMention) -> TimeMention:
    """``mention``, with the times listed before it if it is in a list."""
    if before.period is None or mention.period is None or len(before.listed) >= _LONGEST_LIST:
        return mention
    between = plain[before.end : mention.start]
    is_listed = mention.lead in BESIDE if not between else between in {"、", "和", "与", "及"}
    if not is_listed:
        return mention
    earlier = [_no_later(one, mention.period) for one in before.listed or (before.period,)]
    listed = (*earlier, mention.period)
    is_one = _IN_ALL.match(plain, mention.end) is not None or _go_together(listed)
    period = TimePeriod(listed[0].start, mention.period.end) if is_one else mention.period
    return replace(mention, listed=listed, is_base=before.is_base, period=period)


def _no_later(one: TimePeriod, last: TimePeriod) -> TimePeriod:
    """A time of a list that ends with ``last``, in the year before where it lies behind that."""
    start, end = one.start, one.end
    if start is None or end is None or last.end is None or start.first_day <= last.end.last_day:
        return one
    first, final = years_later(start, -1), years_later(end, -1)
    return TimePeriod(first, final) if first and final else one


def _follow_each_other(listed: Sequence[TimePeriod]) -> bool:
    """Whether times are days, each the one after that before it: 11月8日和9日."""
    return all(_is_next_day(one, other) for one, other in pairwise(listed))


def _is_next_day(one: TimePeriod, other: TimePeriod) -> bool:
    if not (is_one_day(one) and is_one_day(other) and one.start and other.start):
        return False
    return (other.start.first_day - one.start.first_day).days == 1


def _go_together(listed: Sequence[TimePeriod]) -> bool:
    """Whether the months or parts of years that are ``listed`` follow each other: 7月、8月."""
    return one_by_one(listed[0], listed[-1]) == tuple(listed) or _follow_each_other(listed)
