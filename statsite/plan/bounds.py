"""The bounds that rules reckon with, told in words beside the figures of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from statsite import formatting
from statsite.assess.assessment import Assessment
from statsite.interval import Interval
from statsite.language.figure_text import FigureText
from statsite.model import Observation, Printing, Status, Unit
from statsite.plan.edition import Edition
from statsite.plan.views import FigureView, Presenter
from statsite.quantity import Relation
from statsite.rules.derive import quantity_of
from statsite.rules.figure_intervals import Stated, printing_stated
from statsite.values import replace


class BoundsOrigin(StrEnum):
    """Why rules take a figure for what lies between its bounds.

    ``SOURCE``: its words or its number say so. ``ROUNDING``: its last digit may be rounded.
    ``CONVENTION``: how far words such as 约 reach. ``COMPUTATION``: it is derived. ``EDITORS``:
    they read it from an article that does not print it. ``LIMIT``: it is a standard, of which rules
    take the limit itself.
    """

    SOURCE = "source"
    ROUNDING = "rounding"
    CONVENTION = "convention"
    COMPUTATION = "computation"
    EDITORS = "editors"
    LIMIT = "limit"


def bounds_of(assessment: Assessment, observation: Observation, printing: Printing) -> Stated:
    """What rules take a printing of a figure for; the bounds of a derived one lean on a convention
    where those of what it is computed from do.
    """
    found = printing_stated(observation, printing, assessment.site.units[observation.unit])
    computed = _computed(assessment, observation)
    return replace(found, by_words=computed.by_words) if computed else found


def _computed(assessment: Assessment, observation: Observation) -> Stated | None:
    """What the rule that defines a figure gives."""
    rule = assessment.site.definitions.get(observation.id)
    result = assessment.results.get(rule.id) if rule else None
    return result if isinstance(result, Stated) else None


def origin_of_bounds(
    assessment: Assessment, observation: Observation, printing: Printing
) -> BoundsOrigin:
    """Why rules take a printing of a figure for what ``bounds_of`` gives."""
    found = bounds_of(assessment, observation, printing)
    if found.is_conventional:
        return BoundsOrigin.CONVENTION
    if observation.is_derived:
        return BoundsOrigin.COMPUTATION
    if observation.is_read_by_editors and printing is observation.printing:
        return BoundsOrigin.EDITORS
    if _is_limit(observation, printing):
        return BoundsOrigin.LIMIT
    return BoundsOrigin.ROUNDING if found.is_rounded else BoundsOrigin.SOURCE


def _is_limit(observation: Observation, printing: Printing) -> bool:
    """Whether it is a standard that says more or less than its number."""
    quantity = printing.quantity
    return (
        observation.status is Status.STANDARD
        and quantity.value is not None
        and quantity.relation is not Relation.EQUAL
    )


class BoundsInWords(Struct, frozen=True):
    """What rules take a figure for, its ``interval``, put into words when they are asked for: that
    takes longer than to see that it is the same.

    ``said`` is what the figure says, where its interval is no more than that; ``convention`` tells
    with the words that they are one, and is empty where they are not.
    """

    interval: Interval
    said: str
    unit: Unit
    language: str
    convention: str

    def __str__(self) -> str:
        told = self.said or str(
            formatting.quantity_text(quantity_of(self.interval), self.unit, self.language)
        )
        return self.convention.format(bounds=told) if self.convention else told


@dataclass(frozen=True, slots=True)
class BoundsThatAdd(Mapping[str, str]):
    """The ``bounds`` of figures, by their ids, of those whose ``texts`` do not say them already."""

    bounds: Mapping[str, BoundsInWords]
    texts: Mapping[str, FigureText]

    def __getitem__(self, figure: str) -> str:
        told = str(self.bounds[figure])
        if told == str(self.texts[figure]):
            raise KeyError(figure)
        return told

    def __iter__(self) -> Iterator[str]:
        return (figure for figure in self.bounds if figure in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def bounds_that_add(edition: Edition, figures: Sequence[FigureView]) -> BoundsThatAdd:
    """The bounds of ``figures`` whose texts do not say them already."""
    observations = edition.site.observations
    return BoundsThatAdd(
        {one.id: _told(observations[one.id], edition.presenter) for one in figures},
        {one.id: one.text for one in figures},
    )


def _told(observation: Observation, presenter: Presenter) -> BoundsInWords:
    """The bounds of a figure; that they are a convention where they are one."""
    found = bounds_of(presenter.assessment, observation, observation.printing)
    unit, language = presenter.site.units[observation.unit], presenter.language
    said = _is_said(found.interval, observation)
    return BoundsInWords(
        found.interval,
        str(formatting.figure_text(observation.printing, unit, language)) if said else "",
        unit,
        language,
        presenter.interface_text("bounds-conventional") if found.is_conventional else "",
    )


def _is_said(interval: Interval, observation: Observation) -> bool:
    """Whether an interval is what its figure says: one that is open at an end, or the limit of a
    standard.
    """
    return not interval.is_bounded or _is_limit(observation, observation.printing)
