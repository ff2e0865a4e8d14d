"""Where readers report errors: a mail address, or a web address with places to fill in."""

from __future__ import annotations

import re
from string import Formatter

from statsite.read.field_errors import refused
from statsite.read.text import shown
from statsite.read.values import read_line, read_url

#: What an address may leave to be filled in.
PLACES = ("title", "body")

_MAIL = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def read_report_address(value: object) -> str:
    """A mail address, or a web address whose query has ``{title}`` and may have ``{body}``."""
    text = read_line(value)
    if _MAIL.fullmatch(text):
        return text
    said = _fault(text)
    if said:
        raise refused(
            "report-malformed",
            f"{shown(text)} {said}",
            "write a mail address, or the address of a new issue with the places to fill in: "
            "https://example.org/issues/new?title={title}&body={body}",
        )
    read_url(text.format_map(dict.fromkeys(PLACES, "x")))
    return text


def _fault(text: str) -> str | None:
    """Why ``text`` is no address that can be filled in."""
    if "@" in text and "//" not in text:
        return "is not a mail address"
    path, _, query = text.partition("?")
    places = _places(query)
    if places is None or "{" in path or "}" in path:
        return "has braces that are not places to fill in behind the question mark"
    if unknown := sorted(places - set(PLACES)):
        return f"has a place that is not known: {shown(unknown[0])}"
    return None if "title" in places else "has no place for the title of a report"


def _places(query: str) -> set[str] | None:
    """The names in braces; None where braces hold anything but a name."""
    try:
        pieces = [piece for piece in Formatter().parse(query) if piece[1] is not None]
    except ValueError:
        return None
    plain = all(not form and not conversion for _, _, form, conversion in pieces)
    doubled = "{{" in query or "}}" in query
    return {str(name) for _, name, _, _ in pieces} if plain and not doubled else None
