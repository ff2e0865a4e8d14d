"""Whether rules hold: the interval of each side, and one of three outcomes (docs/EDITING.md has the truth table)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, product

from statsite.expressions import Comparison, Figure, Series, Sign, figures_in
from statsite.interval import Interval, exactly, hull
from statsite.model import Observation, Rule, Site
from statsite.quantity import Relation
from statsite.rules.intervals import stated
from statsite.rules.resolve import Binary, Constant, Node, Refused, Scaled, Side, Surroundings, resolved_sides, resolved_value

#: Into how many boxes the intervals of figures that are used more than once are cut, altogether.
_BOXES = 64

Intervals = Mapping[str, Interval]


class Outcome(StrEnum):
    """What can be said of a rule."""

    HOLDS = "holds"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome of one rule.

    ``sides`` are the intervals between its signs, in ``unit``, or as ratios where that is None. ``is_conventional`` where the width of a
    figure is a convention (约, 近). ``is_rounded`` where the numbers as printed do not agree and it holds because they are rounded.
    """

    rule: Rule
    outcome: Outcome
    signs: tuple[Sign, ...]
    sides: tuple[Interval, ...]
    unit: str | None
    is_conventional: bool
    is_rounded: bool
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Why a rule cannot be computed: the slug of the problem, and where in its text."""

    check: str
    at: int
    message: str
    hint: str


def judgements(site: Site) -> Iterator[Judgement]:
    """The judgement of every relation of ``site`` that can be computed, in the order of files."""
    around = surroundings(site)
    found = (judge(site, rule, around) for rule in site.rules.values() if not rule.defines and is_known(site, rule))
    return (one for one in found if isinstance(one, Judgement))


def outcomes(site: Site) -> Mapping[str, Outcome]:
    """The outcome of every relation that can be computed, by the rule's id."""
    return {one.rule.id: one.outcome for one in judgements(site)}


def figures_of(site: Site, rule: Rule) -> frozenset[str]:
    """Every figure whose number the rule depends on, those behind derived figures included; unknown ones aside."""
    found, waiting = set[str](), [*named(site, rule)]
    while waiting:
        name = waiting.pop()
        if name not in found and name in site.observations:
            found.add(name)
            waiting.extend(named(site, site.definitions[name]) if name in site.definitions else ())
    return frozenset(found)


def rests_on_convention(site: Site, rule: Rule) -> bool:
    """Whether the width of a figure that the rule depends on is a convention (约, 近, a fraction) and not its source's word."""
    return any(_stated(site, name)[1] for name in figures_of(site, rule))


def named(site: Site, rule: Rule) -> Iterator[str]:
    """The figures that the rule names, those of a series included."""
    if isinstance(rule.formula, Series):
        indicator = site.indicators.get(rule.formula.indicator)
        yield from (o.id for o in indicator.observations) if indicator else ()
    yield from (reference.id for reference in rule.figures)


def is_known(site: Site, rule: Rule) -> bool:
    """Whether every figure and indicator that the rule names is there."""
    if isinstance(rule.formula, Series):
        return rule.formula.indicator in site.indicators
    return all(reference.id in site.observations for reference in rule.figures)


def judge(site: Site, rule: Rule, around: Surroundings | None = None) -> Judgement | Unjudged:
    """Whether a relation holds. Every figure it names is in ``site``; ``around`` are the site's surroundings, where they are at hand."""
    try:
        comparison = _comparison(site, rule)
        sides = resolved_sides(comparison, around or surroundings(site))
        return _judged(site, rule, comparison, sides)
    except Refused as refused:
        return Unjudged(refused.check, refused.at, refused.message, refused.hint)


def value_of(site: Site, rule: Rule, unit: str) -> Interval | Unjudged:
    """What the formula of a definition computes, in ``unit``. Every figure it names is in ``site``."""
    if isinstance(rule.formula, Comparison | Series):
        raise TypeError(f"{rule.id} states a relation and defines no figure")
    try:
        node = resolved_value(rule.formula, unit, surroundings(site))
        intervals = {name: _stated(site, name)[0] for name in _used(node)}
        evaluated(node, intervals)
        return hull(evaluated(node, box) for box in _boxes([node], intervals))
    except Refused as refused:
        return Unjudged(refused.check, refused.at, refused.message, refused.hint)


def surroundings(site: Site) -> Surroundings:
    """The units of every figure, and the formulas of the derived ones as far as their figures are known."""
    formulas = {
        figure: rule.formula
        for figure, rule in site.definitions.items()
        if not isinstance(rule.formula, Comparison | Series) and is_known(site, rule)
    }
    return Surroundings({o.id: o.unit for o in site.observations.values()}, site.units, formulas)


def evaluated(node: Node, intervals: Intervals) -> Interval:
    """The interval of ``node``'s values. Raises Refused where it divides by an interval that holds zero."""
    match node:
        case Constant():
            return exactly(node.value)
        case Scaled():
            return intervals[node.figure].scaled(node.scale)
        case Binary():
            return _joined(node, evaluated(node.left, intervals), evaluated(node.right, intervals))


def _joined(node: Binary, left: Interval, right: Interval) -> Interval:
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right.holds_zero:
            raise Refused("division-by-zero", node.at, f"the divisor may be zero: it lies in {right}", "multiply both sides by it instead")
        case "/":
            return left / right


