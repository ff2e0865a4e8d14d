"""Each figure has the time that is its own."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

pytestmark = pytest.mark.usefixtures("unweighed")


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


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "2024年7月、8月，用电分别为5度和6度，同比增长7%、8%",
            ["2024-07", "2024-08"] * 2,
        ),
        (
            "2024年7月、8月，用电分别为5度和6度，其中工业、居民占7%、8%",
            ["2024-07", "2024-08", "2024-07/2024-08", "2024-07/2024-08"],
        ),
        (
            "2024年，浓度为0.048毫克，比2016年下降62%；透明度由0.3米提高到1.1米",
            ["2024", "2024", "None", "2024"],
        ),
        (
            "2025年4月，经营主体很多。从方式看，一般贸易占61%",
            ["2025-04"],
        ),
        ("2024年，医院由2014年的2个增至11个，年均增加5个", ["2014", "2024", "2014/2024"]),
        (
            "2024年前三季度，利润增长4%，而上半年为下降3%；利润率为5%",
            ["2024-01/2024-09", "2024-01/2024-06", "2024-01/2024-09"],
        ),
        ("2024年9月，客流62万人次，而8月仅为55万人次；票价31元", ["2024-09", "2024-08", "2024-09"]),
        ("2024年，占70%，而2020年同期这一比重不足60%", ["2024", "2020"]),
        ("2024年，占70%，而2020年同期占比不到20%", ["2024", "2020"]),
        ("2014年至2024年，收入年均增长13%，达到2万元", ["2014/2024", "2024"]),
        ("2019—2024年，蓄积量增加3%，增至8200万立方米", ["2019/2024", "2024"]),
        ("2016年至2024年，游客年均增长21%，突破900万人次", ["2016/2024", "2024"]),
        ("2016年至2024年，投入增长9%，合计超过12亿元", ["2016/2024", "2016/2024"]),
        ("2016年至2024年，投入900万元，达到国家标准的有5家", ["2016/2024", "2016/2024"]),
        ("2024年，占比由上一轮扩产的15%提高到28%", ["None", "2024"]),
        ("2024年，比上一批次的45%高6个百分点", ["None", "2024"]),
        ("2024年，展会成交额由上一届的3亿元增至5亿元", ["None", "2024"]),
        ("2024/25采暖季，由上一个采暖季的70%提高到83%", ["2023/2024", "2024/2025"]),
        ("2024年，上座率由2022—2023赛季的58%升至70%", ["2022/2023", "2024"]),
        ("2024/25采暖季，能耗由2019—2020采暖季的33公斤降到27公斤", ["2019/2020", "2024/2025"]),
        ("2024—2025学年，学生从2021—2022学年的7人增至12人", ["2021/2022", "2024/2025"]),
        ("2024年，医院由2014年的2个增至11个，全年平均接诊5人", ["2014", "2024", "2024"]),
        (
            "2024年，小学、初中的占比分别由2012年的3.6%、7.6%提高到2023年的8.0%、9.1%",
            ["2012", "2012", "2023", "2023"],
        ),
        ("2024年，鹤由2012年的4群13只增至6群50只", ["2012", "2012", "2024", "2024"]),
        ("2024年，产值由2012年的5元翻一番", ["2012", "2024"]),
        (
            "2024年前三季度，利润增长4%，而上半年为下降1%；利润率为5%",
            ["2024-01/2024-09", "2024-01/2024-06", "2024-01/2024-09"],
        ),
        (
            "2024年1月至9月，占70%，而2020年同期这一比重不足六成",
            ["2024-01/2024-09", "2020-01/2020-09"],
        ),
        ("2024年，入住率88%，去年同期，这一数字是65%", ["2024", "2023"]),
        ("2024年，新建学校6所，其中3座于9月投用；新增学位90个", ["2024", "2024", "2024"]),
        ("2014年至2024年，收入年均增长13%，达到1.8元", ["2014/2024", "2024"]),
        ("2014年至2024年，收入年均增长13%，招生9人", ["2014/2024", "2014/2024"]),
        ("2024年，上座率由2022—2023赛季的58%升至近七成", ["2022/2023", "2024"]),
        ("本报2025年6月3日讯 2024年收入9元。\n从今年看，收入增长3%", ["2024", "2025"]),
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


def test_what_is_so_until_now_is_of_no_earlier_time() -> None:
    found = extract_text("1986年，该书首印2000册，至今已重印11次。")
    assert [one.period and str(one.period) for one in found] == ["1986", None]


def test_a_time_that_several_sentences_have_passed_is_marked() -> None:
    text = "2024年收入5亿元。支出3亿元。结余2亿元。偿债1亿元。"
    assert [one.unsure for one in extract_text(text)] == [(), (), (), ("period",)]


def test_a_look_back_hands_no_year_to_the_next_paragraph() -> None:
    text = "2025年，新馆接待4人。\n2016年，老馆接待3人。\n馆里很热闹，接待5人。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "2016", "2025"]


def test_a_look_back_within_a_sentence_ends_with_it() -> None:
    text = "2025年，新馆接待4人，2016年接待3人。展品有5件。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "2016", "2025"]


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("2016年，启动退渔，三年拆除围网5亩。", True),
        ("2016年，启动退渔，随后两年拆除围网5亩。", True),
        ("2016年，启动退渔，拆除围网5亩。", False),
    ],
)
def test_what_was_done_in_so_many_years_since_is_marked(text: str, *, is_marked: bool) -> None:
    assert ("period" in extract_text(text)[0].unsure) is is_marked


def test_so_many_years_together_are_those_of_the_plan() -> None:
    text = "“十五五”时期主要目标。到2030年，普及率达到80%；能耗五年累计降低10%。"
    assert [str(one.period) for one in extract_text(text)] == ["2030", "2026/2030"]


def test_kilowatt_hours_do_not_tell_of_now() -> None:
    text = "2025年4月10日\n从4月1日起，电价每千瓦时下调0.05元。"
    assert str(extract_text(text)[-1].period) == "2025-04-01/.."


def test_a_day_behind_a_reporter_is_handed_on() -> None:
    text = (
        "赛事开跑\n2025年4月14日 海州新闻\n本报讯（记者王一）4月13日，3人参赛。\n全程设补给站22处。"
    )
    assert str(extract_text(text)[-1].period) == "2025-04-13"


def test_a_sum_over_years_is_not_of_their_first() -> None:
    text = "2025年4月14日\n2014年，6000人参赛。{}年间，累计参赛人数突破20万人次。"
    told = [extract_text(text.format(years))[-1] for years in (11, 12)]
    assert [(str(one.period), one.unsure) for one in told] == [
        ("2014/2025", ("period",)),
        ("None", ()),
    ]


def test_an_earlier_day_is_told_aside_from_a_day_that_figures_are_of() -> None:
    text = (
        "2025年11月10日\n11月9日，3万人参赛。9月10日报名截止时，报名超过15万人。市外选手占六成三。"
    )
    days = ["2025-11-09", "2025-09-10", "2025-11-09"]
    assert [str(one.period) for one in extract_text(text)] == days


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("截至22日9时，抢通27条，剩余4条预计23日傍晚恢复通行。", "2025-08-23", "estimate"),
        ("2027年投资340亿元。首批36座收费站明年3月开工改造。", "2026-03", "plan"),
        ("截至22日9时，抢通27条，剩余4条，预计23日傍晚恢复通行。", "2025-08-22", "observed"),
    ],
)
def test_a_time_to_come_may_stand_behind_its_figure(text: str, period: str, status: str) -> None:
    told = extract_text(f"2025年8月22日\n{text}")[-1]
    assert (str(told.period), told.status) == (period, status)


def test_a_time_by_which_something_was_done_ends_with_its_sentence() -> None:
    text = "2025年12月13日\n出动机械1860台，主干道12日18时前抢通9条。恢复供电3.6万户。"
    assert [str(one.period) for one in extract_text(text)][1:] == ["../2025-12-12", "None"]


def test_when_something_was_may_be_told_behind_it() -> None:
    text = "2025年9月14日\n截至14日6时，余震386次，最大一次为4.8级，发生在12日3时。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-09-14", "2025-09-12"]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("其中9条为上半年新开", "2025-01/2025-06"),
        ("其中9条为外贸航线", "2025-07-03"),
        ("首批物资2万件8日运抵", "2025-07-08"),
        ("首批物资2万件，8日运抵", "2025-07-03"),
    ],
)
def test_a_time_right_behind_a_figure_may_be_its_own(told: str, period: str) -> None:
    found = extract_text(f"2025年7月9日\n截至7月3日，开行航线138条，{told}。")
    assert str(found[1].period) == period


def test_behind_a_time_named_for_something_else_a_paragraph_before_is_left() -> None:
    text = (
        "2025年3月22日\n2020年，全县建水厂4座。\n2023年开工的引江工程一期去年12月通水，"
        "惠及32人。\n困难户有5户。"
    )
    assert [str(one.period) for one in extract_text(text)] == ["2020", "None", "2020"]


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        ("，死亡7人，损失8元，同比分别下降1.5%、2.5%和3.5%", "2025-06/2025-08"),
        ("，分别为1件、2件和3件", "2025-06"),
    ],
)
def test_things_that_changed_are_not_of_the_months_of_a_range(behind: str, period: str) -> None:
    text = f"2025年9月5日\n6月至8月，发生火灾9起{behind}。"
    assert str(extract_text(text)[-3].period) == period


def test_what_differs_from_an_earlier_time_is_told_of_the_one_before_it() -> None:
    text = "2025年12月18日\n今年前11个月，优良率为90%。浓度2024年为42毫克，比2020年下降58%。"
    assert [str(one.period) for one in extract_text(text)[1:]] == ["2024", "2024"]


def test_what_was_before_what_is_told_of_has_no_time() -> None:
    text = "2025年10月13日至11月23日，开展补种行动，接种率由行动前的93.6%提高到97.8%。"
    found = [str(one.period) for one in extract_text(text)]
    assert found[-2:] == ["None", "2025-10-13/2025-11-23"]


def test_a_class_by_its_year_is_no_time_where_one_is_named() -> None:
    text = "2025年7月9日\n6月，学校2025届9人离校。"
    assert str(extract_text(text)[-1].period) == "2025-06"
    assert str(extract_text("2025年7月9日\n学校2025届9人离校。")[-1].period) == "2025"


def test_what_was_each_month_before_a_change_has_no_time() -> None:
    text = "2025年9月4日\n今年8月起，补助由每月400元提高到650元。"
    assert [str(one.period) for one in extract_text(text)] == ["None", "2025-08/.."]


def test_what_works_cost_only_tells_which_are_meant() -> None:
    text = "2025年10月24日\n明年，高新区将启动总投资75亿元的拓展区建设。"
    assert extract_text(text)[0].period is None


@pytest.mark.parametrize(("told", "unsure"), [("累计卖出", ("period",)), ("又卖出", ())])
def test_a_sum_in_a_later_sentence_may_be_of_more_than_a_year(
    told: str, unsure: tuple[str, ...]
) -> None:
    text = f"2026年4月15日\n去年，开户5户。理财产品{told}9元。"
    assert extract_text(text)[-1].unsure == unsure


def test_a_rate_behind_what_was_new_in_a_year_is_marked() -> None:
    text = "2025年10月24日\n截至9月底，有民宿426家，年内新开63家；入住率58%。"
    told = [(str(one.period), one.unsure) for one in extract_text(text)]
    assert told == [("2025-09-30", ()), ("2025", ()), ("2025", ("period",))]


def test_what_there_was_at_a_founding_has_no_time() -> None:
    text = "2025年8月14日\n7月，公司融资15亿元，员工从创立时的12人增加。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-07", "None"]


@pytest.mark.parametrize(
    ("told", "period"),
    [("8月投运的“百合”号载箱740标箱。", "None"), ("全线电动船载箱740标箱。", "2025-09-30")],
)
def test_the_size_of_one_thing_is_not_of_the_day_up_to_which_all_is_told(
    told: str, period: str
) -> None:
    text = f"2025年10月16日\n截至9月末，投运电动船30艘。{told}"
    assert str(extract_text(text)[-1].period) == period


def test_what_a_new_class_costs_is_of_no_day_on_which_it_began() -> None:
    text = "2025年11月18日\n10月新增3名。托班9月1日开班，每月收费1100元。"
    assert extract_text(text)[-1].period is None


@pytest.mark.parametrize(
    "told", ["，“以前雇一趟车要300元”", "，到县城比过去缩短40分钟", "，从前每亩收900元"]
)
def test_what_was_so_once_has_no_time_in_a_sentence_of_another(told: str) -> None:
    text = f"2025年10月23日\n上月，他发出辣椒2吨{told}。"
    assert [str(one.period) for one in extract_text(text)][:2] == ["2025-09", "None"]
