"""What an article says outright of a figure's time, area and unit, held against what the site says
beside the number.

Only explicit words count. The nearest are those of the figure's own sentence or paragraph. Where
they are silent, a year or an area that the whole article never names was not taken from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from statsite.evidence.area_names import LOCAL, AreaNames
from statsite.evidence.articles import Article
from statsite.evidence.bases import base_behind, least_or_most, left_out
from statsite.evidence.capabilities import capability
from statsite.evidence.comparison_bases import base_misnamed
from statsite.evidence.context_words import (
    earlier_time,
    other_place,
    words_to_come,
    year_of_list,
)
from statsite.evidence.directions import change_as_level, misdirected
from statsite.evidence.former_times import former_time, year_of_bracket
from statsite.evidence.headings import heading_of_plans, unit_over
from statsite.evidence.imagined_figures import imagined_figure
from statsite.evidence.later_turns import turned_later
from statsite.evidence.other_subjects import other_subject
from statsite.evidence.outlooks import abolished, outlook
from statsite.evidence.paired_lists import place_of_list
from statsite.evidence.parts_of_years import part_of_year, sum_of_years
from statsite.evidence.places_at_hand import place_at_hand
from statsite.evidence.rates import rate_before, rate_behind, rate_of_price, total_of_rate
from statsite.evidence.reported_claims import reported_claim
from statsite.evidence.search import Found
from statsite.evidence.unreached_levels import unreached_level
from statsite.evidence.unsettled_words import names_itself, unsettled_words
from statsite.extract.article import ArticleText, prepare
from statsite.extract.cities import cities_of
from statsite.extract.measure_words import NO_UNIT_BEFORE
from statsite.extract.mention import TimeMention
from statsite.extract.places import PlaceMention, names_a_province, place_mentions
from statsite.extract.time_mentions import time_mentions
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.fold_characters import fold_word
from statsite.model import Area, AreaKind, Observation, Printing, Site, Source, Status
from statsite.periods import Moment, TimePeriod

_SENTENCE_END = re.compile(r"[。!?]")
_SEEN = 3

_YEAR = re.compile(r"(?<![0-9.])(?:19|20|21)[0-9]{2}(?![0-9.])")
_PLAN = re.compile("十[一二三四五]五")
_PLAN_BEGINS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_YEARS_OF_A_PLAN = 5
#: A figure of so many years before its article, or fewer, is taken for one of the article's time.
_RECENT = 1
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "同比": -1, "今年": 0, "本年": 0, "明年": 1}
_OF_THE_BASE = re.compile("的[^，。;、!?:()]{0,8}")
_YEARS_AGO = re.compile(
    r"([0-9]{1,2}|[一二两三四五六七八九]?十?[一二两三四五六七八九]?)[余多]?年(?:来|间|前)"
)
_HAN_NUMBERS = {
    "": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}

_NATION = frozenset({"全国", "我国"})
_WITHIN = re.compile(r"[全我](?:省|市|县|区|州|自治区)")
_OURS = re.compile(r"[我本][省市县区]")
_PROVINCE = re.compile(r"[一-鿿]{2,3}省|[一-鿿]{2,8}自治区|[一-鿿]{2,3}(?<![省市县区州盟旗])$")
# Where a name heads a phrase, what follows is about it: not so in 高于全国 and 对口支援西藏.
_HEADS_A_PHRASE = re.compile(r"(?:^|[，。;、:!?()“”…\n年月日底末期前今来据在]|其中|目前)$")
_LONGEST_HEAD = 2
# A figure for each hundred households, or per person: only a unit that says so is meant.
_PER_BEFORE = re.compile(
    "每[0-9一二三十百千万]*(?:户|人|名[^，。;]{1,4}|万?人口)(?:居民|职工)?(?:中|里|拥有|有|约"
    "|才|只有|配备|平均)*$"
)
_PER_BEHIND = re.compile(r"/[一-鿿]{1,3}")
_PER = re.compile("[/每均]")
_LONGEST_RATE = 16
_RATE = re.compile("[/每均率]|单产|密度|强度")
#: So much of what is behind a figure is looked at for words about it.
_SEEN_BEHIND = 48
#: So many characters of the words for a rate name it: 时速, 亩产.
_NAMES_A_RATE = 2
_CLAUSE_END = re.compile("[，。;!?:]")
_A_PART_OF_A_YEAR = re.compile("[上下]半年|季度|月(?![底末]|[0-9]+日)(?:份)?$")
#: What makes a province one of several, a part of another name, or where something was done or
#: said.
_NOT_ITS_OWN = re.compile(
    "[等、和与及至到—~-]|[^，]{0,6}(?:大学|学院|医院|高铁|机场|召开|举行|举办|会议|论坛|发布|公布|宣布"
    "|出发|分别|两地|各地|籍|电|讯)|[^，]{0,16}(?:的全国|全国性|在内)"
)
_A_NATION = re.compile("全国|我国|中国")


#: What of an observation the words of an article may speak against.
Field = Literal["period", "compared_with", "area", "unit", "status", "printed", "title"]


@dataclass(frozen=True, slots=True)
class ContextDifference:
    """A field of an observation that the article's words speak against, and those words.

    ``is_near``: they are near the figure; else they are what the article names elsewhere, and the
    observation's own it never names.
    """

    field: Field
    seen: tuple[str, ...]
    is_near: bool = True


@dataclass(frozen=True)
class ArticleContext:
    """An article, the times and places that it names, and all lines of the file that it is in."""

    article: Article
    text: ArticleText
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    file: tuple[str, ...] = ()

    def line_of(self, place: int) -> int:
        """The number in its file of the line in which a place in ``ArticleText.plain`` is."""
        return self.article.line(self.text.starts[place])

    def place_of(self, found: Found) -> tuple[int, int]:
        """Where a figure that was found begins and ends in ``ArticleText.plain``."""
        first, last = self.article.span_given(found.start, found.end)
        return bisect_left(self.text.starts, first), bisect_left(self.text.starts, last)

    def words(self, mention: TimeMention) -> str:
        """What a time is printed as."""
        return self.text.plain[mention.start : mention.end]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the article names, by number or by five-year plan."""
        plain = self.text.plain
        spans = [_years(mention.period) for mention in self.times if mention.period]
        plans = [_PLAN_BEGINS[found[0]] for found in _PLAN.finditer(plain)]
        spans += [range(first, first + _YEARS_OF_A_PLAN) for first in plans]
        return frozenset({int(found[0]) for found in _YEAR.finditer(plain)}.union(*spans))

    @cached_property
    def years_ago(self) -> frozenset[int]:
        """How many years before its own the article may mean: 15年来, 去年."""
        plain = self.text.plain
        counted = [_count(found[1]) for found in _YEARS_AGO.finditer(plain) if found[1]]
        named = [-step for word, step in _RELATIVE.items() if word in plain]
        return frozenset({0, *named, *(number + near for number in counted for near in (-1, 0, 1))})


