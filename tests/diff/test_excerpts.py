"""What differs is shown wherever in a text it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statsite.diff.excerpts import (
    LONGEST_PIECE,
    common_length,
    differing,
    in_short,
    paired,
    pieces,
    visible,
)

FAR = "word " * 400


def test_short_texts_are_shown_whole() -> None:
    assert differing("a long walk", "a short walk") == ("a long walk", "a short walk")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"{FAR}good end", f"{FAR}evil end", id="at the end, of the same length"),
        pytest.param(f"{FAR}good{FAR}", f"{FAR}evil one{FAR}", id="in the middle"),
        pytest.param(f"good{FAR}", f"evil{FAR}", id="at the beginning"),
    ],
)
def test_a_difference_far_into_a_line_is_shown(before: str, after: str) -> None:
    was, now = differing(before, after)
    assert ("good" in was, "evil" in now) == (True, True)
    assert max(len(was), len(now)) < 200


def test_one_character_that_changed_in_a_paragraph_is_where_the_eye_is_led() -> None:
    sentence = "签约按对计，一家机构可以同时与几家结对。"
    before, after = (f"{sentence * 8}正好达到也{one}完成。{sentence * 8}" for one in "算箅")
    was, now = differing(before, after)
    assert (was.index("算"), now.index("箅")) == (81, 81)
    assert max(len(was), len(now)) < 170


def test_nothing_between_two_differences_is_left_out() -> None:
    lines = (f"-one{FAR}two{FAR}three", f"+ONE{FAR}TWO{FAR}THREE")
    told = ["".join(text for when, text in paired(lines) if when == one) for one in ("was", "now")]
    assert told == [line[1:].strip() for line in lines]


def test_a_text_that_grows_by_what_it_holds_is_cut_without_overlap() -> None:
    assert differing("a" * 700, "a" * 800) == ("…" + "a" * 80, "…" + "a" * 180)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("", "an empty line"),
        ("   ", "an empty line"),
        ("    code", "␣␣␣␣code"),
        ("\tcode", "⇥code"),
        ("break  ", "break␣␣"),
        ("two  spaces, one", "two␣␣spaces, one"),
        ("a\u00a0b\u3000c", "a<U+00A0>b<U+3000>c"),
        ("a\u3164b\u034fc", "a<U+3164>b<U+034F>c"),
    ],
)
def test_white_space_that_matters_and_what_nobody_sees_is_written(line: str, shown: str) -> None:
    assert visible(line) == shown


def test_a_long_text_is_told_in_pieces_and_an_empty_one_in_one() -> None:
    assert [len(piece) for piece in pieces("x" * (LONGEST_PIECE + 1))] == [LONGEST_PIECE, 1]
    assert list(pieces("")) == [""]


def test_each_line_that_went_is_held_against_the_one_that_came_in_its_place() -> None:
    lines = ("-a", "-b", "+A", "-c", "+C", "+D")
    assert list(paired(lines)) == [
        ("was", "a"),
        ("was", "b"),
        ("now", "A"),
        ("was", "c"),
        ("now", "C"),
        ("now", "D"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("abc", "abd", 2), ("abc", "abc", 3), ("abc", "", 0), (["a", "b"], ["a", "c"], 1)],
)
def test_what_texts_or_lists_begin_with_in_common_is_counted(
    one: Sequence[str], other: Sequence[str], length: int
) -> None:
    assert common_length(one, other) == length


LINE = "某县去年新增床位，今年不再新增。" * 4


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        pytest.param(f"{LINE}算{LINE}", f"{LINE}箅{LINE}", ("算", "箅"), id="a look-alike"),
        pytest.param(f"{LINE}不{LINE}", LINE * 2, ("不", ""), id="a character that went"),
        pytest.param(
            f"{FAR}of these targets, {FAR}", f"{FAR}of these tarqets, {FAR}",
            ("targets", "tarqets"), id="a letter of a word",
        ),
        pytest.param(f"{LINE} {LINE}", LINE * 2, ("␣", ""), id="a space"),
        pytest.param("x" * 50 + "1", "x" * 50 + "2", None, id="a word that is too long"),
        pytest.param("算", "箅", None, id="a short text"),
        pytest.param(f"{LINE}{'甲' * 41}", LINE, None, id="much"),
    ],
)  # fmt: skip
def test_what_little_differs_is_told_by_itself(
    was: str, now: str, told: tuple[str, str] | None
) -> None:
    assert in_short(was, now) == told


def test_what_nobody_sees_is_visible_by_itself_too() -> None:
    lines = (f"-{LINE}", f"+{LINE[:30]}\u200b{LINE[30:]}")
    assert [*paired(lines)][-1] == ("there", "", "<U+200B>")
