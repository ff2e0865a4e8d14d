"""What an article says of the place that a figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.context.area_names import LOCAL, AreaNames, area_names
from statsite.evidence.context.area_relations import AreaRelation
from statsite.evidence.context.figure_case import (
    MOST_NAMED,
    ContextDifference,
    FigureCase,
    words_behind,
)
from statsite.evidence.context.governing_places import (
    GoverningPlace,
    Reach,
    governing_place,
    is_against,
    is_told_of,
    is_where_games_are,
    is_where_it_goes,
    other_place_within,
    total_of_parts,
)
from statsite.evidence.sentence.named_places import is_in_another_word
from statsite.evidence.sentence.other_places import other_place, place_at_hand
from statsite.extract.cities import cities_of
from statsite.extract.kinds_of_places import KIND, NAMES_OF_THE_NATION
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.patterns import any_of
from statsite.model import Area, AreaKind

_OURS = re.compile(f"[我本]{KIND}")
#: A place in brackets behind a figure, and no more than that the figure is its.
_IN_BRACKETS = re.compile(
    r"\((?:据|来自)?[一-鿿]{2,8}?(?:的?(?:数据|统计|口径|数字|情况|部分|境内))?\)"
)
#: What makes of all but a place all with it: 除长沙外，还有.
_ALSO = re.compile("还|也|另")
_A_NATION = re.compile(any_of(NAMES_OF_THE_NATION))


def differences_of_area(case: FigureCase) -> Iterator[ContextDifference]:
    """The place that governs the figure, where it is another than the figure's area, or the total
    of several that it is one of; else the places that the article names, where it never names the
    area.
    """
    governing = governing_place(case)
    if total := total_of_parts(case):
        yield ContextDifference("area", (total,))
    elif governing is not None and is_against(governing, case):
        yield ContextDifference("area", (governing.words,))
    elif not _is_settled(governing) and case.around.places and not _is_area_named(case):
        yield ContextDifference("area", _nearest_places(case), is_near=False)


def _is_settled(governing: GoverningPlace | None) -> bool:
    """Whether the figure's own sentence is about its area."""
    return governing is not None and (
        governing.relation is AreaRelation.IS_IT
        and governing.reach in {Reach.CLAUSE, Reach.SENTENCE}
    )


def _nearest_places(case: FigureCase) -> tuple[str, ...]:
    nearest = case.nearest_first(case.around.places)
    return tuple(dict.fromkeys(mention.name for mention in nearest))[:MOST_NAMED]


def _is_area_named(case: FigureCase) -> bool:
    """Whether the article, its title or its publisher names the area, what holds it or a part of
    it, or may mean it: 我省. A nation needs no name.
    """
    own, names = case.site.areas[case.observation.area], area_names(case.site)
    region = names.region(own)
    if region.kind not in LOCAL or _OURS.search(case.around.text.plain):
        return True
    wanted = (*_local_names(region, names), names.full(own))
    is_named = any(name in text for name in wanted for text in _texts_of(case))
    return is_named or is_told_of(case)


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
    """What the sentence calls another area than the figure's by other words than what governs the
    figure, or the words by which it leaves the area out; or nothing.
    """
    if left_out := _area_left_out(before, case):
        return left_out
    governing = governing_place(case)
    is_of_the_title = governing is not None and is_where_it_goes(governing, case)
    if _is_settled(governing) or is_of_the_title:
        return _place_behind(case)
    return _other_place(before, case) or _other_area(before, case) or _place_behind(case)


def _area_left_out(before: str, case: FigureCase) -> str:
    """The words that except the figure's area: 除阿里地区外; or nothing."""
    own = case.site.areas[case.observation.area]
    names = {area_names(case.site).full(own), *area_names(case.site).called(own)} - {""}
    found = re.search(f"除了?(?:{any_of(sorted(names))})[^，。;!?:、]{{0,4}}?[之以]?外", before)
    return found[0] if found and not _ALSO.search(before[found.end() :]) else ""


def _other_place(before: str, case: FigureCase) -> str:
    """Words for another country, a region or, of a figure of a nation, for a place within it."""
    own = case.site.areas[case.observation.area]
    if own.kind in {AreaKind.GROUP, AreaKind.INSTITUTION}:
        return ""
    names = area_names(case.site)
    is_nation = own.kind is AreaKind.COUNTRY
    said = other_place(before, is_nation=is_nation) or place_at_hand(before, is_nation=is_nation)
    since = before[before.rfind(said) :]
    if said and is_where_games_are(case.start - len(since) + len(said), case):
        return ""
    is_own = said in names.full(own) or names.short(own) in since or bool(_A_NATION.search(since))
    return "" if is_own else said


def _other_area(before: str, case: FigureCase) -> str:
    """The name of an area of the site that the figure's clause names last before it, where it is
    not the figure's, holds it or is a part of it.
    """
    own, names = case.site.areas[case.observation.area], area_names(case.site)
    clause = CLAUSE_END.split(before)[-1]
    if own.kind is AreaKind.INSTITUTION:
        return _other_house(before, case)
    if own.kind not in LOCAL:
        return ""
    last = names.last_named(clause)
    if last is None or names.agree(last, own):
        return ""
    said = names.short(last)
    at = clause.rfind(said)
    return "" if is_in_another_word(clause, at, at + len(said)) else said


def _other_house(before: str, case: FigureCase) -> str:
    """The name of another institution of the site, where the sentence names that last before the
    figure; or nothing.
    """
    own, names = case.site.areas[case.observation.area], area_names(case.site)
    houses = [one for one in case.site.areas.values() if one.kind is AreaKind.INSTITUTION]
    named = {names.full(one): before.rfind(names.full(one)) for one in houses if names.full(one)}
    last = max(named, key=lambda name: named[name], default="")
    is_other = named.get(last, -1) >= 0 and last != names.full(own)
    return last if is_other and names.full(own) not in last else ""


def _place_behind(case: FigureCase) -> str:
    """The place in brackets right behind the figure, (青岛数据), where it is another than the
    figure's; or nothing.
    """
    behind = words_behind(case)
    found = _IN_BRACKETS.match(behind)
    if found is None:
        return ""
    start = case.around.text.plain.find(behind, case.end)
    return other_place_within(start, start + found.end(), case)
