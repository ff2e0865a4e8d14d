"""As much of a site as pages and charts can be made of: what names something that is not there is
left out, and its problem is reported elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import charts
from statsite.assess.assessment import Assessment
from statsite.model import (
    ChartRequest,
    Dataset,
    Document,
    Indicator,
    Observation,
    Prose,
    Revision,
    Site,
)
from statsite.prose import references
from statsite.values import replace


def valid_subset(assessment: Assessment) -> Assessment:
    """``assessment`` without the figures whose area, unit or source is not known, without the
    charts that cannot be drawn without more, and without topics, and what leads them, that are not
    there in each language.

    What a chart says and shows can then be judged though something else in the site is wrong. It is
    ``assessment`` itself where nothing is.
    """
    site = _with_valid_topics(_with_valid_charts(_with_known_figures(assessment.site)))
    return assessment if site is assessment.site else replace(assessment, site=site)


def _with_known_figures(site: Site) -> Site:
    if all(_is_known(site, observation) for observation in site.observations.values()):
        return site
    datasets = {name: _dataset(site, dataset) for name, dataset in site.datasets.items()}
    return replace(site, datasets=datasets)


def _with_valid_charts(site: Site) -> Site:
    kept = {name: one for name, one in site.charts.items() if _is_valid_request(site, one)}
    return site if len(kept) == len(site.charts) else replace(site, charts=kept)


def _with_valid_topics(site: Site) -> Site:
    known = {
        name: _with_leads_of(site, topic)
        for name, topic in site.topics.items()
        if _is_in_each_language(site, topic)
    }
    listed = tuple(name for name in site.settings.topics if name in known)
    if known == site.topics and listed == site.settings.topics:
        return site
    return replace(site, topics=known, settings=replace(site.settings, topics=listed))


def _is_in_each_language(site: Site, topic: Prose) -> bool:
    return all(language in topic.documents for language in site.settings.languages)


def _with_leads_of(site: Site, topic: Prose) -> Prose:
    """A topic with those of its leads that are figures of the site."""
    documents = {code: _document(site, one) for code, one in topic.documents.items()}
    return replace(topic, documents=documents)


def _document(site: Site, document: Document) -> Document:
    known = (lead for lead in document.leads if lead.id in site.observations)
    return replace(document, leads=tuple(known))


def _dataset(site: Site, dataset: Dataset) -> Dataset:
    indicators = tuple(_indicator(site, indicator) for indicator in dataset.indicators)
    return replace(dataset, indicators=indicators)


def _indicator(site: Site, indicator: Indicator) -> Indicator:
    known = (figure for figure in indicator.observations if _is_known(site, figure))
    return replace(indicator, observations=tuple(known))


def _is_known(site: Site, observation: Observation) -> bool:
    """Whether all that a figure names is there."""
    return (
        (not observation.is_derived or observation.id in site.definitions)
        and observation.area in site.areas
        and observation.unit in site.units
        and all(one.source in site.sources for one in observation.printings)
        and all(_is_known_revision(site, one) for one in observation.revisions)
    )


def _is_known_revision(site: Site, revision: Revision) -> bool:
    has_unit = revision.unit is None or revision.unit in site.units
    return revision.source in site.sources and has_unit


def _is_valid_request(site: Site, request: ChartRequest) -> bool:
    """Whether all that a chart names is there, in one unit where it must be, in groups where they
    must be.
    """
    return (
        request.kind in charts.CHART_KINDS
        and len(request.data) <= charts.MOST_FIGURES[request.kind]
        and _has_groups_where_wanted(request)
        and _names_known_figures(site, request)
        and (request.kind in charts.MIX_UNITS or _is_of_one_unit(site, _figures(request)))
    )


def _has_groups_where_wanted(request: ChartRequest) -> bool:
    return (request.group_by is not None) == (request.kind in charts.WANT_GROUPS)


def _names_known_figures(site: Site, request: ChartRequest) -> bool:
    """Whether all figures are there that a chart draws or names in its finding."""
    return site.observations.keys() >= {*_figures(request), *_named_in_finding(request)}


def _named_in_finding(request: ChartRequest) -> Iterator[str]:
    for text in request.finding.values():
        yield from (named.id for named in references(text))


def _figures(request: ChartRequest) -> Iterator[str]:
    """The figures that a chart draws, or draws a break before."""
    return (figure.id for figure in (*request.drawn, *request.breaks))


def _is_of_one_unit(site: Site, figures: Iterable[str]) -> bool:
    return len({site.observations[figure].unit for figure in figures}) == 1
