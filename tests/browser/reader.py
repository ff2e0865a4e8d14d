"""Somebody who looks at a built site in Chromium: its kinds of pages, and what can be measured on
one.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from msgspec import Struct
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

from tests.support.built import BuiltSite
from tests.support.paths import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
LAYOUT = ["sideways", "smallText", "cutText", "drawnText", "smallTargets"]
WIDTHS = (320, 360, 768, 1280)
#: The column of an A4 page with Chromium's margins.
PAPER_WIDTH = 718
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: All that axe knows; it looks at the size of targets only where it is told to.
EVERYTHING = {
    "runOnly": STANDARDS,
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
#: Rows and items behind the eighth are made as those before them; axe takes longer for each.
LOOKED_AT = {"exclude": [["main tr:nth-child(n+9)"], ["main li:nth-child(n+9)"]]}
SETTINGS = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))
TOPICS = {f"topic {slug}": f"topics/{slug}/index.html" for slug in SETTINGS["topics"]}
FIRST_TOPIC = next(iter(TOPICS))

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Chromium, Debian's package of that name"
)

Scheme = Literal["light", "dark"]
Media = Literal["null", "print"]
Colours = Literal["none", "active"]


def commonest(site: BuiltSite, key: str) -> str:
    """The value of a column that most rows have."""
    return str(Counter(row[key] for row in site.rows).most_common(1)[0][0])


def longest_figure(site: BuiltSite) -> str:
    """The page of the figure that takes most room in English."""
    texts = {
        figure["url"]: site.page("en", figure["url"]).only(cls="hero").text
        for figure in site.figures.values()
    }
    return str(max(texts, key=lambda url: len(texts[url])))


def at(path: str) -> Callable[[BuiltSite], str]:
    """The page at a fixed path."""
    return lambda _: path


def chart_page(site: BuiltSite, *, is_withdrawn: bool) -> str:
    """The first page of a chart that is drawn, or of one that was withdrawn."""
    withdrawn = {row["chart"] for row in site.json("data/corrections.json") if row.get("chart")}
    names = (path.parent.name for path in site.root.glob("charts/*/index.html"))
    return f"charts/{min(name for name in names if (name in withdrawn) is is_withdrawn)}/index.html"


#: One page of each kind, as the path it has in the first language.
PAGES: dict[str, Callable[[BuiltSite], str]] = {
    "home": at("index.html"),
    **{kind: at(path) for kind, path in TOPICS.items()},
    "about": at("about/index.html"),
    "figures without a topic": at("also/index.html"),
    "data": at("data/index.html"),
    "largest dataset": lambda site: f"data/{commonest(site, 'dataset')}/index.html",
    "longest figure": longest_figure,
    "figure that is a target": lambda site: next(
        f["url"] for f in site.figures.values() if f["status"] == "target"
    ),
    "figure printed twice": lambda site: next(row["url"] for row in site.rows if row["restates"]),
    "areas": at("areas/index.html"),
    "largest area": lambda site: f"areas/{commonest(site, 'ref_area')}/index.html",
    "area with targets": lambda site: (
        f"areas/{next(f['ref_area'] for f in site.figures.values() if f['status'] == 'target')}/index.html"
    ),
    "comparisons": at("indicators/index.html"),
    "comparison": lambda site: min(
        path.relative_to(site.root).as_posix()
        for path in site.root.glob("indicators/*/index.html")
        if "." not in path.parent.name
    ),
    "targets": at("targets/index.html"),
    "search": at("search/index.html"),
    "verification": at("verification/index.html"),
    "chart": lambda site: chart_page(site, is_withdrawn=False),
    "chart that was withdrawn": lambda site: chart_page(site, is_withdrawn=True),
    "largest source": lambda site: f"sources/{commonest(site, 'source')}/index.html",
}

each_language = pytest.mark.parametrize("language", SETTINGS["languages"])


class Reader(Struct, frozen=True):
    """Somebody who looks at the built site; ``base`` is its address."""

    browser: Browser
    site: BuiltSite
    base: str
    _pages: dict[bool, Page] = {}
    _paths: dict[str, str] = {}

    def path(self, kind: str, language: str) -> str:
        """The path of the page of a kind."""
        if kind not in self._paths:
            self._paths[kind] = PAGES[kind](self.site)
        return self.site.path(language, self._paths[kind])

    @contextmanager
    def opened(
        self, address: str, *, width: int = 360, scheme: Scheme = "light", scripts: bool = True
    ) -> Iterator[Page]:
        """The page at an address or path.

        Fails at the end if it complained on the console, or asked another host for anything.
        """
        complaints: list[str] = []

        def heard(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                complaints.append(message.text)

        def asked(request: Request) -> None:
            if not request.url.startswith((self.base, self.site.root.as_uri(), "data:")):
                complaints.append(f"asked for {request.url}")

        def failed(error: Error) -> None:
            complaints.append(str(error))

        there = address if "://" in address else f"{self.base}/{address}"
        page = self._page(scripts=scripts)
        _leave(page, there)
        show(page, width=width, scheme=scheme)
        page.mouse.move(0, 0)
        page.on("console", heard)
        page.on("request", asked)
        page.on("pageerror", failed)
        try:
            page.goto(there)
            yield page
        finally:
            page.remove_listener("console", heard)
            page.remove_listener("request", asked)
            page.remove_listener("pageerror", failed)
        assert not complaints

    def _page(self, *, scripts: bool) -> Page:
        """The one page of this reader that runs scripts, or the one that does not: to make a
        browser context takes longer than to show a page.
        """
        if scripts not in self._pages:
            context = self.browser.new_context(java_script_enabled=scripts)
            self._pages[scripts] = context.new_page()
        return self._pages[scripts]


def _leave(page: Page, address: str) -> None:
    """Show an empty page where ``address`` is the page that is shown, which would not be loaded
    again for another part of it; before every page it would take a third of the time of opening.
    """
    if page.url.partition("#")[0] == address.partition("#")[0]:
        page.goto("about:blank")


def show(
    page: Page,
    *,
    width: int = 360,
    scheme: Scheme = "light",
    media: Media = "null",
    forced: Colours = "none",
) -> None:
    """Show the page that is opened in a window of this width and in this look; ``forced`` colours
    are the reader's own.
    """
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, media=media, forced_colors=forced)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: BuiltSite, browser: Browser, handler: type[Quiet] = Quiet) -> Iterator[Reader]:
    """The site at an address of its own, and the browser that looks at it."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(site.root))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Reader(browser, site, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    thread.join()
    server.server_close()


def faults(page: Page, checks: list[str]) -> list[str]:
    """What measure.js finds on the page as it is shown now."""
    return list(page.evaluate(MEASURE, checks))


def barriers(page: Page, options: Mapping[str, object]) -> list[tuple[str, str]]:
    """What axe finds on the page as it is shown now, with the first element of each."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("([at, options]) => axe.run(at, options)", [LOOKED_AT, options])
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]
