"""Where words of editors were written: those of a thing by their fields, and those that a chart
shows, its own and those of the figures, areas, units and sources that it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from statsite.model import (
    Area,
    ChartRequest,
    Indicator,
    LocalisedText,
    Located,
    Observation,
    Site,
    Source,
    Unit,
    location_of,
)
from statsite.problems import Location

_T = TypeVar("_T")

#: A text by language, with what holds it and its field.
Words = tuple[Located, str, LocalisedText]


def located_texts(thing: Located, **texts: LocalisedText) -> Iterator[Words]:
    """Texts of one thing by their fields."""
    for key, words in texts.items():
        yield thing, key, words


def of_each(words: Callable[[_T], Iterator[Words]], things: Mapping[str, _T]) -> Iterator[Words]:
    """The ``words`` of one thing after the other."""
    for thing in things.values():
        yield from words(thing)


def location_of_character(site: Site, chart: str, language: str, character: str) -> Location:
    """Where an editor wrote ``character``, which a chart shows in ``language``; where the chart
    begins if no content holds it.
    """
    request = site.charts[chart]
    for thing, key, words in _words(site, request):
        if character in words.get(language, ""):
            return site.place_of_text(character, location_of(thing, f"{key}.{language}"))
    return request.location


def _words(site: Site, request: ChartRequest) -> Iterator[Words]:
    """Every text that a chart may show, the chart's own first."""
    yield from _words_of_chart(request)
    for drawn in request.drawn:
        yield from _words_of_figure(site, site.observations[drawn.id])
    yield from located_texts(site.settings, title=site.settings.title)


def _words_of_chart(request: ChartRequest) -> Iterator[Words]:
    yield from located_texts(
        request,
        title=request.title,
        finding=request.finding,
        note=request.note,
        hundred=request.hundred,
    )
    yield from labels_of(request)


def labels_of(request: ChartRequest) -> Iterator[Words]:
    """The labels that a chart gives its figures."""
    for index, figure in enumerate(request.data):
        yield request, f"data.{index}.label", request.labels.get(figure.id, {})


def _words_of_figure(site: Site, figure: Observation) -> Iterator[Words]:
    """The words of what a figure is about, is counted in and was taken from."""
    yield from _words_of_title(site.indicators[figure.indicator])
    yield from _words_of_title(site.areas[figure.area])
    yield _words_of_unit(site.units[figure.unit])
    yield from _words_of_publication(site.sources[figure.source])


def _words_of_title(thing: Indicator | Area) -> Iterator[Words]:
    return located_texts(thing, title=thing.title)


def _words_of_publication(source: Source) -> Iterator[Words]:
    return located_texts(source, publication=source.publication)


def _words_of_unit(unit: Unit) -> Words:
    return unit, "", {language: " ".join(label.texts) for language, label in unit.label.items()}
