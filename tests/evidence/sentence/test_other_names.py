"""A figure by its own name in a table, and by one that stands beside it."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.other_names import named_by_another


@pytest.mark.parametrize(
    ("own", "others", "title"),
    [
        ("火化（例）", ["节地葬（例）"], "节地葬"),
        ("节地葬", ["火化", "树葬"], "遗体火化量"),
        ("在岗", ["当年离岗"], "当年离岗乡村医生"),
        ("植保无人机", ["播种机"], "播种机"),
        ("火化", ["节地葬"], "节地生态葬"),
        ("女", ["男"], "男性结婚年龄"),
        ("金额", ["件数"], "赔付件数"),
        ("合计", ["公办", "民办"], "公办养老机构床位"),
        ("出口", ["进出口"], "进出口总额"),
        ("省内", ["省外", "国内"], "国内游客"),
        ("2.书法班", ["1.合唱班"], "合唱班期数"),
    ],
)
def test_a_title_that_is_another_name_is_of_that(own: str, others: list[str], title: str) -> None:
    assert named_by_another(own, others, title)


@pytest.mark.parametrize(
    ("own", "others", "title"),
    [
        ("节地葬", ["火化"], "节地葬"),
        ("注册护士", ["执业医师"], "护理人员"),
        ("增速", ["产量"], "原煤产量增速"),
        ("同比增长", ["产量"], "原煤产量增幅"),
        ("占总人口比重", ["人口"], "老年人口比重"),
        ("其中：新能源", ["汽车"], "电动汽车销量"),
        ("新能源汽车", ["汽车"], "电动汽车销量"),
        ("合计", ["进口", "出口"], "进出口总额"),
        ("合计", ["男", "女"], "男女残疾人总数"),
        ("3月", ["销量"], "汽车销量"),
        ("当月", ["销量"], "汽车销量"),
        ("数量", ["面积增速"], "大豆播种面积"),
        ("女", ["男"], "女性结婚年龄"),
        ("（亿元）", ["产量"], "产量"),
    ],
    ids=[
        "its own",
        "in other words",
        "of how fast another one grows",
        "of a change",
        "of a share",
        "a part of the row above",
        "another one is a part of it",
        "all of them",
        "all of them by their names",
        "a time",
        "this month",
        "another one of no thing",
        "one character",
        "no name",
    ],
)
def test_any_other_title_says_nothing_of_another_name(
    own: str, others: list[str], title: str
) -> None:
    assert not named_by_another(own, others, title)


def test_what_the_title_above_a_table_has_tells_no_column_from_another() -> None:
    assert named_by_another("调成（件）", ["申请（件）"], "申请调解的邻里纠纷", "2024年调解")
    assert not named_by_another("调成（件）", ["申请（件）"], "申请调解的邻里纠纷")
    assert not named_by_another("缴费", ["参保"], "居民参保缴费", "居民参保缴费")
