"""Every id that content names exists, and everything content declares is named somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from statsite.expressions import Series
from statsite.hosts import host_fault, is_example
from statsite.model import (
    Dataset,
    Document,
    Indicator,
    Located,
    Observation,
    Printing,
    Reference,
    Revision,
    Rule,
    Site,
    Source,
    addresses_of,
    location_of,
)
from statsite.problems import Location, Problem, Severity, closest, did_you_mean
from statsite.prose import references
from statsite.rules.dependency_order import dependency_order

_KEYS_SHOWN = 6


def ids_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-id``: topics, sources, areas, figures and charts that are named but not
    declared.
    """
    yield from _topic_ids(site)
    yield from _area_ids(site)
    for observation in site.observations.values():
        yield from _observation_ids(site, observation)
    for entry in (entries[0] for entries in site.ignored.values() if entries):
        yield from _known(site, "source", entry.source.id, site.sources, entry.source.location)
    yield from _unit_ids(site)
    yield from _rule_ids(site)
    yield from _chart_ids(site)
    yield from _prose_ids(site)


def _topic_ids(site: Site) -> Iterator[Problem]:
    settings = site.settings
    for index, slug in enumerate(settings.topics):
        location = location_of(settings, f"topics.{index}")
        yield from _known(site, "topic", slug, site.topics, location)
    for dataset in site.datasets.values():
        if dataset.topic and dataset.topic not in settings.topics:
            yield _unlisted_topic(site, dataset, dataset.topic)


def _unlisted_topic(site: Site, dataset: Dataset, topic: str) -> Problem:
    hint = did_you_mean(topic, site.settings.topics) or "list it in `topics` of site.yaml"
    if topic in site.topics:
        hint = "add it to `topics` in site.yaml"
    message = f"there is no topic `{topic}` in site.yaml"
    return Problem("unknown-id", message, location_of(dataset, "topic"), hint)


def _unit_ids(site: Site) -> Iterator[Problem]:
    for unit in site.units.values():
        for part, _ in unit.one_is.powers if unit.one_is else ():
            yield from _known(site, "unit", part, site.units, location_of(unit, "one_is"))


def _rule_ids(site: Site) -> Iterator[Problem]:
    wholes = [indicator.part_of for indicator in site.indicators.values() if indicator.part_of]
    measured = [one for measure in site.measures.values() for one in measure.indicators]
    for named in (*wholes, *measured):
        yield from _known_indicator(site, named)
    for rule in site.rules.values():
        yield from _ids_of_rule(site, rule)


def _ids_of_rule(site: Site, rule: Rule) -> Iterator[Problem]:
    """What a rule names and is not there: its figures, the one it defines, its indicator."""
    yield from _known_figures(site, rule.figures)
    if rule.defines:
        yield from _known_figures(site, (rule.defines,))
    if isinstance(rule.formula, Series):
        place = rule.place(rule.formula.at)
        yield from _known_indicator(site, Reference(rule.formula.indicator, place))


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


def _area_ids(site: Site) -> Iterator[Problem]:
    for area in site.areas.values():
        if area.part_of:
            yield from _known(site, "area", area.part_of, site.areas, location_of(area, "part_of"))


def _observation_ids(site: Site, observation: Observation) -> Iterator[Problem]:
    yield from _known(site, "area", observation.area, site.areas, location_of(observation, "area"))
    if observation.is_derived:
        return
    said_by: list[Observation | Printing | Revision] = [observation]
    said_by += [*observation.also, *observation.revisions]
    for said in said_by:
        place = location_of(said, "source")
        yield from _known(site, "source", said.source, site.sources, place)
    for revision in observation.revisions:
        yield from _earlier_unit(site, revision)


def _earlier_unit(site: Site, revision: Revision) -> Iterator[Problem]:
    """That the unit of a revision is not there."""
    if revision.unit:
        place = location_of(revision, "unit")
        yield from _known(site, "unit", revision.unit, site.units, place)


def _chart_ids(site: Site) -> Iterator[Problem]:
    for chart in site.charts.values():
        lines = (one for one in (chart.total, chart.reference) if one)
        yield from _known_figures(site, [*chart.data, *chart.breaks, *lines])
        for language, text in chart.finding.items():
            location = location_of(chart, f"finding.{language}")
            named = (Reference(one.id, location) for one in references(text) if one.is_figure)
            yield from _known_figures(site, named)


def _prose_ids(site: Site) -> Iterator[Problem]:
    for prose in (*site.topics.values(), *site.pages.values()):
        for document in prose.documents.values():
            yield from _known_figures(site, document.leads)
            yield from _ids_in_body(site, document)


def _ids_in_body(site: Site, document: Document) -> Iterator[Problem]:
    """The figures and charts that a text refers to and are not there."""
    charts = {*site.charts, *site.withdrawn_charts}
    for found in references(document.body):
        known = site.observations if found.is_figure else charts
        line = document.body_line + found.line - 1
        location = Location(document.location.path, line, found.column)
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
    if close := closest(name, site.observations):
        return f"did you mean `{close}`?"
    if not dot:
        return "write `dataset.indicator` or `dataset.indicator@key`"
    return f"there is no dataset `{dataset}` either; {did_you_mean(dataset, site.datasets)}"


