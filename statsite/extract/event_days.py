"""The days of an event that an article tells of, where it names the event without them: 比赛期间,
假期首日.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from statsite.extract.beside_times import (
    NEAR,
    PART_OF_EVENT,
)
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    days_in,
    is_named_by_days,
    is_of_several_days,
    is_one_day,
    is_part,
    same_part_of,
)
from statsite.extract.stretches import stretch
from statsite.extract.text_places import CLAUSE_MARKS, SENTENCE_END, TextPlaces
from statsite.grammar.seasons import MONTHS_OF_HOLIDAYS, SCHOOL_HOLIDAYS, SEASON_OF_TWO_YEARS
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_OPENS = re.compile("(?:开赛|开幕|启幕|启动|开始|拉开帷幕|揭幕|开打|打响|开战|鸣枪)")
#: What an event of known days did on its first one.
_BEGAN = re.compile(f"[^，。;!?0-9的]{{0,12}}?(?:{_OPENS.pattern}|发车|出发|起航)")
#: What stands between the first day of something and its last: 12日开幕，23日闭幕.
_AND_ENDED = re.compile(f"[^，。;!?0-9的]{{0,8}}?{_OPENS.pattern}[，、](?:将?于)?")
_NAMES_AN_EVENT = re.compile(
    "[^，。;0-9]{0,16}?(?:联赛|锦标赛|冠军赛|大奖赛|公开赛|邀请赛|运动会|杯|春运|博览会|展览会"
    "|艺术节|文化节|旅游节|音乐节)"
)
_ENDINGS = (
    "落下[帷大战]幕|降下帷幕|画上[一-鿿]{0,3}句号|落幕|闭幕|收官|结束|谢幕|收场|收槌|收拍|收杆|收车|收兵"
    "|闭馆|闭展|完赛|散场"
)
#: An event of so many days: 10月19日，为期5天的博览会落下帷幕.
_OF_DAYS = re.compile(
    f"，?(?:历时|为期)(?P<days>{SMALL_NUMBER})天的?[^。;]{{0,40}}?"
    f"(?:(?P<closes>{_ENDINGS})|开幕|启幕|开赛|举行|启动|拉开帷幕)"
)
#: An event that opened on a day, whose length is told behind: 10月16日启幕，五天时间里.
_OPENED_FOR_DAYS = re.compile(
    "[^，。;0-9]{0,16}?(?:启幕|开幕|揭幕|开赛|开展|开馆|拉开帷幕|启动)，(?:(?:历时|为期|持续)"
    "(?P<long>[0-9]{1,3}|[一二两三四五六七八九十]{1,2})天"
    f"|(?P<days>{SMALL_NUMBER})天(?:时间|[展赛会假]期|[里间来]))"
)
#: An event that ended on a day, whose length the next sentence tells: 21日结束。4天时间里.
_ENDED_AFTER_DAYS = re.compile(
    f"(?:[^。;!?0-9的]{{0,30}}?|，[^，。;!?]{{2,30}}?)(?:{_ENDINGS})[。，](?:(?:历时|为期)?"
    f"(?P<days>{SMALL_NUMBER})天(?:时间|比赛|[展赛会假]期|[里间来中])"
    f"|(?:[本这此][届次][^，。;!?0-9]{{0,10}})?(?:历时|为期|持续)(?P<long>{SMALL_NUMBER})天)"
)
#: The same told before its last day: 历时9天的运动会今晚闭幕.
_OF_DAYS_BEFORE = re.compile(
    f"(?:(?:历时|为期)(?P<days>{SMALL_NUMBER})天的[^，。;]{{1,30}}"
    f"|(?:经过|历经)(?P<past>{SMALL_NUMBER})天[^。;!?]{{1,40}})$"
)
_CLOSES = re.compile(f"[^，。;0-9的]{{0,12}}?(?:{_ENDINGS})")
#: The last match of a contest, behind that it ended: 联赛今晚落幕，甲队以3比1击败乙队.
_ITS_LAST_MATCH = re.compile(
    "，[^，。;!?]{2,30}?(?:击败|战胜|力克|险胜|大胜|[0-9][:比][0-9][^，。;]{0,4}胜)"
)
#: The work of a year that was done with on a day: 今年招生工作已于8月31日完成.
_IS_DONE_WITH = re.compile(
    f"[^，。;0-9的]{{0,8}}?(?:{_ENDINGS}|完成|完毕|告捷|截止|收尾|收榨|收割)(?=[，。;])"
)
#: The same with the name of the event between: 8月24日晚，第十二届书展落下帷幕.
_ENDS_BY_NAME = re.compile(f"，[^，。;!?]{{2,30}}?(?:{_ENDINGS})")
#: What a contest ends with on its last day: 5月17日晚，…总决赛第五场…夺得冠军.
_IS_DECIDED = re.compile(
    "[^。!?]{0,100}?决赛[^。!?]{0,80}?(?:夺冠|捧杯|捧[得起]|问鼎|折桂|登顶|(?:夺得|获得|赢得|加冕)[^，。;!?]{0,10}冠军)"
)
#: What ended on a day is the last match, of which the rest of the sentence tells.
_IS_THE_FINAL = re.compile(f"[^。;!?]{{0,30}}?决赛[^。;!?]{{0,6}}?(?:{_ENDINGS})")
#: A season, before the day on which it began: 本赛季从4月12日开打.
_OF_A_SEASON = re.compile("[赛雪航]季[^，。;!?]{0,8}$")
_LASTS = re.compile("(?:持续|延续|一直)$")
#: The most days of a show whose ends are told together (7月1日开幕、10月12日闭幕), and how near
#: these are to each other.
_LONGEST_SHOW, _NEAR_BY = 366, 8
#: An event by its length: 5天里.
_SO_MANY_DAYS = re.compile(
    "(?P<days>[0-9]{1,2}|[二两三四五六七八九十]{1,2})天(?:[展赛会假]期)?(?:里|间)"
)
#: Words for the day told of before, or the next one.
_NAMES_THAT_DAY = re.compile("[当同][天日晚]|次日|翌日|隔天")
#: A day that is called by its place in an event: 5日是假期最后一天.
_IS_THAT_DAY = re.compile("[0-9][日号]$")
_IS_CALLED = re.compile("[0-9][日号](?:是|为|系)$")
_TAKES_A_DAY = re.compile(
    "[^。!?]{0,30}?(?:马拉松|长跑|越野赛|骑行赛|自行车赛|龙舟赛|灯会|演唱会|招聘会)[^。!?]{0,24}?(?:鸣枪|起跑|开跑|举[办行])"
)
#: Before the days of the next event, which are not those of the one told of.
_NEXT_TIME = re.compile("(?:下一?届|明年|下次)[^。!?]{0,12}$")
#: The first or last of an event's days: 假期前两天.
_PART_BY_DAYS = re.compile(
    "的?(?P<which>[前头首后])(?P<days>[0-9]|[两二三四五六七])[天日](?![后前内])"
)
#: Before this day of May or June there is no holiday of 端午.
_EARLIEST_DRAGON_BOATS = (5, 25)
_DAY_NUMBER = re.compile("[0-9][日号]")
_HOLIDAY_NAMED = re.compile("(?:假期|长假|黄金周|期间)$")
#: The most days that something lasts which a text refers to by its name.
_LONGEST_EVENT = 62
#: A season or a school year, and one behind its years: 2025赛季, 2024—2025学年.
_SEASON = re.compile(SEASON_OF_TWO_YEARS)
_NAMED_SEASON = re.compile(f"(?<=[0-9年度])(?:{SEASON_OF_TWO_YEARS}|[一-鿿]{{2}}年度)")
_IS_A_SEASON = re.compile(f"{SEASON_OF_TWO_YEARS}|全季")
_LONGEST_SEASON_NAME, _OF_MATCHES = 4, "赛季"
#: Seasons of two years, by the last month in which each is surely the present one; the first month
#: in which the next one is.
_LAST_MONTHS_OF_SEASONS = {
    "学年": 6,
    **{f"{heating}{time}": 3 for heating in ("采暖", "供暖", "供热") for time in "季期"},
    "雪季": 3,
    "榨季": 3,
    "越冬季": 3,
}
_FIRST_OF_SEASON = 9
#: The most days of a contest whose length or last match is told.
LONGEST_CONTEST = 120
#: The words that lead the run of a show or a season of matches, and the most days of one.
FROM, LONGEST_SEASON = frozenset({"从", "自"}), 250


def with_event(
    places: TextPlaces, mentions: Sequence[TimeMention], written: Moment
) -> Iterator[TimeMention]:
    """``mentions``, those that name an event without its days (比赛期间) with them; where the
    article, which was ``written`` then, does not give its days, without them.
    """
    before: TimeMention | None = None
    plain = places.plain
    paired = list(_with_pairs(plain, mentions))
    for mention in _counted_from_parts(plain, _with_days(places, paired, written)):
        if before and _is_of_a_base(before, mention):
            continue
        if mention.is_base and before and _is_same_part_of(plain, before, mention):
            yield replace(mention, period=same_part_of(before.period, mention.period))
        else:
            yield mention
        before = mention


def _counted_from_parts(plain: str, mentions: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """``mentions``; a word for a day behind one that names a day of an event (首日, 第一天) with
    that day, or the one after it: 当晚, 次日.
    """
    part: TimeMention | None = None
    for mention in mentions:
        words = plain[mention.start : mention.end]
        if part is not None and part.period and part.period.start and _NAMES_THAT_DAY.match(words):
            yield replace(mention, period=_day_of(part.period.start, words[0] not in "当同"))
            continue
        yield mention
        if not mention.is_base:
            part = mention if mention.is_event and _is_day(mention) else None


def _is_of_a_base(base: TimeMention, mention: TimeMention) -> bool:
    """Whether days stand right behind a time that others are compared with, and are those of a
    record: 创1958年有记录以来7月上旬新高.
    """
    return base.is_base and mention.start == base.end and is_of_several_days(mention.period)


def _is_same_part_of(plain: str, event: TimeMention, base: TimeMention) -> bool:
    """Whether a year stands for the days of an event in it, which are named before it in its
    sentence: 假期运送9万人，比2024年同期.
    """
    between = plain[event.end : base.start]
    is_named_alone = not _is_numbered(plain, event) and is_named_by_days(event.period)
    is_near = len(between) <= NEAR * 2 and not SENTENCE_END.search(between)
    return is_named_alone and is_near and plain.endswith("同期", base.start, base.end)


def _with_days(
    places: TextPlaces, mentions: Sequence[TimeMention], written: Moment
) -> Iterator[TimeMention]:
    """``mentions``, those of an event with its days."""
    plain, event = places.plain, _event(places, mentions)
    for before, mention in pairwise((None, *mentions)):
        if mention is None or (before and _ends_what_is_of(plain, before, mention)):
            continue
        if event.days and (mention in event.ends or _opens(plain, mention, event.days)):
            yield replace(mention, period=event.days, until=None, ahead=False, is_whole=True)
        elif mention.is_event and _is_called(plain, mention):
            continue
        elif event.held and _is_its_holiday(plain, mention, event.held):
            yield replace(mention, period=event.held)
        elif mention.is_event:
            words = plain[mention.start : mention.end]
            is_unknown = event.lacks_the_years_of(words) or _is_season_of_a_day(
                words, mention, mentions
            )
            period = event.period_of(words) or _season_of_winter(
                words, mention, written, is_unknown=is_unknown
            )
            part = _PART_BY_DAYS.match(plain, mention.end)
            if part:
                period = _some_days_of(period, part)
            is_no_day = event.is_another(words) or _has_no_days_here(mention, words) or is_unknown
            is_told_of = plain[mention.start - 1 : mention.start] in CLAUSE_MARKS
            is_whole = period is not None and period == event.days
            if period or is_no_day or (is_told_of and event.is_not(words)):
                yield replace(mention, period=period, is_whole=is_whole)
        elif not _only_closes(plain, mention) or event.has_a_day_like(mention):
            yield mention


def _with_pairs(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """``mentions``; days of which one is told as the first of something and the next as its last
    (12日开幕，23日闭幕) each with all of its days.
    """
    before: TimeMention | None = None
    for mention in mentions:
        days = _between(plain, before, mention) if before else None
        if before:
            yield _of_all(before, days) if days else before
        before = _of_all(mention, days) if days else mention
    if before:
        yield before


def _has_no_days_here(mention: TimeMention, words: str) -> bool:
    """Whether the days of what is named are not those of the event told of: 上赛季, 暑假."""
    if words.startswith(SCHOOL_HOLIDAYS):
        return True
    is_another = words.startswith(("上", "下")) and not mention.is_base
    return is_another and _IS_A_SEASON.search(words) is not None


def _is_season_of_a_day(words: str, mention: TimeMention, mentions: Sequence[TimeMention]) -> bool:
    """Whether a season or a school year is named behind days alone, which it is longer than:
    1月18日晚，某队获胜。本赛季，.
    """
    if mention.is_base or not words.startswith("本") or _IS_A_SEASON.search(words) is None:
        return False
    before = [one.period for one in mentions if one.start < mention.start and one.period]
    return all(map(is_one_day, before))


def _of_all(end: TimeMention, days: TimePeriod) -> TimeMention:
    """The first or last day of something with all of its days."""
    return replace(end, period=days, ahead=False, is_whole=True)


def _between(plain: str, opened: TimeMention, closed: TimeMention) -> TimePeriod | None:
    """The days from one on which something opened to the next one named, on which it ended."""
    is_pair = _is_day(opened) and _is_day(closed)
    if not is_pair or not _AND_ENDED.fullmatch(plain, opened.end, closed.start):
        return None
    is_end = _CLOSES.match(plain, closed.end) or plain.startswith("截止", closed.end)
    return _from_to(opened, closed, LONGEST_SEASON) if is_end else None


def _opens(plain: str, mention: TimeMention, days: TimePeriod) -> bool:
    """Whether a day is told as that on which an event of ``days`` began: 赛事8月16日从山城发车."""
    if not _is_day(mention) or mention.period is None or mention.period.start != days.start:
        return False
    return _BEGAN.match(plain, mention.end) is not None


def _ends_what_is_of(plain: str, whole: TimeMention, day: TimeMention) -> bool:
    """Whether of a day is only told that on it ended what its clause has called by a longer time,
    of which all is told: 今年招生工作已于8月31日完成，录取5人; of a contest its last match may be.
    """
    if not _is_day(day) or not _IS_DONE_WITH.match(plain, day.end):
        return False
    if whole.is_base or is_named_by_days(whole.period) or not is_part(day.period, whole.period):
        return False
    between = plain[whole.end : day.start].removeprefix("，")
    return CLAUSE_MARKS.isdisjoint(between) and not _names_an_event(plain, whole)


def _is_called(plain: str, mention: TimeMention) -> bool:
    """Whether a day that is named by its number is called by its place in an event."""
    is_named = plain.endswith(("当天", "当日"), mention.start, mention.end)
    if is_named and _IS_THAT_DAY.search(plain, max(0, mention.start - NEAR), mention.start):
        return True  # 6日中秋当天
    begins = mention.start + plain.startswith(("是", "为"), mention.start)
    return _IS_CALLED.search(plain, max(0, begins - NEAR), begins) is not None


def _only_closes(plain: str, mention: TimeMention) -> bool:
    """Whether of a day is told that an event ended on it (16日晚在甲市落幕), and not the match
    with which it did (联赛今晚落幕，甲队击败乙队).
    """
    closed = _CLOSES.match(plain, mention.end) if _is_day(mention) else None
    return closed is not None and _ITS_LAST_MATCH.match(plain, closed.end()) is None


class _Event(Struct, frozen=True):
    """What an article says of when an event is, which it refers to by its name.

    ``ends`` are the times of its first and last day, ``days`` the period between them, ``held`` the
    first days that the article tells of, ``day`` the one on which it is told to have been.
    ``named`` are the years that the event is called by, ``seasons`` those of its seasons, by what
    each is called (赛季, 雪季).
    """

    ends: tuple[TimeMention, ...]
    days: TimePeriod | None
    held: TimePeriod | None
    day: TimePeriod | None
    named: TimePeriod | None
    seasons: Mapping[str, TimePeriod]

    @property
    def called(self) -> TimePeriod | None:
        """The years it is called by."""
        return self.seasons.get(_OF_MATCHES) or self.named

    def _season(self, words: str) -> TimePeriod | None:
        """The years of the season that ``words`` mean: 全季 is any."""
        kind = _SEASON.search(words)
        if kind is None:
            return next(iter(self.seasons.values()), None)
        return self.called if kind[0] == _OF_MATCHES else self.seasons.get(kind[0])

    def lacks_the_years_of(self, words: str) -> bool:
        """Whether ``words`` mean this school year in an article that names no years of one."""
        kind = _SEASON.search(words) if words.startswith("本") else None
        return kind is not None and kind[0] == "学年" and kind[0] not in self.seasons

    def period_of(self, words: str) -> TimePeriod | None:
        """The period that ``words`` for it, or for a part of it, mean."""
        if _IS_A_SEASON.search(words):
            season = self._season(words)
            if season is None and words.startswith("新"):
                return self._long_days
            if not _season_later(words) and is_part(self.days, season):
                return self.days
            return _of_season(words, season)
        counted = _SO_MANY_DAYS.fullmatch(words)
        if counted:
            days = self.days or self.held
            return days if days_in(days) == small_number(counted["days"]) else None
        return self._period_of_days(words, self.days or self._own_day or self.held or self.day)

    @property
    def _long_days(self) -> TimePeriod | None:
        """The days of what is so long as a season."""
        return self.days if days_in(self.days) > LONGEST_CONTEST else None

    @property
    def _own_day(self) -> TimePeriod | None:
        """The day of a race or the like, where the days that the article tells of are those
        around it: 14日至16日, 接待游客.
        """
        return self.day if is_part(self.day, self.held) else None

    def has_a_day_like(self, closing: TimeMention) -> bool:
        """Whether the day on which an event closed is one that figures may be of: it is called by
        no year, or has days of which this is the last.
        """
        if not self.called:
            return True
        return _OF_MATCHES not in self.seasons and is_part(closing.period, self.held)

    def is_another(self, words: str) -> bool:
        """Whether ``words`` tell of a time of the year in which this event is not: 暑运期间, beside
        10月1日至8日.
        """
        return "期间" in words and self.is_not(words)

    def is_not(self, words: str) -> bool:
        """Whether ``words`` name a holiday that is not this event."""
        return _is_another_holiday(words, self.days or self.held)

    def _period_of_days(self, words: str, days: TimePeriod | None) -> TimePeriod | None:
        return None if _is_another_holiday(words, days) else _of_event(words, days, self.named)


def _event(places: TextPlaces, mentions: Sequence[TimeMention]) -> _Event:
    plain = places.plain
    ends, days = _ends_and_days(places, mentions)
    return _Event(
        ends,
        days,
        _first_held(plain, mentions),
        _first_period(one for one in mentions if is_of_one_day(plain, one)),
        _first_period(one for one in mentions if _names_an_event(plain, one)),
        _seasons(plain, mentions),
    )


def _seasons(plain: str, mentions: Sequence[TimeMention]) -> Mapping[str, TimePeriod]:
    """The years that seasons are called by, of each kind the first that nothing is only compared
    with.
    """
    told: dict[str, TimePeriod] = {}
    for one in mentions:
        kind = season_of(plain, one)
        if kind and one.period and not one.is_base:
            told.setdefault(kind, one.period)
    return told


def _season_of_winter(
    words: str, mention: TimeMention, written: Moment, *, is_unknown: bool
) -> TimePeriod | None:
    """The years of the winter's season or the school year that an article of that month calls the
    one before or the next one, or its own where that ``is_unknown``; None in summer, when it may be
    the one that has just ended.
    """
    kind, later = _SEASON.search(words), _season_later(words)
    if mention.is_base or kind is None or not written.month or not (later or is_unknown):
        return None
    last = _LAST_MONTHS_OF_SEASONS.get(kind[0], 0)
    if last < written.month < _FIRST_OF_SEASON or not last:
        return None
    first = written.year + later - (written.month <= last)
    return TimePeriod(Moment(first), Moment(first + 1))


#: The times that name an end of an event, and its days.
_EndsAndDays = tuple[tuple[TimeMention, ...], TimePeriod | None]


def _ends_and_days(places: TextPlaces, mentions: Sequence[TimeMention]) -> _EndsAndDays:
    """The times that name an end of the event, and its days."""
    plain = places.plain
    of_days = (_event_of_days(plain, one) for one in mentions if _is_day(one))
    told = next(filter(None, of_days), None) or _opened_and_closed(plain, mentions)
    if told[1]:
        return told
    whole = stretch(places, mentions)
    return (whole.ends, whole.days) if whole else told


def _event_of_days(plain: str, day: TimeMention) -> _EndsAndDays | None:
    """An event of which a day is told as the first or the last of so many."""
    opened = _OPENED_FOR_DAYS.match(plain, day.end)
    if opened:
        return _of_so_many_days(day, opened["days"] or opened["long"], None)
    ended = _ENDED_AFTER_DAYS.match(plain, day.end)
    if ended:
        return _of_so_many_days(day, ended["days"] or ended["long"], ended[0])
    behind = _OF_DAYS.match(plain, day.end)
    if behind:
        return _of_so_many_days(day, behind["days"], behind["closes"])
    before = _OF_DAYS_BEFORE.search(plain, max(0, day.start - NEAR * 3), day.start)
    closes = _CLOSES.match(plain, day.end)
    if before is None or closes is None:
        return None
    return _of_so_many_days(day, before["days"] or before["past"], closes[0])


def _of_so_many_days(day: TimeMention, days: str, closes: str | None) -> _EndsAndDays:
    """An event of so many days that ends, or begins, with a ``day``."""
    return (day,), _so_many_days(day, small_number(days), closes)


def _opened_and_closed(plain: str, mentions: Sequence[TimeMention]) -> _EndsAndDays:
    """An event whose first and last day are told."""
    opened, closed = _opening(plain, mentions), _closing(plain, mentions)
    decided = _decided(plain, mentions)
    if opened and decided and not closed:
        # what is told of the final is of its day
        return (opened,), _from_to(opened, decided, LONGEST_CONTEST)
    if not opened or not closed:
        return (), None
    is_told_at_once = 0 < closed.start - opened.end <= _NEAR_BY
    longest = _LONGEST_SHOW if is_told_at_once else _LONGEST_EVENT
    if _OF_A_SEASON.search(plain, max(0, opened.start - NEAR), opened.start):
        longest = LONGEST_SEASON
    is_final = _IS_THE_FINAL.match(plain, closed.end) is not None
    return (opened,) if is_final else (opened, closed), _from_to(opened, closed, longest)


def _so_many_days(end: TimeMention, days: int, closes: str | None) -> TimePeriod | None:
    """The ``days`` that end, or begin, with a day."""
    day = end.period.start if end.period else None
    if day is None or not 0 < days <= LONGEST_CONTEST:
        return None
    other = _day_of(day, 1 - days if closes else days - 1).start
    return TimePeriod(other, day) if closes else TimePeriod(day, other)


def _opening(plain: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day on which something is said to begin."""
    ends = [*(one.start for one in mentions[1:]), len(plain)]
    for one, end in zip(mentions, ends, strict=False):
        if _is_day(one) and _OPENS.search(plain, one.start, min(end, one.end + NEAR)):
            return one
    return None


