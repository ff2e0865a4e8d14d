"""Figures as a table for people: words before codes, numbers as numbers, one language.

The exact tables of ``exports`` are for programs; this one is for those who open it with a
spreadsheet, which takes 1/3 and 3-5 for dates, and = for a formula, unless something keeps it from
that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from msgspec import Struct

from statsite import addresses, formatting
from statsite.model import Observation, Source
from statsite.plan.bounds import origin_of_bounds
from statsite.plan.data_files.at_hand import AtHand
from statsite.plan.data_files.exports import observation_rows
from statsite.plan.edition import Edition
from statsite.plan.topic_figures import figures_of_topic
from statsite.plan.views import FigureView
from statsite.quantity import Relation
from statsite.results import made_once


class Selection(Struct, frozen=True):
    """Figures that are taken away together: all of a dataset, of a topic or of the site.

    ``address`` is the page they are from, in the language of ``title``.
    """

    title: str
    address: str
    observations: tuple[Observation, ...]


class Column(Struct, frozen=True):
    """A column: the key of a cell, and of the words ``column-…`` and ``column-says-…``."""

    key: str
    is_number: bool = False


#: What tells a figure in words.
WORD_COLUMNS = (
    Column("title"),
    Column("figure"),
    Column("printed"),
    Column("relation-words"),
    Column("value", is_number=True),
    Column("bound_low", is_number=True),
    Column("bound_high", is_number=True),
    Column("convention-words"),
    Column("unit_title"),
    Column("when"),
    Column("compared-words"),
    Column("area_title"),
    Column("status-words"),
    Column("definition"),
    Column("note"),
    Column("dataset_title"),
    Column("source_title"),
    Column("publication"),
    Column("producer"),
    Column("published-words"),
    Column("evidence-words"),
)

#: What finds it again.
ADDRESSES = (Column("id"), Column("restates"), Column("url"))

#: What programs tell it by.
CODES = (
    Column("dataset"),
    Column("indicator"),
    Column("relation"),
    Column("precision", is_number=True),
    Column("unit"),
    Column("ref_area"),
    Column("time_period"),
    Column("status"),
    Column("compared_with"),
    Column("source"),
    Column("evidence"),
    Column("interval"),
)

ReadableRow = Mapping[str, str]

#: All of them, in the order of the cells of ``lines``.
ALL_COLUMNS = (*WORD_COLUMNS, *ADDRESSES, *CODES)

#: What a spreadsheet may take for a date, a time, a number, a fraction or a truth value: digits and
#: what is between them in such, with the name of a month or an exponent.
_MAY_BE_CONVERTED = re.compile(
    r"(?=.*[0-9０-９])"
    r"(?:[0-9０-９\s/.,:~～+\-−–—年月日时分秒%‰％°$¥￥€()（）]|(?<=[0-9])[eE](?=[0-9+-])"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[ap]m\b)*"
    r"|true|false",
    re.IGNORECASE,
)


def of_dataset(edition: Edition, dataset_id: str) -> Selection:
    """The figures of a dataset."""
    card, dataset = edition.datasets[dataset_id], edition.site.datasets[dataset_id]
    return Selection(card.title, card.address, tuple(edition.site.observations_of(dataset)))


def of_topic(edition: Edition, slug: str) -> Selection:
    """The figures of all datasets of a topic, and those of others that its page shows."""
    card = next(card for card in edition.topics if card.slug == slug)
    return Selection(card.title, card.address, tuple(figures_of_topic(edition.site, slug)))


def of_site(edition: Edition) -> Selection:
    """All figures."""
    presenter, site = edition.presenter, edition.site
    page = presenter.address(addresses.DATA)
    return Selection(
        presenter.figure_text(site.settings.title), page, tuple(site.observations.values())
    )


def lines(edition: Edition, observations: Iterable[Observation]) -> Iterator[tuple[str, ...]]:
    """One line for each printing, as in the exact tables, with the cells of ``ALL_COLUMNS``."""
    known = _lines_of_figures(edition)
    return (line for observation in observations for line in known[observation.id])


def get_ready(edition: Edition) -> None:
    """Make the lines of all figures, and the exact rows that they are made of, so that processes
    that are copied from this one need not each do so; of a large site they are made when they are
    needed.
    """
    _lines_of_figures(edition).make_all()


@made_once
def _lines_of_figures(edition: Edition) -> AtHand[Sequence[tuple[str, ...]]]:
    """The lines of every figure, which several files hold."""

    def made(name: str) -> Sequence[tuple[str, ...]]:
        make = partial(_lines_of_figure, edition.watched, name)
        return edition.results.of(f"lines {name} {edition.language}", make)

    return AtHand(edition.site.observations, made)


def _lines_of_figure(edition: Edition, name: str) -> Sequence[tuple[str, ...]]:
    return [
        tuple(row.get(column.key, "") for column in ALL_COLUMNS)
        for row in _rows(edition, edition.site.observations[name])
    ]


def _rows(edition: Edition, observation: Observation) -> Iterator[ReadableRow]:
    """The cells of each line of a figure, by their columns."""
    figure = edition.figures[observation.id]
    texts = {printing.id: str(printing.text) for printing in figure.printings}
    for row in observation_rows(edition.assessment, [observation]):
        yield {
            **_codes(row, edition.language),
            **_words(edition, row, figure),
            "convention-words": _origin_of_bounds(edition, observation, row["id"]),
            "figure": texts[row["id"]],
            "url": public(edition, figure.address),
        }


def public(edition: Edition, address: str) -> str:
    """The whole address of a page where the site has one, else from the site's root."""
    return addresses.public(edition.site.settings.base_url, address) or address


