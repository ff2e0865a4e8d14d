"""What an article says outright of a figure's time, area and unit, held against what the site says
beside the number.

Only explicit words count. The nearest are those of the figure's own sentence or paragraph. Where
they are silent, a year or an area that the whole article never names was not taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statsite.evidence.context.figure_case import (
    ArticleContext,
    ContextDifference,
    Field,
    FigureCase,
    title_of,
    words_behind,
)
from statsite.evidence.context.meanings import other_quantity, unobserved, with_base
from statsite.evidence.context.places import differences_of_area, other_area_named
from statsite.evidence.context.table_names import other_name_in_table
from statsite.evidence.context.times import (
    differences_of_base,
    differences_of_period,
    other_time,
    shorter_time,
)
from statsite.evidence.context.units import differences_of_unit, no_rate, other_rate
from statsite.evidence.search import Found
from statsite.evidence.sentence.directions import misdirected
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.model import Observation, Printing, Site


def context_differences(
    site: Site, observation: Observation, printing: Printing, found: Found, around: ArticleContext
) -> Iterator[ContextDifference]:
    """What the article says against the observation around the place where it was ``found``
    printed.

    Nothing where the observation explains its context, or the article is in a language whose words
    are not known.
    """
    if observation.context or site.sources[printing.source].language != ARTICLE_LANGUAGE:
        return
    yield from _differences(
        FigureCase(site, observation, printing, around, *around.place_of(found))
    )


def _differences(case: FigureCase) -> Iterator[ContextDifference]:
    """What names and dates speak against; of the other fields what other words do."""
    by_names = [
        *differences_of_period(case),
        *differences_of_base(case),
        *differences_of_area(case),
        *differences_of_unit(case),
    ]
    fields = {difference.field for difference in by_names}
    yield from by_names
    yield from (difference for difference in _of_words(case) if difference.field not in fields)


def _of_words(case: FigureCase) -> Iterator[ContextDifference]:
    """What the sentence says of the figure's place, time, rate or status by other words than names
    and dates.
    """
    said = _words_by_field(case).items()
    yield from (ContextDifference(field, (words,)) for field, words in said if words)


def _words_by_field(case: FigureCase) -> Mapping[Field, str]:
    """Those words, for each field; nothing where there are none.

    They are looked for in the whole sentence, which may begin in a headline, then in the lines that
    are together with the figure.
    """
    plain = case.around.text.plain
    said = _words_before(case, plain[case.sentence : case.start])
    if case.block == case.sentence:
        return said
    near = _words_before(case, plain[case.block : case.start])
    return {field: words or near[field] for field, words in said.items()}


def _words_before(case: FigureCase, before: str) -> Mapping[Field, str]:
    """Those words, where so much of the figure's sentence is ``before`` it."""
    behind = words_behind(case)
    return {
        "area": other_area_named(before, case),
        "period": other_time(before, case) or shorter_time(case),
        "unit": other_rate(before, behind, case) or no_rate(case),
        "status": unobserved(before, behind, case),
        "printed": with_base(before, behind, case) or misdirected(before, title_of(case)),
        "title": other_quantity(before, behind, case) or other_name_in_table(case),
    }
