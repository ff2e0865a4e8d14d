"""The real site as Chromium shows it: on phones and desks, light and dark, printed, without
scripts, by keyboard, from a folder.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.reader import (
    EVERYTHING,
    FIRST_TOPIC,
    LAYOUT,
    PAPER_WIDTH,
    SETTINGS,
    Reader,
    barriers,
    each_language,
    faults,
    needs_chromium,
)

pytestmark = [pytest.mark.browser, needs_chromium]


@each_language
def test_text_in_the_drawing_of_a_charts_page_stands_out_in_light_and_dark(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.path("chart", language)) as page:
        assert page.locator("svg.chart text").count() > 3
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page, ["paleText"]) == [], f"{page.url} at {width} px, {scheme}"


@each_language
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.thorough)])
def test_chart_files_can_be_read_on_their_own(language: str, every: int, reader: Reader) -> None:
    files = sorted(reader.site.root.glob(f"charts/*/{language}.svg"))[::every]
    assert len(files) > 3
    with reader.opened(files[0].as_uri(), width=720) as page:
        for file in files:
            page.goto(file.as_uri())
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page, ["drawnText", "paleText"]) == [], f"{file.parent.name} {scheme}"


def test_the_page_for_unknown_addresses_is_sound(reader: Reader) -> None:
    with reader.opened("404.html") as page:
        assert faults(page, LAYOUT) == []
        assert barriers(page, EVERYTHING) == []
        page.locator("main a").first.click()
        assert page.url == f"{reader.base}/index.html"


@pytest.mark.parametrize("kind", ["home", FIRST_TOPIC, "longest figure", "chart"])
def test_the_language_switch_leads_there_and_back(kind: str, reader: Reader) -> None:
    first, second = (reader.path(kind, language) for language in SETTINGS["languages"])
    with reader.opened(first) as page:
        page.locator(".masthead a.language").click()
        assert page.url == f"{reader.base}/{second}"
        page.locator(".masthead a.language").click()
        assert page.url == f"{reader.base}/{first}"


#: How high a masthead may be on a phone: English words are longer, and take three rows.
HIGHEST_MASTHEAD = {"zh": 104, "en": 130}
#: The least width and height of what a finger is to hit (WCAG 2.2, 2.5.8), in pixels.
SMALLEST_TARGET = 24


@each_language
def test_the_masthead_of_a_phone_is_low_and_holds_search_menu_language_and_large_text(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.path("home", language)) as page:
        masthead = page.locator(".masthead")
        height = "e => e.offsetHeight"
        assert masthead.evaluate(height) <= HIGHEST_MASTHEAD[language]
        for part in ("[type=search]", ".language", ".large-text"):
            expect(masthead.locator(part)).to_be_in_viewport(ratio=1)
        target = masthead.locator("#large-text").bounding_box()
        assert target is not None
        assert min(target["width"], target["height"]) >= SMALLEST_TARGET
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        low = masthead.evaluate(height)
        page.evaluate("document.documentElement.style.fontSize = ''")
        assert low <= 440


@each_language
@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("large", [False, True], ids=["", "large text"])
def test_the_whole_menu_of_a_phone_is_seen_and_nothing_covers_it(
    width: int, language: str, reader: Reader, *, large: bool
) -> None:
    with reader.opened(reader.path("home", language), width=width) as page:
        page.locator("#large-text").set_checked(large)
        links = page.locator(".masthead nav a")
        expect(links).to_have_count(len(SETTINGS["topics"]) + 5)
        for link in links.all():
            expect(link).to_be_in_viewport(ratio=1)
            link.click(trial=True)
        rights = links.evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
        assert max(rights) <= page.locator(".masthead nav").evaluate(
            "e => e.getBoundingClientRect().right + 1"
        )
        page.locator("#large-text").uncheck()


@each_language
def test_large_text_says_what_it_is_and_shows_where_the_keyboard_is(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.path("home", language)) as page:
        name = page.locator(".large-text").text_content() or ""
        setting = page.get_by_role("checkbox", name=name, exact=True)
        setting.focus()
        page.keyboard.press("Space")
        expect(setting).to_be_checked()
        outlines = "all => all.map(e => getComputedStyle(e).outlineStyle)"
        assert "solid" in page.locator(".large-text, .large-text input").evaluate_all(outlines)
        page.keyboard.press("Space")


@each_language
def test_tables_use_the_width_of_a_desk(language: str, reader: Reader) -> None:
    edges = "all => all.map(e => [e.offsetWidth, e.getBoundingClientRect().right])"
    with reader.opened(reader.path("verification", language), width=1280) as page:
        margin = page.locator("main .wrap").first.evaluate(
            "e => e.getBoundingClientRect().right - parseFloat(getComputedStyle(e).paddingRight)"
        )
        rights = [right for _, right in page.locator("main table").evaluate_all(edges)]
        assert rights == [pytest.approx(margin, abs=1)] * 3
    with reader.opened(reader.path("chart", language), width=1280) as page:
        for large in (False, True):
            page.locator("#large-text").set_checked(large)
            drawing = page.locator("svg.chart").evaluate("e => e.getBoundingClientRect().width")
            ((width, _),) = page.locator(".chart-figure table").evaluate_all(edges)
            assert width > 1.1 * drawing, f"large text: {large}"
        page.locator("#large-text").uncheck()


@each_language
def test_the_heading_of_an_area_is_above_all_its_targets(language: str, reader: Reader) -> None:
    with reader.opened(reader.path("targets", language), width=1280) as page:
        areas = page.locator(".in-columns > section").all()
        assert areas
        for area in areas:
            heading = area.locator("h3").evaluate("e => e.getBoundingClientRect().bottom")
            rows = area.locator("tbody tr")
            assert heading <= min(
                rows.evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
            )


@each_language
def test_short_figures_stay_on_a_line_beside_long_names(language: str, reader: Reader) -> None:
    with reader.opened(reader.path("targets", language), width=768) as page:
        figures = page.locator("table.figures td.n a").all()
        broken = [
            figure.inner_text()
            for figure in figures
            if len(figure.inner_text()) <= 12
            and figure.evaluate("e => e.getClientRects().length") > 1
        ]
        assert not broken


@each_language
def test_no_word_or_number_of_the_counts_breaks_in_large_text(
    language: str, reader: Reader
) -> None:
    lines = """all => all.map(cell => {
        const range = document.createRange();
        return cell.innerText.match(/[\\w.,%]+/g)?.map(word => {
            const text = [...cell.childNodes].find(node => node.data?.includes(word));
            const at = text.data.indexOf(word);
            range.setStart(text, at);
            range.setEnd(text, at + word.length);
            return [word, range.getClientRects().length];
        }) ?? [];
    }).flat().filter(([, lines]) => lines > 1)"""
    with reader.opened(reader.path("verification", language)) as page:
        page.locator("#large-text").check()
        assert page.locator(".counts .n").evaluate_all(lines) == []
        page.locator("#large-text").uncheck()


@each_language
def test_a_dataset_on_a_phone_has_its_figures_before_its_files(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.path("largest dataset", language)) as page:
        top = "e => e.getBoundingClientRect().top"
        table, files = (
            page.locator("table.figures").evaluate(top),
            page.locator("#files").evaluate(top),
        )
        assert table < files
        page.locator("a[href='#files']").click()
        expect(page.locator("#files")).to_be_in_viewport()


@each_language
@pytest.mark.parametrize("kind", ["home", FIRST_TOPIC])
def test_a_page_opened_from_a_folder_is_styled_and_leads_on(
    kind: str, language: str, reader: Reader
) -> None:
    with reader.opened((reader.site.root / reader.path(kind, language)).as_uri()) as page:
        look = (
            "e => [getComputedStyle(document.body).marginTop, "
            "getComputedStyle(e).borderBottomStyle]"
        )
        assert page.locator(".masthead").evaluate(look) == ["0px", "double"]
        page.locator("nav a").first.click()
        assert page.locator("h1").count() == 1


@each_language
def test_a_page_is_the_same_without_scripts(language: str, reader: Reader) -> None:
    boxes = "[...document.querySelectorAll('*')]"
    boxes += (
        ".filter(e => !e.closest('.tip, .found, .visually-hidden, details:not([open]) > :not(summary)'))"
        ".map(e => [e.tagName, "
        "e.getBoundingClientRect().toJSON()])"
    )
    path = reader.path("chart", language)
    with reader.opened(path) as page, reader.opened(path, scripts=False) as bare:
        assert page.evaluate("document.body.innerText") == bare.evaluate("document.body.innerText")
        assert page.evaluate(boxes) == bare.evaluate(boxes)


@each_language
@pytest.mark.parametrize("kind", [FIRST_TOPIC, "longest figure", "chart"])
def test_a_printed_page_leaves_navigation_out_and_shows_the_tables_of_a_chart_on_its_own_page(
    kind: str, language: str, reader: Reader
) -> None:
    with reader.opened(reader.path(kind, language), width=PAPER_WIDTH) as page:
        page.emulate_media(media="print")
        page.evaluate(
            "new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))"
        )
        assert not page.locator("nav, .files, .to-chart, summary").evaluate_all(
            "found => found.filter(e => e.checkVisibility()).length"
        )
        tables = (
            "found => found.filter(e => !e.checkVisibility({contentVisibilityAuto: "
            "true}) || e.getBoundingClientRect().height < 40).length"
        )
        assert page.locator("table").evaluate_all(tables) == 0
        hidden = "found => found.filter(e => !e.checkVisibility()).length"
        assert page.locator("svg.chart").evaluate_all(hidden) == 0
        assert faults(page, ["sideways", "cutText", "drawnText"]) == []


@each_language
@pytest.mark.parametrize("kind", ["home", "chart", "longest figure"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    kind: str, language: str, reader: Reader
) -> None:
    focus = "getComputedStyle(document.activeElement)"
    with reader.opened(reader.path(kind, language), width=1280) as page:
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("href") == "#content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        reachable = "found => found.filter(e => e.checkVisibility() && e.tabIndex >= 0).length"
        for _ in range(
            page.locator("a[href], button, input, summary, [tabindex='0']").evaluate_all(reachable)
            - 1
        ):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                f"[{focus}.outlineStyle, parseFloat({focus}.outlineWidth) >= 2, "
                "document.activeElement.checkVisibility()]"
            )
            assert seen == ["solid", True, True], page.evaluate(
                "document.activeElement.textContent"
            )
        assert page.evaluate(
            "[...document.links].filter(e => e.checkVisibility()).at(-1) === document.activeElement"
        )


@each_language
def test_the_skip_link_leads_into_the_text(language: str, reader: Reader) -> None:
    with reader.opened(reader.path("home", language)) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@each_language
def test_the_table_of_a_chart_is_one_link_away(language: str, reader: Reader) -> None:
    with reader.opened(reader.path(FIRST_TOPIC, language)) as page:
        title = page.locator(".chart-figure :is(h2, h3)").first.inner_text()
        page.locator(".to-chart").first.press("Enter")
        page.wait_for_url("**/charts/*/index.html")
        assert page.locator("h1").inner_text() == title
        assert page.locator(".chart-figure table").is_visible()


#: Chinese headings whose last line is one character.
LONE_CHARACTERS = """
    [...document.querySelectorAll('main :is(h1, h2, h3, .what)')].filter(heading => {
        const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), ends = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (let at = 0; at < node.data.length; at += 1) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                if (node.data[at].trim()) ends.push(range.getBoundingClientRect().bottom);
            }
        }
        const isLast = end => Math.abs(end - ends.at(-1)) < 16;
        return ends.length > 2 && !isLast(ends.at(-2)) && /[\\u4e00-\\u9fff]$/u.test(heading.textContent.trim());
    }).map(heading => heading.textContent)
"""


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.thorough)])
def test_no_heading_of_a_phone_leaves_one_character_on_its_last_line(
    every: int, reader: Reader
) -> None:
    folders = ("topics", "charts", "data", "indicators", "areas", "sources")
    built = [page for name in folders for page in reader.site.root.glob(f"{name}/*/index.html")]
    pages = sorted(built)[::every]
    assert len(pages) > 10
    with reader.opened("index.html") as page:
        for found in pages:
            page.goto(f"{reader.base}/{found.relative_to(reader.site.root)}")
            assert page.evaluate(LONE_CHARACTERS) == [], found
