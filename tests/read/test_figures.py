"""A bare value means what it writes: exact, with the bounds of its relation and the precision of
its digits.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statsite.model import Observation
from statsite.quantity import Quantity, Relation
from statsite.read.values import DIGITS, read_decimal
from tests.support.types import ReadFiles

DATASET = "content/datasets/bare.yaml"


def _dataset(fields: str) -> str:
    return (
        "title: {zh: 床位, en: Beds}\n"
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\n"
        f"indicators: {{beds: {{title: {{zh: 床, en: B}}, unit: bed, observations: "
        f"[\n{{{fields}}}]}}}}\n"
    )


def _quantity(read_files: ReadFiles, fields: str) -> Quantity:
    site, problems = read_files({DATASET: _dataset(fields)})
    assert problems == []
    assert site is not None
    observation = site.observations["bare.beds"]
    assert isinstance(observation, Observation)
    return observation.quantity


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


@pytest.mark.parametrize(
    ("fields", "relation", "numbers"),
    [
        pytest.param(
            "value: 1.10", Relation.EQUAL, ("1.1", "1.1", "1.1", "0.01"), id="last zero counts"
        ),
        pytest.param(
            "value: 1500", Relation.EQUAL, ("1500", "1500", "1500", "1"), id="whole number"
        ),
        pytest.param("value: 0", Relation.EQUAL, ("0", "0", "0", "1"), id="zero"),
        pytest.param("value: -2.5", Relation.EQUAL, ("-2.5", "-2.5", "-2.5", "0.1"), id="negative"),
        pytest.param(
            "value: 310310000, precision: 10000",
            Relation.EQUAL,
            ("310310000", "310310000", "310310000", "10000"),
            id="precision given",
        ),
        pytest.param(
            "value: 999999999999999",
            Relation.EQUAL,
            ("999999999999999", "999999999999999", "999999999999999", "1"),
            id="largest",
        ),
        pytest.param("value: 5, relation: '='", Relation.EQUAL, ("5", "5", "5", "1"), id="equal"),
        pytest.param("value: 5, relation: '>'", Relation.MORE, ("5", "5", None, "1"), id="more"),
        pytest.param(
            "value: 5, relation: '>', high: 6",
            Relation.MORE,
            ("5", "5", "6", "1"),
            id="more, with a bound",
        ),
        pytest.param(
            "value: 5, relation: ≥", Relation.AT_LEAST, ("5", "5", None, "1"), id="at least"
        ),
        pytest.param(
            "value: 5, relation: '>='",
            Relation.AT_LEAST,
            ("5", "5", None, "1"),
            id="at least in ASCII",
        ),
        pytest.param("value: 5, relation: <", Relation.LESS, ("5", None, "5", "1"), id="less"),
        pytest.param(
            "value: 5, relation: ≤", Relation.AT_MOST, ("5", None, "5", "1"), id="at most"
        ),
        pytest.param(
            "value: 5, relation: <=", Relation.AT_MOST, ("5", None, "5", "1"), id="at most in ASCII"
        ),
        pytest.param(
            "value: 5, relation: ≲", Relation.JUST_UNDER, ("5", None, "5", "1"), id="just under"
        ),
        pytest.param("value: 5, relation: ≈", Relation.ABOUT, ("5", None, None, "1"), id="about"),
        pytest.param(
            "value: 5, relation: ~", Relation.ABOUT, ("5", None, None, "1"), id="about in ASCII"
        ),
        pytest.param(
            "value: 5, relation: ≈, low: 4.5, high: 5.5",
            Relation.ABOUT,
            ("5", "4.5", "5.5", "1"),
            id="about, with bounds",
        ),
        pytest.param(
            "relation: range, low: 800, high: 1200",
            Relation.RANGE,
            (None, "800", "1200", "1"),
            id="range",
        ),
        pytest.param(
            "relation: range, low: 5, high: 5",
            Relation.RANGE,
            (None, "5", "5", "1"),
            id="range of one number",
        ),
    ],
)
def test_a_value_and_its_relation(
    read_files: ReadFiles, fields: str, relation: Relation, numbers: tuple[str | None, ...]
) -> None:
    value, low, high, precision = map(_number, numbers)
    assert _quantity(read_files, fields) == Quantity(relation, value, low, high, precision)


def test_a_range_keeps_the_digits_that_each_of_its_ends_was_written_with(
    read_files: ReadFiles,
) -> None:
    tenth, one = Fraction("0.1"), Fraction(1)
    assert _quantity(read_files, "relation: range, low: 1.5, high: 2") == Quantity(
        Relation.RANGE, None, Fraction("1.5"), Fraction(2), tenth, (tenth, one)
    )
    assert (
        _quantity(read_files, "relation: range, low: 1.5, high: 2, precision: 0.1").last_digits
        is None
    )


def test_a_value_keeps_its_written_form(read_files: ReadFiles) -> None:
    quantity = _quantity(read_files, "value: 1.10")
    assert quantity.decimal_text(quantity.value) == "1.10"


@pytest.mark.parametrize(
    ("fields", "check", "at"),
    [
        pytest.param("key: a", "field-missing", "{key", id="neither printed nor value"),
        pytest.param("printed: 10张, value: 10", "field-misplaced", "value", id="both"),
        pytest.param(
            "printed: 10张, relation: ≥",
            "field-misplaced",
            "relation",
            id="relation of a printed figure",
        ),
        pytest.param(
            "printed: 10张, low: 1", "field-misplaced", "low", id="bound of a printed figure"
        ),
        pytest.param(
            "printed: 10张, precision: 1",
            "field-misplaced",
            "precision",
            id="precision of a printed figure",
        ),
        pytest.param(
            "printed: 10张, because: {zh: 见图, en: A drawing}",
            "field-misplaced",
            "because",
            id="why it is not quoted, and a quotation",
        ),
        pytest.param(
            "value: 10, context: {zh: 另一年, en: Another year}",
            "field-misplaced",
            "context",
            id="the words around nothing",
        ),
        pytest.param(
            "relation: range, low: 1", "field-missing", "{relation", id="range without end"
        ),
        pytest.param(
            "relation: range, high: 1", "field-missing", "{relation", id="range without beginning"
        ),
        pytest.param(
            "relation: range, low: 2, high: 1", "bounds-disordered", "1}", id="range backwards"
        ),
        pytest.param(
            "value: 2, relation: range, low: 1, high: 3",
            "field-misplaced",
            "value",
            id="range with a value",
        ),
        pytest.param("value: 2, low: 3", "bounds-disordered", "3}", id="low above the value"),
        pytest.param(
            "value: 2, relation: '>', high: 1", "bounds-disordered", "1}", id="high below the value"
        ),
        pytest.param(
            "value: 2, relation: about", "choice-unknown", "about", id="relation in words"
        ),
        pytest.param("value: 2, relation: ''", "field-empty", "''", id="relation lost to YAML"),
        pytest.param("value: 2, precision: 0", "number-malformed", "0}", id="no precision"),
        pytest.param("value: 2, precision: -1", "number-malformed", "-1", id="negative precision"),
    ],
)
def test_what_does_not_go_together_is_told_at_its_place(
    read_files: ReadFiles, fields: str, check: str, at: str
) -> None:
    (problem,) = read_files({DATASET: _dataset(fields)})[1]
    written = _dataset(fields).split("\n")[problem.location.line - 1][problem.location.column - 1 :]
    assert problem.check == check
    assert written.startswith(at)


@pytest.mark.parametrize(
    ("written", "check", "hint"),
    [
        ("1,234", "number-malformed", "thousands marks"),
        ("1_000", "number-malformed", "thousands marks"),
        ("0123", "number-malformed", "extra 0"),
        ("12.3%", "number-malformed", "percent sign"),
        ("１２", "number-malformed", "half-width"),
        ("1e3", "number-malformed", "exponent"),
        ("1.0e+3", "number-malformed", "exponent"),
        (".nan", "number-malformed", "digits"),
        (".inf", "number-malformed", "digits"),
        ("-.inf", "number-malformed", "digits"),
        ("+5", "number-malformed", "digits"),
        (".5", "number-malformed", "digits"),
        ("5.", "number-malformed", "digits"),
        ("12:30:45", "number-malformed", "digits"),
        ("万", "number-malformed", "digits"),
        ("9" * 16, "number-too-long", "larger unit"),
        ("9" * 400, "number-too-long", "larger unit"),
        ("9" * 5000, "number-too-long", "larger unit"),
        ("0." + "0" * 30 + "1", "number-too-long", "smaller unit"),
        ("0." + "0" * 20000 + "1", "number-too-long", "smaller unit"),
        ("0.1234567890123456", "number-too-long", "larger unit"),
    ],
)
def test_what_is_no_plain_decimal_is_refused_with_a_hint(
    read_files: ReadFiles, written: str, check: str, hint: str
) -> None:
    dataset = _dataset("VALUE").replace("[\n{VALUE}]", f"\n[{{value: '{written}'}}]")
    (problem,) = read_files({DATASET: dataset})[1]
    assert problem.check == check
    assert hint in problem.hint
    assert len(problem.message) < 200


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**11), max_value=10**11
    )
)
def test_a_plain_decimal_is_read_exactly(number: Decimal) -> None:
    assert read_decimal(f"{number:f}").as_tuple() == number.as_tuple()
    assert len(number.as_tuple().digits) <= DIGITS


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_bounds_are_taken_only_in_their_order(
    read_files: ReadFiles, low: int, value: int, high: int
) -> None:
    _, problems = read_files(
        {DATASET: _dataset(f"value: {value}, relation: ≈, low: {low}, high: {high}")}
    )
    assert (problems == []) is (low <= value <= high)
