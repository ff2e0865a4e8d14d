"""The tree of a rule with its units settled: every figure and number in base units, so that what
remains is arithmetic.

A share counts as hundredths: 22.0 % is 0.22. A bare number takes the unit of what it is added to or
compared with (``share <= 100`` is 100 %); a ratio that is multiplied by 100 is compared with the
printed number of a share, one multiplied by 10000 with that of a rate per 10,000.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from statsite.expressions import (
    Comparison,
    Expression,
    FigureReference,
    Negation,
    NumberLiteral,
    Operation,
    Operator,
    figures_in,
)
from statsite.rules.dependency_order import DependencyOrder, dependency_order
from statsite.rules.dimensions import PURE, Dimension, Powers
from statsite.values import replace

_HUNDREDTH, _HUNDRED, _ONE = Fraction(1, 100), Fraction(100), Fraction(1)


class CannotCompute(Exception):  # noqa: N818 - named for what happened
    """A rule cannot be computed; ``check`` is the slug of the problem, ``at`` where it is in the
    rule's text, ``hint`` what to do.

    ``is_passed_on`` where another rule, whose figure it uses, is to blame.
    """

    def __init__(
        self, check: str, at: int, message: str, hint: str, *, is_passed_on: bool = False
    ) -> None:
        super().__init__(message)
        self.check, self.at, self.message, self.hint, self.is_passed_on = (
            check,
            at,
            message,
            hint,
            is_passed_on,
        )

    def passed_on(self, figure: str, at: int) -> CannotCompute:
        """The same of a rule that uses ``figure``, which cannot be computed, at ``at`` of its
        text.
        """
        message = self.message
        if not (self.is_passed_on or self.check == "derived-circular"):
            message = f"`{figure}` cannot be computed: {message}"
        return CannotCompute(self.check, at, message, self.hint, is_passed_on=True)


class Constant(Struct, frozen=True):
    """A number in base units."""

    value: Fraction


class ScaledFigure(Struct, frozen=True):
    """A figure, printed or derived, by id, times what one of its unit is in base units; ``at`` is
    where it is in the rule's text.
    """

    figure: str
    scale: Fraction
    at: int


class Binary(Struct, frozen=True):
    """Two nodes joined by an operator that is at ``at``."""

    operator: Operator
    left: FormulaNode
    right: FormulaNode
    at: int


FormulaNode = Constant | ScaledFigure | Binary


class Side(Struct, frozen=True):
    """One side of a comparison: its node, and the unit that its value is told in with what one of
    that is in base units: its own where it has one, else that of what it is compared with, None
    for a ratio.
    """

    node: FormulaNode
    unit: str | None
    scale: Fraction


class UnitContext(Struct, frozen=True):
    """What figures are: the unit of each by id, and what the units measure.

    ``formulas`` are those of the derived figures that can be computed, each after those that it
    uses, as nodes whose values are in the figure's unit; ``refused`` says of the others why they
    cannot.
    """

    figure_units: Mapping[str, str]
    dimensions: Mapping[str, Dimension]
    formulas: Mapping[str, FormulaNode] = {}
    refused: Mapping[str, CannotCompute] = {}
    places: Mapping[str, int] = {}

    def place_of(self, figure: str) -> int:
        """The place of a derived figure in the order of ``formulas``."""
        return self.places[figure]

    def dimension_of(self, unit: str) -> Dimension:
        """What ``unit`` measures; one that is not known measures itself."""
        return self.dimensions.get(unit) or Dimension(_ONE, ((unit, 1),))


def with_formulas(around: UnitContext, definitions: Mapping[str, Expression]) -> UnitContext:
    """``around`` with the derived figures that ``definitions`` compute, by id.

    Every figure that is in them has a unit.
    """
    order = _order_of(definitions)
    formulas = dict[str, FormulaNode]()
    refused = _refused_as_circular(order)
    made = replace(around, formulas=formulas, refused=refused)
    for name in order.ids:
        if name not in order.circular:
            _add_formula(name, definitions[name], made, formulas, refused)
    return replace(made, places={name: place for place, name in enumerate(formulas)})


def _add_formula(
    name: str,
    definition: Expression,
    around: UnitContext,
    formulas: dict[str, FormulaNode],
    refused: dict[str, CannotCompute],
) -> None:
    """Put the formula of a figure among ``formulas``, or why it has none among ``refused``."""
    try:
        formulas[name] = resolved_value(definition, around.figure_units[name], around)
    except CannotCompute as why:
        refused[name] = why


def _order_of(definitions: Mapping[str, Expression]) -> DependencyOrder:
    """The order in which derived figures can be computed."""
    return dependency_order(
        {
            name: [figure.id for figure in figures_in(formula)]
            for name, formula in definitions.items()
        }
    )


def _refused_as_circular(order: DependencyOrder) -> dict[str, CannotCompute]:
    hint = "let its rule use printed figures"
    return {
        name: CannotCompute("derived-circular", 0, f"`{name}` is computed from itself", hint)
        for name in order.circular
    }


#: What a figure in per cent measures.
_SHARE = Dimension(_HUNDREDTH, ())


class _Typed(Struct, frozen=True):
    """A node and what it measures.

    ``factor`` multiplies the bare numbers of a product; ``unit`` is kept by sums and multiples of
    one unit.
    """

    node: FormulaNode
    powers: Powers
    unit: str | None
    scale: Fraction
    factor: Fraction
    is_bare: bool
    has_share: bool
    at: int


def resolved_sides(comparison: Comparison, around: UnitContext) -> tuple[Side, ...]:
    """The sides of a comparison, all in the same base units.

    Raises CannotCompute where units do not fit. Every figure has a unit.
    """
    sides = [_Resolver(around).typed(side) for side in comparison.sides]
    anchor = _anchor(sides)
    return tuple(_side(side, anchor) for side in sides)


def _side(side: _Typed, anchor: _Typed) -> Side:
    told = side if _has_own_unit(side, anchor) else anchor
    return Side(_fitted(side, anchor).node, told.unit, told.scale)


def _has_own_unit(side: _Typed, anchor: _Typed) -> bool:
    return side.unit is not None and side.powers == anchor.powers


def resolved_value(expression: Expression, unit: str, around: UnitContext) -> FormulaNode:
    """What ``expression`` computes, as a node whose value is in ``unit``.

    Raises CannotCompute where units do not fit.
    """
    return _Resolver(around).value(expression, unit)


class _Resolver(Struct, frozen=True):
    around: UnitContext

    def value(self, expression: Expression, unit: str) -> FormulaNode:
        typed, measure = self.typed(expression), self.around.dimension_of(unit)
        wanted = _Typed(
            Constant(_ONE),
            measure.powers,
            unit,
            measure.scale,
            _ONE,
            is_bare=False,
            has_share=False,
            at=typed.at,
        )
        return _times(_fitted(typed, wanted), 1 / measure.scale).node

    def typed(self, node: Expression) -> _Typed:
        match node:
            case NumberLiteral():
                return _number(node)
            case FigureReference():
                return self._figure(node)
            case Negation():
                return _negative(self.typed(node.operand), node.at)
            case Operation():
                return _joined(node, self.typed(node.left), self.typed(node.right))

    def _figure(self, node: FigureReference) -> _Typed:
        why = self.around.refused.get(node.id)
        if why is not None:
            raise why.passed_on(node.id, node.at)
        unit = self.around.figure_units[node.id]
        measure = self.around.dimension_of(unit)
        return _Typed(
            ScaledFigure(node.id, measure.scale, node.at),
            measure.powers,
            unit,
            measure.scale,
            _ONE,
            is_bare=False,
            has_share=measure == _SHARE,
            at=node.at,
        )


def _anchor(sides: Iterable[_Typed]) -> _Typed:
    """The one that says what the others must measure: the first in a figure's unit, else the first
    that is not a bare number.
    """
    return min(sides, key=lambda side: (side.unit is None, side.is_bare))


def _number(node: NumberLiteral) -> _Typed:
    if node.is_percent:
        return _Typed(
            Constant(node.value * _HUNDREDTH),
            (),
            None,
            _ONE,
            _ONE,
            is_bare=False,
            has_share=False,
            at=node.at,
        )
    return _Typed(
        Constant(node.value), (), None, _ONE, node.value, is_bare=True, has_share=False, at=node.at
    )


def _negative(typed: _Typed, at: int) -> _Typed:
    return replace(
        typed, node=Binary("*", Constant(-_ONE), typed.node, at), factor=-typed.factor, at=at
    )


def _joined(node: Operation, left: _Typed, right: _Typed) -> _Typed:
    match node.operator:
        case "+" | "-":
            return _sum(node, left, right)
        case "*":
            return _product(node, left, right)
        case "/":
            return _quotient(node, left, right)


def _sum(node: Operation, left: _Typed, right: _Typed) -> _Typed:
    anchor = _anchor((left, right))
    if anchor.is_bare:
        return _bare(node, left, right)
    joined = Binary(node.operator, _fitted(left, anchor).node, _fitted(right, anchor).node, node.at)
    has_share = left.has_share or right.has_share
    unit, scale = _unit_of_sum(left, right, anchor)
    return _Typed(
        joined,
        anchor.powers,
        unit,
        scale,
        _ONE,
        is_bare=False,
        has_share=has_share,
        at=node.at,
    )


def _unit_of_sum(left: _Typed, right: _Typed, anchor: _Typed) -> tuple[str | None, Fraction]:
    """The unit of a sum, and what one of it is in base units: nurses and doctors make up people."""
    differ = left.unit is not None and right.unit is not None and left.unit != right.unit
    if differ and len(anchor.powers) == 1:
        ((base, power),) = anchor.powers
        if power == 1:
            return base, _ONE
    return anchor.unit, anchor.scale


def _product(node: Operation, left: _Typed, right: _Typed) -> _Typed:
    if left.is_bare and right.is_bare:
        return _bare(node, left, right)
    powers = (Dimension(_ONE, left.powers) * Dimension(_ONE, right.powers)).powers
    compound = _compound(node, left, right, powers, left.factor * right.factor)
    if right.is_bare:
        return _in_unit_of(left, compound)
    return _in_unit_of(right, compound) if left.is_bare else compound


def _quotient(node: Operation, left: _Typed, right: _Typed) -> _Typed:
    if right.is_bare:
        _check_divisor(node, left, right)
    if left.is_bare and right.is_bare:
        return _bare(node, left, right)
    powers = (Dimension(_ONE, left.powers) / Dimension(_ONE, right.powers)).powers
    compound = _compound(node, left, right, powers, left.factor / (right.factor or _ONE))
    return _in_unit_of(left, compound) if right.is_bare else compound


def _compound(
    node: Operation, left: _Typed, right: _Typed, powers: Powers, factor: Fraction
) -> _Typed:
    """A product or quotient, in no unit."""
    return _Typed(
        Binary(node.operator, left.node, right.node, node.at),
        powers,
        None,
        _ONE,
        factor,
        is_bare=False,
        has_share=left.has_share or right.has_share,
        at=node.at,
    )


def _in_unit_of(kept: _Typed, multiple: _Typed) -> _Typed:
    """A multiple of ``kept``, in its unit."""
    return replace(multiple, unit=kept.unit, scale=kept.scale)


def _check_divisor(node: Operation, left: _Typed, right: _Typed) -> None:
    _refuse_zero(node, right)
    if left.has_share and right.factor == _HUNDRED:
        raise CannotCompute(
            "unit-mismatch",
            node.at,
            "a share counts as hundredths already: 22.0 % is 0.22",
            "leave out `/ 100`",
        )


def _refuse_zero(node: Operation, divisor: _Typed) -> None:
    if divisor.factor == 0:
        raise CannotCompute(
            "division-by-zero",
            node.at,
            "nothing can be divided by zero",
            "divide by a figure or another number",
        )


def _bare(node: Operation, left: _Typed, right: _Typed) -> _Typed:
    """Two bare numbers compound: one bare number."""
    number = _constant(node, left, right)
    return _Typed(
        Constant(number), PURE.powers, None, _ONE, number, is_bare=True, has_share=False, at=node.at
    )


def _constant(node: Operation, left: _Typed, right: _Typed) -> Fraction:
    """The value of two bare numbers compound."""
    match node.operator:
        case "+":
            return left.factor + right.factor
        case "-":
            return left.factor - right.factor
        case "*":
            return left.factor * right.factor
        case "/":
            return left.factor / right.factor


def _fitted(typed: _Typed, anchor: _Typed) -> _Typed:
    """``typed`` in the base units of ``anchor``.

    Raises CannotCompute where they measure different things.
    """
    if typed.is_bare:
        _check_one_beside_share(typed, anchor)
        return _times(typed, anchor.scale)
    if typed.powers == anchor.powers:
        return _times(typed, anchor.scale) if _is_converted(typed, anchor) else typed
    if _are_rates(typed, anchor) or _are_averages(typed, anchor):
        return typed
    message = f"{_name(typed)} cannot be added to or compared with {_name(anchor)}"
    raise CannotCompute("unit-mismatch", typed.at, message, _MISMATCH)


def _check_one_beside_share(number: _Typed, anchor: _Typed) -> None:
    """Raise CannotCompute where a bare 1 is compared with a share."""
    if number.factor == 1 and anchor.unit is not None and anchor.has_share:
        raise CannotCompute(
            "unit-mismatch",
            number.at,
            "`1` beside a share may mean 1 % or the whole",
            "write `1%` or `100%`",
        )


def _is_converted(ratio: _Typed, anchor: _Typed) -> bool:
    """Whether ``ratio`` was multiplied into the unit of ``anchor``, as by 100 into per cent."""
    return ratio.unit is None and anchor.unit is not None and ratio.factor * anchor.scale == 1


def _are_rates(one: _Typed, other: _Typed) -> bool:
    return _is_rate(one, other) or _is_rate(other, one)


def _are_averages(one: _Typed, other: _Typed) -> bool:
    return _is_average(one, other) or _is_average(other, one)


_MISMATCH = (
    "compare figures of one unit; `one_is` in content/units.yaml says what a unit is "
    "in terms of others"
)


def _is_rate(ratio: _Typed, rate: _Typed) -> bool:
    """Whether ``ratio`` was multiplied by a bare number into what ``rate``, a unit of its own such
    as per 10,000 people, counts.
    """
    return (
        ratio.unit is None
        and not ratio.powers
        and ratio.factor not in {0, 1}
        and rate.powers == ((rate.unit, 1),)
    )


def _is_average(quotient: _Typed, plain: _Typed) -> bool:
    """Whether ``quotient`` tells so many a team, a day or a county, of what ``plain``, printed in
    the unit of the numerator alone, counts.
    """
    if quotient.unit is not None or plain.unit is None:
        return False
    return quotient.powers != _numerator(quotient) == plain.powers


def _numerator(quotient: _Typed) -> Powers:
    return tuple((unit, power) for unit, power in quotient.powers if power > 0)


def _times(typed: _Typed, scale: Fraction) -> _Typed:
    return (
        typed
        if scale == 1
        else replace(typed, node=Binary("*", typed.node, Constant(scale), typed.at))
    )


def _name(typed: _Typed) -> str:
    if typed.unit is not None:
        return f"`{typed.unit}`"
    if not typed.powers:
        return "a ratio"
    above = [_raised(unit, power) for unit, power in typed.powers if power > 0]
    below = [_raised(unit, -power) for unit, power in typed.powers if power < 0]
    return f"`{' / '.join((' * '.join(above) or '1', *below))}`"


def _raised(unit: str, power: int) -> str:
    return unit if power == 1 else f"{unit}^{power}"
