"""The table of a dataset tells the bounds that rules reckon with, and that they are a convention
where they are one.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statsite.pipeline import check
from statsite.plan.bounds import bounds_in_words
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
def told(write_site: WriteSite) -> Mapping[str, str]:
    """The bounds of each figure in English."""
    root = write_site({"content/datasets/care.yaml": DATASET, "content/rules/r.yaml": RULES})
    checked = check(root)
    assert checked.site is not None
    assert checked.errors == 0, checked.problems
    return bounds_in_words(checked.editions[1], checked.site.observations)


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
def test_bounds_are_told_in_words(told: Mapping[str, str], name: str, words: str) -> None:
    assert told[name] == words
