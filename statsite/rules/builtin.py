"""The rules that need no declaration: what one figure must be in itself, beside its further
printings, and beside others of its indicator.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from statsite.interval import Interval, between
from statsite.model import Indicator, Observation, Printing, Site, Status, location_of
from statsite.problems import Location, Problem, Severity
from statsite.quantity import Quantity, Relation
from statsite.rules.figure_intervals import stated, stated_quantity

_TENFOLD = Fraction(10)

BuiltInRule = Callable[[Site, Observation], Iterator[Problem]]
OfConflicts = Callable[[Site, Observation, Sequence[Observation]], Iterator[Problem]]


def share_lies_within_its_whole(site: Site, observation: Observation) -> Iterator[Problem]:
    """``share-out-of-range``: a share above 100 %.

    A change, a rate that may be negative, and what says its own plausible range are not shares.
    """
    indicator = site.indicators[observation.indicator]
    whole = site.units[observation.unit].whole
    if whole is None or observation.compared_with or indicator.plausible:
        return
    if (
        between(Fraction(0), whole).is_below(_interval(site, observation))
        and not indicator.has_negative
    ):
        message = (
            f"`{observation.id}` is a share of more than its whole: {_interval(site, observation)}"
        )
        hint = (
            "give a change its `compared_with`, or the indicator the range of values it "
            "may take, `plausible`"
        )
        severity = Severity.ERROR if observation.printing.printed else Severity.WARNING
        yield Problem("share-out-of-range", message, _number_place(observation), hint, severity)


def value_is_plausible(site: Site, observation: Observation) -> Iterator[Problem]:
    """``value-implausible``: a figure outside the range that its indicator declares."""
    plausible = site.indicators[observation.indicator].plausible
    if plausible and not between(*plausible).meets(_interval(site, observation)):
        message = (
            f"`{observation.id}` is {_interval(site, observation)}, outside the "
            f"plausible {between(*plausible)} of its indicator"
        )
        yield Problem(
            "value-implausible",
            message,
            _number_place(observation),
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
            yield Problem("conflict", message, _number_place(observation), hint)


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
    part_of = site.indicators[observation.indicator].part_of
    whole_indicator = site.indicators.get(part_of.id) if part_of else None
    for whole in _alike(whole_indicator, observation.facts) if whole_indicator else ():
        if _interval(site, whole).is_below(_interval(site, observation)):
            own, other = _interval(site, observation), _interval(site, whole)
            message = (
                f"`{observation.id}` ({own}) is more than its whole `{whole.id}` "
                f"({other}, {whole.location})"
            )
            yield Problem(
                "part-exceeds-whole",
                message,
                _number_place(observation),
                "fix one of the two, or `part_of` of the indicator",
            )


def change_is_below_tenfold(site: Site, observation: Observation) -> Iterator[Problem]:
    """``tenfold-change``: a figure more than ten times the one before it, or less than a tenth.

    Where both are near zero, or the indicator may be negative, a number of times means nothing.
    """
    indicator = site.indicators[observation.indicator]
    before = None if indicator.plausible else _before(site, observation)
    if before is None or _are_near_zero(before.quantity, observation.quantity):
        return
    earlier, later = _interval(site, before), _interval(site, observation)
    zero = between(Fraction(0), None, is_closed=False)
    is_apart = earlier.scaled(_TENFOLD).is_below(later) or later.scaled(_TENFOLD).is_below(earlier)
    if is_apart and zero.contains(earlier) and zero.contains(later) and not indicator.has_negative:
        message = (
            f"`{observation.id}` ({later}) differs more than tenfold from `{before.id}` "
            f"({earlier}), the one before it"
        )
        hint = "if both are right, give the indicator the range of values it may take, `plausible`"
        yield Problem("tenfold-change", message, _number_place(observation), hint, Severity.WARNING)


def period_precedes_publication(site: Site, observation: Observation) -> Iterator[Problem]:
    """``period-after-publication``: something observed after the article about it appeared."""
    source = site.sources.get(observation.source)
    if source is None or observation.status is not Status.OBSERVED or observation.period is None:
        return
    last = observation.period.end or observation.period.start
    if last is not None and last.first_day > source.published.date.last_day:
        message = (
            f"`{observation.id}` was observed in {observation.period}, after its source "
            f"appeared ({source.published.date})"
        )
        hint = "a date to come is a target or a plan: give its `status`"
        yield Problem("period-after-publication", message, location_of(observation, "period"), hint)


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
    smaller, larger = sorted((one, other), key=lambda quantity: abs(quantity.value or Fraction(0)))
    value, precision = smaller.value, smaller.precision
    if value is None or larger.value is None or precision is None or precision > 1:
        return False
    return abs(value) < _TENFOLD * precision and abs(larger.value) < _TENFOLD**3 * precision


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
