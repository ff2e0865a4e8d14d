"""A target is due where its time has passed and no result covers it."""

from __future__ import annotations

import datetime as dt

import pytest

from statsite.assess.assessment import assess
from statsite.assess.due import due_targets, is_due
from tests.support.types import ReadFiles

HEAD = """\
title: {zh: 床位, en: Beds}
defaults: {source: bulletin, area: cn, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
"""
TARGET = "{key: aim, printed: 90张, status: target, period: 2024}"


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        ([TARGET], ["x.beds@aim"]),
        ([TARGET, "{printed: 95张, period: 2024-12-31}"], []),
        ([TARGET, "{printed: 85张, period: 2023-12-31}"], ["x.beds@aim"]),
        ([TARGET, "{printed: 95张, period: 2024-12-31, area: cn-hn}"], ["x.beds@aim"]),
        (["{key: aim, printed: 90张, status: target, period: 2025-12-01}"], []),
        (["{key: aim, printed: 90张, status: target, period: unknown}"], []),
        (["{key: aim, printed: 90张, status: plan, period: 2024}"], []),
    ],
    ids=[
        "no result",
        "a result",
        "an earlier result",
        "a result of another area",
        "the site's own day",
        "no period",
        "no target",
    ],
)
def test_what_is_due(read_files: ReadFiles, observations: list[str], expected: list[str]) -> None:
    areas = (
        "cn: {title: {zh: 全国, en: China}, kind: country}\ncn-hn: {title: {zh: 湖南, en: "
        "Hunan}, kind: province}\n"
    )
    dataset = HEAD + "".join(f"      - {one}\n" for one in observations)
    site, problems = read_files({"content/datasets/x.yaml": dataset, "content/areas.yaml": areas})
    assert problems == []
    assert site is not None
    assert list(due_targets(assess(site).site)) == expected


@pytest.mark.parametrize(
    ("today", "expected"), [(dt.date(2024, 12, 31), False), (dt.date(2025, 1, 1), True)]
)
def test_a_target_is_due_on_the_day_behind_its_last(
    read_files: ReadFiles,
    today: dt.date,
    expected: bool,  # noqa: FBT001
) -> None:
    site, _ = read_files({"content/datasets/x.yaml": f"{HEAD}      - {TARGET}\n"})
    assert site is not None
    assert is_due(assess(site).site.observations["x.beds@aim"], {}, today) is expected
