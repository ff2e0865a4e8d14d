"""Files that need not be made again."""

from __future__ import annotations

import pytest

from statsite.kept_files import KeptFiles, MadeFile, Seen, Unchanged

SEEN = Seen(3, "0" * 64, 1, 1)


def made() -> bytes:
    """What a file holds."""
    return b"new"


def keys(told: object, engine: str = "e") -> dict[str, str]:
    """The keys of a site of one file, which is made from what is told."""
    kept = KeptFiles(engine)
    assert kept.file(kept.made("a", told, made), made) == ("a", b"new")
    return kept.now


def test_a_file_of_the_same_is_not_made_and_keeps_its_key() -> None:
    kept = KeptFiles("e", keys("x"), {"a": SEEN})
    found = kept.made("a", "x", made)
    assert found.content is None
    assert kept.file(found, made) == ("a", Unchanged(SEEN, made))
    assert kept.now == keys("x")


def test_a_file_that_another_process_made_is_known_once_it_is_taken() -> None:
    kept = KeptFiles("e")
    found = kept.made("a", "x", made)
    assert kept.now == {}
    assert kept.file(found, made) == ("a", b"new")
    assert kept.now == keys("x")


@pytest.mark.parametrize(
    ("address", "told", "engine"), [("a", "y", "e"), ("a", "x", "f"), ("b", "x", "e")]
)
def test_a_file_of_another_thing_is_made(address: str, told: object, engine: str) -> None:
    kept = KeptFiles(engine, keys("x"), {"a": SEEN, "b": SEEN})
    assert kept.made(address, told, made).content == b"new"


def test_a_file_that_is_not_there_as_it_was_is_made() -> None:
    assert KeptFiles("e", keys("x"), {}).made("a", "x", made).content == b"new"


def test_what_cannot_be_told_whole_is_made_and_has_no_key() -> None:
    kept = KeptFiles("e")
    found = kept.made("a", iter("x"), made)
    assert found == MadeFile("a", b"new")
    assert kept.file(found, made) == ("a", b"new")
    assert kept.now == {}


def test_without_an_engine_nothing_is_kept() -> None:
    assert keys("x", engine="") == {}
