"""The real site as Chromium shows it: on phones and desks, light and dark, printed, without scripts, by keyboard, from a folder."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.building import REAL, ROOT, BuildOnce
from tests.built import BuiltSite

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
LAYOUT = ["sideways", "smallText", "cutText", "drawnText", "smallTargets"]
WIDTHS = (320, 360, 768, 1280)
#: The column of an A4 page with Chromium's margins.
PAPER_WIDTH = 718
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

SETTINGS = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))
TOPICS = {f"topic {slug}": f"topics/{slug}/index.html" for slug in SETTINGS["topics"]}
FIRST_TOPIC = next(iter(TOPICS))

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, Debian's package of that name")]

Scheme = Literal["light", "dark"]


def commonest(site: BuiltSite, key: str) -> str:
    """The value of a column that most rows have."""
    return str(Counter(row[key] for row in site.rows).most_common(1)[0][0])


def longest_figure(site: BuiltSite) -> str:
    """The page of the figure that takes most room in English."""
    texts = {figure["url"]: site.page("en", figure["url"]).only(cls="hero").text for figure in site.figures.values()}
    return str(max(texts, key=lambda url: len(texts[url])))


def at(path: str) -> Callable[[BuiltSite], str]:
    """The page at a fixed path."""
    return lambda _: path


#: One page of each kind, as the path it has in the first language.
PAGES: dict[str, Callable[[BuiltSite], str]] = {
    "home": at("index.html"),
    **{kind: at(path) for kind, path in TOPICS.items()},
    "about": at("about/index.html"),
    "figures without a topic": at("also/index.html"),
    "data": at("data/index.html"),
    "largest dataset": lambda site: f"data/{commonest(site, 'dataset')}/index.html",
    "longest figure": longest_figure,
    "figure that is a target": lambda site: next(f["url"] for f in site.figures.values() if f["status"] == "target"),
    "figure printed twice": lambda site: next(row["url"] for row in site.rows if row["restates"]),
    "chart": lambda site: min(path.relative_to(site.root).as_posix() for path in site.root.glob("charts/*/index.html")),
    "largest source": lambda site: f"sources/{commonest(site, 'source')}/index.html",
}

each_page = pytest.mark.parametrize("kind", PAGES)
each_language = pytest.mark.parametrize("language", SETTINGS["languages"])


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looks at the built site; ``base`` is its address."""

    browser: Browser
    site: BuiltSite
    base: str

    def path(self, kind: str, language: str) -> str:
        """The path of the page of a kind."""
        return self.site.path(language, PAGES[kind](self.site))

    @contextmanager
    def opened(self, address: str, *, width: int = 360, scheme: Scheme = "light", scripts: bool = True) -> Iterator[Page]:
        """The page at an address or path. Fails at the end if it complained on the console, or asked another host for anything."""
        complaints: list[str] = []

        def heard(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                complaints.append(message.text)

        def asked(request: Request) -> None:
            if not request.url.startswith((self.base, self.site.root.as_uri(), "data:")):
                complaints.append(f"asked for {request.url}")

        context = self.browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts)
        page = context.new_page()
        page.on("console", heard)
        page.on("request", asked)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address if "://" in address else f"{self.base}/{address}")
        yield page
        context.close()
        assert not complaints


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def reader(built: BuildOnce) -> Iterator[Reader]:
    site = built(REAL)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site.root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield Reader(browser, site, f"http://127.0.0.1:{server.server_port}")
        browser.close()
    server.shutdown()
    thread.join()
    server.server_close()


def faults(page: Page, checks: list[str]) -> list[str]:
    """What measure.js finds on the page as it is shown now."""
    return list(page.evaluate(MEASURE, checks))


@pytest.fixture(scope="session")
def gallery(reader: Reader, built: BuildOnce) -> Iterator[Reader]:
    """The same browser on the site that shows every kind of chart."""
    site = built("gallery")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site.root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Reader(reader.browser, site, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["topics/gallery/index.html", "zh/topics/gallery/index.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_chart_is_whole_and_clear_at_every_width(path: str, scheme: Scheme, gallery: Reader) -> None:
    with gallery.opened(path, scheme=scheme) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page, LAYOUT) == [], f"{page.url} at {width} px"
        page.emulate_media(media="print")
        assert faults(page, ["drawnText", "cutText"]) == [], f"{page.url} in print"


@each_language
@each_page
def test_nothing_is_cut_crowded_or_too_small(kind: str, language: str, reader: Reader) -> None:
    with reader.opened(reader.path(kind, language)) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page, LAYOUT) == [], f"{page.url} at {width} px"


@each_language
@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind == "chart" or kind in TOPICS])
def test_text_in_drawings_stands_out_in_light_and_dark(kind: str, language: str, reader: Reader) -> None:
    with reader.opened(reader.path(kind, language)) as page:
        assert page.locator("svg.chart text").count() > 3
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page, ["paleText"]) == [], f"{page.url} at {width} px, {scheme}"