def _comparison(site: Site, rule: Rule) -> Comparison:
    match rule.formula:
        case Comparison():
            return rule.formula
        case Series():
            return _chain(site, rule.formula)
        case _:
            raise ValueError(f"{rule.id} defines a figure and states no relation")


def _chain(site: Site, series: Series) -> Comparison:
    """The figures of a series in their order of time, each compared with the next."""
    listed = site.indicators[series.indicator].observations
    if len({(o.area, o.status) for o in listed}) > 1:
        raise Refused("series-unordered", series.at, "its figures are of several areas or statuses", "write chains such as `a <= b <= c`")
    moments = [(o.period.position, o.id) for o in listed if o.period is not None and o.period.is_moment]
    if len(moments) < len(listed) or len(moments) < 2 or len({at for at, _ in moments}) < len(moments):  # noqa: PLR2004 - one figure is no series
        raise Refused(
            "series-unordered", series.at, "it needs two figures or more, each of a moment of its own", "give each its `period`, or write a chain"
        )
    sign: Sign = "<=" if series.direction == "rising" else ">="
    return Comparison(tuple(Figure(name, series.at) for _, name in sorted(moments)), (sign,) * (len(moments) - 1), series.at)


def _judged(site: Site, rule: Rule, comparison: Comparison, sides: tuple[Side, ...]) -> Judgement:
    nodes = [side.node for side in sides]
    used = sorted({name for node in nodes for name in _used(node)})
    known = {name: _stated(site, name) for name in used}
    intervals = {name: interval for name, (interval, _) in known.items()}
    whole = [evaluated(node, intervals) for node in nodes]
    boxed = [[evaluated(node, box) for node in nodes] for box in _boxes(nodes, intervals)]
    pairs = [(sign, [(one[index], one[index + 1]) for one in boxed]) for index, sign in enumerate(comparison.signs)]
    outcome = _all_of(_verdict(sign, both) for sign, both in pairs)
    return Judgement(
        rule,
        outcome,
        comparison.signs,
        tuple(side.scaled(1 / sides[0].scale) for side in whole),
        sides[0].unit,
        is_conventional=any(is_conventional for _, is_conventional in known.values()),
        is_rounded=outcome is Outcome.HOLDS and _differs_as_printed(site, comparison, nodes, used),
        figures=tuple(dict.fromkeys(figure.id for figure in figures_in(comparison))),
    )


def _stated(site: Site, figure: str) -> tuple[Interval, bool]:
    observation = site.observations[figure]
    found = stated(observation, site.units[observation.unit])
    return found.interval, found.is_conventional


def _used(node: Node) -> Iterator[str]:
    """The figures of ``node``, each as often as it is used."""
    match node:
        case Scaled():
            yield node.figure
        case Binary():
            yield from _used(node.left)
            yield from _used(node.right)


def _boxes(nodes: Iterable[Node], intervals: Intervals) -> Iterator[Intervals]:
    """The intervals, those of figures used more than once cut into parts: a figure is one number, wherever it stands."""
    counts = Counter(name for node in nodes for name in _used(node))
    repeated = [name for name, count in counts.items() if count > 1 and intervals[name].is_bounded and not intervals[name].is_point]
    each = int(_BOXES ** (1 / len(repeated))) if repeated else 1
    for parts in product(*(intervals[name].parts(each) for name in repeated)):
        yield {**intervals, **dict(zip(repeated, parts, strict=True))}


def _verdict(sign: Sign, pairs: list[tuple[Interval, Interval]]) -> Outcome:
    """The outcome of one sign between two sides, whose intervals in every box are ``pairs``."""
    match sign:
        case "==":
            return _equal(pairs)
        case ">=":
            is_true, is_false = all(right.is_at_most(left) for left, right in pairs), all(left.is_below(right) for left, right in pairs)
        case ">":
            is_true, is_false = all(right.is_below(left) for left, right in pairs), all(left.is_at_most(right) for left, right in pairs)
        case "<=":
            return _verdict(">=", [(right, left) for left, right in pairs])
        case "<":
            return _verdict(">", [(right, left) for left, right in pairs])
    return Outcome.HOLDS if is_true else Outcome.CONTRADICTS if is_false else Outcome.CANNOT_TELL


def _equal(pairs: list[tuple[Interval, Interval]]) -> Outcome:
    if not any(left.meets(right) for left, right in pairs):
        return Outcome.CONTRADICTS
    return Outcome.HOLDS if all(left.is_bounded and right.is_bounded for left, right in pairs) else Outcome.CANNOT_TELL


def _all_of(verdicts: Iterable[Outcome]) -> Outcome:
    found = set(verdicts)
    return next((one for one in (Outcome.CONTRADICTS, Outcome.CANNOT_TELL) if one in found), Outcome.HOLDS)


def _differs_as_printed(site: Site, comparison: Comparison, nodes: list[Node], used: Iterable[str]) -> bool:
    """Whether two sides that are said to be equal differ in the numbers as printed, all of which are plain ones."""
    observations = [site.observations[name] for name in used]
    if "==" not in comparison.signs or not all(_is_plain(o) for o in observations):
        return False
    points = {o.id: exactly(o.quantity.value) for o in observations if o.quantity.value is not None}
    sides = [evaluated(node, points) for node in nodes]
    return any(sign == "==" and left != right for sign, (left, right) in zip(comparison.signs, pairwise(sides), strict=True))


def _is_plain(observation: Observation) -> bool:
    return observation.quantity.relation is Relation.EQUAL and observation.quantity.value is not None
