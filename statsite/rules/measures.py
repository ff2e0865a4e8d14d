"""What a unit measures, so that only like is compared with like: 万人 with 人, % with a ratio, 元/人 with 元 divided by 人."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from statsite.model import Unit

#: What an article prints for hundredths and thousandths of a whole.
_SCALE_WORDS = {
    "%": Fraction(1, 100),
    "个百分点": Fraction(1, 100),
    "百分点": Fraction(1, 100),
    "‰": Fraction(1, 1000),
    "个千分点": Fraction(1, 1000),
}

#: Base units and their powers, by id and none of them zero; empty for a pure ratio.
Powers = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """``scale`` times a product of base units: one % is 1/100 of nothing else, one minute 1/60 hour."""

    scale: Fraction
    powers: Powers

    def __mul__(self, other: Measure) -> Measure:
        return Measure(self.scale * other.scale, _added(self.powers, other.powers, 1))

    def __truediv__(self, other: Measure) -> Measure:
        return Measure(self.scale / other.scale, _added(self.powers, other.powers, -1))


PURE = Measure(Fraction(1), ())


def measure_of(unit: str, units: Mapping[str, Unit]) -> Measure:
    """The measure of a unit: as its ``one_is`` says, a share where an article prints it so, else a base unit of its own.

    A unit that is defined by itself, over others, counts as a base unit: the check of units names it.
    """
    return _measure(unit, units, frozenset())


def is_share(unit: Unit) -> bool:
    """Whether the unit's figures are hundredths or thousandths of something."""
    return _printed_scale(unit) is not None


def unit_cycles(units: Mapping[str, Unit]) -> Iterator[str]:
    """The units that are defined by themselves, over others or at once."""
    return (unit for unit in units if unit in _reached(unit, units))


def _measure(unit: str, units: Mapping[str, Unit], seen: frozenset[str]) -> Measure:
    declared = units.get(unit)
    if declared is None or unit in seen:
        return Measure(Fraction(1), ((unit, 1),))
    if declared.one_is is None:
        scale = _printed_scale(declared)
        return Measure(scale, ()) if scale else Measure(Fraction(1), ((unit, 1),))
    measure = Measure(declared.one_is.factor, ())
    for part, power in declared.one_is.powers:
        one = _measure(part, units, seen | {unit})
        for _ in range(abs(power)):
            measure = measure * one if power > 0 else measure / one
    return measure


def _printed_scale(unit: Unit) -> Fraction | None:
    labels = [label.other for label in unit.label.values()]
    return next((_SCALE_WORDS[word] for word in (*unit.words, *labels) if word in _SCALE_WORDS), None)


def _reached(unit: str, units: Mapping[str, Unit]) -> frozenset[str]:
    """Every unit that the definition of ``unit`` leads to."""
    reached, waiting = set[str](), [unit]
    while waiting:
        one_is = units[name].one_is if (name := waiting.pop()) in units else None
        fresh = {part for part, _ in one_is.powers} - reached if one_is else set()
        reached |= fresh
        waiting.extend(fresh)
    return frozenset(reached)


def _added(first: Powers, second: Powers, sign: int) -> Powers:
    powers = Counter(dict(first))
    for unit, power in second:
        powers[unit] += sign * power
    return tuple(sorted((unit, power) for unit, power in powers.items() if power))
