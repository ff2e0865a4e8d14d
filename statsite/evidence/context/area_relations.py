"""How a place that an article names lies to the area that a figure is given: it is that area, lies
within it or around it, or is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from statsite.evidence.context.area_names import LOCAL, AreaNames, base_name
from statsite.evidence.sentence.named_places import PlaceKind, StandardPlace
from statsite.extract.cities import province_of
from statsite.extract.kinds_of_places import (
    RANK_OF_KIND,
    TITLES_OF_THE_NATION,
    TITLES_OF_THE_WORLD,
)
from statsite.model import Area, AreaKind


class AreaRelation(Enum):
    """How a place lies to the area that a figure is given."""

    IS_IT = "is it"
    WITHIN = "within it"
    AROUND = "around it"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


#: How far down the kinds of areas are, as those of 全省, 全市 ….
_RANK_OF_AREAS = {AreaKind.PROVINCE: 1, AreaKind.CITY: 2, AreaKind.COUNTY: 3}
#: What is known of words that name no place of their own, or none of the nation.
_OF_KIND = {
    PlaceKind.HERE: AreaRelation.UNKNOWN,
    PlaceKind.FORMER: AreaRelation.UNKNOWN,
    PlaceKind.LATTER: AreaRelation.UNKNOWN,
    PlaceKind.WORLD: AreaRelation.AROUND,
}
_CHINA = "中国"


def needs_no_name(area: Area, names: AreaNames) -> bool:
    """Whether an area is a nation or the world, which an article need not name."""
    return area.kind is AreaKind.COUNTRY or names.full(area) in TITLES_OF_THE_WORLD


def relation_to_area(chain: Sequence[StandardPlace], own: Area, names: AreaNames) -> AreaRelation:
    """How the last place of a chain of names lies to an area. An institution may be anywhere, and
    a group has its own parts of its region, if it is in one.
    """
    if names.full(own) in TITLES_OF_THE_WORLD:
        return _relation_to_the_world(chain[-1])
    region = names.region(own)
    if own.kind is AreaKind.INSTITUTION or region.kind not in {*LOCAL, AreaKind.COUNTRY}:
        return AreaRelation.UNKNOWN
    each = [_relation_of_one(place, region, names) for place in chain]
    is_elsewhere = AreaRelation.ELSEWHERE in each and each[-1] is not AreaRelation.IS_IT
    relation = AreaRelation.ELSEWHERE if is_elsewhere else each[-1]
    return relation if own is region or relation is AreaRelation.ELSEWHERE else AreaRelation.UNKNOWN


def _relation_to_the_world(place: StandardPlace) -> AreaRelation:
    """How a place lies to the whole world."""
    if place.kind is PlaceKind.WORLD:
        return AreaRelation.IS_IT
    return AreaRelation.UNKNOWN if place.kind in _OF_KIND else AreaRelation.WITHIN


def _relation_of_one(place: StandardPlace, own: Area, names: AreaNames) -> AreaRelation:
    """How one place lies to an area that is no group."""
    if place.kind in _OF_KIND:
        return _OF_KIND[place.kind]
    if place.kind is PlaceKind.ABROAD:
        return AreaRelation.IS_IT if names.full(own) in place.names else AreaRelation.ELSEWHERE
    if own.kind is AreaKind.COUNTRY:
        return _relation_to_a_nation(place, names.full(own))
    if place.kind is PlaceKind.NATION:
        return AreaRelation.AROUND
    if place.kind is PlaceKind.WHOLE:
        return _relation_of_whole(place.names[0], own, names)
    return _relation_of_local(place, own, names)


def _relation_to_a_nation(place: StandardPlace, nation: str) -> AreaRelation:
    """How a place of this nation, or the word for all of one, lies to a ``nation``."""
    if nation not in TITLES_OF_THE_NATION:
        may_be_any = place.kind in {PlaceKind.NATION, PlaceKind.WHOLE}
        is_other = not may_be_any or place.names[0] == _CHINA
        return AreaRelation.ELSEWHERE if is_other else AreaRelation.UNKNOWN
    return AreaRelation.IS_IT if place.kind is PlaceKind.NATION else AreaRelation.WITHIN


def _relation_of_whole(kind: str, own: Area, names: AreaNames) -> AreaRelation:
    """How 全市 and the like lie to an area, where it is not known which is meant."""
    if names.full(own).endswith(kind):
        return AreaRelation.IS_IT
    rank, own_rank = RANK_OF_KIND[kind], _RANK_OF_AREAS[own.kind]
    if rank == own_rank:
        return AreaRelation.UNKNOWN
    return AreaRelation.WITHIN if rank > own_rank else AreaRelation.AROUND


def _relation_of_local(place: StandardPlace, own: Area, names: AreaNames) -> AreaRelation:
    """How a province, a part or several of them, a city or a county lies to an area."""
    is_one = len(place.names) == 1 and place.kind is not PlaceKind.PART
    declared = names.declared(place.names[0]) if is_one else None
    if declared is not None:
        return _relation_of_declared(declared, own, names)
    if place.kind is PlaceKind.COUNTY:
        return AreaRelation.ELSEWHERE if own.kind is AreaKind.COUNTY else AreaRelation.WITHIN
    home = names.province_of(own)
    if not home:
        return AreaRelation.UNKNOWN
    if home not in {province_of(name) or name for name in place.names}:
        return AreaRelation.ELSEWHERE
    return (
        AreaRelation.AROUND if place.kind is PlaceKind.GROUP else _within_one_province(place, own)
    )


def _relation_of_declared(area: Area, own: Area, names: AreaNames) -> AreaRelation:
    """How an area of the site lies to another; what the site leaves out, a list of cities says."""
    if area is own:
        return AreaRelation.IS_IT
    if own in names.holders(area) or province_of(base_name(names.short(area))) == names.short(own):
        return AreaRelation.WITHIN
    if area in names.holders(own) or names.province_of(own) == names.short(area):
        return AreaRelation.AROUND
    return AreaRelation.ELSEWHERE


def _within_one_province(place: StandardPlace, own: Area) -> AreaRelation:
    """How a place lies to an area of its province, or to that province."""
    if own.kind is AreaKind.PROVINCE:
        is_province = place.kind is PlaceKind.PROVINCE
        return AreaRelation.IS_IT if is_province else AreaRelation.WITHIN
    if place.kind is PlaceKind.PROVINCE:
        return AreaRelation.AROUND
    is_city = own.kind is AreaKind.CITY and place.kind is PlaceKind.CITY
    return AreaRelation.ELSEWHERE if is_city else AreaRelation.UNKNOWN