_Mention = TypeVar("_Mention", TimeMention, PlaceMention)


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure where an article prints it, by places in ``ArticleText.plain``."""

    site: Site
    observation: Observation
    printing: Printing
    around: ArticleContext
    start: int
    end: int

    @property
    def source(self) -> Source:
        return self.site.sources[self.printing.source]

    @property
    def paragraph(self) -> int:
        """Where its paragraph begins."""
        starts = self.around.text.paragraph_starts
        return starts[bisect_right(starts, self.start) - 1]

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""
        begin = self.paragraph
        for end in _SENTENCE_END.finditer(self.around.text.plain, begin, self.start):
            begin = end.end()
        return begin

    @property
    def whole_sentence(self) -> str:
        """Its sentence, to the end."""
        plain = self.around.text.plain
        end = _SENTENCE_END.search(plain, self.end)
        return plain[self.sentence : end.start() if end else len(plain)]

    def times_since(self, place: int) -> list[TimeMention]:
        """The times that are named from ``place`` on and before the figure."""
        return [time for time in self.around.times if place <= time.start < self.start]

    def places_of_sentence(self) -> list[PlaceMention]:
        """The places that are named in its sentence before the figure."""
        begins = self.sentence
        return [place for place in self.around.places if begins <= place.start < self.start]

    def nearest_first(self, mentions: Iterable[_Mention]) -> list[_Mention]:
        """``mentions``, the nearest to the figure first."""
        return sorted(mentions, key=lambda mention: abs(mention.start - self.start))


def context_of(article: Article, file: Iterable[str] = ()) -> ArticleContext:
    """``article`` with the times and places that it names, and the lines of its ``file``."""
    text = prepare(article.given)
    times, places = tuple(time_mentions(text)[1]), tuple(place_mentions(text.plain))
    return ArticleContext(article, text, times, places, tuple(file))


def context_differences(
    site: Site, observation: Observation, printing: Printing, found: Found, around: ArticleContext
) -> Iterator[ContextDifference]:
    """What the article says against the observation around the place where it was ``found``
    printed.

    Nothing where the observation explains its context, or the article is in a language whose words
    are not known.
    """
    if observation.context or site.sources[printing.source].language != ARTICLE_LANGUAGE:
        return
    yield from _differences(_Case(site, observation, printing, around, *around.place_of(found)))


def _differences(case: _Case) -> Iterator[ContextDifference]:
    """What names and dates speak against; of the other fields what other words do."""
    by_names = [*_of_period(case), *_of_base(case), *_of_area(case), *_of_unit(case)]
    fields = {difference.field for difference in by_names}
    yield from by_names
    yield from (difference for difference in _of_words(case) if difference.field not in fields)


def _of_period(case: _Case) -> Iterator[ContextDifference]:
    own, said = case.observation.period, _governing_period(case)
    if own is None:
        return
    if said is not None:
        words, period = said
        if _apart(own, period):
            yield ContextDifference("period", (words,))
    elif case.around.times and not any(_is_named(year, case) for year in _ends(own)):
        yield ContextDifference("period", _nearest_periods(case), is_near=False)


def _governing_period(case: _Case) -> tuple[str, TimePeriod] | None:
    """The time that governs the figure, as printed, and its period; None where none is known."""
    governing = _governing(case)
    if governing is None:
        return None
    words = case.around.words(governing)
    period = _period_of(governing, words, case.source)
    return (words, period) if period else None


def _nearest_periods(case: _Case) -> tuple[str, ...]:
    """The nearest times of the article whose period is known, as they are printed."""
    stated = [mention for mention in case.around.times if mention.period]
    words = map(case.around.words, case.nearest_first(stated))
    return tuple(dict.fromkeys(words))[:_SEEN]


def _governing(case: _Case) -> TimeMention | None:
    """The last time named before the figure in its paragraph; one that others are compared with
    governs its own figure only (2020年的12家).
    """
    before = case.times_since(case.paragraph)
    plain = case.around.text.plain
    if before and _OF_THE_BASE.fullmatch(plain, before[-1].end, case.start):
        return before[-1]
    lasting = (m for m in reversed(before) if m.until is None or case.start < m.until)
    return next((mention for mention in lasting if not mention.is_base), None)


def _period_of(mention: TimeMention, words: str, source: Source) -> TimePeriod | None:
    """The period that a time names; 今年 and 去年 are counted from the article's own year, where
    that is printed.
    """
    if mention.period is not None or source.published.approximate:
        return mention.period
    return _relative_year(words, source.published.date.year)


def _relative_year(words: str, year: int) -> TimePeriod | None:
    """The year that 今年 or 去年 means in a text of ``year``."""
    if words not in _RELATIVE:
        return None
    meant = Moment(year + _RELATIVE[words])
    return TimePeriod(meant, meant)


def _apart(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether two periods have no day in common, or are open to the same side from
    different years.
    """
    if _are_open_alike(one, other):
        return _ends(one) != _ends(other)
    return _is_before(one, other) or _is_before(other, one)


