"""Numbers that count nothing: names, dates, ranks."""

from __future__ import annotations

import pytest

from statsite.extract.non_quantities import non_quantity_spans


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        pytest.param("共有5张床位", "5", False, id="a count"),
        pytest.param("拨打120电话", "120", True, id="a telephone number"),
        pytest.param("新冠COVID-19疫情", "19", True, id="a name"),
        pytest.param("国发〔2024〕15号", "15", True, id="a document"),
    ],
)
def test_spans_that_are_none(text: str, number: str, *, expected: bool) -> None:
    spans = non_quantity_spans(text)
    start = text.index(number)
    assert any(spans[start : start + len(number)]) is expected
