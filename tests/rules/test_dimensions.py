"""Only like is compared with like: units by what they measure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.model import Unit
from statsite.rules.dimensions import (
    PURE,
    Dimension,
    dimensions,
    is_share,
    unit_cycles,
    units_out_of_reach,
)
from tests.rules.conftest import UNITS
from tests.support.types import ReadFiles


def _units(read_files: ReadFiles, more: str = "") -> dict[str, Unit]:
    site, _ = read_files({"content/units.yaml": UNITS + more})
    assert site is not None
    return dict(site.units)


@pytest.mark.parametrize(
    ("unit", "scale", "powers"),
    [
        ("bed", Fraction(1), (("bed", 1),)),
        ("doctor", Fraction(1), (("person", 1),)),
        ("percent", Fraction(1, 100), ()),
        ("permille", Fraction(1, 1000), ()),
        ("minute", Fraction(1, 60), (("hour", 1),)),
        ("yuan-per-person", Fraction(1), (("person", -1), ("yuan", 1))),
    ],
)
def test_a_unit_measures_what_it_is_made_of(
    read_files: ReadFiles, unit: str, scale: Fraction, powers: tuple[tuple[str, int], ...]
) -> None:
    assert dimensions(_units(read_files))[unit] == Dimension(scale, powers)


def test_dimensions_are_multiplied_and_cancel_out() -> None:
    yuan, person = (Dimension(Fraction(1), ((name, 1),)) for name in ("yuan", "person"))
    assert yuan / person * person == yuan
    assert yuan / yuan == PURE
    assert yuan.to_the(-2).powers == (("yuan", -2),)
    assert not yuan.to_the(21).is_usable


def test_shares_are_known_by_what_is_printed(read_files: ReadFiles) -> None:
    units = _units(read_files)
    assert {name for name, unit in units.items() if is_share(unit)} == {
        "percent", "percentage-point", "permille",
    }  # fmt: skip


def test_units_in_a_circle_are_found_and_count_as_units_of_their_own(
    read_files: ReadFiles,
) -> None:
    units = _units(
        read_files,
        "a: {words: [甲], zh: 甲, en: a, one_is: b * 2}\nb: {words: [乙], zh: 乙, en: b, one_is: a * 3}\n",
    )
    assert list(unit_cycles(units)) == ["a", "b"]
    assert dimensions(units)["a"] == Dimension(Fraction(1), (("a", 1),))
    assert list(units_out_of_reach(units)) == []
