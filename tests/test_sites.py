"""Whole little sites and what they become: selected files of each build, compared byte for byte."""

from __future__ import annotations

import pytest

from tests.support.building import BuildOnce
from tests.support.golden import Golden
from tests.support.paths import SITES

#: The files of each site that are kept, few enough to be read by whoever changes them.
KEPT = {
    "gallery": tuple(
        f"charts/{chart.stem}/en.svg"
        for chart in sorted((SITES / "gallery/content/charts").glob("*.yaml"))
    ),
    "one-language": (
        "index.html",
        "topics/lending/index.html",
        "figures/lending.branches@2030/index.html",
        "charts/loans/en.svg",
        "data/observations.csv",
        "data/observations.json",
    ),
    "two-languages": (
        "index.html",
        "en/topics/parks/index.html",
        "en/figures/tree-census.trees/index.html",
        "corrections/index.html",
        "data/corrections.json",
        "en/charts/parks-and-walks/index.html",
        "en/charts/parks-and-walks/embed.html",
        "charts/parks-and-walks/en.svg",
        "charts/parks-and-walks/parks-and-walks.csv",
        "glossary/index.html",
        "en/topics/trees/index.html",
        "en/figures/park-plan.parkland/index.html",
        "en/feed.xml",
        "charts/parks-to-come/zh.svg",
        "data/observations.csv",
        "data/observations.json",
    ),
}


@pytest.mark.exact
@pytest.mark.parametrize("name", KEPT)
def test_a_little_site_becomes_the_expected_files(
    name: str, built: BuildOnce, golden: Golden
) -> None:
    golden(built(name).root, SITES / name / "expected", KEPT[name])


def test_every_little_site_is_compared() -> None:
    assert {path.name for path in SITES.iterdir() if path.is_dir()} == set(KEPT)
