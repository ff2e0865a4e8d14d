"""A figure's page lists the figures nearest to it, however many its indicator has."""

from __future__ import annotations

import pytest

from statsite.assess.assessment import Assessment, assess
from statsite.interface_texts import load_interface_texts
from statsite.model import Observation
from statsite.plan.edition import Edition
from statsite.plan.neighbours import MOST, neighbours
from statsite.plan.outputs import page_plans
from statsite.render.environment import TEMPLATES
from tests.support.types import ReadFiles


def panel(read_files: ReadFiles, areas: int, years: int) -> Assessment:
    """A site with one indicator of so many areas and years."""
    rows = "".join(
        (
            f"      - {{key: p{area}-{year}, value: {area + 1}{year % 10}, area: p{area}, period: "
            f"{year}}}\n"
        )
        for area in range(areas)
        for year in range(2000, 2000 + years)
    )
    head = (
        "title: {zh: 床位, en: Beds}\ntopic: elderly-care\ndefaults: {source: bulletin, "
        "status: observed}\nindicators:\n"
    )
    indicator = "  beds:\n    title: {zh: 床, en: Beds}\n    unit: bed\n    observations:\n"
    listed = "".join(
        f"p{area}: {{title: {{zh: 地{area}, en: Area {area}}}, kind: province}}\n"
        for area in range(areas)
    )
    topics = {
        f"content/topics/elderly-care/{one}.md": "---\ntitle: T\nstandfirst: S\n---\nx\n"
        for one in ("zh", "en")
    }
    site, problems = read_files(
        {
            "content/datasets/care.yaml": head + indicator + rows,
            "content/areas.yaml": listed,
            **topics,
        }
    )
    assert problems == []
    assert site is not None
    return assess(site)


def near(assessment: Assessment, key: str) -> list[str]:
    """The keys of a figure's neighbours."""
    found: tuple[Observation, ...] = neighbours(
        assessment.site.indicators["care.beds"].observations
    )[f"care.beds@{key}"]
    return [o.key or "" for o in found]


def test_a_few_figures_list_all_others(read_files: ReadFiles) -> None:
    assessment = panel(read_files, 1, MOST + 1)
    assert near(assessment, "p0-2003") == [
        f"p0-{year}" for year in range(2000, 2000 + MOST + 1) if year != 2003
    ]


def test_of_many_half_are_near_in_time_and_half_of_other_areas(read_files: ReadFiles) -> None:
    assessment = panel(read_files, 20, 15)
    of_area = [f"p10-{year}" for year in (2004, 2005, 2006, 2008, 2009, 2010)]
    assert near(assessment, "p10-2007") == [
        *(f"p{area}-2007" for area in (7, 8, 9)),
        *of_area,
        *(f"p{area}-2007" for area in (11, 12, 13)),
    ]


@pytest.mark.parametrize(
    ("areas", "years"), [(1, 60), (60, 1), (2, 20)], ids=["one area", "one year", "two areas"]
)
def test_what_lacks_one_sort_takes_more_of_the_other(
    read_files: ReadFiles, areas: int, years: int
) -> None:
    assessment = panel(read_files, areas, years)
    assert {
        len(others)
        for others in neighbours(assessment.site.indicators["care.beds"].observations).values()
    } == {MOST}


def test_the_pages_of_an_indicator_grow_no_faster_than_its_figures(read_files: ReadFiles) -> None:
    assessment = panel(read_files, 10, 15)
    edition = Edition(assessment, "zh", load_interface_texts([TEMPLATES]))
    told = [
        page
        for page in (plan.page(edition) for plan in page_plans(edition))
        if page.template == "figure.html.j2"
    ]
    assert {(len(page.context["siblings"]), page.context["unlisted"]) for page in told} == {
        (MOST, 150 - 1 - MOST)
    }
