"""The same measure side by side: what editors declare to be one, and every indicator that has
figures of several areas or times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from statsite import addresses
from statsite.model import Indicator, Measure, Observation, Site
from statsite.plan.extent import extent
from statsite.plan.matrix import Matrix, RowHead, matrix
from statsite.plan.views import FigureView, Presenter


class ComparisonCard(Struct, frozen=True):
    """A comparison as lists show it: ``extent`` says what there is of it."""

    address: str
    title: str
    extent: tuple[str, ...]


class ComparisonView(Struct, frozen=True):
    """A measure with all its figures.

    ``differs`` says how they do not count alike; it is empty where one indicator is compared with
    itself.
    """

    id: str
    address: str
    title: str
    differs: str
    definition: str
    topic: str
    indicators: tuple[str, ...]
    extent: tuple[str, ...]
    table: Matrix

    @property
    def card(self) -> ComparisonCard:
        """What lists show of it: pages of many need not hold the figures of all."""
        return ComparisonCard(self.address, self.title, self.extent)


def comparison_ids(site: Site) -> list[str]:
    """The ids of all comparisons: those of measures, then of indicators with several figures that
    no measure names.
    """
    named = {one.id for measure in site.measures.values() for one in measure.indicators}
    alone = (indicator for indicator in site.indicators.values() if indicator.id not in named)
    return [*site.measures, *(indicator.id for indicator in alone if _has_several(indicator))]


def _has_several(indicator: Indicator) -> bool:
    return len(indicator.observations) > 1


def comparisons(
    presenter: Presenter, figures: Mapping[str, FigureView]
) -> Mapping[str, ComparisonView]:
    """Every comparison by id."""
    site = presenter.site
    return {
        name: _comparison(presenter, name, site.measures.get(name), figures)
        for name in comparison_ids(site)
    }


def _comparison(
    presenter: Presenter, name: str, measure: Measure | None, figures: Mapping[str, FigureView]
) -> ComparisonView:
    indicators = _compared(presenter.site, name, measure)
    observations = [one for indicator in indicators for one in indicator.observations]
    is_alone = len(indicators) == 1
    return ComparisonView(
        id=name,
        address=presenter.address(addresses.comparison(name)),
        title=presenter.figure_text(measure.title if measure else indicators[0].title),
        differs=presenter.figure_text(measure.differs) if measure else "",
        definition=presenter.figure_text(indicators[0].definition) if is_alone else "",
        topic=_topic(presenter.site, observations),
        indicators=tuple(indicator.id for indicator in indicators),
        extent=extent(presenter, observations),
        table=_table(presenter, observations, figures, says_indicator=not is_alone),
    )


def _compared(site: Site, name: str, measure: Measure | None) -> list[Indicator]:
    """The indicators of a measure; without one, the indicator of that name."""
    if measure is None:
        return [site.indicators[name]]
    return [site.indicators[one.id] for one in measure.indicators]


def _topic(site: Site, observations: Sequence[Observation]) -> str:
    """The topic that all the figures belong to; empty where they belong to several."""
    topics = {site.datasets[one.dataset].topic or "" for one in observations}
    return topics.pop() if len(topics) == 1 else ""


def _table(
    presenter: Presenter,
    observations: Sequence[Observation],
    figures: Mapping[str, FigureView],
    *,
    says_indicator: bool,
) -> Matrix:
    def head(observation: Observation) -> RowHead:
        return _row_head(presenter, observation, says_indicator=says_indicator)

    return matrix(presenter, ((one, figures[one.id]) for one in observations), head)


def _row_head(presenter: Presenter, observation: Observation, *, says_indicator: bool) -> RowHead:
    """The area of a row, and what is counted there where not all rows count the same."""
    site, text = presenter.site, presenter.figure_text
    area, indicator = site.areas[observation.area], site.indicators[observation.indicator]
    title, address = text(area.title), presenter.address(addresses.area(area.id))
    if not says_indicator:
        return RowHead(title, address)
    return RowHead(title, address, text(indicator.title), text(indicator.definition))


def by_indicator(
    all_of_them: Mapping[str, ComparisonView],
) -> Mapping[str, Sequence[ComparisonView]]:
    """The comparisons in which each indicator is, by its id."""
    found = defaultdict[str, list[ComparisonView]](list)
    for one in all_of_them.values():
        for indicator in one.indicators:
            found[indicator].append(one)
    return found


def by_topic(
    all_of_them: Mapping[str, ComparisonView], topics: Sequence[tuple[str, str]], several: str
) -> Iterator[tuple[str, list[ComparisonCard]]]:
    """The comparisons under the titles of ``topics`` (slug and title), those of ``several`` topics
    last; without those that have none.
    """
    for slug, title in (*topics, ("", several)):
        listed = [one.card for one in all_of_them.values() if one.topic == slug]
        if listed:
            yield title, listed
