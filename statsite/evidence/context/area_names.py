"""The names of a site's areas as Chinese articles print them, and which areas hold which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

from statsite.extract.cities import province_of
from statsite.extract.kinds_of_places import KIND_OF_PROVINCE, LAST_OF_NAME
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.fold_characters import fold_word
from statsite.model import Area, AreaKind, Site

#: Kinds of areas that an article names by a name of their own.
LOCAL = frozenset({AreaKind.PROVINCE, AreaKind.CITY, AreaKind.COUNTY})

#: Not 州, in which the names of many cities end.
_ENDING = re.compile(f"(?:{KIND_OF_PROVINCE}|地区|[县区])$")
_KIND = re.compile(f"{LAST_OF_NAME}$")
#: Whose an autonomous prefecture, county or banner is: articles leave it out (大理州).
_PEOPLES = (
    "壮|回|维吾尔|苗|彝|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯"
    "|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|土家|蒙古|满|各"
)
_AUTONOMOUS = re.compile(f"(?P<base>[一-鿿]{{2,}}?)(?:(?:{_PEOPLES})族?)+自治(?P<kind>[州县旗])")
_SHORTEST = 2


def base_name(name: str) -> str:
    """A name without what it ends in (黔东南州); the name where too little would be left."""
    base = _KIND.sub("", name)
    return base if len(base) >= _SHORTEST else name


class AreaNames(Struct, frozen=True, dict=True):
    """The areas of ``site`` by what they are called."""

    site: Site

    def full(self, area: Area) -> str:
        """The Chinese name of ``area``; empty where the site has none."""
        return fold_word(area.title.get(ARTICLE_LANGUAGE, ""))

    def short(self, area: Area) -> str:
        """The same without 省, 市, 县 or 区, as articles often print it."""
        title = self.full(area)
        short = _ENDING.sub("", title)
        return short if len(short) >= _SHORTEST else title

    def called(self, area: Area) -> Iterator[str]:
        """What articles may call ``area``: 黔东南州 and 黔东南, 大理州 and 大理."""
        short = self.short(area)
        if short:
            yield short
            yield base_name(short)
        if autonomous := _AUTONOMOUS.fullmatch(self.full(area)):
            yield autonomous["base"] + autonomous["kind"]
            yield autonomous["base"]

    @cached_property
    def _called(self) -> dict[str, Area]:
        areas = (area for area in self.site.areas.values() if area.kind in LOCAL)
        return {name: area for area in areas for name in self.called(area)}

    @cached_property
    def all_called(self) -> frozenset[str]:
        """What articles may call any of the areas."""
        return frozenset(self._called)

    def declared(self, name: str) -> Area | None:
        """The area that articles call ``name``."""
        return self._called.get(name)

    def province_of(self, area: Area) -> str:
        """The short name of the province that ``area`` lies in or is, as far as the site or the
        list of cities says so; else empty.
        """
        held_by = (one for one in self.holders(area) if one.kind is AreaKind.PROVINCE)
        declared = next((self.short(one) for one in held_by), "")
        return declared or province_of(base_name(self.short(area)))

    @cached_property
    def _local(self) -> tuple[tuple[str, Area], ...]:
        """Areas with a name of their own, the smaller before those that hold them."""
        areas = sorted(self.site.areas.values(), key=lambda area: -len([*self.holders(area)]))
        return tuple(
            (self.short(area), area) for area in areas if area.kind in LOCAL and self.short(area)
        )

    def last_named(self, text: str) -> Area | None:
        """The area that a text names last; None where it names none."""
        named = ((text.rfind(short), area) for short, area in self._local)
        last, area = max(named, key=lambda one: one[0], default=(-1, None))
        return area if last >= 0 else None

    def holders(self, area: Area) -> Iterator[Area]:
        """``area`` and the areas that hold it, the smallest first."""
        seen = set[str]()
        at: Area | None = area
        while at is not None and at.id not in seen:
            yield at
            seen.add(at.id)
            at = self.site.areas.get(at.part_of or "")

    def parts(self, area: Area) -> Iterator[Area]:
        """``area`` and the areas that lie in it."""
        return (other for other in self.site.areas.values() if area in self.holders(other))

    def agree(self, one: Area, other: Area) -> bool:
        """Whether one of two areas holds the other, or they are one."""
        return one in self.holders(other) or other in self.holders(one)

    def region(self, area: Area) -> Area:
        """The area itself where it has a name of its own; of a group or an institution the area in
        which it lies.
        """
        return next(
            (
                holder
                for holder in self.holders(area)
                if holder.kind not in {AreaKind.GROUP, AreaKind.INSTITUTION}
            ),
            area,
        )


@lru_cache(maxsize=4)
def area_names(site: Site) -> AreaNames:
    """The names of the areas of ``site``."""
    return AreaNames(site)
