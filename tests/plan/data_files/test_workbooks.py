"""Workbooks, read back by another library: numbers are numbers, all else is text, nothing tells the
time of the build.
"""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from statsite.pipeline import check
from statsite.plan.data_files import readable, workbooks
from statsite.plan.edition import Edition

WriteSite = Callable[..., Path]

DATASET = """\
title: {zh: 养老, en: Care}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    definition: {zh: 只数养老机构的。, en: Those of institutions alone.}
    unit: bed
    observations:
      - {printed: 超过8.5万张, note: {zh: 文中的表述。, en: As the text says.}}
  share:
    title: {zh: 份额, en: Share}
    unit: percent
    observations:
      - {key: exact, printed: 22.0%}
      - {key: third, printed: 1/3}
"""
GLOSSARY = """\
bed: {term: {zh: 床位, en: beds}, definition: {zh: 供过夜的位置。, en: Places to sleep.}, standard: {zh: 某标准, en: A standard}}
"""


@pytest.fixture
def english(write_site: WriteSite) -> Edition:
    """A site with figures that spreadsheets spoil, in English."""
    files = {"content/datasets/care.yaml": DATASET, "content/glossary.yaml": GLOSSARY}
    return check(write_site(files)).editions[1]


def _bytes(edition: Edition) -> bytes:
    return workbooks.workbook(edition, readable.of_dataset(edition, "care"))


def _read(edition: Edition) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(_bytes(edition)))


def _cells(sheet: Worksheet, column: str) -> list[tuple[object, str, str]]:
    """Value, type and format of the cells below a heading."""
    at = next(cell.column for cell in sheet[1] if cell.value == column)
    return [
        (cell.value, cell.data_type, cell.number_format)
        for (cell,) in sheet.iter_rows(min_row=2, min_col=at, max_col=at)
    ]


def test_its_sheets_are_named_in_its_language(english: Edition) -> None:
    assert _read(english).sheetnames == ["Figures", "Notes", "Sources", "Definitions", "About"]


def test_what_is_printed_and_the_relation_are_text(english: Edition) -> None:
    figures = _read(english)["Figures"]
    assert _cells(figures, "As printed") == [
        ("超过8.5万张", "s", "@"),
        ("22.0%", "s", "@"),
        ("1/3", "s", "@"),
    ]
    assert _cells(figures, "Relation sign") == [(">", "s", "@"), ("=", "s", "@"), ("≈", "s", "@")]
    assert [value for value, *_ in _cells(figures, "Period (ISO 8601)")] == ["2024-12-31"] * 3


def test_numbers_are_numbers_with_the_decimals_they_have(english: Edition) -> None:
    figures = _read(english)["Figures"]
    assert _cells(figures, "Value") == [
        (85000, "n", "#,##0"),
        (22, "n", "#,##0.0"),
        (33.3333, "n", "#,##0.0000"),
    ]
    bounds = [
        [value for value, *_ in _cells(figures, f"{end} bound in rules")]
        for end in ("Lower", "Upper")
    ]
    assert bounds == [[85000, 21.95, 30], [None, 22.05, 36.6667]]


def test_heads_stay_in_sight_and_columns_are_as_wide_as_their_text(english: Edition) -> None:
    for sheet in _read(english):
        assert sheet.freeze_panes == ("A2" if sheet.title == "About" else "B2")
        assert all(8 <= width.width < 50 for width in sheet.column_dimensions.values())
    assert _read(english)["Figures"].auto_filter.ref == "A1:AJ4"


def test_notes_sources_and_definitions_are_sheets_of_their_own(english: Edition) -> None:
    book = _read(english)
    assert [cell.value for cell in book["Notes"][2]] == [
        "Beds",
        "more than 85,000 beds",
        "Editor's note",
        "As the text says.",
        "care.beds",
    ]
    assert book["Sources"]["A2"].value == "养老床位公报"
    definitions = [[cell.value for cell in row] for row in book["Definitions"].iter_rows(min_row=2)]
    assert definitions == [
        ["Beds", "Those of institutions alone.", "beds", "care.beds"],
        ["Share", None, "%", "care.share"],
        ["beds", "Places to sleep. Settled by: A standard", None, "bed"],
    ]


def test_it_says_what_it_is_and_what_each_column_holds(english: Edition) -> None:
    about = {row[0].value: row[1].value for row in _read(english)["About"].iter_rows()}
    assert (about["Site"], about["As of"], about["Version"]) == (
        "Little site",
        "1 December 2025",
        "2025-12-01",
    )
    heads = [cell.value for cell in _read(english)["Figures"][1]]
    assert [head for head in heads if head not in about] == []


def test_no_clock_is_in_it(english: Edition) -> None:
    first = _bytes(english)
    time.sleep(1.1)
    told = workbooks.told(english, readable.of_dataset(english, "care"))
    assert workbooks._written(told) == first  # noqa: SLF001 - what is kept would be the same anyway
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2025, 12, 1, 0, 0, 0)}
        assert [part.filename for part in parts.infolist()] == sorted(parts.namelist())
    properties = _read(english).properties
    assert (properties.created, properties.modified) == (dt.datetime(2025, 12, 1),) * 2  # noqa: DTZ001 - as the library gives it


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (["Figures", "Notes"], ["Figures", "Notes"]),
        (["a/b: [c]"], ["a b   c"]),
        (["x" * 40], ["x" * 31]),
        (["a", "''"], ["a", "2"]),
        (["Figures", "FIGURES", "figures"], ["Figures", "FIGURES 2", "figures 3"]),
        (["x" * 40, "x" * 35], ["x" * 31, "x" * 27 + " 2"]),
        (["History"], ["History 2"]),
        (["2", "", "2"], ["2", "2 2", "2 3"]),
    ],
)
def test_any_words_can_name_sheets(written: list[str], name: list[str]) -> None:
    assert list(workbooks._sheet_names(written)) == name  # noqa: SLF001 - a site's own words reach it alone
    book = xlsxwriter.Workbook(io.BytesIO())
    assert [book.add_worksheet(one).name for one in name] == name


def test_only_the_last_workbook_is_kept(english: Edition) -> None:
    whole = workbooks.workbook(english, readable.of_site(english))
    assert workbooks.workbook(english, readable.of_site(english)) is whole
    last = readable.of_dataset(english, next(iter(english.site.datasets)))
    assert english.workbooks.keys() == {readable.of_site(english).address}
    workbooks.workbook(english, last)
    assert english.workbooks.keys() == {last.address}
