"""Figures that are owed, designed or allowed, and not so yet."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.unfulfilled import unfulfilled


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("按照合同，买方应付货款", "。", "买方已付货款"),
        ("这座水库按蓄水", "设计。", "水库蓄水量"),
        ("招标文件列出路灯", "。", "路灯安装数"),
        ("桥梁按通行", "货车设计。", "货车重量"),
        ("预售许可批了房源", "。", "售出房源"),
        ("保险公司拒赔车主", "。", "赔付金额"),
        ("待安置群众", "。", "安置群众"),
        ("按每头猪赚", "算，散户也撑不过这个周期。", "每头猪赚的钱"),
        ("以日产", "计，存货够烧半个月。", "日产量"),
        ("拿一年回本", "来算，这门生意不划算。", "一年回本"),
    ],
)
def test_words_that_say_so(before: str, behind: str, title: str) -> None:
    assert unfulfilled(before, behind, title)


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("买方应付货款", "。", "应付货款"),
        ("全年支付货款", "。", "已付货款"),
        ("按户籍人口", "计算。", "人口"),
        ("按户籍人口", "计算，人均用水不多。", "户籍人口"),
        ("每亩按每年", "计算，共发放", "每亩补贴"),
        ("每人按", "标准发放。", "发放额"),
        ("合同金额", "。", "签约额"),
        ("全市反应灵敏，完成", "。", "任务数"),
    ],
)
def test_words_that_do_not_or_a_title_that_does_too(before: str, behind: str, title: str) -> None:
    assert unfulfilled(before, behind, title) == ""
