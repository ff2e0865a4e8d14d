"""What changed beside figures, line by line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.assess.assessment import assess
from statsite.diff.other_changes import OtherChange, Thing, other_changes
from statsite.model import Site
from tests.support.types import ReadFiles

ABOUT = "content/pages/about/zh.md"
CHART = "content/charts/c.yaml"
CHART_OF_BEDS = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"


@pytest.fixture
def state(read_files: ReadFiles) -> Callable[[dict[str, str]], Site]:
    """The little site with these files of its own."""

    def made(files: dict[str, str]) -> Site:
        site, _ = read_files(files)
        assert site is not None
        return assess(site).site

    return made


State = Callable[[dict[str, str]], Site]


def test_of_a_page_the_lines_that_went_and_came_are_told(state: State) -> None:
    old, new = (
        state({ABOUT: f"---\ntitle: 关于\n---\n数字取自报道。\n\n{words}\n"})
        for words in ("旧的一句。", "新的一句。")
    )
    assert tuple(other_changes(old, new)) == (
        OtherChange(Thing.PAGE, "about/zh", "changed", ("-旧的一句。", "+新的一句。"), ABOUT),
    )


def test_of_a_chart_the_fields_that_differ_are_told(state: State) -> None:
    old, new = (
        state({CHART: CHART_OF_BEDS.replace("Beds", title)}) for title in ("Beds", "All beds")
    )
    lines = "-title: {zh: 床位, en: Beds}", "+title: {zh: 床位, en: All beds}"
    assert tuple(other_changes(old, new)) == (
        OtherChange(Thing.CHART, "c", "changed", lines, CHART),
    )


def test_what_came_and_went_is_told(state: State) -> None:
    bare, other = state({}), state({CHART: CHART_OF_BEDS})
    (came,) = other_changes(bare, other)
    (went,) = other_changes(other, bare)
    assert (came.what, came.id, came.kind) == (Thing.CHART, "c", "added")
    assert "+kind: bars" in came.lines
    assert went == OtherChange(Thing.CHART, "c", "removed", (), CHART)


def test_a_chart_whose_lines_only_moved_did_not_change(state: State) -> None:
    old, new = (state({CHART: before + CHART_OF_BEDS}) for before in ("", "# moved\n"))
    assert tuple(other_changes(old, new)) == ()


def test_another_order_of_what_a_file_lists_is_a_change(state: State) -> None:
    terms = [
        f"{name}: {{term: {{zh: {zh}, en: {name}}}, definition: {{zh: 词, en: A word}}}}\n"
        for name, zh in (("a", "甲"), ("b", "乙"))
    ]
    path = "content/glossary.yaml"
    old, new = (state({path: "".join(listed)}) for listed in (terms, terms[::-1]))
    assert tuple(other_changes(old, new)) == (
        OtherChange(Thing.ORDER_WITHIN, path, "changed", ("-a, b", "+b, a"), path),
    )
