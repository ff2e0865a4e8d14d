"""The bounds that rules reckon with, told in words beside the figures of a dataset."""

from __future__ import annotations

from collections.abc import Mapping

from statsite import wording
from statsite.interval import Interval
from statsite.model import Observation, Unit
from statsite.plan.edition import Edition
from statsite.plan.views import Presenter
from statsite.rules.derive import quantity_of
from statsite.rules.intervals import stated
from statsite.rules.judge import calculator_of


def bounds_in_words(edition: Edition, dataset_id: str) -> Mapping[str, str]:
    """What rules take each figure of a dataset for, by its id."""
    dataset = edition.site.datasets[dataset_id]
    return {o.id: _told(o, edition.presenter) for o in edition.site.observations_of(dataset)}


def _in_words(interval: Interval, observation: Observation, unit: Unit, language: str) -> str:
    """An interval in words; one that is open at an end is what its figure says."""
    is_open = not interval.is_bounded
    return str(wording.figure_text(observation.printing, unit, language) if is_open else wording.quantity_text(quantity_of(interval), unit, language))


def _told(observation: Observation, presenter: Presenter) -> str:
    """The bounds of a figure; that they are a convention where they are one."""
    unit = presenter.site.units[observation.unit]
    found = stated(observation, unit)
    told = _in_words(found.interval, observation, unit, presenter.language)
    if not calculator_of(presenter.site).is_conventional(observation.id):
        return told
    return presenter.word("bounds-conventional").format(bounds=told)
