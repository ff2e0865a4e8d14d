"""The quantity of one figure: read from what was printed, or from a bare value and its bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from statsite.grammar.printed import Reading, Unreadable, read_printed
from statsite.problems import Location, Problem
from statsite.quantity import Quantity, Relation
from statsite.read.schema import ObservationEntry, RevisionEntry
from statsite.read.text import shown
from statsite.read.yaml_tree import Fields, Scalar, YamlNode, child_node

#: What may be written as a bare number: a figure, or what it was.
_Bare = ObservationEntry | RevisionEntry

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


def quantity_of_value(entry: _Bare, node: Fields, problems: list[Problem]) -> Quantity | None:
    """The quantity of an observation, or an earlier figure, without ``printed``; what is
    inconsistent in it joins ``problems``.
    """
    is_range = entry.relation is Relation.RANGE
    found = _range(entry, node) if is_range else _single(entry, node)
    if isinstance(found, Quantity):
        return found
    problems.append(found)
    return None


#: What must not be without ``printed``, and what must not be beside it, each with a hint.
_ONLY_OF_PRINTED = dict.fromkeys(
    ("near", "context"), "remove it: only what is printed is looked up in a text"
)
_ONLY_OF_VALUE = {"because": "remove it: it says why a `value` cannot be quoted"}


def misplaced_fields(entry: ObservationEntry, node: Fields) -> list[Problem]:
    """What is beside ``printed`` and must not: the number is typed once; and what must not be
    without it.
    """
    if entry.printed is None:
        return _misplaced(node, _ONLY_OF_PRINTED, "`{}` needs `printed`")
    unneeded = _misplaced(node, _ONLY_OF_VALUE, "`{}` cannot be given with `printed`")
    return [*bare_beside_printed(node), *unneeded]


def bare_beside_printed(node: Fields) -> list[Problem]:
    """The parts of a bare number that are beside ``printed``."""
    hints = dict.fromkeys(_BARE, "`printed` says it already; keep one of the two")
    return _misplaced(node, hints, "`{}` cannot be given with `printed`")


def _misplaced(node: Fields, hints: Mapping[str, str], message: str) -> list[Problem]:
    """A problem for each field of ``node`` that has a hint; ``message`` takes its name."""
    given = (name for name in hints if name in node.keys)
    return [
        Problem("field-misplaced", message.format(name), node.keys[name], hints[name])
        for name in given
    ]


def derived_problems(node: Fields) -> list[Problem]:
    """What is with a derived figure and must not: it is printed nowhere."""
    fields = (
        "printed",
        "near",
        "context",
        "also",
        "source",
        "producer",
        "preferred",
        "because",
        *_BARE,
    )
    hint = "remove it: a derived figure is computed by the rule that defines it"
    return _misplaced(
        node, dict.fromkeys(fields, hint), "`{}` cannot be given with a derived figure"
    )


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


def _range(entry: _Bare, node: Fields) -> Quantity | Problem:
    if entry.value is not None:
        message, hint = "a range has no single `value`", "give `low` and `high` only"
        return Problem("field-misplaced", message, node.keys["value"], hint)
    if entry.low is None or entry.high is None:
        missing = "low" if entry.low is None else "high"
        message = f"`{missing}` is missing: a range needs `low` and `high`"
        return Problem("field-missing", message, node.location)
    if entry.low > entry.high:
        return _disordered(node.fields["high"].location)
    return _between(entry.low, entry.high, _given(entry.precision))


def _between(low: Decimal, high: Decimal, precision: Fraction | None) -> Quantity:
    """The range from ``low`` to ``high``, as precise as its finer end where nothing else is
    given.
    """
    digits = _last_digit(low), _last_digit(high)
    written = None if precision or digits[0] == digits[1] else digits
    return Quantity(
        Relation.RANGE, None, Fraction(low), Fraction(high), precision or min(digits), written
    )


def _single(entry: _Bare, node: Fields) -> Quantity | Problem:
    if entry.value is None:
        message = "neither `printed` nor `value` is written"
        hint = "write the figure as the article prints it: `printed: …`"
        return Problem("field-missing", message, node.location, hint)
    relation, value = entry.relation or Relation.EQUAL, Fraction(entry.value)
    low, high = _ends(entry, node, relation, value)
    if low is not None and low > value:
        return _disordered(node.fields["low"].location)
    if high is not None and high < value:
        return _disordered(node.fields["high"].location)
    return Quantity(relation, value, low, high, _given(entry.precision) or _last_digit(entry.value))


def _ends(
    entry: _Bare, node: Fields, relation: Relation, value: Fraction
) -> tuple[Fraction | None, Fraction | None]:
    """The bounds that are written; without one, the value, or none where its relation is open."""
    low = _given(entry.low) if "low" in node.fields or relation in _OPEN_BELOW else value
    high = _given(entry.high) if "high" in node.fields or relation in _OPEN_ABOVE else value
    return low, high


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
