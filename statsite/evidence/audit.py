"""Figures are changed on purpose, in memory, and it is counted which changes the checks catch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random

from msgspec import Struct

from statsite.evidence.articles import Article
from statsite.evidence.context.differences import context_differences
from statsite.evidence.context.figure_case import ArticleContext, context_of
from statsite.evidence.lock import figure_fingerprint
from statsite.evidence.mutations import (
    CONTEXT_MUTATIONS,
    PRINTED_KINDS,
    Mutation,
    TranscribedFigure,
    figure_of,
    mutation_target,
    mutations,
)
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import UnitWords, unit_words
from statsite.grammar.printed import Unreadable, read_printed
from statsite.model import Indicator, KindResult, Observation, Rule, Site
from statsite.problems import Problem
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
from statsite.values import replace

_COUNT_AGAIN = "run `build.py verify --update` and look at what changes in it"

#: The seed of the audit whose table is published.
SEED = 1


class Caught(Struct, frozen=True):
    """Which safeguards notice one change."""

    kind: str
    by_text: bool
    by_lock: bool
    by_rules: bool


class Audit(Struct, frozen=True):
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
    safeguards = _safeguards(site, articles)
    caught: list[Caught] = []
    unreadable: list[str] = []
    for observation in site.observations.values():
        for kind, changed in _changes(site, observation, seed):
            if changed is None:
                unreadable.append(kind)
            else:
                caught.append(safeguards.catch(kind, changed))
        done()
    return Audit(seed, tuple(_results(caught)), _uncovered(site), _counts(unreadable))


def miscounted(site: Site, audit: Audit) -> Iterator[Problem]:
    """``proof-differs``: counts of the audit in the lock of ``site``, which its verification page
    shows, that are not those of ``audit``.

    A lock without any says nothing that could be wrong.
    """
    counted = {result.kind: result for result in audit.kinds}
    for result in site.audit:
        found = counted.get(result.kind)
        if found is None or replace(found, location=result.location) != result:
            yield _miscounted(result)
    told = {result.kind for result in site.audit}
    missing = [kind for kind in counted if kind not in told] if told else []
    if missing:
        message = f"the evidence lock leaves out what the audit counts of {_listed(missing)}"
        yield Problem("proof-differs", message, site.audit[0].location, _COUNT_AGAIN)


def _miscounted(result: KindResult) -> Problem:
    message = f"the audit of `{result.kind}` does not give the counts of the evidence lock"
    return Problem("proof-differs", message, result.location, _COUNT_AGAIN)


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"`{kind}`" for kind in kinds)


def _safeguards(site: Site, articles: Mapping[str, Article]) -> _Safeguards:
    contexts = {name: context_of(article, site.sources[name]) for name, article in articles.items()}
    return _Safeguards(site, contexts, unit_context(site), _rules_by_figure(site))


def _rules_by_figure(site: Site) -> Mapping[str, Sequence[Rule]]:
    """The rules that can be computed, by the id of each figure that they depend on."""
    found = defaultdict[str, list[Rule]](list)
    for rule in site.rules.values():
        if is_known(site, rule):
            for name in figures_of(site, rule):
                found[name].append(rule)
    return found


def _uncovered(site: Site) -> tuple[str, ...]:
    """The figures, derived ones aside, that no rule depends on."""
    covered = {name for rule in site.rules.values() for name in figures_of(site, rule)}
    return tuple(
        name for name, o in site.observations.items() if name not in covered and not o.is_derived
    )


def _changes(
    site: Site, observation: Observation, seed: int
) -> Iterator[tuple[str, Observation | None]]:
    """The kind of each mutation that changes what a figure says, and the observation after it; None
    where it can no longer be read.
    """
    for mutation in _mutations_of(site, observation, seed):
        changed = _changed(site, observation, mutation)
        if not _says_the_same(observation, changed):
            yield mutation.kind, changed


def _mutations_of(site: Site, observation: Observation, seed: int) -> Iterator[Mutation]:
    """The mutations of a printed figure; none of any other."""
    if observation.printing.printed is None:
        return iter(())
    chance = Random(f"{seed} {observation.id}")  # noqa: S311 - a sample, not a secret
    return mutations(figure_of(observation), site, chance, _neighbours(site, observation))


def _counts(kinds: Sequence[str]) -> Mapping[str, int]:
    """How often each kind of mutation is among ``kinds``."""
    return {kind: kinds.count(kind) for kind in PRINTED_KINDS}


def _results(caught: Iterable[Caught]) -> Iterator[KindResult]:
    listed = list(caught)
    for kind in (*PRINTED_KINDS, *CONTEXT_MUTATIONS):
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
    if own is None:
        return []
    distances = {
        o.id: abs(site.proofs[o.id].start - own.start) for o in _others_placed(site, observation)
    }
    nearest_first = sorted(distances, key=lambda name: (distances[name], name))
    return [figure_of(site.observations[name]) for name in nearest_first]


def _others_placed(site: Site, observation: Observation) -> Iterator[Observation]:
    for other in site.observations.values():
        is_near = other.source == observation.source and other.id in site.proofs
        if is_near and other is not observation:
            yield other


def _changed(site: Site, observation: Observation, change: Mutation) -> Observation | None:
    """The observation after the change; None where it can no longer be read."""
    figure = change.figure
    reading = read_printed(figure.printed, site.units[observation.unit].words)
    if isinstance(reading, Unreadable):
        return None
    printing = replace(
        observation.printing,
        printed=figure.printed,
        near=figure.near,
        quantity=reading.quantity,
        reading=reading,
        source=figure.source,
    )
    return replace(
        observation, printing=printing, period=figure.period, area=figure.area, status=figure.status
    )


def _says_the_same(before: Observation, after: Observation | None) -> bool:
    return after is not None and _facts(before) == _facts(after)


def _facts(figure: Observation) -> tuple[object, ...]:
    return (figure.quantity, figure.period, figure.area, figure.status, figure.source)


class _Safeguards(Struct, frozen=True):
    """What may notice a change of a figure of ``site``: the articles by source, the lock, the
    rules by the figures that they depend on.
    """

    site: Site
    contexts: Mapping[str, ArticleContext]
    around: UnitContext
    rules: Mapping[str, Sequence[Rule]]

    def catch(self, kind: str, changed: Observation) -> Caught:
        """Which of them notice the change."""
        return Caught(kind, self._by_text(changed), self._by_lock(changed), self._by_rules(changed))

    def _by_text(self, changed: Observation) -> bool:
        """Whether the article does not print the figure so, or its words around it speak against
        what is said beside it.
        """
        context, printing = self.contexts.get(changed.source), changed.printing
        if context is None or printing.printed is None:
            return False
        found = find_printed(
            printing.printed, printing.near, context.article, self._units_of(changed)
        )
        if not isinstance(found, Found):
            return True
        return any(True for _ in context_differences(self.site, changed, printing, found, context))

    def _units_of(self, changed: Observation) -> UnitWords:
        return unit_words(self.site.units[changed.unit].words)

    def _by_lock(self, changed: Observation) -> bool:
        proof = self.site.proofs.get(changed.printing.id)
        return proof is None or proof.figure != self._fingerprint(changed)

    def _fingerprint(self, figure: Observation) -> str:
        source = self.site.sources[figure.source]
        return figure_fingerprint(figure, figure.printing, source)

    def _by_rules(self, changed: Observation) -> bool:
        """Whether a rule contradicts the change, cannot be computed after it or mixes areas then,
        or a built-in rule speaks against it.
        """
        after = _with(self.site, changed)
        if any(True for _ in built_in_problems(after, changed, conflicts_of(after, changed))):
            return True
        calculator = Calculator(after, self.around)
        return any(
            (not rule.across and scope_mismatch(after, rule)) or _contradicts(calculator, rule)
            for rule in self.rules.get(changed.id, ())
        )


def _with(site: Site, changed: Observation) -> Site:
    """The same site with ``changed`` in place of the observation of that id."""

    def with_change(indicator: Indicator) -> Indicator:
        if indicator.id != changed.indicator:
            return indicator
        return indicator.with_figures(lambda o: changed if o.id == changed.id else o)

    dataset = site.datasets[changed.dataset]
    made = replace(dataset, indicators=tuple(map(with_change, dataset.indicators)))
    return replace(site, datasets={**site.datasets, dataset.id: made})


def _contradicts(calculator: Calculator, rule: Rule) -> bool:
    if rule.defines:
        return False
    found = calculator.result_of(rule)
    return isinstance(found, NotComputable) or found.outcome is Outcome.CONTRADICTS
