"""A chart names each figure by what tells it apart: its area, its indicator, its time, or the
editor's own words.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charts.spec import DatumRelation, DatumStatus
from statsite.model import Status
from statsite.pipeline import check
from statsite.plan.charts import ChartView, datum
from statsite.quantity import Relation
from tests.support.types import WriteSite

AREAS = (
    "cn: {title: {zh: 全国, en: China}, kind: country}\n"
    "hn: {title: {zh: 湖南, en: Hunan}, kind: province}\n"
    "gd: {title: {zh: 广东, en: Guangdong}, kind: province}\n"
)
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799张}
      - {key: 2020, printed: 500张, period: 2020}
      - {key: 2019, printed: 近500张, period: 2019-06}
      - {key: undated, printed: 9张, period: unknown}
      - {key: 2013-14, printed: 400张, period: 2013/2014}
      - {key: 2003-05, printed: 300张, period: 2003/2005}
      - {key: 2014, printed: 410张, period: 2014}
      - {key: months, printed: 9张, period: 2013-01/2013-09}
      - {key: plan, printed: 9张, period: 2016/2020}
      - {key: hn, printed: 80张, area: hn}
      - {key: gd, printed: 90张, area: gd}
      - {key: hn-2020, printed: 70张, area: hn, period: 2020}
  wards:
    title: {zh: 病房, en: Wards}
    unit: bed
    observations:
      - {printed: 30张}
      - {key: hn, printed: 3张, area: hn}
      - {key: 2019, printed: 4张, period: 2019-06}
"""


@pytest.fixture
def chart(write_site: WriteSite) -> Callable[..., ChartView]:
    """The English view of the chart that this YAML asks for."""

    def view(request: str) -> ChartView:
        files = {
            "content/areas.yaml": AREAS,
            "content/datasets/care.yaml": DATASET,
            "content/charts/c.yaml": f"title: {{zh: 图, en: Chart}}\n{request}",
        }
        root = write_site(files)
        checked = check(root)
        assert checked.errors == 0, checked.problems
        return checked.editions[1].charts["c"]

    return view


@pytest.mark.parametrize(
    ("request_text", "labels"),
    [
        pytest.param(
            "kind: bars\ndata: [care.beds, care.wards]\n", ["Beds", "Wards"], id="indicators differ"
        ),
        pytest.param(
            "kind: bars\ndata: [care.beds@hn, care.beds@gd]\n",
            ["Hunan", "Guangdong"],
            id="areas differ",
        ),
        pytest.param(
            "kind: bars\ndata: [care.beds@gd, care.wards@hn]\n",
            ["Guangdong: Beds", "Hunan: Wards"],
            id="both differ",
        ),
        pytest.param(
            "kind: bars\ndata: [care.beds, care.beds@2020, care.beds@2019]\n",
            ["2024", "2020", "June 2019"],
            id="only the time differs",
        ),
        pytest.param(
            "kind: bars\ndata: [care.beds@gd, care.beds@hn, care.beds@hn-2020]\n",
            ["Guangdong", "Hunan: 2024", "Hunan: 2020"],
            id="one area at two times",
        ),
        pytest.param(
            "kind: bars\ndata: [care.beds, care.beds@undated]\n",
            ["2024", "Beds"],
            id="a time that nobody states",
        ),
        pytest.param("kind: bars\ndata: [care.beds]\n", ["Beds"], id="one figure"),
        pytest.param(
            "kind: bars\ndata: [{id: care.beds, label: {zh: 甲, en: Mine}}, care.wards]\n",
            ["Mine", "Wards"],
            id="words of the editor",
        ),
        pytest.param(
            (
                "kind: grouped-bars\ngroup_by: area\ndata: [care.beds@hn, care.beds@hn-2020, "
                "care.beds, care.wards@hn]\n"
            ),
            [
                "Hunan: Beds · 2024",
                "Hunan: Beds · 2020",
                "China: Beds · 2024",
                "Hunan: Wards · 2024",
            ],
            id="what differs within groups",
        ),
        pytest.param(
            (
                "kind: small-multiples\ngroup_by: area\ndata: [care.beds@hn-2020, care.beds@hn, "
                "care.beds@2020, care.beds]\n"
            ),
            ["Hunan: Beds", "Hunan: Beds", "China: Beds", "China: Beds"],
            id="nothing differs but the time",
        ),
        pytest.param(
            "kind: then-and-now\ndata: [care.beds@2020, care.beds]\n",
            ["Beds", "Beds"],
            id="a chart with a time axis",
        ),
        pytest.param(
            "kind: against-nation\ndata: [care.beds@hn, care.beds@gd]\nreference: care.beds\n",
            ["Hunan", "Guangdong", "China"],
            id="the reference too",
        ),
    ],
)
def test_each_figure_has_a_name_that_tells_it_apart(
    chart: Callable[..., ChartView], request_text: str, labels: list[str]
) -> None:
    assert [row.label for row in chart(request_text).rows] == labels


