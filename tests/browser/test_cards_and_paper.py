"""Cards, large text and paper as readers use them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import (
    FIRST_TOPIC,
    TOPICS,
    Reader,
    each_language,
    faults,
    needs_chromium,
)

pytestmark = [pytest.mark.browser, needs_chromium]


@each_language
def test_paper_names_the_page_and_each_figure_of_its_text(language: str, reader: Reader) -> None:
    with reader.opened(reader.path(FIRST_TOPIC, language)) as page:
        page.emulate_media(media="print")
        cards = page.locator(".card")
        said = "e => getComputedStyle(e, '::before').content"
        assert cards.count() > 0
        assert page.locator(".card:visible").count() == cards.count()
        figure = cards.first.get_attribute("data-figure") or ""
        assert "attr(data-figure)" in cards.first.evaluate(said) or figure in cards.first.evaluate(
            said
        )
        assert "card-" not in figure
        assert page.locator(".more:visible").count() == 0


@each_language
@pytest.mark.parametrize(("kind", "sheets"), [("targets", 3), ("largest dataset", 3)])
def test_lists_of_figures_use_the_width_of_paper(
    kind: str, sheets: int, language: str, reader: Reader
) -> None:
    with reader.opened(reader.path(kind, language)) as page:
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= sheets
        page.emulate_media(media="print")
        assert page.locator(".choices:visible").count() == 0


@each_language
def test_a_printed_heading_of_an_area_keeps_its_rows(language: str, reader: Reader) -> None:
    with reader.opened(reader.path("targets", language)) as page:
        page.emulate_media(media="print")
        columns = "all => [...new Set(all.map(e => getComputedStyle(e).columnCount))]"
        assert page.locator("section, .in-columns:has(section)").evaluate_all(columns) == ["auto"]
        breaks = "all => [...new Set(all.map(e => getComputedStyle(e).breakAfter))]"
        assert page.locator("section > h3").evaluate_all(breaks) == ["avoid"]


@each_language
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_card_tells_of_its_figure_in_place(
    language: str, reader: Reader, *, scripts: bool
) -> None:
    path = reader.path(FIRST_TOPIC, language)
    with reader.opened(path, scripts=scripts) as page:
        button = page.locator("button.more").first
        card = page.locator(f"#{_escaped(button.get_attribute('popovertarget') or '')}")
        expect(card).to_be_hidden()
        button.click()
        expect(card).to_be_visible()
        figure = page.locator("a.fig").first.inner_text()
        assert len(card.inner_text().splitlines()) >= 5, figure
        assert card.locator("p").evaluate("e => e === document.activeElement")
        assert card.locator("*").count() + 1 <= 6
        assert card.locator("p a").inner_text().casefold() == figure.casefold()
        card.locator("button").click()
        expect(card).to_be_hidden()


def _escaped(name: str) -> str:
    """An id as a selector writes it."""
    return re.sub(r"([.@+:])", r"\\\1", name)


@each_language
def test_only_one_card_is_open_and_all_stay_within_the_window(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.path(FIRST_TOPIC, language)) as page:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for index in range(3):
                page.locator("button.more").nth(index).evaluate("e => e.click()")
                (box,) = page.locator(".card:popover-open").evaluate_all(
                    "all => all.map(e => e.getBoundingClientRect().toJSON())"
                )
                assert box["left"] >= 0
                assert box["right"] <= width


@each_language
def test_large_text_is_a_third_larger_and_needs_no_script(language: str, reader: Reader) -> None:
    size = "getComputedStyle(document.body).fontSize"
    with reader.opened(reader.path(FIRST_TOPIC, language), scripts=False) as page:
        usual = float(page.evaluate(size).removesuffix("px"))
        page.locator("#large-text").check()
        assert float(page.evaluate(size).removesuffix("px")) == pytest.approx(usual * 4 / 3, abs=1)
        assert faults(page, ["sideways", "cutText"]) == []


def test_large_text_is_remembered_on_the_next_page(reader: Reader) -> None:
    with reader.opened("index.html") as page:
        page.locator("#large-text").check()
        page.goto(f"{reader.base}/{TOPICS[FIRST_TOPIC]}")
        expect(page.locator("#large-text")).to_be_checked()
        page.locator("#large-text").uncheck()
        page.goto(f"{reader.base}/index.html")
        expect(page.locator("#large-text")).not_to_be_checked()
