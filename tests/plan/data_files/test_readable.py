"""The table for people: words first, numbers bare, and nothing that a spreadsheet would convert."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from statsite.pipeline import check
from statsite.plan.data_files import readable
from statsite.plan.data_files.exports import csv_lines
from statsite.plan.edition import Edition

WriteSite = Callable[..., Path]

DATASET = """\
title: {zh: 养老, en: Care}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 超过8.5万张
        also: [{printed: 近9万张, source: other}]
      - {key: range, printed: 3-5张, period: 2025-09}
  share:
    title: {zh: "2024", en: "=1+1"}
    unit: percent
    observations:
      - {key: third, printed: 1/3, period: unknown}
"""
OTHER = """\
title: 另一篇
publication: {zh: 某报, en: Some News}
published: {date: 2025-11, approximate: true, known_from: {zh: 文中线索, en: the text}}
"""


@pytest.fixture
def editions(write_site: WriteSite) -> tuple[Edition, ...]:
    """A site with figures that spreadsheets spoil, in Chinese and English."""
    root = write_site({"content/datasets/care.yaml": DATASET, "content/sources/other.yaml": OTHER})
    return check(root).editions


def _table(edition: Edition) -> list[dict[str, str]]:
    text = csv_lines(readable.table(edition, readable.of_dataset(edition, "care")))
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_words_come_first_in_the_language_of_the_table(editions: tuple[Edition, ...]) -> None:
    chinese, english = (list(_table(edition)[0])[:5] for edition in editions)
    assert chinese == ["指标", "数字", "原文印作", "与印出的数的关系", "数值"]
    assert english == [
        "Indicator",
        "Figure",
        "As printed",
        "Relation to the printed number",
        "Value",
    ]


def test_a_figure_is_told_with_its_qualifier_and_its_bounds(editions: tuple[Edition, ...]) -> None:
    row = _table(editions[1])[0]
    assert [row[name] for name in list(row)[:8]] == [
        "Beds",
        "more than 85,000 beds",
        "“超过8.5万张”",
        "more than",
        "85000",
        "85000",
        "",
        "the source",
    ]


def test_a_further_printing_is_a_row_of_its_own(editions: tuple[Edition, ...]) -> None:
    _, further, *_ = _table(editions[1])
    assert [
        further[name]
        for name in ("Figure", "Published on", "Restates", "Where the bounds are from")
    ] == [
        "nearly 90,000 beds",
        "about November 2025",
        "care.beds",
        "convention",
    ]


READ = """\
title: {zh: 养老, en: Care}
topic: elderly-care
defaults: {source: other, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {value: "7", because: {zh: 由编辑数得。, en: The editors counted them.}}
      - {key: b, printed: 8张, period: 2023, also: [{printed: 8张, source: bulletin, period: unknown}]}
"""


def test_a_row_says_what_editors_read_whose_name_is_inferred_and_that_no_time_is_given(
    write_site: WriteSite,
) -> None:
    inferred = OTHER + "publication_known_from: {zh: 自称, en: It says so itself.}\n"
    root = write_site({"content/datasets/care.yaml": READ, "content/sources/other.yaml": inferred})
    read, _, again = _table(check(root).editions[1])
    assert (read["Where the bounds are from"], read["Publication"]) == (
        "the editors' reading of the source",
        "[Some News]",
    )
    assert again["Time"].startswith("period not stated")


def test_lines_that_are_ready_are_not_made_again(
    editions: tuple[Edition, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for edition in editions:
        readable.get_ready(edition)
    monkeypatch.delattr(readable, "_rows")
    for edition in editions:
        assert [*readable.lines(edition, edition.site.observations.values())]


def test_no_cell_looks_like_a_date_a_number_or_a_formula(editions: tuple[Edition, ...]) -> None:
    *_, span, third = _table(editions[1])
    assert (span["As printed"], third["As printed"]) == ("“3-5张”", "“1/3”")
    assert (span["Time"], third["Indicator"]) == ("“September 2025”", "'=1+1")
    assert third["Time"] == "period not stated, reported 28 July 2025"
    assert [row["指标"] for row in _table(editions[0])][-1] == "“2024”"
    assert [row["数值"] for row in _table(editions[0])][-1] == "33.3333"


@pytest.mark.parametrize(
    "text",
    ["1/3", "3-5", "3—5", "2024", "2024-12-31", "2024年9月", "12:30", "1e5", "SEP2", "5 March 2024", "TRUE", "22.0%"],
)  # fmt: skip
def test_what_a_spreadsheet_would_convert_is_in_quotation_marks(text: str) -> None:
    assert readable._cell(readable.Column("when"), text) == f"“{text}”"  # noqa: SLF001 - the one place where cells are guarded


@pytest.mark.parametrize(
    "text", ["end of 2024", "%", "2024年末", "近一半", "May", "3 beds", "截至2024年"]
)
def test_words_are_left_alone(text: str) -> None:
    assert readable._cell(readable.Column("when"), text) == text  # noqa: SLF001


def test_an_address_is_whole_where_the_site_has_one(
    editions: tuple[Edition, ...], write_site: WriteSite
) -> None:
    assert _table(editions[1])[0]["Page"] == "en/figures/care.beds/index.html"
    settings = write_site() / "site.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("null", "https://example.org/site/"), encoding="utf-8"
    )
    english = check(settings.parent).editions[1]
    assert _table(english)[0]["Page"] == "https://example.org/site/en/figures/care.beds/"
