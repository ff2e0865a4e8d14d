"""What was published is remembered, and what was promised is looked at in time."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.assess.assessment import Assessment
from statsite.model import Observation, Reference, Release, Revision, Site, Source, location_of
from statsite.periods import Moment
from statsite.problems import Problem, Severity


def revisions_are_in_order(site: Site) -> Iterator[Problem]:
    """``revision-misdated``: revisions not in the order of their days, later than the site, or
    older than their article; ``revision-idle``: one that changed nothing.
    """
    for observation in site.observations.values():
        last = None
        for revision, after in zip(observation.revisions, _states_after(observation), strict=True):
            if misdated := _wrong_day(revision, last, observation, site):
                yield misdated
            elif _is_idle(revision, after):
                message, hint = "this says what the figure says after it", _SAID_BEFORE
                yield Problem("revision-idle", message, location_of(revision, "printed"), hint)
            last = revision.date


def _wrong_day(
    revision: Revision, last: Moment | None, observation: Observation, site: Site
) -> Problem | None:
    """What is wrong with the day of a revision; the one before it is of ``last``."""
    if revision.date > site.settings.as_of:
        return _after_the_site(revision, site.settings.as_of)
    if article := _later_article(revision, observation, site):
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


def _later_article(revision: Revision, observation: Observation, site: Site) -> Source | None:
    """An article of the figure that appeared after the change of it, as far as its day is known."""
    sources = (site.sources.get(name) for name in (revision.source, observation.source))
    dated = (one for one in sources if one is not None and not one.published.approximate)
    return next((one for one in dated if one.published.date > revision.date), None)


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
    """``release-misdated``: releases not in the order of their times, or later than the site;
    ``unknown-id``: figures that never were.
    """
    gone = {one.id for release in site.releases.values() for one in release.removed}
    known = {*site.observations, *site.former_ids, *gone}
    last = ""
    for release in site.releases.values():
        yield from _misdated(release, last, site.settings.as_of)
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
