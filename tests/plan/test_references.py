"""What a page gives to cite: itself with its version, and the article that its figure is from."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from statsite import addresses
from statsite.citing import References
from statsite.pipeline import check
from statsite.plan import references
from statsite.plan.edition import Edition
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

RULES = "both: {says: {zh: 合计, en: Both}, defines: care.beds@both, rule: care.beds + care.beds@more}\n"
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 超过8.5万张, status: target}
      - {key: more, printed: 3张, source: other, period: 2023}
      - {key: both, status: derived, period: 2022}
"""
OTHER = """\
title: 另一篇
publication: {zh: 某报, en: Some News}
published: {date: 2025-11, approximate: true, known_from: {zh: 文中线索, en: the text}}
"""
RELEASE = """\
first: {time: "2025-11-20T00:00:00Z", note: {zh: 第一版。, en: First.}, added: [care.beds]}
"""
CHART = (
    "kind: bars\ntitle: {zh: 床位图, en: A chart of beds}\ndata: [care.beds@more, care.beds@both]\n"
)


@pytest.fixture
def editions(write_site: WriteSite) -> Sequence[Edition]:
    """A site with an address, a release and a derived figure."""
    return check(
        write_site(
            {
                "site.yaml": SMALLEST["site.yaml"].replace("null", "https://example.org"),
                "content/datasets/care.yaml": DATASET,
                "content/rules/r.yaml": RULES,
                "content/sources/other.yaml": OTHER,
                "content/releases.yaml": RELEASE,
                "content/charts/beds.yaml": CHART,
            }
        )
    ).editions


def _in(found: References, style: str) -> list[str]:
    return next(one.text for one in found if one.style == style).split("\n")


def test_a_figure_is_cited_with_its_qualifier_its_version_and_its_article(
    editions: Sequence[Edition],
) -> None:
    chinese, english = (
        references.of_figure(edition, edition.site.observations["care.beds"])
        for edition in editions
    )
    assert _in(chinese, "gbt7714") == [
        (
            "小站. 床位：超过8.5万张（到2024年末，全国，目标）[DB/OL]. (2025-11-20)[引用日期]. "
            "https://example.org/figures/care.beds/."
        ),
        "养老床位公报[N]. 某报, 2025-07-28.",
    ]
    assert _in(english, "apa") == [
        (
            "Little site. (2025, November 20). Beds: more than 85,000 beds (by the end of 2024, China, "
            "target) (Version 2025-11-20) [Data set]. Retrieved [date], from "
            "https://example.org/en/figures/care.beds/"
        ),
        "养老床位公报 [Bulletin on beds]. (2025, July 28). Some News.",
    ]


def test_a_derived_figure_names_every_article_behind_it(editions: Sequence[Edition]) -> None:
    english = editions[1]
    found = references.of_figure(english, english.site.observations["care.beds@both"])
    works = json.loads("\n".join(_in(found, "csl-json")))
    assert [work["id"] for work in works] == ["figure-care.beds@both", "bulletin", "other"]
    assert works[2]["issued"] == {"date-parts": [[2025, 11]], "circa": True}


def test_charts_datasets_pages_and_articles_are_cited_as_what_they_are(
    editions: Sequence[Edition],
) -> None:
    english = editions[1]
    cited = {
        "chart": references.of_chart(english, english.charts["beds"]),
        "dataset": references.of_dataset(english, english.datasets["care"]),
        "page": references.of_page(english, "page-about", "About", addresses.page("about")),
        "site": references.of_site(english),
        "article": references.of_article(english, "other"),
    }
    assert {name: _in(found, "gbt7714") for name, found in cited.items()} == {
        "chart": ["Little site. A chart of beds[EB/OL]. (2025-11-20)[access date]. https://example.org/en/charts/beds/."],
        "dataset": ["Little site. Elderly-care beds[DB/OL]. (2025-11-20)[access date]. https://example.org/en/data/care/."],
        "page": ["Little site. About[EB/OL]. (2025-11-20)[access date]. https://example.org/en/about/."],
        "site": ["Little site. All data[DB/OL]. (2025-11-20)[access date]. https://example.org/en/data/."],
        "article": ["另一篇[N]. Some News, [ca. 2025-11]."],
    }  # fmt: skip


def test_a_site_without_address_or_release_is_cited_by_its_day(write_site: WriteSite) -> None:
    english = check(write_site()).editions[1]
    assert _in(references.of_dataset(english, english.datasets["care"]), "plain") == [
        "Little site. “Elderly-care beds”. 1 December 2025, version 2025-12-01, accessed [date]."
    ]
