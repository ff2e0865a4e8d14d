"""What stands behind derived figures: told of each in one pass, however many are computed from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from statsite.model import Observation, Site
from statsite.rules.order import order_of

T = TypeVar("T")


def told_behind(site: Site, tell: Callable[[Observation], Iterable[T]]) -> Mapping[str, frozenset[T]]:
    """By the id of each figure that a rule defines: what ``tell`` says of all figures that it is computed from, over others or at once."""
    inputs = _inputs(site)
    found: dict[str, frozenset[T]] = {}
    for figure in order_of(inputs).ids:
        told = [found.get(name, frozenset()) for name in inputs[figure]]
        found[figure] = frozenset[T]().union(*told, *(tell(site.observations[name]) for name in inputs[figure]))
    return found


def first_sources(site: Site) -> Mapping[str, str]:
    """By the id of each figure that a rule defines: the source of the first printed figure that it is computed from; empty where there is none."""
    inputs = _inputs(site)
    found: dict[str, str] = {}
    for figure in order_of(inputs).ids:
        named = (site.observations[name] for name in inputs[figure])
        sources = (found.get(one.id, "") if one.is_derived else one.source for one in named)
        found[figure] = next((source for source in sources if source), "")
    return found


def _inputs(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The figures that stand in each definition, in their order and as far as they are in the site."""
    return {figure: tuple(dict.fromkeys(one.id for one in rule.figures if one.id in site.observations)) for figure, rule in site.definitions.items()}
