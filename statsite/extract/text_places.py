"""Where the sentences and paragraphs of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

#: What ends a sentence of an article.
SENTENCE_END = re.compile("[。!?]")
#: What ends a clause; commas of lists do not.
CLAUSE_MARKS = frozenset("，。;:!?")
CLAUSE_END = re.compile(f"[{''.join(sorted(CLAUSE_MARKS))}]")
#: What a line of sentences has, and a heading, a dateline or a row of a table has not.
SENTENCE_MARK = re.compile("[，。;!?]")
#: Before the first words of a report: 本报讯（记者王一）.
_BY_A_REPORTER = re.compile(r"(?:讯|电|消息)[(（][^()（）。]{1,40}[)）]$")
_REACH = 48
_LONGEST_CLAUSE = 40
#: What stands before a place in its clause, back to a mark or a digit.
_BEFORE = re.compile(f"[一-鿿]{{0,{_LONGEST_CLAUSE}}}$")
#: Words before a time that say nothing of whom it is told.
_OPENING_WORDS = re.compile(
    "(?:预计|其中|力争|提出|展望|而在|单看|显示|尤其是|特别是|计划|关于|刚刚过去的|就是|要求"
    "|明确|[到在了说着])$"
)
_FEWEST_OF_A_SUBJECT = 2


def is_behind_a_subject(plain: str, line: int, place: int) -> bool:
    """Whether the clause at ``place``, in the line that begins at ``line``, has told by then of
    whom or what it is: 新馆9月启用.
    """
    before = _BEFORE.search(plain, max(place - _LONGEST_CLAUSE, line), place)
    words = before[0] if before else ""
    return len(words) >= _FEWEST_OF_A_SUBJECT and _OPENING_WORDS.search(words) is None


class TextPlaces(Struct, frozen=True, dict=True):
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

    def clause_end(self, place: int) -> int:
        """Where the clause ends that a place is in."""
        found = CLAUSE_END.search(self.plain, place)
        return found.start() if found else len(self.plain)

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
