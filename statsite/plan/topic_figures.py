"""What a topic holds: the figures of its datasets, and those of others that its page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from statsite.model import Document, Observation, Site, WrittenSite
from statsite.prose import references
from statsite.results import made_once


@made_once
def topics_of_figures(site: Site) -> Mapping[str, Sequence[str]]:
    """The topics that hold each figure, by its id and in the order of site.yaml; a figure that
    none holds is not there.
    """
    found = defaultdict[str, list[str]](list)
    for slug in site.settings.topics:
        for observation in figures_of_topic(site, slug):
            found[observation.id].append(slug)
    return found


def figures_of_topic(site: Site, slug: str) -> Sequence[Observation]:
    """The figures of the datasets of a topic, then those that its page shows besides."""
    return (*_own(site, slug), *_from_elsewhere(site, slug))


def _own(site: Site, slug: str) -> Iterator[Observation]:
    """The figures of the datasets of a topic."""
    for dataset in site.datasets.values():
        if dataset.topic == slug:
            yield from site.observations_of(dataset)


def figures_shown(site: WrittenSite, slug: str) -> frozenset[str]:
    """The figures that the page of a topic names, lists, draws or opens with, by id."""
    topic = site.topics.get(slug)  # none of a faulty site that lists a topic which is not there
    documents = topic.documents.values() if topic else ()
    return frozenset(figure for document in documents for figure in _shown(site, document))


def datasets_elsewhere(site: Site, slug: str) -> Sequence[str]:
    """The datasets of other topics, or of none, whose figures the page of a topic shows."""
    return tuple(dict.fromkeys(one.dataset for one in _from_elsewhere(site, slug)))


def _from_elsewhere(site: Site, slug: str) -> list[Observation]:
    """The figures of other datasets that the page of a topic shows, in the order of these."""
    shown = [
        site.observations[one] for one in figures_shown(site, slug) if one in site.observations
    ]
    elsewhere = {one.id: one for one in shown if site.datasets[one.dataset].topic != slug}
    holding = {one.dataset for one in elsewhere.values()}
    return [
        observation
        for dataset in site.datasets.values()
        if dataset.id in holding
        for observation in site.observations_of(dataset)
        if observation.id in elsewhere
    ]


def _shown(site: WrittenSite, document: Document) -> Iterator[str]:
    """The figures that a text names, lists, draws or opens with; what it refers to and is not
    there has none.
    """
    yield from (lead.id for lead in document.leads)
    for reference in references(document.body):
        if reference.is_figure:
            yield reference.id
        elif chart := site.charts.get(reference.id):
            yield from (one.id for one in chart.drawn)
