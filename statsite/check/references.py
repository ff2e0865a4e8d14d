"""Every id that content names exists, and everything content declares is named somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

from statsite.expressions import Series
from statsite.hosts import host_fault, is_reserved
from statsite.model import Indicator, Located, Observation, Reference, Site, location_of
from statsite.problems import Location, Problem, Severity, closest, did_you_mean
from statsite.prose import references
from statsite.rules.dependency_order import dependency_order

_KEYS_SHOWN = 6


def ids_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-id``: topics, sources, areas, figures and charts that are named but not
    declared.
    """
    settings = site.settings
    for index, slug in enumerate(settings.topics):
        yield from _known(
            site, "topic", slug, site.topics, location_of(settings, f"topics.{index}")
        )
    for area in site.areas.values():
        if area.part_of:
            yield from _known(site, "area", area.part_of, site.areas, location_of(area, "part_of"))
    for dataset in site.datasets.values():
        if dataset.topic and dataset.topic not in settings.topics:
            hint = (
                "add it to `topics` in site.yaml"
                if dataset.topic in site.topics
                else did_you_mean(dataset.topic, settings.topics)
            )
            message = f"there is no topic `{dataset.topic}` in site.yaml"
            yield Problem(
                "unknown-id",
                message,
                location_of(dataset, "topic"),
                hint or "list it in `topics` of site.yaml",
            )
    for observation in site.observations.values():
        yield from _observation_ids(site, observation)
    for entry in (entries[0] for entries in site.ignored.values() if entries):
        yield from _known(site, "source", entry.source.id, site.sources, entry.source.location)
    for unit in site.units.values():
        for part, _ in unit.one_is.powers if unit.one_is else ():
            yield from _known(site, "unit", part, site.units, location_of(unit, "one_is"))
    yield from _rule_ids(site)
    yield from _chart_ids(site)
    yield from _prose_ids(site)


def _rule_ids(site: Site) -> Iterator[Problem]:
    wholes = [indicator.part_of for indicator in site.indicators.values() if indicator.part_of]
    for named in (
        *wholes,
        *(one for measure in site.measures.values() for one in measure.indicators),
    ):
        yield from _known_indicator(site, named)
    for rule in site.rules.values():
        yield from _known_figures(site, [*rule.figures, *([rule.defines] if rule.defines else [])])
        if isinstance(rule.formula, Series):
            yield from _known_indicator(
                site, Reference(rule.formula.indicator, rule.place(rule.formula.at))
            )


def _known_indicator(site: Site, named: Reference) -> Iterator[Problem]:
    lost = {name.partition("@")[0] for what, name in site.lost.ids if what == "figure"}
    if (
        named.id not in site.indicators
        and named.id not in lost
        and not site.lost.holds("figure", named.id)
    ):
        yield Problem(
            "unknown-id",
            f"there is no indicator `{named.id}`",
            named.location,
            did_you_mean(named.id, site.indicators),
        )


def _observation_ids(site: Site, observation: Observation) -> Iterator[Problem]:
    yield from _known(site, "area", observation.area, site.areas, location_of(observation, "area"))
    if observation.is_derived:
        return
    yield from _known(
        site, "source", observation.source, site.sources, location_of(observation, "source")
    )
    for printing in observation.also:
        yield from _known(
            site, "source", printing.source, site.sources, location_of(printing, "source")
        )
    for revision in observation.revisions:
        yield from _known(
            site, "source", revision.source, site.sources, location_of(revision, "source")
        )
        if revision.unit:
            yield from _known(
                site, "unit", revision.unit, site.units, location_of(revision, "unit")
            )


def _chart_ids(site: Site) -> Iterator[Problem]:
    for chart in site.charts.values():
        yield from _known_figures(
            site, [*chart.data, *chart.breaks, *(r for r in (chart.total, chart.reference) if r)]
        )
        for language, text in chart.finding.items():
            location = location_of(chart, f"finding.{language}")
            yield from _known_figures(
                site, (Reference(r.id, location) for r in references(text) if r.kind == "figure")
            )


def _prose_ids(site: Site) -> Iterator[Problem]:
    for prose in (*site.topics.values(), *site.pages.values()):
        for document in prose.documents.values():
            yield from _known_figures(site, document.leads)
            for found in references(document.body):
                location = Location(
                    document.location.path, document.body_line + found.line - 1, found.column
                )
                known: Collection[str] = (
                    {**site.charts, **site.withdrawn_charts}
                    if found.kind == "chart"
                    else site.observations
                )
                yield from _known(site, found.kind, found.id, known, location)


def _known_figures(site: Site, named: Iterable[Reference]) -> Iterator[Problem]:
    for reference in named:
        yield from _known(site, "figure", reference.id, site.observations, reference.location)


def _known(
    site: Site, what: str, name: str, known: Collection[str], location: Location
) -> Iterator[Problem]:
    if name not in known and not is_unread(site, what, name):
        yield Problem(
            "unknown-id", f"there is no {what} `{name}`", location, _hint(site, what, name, known)
        )


