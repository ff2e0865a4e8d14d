"""Figures of headings, whose time is that of the same figure in the text below, of the one that
they round, or of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.cues import OBSERVED, STANDARD
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.governing_times import GoverningTime
from statsite.extract.layout import Layout
from statsite.extract.origins import Origin
from statsite.quantity import Quantity, Relation
from statsite.values import replace

_PEOPLE = frozenset({"人", "名", "位"})
_SHARE = re.compile("成|半|分之|%")
#: How many dated figures below a headline are looked at.
_FIGURES_BELOW = 60
#: By what part of it a headline's figure may be below or above the one that it rounds.
_NEAR_BY, _AT_MOST = Fraction(1, 30), Fraction(1, 10)
_REACHES = {
    Relation.MORE: (Fraction(0), _AT_MOST),
    Relation.AT_LEAST: (Fraction(0), _AT_MOST),
    Relation.LESS: (_AT_MOST, Fraction(0)),
    Relation.JUST_UNDER: (_AT_MOST, Fraction(0)),
    Relation.ABOUT: (Fraction(1, 20), Fraction(1, 20)),
}


def with_headings(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    times: Sequence[GoverningTime],
    told: Sequence[FigureAttributes],
) -> list[FigureAttributes]:
    """What is told of each figure; where a figure of a heading has no time in it, that of the same
    figure in the text below, or of the next one.
    """
    below = _Below()
    completed: list[FigureAttributes] = []
    for figure, time, one in zip(reversed(figures), reversed(times), reversed(told), strict=True):
        placed = _placed(article, layout, figure, time, one)
        completed.append(below.completed(placed))
        below.pass_by(placed)
    passages = [layout.passage_of(figure.start) for figure in figures]
    headlines = [
        layout.is_headline(layout.line_of(figure.start)) and not _is_in_running_text(layout, figure)
        for figure in figures
    ]
    return list(_with_neighbours(completed[::-1], passages, headlines))


def _with_neighbours(
    told: Sequence[FigureAttributes], passages: Sequence[int], headlines: Sequence[bool]
) -> Iterator[FigureAttributes]:
    """What is told of each figure, those of headlines with the period of the figure before in the
    same line where they have none: 半年吞吐1.73亿吨 海铁联运增长逾两成.
    """
    before: FigureAttributes | None = None
    passage_before = -1
    for one, passage, is_headline in zip(told, passages, headlines, strict=True):
        goes_on = is_headline and passage == passage_before and one.status == OBSERVED
        if goes_on and one.period is None and before is not None:
            yield _with_period_of(before, one)
        else:
            yield one
        if passage != passage_before or one.period is not None:
            before, passage_before = one, passage


def _with_period_of(other: FigureAttributes, one: FigureAttributes) -> FigureAttributes:
    """What is told of ``one`` figure, with the period of the ``other``."""
    return replace(
        one,
        period=other.period,
        is_period_sure=False,
        origin=Origin.BEHIND,
        mention=other.mention,
    )


class _Placed(Struct, frozen=True):
    """What is told of a figure, and where the figure is: what it prints and means, its unit (% for
    shares of every form), the number of its passage,
    whether that is a headline, whether a sentence has ended before it there, whether its time is
    named there, and whether that time leaves no doubt.
    """

    told: FigureAttributes
    printed: str
    quantity: Quantity
    unit: str
    passage: int
    is_headline: bool
    is_running: bool
    has_own_time: bool
    is_time_sure: bool

    @property
    def key(self) -> tuple[str, str]:
        """What the same figure elsewhere has too."""
        return self.printed, self.told.status

    @property
    def is_dated(self) -> bool:
        """Whether it has a time that is its own."""
        is_sure = self.has_own_time if self.is_headline else self.is_time_sure
        return self.told.period is not None and is_sure

    @property
    def takes_the_next(self) -> bool:
        """Whether it may be about what the next figure is about."""
        is_undated = self.told.period is None and not self.has_own_time
        return self.is_headline and is_undated and self.told.status == OBSERVED


def _placed(
    article: ArticleText,
    layout: Layout,
    figure: Candidate,
    time: GoverningTime,
    told: FigureAttributes,
) -> _Placed:
    return _Placed(
        told,
        article.plain[figure.start : figure.end],
        figure.quantity,
        "%"
        if not figure.unit and _SHARE.search(figure.plain, figure.start, figure.end)
        else figure.unit,
        layout.passage_of(figure.start),
        is_headline=layout.is_headline(layout.line_of(figure.start)),
        is_running=_is_in_running_text(layout, figure),
        has_own_time=_is_in_its_passage(layout, time, figure),
        is_time_sure=time.is_sure,
    )


class _Below(Struct):
    """What is told below a heading: of each figure, and of the next one outside headlines that
    has a period, which is in ``passage``.
    """

    told: dict[tuple[str, str], FigureAttributes] = {}
    dated: list[_Placed] = []
    following: FigureAttributes | None = None
    passage: int = -1

    def completed(self, figure: _Placed) -> FigureAttributes:
        """What is told of a figure above, with a period from below where it has none of its own."""
        instead = self._same_figure(figure)
        if instead is None and figure.takes_the_next and self.passage == figure.passage + 1:
            instead = self.following
        if instead is None:
            return figure.told
        return _with_period_of(instead, figure.told)

    def _same_figure(self, figure: _Placed) -> FigureAttributes | None:
        if figure.told.status == STANDARD or figure.is_running or figure.is_dated:
            return None
        return self.told.get(figure.key) or self._rounded(figure)

    def _rounded(self, figure: _Placed) -> FigureAttributes | None:
        """What is told of the figure nearest below that a headline's figure rounds."""
        if not figure.is_headline or (figure.told.period is not None and figure.has_own_time):
            return None
        return next((one.told for one in self._nearest() if _rounds(figure, one)), None)

    def _nearest(self) -> Sequence[_Placed]:
        """The dated figures that come next, the nearest first."""
        return self.dated[: -_FIGURES_BELOW - 1 : -1]

    def pass_by(self, figure: _Placed) -> None:
        """Remember a figure for those above it."""
        if figure.told.period is not None and (figure.is_dated or figure.is_running):
            self.told[figure.key] = figure.told
            self.dated.append(figure)
        passes_over = figure.told.period is None and self.passage == figure.passage
        if not figure.is_headline and not passes_over:
            self._take_as_following(figure)

    def _take_as_following(self, figure: _Placed) -> None:
        """Remember a figure as the next one outside headlines, if its time is clear."""
        is_clear = figure.has_own_time and figure.told.status == OBSERVED
        self.following = figure.told if is_clear else None
        self.passage = figure.passage