def _codes(row: Mapping[str, Any], language: str) -> ReadableRow:
    """The cells of the exact row, of words those in the language."""
    told = {
        key: value.get(language, "") if isinstance(value, dict) else value
        for key, value in row.items()
    }
    return {key: value for key, value in told.items() if isinstance(value, str)}


def _words(edition: Edition, row: Mapping[str, Any], figure: FigureView) -> ReadableRow:
    """What is not in the exact row, or only as a code."""
    word = edition.presenter.interface_text
    printing = next(one for one in figure.printings if one.id == row["id"])
    return {
        "relation-words": word(f"relation-{_relation(row)}"),
        "when": printing.when,
        "compared-words": figure.compared_with,
        "status-words": figure.status_label,
        "dataset_title": figure.dataset_title,
        "evidence-words": "" if figure.is_derived else printing.evidence_label,
        "publication": "" if figure.is_derived else printing.source.publication,
        "producer": "" if figure.is_derived else printing.source.producer,
        "published-words": _published(edition, row["source"]),
    }


def _relation(row: Mapping[str, Any]) -> str:
    """How the true number stands to the printed one; 6500余 is more than that, yet bounded."""
    relation = Relation(row["relation"])
    if relation is Relation.MORE and row["high"] is not None:
        return "more-and-bounded"
    return relation.name.lower().replace("_", "-")


def _origin_of_bounds(edition: Edition, observation: Observation, printing_id: str) -> str:
    printing = next(one for one in observation.printings if one.id == printing_id)
    origin = origin_of_bounds(edition.assessment, observation, printing)
    return edition.presenter.interface_text(f"bounds-by-{origin.value}")


def _published(edition: Edition, source_id: str | None) -> str:
    if source_id is None:
        return ""
    published = edition.site.sources[source_id].published
    return formatting.publication_date(published, edition.language)


def heading(edition: Edition, column: Column) -> str:
    """The name of a column."""
    return edition.presenter.interface_text(f"column-{column.key}")


def table(edition: Edition, selection: Selection) -> Iterator[list[str]]:
    """The lines of the table as CSV: words, and what finds a figure again.

    ``printed`` is in quotation marks, as are other cells that a spreadsheet would take for a date
    or a number.
    """
    columns = (*WORD_COLUMNS, *ADDRESSES)
    head = [heading(edition, column) for column in columns]
    told = lines(edition, selection.observations)
    # The columns of words and addresses are the first of a line.
    return chain([head], ([*map(_cell, columns, line)] for line in told))


def _cell(column: Column, text: str) -> str:
    if column.is_number or not text:
        return text
    return f"“{text}”" if column.key == "printed" or _MAY_BE_CONVERTED.fullmatch(text) else text


def datasets_of(selection: Selection) -> Sequence[str]:
    """The datasets of the figures, each once."""
    return tuple(dict.fromkeys(observation.dataset for observation in selection.observations))


def sources_of(edition: Edition, selection: Selection) -> Sequence[Source]:
    """The articles that print the figures, each once."""
    printed = dict.fromkeys(
        printing.source
        for observation in selection.observations
        if not observation.is_derived
        for printing in observation.printings
    )
    return tuple(edition.site.sources[name] for name in printed)
