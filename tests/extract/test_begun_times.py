"""What is counted from when something began has the day that the article tells of that."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

_HEAD = "2025年9月18日 来源：某报\n"


def _told(text: str) -> list[tuple[str, bool]]:
    """The period of each figure, and whether it is marked."""
    return [(str(one.period or ""), "period" in one.unsure) for one in extract_text(_HEAD + text)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("6月1日，小程序上线。上线以来查询230次。", "2025-06-01/.."),
        ("线路6月1日通车，不收费。开通以来运送5人。", "2025-06-01/.."),
        ("条例自2022年7月1日起施行。条例实施以来查处5起。", "2022-07-01/.."),
        ("9月1日开馆，到9月9日满九天。开馆以来接待5人。", "2025-09-01/.."),
        ("4月16日，工厂爆炸。7月30日，省里公布爆炸事故报告。事故以来检查5家。", "2025-04-16/.."),
        ("平台上线于6月1日，免费使用。上线以来查询5次。", "2025-06-01/.."),
        ("馆舍2016年建成，2019年3月开放。开放以来接待5人。", "2019-03/.."),
    ],
)
def test_since_something_began_is_since_the_day_that_is_told(text: str, period: str) -> None:
    assert _told(text)[-1] == (period, False)


def test_of_two_days_on_which_something_began_the_last_is_marked() -> None:
    text = "6月1日，甲线开通。8月2日，乙线开通。开通以来运送5人。"
    assert _told(text)[-1] == ("2025-08-02/..", True)


@pytest.mark.parametrize(
    "text",
    [
        "8月31日，检查结束。条例实施以来，查处5起。",  # its day is not told
        "入夏以来，出动收割机5台。",
        "近五年，放流鱼苗5尾。",
        "昨天，市里启动检查。平台启动以来，查询5次。",  # the day of the news is no beginning of it
    ],
)
def test_a_beginning_that_is_not_told_leaves_its_figures_open(text: str) -> None:
    assert _told(text)[-1][0] == ""


@pytest.mark.parametrize(
    ("told", "counted", "period"),
    [
        ("8月15日，快线开通。", "开通一个月来", "2025-08-15/2025-09-14"),
        ("2024年9月10日，快线开通。", "运营一年来", "2024-09-10/2025-09-09"),
        ("2022年至2024年，立案9件。", "三年来", "2022/2024"),
        ("“十四五”期间，立案9件。", "五年来", "2021/2025"),
        ("“十四五”期间，立案9件。", "五年", "2021/2025"),
    ],
)
def test_so_many_years_or_months_are_those_that_were_told(
    told: str, counted: str, period: str
) -> None:
    assert _told(f"{told}{counted}，累计办理5件。".replace("五年，", "五年"))[-1] == (period, True)


@pytest.mark.parametrize("counted", ["三年间，县里累计", "县财政三年共"])
def test_whole_years_since_a_january_are_those_that_are_over(counted: str) -> None:
    text = f"2026年1月14日\n2023年1月，全县组建医共体2个。2025年诊疗5人。{counted}派驻6人。"
    assert str(extract_text(text)[-1].period) == "2023/2025"
    other = text.replace("2023年1月", "2023年5月")
    assert str(extract_text(other)[-1].period) != "2023/2025"


def test_a_year_since_nothing_is_no_time() -> None:
    assert _told("2024年，立案9件。一年来，我们办理5件。")[-1][0] == "2024"


def test_a_count_since_a_beginning_ends_with_its_sentence() -> None:
    text = "今年前8个月，结算9次。6月1日，小程序上线。上线以来，查询5次。医保基金支付8元。"
    assert [period for period, _ in _told(text)][1:] != ["2025-06-01/.."] * 2


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("8月1日，乐园开园，街坊都来。首周接待5人。", "2025-08-01/2025-08-07"),
        (
            "线路从去年8月26日开通运营到今年8月25日，今年8月1日创开通以来新高。开通首日开行5列。",
            "2024-08-26",
        ),
        (
            "7月5日至8月4日，新开通的甲线运送9人；8月1日运送7人。首月运送5人。",
            "2025-07-05/2025-08-04",
        ),
        ("8月16日开渔以来，捕鱼9吨，而开渔首日为5吨。", "2025-08-16"),
        ("2023年1月1日，办法实施，此后三个月内办理5件。", "2023-01/2023-03"),
        ("2023年1月9日，办法实施，此后两周办理5件。", "2023-01-09/2023-01-22"),
        ("2023年1月9日，办法实施，此后三个月办理5件。", "2023-01-09/2023-04-08"),
    ],
)
def test_the_first_week_and_so_long_after_are_counted_from_a_day(told: str, period: str) -> None:
    assert _told(told)[-1] == (period, True)


def test_the_first_day_of_what_began_on_no_known_day_is_open() -> None:
    periods = [period for period, _ in _told("8月中旬捕鱼9吨，而开渔首日为5吨。")]
    assert periods == ["2025-08-11/2025-08-20", ""]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("首月，运送旅客5人。", "2026-09-28/2026-10-27"),
        ("开通当天，上线列车5列。", "2026-09-28"),
        ("10月19日起，上线列车28列。\n首月，运送旅客5人。", "2026-09-28/2026-10-27"),
        ("昨日公布，比开通前多2人。\n开通当天，上线列车5列。", "2026-09-28"),
        ("10月5日运客6人，比开通当天多5人。", "2026-10-05"),
        ("工程2021年动工，当年至2025年完成投资5元。", "2021/2025"),
    ],
)
def test_what_began_is_counted_from_its_first_day(text: str, period: str) -> None:
    told = f"2026年10月30日\n9月28日开通的6号线，到10月27日运营满月。\n{text}"
    assert str(extract_text(told)[-1].period) == period
