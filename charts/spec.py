"""What a chart shows: a finished, localised description.

Every word and number label is given; nothing is looked up.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

#: The conventions of marks in the order in which a page explains them.
CONVENTIONS: Final = (
    "open-above",
    "closed-above",
    "about",
    "range",
    "target",
    "estimate",
    "gap",
    "link",
)


class DatumRelation(StrEnum):
    """How the true number relates to the one that is shown."""

    EQUAL = "="
    ABOUT = "≈"
    JUST_UNDER = "≲"
    MORE = ">"
    AT_LEAST = "≥"
    LESS = "<"
    AT_MOST = "≤"
    RANGE = "range"


class DatumStatus(StrEnum):
    """Whether a figure was counted, or is only intended or estimated."""

    OBSERVED = "observed"
    TARGET = "target"
    PLAN = "plan"
    STANDARD = "standard"
    ESTIMATE = "estimate"
    DERIVED = "derived"


class Datum(Struct, frozen=True):
    """One figure, ready to be drawn.

    ``value`` is None for a range only. ``low`` and ``high`` bound the true number, None is an open
    end. ``number`` is the figure as shown, qualifier and unit included (``超过8.5万对``). ``row``
    names the row it belongs to; data with the same ``row`` are on one line of a then-and-now or
    targets chart. ``time`` is in years (2024.0), None where the period is not stated or is not a
    single moment of a series; ``time_label`` is its words. ``starts_anew`` where it must not be
    joined to the figure before it: the definition changed. ``group`` names what several rows have
    in common, for the kinds that compare groups. ``precision`` is the size of the last printed
    digit in the value's unit, 0 where it is not known.
    """

    id: str
    row: str
    number: str
    relation: DatumRelation
    value: float | None
    low: float | None
    high: float | None
    time: float | None = None
    time_label: str = ""
    status: DatumStatus = DatumStatus.OBSERVED
    starts_anew: bool = False
    group: str = ""
    precision: float = 0.0
    in_words: str = ""

    @property
    def heard(self) -> str:
        """What the figure says to those who hear the drawing."""
        said = (self.group, self.row, self.time_label, self.number)
        return self.in_words or " ".join(filter(None, said))

    @property
    def value_or_zero(self) -> float:
        """Its value; 0 for a range."""
        return self.value or 0.0

    @property
    def time_or_zero(self) -> float:
        """Its time in years; 0 where it has none."""
        return self.time or 0.0


class ChartSpec(Struct, frozen=True):
    """A chart in one language at one width.

    ``width`` is in CSS pixels at which a text of size 13 is read as 13 px. ``total`` is the whole
    of a parts chart, ``reference`` the line of an against-nation chart; ``whole`` is the value of a
    whole where the unit says it, as 100 for shares in percent. ``words`` holds the few small words
    a drawing needs, by key: ``rest``, ``rounding``, ``sum``, ``target``, ``total``, ``whole`` for
    the end of a scale of shares, ``hundred`` for who a hundred people are, and for its key
    ``convention-…``, ``conventions-separator`` and ``full-stop``. ``title_parts`` are the parts of
    the title between which its lines may end; where there are none, any place will do.
    """

    id: str
    kind: str
    language: str
    title: str
    description: str
    data: tuple[Datum, ...]
    total: Datum | None = None
    reference: Datum | None = None
    width: int = 360
    words: Mapping[str, str] = {}
    whole: float | None = None
    title_parts: tuple[str, ...] = ()


class Drawing(Struct, frozen=True):
    """A drawn chart: its SVG element, which nobody changes, its height, and the keys of the mark
    conventions it used.

    ``conventions`` holds, in a fixed order, those of ``open-above`` (fade), ``closed-above``
    (notch), ``about`` (wave), ``range``, ``target`` (hollow, dashed), ``estimate``, ``gap`` (a line
    that stops) and ``link`` (dots over years) that occur in it, so that the page can explain each
    once.
    """

    element: ET.Element
    height: float
    conventions: tuple[str, ...]

    @property
    def svg(self) -> str:
        """The element as text."""
        return ET.tostring(self.element, encoding="unicode")


class ChartRefused(Exception):  # noqa: N818 - named for what happened
    """The request would mislead or cannot be drawn; the message says why.

    Raised by ``charts.draw`` and ``charts.refuse``.
    """


class Notice(Struct, frozen=True):
    """A chart that is not drawn any more: ``name`` is its id as names in XML may be, ``sentence``
    says when and why, ``below`` whose it is, ``title_parts`` between what lines of the title may
    end.
    """

    name: str
    language: str
    title: str
    sentence: str
    below: tuple[str, ...]
    title_parts: tuple[str, ...] = ()
