"""How good the checks are: figures are changed on purpose, in memory, and it is counted which
changes are caught.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from statsite.evidence.articles import Article
from statsite.evidence.context import ArticleContext, context_differences, context_of
from statsite.evidence.lock import figure_fingerprint
from statsite.evidence.mutations import (
    CONTEXT_MUTATIONS,
    PRINTED_MUTATIONS,
    Mutation,
    TranscribedFigure,
    figure_of,
    mutation_target,
    mutations,
)
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Unreadable, read_printed
from statsite.model import KindResult, Observation, Rule, Site
from statsite.rules.builtin import built_in_problems, conflicts_of
from statsite.rules.evaluation import (
    Calculator,
    NotComputable,
    Outcome,
    figures_of,
    is_known,
    unit_context,
)
from statsite.rules.scopes import scope_mismatch
from statsite.rules.unit_resolution import UnitContext

#: The seed of the audit whose table is published.
SEED = 1


@dataclass(frozen=True, slots=True)
class Caught:
    """Which safeguards notice one change."""

    kind: str
    by_text: bool
    by_lock: bool
    by_rules: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of an audit: by kind, the figures that no rule covers, and of each kind how many
    changes could not be read.

    What cannot be read stops every build; it is no measure of the safeguards, and counts neither as
    tried nor as caught.
    """

    seed: int
    kinds: tuple[KindResult, ...]
    uncovered: tuple[str, ...]
    unreadable: Mapping[str, int]


def audit_site(
    site: Site,
    articles: Mapping[str, Article],
    seed: int,
    *,
    done: Callable[[], None] = lambda: None,
) -> Audit:
    """Change every printed figure of ``site`` in every way and count what is caught.

    ``articles`` are texts by source; ``done`` is called after each figure.
    """
    safeguards = _Safeguards(
        site, {name: context_of(article) for name, article in articles.items()}, unit_context(site)
    )
    rests_on = {rule.id: figures_of(site, rule) for rule in site.rules.values()}
    caught: list[Caught] = []
    unreadable = Counter(dict.fromkeys(PRINTED_MUTATIONS, 0))
    for observation in site.observations.values():
        if observation.printing.printed is not None:
            rules = [
                rule
                for rule in site.rules.values()
                if is_known(site, rule) and observation.id in rests_on[rule.id]
            ]
            chance = Random(f"{seed} {observation.id}")  # noqa: S311 - a sample, not a secret
            for change in mutations(
                figure_of(observation), site, chance, _neighbours(site, observation)
            ):
                changed = _changed(site, observation, change)
                if changed is None:
                    unreadable[change.kind] += 1
                elif not _says_the_same(observation, changed):
                    caught.append(safeguards.catch(change.kind, changed, rules))
        done()
    covered = {name for names in rests_on.values() for name in names}
    uncovered = tuple(
        name for name, o in site.observations.items() if name not in covered and not o.is_derived
    )
    return Audit(seed, tuple(_results(caught)), uncovered, unreadable)


def _results(caught: Iterable[Caught]) -> Iterator[KindResult]:
    listed = list(caught)
    for kind in (*PRINTED_MUTATIONS, *CONTEXT_MUTATIONS):
        found = [c for c in listed if c.kind == kind]
        counts = (
            sum(c.by_text for c in found),
            sum(c.by_lock for c in found),
            sum(c.by_rules for c in found),
        )
        yield KindResult(kind, mutation_target(kind), len(found), *counts)


def _neighbours(site: Site, observation: Observation) -> list[TranscribedFigure]:
    """The other figures that the lock places in the same article, the nearest first."""
    own = site.proofs.get(observation.id)
    placed = [
        (site.proofs[o.id].start, o)
        for o in site.observations.values()
        if o.source == observation.source and o.id in site.proofs
    ]
    others = [
        (abs(start - own.start), o.id, o)
        for start, o in placed
        if own is not None and o is not observation
    ]
    return [figure_of(other) for _, _, other in sorted(others, key=lambda other: other[:2])]


def _changed(site: Site, observation: Observation, change: Mutation) -> Observation | None:
    """The observation after the change; None where it can no longer be read."""
    figure = change.figure
    reading = read_printed(figure.printed, site.units[observation.unit].words)
    if isinstance(reading, Unreadable):
        return None
    printing = replace(
        observation.printing,
        printed=figure.printed,
        quantity=reading.quantity,
        reading=reading,
        source=figure.source,
    )
    return replace(
        observation, printing=printing, period=figure.period, area=figure.area, status=figure.status
    )


def _says_the_same(before: Observation, after: Observation) -> bool:
    facts = [(o.quantity, o.period, o.area, o.status, o.source) for o in (before, after)]
    return facts[0] == facts[1]


@dataclass(frozen=True, slots=True)
class _Safeguards:
    """What may notice a change of a figure of ``site``: the articles by source, the lock, the
    rules.
    """

    site: Site
    contexts: Mapping[str, ArticleContext]
    around: UnitContext

    def catch(self, kind: str, changed: Observation, rules: Iterable[Rule]) -> Caught:
        """Which of them notice the change; ``rules`` are those that the figure is in."""
        return Caught(
            kind, self._by_text(changed), self._by_lock(changed), self._by_rules(changed, rules)
        )

    def _by_text(self, changed: Observation) -> bool:
        """Whether the article does not print the figure so, or its words around it speak against
        what is said beside it.
        """
        context, printing = self.contexts.get(changed.source), changed.printing
        if context is None or printing.printed is None:
            return False
        found = find_printed(
            printing.printed,
            printing.near,
            context.article,
            unit_words(self.site.units[changed.unit].words),
        )
        return not isinstance(found, Found) or any(
            True for _ in context_differences(self.site, changed, printing, found, context)
        )

    def _by_lock(self, changed: Observation) -> bool:
        proof = self.site.proofs.get(changed.printing.id)
        return proof is None or proof.figure != figure_fingerprint(
            changed, changed.printing, self.site.sources[changed.source]
        )

    def _by_rules(self, changed: Observation, rules: Iterable[Rule]) -> bool:
        """Whether a rule contradicts the change, cannot be computed after it or mixes areas then,
        or a built-in rule speaks against it.
        """
        after = _with(self.site, changed)
        is_odd = any(True for _ in built_in_problems(after, changed, conflicts_of(after, changed)))
        calculator = Calculator(after, self.around)
        return is_odd or any(
            (not rule.across and scope_mismatch(after, rule)) or _contradicts(calculator, rule)
            for rule in rules
        )


def _with(site: Site, changed: Observation) -> Site:
    """The same site with ``changed`` in place of the observation of that id."""
    dataset = site.datasets[changed.dataset]
    indicators = (
        i
        if i.id != changed.indicator
        else i.with_figures(lambda o: changed if o.id == changed.id else o)
        for i in dataset.indicators
    )
    return replace(
        site, datasets={**site.datasets, dataset.id: replace(dataset, indicators=tuple(indicators))}
    )


def _contradicts(calculator: Calculator, rule: Rule) -> bool:
    if rule.defines:
        return False
    found = calculator.result_of(rule)
    return isinstance(found, NotComputable) or found.outcome is Outcome.CONTRADICTS
