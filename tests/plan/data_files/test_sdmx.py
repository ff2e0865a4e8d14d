"""SDMX-CSV: the columns that the format begins with, no qualified number as an observed value, and
times as SDMX writes them.
"""

from __future__ import annotations

import csv
import io

import pytest

from statsite.model import Published
from statsite.periods import Moment, parse_period
from statsite.pipeline import check
from statsite.plan.data_files.sdmx import as_sdmx_csv, sdmx_period
from tests.support.types import WriteSite

DATASET = """\
title: {zh: 养老, en: Care}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    definition: {zh: 年末数。, en: At the end of the year.}
    unit: bed
    observations:
      - printed: 31031万张
        note: {zh: 含社区。, en: "With communities, too."}
        also: [{printed: 超3.1亿张, source: bulletin}]
      - {key: over, printed: 超过8.5万张, status: target, period: ../2030}
      - {key: rise, printed: 800～1200张, compared_with: 2020, period: unknown}
"""


@pytest.fixture
def rows(write_site: WriteSite) -> list[dict[str, str]]:
    """The lines of a site, by their columns."""
    edition = check(write_site({"content/datasets/care.yaml": DATASET})).editions[0]
    text = as_sdmx_csv(edition.assessment).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_line_names_its_structure_first(rows: list[dict[str, str]]) -> None:
    assert list(rows[0])[:4] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FIGURE"]
    assert {tuple(row.values())[:3] for row in rows} == {
        ("dataflow", "STATSITE:FIGURES(2025.12.1)", "I")
    }


def test_definitions_and_notes_travel_in_every_language(rows: list[dict[str, str]]) -> None:
    defined = "zh: 年末数。 | en: At the end of the year."
    assert list(rows[0])[-2:] == ["STAT_CONC_DEF", "COMMENT_OBS"]
    assert [(row["STAT_CONC_DEF"], row["COMMENT_OBS"]) for row in rows[1:3]] == [
        (defined, "zh: 含社区。 | en: With communities, too."),
        (defined, ""),
    ]


def test_a_qualified_number_is_no_observed_value(rows: list[dict[str, str]]) -> None:
    names = ("FIGURE", "OBS_VALUE", "PRINTED_VALUE", "LOWER_BOUND", "UPPER_BOUND", "RELATION")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("care.beds", "310310000", "310310000", "310305000", "310315000", "EQUAL"),
        ("care.beds+bulletin", "", "310000000", "310000000", "", "MORE"),
        ("care.beds@over", "", "85000", "85000", "", "MORE"),
        ("care.beds@rise", "", "", "800", "1200", "RANGE"),
    ]


def test_nothing_of_a_figure_is_lost(rows: list[dict[str, str]]) -> None:
    over, rise = rows[2], rows[3]
    assert (over["FIGURE_STATUS"], over["PERIOD_KIND"], over["TIME_PERIOD"]) == (
        "target",
        "until",
        "2030",
    )
    assert (rise["PERIOD_KIND"], rise["TIME_PERIOD"], rise["BASE_PERIOD"]) == (
        "reported",
        "2025-07-28",
        "2020",
    )
    assert (over["PRINTED"], over["UNIT_MEASURE"], over["SOURCE"]) == (
        "超过8.5万张",
        "bed",
        "bulletin",
    )


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("2024", "in", "2024"),
        ("2024-12", "in", "2024-12"),
        ("2024-12-31", "in", "2024-12-31"),
        ("2025-01/2025-09", "in", "2025-01-01/P9M"),
        ("2021/2025", "in", "2021-01-01/P5Y"),
        ("2025-07-26/2025-08-05", "in", "2025-07-26/P11D"),
        ("2012/..", "since", "2012"),
        ("../2030-06", "until", "2030-06"),
        ("unknown", "reported", "2025-11"),
    ],
)
def test_times_are_written_as_sdmx_has_them(written: str, kind: str, text: str) -> None:
    published = Published(Moment(2025, 11), approximate=True, known_from={})
    found = sdmx_period(parse_period(written), published)
    assert (found.kind, found.text) == (kind, text)
