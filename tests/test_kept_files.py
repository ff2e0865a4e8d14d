"""Files that need not be made again."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from msgspec import Struct

from statsite.kept_files import KeptFiles, MadeFile, Seen, Unchanged
from statsite.problems import Location, Problem
from statsite.results import Results, read_in_parts

SEEN = Seen(3, "0" * 64, 1, 1)


def made(told: object) -> bytes:
    """What a file holds that is made of what is told."""
    return f"of {told}".encode()


def again() -> bytes:
    """What the file of the site before holds."""
    return made("x")


def telling(told: object) -> Callable[[], object]:
    """What tells it."""
    return lambda: told


def keys(told: object, engine: str = "e") -> dict[str, str]:
    """The keys of a site of one file, which is made from what is told."""
    kept = KeptFiles(engine)
    assert kept.file(kept.made("a", telling(told), made), again) == ("a", made(told))
    return kept.now


def test_a_file_of_the_same_is_not_made_and_keeps_its_key() -> None:
    kept = KeptFiles("e", keys("x"), {"a": SEEN})
    found = kept.made("a", telling("x"), made)
    assert found.content is None
    assert kept.file(found, again) == ("a", Unchanged(SEEN, again))
    assert kept.now == keys("x")


def test_a_file_that_another_process_made_is_known_once_it_is_taken() -> None:
    kept = KeptFiles("e")
    found = kept.made("a", telling("x"), made)
    assert kept.now == {}
    assert kept.file(found, again) == ("a", b"of x")
    assert kept.now == keys("x")


@pytest.mark.parametrize(
    ("address", "told", "engine"), [("a", "y", "e"), ("a", "x", "f"), ("b", "x", "e")]
)
def test_a_file_of_another_thing_is_made(address: str, told: object, engine: str) -> None:
    kept = KeptFiles(engine, keys("x"), {"a": SEEN, "b": SEEN})
    assert kept.made(address, telling(told), made).content == made(told)


def test_a_file_that_holds_the_same_is_not_written_again() -> None:
    first = KeptFiles("e")
    assert first.file(first.holding("a", b"x"), again) == ("a", b"x")
    kept = KeptFiles("e", first.now, {"a": SEEN})
    assert kept.file(kept.holding("a", b"x"), again) == ("a", Unchanged(SEEN, again))
    assert kept.holding("a", b"y").content == b"y"
    assert KeptFiles("e", first.now, {}).holding("a", b"x").content == b"x"
    assert KeptFiles("", first.now, {"a": SEEN}).holding("a", b"x") == MadeFile("a", b"x")


def test_a_file_that_is_not_there_as_it_was_is_made() -> None:
    assert KeptFiles("e", keys("x"), {}).made("a", telling("x"), made).content == b"of x"


def test_what_cannot_be_told_whole_is_made_and_has_no_key() -> None:
    kept = KeptFiles("e")
    told = iter("x")
    found = kept.made("a", lambda: told, made)
    assert found == MadeFile("a", made(told))
    assert kept.file(found, again) == ("a", made(told))
    assert kept.now == {}


def test_without_an_engine_nothing_is_kept() -> None:
    assert keys("x", engine="") == {}


def test_what_is_known_from_a_result_is_not_told_again() -> None:
    results = Results()
    site = results.watched("site", Shelf({"a": "x"}))
    first = KeptFiles("e", results=results)
    first.file(first.made("a", lambda: site.books["a"], made), again)
    following = results.following()
    following.watched("site", Shelf({"a": "x", "b": "y"}))
    kept = KeptFiles("e", first.now, {"a": SEEN}, results=following)
    found = kept.made("a", refused, made)
    assert found.content is None
    assert kept.file(found, again) == ("a", Unchanged(SEEN, again))
    assert kept.now == first.now


def untouched(now: str, **changed: object) -> MadeFile | None:
    """The file ``a`` of a site with an outline, over that of an outline ``o``."""
    before: dict[str, Any] = {"engine": "e", "keys": keys("x"), "seen": {"a": SEEN}}
    kept = KeptFiles(**before | {"outline": "e o"} | changed)
    kept.begin(now)
    return kept.untouched("a")


def test_a_file_of_the_same_outline_is_not_looked_at_and_keeps_its_key() -> None:
    assert untouched("o") == MadeFile("a", None, keys("x")["a"])


@pytest.mark.parametrize(("outline", "asked"), [("o", False), ("p", True), ("", True)])
def test_what_is_wrong_with_the_same_outline_is_known(outline: str, *, asked: bool) -> None:
    before, now = (Problem("check", said, Location("a.yaml")) for said in ("before", "now"))
    kept = KeptFiles("e", outline="e o", problems=(before,))
    kept.begin(outline)
    assert kept.found(lambda: iter([now])) == ((now if asked else before),)
    assert kept.problems_now == ((now if asked else before),)


def shown(before: object, now: object) -> MadeFile | None:
    """The file ``a``, which showed a text and shows one now, both in the same outline."""
    first = KeptFiles("e")
    first.begin("o")
    first.untouched("a", before)
    kept = KeptFiles("e", keys("x"), {"a": SEEN}, first.outline_now, first.texts_now)
    kept.begin("o")
    return kept.untouched("a", now)


def test_a_file_is_looked_at_where_it_shows_another_text() -> None:
    untold: object = iter("x")
    kept = MadeFile("a", None, keys("x")["a"])
    assert [shown(None, None), shown("b", "b")] == [kept, kept]
    for before, now in [("b", "c"), ("b", None), (None, "b"), (untold, untold)]:
        assert shown(before, now) is None


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ("p", {}),
        ("", {}),
        ("o", {"engine": "f"}),
        ("o", {"engine": ""}),
        ("o", {"keys": {}}),
        ("o", {"seen": {}}),
        ("", {"outline": ""}),
    ],
)
def test_a_file_is_looked_at_where_anything_else_may_be_told_or_it_is_not_there(
    now: str, changed: dict[str, object]
) -> None:
    assert untouched(now, **changed) is None


@read_in_parts
class Shelf(Struct, frozen=True, eq=False):
    """Something that is read in parts."""

    books: Mapping[str, str]


def refused() -> object:
    """What must not be asked for."""
    raise AssertionError


class _Told(Struct, frozen=True, weakref=True):
    """What a page of its own is told, with what all share."""

    number: int
    shared: tuple[str, ...]


def test_what_a_file_was_made_of_is_forgotten_while_others_are_made() -> None:
    kept, shared = KeptFiles("e"), ("all", "pages")
    first = _Told(0, shared)
    key, lives = kept.made("a", telling(first), made).key, weakref.ref(first)
    del first
    for number in range(1, 50_000):
        kept.made("a", telling(_Told(number, shared)), made)
    gc.collect()
    assert lives() is None
    assert kept.made("a", telling(_Told(0, shared)), made).key == key
