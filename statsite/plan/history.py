"""What pages and the feed tell of the past: releases, revisions and corrections, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from statsite import addresses, formatting
from statsite.language.figure_text import FigureText
from statsite.model import Observation, Printing, Release, Revision
from statsite.periods import parse_moment
from statsite.plan.views import FigureView, Presenter
from statsite.plan.withdrawn import WithdrawnView


class ChangeView(Struct, frozen=True):
    """One change of a figure: what it said before and after it.

    ``anchor`` is unique on the corrections page; ``day`` is ISO 8601. ``aside`` and ``aside_after``
    say when the figure was said to be before and after, where that changed.
    """

    anchor: str
    day: str
    date: str
    kind: str
    kind_label: str
    figure: FigureView
    before: FigureText
    printed_before: str
    after: FigureText
    reason: str
    source_title: str
    source_address: str
    aside: str = ""
    aside_after: str = ""


class ReleaseView(Struct, frozen=True):
    """One release.

    ``time`` is ISO 8601 in UTC; ``counts`` says in words how many figures came, changed and went.
    """

    anchor: str
    time: str
    date: str
    title: str
    note: str
    counts: str
    changed: tuple[FigureView, ...]


class FeedEntry(Struct, frozen=True):
    """An entry of the feed; ``address`` is the corrections page with an anchor."""

    title: str
    updated: str
    address: str
    summary: str


def changes_of(
    presenter: Presenter, observation: Observation, figure: FigureView
) -> tuple[ChangeView, ...]:
    """The changes of one figure, the newest first."""
    changes = [_change(presenter, figure, step) for step in _steps(presenter, observation, figure)]
    return tuple(reversed(changes))


class _Step(Struct, frozen=True):
    """A revision and its ``number`` among those of its figure, from 1, with what the figure said
    before and after it; ``aside`` and ``aside_after`` are as in ``ChangeView``.
    """

    number: int
    revision: Revision
    before: FigureText
    after: FigureText
    aside: str
    aside_after: str


def _steps(presenter: Presenter, observation: Observation, figure: FigureView) -> Iterator[_Step]:
    """The revisions of a figure, the oldest first."""
    texts = [*(_text(presenter, observation, one) for one in observation.revisions), figure.text]
    periods = _periods(presenter, observation)
    told = zip(observation.revisions, pairwise(texts), pairwise(periods), strict=True)
    for number, (revision, (before, after), when) in enumerate(told, start=1):
        asides = when if revision.period else ("", "")
        yield _Step(number, revision, before, after, *asides)


def _periods(presenter: Presenter, observation: Observation) -> list[str]:
    """When the figure was said to be before each revision, and when it is said to be now."""
    told = [presenter.when(observation)]
    for revision in reversed(observation.revisions):
        told.insert(0, _period(presenter, observation, revision) or told[0])
    return told


def all_changes(presenter: Presenter, figures: Mapping[str, FigureView]) -> tuple[ChangeView, ...]:
    """The changes of every figure, the newest first."""
    listed = [
        change
        for o in presenter.site.observations.values()
        for change in changes_of(presenter, o, figures[o.id])
    ]
    return tuple(sorted(listed, key=lambda change: change.day, reverse=True))


def release_views(
    presenter: Presenter, figures: Mapping[str, FigureView]
) -> tuple[ReleaseView, ...]:
    """The releases, the newest first."""
    return tuple(
        _release(presenter, release, figures)
        for release in reversed([*presenter.site.releases.values()])
    )


def feed_entries(
    presenter: Presenter, figures: Mapping[str, FigureView], withdrawn: Iterable[WithdrawnView] = ()
) -> tuple[FeedEntry, ...]:
    """What the feed tells: releases, changes and withdrawals, the newest first."""
    page = presenter.address(addresses.CORRECTIONS)
    told = [
        *(_release_entry(one, page) for one in release_views(presenter, figures)),
        *(_change_entry(presenter, one, page) for one in all_changes(presenter, figures)),
        *(_withdrawal_entry(presenter, one, page) for one in withdrawn),
    ]
    return tuple(sorted(told, key=lambda entry: (entry.updated, entry.address), reverse=True))


def _release_entry(release: ReleaseView, page: str) -> FeedEntry:
    summary = f"{release.note} {release.counts}".strip()
    return FeedEntry(release.title, release.time, f"{page}#{release.anchor}", summary)


def _change_entry(presenter: Presenter, change: ChangeView, page: str) -> FeedEntry:
    title = _titled(presenter, change.kind_label, change.figure.title)
    summary = presenter.interface_text("change-summary").format(
        before=dated(presenter, change.before, change.aside),
        after=dated(presenter, change.after, change.aside_after),
        reason=change.reason,
    )
    return FeedEntry(title, _midnight(change.day), f"{page}#{change.anchor}", summary)


def _withdrawal_entry(presenter: Presenter, one: WithdrawnView, page: str) -> FeedEntry:
    title = _titled(presenter, presenter.interface_text("withdrawn"), one.title)
    return FeedEntry(title, _midnight(one.day), f"{page}#{one.anchor}", one.because)


def _titled(presenter: Presenter, kind: str, title: str) -> str:
    """The title of an entry about a change: its kind, and what was changed."""
    return presenter.interface_text("change-title").format(kind=kind, figure=title)


def _midnight(day: str) -> str:
    """The beginning of a day as the feed writes times, in UTC."""
    return f"{day}T00:00:00Z"


def dated(presenter: Presenter, text: FigureText, aside: str) -> str:
    """A figure and in brackets when it was said to be, where that changed."""
    return presenter.in_brackets(str(text), aside) if aside else str(text)


def _text(presenter: Presenter, observation: Observation, revision: Revision) -> FigureText:
    """What the figure said before ``revision``, written as figures are."""
    printing = Printing(
        "",
        revision.printed,
        revision.quantity,
        revision.reading,
        revision.source,
        None,
        revision.location,
    )
    return formatting.figure_text(
        printing, presenter.site.units[revision.unit or observation.unit], presenter.language
    )


def _change(presenter: Presenter, figure: FigureView, step: _Step) -> ChangeView:
    revision, source = step.revision, presenter.source(step.revision.source)
    return ChangeView(
        anchor=f"change-{figure.id}-{step.number}".replace("@", "-at-"),
        day=str(revision.date),
        date=formatting.day(revision.date, presenter.language),
        kind=revision.kind.value,
        kind_label=presenter.interface_text(f"change-{revision.kind.value}"),
        figure=figure,
        before=step.before,
        printed_before=revision.printed or "",
        after=step.after,
        reason=presenter.figure_text(revision.reason),
        source_title=source.title_translated or source.title,
        source_address=source.address,
        aside=step.aside,
        aside_after=step.aside_after,
    )


def _period(presenter: Presenter, observation: Observation, revision: Revision) -> str:
    """The earlier period, where that changed."""
    if revision.period is None:
        return ""
    return formatting.period(revision.period, observation.status, presenter.language)


def _release(
    presenter: Presenter, release: Release, figures: Mapping[str, FigureView]
) -> ReleaseView:
    moment = parse_moment(release.time[:10])
    date = formatting.day(moment, presenter.language) if moment else release.time
    return ReleaseView(
        anchor=f"release-{release.id}",
        time=release.time,
        date=date,
        title=presenter.interface_text("release-title").format(date=date),
        note=presenter.figure_text(release.note),
        counts=presenter.interface_text("comma").join(_counts(presenter, release)),
        changed=tuple(figures[one.id] for one in release.changed if one.id in figures),
    )


_KINDS: tuple[Literal["added", "changed", "removed"], ...] = ("added", "changed", "removed")


def _counts(presenter: Presenter, release: Release) -> Iterator[str]:
    for kind, listed in zip(_KINDS, (release.added, release.changed, release.removed), strict=True):
        if listed:
            yield presenter.interface_text(f"release-{kind}").format(n=len(listed))
