"""One page of each kind in each language: whole at any width, without a barrier that axe knows in
any look. Each page is opened once for all that is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

import pytest
from msgspec import Struct
from playwright.sync_api import Page

from tests.browser.reader import (
    EVERYTHING,
    LAYOUT,
    PAGES,
    SETTINGS,
    WIDTHS,
    Colours,
    Reader,
    Scheme,
    barriers,
    faults,
    needs_chromium,
    show,
)

pytestmark = [pytest.mark.browser, needs_chromium]

KINDS = [(kind, language) for kind in PAGES for language in SETTINGS["languages"]]


class Look(TypedDict, total=False):
    """What of a look is not as usual."""

    scheme: Scheme
    forced: Colours


#: What depends on colours; the rest is the same in every look.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
#: The width at which each language is looked at, so that both are for each kind of page.
WIDTH = {"zh": 360, "en": 1280}

#: How the browser shows a page to whoever wants it light, dark, or in their own colours.
LOOKS: dict[str, Look] = {
    "light": {"scheme": "light"},
    "dark": {"scheme": "dark"},
    "forced": {"forced": "active"},
}


def usual_look(kind: str, language: str) -> str:
    """The look in which the suite shows a page to axe: light in Chinese, in English by turns."""
    return "light" if language == "zh" else ("dark", "forced")[list(PAGES).index(kind) % 2]


class Opened(Struct, frozen=True):
    """A page that is shown, of a kind in a language."""

    kind: str
    language: str
    page: Page


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def opened(request: pytest.FixtureRequest, reader: Reader) -> Iterator[Opened]:
    """A page of a kind in a language, for every test that looks at it."""
    kind, language = request.param
    with reader.opened(reader.path(kind, language)) as page:
        yield Opened(kind, language, page)


def test_nothing_is_cut_crowded_or_too_small_at_any_width_or_in_large_text(opened: Opened) -> None:
    page = opened.page
    show(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page, LAYOUT) == [], f"{page.url} at {width} px"
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    found = faults(page, ["sideways", "cutText"])
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert found == [], f"{page.url} in text of twice its size"


def test_axe_finds_no_barrier(opened: Opened) -> None:
    look = LOOKS[usual_look(opened.kind, opened.language)]
    show(opened.page, width=WIDTH[opened.language], **look)
    assert barriers(opened.page, EVERYTHING) == []


@pytest.mark.thorough
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_barrier_in_the_colours_of_any_look(look: str, opened: Opened) -> None:
    show(opened.page, width=WIDTH[opened.language], **LOOKS[look])
    assert barriers(opened.page, COLOURS) == []