@pytest.mark.parametrize(
    ("request_text", "head"),
    [
        ("kind: bars\ndata: [care.beds, care.wards]\n", "Indicator"),
        ("kind: bars\ndata: [care.beds@hn, care.beds@gd]\n", "Area"),
        ("kind: bars\ndata: [{id: care.beds@hn, label: {zh: 甲, en: A}}, care.beds@gd]\n", "Area"),
        ("kind: bars\ndata: [care.beds@gd, care.wards@hn]\n", "Area · Indicator"),
        ("kind: bars\ndata: [care.beds, care.beds@2020, care.beds@2019]\n", "Time"),
        ("kind: bars\ndata: [care.beds@gd, care.beds@hn, care.beds@hn-2020]\n", "Area · Time"),
        ("kind: bars\ndata: [care.beds, care.beds@undated]\n", "Indicator · Time"),
        ("kind: line\ndata: [care.beds@2020, care.beds]\n", "Indicator"),
        (
            "kind: line\ndata: [care.beds@2020, care.beds, care.beds@hn-2020, care.beds@hn]\n",
            "Area",
        ),
        (
            (
                "kind: grouped-bars\ngroup_by: area\ndata: [care.beds@hn, care.beds@hn-2020, "
                "care.beds]\n"
            ),
            "Area · Time",
        ),
        (
            (
                "kind: small-multiples\ngroup_by: indicator\ndata: [care.beds@2019, care.beds, "
                "care.wards@2019, care.wards]\n"
            ),
            "Indicator",
        ),
        (
            "kind: against-nation\ndata: [care.beds@hn, care.beds@gd]\nreference: care.beds\n",
            "Area",
        ),
    ],
)
def test_the_table_of_a_chart_says_what_the_names_of_its_rows_are(
    chart: Callable[..., ChartView], request_text: str, head: str
) -> None:
    assert chart(request_text).head == head


@pytest.mark.parametrize("kind", ["line", "then-and-now"])
def test_a_few_years_stand_at_their_middle(chart: Callable[..., ChartView], kind: str) -> None:
    data = chart(
        f"kind: {kind}\ndata: [care.beds@2003-05, care.beds@2013-14, care.beds@2014, "
        "care.beds@2020]\n"
    ).on_page.data
    assert [datum.time_label for datum in data] == ["2003/05", "2013/14", "2014", "2020"]
    between, year = data[1].time, data[2].time
    assert between is not None and year is not None  # noqa: PT018 - both have a place
    assert between == pytest.approx(year - 0.5, abs=0.01)
    assert data[0].time == pytest.approx(year - 10, abs=0.01)


@pytest.mark.parametrize("key", ["months", "plan", "undated"])
def test_what_is_no_single_moment_has_no_place_on_an_axis(
    chart: Callable[..., ChartView], key: str
) -> None:
    (datum,) = chart(f"kind: bars\ndata: [care.beds@{key}]\n").on_page.data
    assert datum.time is None


