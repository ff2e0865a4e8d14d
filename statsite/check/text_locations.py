"""Where the words that a chart shows were written: its own, and those of the figures, areas, units
and sources that it draws.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import ChartRequest, LocalisedText, Located, Observation, Site, location_of
from statsite.problems import Location


def location_of_character(site: Site, chart: str, language: str, character: str) -> Location:
    """Where an editor wrote ``character``, which a chart shows in ``language``; where the chart
    begins if no content holds it.
    """
    request = site.charts[chart]
    for thing, key, words in _words(site, request):
        if character in words.get(language, ""):
            return site.place_of_text(character, location_of(thing, f"{key}.{language}"))
    return request.location


#: A text with what holds it and its key.
_Words = tuple[Located, str, LocalisedText]


def _words(site: Site, request: ChartRequest) -> Iterator[_Words]:
    """Every text that a chart may show, the chart's own first."""
    yield from _words_of_chart(request)
    lines = (line for line in (request.total, request.reference) if line is not None)
    for figure in (*request.data, *lines):
        yield from _words_of_figure(site, site.observations[figure.id])
    yield site.settings, "title", site.settings.title


def _words_of_chart(request: ChartRequest) -> Iterator[_Words]:
    yield request, "title", request.title
    yield request, "finding", request.finding
    yield request, "note", request.note
    yield request, "hundred", request.hundred
    for index, figure in enumerate(request.data):
        yield request, f"data.{index}.label", request.labels.get(figure.id, {})


def _words_of_figure(site: Site, observation: Observation) -> Iterator[_Words]:
    """The words of what a figure is about, is counted in and was taken from."""
    indicator, area = site.indicators[observation.indicator], site.areas[observation.area]
    unit, source = site.units[observation.unit], site.sources[observation.source]
    yield indicator, "title", indicator.title
    yield area, "title", area.title
    yield unit, "", {language: " ".join(label.texts) for language, label in unit.label.items()}
    yield source, "publication", source.publication
