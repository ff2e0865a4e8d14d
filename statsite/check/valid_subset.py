"""As much of a site as pages and charts can be made of: what names something that is not there is
left out, and its problem is reported elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import charts
from statsite.assess.assessment import Assessment
from statsite.model import ChartRequest, Dataset, Observation, Revision, Site
from statsite.prose import references


def valid_subset(assessment: Assessment) -> Assessment:
    """``assessment`` without the figures whose area, unit or source is not known, and without the
    charts that cannot be drawn without more.

    What a chart says and shows can then be judged though something else in the site is wrong. It is
    ``assessment`` itself where nothing is.
    """
    site = _with_valid_charts(_with_known_figures(assessment.site))
    return assessment if site is assessment.site else replace(assessment, site=site)


def _with_known_figures(site: Site) -> Site:
    if all(_is_known(site, observation) for observation in site.observations.values()):
        return site
    datasets = {name: _dataset(site, dataset) for name, dataset in site.datasets.items()}
    return replace(site, datasets=datasets)


def _with_valid_charts(site: Site) -> Site:
    kept = {name: one for name, one in site.charts.items() if _is_valid_request(site, one)}
    return site if len(kept) == len(site.charts) else replace(site, charts=kept)


def _dataset(site: Site, dataset: Dataset) -> Dataset:
    indicators = (
        replace(i, observations=tuple(o for o in i.observations if _is_known(site, o)))
        for i in dataset.indicators
    )
    return replace(dataset, indicators=tuple(indicators))


def _is_known(site: Site, observation: Observation) -> bool:
    """Whether all that a figure names is there."""
    is_defined = not observation.is_derived or observation.id in site.definitions
    return (
        is_defined
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
    drawn = _drawn(request)
    named = {named.id for text in request.finding.values() for named in references(text)}
    if request.kind not in charts.CHART_KINDS or not site.observations.keys() >= {*drawn} | named:
        return False
    if len(request.data) > charts.MOST_FIGURES[request.kind]:
        return False
    has_groups = (request.group_by is not None) == (request.kind in charts.WANT_GROUPS)
    return has_groups and (_is_of_one_unit(site, drawn) or request.kind in charts.MIX_UNITS)


def _drawn(request: ChartRequest) -> list[str]:
    """The ids of the figures that a chart draws, those of its lines last."""
    lines = (line for line in (request.total, request.reference) if line is not None)
    return [figure.id for figure in (*request.data, *request.breaks, *lines)]


def _is_of_one_unit(site: Site, figures: Iterable[str]) -> bool:
    return len({site.observations[figure].unit for figure in figures}) == 1