def _keys_hint(indicator: Indicator) -> str:
    keys = [o.key for o in indicator.observations]
    named = [f"`@{key}`" for key in keys if key]
    listed = f"{', '.join(named[:_KEYS_SHOWN])}{', …' if len(named) > _KEYS_SHOWN else ''}"
    bare = f"write `{indicator.id}` without a key" if None in keys else ""
    if bare:
        return f"{bare}, or with {listed}" if named else bare
    return f"`{indicator.id}` has the keys {listed}" if named else ""


def is_unread(site: Site, what: str, name: str) -> bool:
    """Whether the thing may be declared but could not be read, which is reported where it is."""
    return site.lost.holds(what, name)


def addresses_are_public(site: Site) -> Iterator[Problem]:
    """``link-host``: a source, the terms of use or the place for reports at a host or address of a
    private network, or at a host that looks like another. Hosts kept for examples may stand there,
    for a site that is tried out.
    """
    hint = "give the address at which every reader finds it"
    for thing, field, host in _hosts(site):
        if host and not is_example(host) and (fault := host_fault(host)):
            yield Problem("link-host", fault, location_of(thing, field), hint)


def _hosts(site: Site) -> Iterator[tuple[Located, str, str | None]]:
    """Every host that the site leads readers to outside its prose, with what names it and where."""
    for source in site.sources.values():
        for field, url in addresses_of(source):
            yield source, field, urlsplit(url).hostname
    settings = site.settings
    if settings.data_licence:
        yield settings, "data_licence.url", urlsplit(settings.data_licence.url).hostname
    if settings.report:
        mailbox, _, domain = settings.report.rpartition("@")
        is_mail = mailbox and "/" not in mailbox
        yield settings, "report", domain if is_mail else urlsplit(settings.report).hostname


def nothing_is_part_of_itself(site: Site) -> Iterator[Problem]:
    """``part-circular``: an area, or an indicator, that is part of itself, over others
    or at once.
    """
    areas = {a.id: [a.part_of] if a.part_of else [] for a in site.areas.values()}
    indicators = {i.id: [i.part_of.id] if i.part_of else [] for i in site.indicators.values()}
    for name in dependency_order(areas).circular:
        yield _part_of_itself("area", name, site.areas[name])
    for name in dependency_order(indicators).circular:
        yield _part_of_itself("indicator", name, site.indicators[name])


def _part_of_itself(what: str, name: str, thing: Located) -> Problem:
    message = f"{what} `{name}` is part of itself"
    hint = "name what it lies in, or leave `part_of` out"
    return Problem("part-circular", message, location_of(thing, "part_of"), hint)


def ids_are_used(site: Site) -> Iterator[Problem]:
    """``unused-id``: sources without a figure and without a word why, areas, units and topics that
    nothing names; ``source-has-figures``: a word why there are none where there are.
    """
    cited = _cited(site)
    for source in site.sources.values():
        if source.without_figures and source.id in cited:
            yield _has_figures(source)
    for name, problem in _unused_ids(site, cited):
        if not site.lost.may_name(name):
            yield problem
    for slug, topic in site.topics.items():
        if slug not in site.settings.topics:
            message = f"topic `{slug}` is not in the list of topics"
            hint = "add it to `topics` in site.yaml"
            yield Problem("unused-id", message, topic.location, hint, Severity.WARNING)


def _has_figures(source: Source) -> Problem:
    message = f"`{source.id}` says it has no figures, but figures are taken from it"
    location = location_of(source, "without_figures")
    return Problem("source-has-figures", message, location, "remove `without_figures`")


def _unused_ids(site: Site, cited: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Each id that nothing readable names, with its problem."""
    hint = "take a figure from it, say why there is none in `without_figures`, or remove it"
    for source in site.sources.values():
        if source.id not in cited and not source.without_figures:
            yield source.id, _unused("source", source.id, source, hint)
    yield from _unnamed("area", site.areas, _named_areas(site))
    yield from _unnamed("unit", site.units, _named_units(site))


def _unnamed(
    what: str, declared: Mapping[str, Located], named: Collection[str]
) -> Iterator[tuple[str, Problem]]:
    for name, thing in declared.items():
        if name not in named:
            yield name, _unused(what, name, thing)


def _cited(site: Site) -> set[str]:
    """The sources that figures are, or were, taken from."""
    observations = site.observations.values()
    printed = {printing.source for one in observations for printing in one.printings}
    return printed | {revision.source for one in observations for revision in one.revisions}


def _named_areas(site: Site) -> set[str]:
    wholes = {area.part_of for area in site.areas.values() if area.part_of}
    return wholes | {observation.area for observation in site.observations.values()}


def _named_units(site: Site) -> set[str]:
    defining = {part for u in site.units.values() if u.one_is for part, _ in u.one_is.powers}
    former = {r.unit for o in site.observations.values() for r in o.revisions if r.unit}
    return defining | former | {indicator.unit for indicator in site.indicators.values()}


def _unused(what: str, name: str, thing: Located, hint: str = "remove it") -> Problem:
    return Problem(
        "unused-id", f"nothing uses {what} `{name}`", thing.location, hint, Severity.WARNING
    )
