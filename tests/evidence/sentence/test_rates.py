"""Words that say a figure is so many per something."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.rates import rate_before, rate_behind, rate_of_price, total_of_rate


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("户均增收", "户均增收"),
        ("列车时速", "时速"),
        ("小麦亩产达到", "亩产达到"),
        ("千人床位", "千人床位"),
        ("2024年渔民月入", "月入"),
        ("渔民月收入约", "月收入约"),
        ("渔民日进账", "日进账"),
        ("12月收入", ""),
        ("企业本月收入", ""),
        ("景区全日入园", ""),
        ("公司单车净利润达到", "单车净利润达到"),
        ("快递单票收入降至", "单票收入降至"),
        ("单店日销", "单店日销"),
        ("门店日销", "日销"),
        ("共享单车投放", ""),
        ("1日接待游客", ""),
        ("8月接待", ""),
        ("百公里耗电", "百公里耗电"),
        ("公司10派", "10派"),
        ("二手房套均价格", "套均价格"),
        ("学校生均经费", "生均经费"),
        ("万元工业增加值用水量", "万元工业增加值用水量"),
        ("卡车跑百公里要烧柴油", "百公里要烧柴油"),
        ("全年套装均价", ""),
        ("亿元以上项目用水量", "亿元以上项目用水量"),
        ("绵延数百公里，设站", ""),
        ("十人中有", "十人中有"),
        ("镇里按人头发放取暖补助", "按人头发放取暖补助"),
        ("补贴照每头牛", "每头牛"),
        ("每售出一张门票捐出", "每售出一张门票捐出"),
        ("给社员人人分红", "人人分红"),
        ("奖金一人一份，", "一人一份，"),
        ("每逢集日，镇上来客", "每逢集日，镇上来客"),
        ("一亩地一季打粮", "一亩地一季打粮"),
        ("每年都新建", ""),
        ("均衡发展，增收", ""),
        ("数百人参加，植树", ""),
        ("300名受访者中有", ""),
        ("上个月租出雪板", ""),
        ("7月单月售出门票", ""),
    ],
)
def test_words_before_a_figure(before: str, said: str) -> None:
    assert rate_before(before) == said


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ("每分。", "每分"),
        ("每平方米每月，仓库", "每平方米"),
        ("一班。", "一班"),
        ("编成一个班。", "编成一"),
        ("一班人马", ""),
        ("每年都有", ""),
        ("，每人", ""),
    ],
)
def test_words_behind_a_figure(behind: str, said: str) -> None:
    assert rate_behind(behind) == said


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("草莓卖", "一斤。", "一斤"),
        ("草莓一公斤卖", "。", "一公斤卖"),
        ("按天算，一天", "。", "一天"),
        ("第一天", "。", ""),
        ("投入", "一次性补助", ""),
    ],
)
def test_what_a_price_is_of(before: str, behind: str, said: str) -> None:
    assert rate_of_price(before, behind) == said


def test_a_head_of_a_column_is_no_rate() -> None:
    assert rate_before("电影票房(亿元)观众(万人次)大河") == ""


def test_a_total_is_no_rate() -> None:
    assert total_of_rate("全年医疗支出500元", "人均医疗支出")
    assert not total_of_rate("人均医疗支出500元", "人均医疗支出")
    assert not total_of_rate("每人发放500元", "人均补贴")
    assert not total_of_rate("全年医疗支出500元", "医疗支出")
