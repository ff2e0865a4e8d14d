"""The values of formulas over intervals: derived figures are opened, and figures used more than
once cut into parts, as far as the work allows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from statsite.interval import End, Interval, exactly
from statsite.rules.dependency_order import dependency_order
from statsite.rules.unit_resolution import (
    Binary,
    CannotCompute,
    Constant,
    FormulaNode,
    ScaledFigure,
)

#: Into how many boxes the intervals of figures that are used more than once are cut, altogether,
#: and how many nodes are evaluated in all boxes.
_BOXES, _EFFORT = 64, 1280
#: How many nodes a rule may have with the formulas of derived figures in it; those further behind
#: count as figures of their own.
_OPENED = 64
#: No number is larger.
_LARGEST = 10**100

Intervals = Mapping[str, Interval]

#: The formulas of derived figures that are looked into, each after those that it uses.
Opened = Mapping[str, FormulaNode]


def evaluated(node: FormulaNode, intervals: Intervals) -> Interval:
    """The interval of ``node``'s values.

    Raises CannotCompute where it divides by an interval that holds zero, or a number grows too
    large.
    """
    match node:
        case Constant():
            return exactly(node.value)
        case ScaledFigure():
            return intervals[node.figure].scaled(node.scale)
        case Binary():
            return _checked(
                _joined(node, evaluated(node.left, intervals), evaluated(node.right, intervals)),
                node.at,
            )


def opened(nodes: Iterable[FormulaNode], formulas: Mapping[str, FormulaNode]) -> Opened:
    """The formulas of the derived figures in ``nodes``, and of those in these, the nearest first
    until the nodes are many.

    ``formulas`` are those of all derived figures, each after those that it uses.
    """
    listed = list(nodes)
    size = sum(_size(node) for node in listed)
    found: dict[str, FormulaNode] = {}
    for name, formula in _nearest_first(listed, formulas):
        size += _size(formula)
        if size > _OPENED:
            break
        found[name] = formula
    return {name: found[name] for name in _users_last(found)}


def _nearest_first(
    nodes: Iterable[FormulaNode], formulas: Mapping[str, FormulaNode]
) -> Iterator[tuple[str, FormulaNode]]:
    """The derived figures in ``nodes``, then those in their formulas and so on, each once and with
    its formula.
    """
    waiting, seen = [figure.figure for node in nodes for figure in used_in(node)], set[str]()
    for name in waiting:  # grows while it is gone through
        formula = formulas.get(name)
        if formula is not None and name not in seen:
            seen.add(name)
            yield name, formula
            waiting.extend(figure.figure for figure in used_in(formula))


def used_in(node: FormulaNode) -> Iterator[ScaledFigure]:
    """The figures of ``node``, each as often as it is used."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case ScaledFigure() as figure:
                yield figure
            case Binary() as binary:
                waiting += [binary.right, binary.left]


def boxes(
    nodes: Iterable[FormulaNode], inside: Opened, intervals: Intervals
) -> Iterator[Intervals]:
    """The intervals of all figures; then, where figures are used more than once, those with these
    cut into parts, if that makes several.

    A figure is one number, wherever it is. ``intervals`` are those of all figures in ``nodes`` and
    in the formulas ``inside``.
    """
    listed = list(nodes)
    yield intervals
    repeated = _used_again(listed, inside, intervals)
    each = _parts_of_each(len(repeated), (*listed, *inside.values()))
    if each > 1:
        for parts in product(*(intervals[name].parts(each) for name in repeated)):
            box = {**intervals, **dict(zip(repeated, parts, strict=True))}
            yield _with_derived(box, inside)


def _used_again(nodes: Iterable[FormulaNode], inside: Opened, intervals: Intervals) -> list[str]:
    """The figures that are used more than once and can be cut into parts."""
    counts = _counts(nodes, inside)
    return [name for name, count in counts.items() if count > 1 and _is_wide(intervals[name])]


def _is_wide(interval: Interval) -> bool:
    """Whether it can be cut into parts."""
    return interval.is_bounded and not interval.is_point


def _parts_of_each(figures: int, nodes: Iterable[FormulaNode]) -> int:
    """Into how many parts each of so many figures is cut, where ``nodes`` are evaluated in every
    box.
    """
    if not figures:
        return 1
    return int(_most_boxes(nodes) ** (1 / figures))


def _most_boxes(nodes: Iterable[FormulaNode]) -> int:
    """In how many boxes formulas of this size are evaluated at most."""
    return min(_BOXES, _EFFORT // max(1, sum(map(_size, nodes))))


def _with_derived(box: dict[str, Interval], inside: Opened) -> Intervals:
    """``box`` with the figures ``inside`` as they follow from the others in it."""
    for name, formula in inside.items():
        box[name] = evaluated(formula, box).within(box[name])
    return box


def _counts(nodes: Iterable[FormulaNode], inside: Opened) -> Counter[str]:
    """How often each figure that is not opened is used."""
    counts = Counter(figure.figure for node in nodes for figure in used_in(node))
    for name in reversed([*inside]):
        times = min(counts.pop(name), 2)
        for figure in used_in(inside[name]):
            counts[figure.figure] += times
    return counts


def _users_last(found: Mapping[str, FormulaNode]) -> tuple[str, ...]:
    return dependency_order(
        {name: [figure.figure for figure in used_in(formula)] for name, formula in found.items()}
    ).ids


def _size(node: FormulaNode) -> int:
    """How many nodes it is."""
    return 1 + _size(node.left) + _size(node.right) if isinstance(node, Binary) else 1


def _joined(node: Binary, left: Interval, right: Interval) -> Interval:
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right.holds_zero:
            raise CannotCompute(
                "division-by-zero",
                node.at,
                f"the divisor may be zero: it lies in {right}",
                "multiply both sides by it instead",
            )
        case "/":
            return left / right


def _checked(interval: Interval, at: int) -> Interval:
    """``interval`` without more digits than mean something."""
    if _is_too_large(interval.low) or _is_too_large(interval.high):
        raise CannotCompute(
            "number-too-large",
            at,
            "this comes to a number of more than a hundred digits",
            "compute with smaller numbers",
        )
    return interval.shortened()


def _is_too_large(end: End) -> bool:
    return isinstance(end.number, Fraction) and abs(end.number) > _LARGEST
