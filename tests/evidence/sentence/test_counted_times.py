"""Words before a figure that count its time from another one."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.counted_times import counted_time
from statsite.periods import Moment, parse_period

NOW = Moment(2025, 3, 18)


@pytest.mark.parametrize(
    ("told", "before", "words", "period"),
    [
        ("2025-02", "旧台账上，五年前的2月，食堂只有", "五年前的2月", "2020-02"),
        ("2014", "食堂有30家;隔了九年，再数一遍，食堂剩", "隔了九年", "2023"),
        ("2014", "相隔3年，食堂只剩", "相隔3年", "2017"),
        (
            "2022-10-08",
            "总店国庆开业，满一周年那天，食堂有",
            "满一周年那天",
            "2023-10-08",
        ),
        ("2021-05", "项目启动，三周年之际，食堂有", "三周年之际", "2024-05"),
        ("2021-05", "项目启动，满三年时，食堂有", "满三年时", "2024-05"),
        ("2022-12-28", "开通后第一个完整的月份，食堂有", "第一个完整的月份", "2023-01"),
        ("2019-05/2021-09", "头一个完整年度，食堂有", "头一个完整年度", "2022"),
        ("2022-11", "首个完整季度，食堂有", "首个完整季度", "2023-01/2023-03"),
        ("2018-09", "电站并网，翌年建食堂", "翌年", "2019"),
        ("2023/2024", "开30家，上一季开食堂", "上一季", "2022/2023"),
        ("2023/2024", "上个榨季开食堂", "上个榨季", "2022/2023"),
        ("2001", "停航前一年，食堂有", "停航前一年", "2000"),
        ("2025-01/2025-03", "再往前一个季度，食堂有", "再往前一个季度", "2024-10/2024-12"),
        ("2025-01", "再上一个月，食堂有", "再上一个月", "2024-12"),
        ("2024-03/2024-05", "同样这三个月，前年开食堂", "同样这三个月，前年", "2023-03/2023-05"),
        ("2020", "落成当年开3家，第三年，食堂有", "第三年", "2022"),
        ("2015/..", "头一年修3家，第四年，食堂有", "第四年", "2018"),
        ("2018", "搬迁后第一年，食堂有", "搬迁后第一年", "2019"),
        ("2025", "刚过去的冬天开30家，上一个冬天开", "上一个冬天", "2023-11/2024-03"),
    ],
)
def test_a_time_is_counted_from_the_one_told_before(
    told: str, before: str, words: str, period: str
) -> None:
    counted = counted_time(before, lambda _place: parse_period(told), NOW)
    assert counted is not None
    assert (counted.words, str(counted.period)) == (words, period)
    assert before[: counted.end].endswith(words)


@pytest.mark.parametrize(
    ("told", "before"),
    [
        ("2022", "2022年，时隔七年再数，食堂有"),
        ("2024-10-01", "10月1日，新中国成立，七十五周年之际，食堂有"),
        ("2025-02", "食堂比五年前的2月多"),
        ("2024-01-01", "第一个完整的月份，食堂有"),
        ("2024-01-05", "第一个完整年度，食堂有"),
        ("2024", "第一个完整季度，食堂有"),
        ("2012/..", "翌年建食堂"),
        ("2024", "上一季开食堂"),
        ("2024", "冬天多雪，上一个冬天开食堂"),
        ("2020", "项目做到第三年，食堂有"),
        ("2025", "再往前一个季度，食堂有"),
        ("2018", "翌年扩建，2024年食堂有"),
    ],
)
def test_none_is_counted_from_what_does_not_tell_it(told: str, before: str) -> None:
    assert counted_time(before, lambda _place: parse_period(told), NOW) is None
