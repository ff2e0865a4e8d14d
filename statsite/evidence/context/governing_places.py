"""The place that governs a figure, by what its article says: the last place that heads a phrase of
its clause, else of its sentence, its paragraph, or the lines above; and how the figure's own area
lies to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct

from statsite.evidence.context.area_names import area_names, base_name
from statsite.evidence.context.area_relations import AreaRelation, needs_no_name
from statsite.evidence.context.columns import words_beside
from statsite.evidence.context.figure_case import ArticleContext, FigureCase, title_of
from statsite.evidence.context.places_in_order import PlacesInOrder
from statsite.evidence.sentence.named_places import NamedPlace, PlaceKind, named_places
from statsite.evidence.table_rows import FARTHEST_HEAD, words_apart
from statsite.extract.kinds_of_places import KIND, NAMES_OF_THE_NATION
from statsite.extract.place_names import GAMES
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.patterns import any_of
from statsite.model import AreaKind


class Reach(Enum):
    """Where a place is named that governs a figure."""

    CLAUSE = 1
    SENTENCE = 2
    PARAGRAPH = 3
    ABOVE = 4


class GoverningPlace(Struct, frozen=True):
    """The place that governs a figure, as it is printed, its name, where it is, and how it lies to
    the figure's area.
    """

    words: str
    name: str
    kind: PlaceKind
    end: int
    reach: Reach
    relation: AreaRelation


_GAMES = re.compile(GAMES)
#: Behind a place where a match was, and in what matches are called.
_GROUND = re.compile("[主客]场|[作做]?客战|赛[区场点]|分?站(?![台点房])")
_MATCHES = re.compile("[一-鿿]赛|赛事")
#: Its name, or that of an office of it (国家统计局), which tells of it.
_A_NATION = re.compile(any_of((*NAMES_OF_THE_NATION, "国家")))
#: Before a place that something goes to or comes from, in the title of an indicator.
_TO_OR_FROM = re.compile("[对至到往赴飞抵向从自销运输]$")
#: Where another clause begins, be it with the whole of which a share is told: ，占到菏泽市.
_BEGINS_A_CLAUSE = re.compile("[，;](?:占[到了去据]?|相当于)?$")
#: A number that is no date.
_A_FIGURE = re.compile("[0-9](?![0-9.]*(?:年|月|日|[0-9]))")
_SENTENCE_MARK = re.compile("[，。;；,]")
#: What pairs the places of a list with figures in their order.
_IN_ORDER = re.compile("分别|依次|分获|各[有为]?(?=[0-9])")
_PARTS = re.compile("[、和与及]")
_DIGITS = re.compile("[0-9一二三四五六七八九十]")
_COUNTED = re.compile(f"[两三四五六七八九十0-9]+个?(?:{KIND}|[地国城])")
#: The row that sums those above it: 合计, 以上合计.
_TOTAL = re.compile(
    "(?:以上|本[页表]|[三四五六七八九十0-9]+[省市县区地])?(?:合计|总计|共计|总数|总和|总量|汇总)"
)
_BLANKS = re.compile(r"[\s|｜]")
_A_CELL_OF_A_NUMBER = re.compile(r"[-−+]?[0-9０-９][0-9０-９,，.．]*[%％‰]?")
#: Where a line begins, or a cell of a table.
_BREAK = re.compile("\n|\u3000|\t|  ")
_LINE = re.compile("[^\n]+")


def governing_place(case: FigureCase) -> GoverningPlace | None:
    """The place that governs the figure; None where its article names none before it."""
    named, rows = _places_of(case), _rows_summed(case)
    before = [
        at
        for at, one in enumerate(named.places)
        if one.start < case.start and not any(one.start in row for row in rows)
    ]
    last = max((at for at in before if _may_govern(named.places[at], case)), default=None)
    if last is None:
        return None
    if (over := _over_its_column(named, case)) is not None:
        return _governing(named, over, over, _relation_of_one(named, over, case), case)
    if not named.places[last].is_one_of_several:
        return _governing(named, last, last, _relation_of_one(named, last, case), case)
    first, last = _list_around(named, last, len(before))
    paired = _paired(named.places[first : last + 1], case)
    if paired is not None:
        at = first + paired
        return _governing(named, at, at, _relation_of_one(named, at, case), case)
    return _governing(named, first, last, _relation_of_list(named, first, last, case), case)


def _over_its_column(named: PlacesInOrder, case: FigureCase) -> int | None:
    """The place over the figure's column in a table whose head names several, by the number of its
    cell from the end; None where no head does.
    """
    above, row = _table_around(case)
    behind = next((len(row) - at for at, cell in enumerate(row) if case.start in cell), 0)
    for head in above if behind else ():
        over = [_place_in(cell, named) for cell in head]
        if len(over) - over.count(None) > 1:
            return over[-behind] if behind <= len(over) else None
    return None


def _table_around(case: FigureCase) -> tuple[list[list[range]], list[range]]:
    """The cells of the lines above the figure's, the nearest first, and of its own, each where it
    is in the text; nothing from a line with a sentence on.
    """
    given, starts = case.around.article.given, case.around.text.starts
    lines = [line for line in _LINE.finditer(given) if line.start() <= starts[case.start]]
    rows: list[list[range]] = []
    for line in reversed(lines[-FARTHEST_HEAD:]):
        if _SENTENCE_MARK.search(line[0]):
            break
        cells = [
            (line.start() + cell.start, line.start() + cell.end) for cell in words_apart(line[0])
        ]
        rows.append([range(*(bisect_left(starts, end) for end in cell)) for cell in cells])
    return (rows[1:], rows[0]) if rows else ([], [])


def total_of_parts(case: FigureCase) -> str:
    """The word for a total with which the figure's row begins, where the figure's area is one of
    the places that it sums; or nothing.
    """
    named, rows = _places_of(case), _rows_summed(case)
    is_a_part = any(
        named.relation(at) is AreaRelation.IS_IT and any(one.start in row for row in rows)
        for at, one in enumerate(named.places)
    )
    return _total_of_row(case) if is_a_part else ""


def _rows_summed(case: FigureCase) -> list[range]:
    """Where in the text the rows are above the figure's that its own one sums, the nearest first;
    nothing where its row is no total.
    """
    if not _total_of_row(case):
        return []
    given, starts = case.around.article.given, case.around.text.starts
    begin = given.rfind("\n", 0, starts[case.start]) + 1
    above = [*_LINE.finditer(given, 0, begin)]
    rows = takewhile(lambda line: _is_a_row(line[0]), reversed(above))
    return [range(*(bisect_left(starts, end) for end in line.span())) for line in rows]


def _total_of_row(case: FigureCase) -> str:
    """The word for a total with which the figure's line begins, or nothing."""
    begin, _ = case.line
    total = _TOTAL.match(_BLANKS.sub("", case.around.text.plain[begin : case.start]))
    return total[0] if total else ""


