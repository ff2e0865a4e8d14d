"""Which population a figure is about: figures of different areas, populations or programmes do not
compare without a reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from statsite.model import Rule, WrittenFigure, WrittenSite
from statsite.rules.evaluation import named_figures


@dataclass(frozen=True, slots=True)
class ScopeMismatch:
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


def _scope(site: WrittenSite, figure: WrittenFigure) -> str:
    scope = site.indicators[figure.indicator].scope
    return f"`{figure.area}`" + (f" ({scope})" if scope else "")
