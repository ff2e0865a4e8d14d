"""What a page is told, whatever its kind, and a link that leads on from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """What a page is told beside its text: its title and description, the slug of its topic, and
    what else its template reads by name.

    ``leads_to`` is the address of the page that it stands for, where it only leads there.
    """

    title: str
    description: str = ""
    topic: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class JsonText:
    """What a page tells programs, as JSON: one text is sooner told from another than all that it is
    written from.
    """

    text: str

    @classmethod
    def of(cls, value: object) -> JsonText:
        """``value`` as JSON."""
        return cls(json.dumps(value, ensure_ascii=False, allow_nan=False))


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a reader may go next: what that is to this page, in a word, with its title, address and
    the part of it to begin at.
    """

    label: str
    title: str
    address: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to take away: its kind in a word, and what it is good for; how large it is follows
    from the file itself.
    """

    address: str
    kind: str
    purpose: str