def _are_open_alike(one: TimePeriod, other: TimePeriod) -> bool:
    return one.end is other.end is None or one.start is other.start is None


def _is_before(one: TimePeriod, other: TimePeriod) -> bool:
    return (
        one.end is not None and other.start is not None and one.end.last_day < other.start.first_day
    )


def _ends(period: TimePeriod) -> list[int]:
    return [moment.year for moment in (period.start, period.end) if moment]


def _years(period: TimePeriod) -> range:
    ends = _ends(period)
    return range(ends[0], ends[-1] + 1)


def _is_named(year: int, case: _Case) -> bool:
    """Whether the article names ``year``, or may mean it."""
    return (
        year in case.around.years or case.source.published.date.year - year in case.around.years_ago
    )


def _count(number: str) -> int:
    """The number up to 99 that Arabic or Chinese digits write."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_HAN_NUMBERS[tens] or 1) * 10 + _HAN_NUMBERS[ones] if ten else _HAN_NUMBERS[ones[:1]]


def _of_base(case: _Case) -> Iterator[ContextDifference]:
    """The last time of the sentence that something was compared with, where the figure
    has a base.
    """
    base = case.observation.compared_with
    compared = [m for m in case.times_since(case.sentence) if _is_compared_with(m, case.start)]
    if base is None:
        return
    said = compared[-1].period if compared else None
    if said is not None and _apart(base, said):
        yield ContextDifference("compared_with", (case.around.words(compared[-1]),))
    elif words := _misnamed_base(base, case):
        yield ContextDifference("compared_with", (words,))


def _misnamed_base(base: TimePeriod, case: _Case) -> str:
    """The words before the figure that measure its change from another time (环比), or nothing."""
    own, before = case.observation.period, case.around.text.plain[case.sentence : case.start]
    return "" if own is None else base_misnamed(before, own, base)


def _is_compared_with(mention: TimeMention, place: int) -> bool:
    """Whether a time of a known period is the base of a comparison that is made before
    ``place``.
    """
    is_over = mention.until is not None and mention.until <= place
    return mention.period is not None and (mention.is_base or is_over)


def _of_area(case: _Case) -> Iterator[ContextDifference]:
    paired = _paired_place(case)
    yield from _of_named_places(case) if paired is None else _of_paired_place(paired, case)


def _of_paired_place(paired: PlaceMention, case: _Case) -> Iterator[ContextDifference]:
    """The place that a list pairs with the figure, where it is another than the figure's."""
    if _agrees(paired, case, AreaNames(case.site)) is False or _is_a_part(paired, case):
        yield ContextDifference("area", (paired.name,))


