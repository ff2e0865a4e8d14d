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
        ("每人按", "标准发放。", "发放额"),
        ("合同金额", "。", "签约额"),
        ("全市反应灵敏，完成", "。", "任务数"),
    ],
)
def test_words_that_do_not_or_a_title_that_does_too(before: str, behind: str, title: str) -> None:
    assert unfulfilled(before, behind, title) == ""
