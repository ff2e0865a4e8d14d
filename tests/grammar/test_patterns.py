"""Regular expressions of lists of words."""

from __future__ import annotations

import re

from statsite.grammar.patterns import any_of, compiled


def test_the_longest_word_is_tried_first_and_none_is_a_pattern() -> None:
    found = re.match(any_of(["达", "达到", "1.5"]), "达到1.5")
    assert found is not None
    assert found[0] == "达到"
    assert re.fullmatch(any_of(["1.5"]), "1x5") is None


def test_patterns_are_compiled_in_order() -> None:
    assert [pattern.pattern for pattern in compiled("a", "b")] == ["a", "b"]
