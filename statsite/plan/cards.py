"""What a figure in prose tells in place: a card for each, opened by the button beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from statsite.model import Document
from statsite.plan.edition import Edition
from statsite.plan.views import FigureView
from statsite.plan.way_back import paragraph_of
from statsite.prose import REFERENCE, card_anchor


class Card(Struct, frozen=True):
    """A card: the id that its button opens, its figure, and the lines below that figure."""

    anchor: str
    figure: FigureView
    lines: tuple[str, ...]


def cards(edition: Edition, document: Document | None) -> tuple[Card, ...]:
    """The cards of the figures that a text names, each once, in the order of the text."""
    named = dict.fromkeys(_named(document.body) if document else ())
    shown = filter(None, map(edition.figures.get, named))
    return tuple(_card(edition, figure) for figure in shown)


def _named(text: str) -> Iterator[str]:
    return (found["id"] for found in REFERENCE.finditer(text))


def _card(edition: Edition, figure: FigureView) -> Card:
    return Card(card_anchor(figure.id), figure, tuple(_lines(edition, figure)))


def _lines(edition: Edition, figure: FigureView) -> Iterator[str]:
    yield from _statement(edition, figure)
    yield edition.presenter.interface_text("separator").join(filter(None, _about(figure)))
    if figure.is_derived:
        yield figure.how_to_read
    else:
        yield from _origin(edition, figure)


def _about(figure: FigureView) -> tuple[str, ...]:
    """Of when and where a figure is, and how firm."""
    return figure.when, figure.compared_with, figure.where, figure.status_label, figure.due


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
    word = edition.presenter.interface_text
    yield word("source") + word("colon") + word("comma").join(filter(None, _place(edition, figure)))
    yield figure.printings[0].evidence_label


def _place(edition: Edition, figure: FigureView) -> tuple[str, ...]:
    """The article of a figure and where in it that is, in parts that may be empty."""
    source = figure.source
    quoted = edition.presenter.interface_text("quoted-title")
    title = quoted.format(title=source.title_translated or source.title)
    paragraph = paragraph_of(edition.presenter, edition.site.observations[figure.id].printing)
    return title, source.publication, source.date, source.page, paragraph
