"""Where the sentences and paragraphs of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

#: What ends a clause; commas of lists do not.
CLAUSE_MARKS = frozenset("，。;:!?")
#: Before the first words of a report: 本报讯（记者王一）.
_BY_A_REPORTER = re.compile(r"(?:讯|电|消息)[(（][^()（）。]{1,40}[)）]$")
_REACH = 48


@dataclass(frozen=True)
class TextPlaces:
    """A text with the places where its ``sentences`` end and its ``paragraphs`` begin, in order."""

    plain: str
    sentences: Sequence[int]
    paragraphs: Sequence[int]

    @cached_property
    def _beginnings(self) -> frozenset[int]:
        return frozenset(self.paragraphs)

    def paragraph_of(self, place: int) -> int:
        """The number of the paragraph that a place is in; -1 before the first."""
        return bisect_right(self.paragraphs, place) - 1

    def paragraph_end(self, paragraph: int) -> int:
        """Where a paragraph ends."""
        following = paragraph + 1
        return self.paragraphs[following] if following < len(self.paragraphs) else len(self.plain)

    def sentence_begin(self, place: int) -> int:
        """Where the sentence begins that a place is in."""
        at = bisect_right(self.sentences, place) - 1
        return self.sentences[at] if at >= 0 else 0

    def sentence_end(self, place: int) -> int:
        """Where the sentence ends that a place is in."""
        at = bisect_right(self.sentences, place)
        return self.sentences[at] if at < len(self.sentences) else len(self.plain) + 1

    def part_end(self, place: int) -> int:
        """Where the part of the sentence ends that a place is in."""
        found = self.plain.find(";", place, self.sentence_end(place))
        return found if found >= 0 else self.sentence_end(place)

    def in_one_sentence(self, first: int, last: int) -> bool:
        """Whether no sentence ends between two places."""
        return self.sentences_between(first, last) == 0

    def sentences_between(self, first: int, last: int) -> int:
        """How many sentences end between two places."""
        return bisect_right(self.sentences, last) - bisect_right(self.sentences, first)

    def opens_a_sentence(self, place: int) -> bool:
        """Whether a sentence or a paragraph begins at a place."""
        return place == self.sentence_begin(place) or place in self._beginnings

    def opens_a_clause(self, place: int) -> bool:
        """Whether what is at a place is the first word of its clause: 2019年，…, and not
        该校2019年只有3家.
        """
        if place in self._beginnings or self.plain[place - 1] in CLAUSE_MARKS:
            return True
        return _BY_A_REPORTER.search(self.plain, max(0, place - _REACH), place) is not None
