"""Sizes, habits and what there is now are told from figures of a time; counts of things from what
was done.
"""

from __future__ import annotations

import pytest

from statsite.extract.candidates import candidates
from statsite.extract.extraction import extract_text
from statsite.extract.lasting import is_a_sum, lasts, may_be_a_stock

pytestmark = pytest.mark.usefixtures("unweighed")


@pytest.mark.parametrize(
    "text",
    [
        "大桥全长2164米",
        "尊高46.5厘米",
        "桥面距谷底约480米",
        "展馆可容纳700人",
        "成品保质期只有5天",
        "现有27个网点",
        "每天骑行约3公里",
        "司机可同时操控4台",
        "全省多年平均降水量76毫米",
        "该村地处河右岸，全村427户",
        "溪源县有9个乡镇",
        "卖到2100公里外",
        "建造历时16个月",
        "全程353公里",
        "青石乡面积186平方公里",
        "只有468户的山村",
        "实验室面积1200平方米",
        "新修的步道长5.2公里",
        "卫星设计寿命8年",
        "全场1650个座位坐满",
        "民宿只有8间客房",
        "从茶山到火车站，全程54分钟",
        "旅行时间缩短至54分钟",
        "从江宁到省城，最快只要38分钟",
        "候车厅面积320平方米",
        "青禾镇常住人口18000人",
        "存煤可用45天",
        "分馆只有90平方米",
        "列车时速可达350公里",
        "线路设站19座",
        "医院编制床位1200张",
        "剧场有座位1200个",
        "博物馆馆藏文物8万件",
        "公司注册资本5亿元",
        "茶树树龄超过300年",
        "从申请到拿证只要3天",
        "仓库能储存粮食5万吨",
        "规划区面积12平方公里",
        "航班单程飞行3小时",
        "讲座每场90分钟",
        "合同期限10年",
        "年均气温16.8℃",
        "街区由6座博物馆和2条老街组成",
        "电动船载箱740标箱",
        "从茶山到火车站最快54分钟",
        "“骑士之家”面积320平方米",
        "单位缴费率7%",
        "电动船单船造价2800万元",
        "每航次能耗40度",
        "供暖价格维持每平方米22元不变",
    ],
)
def test_a_size_a_habit_and_the_present_last(text: str) -> None:
    assert lasts(next(candidates(text)))


@pytest.mark.parametrize(
    "text",
    [
        "产量增长5米",
        "从申报到放行平均只要5小时",
        "观众平均每场690人",
        "每千名老年人拥有床位24张",
        "水位比昨日高2米",
        "日均3000人",
        "较平日增加3倍",
        "房价每晚均价458元",
        "新增长度12公里",
        "完成投资52亿元",
        "比常年同期偏少5%",
        "成年人平均每天读书25分钟",
        "每周运动3次的占35%",
    ],
)
def test_a_change_a_mean_and_what_was_done_do_not(text: str) -> None:
    assert not lasts(next(candidates(text)))


def test_what_several_things_have_together_is_a_sum() -> None:
    assert is_a_sum(next(candidates("总投资3.8亿元")))
    assert not is_a_sum(next(candidates("全长3.8公里")))


def test_things_may_be_counted_as_they_are_or_as_they_were_made() -> None:
    assert may_be_a_stock(next(candidates("社区助餐点486个")))
    assert not may_be_a_stock(next(candidates("新增床位1850张")))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2025年9月28日，大桥合龙。大桥全长2164米，主跨1036米。", [None, None]),
        ("2025年9月28日，新馆开馆。新馆建筑面积9万平方米。", [None]),
        ("2025年9月28日，码头投产。码头建有泊位4个，当天装箱9个。", [None, "2025-09-28"]),
        ("2025年9月28日，水厂通水，日供水规模4万吨，设水池2座。", [None, None]),
        ("2025年9月28日，全长12公里的公路通车。", [None]),
        ("2025年9月28日，新船共载客740人。", ["2025-09-28"]),
        ("2025年9月28日，她出诊。箱子重6公斤，她跑了4户人家。", [None, "2025-09-28"]),
        ("2025年9月28日，旧馆人多。新馆建筑面积9万平方米。", [None]),
        ("2024年，收治9人。新机器单机效率每小时38箱。", ["2024", None]),
        ("2024年，案件9件，成功率七成。", ["2024", "2024"]),
        ("2024年，收治9人。这种病的花费一般在20万元。", ["2024", None]),
        ("2025年全年新建泵站2座，总投资3亿元。", ["2025", "2025"]),
        ("截至2025年6月底，馆舍建筑面积9万平方米。", ["2025-06-30"]),
    ],
)
def test_what_lasts_has_no_time_that_was_said_of_something_else(
    text: str, periods: list[str | None]
) -> None:
    assert [str(one.period) if one.period else None for one in extract_text(text)] == periods


