"""The rules that need no declaration: what one figure must be in itself, beside its further
printings, and beside others of its indicator.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from statsite.interval import Interval, between
from statsite.model import Indicator, Observation, Printing, Site, Status, location_of
from statsite.periods import Moment, TimePeriod
from statsite.problems import Location, Problem, Severity
from statsite.quantity import Quantity, Relation
from statsite.rules.figure_intervals import stated, stated_quantity

_TENFOLD = Fraction(10)
_ABOVE_ZERO = between(Fraction(0), None, is_closed=False)

BuiltInRule = Callable[[Site, Observation], Iterator[Problem]]
OfConflicts = Callable[[Site, Observation, Sequence[Observation]], Iterator[Problem]]


def share_lies_within_its_whole(site: Site, observation: Observation) -> Iterator[Problem]:
    """``share-out-of-range``: a share above 100 %.

    A change, a rate that may be negative, and what says its own plausible range are not shares.
    """
    whole, share = _whole_of_share(site, observation), _interval(site, observation)
    if whole is not None and between(Fraction(0), whole).is_below(share):
        yield _number_problem(
            observation,
            "share-out-of-range",
            f"`{observation.id}` is a share of more than its whole: {share}",
            "give a change its `compared_with`, or the indicator the range of values it "
            "may take, `plausible`",
            Severity.ERROR if observation.printing.printed else Severity.WARNING,
        )


def _whole_of_share(site: Site, observation: Observation) -> Fraction | None:
    """What ``observation`` is a share of, in its unit; None where it is no share."""
    indicator = site.indicators[observation.indicator]
    if observation.compared_with or indicator.plausible or indicator.has_negative:
        return None
    return site.units[observation.unit].whole


def value_is_plausible(site: Site, observation: Observation) -> Iterator[Problem]:
    """``value-implausible``: a figure outside the range that its indicator declares."""
    plausible = site.indicators[observation.indicator].plausible
    if plausible and not between(*plausible).meets(_interval(site, observation)):
        yield _number_problem(
            observation,
            "value-implausible",
            f"`{observation.id}` is {_interval(site, observation)}, outside the "
            f"plausible {between(*plausible)} of its indicator",
            "fix the figure, or `plausible` of the indicator",
        )


#: How many figures there may be of one indicator, area, period and status: each is compared with
#: each.
MOST_ALIKE = 50


def printings_agree(site: Site, observation: Observation) -> Iterator[Problem]:
    """``restated-differs``: a further printing that cannot be the same number, as 超3.1亿 may be
    for 31031万.
    """
    for printing in observation.also:
        own, other = _interval(site, observation), _printing_interval(site, observation, printing)
        if not _restates(observation.printing, own, printing, other):
            message = (
                f"「{printing.printed}」 ({other}) cannot restate "
                f"「{observation.printing.printed}」 ({own})"
            )
            yield Problem(
                "restated-differs",
                message,
                location_of(printing, "printed"),
                "fix one, or make it a figure of its own",
            )


def sources_agree(
    site: Site, observation: Observation, conflicts: Sequence[Observation]
) -> Iterator[Problem]:
    """``conflict``: two sources print different figures of one indicator, area, period and status,
    and no editor says which is preferred.
    """
    for other in conflicts:
        if bool(other.preferred) == bool(observation.preferred):
            message = (
                f"`{observation.id}` ({_interval(site, observation)}) and `{other.id}` "
                f"({_interval(site, other)}, line {other.location.line}) conflict"
            )
            hint = "on one of the two write why it is `preferred`; both stay visible"
            yield _number_problem(observation, "conflict", message, hint)


def preference_is_needed(
    _: Site, observation: Observation, conflicts: Sequence[Observation]
) -> Iterator[Problem]:
    """``preferred-unneeded``: a figure preferred to none."""
    if observation.preferred and not conflicts:
        location = location_of(observation, "preferred")
        yield Problem(
            "preferred-unneeded",
            f"no other source conflicts with `{observation.id}`",
            location,
            "remove `preferred`",
            Severity.WARNING,
        )


def part_stays_below_its_whole(site: Site, observation: Observation) -> Iterator[Problem]:
    """``part-exceeds-whole``: a part that is more than its whole of the same area, period and
    status.
    """
    for whole in _wholes_of(site, observation):
        own, other = _interval(site, observation), _interval(site, whole)
        if other.is_below(own):
            message = (
                f"`{observation.id}` ({own}) is more than its whole `{whole.id}` "
                f"({other}, {whole.location})"
            )
            hint = "fix one of the two, or `part_of` of the indicator"
            yield _number_problem(observation, "part-exceeds-whole", message, hint)


def _wholes_of(site: Site, observation: Observation) -> tuple[Observation, ...]:
    """The figures of the same area, period and status that it is a part of."""
    part_of = site.indicators[observation.indicator].part_of
    whole = site.indicators.get(part_of.id) if part_of else None
    return _alike(whole, observation.facts) if whole else ()


def change_is_below_tenfold(site: Site, observation: Observation) -> Iterator[Problem]:
    """``tenfold-change``: a figure more than ten times the one before it, or less than a tenth."""
    before = _comparable_before(site, observation)
    if before is None:
        return
    earlier, later = _interval(site, before), _interval(site, observation)
    if _differ_tenfold(earlier, later):
        message = (
            f"`{observation.id}` ({later}) differs more than tenfold from `{before.id}` "
            f"({earlier}), the one before it"
        )
        yield _number_problem(observation, "tenfold-change", message, _IF_RIGHT, Severity.WARNING)


def _comparable_before(site: Site, observation: Observation) -> Observation | None:
    """The figure before it.

    None where both are near zero, or the indicator may be negative or says its own plausible range:
    a number of times means nothing then.
    """
    indicator = site.indicators[observation.indicator]
    may_be_any = indicator.plausible or indicator.has_negative
    before = None if may_be_any else _before(site, observation)
    if before is None or _are_near_zero(before.quantity, observation.quantity):
        return None
    return before


_IF_RIGHT = "if both are right, give the indicator the range of values it may take, `plausible`"


def _differ_tenfold(one: Interval, other: Interval) -> bool:
    """Whether two numbers, both above zero, differ by more than ten times."""
    if not (_ABOVE_ZERO.contains(one) and _ABOVE_ZERO.contains(other)):
        return False
    return _is_tenfold(one, other) or _is_tenfold(other, one)


def _is_tenfold(large: Interval, small: Interval) -> bool:
    """Whether all of one is more than ten times all of the other."""
    return small.scaled(_TENFOLD).is_below(large)


def period_precedes_publication(site: Site, observation: Observation) -> Iterator[Problem]:
    """``period-after-publication``: something observed after the article about it appeared, or
    compared with such a time.
    """
    source = site.sources.get(observation.source)
    if source is None or observation.status is not Status.OBSERVED:
        return
    appeared = source.published.date
    period, base = observation.period, observation.compared_with
    if period is not None and _is_after(period, appeared):
        message = f"was observed in {period}, after its source appeared ({appeared})"
        hint = "a date to come is a target or a plan: give its `status`"
        yield _too_late(observation, message, "period", hint)
    if base is not None and _is_after(base, appeared):
        message = f"is compared with {base}, after its source appeared ({appeared})"
        hint = "write the earlier time that it is compared with"
        yield _too_late(observation, message, "compared_with", hint)


def _is_after(period: TimePeriod, appeared: Moment) -> bool:
    """Whether the last moment that is known to be in ``period`` is later."""
    last = period.end or period.start
    return last is not None and last.first_day > appeared.last_day


def _too_late(observation: Observation, message: str, key: str, hint: str) -> Problem:
    location = location_of(observation, key)
    return Problem("period-after-publication", f"`{observation.id}` {message}", location, hint)


BUILT_IN_RULES: tuple[BuiltInRule, ...] = (
    share_lies_within_its_whole,
    value_is_plausible,
    part_stays_below_its_whole,
    printings_agree,
    change_is_below_tenfold,
    period_precedes_publication,
)
OF_CONFLICTS: tuple[OfConflicts, ...] = (sources_agree, preference_is_needed)


def built_in_problems(
    site: Site, observation: Observation, conflicts: Sequence[Observation]
) -> Iterator[Problem]:
    """What these rules find wrong in a figure whose ``conflicts`` are known."""
    for rule in BUILT_IN_RULES:
        yield from rule(site, observation)
    for of_conflicts in OF_CONFLICTS:
        yield from of_conflicts(site, observation, conflicts)


def conflicts_of(site: Site, observation: Observation) -> tuple[Observation, ...]:
    """The figures of other sources for the same indicator, area, period and status that cannot be
    the same number.

    None where the period is not stated.
    """
    alike = (
        _alike(site.indicators[observation.indicator], observation.facts)
        if observation.period
        else ()
    )
    others = [other for other in alike if other.source != observation.source]
    if not others:
        return ()
    own = _interval(site, observation)
    return tuple(other for other in others if not own.meets(_interval(site, other)))


def _alike(indicator: Indicator, facts: tuple[object, ...]) -> tuple[Observation, ...]:
    """The figures of ``indicator`` that share all other ``facts``, up to as many as
    there may be.
    """
    return indicator.by_facts.get((indicator.id, *facts[1:]), ())[:MOST_ALIKE]


def _interval(site: Site, observation: Observation) -> Interval:
    return stated(observation, site.units[observation.unit]).interval


def _printing_interval(site: Site, observation: Observation, printing: Printing) -> Interval:
    return stated_quantity(printing.quantity, site.units[observation.unit], is_exact=False).interval


def _number_problem(
    observation: Observation,
    check: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Problem:
    """A problem at the number of a figure."""
    return Problem(check, message, _number_place(observation), hint, severity)


def _number_place(observation: Observation) -> Location:
    return location_of(observation, "printed" if "printed" in observation.locations else "value")


def _restates(first: Printing, own: Interval, further: Printing, other: Interval) -> bool:
    """Whether one of two printings contains the other; two rounded numbers, of which neither
    interval need contain the other, must meet.
    """
    if first.quantity.relation is further.quantity.relation is Relation.EQUAL:
        return own.meets(other)
    return own.contains(other) or other.contains(own)


def _are_near_zero(one: Quantity, other: Quantity) -> bool:
    """Whether the smaller is a number of one digit, as 3 or 0.2%, and the larger no more than three
    digits of that size: no error of 万 or 亿.
    """
    smaller, larger = sorted((one, other), key=_magnitude)
    precision = smaller.precision
    if smaller.value is None or larger.value is None or precision is None or precision > 1:
        return False
    one_digit, three_digits = _TENFOLD * precision, _TENFOLD**3 * precision
    return _magnitude(smaller) < one_digit and _magnitude(larger) < three_digits


def _magnitude(quantity: Quantity) -> Fraction:
    return abs(quantity.value or Fraction(0))


def _before(site: Site, observation: Observation) -> Observation | None:
    """The figure of the latest moment before that of ``observation``, in the same area and of the
    same status.
    """
    if observation.period is None or not observation.period.is_moment:
        return None
    moments = site.indicators[observation.indicator].in_time[observation.area, observation.status]
    at = bisect_left(
        moments, observation.period.position, key=lambda o: o.period.position if o.period else 0.0
    )
    return moments[at - 1] if at else None
