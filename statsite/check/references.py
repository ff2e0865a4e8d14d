"""Every id that content names exists, and everything content declares is named somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from statsite.model import Observation, Placed, Reference, Site, place_of
from statsite.problems import Location, Problem, Severity, did_you_mean
from statsite.prose import references


def ids_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-id``: topics, sources, areas, figures and charts that are named but not declared."""
    settings = site.settings
    for index, slug in enumerate(settings.topics):
        yield from _known("topic", slug, site.topics, place_of(settings, f"topics.{index}"))
    for area in site.areas.values():
        if area.part_of:
            yield from _known("area", area.part_of, site.areas, place_of(area, "part_of"))
    for dataset in site.datasets.values():
        if dataset.topic:
            yield from _known("topic", dataset.topic, settings.topics, place_of(dataset, "topic"))
    for observation in site.observations.values():
        yield from _observation_ids(site, observation)
    yield from _chart_ids(site)
    yield from _prose_ids(site)


def _observation_ids(site: Site, observation: Observation) -> Iterator[Problem]:
    yield from _known("area", observation.area, site.areas, place_of(observation, "area"))
    yield from _known("source", observation.source, site.sources, place_of(observation, "source"))
    for index, printing in enumerate(observation.also):
        yield from _known("source", printing.source, site.sources, place_of(observation, f"also.{index}.source"))


def _chart_ids(site: Site) -> Iterator[Problem]:
    for chart in site.charts.values():
        named = [*chart.data, *(r for r in (chart.total, chart.reference) if r)]
        yield from _known_figures(site, named)
        for language, text in chart.finding.items():
            where = chart.finding_where.get(language, chart.where)
            yield from _known_figures(site, (Reference(r.id, where) for r in references(text)))


def _prose_ids(site: Site) -> Iterator[Problem]:
    for prose in (*site.topics.values(), *site.pages.values()):
        for document in prose.documents.values():
            yield from _known_figures(site, document.leads)
            for found in references(document.body):
                where = Location(document.where.path, document.body_line + found.line - 1, found.column)
                known: Collection[str] = site.charts if found.kind == "chart" else site.observations
                yield from _known(found.kind, found.id, known, where)


def _known_figures(site: Site, named: Iterable[Reference]) -> Iterator[Problem]:
    for reference in named:
        yield from _known("figure", reference.id, site.observations, reference.where)


def _known(what: str, name: str, known: Collection[str], where: Location) -> Iterator[Problem]:
    if name not in known:
        yield Problem("unknown-id", f"there is no {what} `{name}`", where, did_you_mean(name, known))


def ids_are_used(site: Site) -> Iterator[Problem]:
    """``unused-id``: sources without a figure and without a word why, areas, units and topics that nothing names."""
    observations = site.observations.values()
    sources = {p.source for o in observations for p in o.printings}
    areas = {o.area for o in observations} | {a.part_of for a in site.areas.values() if a.part_of}
    units = {i.unit for i in site.indicators.values()}
    for source in site.sources.values():
        if source.id not in sources and not source.without_figures:
            yield _unused("source", source.id, source, "say why in `without_figures`, or remove it")
        if source.id in sources and source.without_figures:
            where = place_of(source, "without_figures")
            yield Problem(
                "source-has-figures", f"`{source.id}` says it has no figures, but figures are taken from it", where, "remove `without_figures`"
            )
    yield from (_unused("area", a.id, a) for a in site.areas.values() if a.id not in areas)
    yield from (_unused("unit", u.id, u) for u in site.units.values() if u.id not in units)
    for slug, topic in site.topics.items():
        if slug not in site.settings.topics:
            message = f"topic `{slug}` is not in the list of topics"
            yield Problem("unused-id", message, topic.where, "add it to `topics` in site.yaml", Severity.WARNING)


def _unused(what: str, name: str, thing: Placed, hint: str = "remove it") -> Problem:
    return Problem("unused-id", f"nothing uses {what} `{name}`", thing.where, hint, Severity.WARNING)
