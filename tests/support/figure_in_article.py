"""What the verification says of a figure and the words around it in a small site."""

from __future__ import annotations

from tests.support.proven_site import DATASET, FILES, SOURCE, verified
from tests.support.types import WriteSite

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn}
cn-hn-cs: {title: {zh: 长沙市, en: Changsha}, kind: city, part_of: cn-hn}
cn-gx: {title: {zh: 广西壮族自治区, en: Guangxi}, kind: province, part_of: cn}
nn: {title: {zh: 南宁市, en: Nanning}, kind: city, part_of: cn-gx}
ks: {title: {zh: 喀什地区, en: Kashgar}, kind: city}
jp: {title: {zh: 日本, en: Japan}, kind: country}
zones: {title: {zh: 湖南省试点, en: pilot zones in Hunan}, kind: group, part_of: cn-hn}
clinic: {title: {zh: 长沙第九医院, en: Changsha No. 9 Hospital}, kind: institution, part_of: cn-hn-cs}
school: {title: {zh: 长沙第九中学, en: Changsha No. 9 School}, kind: institution, part_of: cn-hn-cs}
"""


def said_of(  # noqa: PLR0913 - each is one thing that a test says
    write_site: WriteSite,
    article: str,
    observation: str,
    *,
    unit: str = "place",
    source: str = "",
    title: str = "食堂",
    published: str = "2025-07-28",
) -> list[str]:
    """What the verification says of one figure about China in 2024, printed in ``article`` that
    was ``published`` in 2025.
    """
    dataset = f"""\
title: {{zh: 食堂, en: Canteens}}
topic: elderly-care
defaults: {{source: bulletin, area: cn, period: 2024, status: observed}}
indicators:
  canteens:
    title: {{zh: {title}, en: Canteens}}
    unit: {unit}
    observations:
      - {{{observation}}}
"""
    text = (
        FILES[SOURCE]
        .replace("lines: [[2, 6]]", f"lines: [[1, {article.count(chr(10)) + 1}]]")
        .replace("2025-07-28", published)
        + source
    )
    reprint = "content/sources/reprint.yaml"
    units = (
        FILES["content/units.yaml"]
        + 'rate: {zh: 个/千人, en: {one: "per 1,000", other: "per 1,000"}}\n'
        + "yuan: {words: [元], zh: 元, en: yuan}\nvote: {words: [票], zh: 票, en: votes}\n"
        + "term: {words: [元], zh: 元/学期, en: yuan a term}\n"
        + "rank: {words: [位], zh: 位, en: rank}\n"
    )
    files = {
        **FILES,
        "content/units.yaml": units,
        "content/areas.yaml": AREAS,
        DATASET: dataset,
        SOURCE: text,
        reprint: FILES[reprint].replace("[[2, 6]]", "[[1, 1]]"),
    }
    return [
        f"{problem.check} {problem.severity}: {problem.message}"
        for problem in verified(write_site(files), article).problems
    ]


def seen_near(said: str, seen: str, *, printed: str = "12家") -> list[str]:
    """The warning that the article has ``seen`` near the figure, of which ``said`` is given."""
    return [
        (
            f"context-differs warning: `care.canteens` {said}, but near 「{printed}」 `bulletin` "
            f"has 「{seen}」"
        )
    ]


def seen_nowhere(said: str, *seen: str) -> list[str]:
    """The warning that the article names ``seen`` alone, and nowhere what is ``said``."""
    return [
        (
            f"context-differs warning: `care.canteens` {said}, which `bulletin` names nowhere; it "
            f"has {'、'.join(f'「{one}」' for one in seen)}"
        )
    ]


def other_area_near(write_site: WriteSite, article: str, area: str) -> str:
    """What the verification takes for another area beside the figure 12家 that is given to
    ``area``; nothing where it does not warn of the area.
    """
    every = said_of(write_site, article, f"printed: 12家, area: {area}")
    said = [one for one in every if f"is about `{area}`" in one]
    seen = said[0].rpartition("「")[2].removesuffix("」") if said else ""
    assert said == (seen_near(f"is about `{area}`", seen) if seen else [])
    return seen
