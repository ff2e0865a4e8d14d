"""What references to works have in common in every language."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from statsite.periods import Moment

_ENDS = (".", "?", "!", "。", "？", "！")


class ReferenceStyle(Enum):
    """How references are written; the values are their names in interface texts."""

    GBT7714 = "gbt7714"
    APA = "apa"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    PLAIN = "plain"


class WorkKind(Enum):
    """What is cited, as reference styles tell works apart."""

    NEWSPAPER = "newspaper"
    PERIODICAL = "periodical"
    REPORT = "report"
    BOOK = "book"
    WEB = "web"
    DATASET = "dataset"
    CHART = "chart"


class Work(Struct, frozen=True):
    """A work to cite, in the words of ``language``.

    ``author`` is empty where none is known; ``translated`` is the title for readers who do not know
    its language. ``container`` is the newspaper, the publisher or the site; it and ``page`` are in
    square brackets where they are inferred. ``issue`` is the number of an issue within its year,
    ``version`` that of a work which changes, ``url`` where it is read; each is empty where there is
    none.
    """

    key: str
    kind: WorkKind
    language: str
    author: str
    title: str
    translated: str
    container: str
    date: Moment
    is_approximate: bool = False
    page: str = ""
    issue: str = ""
    version: str = ""
    url: str = ""

    @property
    def publisher(self) -> str:
        """What it appeared in or at; empty where that is its author."""
        return "" if self.container == self.author else self.container


def sentences(*parts: str) -> str:
    """The parts that are there, each ended by a full stop, but for one that has its end."""
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts if part)
