"""Whether rules hold: the interval of each side, and one of three outcomes (docs/EDITING.md has the
truth table).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from statsite.expressions import (
    Comparison,
    Expression,
    FigureReference,
    Series,
    Sign,
    figures_in,
)
from statsite.interval import Interval, between, exactly, hull
from statsite.model import Observation, Rule, Unit, WrittenFigure, WrittenSite
from statsite.quantity import Quantity, Relation
from statsite.rules.dimensions import dimensions
from statsite.rules.figure_intervals import Stated, stated, stated_when_compared
from statsite.rules.interval_evaluation import Opened, boxes, evaluated, opened, used_in
from statsite.rules.unit_resolution import (
    CannotCompute,
    FormulaNode,
    Side,
    UnitContext,
    resolved_sides,
    resolved_value,
    with_formulas,
)
from statsite.values import replace

#: What a figure of a unit allows.
_WrittenAs = Callable[[Observation, Unit], Stated]

#: One figure does not rise or fall.
_SHORTEST_SERIES = 2


class Outcome(StrEnum):
    """What can be said of a rule."""

    HOLDS = "holds"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot-tell"


class RuleResult(Struct, frozen=True):
    """The outcome of one rule.

    ``sides`` are the intervals between its signs, each in its unit of ``units``, or as a ratio
    where that is None.
    ``is_conventional`` where it is another without the ends of figures that are a convention (约,
    近, 余). ``is_rounded`` where the numbers as printed do not agree and it holds because they are
    rounded.
    """

    rule: Rule
    outcome: Outcome
    signs: tuple[Sign, ...]
    sides: tuple[Interval, ...]
    units: tuple[str | None, ...]
    is_conventional: bool
    is_rounded: bool
    figures: tuple[str, ...]

    @property
    def unit(self) -> str | None:
        """The unit of all sides; None where they differ in it or are ratios."""
        first, *others = self.units
        return first if all(other == first for other in others) else None


class NotComputable(Struct, frozen=True):
    """Why a rule cannot be computed: the slug of the problem, and where in its text."""

    check: str
    at: int
    message: str
    hint: str


#: What comes of a rule: of a relation whether it holds, of a definition what it allows its figure
#: to be, of either why it cannot be computed.
Result = RuleResult | Stated | NotComputable


class _Inputs(Struct, frozen=True):
    """What nodes are computed from: the derived figures behind them that are opened, and what is
    known of each figure in them and in the formulas of those.
    """

    inside: Opened
    known: Mapping[str, Stated]

    @property
    def is_conventional(self) -> bool:
        """Whether an end of a figure is a convention."""
        return any(one.is_conventional for one in self.known.values())

    @property
    def without_conventions(self) -> _Inputs:
        """The same with what the words of the sources leave open alone."""
        known = {name: Stated(one.without_convention) for name, one in self.known.items()}
        return _Inputs(self.inside, known)


class _Values(Struct, frozen=True):
    """The intervals of several nodes: ``whole`` over all that is known, ``boxed`` in each box of
    it, which together are the narrower.
    """

    whole: list[Interval]
    boxed: list[list[Interval]]

    def whole_in(self, scales: Iterable[Fraction]) -> tuple[Interval, ...]:
        """``whole``, each in a unit of which one is its scale in base units."""
        return tuple(side.scaled(1 / scale) for side, scale in zip(self.whole, scales, strict=True))


def results_of(site: WrittenSite) -> Mapping[str, Result]:
    """What comes of every rule, by its id and in the order of files, but of those that name or
    define what is not there.
    """
    calculator = Calculator(site, unit_context(site))
    known = (
        rule
        for rule in site.rules.values()
        if is_known(site, rule) and (rule.defines is None or rule.defines.id in site.observations)
    )
    return {rule.id: calculator.result(rule) for rule in known}


def figures_of(site: WrittenSite, rule: Rule) -> frozenset[str]:
    """Every figure whose number the rule depends on, those behind derived figures included; unknown
    ones aside.
    """
    found, waiting = set[str](), [*named_figures(site, rule)]
    while waiting:
        name = waiting.pop()
        if name not in found and name in site.observations:
            found.add(name)
            waiting.extend(
                named_figures(site, site.definitions[name]) if name in site.definitions else ()
            )
    return frozenset(found)


def named_figures(site: WrittenSite, rule: Rule) -> Iterator[str]:
    """The figures that the rule names, those of a series included."""
    if isinstance(rule.formula, Series):
        yield from _of_indicator(site, rule.formula.indicator)
    yield from (reference.id for reference in rule.figures)


def _of_indicator(site: WrittenSite, name: str) -> Iterator[str]:
    indicator = site.indicators.get(name)
    yield from (figure.id for figure in indicator.observations) if indicator else ()


def is_known(site: WrittenSite, rule: Rule) -> bool:
    """Whether every figure and indicator that the rule names is there."""
    if isinstance(rule.formula, Series):
        return rule.formula.indicator in site.indicators
    return all(reference.id in site.observations for reference in rule.figures)


def unit_context(site: WrittenSite) -> UnitContext:
    """The units of every figure, and the formulas of the derived ones as far as their figures are
    known.
    """
    formulas = {
        figure: rule.formula
        for figure, rule in site.definitions.items()
        if not isinstance(rule.formula, Comparison | Series)
        and figure in site.observations
        and is_known(site, rule)
    }
    around = UnitContext({o.id: o.unit for o in site.observations.values()}, dimensions(site.units))
    return with_formulas(around, formulas)


class Calculator(Struct):
    """Computes rules of ``site``, and each derived figure once, whatever is computed from it."""

    site: WrittenSite
    around: UnitContext
    _derived: dict[str, Stated | CannotCompute] = {}
    _of_series: dict[tuple[str, str], RuleResult | NotComputable] = {}

    def result(self, rule: Rule) -> Result:
        """Whether a relation holds, or what a definition computes.

        Every figure it names or defines is in the site.
        """
        return self.value_of(rule, rule.defines.id) if rule.defines else self.result_of(rule)

    def result_of(self, rule: Rule) -> RuleResult | NotComputable:
        """Whether a relation holds. Every figure it names is in the site."""
        return (
            self._series(rule, rule.formula)
            if isinstance(rule.formula, Series)
            else self._evaluate(rule)
        )

    def value_of(self, rule: Rule, figure: str) -> Stated | NotComputable:
        """What the formula of a definition allows ``figure`` to be, in its unit.

        Every figure it names is in the site.
        """
        if isinstance(rule.formula, Comparison | Series):
            raise TypeError(f"{rule.id} states a relation and defines no figure")
        if figure in self.around.formulas and self.site.definitions[figure] is rule:
            found = self._computed(figure)
        else:
            found = self._value(rule.formula, figure)
        return _not_computable(found) if isinstance(found, CannotCompute) else found

    def _value(self, formula: Expression, figure: str) -> Stated | CannotCompute:
        """What ``formula`` allows ``figure`` to be, or why it cannot be computed."""
        try:
            unit = self.around.figure_units[figure]
            return self._hull(resolved_value(formula, unit, self.around))
        except CannotCompute as refused:
            return refused

    def _series(self, rule: Rule, series: Series) -> RuleResult | NotComputable:
        """Whether the figures of an indicator are as a function says, worked out once, whatever
        rules say so again.
        """
        key = series.function, series.indicator
        if key not in self._of_series:
            self._of_series[key] = self._evaluate(rule)
        found = self._of_series[key]
        return (
            replace(found, rule=rule)
            if isinstance(found, RuleResult)
            else replace(found, at=series.at)
        )

    def _evaluate(self, rule: Rule) -> RuleResult | NotComputable:
        try:
            comparison = _comparison(self.site, rule)
            return self._outcome(rule, comparison, resolved_sides(comparison, self.around))
        except CannotCompute as refused:
            return _not_computable(refused)

    def _outcome(self, rule: Rule, comparison: Comparison, sides: tuple[Side, ...]) -> RuleResult:
        nodes = [side.node for side in sides]
        inputs = self._inputs(nodes, written_as=stated_when_compared)
        values = _values(nodes, inputs)
        outcome = _outcome_of_chain(comparison.signs, values)
        return RuleResult(
            rule,
            outcome,
            comparison.signs,
            values.whole_in(side.scale for side in sides),
            tuple(side.unit for side in sides),
            is_conventional=inputs.is_conventional
            and _outcome_without_conventions(comparison.signs, nodes, inputs) is not outcome,
            is_rounded=outcome is Outcome.HOLDS
            and self._differs_as_printed(comparison, nodes, inputs),
            figures=_ids_in(comparison),
        )

    def _hull(self, node: FormulaNode) -> Stated:
        """All values of ``node``."""
        inputs = self._inputs([node], written_as=stated)
        found = _hull_of(node, inputs)
        by_words = _hull_without_conventions(node, inputs) if inputs.is_conventional else found
        return Stated(found, by_words=None if by_words == found else by_words)

    def _inputs(self, nodes: Iterable[FormulaNode], written_as: _WrittenAs) -> _Inputs:
        """What ``nodes`` are computed from, with what a figure without a formula is
        ``written_as``. Raises CannotCompute where a figure cannot be.
        """
        inside = opened(nodes, self.around.formulas)
        places = {figure.figure: figure.at for node in nodes for figure in used_in(node)}
        for formula in inside.values():
            for figure in used_in(formula):
                places.setdefault(figure.figure, 0)
        known = {name: self._stated(name, at, written_as) for name, at in places.items()}
        return _Inputs(inside, known)

    def _stated(self, figure: str, at: int, written_as: _WrittenAs) -> Stated:
        """What a figure that is at ``at`` allows.

        Raises CannotCompute where it is derived and cannot be computed.
        """
        if figure in self.around.formulas:
            return self._derived_or_raise(figure, at)
        return self._written(self.site.observations[figure], written_as)

    def _derived_or_raise(self, figure: str, at: int) -> Stated:
        found = self._computed(figure)
        if isinstance(found, CannotCompute):
            raise found.passed_on(figure, at)
        return found

    def _written(self, figure: WrittenFigure, written_as: _WrittenAs) -> Stated:
        """What a figure without a formula allows: anything where nothing prints it."""
        if not isinstance(figure, Observation):
            return Stated(between(None, None))
        return written_as(figure, self.site.units[figure.unit])

    def _computed(self, figure: str) -> Stated | CannotCompute:
        """What the formula of a derived figure allows, or why it cannot be computed."""
        for name in self._uncomputed(figure):
            self._derived[name] = self._of_formula(name)
        return self._derived[figure]

    def _of_formula(self, name: str) -> Stated | CannotCompute:
        try:
            return self._hull(self.around.formulas[name])
        except CannotCompute as refused:
            return refused

    def _uncomputed(self, figure: str) -> list[str]:
        """The derived figures behind ``figure`` and it itself, as far as they have not been
        computed, each behind those that it is computed from.
        """
        found, waiting = dict[str, None](), [figure]
        while waiting:
            name = waiting.pop()
            if name in self.around.formulas and name not in self._derived and name not in found:
                found[name] = None
                waiting.extend(one.figure for one in used_in(self.around.formulas[name]))
        return sorted(found, key=self.around.place_of)

    def _differs_as_printed(
        self, comparison: Comparison, nodes: list[FormulaNode], inputs: _Inputs
    ) -> bool:
        """Whether two sides that are said to be equal differ in the numbers as printed, all of
        which are plain ones.
        """
        points = self._printed_points(inputs) if "==" in comparison.signs else None
        if points is None:
            return False
        sides = [evaluated(node, points) for node in nodes]
        return any(
            sign == "==" and left != right
            for sign, (left, right) in zip(comparison.signs, pairwise(sides), strict=True)
        )

    def _printed_points(self, inputs: _Inputs) -> Mapping[str, Interval] | None:
        """Every figure as the number that is printed, or that follows from those that are; None
        where one of them is printed as anything but a plain number.
        """
        points: dict[str, Interval] = {}
        for name in inputs.known:
            if name in inputs.inside:
                continue
            number = self._plain_number(name)
            if number is None:
                return None
            points[name] = exactly(number)
        for name, formula in inputs.inside.items():
            points[name] = evaluated(formula, points)
        return points

    def _plain_number(self, name: str) -> Fraction | None:
        """The number that is printed of a figure; None where it is derived or not a plain one."""
        figure = self.site.observations[name]
        if name in self.around.formulas or not isinstance(figure, Observation):
            return None
        return _equal_number(figure.quantity)


def _equal_number(quantity: Quantity) -> Fraction | None:
    """The number of a quantity that is no bound, range or estimate."""
    return quantity.value if quantity.relation is Relation.EQUAL else None


def _values(nodes: list[FormulaNode], inputs: _Inputs) -> _Values:
    """The intervals of ``nodes``. Raises CannotCompute where they have none."""
    intervals = {name: one.interval for name, one in inputs.known.items()}
    first, *others = boxes(nodes, inputs.inside, intervals)
    whole = [evaluated(node, first) for node in nodes]
    return _Values(whole, [[evaluated(node, box) for node in nodes] for box in others] or [whole])


def _hull_of(node: FormulaNode, inputs: _Inputs) -> Interval:
    """All values of ``node``. Raises CannotCompute where it has none."""
    return hull(one for (one,) in _values([node], inputs).boxed)


def _hull_without_conventions(node: FormulaNode, inputs: _Inputs) -> Interval:
    """All values that the words of the sources leave open: any, where they cannot be computed."""
    try:
        return _hull_of(node, inputs.without_conventions)
    except CannotCompute:
        return between(None, None)


def _outcome_without_conventions(
    signs: Sequence[Sign], nodes: list[FormulaNode], inputs: _Inputs
) -> Outcome:
    """What can be said where only the words of the sources count."""
    try:
        return _outcome_of_chain(signs, _values(nodes, inputs.without_conventions))
    except CannotCompute:
        return Outcome.CANNOT_TELL


def _ids_in(comparison: Comparison) -> tuple[str, ...]:
    """The figures of a comparison, each once."""
    return tuple(dict.fromkeys(figure.id for figure in figures_in(comparison)))


def _not_computable(refused: CannotCompute) -> NotComputable:
    return NotComputable(refused.check, refused.at, refused.message, refused.hint)


def _comparison(site: WrittenSite, rule: Rule) -> Comparison:
    match rule.formula:
        case Comparison():
            return rule.formula
        case Series():
            return _chain(site, rule.formula)
        case _:
            raise ValueError(f"{rule.id} defines a figure and states no relation")


def _chain(site: WrittenSite, series: Series) -> Comparison:
    """The figures of a series in their order of time, each compared with the next."""
    names = _in_order_of_time(series, site.indicators[series.indicator].observations)
    sides = tuple(FigureReference(name, series.at) for name in names)
    return Comparison(sides, (series.sign,) * (len(names) - 1), series.at)


def _in_order_of_time(series: Series, figures: Sequence[WrittenFigure]) -> list[str]:
    """The ids of the figures of ``series``, the earliest first.

    Raises CannotCompute where they are not of one kind, or not each has a moment of its own.
    """
    if len({(o.area, o.status) for o in figures}) > 1:
        why = "its figures are of several areas or statuses"
        raise _unordered(series, why, "write chains such as `a <= b <= c`")
    by_position = _by_position(figures)
    if len(by_position) < max(len(figures), _SHORTEST_SERIES):
        why = "it needs two figures or more, each of a moment of its own"
        raise _unordered(series, why, "give each its `period`, or write a chain")
    return [name for _, name in sorted(by_position.items())]


def _by_position(figures: Sequence[WrittenFigure]) -> Mapping[float, str]:
    """The ids of the figures of single moments, by these; of one moment the last."""
    return {o.period.position: o.id for o in figures if o.period and o.period.is_moment}


def _unordered(series: Series, message: str, hint: str) -> CannotCompute:
    return CannotCompute("series-unordered", series.at, message, hint)


def _outcome_of_chain(signs: Sequence[Sign], values: _Values) -> Outcome:
    """What can be said of the signs between values, in whatever box the figures are."""
    neighbours = zip(*map(pairwise, values.boxed), strict=True)
    return _all_of(_verdict(sign, pairs) for sign, pairs in zip(signs, neighbours, strict=True))


def _verdict(sign: Sign, pairs: Sequence[tuple[Interval, Interval]]) -> Outcome:
    """The outcome of one sign between two sides, whose intervals in every box are ``pairs``."""
    match sign:
        case "==":
            return _equal(pairs)
        case ">=":
            return _greater_or_equal(pairs)
        case ">":
            return _greater(pairs)
        case "<=":
            return _greater_or_equal([(right, left) for left, right in pairs])
        case "<":
            return _greater([(right, left) for left, right in pairs])


def _greater_or_equal(pairs: Sequence[tuple[Interval, Interval]]) -> Outcome:
    if all(right.is_at_most(left) for left, right in pairs):
        return Outcome.HOLDS
    is_false = all(left.is_below(right) for left, right in pairs)
    return Outcome.CONTRADICTS if is_false else Outcome.CANNOT_TELL


def _greater(pairs: Sequence[tuple[Interval, Interval]]) -> Outcome:
    if all(right.is_below(left) for left, right in pairs):
        return Outcome.HOLDS
    is_false = all(left.is_at_most(right) for left, right in pairs)
    return Outcome.CONTRADICTS if is_false else Outcome.CANNOT_TELL


def _equal(pairs: Sequence[tuple[Interval, Interval]]) -> Outcome:
    if not any(left.meets(right) for left, right in pairs):
        return Outcome.CONTRADICTS
    are_bounded = all(left.is_bounded and right.is_bounded for left, right in pairs)
    return Outcome.HOLDS if are_bounded else Outcome.CANNOT_TELL


def _all_of(verdicts: Iterable[Outcome]) -> Outcome:
    found = set(verdicts)
    return next(
        (one for one in (Outcome.CONTRADICTS, Outcome.CANNOT_TELL) if one in found), Outcome.HOLDS
    )
