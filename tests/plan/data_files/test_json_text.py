"""JSON is letter by letter what Python's own encoder makes, at once and piece by piece."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.plan.data_files.json_text import pieces, text

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS | st.text(),
    lambda parts: st.lists(parts) | st.lists(parts).map(tuple) | st.dictionaries(st.text(), parts),
)


@given(VALUES)
def test_it_is_what_python_writes(value: object) -> None:
    written = json.dumps(value, ensure_ascii=False, indent=1)
    assert text(value) == written
    assert "".join(pieces(value)) == written


def test_each_row_of_a_list_in_a_mapping_is_a_piece() -> None:
    rows = [{"id": f"care.beds-{number}"} for number in range(100)]
    assert max(map(len, pieces({"observations": rows}))) < 30


@pytest.mark.parametrize("value", [float("nan"), {1: "a"}, {"a": {"b"}}], ids=repr)
def test_what_json_has_not_is_no_text(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        text(value)