def _is_a_row(line: str) -> bool:
    """Whether a line is one of cells behind the first of which a number stands."""
    return any(_A_CELL_OF_A_NUMBER.fullmatch(cell.text) for cell in words_apart(line)[1:])


def _place_in(cell: range, named: PlacesInOrder) -> int | None:
    """The number of the place that a cell begins with."""
    return next((at for at, one in enumerate(named.places) if one.start == cell.start), None)


def _governing(
    named: PlacesInOrder, first: int, last: int, relation: AreaRelation, case: FigureCase
) -> GoverningPlace:
    at = named.places[last]
    words = case.around.text.plain[named.places[first].start : at.end]
    name, kind = at.place.names[0], at.place.kind
    return GoverningPlace(words, name, kind, at.end, _reach(at, case), relation)


def _may_govern(place: NamedPlace, case: FigureCase) -> bool:
    """Whether a phrase is about a place, and not in brackets that end before the figure."""
    between = case.around.text.plain[place.end : case.start]
    return place.is_subject and between.count(")") <= between.count("(")


def _reach(place: NamedPlace, case: FigureCase) -> Reach:
    if place.start < case.paragraph:
        return Reach.ABOVE
    if place.start < case.sentence:
        return Reach.PARAGRAPH
    between = case.around.text.plain[place.end : case.start]
    return Reach.SENTENCE if CLAUSE_END.search(between) else Reach.CLAUSE


def _relation_of_one(named: PlacesInOrder, at: int, case: FigureCase) -> AreaRelation:
    """How the governing place, at ``at``, lies to the figure's area. What is only around that does
    not speak against it where the sentence names the area itself; an office tells of what is within
    its place, and around it.
    """
    relation = named.relation(at)
    if relation not in {AreaRelation.AROUND, AreaRelation.WITHIN}:
        return relation
    if named.places[at].is_source:
        return AreaRelation.UNKNOWN
    begin = _behind_headlines(case)
    is_named = any(
        place.start >= begin
        and place.is_subject
        and named.relation(one) is AreaRelation.IS_IT
        and not _has_its_figure(place, named.places[at], case)
        for one, place in enumerate(named.places[:at])
    )
    return AreaRelation.IS_IT if is_named and relation is AreaRelation.AROUND else relation


