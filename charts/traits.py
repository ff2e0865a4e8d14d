"""What is known of each kind of chart before anything is drawn: a program that draws nothing loads
no more of the renderer.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct


class Traits(Struct, frozen=True):
    """What is known of a kind of chart: the most figures that it shows, and the following.

    ``shows_time``: it says itself when each figure was, so that rows need no times in their names.
    ``mixes_units``: it has no scale of values. ``wants_groups``: it compares groups of figures.
    ``has_lines``: it joins the figures of a row, except across gaps and breaks.
    ``draws_people``: it draws a hundred people, and wants to know who they are.
    """

    most: int = 40
    shows_time: bool = False
    mixes_units: bool = False
    wants_groups: bool = False
    has_lines: bool = False
    draws_people: bool = False


#: Every kind by its name.
TRAITS: Final[Mapping[str, Traits]] = MappingProxyType(
    {
        "bars": Traits(),
        "grouped-bars": Traits(most=60, wants_groups=True),
        "parts": Traits(),
        "shares": Traits(most=60, wants_groups=True),
        "line": Traits(most=400, shows_time=True, has_lines=True),
        "small-multiples": Traits(most=400, shows_time=True, wants_groups=True, has_lines=True),
        "then-and-now": Traits(shows_time=True),
        "targets": Traits(shows_time=True),
        "milestones": Traits(shows_time=True, mixes_units=True),
        "people-in-100": Traits(draws_people=True),
        "against-nation": Traits(),
    }
)

#: The names of the kinds that can be drawn.
CHART_KINDS: Final = tuple(TRAITS)
#: Those that say themselves when each figure was.
SHOW_TIME: Final = frozenset(name for name, kind in TRAITS.items() if kind.shows_time)
#: Those without a scale of values.
MIX_UNITS: Final = frozenset(name for name, kind in TRAITS.items() if kind.mixes_units)
#: Those whose lines stop where something else was counted from then on.
HAVE_LINES: Final = frozenset(name for name, kind in TRAITS.items() if kind.has_lines)
#: The most figures that each shows.
MOST_FIGURES: Final = MappingProxyType({name: kind.most for name, kind in TRAITS.items()})
#: Those that draw a hundred people, and want to know who they are.
DRAW_PEOPLE: Final = frozenset(name for name, kind in TRAITS.items() if kind.draws_people)
#: Those that compare groups of figures.
WANT_GROUPS: Final = frozenset(name for name, kind in TRAITS.items() if kind.wants_groups)
