"""The Atom feed (RFC 4287) of releases, revisions and corrections, one in each language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from msgspec import Struct

from statsite import addresses
from statsite.plan.history import FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"


class Feed(Struct, frozen=True):
    """What the feed says of itself: ``base`` is the site's public address, ``page`` and ``address``
    those of the corrections page and of the feed.
    """

    title: str
    author: str
    language: str
    base: str
    page: str
    address: str
    updated: str


def atom(feed: Feed, entries: Sequence[FeedEntry]) -> bytes:
    """The feed as XML.

    Its ids are addresses that never change; its times come from the content, never from the clock.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _add_head(root, feed, entries[0].updated if entries else feed.updated)
    for entry in entries:
        _add_entry(root, entry, addresses.public(feed.base, entry.address))
    ET.indent(root, " ")
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + ET.tostring(root, encoding="unicode").encode()
        + b"\n"
    )


def _add_head(root: ET.Element, feed: Feed, updated: str) -> None:
    """What the feed says of itself before its entries."""
    page, own = (addresses.public(feed.base, path) for path in (feed.page, feed.address))
    _add(root, "id", page)
    _add(root, "title", feed.title)
    _add(root, "updated", updated)
    _add_link(root, "self", "application/atom+xml", own)
    _add_link(root, "alternate", "text/html", page)
    _add(ET.SubElement(root, "author"), "name", feed.author)


def _add_entry(root: ET.Element, entry: FeedEntry, address: str) -> None:
    """An entry, whose public ``address`` is its id too."""
    element = ET.SubElement(root, "entry")
    _add(element, "id", address)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.updated)
    _add(element, "summary", entry.summary)
    _add_link(element, "alternate", "text/html", address)


def _add_link(parent: ET.Element, relation: str, form: str, address: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": form, "href": address})


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
