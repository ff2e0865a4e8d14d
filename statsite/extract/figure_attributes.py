"""The period and the status of a figure."""

from __future__ import annotations

from msgspec import Struct

from statsite.extract.mention import TimeMention
from statsite.extract.origins import Origin
from statsite.periods import TimePeriod


class FigureAttributes(Struct, frozen=True):
    """The period and the status of a figure, and whether near and clear words gave them.

    ``period`` is None where the article names none, ``origin`` where it gives no time for it.
    ``mention`` is where the article names the time that the period is taken from. ``handed_on`` is
    the period of the text before a figure that is taken to have none.
    """

    period: TimePeriod | None
    status: str
    is_period_sure: bool = True
    is_status_sure: bool = True
    origin: Origin | None = None
    mention: TimeMention | None = None
    handed_on: TimePeriod | None = None
