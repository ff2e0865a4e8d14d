"""The names of a site's areas as Chinese articles print them, and which areas hold which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.fold_characters import fold_word
from statsite.model import Area, AreaKind, Site

#: Kinds of areas that an article names by a name of their own.
LOCAL = frozenset({AreaKind.PROVINCE, AreaKind.CITY, AreaKind.COUNTY})

_ENDING = re.compile(r"(?:省|市|县|(?:壮族|回族|维吾尔)?自治区|特别行政区|区)$")
_SHORTEST = 2


@dataclass(frozen=True)
class AreaNames:
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

    @cached_property
    def _local(self) -> tuple[tuple[str, Area], ...]:
        """Areas with a name of their own, the smaller before those that hold them."""
        areas = sorted(self.site.areas.values(), key=lambda area: -len([*self.holders(area)]))
        return tuple(
            (self.short(area), area) for area in areas if area.kind in LOCAL and self.short(area)
        )

    def named(self, name: str) -> Area | None:
        """The smallest area that a name in a text holds the name of: 无锡 in 江苏省无锡市."""
        return next((area for short, area in self._local if short in name), None)

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
