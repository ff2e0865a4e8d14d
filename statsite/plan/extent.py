"""What is in a set of figures, told before a reader opens it: how many, of which years and areas,
from how many articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from statsite.model import Observation
from statsite.periods import Moment
from statsite.plan.views import Presenter

_SENTENCE = re.compile(r".*?(?:[。！？]|[.!?](?=\s|$))", re.DOTALL)

#: How many areas are named; of more, the number is.
AREAS_NAMED = 3


def extent(
    presenter: Presenter, observations: Iterable[Observation], *, names_areas: bool = True
) -> tuple[str, ...]:
    """The pieces of one line: 33 figures, 2008–2024, China and Hunan, 4 articles."""
    found = list(observations)
    articles = {
        printing.source for one in found if not one.is_derived for printing in one.printings
    }
    pieces = (
        counted(presenter, "figure-count-one", "figures-count", len(found)),
        years(presenter, found),
        _areas(presenter, found) if names_areas else "",
        counted(presenter, "article-count-one", "articles-count", len(articles))
        if articles
        else "",
    )
    return tuple(piece for piece in pieces if piece)


def first_sentence(text: str) -> str:
    """``text`` up to the end of its first sentence."""
    found = _SENTENCE.match(text)
    return found[0].strip() if found else text


def counted(presenter: Presenter, one: str, more: str, number: int) -> str:
    """``number`` of something, by the keys of the words for one and for more."""
    return presenter.interface_text(one if number == 1 else more).format(n=number)


def years(presenter: Presenter, observations: Sequence[Observation]) -> str:
    """The first and the last year that figures are about, or since when where the last has no end;
    empty where the articles state none.
    """
    told = [year for one in observations for year in _years(one)]
    if not told:
        return ""
    first, last = min(told), max(told)
    if any(_is_open_from(one, last) for one in observations):
        return presenter.locale.dates.since(Moment(first))
    return presenter.interface_text("one-year" if first == last else "years-range").format(
        first=first, last=last
    )


def _years(observation: Observation) -> Iterator[int]:
    period = observation.period
    if period is not None:
        yield from (moment.year for moment in (period.start, period.end) if moment is not None)


def _is_open_from(observation: Observation, year: int) -> bool:
    """Whether a figure is about all the time since a ``year``."""
    period = observation.period
    start = period.start if period is not None and period.end is None else None
    return start is not None and start.year == year


def _areas(presenter: Presenter, observations: Iterable[Observation]) -> str:
    areas = presenter.site.areas
    named = list(
        dict.fromkeys(presenter.figure_text(areas[one.area].title) for one in observations)
    )
    if len(named) > AREAS_NAMED:
        return presenter.interface_text("areas-count").format(n=len(named))
    return presenter.interface_text("list-separator").join(named)
