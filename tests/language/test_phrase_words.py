"""The listed words at whose borders a heading parts: each is one word that can be found."""

from __future__ import annotations

import re

from statsite.language.phrase_words import WORDS
from statsite.language.phrases import parted


def test_a_word_has_two_characters_or_more_and_all_are_chinese() -> None:
    assert [word for word in WORDS if not re.fullmatch("[\u4e00-\u9fff]{2,}", word)] == []


def test_every_word_stays_whole_and_parts_from_the_word_before_it() -> None:
    before = "机构"
    assert [word for word in sorted(WORDS) if parted(before + word) != [before, word]] == []
