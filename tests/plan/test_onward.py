"""Where pages lead on to."""

from __future__ import annotations

from collections.abc import Iterable

from statsite import addresses
from statsite.plan import onward
from statsite.plan.content import Onward
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles

CHART = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
TOPIC = (
    "---\ntitle: 养老服务\nstandfirst: 养老床位一览。\nleads: "
    "[care.beds]\n---\n共有[[care.beds]]，即[[care.beds]]。\n\n[[chart:beds]]\n"
)


def _told(links: Iterable[Onward]) -> list[tuple[str, str]]:
    return [(one.label, one.title) for one in links]


def test_a_figure_leads_to_its_measure_its_area_and_its_neighbours(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert _told(
        onward.from_figure(edition, edition.site.observations["care.beds-planned@2024"])
    ) == [
        ("The same elsewhere", "Care beds"),
        ("More of this area", "Hunan"),
        ("Before it in the dataset", "Beds: 400,000 beds"),
        ("Next in the dataset", "Beds to reach: 1,500 beds (target)"),
    ]


def test_the_first_and_the_only_figure_of_a_dataset_have_fewer_neighbours(
    read_files: ReadFiles,
) -> None:
    edition = looked_up(read_files)
    assert _told(onward.from_figure(edition, edition.site.observations["loose.staff"])) == [
        ("More of this area", "China")
    ]
    assert "Before it in the dataset" not in dict(
        _told(onward.from_figure(edition, edition.site.observations["care.beds"]))
    )


def test_a_figure_is_led_to_at_the_sentence_and_the_chart_where_it_stands(
    read_files: ReadFiles,
) -> None:
    files = {"content/charts/beds.yaml": CHART, "content/topics/elderly-care/zh.md": TOPIC}
    edition = looked_up(read_files, "zh", files)
    assert [(use.title, use.fragment) for use in edition.uses["care.beds"]] == [
        ("养老服务", "figure-care.beds"),
        ("图：床位", ""),
    ]
    assert [(one.title, one.fragment) for one in onward.from_chart(edition, "beds")] == [
        ("养老服务", "chart-beds")
    ]


def test_a_figure_that_only_opens_a_topic_has_no_sentence_there(read_files: ReadFiles) -> None:
    edition = looked_up(
        read_files,
        "zh",
        {"content/topics/elderly-care/zh.md": TOPIC.partition("共有")[0] + "没有数字。\n"},
    )
    assert [(use.title, use.fragment) for use in edition.uses["care.beds"]] == [("养老服务", "")]


def test_an_area_leads_to_the_next_of_its_kind_that_has_figures(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert _told(onward.from_area(edition, "cn-cq")) == [("Next area", "Hunan"), ("All", "Areas")]
    assert _told(onward.from_area(edition, "cn-hn")) == [("All", "Areas")]


def test_a_topic_leads_to_its_targets_and_comparisons(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert _told(onward.from_topic(edition, "elderly-care")) == [
        ("Of this topic", "Targets, plans and standards"),
        ("The same elsewhere", "Care beds"),
    ]


def test_lists_lead_to_each_other_and_to_none_that_is_not_built(read_files: ReadFiles) -> None:
    files = {
        "content/measures.yaml": "{}\n",
        "content/datasets/care.yaml": DATASET,
        "content/datasets/loose.yaml": DATASET.replace("topic: elderly-care\n", ""),
    }
    edition = looked_up(read_files, files=files)
    assert _told(onward.from_lists(edition, addresses.DATA)) == [
        ("By area", "Areas"),
        ("How figures are checked", "Verification"),
    ]
    assert [title for title, _ in edition.menu] == ["Areas", "Data", "Verification", "About"]


DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, period: 2024, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 3张, area: cn-hn}]}
  guests: {title: {zh: 老人, en: Guests}, unit: person, observations: [{printed: 3人, area: first-hospital}]}
"""
