"""The rules between figures can be computed, compare like with like, define what they say they
define, and hold.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from statsite.assess.assessment import Assessment
from statsite.expressions import Series, unexplained_numbers
from statsite.model import Indicator, Observation, Rule, Site, Unit, location_of
from statsite.problems import Location, Problem, Severity
from statsite.rules.constancy import is_constant
from statsite.rules.dependencies import collect_from_inputs
from statsite.rules.derive import UNKNOWN_QUANTITY
from statsite.rules.dimensions import MOST_PARTS, dimensions, unit_cycles, units_out_of_reach
from statsite.rules.evaluation import (
    NotComputable,
    Outcome,
    Result,
    RuleResult,
    is_known,
    named_figures,
    unit_context,
)
from statsite.rules.scopes import ScopeMismatch, scope_mismatch, times_apart
from statsite.rules.unit_resolution import FormulaNode

_ACROSS_HINT = "if they are, write the reason as `across` in every language"


def units_are_defined_by_others(site: Site) -> Iterator[Problem]:
    """``unit-circular``: a unit whose ``one_is`` leads back to itself; ``unit-too-large``: one that
    nothing can be counted in.
    """
    for name in unit_cycles(site.units):
        yield _defined_by_itself(site.units[name])
    for name in units_out_of_reach(site.units):
        yield _too_large(site.units[name])


def _defined_by_itself(unit: Unit) -> Problem:
    message = f"unit `{unit.id}` is defined by itself"
    hint = "define it by a unit that has no `one_is`"
    return Problem("unit-circular", message, location_of(unit, "one_is"), hint)


def _too_large(unit: Unit) -> Problem:
    message = (
        f"unit `{unit.id}` comes to more than anything counted, or to more than "
        f"{MOST_PARTS} units times each other"
    )
    hint = "define it by fewer units and smaller numbers"
    return Problem("unit-too-large", message, location_of(unit, "one_is"), hint)


def parts_are_in_their_wholes_unit(site: Site) -> Iterator[Problem]:
    """``unit-mismatch``: an indicator that measures something else than the one it is
    ``part_of``.
    """
    found = dimensions(site.units)
    for part, whole, location in _parts_and_wholes(site):
        if found.get(part.unit) != found.get(whole.unit):
            yield _measures_differ(part, whole, location)


def _parts_and_wholes(site: Site) -> Iterator[tuple[Indicator, Indicator, Location]]:
    """Each indicator that is part of another, the other, and where it names it."""
    for part in site.indicators.values():
        if part.part_of and part.part_of.id in site.indicators:
            yield part, site.indicators[part.part_of.id], part.part_of.location


def _measures_differ(part: Indicator, whole: Indicator, location: Location) -> Problem:
    is_in = f"`{part.id}` is in `{part.unit}`"
    message = f"{is_in}, its whole `{whole.id}` in `{whole.unit}`"
    hint = "name the indicator of the whole, or say in units.yaml what `one_is`"
    return Problem("unit-mismatch", message, location, hint)


def rules_can_be_computed(assessment: Assessment) -> Iterator[Problem]:
    """``unit-mismatch``, ``division-by-zero``, ``number-too-large``, ``derived-circular``,
    ``derived-constant`` or ``series-unordered``: a rule that makes no sense of its figures.
    """
    formulas = unit_context(assessment.site).formulas
    for rule, found in _results(assessment):
        if isinstance(found, NotComputable):
            yield Problem(found.check, found.message, rule.place(found.at), found.hint)
        elif rule.defines:
            yield from _constant_problems(rule, formulas.get(rule.defines.id))


def _constant_problems(rule: Rule, formula: FormulaNode | None) -> Iterator[Problem]:
    """That what a rule defines depends on no figure."""
    if not rule.figures:
        yield _constant(rule, "is computed from no figure, so that no source stands behind it")
    elif formula is not None and is_constant(formula):
        yield _constant(rule, "comes to the same number whatever its figures are")


def _constant(rule: Rule, fault: str) -> Problem:
    message = f"`{rule.defines.id if rule.defines else rule.id}` {fault}"
    hint = "compute it from printed figures, or give it as `value` with its source"
    return Problem("derived-constant", message, location_of(rule, "rule"), hint)


def derived_figures_are_defined(assessment: Assessment) -> Iterator[Problem]:
    """``derived-undefined``: a derived figure without a rule; ``derived-twice``: one with two;
    ``derived-printed``: a rule for a printed one; ``derived-unbounded``: one of which nothing is
    known.
    """
    site, computed = assessment.site, _computed(assessment)
    if not _has_lost_rules(site):
        yield from map(_without_rule, _undefined(site))
    for rule, defined in _definitions(site):
        yield from _definition_problems(site, rule, defined, is_computed=rule.id in computed)


def _computed(assessment: Assessment) -> set[str]:
    """The rules that can be computed."""
    return {rule.id for rule, found in _results(assessment) if not isinstance(found, NotComputable)}


def _definitions(site: Site) -> Iterator[tuple[Rule, Observation]]:
    """Each rule with the figure that it defines."""
    for rule in site.rules.values():
        if rule.defines and rule.defines.id in site.observations:
            yield rule, site.observations[rule.defines.id]


def _without_rule(observation: Observation) -> Problem:
    message = f"no rule defines `{observation.id}`"
    hint = f"write one in content/rules: `defines: {observation.id}`"
    return Problem("derived-undefined", message, observation.location, hint)


def _has_lost_rules(site: Site) -> bool:
    return any(what == "rule" for what, _ in site.lost.ids)


def _undefined(site: Site) -> Iterator[Observation]:
    """The derived figures that no rule defines."""
    for observation in site.observations.values():
        if observation.is_derived and observation.id not in site.definitions:
            yield observation


def _definition_problems(
    site: Site, rule: Rule, defined: Observation, *, is_computed: bool
) -> Iterator[Problem]:
    location, first = location_of(rule, "defines"), site.definitions[defined.id]
    if not defined.is_derived:
        yield _needs_no_formula(defined, location)
    elif first is not rule:
        yield _defined_already(defined, first, location)
    elif defined.quantity == UNKNOWN_QUANTITY and is_computed:
        yield _unbounded(defined, location)


def _defined_already(defined: Observation, first: Rule, location: Location) -> Problem:
    message = f"rule `{first.id}` defines `{defined.id}` already"
    return Problem("derived-twice", message, location, "keep one of the two")


def _needs_no_formula(defined: Observation, location: Location) -> Problem:
    message = f"`{defined.id}` is printed at {defined.location} and needs no formula"
    hint = "compare it: `figure == …`, without `defines`"
    return Problem("derived-printed", message, location, hint)


def _unbounded(defined: Observation, location: Location) -> Problem:
    message = f"nothing can be said of `{defined.id}`: its formula is open at both ends"
    hint = "use figures that are bounded on the side that matters"
    return Problem("derived-unbounded", message, location, hint)


def series_are_compared_once(site: Site) -> Iterator[Problem]:
    """``rule-repeated``: a second rule that the figures of an indicator rise, or that they fall."""
    first: dict[tuple[str, str], Rule] = {}
    for rule, series in _series(site):
        earlier = first.setdefault((series.function, series.indicator), rule)
        if earlier is not rule:
            yield _repeated(rule, earlier)


def _series(site: Site) -> Iterator[tuple[Rule, Series]]:
    for rule in site.rules.values():
        if isinstance(rule.formula, Series):
            yield rule, rule.formula


def _repeated(rule: Rule, earlier: Rule) -> Problem:
    message = f"rule `{earlier.id}` says this of the series already"
    return Problem("rule-repeated", message, location_of(rule, "rule"), "remove one of them")


def scopes_agree(site: Site) -> Iterator[Problem]:
    """``scope-mixed``: figures of different areas or scopes in one rule without a reason;
    ``times-mixed``: figures that may be of different times; ``scope-reason-unneeded``: a reason
    without either.
    """
    for rule in site.rules.values():
        if is_known(site, rule):
            yield from _scope_problems(
                site, rule, scope_mismatch(site, rule), times_apart(site, rule)
            )


def _scope_problems(
    site: Site, rule: Rule, apart: ScopeMismatch | None, times: tuple[str, str] | None
) -> Iterator[Problem]:
    if apart and not rule.across:
        yield _mixed(rule, apart)
    elif times and not rule.across:
        yield _times_mixed(site, rule, times)
    if rule.across and not (apart or times):
        yield _reason_unneeded(rule)


def _times_mixed(site: Site, rule: Rule, names: tuple[str, str]) -> Problem:
    first, other = (f"`{name}` is of {_time(site.observations[name])}" for name in names)
    message = f"{first}, {other}: they may not be comparable"
    return Problem(
        "times-mixed", message, location_of(rule, "rule"), _ACROSS_HINT, Severity.WARNING
    )


def _time(figure: Observation) -> str:
    return str(figure.period) if figure.period else f"no stated time in `{figure.source}`"


def _reason_unneeded(rule: Rule) -> Problem:
    message = "all figures of this rule are of one area, scope and time"
    location, hint = location_of(rule, "across"), "remove `across`"
    return Problem("scope-reason-unneeded", message, location, hint, Severity.WARNING)


def _mixed(rule: Rule, apart: ScopeMismatch) -> Problem:
    message = (
        f"`{apart.first}` is about {apart.first_scope}, `{apart.other}` about "
        f"{apart.other_scope}: they may not be comparable"
    )
    return Problem("scope-mixed", message, location_of(rule, "rule"), _ACROSS_HINT)


def constants_are_explained(site: Site) -> Iterator[Problem]:
    """``constant-unexplained``: a plain number in a rule, other than 0, 1 and powers of ten that
    multiply, without a word on where it is from.
    """
    for rule in site.rules.values():
        found = next(unexplained_numbers(rule.formula), None)
        if found and not rule.constants:
            yield _unexplained(rule, found.at)


def _unexplained(rule: Rule, at: int) -> Problem:
    message = f"nothing says where the {_number_at(rule, at)} of `{rule.id}` is from"
    hint = "write it as `constants` in every language, or make the number a figure of its own"
    return Problem("constant-unexplained", message, rule.place(at), hint, Severity.WARNING)


def _number_at(rule: Rule, at: int) -> str:
    """The number as it is written at a place of a rule."""
    return rule.text[at:].split(maxsplit=1)[0].strip("()")


def rules_hold(assessment: Assessment) -> Iterator[Problem]:
    """``rule-contradicts``: a rule that is true for no number its figures allow."""
    for result in assessment.rule_results:
        if result.outcome is Outcome.CONTRADICTS:
            yield _contradicts(assessment.site, result)


def _contradicts(site: Site, result: RuleResult) -> Problem:
    message, location = _contradiction(site, result), location_of(result.rule, "rule")
    hint = (
        "fix the figure that is wrong; if the sources themselves disagree, drop "
        "the rule and say so in a note"
    )
    return Problem("rule-contradicts", message, location, hint)


def _contradiction(site: Site, result: RuleResult) -> str:
    unit = f" {result.unit}" if result.unit else ""
    figures = "; ".join(_figures_said(site, result.figures))
    return f"`{result.rule.id}` is true for no number: {_sides(result)}{unit}, from {figures}"


def _figures_said(site: Site, names: Sequence[str]) -> Iterator[str]:
    """The first figures of a contradiction, and how many more there are."""
    yield from (_figure_said(site.observations[name]) for name in names[:_FIGURES_SHOWN])
    if len(names) > _FIGURES_SHOWN:
        yield f"{len(names) - _FIGURES_SHOWN} more"


def _sides(result: RuleResult) -> str:
    """The sides of a relation with the signs between them, an ellipsis for those left out; each
    with its unit where they differ in it.
    """
    shown = zip(_told_sides(result), _told_signs(result), strict=True)
    return "".join(f"{side}{sign}" for side, sign in shown).rstrip()


def _told_signs(result: RuleResult) -> list[str]:
    """What follows each side that is told."""
    signs = [f" {sign} " for sign in result.signs[: _SIDES_SHOWN - 1]]
    return [*signs, "" if len(result.sides) <= _SIDES_SHOWN else " …"]


def _told_sides(result: RuleResult) -> list[str]:
    is_told_once = result.unit is not None
    shown = zip(result.sides[:_SIDES_SHOWN], result.units, strict=False)
    return [f"{side}" if is_told_once or not unit else f"{side} {unit}" for side, unit in shown]


def _figure_said(observation: Observation) -> str:
    return f"`{observation.id}` {_said(observation)} at {observation.location}"


#: So many sides and figures of a contradiction are told.
_SIDES_SHOWN, _FIGURES_SHOWN = 10, 30


def _said(observation: Observation) -> str:
    if observation.printing.printed:
        return f"「{observation.printing.printed}」"
    return "derived" if observation.is_derived else "given as a value"


def built_in_rules_hold(assessment: Assessment) -> Iterable[Problem]:
    """The rules that need no declaration (``statsite.rules.builtin`` names their slugs)."""
    return assessment.built_in


def _results(assessment: Assessment) -> Iterator[tuple[Rule, Result]]:
    """What comes of each rule, but of those that rest on one that could not be read."""
    site, unsure = assessment.site, _resting_on_lost_rules(assessment.site)
    for name, found in assessment.results.items():
        rule = site.rules[name]
        if unsure.isdisjoint(named_figures(site, rule)):
            yield rule, found


def _resting_on_lost_rules(site: Site) -> frozenset[str]:
    """The figures that may be defined by a rule that could not be read, and those that are computed
    from them.
    """
    if not _has_lost_rules(site):
        return frozenset()
    undefined = {observation.id for observation in _undefined(site)}
    return frozenset(undefined.union(_computed_from(site, undefined)))


def _computed_from(site: Site, figures: Container[str]) -> Iterator[str]:
    """The figures that are computed from these."""
    behind = collect_from_inputs(site, lambda one: (one.id,) if one.id in figures else ())
    return (figure for figure, found in behind.items() if found)
