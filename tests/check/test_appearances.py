"""Since when a figure can have been on the site."""

from __future__ import annotations

import datetime as dt

import pytest

from statsite.assess.assessment import assess
from statsite.check.appearances import first_appearance, first_of
from statsite.model import Reference, Site
from statsite.problems import Location
from tests.support.types import ReadFiles

DATASET = "content/datasets/care.yaml"
CARE = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799.3万张, formerly: [care.old-beds], revisions: [REVISION]}
      - {key: guess, printed: 800万张, period: 2023, source: guess}
"""
REVISION = (
    "{kind: revision, printed: 798万张, source: early, date: 2025-08-01, "
    "reason: {zh: 新。, en: New.}}"
)
SOURCE = (
    "title: 公报\ntitle_translated: {en: Bulletin}\n"
    "publication: {zh: 某报, en: Some News}\npublished: {PUBLISHED}\n"
)


@pytest.fixture
def site(read_files: ReadFiles) -> Site:
    """A figure of two articles, and one of an article whose date is inferred."""
    known_from = "known_from: {zh: 猜的, en: A guess}"
    days = {
        "bulletin": "date: 2025-07-28",
        "early": "date: 2025-07-01",
        "guess": f"date: 2025-07-28, approximate: true, {known_from}",
    }
    read, _ = read_files(
        {DATASET: CARE.replace("REVISION", REVISION)}
        | {
            f"content/sources/{name}.yaml": SOURCE.replace("PUBLISHED", day)
            for name, day in days.items()
        }
    )
    assert read is not None
    return assess(read).site


def test_a_figure_appears_with_its_first_article(site: Site) -> None:
    assert first_appearance(site, site.observations["care.beds"]) == dt.date(2025, 7, 1)


def test_an_inferred_day_may_be_a_year_too_late(site: Site) -> None:
    assert first_appearance(site, site.observations["care.beds@guess"]) == dt.date(2024, 7, 27)


@pytest.mark.parametrize(
    ("figures", "first"),
    [
        (["care.beds"], dt.date(2025, 7, 1)),
        (["care.old-beds"], dt.date(2025, 7, 1)),
        (["care.beds", "care.beds@guess", "care.gone"], dt.date(2024, 7, 27)),
        (["care.gone"], None),
        ([], None),
    ],
)
def test_the_first_of_several_counts(site: Site, figures: list[str], first: dt.date | None) -> None:
    place = Location(DATASET)
    assert first_of(site, [Reference(name, place) for name in figures]) == first
