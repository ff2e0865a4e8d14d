"""The Atom feed (RFC 4287) of releases, revisions and corrections, one in each language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from statsite import addresses
from statsite.plan.history import FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Feed:
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
    _add(root, "id", addresses.public(feed.base, feed.page))
    _add(root, "title", feed.title)
    _add(root, "updated", entries[0].updated if entries else feed.updated)
    ET.SubElement(
        root,
        "link",
        {
            "rel": "self",
            "type": "application/atom+xml",
            "href": addresses.public(feed.base, feed.address),
        },
    )
    ET.SubElement(
        root,
        "link",
        {"rel": "alternate", "type": "text/html", "href": addresses.public(feed.base, feed.page)},
    )
    _add(ET.SubElement(root, "author"), "name", feed.author)
    for entry in entries:
        address = addresses.public(feed.base, entry.address)
        element = ET.SubElement(root, "entry")
        for name, text in (
            ("id", address),
            ("title", entry.title),
            ("updated", entry.updated),
            ("summary", entry.summary),
        ):
            _add(element, name, text)
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address})
    ET.indent(root, " ")
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + ET.tostring(root, encoding="unicode").encode()
        + b"\n"
    )


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