def _closing(plain: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day on which something is said to end."""
    days = [one for one in mentions if _is_day(one)]
    told = (
        one for pattern in (_CLOSES, _ENDS_BY_NAME) for one in days if pattern.match(plain, one.end)
    )
    lasting = (one for one in days if _lasts_up_to(plain, one))
    return next(told, None) or next(lasting, None)


def _lasts_up_to(plain: str, day: TimeMention) -> bool:
    """Whether something is said to go on up to a day: 活动持续到8月9日."""
    begin = max(0, day.start - _NEAR_BY)
    return day.lead in {"到", "至"} and _LASTS.search(plain, begin, day.start) is not None


def _decided(plain: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day on which a contest is said to have been decided."""
    days = (one for one in mentions if _is_day(one))
    return next((one for one in days if _IS_DECIDED.match(plain, one.end)), None)


def _first_period(mentions: Iterable[TimeMention]) -> TimePeriod | None:
    """The first period that ``mentions`` name."""
    return next((one.period for one in mentions if one.period), None)


def _first_held(plain: str, mentions: Sequence[TimeMention]) -> TimePeriod | None:
    """The first days that an article tells of; where it only names a holiday, those around them
    that it gives first.
    """
    told = [one for one in mentions if _is_held(one)]
    held = [one for one in told if not _is_of_the_next(plain, one)] or told
    numbered = _first_period(one for one in held if _is_numbered(plain, one))
    first = _first_period(held)
    return numbered if is_part(first, numbered) else first


def _is_of_the_next(plain: str, mention: TimeMention) -> bool:
    """Whether days are those of the next event: 下届展会定于2026年8月12日至23日举办."""
    return _NEXT_TIME.search(plain, max(0, mention.start - NEAR), mention.start) is not None


def _is_numbered(plain: str, mention: TimeMention) -> bool:
    """Whether days are named by their numbers."""
    return _DAY_NUMBER.search(plain, mention.start, mention.end) is not None


def _is_its_holiday(plain: str, mention: TimeMention, held: TimePeriod) -> bool:
    """Whether a holiday that is only named lies within the days ``held`` of which the article
    tells: “五一”假期, beside 4月29日至5月6日.
    """
    if not _is_held(mention) or _is_numbered(plain, mention):
        return False
    return _HOLIDAY_NAMED.search(plain, mention.start, mention.end) is not None and is_part(
        mention.period, held
    )


def season_of(plain: str, years: TimeMention) -> str:
    """What a season is called that has these years: 赛季, 学年; nothing where they are none of
    one.
    """
    found = _NAMED_SEASON.search(plain, years.start, years.end + _LONGEST_SEASON_NAME)
    return found[0] if found else ""


def is_of_one_day(plain: str, mention: TimeMention) -> bool:
    """Whether a day is told as that of a race or the like, which takes no longer:
    4月13日，海州马拉松鸣枪起跑.
    """
    return _is_day(mention) and _TAKES_A_DAY.match(plain, mention.end) is not None


def _is_held(mention: TimeMention) -> bool:
    """Whether a time is of several days, and none that others are compared with."""
    longest = LONGEST_SEASON if mention.lead in FROM else _LONGEST_EVENT
    return _is_of_days(mention.period, longest) and not mention.is_base


def _names_an_event(plain: str, mention: TimeMention) -> bool:
    return not mention.is_base and _NAMES_AN_EVENT.match(plain, mention.end) is not None


def _of_event(words: str, whole: TimePeriod | None, named: TimePeriod | None) -> TimePeriod | None:
    """The days of an event that ``words`` name: 假期首日, 比赛期间; the year it is called by where
    its days are not given.
    """
    part = PART_OF_EVENT.search(words)
    is_part_of_it = part is not None or words.startswith("决赛")
    if whole is None or whole.start is None or whole.end is None:
        return None if is_part_of_it else named
    if words.startswith("决赛"):
        return TimePeriod(whole.end, whole.end)
    if part is None:
        return whole
    if part[0].startswith("最后") or words.startswith(("闭幕", "收官")):
        return TimePeriod(whole.end, whole.end)
    later = small_number(part["number"]) - 1 if part["number"] else 0
    return _day_of(whole.start, later)


def _some_days_of(days: TimePeriod | None, part: re.Match[str]) -> TimePeriod | None:
    """The first or the last of an event's ``days``, so many of them: 假期前两天."""
    count = small_number(part["days"])
    if days is None or days.start is None or days.end is None or not count < days_in(days):
        return days
    if part["which"] == "后":
        return TimePeriod(_day_of(days.end, 1 - count).start, days.end)
    return TimePeriod(days.start, _day_of(days.start, count - 1).end)


def _is_another_holiday(words: str, days: TimePeriod | None) -> bool:
    """Whether ``words`` name a holiday of other months than those of an event's ``days``:
    春节假期, beside 10月1日至8日.
    """
    if "端午" in words and days is not None and days.start is not None:
        return days.start.first_day < date(days.start.year, *_EARLIEST_DRAGON_BOATS)
    months = next((months for name, months in MONTHS_OF_HOLIDAYS.items() if name in words), None)
    if months is None or days is None or days.start is None or days.end is None:
        return False
    return not months.issuperset({days.start.month, days.end.month})


def _day_of(first: Moment, later: int) -> TimePeriod:
    """The day so many days after the first one."""
    day = first.first_day + timedelta(later)
    moment = Moment(day.year, day.month, day.day)
    return TimePeriod(moment, moment)


def _of_season(words: str, season: TimePeriod | None) -> TimePeriod | None:
    """本赛季, or 上赛季: the years before, or 下赛季: the next ones."""
    if season is None or season.start is None or season.end is None:
        return None
    by = _season_later(words)
    return TimePeriod(
        replace(season.start, year=season.start.year + by),
        replace(season.end, year=season.end.year + by),
    )


def _season_later(words: str) -> int:
    """How many seasons later than the one told of is the one that ``words`` name: 下赛季."""
    return ("下" in words) - ("上" in words)


def _is_day(mention: TimeMention) -> bool:
    return not mention.is_base and mention.period is not None and _is_from_a_day(mention.period)


def _is_from_a_day(period: TimePeriod) -> bool:
    """Whether a period is a day, or begins with one and has no end."""
    start = period.start
    return start is not None and start.day > 0 and period.end in {None, start}


def _from_to(opened: TimeMention, closed: TimeMention, longest: int) -> TimePeriod | None:
    """The days from the one on which something began to that on which it ended; None where they
    are too many.
    """
    days = TimePeriod(
        opened.period.start if opened.period else None,
        closed.period.start if closed.period else None,
    )
    return days if _is_of_days(days, longest) else None


def _is_of_days(period: TimePeriod | None, longest: int = _LONGEST_EVENT) -> bool:
    """Whether a period is of several days, and not too many for an event."""
    if period is None or period.start is None or period.end is None:
        return False
    if not (period.start.day and period.end.day):
        return False
    return 0 < (period.end.first_day - period.start.first_day).days <= longest
