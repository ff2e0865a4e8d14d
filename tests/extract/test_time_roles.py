"""A time that only names something, or tells since when it is, is none of a figure's."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2022年曾报告3颗同类恒星。作者来自5家机构。", ["2022", "None"]),
        ("去年9月开工，投资3亿元。", ["None"]),
    ],
)
def test_what_was_once_so_holds_in_its_own_sentence(text: str, periods: list[str]) -> None:
    found = extract_text(f"本报2025年11月7日电　{text}")
    assert [str(one.period) for one in found] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("本报甲市2025年11月20日本版讯 全年接待4人。\n2024年5月20日本市接待5人。", "2024-05-20"),
        ("机构预计，2025/2026年度产量5吨。", "2025/2026"),
        ("2024—2025演出季演出5场。", "2024/2025"),
        ("自2004年实施以来，截至2025年9月30日，累计召回5次。", "2004-01-01/2025-09-30"),
        ("2022年10月开号，头一个月涨粉5个。", "2022-10"),
        ("3月14日，母兽产下2025年第一胎，幼仔重5克。", "2025-03-14"),
    ],
)
def test_times_that_words_beside_them_had_hidden(text: str, period: str) -> None:
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    "text",
    [
        "2001年，他上了岛。\n他修路那年，捐了5元。",
        "2001年，他上了岛。\n第二年，捐了5元。",
        "本报甲市2025年11月14日电 10月，进口4吨。本周成交5吨。",
        "本报甲市2025年11月14日电 5月29日启程的探测器距地球5公里。",
        "本报甲市2025年11月14日电 上市压力预计持续到12月中旬，上方5元有卖盘。",
    ],
)
def test_times_of_other_things_are_none_of_a_figure(text: str) -> None:
    assert extract_text(text)[-1].period is None


def test_the_size_of_works_is_of_no_time_at_which_they_begin() -> None:
    told = extract_text("2025年9月30日\n二期已于今年6月开工，全长14.7公里，总投资5亿元。")
    assert [one.period for one in told] == [None, None]


def test_the_day_on_which_a_weekly_report_came_out_is_none_of_its_figures() -> None:
    text = "2025年11月27日\n中心昨日发布的监测周报显示，11月17日至23日，占比7%。当周报告5起。"
    assert {str(one.period) for one in extract_text(text)} == {"2025-11-17/2025-11-23"}


@pytest.mark.parametrize("contest", ["全省田径锦标赛", "江城马拉松", "冬季运动会"])
def test_the_year_in_the_name_of_a_contest_is_not_that_of_its_figures(contest: str) -> None:
    text = f"2025年10月20日\n10月16日至19日，2025年{contest}在乙市举行。来自13个市的人参加。"
    assert str(extract_text(text)[0].period) == "2025-10-16/2025-10-19"


def test_what_somebody_reached_before_is_only_compared_with() -> None:
    text = "2025年10月20日\n16日，他跑出39.5秒，比他今年4月跑出的40.1秒快了0.6秒。"
    assert [str(one.period) for one in extract_text(text)] == [
        "2025-10-16",
        "2025-04",
        "2025-10-16",
    ]


def test_a_day_up_to_which_is_told_holds_behind_a_semicolon() -> None:
    text = "2025年8月11日电 8月9日，某村发生滑坡。\n指挥部11日18时召开新闻发布会。据通报，截至当日17时，14人受伤；损毁民房41间。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-08-11", "2025-08-11"]


def test_what_there_was_at_first_is_of_the_year_of_a_founding() -> None:
    text = "2025年11月3日\n比赛创办于2015年，首届参赛人数只有3000人。"
    assert str(extract_text(text)[-1].period) == "2015"


def test_a_day_told_apart_ends_behind_a_semicolon() -> None:
    text = "2025年5月7日\n4月29日至5月6日，日均开车9列，5月1日当天达到12列；累计加开643列。"
    assert [str(one.period) for one in extract_text(text)][1:] == [
        "2025-05-01",
        "2025-04-29/2025-05-06",
    ]


def test_the_year_of_what_begins_today_is_part_of_its_name() -> None:
    text = "2025年6月7日\n今天，2025年全国高考拉开帷幕。全省共有36.8万名考生。"
    assert str(extract_text(text)[-1].period) == "2025-06-07"


def test_a_season_is_told_of_behind_a_day() -> None:
    text = "2025年6月7日\n今天，2024/2025赛季联赛落幕，28场比赛赢下25场。"
    assert str(extract_text(text)[-1].period) == "2024/2025"


@pytest.mark.parametrize(
    "told",
    [
        "昨晚组委会召开总结会，公布：",
        "镇政府5日晚间发布的统计显示，",
        "5月5日，镇政府发布统计，",
    ],
)
def test_a_day_on_which_figures_were_made_known_is_not_theirs(told: str) -> None:
    text = f"2025年5月6日\n今年4月，镇上办节，{told}来了5人。"
    assert str(extract_text(text)[-1].period) == "2025-04"


def test_a_year_whose_plan_was_done_in_part_holds_for_the_plan() -> None:
    text = "2026年4月9日\n一季度，招聘教师412名，完成全年招聘计划1260名的近三分之一。"
    told = [(str(one.period), one.status) for one in extract_text(text)[1:]]
    assert told == [("2026", "plan"), ("2026-01/2026-03", "observed")]


def test_the_season_of_a_contest_behind_its_day_is_its_name() -> None:
    text = "2026年5月19日\n5月17日晚，2025—2026赛季职业联赛总决赛进行，来了8人。"
    assert str(extract_text(text)[-1].period) == "2026-05-17"


def test_a_day_may_be_named_with_what_was_lowest_on_it() -> None:
    text = "2025年5月6日\n月初，热卷每吨3360元，比月内最低点4月9日的3210元回升150元。"
    told = {one.printed: str(one.period) for one in extract_text(text)}
    assert (told["3210元"], told["150元"]) == ("2025-04-09", told["3360元"])


def test_when_something_opened_dates_no_figure_of_it() -> None:
    text = "2025年11月12日\n这家去年5月开张的食堂很忙。\n江东区有老人14.8万人。"
    assert str(extract_text(text)[-1].period) == "None"


def test_until_when_something_suffices_is_told_for_its_clause() -> None:
    text = "2026年1月15日\n饲料可满足牲畜食用至4月底；青贮饲料占三成。"
    assert str(extract_text(text)[-1].period) == "None"


def test_what_is_aimed_at_in_a_part_is_told_in_its_clause() -> None:
    text = (
        "2025年9月2日\n到2027年，甲市计划再建学校46所，其中明年开工17所，入园率提高到65%。\n"
        "去年建成9所，其中四季度3所，提高到5%。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2027", "2026", "2027", "2024", "2024-10/2024-12", "2024-10/2024-12"]


def test_what_comes_back_to_a_share_of_a_year_is_not_of_that_year() -> None:
    text = "2025年9月4日\n预计今年票房将超过26亿元，恢复到2019年的九成左右。"
    told = [(str(one.period), one.status) for one in extract_text(text)]
    assert told == [("2025", "estimate")] * 2


def test_a_week_of_a_month_is_of_the_month() -> None:
    text = "2026年1月16日\n2025年11月10日至16日，占比超过5%；12月第三周达到峰值14%。"
    assert [str(one.period) for one in extract_text(text)][-1] == "2025-12"


def test_a_day_on_which_figures_came_out_is_not_theirs() -> None:
    text = "本报2025年4月2日讯\n一季度数据昨日发布。货船进出港39.6万艘次。"
    assert str(extract_text(text)[0].period) == "2025-01/2025-03"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("从今年的客源看，外省游客占5%", "2025"),
        ("从去年的用电结构来看，工业用电占5%", "2024"),
        ("从2024年的监测数据分析，近视率为5%", "2024"),
    ],
)
def test_what_is_seen_from_a_time_is_of_it(told: str, period: str) -> None:
    text = f"本报甲市2025年10月25日电 10月1日至8日，接待游客9人。{told}。"
    assert str(extract_text(text)[1].period) == period


@pytest.mark.parametrize(
    ("told", "periods"),
    [
        (
            "2026年计划新建5座，其中2座有望在6月底前投用；再添车8辆",
            ["2026", "../2026-06-30", "2026"],
        ),
        ("明年计划培训9人，其中3人5月结业，新设站点7个", ["2026", "2026-05", "2026"]),
        ("今年种树9棵，其中3棵4月枯死；补种7棵", ["2025", "2025", "2025"]),
    ],
)
def test_the_time_of_some_of_them_holds_for_these_only(told: str, periods: list[str]) -> None:
    found = extract_text(f"2025年10月20日\n{told}。")
    assert [str(one.period) for one in found] == periods


@pytest.mark.parametrize("first", ["第1000列", "首列", "第五十万辆", "首次"])
def test_a_year_is_not_told_of_with_its_first_of_a_kind(first: str) -> None:
    text = f"2025年11月3日\n11月2日，今年{first}班列驶出，比去年提前41天。"
    assert str(extract_text(text)[-1].period) == "2025-11-02"


def test_how_old_somebody_is_this_year_dates_nothing_else() -> None:
    text = "2026年2月10日\n护士小谭今年26岁，每月上夜班8个。"
    assert extract_text(text)[-1].period is None


@pytest.mark.parametrize(
    ("told", "period"),
    [("2021年第二次体检，测得鱼11种。", "2021"), ("该县2021年第二次体检，测得鱼11种。", "2018")],
)
def test_a_sentence_that_begins_with_a_year_is_of_what_was_done_again_in_it(
    told: str, period: str
) -> None:
    text = f"2025年8月20日\n2018年，关停养殖场5家。{told}"
    assert str(extract_text(text)[-1].period) == period


def test_what_went_on_since_a_month_ends_with_its_clause() -> None:
    text = "2025年12月8日\n11月，均价11元，自8月以来连跌4个月；每头亏损130元。"
    assert str(extract_text(text)[-1].period) == "2025-11"
