"""Each figure has the time that is its own."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至2024年末，有床位5张", "2024-12-31"),
        ("截至2025年6月底，有床位5张", "2025-06-30"),
        ("截至2024年12月3日，有床位5张", "2024-12-03"),
        ("2025年1—9月，收治5人", "2025-01/2025-09"),
        ("2024年前三季度收治5人", "2024-01/2024-09"),
        ("2021年至2024年收治5人", "2021/2024"),
        ("2023—2024学年招收5人", "2023/2024"),
        ("自2012年以来收治5人", "2012/.."),
        ("2018年5月起收治5人", "2018-05/.."),
        ("到2030年，床位达到5张", "2030"),
        ("2025年底前建成5个", "../2025-12-31"),
        ("二〇二四年收治5人", "2024"),
        ("2024年收治比2020年增加5人", "2024"),
        ("2024年的人数是2020年的5倍", "2024"),
        ("2024年，与2010年相比，增加5人", "2024"),
        ("2023年情况如下。全年收治5人", "2023"),
        ("2023年情况如下。年末有床位5张", "2023-12-31"),
        ("2024年收治病人多。其中，老人5人", "2024"),
        ("2024年成绩好。去年收治5人", "2023"),
        ("今年收治5人", "None"),
        ("近年来收治5人", "None"),
        ("收治5人", "None"),
        ("2024年前11个月收治5人", "2024-01/2024-11"),
        ("2024年回顾。1月—11月，收治5人", "2024-01/2024-11"),
        ("2024年上半年收治5人", "2024-01/2024-06"),
        ("“十四五”前四年收治5人", "2021/2024"),
        ("10月31日至11月2日，收治5人，这是2025年的事", "2025-10-31/2025-11-02"),
        ("2025年，10月31日至11月2日，收治5人", "2025-10-31/2025-11-02"),
        ("本报某地2025年3月5日电 去年收治5人", "2024"),
        ("本报某地2月5日电 2024年收治病人多。\n\n\u3000\u3000今年收治5人", "2025"),
        ("1.2025年新增5人", "2025"),
        ("《健康行动计划（2023—2027年）》印发，收治5人", "None"),
        ("2024年2月31日收治5人", "None"),
        ("2024年收治很多。\n\n\u3000\u3000医院有5张床", "2024"),
    ],
)
def test_period(text: str, period: str) -> None:
    assert str(extract_text(text)[0].period) == period


def test_a_base_of_comparison_governs_its_own_figure_only() -> None:
    found = extract_text("2020年，常住人口9人，与2010年的8人相比，增加1人")
    assert [str(quantity.period) for quantity in found] == ["2020", "2010", "2020"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2024年，医院由2014年的2个增至11个，年均增加5个", ["2014", "2024", "2014/2024"]),
        (
            "2024年，小学、初中的占比分别由2012年的3.6%、7.6%提高到2023年的8.0%、9.1%",
            ["2012", "2012", "2023", "2023"],
        ),
        ("2024年，男生、女生分别比2012年的3人和7人增加5人、6人", ["2012", "2012", "2024", "2024"]),
        ("2024年，一季度、二季度分别收治5人和6人", ["2024-01/2024-03", "2024-04/2024-06"]),
        ("2024年，收治9人，其中四季度3人。门诊8人", ["2024", "2024-10/2024-12", "2024"]),
        (
            "2024年前三季度收治9人，去年同期为8人，增长5%",
            ["2024-01/2024-09", "2023-01/2023-09", "2024-01/2024-09"],
        ),
        (
            "“十四五”时期，产值在2020年9亿元的基础上增长；企业有7家；投资5亿元",
            ["2020", "2021/2025", "2021/2025"],
        ),
        ("2025年，在校生9人，比人口普查的2020年增加5人", ["2025", "2025"]),
        ("2025年，港口运量8吨。2004年通航当年，运量仅有5吨", ["2025", "2004"]),
        ("2025年，占比9%，高于2024年同期5个百分点", ["2025", "2025"]),
        ("2025年暑期（7月—8月），收治9人。门诊8人", ["2025-07/2025-08"] * 2),
        ("从2012年上路至今，已收治5人", ["2012/.."]),
        (
            "本报1月5日讯 从2019年起，累计收治9人。门诊8人。2025年收治7人",
            ["2019/..", "None", "2025"],
        ),
        ("本报2025年3月5日讯 截至2024年末，收治9人，预计最终收治12人", ["2024-12-31", "None"]),
        ("2024年，收治9人。\n\u3000\u3000截至目前，累计收治12人", ["2024", "None"]),
        ("2024年，收治9人。\n\u3000\u3000该院累计收治12人", ["2024", "None"]),
        ("去年，收治9人。\n（发表于2025年9月12日）", ["2024"]),
        ("2024年以来，收治9人。今年门诊8人", ["2024/..", "2025"]),
        ("本报2025年8月2日讯 5月起实施新规，收治5人", ["2025-05/.."]),
        ("本报2025年8月2日讯 年初以来，收治5人", ["2025/.."]),
        (
            "本报2025年8月2日讯 7月26日，某省主办的2025年经验交流会在乙市举行，来了90人",
            ["2025-07-26"],
        ),
        ("本报1月18日讯 在2026年度工作会上，院长总结说，2025年收治5人。去年门诊9人", ["2025"] * 2),
    ],
)
def test_each_figure_has_its_own_period(text: str, periods: list[str]) -> None:
    assert [str(quantity.period) for quantity in extract_text(text)] == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "2024年，一至四季度分别完成3吨、4吨、5吨和6吨。",
            ["2024-01/2024-03", "2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12"],
        ),
        ("2024年1—3月，甲、乙、丙分别增长3%、4%、5%。", ["2024-01/2024-03"] * 3),
        ("2015年至2024年，企业由39家发展到212家。", ["2015", "2024"]),
        ("2025年，时延由5毫秒降至3毫秒。", [None, "2025"]),
        ("2025年。到2027年，占比由目前的5%提高到9%。", [None, "2027"]),
        ("到2027年，建成5个。今年一季度建成3个。2025年5月4日讯", ["2027", "2025-01/2025-03"]),
        ("休渔期自2025年5月1日至8月16日，5艘渔船回港。", ["2025-05-01/2025-08-16"]),
        ("2025年7、8月，收治5人。9月中旬，收治6人。", ["2025-07/2025-08", "2025-09-11/2025-09-20"]),
        ("2025年6月收治5人，是2019年同月的6人。", ["2025-06", "2019-06"]),
        ("截至2025年3月20日，今年已收购5吨。", ["2025-03-20"]),
        (
            "截至2025年2月26日，今年以来发运4吨，去年同期3吨。",
            ["2025-01-01/2025-02-26", "2024-01-01/2024-02-26"],
        ),
        (
            "2025年8月，产值5亿元，2020年至2024年年均增长7%;收入3万元。",
            ["2025-08", "2020/2024", "2025-08"],
        ),
        (
            "2024年9月起试行新办法，到2025年6月，浪费由118克减至76克。",
            ["2024-09", "2025-06"],
        ),
        (
            "截至2025年3月末，贷款5亿元。2025年一季度，利率3%。贷款余额7亿元，增长5%。",
            ["2025-03-31", "2025-01/2025-03", "2025-03-31", "2025-03-31"],
        ),
        ("“十四五”时期，总量由2020年的4亿元增加到6亿元。", ["2020", "2025"]),
        ("变化从2022年开始。那年，投入3万元。", ["2022"]),
        ("2025年10月，上涨5%，上月为下降3%。", ["2025-10", "2025-09"]),
        ("2025年10月，菜价由上月下降3%转为上涨5%。", ["2025-09", "2025-10"]),
        (
            "2025年10月19日，为期5天的博览会落幕。本届博览会成交3亿元。",
            ["2025-10-15/2025-10-19"] * 2,
        ),
    ],
)
def test_times_are_given_to_the_figures_that_are_theirs(
    text: str, periods: list[str | None]
) -> None:
    assert [str(one.period) if one.period else None for one in extract_text(text)] == periods


def test_the_next_paragraph_goes_on_with_what_was_reported_first() -> None:
    text = "2025年11月，价格上涨5%。1—11月平均上涨3%。\n从同比看，食品价格上涨2%。"
    assert str(extract_text(text)[-1].period) == "2025-11"


def test_a_year_is_counted_on_where_the_text_goes_on_to_its_own() -> None:
    head = (
        "凤城机器人产业加快发展，越来越多的企业把总部、工厂和研发中心搬到了这里，产业链不断延长。"
        * 3
    )
    told = extract_text(head + "2024年，营收614亿元。今年前三季度，产量5.3万台。")
    assert [str(one.period) for one in told] == ["2024", "2025-01/2025-09"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "9月30日，刷新了2023年的纪录。昨天，公司发布2025年三季度报告。\n上半年收入3亿元。",
            "2025-01/2025-06",
        ),
        ("食堂比2021年多。\n今年6月，收回5份。", None),
        ("本报甲市2025年9月25日电 选手将纪录提高了。9月24日，5万人观赛。", "2025-09-24"),
    ],
)
def test_the_year_of_a_text_is_none_that_it_only_compares_with_or_plans_for(
    text: str, period: str | None
) -> None:
    told = extract_text(text)[-1].period
    assert (told and str(told)) == period


_GAMES = "本报甲市2025年9月25日电 "


def test_an_event_has_the_days_that_are_told_before_its_last_one() -> None:
    text = (
        f"运动会闭幕 8人破纪录\n{_GAMES}历时9天的运动会今晚在甲市闭幕，5人参加。\n共产生金牌6枚。"
    )
    headline, _, *others = extract_text(text)
    assert [str(one.period) for one in (headline, *others)] == ["2025-09-17/2025-09-25"] * 3


@pytest.mark.parametrize(
    ("months", "period"),
    [("从5月到8月", "2025-05/2025-08"), ("自6月1日到8月31日", "2025-06-01/2025-08-31")],
)
def test_a_stretch_from_a_time_to_another_is_neither_a_base_nor_to_come(
    months: str, period: str
) -> None:
    assert str(extract_text(f"{_GAMES}{months}，5人参加。")[0].period) == period


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


@pytest.mark.parametrize(
    ("day", "period", "unsure"),
    [("17日", "2025-08-17", {"period"}), ("18日", "2025-11-18", set())],
)
def test_a_day_without_its_month_is_the_one_that_was_named_with_it(
    day: str, period: str, unsure: set[str]
) -> None:
    text = f"本报甲市2025年11月20日电 2025年8月17日，工厂起火。\n火起后，{day}疏散5人。"
    told = extract_text(text)[0]
    assert (str(told.period), set(told.unsure)) == (period, unsure)


def test_what_a_section_names_ends_with_it() -> None:
    text = (
        "某县2024年公报\n一、收入\n全年收入5亿元。其中三季度收入2亿元。三季度，支出1亿元。"
        "\n二、分项\n甲项　3亿元\n乙项　2亿元\n"
    )
    assert [str(one.period) for one in extract_text(text)][-2:] == ["2024", "2024"]


def test_items_that_stand_side_by_side_pass_no_time_on() -> None:
    text = "桥上桥下。\n图①：2025年9月，工地有640人施工。\n图②：老桥有6孔。\n"
    assert [one.period and str(one.period) for one in extract_text(text)] == ["2025-09", None]


def test_a_weekday_beside_the_date_of_a_page_governs_nothing() -> None:
    text = "某报　2025年7月28日　星期一\n周末票房5亿元\n上周五至周日（7月25日—27日），票房5亿元。\n"
    assert [str(one.period) for one in extract_text(text)] == ["2025-07-25/2025-07-27"] * 2


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2025年收入5亿元。从业以来，共带徒弟5人。", ["2025", "None"]),
        ("2025年上半年收入5亿元，而去年同期收入下滑3%。", ["2025-01/2025-06", "2024-01/2024-06"]),
        ("2025年上半年收入5亿元，去年同期相比增长3%。", ["2025-01/2025-06"] * 2),
        ("2025年春运前20天，发送5万人。2月3日发送2万人。", ["None", "2025-02-03"]),
        ("2025年春运前20天（1月14日至2月2日），发送5万人。", ["2025-01-14/2025-02-02"]),
        ("2025年7月2日最高41℃，为1961年有完整气象记录以来最高，9站超过40℃。", ["2025-07-02"] * 3),
    ],
)
def test_what_is_since_a_beginning_or_of_the_year_before(text: str, periods: list[str]) -> None:
    assert [str(one.period) for one in extract_text(f"本报2025年9月1日电　{text}")] == periods


def test_a_source_that_is_quoted_again_may_speak_of_another_time() -> None:
    told = extract_text("2025年公报发布。2021—2025年增加5人。公报显示，近九成知情。")
    assert [one.unsure for one in told] == [(), ("period",)]


def test_a_holiday_to_come_is_not_that_of_the_year_before() -> None:
    text = (
        "2025年国庆假期为10月1日至8日。预计假期运送5万人。\n"
        "2024年国庆假期，运送3万人。\n2025年9月30日"
    )
    told = [(str(one.period), one.status) for one in extract_text(text)]
    assert told == [("2025-10-01/2025-10-08", "estimate"), ("2024-10-01/2024-10-07", "observed")]


def test_what_is_so_until_now_is_of_no_earlier_time() -> None:
    found = extract_text("1986年，该书首印2000册，至今已重印11次。")
    assert [one.period and str(one.period) for one in found] == ["1986", None]


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


def test_a_time_that_several_sentences_have_passed_is_marked() -> None:
    text = "2024年收入5亿元。支出3亿元。结余2亿元。偿债1亿元。"
    assert [one.unsure for one in extract_text(text)] == [(), (), (), ("period",)]


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


def test_quarters_that_are_still_to_come_are_those_of_the_year_before() -> None:
    text = (
        "本报甲市2026年3月27日电 2026年3月27日，公司发布年报。"
        "一季度、二季度、三季度、四季度收入分别为1、2、3和4亿元，四季度环比增长5%。"
    )
    quarters = ["2025-01/2025-03", "2025-04/2025-06", "2025-07/2025-09", "2025-10/2025-12"]
    assert [str(one.period) for one in extract_text(text)] == [*quarters, quarters[-1]]


def test_what_is_allotted_for_a_whole_year_is_that_of_the_text() -> None:
    text = "本报甲市2025年5月20日电 2025年5月20日，财政部门发布消息。全年安排支出5亿元。"
    assert str(extract_text(text)[-1].period) == "2025"


def test_a_look_back_hands_no_year_to_the_next_paragraph() -> None:
    text = "2025年，新馆接待4人。\n2016年，老馆接待3人。\n馆里很热闹，接待5人。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "2016", "2025"]


def test_a_look_back_within_a_sentence_ends_with_it() -> None:
    text = "2025年，新馆接待4人，2016年接待3人。展品有5件。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "2016", "2025"]
