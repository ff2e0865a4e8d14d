"""The table of a dataset tells the bounds that rules reckon with, and that they are a convention
where they are one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from statsite.fingerprint import Fingerprints
from statsite.interval import End, Interval
from statsite.pipeline import check
from statsite.plan.bounds import BoundsThatAdd, bounds_that_add
from statsite.values import replace
from tests.support.types import WriteSite

DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799.3万张}
      - {key: about, printed: 约800张, period: 2020}
      - {key: over, printed: 超过900张, period: 2021}
      - {key: plain, printed: 12张, period: 2022}
      - {key: both, status: derived, period: 2023}
"""
RULES = (
    "both: {says: {zh: 合计, en: Both}, defines: care.beds@both, rule: care.beds@about + "
    "care.beds@plain}\n"
)


@pytest.fixture
def told(write_site: WriteSite) -> BoundsThatAdd:
    """The bounds of each figure in English."""
    root = write_site({"content/datasets/care.yaml": DATASET, "content/rules/r.yaml": RULES})
    checked = check(root)
    assert checked.site is not None
    assert checked.errors == 0, checked.problems
    edition = checked.editions[1]
    return bounds_that_add(edition, [*edition.figures.values()])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("care.beds", "7.9925–7.9935 million beds"),
        ("care.beds@about", "700–900 beds (by convention)"),
        ("care.beds@over", "more than 900 beds"),
        ("care.beds@plain", "12 beds"),
        ("care.beds@both", "710–920 beds (by convention)"),
    ],
)
def test_bounds_are_told_in_words(told: BoundsThatAdd, name: str, words: str) -> None:
    assert str(told.bounds[name]) == words


def test_bounds_that_a_figure_says_itself_add_nothing(told: BoundsThatAdd) -> None:
    assert [*told] == ["care.beds", "care.beds@about", "care.beds@both"]
    assert len(told) == len([*told])
    assert "care.beds@plain" not in told
    assert told["care.beds@about"] == "700–900 beds (by convention)"


@pytest.mark.parametrize(
    "other",
    [
        {"interval": Interval(End(Fraction(1), is_closed=True), End(Fraction(2), is_closed=True))},
        {"said": "more than 900 beds"},
        {"language": "zh"},
        {"convention": "{bounds} (by convention)"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_bounds_are_looked_at_with_all_that_their_words_follow_from(
    told: BoundsThatAdd, other: dict[str, Any]
) -> None:
    plain = told.bounds["care.beds@plain"]
    changed = replace(plain, **other)
    assert str(plain) != str(changed)
    assert Fingerprints().of(plain) != Fingerprints().of(changed)
