"""Every id that content names exists, and everything content declares is named somewhere."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar
from urllib.parse import urlsplit

from statsite.expressions import Series
from statsite.hosts import host_fault, is_example
from statsite.model import (
    ChartRequest,
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
from statsite.problems import Location, Problem, Severity, closest, did_you_mean, suggested
from statsite.prose import ProseReference, references
from statsite.rules.dependency_order import dependency_order

_KEYS_SHOWN = 6


def ids_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-id``: topics, sources, areas, figures and charts that are named but not
    declared.
    """
    for unknown in (
        _topic_ids,
        _area_ids,
        _observation_ids,
        _ignored_ids,
        _unit_ids,
        _rule_ids,
        _chart_ids,
        _prose_ids,
        _withdrawal_ids,
    ):
        yield from unknown(site)


def _observation_ids(site: Site) -> Iterator[Problem]:
    for observation in site.observations.values():
        yield from _ids_of_observation(site, observation)


def _ids_of_observation(site: Site, observation: Observation) -> Iterator[Problem]:
    yield from _known(site, "area", observation.area, site.areas, location_of(observation, "area"))
    if not observation.is_derived:
        yield from _known_ones(site, "source", _sources_of(observation), site.sources)
        yield from _known_ones(site, "unit", _earlier_units(observation), site.units)


def _sources_of(observation: Observation) -> Iterator[Reference]:
    """The sources that a figure names: its own, and those of other printings and of revisions."""
    yield _source_of(observation)
    yield from map(_source_of, observation.also)
    yield from map(_source_of, observation.revisions)


def _source_of(said: Observation | Printing | Revision) -> Reference:
    return Reference(said.source, location_of(said, "source"))


def _earlier_units(observation: Observation) -> Iterator[Reference]:
    """The units in which a figure was given before it was revised."""
    for revision in observation.revisions:
        if revision.unit:
            yield Reference(revision.unit, location_of(revision, "unit"))


def _ignored_ids(site: Site) -> Iterator[Problem]:
    """The sources of which quantities are ignored, each told once."""
    for entry in (entries[0] for entries in site.ignored.values() if entries):
        yield from _known_ones(site, "source", [entry.source], site.sources)


def _topic_ids(site: Site) -> Iterator[Problem]:
    settings = site.settings
    for index, slug in enumerate(settings.topics):
        location = location_of(settings, f"topics.{index}")
        yield from _known(site, "topic", slug, site.topics, location)
    yield from _topics_of_datasets(site)


def _topics_of_datasets(site: Site) -> Iterator[Problem]:
    """The topics of datasets that are not listed."""
    topics = site.settings.topics
    for dataset in site.datasets.values():
        if dataset.topic and dataset.topic not in topics:
            yield _unlisted_topic(site, dataset, dataset.topic)


def _unlisted_topic(site: Site, dataset: Dataset, topic: str) -> Problem:
    message = f"there is no topic `{topic}` in site.yaml"
    return Problem("unknown-id", message, location_of(dataset, "topic"), _listing_hint(site, topic))


def _listing_hint(site: Site, topic: str) -> str:
    if topic in site.topics:
        return "add it to `topics` in site.yaml"
    return did_you_mean(topic, site.settings.topics) or "list it in `topics` of site.yaml"


def _unit_ids(site: Site) -> Iterator[Problem]:
    for unit in site.units.values():
        if unit.one_is:
            place = location_of(unit, "one_is")
            named = [Reference(part, place) for part, _ in unit.one_is.powers]
            yield from _known_ones(site, "unit", named, site.units)


def _rule_ids(site: Site) -> Iterator[Problem]:
    for indicator in site.indicators.values():
        if indicator.part_of:
            yield from _known_indicator(site, indicator.part_of)
    for measure in site.measures.values():
        yield from _known_indicators(site, measure.indicators)
    for rule in site.rules.values():
        yield from _ids_of_rule(site, rule)


