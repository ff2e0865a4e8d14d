"""Words for times, and the period that each means when it is said at a moment."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.time_expressions import one_by_one, time_expressions
from statsite.periods import Moment, parse_period

NOW = Moment(2025, 7, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年", "2024"),
        ("2024年底", "2024-12-31"),
        ("今年上半年", "2025-01/2025-06"),
        ("今明两年", "2025/2026"),
        ("2024年6月", "2024-06"),
        ("整个5月", "2025-05"),
        ("昨天", "2025-07-15"),
        ("上周日", "2025-07-13"),
        ("“十四五”期间", "2021/2025"),
        ("“十三五”收官那年", "2020"),
        ("“十三五”末年", "2020"),
        ("“十四五”开局之年", "2021"),
        ("“十四五”规划的第三年", "2023"),
        ("“十三五”那五年", "2016/2020"),
        ("“十三五”末", "2020"),
        ("民国二十三年", "1934"),
        ("民国元年3月", "1912-03"),
        ("榨季(2022/2023年)", "2022/2023"),
        ("2020年至2024年", "2020/2024"),
        ("2024年1—12月", "2024"),
        ("2025年首月", "2025-01"),
        ("2024年秋季", "2024-09/2024-11"),
        ("2020—2021流行季", "2020/2021"),
        ("2024年冬季", "2024-12/2025-02"),
        ("2015年冬天", "2015-12/2016-02"),
        ("2023年夏天", "2023-06/2023-08"),
        ("今年夏天", "2025"),
        ("今冬明春", "2025/2026"),
        ("今年国庆前三天", "2025-10-01/2025-10-03"),
        ("今年国庆假期后两天", "2025-10-07/2025-10-08"),
        ("今年国庆假期首日", "2025-10-01"),
        ("前一天", "2025-07-15"),
        ("本月上旬", "2025-07-01/2025-07-10"),
        ("上月下旬", "2025-06-21/2025-06-30"),
        ("本月前25天", "2025-07-01/2025-07-25"),
        ("本月5日", "2025-07-05"),
        ("上个月12日至15日", "2025-06-12/2025-06-15"),
        ("当月3日", "2025-07-03"),
        ("全年目标为", "2025"),
        ("3月前20天", "2025-03-01/2025-03-20"),
        ("上季度", "2025-04/2025-06"),
        ("年初至今", "2025/.."),
        ("开年以来", "2025/.."),
        ("3月3日元宵节", "2025-03-03"),
        ("2024年“双十一”那天", "2024-11-11"),
        ("今年元旦以来", "2025-01-01/.."),
        ("2024/2025年榨季", "2024/2025"),
        ("2024年11月至今年2月", "2024-11/2025-02"),
    ],
)
def test_what_is_meant_on_a_day_in_july(text: str, period: str) -> None:
    found = list(time_expressions(text))
    assert str(found[0].period(NOW)) == period or (
        len(found) == 2 and f"{found[0].period(NOW)}/{found[1].period(NOW)}" == period
    )


@pytest.mark.parametrize(
    "text",
    [
        "2024张床位",
        "第三年级",
        "每年",
        "每周五、周六",
        "在周五、周六",
        "周五周六",
        "三日:",
        "平台上月嫂",
    ],
)
def test_a_number_is_no_time(text: str) -> None:
    assert [one.period(NOW) for one in time_expressions(text) if one.period(NOW)] == []


@pytest.mark.parametrize("holiday", ["元旦", "清明", "五一", "端午", "国庆"])
def test_every_holiday_has_days_around_it_and_a_first_one(holiday: str) -> None:
    (around,) = time_expressions(f"{holiday}前后，")
    (first,) = time_expressions(f"{holiday}首日，")
    assert (around.is_vague, first.parts["event"]) == (True, f"{holiday}首日")


def test_a_time_knows_its_place_and_its_parts() -> None:
    (found,) = time_expressions("到2030年6月，")
    assert (found.month, found.names_its_year) == (6, True)


def test_years_are_gone_through_one_by_one() -> None:
    first, last = parse_period("2021"), parse_period("2023")
    assert first is not None
    assert last is not None
    assert [str(one) for one in one_by_one(first, last)] == ["2021", "2022", "2023"]


@pytest.mark.parametrize("hour", ["深夜", "午后", "拂晓"])
def test_hours_belong_to_their_day(hour: str) -> None:
    text = f"2025年8月11日\n9日{hour}至10日凌晨，转移187户。"
    assert str(extract_text(text)[-1].period) == "2025-08-09/2025-08-10"


def test_a_plan_a_day_is_no_first_day_of_a_month() -> None:
    text = "2025年5月7日\n5月6日，铁路实行“一日一图”，开行列车1126列。"
    assert str(extract_text(text)[-1].period) == "2025-05-06"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("国庆假期首日", "2025-10-01"),
        ("“五一”假期第三天", "2025-05-03"),
        ("国庆中秋假期", "2025-10-01/2025-10-08"),
    ],
)
def test_a_day_of_a_holiday(words: str, period: str) -> None:
    assert str(extract_text(f"2025年10月9日\n{words}，发送9万人次。")[-1].period) == period


def test_a_report_up_to_today_is_dated_and_tells_of_no_time_since() -> None:
    text = "甲网2025年9月18日讯 截至今天上午8时，转移5人。"
    assert str(extract_text(text)[-1].period) == "2025-09-18"


def test_what_is_early_or_late_by_days_is_no_part_of_a_day() -> None:
    text = "2025年4月19日\n17日开江，比去年早4天，比上年晚两周；18日早8时来了5人。"
    periods = [str(one.period) for one in extract_text(text)]
    assert periods == ["2025-04-17", "2025-04-17", "2025-04-18"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年起诉5人。", "2025"),
        ("去年起收治5人。", "2025/.."),
        ("2024—2025调水年度，调水5吨。", "2024/2025"),
        ("献血者（三年内捐过5次）很多。", "None"),
        ("年内新建5所。", "2026"),
    ],
)
def test_words_behind_a_year(text: str, period: str) -> None:
    assert str(extract_text(f"2026年6月6日\n{text}")[-1].period) == period


def test_the_end_of_the_month_is_its_last_day() -> None:
    text = "2025年12月3日\n11月，21种价格下降。今年秋季很冷。生姜走高，月末每公斤9.4元。"
    assert str(extract_text(text)[-1].period) == "2025-11-30"


def test_a_time_does_not_go_on_into_the_next_passage() -> None:
    text = "2025年12月12日入冬以来，"
    together, apart = time_expressions(text), time_expressions(text, (0, 11))
    assert [text[one.start : one.end] for one in together] == ["2025年12月12日入冬以来"]
    assert [text[one.start : one.end] for one in apart] == ["2025年12月12日", "入冬以来"]
    told = extract_text("水鸟增多\n2025年12月12日\n今年以来，监测到5只。")
    assert str(told[0].period) == "2025/.."


@pytest.mark.parametrize("before", ["赛前", "开学前", "高考前", "手术前"])
def test_months_before_something_are_not_the_first_of_a_year(before: str) -> None:
    text = f"2025年6月16日\n{before}两个月，报名1900人。"
    assert extract_text(text)[-1].period is None


def test_the_past_before_a_season_names_no_season() -> None:
    text = "2025年8月28日\n过去春天要走300人，去春走了80人。"
    assert [str(one.period) for one in extract_text(text)] == ["None", "2024-03/2024-05"]