def _hint(site: Site, what: str, name: str, known: Collection[str]) -> str:
    if what == "topic" and not closest(name, known):
        paths = [f"content/topics/{name}/{language}.md" for language in site.settings.languages]
        return f"write {' and '.join(paths)}"
    return _figure_hint(site, name) if what == "figure" else did_you_mean(name, known)


def _figure_hint(site: Site, name: str) -> str:
    """What a figure's id was probably meant to be, as far as its parts are known."""
    indicator, _, _ = name.partition("@")
    dataset, dot, _ = indicator.partition(".")
    if indicator in site.indicators:
        return _keys_hint(site.indicators[indicator])
    if dot and dataset in site.datasets:
        return did_you_mean(name, [o.id for o in site.observations_of(site.datasets[dataset])])
    close = closest(name, site.observations)
    if close or not dot:
        return (
            f"did you mean `{close}`?"
            if close
            else "write `dataset.indicator` or `dataset.indicator@key`"
        )
    return f"there is no dataset `{dataset}` either; {did_you_mean(dataset, site.datasets)}"


def _keys_hint(indicator: Indicator) -> str:
    keys = [o.key for o in indicator.observations]
    named = [f"`@{key}`" for key in keys if key]
    listed = f"{', '.join(named[:_KEYS_SHOWN])}{', …' if len(named) > _KEYS_SHOWN else ''}"
    bare = f"write `{indicator.id}` without a key" if None in keys else ""
    return (
        f"{bare}{', or with' if bare else f'`{indicator.id}` has the keys'} {listed}"
        if named
        else bare
    )


def is_unread(site: Site, what: str, name: str) -> bool:
    """Whether the thing may be declared but could not be read, which is reported where it is."""
    return site.lost.holds(what, name)


def sources_are_reached(site: Site) -> Iterator[Problem]:
    """``link-host``: a source at an address of a private network, or at a host that looks like
    another.
    """
    for source in site.sources.values():
        host = urlsplit(source.url).hostname if source.url else None
        if host and not is_reserved(host) and (fault := host_fault(host)):
            yield Problem(
                "link-host",
                fault,
                location_of(source, "url"),
                "give the address at which every reader finds it",
            )


def nothing_is_part_of_itself(site: Site) -> Iterator[Problem]:
    """``part-circular``: an area, or an indicator, that is part of itself, over others
    or at once.
    """
    areas = {a.id: [a.part_of] if a.part_of else [] for a in site.areas.values()}
    indicators = {i.id: [i.part_of.id] if i.part_of else [] for i in site.indicators.values()}
    hint = "name what it lies in, or leave `part_of` out"
    for name in dependency_order(areas).circular:
        yield Problem(
            "part-circular",
            f"area `{name}` is part of itself",
            location_of(site.areas[name], "part_of"),
            hint,
        )
    for name in dependency_order(indicators).circular:
        yield Problem(
            "part-circular",
            f"indicator `{name}` is part of itself",
            location_of(site.indicators[name], "part_of"),
            hint,
        )


def ids_are_used(site: Site) -> Iterator[Problem]:
    """``unused-id``: sources without a figure and without a word why, areas, units and topics that
    nothing names.
    """
    cited = {p.source for o in site.observations.values() for p in o.printings}
    cited |= {r.source for o in site.observations.values() for r in o.revisions}
    for source in site.sources.values():
        if source.without_figures and source.id in cited:
            message = f"`{source.id}` says it has no figures, but figures are taken from it"
            yield Problem(
                "source-has-figures",
                message,
                location_of(source, "without_figures"),
                "remove `without_figures`",
            )
    yield from (
        problem for name, problem in _unused_ids(site, cited) if not site.lost.may_name(name)
    )
    for slug, topic in site.topics.items():
        if slug not in site.settings.topics:
            message = f"topic `{slug}` is not in the list of topics"
            yield Problem(
                "unused-id",
                message,
                topic.location,
                "add it to `topics` in site.yaml",
                Severity.WARNING,
            )


def _unused_ids(site: Site, cited: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Each id that nothing readable names, with its problem."""
    observations = site.observations.values()
    areas = {o.area for o in observations} | {a.part_of for a in site.areas.values() if a.part_of}
    units = (
        {i.unit for i in site.indicators.values()}
        | {r.unit for o in observations for r in o.revisions if r.unit}
        | {part for u in site.units.values() if u.one_is for part, _ in u.one_is.powers}
    )
    hint = "take a figure from it, say why there is none in `without_figures`, or remove it"
    yield from (
        (s.id, _unused("source", s.id, s, hint))
        for s in site.sources.values()
        if s.id not in cited and not s.without_figures
    )
    yield from ((a.id, _unused("area", a.id, a)) for a in site.areas.values() if a.id not in areas)
    yield from ((u.id, _unused("unit", u.id, u)) for u in site.units.values() if u.id not in units)


def _unused(what: str, name: str, thing: Located, hint: str = "remove it") -> Problem:
    return Problem(
        "unused-id", f"nothing uses {what} `{name}`", thing.location, hint, Severity.WARNING
    )
