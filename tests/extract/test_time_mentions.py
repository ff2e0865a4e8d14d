"""Times that are named by what was told before: a report's, 当时."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

pytestmark = pytest.mark.usefixtures("unweighed")


@pytest.mark.parametrize(
    ("title", "text", "periods"),
    [
        ("2024年年度报告", "报告期末，员工5人。", ["2024-12-31"]),
        ("2024年年度报告", "报告期内，收入5亿元。一季度收入1亿元。", ["2024", "2024-01/2024-03"]),
        ("2025年半年度报告", "报告期内，收入5亿元。", ["2025-01/2025-06"]),
        ("2025年半年度报告", "报告期末，员工5人。", ["2025-06-30"]),
        ("2024年新闻选登", "报告期末，员工5人。", ["2024"]),
        (
            "2024年年度报告",
            "截至2024年末，员工5人。\n绿色信贷。贷款余额4亿元，增长3%。",
            ["2024-12-31"] * 3,
        ),
        (
            "2024年年度报告",
            "分配预案：以2024年末总股本8亿股为基数，每10股派发2元。",
            ["2024-12-31", "2024"],
        ),
    ],
)
def test_a_report_tells_of_its_period_and_of_the_last_day_of_it(
    title: str, text: str, periods: list[str | None]
) -> None:
    told = extract_text(f"某公司{title}\n（2025年9月28日）\n一、概况\n{text}\n")
    assert [one.period and str(one.period) for one in told][-len(periods) :] == periods


@pytest.mark.parametrize(
    ("paragraphs", "period"),
    [
        (["2025年运动会闭幕，规模比2021年的720人扩大。", "当时的风速为每秒1.4米。"], "2021"),
        (
            [
                "2025年运动会闭幕，规模比2021年的720人扩大。",
                "观众9000人。",
                "当时的风速为每秒1.4米。",
            ],
            "2025",
        ),
    ],
)
def test_then_means_no_year_that_was_named_passages_before(
    paragraphs: list[str], period: str
) -> None:
    assert str(extract_text("\n\n".join(paragraphs))[-1].period) == period


def test_then_is_the_day_that_is_told_of_where_only_a_record_is_older() -> None:
    text = "2025年10月20日\n16日，他将2014年创造的10.2秒的纪录提高了0.1秒，当时风速为每秒1.3米。"
    assert str(extract_text(text)[-1].period) == "2025-10-16"


def test_what_is_so_in_most_years_is_compared_with() -> None:
    text = "2025年8月22日\n8月19日至21日，雨量214.7毫米，为常年8月雨量的1.2倍。"
    assert str(extract_text(text)[-1].period) == "2025-08-19/2025-08-21"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("，提出三年投资960亿元", "2026/2028"),
        ("，计划3年投入960亿元", "2026/2028"),
        ("，本期共建设960公里", "2026/2028"),
        ("，三年来投入960亿元", "None"),
    ],
)
def test_what_a_plan_wants_is_of_the_years_in_its_title(words: str, period: str) -> None:
    told = extract_text(f"2025年12月11日\n昨天，省里印发《行动方案（2026—2028年）》{words}。")[0]
    assert str(told.period) == period


@pytest.mark.parametrize("report", ["半年报", "半年度报告", "中报"])
def test_a_report_on_half_a_year_is_of_its_months(report: str) -> None:
    text = f"甲公司2025年{report}：营收42.6亿元\n2025年8月22日\n报告期内，营收42.6亿元。"
    assert {str(one.period) for one in extract_text(text)} == {"2025-01/2025-06"}


def test_a_report_on_a_year_is_of_all_of_it() -> None:
    text = "甲公司2025年年报：营收42.6亿元\n2026年3月22日\n报告期内，营收42.6亿元。"
    assert {str(one.period) for one in extract_text(text)} == {"2025"}


@pytest.mark.parametrize(("year", "period"), [("2026", "2026"), ("2025", "2025-11-09")])
def test_an_event_to_come_is_of_the_year_in_its_name(year: str, period: str) -> None:
    text = f"2025年11月10日\n昨天，3万人参赛。{year}栖河马拉松的规模为3.5万人。"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(("count", "period"), [("三年", "2025/2027"), ("五年", "None")])
def test_so_many_years_may_be_those_of_the_plan_in_the_title(count: str, period: str) -> None:
    text = f"关于印发《托育行动方案（2025—2027年）》的通知\n2025年3月10日\n（一）扩大供给。{count}新增托位3万个。"
    assert str(extract_text(text)[-1].period) == period


def test_the_years_of_a_white_paper_are_counted_too() -> None:
    text = "2025年5月30日\n昨天，法院发布《白皮书（2022—2024）》。三年来，起诉1742人。全市有9人。"
    assert str(extract_text(text)[0].period) == "2022/2024"


@pytest.mark.parametrize(
    ("report", "period"),
    [("年度报告", "2025"), ("半年度报告", "2025-01/2025-06"), ("计划", "2026-03-26")],
)
def test_a_report_that_was_made_known_is_on_its_year(report: str, period: str) -> None:
    text = f"2026年3月27日\n3月26日，公司发布2025年{report}。报告期内，营收5亿元。"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("report", "period"),
    [
        ("公布2025年工作报告", "2025"),
        ("公布2024至2025年度工作报告", "2024/2025"),
        ("发布《2025年全市事业发展统计公报》", "2025"),
        ("发布数据", "None"),
    ],
)
def test_a_report_that_came_out_on_a_day_is_on_its_own_year(report: str, period: str) -> None:
    text = f"2026年1月23日\n市医保局22日{report}。报告显示，总开支1042亿元。"
    assert str(extract_text(text)[-1].period) == period


def test_a_day_of_every_week_is_no_day_of_the_last_one() -> None:
    text = "2025年12月12日\n11月7日起，该馆逢周五延时开放，夜场迎来3200人次。"
    assert str(extract_text(text)[-1].period) == "2025-11-07/.."


def test_the_years_of_a_plan_are_counted_with_their_span() -> None:
    text = "2026年2月5日\n《行动方案（2026—2028年）》印发。\n三年间，全省将新建机构130所。"
    assert str(extract_text(text)[-1].period) == "2026/2028"


@pytest.mark.parametrize("told", ["节后25天", "3个多月来"])
def test_days_that_are_counted_from_none_that_is_named_are_no_time(told: str) -> None:
    text = f"2026年3月14日\n2月2日至3月13日，发送5人。{told}，发送6人。"
    assert [str(one.period) for one in extract_text(text)][-1] == "None"


def test_a_report_on_quarters_is_on_the_first_time_that_is_told_of() -> None:
    text = (
        "2025年10月30日\n银行发布三季报：前三季度，收入186亿元。\n7月，派发23亿元。"
        "\n截至报告期末，员工5人。"
    )
    assert [str(one.period) for one in extract_text(text)][1:] == ["2025-07", "2025-09-30"]


def test_a_class_of_a_year_is_of_that_year_for_its_sentence() -> None:
    text = (
        "2025年12月18日\n该校2025届共有毕业生9426人，升学率39%，2020届为31.5%；深造286人。"
        "\n2026届毕业生预计9800人。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2025", "2025", "2020", "2025", "None"]


@pytest.mark.parametrize(("day", "period"), [("2026年1月23日", "2025"), ("2025年7月9日", "None")])
def test_the_past_year_is_one_that_has_just_ended(day: str, period: str) -> None:
    assert str(extract_text(f"{day}\n过去一年，新建公办幼儿园4所。")[-1].period) == period


@pytest.mark.parametrize(
    ("term", "is_marked"), [("秋季学期", True), ("春季学期", True), ("", False)]
)
def test_the_year_of_a_term_of_school_is_marked(term: str, *, is_marked: bool) -> None:
    found = extract_text(f"2025年7月9日\n2023年{term}，开课5节。")
    assert (str(found[0].period), "period" in found[0].unsure) == ("2023", is_marked)


@pytest.mark.parametrize(("month", "is_marked"), [("7", False), ("11", True)])
def test_this_school_year_is_marked_where_the_one_named_is_over(
    month: str, *, is_marked: bool
) -> None:
    text = f"2025年{month}月9日\n2024—2025学年，开课5节。去年，招生8人。本学年，开课9节。"
    found = extract_text(text)[-1]
    assert (str(found.period), "period" in found.unsure) == ("2024/2025", is_marked)


def test_what_began_on_a_day_is_told_up_to_the_day_right_behind_it() -> None:
    text = "2025年11月23日\n疫苗接种自9月15日启动，截至11月20日已接种5人。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-09-15/2025-11-20"]


@pytest.mark.parametrize(
    ("before", "then", "period"),
    [
        ("2025年12月，利率降至4.2%", "一年前为5.1%", "2024-12"),
        ("2025年四季度，利率降至4.2%", "两年前为5.1%", "2023-10/2023-12"),
    ],
)
def test_so_long_before_is_the_same_part_of_another_year(
    before: str, then: str, period: str
) -> None:
    assert str(extract_text(f"2026年1月20日\n{before}，{then}。")[-1].period) == period


def test_the_same_part_of_what_goes_on_is_marked() -> None:
    told = extract_text("2025年10月21日\n10月以来，外运鲜薯36吨，去年同期为29吨。")
    assert "period" in told[-1].unsure


@pytest.mark.parametrize(
    ("day", "told", "period"),
    [
        ("2026年2月3日", "今冬种植蔬菜5亩。", "2025-12/2026-02"),
        ("2025年11月3日", "今冬种植蔬菜5亩。", "2025-12/2026-02"),
        ("2025年11月3日", "供暖季将至。今冬供热5平方米。", "2025/2026"),
        ("2026年2月3日", "采暖季过半。今冬供热5平方米。", "2025/2026"),
        ("2025年11月20日", "今冬冷得早。11月8日至10日，降温5℃。", "2025-11-08/2025-11-10"),
        ("2026年1月19日", "1月17日降雪，清雪3毫米。去冬同期清雪2毫米。", "None"),
        ("2025年5月7日", '去年"五一"假期，通宵运营9座。', "2024-05-01/2024-05-05"),
        ("2025年9月5日", "今夏，全省投运储能电站28座。", "2025-06/2025-08"),
        ("2025年9月5日", "去年夏天，全省投运储能电站28座。", "2024"),
        ("2025年9月5日", "7月30日雷暴，停电3户。入夏前，投产工程53项。", "None"),
        ("2026年1月15日", "预计一季度起火3起。全年计划为5户安装报警器。", "2026"),
    ],
)
def test_this_winter_and_what_is_planned_for_all_of_a_year(
    day: str, told: str, period: str
) -> None:
    assert str(extract_text(f"{day}\n{told}")[-1].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("供暖期为11月1日至次年3月31日，共151天。", "None"),
        ("2024年供暖期为11月1日至次年3月31日，用煤5吨。", "2024-11-01/2025-03-31"),
    ],
)
def test_days_up_to_the_next_year_come_every_year(text: str, period: str) -> None:
    assert str(extract_text(f"2025年10月20日\n{text}")[-1].period) == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("上周，热线接到5个电话。", ["2025-10-13/2025-10-19"]),
        ("本周均价5元，上周为6元；库存7吨。", ["None", "2025-10-13/2025-10-19", "None"]),
        ("蔬菜均价5元，较上周上涨3%。", ["None", "None"]),
        ("上周末，接待5人。", ["None"]),
    ],
)
def test_the_week_before_has_its_days(text: str, periods: list[str]) -> None:
    told = extract_text(f"2025年10月22日\n{text}")
    assert [str(one.period) for one in told] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026—27财政年度，预计全年收入5元。", "2026/2027"),
        ("2026—27课税年度，免税额由5元调高至6元。", "2026/2027"),
        ("去年增长3%，第四季增长4%。", "2025-10/2025-12"),
        ("节目第四季来了5人。", "None"),
    ],
)
def test_a_fiscal_year_is_told_of_as_a_whole(text: str, period: str) -> None:
    assert str(extract_text(f"2026年2月26日\n{text}")[-1].period) == period


def test_years_that_a_report_is_on_are_what_its_next_paragraph_is_about() -> None:
    text = (
        "2026年3月12日\n法院发布《白皮书（2023—2025年）》。三年来，受理案件9件。"
        "其中，2023年4件，2024年3件，2025年2件。\n从类型看，借款纠纷占56%。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2023/2025", "2023", "2024", "2025", "2023/2025"]


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (("1月9日", "1月10日", "1月11日"), "2026-01-09/2026-01-11"),
        (("1月9日", "1月10日", "1月10日"), "2026-01-10"),
    ],
)
def test_what_sums_up_a_story_is_of_all_its_days(days: tuple[str, ...], period: str) -> None:
    story = "".join(f"{day}，除雪车5台上路。" for day in days)
    text = f"2026年1月14日\n雪下得大。{story}这次除雪共出动6人。"
    assert str(extract_text(text)[-1].period) == period


def test_a_festival_by_its_day_of_the_moon_is_no_month() -> None:
    text = "三月三赶歌圩\n《乙报》2026年4月22日 第4版\n4月19日，来了5人。"
    assert [str(one.period) for one in extract_text(text)] == ["2026-04-19"]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("28年里，从这里出师的有52人", "1997/2025"),
        ("28年间，从这里出师的有52人", "1997/2025"),
        ("27年里，从这里出师的有52人", "None"),  # no year is named from which they are counted
    ],
)
def test_so_many_years_up_to_now_are_counted_from_one_that_was_named(
    told: str, period: str
) -> None:
    text = f"2025年5月8日\n1997年秋天，木匠罗永来到县里。他不爱说话。{told}。"
    found = extract_text(text)[-1]
    assert (str(found.period), "period" in found.unsure) == (period, period != "None")


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("上月，1998届毕业生许广回校，捐书800册", "2025-04"),
        ("上月的调查显示，平均月薪比2019届的5100元高出一成", "2019"),
    ],
)
def test_the_class_of_somebody_is_no_time_of_what_is_told_of_a_month(
    told: str, period: str
) -> None:
    assert str(extract_text(f"2025年5月8日\n{told}。")[0].period) == period


@pytest.mark.parametrize(
    ("told", "told_of"),
    [
        ("全年计划新修村道90公里。", ("2025", "plan")),
        ("全年计划危房改造90户。", ("2025", "plan")),
        ("全年预算安排90万元。", ("2025", "plan")),
        ("完成全年计划的90%。", ("2025-01/2025-04", "observed")),
    ],
)
def test_what_is_planned_for_all_of_a_year_is_of_the_year(
    told: str, told_of: tuple[str, str]
) -> None:
    found = extract_text(f"2025年5月8日\n今年1—4月，修路40公里。{told}")[-1]
    assert (str(found.period), found.status) == told_of


def test_years_up_to_now_go_on_in_the_sentences_behind_them() -> None:
    text = "2025年5月8日\n1997年秋天，罗永来了。\n28年间，他带出52人。徒弟里有9人开了店。"
    assert [str(one.period) for one in extract_text(text)] == ["1997/2025"] * 2


@pytest.mark.parametrize(
    ("sentence", "period"),
    [("事故发生后，出动车辆9台", "2025-03-02"), ("风停后，出动车辆9台", "2025-01/2025-02")],
)
def test_a_sentence_comes_back_to_the_day_on_which_something_happened(
    sentence: str, period: str
) -> None:
    text = (
        "2025年5月8日\n3月2日9时，一家仓库起火，4人受伤。\n"
        f"仓库2019年启用，今年前2个月存货80吨。\n{sentence}。"
    )
    assert str(extract_text(text)[-1].period) == period


def test_the_first_month_is_that_in_which_something_was_set_up() -> None:
    text = (
        "2025年10月8日\n2025年9月30日，商场开业，来了5万人。\n"
        "今年8月，街道设立调解室，首月调解57件。"
    )
    assert str(extract_text(text)[-1].period) == "2025-08"


def test_the_same_part_of_last_year_is_that_of_the_report_behind_what_is_new_this_year() -> None:
    text = (
        "2025年10月24日\n今年前三季度，港口吞吐量9万吨。\n今年新开航线6条。\n"
        "货车停留由去年同期的48分钟压缩到33分钟。"
    )
    assert str(extract_text(text)[2].period) == "2024-01/2024-09"


@pytest.mark.parametrize(
    ("before", "period"),
    [("比他去年的成绩快了", "2025-04-19"), ("他去年的成绩是", "2024")],
)
def test_what_is_better_than_that_of_another_time_is_of_this_one(before: str, period: str) -> None:
    text = f"2025年4月19日\n今天，周海跑完全程，{before}9分钟。"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("took", "period"), [("历时29个月，", "2023-10/2026-02"), ("工期29个月，", "None")]
)
def test_works_are_of_the_months_that_they_took(took: str, period: str) -> None:
    text = f"2026年3月27日\n大坝2023年10月开工，{took}浇筑混凝土8.6万立方米。"
    assert str(extract_text(text)[-1].period) == period
