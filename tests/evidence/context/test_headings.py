"""The lines above a figure say of it what its own line does not."""

from __future__ import annotations

import pytest

from statsite.evidence.context.headings import (
    heading_of_plans,
    unit_before,
    unit_over,
    units_over,
)
from tests.support.proven_site import ARTICLE, FILES, verified
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["二、明年工作安排", "新建书屋120家。"], 2),
        (["计划项目：", "机场改扩建 12个", "港口改扩建 9个"], 3),
        (["（三）2025年目标", "", "新建书屋120家。"], 3),
    ],
)
def test_a_heading_of_plans_holds_for_what_is_under_it(lines: list[str], number: int) -> None:
    assert heading_of_plans(lines, number)


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["二、明年工作安排", "去年，书屋已有120家。"], 2),
        (["一、去年计划完成情况", "新建书屋120家。"], 2),
        (["二、明年工作", "三、全年回顾", "新建书屋120家。"], 3),
        (["计划项目：", "全部开工。", "新建书屋120家。"], 3),
        (["一、计划新建学校5所", "二、新建书屋120家"], 2),
        (["新建书屋120家。"], 1),
    ],
)
def test_other_headings_do_not(lines: list[str], number: int) -> None:
    assert heading_of_plans(lines, number) == ""


def test_the_unit_of_a_table_is_above_it() -> None:
    assert units_over(["单位：万吨", "粮食 70650"], 2) == ("万吨",)
    assert units_over(["（单位：元）", "", "工资 70650"], 3) == ("元",)
    assert units_over(["粮食 70650", "单位：万吨"], 1) == ()


def test_the_heads_of_columns_give_their_units() -> None:
    assert units_over(["构成比（%）", "西药", "35"], 3) == ("%",)
    assert units_over(["人数（万人）", "占比（%）", "35"], 3) == ("%", "万人")
    assert units_over(["西药（含疫苗）占35。", "35"], 2) == ()


def test_a_title_that_lists_units_may_look_like_a_row() -> None:
    lines = [
        "公园（2025年5月，游客单位：万人次，收入单位：万元）",
        "名称　游客　门票收入",
        "西园　12　9",
    ]
    assert unit_over(lines, 3, "游客") == "万人次"
    assert unit_over(lines, 3, "门票收入") == "万元"
    assert unit_over(lines, 3, "面积") == ""


def test_lines_that_a_source_leaves_out_count(write_site: WriteSite) -> None:
    article = ARTICLE.replace("另一篇文章，有77个展位。", "二、明年工作安排")
    problems = verified(write_site(dict(FILES)), article).problems
    assert "is given as observed, but near 「799.3万张」 `bulletin` has 「二、明年工作安排」" in (
        problems[0].message
    )


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("人数（千人）", "千人"),
        ("人數［千人］", "千人"),
        ("总产值【万元】", "万元"),
        ("百分比", "百分比"),
        ("占比", "占比"),
    ],
)
def test_the_head_of_a_row_gives_its_unit(line: str, unit: str) -> None:
    assert unit_before(line) == unit


@pytest.mark.parametrize(
    "line",
    ["人数", "全镇：", "护士（女）人数", "全镇共有护士，其中女", "据他介绍，去年全镇种植大户达"],
)
def test_other_words_before_a_number_give_none(line: str) -> None:
    assert unit_before(line) == ""
