"""The bounds that rules reckon with, told in words beside the figures of a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from statsite import formatting
from statsite.assess.assessment import Assessment
from statsite.interval import Interval
from statsite.model import Observation, Printing, Status, Unit
from statsite.plan.edition import Edition
from statsite.plan.views import Presenter
from statsite.quantity import Relation
from statsite.rules.derive import quantity_of
from statsite.rules.figure_intervals import Stated, printing_stated


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


def bounds_in_words(edition: Edition, figures: Iterable[str]) -> Mapping[str, str]:
    """What rules take each of the figures with these ids for, by its id."""
    observations = edition.site.observations
    return {figure: _told(observations[figure], edition.presenter) for figure in figures}


def _in_words(interval: Interval, observation: Observation, unit: Unit, language: str) -> str:
    """An interval in words; one that is open at an end, or is the limit of a standard, is what its
    figure says.
    """
    is_open = not interval.is_bounded or _is_limit(observation, observation.printing)
    return str(
        formatting.figure_text(observation.printing, unit, language)
        if is_open
        else formatting.quantity_text(quantity_of(interval), unit, language)
    )


def _told(observation: Observation, presenter: Presenter) -> str:
    """The bounds of a figure; that they are a convention where they are one."""
    found = bounds_of(presenter.assessment, observation, observation.printing)
    unit = presenter.site.units[observation.unit]
    told = _in_words(found.interval, observation, unit, presenter.language)
    if not found.is_conventional:
        return told
    return presenter.interface_text("bounds-conventional").format(bounds=told)
