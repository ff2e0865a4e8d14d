"""What derived figures are computed from, gathered for all of them in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from statsite.model import Observation, Rule, SiteOf, WrittenFigure, WrittenSite
from statsite.rules.dependency_order import dependency_order

F = TypeVar("F", bound=WrittenFigure)
_T = TypeVar("_T")


def collect_from_inputs(
    site: SiteOf[F], values_of: Callable[[F], Iterable[_T]]
) -> Mapping[str, frozenset[_T]]:
    """By the id of each figure that a rule defines: ``values_of`` all figures that it is
    computed from, over others or at once.
    """
    inputs = _inputs(site)
    found: dict[str, frozenset[_T]] = {}
    for figure in dependency_order(inputs).ids:
        names = inputs[figure]
        found[figure] = frozenset[_T]().union(
            *(found.get(name, frozenset()) for name in names),
            *(values_of(site.observations[name]) for name in names),
        )
    return found


def first_sources(site: WrittenSite) -> Mapping[str, str]:
    """By the id of each figure that a rule defines: the source of the first printed figure that it
    is computed from; empty where there is none.
    """
    inputs = _inputs(site)
    found: dict[str, str] = {}
    for figure in dependency_order(inputs).ids:
        named = (site.observations[name] for name in inputs[figure])
        sources = (
            one.source if isinstance(one, Observation) else found.get(one.id, "") for one in named
        )
        found[figure] = next((source for source in sources if source), "")
    return found


def _inputs(site: WrittenSite) -> Mapping[str, tuple[str, ...]]:
    """The figures that are in each definition, in their order and as far as they are in
    the site.
    """
    return {name: tuple(_known(site, rule)) for name, rule in site.definitions.items()}


def _known(site: WrittenSite, rule: Rule) -> Iterable[str]:
    """The figures of a rule that are in the site, each once."""
    return dict.fromkeys(one.id for one in rule.figures if one.id in site.observations)