def _rounds(headline: _Placed, figure: _Placed) -> bool:
    """Whether a headline's figure is another one in fewer digits: 九成七 for 97.1%, 超四成 for
    42.6%.
    """
    value = figure.quantity.value
    is_near = value is not None and _is_near(headline.quantity, value)
    return is_near and _are_of_one_kind(headline, figure)


def _are_of_one_kind(one: _Placed, other: _Placed) -> bool:
    is_alike = one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE
    return is_alike and one.told.status == other.told.status


def _is_near(shown: Quantity, value: Fraction) -> bool:
    """Whether a number may have been rounded to the quantity that is ``shown``."""
    if not shown.value or shown.value < 0:
        return False
    near_by = max(_NEAR_BY, _half_a_digit(shown.value) / shown.value)
    below, above = _REACHES.get(shown.relation, (near_by, near_by))
    return shown.value * (1 - below) <= value <= shown.value * (1 + above)


def _half_a_digit(value: Fraction) -> Fraction:
    """Half the size of the last digit of a whole number that is not 0; 0 for any other."""
    if value.denominator != 1:
        return Fraction(0)
    size = 1
    while value and value % (size * 10) == 0:
        size *= 10
    return Fraction(size, 2)


def _is_in_its_passage(layout: Layout, time: GoverningTime, figure: Candidate) -> bool:
    """Whether the time of a figure is named in the figure's own passage."""
    return time.mention is not None and layout.passage_of(time.mention.start) == layout.passage_of(
        figure.start
    )


def _is_in_running_text(layout: Layout, figure: Candidate) -> bool:
    """Whether a sentence has ended between the beginning of the paragraph and the figure."""
    paragraph = layout.passages[layout.passage_of(figure.start)]
    return not layout.places.in_one_sentence(paragraph, figure.start)
