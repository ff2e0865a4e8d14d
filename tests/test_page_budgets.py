"""What each page of the real site may weigh, what its style sheet promises of contrast, and what a
checker of HTML would call an error.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.building import REAL, BuildOnce
from tests.support.built import BuiltSite, Element
from tests.support.paths import ROOT

PAGE, STYLE, SCRIPTS, LIST_PART = 60_000, 14_000, 10_000, 60_000
ATOM = "{http://www.w3.org/2005/Atom}"
STYLE_SHEET = ROOT / "templates/static/site.css"
#: Where a Java archive of the Nu Html Checker is, for a run with it.
CHECKER = os.environ.get("VNU_JAR", "")
#: What browsers have of CSS and that checker does not know yet; units of containers are in sizes.
UNKNOWN = r"@?container|position-area|position-try-fallbacks|(font|-)-size.*Parse Error"


@pytest.fixture(scope="module")
def site(built: BuildOnce) -> BuiltSite:
    return built(REAL)


def weight(path: Path) -> int:
    """How many bytes a file has on its way to a reader."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def test_no_page_is_heavier_than_sixty_kilobytes(site: BuiltSite) -> None:
    heavy = {path: weight(site.root / path) for path in {**site.pages, **site.embeds}}
    assert {path: size for path, size in heavy.items() if size > PAGE} == {}


def test_the_style_sheet_and_all_scripts_are_light(site: BuiltSite) -> None:
    assert weight(site.root / "static/site.css") <= STYLE
    assert sum(weight(path) for path in (site.root / "static").glob("*.js")) <= SCRIPTS
    lists = list(site.root.glob("**/search/list-*.js"))
    assert lists
    assert all(weight(path) <= LIST_PART for path in lists)


def test_scripts_come_from_the_site_alone(site: BuiltSite) -> None:
    for path, page in {**site.pages, **site.embeds}.items():
        (policy,) = (
            meta.get("content")
            for meta in page.all("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        )
        allowed = re.search(r"script-src ([^;]*)", policy)
        assert allowed is None or allowed[1].strip() in {"'self'", "'none'"}, f"{path}: {policy}"


def linked_data(page: Element) -> Iterator[Mapping[str, object]]:
    """Each description of a page in JSON-LD."""
    for script in page.all("script"):
        if script.get("type") == "application/ld+json":
            yield json.loads(script.raw_text)


def test_every_description_for_machines_can_be_read(site: BuiltSite) -> None:
    """A page says what it is of, in the vocabulary of schema.org, by a name."""
    found = [one for page in site.pages.values() for one in linked_data(page)]
    assert len(found) > len(site.figures)
    for one in found:
        assert one["@context"] == "https://schema.org"
        assert one["@type"]
        assert one["name"]


def test_every_entry_of_a_feed_has_what_readers_of_feeds_need(built: BuildOnce) -> None:
    site = built("two-languages")
    feeds = list(site.root.glob("**/feed.xml"))
    assert len(feeds) == len(site.languages)
    for path in feeds:
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - the site's own
        entries = root.findall(f"{ATOM}entry")
        assert entries
        for one in (root, *entries):
            assert all(one.findtext(f"{ATOM}{part}") for part in ("id", "title", "updated"))
        names = [one.findtext(f"{ATOM}id") for one in entries]
        assert len(set(names)) == len(names)


def tokens(style: str, *, is_dark: bool) -> Iterator[Mapping[str, str]]:
    """The colours of each topic, which are those of the page and its own accents."""
    light, _, rest = style.partition("@media (prefers-color-scheme: dark) {")
    block = rest.partition("\n}\n")[0] if is_dark else light
    rules = re.findall(r"^ *(:root[^{]*|\.topic[^{]*)\{([^}]*)\}", block, re.MULTILINE)
    parts = [dict(re.findall(r"--([\w-]+): (#\w{6})", body)) for _, body in rules]
    page = next(part for part in parts if "paper" in part)
    yield from ({**page, **part} for part in parts if "accent" in part)


def luminance(colour: str) -> float:
    """The relative luminance that WCAG defines."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(ink), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_words_have_a_contrast_of_seven_and_large_numbers_of_four_and_a_half(
    *, is_dark: bool
) -> None:
    found = list(tokens(STYLE_SHEET.read_text(encoding="utf-8"), is_dark=is_dark))
    assert len(found) == 3
    for colours in found:
        for ground in ("paper", "wash", "accent-wash"):
            for ink in ("ink", "soft", "accent-3"):
                assert contrast(colours[ink], colours[ground]) >= 7, f"{ink} on {ground}"
            assert contrast(colours["accent"], colours[ground]) >= 4.5, f"accent on {ground}"


def test_small_words_have_no_colour_of_lower_contrast() -> None:
    """Only large numbers are in the accent itself."""
    rules = re.findall(
        r"([^{}]+)\{([^{}]*[ ;{]color: var\(--(?:accent|accent-2|faint|rule)\)[^{}]*)\}",
        STYLE_SHEET.read_text(encoding="utf-8"),
    )
    assert [selector.strip().rpartition("\n")[2] for selector, _ in rules] == [".lead .n"]


def html_faults(page: Element) -> Iterator[str]:
    """What the Nu Html Checker would call an error, of what these templates could do wrong."""
    holders = {"table", "thead", "tbody", "tr", "th", "td"}
    for element in page.all():
        if element.tag == "figcaption" and not _is_child_of_figure(element):
            yield f"a caption outside its figure: {element}"
        if element.tag in holders and element.get("role"):
            yield f"a role that the element has already: {element}"
        if {"popover", "autofocus"} <= {name for name, _ in element.written}:
            yield f"a card that asks for the focus itself: {element}"
        written = element.get("font-weight")
        if written and not re.fullmatch(r"normal|bold|[1-9]00", written):
            yield f"a weight that is no hundred: {element}"
    ids = [element.get("id") for element in page.all() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id that occurs twice"


def _is_child_of_figure(element: Element) -> bool:
    return element.parent is not None and element.parent.tag == "figure"


def test_no_page_has_a_fault_that_a_checker_of_html_would_name(site: BuiltSite) -> None:
    for path, page in {**site.pages, **site.embeds}.items():
        assert list(html_faults(page)) == [], path


@pytest.mark.skipif(
    not (CHECKER and shutil.which("java")),
    reason="needs Java and VNU_JAR, the path of the Nu Html Checker",
)
@pytest.mark.parametrize("kind", ["--html", "--svg", "--css"])
def test_the_nu_html_checker_finds_no_error(kind: str, site: BuiltSite) -> None:
    suffix = kind.removeprefix("--")
    files = sorted(str(path) for path in site.root.rglob(f"*.{suffix}"))
    call = ["java", "-Xss4m", "-jar", CHECKER, "--errors-only", "--filterpattern"]
    form = [] if suffix == "html" else [kind]
    done = subprocess.run(  # noqa: S603 - the checker that the tester named
        [*call, f".*({UNKNOWN}).*", *form, *files], capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines()[:5] == []
