"""Extraction: the quantities of an article, each with its place in the text and what governs it, and their JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statsite.extract.article import ArticleText, prepare
from statsite.extract.finder import Candidate, candidates
from statsite.extract.governing import Governed, governed
from statsite.extract.judging import is_quantity, is_still_to_pass
from statsite.extract.nouns import noun_of
from statsite.extract.places import places_of
from statsite.extract.reporting import Report
from statsite.extract.standing import ESTIMATE, OBSERVED, PLAN, STANDARD, TARGET, Standing, TimeSaid, standing_of
from statsite.extract.timeline import timeline
from statsite.periods import TimePeriod
from statsite.quantity import Quantity


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


def extract_text(text: str) -> tuple[Extracted, ...]:
    """Every quantity in ``text``, one article or several, in the order in which they are printed."""
    article = prepare(text)
    figures = [candidate for candidate in candidates(article.plain) if is_quantity(candidate)]
    report, mentions = timeline(article)
    times = list(governed(article, mentions, figures))
    areas = list(places_of(article, [figure.start for figure in figures]))
    found = [_extracted(article, figure, time, area, report) for figure, time, area in zip(figures, times, areas, strict=True)]
    return tuple(found)


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


def _extracted(article: ArticleText, figure: Candidate, time: Governed, area: str, report: Report) -> Extracted:
    start, end = figure.start, figure.end
    standing = _standing(article, figure, time, report)
    period, is_sure = _period(figure, time, standing)
    return Extracted(
        article.shown[start:end],
        article.starts[start],
        article.ends[end - 1],
        figure.quantity,
        figure.unit,
        period,
        standing.status,
        area,
        noun_of(article.plain, start, end),
        tuple([name for name, sure in (("period", is_sure), ("status", standing.is_sure)) if not sure]),
    )


def _standing(article: ArticleText, figure: Candidate, time: Governed, report: Report) -> Standing:
    """The figure's status as its sentence gives it, and the time it is about."""
    last = time.period and (time.period.end or time.period.start)
    said = TimeSaid(time.mention.start, report.lies_behind(last), time.mention.ahead) if time.mention and last else None
    standing = standing_of(article.plain, figure.start, figure.end, said)
    if standing.status == OBSERVED and last and report.lies_ahead(last):
        return Standing(TARGET, is_sure=False)
    return standing


def _period(figure: Candidate, time: Governed, standing: Standing) -> tuple[TimePeriod | None, bool]:
    """The figure's period: a rule has none, nor has a length of time that is still to pass."""
    if standing.status == STANDARD or (standing.status in {PLAN, ESTIMATE} and is_still_to_pass(figure)):
        return None, standing.is_sure
    return time.period, time.is_sure
