"""The feed is Atom whose times come from the content and whose ids are public addresses."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from statsite.plan.feed import Feed, atom
from statsite.plan.history import FeedEntry

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed(
    title="小站 & 更正",
    author="小站",
    language="zh-Hans",
    base="https://data.gov.cn/health/",
    page="corrections/index.html",
    address="feed.xml",
    updated="2025-12-01T00:00:00Z",
)
ENTRY = FeedEntry(
    title="<床位>",
    address="figures/care.beds/index.html",
    updated="2025-11-30T08:00:00Z",
    summary="799万张",
)


def _text(element: ET.Element, name: str) -> str | None:
    return element.findtext(f"{ATOM}{name}")


def test_a_feed_without_entries_was_updated_on_the_day_of_the_site() -> None:
    root = ET.fromstring(atom(FEED, []))  # noqa: S314 - our own
    assert (_text(root, "id"), _text(root, "title"), _text(root, "updated")) == (
        "https://data.gov.cn/health/corrections/",
        "小站 & 更正",
        "2025-12-01T00:00:00Z",
    )
    assert {(link.get("rel"), link.get("href")) for link in root.iter(f"{ATOM}link")} == {
        ("self", "https://data.gov.cn/health/feed.xml"),
        ("alternate", "https://data.gov.cn/health/corrections/"),
    }


def test_an_entry_is_named_by_its_address_and_the_newest_dates_the_feed() -> None:
    root = ET.fromstring(atom(FEED, [ENTRY]))  # noqa: S314 - our own
    (entry,) = root.iter(f"{ATOM}entry")
    assert (_text(entry, "id"), _text(entry, "title"), _text(entry, "summary")) == (
        "https://data.gov.cn/health/figures/care.beds/",
        "<床位>",
        "799万张",
    )
    assert _text(root, "updated") == ENTRY.updated
