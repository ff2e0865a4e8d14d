"""A figure of a thing where its title has another, which the text names nowhere."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.unnamed_things import unnamed_thing


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title", "said"),
    [
        (
            "为残疾人装配假肢1960件，适配轮椅",
            "2.7万辆",
            "。",
            "残疾人电动三轮车发放量",
            "轮椅2.7万辆",
        ),
        ("为山区学校换课桌38万套，修操场", "1600处", "。", "山区学校修建浴室", "操场1600处"),
        ("建起乡镇消防站640个，买水罐车", "1100辆", "。", "乡镇消防摩托车", "水罐车1100辆"),
        ("买拖拉机的最多，收割机卖了", "9.4万台", "。", "农用无人机销量", "收割机9.4万台"),
        ("医院里配镜的孩子", "19.2万人", "，复查的另算。", "医院牙齿矫正人数", "孩子19.2万人"),
    ],
)
def test_the_thing_of_the_title_is_nowhere(
    before: str, figure: str, behind: str, title: str, said: str
) -> None:
    assert unnamed_thing(before, figure, behind, title, before + figure + behind) == said


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("适配轮椅", "2.7万辆", "。", "残疾人轮椅"),  # its own thing
        ("三轮车和电动轮椅", "2.7万辆", "。", "电动三轮车发放量"),  # all named
        ("残疾人辅具发到", "2.7万辆", "。", "电动三轮车"),  # no noun before the number
        ("两省共有", "2.7万名", "学生近视。", "学生近视矫正人数"),  # the noun behind
        ("血透患者", "60元", "。", "血透患者自付费用"),  # what articles leave out
        ("改造后全部", "60座", "。", "农村厕所"),
        ("这一数字是", "60座", "。", "农村厕所"),
        ("每百户", "12家", "。", "乡镇食堂"),
    ],
)
def test_it_is_named_or_no_other_thing_is(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert unnamed_thing(before, figure, behind, title, before + figure + behind) == ""


def test_what_was_named_before_in_the_paragraph_counts() -> None:
    before = "适配轮椅"
    assert unnamed_thing(before, "2.7万辆", "。", "电动车", f"电动车下乡。{before}2.7万辆") == ""
