"""One value of everything that is concluded from a site as read; later stages look up in it and
conclude nothing of the kind again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from statsite.assess.due import due_targets
from statsite.evidence.state import EvidenceState, evidence_states
from statsite.model import Observation, Site, WrittenSite
from statsite.problems import Problem
from statsite.results import NOT_KEPT, Results, read_in_parts
from statsite.rules.builtin import built_in_problems, conflicts_of
from statsite.rules.dependencies import collect_from_inputs
from statsite.rules.derive import with_derived
from statsite.rules.evaluation import Outcome, Result, RuleResult, results_of


@read_in_parts
class Assessment(Struct, frozen=True, eq=False):
    """What follows from what editors wrote.

    ``site`` is all they wrote, every figure with its quantity. ``results`` are those of rules, by
    id and in the order of files, but of rules that name or define what is not there. ``built_in``
    is what the rules that need no declaration find wrong, ``conflicts`` the figures of other
    sources that cannot be the same number, by the id of each figure. ``sources_behind`` are the
    articles of the printed figures that each defined one is computed from, by its id. ``evidence``
    says of every printing, by its id, how it is proven; ``due`` are the ids of the targets whose
    time has passed without a result.
    """

    site: Site
    results: Mapping[str, Result]
    built_in: tuple[Problem, ...]
    conflicts: Mapping[str, tuple[Observation, ...]]
    sources_behind: Mapping[str, frozenset[str]]
    evidence: Mapping[str, EvidenceState]
    due: frozenset[str]

    @property
    def rule_results(self) -> Iterator[RuleResult]:
        """The result of every relation that can be computed, in the order of files."""
        return (one for one in self.results.values() if isinstance(one, RuleResult))

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """The outcome of every relation that can be computed, by the rule's id."""
        return {one.rule.id: one.outcome for one in self.rule_results}


def assess(written: WrittenSite, kept: Results = NOT_KEPT) -> Assessment:
    """Conclude all that follows from ``written``, as far as it makes sense; what comes of rules is
    one of the results that are ``kept``.
    """
    read = kept.watched("written site", written)
    results = kept.of("results of rules", lambda: results_of(read))
    site = with_derived(written, results)
    conflicts = {o.id: conflicts_of(site, o) for o in site.observations.values()}
    return Assessment(
        site,
        results,
        built_in=tuple(_built_in(site, conflicts)),
        conflicts=conflicts,
        sources_behind=collect_from_inputs(site, _printed_source),
        evidence=evidence_states(site),
        due=frozenset(due_targets(site)),
    )


def _built_in(site: Site, conflicts: Mapping[str, tuple[Observation, ...]]) -> Iterator[Problem]:
    """What the rules that need no declaration find wrong in any figure."""
    for observation in site.observations.values():
        yield from built_in_problems(site, observation, conflicts[observation.id])


def _printed_source(observation: Observation) -> tuple[str, ...]:
    """The article that prints a figure; none where it is derived."""
    return () if observation.is_derived else (observation.source,)
