"""All figures as SDMX-CSV 2.0, for tools that read statistics of many makers.

A number that an article prints with a qualifier is no observed value: ``OBS_VALUE`` holds plain
numbers alone, ``PRINTED_VALUE`` every number with its ``RELATION``, and the bounds hold what rules
take it for. ``STAT_CONC_DEF`` is the definition of what is counted, ``COMMENT_OBS`` the note on a
figure, as the cross-domain concepts of SDMX name them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from statsite.assess.assessment import Assessment
from statsite.model import Observation, Published
from statsite.periods import Moment, TimePeriod
from statsite.plan.data_files.exports import ExportRow, csv_lines, observation_rows
from statsite.quantity import Relation

#: What begins each line: the kind of structure, its id, and that the line is for information.
_STRUCTURE = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_KIND, _ACTION = "dataflow", "I"

#: Dimensions, of which no two lines have the same, then measures, then attributes.
_DIMENSIONS = ("FIGURE", "INDICATOR", "REF_AREA", "FIGURE_STATUS", "PERIOD_KIND", "TIME_PERIOD")
_MEASURES = ("OBS_VALUE", "PRINTED_VALUE", "LOWER_BOUND", "UPPER_BOUND")
_ATTRIBUTES = (
    "RELATION",
    "UNIT_MEASURE",
    "UNIT_MULT",
    "PRECISION",
    "BASE_PERIOD",
    "PRINTED",
    "SOURCE",
    "EVIDENCE",
    "RESTATES",
    "BOUNDS_CONVENTIONAL",
    "STAT_CONC_DEF",
    "COMMENT_OBS",
)

#: The columns that hold what a column of observations.csv holds.
_AS_EXPORTED = {
    "FIGURE": "id",
    "INDICATOR": "indicator",
    "REF_AREA": "ref_area",
    "FIGURE_STATUS": "status",
    "PRINTED_VALUE": "value",
    "LOWER_BOUND": "bound_low",
    "UPPER_BOUND": "bound_high",
    "UNIT_MEASURE": "unit",
    "PRECISION": "precision",
    "BASE_PERIOD": "compared_with",
    "PRINTED": "printed",
    "SOURCE": "source",
    "EVIDENCE": "evidence",
    "RESTATES": "restates",
}


class SdmxPeriod(Struct, frozen=True):
    """A time as SDMX writes it, and what it is of the figure's: the time itself (``in``), the first
    or last moment of an open one (``since``, ``until``), or where an article states none the date
    on which it was ``reported``.
    """

    kind: str
    text: str


def as_sdmx_csv(assessment: Assessment) -> bytes:
    """Every printing of every figure."""
    head = (*_STRUCTURE, *_DIMENSIONS, *_MEASURES, *_ATTRIBUTES)
    return csv_lines(chain([head], _lines(assessment))).removeprefix(b"\xef\xbb\xbf")


def _lines(assessment: Assessment) -> Iterator[list[str | None]]:
    start = (_KIND, f"STATSITE:FIGURES({_version(assessment)})", _ACTION)
    for observation in assessment.site.observations.values():
        for row in observation_rows(assessment, [observation]):
            told = _told(assessment, observation, row)
            yield [*start, *(told[name] for name in (*_DIMENSIONS, *_MEASURES, *_ATTRIBUTES))]


def _version(assessment: Assessment) -> str:
    """The day of the release as a version of SDMX 3.0, three numbers without leading zeros."""
    return ".".join(str(int(part)) for part in assessment.site.version.split("-"))


def _told(
    assessment: Assessment, observation: Observation, row: ExportRow
) -> dict[str, str | None]:
    published = assessment.site.sources[row["source"] or observation.source].published
    is_dated = row["time_period"] is not None
    period = sdmx_period(observation.period if is_dated else None, published)
    relation = Relation(row["relation"])
    return {
        **{column: row[name] for column, name in _AS_EXPORTED.items()},
        "PERIOD_KIND": period.kind,
        "TIME_PERIOD": period.text,
        "OBS_VALUE": row["value"] if relation is Relation.EQUAL else None,
        "RELATION": relation.name,
        "UNIT_MULT": "0",
        "BOUNDS_CONVENTIONAL": str(row["conventional"]).lower(),
        "STAT_CONC_DEF": _in_every_language(row["definition"]),
        "COMMENT_OBS": _in_every_language(row["note"] or row["because"]),
    }


def _in_every_language(words: Mapping[str, str]) -> str | None:
    """A text in each language behind its code, as ``en: Beds.``; None where there is none."""
    return " | ".join(f"{language}: {text}" for language, text in words.items()) or None


def sdmx_period(period: TimePeriod | None, published: Published) -> SdmxPeriod:
    """The time of a figure; ranges of time as ISO 8601 start and duration, as SDMX has them."""
    if period is None:
        return SdmxPeriod("reported", str(published.date))
    if period.start is None:
        return SdmxPeriod("until", str(period.end))
    if period.end is None:
        return SdmxPeriod("since", str(period.start))
    if period.is_moment:
        return SdmxPeriod("in", str(period.start))
    return SdmxPeriod("in", _range(period.start, period.end))


def _range(start: Moment, end: Moment) -> str:
    """From the first day of ``start``, as long as it takes to the last day of ``end``."""
    first, after = start.first_day, end.last_day + dt.timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day != after.day:
        return f"{first}/P{(after - first).days}D"
    return f"{first}/P{months // 12}Y" if months % 12 == 0 else f"{first}/P{months}M"
