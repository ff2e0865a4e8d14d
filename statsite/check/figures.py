"""What one figure says must be possible, and said once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from statsite.assess.assessment import Assessment
from statsite.evidence.state import printings, was_proven
from statsite.model import Observation, Printing, Site, Source, Status, location_of
from statsite.passed_checks import PassedChecks
from statsite.periods import Moment, TimePeriod
from statsite.problems import Location, Problem, Severity
from statsite.quantity import Quantity, decimal_text
from statsite.rules.builtin import MOST_ALIKE
from statsite.rules.dependencies import collect_from_inputs
from statsite.site_folder import LOCK_PATH

_PROVE = "run `build.py verify --update` with the articles' texts"
_QUOTE = "write it as `printed`, or say with `because` why it cannot be quoted"
_LOCK = Location(LOCK_PATH)


def observations_are_distinct(site: Site) -> Iterator[Problem]:
    """``duplicate-observation``: one indicator, area, period and status with two figures from one
    source, or with very many.
    """
    first: dict[tuple[object, ...], Observation] = {}
    for observation in site.observations.values():
        earlier = first.setdefault(_facts(observation), observation)
        if earlier is not observation:
            yield _about_the_same(observation, earlier)
    yield from map(_too_many_alike, _beyond_the_most(site))


def _beyond_the_most(site: Site) -> Iterator[Observation]:
    """The first of too many figures about one fact, of each such fact."""
    for indicator in site.indicators.values():
        for alike in indicator.by_facts.values():
            yield from alike[MOST_ALIKE : MOST_ALIKE + 1]


def _facts(observation: Observation) -> tuple[object, ...]:
    """What an observation is about, and whose word it is."""
    return (
        observation.indicator,
        observation.area,
        observation.period,
        observation.status,
        observation.compared_with,
        observation.source,
    )


def _about_the_same(observation: Observation, earlier: Observation) -> Problem:
    message = (
        f"`{observation.id}` is about the same indicator, area, period and "
        f"status as `{earlier.id}` at line {earlier.location.line}"
    )
    hint = "a further printing of one fact goes under `also`"
    return Problem("duplicate-observation", message, observation.location, hint)


def _too_many_alike(observation: Observation) -> Problem:
    message = (
        f"more than {MOST_ALIKE} figures are about the same indicator, area, "
        f"period and status as `{observation.id}`"
    )
    hint = "further printings of one fact go under `also`"
    return Problem("duplicate-observation", message, observation.location, hint)


def deadlines_are_not_observed(site: Site) -> Iterator[Problem]:
    """``period-by``: a period with an end alone, which says by when, of what has happened;
    ``base-open``: a change from no certain time.
    """
    behind = collect_from_inputs(site, _printed_status)
    for observation in site.observations.values():
        if not _is_ahead(site, observation, behind.get(observation.id)):
            yield from _deadline(observation)
        yield from _open_base(observation)


def _printed_status(observation: Observation) -> tuple[Status, ...]:
    return () if observation.is_derived else (observation.status,)


_BASE_HINT = "write the year, the day or the two ends of what it is compared with"


def _open_base(observation: Observation) -> Iterator[Problem]:
    """That a change is from no certain time."""
    base = observation.compared_with
    if base and None in (base.start, base.end):
        message = f"`{base}` is not a definite time to compare with"
        yield Problem("base-open", message, location_of(observation, "compared_with"), _BASE_HINT)


def _deadline(observation: Observation) -> Iterator[Problem]:
    """That the period of what is not ahead has an end alone."""
    period = observation.period
    if period and period.end and period.start is None:
        hint = _covering(period.end.year)
        location = location_of(observation, "period")
        yield Problem("period-by", _means_by(observation, period), location, hint)


def _means_by(observation: Observation, period: TimePeriod) -> str:
    return (
        f"`{period}` means by {period.end}, which says when something is to be "
        f"reached, and `{observation.id}` is {observation.status}"
    )


def _covering(year: int) -> str:
    return (
        f"write the time it covers, such as `{year}-01/{year}-11`, the day it was "
        f"counted, `{year}-12-31`, or `{year}/..` for since"
    )


def _is_ahead(site: Site, observation: Observation, behind: frozenset[Status] | None) -> bool:
    """Whether a figure may be about a deadline: aimed at, forecast by an article from before that
    day, or computed from such figures.

    ``behind`` are the statuses of the printed figures that a defined one is computed from.

    What is observed in a time to come is another rule's, ``period-after-publication``.
    """
    ends = _deadline_and_article(site, observation)
    match observation.status:
        case Status.OBSERVED:
            return ends is not None and ends[0].first_day > ends[1].last_day
        case Status.ESTIMATE:
            return ends is None or ends[0].last_day > ends[1].last_day
        case Status.DERIVED:
            return behind is None or any(status is not Status.OBSERVED for status in behind)
        case _:
            return True


def _deadline_and_article(site: Site, observation: Observation) -> tuple[Moment, Moment] | None:
    """The end of a figure's period and the day of its article, where both are known."""
    end = observation.period.end if observation.period else None
    source = site.sources.get(observation.source)
    return (end, source.published.date) if end and source else None


