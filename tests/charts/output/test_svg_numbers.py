"""Lengths as SVG writes them."""

from __future__ import annotations

import pytest

from charts.output.svg_numbers import short


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (10.0, "10"),
        (0.5, "0.5"),
        (30.256, "30.26"),
        (100.0, "100"),
        (-0.001, "0"),
        (-7.5, "-7.5"),
        (1e-9, "0"),
    ],
)
def test_a_length_has_two_decimals_at_most(length: float, written: str) -> None:
    assert short(length) == written
