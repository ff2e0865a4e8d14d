"""What was published is remembered, and what was promised is looked at in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from statsite.assess.assessment import Assessment
from statsite.check.appearances import first_appearance, first_of
from statsite.model import Observation, Reference, Release, Revision, Site, Source, location_of
from statsite.periods import Moment
from statsite.problems import Problem, Severity


def revisions_are_in_order(site: Site) -> Iterator[Problem]:
    """``revision-misdated``: revisions not in the order of their days, later than the site, or
    older than their article; ``revision-idle``: one that changed nothing.
    """
    for observation in site.observations.values():
        last = None
        sources = [*(one.source for one in observation.revisions), observation.source]
        states = zip(
            observation.revisions, _states_after(observation), pairwise(sources), strict=True
        )
        for revision, after, articles in states:
            if misdated := _wrong_day(revision, last, articles, site):
                yield misdated
            elif _is_idle(revision, after):
                message, hint = "this says what the figure says after it", _SAID_BEFORE
                yield Problem("revision-idle", message, location_of(revision, "printed"), hint)
            last = revision.date


def _wrong_day(
    revision: Revision, last: Moment | None, articles: Iterable[str], site: Site
) -> Problem | None:
    """What is wrong with the day of a revision; the one before it is of ``last``, and ``articles``
    print what was said until then and from then on.
    """
    if revision.date > site.settings.as_of:
        return _after_the_site(revision, site.settings.as_of)
    if article := _later_article(revision, articles, site):
        return _before_the_article(revision, article)
    if last and revision.date < last:
        message, place = "the change before it is later", location_of(revision, "date")
        return Problem("revision-misdated", message, place, "list the oldest first")
    return None


_SAID_BEFORE = "write what the figure said before"
_MOVE_ON = "move `as_of` in site.yaml on"


def _after_the_site(revision: Revision, as_of: Moment) -> Problem:
    message = f"this change is dated {revision.date}, after the site's `as_of` {as_of}"
    return Problem("revision-misdated", message, location_of(revision, "date"), _MOVE_ON)


def _later_article(revision: Revision, articles: Iterable[str], site: Site) -> Source | None:
    """One of ``articles`` that appeared after the change."""
    sources = (site.sources[name] for name in articles if name in site.sources)
    day = revision.date.first_day
    return next((one for one in sources if one.published.not_before > day), None)


def _before_the_article(revision: Revision, article: Source) -> Problem:
    message = (
        f"this change is dated {revision.date}, before `{article.id}` appeared on "
        f"{article.published.date}"
    )
    hint = "write the day on which the figure was changed on the site"
    return Problem("revision-misdated", message, location_of(revision, "date"), hint)


def _is_idle(revision: Revision, after: tuple[object, object]) -> bool:
    """Whether nothing of a figure was changed."""
    is_same = after == (revision.quantity, revision.printed)
    return is_same and revision.period is None and revision.unit is None


def _states_after(observation: Observation) -> Iterator[tuple[object, object]]:
    """What the figure said after each of its revisions."""
    later = [(one.quantity, one.printed) for one in observation.revisions[1:]]
    yield from [*later, (observation.quantity, observation.printing.printed)][
        : len(observation.revisions)
    ]


def former_ids_are_free(site: Site) -> Iterator[Problem]:
    """``former-id-taken``: an id of the past that is a present one, or that two figures claim."""
    claimed: dict[str, Observation] = {}
    for observation in site.observations.values():
        for former in observation.formerly:
            present = site.observations.get(former.id)
            if present:
                yield _taken(former, f"`{former.id}` is `{present.id}` at {present.location}")
            elif former.id in claimed:
                yield _taken(former, f"`{claimed[former.id].id}` claims it already")
            claimed.setdefault(former.id, observation)


def _taken(former: Reference, message: str) -> Problem:
    return Problem("former-id-taken", message, former.location, "an id means one figure for good")


def releases_follow_each_other(site: Site) -> Iterator[Problem]:
    """``release-misdated``: releases not in the order of their times, later than the site, or
    older than the articles of their figures; ``unknown-id``: figures that never were.
    """
    gone = {one.id for release in site.releases.values() for one in release.removed}
    known = {*site.observations, *site.former_ids, *gone}
    last = ""
    for release in site.releases.values():
        yield from _misdated(release, last, site.settings.as_of)
        yield from _too_early(release, site)
        for figure in (*release.added, *release.changed):
            if figure.id not in known and not site.lost.holds("figure", figure.id):
                yield _never_was(figure)
        last = max(last, release.time)


def _misdated(release: Release, last: str, as_of: Moment) -> Iterator[Problem]:
    """What is wrong with the time of a release, the latest one before it at ``last``."""
    place = location_of(release, "time")
    if release.time <= last:
        message, hint = "the release before it is later", "list the oldest first"
        yield Problem("release-misdated", message, place, hint)
    if release.time[:10] > str(as_of):
        message = f"this release is later than the site's `as_of` {as_of}"
        yield Problem("release-misdated", message, place, _MOVE_ON)


#: By how much a day may begin earlier where an article appears than it does in UTC.
_DAY_BEFORE = dt.timedelta(days=1)


def _too_early(release: Release, site: Site) -> Iterator[Problem]:
    """That a release is older than an article of a figure that came or changed with it."""
    day = dt.date.fromisoformat(release.time[:10])
    for figure in (*release.added, *release.changed):
        appeared = first_of(site, (figure,))
        if appeared is not None and day < appeared - _DAY_BEFORE:
            message = f"this release is of {day}, before an article printed `{figure.id}`"
            hint = "write the time at which it was published"
            yield Problem("release-misdated", message, location_of(release, "time"), hint)
            return


def _never_was(figure: Reference) -> Problem:
    hint = (
        "list an id that was renamed under `formerly`, and one that was "
        "deleted under `removed` of a release"
    )
    message = f"there is and was no figure `{figure.id}`"
    return Problem("unknown-id", message, figure.location, hint)


def targets_are_followed_up(assessment: Assessment) -> Iterator[Problem]:
    """``target-due`` (a notice): a target whose time has passed without a result on the site."""
    for observation in assessment.site.observations.values():
        if observation.id in assessment.due:
            message = (
                f"`{observation.id}` was to be reached by {observation.period}; no "
                "result is recorded"
            )
            hint = "look for one, and add it as an observation of the indicator"
            yield Problem(
                "target-due", message, location_of(observation, "period"), hint, Severity.NOTICE
            )


def figures_are_reviewed_in_time(site: Site) -> Iterator[Problem]:
    """``review-due`` (a notice): a figure past its ``review_by``."""
    for observation in site.observations.values():
        if observation.review_by is not None and observation.review_by < site.settings.as_of:
            message = f"`{observation.id}` was to be looked at again by {observation.review_by}"
            yield Problem(
                "review-due",
                message,
                location_of(observation, "review_by"),
                "do so, and move `review_by` on",
                Severity.NOTICE,
            )


def reviews_are_in_time(site: Site) -> Iterator[Problem]:
    """``review-misdated``: a second reader's sign-off from after the day of the site, or from
    before the article appeared.
    """
    as_of = site.settings.as_of
    for observation in site.observations.values():
        if observation.reviewed is None:
            continue
        day, appeared = observation.reviewed.date, first_appearance(site, observation)
        if day > as_of:
            message = f"this review is dated {day}, after the site's `as_of` {as_of}"
            yield _misdated_review(observation, message, _MOVE_ON)
        elif appeared is not None and day.first_day < appeared:
            message = f"this review is dated {day}, before an article printed `{observation.id}`"
            yield _misdated_review(observation, message, "write the day of the review")


def _misdated_review(observation: Observation, message: str, hint: str) -> Problem:
    return Problem("review-misdated", message, location_of(observation, "reviewed.date"), hint)
