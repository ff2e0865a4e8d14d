"""What a paragraph tells apart from what it reports of has no time of it."""

from __future__ import annotations

import pytest

from statsite.extract.apart import (
    is_about_what_lacks,
    is_of_one_person,
    is_set_apart,
    tells_a_case,
)
from statsite.extract.extraction import extract_text

pytestmark = pytest.mark.usefixtures("unweighed")

_REPORT = "2024年，全市新建泵站12座。\n"


def _periods(text: str) -> list[str]:
    return [str(found.period or "") for found in extract_text(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "我们也清醒地看到，全市还有9个村不通天然气。",
        "服务供给还存在明显短板，每千人口床位只有3.1张。",
        "改用新系统、推行网上预约后，排队时间缩短20分钟。",
        "“过去在锚地等上9天。”",
        "从前乘公交得75分钟。",
    ],
)
def test_a_sentence_of_what_is_lacking_or_followed_a_change_is_set_apart(sentence: str) -> None:
    place = next(at for at, character in enumerate(sentence) if character.isdigit())
    assert is_set_apart(sentence, 0, place)
    assert _periods(_REPORT + sentence) == ["2024", ""]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市又新建水闸9座。",
        "干部看到，排队时间缩短20分钟。",
        "刚刚过去的冬天，全市又新建水闸9座。",
        "寒潮过去了，新建水闸9座。",
    ],
)
def test_any_other_sentence_goes_on_about_the_time_before(sentence: str) -> None:
    assert _periods(_REPORT + sentence) == ["2024", "2024"]


@pytest.mark.parametrize(
    "case",
    [
        "在（2022）临02民初315号案中，货主索赔86万元。",
        "店主李某虚开发票，涉及金额86万元。",
        "通报提到一起案例，涉及金额86万元。",
        "码头上，渔民陈阿根的船卸下86吨。",
    ],
)
def test_a_case_is_not_of_the_time_that_the_report_is_of(case: str) -> None:
    assert tells_a_case(case.replace("（", "(").replace("）", ")"), 0, case.index("86"))
    assert _periods(_REPORT + case) == ["2024", ""]


def test_a_case_has_the_time_named_in_its_paragraph() -> None:
    assert _periods(_REPORT + "2021年，店主李某虚开发票，涉及金额86万元。") == ["2024", "2021"]


def test_some_kind_of_thing_is_no_case() -> None:
    assert not tells_a_case("某些行业、某类商品，成本上涨", 0, 14)


def test_a_company_whose_name_is_left_out_is_a_case() -> None:
    text = "某贸易公司进口74个货柜。"
    assert tells_a_case(text, 0, text.index("74"))


def test_the_time_of_a_case_is_not_handed_on() -> None:
    text = "案例一中，2025年3月，涉及老人310名。\n全市设立窗口28个。"
    assert [str(one.period) for one in extract_text(_REPORT + text)] == ["2024", "2025-03", "2024"]


def test_a_paragraph_may_be_about_what_is_still_lacking() -> None:
    text = "2025年12月10日\n今年前11个月，服务8人。\n短板依然存在。局长坦言，覆盖率只有58%。"
    assert extract_text(text)[-1].period is None
    assert not is_about_what_lacks("短板依然存在，58%", 0, 8)


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("停电用户最多时达15户，昨晚恢复。", ""),
        ("路面积水一度接近2米。", ""),
        ("影片凭借口碑逆袭，首日排片占比仅3%。", ""),
        ("停电用户共15户。", "2025-07-05/2025-07-08"),
    ],
)
def test_a_moment_without_a_day_has_no_time(told: str, period: str) -> None:
    text = f"2025年7月9日\n7月5日至8日，全市降雨268毫米。{told}"
    assert _periods(text)[-1] == period


def test_a_moment_is_not_of_the_day_up_to_which_is_told() -> None:
    text = "2025年7月9日\n截至7月8日，完成投资29亿元；高峰时有20人施工。"
    assert _periods(text) == ["2025-07-08", ""]


def test_a_moment_is_of_the_day_told_of() -> None:
    text = "2025年7月9日\n7月8日，大雨。积水一度达2米。"
    assert _periods(text) == ["2025-07-08"]


def test_what_a_series_still_has_to_come_has_no_time() -> None:
    text = "2025年7月9日\n今年踢了5场。“还剩8轮。”教练说。"
    assert _periods(text) == ["2025", ""]
    assert _periods("2025年7月9日\n去年只剩8家。") == ["2024"]


def test_what_is_seen_standing_somewhere_has_no_time_of_a_sentence_before() -> None:
    before = "2025年2月3日\n到去年底，全县养蜂户达1260户。"
    for told in ("蜂农的蜂场养着220箱蜜蜂", "老人的屋里摆着近40盆花", "羊圈里关着360只羊"):
        assert _periods(f"{before}在青沟乡，{told}。") == ["2024-12-31", ""]
    assert _periods(f"{before}2023年，他养着220箱蜜蜂。") == ["2024-12-31", "2023"]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("家住城北的护士许宁骑车上班，花3元。", ""),
        ("退休工人韦桂芬每月药费140元。", ""),
        ("72岁的梁桂珍排队10分钟。", ""),
        ("退休工人韦桂芬去年药费140元。", "2023"),
        ("职工们人均药费140元。", "2024"),
        ("村民陈大勇的民宿这个赛期收入140元。", "2024"),
        ("村民陈大勇算了一笔账：每亩能赚140元。", "2024"),
    ],
)
def test_what_one_person_spends_is_of_no_report(sentence: str, period: str) -> None:
    text = f"2024年12月31日\n2024年，全市新建泵站12座。{sentence}"
    assert _periods(text)[1:] == [period]


def test_what_one_person_gathers_every_day_is_of_no_days_of_a_report() -> None:
    text = "2026年2月3日\n1月下旬，新建大棚12座。种植户马占奎每天能摘黄瓜260公斤。"
    assert _periods(text) == ["2026-01-21/2026-01-31", ""]


def test_only_money_and_time_are_a_persons() -> None:
    assert is_of_one_person("护士许宁花3元", 0, 6, "元")
    assert not is_of_one_person("护士许宁等3人", 0, 5, "人")


def test_what_is_compared_with_the_worst_moment_is_of_the_day_told_of() -> None:
    text = "2025年8月9日\n截至9日，停水用户还有0.6万户，较最多时减少3.2万户。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-08-09"] * 2


def test_what_somebody_says_of_himself_is_of_no_report() -> None:
    text = "2025年4月19日\n今天，湖边来了跑者2万人。“我订的房间每晚388元。”罗先生说。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-04-19", "None"]


def test_what_somebody_wins_is_of_the_contest() -> None:
    text = (
        "2025年6月16日\n15日，女子决赛耗时86分钟。19岁的苏棠夺冠，拿到奖金8万元。"
        "19岁的苏棠一个月只花300元。"
    )
    assert [str(one.period) for one in extract_text(text)][1:] == ["2025-06-15", "None"]


@pytest.mark.parametrize(
    ("told", "period"),
    [("居民健康素养水平达到33.8%", "2025"), ("居民江素云养猪，卖了90头", "None")],
)
def test_residents_are_a_case_by_their_name_alone(told: str, period: str) -> None:
    text = f"2025年公报\n2026年2月9日\n一、健康。全年体检9万人。\n{told}。"
    assert str(extract_text(text)[-1].period) == period