def digits_end_at_the_precision(site: Site) -> Iterator[Problem]:
    """``digits-beyond-precision``: a typed number that has more digits than its precision says
    count.
    """
    for observation in site.observations.values():
        if step := observation.quantity.precision:
            yield from _digits_beyond(observation, step)


def _digits_beyond(observation: Observation, step: Fraction) -> Iterator[Problem]:
    for number in _typed_numbers(observation):
        if number % step:
            yield _beyond_precision(observation, number, step)


def _beyond_precision(observation: Observation, number: Fraction, step: Fraction) -> Problem:
    typed, precision = decimal_text(number, None), decimal_text(step, None)
    message = f"`{typed}` has digits beyond its precision, {precision}"
    hint = f"round it, as `{_rounded(number, step)}`, or leave `precision` out"
    location = location_of(observation, "precision")
    return Problem("digits-beyond-precision", message, location, hint)


def _rounded(number: Fraction, step: Fraction) -> str:
    return decimal_text(round(number / step) * step, step)


def _typed_numbers(observation: Observation) -> Iterator[Fraction]:
    """The number of a figure given as ``value``, or both ends of its range; what a value's bounds
    say needs no rounding.
    """
    if observation.printing.printed is None and not observation.is_derived:
        numbers = _value_or_ends(observation.quantity)
        yield from (number for number in numbers if number is not None)


def _value_or_ends(quantity: Quantity) -> tuple[Fraction | None, ...]:
    return (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)


def sources_precede_the_site(site: Site) -> Iterator[Problem]:
    """``source-after-site``: an article from after the day the site speaks from."""
    as_of = site.settings.as_of
    for source in site.sources.values():
        if source.published.date.first_day > as_of.last_day:
            yield _after_site(source, as_of)


def _after_site(source: Source, as_of: Moment) -> Problem:
    day = source.published.date
    message = f"`{source.id}` appeared {day}, after the site's `as_of` {as_of}"
    location, hint = location_of(source, "published.date"), "move `as_of` in site.yaml on"
    return Problem("source-after-site", message, location, hint, Severity.WARNING)


def figures_are_proven(assessment: Assessment) -> Iterator[Problem]:
    """``figure-unproven``: a figure that the evidence lock does not verify as it is;
    ``proof-unused``: a proof of no figure.
    """
    site, outdated = assessment.site, 0
    for observation, printing in _unproven_printings(assessment):
        if was_proven(site, observation, printing):
            outdated += 1
        else:
            yield _unproven(printing, has_proof=printing.id in site.proofs)
    if outdated:
        yield _proven_by_the_first_version(outdated)
    yield from _unused_proofs(site)


def _unproven_printings(assessment: Assessment) -> Iterator[tuple[Observation, Printing]]:
    for observation, printing in printings(assessment.site):
        if _is_unproven(assessment, printing):
            yield observation, printing


def _proven_by_the_first_version(count: int) -> Problem:
    message = (
        f"{count} figures are proven by lines of the lock's first version, which "
        "cannot be checked and prove nothing any more"
    )
    return Problem("figure-unproven", message, _LOCK, _PROVE, Severity.WARNING)


def _is_unproven(assessment: Assessment, printing: Printing) -> bool:
    """Whether a figure has no proof, though lock and source could be read."""
    if _is_lost(assessment.site, printing):
        return False
    return assessment.evidence[printing.id].evidence == "unproven"


def _is_lost(site: Site, printing: Printing) -> bool:
    """Whether the proof of a figure or its source could not be read."""
    return site.lost.holds("proof", printing.id) or site.lost.holds("source", printing.source)


def _unused_proofs(site: Site) -> Iterator[Problem]:
    known = {printing.id for _, printing in printings(site)}
    for name in site.proofs:
        if name not in known and not site.lost.holds("figure", name):
            yield _unused_proof(name)


def _unused_proof(name: str) -> Problem:
    message = f"the evidence lock holds a proof of `{name}`, which is not a figure"
    return Problem("proof-unused", message, _LOCK, _PROVE, Severity.WARNING)


def lock_is_consistent(assessment: Assessment, passed: PassedChecks) -> Iterator[Problem]:
    """``evidence-inconsistent``: lines of the evidence lock that cannot be true, by themselves or
    beside each other.
    """
    from statsite.evidence.lock_consistency import inconsistencies  # noqa: PLC0415 - a build of a changed text does not need it

    return inconsistencies(assessment.site, assessment.evidence, passed)


def _unproven(printing: Printing, *, has_proof: bool) -> Problem:
    location = location_of(printing, "printed" if printing.printed is not None else "value")
    state, hint = _state_of_proof(printing, has_proof=has_proof)
    return Problem("figure-unproven", f"`{printing.id}` {state}", location, hint, Severity.WARNING)


def _state_of_proof(printing: Printing, *, has_proof: bool) -> tuple[str, str]:
    """Why the proof of a figure does not hold, and what to do."""
    if has_proof:
        return "differs from what its proof in the evidence lock verifies", _PROVE
    if printing.printed is not None:
        return "has no proof in the evidence lock", _PROVE
    beside = f"is a number beside the text of `{printing.source}`"
    return f"{beside}, which can prove only what it prints", _QUOTE
