"""What an article says of the place that a figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from statsite.evidence.context.area_names import LOCAL, AreaNames
from statsite.evidence.context.figure_case import (
    CLAUSE_END,
    MOST_NAMED,
    ContextDifference,
    FigureCase,
    words_behind,
)
from statsite.evidence.sentence.context_words import other_place
from statsite.evidence.sentence.paired_lists import place_of_list
from statsite.evidence.sentence.places_at_hand import place_at_hand
from statsite.evidence.sentence.places_of_the_dictionary import places_of_the_dictionary
from statsite.evidence.sentence.provinces_by_other_names import provinces_named
from statsite.extract.cities import cities_of, province_of
from statsite.extract.places import PlaceMention, names_a_province
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.model import Area, AreaKind, Site

_NATION = frozenset({"全国", "我国"})
_WITHIN = re.compile(r"[全我](?:省|市|县|区|州|自治区)")
_OURS = re.compile(r"[我本][省市县区]")
_PROVINCE = re.compile(r"[一-鿿]{2,3}省|[一-鿿]{2,8}自治区|[一-鿿]{2,3}(?<![省市县区州盟旗])$")
# Where a name heads a phrase, what follows is about it: not so in 高于全国 and 对口支援西藏.
_HEADS_A_PHRASE = re.compile(r"(?:^|[，。;、:!?()“”…\n年月日底末期前今来据在]|其中|目前)$")
_LONGEST_HEAD = 2
#: What makes a province one of several, a part of another name, or where something was done or
#: said.
_NOT_ITS_OWN = re.compile(
    "[等、和与及至到—~-]|[^，]{0,6}(?:大学|学院|医院|高铁|机场|召开|举行|举办|会议|论坛|发布|公布|宣布"
    "|出发|分别|两地|各地|籍|电|讯)|[^，]{0,16}(?:的全国|全国性|在内)"
)
#: A place in brackets behind a figure, and no more than that the figure is its.
_IN_BRACKETS = re.compile(
    r"\((?:据|来自)?(?P<place>[一-鿿]{2,8}?)(?:的?(?:数据|统计|口径|数字|情况|部分|境内))?\)"
)
_MORE_OR_LESS = frozenset("多少高低快慢长短大小早晚")
_A_NATION = re.compile("全国|我国|中国")


def differences_of_area(case: FigureCase) -> Iterator[ContextDifference]:
    """The places that the article gives to the figure, where its area is another."""
    paired = paired_place(case)
    yield from _of_named_places(case) if paired is None else _of_paired_place(paired, case)


def _of_paired_place(paired: PlaceMention, case: FigureCase) -> Iterator[ContextDifference]:
    """The place that a list pairs with the figure, where it is another than the figure's."""
    if _agrees(paired, case, AreaNames(case.site)) is False or _is_a_part(paired, case):
        yield ContextDifference("area", (paired.name,))


def _of_named_places(case: FigureCase) -> Iterator[ContextDifference]:
    names = AreaNames(case.site)
    named = [place for place in case.places_of_sentence() if not _is_measured_by(place, case)]
    agreed = {place: _agrees(place, case, names) for place in named}
    if any(agreed.values()):
        return
    others = [place for place, agrees in agreed.items() if agrees is False]
    if elsewhere := _elsewhere(others, case):
        yield ContextDifference("area", (elsewhere,))
    elif case.around.places and not _is_area_named(case, names):
        yield ContextDifference("area", _nearest_places(case), is_near=False)


def _is_measured_by(place: PlaceMention, case: FigureCase) -> bool:
    """Whether another place is only told to have more or less than a place: 贵州比湖南多."""
    plain, end = case.around.text.plain, place.start + len(place.name)
    return plain.startswith("比", max(0, place.start - 1)) and plain[end : end + 1] in _MORE_OR_LESS


def paired_place(case: FigureCase) -> PlaceMention | None:
    """The place that the sentence pairs with the figure by a list of places; None where there is
    none that is known for one.
    """
    before = case.around.text.plain[case.sentence : case.start]
    name = place_of_list(before)
    place = PlaceMention(case.sentence + before.rfind(name), name)
    names = AreaNames(case.site)
    return place if name and (names.named(name) or names_a_province(place)) else None


def _is_a_part(place: PlaceMention, case: FigureCase) -> bool:
    """Whether a place is a part of the nation that the figure is said to be of."""
    return case.site.areas[case.observation.area].kind is AreaKind.COUNTRY and (
        place.name not in _NATION
    )


def _elsewhere(places: Iterable[PlaceMention], case: FigureCase) -> str:
    """The last of ``places`` that the figure is said to be of, or nothing.

    An institution sends its people elsewhere, and is where its sentence need not say.
    """
    if case.site.areas[case.observation.area].kind is AreaKind.INSTITUTION:
        return ""
    return next((one.name for one in reversed([*places]) if _heads_a_phrase(one, case)), "")


def _nearest_places(case: FigureCase) -> tuple[str, ...]:
    nearest = case.nearest_first(case.around.places)
    return tuple(dict.fromkeys(mention.name for mention in nearest))[:MOST_NAMED]


def _agrees(mention: PlaceMention, case: FigureCase, names: AreaNames) -> bool | None:
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


