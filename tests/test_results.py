"""What was made is made again exactly where something that it was made from is another."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from functools import cached_property

import pytest
from msgspec import Struct, field

from statsite.fingerprint import Fingerprints
from statsite.results import NOT_KEPT, Results, made_once, read_in_parts
from statsite.values import replace


def loud(text: str) -> str:
    """A function that an object may hold."""
    return text.upper()


def quiet(text: str) -> str:
    """Another one."""
    return text.lower()


@read_in_parts
class Library(Struct, frozen=True, eq=False, dict=True):
    """Something that is read in parts."""

    name: str = "Town"
    books: Mapping[str, int] = field(default_factory=lambda: {"a": 1, "b": 2})
    rooms: tuple[Room, ...] = ()
    door: object = field(default_factory=object)
    sign: Callable[[str], str] = loud

    @cached_property
    def long_books(self) -> Mapping[str, int]:
        """A part that is kept."""
        return {name: pages for name, pages in self.books.items() if pages > 1}

    @property
    def title(self) -> str:
        """What its name says."""
        return f"{self.name} Library"

    def pages(self, book: str) -> int:
        """What its books say."""
        return self.books.get(book, 0)


@read_in_parts
class Room(Struct, frozen=True, eq=False):
    """A part that is read in parts too."""

    number: int
    colour: str = "white"


@made_once
def longest(library: Library) -> int:
    """What is made once of a library."""
    return max(library.books.values())


#: What may be read of a library.
READS: dict[str, Callable[[Library], object]] = {
    "field": lambda one: one.name,
    "property": lambda one: one.title,
    "field that holds a function": lambda one: one.sign("open"),
    "method": lambda one: one.pages("a"),
    "key": lambda one: one.books["b"],
    "missing key": lambda one: one.books.get("c"),
    "is there": lambda one: "c" in one.books,
    "keys": lambda one: list(one.books),
    "number of keys": lambda one: len(one.books),
    "values": lambda one: sum(one.books.values()),
    "items": lambda one: dict(one.books.items()),
    "whole as a dict": lambda one: {**one.books},
    "kept part": lambda one: one.long_books.get("b"),
    "made once": longest,
    "room": lambda one: one.rooms[0].number,
    "number of rooms": lambda one: len(one.rooms),
}

#: Changes of a library.
CHANGES: dict[str, Mapping[str, object]] = {
    "nothing": {},
    "name": {"name": "City"},
    "function": {"sign": quiet},
    "a book": {"books": {"a": 9, "b": 2}},
    "another book": {"books": {"a": 1, "b": 3}},
    "a book more": {"books": {"a": 1, "b": 2, "c": 3}},
    "a book less": {"books": {"b": 2}},
    "another order": {"books": {"b": 2, "a": 1}},
    "a room more": {"rooms": (Room(1), Room(2))},
    "another room": {"rooms": (Room(3),)},
    "another colour": {"rooms": (Room(1, "red"),)},
}


def made_over(
    read: Callable[[Library], object], change: Mapping[str, object]
) -> tuple[object, bool]:
    """What is read of a changed library after another one, and whether it was read again."""
    library = Library(rooms=(Room(1),))
    first = Results()
    watched = first.watched("library", library)
    first.of("read", lambda: read(watched))
    second, asked = first.following(), []
    again = second.watched("library", replace(library, **change))  # type: ignore[arg-type]

    def make() -> object:
        asked.append(1)
        return read(again)

    return second.of("read", make), bool(asked)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", READS)
def test_what_follows_from_a_change_is_seen(name: str, change: str) -> None:
    read, changed = READS[name], CHANGES[change]
    found, _ = made_over(read, changed)
    assert found == read(replace(Library(rooms=(Room(1),)), **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "changes"),
    {
        "field": {"name"},
        "property": {"name"},
        "field that holds a function": {"function"},
        "method": {"a book", "a book less"},
        "key": {"another book"},
        "missing key": {"a book more"},
        "keys": {"a book more", "a book less", "another order"},
        "kept part": {"another book"},
        "made once": {"a book", "another book", "a book more"},
        "room": {"a room more", "another room"},
        "number of rooms": {"a room more"},
    }.items(),
)
def test_only_what_was_read_counts(name: str, changes: set[str]) -> None:
    assert {one for one in CHANGES if made_over(READS[name], CHANGES[one])[1]} == changes


def test_a_result_that_another_is_made_of_counts_with_all_that_it_was_made_of() -> None:
    def read(results: Results, library: Library) -> str:
        return results.of("outer", lambda: results.of("inner", lambda: library.title))

    first = Results()
    read(first, first.watched("library", Library()))
    second = first.following()
    assert read(second, second.watched("library", Library("City"))) == "City Library"


def test_a_result_that_was_left_out_once_is_made_again() -> None:
    first = Results()
    first.of("one", lambda: 1)
    assert first.following().following().of("one", lambda: 2) == 2


def test_what_cannot_be_told_from_others_is_read_again_each_time() -> None:
    assert made_over(lambda one: one.door, {})[1]


def test_only_what_is_another_object_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told, tell = list[object](), Fingerprints.told

    def remember(these: Fingerprints, value: object) -> bytes:
        told.append(value)
        return tell(these, value)

    monkeypatch.setattr(Fingerprints, "told", remember)
    changed = {"books": {"a": 1, "b": 3}}
    assert made_over(lambda one: (one.name, one.books["a"], one.books["b"]), changed)[1]
    assert told == ["Town", 1, 2, 3]
    assert made_over(lambda one: one.door, {})[1]  # what cannot be told is never known


def test_what_is_made_of_given_things_is_made_again_where_these_are_others() -> None:
    thing, first = [1], Results()
    first.made_of("one", ("a", thing), lambda: 1)
    second = first.following()
    assert second.made_of("one", (f"{thing and 'a'}", thing), lambda: 2) == 1
    third = second.following()
    assert third.made_of("one", ("b", thing), lambda: 3) == 3
    assert third.following().made_of("one", ("b", [1]), lambda: 4) == 4


def test_without_results_nothing_is_watched_and_all_is_made() -> None:
    library = Library()
    assert NOT_KEPT.watched("library", library) is library
    assert [NOT_KEPT.of("one", lambda: 1), NOT_KEPT.of("one", lambda: 2)] == [1, 2]
    assert [NOT_KEPT.made_of("a", (), lambda: 1), NOT_KEPT.made_of("a", (), lambda: 2)] == [1, 2]


def test_in_another_process_a_watched_thing_is_the_thing_and_nothing_is_kept() -> None:
    results = Results()
    copy = pickle.loads(pickle.dumps((results, results.watched("library", Library("City")))))  # noqa: S301 - what was just written
    assert copy[0] is NOT_KEPT
    assert (type(copy[1]), copy[1].name) == (Library, "City")