def _known_indicators(site: Site, named: Iterable[Reference]) -> Iterator[Problem]:
    for one in named:
        yield from _known_indicator(site, one)


def _ids_of_rule(site: Site, rule: Rule) -> Iterator[Problem]:
    """What a rule names and is not there: its figures, the one it defines, its indicator."""
    yield from _known_figures(site, rule.figures)
    yield from _known_figures(site, filter(None, (rule.defines,)))
    yield from _known_indicators(site, _indicator_of(rule))


def _indicator_of(rule: Rule) -> Iterator[Reference]:
    """The indicator whose series a rule is about, if it is about one."""
    if isinstance(rule.formula, Series):
        yield Reference(rule.formula.indicator, rule.place(rule.formula.at))


def _known_indicator(site: Site, named: Reference) -> Iterator[Problem]:
    if named.id not in site.indicators and not _is_lost_indicator(site, named.id):
        message = f"there is no indicator `{named.id}`"
        hint = did_you_mean(named.id, site.indicators)
        yield Problem("unknown-id", message, named.location, hint)


def _is_lost_indicator(site: Site, name: str) -> bool:
    """Whether a figure that may be of the indicator could not be read."""
    return site.lost.holds("figure", name) or name in _indicators_of_lost_figures(site)


def _indicators_of_lost_figures(site: Site) -> set[str]:
    return {figure.partition("@")[0] for what, figure in site.lost.ids if what == "figure"}


def _area_ids(site: Site) -> Iterator[Problem]:
    for area in site.areas.values():
        if area.part_of:
            yield from _known(site, "area", area.part_of, site.areas, location_of(area, "part_of"))


def _chart_ids(site: Site) -> Iterator[Problem]:
    for chart in site.charts.values():
        yield from _known_figures(site, (*chart.drawn, *chart.breaks))
        yield from _known_figures(site, _named_in_findings(chart))


def _named_in_findings(chart: ChartRequest) -> Iterator[Reference]:
    for language, text in chart.finding.items():
        location = location_of(chart, f"finding.{language}")
        yield from (Reference(name, location) for name in _figures_named_in(text))


def _figures_named_in(text: str) -> Iterator[str]:
    return (one.id for one in references(text) if one.is_figure)


def _withdrawal_ids(site: Site) -> Iterator[Problem]:
    """The releases that correct why something was withdrawn."""
    for thing, withdrawal in site.withdrawn:
        if withdrawal.corrected:
            place = location_of(thing, "withdrawn.corrected")
            yield from _known(site, "release", withdrawal.corrected, site.releases, place)


def _prose_ids(site: Site) -> Iterator[Problem]:
    for prose in (*site.topics.values(), *site.pages.values()):
        yield from _ids_in_documents(site, prose.documents.values())


