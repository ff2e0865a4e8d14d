"""What a figure in prose tells in place: a card for each, opened by the button beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statsite.model import Document
from statsite.plan.edition import Edition
from statsite.plan.views import FigureView
from statsite.plan.way_back import way_back
from statsite.prose import REFERENCE, card_anchor


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the id that its button opens, its figure, and the lines below that figure."""

    anchor: str
    figure: FigureView
    lines: tuple[str, ...]


def cards(edition: Edition, document: Document | None) -> tuple[Card, ...]:
    """The cards of the figures that a text names, each once, in the order of the text."""
    named = (found["id"] for found in REFERENCE.finditer(document.body)) if document else ()
    shown = (edition.figures.get(name) for name in dict.fromkeys(named))
    return tuple(_card(edition, figure) for figure in shown if figure is not None)


def _card(edition: Edition, figure: FigureView) -> Card:
    return Card(card_anchor(figure.id), figure, tuple(_lines(edition, figure)))


def _lines(edition: Edition, figure: FigureView) -> Iterator[str]:
    yield from _statement(edition, figure)
    about = (figure.when, figure.compared_with, figure.where, figure.status_label, figure.due)
    yield edition.presenter.interface_text("separator").join(filter(None, about))
    if figure.is_derived:
        yield figure.how_to_read
    else:
        yield from _origin(edition, figure)


def _statement(edition: Edition, figure: FigureView) -> Iterator[str]:
    """The figure as it is printed, and what is counted."""
    word = edition.presenter.interface_text
    colon = word("colon")
    if figure.printed and not figure.is_derived:
        yield f"{word('as-printed')}{colon}{figure.printed}"
    if figure.definition:
        yield f"{word('definition')}{colon}{figure.definition}"


def _origin(edition: Edition, figure: FigureView) -> Iterator[str]:
    """Where it is from, and how that is proven."""
    word, source = edition.presenter.interface_text, figure.source
    way = way_back(edition.presenter, edition.site.observations[figure.id].printing)
    title = word("quoted-title").format(title=source.title_translated or source.title)
    place = (title, source.publication, source.date, source.page, way.paragraph)
    yield word("source") + word("colon") + word("comma").join(filter(None, place))
    yield figure.printings[0].evidence_label