@each_language
def test_chart_files_can_be_read_on_their_own(language: str, reader: Reader) -> None:
    files = sorted(reader.site.root.glob(f"charts/*/{language}.svg"))
    with reader.opened(files[0].as_uri(), width=720) as page:
        for file in files:
            page.goto(file.as_uri())
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page, ["drawnText", "paleText"]) == [], f"{file.parent.name} {scheme}"


@each_language
@each_page
def test_axe_finds_no_barrier(kind: str, language: str, reader: Reader) -> None:
    looks: tuple[tuple[int, Scheme], ...] = ((360, "light"), (1280, "dark"))
    with reader.opened(reader.path(kind, language)) as page:
        for width, scheme in looks:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=RULES).response["violations"]
            assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == [], f"{page.url} at {width} px, {scheme}"


def test_the_page_for_unknown_addresses_is_sound(reader: Reader) -> None:
    with reader.opened("404.html") as page:
        assert faults(page, LAYOUT) == []
        assert Axe().run(page, options=RULES).response["violations"] == []
        page.locator("main a").click()
        assert page.url == f"{reader.base}/index.html"


@pytest.mark.parametrize("kind", ["home", FIRST_TOPIC, "longest figure", "chart"])
def test_the_language_switch_leads_there_and_back(kind: str, reader: Reader) -> None:
    first, second = (reader.path(kind, language) for language in SETTINGS["languages"])
    with reader.opened(first) as page:
        page.locator("nav a.language").click()
        assert page.url == f"{reader.base}/{second}"
        page.locator("nav a.language").click()
        assert page.url == f"{reader.base}/{first}"


@each_language
@pytest.mark.parametrize("kind", ["home", FIRST_TOPIC])
def test_a_page_opened_from_a_folder_is_styled_and_leads_on(kind: str, language: str, reader: Reader) -> None:
    with reader.opened((reader.site.root / reader.path(kind, language)).as_uri()) as page:
        look = "e => [getComputedStyle(document.body).marginTop, getComputedStyle(e).borderBottomStyle]"
        assert page.locator(".masthead").evaluate(look) == ["0px", "double"]
        page.locator("nav a").first.click()
        assert page.locator("h1").count() == 1


@each_language
def test_a_page_is_the_same_without_scripts(language: str, reader: Reader) -> None:
    boxes = "[...document.querySelectorAll('*')].map(e => [e.tagName, e.getBoundingClientRect().toJSON()])"
    path = reader.path("chart", language)
    with reader.opened(path) as page, reader.opened(path, scripts=False) as bare:
        assert page.evaluate("document.body.innerText") == bare.evaluate("document.body.innerText")
        assert page.evaluate(boxes) == bare.evaluate(boxes)


@each_language
@pytest.mark.parametrize("kind", [FIRST_TOPIC, "longest figure", "chart"])
def test_a_printed_page_leaves_navigation_out_and_opens_every_table(kind: str, language: str, reader: Reader) -> None:
    with reader.opened(reader.path(kind, language), width=PAPER_WIDTH) as page:
        page.emulate_media(media="print")
        page.evaluate("new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))")
        assert not page.locator("nav, .files, summary").evaluate_all("found => found.filter(e => e.checkVisibility()).length")
        tables = "found => found.filter(e => !e.checkVisibility({contentVisibilityAuto: true}) || e.getBoundingClientRect().height < 40).length"
        assert page.locator("table").evaluate_all(tables) == 0
        assert (
            page.locator("svg.chart").evaluate_all("found => found.filter(e => e.checkVisibility()).length") * 2 == page.locator("svg.chart").count()
        )
        assert faults(page, ["sideways", "cutText", "drawnText"]) == []


@each_language
@pytest.mark.parametrize("kind", ["home", "chart", "longest figure"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(kind: str, language: str, reader: Reader) -> None:
    focus = "getComputedStyle(document.activeElement)"
    with reader.opened(reader.path(kind, language), width=1280) as page:
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("href") == "#content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        for _ in range(page.locator("a[href], summary").count() - 1):
            page.keyboard.press("Tab")
            seen = page.evaluate(f"[{focus}.outlineStyle, parseFloat({focus}.outlineWidth) >= 2, document.activeElement.checkVisibility()]")
            assert seen == ["solid", True, True], page.evaluate("document.activeElement.textContent")
        assert page.evaluate("[...document.links].at(-1) === document.activeElement")


@each_language
def test_the_skip_link_leads_into_the_text(language: str, reader: Reader) -> None:
    with reader.opened(reader.path("home", language)) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@each_language
def test_the_table_of_a_chart_opens_by_keyboard(language: str, reader: Reader) -> None:
    with reader.opened(reader.path(FIRST_TOPIC, language)) as page:
        summary = page.locator("summary").first
        table = page.locator("details table").first
        assert not table.is_visible()
        summary.press("Enter")
        assert table.is_visible()