def _of_named_places(case: _Case) -> Iterator[ContextDifference]:
    names = AreaNames(case.site)
    agreed = {place: _agrees(place, case, names) for place in case.places_of_sentence()}
    if any(agreed.values()):
        return
    others = [place for place, agrees in agreed.items() if agrees is False]
    if elsewhere := _elsewhere(others, case):
        yield ContextDifference("area", (elsewhere,))
    elif case.around.places and not _is_area_named(case, names):
        yield ContextDifference("area", _nearest_places(case), is_near=False)


def _paired_place(case: _Case) -> PlaceMention | None:
    """The place that the sentence pairs with the figure by a list of places; None where there is
    none that is known for one.
    """
    before = case.around.text.plain[case.sentence : case.start]
    name = place_of_list(before)
    place = PlaceMention(case.sentence + before.rfind(name), name)
    names = AreaNames(case.site)
    return place if name and (names.named(name) or names_a_province(place)) else None


def _is_a_part(place: PlaceMention, case: _Case) -> bool:
    """Whether a place is a part of the nation that the figure is said to be of."""
    return case.site.areas[case.observation.area].kind is AreaKind.COUNTRY and (
        place.name not in _NATION
    )


def _elsewhere(places: Iterable[PlaceMention], case: _Case) -> str:
    """The last of ``places`` that the figure is said to be of, or nothing.

    An institution sends its people elsewhere, and is where its sentence need not say.
    """
    if case.site.areas[case.observation.area].kind is AreaKind.INSTITUTION:
        return ""
    return next((one.name for one in reversed([*places]) if _heads_a_phrase(one, case)), "")


