"""What the first page shows of each topic, one figure with what to compare it with, and what of the
site is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from msgspec import Struct

from statsite import addresses
from statsite.expressions import Comparison, FigureReference
from statsite.model import Document, Observation, Site
from statsite.plan.edition import Edition, TopicCard
from statsite.plan.history import ChangeView, ReleaseView, release_views
from statsite.plan.tables import BY_VALUE
from statsite.plan.views import FigureView
from statsite.prose import FigureBlock, figure_blocks, references

#: How many of the last changes are told.
_CHANGES = 2


class Highlight(Struct, frozen=True):
    """A topic by one of the figures that open it, None where it names none.

    ``earlier`` is the first figure of the same measure, area and status, where there is one;
    ``finding`` what the topic's first chart shows, with the part of the topic's page where it is;
    ``beside`` the figure to compare it with where a topic has neither.
    """

    topic: TopicCard
    figure: FigureView | None
    earlier: FigureView | None
    finding: str
    chart: str
    beside: FigureView | None


class News(Struct, frozen=True):
    """The last release, None before the first, and the last changes of figures."""

    release: ReleaseView | None
    changes: tuple[ChangeView, ...]


def highlights(edition: Edition) -> Iterator[Highlight]:
    """One of each topic, in the order of the topics."""
    for topic in edition.topics:
        document = edition.site.topics[topic.slug].documents[edition.language]
        figure, earlier = _paired(topic, partial(_earliest, edition))
        chart, beside = _first_chart(edition, document), None
        finding = edition.charts[chart].finding if chart else ""
        if not (earlier or finding):
            figure, beside = _paired(topic, partial(_told_with, edition, document))
        part = f"chart-{chart}" if chart else ""
        yield Highlight(topic, figure, earlier, finding, part, beside)


def news(edition: Edition) -> News:
    """What came last."""
    releases = release_views(edition.presenter, edition.figures)
    return News(next(iter(releases), None), edition.changes[:_CHANGES])


def card_of_home(edition: Edition) -> str:
    """The picture the first page is shared with, and each page that has none of its own: the card
    of the chart that the first page leads with, else that of the first topic that has one; empty
    where there is neither.
    """
    prose = edition.site.pages.get(addresses.HOME_PROSE)
    chart = _first_chart(edition, prose.documents[edition.language]) if prose else ""
    if chart:
        return addresses.chart_card(chart, edition.language)
    return next((topic.card_address for topic in edition.topics if topic.card_address), "")


def _first_chart(edition: Edition, document: Document) -> str:
    """The id of the first chart that the prose places, empty where it places none."""
    placed = (one.id for one in references(document.body))
    return next((name for name in placed if name in edition.site.charts), "")


def _paired(
    topic: TopicCard, other_of: Callable[[FigureView], FigureView | None]
) -> tuple[FigureView | None, FigureView | None]:
    """The first of a topic's leading figures that has another one beside it, and that one; else its
    first leading figure alone.
    """
    pairs = ((figure, other_of(figure)) for figure in topic.leads)
    alone = (next(iter(topic.leads), None), None)
    return next(((figure, other) for figure, other in pairs if other), alone)


def _told_with(edition: Edition, document: Document, figure: FigureView) -> FigureView | None:
    """The figure that the prose sets beside this one as a pair or in a table by value, else the one
    that a rule compares with it alone.
    """
    pairs = (block.ids for block in figure_blocks(document.body) if _compares(block))
    groups = (group for group in chain(pairs, _compared(edition.site)) if figure.id in group)
    return next(
        (edition.figures[other] for group in groups for other in group if other != figure.id), None
    )


def _compares(block: FigureBlock) -> bool:
    """Whether a block sets figures of one kind side by side."""
    return block.kind == "pair" or block.order == BY_VALUE


def _compared(site: Site) -> Iterator[tuple[str, ...]]:
    """The figures of each rule that compares two of them as they are, and need not say why they
    compare: the first page has no room for it.
    """
    for rule in site.rules.values():
        match rule.formula:
            case Comparison(sides=(FigureReference() as one, FigureReference() as other)):
                if not rule.across:
                    yield one.id, other.id


def _earliest(edition: Edition, figure: FigureView) -> FigureView | None:
    """The first figure of the same measure, area and status that lies before ``figure``; None where
    there is none, or where the time of ``figure`` is no place on an axis.
    """
    own = edition.site.observations[figure.id]
    now = _place(own)
    if now is None:
        return None
    placed = ((_place(one), one.id) for one in _alike(edition.site, own))
    earlier = ((place, name) for place, name in placed if place is not None and place < now)
    first = min(earlier, default=None)
    return edition.figures[first[1]] if first else None


def _alike(site: Site, own: Observation) -> Iterator[Observation]:
    """The figures of the same measure, area and status."""
    for one in site.indicators[own.indicator].observations:
        if (one.area, one.status) == (own.area, own.status):
            yield one


def _place(observation: Observation) -> float | None:
    """Where the time of a figure is on an axis; None where it says none, or is a comparison."""
    if observation.period is None or observation.compared_with is not None:
        return None
    return observation.period.on_axis
