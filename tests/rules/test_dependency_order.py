"""What is made from other things comes after them, and what is made from itself is found."""

from __future__ import annotations

import pytest

from statsite.rules.dependency_order import dependency_order


@pytest.mark.parametrize(
    ("made_from", "ids", "circular"),
    [
        pytest.param({}, "", "", id="nothing"),
        pytest.param({"a": "bc", "b": "c", "c": ""}, "cba", "", id="a chain"),
        pytest.param({"a": "xy"}, "a", "", id="things that are made from nothing"),
        pytest.param({"a": "a"}, "a", "a", id="from itself"),
        pytest.param({"a": "b", "b": "a"}, "ba", "ab", id="from each other"),
        pytest.param({"a": "b", "b": "b"}, "ba", "b", id="from something circular"),
        pytest.param({"a": "bc", "b": "d", "c": "d", "d": ""}, "dbca", "", id="by two ways"),
    ],
)
def test_the_order_and_the_circles(made_from: dict[str, str], ids: str, circular: str) -> None:
    found = dependency_order(made_from)
    assert "".join(found.ids) == ids
    assert found.circular == frozenset(circular)


def test_nothing_is_too_deep() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert dependency_order(chain).ids[0] == "19999"
