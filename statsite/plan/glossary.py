"""The terms of the glossary in one language, as its page and the links of prose show them."""

from __future__ import annotations

from msgspec import Struct

from statsite import addresses
from statsite.language import html_code
from statsite.model import Term
from statsite.plan.views import Presenter


class Translation(Struct, frozen=True):
    """A term in another language of the site."""

    language: str
    words: str


class TermView(Struct, frozen=True):
    """A term.

    ``address`` is its definition's; ``standard`` names what settles it and is empty where nothing
    does; ``constants`` is where the numbers of its definition are from. ``mentions`` are the words
    that lead to it.
    """

    id: str
    anchor: str
    address: str
    words: str
    translations: tuple[Translation, ...]
    definition: str
    standard: str
    constants: str
    mentions: tuple[str, ...]


def term_views(presenter: Presenter) -> tuple[TermView, ...]:
    """Every term, in the order of the file."""
    return tuple(_term(presenter, term) for term in presenter.site.glossary.values())


def _term(presenter: Presenter, term: Term) -> TermView:
    anchor = f"term-{term.id}"
    others = (code for code in presenter.site.settings.languages if code != presenter.language)
    return TermView(
        id=term.id,
        anchor=anchor,
        address=f"{presenter.address(addresses.GLOSSARY)}#{anchor}",
        words=presenter.figure_text(term.term),
        translations=tuple(Translation(html_code(code), term.term[code]) for code in others),
        definition=presenter.figure_text(term.definition),
        standard=presenter.figure_text(term.standard),
        constants=presenter.figure_text(term.constants),
        mentions=(presenter.figure_text(term.term), *term.short),
    )
