"""Figures that have no time although the text before them has named one.

A report hands its time on from sentence to sentence, but its sentences also tell of what lasts, of
prices, of what people do day by day and of single cases. Which of the two a sentence does that
names no time is seldom said by one word. So what stands around its figures is weighed: each clue
has a weight, the weights of the clues that speak of a figure make its *score*, and the figures of
a sentence that are weighed share the middle of their scores. Of the figures of the hand lists with
a score of 0, every second one has no time.

The weights are fitted to the hand lists by ``python -m tests.extract.clues``, which prints them and
says what they are worth on folders that they were not fitted to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.layout import Layout
from statsite.extract.origins import Origin
from statsite.extract.timeless_clues import BASE, CLUES, Surroundings
from statsite.values import replace

#: Where the time of a figure is named that is weighed: in no sentence of its own.
_WEIGHED = frozenset(
    {
        Origin.PARAGRAPH_BEFORE,
        Origin.SENTENCE_BEFORE,
        Origin.HEAD_OF_SENTENCE_BEFORE,
        Origin.HEADING,
    }
)
#: The score from which on a figure has no time, and from which on its time is unsure.
_TIMELESS, _UNSURE = 0.2, -0.7
_CLAUSE = re.compile("[，。;!?:()]")
_SENTENCE_END = re.compile("[。!?]")
_WORDS = re.compile("[一-鿿]{2,}")
#: How far clauses, what stands right behind a figure, the rest of its sentence and other sentences
#: are read, and how far before a time.
_REACH_OF_CLAUSE, _REACH_BEHIND, _REACH_OF_REST, _FAR, _BEFORE_A_TIME = 30, 6, 80, 160, 40


def without_times(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    told: Sequence[FigureAttributes],
) -> list[FigureAttributes]:
    """What is told of each figure, without a time where it is likelier to have none."""
    scores = _shared_scores(article, layout, figures, told)
    return [_weighed(one, score) for one, score in zip(told, scores, strict=True)]


def _weighed(told: FigureAttributes, score: float | None) -> FigureAttributes:
    """What is told of a figure with a ``score``; it is None where the figure is not weighed."""
    if score is None or score < _UNSURE:
        return told
    if score < _TIMELESS:
        return replace(told, is_period_sure=False)
    return replace(told, period=None, is_period_sure=True, origin=None, handed_on=told.period)


def _shared_scores(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    told: Sequence[FigureAttributes],
) -> Iterator[float | None]:
    """The score of each figure, the same for all of a sentence; None for what is not weighed."""
    sentences = [layout.places.sentence_begin(figure.start) for figure in figures]
    in_order = zip(sentences, figures, told, strict=True)
    for _, of_sentence in groupby(in_order, key=lambda one: one[0]):
        around = [surroundings(article, layout, figure, one) for _, figure, one in of_sentence]
        scores = [score_of(one) for one in around if one is not None]
        middle = sum(scores) / len(scores) if scores else None
        for one in around:
            yield None if one is None else middle


def score_of(around: Surroundings) -> float:
    """The score of a figure by itself."""
    return BASE + sum(clue.weight for clue in CLUES if clue.speaks(around))


def surroundings(
    article: ArticleText, layout: Layout, figure: Candidate, told: FigureAttributes
) -> Surroundings | None:
    """What is looked at around a figure; None where its time is not weighed."""
    mention, origin = told.mention, told.origin
    if mention is None or origin not in _WEIGHED:
        return None
    plain, start, end = article.plain, figure.start, figure.end
    sentence = layout.places.sentence_begin(start)
    if is_of_a_dividend(plain, sentence, start):
        return None
    before = plain[max(sentence, start - _FAR) : start]
    since = min(max(mention.end, sentence - _FAR), sentence)
    pairs = _pairs(before + plain[start : end + _REACH_BEHIND])
    around_time = plain[max(0, mention.start - _BEFORE_A_TIME) : mention.end]
    return Surroundings(
        clause=_CLAUSE.split(before[-_REACH_OF_CLAUSE:])[-1],
        sentence=before,
        behind=plain[end : end + _REACH_BEHIND],
        rest=_rest_of_sentence(plain, end, _REACH_OF_REST),
        between=plain[since:sentence],
        paragraph=plain[max(layout.passages[layout.passage_of(start)], since) : sentence],
        kind="event" if mention.is_event or mention.is_whole else "",
        with_time=_shared(pairs, around_time + _rest_of_sentence(plain, mention.end, _FAR)),
        with_before=_shared(pairs, plain[since:sentence]),
        unit=figure.unit,
        relation=figure.quantity.relation.value,
        status=told.status,
        origin=origin.value,
    )


def _rest_of_sentence(plain: str, place: int, reach: int) -> str:
    """What stands behind a place in its sentence."""
    return _SENTENCE_END.split(plain[place : place + reach], maxsplit=1)[0]


def _pairs(text: str) -> set[str]:
    """The pairs of characters that stand side by side in the words of a text."""
    words = _WORDS.findall(text)
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}


def _shared(pairs: set[str], text: str) -> str:
    """How many of ``pairs`` stand in a text, 2 for more."""
    return str(min(2, len(pairs & _pairs(text))))
