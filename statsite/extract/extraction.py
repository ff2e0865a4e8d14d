"""Extraction: the quantities of an article, each with its place in the text and what governs it,
and their JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct

from statsite.extract.article import ArticleText, prepare
from statsite.extract.attributes import figure_attributes
from statsite.extract.candidates import Candidate, candidates, with_shared_units
from statsite.extract.classify import is_quantity
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.mention import TimeMention
from statsite.extract.nouns import noun_of
from statsite.extract.origins import Origin
from statsite.extract.places import places_of
from statsite.periods import Moment, TimePeriod
from statsite.quantity import Quantity

#: What may be unsure, as the JSON calls it.
_FIELD_NAMES = {"period": "time_period", "status": "status"}


class ExtractedQuantity(Struct, frozen=True):
    """A quantity of an article.

    ``start`` and ``end`` are offsets into the text as given. ``unit`` is the unit word printed,
    without 万 or 亿, or empty. ``period`` is None where the text names none; ``area`` and ``noun``
    are the article's words, empty where none are near. ``unsure`` names what an editor should look
    at twice: ``period``, ``status``. ``quoted`` is what ``printed`` of a dataset wants where that
    is more: a list to its end, whose scale serves the quantity too. ``origin`` says where the
    period comes from, if there is one, and ``named_at`` where the text names it, as offsets.
    ``handed_on`` is the period of the text before a quantity that is taken to have none, which is
    what ``named_at`` names then.
    """

    printed: str
    start: int
    end: int
    quantity: Quantity
    unit: str
    period: TimePeriod | None
    status: str
    area: str
    noun: str
    unsure: tuple[str, ...] = ()
    quoted: str = ""
    origin: Origin | None = None
    named_at: tuple[int, int] | None = None
    handed_on: TimePeriod | None = None


def extract_text(text: str, published: Moment | None = None) -> tuple[ExtractedQuantity, ...]:
    """Every quantity in ``text``, one article or several, in the order in which they
    are printed; ``published`` is when the one article appeared, if that is known.
    """
    article = prepare(text)
    figures = with_shared_units(
        [candidate for candidate in candidates(article.plain) if is_quantity(candidate)]
    )
    told = figure_attributes(article, figures, published)
    areas = places_of(article, [figure.start for figure in figures])
    return tuple(
        [
            _extracted(article, figure, one, area)
            for figure, one, area in zip(figures, told, areas, strict=True)
        ]
    )


def quantities_as_json(quantities: Iterable[ExtractedQuantity]) -> str:
    """The quantities as JSON text, ``{"quantities": [...]}``, one a line: numbers as decimal text,
    null for what is open or unknown.

    ``unsure`` lists the fields that rest on weak grounds.
    """
    # Indented JSON is written by Python code, which takes long for a long article.
    rows = ",\n".join([json.dumps(_row(one), ensure_ascii=False) for one in quantities])
    return f'{{"quantities": [\n{rows}\n]}}'


def article_as_json_line(name: str, text: str) -> str:
    """The quantities of the article ``name`` as one line of JSON, ``{"file": name, "quantities":
    [...]}``, each as ``quantities_as_json`` has it.
    """
    rows = [_row(one) for one in extract_text(text)]
    return json.dumps({"file": name, "quantities": rows}, ensure_ascii=False)


def _row(found: ExtractedQuantity) -> dict[str, object]:
    quantity = found.quantity
    return {
        "printed": found.printed,
        "start": found.start,
        "end": found.end,
        "relation": quantity.relation.value,
        "value": quantity.decimal_text(quantity.value),
        "low": quantity.decimal_text(quantity.low),
        "high": quantity.decimal_text(quantity.high),
        "precision": quantity.decimal_text(quantity.precision),
        "unit": found.unit,
        "time_period": str(found.period) if found.period else None,
        "status": found.status,
        "unsure": [_FIELD_NAMES[name] for name in found.unsure],
    }


def _extracted(
    article: ArticleText, figure: Candidate, told: FigureAttributes, area: str
) -> ExtractedQuantity:
    start, end = figure.start, figure.end
    return ExtractedQuantity(
        article.shown[start:end],
        article.starts[start],
        article.ends[end - 1],
        figure.quantity,
        _unit_shown(article, figure),
        told.period,
        told.status,
        area,
        noun_of(article.plain, start, end),
        _unsure(told),
        article.shown[start : figure.listed_until] if figure.shared_scale else "",
        told.origin,
        _place_of(article, told.mention),
        told.handed_on,
    )


def _place_of(article: ArticleText, mention: TimeMention | None) -> tuple[int, int] | None:
    """Where a time is named in the text as given."""
    if mention is None:
        return None
    return article.starts[mention.start], article.ends[mention.end - 1]


def _unit_shown(article: ArticleText, figure: Candidate) -> str:
    """The unit word of a figure as it is printed."""
    if figure.unit_place is None:
        return figure.unit
    first, last = figure.unit_place
    return article.shown[first:last]


def _unsure(told: FigureAttributes) -> tuple[str, ...]:
    """The names of what an editor should look at twice."""
    is_sure = {"period": told.is_period_sure, "status": told.is_status_sure}
    return tuple([name for name in is_sure if not is_sure[name]])
