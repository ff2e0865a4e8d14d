"""A little site with an invented article, for tests of the proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from statsite.assess.assessment import Assessment, assess
from statsite.evidence.articles import Articles
from statsite.evidence.verify import Verified, verify_site
from statsite.model import Site
from statsite.problems import Problem
from statsite.read.site import read_site

DATASET = "content/datasets/care.yaml"
SOURCE = "content/sources/bulletin.yaml"
IGNORED = "content/ignored.yaml"
LOCK = "content/evidence.lock"
DAY = "2025-11-01"

ARTICLE = """\
另一篇文章，有77个展位。
虚构县的床位
虚构县共有床位799.3万
张，护理床位占65.7%。
县城食堂12家，乡镇食堂12家。
志愿者超过300名，自行车有4200辆。
"""

_CARE = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799.3万张}
  share:
    title: {zh: 占比, en: Share}
    unit: percent
    observations:
      - {printed: 65.7%}
  canteens:
    title: {zh: 食堂, en: Canteens}
    unit: place
    observations:
      - {printed: 12家, near: 乡镇}
  volunteers:
    title: {zh: 志愿者, en: Volunteers}
    unit: person
    observations:
      - {printed: 超过300名}
"""

_BULLETIN = """\
title: 虚构县的床位
title_translated: {en: Beds in an invented county}
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28}
text: {file: bulletin.txt, lines: [[2, 6]]}
"""

FILES: Mapping[str, str] = {
    "content/areas.yaml": (
        "cn: {title: {zh: 全国, en: China}, kind: country}\ncn-hn: {title: {zh: 湖南省, en: "
        "Hunan}, kind: province, part_of: cn, iso: CN-HN}\n"
    ),
    "content/units.yaml": (
        "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n"
        "berth: {words: [张], zh: 张, en: {one: berth, other: berths}}\n"
        'percent: {words: ["%"], zh: "%", en: "%"}\n'
        "place: {words: [家], zh: 家, en: {one: place, other: places}}\n"
        "person: {words: [人, 名, 位], zh: 人, en: {one: person, other: people}}\n"
    ),
    SOURCE: _BULLETIN,
    "content/sources/reprint.yaml": _BULLETIN.replace(
        "text: {file: bulletin.txt", "text: {file: reprint.txt"
    ),
    DATASET: _CARE,
}


def texts(folder: Path, article: str = ARTICLE) -> Articles:
    """A folder of texts with the article and its reprint."""
    folder.mkdir(exist_ok=True)
    for name in ("bulletin.txt", "reprint.txt"):
        (folder / name).write_text(article, encoding="utf-8")
    return Articles(folder)


def assessed(root: Path) -> Assessment:
    """The site in ``root``, which must be sound, and what follows from it."""
    site, problems = read_site(root)
    assert problems == []
    assert site is not None
    return assess(site)


def site_in(root: Path) -> Site:
    """The site in ``root``, which must be sound."""
    return assessed(root).site


def verified(root: Path, article: str = ARTICLE, today: str = DAY) -> Verified:
    """The verification of the site in ``root`` against ``article``."""
    return verify_site(site_in(root), texts(root.parent / "texts", article), today)


def told(problems: tuple[Problem, ...] | list[Problem]) -> list[tuple[str, str]]:
    """Check and place of each problem, the column aside."""
    return [
        (problem.check, f"{problem.location.path}:{problem.location.line}") for problem in problems
    ]