def _has_its_figure(place: NamedPlace, governing: NamedPlace, case: FigureCase) -> bool:
    """Whether a place has a figure of its own before the governing one begins another clause."""
    between = case.around.text.plain[place.end : governing.start]
    begins = _BEGINS_A_CLAUSE.search(between)
    return begins is not None and _A_FIGURE.search(between, 0, begins.start()) is not None


def _behind_headlines(case: FigureCase) -> int:
    """Where the figure's sentence begins behind the headlines above it, which end without a mark
    and are of another matter.
    """
    given, starts = case.around.article.given, case.around.text.starts
    begin = case.sentence
    for line in _LINE.finditer(given, starts[case.sentence], starts[case.start]):
        if line.end() > starts[case.start] or _SENTENCE_MARK.search(line[0]):
            break
        begin = bisect_left(starts, line.end())
    return begin


def _list_around(named: PlacesInOrder, at: int, end: int) -> tuple[int, int]:
    """The first and the last of the places that are named together with the one at ``at``."""
    first = last = at
    while first and named.are_together(first):
        first -= 1
    while last + 1 < end and named.are_together(last + 1):
        last += 1
    return first, last


def _paired(listed: Sequence[NamedPlace], case: FigureCase) -> int | None:
    """Which of the places of a list the figure goes with, where figures follow in its order."""
    between = case.around.text.plain[listed[-1].end : case.start]
    order = _IN_ORDER.search(between)
    if order is None or len(listed) == 1:
        return None
    parts = _PARTS.split(between[order.end() :])[:-1]
    at = sum(_DIGITS.search(part) is not None for part in parts)
    return at if at < len(listed) else None


def _relation_of_list(
    named: PlacesInOrder, first: int, last: int, case: FigureCase
) -> AreaRelation:
    """How several places together lie to the figure's area: around it where it is one of those that
    the text counts (海安、林口两市).
    """
    if named.places[first].start < case.sentence or first == last:
        return AreaRelation.UNKNOWN
    each = {named.relation(at) for at in range(first, last + 1)}
    if each == {AreaRelation.ELSEWHERE}:
        return AreaRelation.ELSEWHERE
    is_counted = _COUNTED.match(case.around.text.plain, named.places[last].end) is not None
    if not is_counted or AreaRelation.UNKNOWN in each:
        return AreaRelation.UNKNOWN
    return AreaRelation.WITHIN if each == {AreaRelation.WITHIN} else AreaRelation.AROUND


