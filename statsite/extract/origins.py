"""Where a figure's period comes from: the kinds of places in which an article names the time that
a figure is taken to be about, and which of them are right often enough to go unmarked.

``python -m tests.extract.origins`` counts how often each is right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.governing_times import GoverningTime
from statsite.extract.layout import Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import is_one_month
from statsite.extract.text_places import CLAUSE_MARKS, is_behind_a_subject
from statsite.periods import TimePeriod


class Origin(Enum):
    """Where the time of a figure is named, seen from the figure."""

    OWN_CLAUSE = "its clause"
    OWN_SENTENCE = "an earlier clause of its sentence"
    AFTER_A_SUBJECT = "a month or days behind a subject of its sentence"
    DAY = "a day, in an earlier clause of its sentence"
    DAY_TOLD_BEFORE = "a word for a day told of before, in its sentence"
    EVENT = "a word for an event"
    HEAD_OF_SENTENCE_BEFORE = "part of a year or years, at the head of a sentence before"
    SINCE = "a time without an end, in an earlier clause of its sentence"
    SENTENCE_BEFORE = "elsewhere in a sentence before"
    PARAGRAPH_BEFORE = "a paragraph before"
    HEADING_WITH_YEAR = "a heading, with its year"
    HEADING = "a heading, without its year"
    BEHIND = "behind it"


#: What is right often enough on articles that nobody had read: about 19 of 20.
RELIABLE = frozenset(
    {
        Origin.OWN_CLAUSE,
        Origin.OWN_SENTENCE,
        Origin.HEAD_OF_SENTENCE_BEFORE,
        Origin.HEADING_WITH_YEAR,
    }
)
_CHANGES = frozenset({"由", "从", "到", "至"})
_DAY_TOLD_BEFORE = re.compile("当[日天月]|次日|第[二三]天|目前|前[天晚]|昨|今[天日晨晚]|[上本]月")
_YEAR = re.compile("(?:19|20)[0-9]{2}年")
_NUMBER = re.compile("[0-9]")


class Origins:
    """What an article shows of where the times of its figures are named."""

    def __init__(
        self, article: ArticleText, layout: Layout, mentions: Sequence[TimeMention]
    ) -> None:
        self._plain = article.plain
        self._places, self._layout = layout.places, layout
        self._starts = [mention.start for mention in mentions]

    def of(self, figure: Candidate, time: GoverningTime) -> Origin | None:
        """Where the time of ``figure`` is named; None where it has none."""
        mention = time.mention
        if mention is None or time.period is None:
            return None
        if mention.start >= figure.start:
            return Origin.BEHIND
        if self._layout.passage_of(mention.start) != self._layout.passage_of(figure.start):
            return self._elsewhere(mention)
        if not self._places.in_one_sentence(mention.end, figure.start):
            return self._in_a_sentence_before(figure, mention)
        return self._in_its_sentence(figure, mention)

    def _words(self, mention: TimeMention) -> str:
        return self._plain[mention.start : mention.end]

    def _elsewhere(self, mention: TimeMention) -> Origin:
        """The origin of a time that is named in another paragraph."""
        if not mention.in_heading:
            return Origin.PARAGRAPH_BEFORE
        return Origin.HEADING_WITH_YEAR if self._has_year(mention) else Origin.HEADING

    def _has_year(self, mention: TimeMention) -> bool:
        return _YEAR.search(self._words(mention)) is not None

    def _in_a_sentence_before(self, figure: Candidate, mention: TimeMention) -> Origin:
        """The origin of a time that is named in a sentence before the figure's."""
        is_first = self._places.opens_a_sentence(mention.start)
        is_far = not is_first or self._is_followed(figure, mention)
        if is_far or _is_a_month_or_days(mention.period):
            return Origin.SENTENCE_BEFORE
        return Origin.HEAD_OF_SENTENCE_BEFORE

    def _is_followed(self, figure: Candidate, mention: TimeMention) -> bool:
        """Whether another time is named between a time and a figure."""
        at = bisect_right(self._starts, mention.start)
        return at < len(self._starts) and self._starts[at] < figure.start

    def _in_its_sentence(self, figure: Candidate, mention: TimeMention) -> Origin:
        """The origin of a time that is named in the sentence of the figure."""
        is_short = _is_a_month_or_days(mention.period)
        if is_short and self._is_a_word(mention):
            return self._of_a_word(mention)
        if is_short and self._stands_behind_a_subject(mention):
            return Origin.AFTER_A_SUBJECT
        is_here = CLAUSE_MARKS.isdisjoint(self._plain[mention.end : figure.start])
        return Origin.OWN_CLAUSE if is_here else _of_an_earlier_clause(mention)

    def _is_a_word(self, mention: TimeMention) -> bool:
        """Whether a time is named by a word alone: 当月, but not 10月当月."""
        if self._plain.endswith("月", 0, mention.start):
            return False
        return _NUMBER.search(self._words(mention)) is None

    def _of_a_word(self, mention: TimeMention) -> Origin:
        """The origin of a month or of days that are named by a word: 当天, 比赛期间, 年末."""
        if _DAY_TOLD_BEFORE.search(self._words(mention)):
            return Origin.DAY_TOLD_BEFORE
        return Origin.OWN_SENTENCE if mention.is_final else Origin.EVENT

    def _stands_behind_a_subject(self, mention: TimeMention) -> bool:
        """Whether a clause has told of whom or what it is before it names its time: 新馆9月启用."""
        if mention.is_base or mention.in_heading or mention.lead in _CHANGES:
            return False
        line = self._layout.start(self._layout.line_of(mention.start))
        return is_behind_a_subject(self._plain, line, mention.start)


def _of_an_earlier_clause(mention: TimeMention) -> Origin:
    """The origin of a time that opens an earlier clause of the figure's sentence."""
    period = mention.period
    if period is None or period.end is None:
        return Origin.SINCE
    is_day = period.end.day > 0 and period.start == period.end
    return Origin.DAY if is_day and not mention.is_as_of else Origin.OWN_SENTENCE


def _is_a_month_or_days(period: TimePeriod | None) -> bool:
    """Whether a period is one month, or named by its days."""
    if period is None or period.start is None or period.end is None:
        return False
    return period.start.day > 0 or is_one_month(period)
