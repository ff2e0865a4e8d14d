"""Long lists on several pages: what each shows, and how they are joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.pipeline import check, files
from statsite.plan.paging import ROWS, filled, further_pages, named, page_name, part_of
from tests.support.types import WriteSite


def at(page: str) -> str:
    """The address of a page of the list."""
    return f"data/{page}/"


@pytest.mark.parametrize("thing", ["beds", "page-2", ""])
@pytest.mark.parametrize("number", [1, 2, 10])
def test_a_page_is_found_by_its_name(thing: str, number: int) -> None:
    assert named(page_name(thing, number)) == (thing, number)


@pytest.mark.parametrize(
    ("length", "names"),
    [(0, []), (3, []), (4, ["beds/page-2"]), (7, ["beds/page-2", "beds/page-3"])],
)
def test_a_list_has_as_many_pages_as_it_fills(length: int, names: list[str]) -> None:
    assert list(further_pages({"beds": length}, 3)) == names


@pytest.mark.parametrize("length", [0, 1, 3])
def test_a_list_that_fits_has_one_page_and_no_links(length: int) -> None:
    listed = list(range(length))
    rows, place = part_of(listed, "beds", at, 3)
    assert (list(rows), place) == (listed, None)


@pytest.mark.parametrize(
    ("page", "shown", "numbers", "previous", "following"),
    [
        ("beds", [0, 1, 2], (1, 3), "", "data/beds/page-2/"),
        ("beds/page-2", [3, 4, 5], (4, 6), "data/beds/", "data/beds/page-3/"),
        ("beds/page-3", [6], (7, 7), "data/beds/page-2/", ""),
    ],
)
def test_each_page_shows_its_rows_and_leads_to_those_beside_it(
    page: str, shown: list[int], numbers: tuple[int, int], previous: str, following: str
) -> None:
    rows, place = part_of(list(range(7)), page, at, 3)
    assert rows == shown
    assert place is not None
    assert (place.first, place.last) == numbers
    assert (place.previous, place.following, place.total) == (previous, following, 7)
    assert place.addresses == ("data/beds/", "data/beds/page-2/", "data/beds/page-3/")


@pytest.mark.parametrize(
    ("groups", "pages"),
    [
        ([], []),
        ([("a", 2), ("b", 1), ("c", 1)], [["a", "b"], ["c"]]),
        ([("a", 9), ("b", 3)], [["a"], ["b"]]),
        ([("a", 1), ("b", 9), ("c", 1)], [["a"], ["b"], ["c"]]),
    ],
)
def test_groups_stay_whole(groups: list[tuple[str, int]], pages: list[list[str]]) -> None:
    assert filled(groups, 3) == pages


def _dataset(figures: int, chinese: str = "床位", english: str = "Beds") -> str:
    """A dataset with a figure for each of the years from 1801 on."""
    rows = "".join(
        f"      - {{key: k{n}, period: {1801 + n}, value: {n + 7}}}\n" for n in range(figures)
    )
    title = f"title: {{zh: {chinese}, en: {english}}}"
    return (
        f"{title}\ndefaults: {{source: report, area: cn, status: observed}}\n"
        f"indicators:\n  beds:\n    {title}\n    unit: bed\n    observations:\n{rows}"
    )


REPORT = """\
title: Annual report
language: en
publication: {zh: 某县, en: A county}
published: {date: 2025-02-14}
url: https://example.org/report
"""


def _built(root: Path) -> dict[str, str]:
    """Every page and table of a site by its address."""
    checked = check(root)
    assert checked.errors == 0, checked.problems
    return {
        path: content.decode()
        for path, content in files(checked.editions, root)
        if path.endswith((".html", ".csv"))
    }


def test_a_dataset_and_a_source_of_many_figures_are_paged_and_the_csv_stays_whole(
    write_site: WriteSite,
) -> None:
    root = write_site({
        "content/datasets/many.yaml": _dataset(ROWS + 5),
        "content/sources/report.yaml": REPORT,
    })  # fmt: skip
    made = _built(root)
    first, second = made["en/data/many/index.html"], made["en/data/many/page-2/index.html"]
    assert [page.count('<th scope="row">') for page in (first, second)] == [ROWS, 5]
    assert f'<th scope="row"><span class="meta">{ROWS + 1}</span>' in second
    assert 'rel="next" href="page-2/index.html"' in first
    assert 'rel="prev" href="../index.html"' in second
    assert made["data/many/many.csv"].count("\n") == ROWS + 6
    assert made["en/sources/report/page-2/index.html"].count('<th scope="row">') == 5
    assert "en/data/many/page-3/index.html" not in made


def test_a_long_index_is_paged_and_its_letters_lead_to_the_page_they_begin_on(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("searching", "lookup"):
        monkeypatch.setattr(f"statsite.plan.{module}.INDEX_ENTRIES", 4)
    made = _built(write_site())
    pages = {path for path in made if path.startswith("en/search/")}
    assert "en/search/page-2/index.html" in pages
    assert all(made[path].count('<ul class="letter">') for path in pages)
    assert "page-2/index.html#letter-" in made["en/search/index.html"]


def test_the_page_of_an_area_with_many_datasets_is_paged_by_datasets(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statsite.plan.areas.PAGE_FIGURES", 3)
    made = _built(write_site({
        "content/datasets/some.yaml": _dataset(3),
        "content/datasets/others.yaml": _dataset(3, "人数", "Staff"),
        "content/sources/report.yaml": REPORT,
    }))  # fmt: skip
    first, second = made["en/areas/cn/index.html"], made["en/areas/cn/page-2/index.html"]
    assert [page.count('class="matrix"') for page in (first, second)] == [1, 1]
    assert "(page 2 of " in second
