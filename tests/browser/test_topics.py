"""Pages of topics: what is on the first screen, how drawings and tables look on any screen, and
paper. Each page is opened once for all that is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.reader import (
    PAPER_WIDTH,
    SETTINGS,
    TOPICS,
    Reader,
    Scheme,
    faults,
    needs_chromium,
    show,
)

pytestmark = [pytest.mark.browser, needs_chromium]

SHEETS = 6

#: Tables in prose whose figures are out of sight, and their cells that break inside words.
NARROW_TABLES = """
    [...document.querySelectorAll('.told-table table')].flatMap(table => {
        const size = parseFloat(getComputedStyle(table).fontSize);
        const isThin = cell => {
            const box = cell.getBoundingClientRect();
            return box.width > 1 && box.width < 3 * size && box.height > 3 * size;
        };
        const thin = [...table.querySelectorAll('th, td')].filter(isThin);
        const isWide = table.scrollWidth > table.parentElement.clientWidth;
        return [...(isWide ? [table] : []), ...thin].map(found => found.textContent.trim());
    })
"""


@pytest.fixture(
    scope="module",
    params=[(kind, language) for kind in TOPICS for language in SETTINGS["languages"]],
    ids="-".join,
)
def opened(request: pytest.FixtureRequest, reader: Reader) -> Iterator[Page]:
    """The page, for every test that looks at it."""
    with reader.opened(reader.path(*request.param)) as page:
        yield page


@pytest.fixture
def page(opened: Page) -> Page:
    """The page as a phone shows it, whatever another test did with it."""
    show(opened)
    return opened


def test_figures_are_on_the_first_screen_each_with_its_unit_beside_it(page: Page) -> None:
    figures = page.locator(".leads .n")
    assert figures.first.bounding_box()["y"] <= 480  # type: ignore[index]
    lines = "all => all.filter(e => e.getBoundingClientRect().height > 60).map(e => e.textContent)"
    assert figures.evaluate_all(lines) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_in_drawings_stands_out(scheme: Scheme, page: Page) -> None:
    for width in (360, 1280):
        show(page, width=width, scheme=scheme)
        assert faults(page, ["paleText"]) == [], f"{page.url} at {width} px"


def test_a_table_in_prose_shows_its_figures_and_whole_words_on_every_screen(page: Page) -> None:
    for width in (320, 360, 480, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(NARROW_TABLES) == [], f"{page.url} at {width} px"


def test_a_printed_chart_is_as_wide_as_a_phone_draws_it(page: Page) -> None:
    show(page, width=PAPER_WIDTH, media="print")
    sizes = "all => all.map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a)"
    seven_points = 7 * 96 / 72
    assert all(size >= seven_points for size in page.locator("svg.chart text").evaluate_all(sizes))


def test_six_sheets_are_enough(page: Page) -> None:
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert 0 < len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= SHEETS
