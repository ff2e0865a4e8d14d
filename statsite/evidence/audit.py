"""How good are the checks? Figures are changed on purpose, in memory, and it is counted which changes are caught."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from statsite.evidence.articles import Article
from statsite.evidence.changes import CONTEXT, PRINTED, Change, changes, figure_of, nature
from statsite.evidence.finding import Found, find
from statsite.evidence.lock import figure_fingerprint
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Unreadable, read_printed
from statsite.model import KindResult, Observation, Rule, Site
from statsite.rules.builtin import BUILT_IN
from statsite.rules.judge import Outcome, Unjudged, figures_of, is_known, judge, surroundings
from statsite.rules.resolve import Surroundings
from statsite.rules.scopes import figures_apart

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
    """The result of an audit: by kind, and the figures that no rule covers."""

    seed: int
    kinds: tuple[KindResult, ...]
    uncovered: tuple[str, ...]


def audit_site(site: Site, articles: Mapping[str, Article], seed: int, *, done: Callable[[], None] = lambda: None) -> Audit:
    """Change every printed figure of ``site`` in every way and count what is caught.

    ``articles`` are texts by source; ``done`` is called after each figure.
    """
    caught: list[Caught] = []
    for observation in site.observations.values():
        if observation.printing.printed is not None:
            caught.extend(_figure(site, articles, observation, Random(f"{seed} {observation.id}")))  # noqa: S311 - a sample, not a secret
        done()
    covered = {name for rule in site.rules.values() for name in figures_of(site, rule)}
    uncovered = tuple(name for name, o in site.observations.items() if name not in covered and not o.is_derived)
    return Audit(seed, tuple(_results(caught)), uncovered)


def _results(caught: Iterable[Caught]) -> Iterator[KindResult]:
    listed = list(caught)
    for kind in (*PRINTED, *CONTEXT):
        found = [c for c in listed if c.kind == kind]
        counts = (sum(c.by_text for c in found), sum(c.by_lock for c in found), sum(c.by_rules for c in found))
        yield KindResult(kind, nature(kind), len(found), *counts)


def _figure(site: Site, articles: Mapping[str, Article], observation: Observation, chance: Random) -> Iterator[Caught]:
    original = figure_of(observation)
    rules = [rule for rule in site.rules.values() if is_known(site, rule) and observation.id in figures_of(site, rule)]
    around = surroundings(site)
    for change in changes(original, site, chance):
        changed = _changed(site, observation, change)
        if changed is None:
            yield Caught(change.kind, by_text=True, by_lock=True, by_rules=True)  # it cannot be read: every build stops
        elif _says_the_same(observation, changed):
            continue
        else:
            yield Caught(
                change.kind, _text_catches(site, articles, changed), _lock_catches(site, changed), _rules_catch(site, rules, changed, around)
            )


def _changed(site: Site, observation: Observation, change: Change) -> Observation | None:
    """The observation after the change; None where it can no longer be read."""
    figure = change.figure
    reading = read_printed(figure.printed, site.units[observation.unit].words)
    if isinstance(reading, Unreadable):
        return None
    printing = replace(observation.printing, printed=figure.printed, quantity=reading.quantity, reading=reading, source=figure.source)
    return replace(observation, printing=printing, period=figure.period, area=figure.area, status=figure.status)


def _says_the_same(before: Observation, after: Observation) -> bool:
    facts = [(o.quantity, o.period, o.area, o.status, o.source) for o in (before, after)]
    return facts[0] == facts[1]


def _text_catches(site: Site, articles: Mapping[str, Article], changed: Observation) -> bool:
    article = articles.get(changed.source)
    printing = changed.printing
    if article is None or printing.printed is None:
        return False
    return not isinstance(find(printing.printed, printing.near, article, unit_words(site.units[changed.unit].words)), Found)


def _rules_catch(site: Site, rules: Iterable[Rule], changed: Observation, around: Surroundings) -> bool:
    """Whether a rule contradicts the change, cannot be computed after it or mixes areas then, or a built-in rule speaks against it."""
    after = site.with_observation(changed)
    is_odd = any(True for check in BUILT_IN for _ in check(after, changed))
    return is_odd or any((not rule.across and figures_apart(after, rule)) or _contradicts(after, rule, around) for rule in rules)


def _contradicts(after: Site, rule: Rule, around: Surroundings) -> bool:
    if rule.defines:
        return False
    found = judge(after, rule, around)
    return isinstance(found, Unjudged) or found.outcome is Outcome.CONTRADICTS


def _lock_catches(site: Site, changed: Observation) -> bool:
    proof = site.proofs.get(changed.printing.id)
    return proof is None or proof.figure != figure_fingerprint(changed, changed.printing, site.sources[changed.source])
