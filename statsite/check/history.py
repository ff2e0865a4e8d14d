"""What was published is remembered, and what was promised is looked at in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator
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
        for revision, after, articles in _changes(observation):
            if misdated := _wrong_day(revision, last, articles, site):
                yield misdated
            elif _is_idle(revision, after):
                yield _idle(revision)
            last = revision.date


def _changes(
    observation: Observation,
) -> Iterator[tuple[Revision, tuple[object, object], tuple[str, str]]]:
    """Each revision with what the figure said after it, and the articles of before and after."""
    articles = pairwise([*(one.source for one in observation.revisions), observation.source])
    return zip(observation.revisions, _states_after(observation), articles, strict=True)


def _idle(revision: Revision) -> Problem:
    message, hint = "this says what the figure says after it", "write what the figure said before"
    return Problem("revision-idle", message, location_of(revision, "printed"), hint)


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
    return _before_the_last(revision) if last and revision.date < last else None


def _before_the_last(revision: Revision) -> Problem:
    message, place = "the change before it is later", location_of(revision, "date")
    return Problem("revision-misdated", message, place, "list the oldest first")


_MOVE_ON = "move `as_of` in site.yaml on"


def _after_the_site(revision: Revision, as_of: Moment) -> Problem:
    message = f"this change is dated {revision.date}, after the site's `as_of` {as_of}"
    return Problem("revision-misdated", message, location_of(revision, "date"), _MOVE_ON)


def _later_article(revision: Revision, articles: Iterable[str], site: Site) -> Source | None:
    """One of ``articles`` that appeared after the change."""
    for source in filter(None, map(site.sources.get, articles)):
        if source.published.not_before > revision.date.first_day:
            return source
    return None


def _before_the_article(revision: Revision, article: Source) -> Problem:
    appeared = f"before `{article.id}` appeared on {article.published.date}"
    message = f"this change is dated {revision.date}, {appeared}"
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
    claimed: dict[str, str] = {}
    for claimant, former in _former_ids(site):
        if present := site.observations.get(former.id):
            yield _taken(former, f"`{former.id}` is `{present.id}` at {present.location}")
        elif former.id in claimed:
            yield _taken(former, f"`{claimed[former.id]}` claims it already")
        claimed.setdefault(former.id, claimant)


def _former_ids(site: Site) -> Iterator[tuple[str, Reference]]:
    """Each id of the past, behind that of the figure that claims it."""
    for observation in site.observations.values():
        yield from ((observation.id, former) for former in observation.formerly)


def _taken(former: Reference, message: str) -> Problem:
    return Problem("former-id-taken", message, former.location, "an id means one figure for good")


def releases_follow_each_other(site: Site) -> Iterator[Problem]:
    """``release-misdated``: releases not in the order of their times, later than the site, or
    older than the articles of their figures; ``unknown-id``: figures that never were.
    """
    known, last = _ever_known(site), ""
    for release in site.releases.values():
        yield from _misdated(release, last, site.settings.as_of)
        yield from _too_early(release, site)
        yield from map(_never_was, _unknown_figures(site, release, known))
        last = max(last, release.time)


def _unknown_figures(site: Site, release: Release, known: Container[str]) -> Iterator[Reference]:
    for figure in _of_release(release):
        if figure.id not in known and not site.lost.holds("figure", figure.id):
            yield figure


def _of_release(release: Release) -> tuple[Reference, ...]:
    """The figures that came or changed with a release."""
    return (*release.added, *release.changed)


def _ever_known(site: Site) -> frozenset[str]:
    """The ids of all figures that are or were."""
    return frozenset({*site.observations, *site.former_ids, *_removed(site)})


def _removed(site: Site) -> Iterator[str]:
    for release in site.releases.values():
        yield from (one.id for one in release.removed)


def _misdated(release: Release, last: str, as_of: Moment) -> Iterator[Problem]:
    """What is wrong with the time of a release, the latest one before it at ``last``."""
    if release.time <= last:
        yield _wrong_time(release, "the release before it is later", "list the oldest first")
    if release.time[:10] > str(as_of):
        yield _release_after_site(release, as_of)


def _release_after_site(release: Release, as_of: Moment) -> Problem:
    message = f"this release is later than the site's `as_of` {as_of}"
    return _wrong_time(release, message, _MOVE_ON)


def _wrong_time(release: Release, message: str, hint: str) -> Problem:
    return Problem("release-misdated", message, location_of(release, "time"), hint)


#: By how much a day may begin earlier where an article appears than it does in UTC.
_DAY_BEFORE = dt.timedelta(days=1)


def _too_early(release: Release, site: Site) -> Iterator[Problem]:
    """That a release is older than an article of a figure that came or changed with it."""
    day = dt.date.fromisoformat(release.time[:10])
    early = (one for one in _of_release(release) if _is_before_article(day, one, site))
    if figure := next(early, None):
        message = f"this release is of {day}, before an article printed `{figure.id}`"
        yield _wrong_time(release, message, "write the time at which it was published")


def _is_before_article(day: dt.date, figure: Reference, site: Site) -> bool:
    appeared = first_of(site, (figure,))
    return appeared is not None and day < appeared - _DAY_BEFORE


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
            yield _due(observation)


def _due(target: Observation) -> Problem:
    message = f"`{target.id}` was to be reached by {target.period}; no result is recorded"
    hint = "look for one, and add it as an observation of the indicator"
    return Problem("target-due", message, location_of(target, "period"), hint, Severity.NOTICE)


def figures_are_reviewed_in_time(site: Site) -> Iterator[Problem]:
    """``review-due`` (a notice): a figure past its ``review_by``."""
    for observation in site.observations.values():
        if observation.review_by is not None and observation.review_by < site.settings.as_of:
            yield _review_due(observation)


def _review_due(figure: Observation) -> Problem:
    message = f"`{figure.id}` was to be looked at again by {figure.review_by}"
    location, hint = location_of(figure, "review_by"), "do so, and move `review_by` on"
    return Problem("review-due", message, location, hint, Severity.NOTICE)


def reviews_are_in_time(site: Site) -> Iterator[Problem]:
    """``review-misdated``: a second reader's sign-off from after the day of the site, or from
    before the article appeared.
    """
    for observation in site.observations.values():
        if observation.reviewed is not None:
            yield from _review_problems(site, observation, observation.reviewed.date)


def _review_problems(site: Site, observation: Observation, day: Moment) -> Iterator[Problem]:
    """What is wrong with the day on which a figure was reviewed."""
    appeared = first_appearance(site, observation)
    if day > site.settings.as_of:
        yield _reviewed_after_site(observation, day, site.settings.as_of)
    elif appeared is not None and day.first_day < appeared:
        yield _reviewed_before_article(observation, day)


def _reviewed_after_site(observation: Observation, day: Moment, as_of: Moment) -> Problem:
    message = f"this review is dated {day}, after the site's `as_of` {as_of}"
    return _misdated_review(observation, message, _MOVE_ON)


def _reviewed_before_article(observation: Observation, day: Moment) -> Problem:
    message = f"this review is dated {day}, before an article printed `{observation.id}`"
    return _misdated_review(observation, message, "write the day of the review")


def _misdated_review(observation: Observation, message: str, hint: str) -> Problem:
    return Problem("review-misdated", message, location_of(observation, "reviewed.date"), hint)