def _nearest_places(case: _Case) -> tuple[str, ...]:
    nearest = case.nearest_first(case.around.places)
    return tuple(dict.fromkeys(mention.name for mention in nearest))[:_SEEN]


def _agrees(mention: PlaceMention, case: _Case, names: AreaNames) -> bool | None:
    """Whether a place is the figure's, a part of it or holds it; None where that cannot be told."""
    own = case.site.areas[case.observation.area]
    region = names.region(own)
    if mention.name in _NATION or _WITHIN.fullmatch(mention.name):
        return _agrees_unnamed(mention.name, own, region)
    area = names.named(mention.name)
    if area is not None:
        return names.agree(area, region)
    is_a_province = names_a_province(mention) or _PROVINCE.match(mention.name)
    return False if region.kind in LOCAL and is_a_province else None


def _agrees_unnamed(word: str, own: Area, region: Area) -> bool | None:
    """Whether 全国, or 全省 and the like, may mean an area, which lies in ``region``; None where
    that cannot be told.
    """
    if own.kind is AreaKind.GROUP:
        return None
    is_local = region.kind in LOCAL
    if word in _NATION:
        return not is_local
    return None if is_local else False


def _heads_a_phrase(mention: PlaceMention, case: _Case) -> bool:
    return (
        _HEADS_A_PHRASE.search(
            case.around.text.plain[max(0, mention.start - _LONGEST_HEAD) : mention.start]
        )
        is not None
    )


def _is_area_named(case: _Case, names: AreaNames) -> bool:
    """Whether the article, its title or its publisher names the area, what holds it or a part of
    it, or may mean it: 我省. A nation needs no name.
    """
    own = case.site.areas[case.observation.area]
    region = names.region(own)
    if region.kind not in LOCAL or _OURS.search(case.around.text.plain):
        return True
    wanted = (*_local_names(region, names), names.full(own))
    return any(name in text for name in wanted for text in _texts_of(case))


def _local_names(region: Area, names: AreaNames) -> list[str]:
    """What ``region`` and its parts are called, as far as they have names of their own."""
    own = [names.short(area) for area in names.parts(region) if area.kind in LOCAL]
    return [*own, *cities_of(names.short(region))]


def _texts_of(case: _Case) -> tuple[str, ...]:
    """The article, its title, and the names of those who published and produced it."""
    source = case.source
    names = (by.get(ARTICLE_LANGUAGE, "") for by in (source.publication, source.producer))
    return (case.around.text.plain, source.title, *names)


def _rate(plain: str, start: int, end: int) -> str:
    """What a figure is so many per, as far as the text says so beside it: 每百户拥有…, …/人; or
    nothing.
    """
    before = _PER_BEFORE.search(plain[max(0, start - _LONGEST_RATE) : start])
    if before:
        return before[0] + plain[start:end]
    behind = _PER_BEHIND.match(plain, end)
    return plain[start : behind.end()] if behind else ""


def _of_unit(case: _Case) -> Iterator[ContextDifference]:
    """A unit word right after a number that was transcribed without one, which is none of its own
    unit's; or what it is so many per.
    """
    rate = _rate(case.around.text.plain, case.start, case.end)
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    if rate and label and not _PER.search(label.other):
        yield ContextDifference("unit", (rate,))
    if with_unit := _with_another_unit(case) or _unit_of_table(case):
        yield ContextDifference("unit", (with_unit,))


