"""Every kind of chart as Chromium shows it, and what its marks tell whoever points at them."""

from __future__ import annotations

import pytest

from tests.browser.reader import LAYOUT, WIDTHS, Reader, faults, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.mark.parametrize("path", ["topics/gallery/index.html", "zh/topics/gallery/index.html"])
def test_every_kind_of_chart_is_whole_and_clear_at_every_width(path: str, gallery: Reader) -> None:
    with gallery.opened(path) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page, LAYOUT) == [], f"{page.url} at {width} px"
        page.emulate_media(media="print")
        assert faults(page, ["drawnText", "cutText"]) == [], f"{page.url} in print"


TOPIC = "topics/gallery/index.html"


@pytest.mark.parametrize(
    "path", [TOPIC, "charts/qualified/index.html", "charts/qualified/embed.html"]
)
def test_words_in_drawings_are_read_as_13_to_16_px(path: str, gallery: Reader) -> None:
    sizes = """svgs => svgs.flatMap(svg => [...svg.querySelectorAll('text')].map(
        text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
    with gallery.opened(path) as page:
        for width in (320, 360, 414, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            read = page.locator("svg.chart").evaluate_all(sizes)
            assert 13 <= min(read) <= max(read) <= 16, f"{page.url} at {width} px"


@pytest.mark.parametrize(("width", "is_beside"), [(414, False), (768, True), (1280, True)])
def test_a_drawing_is_beside_its_words_where_there_is_room(
    width: int, *, is_beside: bool, gallery: Reader
) -> None:
    with gallery.opened(TOPIC, width=width) as page:
        figure = page.locator("#chart-qualified")
        words, drawing = (
            figure.locator(".finding").bounding_box(),
            figure.locator("svg").bounding_box(),
        )
        assert words
        assert drawing
        assert (drawing["x"] >= words["x"] + words["width"]) is is_beside
        assert (drawing["y"] >= words["y"] + words["height"]) is not is_beside


def test_large_text_enlarges_drawings_too(gallery: Reader) -> None:
    with gallery.opened(TOPIC, width=1280) as page:
        drawing = page.locator("#chart-qualified svg")
        usual = drawing.bounding_box()
        page.locator("#large-text").check()
        large = drawing.bounding_box()
        assert usual
        assert large
        assert large["width"] == pytest.approx(24 / 18 * usual["width"], abs=1)
        assert faults(page, LAYOUT) == []


def test_a_tap_on_a_mark_shows_its_figure_its_printed_form_and_its_source(gallery: Reader) -> None:
    with gallery.opened(TOPIC) as page:
        tip = page.locator("#chart-qualified .tip")
        assert not tip.is_visible()
        page.locator("#chart-qualified [data-figure='health.over'] rect").first.click()
        assert tip.inner_text().splitlines() == [
            "more than 9,000 beds",
            "Beds in sanatoria · end of 2024 · Meridia",
            "As printed: 超过9000张",
            "Statistics Meridia, 1 May 2025",
        ]
        assert tip.locator("[lang=zh-Hans]").inner_text() == "超过9000张"
        page.mouse.click(5, page.locator("h1").bounding_box()["y"])  # type: ignore[index]  # it is on the page
        assert not tip.is_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_tip_stays_on_the_screen_below_its_mark(width: int, gallery: Reader) -> None:
    with gallery.opened(TOPIC, width=width) as page:
        for mark in page.locator(".chart-figure g.figure").all()[::9]:
            mark.evaluate("mark => mark.focus()")
            box = page.locator(".tip:not([hidden])").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] > (mark.bounding_box() or {"y": 0.0})["y"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_leads_from_mark_to_mark_and_on_to_the_figure(gallery: Reader) -> None:
    with gallery.opened(TOPIC) as page:
        tip = page.locator("#chart-qualified .tip")
        page.locator("#chart-qualified .chart [tabindex='0']").focus()
        assert page.locator("#chart-qualified .chart [tabindex]").count() == 4
        assert tip.locator("a").inner_text() == "more than 9,000 beds"
        for key, number in (("ArrowRight", "nearly 5,000 beds"), ("End", "about 1,500 beds"), ("ArrowDown", "about 1,500 beds"),
                            ("ArrowUp", "3,000–4,000 beds"), ("Home", "more than 9,000 beds")):  # fmt: skip
            page.keyboard.press(key)
            assert tip.locator("a").inner_text() == number, key
        page.keyboard.press("Escape")
        assert not tip.is_visible()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.wait_for_url("**/figures/health.under/index.html")


def test_a_mouse_over_a_chart_shows_the_nearest_mark_and_leaving_hides_it(gallery: Reader) -> None:
    with gallery.opened(TOPIC, width=1280) as page:
        tip = page.locator("#chart-growth .tip")
        page.locator("#chart-growth [data-figure='growth.gdp@2008'] circle").hover()
        assert tip.locator("a").inner_text() == "9.4%"
        page.locator("h1").hover()
        assert not tip.is_visible()


def test_the_tips_work_from_a_folder_and_in_an_embedded_chart(gallery: Reader) -> None:
    for path in (TOPIC, "charts/qualified/embed.html"):
        with gallery.opened((gallery.site.root / path).as_uri()) as page:
            page.locator("#chart-qualified .chart [tabindex='0']").focus()
            assert page.locator("#chart-qualified .tip a").inner_text() == "more than 9,000 beds"


def test_every_mark_that_can_be_reached_has_a_name(gallery: Reader) -> None:
    with gallery.opened(TOPIC) as page:
        names = page.locator("g.figure[tabindex]").evaluate_all(
            "marks => marks.map(mark => mark.getAttribute('aria-label'))"
        )
        assert len(names) > 150
        assert all(name.strip() for name in names)
        assert page.locator("svg.chart:not([role=group])").count() == 0


def test_the_script_is_under_four_kilobytes(gallery: Reader) -> None:
    assert 0 < len((gallery.site.root / "static/charts.js").read_bytes()) < 4000
