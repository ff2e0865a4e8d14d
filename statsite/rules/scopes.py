"""Which population and time a figure is about: figures of different areas, populations, programmes
or times do not compare without a reason.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from statsite.model import Observation, Rule, Status, WrittenFigure, WrittenSite
from statsite.rules.evaluation import named_figures


class ScopeMismatch(Struct, frozen=True):
    """Two figures of one rule that are about different things, and what each is about."""

    first: str
    first_scope: str
    other: str
    other_scope: str


def scope_mismatch(site: WrittenSite, rule: Rule) -> ScopeMismatch | None:
    """The first two figures of ``rule`` whose areas or scopes differ; None where all are about the
    same. All its figures are in ``site``.
    """
    scopes = {name: _scope(site, site.observations[name]) for name in named_figures(site, rule)}
    first, *others = scopes or {"": ""}
    other = next((name for name in others if scopes[name] != scopes[first]), None)
    return ScopeMismatch(first, scopes[first], other, scopes[other]) if other else None


def times_apart(site: WrittenSite, rule: Rule) -> tuple[str, str] | None:
    """Two figures of a relation that are of different indicators and may be of different times:
    their periods have no day in common, or one has none and they are of different articles. None
    where there are no such figures, and of a definition. All its figures are in ``site``.

    Standards are of no time. Figures of one indicator are compared because their times differ.
    """
    figures = list(_timed(site, rule)) if rule.defines is None else []
    return next(
        ((a.id, b.id) for a, b in _pairs_of_indicators(figures) if _may_be_apart(a, b)), None
    )


def _pairs_of_indicators(
    figures: Iterable[Observation],
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of figures of different indicators, in the order of the first ones; of those of one
    indicator, time and article the first stands for all.
    """
    firsts = dict[tuple[object, ...], Observation]()
    for figure in figures:
        firsts.setdefault((figure.indicator, figure.period, figure.source), figure)
    later = defaultdict[str, deque[Observation]](deque)
    for figure in firsts.values():
        later[figure.indicator].append(figure)
    for figure in firsts.values():
        later[figure.indicator].popleft()
        others = (those for name, those in later.items() if name != figure.indicator)
        yield from ((figure, other) for other in chain.from_iterable(others))


def _timed(site: WrittenSite, rule: Rule) -> Iterator[Observation]:
    """The printed figures of a rule that are of a time."""
    for name in named_figures(site, rule):
        figure = site.observations[name]
        if isinstance(figure, Observation) and figure.status is not Status.STANDARD:
            yield figure


def _may_be_apart(one: Observation, other: Observation) -> bool:
    """Whether figures of two indicators may be of different times."""
    if one.period is None or other.period is None:
        return one.source != other.source
    return not one.period.overlaps(other.period)


def _scope(site: WrittenSite, figure: WrittenFigure) -> str:
    scope = site.indicators[figure.indicator].scope
    return f"`{figure.area}`" + (f" ({scope})" if scope else "")
