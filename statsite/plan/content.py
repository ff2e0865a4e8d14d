"""What a page is told, whatever its kind, and a link that leads on from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Content(Struct, frozen=True):
    """What a page is told beside its text: its title and description, the slug of its topic, and
    what else its template reads by name.

    ``leads_to`` is the address of the page that it stands for, where it only leads there.
    """

    title: str
    description: str = ""
    topic: str = ""
    context: Mapping[str, Any] = {}
    leads_to: str = ""


class JsonText(Struct, frozen=True):
    """What a page tells programs, as JSON: one text is sooner told from another than all that it is
    written from.
    """

    text: str

    @classmethod
    def of(cls, value: object) -> JsonText:
        """``value`` as JSON."""
        return cls(json.dumps(value, ensure_ascii=False, allow_nan=False))


class Onward(Struct, frozen=True):
    """Where a reader may go next: what that is to this page, in a word, with its title, address and
    the part of it to begin at.
    """

    label: str
    title: str
    address: str
    fragment: str = ""


class Offer(Struct, frozen=True):
    """A file to take away: its kind in a word, and what it is good for; how large it is follows
    from the file itself.
    """

    address: str
    kind: str
    purpose: str
