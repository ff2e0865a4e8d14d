"""When what a page shows was last released or changed, as releases and revisions record it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from statsite.model import Site
from statsite.plan.topic_figures import figures_of_topic
from statsite.results import made_once


def last_changed(site: Site, figures: Iterable[str]) -> str:
    """The day of the last record of any of ``figures``, by their ids, ISO 8601; empty where there
    is none.
    """
    days = _days(site)
    return max((days[name] for name in figures if name in days), default="")


@made_once
def _days(site: Site) -> Mapping[str, str]:
    """The last day on which each figure came, changed or went."""
    found = defaultdict[str, str](str)
    for name, day in _records(site):
        found[name] = max(found[name], day)
    return dict(found)


def _records(site: Site) -> Iterator[tuple[str, str]]:
    for release in site.releases.values():
        for reference in (*release.added, *release.changed, *release.removed):
            yield reference.id, release.time[:10]
    for observation in site.observations.values():
        for revision in observation.revisions:
            yield observation.id, str(revision.date)


def everything(site: Site, _: str = "") -> Iterator[str]:
    """Every figure that is or was."""
    yield from _days(site)


def of_dataset(site: Site, dataset: str) -> Iterator[str]:
    """The figures of a dataset, those among them that were removed."""
    return (name for name in _days(site) if name.partition(".")[0] == dataset)


def of_topic(site: Site, topic: str) -> Iterator[str]:
    """The figures of the datasets of a topic, and those of others that its page shows."""
    yield from (one.id for one in figures_of_topic(site, topic))
    for dataset in site.datasets.values():
        if dataset.topic == topic:
            yield from of_dataset(site, dataset.id)


def of_figure(_: Site, figure: str) -> Iterator[str]:
    """A figure."""
    yield figure


def of_chart(site: Site, chart: str) -> Iterator[str]:
    """The figures that a chart draws."""
    return (reference.id for reference in site.charts[chart].drawn)


def of_source(site: Site, source: str) -> Iterator[str]:
    """The figures that an article prints."""
    for observation in site.observations.values():
        if any(printing.source == source for printing in observation.printings):
            yield observation.id


def of_area(site: Site, area: str) -> Iterator[str]:
    """The figures of an area."""
    return (one.id for one in site.observations.values() if one.area == area)


def of_comparison(site: Site, comparison: str) -> Iterator[str]:
    """The figures that a comparison of a measure, or of an indicator, shows."""
    measure = site.measures.get(comparison)
    names = [one.id for one in measure.indicators] if measure else [comparison]
    return (one.id for name in names for one in site.indicators[name].observations)


def of_plans(site: Site, _: str) -> Iterator[str]:
    """The figures that say what is to be."""
    return (one.id for one in site.observations.values() if one.status.is_set)
