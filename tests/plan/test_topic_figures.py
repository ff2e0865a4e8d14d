"""A topic holds what its page shows, also where the figure belongs to another topic's dataset."""

from __future__ import annotations

from statsite.pipeline import check
from statsite.plan import targets
from statsite.plan.data_files.data_package import topic_package
from statsite.plan.data_files.readable import of_topic
from statsite.plan.edition import Edition
from statsite.plan.topic_figures import (
    datasets_elsewhere,
    figures_of_topic,
    figures_shown,
    topics_of_figures,
)
from statsite.read.site import read_site
from tests.support.paths import ROOT
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

DATASET = """\
title: {zh: 中医药, en: TCM}
topic: tcm
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  clinics: {title: {zh: 中医馆, en: Clinics}, unit: bed, observations: [{printed: 4万张}]}
"""
ELSEWHERE = """\
title: {zh: 各地, en: Provinces}
defaults: {source: bulletin, area: cn, period: 2030, status: target}
indicators:
  named: {title: {zh: 甲, en: A}, unit: bed, observations: [{printed: 1张}]}
  listed: {title: {zh: 乙, en: B}, unit: bed, observations: [{printed: 2张}]}
  drawn: {title: {zh: 丙, en: C}, unit: bed, observations: [{printed: 3张}]}
  other: {title: {zh: 丁, en: D}, unit: bed, observations: [{printed: 4张}]}
"""
CHART = "kind: bars\ntitle: {zh: 图, en: Chart}\ndata: [places.drawn, places.listed]\n"
TEXT = """\
---
title: TCM
standfirst: A text.
---

## One

[[places.named]]

[[table: places.listed, tcm.clinics | Two]]

[[chart:drawn]]
"""


def _edition(write_site: WriteSite) -> Edition:
    settings = SMALLEST["site.yaml"].replace("[elderly-care]", "[elderly-care, tcm]")
    files = {
        "site.yaml": settings,
        "content/datasets/tcm.yaml": DATASET,
        "content/datasets/places.yaml": ELSEWHERE,
        "content/charts/drawn.yaml": CHART,
        "content/topics/tcm/zh.md": TEXT,
        "content/topics/tcm/en.md": TEXT,
    }
    return check(write_site(files)).editions[1]


def test_a_topic_holds_what_its_page_names_lists_and_draws(write_site: WriteSite) -> None:
    edition = _edition(write_site)
    expected = ["tcm.clinics", "places.named", "places.listed", "places.drawn"]
    assert [one.id for one in figures_of_topic(edition.site, "tcm")] == expected
    assert [one.id for one in of_topic(edition, "tcm").observations] == expected
    assert datasets_elsewhere(edition.site, "tcm") == ("places",)
    assert [one["name"] for one in topic_package([edition], "tcm")["resources"]] == [
        "tcm",
        "places",
    ]


def test_a_target_is_found_under_each_topic_that_shows_it(write_site: WriteSite) -> None:
    site = _edition(write_site).site
    assert topics_of_figures(site)["places.named"] == ["tcm"]
    assert [one.id for one in targets.chosen(site, "topic-tcm")] == [
        "places.named",
        "places.listed",
        "places.drawn",
    ]
    assert [one.id for one in targets.chosen(site, "topic-none")] == ["places.other"]


def test_the_topics_that_withdrawn_charts_lead_to_show_a_figure_of_theirs() -> None:
    site, _ = read_site(ROOT)
    assert site is not None
    leading = [
        (chart, chart.withdrawn.see.removeprefix("topics/"))
        for chart in site.withdrawn_charts.values()
        if chart.withdrawn and chart.withdrawn.see.startswith("topics/")
    ]
    lost = [
        chart.id
        for chart, topic in leading
        if not {one.id for one in chart.data} & set(figures_shown(site, topic))
    ]
    assert leading
    assert lost == []