@pytest.mark.parametrize(
    ("request_text", "when"),
    [
        ("kind: bars\ndata: [care.beds@hn, care.beds@gd]\n", "2024"),
        (
            "kind: bars\ndata: [care.beds@hn, care.beds@gd, care.wards@2019]\n",
            "2024 (Hunan: Beds; Guangdong: Beds); June 2019 (China: Wards)",
        ),
        ("kind: bars\ndata: [care.beds, care.beds@2020]\n", ""),
        ("kind: then-and-now\ndata: [care.beds@2020, care.beds]\n", ""),
        (
            (
                "kind: grouped-bars\ngroup_by: period\ndata: [care.beds@hn-2020, care.beds@2020, "
                "care.beds@hn, care.beds]\n"
            ),
            "",
        ),
    ],
    ids=["one time", "several", "the names say it", "the axis says it", "the groups say it"],
)
def test_a_chart_says_when_its_figures_were(
    chart: Callable[..., ChartView], request_text: str, when: str
) -> None:
    assert chart(request_text).when.replace("end of ", "") == when


def test_a_figure_whose_time_was_corrected_says_which_it_had(write_site: WriteSite) -> None:
    """Its number did not change: without the time, what was said before would be the same."""
    corrected = (
        "{printed: 799张, revisions: [{kind: correction, printed: 799张, period: 2023-12-31, "
        "date: 2025-08-01, reason: {zh: 年份写错了。, en: The year was wrong.}}]}"
    )
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": DATASET.replace("{printed: 799张}", corrected),
        "content/charts/c.yaml": (
            "title: {zh: 图, en: Chart}\nkind: bars\ndata: [care.beds, care.wards]\n"
        ),
    }
    note = check(write_site(files)).editions[1].charts["c"].note
    assert "from 799 beds (end of 2023) to 799 beds (end of 2024)." in note


def test_groups_stand_by_their_largest_figure_their_rows_as_declared(
    chart: Callable[..., ChartView],
) -> None:
    data = "[care.beds@hn-2020, care.beds@hn, care.beds@2020, care.beds]"
    view = chart(f"kind: grouped-bars\ngroup_by: area\ndata: {data}\norder: value\n")
    assert [(datum.group, datum.row) for datum in view.on_page.data] == [
        ("China", "2020"),
        ("China", "2024"),
        ("Hunan", "2020"),
        ("Hunan", "2024"),
    ]


@pytest.mark.parametrize(
    ("order", "labels"), [("declared", ["Hunan", "Guangdong"]), ("value", ["Guangdong", "Hunan"])]
)
def test_rows_stand_as_declared_or_by_size(
    chart: Callable[..., ChartView], order: str, labels: list[str]
) -> None:
    assert [
        row.label
        for row in chart(f"kind: bars\ndata: [care.beds@hn, care.beds@gd]\norder: {order}\n").rows
    ] == labels


def test_charts_know_every_relation_and_status_of_a_figure() -> None:
    assert {one.value for one in DatumRelation} == {one.value for one in Relation}
    assert {one.value for one in DatumStatus} == {one.value for one in Status}


def test_a_derived_figure_is_drawn_as_what_is_written_of_it(write_site: WriteSite) -> None:
    derived = (
        "  homes:\n    title: {zh: 养老院, en: Homes}\n    unit: bed\n    observations: "
        "[{printed: 1.23万张}]\n"
        "  all:\n    title: {zh: 合计, en: In all}\n    unit: bed\n    observations: "
        "[{status: derived}]\n"
    )
    rule = (
        "all-beds: {says: {zh: 床位加养老院即合计。, en: Beds and homes make up all.}, "
        "defines: care.all, rule: care.beds + care.homes}\n"
    )
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": DATASET + derived,
        "content/rules/care.yaml": rule,
    }
    edition = check(write_site(files)).editions[1]
    drawn = datum(edition.site.observations["care.all"], "All", edition.presenter)
    assert (drawn.relation, drawn.number, drawn.value) == (
        DatumRelation.ABOUT,
        "about 13,100 beds",
        13100.0,
    )
    assert (drawn.low, drawn.high) == (13040.0, 13150.0)


