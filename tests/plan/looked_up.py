"""A little site to look figures up in: two provinces, a hospital, targets that are due and to come,
and a measure of two indicators.
"""

from __future__ import annotations

from statsite.assess.assessment import assess
from statsite.interface_texts import load_interface_texts
from statsite.plan.edition import Edition
from statsite.render.environment import TEMPLATES
from tests.support.types import ReadFiles

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn}
cn-cq: {title: {zh: 重庆市, en: Chongqing}, kind: province, part_of: cn}
first-hospital: {title: {zh: 第一医院, en: First hospital}, kind: institution, part_of: cn-cq}
"""

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
      - {key: hn, printed: 40万张, area: cn-hn, period: unknown}
  beds-planned:
    title: {zh: 床位目标, en: Beds to reach}
    definition: {zh: 含社区床位。, en: Including community beds.}
    unit: bed
    observations:
      - {key: 2024, printed: 1000张, area: cn-hn, status: target, period: 2024}
      - {key: 2030, printed: 1500张, area: cn-hn, status: target, period: 2030}
  guests:
    title: {zh: 入住老人, en: Guests}
    unit: person
    observations: [{printed: 300人, area: first-hospital, period: 2019/..}]
"""

LOOSE = """\
title: {zh: 其他, en: Other}
defaults: {source: bulletin, area: cn, period: unknown, status: standard}
indicators:
  staff: {title: {zh: 护理员, en: Carers}, unit: person, observations: [{printed: 不少于8人}]}
"""

MEASURES = """\
all-beds:
  title: {zh: 养老床位, en: Care beds}
  differs: {zh: 一个是实有数，一个是目标。, en: "One is observed, one a target."}
  indicators: [care.beds, care.beds-planned]
"""

TILES = (
    "cn-hn: {column: 2, row: 3, label: {zh: 湖南, en: HN}}\ncn-hb: {column: 2, row: 2, "
    "label: {zh: 湖北, en: HB}}\n"
)

FILES = {
    "content/areas.yaml": AREAS,
    "content/datasets/care.yaml": DATASET,
    "content/datasets/loose.yaml": LOOSE,
    "content/measures.yaml": MEASURES,
    "content/tiles.yaml": TILES,
}


def looked_up(
    read_files: ReadFiles, language: str = "en", files: dict[str, str] | None = None
) -> Edition:
    """The site in ``language``, with ``files`` besides or in place of its own."""
    site, problems = read_files({**FILES, **(files or {})})
    assert site is not None
    assert problems == []
    return Edition(assess(site), language, load_interface_texts([TEMPLATES]))
