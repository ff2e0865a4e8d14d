"""Indented JSON is that of the standard library, letter by letter."""

from __future__ import annotations

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.plan.indented_json import indented

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
)  # fmt: skip


class Word(StrEnum):
    """Text of another type."""

    ONE = '一 "&" one'


def standard(value: object) -> str:
    """``value`` as the standard library writes it."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


@given(VALUES)
def test_any_value_is_written_as_by_the_standard_library(value: object) -> None:
    assert indented(value) == standard(value)


@pytest.mark.parametrize(
    "value",
    [Word.ONE, {Word.ONE: [Word.ONE]}, {1: 2}, {None: True}, [[], {}, ()], "\u2028\x00\x7f"],
)
def test_rarer_values_too(value: object) -> None:
    assert indented(value) == standard(value)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ([float("nan")], ValueError),
        ({"a": float("inf")}, ValueError),
        ({"a": object()}, TypeError),
        ([{1, 2}], TypeError),
        ({(1, 2): 3}, TypeError),
    ],
)
def test_what_is_no_json_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        indented(value)
