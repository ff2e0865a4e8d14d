"""Links from pages: relative, or absolute where a page is shown anywhere; templates make no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statsite import addresses
from statsite.plan.outputs import Page
from statsite.render.links import PageLinks, has_no_links, links_of
from statsite.values import replace

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGE = Page(
    address="en/data/index.html",
    unlocalised="data/index.html",
    language="en",
    template="data.html.j2",
    title="",
    description="",
    topic="",
    context={},
    document=None,
    leads_to="",
)
LOST = replace(PAGE, address="404.html", unlocalised="404.html")


@pytest.mark.parametrize(
    ("address", "part", "expected"),
    [
        ("en/index.html", "", "../index.html"),
        ("en/data/beds/index.html", "new", "beds/index.html#new"),
        ("corrections/index.html", "#rule-a", "../../corrections/index.html#rule-a"),
    ],
)
def test_a_link_is_relative_to_its_page(address: str, part: str, expected: str) -> None:
    assert PageLinks(PAGE.address)(address, part) == expected


@pytest.mark.parametrize(
    ("page", "base_url", "expected"),
    [
        (PAGE, None, "../../index.html"),
        (PAGE, "https://example.org/figures/", "../../index.html"),
        (LOST, None, "index.html"),
        (LOST, "https://example.org/figures/", "/figures/index.html"),
        (LOST, "https://example.org", "/index.html"),
    ],
)
def test_the_page_of_unknown_addresses_links_from_the_root_of_its_server(
    page: Page, base_url: str | None, expected: str
) -> None:
    links = links_of(page, base_url)
    assert links(addresses.HOME) == expected
    assert links.root == expected.removesuffix("index.html")


def test_of_a_server_that_is_not_known_it_has_no_links() -> None:
    assert has_no_links(LOST, None)
    assert not has_no_links(LOST, "https://example.org")
    assert not has_no_links(PAGE, None)


def test_a_public_address_is_the_short_one() -> None:
    assert (
        addresses.public("https://example.org/a/", "en/index.html") == "https://example.org/a/en/"
    )
    assert addresses.public("https://example.org", "a.csv") == "https://example.org/a.csv"
    assert addresses.public("https://example.org", "en/index.html#a") == "https://example.org/en/#a"
    assert not addresses.public(None, "en/index.html")


def test_templates_put_no_address_together() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2")}
    assert any("link(" in text for text in texts.values())
    joined = re.compile(
        r"""link\(['"]|['"][#/]['"]? ?~|~ ?['"][#/]|(?:href|src)="[^"{#]*/|link\([^{}]*\}\}(?:#|\{\{)"""
    )
    assert {name: found[0] for name, text in texts.items() if (found := joined.search(text))} == {}
