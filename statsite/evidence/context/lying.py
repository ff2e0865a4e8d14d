"""How a place that an article names lies to the area that a figure is given: it is that area, lies
within it or around it, or is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from statsite.evidence.context.area_names import LOCAL, AreaNames, base_name
from statsite.evidence.sentence.named_places import PlaceKind, StandardPlace
from statsite.extract.cities import province_of
from statsite.model import Area, AreaKind


class Lies(Enum):
    """How a place lies to the area that a figure is given."""

    IS_IT = "is it"
    WITHIN = "within it"
    AROUND = "around it"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


#: How far down the kinds of 全省, 全市 … and of areas are.
_RANKS = {
    **dict.fromkeys(("省", "自治区"), 1),
    **dict.fromkeys("市州盟", 2),
    "自治州": 2,
    **dict.fromkeys("县区旗", 3),
}
_RANK_OF_KIND = {AreaKind.PROVINCE: 1, AreaKind.CITY: 2, AreaKind.COUNTY: 3}
#: What is known of words that name no place of their own, or none of the nation.
_OF_KIND = {
    PlaceKind.HERE: Lies.UNKNOWN,
    PlaceKind.FORMER: Lies.UNKNOWN,
    PlaceKind.LATTER: Lies.UNKNOWN,
    PlaceKind.WORLD: Lies.AROUND,
}
_THIS_NATION = frozenset({"全国", "中国", "中华人民共和国"})


def how_it_lies(chain: Sequence[StandardPlace], own: Area, names: AreaNames) -> Lies:
    """How the last place of a chain of names lies to an area. An institution may be anywhere, and
    a group has its own parts of its region, if it is in one.
    """
    region = names.region(own)
    if own.kind is AreaKind.INSTITUTION or region.kind not in {*LOCAL, AreaKind.COUNTRY}:
        return Lies.UNKNOWN
    each = [_one_lies(place, region, names) for place in chain]
    is_elsewhere = Lies.ELSEWHERE in each and each[-1] is not Lies.IS_IT
    lies = Lies.ELSEWHERE if is_elsewhere else each[-1]
    return lies if own is region or lies is Lies.ELSEWHERE else Lies.UNKNOWN


def _one_lies(place: StandardPlace, own: Area, names: AreaNames) -> Lies:
    """How one place lies to an area that is no group."""
    if place.kind in _OF_KIND:
        return _OF_KIND[place.kind]
    if place.kind is PlaceKind.ABROAD:
        return Lies.IS_IT if names.full(own) in place.names else Lies.ELSEWHERE
    if own.kind is AreaKind.COUNTRY:
        return _lies_to_a_nation(place, names.full(own))
    if place.kind is PlaceKind.NATION:
        return Lies.AROUND
    if place.kind is PlaceKind.WHOLE:
        return _whole_lies(place.names[0], own, names)
    return _local_lies(place, own, names)


def _lies_to_a_nation(place: StandardPlace, nation: str) -> Lies:
    """How a place of this nation, or the word for all of one, lies to a ``nation``."""
    if nation not in _THIS_NATION:
        is_other = place.kind not in {PlaceKind.NATION, PlaceKind.WHOLE}
        return Lies.ELSEWHERE if is_other else Lies.UNKNOWN
    return Lies.IS_IT if place.kind is PlaceKind.NATION else Lies.WITHIN


def _whole_lies(kind: str, own: Area, names: AreaNames) -> Lies:
    """How 全市 and the like lie to an area, where it is not known which is meant."""
    if names.full(own).endswith(kind):
        return Lies.IS_IT
    rank, own_rank = _RANKS[kind], _RANK_OF_KIND[own.kind]
    if rank == own_rank:
        return Lies.UNKNOWN
    return Lies.WITHIN if rank > own_rank else Lies.AROUND


def _local_lies(place: StandardPlace, own: Area, names: AreaNames) -> Lies:
    """How a province, a part or several of them, a city or a county lies to an area."""
    is_one = len(place.names) == 1 and place.kind is not PlaceKind.PART
    declared = names.declared(place.names[0]) if is_one else None
    if declared is not None:
        return _declared_lies(declared, own, names)
    if place.kind is PlaceKind.COUNTY:
        return Lies.ELSEWHERE if own.kind is AreaKind.COUNTY else Lies.WITHIN
    home = names.province_of(own)
    if not home:
        return Lies.UNKNOWN
    if home not in {province_of(name) or name for name in place.names}:
        return Lies.ELSEWHERE
    return Lies.AROUND if place.kind is PlaceKind.GROUP else _within_one_province(place, own)


def _declared_lies(area: Area, own: Area, names: AreaNames) -> Lies:
    """How an area of the site lies to another; what the site leaves out, a list of cities says."""
    if area is own:
        return Lies.IS_IT
    if own in names.holders(area) or province_of(base_name(names.short(area))) == names.short(own):
        return Lies.WITHIN
    if area in names.holders(own) or names.province_of(own) == names.short(area):
        return Lies.AROUND
    return Lies.ELSEWHERE


def _within_one_province(place: StandardPlace, own: Area) -> Lies:
    """How a place lies to an area of its province, or to that province."""
    if own.kind is AreaKind.PROVINCE:
        is_province = place.kind is PlaceKind.PROVINCE
        return Lies.IS_IT if is_province else Lies.WITHIN
    if place.kind is PlaceKind.PROVINCE:
        return Lies.AROUND
    is_city = own.kind is AreaKind.CITY and place.kind is PlaceKind.CITY
    return Lies.ELSEWHERE if is_city else Lies.UNKNOWN
