"""A table has columns for what differs and says once what all rows share; a pair says of each
figure what it is.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.pipeline import check
from statsite.plan.tables import PairView, TableView, figures_together
from statsite.prose import figure_blocks
from tests.support.types import WriteSite

Shown = Callable[..., TableView | PairView]

DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799张}
      - key: 2020
        printed: 超过900张
        period: 2020
        revisions: [{kind: correction, printed: 90张, date: 2025-10-01, reason: {zh: 错, en: An error}}]
      - {key: 2030, printed: 1000张, period: ../2030, status: target, source: plan}
  wards:
    title: {zh: 护理床位, en: Nursing beds}
    unit: bed
    observations: [{key: hn, printed: 30张, area: hn, status: target, period: 2025}]
  more:
    title: {zh: 床位增加, en: More beds}
    unit: bed
    observations: [{printed: 50张, compared_with: 2020}]
  people:
    title: {zh: 老年人, en: Older people}
    definition: {zh: 60周岁及以上。, en: Aged 60 and over.}
    unit: person
    observations: [{printed: 31031万人}]
"""
PLAN = (
    "title: 规划\ntitle_translated: {en: The plan}\npublication: {zh: 省报, en: Province "
    "News}\npublished: {date: 2025-08-01}\n"
)
AREAS = (
    "cn: {title: {zh: 全国, en: China}, kind: country}\nhn: {title: {zh: 湖南, en: "
    "Hunan}, kind: province}\n"
)


@pytest.fixture
def shown(write_site: WriteSite) -> Shown:
    """What a block of prose shows in a language, English where none is named."""

    def show(block: str, language: str = "en") -> TableView | PairView:
        root = write_site(
            {
                "content/datasets/care.yaml": DATASET,
                "content/sources/plan.yaml": PLAN,
                "content/areas.yaml": AREAS,
            }
        )
        checked = check(root)
        assert checked.site is not None
        assert checked.errors == 0, checked.problems
        edition = next(one for one in checked.editions if one.language == language)
        return figures_together(next(figure_blocks(block)), edition.presenter, edition.figures)

    return show


def table(shown: TableView | PairView) -> list[tuple[str, ...]]:
    """Heads and rows as a reader sees them."""
    assert isinstance(shown, TableView)
    return [shown.heads, *((*row.cells, str(row.figure.text)) for row in shown.rows)]


def test_one_indicator_over_time_has_a_column_of_times_and_kinds(shown: Shown) -> None:
    found = shown("[[table: care.beds, care.beds@2020, care.beds@2030]]")
    assert table(found) == [
        ("Time", "Kind"),
        ("end of 2024", "observed", "799 beds"),
        ("2020", "observed", "more than 900 beds"),
        ("by 2030", "target", "1,000 beds"),
    ]
    assert isinstance(found, TableView)
    assert (found.caption, found.about) == ("Beds", "China · Unit: beds")
    assert [source.id for source in found.sources] == ["bulletin", "plan"]
    assert found.note == ""


def test_all_that_is_shared_stands_once_below_the_caption(shown: Shown) -> None:
    found = shown("[[table: care.beds@2020, care.beds | 两年]]", "zh")
    assert isinstance(found, TableView)
    assert (found.caption, found.about, found.heads) == (
        "两年",
        "床位 · 全国 · 单位：张",
        ("时间",),
    )


def test_what_differs_in_every_way_has_every_column(shown: Shown) -> None:
    found = shown("[[table: care.wards@hn, care.more, care.people | Care]]")
    assert table(found) == [
        ("Indicator", "Area", "Time", "Kind"),
        ("Nursing beds", "Hunan", "by 2025", "target", "30 beds"),
        ("More beds", "China", "end of 2024 · compared with 2020", "observed", "50 beds"),
        ("Older people", "China", "end of 2024", "observed", "310.31 million people"),
    ]
    assert isinstance(found, TableView)
    assert found.about == "Different units: beds; people"


def test_what_is_not_observed_says_so_in_its_row_though_all_rows_share_it(shown: Shown) -> None:
    found = table(shown("[[table: care.wards@hn, care.beds@2030 | Aims]]"))
    assert [line[-2:] for line in found[1:]] == [("target", "30 beds"), ("target", "1,000 beds")]


def test_rows_stand_as_declared_or_by_value(shown: Shown) -> None:
    rows = "care.beds, care.beds@2030, care.beds@2020"
    by = {
        order: [line[-1] for line in table(shown(f"[[table{order}: {rows}]]"))[1:]]
        for order in ("", " by value")
    }
    assert by[""] == ["799 beds", "1,000 beds", "more than 900 beds"]
    assert by[" by value"] == ["1,000 beds", "more than 900 beds", "799 beds"]


def test_a_pair_of_one_unit_says_nothing_of_units(shown: Shown) -> None:
    found = shown("[[pair: care.beds, care.wards@hn | Beds]]")
    assert isinstance(found, PairView)
    assert (found.caption, found.units, [str(figure.text) for figure in found.figures]) == (
        "Beds",
        "",
        ["799 beds", "30 beds"],
    )


def test_a_pair_of_two_units_says_so(shown: Shown) -> None:
    found = shown("[[pair: care.beds, care.people]]")
    assert isinstance(found, PairView)
    assert found.units == "Different units: beds; people"
    assert [source.id for source in found.sources] == ["bulletin"]
