"""Of each quantity the text says when, where, with what standing, and of what."""

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
        ("2024年，一季度、二季度分别收治5人和6人", ["2024-01/2024-03", "2024-04/2024-06"]),
        ("2024年，收治9人，其中四季度3人。门诊8人", ["2024", "2024-10/2024-12", "2024"]),
        (
            "2024年前三季度收治9人，去年同期为8人，增长5%",
            ["2024-01/2024-09", "2023-01/2023-09", "2024-01/2024-09"],
        ),
    ],
)
def test_each_figure_has_its_own_period(text: str, periods: list[str]) -> None:
    assert [str(quantity.period) for quantity in extract_text(text)] == periods


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("已建成5个中心", "observed"),
        ("力争建成5个中心", "target"),
        ("到2030年，建成5个中心", "target"),
        ("从2010年的3个增加到2024年的5个", "observed"),
        ("计划建成5个中心", "plan"),
        ("将建设5个中心", "plan"),
        ("每个中心应有5名医生", "standard"),
        ("每周不少于5次", "standard"),
        ("原则上配备5名医生", "standard"),
        ("造成至少52人死亡", "observed"),
        ("会议应出席代表187名", "observed"),
        ("一般公共预算收入比预算数增长5%", "observed"),
        ("完成年度计划的103%", "observed"),
        ("预计建成5个中心", "estimate"),
        ("全年有望达到5个", "estimate"),
        ("将等候时间缩短至15分钟", "observed"),
        ("每周锻炼不得少于5次", "standard"),
        ("适应需求，效应明显，共5个中心", "observed"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert extract_text(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("湖南省有5个中心", "湖南省"),
        ("全国共有5个中心", "全国"),
        ("在江苏南京市，全市有5个中心", "江苏南京市"),
        ("湖南近年进步大，全省有5个中心", "湖南"),
        ("全省有5个中心", "全省"),
        ("城市社区小区共有5个中心", ""),
    ],
)
def test_area(text: str, area: str) -> None:
    assert extract_text(text)[0].area == area


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("建成5个医养中心，", "医养中心"),
        ("养老床位合计799.3万张", "养老床位"),
        ("签约率达到90%", "签约率"),
        ("护士人数比上年增加5人", "护士人数"),
    ],
)
def test_noun(text: str, noun: str) -> None:
    assert extract_text(text)[0].noun == noun


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
    ],
)
def test_times_are_given_to_the_figures_that_are_theirs(
    text: str, periods: list[str | None]
) -> None:
    assert [str(one.period) if one.period else None for one in extract_text(text)] == periods


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
    ("text", "statuses"),
    [
        ("按现行规定，每吨3元，第三档为9元。", ["standard", "standard"]),
        ("按照《赔偿金管理办法》，赔偿金的70%用于修复。", ["standard"]),
        ("问：下一步有什么打算？\n答：新开险种12个。", ["plan"]),
        ("计划招收50人，实际录取53人。", ["plan", "observed"]),
        ("2024年，收入预算数62亿元，决算数63亿元。\n2025年3月4日", ["plan", "observed"]),
        ("2025年5月4日讯\n2026年6月通车。届时，车程缩短至8分钟。", ["estimate"]),
    ],
)
def test_rules_questions_and_budgets_tell_the_status(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(text)] == statuses
