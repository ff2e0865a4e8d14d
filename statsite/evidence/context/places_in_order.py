"""Which place 全市, 当地, 后者 and the like stand for: one that an article names before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from statsite.evidence.context.area_names import AreaNames
from statsite.evidence.context.area_relations import AreaRelation, relation_to_area
from statsite.evidence.sentence.named_places import NamedPlace, PlaceKind, StandardPlace
from statsite.evidence.sentence.places_of_the_dictionary import is_called
from statsite.extract.cities import AUTONOMOUS_PREFECTURES, MUNICIPALITIES, REGIONS, province_of
from statsite.extract.kinds_of_places import KINDS_OF_COUNTIES
from statsite.model import Area

_LEAGUES = frozenset({"兴安盟", "锡林郭勒", "阿拉善"})
#: What 前者 and 后者 are, and how far behind them.
_TWO = (PlaceKind.FORMER, PlaceKind.LATTER)
_NEAR = 60
_POINTS_BACK = frozenset({*_TWO, PlaceKind.WHOLE, PlaceKind.HERE})
_POINTS_NOWHERE = frozenset({PlaceKind.HERE, PlaceKind.NATION, PlaceKind.WORLD})


class PlacesInOrder(Struct, frozen=True):
    """The places that an article names, in order, and the area of the figure that they are held
    against.
    """

    places: Sequence[NamedPlace]
    own: Area
    names: AreaNames

    def relation(self, at: int) -> AreaRelation:
        """How the place at ``at`` lies to the area."""
        return relation_to_area(self._standing_for(at), self.own, self.names)

    def are_together(self, at: int) -> bool:
        """Whether the places at ``at`` and before it are neighbours in a list."""
        one, other = self.places[at - 1], self.places[at]
        return one.is_one_of_several and other.is_one_of_several and other.start == one.end + 1

    def _standing_for(self, at: int) -> Sequence[StandardPlace]:
        """What the place at ``at`` stands for; itself where that was not named."""
        chain, place = self.places[at].chain, self.places[at].place
        match place.kind:
            case PlaceKind.WHOLE:
                return self._last_of_kind(at, place.names[0]) or chain[-1:]
            case PlaceKind.HERE:
                return self._last_before(at) or chain
            case PlaceKind.FORMER | PlaceKind.LATTER:
                return self._one_of_two(at, place.kind) or chain
            case _:
                return chain

    def _last_of_kind(self, at: int, kind: str) -> Sequence[StandardPlace]:
        """The last place of the kind that 全省 and the like name, with what it lies in; the names
        of its own chain first: 苏州全市.
        """
        chains = [self.places[at].chain[:-1]]
        chains += [one.chain for one in reversed(self.places[:at]) if not one.is_one_of_several]
        for chain in chains:
            fitting = [
                chain[: last + 1]
                for last, place in enumerate(chain)
                if self._is_of_kind(place, kind)
            ]
            if fitting:
                return self._own_of(fitting) or fitting[-1]
        return _province_of_last(self.places[:at]) if kind == "省" else ()

    def _own_of(self, chains: Sequence[Sequence[StandardPlace]]) -> Sequence[StandardPlace]:
        """The one of ``chains`` that is the area; empty where none is."""
        own = (
            one
            for one in chains
            if relation_to_area(one, self.own, self.names) is AreaRelation.IS_IT
        )
        return next(own, ())

    def _last_before(self, at: int) -> Sequence[StandardPlace]:
        """The place that was named last before 当地."""
        before = (
            one
            for one in range(at - 1, -1, -1)
            if self.places[one].place.kind not in _POINTS_NOWHERE
        )
        last = next(before, None)
        return () if last is None else self._standing_for(last)

    def _one_of_two(self, at: int, kind: PlaceKind) -> Sequence[StandardPlace]:
        """The first or the second of the last two places that were named together."""
        seconds = [other for other in range(1, at) if self.are_together(other)]
        pair = self.places[seconds[-1] - 1 : seconds[-1] + 1] if seconds else self._last_two(at)
        return pair[kind is PlaceKind.LATTER].chain if pair else ()

    def _last_two(self, at: int) -> Sequence[NamedPlace]:
        """The last two places before ``at`` that phrases close by are about; nothing where there is
        a third, or only one.
        """
        near = [
            one
            for one in self.places[:at]
            if one.is_subject
            and one.place.kind not in _POINTS_BACK
            and self.places[at].start - one.end <= _NEAR
        ]
        return near if len(near) == len(_TWO) == len({one.place for one in near}) else ()

    def _is_of_kind(self, place: StandardPlace, kind: str) -> bool:
        """Whether 全省, 全市 … may mean a place."""
        name = place.names[0]
        match place.kind:
            case PlaceKind.PROVINCE:
                return kind in _kinds_of_province(name)
            case PlaceKind.CITY:
                return kind in _kinds_of_city(name)
            case PlaceKind.COUNTY:
                is_with_kind = name[-1] in KINDS_OF_COUNTIES
                return name.endswith(kind) if is_with_kind else is_called(name, kind)
            case PlaceKind.DECLARED:
                area = self.names.declared(name)
                return area is not None and self.names.full(area).endswith(kind)
            case _:
                return False


def _kinds_of_province(name: str) -> frozenset[str]:
    if name in MUNICIPALITIES:
        return frozenset({"市"})
    return frozenset({"区", "自治区"}) if name in REGIONS else frozenset({"省"})


def _kinds_of_city(name: str) -> frozenset[str]:
    if name in AUTONOMOUS_PREFECTURES:
        return frozenset({"州", "自治州"})
    return frozenset({"盟"}) if name in _LEAGUES else frozenset({"市"})


def _province_of_last(places: Sequence[NamedPlace]) -> Sequence[StandardPlace]:
    """The province of the city that was named last, as in a dateline."""
    kinds = {PlaceKind.CITY, PlaceKind.DECLARED}
    names = (one.place.names[0] for one in reversed(places) if one.place.kind in kinds)
    province = province_of(next(names, ""))
    return (StandardPlace(PlaceKind.PROVINCE, (province,)),) if province else ()
