"""Lists that are cut to the room there is for them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statsite.diff.shortening import Item, Line, length, shares, shortened

_TEXTS = st.text("字a", max_size=40)
_ITEMS = st.lists(
    st.builds(
        Item, _TEXTS, st.lists(st.builds(Line, _TEXTS, st.booleans()), max_size=6).map(tuple)
    ),
    max_size=12,
)


def _item(head: str, *below: str) -> Item:
    return Item(head, tuple(map(Line, below)))


def test_where_there_is_room_nothing_is_left_out() -> None:
    told = shortened([_item("one", "was", "now"), _item("two")], 0, 1000)
    assert told.lines == ("- one", "  - was", "  - now", "- two")
    assert told.left_out == 0


def test_all_are_named_before_more_is_told_of_any() -> None:
    told = shortened([_item("one", "x" * 300), _item("two", "short")], 0, 300)
    assert told.lines == (
        "- one",
        "  - **… and 1 more line of it, left out here**",
        "- two",
        "  - short",
    )
    assert told.left_out == 1


def test_where_two_lines_differ_is_told_before_these() -> None:
    item = Item("one", (Line("was: " + "x" * 200), Line("there: a -> b", is_short=True)))
    assert shortened([item], 1, 160).lines == (
        "- one",
        "  - there: a -> b",
        "  - **… and 1 more line of it, left out here**",
    )


def test_items_that_cannot_be_named_are_counted_with_all_their_lines() -> None:
    told = shortened([_item(f"{number}" * 30, "below") for number in range(9)], 0, 300)
    assert told.lines[-1] == "\n**… and 16 more lines, left out here.**"


@given(_ITEMS, st.integers(0, 12), st.integers(0, 2000))
def test_every_line_is_told_or_counted(items: list[Item], earlier: int, room: int) -> None:
    told = shortened(items, earlier, room)
    notices = sum("left out here" in line for line in told.lines)
    assert len(told.lines) - notices + told.left_out == sum(item.size for item in items)


@given(_ITEMS, st.integers(0, 12), st.integers(61, 2000))
def test_a_list_has_room_in_the_room_it_is_given(
    items: list[Item], earlier: int, room: int
) -> None:
    told = shortened(items, earlier, room)
    assert sum(len(line) + 1 for line in told.lines) <= room
    assert told.left_out == 0 or length(items) > room


@given(st.lists(st.integers(0, 50), max_size=8), st.integers(0, 200))
def test_shares_are_at_most_what_is_wanted_and_use_the_room(wanted: list[int], room: int) -> None:
    found = shares(wanted, room)
    assert all(0 <= share <= want for share, want in zip(found, wanted, strict=True))
    assert sum(found) <= room
    assert sum(found) >= min(room, sum(wanted)) - len(wanted)
