"""The site map says of a page when the figures on it were released or changed last, and nothing
where no record tells.
"""

from __future__ import annotations

import re

import pytest

from statsite.pipeline import check
from statsite.plan.outputs import data_files
from tests.support.smallest import SMALLEST
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
      - printed: 799.3万张
      - key: old
        printed: 700张
        period: 2020
        revisions: [{kind: correction, printed: 70张, date: 2025-11-28, reason: {zh: 抄错。, en: Slip.}}]
"""
OTHER = """\
title: {zh: 其他, en: Other}
defaults: {source: other, area: cn-hn, period: 2024, status: observed}
indicators:
  people: {title: {zh: 人, en: People}, unit: person, observations: [{printed: 300余人}]}
"""
SOURCE = """\
title: 另一篇
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-01}
"""
RELEASES = """\
first:
  time: "2025-11-01T00:00:00Z"
  note: {zh: 第一版。, en: First.}
  added: [care.beds, care.beds@old]
second:
  time: "2025-11-20T10:00:00Z"
  note: {zh: 第二版。, en: Second.}
  changed: [care.beds]
third:
  time: "2025-11-30T00:00:00Z"
  note: {zh: 第三版。, en: Third.}
  removed: [care.gone]
"""
CHART = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds, care.beds@old]\n"


@pytest.fixture
def dates(write_site: WriteSite) -> dict[str, str]:
    """The day that the site map gives for each page of the first language."""
    files = {
        "site.yaml": SMALLEST["site.yaml"].replace("null", "https://example.org"),
        "content/areas.yaml": SMALLEST["content/areas.yaml"]
        + "cn-hn: {title: {zh: 湖南, en: Hunan}, kind: province, part_of: cn}\n",
        "content/datasets/care.yaml": DATASET,
        "content/datasets/other.yaml": OTHER,
        "content/sources/other.yaml": SOURCE,
        "content/releases.yaml": RELEASES,
        "content/charts/beds.yaml": CHART,
    }
    site_map = dict(data_files(check(write_site(files)).editions))["sitemap.xml"].decode()
    entries = re.findall(
        r"<url><loc>https://example.org/(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?(?:<xhtml:link [^>]*>)*</url>",
        site_map,
    )
    assert len(entries) == site_map.count("<url>")
    return {path: day for path, day in entries if not path.startswith("en/")}


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("figures/care.beds/", "2025-11-20"),
        ("figures/care.beds@old/", "2025-11-28"),
        ("charts/beds/", "2025-11-28"),
        ("indicators/care.beds/", "2025-11-28"),
        ("sources/bulletin/", "2025-11-28"),
        ("areas/cn/", "2025-11-28"),
        ("data/care/", "2025-11-30"),
        ("topics/elderly-care/", "2025-11-30"),
        ("data/", "2025-11-30"),
        ("", "2025-11-30"),
        ("figures/other.people/", ""),
        ("data/other/", ""),
        ("sources/other/", ""),
        ("areas/cn-hn/", ""),
        ("about/", ""),
    ],
)
def test_a_page_was_changed_when_its_figures_were(
    dates: dict[str, str], path: str, day: str
) -> None:
    assert dates[path] == day
