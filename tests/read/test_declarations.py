"""An entry is read field by field as it is declared, or tells everything that is wrong in it, each
at its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest

from statsite.read.declarations import (
    Entry,
    Languages,
    Length,
    ReadApart,
    ReadBy,
    ReadInLanguages,
    ThenReadBy,
    field,
    fields_of,
    nested_entry,
    reader_of,
)
from statsite.read.field_errors import FieldError, Refused, refused


def _read_word(value: object) -> str:
    if not isinstance(value, str) or not value.isalpha():
        raise refused("word-malformed", "no word", "")
    return value.upper()


def _read_sorted(value: list[str]) -> list[str]:
    if value != sorted(value):
        raise Refused(FieldError("words-disordered", "in no order", at=(0,)))
    return value


def _said(**more: Any) -> Any:  # noqa: ANN401 - as `field` gives it
    return field(description="What it is.", examples=["a"], **more)


Word = Annotated[str, ReadBy(_read_word)]


class InnerEntry(Entry):
    """What another one holds."""

    word: Word = _said()


class OuterEntry(Entry):
    """All that an entry may hold."""

    word: Word = _said()
    maybe: Word | None = _said(default=None)
    words: Annotated[list[Word], ThenReadBy(_read_sorted)] = _said(
        default_factory=list, min_length=1, max_length=3
    )
    pairs: list[Annotated[list[Word], Length(2)]] = _said(default_factory=list)
    by_word: dict[Word, Word] = _said(default_factory=dict)
    inner: InnerEntry | None = _said(default=None)
    either: Word | InnerEntry = _said(default="")
    raw: list[Annotated[InnerEntry, ReadApart()]] = _said(default_factory=list, min_length=1)
    languages: Annotated[str, ReadInLanguages(lambda _, known: ",".join(known or ()))] = _said(
        default=""
    )

    def faults(self, languages: Languages) -> Iterator[FieldError]:
        """That two words are the same."""
        if self.word == self.maybe:
            yield FieldError("words-equal", f"the same in {languages}", at=("maybe",))


def _faults(written: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(Refused) as caught:
        OuterEntry.read(written, ("zh",))
    return [(fault.check, fault.at) for fault in caught.value.faults]


def test_what_is_written_is_read_and_what_is_left_out_has_its_default() -> None:
    entry = OuterEntry.read({"word": "a", "words": ["b", "c"]}, None)
    assert (entry.word, entry.maybe, entry.words, entry.by_word) == ("A", None, ["B", "C"], {})


def test_two_entries_share_no_list() -> None:
    one, other = (OuterEntry.read({"word": "a"}, None) for _ in range(2))
    assert one.words is not other.words


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("pairs", [["a", "b"]], [["A", "B"]]),
        ("by_word", {"a": "b"}, {"A": "B"}),
        ("either", "a", "A"),
        ("raw", ["1", {}], ["1", {}]),
        ("languages", "?", "zh,en"),
    ],
)
def test_a_field_is_read_as_it_is_annotated(name: str, written: object, read: object) -> None:
    assert getattr(OuterEntry.read({"word": "a", name: written}, ("zh", "en")), name) == read


@pytest.mark.parametrize("name", ["inner", "either"])
def test_keys_and_values_are_read_as_an_entry(name: str) -> None:
    entry = OuterEntry.read({"word": "a", name: {"word": "b"}}, None)
    assert getattr(entry, name).word == "B"


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("a", [("mapping-expected", ())]),
        ([], [("mapping-expected", ())]),
        ({}, [("field-missing", ("word",))]),
        ({"word": "1"}, [("word-malformed", ("word",))]),
        ({"word": "a", "wrod": "b"}, [("field-unknown", ("wrod",))]),
        ({"word": "a", "words": "b"}, [("list-expected", ("words",))]),
        ({"word": "a", "words": []}, [("field-empty", ("words",))]),
        ({"word": "a", "words": ["1"] * 4}, [("list-too-long", ("words",))]),
        ({"word": "a", "words": ["b", "a"]}, [("words-disordered", ("words", 0))]),
        ({"word": "a", "pairs": [["a", "b"], ["a"]]}, [("field-empty", ("pairs", 1))]),
        ({"word": "a", "by_word": []}, [("mapping-expected", ("by_word",))]),
        (
            {"word": "a", "by_word": {"1": "2"}},
            [("word-malformed", ("by_word", "1")), ("word-malformed", ("by_word", "1"))],
        ),
        ({"word": "a", "inner": {}}, [("field-missing", ("inner", "word"))]),
        ({"word": "a", "inner": "b"}, [("mapping-expected", ("inner",))]),
        ({"word": "a", "either": {"x": "y", "word": "b"}}, [("field-unknown", ("either", "x"))]),
        ({"word": "a", "either": "1"}, [("word-malformed", ("either",))]),
        ({"word": "a", "raw": []}, [("field-empty", ("raw",))]),
        ({"word": "a", "maybe": "a"}, [("words-equal", ("maybe",))]),
        (
            {"x": "y", "maybe": "1", "words": ["1", "b", "2"]},
            [
                ("field-missing", ("word",)),
                ("word-malformed", ("maybe",)),
                ("word-malformed", ("words", 0)),
                ("word-malformed", ("words", 2)),
                ("field-unknown", ("x",)),
            ],
        ),
    ],
)
def test_everything_wrong_is_told_at_its_place(
    written: object, faults: list[tuple[str, tuple[str | int, ...]]]
) -> None:
    assert _faults(written) == faults


def test_a_key_is_told_from_its_value_and_a_mistyped_field_with_what_was_meant() -> None:
    with pytest.raises(Refused) as caught:
        OuterEntry.read({"word": "a", "by_word": {"1": "2"}, "wrods": []}, None)
    key, value, unknown = caught.value.faults
    assert (key.on_key, value.on_key, unknown.on_key) == (True, False, True)
    assert "`words`" in unknown.hint


def test_the_fields_stand_in_their_order_and_those_of_a_base_first() -> None:
    class Longer(InnerEntry):
        """One field more."""

        more: Word = _said()

    assert list(fields_of(Longer)) == ["word", "more"]
    assert Longer.read({"more": "b", "word": "a"}, None).more == "B"


@pytest.mark.parametrize(
    ("annotation", "entry"),
    [
        (Word, None),
        (InnerEntry, InnerEntry),
        (list[InnerEntry], InnerEntry),
        (dict[Word, Annotated[InnerEntry, ReadApart()]], InnerEntry),
        (Word | InnerEntry | None, InnerEntry),
    ],
)
def test_the_entry_that_a_field_holds(annotation: Any, entry: type[Entry] | None) -> None:  # noqa: ANN401 - an annotation
    assert nested_entry(annotation) is entry


def test_a_type_without_a_field_is_read_too() -> None:
    assert reader_of(list[Word])(["a"], None) == ["A"]
