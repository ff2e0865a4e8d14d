"""Extraction: the quantities of an article, each with its place in the text and what governs it, and their JSON."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statsite.extract.article import ArticleText, prepare
from statsite.extract.finder import Candidate, candidates
from statsite.extract.judging import is_quantity
from statsite.extract.moments import TimeMention, time_mentions
from statsite.extract.nouns import noun_of
from statsite.extract.places import PlaceMention, name_of, place_mentions
from statsite.extract.standing import status_of, still_ahead
from statsite.periods import TimePeriod
from statsite.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Extracted:
    """A quantity of an article.

    ``start`` and ``end`` are offsets into the text as given. ``unit`` is the unit word printed, without 万 or 亿, or empty. ``period`` is None
    where the text names none; ``area`` and ``noun`` are the article's words, empty where none stand near.
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


def extract_text(text: str) -> tuple[Extracted, ...]:
    """Every quantity in ``text``, one article or several, in the order in which they are printed."""
    article = prepare(text)
    times = list(time_mentions(article.plain))
    places = list(place_mentions(article.plain))
    found = [candidate for candidate in candidates(article.plain) if is_quantity(candidate)]
    return tuple(_extracted(article, candidate, times, places) for candidate in found)


def as_json(quantities: Iterable[Extracted]) -> str:
    """The quantities as JSON text: ``{"quantities": [...]}``, numbers as decimal text, null for what is open or unknown."""
    return json.dumps({"quantities": [dict(_fields(quantity)) for quantity in quantities]}, ensure_ascii=False, indent=1)


def _fields(found: Extracted) -> Iterator[tuple[str, object]]:
    quantity = found.quantity
    yield from (("printed", found.printed), ("start", found.start), ("end", found.end), ("relation", quantity.relation.value))
    for name, number in (("value", quantity.value), ("low", quantity.low), ("high", quantity.high)):
        yield name, quantity.decimal_text(number)
    precision = quantity.precision
    yield "precision", None if precision is None else quantity.decimal_text(precision)
    yield from (("unit", found.unit), ("time_period", found.period and str(found.period)), ("status", found.status))


def _extracted(article: ArticleText, candidate: Candidate, times: list[TimeMention], places: list[PlaceMention]) -> Extracted:
    start, end = candidate.start, candidate.end
    printed = article.shown[start:end]
    paragraph = article.paragraph_starts[bisect_right(article.paragraph_starts, start) - 1]
    time = _governing(times, paragraph, start)
    earlier = places[: bisect_right(places, start, key=lambda mention: mention.start)]
    return Extracted(
        printed,
        article.starts[start],
        article.ends[end - 1],
        candidate.quantity,
        candidate.unit,
        time.period if time else None,
        status_of(article.plain, start, printed, looks_ahead=time is not None and time.ahead and still_ahead(article.plain[time.end : start])),
        name_of(earlier[-1], earlier) if earlier and earlier[-1].start >= paragraph else "",
        noun_of(article.plain, start, end),
    )


def _governing(times: list[TimeMention], paragraph: int, start: int) -> TimeMention | None:
    """The time that governs a figure at ``start``: the last one named before it in its paragraph that is no base of a comparison."""
    for mention in reversed(times[: bisect_right(times, start, key=lambda mention: mention.start)]):
        if mention.start < paragraph:
            return None
        if not mention.is_base and (mention.until is None or start < mention.until):
            return mention
    return None
