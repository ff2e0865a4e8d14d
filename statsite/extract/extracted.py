"""Extraction: the quantities of an article, each with its place in the text and what governs it, and their JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from statsite.extract.article import ArticleText, prepare
from statsite.extract.circumstances import Circumstances, circumstances
from statsite.extract.finder import Candidate, candidates, with_shared_units
from statsite.extract.judging import is_quantity
from statsite.extract.nouns import noun_of
from statsite.extract.places import places_of
from statsite.periods import TimePeriod
from statsite.quantity import Quantity

#: What may be unsure, as the JSON calls it.
_FIELD_NAMES = {"period": "time_period", "status": "status"}


@dataclass(frozen=True, slots=True)
class Extracted:
    """A quantity of an article.

    ``start`` and ``end`` are offsets into the text as given. ``unit`` is the unit word printed, without 万 or 亿, or empty. ``period`` is None
    where the text names none; ``area`` and ``noun`` are the article's words, empty where none stand near. ``unsure`` names what an editor should
    look at twice: ``period``, ``status``.
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


#: A value of a field, but for its places.
_Value = str | tuple[str, ...] | None


def extract_text(text: str) -> tuple[Extracted, ...]:
    """Every quantity in ``text``, one article or several, in the order in which they are printed."""
    article = prepare(text)
    figures = with_shared_units([candidate for candidate in candidates(article.plain) if is_quantity(candidate)])
    told = circumstances(article, figures)
    areas = places_of(article, [figure.start for figure in figures])
    return tuple([_extracted(article, figure, one, area) for figure, one, area in zip(figures, told, areas, strict=True)])


def as_json(quantities: Sequence[Extracted]) -> str:
    """The quantities as JSON text: ``{"quantities": [...]}``, numbers as decimal text, null for what is open or unknown.

    ``unsure`` lists the fields that rest on weak grounds.
    """
    of_quantities: dict[int, str] = {}
    told = ",\n".join([_object(one, of_quantities) for one in quantities])
    return '{\n "quantities": [' + (f"\n{told}\n ]" if told else "]") + "\n}"


def _object(found: Extracted, of_quantities: dict[int, str]) -> str:
    """A quantity as indented JSON; ``of_quantities`` holds what is written of each that several figures share, by its identity."""
    number = of_quantities.get(id(found.quantity))
    if number is None:
        number = of_quantities[id(found.quantity)] = _lines(_of_quantity(found.quantity))
    where = f'   "printed": {_written(found.printed)},\n   "start": {found.start},\n   "end": {found.end}'
    return f"  {{\n{where},\n{number},\n{_lines(_of_circumstances(found))}\n  }}"


def _lines(fields: Iterable[tuple[str, _Value]]) -> str:
    return ",\n".join([f'   "{name}": {_written(value)}' for name, value in fields])


@lru_cache(maxsize=4096)
def _written(value: _Value) -> str:
    """A field's value as indented JSON, which takes ``json`` long to write: the same values come again and again."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n   ")


def _of_quantity(quantity: Quantity) -> Iterator[tuple[str, _Value]]:
    yield "relation", quantity.relation.value
    for name, number in (("value", quantity.value), ("low", quantity.low), ("high", quantity.high)):
        yield name, quantity.decimal_text(number)
    precision = quantity.precision
    yield "precision", None if precision is None else quantity.decimal_text(precision)


def _of_circumstances(found: Extracted) -> Iterator[tuple[str, _Value]]:
    yield from (("unit", found.unit), ("time_period", str(found.period) if found.period else None), ("status", found.status))
    yield "unsure", tuple([_FIELD_NAMES[name] for name in found.unsure])


def _extracted(article: ArticleText, figure: Candidate, told: Circumstances, area: str) -> Extracted:
    start, end = figure.start, figure.end
    return Extracted(
        article.shown[start:end],
        article.starts[start],
        article.ends[end - 1],
        figure.quantity,
        article.shown[figure.unit_place[0] : figure.unit_place[1]] if figure.unit_place else figure.unit,
        told.period,
        told.status,
        area,
        noun_of(article.plain, start, end),
        tuple([name for name, is_sure in (("period", told.is_period_sure), ("status", told.is_status_sure)) if not is_sure]),
    )
