"""A site without its texts: of each text only what the rest of the site tells of it, so that what
is made of that cannot read more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from statsite.fingerprint import Fingerprints
from statsite.model import Document, Prose, SiteOf, WrittenFigure
from statsite.prose import FIGURES, REFERENCE, SECTION
from statsite.site_folder import is_prose
from statsite.values import replace

_F = TypeVar("_F", bound=WrittenFigure)

#: What the rest of the site tells of a text: the figures and charts that it names, its sections.
_TOLD = (REFERENCE, FIGURES, SECTION)

#: What parts these in an outline. No reference or table holds a bracket within, so none begins in
#: one part and ends in another.
_BETWEEN = "\n[ ]\n"


def outlined(site: SiteOf[_F]) -> SiteOf[_F]:
    """``site`` with outlines for texts; its digest is of all that it holds."""
    topics, pages = _outlines(site.topics), _outlines(site.pages)
    digest = Fingerprints().of((site.facts, site.lost, topics, pages))
    return replace(
        site, topics=topics, pages=pages, digest=digest, texts=dict(_without_prose(site.texts))
    )


def with_texts_of(whole: SiteOf[WrittenFigure], site: SiteOf[_F]) -> SiteOf[_F]:
    """``site``, which was made of the outlines of a ``whole`` one, with the texts of that."""
    return replace(
        site, topics=whole.topics, pages=whole.pages, digest=whole.digest, texts=whole.texts
    )


def outline(text: str) -> str:
    """The references, tables, pairs and headings in ``text`` in their order, each as it is written,
    without the words between them.
    """
    return _BETWEEN.join(text[begin:end] for begin, end in _apart(text))


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Where in ``text`` something is told of: what overlaps is one."""
    found = sorted(one.span() for pattern in _TOLD for one in pattern.finditer(text))
    begin = end = 0
    for first, last in found:
        if first >= end:
            if end:
                yield begin, end
            begin = first
        end = max(end, last)
    if end:
        yield begin, end


def _outlines(written: Mapping[str, Prose]) -> dict[str, Prose]:
    return {name: replace(one, documents=_of_all(one.documents)) for name, one in written.items()}


def _of_all(documents: Mapping[str, Document]) -> dict[str, Document]:
    return {code: replace(one, body=outline(one.body)) for code, one in documents.items()}


def _without_prose(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts of files but those in Markdown."""
    return (one for one in texts.items() if not is_prose(one[0]))