def _ids_in_documents(site: Site, documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        yield from _known_figures(site, document.leads)
        yield from _ids_in_body(site, document)


def _ids_in_body(site: Site, document: Document) -> Iterator[Problem]:
    """The figures and charts that a text refers to and are not there."""
    charts = {*site.charts, *site.withdrawn_charts}
    for found in references(document.body):
        known = site.observations if found.is_figure else charts
        yield from _known(site, found.kind, found.id, known, _place_in_body(document, found))


def _place_in_body(document: Document, found: ProseReference) -> Location:
    line = document.body_line + found.line - 1
    return Location(document.location.path, line, found.column)


def _known_figures(site: Site, named: Iterable[Reference]) -> Iterator[Problem]:
    return _known_ones(site, "figure", named, site.observations)


def _known_ones(
    site: Site, what: str, named: Iterable[Reference], known: Collection[str]
) -> Iterator[Problem]:
    for one in named:
        yield from _known(site, what, one.id, known, one.location)


def _known(
    site: Site, what: str, name: str, known: Collection[str], location: Location
) -> Iterator[Problem]:
    if name not in known and not is_unread(site, what, name):
        message = f"there is no {what} `{name}`"
        yield Problem("unknown-id", message, location, _hint(site, what, name, known))


def _hint(site: Site, what: str, name: str, known: Collection[str]) -> str:
    if what == "figure":
        return _figure_hint(site, name)
    if what == "topic" and not closest(name, known):
        return f"write {' and '.join(_texts_of_topic(site, name))}"
    return did_you_mean(name, known)


def _texts_of_topic(site: Site, name: str) -> list[str]:
    return [f"content/topics/{name}/{language}.md" for language in site.settings.languages]


def _figure_hint(site: Site, name: str) -> str:
    """What a figure's id was probably meant to be, as far as its parts are known."""
    indicator = name.partition("@")[0]
    if indicator in site.indicators:
        return _keys_hint(site.indicators[indicator])
    dataset, dot, _ = indicator.partition(".")
    if not dot:
        return (
            suggested(name, site.observations)
            or "write `dataset.indicator` or `dataset.indicator@key`"
        )
    return _hint_in_dataset(site, name, dataset)


def _hint_in_dataset(site: Site, name: str, dataset: str) -> str:
    """What the id of a figure was probably meant to be that names a dataset."""
    if dataset in site.datasets:
        return did_you_mean(name, _figures_in(site, dataset))
    return suggested(name, site.observations) or _dataset_hint(site, dataset)


def _figures_in(site: Site, dataset: str) -> list[str]:
    return [figure.id for figure in site.observations_of(site.datasets[dataset])]


def _dataset_hint(site: Site, dataset: str) -> str:
    return f"there is no dataset `{dataset}` either; {did_you_mean(dataset, site.datasets)}"


def _keys_hint(indicator: Indicator) -> str:
    listed = _keys_listed(indicator)
    if not any(figure.key is None for figure in indicator.observations):
        return f"`{indicator.id}` has the keys {listed}" if listed else ""
    bare = f"write `{indicator.id}` without a key"
    return f"{bare}, or with {listed}" if listed else bare


def _keys_listed(indicator: Indicator) -> str:
    """The first keys of an indicator's figures; empty where none has one."""
    named = [f"`@{figure.key}`" for figure in indicator.observations if figure.key]
    return ", ".join(named[:_KEYS_SHOWN]) + (", …" if len(named) > _KEYS_SHOWN else "")


_Named = TypeVar("_Named", Reference, ProseReference)


def named_again(named: Iterable[_Named]) -> Iterator[_Named]:
    """Those of ``named`` whose id an earlier one has already."""
    seen = set[str]()
    for one in named:
        if one.id in seen:
            yield one
        seen.add(one.id)


def is_unread(site: Site, what: str, name: str) -> bool:
    """Whether the thing may be declared but could not be read, which is reported where it is."""
    return site.lost.holds(what, name)


_ADDRESS_HINT = "give the address at which every reader finds it"


def addresses_are_public(site: Site) -> Iterator[Problem]:
    """``link-host``: a source, the terms of use or the place for reports at a host or address of a
    private network, or at a host that looks like another. Hosts kept for examples may stand there,
    for a site that is tried out.
    """
    for thing, field, host in _hosts(site):
        if fault := _fault_of(host):
            yield Problem("link-host", fault, location_of(thing, field), _ADDRESS_HINT)


def _fault_of(host: str | None) -> str | None:
    """What is wrong with a host that readers are led to, but for those reserved for examples."""
    return host_fault(host) if host and not is_example(host) else None


def _hosts(site: Site) -> Iterator[tuple[Located, str, str | None]]:
    """Every host that the site leads readers to outside its prose, with what names it and where."""
    for source in site.sources.values():
        for field, url in addresses_of(source):
            yield source, field, urlsplit(url).hostname
    settings = site.settings
    if settings.data_licence:
        yield settings, "data_licence.url", urlsplit(settings.data_licence.url).hostname
    if settings.report:
        yield settings, "report", _host_of_report(settings.report)


def _host_of_report(report: str) -> str | None:
    """The host of a mailbox or web address."""
    mailbox, _, domain = report.rpartition("@")
    return domain if mailbox and "/" not in mailbox else urlsplit(report).hostname


def nothing_is_part_of_itself(site: Site) -> Iterator[Problem]:
    """``part-circular``: an area, or an indicator, that is part of itself, over others
    or at once.
    """
    for name in dependency_order(_wholes_of_areas(site)).circular:
        yield _part_of_itself("area", name, site.areas[name])
    for name in dependency_order(_wholes_of_indicators(site)).circular:
        yield _part_of_itself("indicator", name, site.indicators[name])


def _wholes_of_areas(site: Site) -> dict[str, list[str]]:
    return {a.id: [a.part_of] if a.part_of else [] for a in site.areas.values()}


def _wholes_of_indicators(site: Site) -> dict[str, list[str]]:
    return {i.id: [i.part_of.id] if i.part_of else [] for i in site.indicators.values()}


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
    yield from _unlisted_pages(site)


def _unlisted_pages(site: Site) -> Iterator[Problem]:
    """The pages of topics that site.yaml does not list."""
    for slug, topic in site.topics.items():
        if slug not in site.settings.topics:
            yield _not_listed(slug, topic.location)


def _not_listed(slug: str, location: Location) -> Problem:
    message = f"topic `{slug}` is not in the list of topics"
    hint = "add it to `topics` in site.yaml"
    return Problem("unused-id", message, location, hint, Severity.WARNING)


def _has_figures(source: Source) -> Problem:
    message = f"`{source.id}` says it has no figures, but figures are taken from it"
    location = location_of(source, "without_figures")
    return Problem("source-has-figures", message, location, "remove `without_figures`")


_SOURCE_HINT = "take a figure from it, say why there is none in `without_figures`, or remove it"


def _unused_ids(site: Site, cited: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """Each id that nothing readable names, with its problem."""
    yield from _unused_sources(site, cited)
    yield from _unnamed("area", site.areas, _named_areas(site))
    yield from _unnamed("unit", site.units, _named_units(site))


def _unused_sources(site: Site, cited: Collection[str]) -> Iterator[tuple[str, Problem]]:
    for source in site.sources.values():
        if source.id not in cited and not source.without_figures:
            yield source.id, _unused("source", source.id, source, _SOURCE_HINT)


def _unnamed(
    what: str, declared: Mapping[str, Located], named: Container[str | None]
) -> Iterator[tuple[str, Problem]]:
    for name, thing in declared.items():
        if name not in named:
            yield name, _unused(what, name, thing)


def _cited(site: Site) -> set[str]:
    """The sources that figures are, or were, taken from."""
    said_by = (_printings_and_revisions(one) for one in site.observations.values())
    return {said.source for said in chain.from_iterable(said_by)}


def _printings_and_revisions(observation: Observation) -> tuple[Printing | Revision, ...]:
    return (*observation.printings, *observation.revisions)


def _named_areas(site: Site) -> set[str | None]:
    wholes = {area.part_of for area in site.areas.values()}
    return wholes.union(figure.area for figure in site.observations.values())


def _named_units(site: Site) -> set[str]:
    of_indicators = {indicator.unit for indicator in site.indicators.values()}
    return of_indicators.union(_defining_units(site), _former_units(site))


def _defining_units(site: Site) -> Iterator[str]:
    """The units by which others are defined."""
    for unit in site.units.values():
        if unit.one_is:
            yield from (part for part, _ in unit.one_is.powers)


def _former_units(site: Site) -> Iterator[str]:
    """The units in which figures were given before they were revised."""
    for observation in site.observations.values():
        yield from (one.unit for one in observation.revisions if one.unit)


def _unused(what: str, name: str, thing: Located, hint: str = "remove it") -> Problem:
    return Problem(
        "unused-id", f"nothing uses {what} `{name}`", thing.location, hint, Severity.WARNING
    )