def _heads_a_phrase(mention: PlaceMention, case: FigureCase) -> bool:
    return (
        _HEADS_A_PHRASE.search(
            case.around.text.plain[max(0, mention.start - _LONGEST_HEAD) : mention.start]
        )
        is not None
    )


def _is_area_named(case: FigureCase, names: AreaNames) -> bool:
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


def _texts_of(case: FigureCase) -> tuple[str, ...]:
    """The article, its title, and the names of those who published and produced it."""
    source = case.source
    names = (by.get(ARTICLE_LANGUAGE, "") for by in (source.publication, source.producer))
    return (case.around.text.plain, source.title, *names)


def other_area_named(before: str, case: FigureCase) -> str:
    """What the sentence calls another area than the figure's, or nothing."""
    return (
        _other_place(before, case)
        or _other_area(before, case)
        or _one_part(case)
        or _other_province(CLAUSE_END.split(before)[-1], case)
        or _other_city(CLAUSE_END.split(before)[-1], case)
        or _place_behind(case)
    )


def _other_place(before: str, case: FigureCase) -> str:
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


def _other_area(before: str, case: FigureCase) -> str:
    """The name of an area of the site that the figure's clause names last before it, where it is
    not the figure's, holds it or is a part of it.
    """
    own, names = case.site.areas[case.observation.area], AreaNames(case.site)
    if own.kind not in LOCAL:
        return ""
    last = _last_named(CLAUSE_END.split(before)[-1], case.site, names)
    return "" if last is None or names.agree(last, own) else names.short(last)


def _other_province(clause: str, case: FigureCase) -> str:
    """The words of the figure's ``clause`` that name another province than the figure's by a city
    of it or by what it is called; nothing where the figure's province is not known.
    """
    own, names = case.site.areas[case.observation.area], AreaNames(case.site)
    home = _province_of(own, names) if own.kind in LOCAL else ""
    if not home or any(names.short(area) in clause for area in names.holders(own)):
        return ""
    return next((words for words, province in provinces_named(clause) if province != home), "")


def _other_city(clause: str, case: FigureCase) -> str:
    """The city or county that heads the figure's ``clause`` and is not known to lie in the figure's
    area; nothing where the article names that area, of which it may be a part.
    """
    own, names = case.site.areas[case.observation.area], AreaNames(case.site)
    if own.kind not in LOCAL or _is_itself_named(own, case, names):
        return ""
    home = _province_of(own, names)
    return next(
        (
            place
            for place in places_of_the_dictionary(clause)
            if not names.named(place) and (not home or province_of(place.rstrip("市")) != home)
        ),
        "",
    )


def _is_itself_named(own: Area, case: FigureCase, names: AreaNames) -> bool:
    """Whether the article, its title or its publisher names an area, or what holds it below the
    nation.
    """
    held_by = [names.short(area) for area in names.holders(own) if area.kind in LOCAL]
    return any(name in text for name in held_by for text in _texts_of(case))


def _place_behind(case: FigureCase) -> str:
    """The place in brackets right behind the figure, (青岛数据), where it is another than the
    figure's; or nothing.
    """
    own, names = case.site.areas[case.observation.area], AreaNames(case.site)
    found = _IN_BRACKETS.match(words_behind(case))
    if found is None or own.kind not in LOCAL:
        return ""
    place = found["place"]
    area = names.named(place)
    if area is not None:
        return "" if names.agree(area, own) else place
    if names_a_province(PlaceMention(case.end, place)):
        return place
    return _other_province(place, case) or _other_city(place, case)


def _province_of(own: Area, names: AreaNames) -> str:
    """The short name of the province that an area lies in, as far as the site or a list of cities
    says so; else empty.
    """
    held_by = (area for area in names.holders(own) if area.kind is AreaKind.PROVINCE)
    declared = next((names.short(area) for area in held_by), "")
    return declared or province_of(names.short(own))


def _last_named(clause: str, site: Site, names: AreaNames) -> Area | None:
    """The area of the site that a clause names last; None where it names none."""
    local = (area for area in site.areas.values() if area.kind in LOCAL)
    named = (area for area in local if names.short(area) in clause)
    return max(named, key=lambda area: clause.rfind(names.short(area)), default=None)


def _one_part(case: FigureCase) -> str:
    """The one province, or part of one, that the clause of a figure of a nation is about:
    广东省新建5家; or nothing.
    """
    if case.site.areas[case.observation.area].kind is not AreaKind.COUNTRY:
        return ""
    named = _places_of_clause(case)
    if len(named) != 1 or not names_a_province(named[0]):
        return ""
    return named[0].name if _is_its_subject(named[0], case) else ""


def _places_of_clause(case: FigureCase) -> list[PlaceMention]:
    """The places that are named in the figure's clause before it; none where that speaks of the
    nation.
    """
    clause = CLAUSE_END.split(case.around.text.plain[case.sentence : case.start])[-1]
    if _A_NATION.search(clause):
        return []
    begins = case.start - len(clause)
    return [place for place in case.places_of_sentence() if place.start >= begins]


def _is_its_subject(place: PlaceMention, case: FigureCase) -> bool:
    """Whether what stands between a place and the figure is about that place."""
    behind = case.around.text.plain[place.start + len(place.name) : case.start]
    return _NOT_ITS_OWN.match(behind) is None and _heads_a_phrase(place, case)
