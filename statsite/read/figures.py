"""The quantity of one figure: read from what was printed, or from a bare value and its bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from statsite.grammar.printed import Reading, Unreadable, read_printed
from statsite.problems import Location, Problem
from statsite.quantity import Quantity, Relation
from statsite.read.schema import ObservationEntry
from statsite.read.text import shown
from statsite.read.yaml_tree import Fields, Scalar, YamlNode, child_node

_BARE = ("value", "relation", "low", "high", "precision")
_OPEN_BELOW = {Relation.ABOUT, Relation.JUST_UNDER, Relation.LESS, Relation.AT_MOST}
_OPEN_ABOVE = {Relation.ABOUT, Relation.MORE, Relation.AT_LEAST}


def read_figure(
    text: str, node: YamlNode, words: Sequence[str], problems: list[Problem]
) -> Reading | None:
    """``text``, the ``printed`` of ``node``, as a figure whose unit is printed as one of ``words``;
    why it is none joins ``problems``.
    """
    reading = read_printed(text, words)
    if isinstance(reading, Reading):
        return reading
    problems.append(_unreadable(text, reading, node))
    return None


def quantity_of_value(
    entry: ObservationEntry, node: Fields, problems: list[Problem]
) -> Quantity | None:
    """The quantity of an observation without ``printed``; what is inconsistent in it joins
    ``problems``.
    """
    found = _range(entry, node) if entry.relation is Relation.RANGE else _single(entry, node)
    if isinstance(found, Problem):
        problems.append(found)
        return None
    return found


def plain_quantity(value: Decimal) -> Quantity:
    """The quantity of a number given without bounds."""
    number = Fraction(value)
    return Quantity(Relation.EQUAL, number, number, number, _last_digit(value))


def misplaced_fields(entry: ObservationEntry, node: Fields) -> list[Problem]:
    """What is beside ``printed`` and must not: the number is typed once; and what must not be
    without it.
    """
    if entry.printed is None:
        hint = "remove it: only what is printed is looked up in a text"
        looked_up = [name for name in ("near", "context") if name in node.keys]
        return [
            Problem("field-misplaced", f"`{name}` needs `printed`", node.keys[name], hint)
            for name in looked_up
        ]
    hints = dict.fromkeys(_BARE, "`printed` says it already; keep one of the two") | {
        "because": "remove it: it says why a `value` cannot be quoted"
    }
    wrong = [name for name in hints if name in node.keys]
    return [
        Problem(
            "field-misplaced",
            f"`{name}` cannot be given with `printed`",
            node.keys[name],
            hints[name],
        )
        for name in wrong
    ]


def derived_problems(node: Fields) -> list[Problem]:
    """What is with a derived figure and must not: it is printed nowhere."""
    hint = "remove it: a derived figure is computed by the rule that defines it"
    wrong = [
        name
        for name in ("printed", "near", "context", "also", "source", "preferred", "because", *_BARE)
        if name in node.keys
    ]
    return [
        Problem(
            "field-misplaced",
            f"`{name}` cannot be given with a derived figure",
            node.keys[name],
            hint,
        )
        for name in wrong
    ]


def near_problems(printed: str | None, near: str | None, node: YamlNode) -> Iterator[Problem]:
    """``near-unhelpful``: a word that appears wherever the figure does, as it is part of it."""
    if (
        printed is not None
        and near is not None
        and _without_spaces(near) in _without_spaces(printed)
    ):
        message = f"{shown(near)} is part of {shown(printed)}, so it singles out none"
        hint = "write a word or two that come before or after the figure in the text"
        yield Problem("near-unhelpful", message, (child_node(node, "near") or node).location, hint)


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _unreadable(text: str, why: Unreadable, node: YamlNode) -> Problem:
    scalar = child_node(node, "printed") or node
    location = scalar.place(why.stopped_at) if isinstance(scalar, Scalar) else scalar.location
    marked = f"{text[: why.stopped_at]}▸{text[why.stopped_at :]}"
    return Problem(
        "printed-unreadable", f"`{marked}` cannot be read as a figure at ▸: {why.reason}", location
    )


def _range(entry: ObservationEntry, node: Fields) -> Quantity | Problem:
    if entry.value is not None:
        return Problem(
            "field-misplaced",
            "a range has no single `value`",
            node.keys["value"],
            "give `low` and `high` only",
        )
    if entry.low is None or entry.high is None:
        missing = "low" if entry.low is None else "high"
        return Problem(
            "field-missing",
            f"`{missing}` is missing: a range needs `low` and `high`",
            node.location,
        )
    if entry.low > entry.high:
        return _disordered(node.fields["high"].location)
    low, high = _last_digit(entry.low), _last_digit(entry.high)
    written = None if entry.precision or low == high else (low, high)
    return Quantity(
        Relation.RANGE,
        None,
        Fraction(entry.low),
        Fraction(entry.high),
        _given(entry.precision) or min(low, high),
        written,
    )


def _single(entry: ObservationEntry, node: Fields) -> Quantity | Problem:
    if entry.value is None:
        return Problem(
            "field-missing",
            "neither `printed` nor `value` is written",
            node.location,
            "write the figure as the article prints it: `printed: …`",
        )
    relation = entry.relation or Relation.EQUAL
    value = Fraction(entry.value)
    low = _given(entry.low) if "low" in node.fields or relation in _OPEN_BELOW else value
    high = _given(entry.high) if "high" in node.fields or relation in _OPEN_ABOVE else value
    if low is not None and low > value:
        return _disordered(node.fields["low"].location)
    if high is not None and high < value:
        return _disordered(node.fields["high"].location)
    return Quantity(relation, value, low, high, _given(entry.precision) or _last_digit(entry.value))


def _disordered(location: Location) -> Problem:
    return Problem(
        "bounds-disordered", "`low`, `value` and `high` are not in this order by size", location
    )


def _given(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _last_digit(number: Decimal) -> Fraction:
    """The size of the last digit that ``number`` was written with.

    >>> _last_digit(Decimal("1.10")), _last_digit(Decimal("1500"))
    (Fraction(1, 100), Fraction(1, 1))
    """
    exponent = number.as_tuple().exponent
    return Fraction(10) ** exponent if isinstance(exponent, int) else Fraction(1)