def test_who_hears_a_chart_hears_what_is_no_fact_and_each_year_once(write_site: WriteSite) -> None:
    planned = (
        "  homes:\n    title: {zh: 养老院, en: Homes}\n    unit: bed\n    observations: "
        "[{printed: 30张, status: plan, period: 2024}, "
        "{key: 2027, printed: 40张, status: target, period: 2027}]\n"
    ).replace("[{printed: 30张,", "[{key: 2024, printed: 30张,")
    chart = (
        "title: {zh: 图, en: Chart}\nkind: bars\ndata: [care.beds, care.homes@2024, "
        '{id: care.homes@2027, label: {zh: 2027年, en: "2027"}}]\n'
    )
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": DATASET + planned,
        "content/charts/c.yaml": chart,
    }
    editions = check(write_site(files)).editions
    heard = [[datum.in_words for datum in e.charts["c"].on_page.data] for e in editions]
    assert heard[0][1:] == ["养老院：2024年：30张（计划）", "2027年：40张（目标）"]
    assert heard[1][1:] == ["Homes: 2024: 30 beds (plan)", "2027: 40 beds (target)"]
    assert heard[1][0].endswith("(end of 2024)")


def test_who_hears_a_chart_hears_where_no_time_is_stated(write_site: WriteSite) -> None:
    undated = (
        "  homes: {title: {zh: 养老院, en: Homes}, unit: bed, "
        "observations: [{printed: 30张, period: unknown}]}\n"
    )
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": DATASET + undated,
        "content/charts/c.yaml": (
            "title: {zh: 图, en: Chart}\nkind: bars\ndata: [care.beds, care.homes]\n"
        ),
    }
    editions = check(write_site(files)).editions
    heard = [edition.charts["c"].on_page.data[1].in_words for edition in editions]
    assert heard == ["养老院：30张（未写明时间）", "Homes: 30 beds (period not stated)"]


@pytest.mark.parametrize(
    ("wards", "rule", "said"),
    [
        (
            "31张",
            "care.wards / 3",
            "About 10.3 beds (the digits do not end); computed from exact",
        ),
        ("30张", "care.wards / 3", "Exactly 10 beds; computed from exact numbers"),
        ("约30张", "care.wards / 3", "From 6.6 beds to 13.4 beds. Computed from other figures"),
    ],
)
def test_only_what_was_rounded_is_said_to_carry_its_rounding_through(
    wards: str, rule: str, said: str, write_site: WriteSite
) -> None:
    dataset = (
        "title: {zh: 床位, en: Beds}\ntopic: elderly-care\n"
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\nindicators:\n"
        f"  wards: {{title: {{zh: 病房, en: Wards}}, unit: bed, observations: [{{printed: {wards}}}]}}\n"
        "  mean: {title: {zh: 平均, en: Mean}, unit: bed, observations: [{status: derived}]}\n"
    )
    says = "{zh: 由病房算出。, en: It follows from the wards.}"
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": dataset,
        "content/rules/r.yaml": f"mean: {{says: {says}, defines: care.mean, rule: {rule}}}\n",
    }
    edition = check(write_site(files)).editions[1]
    assert edition.figures["care.mean"].how_to_read.startswith(said)


@pytest.mark.parametrize(
    ("printed", "note"), [("15.6%", "Parts of a square are rounded."), ("15%", "")]
)
def test_a_hundred_people_say_that_parts_of_a_square_are_rounded(
    printed: str, note: str, write_site: WriteSite
) -> None:
    dataset = (
        "title: {zh: 老人, en: Older people}\ntopic: elderly-care\n"
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\nindicators:\n"
        "  share: {title: {zh: 占比, en: Share}, unit: percent, observations: "
        f"[{{printed: {printed}}}]}}\n"
    )
    hundred = "kind: people-in-100\nhundred: {zh: 人, en: people}\ndata: [care.share]\n"
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": dataset,
        "content/charts/c.yaml": f"title: {{zh: 图, en: Chart}}\n{hundred}",
    }
    site = write_site(files)
    text = site / "content/topics/elderly-care"
    for language in ("zh", "en"):
        path = text / f"{language}.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("care.beds", "care.share"), "utf-8"
        )
    assert check(site).editions[1].charts["c"].note == note
