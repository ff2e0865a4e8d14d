"""The way from a figure back to the words that it is taken from, as far as facts allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from statsite.model import Observation, Printing, Source, SourceKind
from statsite.plan.views import Presenter


class WayBack(Struct, frozen=True):
    """How a reader finds an article, and in it one printing of a figure.

    ``paragraph`` is where it was found, in words; empty where it was not proven. ``address`` leads
    to the article, or to the issue or page that it is in, and ``address_label`` says to which;
    both are empty where no address is given. ``steps`` say what to do, a sentence each.
    """

    paragraph: str
    address: str
    address_label: str
    steps: tuple[str, ...]


def ways_back(presenter: Presenter, observation: Observation) -> Mapping[str, WayBack]:
    """The way back of each printing of a figure, by the printing's id; none where no article prints
    it.
    """
    return {
        printing.id: way_back(presenter, printing)
        for printing in observation.printings
        if printing.source
    }


def way_back(presenter: Presenter, printing: Printing) -> WayBack:
    """The way back to the place where an article prints a figure."""
    source, paragraph = presenter.site.sources[printing.source], paragraph_of(presenter, printing)
    has_own_page = bool(printing.part and printing.part.is_on_another_page)
    steps = [
        *_to_article(presenter, source, with_page=not has_own_page),
        *_within(presenter, printing, paragraph),
    ]
    return WayBack(paragraph, *_address(presenter, source), tuple(steps))


def way_to_article(presenter: Presenter, source: Source) -> WayBack:
    """The way to an article as a whole."""
    steps = _to_article(presenter, source, with_page=True)
    return WayBack("", *_address(presenter, source), tuple(steps))


def paragraph_of(presenter: Presenter, printing: Printing) -> str:
    """The paragraph of a proof that holds, or the part of the publication that is none, in
    words.
    """
    if printing.part:
        return presenter.interface_text(f"part-{printing.part}")
    number = _proven_paragraph(presenter, printing)
    return "" if number is None else presenter.interface_text("paragraph-number").format(n=number)


def _proven_paragraph(presenter: Presenter, printing: Printing) -> int | None:
    """The number of the paragraph where the lock proves a printing to be."""
    proof = presenter.site.proofs.get(printing.id)
    is_proven = presenter.assessment.evidence[printing.id].evidence == "locked"
    return proof.paragraph if proof and is_proven else None


def _address(presenter: Presenter, source: Source) -> tuple[str, str]:
    if source.url:
        return source.url, presenter.interface_text("article-online")
    if source.issue_url:
        return source.issue_url, presenter.interface_text("issue-online")
    return "", ""


#: How to find an article of each kind; others by name and date.
_FIND = {SourceKind.NEWSPAPER: "find-issue", SourceKind.AGENCY: "find-dispatch"}


def _to_article(presenter: Presenter, source: Source, *, with_page: bool) -> Iterator[str]:
    key = _FIND.get(source.kind, "find-publication")
    place = _place(presenter, source, with_page=with_page)
    yield presenter.interface_text(key).format(place=place)
    if source.published.approximate:
        yield presenter.interface_text("find-around")


def _place(presenter: Presenter, source: Source, *, with_page: bool) -> str:
    """Where an article appeared, as far as that is known."""
    shown = presenter.source(source.id)
    parts = (shown.publication, shown.date, shown.page if with_page else "")
    return presenter.interface_text("comma").join(filter(None, parts))


def _within(presenter: Presenter, printing: Printing, paragraph: str) -> Iterator[str]:
    if paragraph and printing.printed:
        key = "find-in-part" if printing.part else "find-words"
        yield presenter.interface_text(key).format(printed=printing.printed, paragraph=paragraph)
    elif printing.printed:
        yield presenter.interface_text("find-printed").format(printed=printing.printed)
