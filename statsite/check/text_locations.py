"""Where the words that a chart shows were written: its own, and those of the figures, areas, units
and sources that it draws.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import ChartRequest, LocalisedText, Located, Site, location_of
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


def _words(site: Site, request: ChartRequest) -> Iterator[tuple[Located, str, LocalisedText]]:
    """Every text that a chart may show, the chart's own first, with what holds it and its key."""
    own = (
        ("title", request.title),
        ("finding", request.finding),
        ("note", request.note),
        ("hundred", request.hundred),
    )
    yield from ((request, key, words) for key, words in own)
    yield from (
        (request, f"data.{index}.label", request.labels.get(r.id, {}))
        for index, r in enumerate(request.data)
    )
    for named in (*request.data, *(r for r in (request.total, request.reference) if r is not None)):
        observation = site.observations[named.id]
        indicator, area, unit = (
            site.indicators[observation.indicator],
            site.areas[observation.area],
            site.units[observation.unit],
        )
        yield from ((indicator, "title", indicator.title), (area, "title", area.title))
        yield unit, "", {language: " ".join(label.texts) for language, label in unit.label.items()}
        source = site.sources[observation.source]
        yield source, "publication", source.publication
    yield site.settings, "title", site.settings.title
