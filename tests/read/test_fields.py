"""Each type of field has a JSON Schema that takes what its reader takes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from statsite.read import fields


@pytest.mark.parametrize(
    ("of", "good", "bad"),
    [
        pytest.param(fields.Slug, "care-2024", "Care", id="slug"),
        pytest.param(fields.FigureId, "care.beds@hn", "care", id="figure"),
        pytest.param(fields.IndicatorId, "care.beds", "care.beds@hn", id="indicator"),
        pytest.param(fields.LanguageCode, "zh-Hans", "Chinese", id="language"),
        pytest.param(fields.IsoCode, "CN-HN", "cn", id="ISO 3166"),
        pytest.param(fields.Gbt2260Code, "430000", "43", id="GB/T 2260"),
        pytest.param(fields.Date, "2025-07", "2025/07", id="date"),
        pytest.param(fields.StatedPeriod, "2020/2024", "2020-2024", id="period"),
        pytest.param(fields.Period, "unknown", "never", id="unknown period"),
        pytest.param(fields.UnitPatternText, "{n}张床", "张床", id="pattern of a unit"),
    ],
)
def test_the_reader_and_the_pattern_of_the_schema_agree(of: Any, good: str, bad: str) -> None:  # noqa: ANN401 - a type of pydantic's
    reader = TypeAdapter(of)
    pattern = reader.json_schema()["pattern"]
    reader.validate_python(good)
    assert re.search(pattern, good)
    assert not re.search(pattern, bad)
    with pytest.raises(ValidationError):
        reader.validate_python(bad)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (fields.StatusWord, {"observed", "target", "plan", "standard", "estimate", "derived"}),
        (fields.OrderWord, {"declared", "value"}),
        (fields.GroupingWord, {"area", "period", "indicator"}),
    ],
)
def test_a_choice_reads_each_word_of_its_schema(of: Any, words: set[str]) -> None:  # noqa: ANN401 - a type of pydantic's
    reader = TypeAdapter(of)
    assert set(reader.json_schema()["enum"]) == words
    assert {str(reader.validate_python(word)) for word in words} == words
