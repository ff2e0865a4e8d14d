"""Regular expressions of lists of words, before and behind a figure."""

from __future__ import annotations

import re

import pytest

from statsite.grammar.patterns import (
    any_of,
    both_sides,
    compiled,
    ends_behind,
    first_words,
    starts_before,
    starts_of_pairs,
)


def test_the_longest_word_is_tried_first_and_none_is_a_pattern() -> None:
    found = re.match(any_of(["达", "达到", "1.5"]), "达到1.5")
    assert found is not None
    assert found[0] == "达到"
    assert re.fullmatch(any_of(["1.5"]), "1x5") is None


def test_patterns_are_compiled_in_order() -> None:
    assert [pattern.pattern for pattern in compiled("a", "b")] == ["a", "b"]


def test_the_words_of_the_first_match_are_taken() -> None:
    found = (re.match(pattern, "约三成") for pattern in ("近", "约", "约三"))
    assert first_words(found) == "约"
    assert first_words([None]) == ""


def test_each_pattern_that_is_before_a_figure_says_where_it_starts() -> None:
    patterns = compiled("约$", "大约$", "近$")
    assert [*starts_before(patterns, "共有大约")] == [3, 2]


def test_each_pattern_that_is_behind_a_figure_says_where_it_ends() -> None:
    patterns = compiled("以上", "以", "左右")
    assert [*ends_behind(patterns, "30人以上", len("30人"))] == [5, 4]


@pytest.mark.parametrize(("behind", "starts"), [("中的一个", [1]), ("为止", [])])
def test_a_pair_counts_where_both_of_its_sides_are_there(behind: str, starts: list[int]) -> None:
    assert [*starts_of_pairs(both_sides(("在$", "中")), "是在", behind)] == starts