def _unit_of_table(case: _Case) -> str:
    """The unit that the file gives to the table above a bare number, where it is none of the
    figure's own; or nothing.
    """
    reading, own = case.printing.reading, case.site.units[case.observation.unit].words
    if reading is None or reading.unit or not own:
        return ""
    said = unit_over(case.around.file, case.around.line_of(case.start))
    return "" if said in map(fold_word, own) else said


def _of_words(case: _Case) -> Iterator[ContextDifference]:
    """What the sentence says of the figure's place, time, rate or status by other words than names
    and dates.
    """
    said = _words_by_field(case).items()
    yield from (ContextDifference(field, (words,)) for field, words in said if words)


def _words_by_field(case: _Case) -> Mapping[Field, str]:
    """Those words, for each field; nothing where there are none."""
    before, behind = case.around.text.plain[case.sentence : case.start], _behind(case)
    return {
        "area": "" if _paired_place(case) else _named_area(before, case),
        "period": _other_time(before, case) or _shorter_time(case),
        "unit": _other_rate(before, behind, case) or _no_rate(case),
        "status": _unobserved(before, behind, case),
        "printed": _with_base(before, behind, case) or misdirected(before, _title(case)),
        "title": _other_quantity(before, behind, case),
    }


def _named_area(before: str, case: _Case) -> str:
    """What the sentence calls another area than the figure's, or nothing."""
    return _other_place(before, case) or _other_area(before, case) or _one_part(case)


def _other_place(before: str, case: _Case) -> str:
    """Words for another country, a region or, of a figure of a nation, for a place within it."""
    own = case.site.areas[case.observation.area]
    if own.kind in {AreaKind.GROUP, AreaKind.INSTITUTION}:
        return ""
    names = AreaNames(case.site)
    is_nation = own.kind is AreaKind.COUNTRY
    said = other_place(before, is_nation=is_nation) or place_at_hand(before, is_nation=is_nation)
    since = before[before.rfind(said) :]
    is_own = said in names.full(own) or names.short(own) in since or bool(_A_NATION.search(since))
    return "" if is_own else said


def _other_area(before: str, case: _Case) -> str:
    """The name of an area of the site that the figure's clause names last before it, where it is
    not the figure's, holds it or is a part of it.
    """
    own, names = case.site.areas[case.observation.area], AreaNames(case.site)
    if own.kind not in LOCAL:
        return ""
    last = _last_named(_CLAUSE_END.split(before)[-1], case.site, names)
    return "" if last is None or names.agree(last, own) else names.short(last)


def _last_named(clause: str, site: Site, names: AreaNames) -> Area | None:
    """The area of the site that a clause names last; None where it names none."""
    local = (area for area in site.areas.values() if area.kind in LOCAL)
    named = (area for area in local if names.short(area) in clause)
    return max(named, key=lambda area: clause.rfind(names.short(area)), default=None)


def _one_part(case: _Case) -> str:
    """The one province, or part of one, that the clause of a figure of a nation is about:
    广东省新建5家; or nothing.
    """
    if case.site.areas[case.observation.area].kind is not AreaKind.COUNTRY:
        return ""
    named = _places_of_clause(case)
    if len(named) != 1 or not names_a_province(named[0]):
        return ""
    return named[0].name if _is_its_subject(named[0], case) else ""


def _places_of_clause(case: _Case) -> list[PlaceMention]:
    """The places that are named in the figure's clause before it; none where that speaks of the
    nation.
    """
    clause = _CLAUSE_END.split(case.around.text.plain[case.sentence : case.start])[-1]
    if _A_NATION.search(clause):
        return []
    begins = case.start - len(clause)
    return [place for place in case.places_of_sentence() if place.start >= begins]


