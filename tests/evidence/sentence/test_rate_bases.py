"""What a rate is so many per."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.rate_bases import another_base, another_base_of_clause, bases_of


@pytest.mark.parametrize(
    ("text", "count", "thing"),
    [
        ("每月", 1, "月"),
        ("月薪", 1, "月"),
        ("月平均工资", 1, "月"),
        ("元/月", 1, "月"),
        ("每天", 1, "日"),
        ("单日接待", 1, "日"),
        ("日产", 1, "日"),
        ("时速", 1, "小时"),
        ("公里/小时", 1, "小时"),
        ("每10股派现", 10, "股"),
        ("10派", 10, "股"),
        ("油耗，百公里", 100, "公里"),
        ("升/百公里", 100, "公里"),
        ("万元国内生产总值能耗", 10_000, "元"),
        ("吨标准煤/万元", 10_000, "元"),
        ("每千名居民", 1000, "人"),
        ("人/万人", 10_000, "人"),
        ("名/千名活产", 1000, "人"),
        ("名/百张床位", 100, "床"),
        ("1/10万", 100_000, "人"),
        ("每10万人中有", 100_000, "人"),
        ("套均价格", 1, "套"),
        ("亩产", 1, "亩"),
        ("生均经费", 1, "人"),
        ("一公斤卖", 1, "公斤"),
        ("每平方公里", 1, "平方公里"),
        ("每针", 1, "针"),
        ("每片", 1, "片"),
        ("元/袋", 1, "袋"),
        ("每装卸一个标准箱", 1, "箱"),
        ("每熔炼一吨铁水", 1, "吨"),
        ("每分拣一万件包裹", 10_000, "件"),
        ("每护送一艘大船", 1, "艘"),
        ("包月收", 1, "月"),
        ("包夜", 1, "日"),
        ("年卡", 1, "年"),
        ("月票价", 1, "月"),
        ("单程票", 1, "次"),
        ("主场场均", 1, "场"),
        ("每织造一百米坯布", 100, "米"),
        ("件/万家企业", 10_000, "家"),
        ("每万家企业", 10_000, "家"),
    ],
)
def test_a_base_is_known_by_any_of_its_words(text: str, count: int, thing: str) -> None:
    assert bases_of(text) == {(count, thing)}


@pytest.mark.parametrize(
    "text",
    [
        "平均工资",
        "每方面",
        "全年",
        "均衡发展",
        "第一天",
        "每况愈下",
        "一季度",
        "万人次",
        "每支付",
        "每包括",
        "每分拣",
        "每方案",
        "市场均价",
        "每家长",
        "元/毫米",
        "2024年票房",
        "全年费用",
        "工程均已完工",
    ],
)
def test_other_words_name_no_base(text: str) -> None:
    assert bases_of(text) == frozenset()


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("每月", "元/年"),
        ("每日开行动车", "列/年"),
        ("每10股派现", "元/股，每股派现"),
        ("百公里", "升/公里"),
        ("套均价格", "元/平方米"),
        ("每万人拥有", "个/千人"),
        ("每平方米每年", "元/平方米·月，租金"),
        ("每户每年", "元/人·年，费用"),
        ("每公里", "元/车次"),
        ("每月", "元/学期"),
    ],
)
def test_two_bases_that_differ(said: str, own: str) -> None:
    assert another_base(said, own)


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("每月", "元"),
        ("", "元/月"),
        ("人均每月", "元/月"),
        ("每棚年入", "元/年"),
        ("每月", "元/月，年人均工资"),
        ("每个月", "元/月"),
        ("每名学生", "元/生"),
        ("每趟", "元/次"),
        ("每车次", "元/次"),
        ("每平方米每年", "元/平方米·年，租金"),
        ("每平方米每年", "元/平方米，租金"),
    ],
)
def test_one_base_or_one_in_common_is_no_difference(said: str, own: str) -> None:
    assert not another_base(said, own)


@pytest.mark.parametrize(
    ("clause", "own"),
    [
        ("一件毛衫", "元/月，计件工资"),
        ("一张床位补助", "元/户，补助"),
        ("义乌的袜机一台一天织袜", "双/人，织袜产量"),
        ("包月收", "元/小时，停车收费"),
        ("包夜收", "元/度，收费"),
        ("年卡", "元/次，收费"),
        ("一天收", "元/小时，收费"),
    ],
)
def test_a_clause_tells_of_one_of_another_thing(clause: str, own: str) -> None:
    assert another_base_of_clause(clause, own)


@pytest.mark.parametrize(
    ("clause", "own"),
    [
        ("一件毛衫", "元/件，计件工资"),
        ("一件毛衫", "元，毛衫价格"),
        ("一年能挣", "元/亩，枸杞收益"),
        ("一次性补贴", "元/人，补贴"),
        ("农民有一亩好地", "元/户，收入"),
        ("书包年销", "元/个，售价"),
    ],
    ids=[
        "its own",
        "a unit per nothing",
        "a time of what was told before",
        "another word",
        "where no clause begins",
        "a word that ends so",
    ],
)
def test_a_clause_that_tells_of_no_other_base(clause: str, own: str) -> None:
    assert not another_base_of_clause(clause, own)
