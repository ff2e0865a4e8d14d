"""Each kind of word has one list, so that no word is looked for twice in one kind."""

from __future__ import annotations

import pytest

from statsite.grammar import status_words

_KINDS = [name for name in vars(status_words) if name.isupper()]


@pytest.mark.parametrize("kind", _KINDS)
def test_no_word_stands_twice_in_its_kind(kind: str) -> None:
    words = getattr(status_words, kind)
    assert len(words) == len(set(words))


def test_what_is_supposed_is_no_claim() -> None:
    assert not set(status_words.SUPPOSED) & set(status_words.CLAIMED)
