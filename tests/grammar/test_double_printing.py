"""Lines that were printed twice are read once, and other lines are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.grammar.double_printing import without_double_printing


def once(line: str) -> str | None:
    """``line`` printed once, or None where it was not printed twice."""
    places = without_double_printing(line)
    if places is None:
        return None
    assert [line[first] for first, _ in places] == [line[second] for _, second in places]
    assert sorted(place for pair in places for place in pair) == list(range(len(line)))
    return "".join(line[first] for first, _ in places)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("共共八八家家院院", "共八家院", id="character by character"),
        pytest.param("全省全省有有6060家家", "全省有60家", id="block by block"),
        pytest.param("共八家院共八家院", "共八家院", id="as a whole"),
        pytest.param("水" * 200, "水" * 100, id="the longest"),
        pytest.param("水" * 202, None, id="too long"),
        pytest.param("共共八八家家", None, id="too short"),
        pytest.param("abcdabcd", None, id="nothing Chinese"),
        pytest.param("共共八八家家院院所", None, id="the end stands once"),
        pytest.param("所共共八八家家院院", None, id="the beginning stands once"),
    ],
)
def test_a_line_printed_twice_is_read_once(line: str, expected: str | None) -> None:
    assert once(line) == expected


@given(st.text("水站有212个", min_size=3, max_size=99))
def test_a_line_of_doubled_characters_is_read_as_each_of_them_once(text: str) -> None:
    assert once("水水" + "".join(character * 2 for character in text)) == f"水{text}"