@pytest.mark.parametrize(
    "text",
    [
        "2025年10月20日\n新馆3月15日开放，建筑面积9.6万平方米。",
        "2025年10月20日\n3月15日，新馆开放，有860个座位。",
        "2025年10月20日\n卫星3月15日发射，重1.9吨。",
        "2025年10月20日\n3月15日，收治9人。\n7号线一期全长28.6公里。",
        "2025年10月20日\n2023年立项的新馆建设正酣，建筑面积8万平方米。",
        "2025年10月20日\n3月15日，学院建成国内第一座水槽，长52米。",
        "2025年10月20日\n3月15日，复线开通，设计年输送能力1.2亿吨。",
    ],
)
def test_the_size_of_what_was_opened_is_not_of_its_day(text: str) -> None:
    assert extract_text(text)[-1].period is None


def test_what_came_with_an_opening_is_of_its_day() -> None:
    text = "2025年10月20日\n3月15日，新馆开放，来了860人。"
    assert str(extract_text(text)[-1].period) == "2025-03-15"


@pytest.mark.parametrize(
    ("day", "period"), [("10月1日至8日", "2025-10-01/2025-10-08"), ("10月1日", None)]
)
def test_what_is_so_every_day_may_be_of_the_days_of_an_event(day: str, period: str | None) -> None:
    told = extract_text(f"2025年10月9日\n{day}，接待9人。每天安排工作人员1100人。")[-1]
    assert (str(told.period) if told.period else None) == period


@pytest.mark.parametrize(
    "told",
    [
        "去年10月启用的滨江院区设床位800张",
        "2016年建成的澄江枢纽总库容31亿立方米",
        "总投资1.9亿元的库房项目将于明年5月开工",
        "今年7月启用的监管中心面积3.2万平方米",
        "专用线今年5月开通，年运能600万吨",
        "今年5月，投资1.9亿元的新馆开工",
    ],
)
def test_the_size_of_a_thing_has_no_time_of_when_it_was_built(told: str) -> None:
    found = extract_text(f"2025年12月1日\n去年，全市出诊12人次。{told}。")
    assert [str(one.period) for one in found] == ["2024", "None"]


def test_ratios_of_a_bank_are_of_the_day_up_to_which_is_told() -> None:
    text = (
        "2025年10月30日\n前三季度，利润5亿元。9月末，贷款6亿元。前三季度，利息7亿元。不良率1.86%。"
    )
    assert [str(one.period) for one in extract_text(text)][-1] == "2025-09-30"


def test_a_size_is_told_with_no_count_that_stands_before_another_time() -> None:
    text = "2025年1月9日\n2025年，公司计划开支30亿元，工厂将于6月投产，年产能8000台。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "None"]


@pytest.mark.parametrize("told", ["年可处理粪污30万吨", "日可加工番茄1500吨"])
def test_what_can_be_done_in_any_year_or_day_lasts(told: str) -> None:
    found = extract_text(f"2025年12月20日\n2025年，种植5亩。处理中心6月投运，{told}。")
    assert [str(one.period) for one in found] == ["2025", "None"]


def test_the_price_of_one_thing_is_marked() -> None:
    text = "2025年5月19日\n今年前4个月，卖出21个，单价68元，平均票价40元。"
    assert [one.unsure for one in extract_text(text)] == [(), ("period",), ()]


def test_where_a_thing_is_has_no_time() -> None:
    text = "2026年5月8日\n2019年9月，下游3公里处的大桥通车，运了1200人次。"
    assert [str(one.period) for one in extract_text(text)] == ["None", "2019-09"]


def test_where_something_is_has_no_time() -> None:
    text = "2025年4月19日\n18日17时，下风向500米处浓度为0.4毫克，损失50米处理管。"
    assert [str(one.period) for one in extract_text(text)][:2] == ["None", "2025-04-18"]


def test_a_range_of_prices_has_no_time_of_an_event() -> None:
    text = "2025年6月16日\n6月10日至15日，售票2万张，票价从60元到480元不等，票房246万元。"
    days = "2025-06-10/2025-06-15"
    assert [str(one.period) for one in extract_text(text)] == [days, "None", days]


def test_what_is_so_every_night_of_an_event_is_of_the_event() -> None:
    text = "2026年5月6日\n5月1日至5日，全市接待游客186万人次。古城夜市每晚客流4.6万人次。"
    assert str(extract_text(text)[-1].period) == "2026-05-01/2026-05-05"
