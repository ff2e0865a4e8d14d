"""The rules between figures can be computed, compare like with like, define what they say they define, and hold."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import Observation, Rule, Site, place_of
from statsite.problems import Problem, Severity
from statsite.rules.builtin import BUILT_IN
from statsite.rules.derive import UNKNOWN
from statsite.rules.judge import Judgement, Outcome, Unjudged, figures_of, is_known, judge, judgements, value_of
from statsite.rules.measures import measure_of, unit_cycles
from statsite.rules.scopes import figures_apart


def units_are_defined_by_others(site: Site) -> Iterator[Problem]:
    """``unit-circular``: a unit whose ``one_is`` leads back to itself."""
    for unit in unit_cycles(site.units):
        where = place_of(site.units[unit], "one_is")
        yield Problem("unit-circular", f"unit `{unit}` is defined by itself", where, "define it by a unit that has no `one_is`")


def parts_are_in_their_wholes_unit(site: Site) -> Iterator[Problem]:
    """``unit-mismatch``: an indicator that measures something else than the one it is ``part_of``."""
    for indicator in site.indicators.values():
        whole = site.indicators.get(indicator.part_of.id) if indicator.part_of else None
        if indicator.part_of and whole and measure_of(indicator.unit, site.units) != measure_of(whole.unit, site.units):
            message = f"`{indicator.id}` is in `{indicator.unit}`, its whole `{whole.id}` in `{whole.unit}`"
            yield Problem("unit-mismatch", message, indicator.part_of.where, "name the indicator of the whole, or say in units.yaml what `one_is`")


def rules_can_be_computed(site: Site) -> Iterator[Problem]:
    """``unit-mismatch``, ``division-by-zero``, ``derived-circular`` or ``series-unordered``: a rule that makes no sense of its figures."""
    for rule in site.rules.values():
        found = _result(site, rule)
        if isinstance(found, Unjudged):
            yield Problem(found.check, found.message, rule.place(found.at), found.hint)


def derived_figures_are_defined(site: Site) -> Iterator[Problem]:
    """``derived-undefined``: a derived figure without a rule; ``derived-twice``: one with two; ``derived-printed``: a rule for a printed one;
    ``derived-unbounded``: one of which nothing is known.
    """  # noqa: D205 - the slugs are one sentence
    has_lost_rules = any(what == "rule" for what, _ in site.lost.ids)
    for observation in site.observations.values():
        if observation.is_derived and observation.id not in site.definitions and not has_lost_rules:
            hint = f"write one in content/rules: `defines: {observation.id}`"
            yield Problem("derived-undefined", f"no rule defines `{observation.id}`", observation.where, hint)
    for rule in site.rules.values():
        defined = site.observations.get(rule.defines.id) if rule.defines else None
        if rule.defines and defined:
            yield from _definition_problems(site, rule, defined)


def _definition_problems(site: Site, rule: Rule, defined: Observation) -> Iterator[Problem]:
    where, first = place_of(rule, "defines"), site.definitions[defined.id]
    if not defined.is_derived:
        hint = "compare it: `figure == …`, without `defines`"
        yield Problem("derived-printed", f"`{defined.id}` is printed at {defined.where} and needs no formula", where, hint)
    elif first is not rule:
        yield Problem("derived-twice", f"rule `{first.id}` defines `{defined.id}` already", where, "keep one of the two")
    elif defined.quantity == UNKNOWN and not isinstance(_result(site, rule), Unjudged | None):
        hint = "use figures that are bounded on the side that matters"
        yield Problem("derived-unbounded", f"nothing can be said of `{defined.id}`: its formula is open at both ends", where, hint)


def scopes_agree(site: Site) -> Iterator[Problem]:
    """``scope-mixed``: figures of different areas or scopes in one rule without a reason; ``scope-reason-unneeded``: a reason without them."""
    for rule in site.rules.values():
        if not is_known(site, rule):
            continue
        apart = figures_apart(site, rule)
        if apart and not rule.across:
            message = f"`{apart.first}` is about {apart.first_scope}, `{apart.other}` about {apart.other_scope}: they may not be comparable"
            yield Problem("scope-mixed", message, place_of(rule, "rule"), "if they are, write the reason as `across` in every language")
        if rule.across and not apart:
            message = "all figures of this rule are of one area and scope"
            yield Problem("scope-reason-unneeded", message, place_of(rule, "across"), "remove `across`", Severity.WARNING)


def rules_hold(site: Site) -> Iterator[Problem]:
    """``rule-contradicts``: a rule that is true for no number its figures allow."""
    for judgement in judgements(site):
        if judgement.outcome is Outcome.CONTRADICTS:
            hint = "fix the figure that is wrong; if the sources themselves disagree, drop the rule and say so in a note"
            yield Problem("rule-contradicts", _contradiction(site, judgement), place_of(judgement.rule, "rule"), hint)


def _contradiction(site: Site, judgement: Judgement) -> str:
    unit = f" {judgement.unit}" if judgement.unit else ""
    signs = judgement.signs
    sides = "".join(f"{side}{f' {sign} ' if sign else ''}" for side, sign in zip(judgement.sides, (*signs, ""), strict=True))
    figures = "; ".join(f"`{name}` {_said(site.observations[name])} at {site.observations[name].where}" for name in judgement.figures)
    return f"`{judgement.rule.id}` is true for no number: {sides}{unit}, from {figures}"


def _said(observation: Observation) -> str:
    return f"「{observation.printing.printed}」" if observation.printing.printed else "derived" if observation.is_derived else "given as a value"


def built_in_rules_hold(site: Site) -> Iterator[Problem]:
    """The rules that need no declaration (``statsite.rules.builtin`` names their slugs)."""
    for observation in site.observations.values():
        for rule in BUILT_IN:
            yield from rule(site, observation)


def _result(site: Site, rule: Rule) -> object:
    """What comes of the rule's computation; None where it names what is not there, which is another check's."""
    if not is_known(site, rule) or _rests_on_lost_rules(site, rule):
        return None
    if rule.defines is None:
        return judge(site, rule)
    defined = site.observations.get(rule.defines.id)
    return value_of(site, rule, defined.unit) if defined else None


def _rests_on_lost_rules(site: Site, rule: Rule) -> bool:
    """Whether a figure that the rule needs may be defined by a rule that could not be read."""
    used = (site.observations[name] for name in figures_of(site, rule))
    return any(what == "rule" for what, _ in site.lost.ids) and any(o.is_derived and o.id not in site.definitions for o in used)
