"""A chart that would mislead or cannot be drawn is a problem at the line to change, never a drawing
and never a crash.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.types import ProblemsOf

UNITS = 'bed: {words: [张], zh: 张, en: beds}\npercent: {words: ["%"], zh: "%", en: "%"}\n'
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 799万张}]}
  home: {title: {zh: 居家, en: At home}, unit: bed, observations: [{printed: 300万张}]}
  ward: {title: {zh: 机构, en: In wards}, unit: bed, observations: [{printed: 499万张}]}
  many: {title: {zh: 其他, en: Elsewhere}, unit: bed, observations: [{printed: 900万张}]}
  over: {title: {zh: 超过, en: Over}, unit: bed, observations: [{printed: 超过200万张}]}
  aim: {title: {zh: 目标, en: Aim}, unit: bed, observations: [{printed: 900万张, status: target, period: 2030}]}
  then: {title: {zh: 从前, en: Then}, unit: bed, observations: [{key: 2020, printed: 500万张, period: 2020}, {key: 2024, printed: 799万张}]}
  share: {title: {zh: 比重, en: Share}, unit: percent, observations: [{printed: 22%}]}
"""
CHART = "content/charts/beds.yaml"
HEAD = "title: {zh: 床位, en: Beds}\n"


def chart(text: str, files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The files of a site with this chart; the third line of the chart is the first of ``text``."""
    kind, rest = text.split("\n", 1)
    return {
        "content/units.yaml": UNITS,
        "content/datasets/care.yaml": DATASET,
        CHART: f"{kind}\n{HEAD}{rest}",
        **(files or {}),
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kind: bars\ndata: [care.home, care.ward, care.over]\n", id="bars"),
        pytest.param(
            "kind: parts\ndata: [care.home, care.ward]\ntotal: care.beds\n", id="parts of a total"
        ),
        pytest.param("kind: parts\ndata: [care.home, care.ward]\n", id="parts alone"),
        pytest.param(
            "kind: then-and-now\ndata: [care.then@2020, care.then@2024]\n", id="then and now"
        ),
        pytest.param("kind: targets\ndata: [care.aim]\n", id="targets"),
        pytest.param(
            "kind: people-in-100\nhundred: {zh: 人, en: people}\ndata: [care.share]\n",
            id="people in 100",
        ),
        pytest.param(
            "kind: against-nation\ndata: [care.home]\nreference: care.beds\n",
            id="against the nation",
        ),
        pytest.param(
            "kind: milestones\ndata: [care.then@2020, care.aim, care.share]\n",
            id="milestones of several units",
        ),
        pytest.param(
            (
                "kind: grouped-bars\ngroup_by: period\ndata: [care.then@2020, care.beds, "
                "care.home, care.then@2024]\n"
            ),
            id="bars in groups",
        ),
        pytest.param(
            (
                "kind: bars\ndata: [{id: care.home, label: {zh: 甲, en: A}}, {id: care.ward, "
                "label: {zh: 甲, en: A}}]\n"
            ),
            id="two labels alike",
        ),
    ],
)
def test_a_chart_that_shows_what_is_so_is_no_problem(problems_of: ProblemsOf, text: str) -> None:
    assert problems_of(chart(text)) == ()


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("bar", "did you mean `bars`?"),
        ("pie", "known: `bars`"),
        ("then-and-then", "did you mean `then-and-now`?"),
    ],
)
def test_an_unknown_kind_is_a_problem_at_the_kind(
    problems_of: ProblemsOf, kind: str, hint: str
) -> None:
    (problem,) = problems_of(chart(f"kind: {kind}\ndata: [care.home]\n"))
    assert (problem.check, str(problem.location)) == ("unknown-chart-kind", f"{CHART}:1:7")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param(
            "kind: bars\ndata: [care.home, care.share, care.ward]\n", 3, 19, id="among the data"
        ),
        pytest.param(
            "kind: parts\ndata: [care.home]\ntotal: care.share\n", 4, 8, id="as the total"
        ),
        pytest.param(
            "kind: against-nation\ndata: [care.home]\nreference: care.share\n",
            4,
            12,
            id="as the reference",
        ),
    ],
)
def test_a_figure_of_another_unit_is_a_problem_at_its_line(
    problems_of: ProblemsOf, text: str, line: int, column: int
) -> None:
    (problem,) = problems_of(chart(text))
    assert (problem.check, str(problem.location)) == ("chart-misleads", f"{CHART}:{line}:{column}")
    assert "percent" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        pytest.param(
            "kind: bars\ndata: [care.home, care.ward, care.home]\n",
            3,
            30,
            "care.home occurs twice",
            id="the same figure twice",
        ),
        pytest.param(
            "kind: parts\ndata: [care.home, care.over]\ntotal: care.beds\n",
            3,
            19,
            "care.over: known only as a bound",
            id="a bound as a part",
        ),
        pytest.param(
            "kind: parts\ndata: [care.home, care.many]\ntotal: care.beds\n",
            4,
            8,
            "more than their whole",
            id="parts above the whole",
        ),
        pytest.param(
            "kind: parts\ndata: [care.home, care.aim]\n",
            3,
            7,
            "as if they had been reached",
            id="a target among facts",
        ),
        pytest.param(
            "kind: then-and-now\ndata: [care.then@2020]\n",
            3,
            8,
            "two moments are needed",
            id="one moment",
        ),
        pytest.param(
            "kind: line\ndata: [care.then@2024, care.then@2020]\n",
            3,
            24,
            "care.then@2020: earlier than care.then@2024",
            id="out of order",
        ),
        pytest.param(
            "kind: targets\ndata: [care.home]\n", 3, 7, "no target", id="targets without one"
        ),
        pytest.param(
            "kind: against-nation\ndata: [care.home]\n",
            3,
            7,
            "no reference",
            id="nothing to stand against",
        ),
        pytest.param(
            "kind: bars\ndata: [care.then@2020]\nbreaks: [care.then@2020]\n",
            4,
            10,
            "`bars` draws no breaks",
            id="a break without a line",
        ),
        pytest.param(
            "kind: line\ndata: [care.then@2020, care.then@2024]\nbreaks: [care.home]\n",
            4,
            10,
            "does not draw `care.home`",
            id="a break elsewhere",
        ),
        pytest.param(
            (
                "kind: then-and-now\ndata: [{id: care.then@2020, label: {zh: 甲, en: A}}, {id: "
                "care.beds, label: {zh: 甲, en: A}}]\n"
            ),
            3,
            53,
            "something else was counted",
            id="two definitions joined",
        ),
        pytest.param(
            "kind: shares\ndata: [care.home, care.ward]\n",
            1,
            7,
            "no group is asked for",
            id="no groups",
        ),
        pytest.param(
            "kind: people-in-100\ndata: [care.share]\n",
            1,
            7,
            "nothing says who the hundred people are",
            id="a hundred of what",
        ),
        pytest.param(
            "kind: people-in-100\nhundred: {zh: 人, en: people}\ndata: [care.home]\n",
            4,
            8,
            "no unit of shares",
            id="beds as shares of people",
        ),
        pytest.param(
            "kind: bars\nhundred: {zh: 人, en: people}\ndata: [care.share]\n",
            3,
            10,
            "draws no hundred people",
            id="people nobody sees",
        ),
        pytest.param(
            "kind: bars\ngroup_by: area\ndata: [care.home, care.ward]\n",
            3,
            11,
            "`bars` shows no groups",
            id="groups nobody sees",
        ),
        pytest.param(
            "kind: shares\ngroup_by: indicator\ndata: [care.home, care.then@2020]\n",
            4,
            8,
            "has no",
            id="wholes of different parts",
        ),
    ],
)
def test_a_chart_that_would_mislead_is_a_problem_with_its_reason_where_to_change_it(
    problems_of: ProblemsOf, text: str, line: int, column: int, reason: str
) -> None:
    (problem,) = problems_of(chart(text))
    assert (problem.check, str(problem.location)) == ("chart-misleads", f"{CHART}:{line}:{column}")
    assert problem.hint
    assert reason in problem.message


def test_a_chart_of_a_thousand_figures_is_refused_before_it_is_planned(
    problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"kind: bars\ndata: [{', '.join(['care.home'] * 1000)}]\n"
    monkeypatch.setattr("statsite.plan.charts.Datum", None)
    (problem,) = problems_of(chart(text))
    assert (problem.check, str(problem.location)) == ("chart-misleads", f"{CHART}:3:7")
    assert problem.message == "1000 figures are more than the 40 a chart shows legibly"


def test_a_warning_elsewhere_does_not_hide_that_a_chart_misleads(problems_of: ProblemsOf) -> None:
    hidden = {"content/pages/about/zh.md": "---\ntitle: 关于\n---\n本\u200b站说明。\n"}
    problems = problems_of(chart("kind: targets\ndata: [care.home]\n", hidden))
    assert [p.check for p in problems] == ["chart-misleads", "character-invisible"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param(
            {CHART: "kind: bars\ntitle: {zh: 床位𓀀, en: Beds}\ndata: [care.home]\n"},
            f"{CHART}:2:15",
            id="title",
        ),
        pytest.param(
            {CHART: 'kind: bars\ntitle: {zh: "床位𓀀", en: Beds}\ndata: [care.home]\n'},
            f"{CHART}:2:16",
            id="title in quotes",
        ),
        pytest.param(
            {CHART: 'kind: bars\ntitle: {zh: "床\\U00013000", en: Beds}\ndata: [care.home]\n'},
            f"{CHART}:2:13",
            id="title with an escape",
        ),
        pytest.param(
            {
                CHART: (
                    "kind: bars\ntitle:\n  zh: >\n    床位\n    𓀀\n  en: Beds\ndata: [care.home]\n"
                )
            },
            f"{CHART}:5:5",
            id="title of two lines",
        ),
        pytest.param(
            {
                CHART: (
                    f"kind: bars\n{HEAD}data: [{{id: care.home, label: {{zh: 居𓀀家, en: Home}}}}]\n"
                )
            },
            f"{CHART}:3:37",
            id="label",
        ),
        pytest.param(
            {"content/datasets/care.yaml": DATASET.replace("居家", "居𓀀家")},
            "content/datasets/care.yaml:6:23",
            id="title of the indicator",
        ),
        pytest.param(
            {"content/areas.yaml": "cn: {title: {zh: 全𓀀国, en: China}, kind: country}\n"},
            "content/areas.yaml:1:19",
            id="area",
        ),
        pytest.param(
            {"content/units.yaml": UNITS.replace("zh: 张", "zh: 张𓀀")},
            "content/units.yaml:1:24",
            id="unit",
        ),
        pytest.param(
            {
                "content/sources/bulletin.yaml": (
                    "title: 题\npublication: {zh: 某𓀀报, en: Some News}\npublished: {date: "
                    "2025-07-28}\n"
                )
            },
            "content/sources/bulletin.yaml:2:20",
            id="newspaper in the caption",
        ),
        pytest.param(
            {
                "site.yaml": (
                    "title: {zh: 小站𓀀, en: Little site}\nlanguages: [zh, en]\nas_of: "
                    "2025-12-01\ntopics: [elderly-care]\n"
                )
            },
            "site.yaml:1:15",
            id="site in the caption",
        ),
    ],
)
def test_a_character_that_no_chart_can_draw_is_a_problem_where_it_stands(
    problems_of: ProblemsOf, files: dict[str, str], place: str
) -> None:
    (problem,) = problems_of(chart("kind: bars\ndata: [care.home]\n", files))
    assert (problem.check, str(problem.location)) == ("glyph-missing", place)
    assert "U+13000" in problem.message


def test_a_character_no_chart_shows_may_be_any(problems_of: ProblemsOf) -> None:
    about = {"content/pages/about/zh.md": "---\ntitle: 关于𓀀\n---\n本站𓀀说明。\n"}
    assert problems_of(chart("kind: bars\ndata: [care.home]\n", about)) == ()


def test_a_chart_is_not_judged_while_a_reference_of_its_own_does_not_hold(
    problems_of: ProblemsOf,
) -> None:
    problems = problems_of(chart("kind: targets\ndata: [care.home, care.nobody]\n"))
    assert [(p.check, str(p.location)) for p in problems] == [("unknown-id", f"{CHART}:3:19")]


@pytest.mark.parametrize(
    ("path", "text", "check"),
    [
        ("content/sources/more.yaml", "title: [\n", "yaml-syntax"),
        (
            "content/pages/about/en.md",
            "---\ntitle: About\n---\n[[care.nobody]] in [all](nowhere)\n",
            "link-broken",
        ),
        (
            "content/charts/other.yaml",
            "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.nobody]\n",
            "unknown-id",
        ),
        ("content/datasets/other.yaml", DATASET.replace("area: cn", "area: nowhere"), "unknown-id"),
        ("templates/words.yaml", "menu: [\n", "yaml-syntax"),
    ],
)
def test_a_chart_is_judged_though_something_else_is_wrong(
    problems_of: ProblemsOf, path: str, text: str, check: str
) -> None:
    checks = {
        p.check for p in problems_of(chart("kind: targets\ndata: [care.home]\n", {path: text}))
    }
    assert {check, "chart-misleads"} <= checks


def test_a_chart_may_have_a_name_that_begins_with_a_digit(problems_of: ProblemsOf) -> None:
    files = chart("kind: bars\ndata: [care.home]\n")
    files["content/charts/60-plus.yaml"] = files.pop(CHART)
    assert problems_of(files) == ()
