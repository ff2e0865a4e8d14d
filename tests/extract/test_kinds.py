"""Differences from the hand lists are told by their kinds."""

from __future__ import annotations

import pytest

from tests.extract.kinds import kind_of
from tests.extract.scoring import ScoreDifference


@pytest.mark.parametrize(
    ("aspect", "listed", "found", "kind"),
    [
        ("period", "", "2024", "period: none, found a year"),
        ("period", "2024-05", "2024-05-02", "period: a month, found a day"),
        ("period", "2024-01/2024-06", "2021/2024", "period: a stretch, found years"),
        ("period", "../2025-08-31", "2025-04/..", "period: up to a time, found since a time"),
        ("status", "plan", "target", "status: plan, found target"),
        ("missed", "5人", "", "missed"),
    ],
)
def test_a_difference_has_a_kind(aspect: str, listed: str, found: str, kind: str) -> None:
    assert kind_of(ScoreDifference(1, aspect, "5人", listed, found, is_marked=False)) == kind
