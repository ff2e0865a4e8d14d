"""Text that an editor wrote becomes the value it means, or says why it means none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic_core import PydanticCustomError

from statsite.periods import Moment
from statsite.quantity import Relation
from statsite.read import values
from statsite.read.field_errors import FIELD_ERRORS

Reader = Callable[[object], object]


def _check(read: Reader, value: object) -> str:
    with pytest.raises(PydanticCustomError) as refused:
        read(value)
    (fault,) = (refused.value.context or {})[FIELD_ERRORS]
    return str(fault.check)


@pytest.mark.parametrize(
    ("read", "written", "meant"),
    [
        (values.read_line, " a b ", "a b"),
        (values.read_slug, "beds-2024", "beds-2024"),
        (values.read_moment, "2025-07", Moment(2025, 7)),
        (values.read_day, "2025-07-28", Moment(2025, 7, 28)),
        (values.read_instant, "2025-07-28T00:00:00Z", "2025-07-28T00:00:00Z"),
        (values.read_period, "unknown", "unknown"),
        (values.read_decimal, "-0.50", Decimal("-0.50")),
        (values.read_precision, "0.1", Decimal("0.1")),
        (values.read_unit_pattern, "{n} beds", ("", " beds")),
        (values.read_truth, "true", True),
        (values.read_url, "https://www.gov.cn/a?b=1", "https://www.gov.cn/a?b=1"),
        (values.read_base_url, "null", None),
        (values.read_line_number, "12", 12),
        (values.read_file_name, "001.txt", "001.txt"),
        (values.read_relation, "~", Relation.ABOUT),
        (values.read_relation, ">=", Relation.AT_LEAST),
    ],
)
def test_what_is_written_is_meant(read: Reader, written: str, meant: object) -> None:
    assert read(written) == meant


def test_a_formula_of_units_has_a_factor_and_powers() -> None:
    formula = values.read_unit_formula("yuan / person / 100")
    assert formula.factor == Fraction(1, 100)
    assert dict(formula.powers) == {"yuan": 1, "person": -1}


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (values.read_line, "a\nb"),
        (values.read_line, " "),
        (values.read_line, ["a"]),
        (values.read_label, "a" * 301),
        (values.read_slug, "Beds"),
        (values.read_slug, "con"),
        (values.read_moment, "2025-13"),
        (values.read_day, "2025-07"),
        (values.read_instant, "2025-02-30T00:00:00Z"),
        (values.read_stated_period, "unknown"),
        (values.read_decimal, "1,000"),
        (values.read_decimal, "1e5"),
        (values.read_precision, "0"),
        (values.read_unit_formula, "yuan /"),
        (values.read_unit_pattern, "{n}{n}"),
        (values.read_truth, "yes"),
        (values.read_url, "javascript:alert(1)"),
        (values.read_base_url, "http://a.cn/?b"),
        (values.read_base_url, ["https://a.cn/"]),
        (values.read_base_url, {"a": "https://a.cn/"}),
        (values.read_line_number, "0"),
        (values.read_file_name, "../a.txt"),
        (values.read_relation, "nearly"),
    ],
)
def test_what_means_nothing_is_one_fault(read: Reader, written: object) -> None:
    assert _check(read, written)


def test_a_list_holds_nothing_twice() -> None:
    assert values.read_distinct(["a", "b"]) == ["a", "b"]
    with pytest.raises(PydanticCustomError):
        values.read_distinct(["a", "b", "a"])
