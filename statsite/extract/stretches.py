"""The first and the last day of the stretch of time that an article reports on (a season, a ban, a
campaign, a mission), where its head tells them in two places: 采暖季3月15日结束。自去年11月15日起.

Two days are its ends where what the article says it took are as many days; or where something
began on the one and ended on the other, and both sentences tell it of the same thing. Where only
one end is told with the length, the length gives the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product

from msgspec import Struct

from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import days_in, is_one_day, is_open, months_before
from statsite.extract.text_places import CLAUSE_END, TextPlaces
from statsite.grammar.patterns import any_of
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod, parse_moment

#: The most days of a stretch.
LONGEST_STRETCH = 366
#: How far the head of an article reaches, which tells the ends.
_HEAD = 500
_BEGINNINGS = any_of(
    (
        *("开始", "启动", "启幕", "揭幕", "开幕", "拉开", "打响", "实施", "显现", "发射", "升空"),
        *("开学", "开赛", "开镰", "开榨", "开板", "开播", "开航", "开捕", "开园", "开展", "开考"),
        *("开馆", "开机", "开收", "开采", "开闸", "进入", "封锁", "封闭", "启程", "出发", "起航"),
        *("停航", "停运", "关闭", "发生", "离港", "拉开序幕", "入汛"),
    )
)
_ENDINGS = any_of(
    (
        *("结束", "收官", "落幕", "闭幕", "谢幕", "落下帷幕", "画上句号", "告终", "期满", "届满"),
        *("解除", "解封", "解禁", "封航", "停航", "停榨", "停板", "收榨", "收镰", "收尾", "关闭"),
        *("着陆", "返航", "返回", "凯旋", "完成", "告捷", "截止", "闭馆", "闭园", "恢复", "扑灭"),
    )
)
#: What a day is told of, in its clause or the one behind it.
_BEGAN = re.compile(f"(?:[^，。;!?0-9]{{0,12}}，)?[^，。;!?0-9]{{0,16}}?(?:{_BEGINNINGS})")
_ENDED = re.compile(f"(?:(?![0-9][月日])[^。;!?]){{0,40}}?(?:{_ENDINGS})")
_LENGTH = re.compile("(?<![0-9第前后近.])(?P<days>[0-9]{1,3})天(?![前后内])")
#: The same in months, or a year: 运营满月, 整整两个月, 满一年.
_MONTHS_LONG = re.compile(
    f"(?<![第前后近0-9])(?P<months>{SMALL_NUMBER})个月(?![前后内])|满月|满一?(?P<year>周?年)"
)
_TOOK = re.compile(f"(?:历时|为期|持续|长达|时长|历经)了?{_LENGTH.pattern}")
BEGINS, _ENDS = re.compile(_BEGINNINGS), re.compile(_ENDINGS)
#: What stands behind a name in its clause, and what is no part of one.
_BESIDE_A_NAME = re.compile("(?:圆满|正式|全部|顺利|全面|工作|昨[日晚]|[今昨]天|在[一-鿿]{1,6})$")
_NOT_OF_A_NAME = re.compile("[^一-鿿]|[本该此次]|期间")
#: How many of the last characters of a name tell what it is.
_NAME = 3
#: What stands between a beginning and the end that the next clause tells of the same:
#: 9月2日开学，7月4日结束.
_NEXT_CLAUSE = re.compile("[^，。;!?0-9]{1,12}，[并又直]?[到至于]?")
#: Two days of any kind are often so near to each other.
_SHORT = 10


class StretchOfDays(Struct, frozen=True):
    """The times that name the first or the last day, and the days from the one to the other."""

    ends: tuple[TimeMention, ...]
    days: TimePeriod


def stretch(places: TextPlaces, mentions: Sequence[TimeMention]) -> StretchOfDays | None:
    """The stretch whose ends the head of an article tells."""
    near = [one for one in mentions if one.start < _HEAD and not one.is_base]
    told = (_of_length(places, near), _of_one_thing(places, near), _from_one_end(places, near))
    return next((found for each in told for found in each), None)


def _of_length(places: TextPlaces, mentions: Sequence[TimeMention]) -> Iterator[StretchOfDays]:
    """Two days between which there are as many as the article says that it took, so many that two
    others would hardly be as far from each other.
    """
    lengths = {int(found["days"]) for found in _LENGTH.finditer(places.plain, 0, _HEAD)}
    months = {_months(found) for found in _MONTHS_LONG.finditer(places.plain, 0, _HEAD)}
    for opened, closed in product(mentions, repeat=2):
        days = _between(opened, closed)
        if days is None or days_in(days) <= _SHORT:
            continue
        is_of_months = any(are_so_many_months(days, count) for count in months)
        is_told = lengths & {days_in(days), days_in(days) - 1}
        if is_told or (is_of_months and not closed.is_as_of):
            yield StretchOfDays((opened, closed), days)


def _months(found: re.Match[str]) -> int:
    """How many months words such as 满月, 两个月 or 满一年 are."""
    return small_number(found["months"]) if found["months"] else 12 if found["year"] else 1


def are_so_many_months(days: TimePeriod, months: int) -> bool:
    """Whether days are so many months, from a day to the one before that day, or to that day."""
    if days.start is None or days.end is None:
        return False
    following = parse_moment(str(months_before(days.start, -months)))
    if following is None:
        return False
    return (following.first_day - days.end.first_day).days in {0, 1}


def _of_one_thing(places: TextPlaces, mentions: Sequence[TimeMention]) -> Iterator[StretchOfDays]:
    """A day on which something ended and an earlier one on which it is said to have begun."""
    closings = [one for one in mentions if _closes(places.plain, one)]
    openings = [one for one in mentions if _opens(places.plain, one)]
    for closed, opened in product(closings, openings):
        days = _between(opened, closed)
        if days and _are_of_one_thing(places, opened, closed):
            yield StretchOfDays((opened, closed), days)


def _from_one_end(places: TextPlaces, mentions: Sequence[TimeMention]) -> Iterator[StretchOfDays]:
    """A day on which something ended whose sentence tells how long it took:
    历时58天的春茶季5月12日收尾.
    """
    for closed in mentions:
        if not _closes(places.plain, closed) or closed.is_as_of:
            continue
        begin, end = _sentence(places, closed)
        length = _TOOK.search(places.plain, begin, end)
        last = closed.period.end if closed.period else None
        if length is None or last is None or not _SHORT < int(length["days"]) <= LONGEST_STRETCH:
            continue
        day = last.first_day - timedelta(int(length["days"]) - 1)
        yield StretchOfDays((closed,), TimePeriod(Moment(day.year, day.month, day.day), last))


def _closes(plain: str, one: TimeMention) -> bool:
    return is_one_day(one.period) and _ENDED.match(plain, one.end) is not None


def _opens(plain: str, one: TimeMention) -> bool:
    """Whether something is said to have begun on a day, or to have been since."""
    if one.period is None or not is_one_day(one.period):
        return is_open(one.period)
    return _BEGAN.match(plain, one.end) is not None


def _between(opened: TimeMention, closed: TimeMention) -> TimePeriod | None:
    """The days from a beginning to an end; None where they are none, or too many."""
    begin, end = opened.period, closed.period
    if opened.is_as_of or begin is None or end is None or not is_one_day(end):
        return None
    if not (is_open(begin) or is_one_day(begin)):
        return None
    if begin.start is None or not begin.start.day or end.end is None:
        return None
    days = TimePeriod(begin.start, end.end)
    is_in_order = begin.start.first_day < end.end.first_day
    return days if is_in_order and days_in(days) <= LONGEST_STRETCH else None


def _are_of_one_thing(places: TextPlaces, opened: TimeMention, closed: TimeMention) -> bool:
    """Whether what began on one day is what ended on the other."""
    first, last = _sentence(places, opened), _sentence(places, closed)
    if _NEXT_CLAUSE.fullmatch(places.plain, opened.end, closed.start):
        return True
    subject = _what_began(places.plain, opened, first)
    ended = tuple(_what_ended(places.plain, closed, last))
    if is_open(opened.period) and first[0] == last[1] and _goes_on(places, opened, subject, ended):
        return True
    return any(_have_a_word_in_common(subject, one) for one in ended)


def _goes_on(places: TextPlaces, opened: TimeMention, subject: str, ended: Sequence[str]) -> bool:
    """Whether the sentence right behind an end tells since when that was: 雪场3月30日结束营业。
    去年11月9日开板以来; 大展10月19日闭幕。展览自6月28日.
    """
    if not subject:
        return BEGINS.search(places.plain, opened.start, opened.end) is not None
    return any(set(subject) & set(one) for one in ended)


def _what_began(plain: str, opened: TimeMention, sentence: tuple[int, int]) -> str:
    """The last characters of what is said to have begun, before the day or behind it."""
    before = _name(plain, sentence[0], opened.start)
    begun = BEGINS.search(plain, opened.end, sentence[1])
    return before or (_name(plain, opened.end, begun.start()) if begun else "")


def _what_ended(plain: str, closed: TimeMention, sentence: tuple[int, int]) -> Iterator[str]:
    """The last characters of each thing that may be said to have ended: 今年休渔8月16日结束,
    结束冬季封闭.
    """
    yield _name(plain, sentence[0], closed.start)
    for found in _ENDS.finditer(plain, closed.end, sentence[1]):
        yield _name(plain, closed.end, found.start())
        rest = CLAUSE_END.search(plain, found.end())
        yield _name(plain, found.end(), min(rest.start() if rest else len(plain), sentence[1]))


def _name(plain: str, begin: int, end: int) -> str:
    """The last characters of the name in the clause that ends at ``end``."""
    clause = CLAUSE_END.split(plain[begin:end])[-1]
    words = _BESIDE_A_NAME.sub("", clause)
    return _NOT_OF_A_NAME.sub("", words)[-_NAME:]


def _sentence(places: TextPlaces, one: TimeMention) -> tuple[int, int]:
    """Where the sentence of a time begins and ends."""
    paragraph = places.paragraph_of(one.start)
    begin = max(places.sentence_begin(one.start), places.paragraphs[paragraph])
    return begin, min(places.sentence_end(one.end), places.paragraph_end(paragraph))


def _have_a_word_in_common(first: str, second: str) -> bool:
    """Whether two names end in one word."""
    return any(first[at : at + 2] in second for at in range(len(first) - 1))