def _is_its_subject(place: PlaceMention, case: _Case) -> bool:
    """Whether what stands between a place and the figure is about that place."""
    behind = case.around.text.plain[place.start + len(place.name) : case.start]
    return _NOT_ITS_OWN.match(behind) is None and _heads_a_phrase(place, case)


def _shorter_time(case: _Case) -> str:
    """Months, a season or a day of the year that the figure is said to be of, or nothing."""
    own, said = case.observation.period, _governing_period(case)
    if own is None or said is None or not _is_one_year(own):
        return ""
    if _A_PART_OF_A_YEAR.search(said[0]):
        return said[0]
    before = case.around.text.plain[case.sentence : case.start]
    return _part_of_year(said[0], case) or sum_of_years(before, _ends(own)[0])


def _is_one_year(period: TimePeriod) -> bool:
    return period.start == period.end and period.start is not None and not period.start.month


def _part_of_year(year: str, case: _Case) -> str:
    """What of the ``year`` before the figure it is about, unless its indicator is called so."""
    governing = _governing(case)
    if governing is None:
        return ""
    between = case.around.text.plain[governing.end : case.start]
    part = part_of_year(year, between)
    return "" if any(part[:2] in text for text in _names_of_quantity(case) if text) else part


def _other_time(before: str, case: _Case) -> str:
    """A year that a list gives to the figure, or words that count its time from that of another
    figure, where its own is the time of that other one.
    """
    own, said = case.observation.period, _governing_period(case)
    if own is None or not _ends(own):
        return ""
    years = (year_of_list(before), year_of_bracket(before))
    year = next((year for year in years if year and year not in _years(own)), None)
    if year is not None:
        return f"{year}年"
    earlier = earlier_time(before) if said and not _apart(own, said[1]) else ""
    return earlier or _former_time(before, own, case)


def _former_time(before: str, own: TimePeriod, case: _Case) -> str:
    """The words beside the figure that make it one of a former time, unless its own is one: long
    before the article's; or nothing.
    """
    oldest = case.source.published.date.year - _RECENT
    return former_time(before, _behind(case)) if _ends(own)[-1] >= oldest else ""


def _behind(case: _Case) -> str:
    """What follows the figure and the unit word that the article prints behind it."""
    plain, end = case.around.text.plain, case.end
    reading = case.printing.reading
    words = () if reading is None or reading.unit else _unit_words(case)
    unit = max((word for word in words if plain.startswith(word, end)), key=len, default="")
    end += len(unit)
    return plain[end : end + _SEEN_BEHIND]


def _other_rate(before: str, behind: str, case: _Case) -> str:
    """The words beside the figure for a rate that neither its unit nor its indicator is, or
    nothing.
    """
    rate = _rate_in_words(before, behind, case)
    return rate if rate and not _is_a_rate(rate, case) else ""


def _no_rate(case: _Case) -> str:
    """The figure's clause, where its sentence tells of nothing per something and its indicator
    does; or nothing.
    """
    if not total_of_rate(case.whole_sentence, _title(case)):
        return ""
    plain = case.around.text.plain
    return _CLAUSE_END.split(plain[case.sentence : case.start])[-1] + plain[case.start : case.end]


def _with_base(before: str, behind: str, case: _Case) -> str:
    """The figure with the base behind it that it is counted from, or the word before it that makes
    it the least or the most; or nothing.
    """
    figure, base = case.around.text.plain[case.start : case.end], base_behind(before, behind)
    bound = least_or_most(before, _title(case))
    if base:
        return figure + base
    return bound + figure if bound else left_out(before, _title(case))


def _other_quantity(before: str, behind: str, case: _Case) -> str:
    """The words beside the figure by which it is of another subject than its indicator, or the
    change of what its indicator is the level of; or nothing.
    """
    figure, title = case.around.text.plain[case.start : case.end], _title(case)
    is_change = case.observation.compared_with is not None
    change = "" if is_change else change_as_level(before, title)
    return change or other_subject(before, figure, behind, title)


