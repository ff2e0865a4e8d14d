"""The years and months that a text leaves out are those it speaks of."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text


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


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025年8月28日，快线正式开通。截至9月27日，运送5人，开通当日运送6人。", "2025-08-28"),
        ("2025年8月28日，电影上映。9月3日，票房5元。上映当天票房6元。", "2025-08-28"),
        ("2025年8月28日，电影开拍。9月3日，票房5元。当天票房6元。", "2025-09-03"),
    ],
)
def test_a_day_is_named_again_by_what_was_on_it(text: str, period: str) -> None:
    assert str(extract_text(text)[-1].period) == period


def test_all_of_a_year_that_is_striven_for_is_that_of_the_text() -> None:
    told = extract_text("2025-04-09\n力争全年事故下降10%以上。")[-1]
    assert (str(told.period), told.status) == ("2025", "target")


def test_the_same_year_is_that_since_which_something_was_told() -> None:
    text = "2026年2月11日\n2025年5月8日起，利率下调5%。同年10月，发放6笔。"
    assert str(extract_text(text)[-1].period) == "2025-10"


def test_a_year_for_whose_people_something_was_done_is_no_aside() -> None:
    told = extract_text("2025年6月13日\n去年为1.1万人次减免血费1480万元。")
    assert [str(one.period) for one in told] == ["2024", "2024"]


def test_a_day_is_not_of_the_year_that_a_dated_title_reports_of() -> None:
    text = "医院晒2025年“成绩单”\n2026年2月6日 来源：某报\n2月5日，医院开会，到会298名。"
    assert str(extract_text(text)[-1].period) == "2026-02-05"


def test_a_day_named_by_what_was_on_it_may_be_told_long_before() -> None:
    later = "".join([f"{day}日，救出2人。" for day in (10, 11, 12) * 4])
    text = f"2025年8月13日电 8月9日，某村发生滑坡。{later}\n滑坡发生当晚，1340户停电。"
    assert str(extract_text(text)[-1].period) == "2025-08-09"


def test_the_same_part_of_another_year_is_that_which_the_passage_before_reported_of_first() -> None:
    text = (
        "2025年4月18日\n一季度，进出口23亿元。3月当月进出口8亿元。\n占比由2020年同期的38.4%提升。"
    )
    assert str(extract_text(text)[-1].period) == "2020-01/2020-03"


def test_a_section_without_a_year_is_not_of_that_of_the_first() -> None:
    text = (
        "2025年1月16日\n关于2024年预算执行情况的报告\n一、2024年预算执行情况\n收入9亿元。\n"
        "二、2025年预算安排\n支出78亿元。\n三、完成任务的措施\n确保6月底前支出进度达到55%。"
    )
    assert str(extract_text(text)[-1].period) == "../2025-06-30"


def test_the_same_part_of_another_year_may_be_days_with_both_ends() -> None:
    text = "2025年10月9日\n7月1日至8月31日，票房9亿元，2019年同期为6亿元。"
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2025-07-01/2025-08-31", "2019-07-01/2019-08-31"]


@pytest.mark.parametrize(
    ("later", "period"),
    [
        ("12月31日，该线将延长90分钟。", "2025-12-31"),
        ("计划四季度发放3万张。", "2025-10/2025-12"),
        ("2月，该线将延长90分钟。", "2026-02"),
    ],
)
def test_behind_a_later_year_what_is_still_to_come_is_of_the_texts_own(
    later: str, period: str
) -> None:
    text = f"2025年11月9日\n明年元旦假期客流有望突破25万人次。{later}"
    assert str(extract_text(text)[-1].period) == period


def test_a_month_within_a_clause_is_of_the_year_told_of() -> None:
    text = "2026年1月9日\n2025年，采血9万升。血液最紧张的是1月，库存不足3天。"
    assert str(extract_text(text)[-1].period) == "2025-01"


@pytest.mark.parametrize(
    ("told", "period"),
    [("10月11日，10支球队开打。", "2025-10-11"), ("到1月3日，10支球队开打。", "2026-01-03")],
)
def test_autumn_is_in_the_first_year_of_a_season(told: str, period: str) -> None:
    text = f"2026年3月2日\n2025—2026赛季女排联赛鸣金。{told}"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("8月20日特展开幕。截至24日，来了5人。", "2025-09-24"),
        ("8月20日特展开幕，截至24日，来了5人。", "2025-08-24"),
        ("6月20日特展开幕。截至24日，来了5人。", "2025-06-24"),
    ],
)
def test_the_day_up_to_which_is_reported_is_near_the_report(days: str, period: str) -> None:
    assert str(extract_text(f"2025年9月26日\n{days}")[-1].period).endswith(period)


def test_the_first_day_of_what_opened_is_the_day_on_which_it_did() -> None:
    text = "2025年8月30日\n28日，便桥建成通车。26日下雨。\n通车首日，通行车辆5辆次。"
    assert str(extract_text(text)[-1].period) == "2025-08-28"


def test_the_same_day_may_be_that_since_which_something_is_told() -> None:
    text = "2025年8月31日\n29日下雨。30日中午起，抢修展开。投入7人，至当日24时恢复5户。"
    assert str(extract_text(text)[-1].period) == "2025-08-30"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("至6月末，在册车辆5辆。", "2025-06-30"),
        ("至1月末，预计在册车辆5辆。", "2026-01-31"),
        ("到7月4日，已收购5吨。", "2025-07-04"),
        ("晚9点至次日凌晨1点，查获5起。", "2025-01/2025-06"),
    ],
)
def test_a_month_that_has_just_ended_and_the_end_of_a_night(told: str, period: str) -> None:
    text = f"2025年7月9日\n今年上半年，查处8起。\n{told}"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("收案由一季度的7010件降至四季度的4870件。", "2025-01/2025-03"),
        ("一季度，收案7010件。", "2026-01/2026-03"),
    ],
)
def test_the_first_quarter_is_in_the_year_of_the_last_one(told: str, period: str) -> None:
    assert str(extract_text(f"2026年3月19日\n{told}")[0].period) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("今年产值增长6.5%以上，企业年底达到5家。", "2026-12-31"),
        ("企业年底达到5家。", "2025-12-31"),
        ("二季度，全县计划开工5个。", "2026-04/2026-06"),
        ("二季度，开工5个。", "2025-04/2025-06"),
        ("全年，车站旅客发送量有望达到5个。", "2026"),
        ("今年将实施项目96个，一季度开工3个，上半年完成5个。", "2026-01/2026-06"),
        ("5月28日启用后，年保障能力将达到5人。", "2026-05-28"),
    ],
)
def test_a_part_of_a_year_is_to_come_where_its_sentence_names_the_year_or_a_plan(
    told: str, period: str
) -> None:
    assert str(extract_text(f"2026年4月24日\n{told}")[-1].period) == period


@pytest.mark.parametrize("before", ["", "甲市报道。"])
def test_that_year_is_the_one_of_a_founding_also_where_it_opens_the_text(before: str) -> None:
    text = f"{before}1998年建厂，当年产钢12万吨；2024年，产钢1860万吨。"
    assert [str(one.period) for one in extract_text(text)] == ["1998", "2024"]


def test_all_of_a_year_behind_a_plan_for_a_part_of_it_is_to_come_too() -> None:
    text = "2026年1月20日\n今年一季度，全省计划开行专列36列；全年培训45万人次。\n全年培训5万人次。"
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2026-01/2026-03", "2026", "2025"]


def test_behind_a_winter_the_year_is_that_in_which_it_began() -> None:
    text = "2024年9月3日\n今年冬季，负荷将达到4100千瓦，全年用电有望突破2600度。"
    assert [str(one.period) for one in extract_text(text)] == ["2024-12/2025-02", "2024"]


@pytest.mark.parametrize(
    ("told", "period"),
    [("年内审判1480场次", "2025"), ("年内将审判1480场次", "2026")],
)
def test_within_the_year_is_within_that_up_to_whose_end_is_told(told: str, period: str) -> None:
    text = f"2026年1月22日\n截至2025年底，全市有法庭37个，{told}。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-12-31", period]


def test_within_the_year_is_the_year_that_its_sentence_tells_of() -> None:
    text = "《甲报》2026年3月9日\n2025年度，全省应付费用712亿元，年内预付664亿元。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "2025"]


def test_what_is_told_since_a_month_has_begun() -> None:
    text = "2026年1月16日\n2026年1月，接诊5人。12月以来，增开诊室68间。"
    assert [str(one.period) for one in extract_text(text)] == ["2026-01", "2025-12/.."]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025年7月28日\n全年新建食堂12家。", "2024"),
        ("2025年12月28日\n全年新建食堂12家。", "2025"),
        ("2025年6月28日\n全年计划新建食堂12家。", "2025"),
    ],
)
def test_a_whole_year_that_was_is_none_that_is_not_over(text: str, period: str) -> None:
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("told", "period", "status"),
    [
        ("到6月底，全区仍有47处危房没有腾退", "2025-06-30", "observed"),
        ("到8月末，还有12个乡镇没有通气", "2025-08-31", "observed"),
        ("到7月底，已抚育林木23万亩", "2025-07-31", "observed"),
        ("至6月底，全市共有床位2万张", "2025-06-30", "observed"),
        ("到12月底，腾退危房47处", "2025-12-31", "target"),
        ("计划到6月底腾退危房47处", "2026-06-30", "target"),
    ],
)
def test_a_month_that_is_over_is_not_that_of_the_next_year_for_the_word_to(
    told: str, period: str, status: str
) -> None:
    one = extract_text(f"2025年11月20日\n督查组指出了问题。{told}。")[-1]
    assert (str(one.period), one.status) == (period, status)


@pytest.mark.parametrize(
    ("told", "period", "unsure"),
    [
        ("今年收成不好。4月6日遭霜，最低2℃，全年坐果率低20%", "2025", ("period",)),
        ("2025年，客流波动大。2月3日达5万人次，全年日均3万人次", "2025", ("period",)),
        ("2025年，产量5吨。4月6日，全年计划生产8吨", "2025", ()),
        ("4月6日，工会开会。全年维权8起", "2024", ()),
    ],
)
def test_all_of_a_year_is_the_one_that_its_passage_has_called_by_its_name(
    told: str, period: str, unsure: tuple[str, ...]
) -> None:
    one = extract_text(f"2025年9月20日\n{told}。")[-1]
    assert (str(one.period), tuple(aspect for aspect in one.unsure if aspect == "period")) == (
        period,
        unsure,
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("灯光节2025年12月20日亮灯，截至1月4日接待5人。", "2026-01-04"),
        ("灯光节2025年12月20日亮灯，到1月3日接待5人。", "2026-01-03"),
        ("灯光节2025年12月20日亮灯，截至1月9日预约5人。", "2025-01-09"),
        ("灯光节2025年2月20日亮灯，截至3月4日接待5人。", "2025-03-04"),
    ],
)
def test_a_day_up_to_which_is_told_may_be_in_the_next_year(text: str, period: str) -> None:
    assert str(extract_text(f"2026年1月5日\n{text}")[-1].period) == period


def test_the_last_night_of_a_year_is_told_in_the_next_one() -> None:
    text = "2026年1月5日\n1月1日至3日接待5人，跨年夜聚集6人。"
    assert str(extract_text(text)[-1].period) == "2025-12-31"


@pytest.mark.parametrize(
    ("told", "period"), [("截至11月底已", "2025-11-30"), ("截至2026年3月底将", "2026-03-31")]
)
def test_a_month_that_has_not_come_is_none_up_to_which_is_told(told: str, period: str) -> None:
    text = f"2025年12月28日\n预计2026年运送1700万人次。延长线{told}完成投资17亿元。"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("截至9月22日，死亡2人。至8日2时，转移9人。", "2025-09-08"),
        ("8月25日起停航。到5日，劝返9人。", "2025-09-05"),
        ("9月份完成95万箱；当月22日，完成4万箱。", "2025-09-22"),
    ],
)
def test_a_day_by_its_number_is_in_the_month_in_which_it_is_over(told: str, period: str) -> None:
    assert str(extract_text(f"2025年9月25日\n{told}")[-1].period) == period


@pytest.mark.parametrize("works", ["示范线2028年投产。", "二期工程计划2027年底竣工。"])
def test_a_year_in_which_works_end_is_not_the_one_that_the_text_goes_on_about(works: str) -> None:
    text = f"2026年7月29日\n上半年，产钢412万吨。{works}全年钢产量预计805万吨。"
    assert str(extract_text(text)[-1].period) == "2026"


def test_months_behind_a_stretch_over_the_turn_of_two_years_lie_in_it() -> None:
    text = (
        "本报甲市2026年7月10日电 学年结束了。\n"
        "秋季学期（2025年9月至2026年1月），供餐945万份。9月，陪餐412人次。10月，抽检386批次。1月，停餐3次。"
    )
    periods = [str(one.period) for one in extract_text(text)]
    assert periods == ["2025-09/2026-01", "2025-09", "2025-10", "2026-01"]


@pytest.mark.parametrize(
    ("date", "text", "period"),
    [
        ("2025年10月20日", "上年同期为3倍。\n实现全年增长5%的目标还须努力。", "2025"),
        ("2026年5月18日", "2008年新馆启用，当年观众由上一年的9人增到48人。", "2008"),
    ],
)
def test_a_year_is_that_of_an_aim_or_of_the_text(date: str, text: str, period: str) -> None:
    assert str(extract_text(f"{date}\n{text}")[-1].period) == period


def test_the_year_before_is_counted_from_the_text() -> None:
    text = "2026年5月18日\n2008年新馆启用，当年观众由上一年的9人增到48人。"
    assert str(extract_text(text)[0].period) == "2007"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "转机在2022年。7月，11户加入。那年，收入23万元。第二年，盖房6间。",
            ["2022-07", "2022", "2023"],
        ),
        ("2024年最难忘。6月21日至30日，接出64人。", ["2024-06-21/2024-06-30"]),
        ("2022年，收入23万元。今后看，3月已有5户。", ["2022", "2026-03"]),
    ],
)
def test_a_sentence_without_figures_says_of_which_year_the_next_ones_tell(
    text: str, periods: list[str]
) -> None:
    told = extract_text(f"2026年5月8日\n村里变了样。\n{text}")
    assert [str(one.period) for one in told] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("工厂去年6月12日起火。当天上午，3人失联。截至13日18时，收集废水5吨。", "2024-06-13"),
        ("工厂去年6月12日起火。6月20日，1人去世。", "2024-06-20"),
    ],
)
def test_a_story_goes_on_from_a_day_of_a_past_year(text: str, period: str) -> None:
    assert str(extract_text(f"2025年1月16日\n{text}")[-1].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2015年，公司融资3000万元。两年后，门店突破500家。", "2017"),
        ("1998年，种苗12亩。三年后挂果，卖了5元。", "2001"),
        ("2005年，卖鸭60斤。头一年，挣了3万元。", "2005"),
        ("2005年开了店。第三年，开店5家。", "2007"),
        ("两年后，门店突破500家。", "None"),
        ("去年7月起，范围扩大。到年底，绑定5对。", "2025-12-31"),
        ("今年，范围扩大。到年底，绑定5对。", "2026-12-31"),
        ("1978年，职工5人。葛桂枝次年进厂，月薪18元。", "1979"),
        ("今年目标是6亿人次，目前预计可达7亿人次。", "2026"),
    ],
)
def test_a_year_is_counted_from_the_one_told_of(text: str, period: str) -> None:
    assert str(extract_text(f"2026年1月20日\n店里的事。\n{text}")[-1].period) == period


def test_a_story_goes_on_in_the_next_paragraphs() -> None:
    text = (
        "2025年7月6日\n去年6月28日，雨量达312毫米。\n29日凌晨，11个村进水。\n"
        "7月1日傍晚，抛石5吨。到5日，水位55米。\n6月12日，转移6人。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2024-06-28", "2024-06-29", "2024-07-01", "2024-07-05", "2025-06-12"]


def test_a_year_behind_a_part_of_the_one_before_is_the_same_part() -> None:
    text = "2025年10月20日\n乡村旅游兴旺。去年前三季度接待5人，今年增至6人。"
    assert [str(one.period) for one in extract_text(text)] == [
        "2024-01/2024-09",
        "2025-01/2025-09",
    ]


@pytest.mark.parametrize(("day", "year"), [("2026年3月13日", "2025"), ("2026年3月28日", "2026")])
def test_a_quarter_is_told_of_once_it_is_nearly_over(day: str, year: str) -> None:
    text = f"{day}\n消费投诉公布。\n从时间看，一季度最多，为5件。"
    assert str(extract_text(text)[-1].period) == f"{year}-01/{year}-03"


@pytest.mark.parametrize(
    ("heading", "told"),
    [("今年工作", ("2026-01/2026-06", "plan")), ("经费", ("2025-01/2025-06", "observed"))],
)
def test_a_section_may_be_of_this_year_by_a_word(heading: str, told: tuple[str, str]) -> None:
    text = f"2025年公报\n2026年2月9日\n一、概况。全年体检9万人。\n二、{heading}。上半年投资43万元。"
    found = extract_text(text)[-1]
    assert (str(found.period), found.status) == told
