"""Two times may be the ends of one, or stand in a list."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

pytestmark = pytest.mark.usefixtures("unweighed")

_GAMES = "本报甲市2025年9月25日电 "


@pytest.mark.parametrize(
    ("months", "period"),
    [("从5月到8月", "2025-05/2025-08"), ("自6月1日到8月31日", "2025-06-01/2025-08-31")],
)
def test_a_stretch_from_a_time_to_another_is_neither_a_base_nor_to_come(
    months: str, period: str
) -> None:
    assert str(extract_text(f"{_GAMES}{months}，5人参加。")[0].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025年7月、8月，接待5人。", "2025-07/2025-08"),
        ("2023年和2024年，接待5人。", "2023/2024"),
        ("2025年6月、8月，接待5人。", "2025-08"),
        ("“十四五”前4年，接待5人。", "2021/2024"),
        (
            "2025年国庆假期（10月1日至8日），接待很多。\n一季度受春节假期带动，接待5人。",
            "2025-01/2025-03",
        ),
    ],
)
def test_months_in_a_row_are_one_time_and_a_holiday_is_none_of_other_months(
    text: str, period: str
) -> None:
    assert str(extract_text(text)[-1].period) == period


def test_both_ends_of_days_to_come_are_of_one_year() -> None:
    text = "2025年5月7日\n端午运输自5月30日起至6月3日止，预计发送640万人次。"
    assert str(extract_text(text)[-1].period) == "2025-05-30/2025-06-03"


def test_the_days_of_a_week_by_its_number_are_the_week() -> None:
    text = "2025年12月8日\n2025年第49周（12月1日至7日），占8.6%。\n检测标本3260份。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-12-01/2025-12-07"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "从7月20日打到8月4日",
        "从7月20日持续至8月4日",
        "从7月20日开始，到8月4日结束",
        "从7月20日首场比赛开哨到8月4日",
    ],
)
def test_a_time_may_be_told_by_what_went_on_in_it(words: str) -> None:
    text = f"2025年8月6日\n总决赛{words}，96支球队参赛。"
    assert str(extract_text(text)[-1].period) == "2025-07-20/2025-08-04"


@pytest.mark.parametrize(
    ("days", "period"),
    [("11月8日和9日", "2025-11-08/2025-11-09"), ("11月8日和10日", "2025-11-10")],
)
def test_days_that_follow_each_other_are_one_time(days: str, period: str) -> None:
    assert str(extract_text(f"2025年11月18日\n{days}，入园5人。")[-1].period) == period


def test_days_of_a_part_that_are_in_two_months_are_one_time() -> None:
    text = "2026年2月23日\n预计发送560万人次，其中2月24日至3月3日日均17万人次。"
    assert str(extract_text(text)[-1].period) == "2026-02-24/2026-03-03"


def test_the_days_of_a_season_of_films_stand_behind_its_name() -> None:
    text = "2025年9月2日\n2025年暑期档（6月1日至8月31日）全国票房119亿元。"
    assert str(extract_text(text)[-1].period) == "2025-06-01/2025-08-31"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年5月、7月先后发布5批。", "2025-05/2025-07"),
        ("今年5月和7月共发布5批。", "2025-05/2025-07"),
        ("今年5月、7月发布5批。", "2025-07"),
    ],
)
def test_what_was_done_in_all_of_several_months_has_the_time_from_first_to_last(
    text: str, period: str
) -> None:
    assert str(extract_text(f"{_GAMES}{text}")[0].period) == period


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("从2026年1月14日至2月22日", "2026-01-14/2026-02-22"),
        ("从2026年3月1日到5月31日", "2026-03-01/2026-05-31"),
        ("2023年11月至次年3月", "2023-11/2024-03"),
        ("2024年11月1日至翌年3月31日", "2024-11-01/2025-03-31"),
    ],
)
def test_the_end_of_a_time_is_of_the_year_of_its_beginning_or_the_next(
    days: str, period: str
) -> None:
    found = extract_text(f"2025年12月28日\n春运{days}。集团预计发送旅客5人。")
    assert str(found[-1].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("预计旺季期间（10月21日至11月18日）处理将达320万件。", "2025-10-21/2025-11-18"),
        ("预计旺季期间（10月25日至11月18日）处理将达320万件。", "2025-10-25/2025-11-18"),
    ],
)
def test_days_that_have_begun_and_are_foreseen_are_of_this_year(text: str, period: str) -> None:
    assert str(extract_text(f"2025年10月22日\n{text}")[0].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025财年上半年（4月至9月），营收312亿元。", "2025-04/2025-09"),
        ("2024—2025学年（2024年9月至2025年7月），供餐5份。", "2024-09/2025-07"),
        ("2024—2025财年（2024年4月至2025年3月），盈余5元。", "2024-04/2025-03"),
        ("上个采暖季（2024年11月至2025年3月），退费5元。", "2024-11/2025-03"),
        ("下学年（2025年9月至2026年7月），计划供餐5份。", "2025-09/2026-07"),
    ],
)
def test_the_months_of_a_season_stand_behind_it(text: str, period: str) -> None:
    assert str(extract_text(f"2025年11月10日\n{text}")[-1].period) == period


def test_a_day_on_which_something_began_is_joined_with_that_up_to_which_it_went_on() -> None:
    text = "2025年9月5日\n驿站7月10日启用至8月底，接待5人。"
    assert str(extract_text(text)[-1].period) == "2025-07-10/2025-08-31"


@pytest.mark.parametrize(
    ("began", "period"),
    [("夏季项目开放，", "2025-06-15/2025-08-25"), ("下了一场雨，", "2025-08-25")],
)
def test_what_opened_on_a_day_is_told_up_to_another(began: str, period: str) -> None:
    text = f"2025年8月28日\n今年6月15日{began}到8月25日，一共接待游客21万人次。"
    assert str(extract_text(text)[0].period) == period
