"""Figures that have no time although the text before them has named one.

A report hands its time on from sentence to sentence, but its sentences also tell of what lasts, of
prices, of what people do day by day and of single cases. Which of the two a sentence does that
names no time is seldom said by one word. So what stands around its figures is weighed: each clue
has a weight, the weights of a figure's clues are added to its *score*, and the figures of a
sentence that get their time from elsewhere share the middle of their scores. A score of 0 means
that such figures of the hand lists have none as often as they have the time before them.

The weights are fitted to the hand lists by ``python -m tests.extract.clues``, which prints them
and says what they are worth on folders that they were not fitted to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.layout import Layout
from statsite.extract.origins import Origin
from statsite.extract.timeless_clues import BASE, CLUES, Surroundings

#: The figures that are weighed: their time is named in no sentence of theirs.
WEIGHED = frozenset(
    {
        Origin.PARAGRAPH_BEFORE,
        Origin.SENTENCE_BEFORE,
        Origin.HEAD_OF_SENTENCE_BEFORE,
        Origin.HEADING,
    }
)
#: The score from which on a figure has no time, and from which on its time is unsure.
_IS_TIMELESS, _MAY_BE_TIMELESS = 0.3, -0.7
_CLAUSE = re.compile(r"[^，。;!?:()]{0,30}$")
_SENTENCE_END = re.compile("[。!?]|$")
_REACH_OF_CLAUSE, _BEHIND, _REACH, _FAR = 30, 6, 80, 160


def without_times(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    told: Sequence[FigureAttributes],
) -> list[FigureAttributes]:
    """What is told of each figure; those that are likelier to have no time have none."""
    scores = list(_shared_scores(article, layout, figures, told))
    return [_weighed(one, score) for one, score in zip(told, scores, strict=True)]


def _weighed(told: FigureAttributes, score: float | None) -> FigureAttributes:
    """What is told of a figure with a ``score``; None where it is not weighed."""
    if score is None or score < _MAY_BE_TIMELESS:
        return told
    if score < _IS_TIMELESS:
        return replace(told, is_period_sure=False)
    return FigureAttributes(None, told.status, is_status_sure=told.is_status_sure)


def _shared_scores(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    told: Sequence[FigureAttributes],
) -> Iterator[float | None]:
    """The score of each figure, which it shares with the others of its sentence; None where a
    figure is not weighed.
    """
    sentences = [layout.places.sentence_begin(figure.start) for figure in figures]
    of_figures = zip(sentences, figures, told, strict=True)
    for _, together in groupby(of_figures, key=lambda one: one[0]):
        scores = [score_of(article, layout, figure, one) for _, figure, one in together]
        weighed = [score for score in scores if score is not None]
        for score in scores:
            yield None if score is None else sum(weighed) / len(weighed)


def score_of(
    article: ArticleText, layout: Layout, figure: Candidate, told: FigureAttributes
) -> float | None:
    """The score of one figure by itself; None where it is not weighed."""
    around = surroundings(article, layout, figure, told)
    return None if around is None else weight_of(around)


def weight_of(around: Surroundings) -> float:
    """The score of a figure with these surroundings."""
    return BASE + sum(clue.weight for clue in CLUES if clue.speaks(around))


def surroundings(
    article: ArticleText, layout: Layout, figure: Candidate, told: FigureAttributes
) -> Surroundings | None:
    """What is looked at around a figure; None where its time is not of a kind that is weighed."""
    mention = told.mention
    if mention is None or told.origin not in WEIGHED:
        return None
    plain, start, end = article.plain, figure.start, figure.end
    sentence = layout.places.sentence_begin(start)
    if is_of_a_dividend(plain, sentence, start):
        return None
    clause = _CLAUSE.search(plain, max(0, start - _REACH_OF_CLAUSE), start)
    far = min(len(plain), end + _REACH)
    ends = _SENTENCE_END.search(plain, end, far)
    begin = min(max(mention.end, sentence - _FAR), sentence)
    return Surroundings(
        clause=clause[0] if clause else "",
        sentence=plain[max(sentence, start - _FAR) : start],
        behind=plain[end : end + _BEHIND],
        rest=plain[end : ends.start() if ends else far],
        between=plain[begin:sentence],
        paragraph=plain[max(layout.passages[layout.passage_of(start)], begin):sentence],
        unit=figure.unit,
        time=plain[mention.start : mention.end],
        relation=figure.quantity.relation.value,
        status=told.status,
        origin=told.origin.value,
    )
