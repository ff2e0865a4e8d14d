"""Things that are made one by one, once somebody asks for them."""

from __future__ import annotations

import pytest

from statsite.on_demand import OnDemand


def test_each_is_made_when_it_is_asked_for_and_once() -> None:
    asked = list[str]()

    def made(name: str) -> str:
        asked.append(name)
        return name.upper()

    things = OnDemand(("a", "b"), made)
    assert (list(things), len(things), "a" in things, "c" in things, asked) == (
        ["a", "b"],
        2,
        True,
        False,
        [],
    )
    assert (things["b"], things["b"], things.get("c")) == ("B", "B", None)
    assert asked == ["b"]
    assert dict(things) == {"a": "A", "b": "B"}
    assert asked == ["b", "a"]
    with pytest.raises(KeyError, match="c"):
        things["c"]
