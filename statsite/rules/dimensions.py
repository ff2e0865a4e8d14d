"""What a unit measures, so that only like is compared with like: 万人 with 人, % with a ratio,
元/人 with 元 divided by 人.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain

from msgspec import Struct

from statsite.model import Unit
from statsite.rules.dependency_order import dependency_order

#: What an article prints for hundredths, thousandths and ten-thousandths of a whole.
_SCALE_WORDS = {
    "%": Fraction(1, 100),
    "个百分点": Fraction(1, 100),
    "百分点": Fraction(1, 100),
    "‰": Fraction(1, 1000),
    "个千分点": Fraction(1, 1000),
    "千分点": Fraction(1, 1000),
    "个基点": Fraction(1, 10000),
    "基点": Fraction(1, 10000),
}

#: Of how many base units a measure may be made, each as often as it is in it, and the most bits of
#: its scale.
MOST_PARTS, _LONGEST_SCALE = 20, 256

#: Base units and their powers, by id and none of them zero; empty for a pure ratio.
Powers = tuple[tuple[str, int], ...]


class Dimension(Struct, frozen=True):
    """``scale`` times a product of base units: one % is 1/100 of nothing else, one minute 1/60
    hour.
    """

    scale: Fraction
    powers: Powers

    def __mul__(self, other: Dimension) -> Dimension:
        return Dimension(self.scale * other.scale, _added(self.powers, other.powers, 1))

    def __truediv__(self, other: Dimension) -> Dimension:
        return Dimension(self.scale / other.scale, _added(self.powers, other.powers, -1))

    @property
    def is_usable(self) -> bool:
        """Whether it can be computed with: of few parts, and no larger or smaller than anything
        that is counted.
        """
        return self._parts <= MOST_PARTS and self._longest <= _LONGEST_SCALE

    @property
    def _parts(self) -> int:
        """How many units are multiplied or divided in it."""
        return sum(abs(power) for _, power in self.powers)

    @property
    def _longest(self) -> int:
        """Binary digits of the larger number of its scale."""
        return max(self.scale.numerator, self.scale.denominator).bit_length()

    def to_the(self, power: int) -> Dimension:
        """The product of so many of it; one divided by that where ``power`` is negative."""
        return Dimension(self.scale**power, tuple((unit, one * power) for unit, one in self.powers))


PURE = Dimension(Fraction(1), ())


def dimensions(units: Mapping[str, Unit]) -> Mapping[str, Dimension]:
    """The measure of every unit: as its ``one_is`` says, a share where an article prints it so,
    else a base unit of its own.

    A unit that is defined by itself, over others, or that is too large or small to compute with,
    counts as a base unit: the checks of units name it.
    """
    order = dependency_order(_definitions(units))
    found: dict[str, Dimension] = {}
    for unit in order.ids:
        measure = None if unit in order.circular else _measure(units[unit], found)
        found[unit] = measure if measure is not None and measure.is_usable else _base(unit)
    return found


def is_share(unit: Unit) -> bool:
    """Whether the unit's figures are hundredths or thousandths of something."""
    return _printed_scale(unit) is not None


def unit_cycles(units: Mapping[str, Unit]) -> Iterator[str]:
    """The units that are defined by themselves, over others or at once."""
    circular = dependency_order(_definitions(units)).circular
    return (unit for unit in units if unit in circular)


def units_out_of_reach(units: Mapping[str, Unit]) -> Iterator[str]:
    """The units whose ``one_is`` makes them larger or smaller, or of more parts, than anything that
    is counted.
    """
    found = dimensions(units)
    circular = dependency_order(_definitions(units)).circular
    plain = (name for name in units if name not in circular)
    return (name for name in plain if not _measure(units[name], found).is_usable)


def _definitions(units: Mapping[str, Unit]) -> Mapping[str, tuple[str, ...]]:
    """The units that each is defined by."""
    return {name: tuple(_parts_of(unit)) for name, unit in units.items()}


def _parts_of(unit: Unit) -> Iterator[str]:
    """The units that one is defined by."""
    if unit.one_is:
        yield from (part for part, _ in unit.one_is.powers)


def _measure(unit: Unit, found: Mapping[str, Dimension]) -> Dimension:
    """The measure of ``unit``, by those of the units it is defined by."""
    if unit.one_is is None:
        scale = _printed_scale(unit)
        return Dimension(scale, ()) if scale else _base(unit.id)
    measure = Dimension(unit.one_is.factor, ())
    for part, power in unit.one_is.powers:
        measure = measure * found.get(part, _base(part)).to_the(power)
    return measure


def _base(unit: str) -> Dimension:
    return Dimension(Fraction(1), ((unit, 1),))


def _printed_scale(unit: Unit) -> Fraction | None:
    labels = (label.other for label in unit.label.values())
    scales = map(_SCALE_WORDS.get, chain(unit.words, labels))
    return next(filter(None, scales), None)


def _added(first: Powers, second: Powers, sign: int) -> Powers:
    powers = Counter(dict(first))
    for unit, power in second:
        powers[unit] += sign * power
    return _in_order(powers)


def _in_order(powers: Mapping[str, int]) -> Powers:
    """The powers that are not zero, by the names of units."""
    return tuple(sorted((unit, power) for unit, power in powers.items() if power))