def _title(case: _Case) -> str:
    """What the figure's indicator is called in the language of articles."""
    return case.site.indicators[case.observation.indicator].title.get(ARTICLE_LANGUAGE, "")


def _rate_in_words(before: str, behind: str, case: _Case) -> str:
    """The words beside the figure that say it is so many per something, or nothing."""
    words = [rate_before(before), rate_behind(behind)]
    if any(word.endswith("元") for word in case.site.units[case.observation.unit].words):
        words.append(rate_of_price(before, behind))
    return next(filter(None, words), "")


def _unobserved(before: str, behind: str, case: _Case) -> str:
    """The words around a figure given as observed that say it was not, or nothing; an indicator of
    what such words name (索赔额) aside.
    """
    status = case.observation.status
    if to_come := words_to_come(before, status):
        return to_come
    said = _not_counted(before, behind, case) if status is Status.OBSERVED else ""
    if status is Status.STANDARD:
        said = abolished(behind)
    return "" if names_itself(said, _title(case)) else said


def _not_counted(before: str, behind: str, case: _Case) -> str:
    """The words around a figure by which it is no more than supposed, aimed at, imagined or
    expected, or the heading over it that says so; or nothing.
    """
    kinds = (
        unsettled_words,
        unreached_level,
        imagined_figure,
        outlook,
        reported_claim,
        turned_later,
    )
    said = next(filter(None, (words(before, behind) for words in kinds)), "")
    said = said or capability(before, behind, _title(case))
    return said or heading_of_plans(case.around.file, case.around.line_of(case.start))


def _is_a_rate(rate: str, case: _Case) -> bool:
    """Whether the figure's unit or indicator says that it is so many per something, or is called by
    the words of the ``rate``.
    """
    name = rate[:_NAMES_A_RATE]
    return any(_RATE.search(text) or name in text for text in _names_of_quantity(case) if text)


def _names_of_quantity(case: _Case) -> Iterator[str]:
    """What the figure's unit and indicator are called in the language of articles, and what the
    indicator is defined as.
    """
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    if label:
        yield label.other
    indicator = case.site.indicators[case.observation.indicator]
    yield indicator.title.get(ARTICLE_LANGUAGE, "")
    yield indicator.definition.get(ARTICLE_LANGUAGE, "")


def _with_another_unit(case: _Case) -> str:
    """The figure and the unit word right after it, where that is none of its own unit's; or
    nothing.
    """
    word = "" if _has_unit(case.printing) else _other_unit_word(case)
    return _figure_and(case, word) if word else ""


def _has_unit(printing: Printing) -> bool:
    """Whether a unit word is printed with a figure; so it is where there is no telling."""
    return printing.reading is None or bool(printing.reading.unit)


def _figure_and(case: _Case, word: str) -> str:
    """The figure and a word right behind it, as printed."""
    return case.around.text.plain[case.start : case.end + len(word)]


def _other_unit_word(case: _Case) -> str:
    """The longest unit word right after the figure, where it is none of its own unit's and no
    beginning of another word; or nothing.
    """
    plain, words = case.around.text.plain, _unit_words(case)
    word = max((word for word in words if plain.startswith(word, case.end)), key=len, default="")
    end = case.end + len(word)
    is_own = not word or words[word]
    return "" if is_own or _begins_another_word(word, plain[end : end + 1]) else word


def _begins_another_word(word: str, behind: str) -> bool:
    """Whether a unit word is only the beginning of another, by the character behind it."""
    return behind != "" and behind in NO_UNIT_BEFORE.get(word, "")


def _unit_words(case: _Case) -> Mapping[str, bool]:
    """Every unit word of the site, and whether it is one of the figure's own unit."""
    own = case.site.units[case.observation.unit].words
    return {
        fold_word(word): word in own for unit in case.site.units.values() for word in unit.words
    }