def is_against(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the place that governs the figure is another than its area, as surely as that can be
    said from where it is named.

    Farther away than the sentence that counts only where nothing between names the area, and of
    what is within it or around it more must be silent.
    """
    if governing.relation in {AreaRelation.IS_IT, AreaRelation.UNKNOWN}:
        return False
    if is_where_games_are(governing.end, case) or _is_of_what_it_counts(governing, case):
        return False
    if governing.reach in {Reach.CLAUSE, Reach.SENTENCE}:
        return True
    own = case.site.areas[case.observation.area]
    if governing.relation is AreaRelation.WITHIN and needs_no_name(own, area_names(case.site)):
        return _is_a_local_report(governing, case)
    if governing.reach is Reach.ABOVE:
        return _is_against_from_above(governing.relation, case)
    is_elsewhere = governing.relation is AreaRelation.ELSEWHERE
    return not _is_named_since(governing.end if is_elsewhere else case.paragraph, case)


def _is_of_what_it_counts(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the place is named for what the figure's indicator is of, and not for its area."""
    of_the_title = (_is_in_the_title, is_where_it_goes, _is_a_ground)
    return any(one(governing, case) for one in of_the_title)


def _is_in_the_title(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the title of the figure's indicator names a place within its area that governs it."""
    is_within = governing.relation is AreaRelation.WITHIN and governing.kind is not PlaceKind.WHOLE
    return is_within and base_name(governing.name) in title_of(case)


def is_where_it_goes(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the title of the figure's indicator names the place, elsewhere than its area, as the
    one that something goes to or comes from, or as the row of its table, and the area is named
    before: 曼谷 of 昆明至曼谷航班.
    """
    name = base_name(governing.name)
    at = title_of(case).find(name)
    own = area_names(case.site).called(case.site.areas[case.observation.area])
    if governing.relation is not AreaRelation.ELSEWHERE or at < 0:
        return False
    is_named = any(one in case.around.text.plain[: case.start] for one in own)
    is_a_row = any(cell.startswith(name) for cell in words_beside(case))
    return is_named and (is_a_row or _TO_OR_FROM.search(title_of(case)[:at]) is not None)


def is_where_games_are(end: int, case: FigureCase) -> bool:
    """Whether the place that ends at ``end`` names no more than games, and the figure's sentence
    names its own area: 巴黎奥运会, 中国代表团40枚.
    """
    own = case.site.areas[case.observation.area]
    of_nation = NAMES_OF_THE_NATION if own.kind is AreaKind.COUNTRY else ()
    wanted = (*of_nation, *area_names(case.site).called(own))
    is_of_games = _GAMES.match(case.around.text.plain, end) is not None
    return is_of_games and any(name in case.whole_sentence for name in wanted)


def _is_a_ground(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the place within the figure's area is only where one of its matches was, by the words
    behind it and the title of the indicator: 徐州客战时 of an audience of 城市足球联赛.
    """
    is_a_ground = _GROUND.match(case.around.text.plain, governing.end) is not None
    is_within = governing.relation is AreaRelation.WITHIN
    return is_within and is_a_ground and _MATCHES.search(title_of(case)) is not None


def _is_a_local_report(governing: GoverningPlace, case: FigureCase) -> bool:
    """Whether the article speaks of 全省 and the like, and nowhere before the figure of the
    nation.
    """
    before = case.around.text.plain[: case.start]
    return governing.kind is PlaceKind.WHOLE and _A_NATION.search(before) is None


def _is_against_from_above(relation: AreaRelation, case: FigureCase) -> bool:
    if relation is AreaRelation.WITHIN or case.is_in_a_headline:
        return False
    return not _is_named_since(0 if relation is AreaRelation.AROUND else case.paragraph, case)


def _is_named_since(place: int, case: FigureCase) -> bool:
    """Whether the figure's area is named between ``place`` and the figure, in any way."""
    own = case.site.areas[case.observation.area]
    between = case.around.text.plain[place : case.start]
    return any(name in between for name in area_names(case.site).called(own))


def is_told_of(case: FigureCase) -> bool:
    """Whether a phrase of the article is about the figure's area, what lies in it, or what holds it
    but for the nation, which holds them all.
    """
    named = _places_of(case)
    fits = {AreaRelation.IS_IT, AreaRelation.AROUND, AreaRelation.WITHIN}
    return any(
        named.relation(at) in fits and place.place.kind not in {PlaceKind.NATION, PlaceKind.WORLD}
        for at, place in enumerate(named.places)
    )


def other_place_within(start: int, end: int, case: FigureCase) -> str:
    """The place that is named between two places of the article and is elsewhere than the figure's
    area, or only a part of it; or nothing.
    """
    named = _places_of(case)
    for at, place in enumerate(named.places):
        is_within = start <= place.start and place.end <= end
        if is_within and named.relation(at) in {AreaRelation.ELSEWHERE, AreaRelation.WITHIN}:
            return case.around.text.plain[place.start : place.end]
    return ""


def _places_of(case: FigureCase) -> PlacesInOrder:
    """The places that the article names, held against the figure's area."""
    names = area_names(case.site)
    places = _named(case.around.text.plain, _breaks(case.around), names.all_called)
    return PlacesInOrder(places, case.site.areas[case.observation.area], names)


@lru_cache(maxsize=8)
def _named(plain: str, breaks: frozenset[int], declared: frozenset[str]) -> tuple[NamedPlace, ...]:
    return tuple(named_places(plain, breaks, declared))


def _breaks(around: ArticleContext) -> frozenset[int]:
    """Where lines and cells of the article begin; a line without a sentence is one of cells."""
    given, starts = around.article.given, around.text.starts
    ends = [found.end() for found in _BREAK.finditer(given)]
    for line in _LINE.finditer(given):
        if not _SENTENCE_MARK.search(line[0]):
            ends += [line.start() + cell.start for cell in words_apart(line[0])]
    return frozenset({0, *(bisect_left(starts, end) for end in ends)}) - {len(starts)}
