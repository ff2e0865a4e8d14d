"""All targets, plans and standards: by the year they are due, those first that are overdue; and
those of one year, area, topic or kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from statsite import addresses
from statsite.model import Observation, Site, Status
from statsite.plan.extent import counted
from statsite.plan.topic_figures import topics_of_figures
from statsite.plan.views import FigureView, Presenter
from statsite.results import made_once

#: What targets can be chosen by, as the ids of their pages begin.
_BY = ("year", "area", "topic", "status")

#: The value of what states no year, and of what belongs to no topic.
_NONE = "none"


class TargetGroup(Struct, frozen=True):
    """What is due at one time, by area."""

    anchor: str
    title: str
    areas: tuple[tuple[str, str, tuple[FigureView, ...]], ...]


class Choice(Struct, frozen=True):
    """One value to choose targets by, with the page of those that have it, and how many
    they are.
    """

    label: str
    address: str
    count: int
    is_chosen: bool


class Choices(Struct, frozen=True):
    """All values of one sort: every year, every area."""

    title: str
    choices: tuple[Choice, ...]


@made_once
def aimed(site: Site) -> tuple[Observation, ...]:
    """The figures that say what is to be, in the order of datasets."""
    return tuple(one for one in site.observations.values() if one.status.is_set)


def choices_of(site: Site) -> list[str]:
    """The ids of the pages on which targets of one sort are: ``year-2030``, ``area-cn-cq``,
    ``topic-elderly-care``, ``status-plan``.
    """
    return [f"{by}-{value}" for by in _BY for value in _values(site, by)]


def _values(site: Site, by: str) -> list[str]:
    found = {value for one in aimed(site) for value in _values_of(site, one, by)}
    statuses = [status.value for status in Status if status.is_set]
    order = {
        "area": list(site.areas),
        "topic": [*site.settings.topics, _NONE],
        "status": statuses,
    }.get(by)
    return sorted(found) if order is None else [value for value in order if value in found]


def _values_of(site: Site, observation: Observation, by: str) -> Sequence[str]:
    """What a target is chosen by: one year, area and kind, and every topic that holds it."""
    match by:
        case "year":
            return (_year(observation),)
        case "area":
            return (observation.area,)
        case "status":
            return (observation.status.value,)
        case _:
            return topics_of_figures(site).get(observation.id, (_NONE,))


def _year(observation: Observation) -> str:
    end = observation.period.end if observation.period else None
    return f"{end.year:04}" if end else _NONE


def chosen(site: Site, choice: str) -> list[Observation]:
    """The targets of one page of a choice; all of them where ``choice`` is empty."""
    by, _, value = choice.partition("-")
    return [one for one in aimed(site) if not choice or value in _values_of(site, one, by)]


def target_groups(
    presenter: Presenter, choice: str, figures: Mapping[str, FigureView]
) -> Iterator[TargetGroup]:
    """The targets of a choice: those that are due, then year by year, then what has no date."""
    for key, title, listed in _grouped(presenter, chosen(presenter.site, choice)):
        yield _group(presenter, key, title, listed, figures)


def _grouped(
    presenter: Presenter, found: Iterable[Observation]
) -> Iterator[tuple[str, str, list[Observation]]]:
    """The key, the title and the targets of each group."""
    due, by_year = list[Observation](), defaultdict[str, list[Observation]](list)
    for one in found:
        group = due if one.id in presenter.assessment.due else by_year[_year(one)]
        group.append(one)
    if due:
        yield "due", presenter.interface_text("targets-due"), due
    for year in sorted(by_year):
        yield f"year-{year}", _year_title(presenter, year), by_year[year]


def _year_title(presenter: Presenter, year: str) -> str:
    if year == _NONE:
        return presenter.interface_text("targets-undated")
    return presenter.interface_text("one-year").format(first=int(year))


def _group(
    presenter: Presenter,
    anchor: str,
    title: str,
    found: Sequence[Observation],
    figures: Mapping[str, FigureView],
) -> TargetGroup:
    areas = presenter.site.areas
    order = [name for name in areas if any(one.area == name for one in found)]
    by_area = (
        (
            presenter.figure_text(areas[name].title),
            presenter.address(addresses.area(name)),
            tuple(figures[one.id] for one in found if one.area == name),
        )
        for name in order
    )
    return TargetGroup(anchor, title, tuple(by_area))


def times(presenter: Presenter, choice: str) -> Iterator[str]:
    """What the groups of a choice are called: those that are due, the years, what has no date."""
    for _, title, _ in _grouped(presenter, chosen(presenter.site, choice)):
        yield title


def choices(presenter: Presenter, choice: str) -> Iterator[Choices]:
    """Every way to choose targets, each value with how many targets have it; a way with one value
    is none. Of what is chosen already, the way that it was chosen by.
    """
    site, chosen_by = presenter.site, choice.partition("-")[0]
    for by in (chosen_by,) if choice else _BY:
        counts = Counter(value for one in aimed(site) for value in _values_of(site, one, by))
        values = _values(site, by)
        if len(values) > 1:
            told = (_choice(presenter, by, value, counts[value], choice) for value in values)
            yield Choices(presenter.interface_text(f"choose-{by}"), tuple(told))


def _choice(presenter: Presenter, by: str, value: str, count: int, choice: str) -> Choice:
    name = f"{by}-{value}"
    return Choice(
        label(presenter, name), presenter.address(addresses.targets_of(name)), count, name == choice
    )


def label(presenter: Presenter, choice: str) -> str:
    """What a choice is of, in words."""
    by, _, value = choice.partition("-")
    if by == "year":
        return _year_title(presenter, value)
    if value == _NONE:
        return presenter.interface_text("also-title")
    if by == "area":
        return presenter.figure_text(presenter.site.areas[value].title)
    if by == "topic":
        return presenter.site.topics[value].documents[presenter.language].title
    return presenter.interface_text(f"status-{value}")


def told_count(presenter: Presenter, choice: str) -> str:
    """How many targets, plans and standards a page lists."""
    return counted(
        presenter, "target-count-one", "targets-count", len(chosen(presenter.site, choice))
    )
