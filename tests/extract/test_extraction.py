"""Quantities are told from the numbers that are none."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.measure_words import MEASURE_WORDS


def _printed(text: str) -> list[str]:
    return [quantity.printed for quantity in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("全县有学校365所。", ["365所"]),
        ("面积约45.6万平方公里", ["约45.6万平方公里"]),
        ("十四亿多人民安居乐业", ["十四亿多"]),
        ("招收800～1200名", ["800～1200名"]),
        ("进账30~50个左右", ["30~50个"]),
        ("占三分之一，另有近一半", ["三分之一", "近一半"]),
        ("百分之七十的户", ["百分之七十"]),
        ("死亡率为4.5‰", ["4.5‰"]),
        ("发病率278.35/10万", ["278.35/10万"]),
        ("单产394.7公斤/亩，密度112.4公里/百平方公里", ["394.7公斤/亩", "112.4公里/百平方公里"]),
        ("超千亿元，百余场，近千人次", ["超千亿元", "百余场", "近千人次"]),
        ("性别比为104.88。", ["104.88"]),
        ("城乡收入比由上年的2.15缩小到2.14", ["2.15", "2.14"]),
        ("价差从0.85收窄至0.6。", ["0.85", "0.6"]),
        ("分别增加12200、23054和79349人", ["12200", "23054", "79349人"]),
        ("净利润-3.21亿元", ["-3.21亿元"]),
        ("附近3家，签约2家，彩超5台，不超过7台", ["3家", "2家", "5台", "不超过7台"]),
        ("12个内科病区，5天内办结", ["12个", "5天内"]),
        ("双过半", ["过半"]),
        ("每年培训至少一次，每季度开展一次", ["至少一次", "一次"]),
        ("一吨煤，一批设备，一个也没有", ["一吨"]),
        (
            "工期7年，为期21天，90天内，不少于3周，不足20分钟",
            ["7年", "21天", "90天内", "不少于3周", "不足20分钟"],
        ),
        ("人均预期寿命达79.0岁", ["79.0岁"]),
        ("重量50千克，耗电三千千瓦时", ["50千克", "三千千瓦时"]),
        ("最大风力14级，发放5000顶帐篷，打进358球", ["14级", "5000顶", "358球"]),
        ("派出6个工作组、2万多台套设备", ["6个", "2万多台套"]),
        ("跳出1米98，跑出9秒98的成绩", ["1米98", "9秒98"]),
        ("她以46秒40获得第二", ["46秒40"]),
        ("获得38金、32银、19铜，有3家银行、2种金属", ["38金", "32银", "19铜", "3家", "2种"]),
        ("开车前8天以上退票", ["8天以上"]),
        ("开车前8天抢票", []),
        ("女子200米摘金", []),
        ("时速破300公里", ["破300公里"]),
        ("震感持续约8秒，续约5人", ["约8秒", "5人"]),
        ("成绩排在第二。", []),
        ("伴有8级以上大风", ["8级以上"]),
        ("查扣手机143部，手机13812345678", ["143部"]),
        ("覆盖10省103条线路", ["10", "103条"]),
        ("其中七成左右转入小学，两成左右转岗", ["七成左右", "两成左右"]),
        ("13起，超过一季度总数的一半", ["13起", "超过一季度总数的一半"]),
        ("约为外借总量的0.8‰", ["约为外借总量的0.8‰"]),
        ("火灾起数降四成\n本报岭城4月9日电", ["四成"]),
        ("夜间消费增近三成\n本刊记者方圆", ["近三成"]),
        ("三成本报告", []),
        ("首周客运量过130万人次，列车驶过130万公里", ["过130万人次", "130万公里"]),
        ("缴费须满15年，每人限购2盒", ["须满15年", "限购2盒"]),
        ("要半个多小时，如今半小时", ["半个多小时"]),
        ("等上两天，住上五天，上两天下雨", ["两天", "五天"]),
        ("停留2.3晚，住了三晚，近两晚有雨，1晚上", ["2.3晚", "三晚"]),
        ("运行3.28万闸次，到发9240车，3车连撞", ["3.28万闸次", "9240车"]),
        ("14群金丝猴，10胜2平1负，先取三胜", ["14群", "10胜", "2平", "1负"]),
        ("占22.4%和19.7%，三类合计超过七成", ["22.4%", "19.7%", "超过七成"]),
        ("他家有两项合计占六成", ["两项", "六成"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_is_found(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("综合实力位居全国第3", "3"),
        ("排名第二，", "二"),
        ("连续位列前6位", "6"),
        ("跻身全省前10强", "10"),
    ],
)
def test_a_rank_is_its_bare_number(text: str, printed: str) -> None:
    assert _printed(text) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月7日，7月24日—25日，5月、7月，二〇二四年，2024—2035年",
        "上午9点半，9：00—17：30，18日20时",
        "第3期，总第296期，第十三届，第二百三十四条第一款，首批",
        "服务点....... 12",
        "1. 总则（一）原则 一是统筹 二要落实 三、保障",
        "电话：010-83131234，手机13912345678，12320热线，24小时服务热线",
        "国发〔2024〕5号，〔2023〕第12号令，8号线",
        "新版3.0上线，V2.0，5G，B12，COVID-19，H1N1，PM2.5，G312国道，1+1+X，7×24小时",
        "三级甲等医院，二级以上，一、二、三级，2型糖尿病，乙类传染病，三期临床",
        "“十四五”时期，三医联动，五大中心，两会，长三角，“一老一小”，《2024年20条》",
        "一个问题，一批，一些，一系列，万一，百姓，十分重要，万家灯火，一次性",
        "千万别急，千元药，数百万人，几分钟，数十个，绝大多数，七八十户，二三十个百分点",
        "以下三项，前三位",
        "四个方面、两个阶段、5项重点任务、八件实事",
        "连续8年获奖，连续3个月增长，建县101周年，三天两头，2025届毕业生，一、二类苗，1.2025年",
        "三年行动，15年来，近两年来，60载，过去五年，十年前，未来3天",
        "65岁及以上老年人，0~6岁儿童，60周岁，1.2米以下儿童免票，最大的89岁",
        "每10万人口，每百户，每千人，每3年",
        "以女性为100",
        "上半年，半导体，不满半年，半小时",
        "两年半，男子100米决赛",
        "统计显著（P<0.001）",
        "总体规划（2024年）[1]",
    ],
)
def test_is_no_quantity(text: str) -> None:
    assert _printed(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("有期徒刑四年六个月，罚金3万元", ["3万元"]),
        ("成绩为3分30秒", []),
        ("车程由2小时10分缩短至50分钟", ["50分钟"]),
        ("2条10千伏线路", ["2条"]),
        ("5月31.4万人次", ["31.4万人次"]),
        ("配置AED5280台", ["5280台"]),
        ("亿元以上项目58个", ["58个"]),
        ("时速不得超过每小时40公里", ["不得超过每小时40公里"]),
        ("比去年提前19天", ["19天"]),
    ],
)
def test_a_part_of_a_length_and_a_class_are_none(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize("text", ["2048个村", "2013家企业", "1999元"])
def test_a_count_may_look_like_a_year(text: str) -> None:
    assert len(_printed(text)) == 1


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("共31031万人", 310310000, 310310000, 310310000, "人"),
        ("超8.5万对", 85000, 85000, None, "对"),
        ("１２．５％", "12.5", "12.5", "12.5", "%"),
        ("6000余家", 6000, 6000, 7000, "家"),
        ("1~2个", None, 1, 2, "个"),
        ("死亡率9‰", 9, 9, 9, "‰"),
        ("2亿立方米", 200000000, 200000000, 200000000, "立方米"),
    ],
)
def test_value_bounds_and_unit_are_those_of_the_grammar(
    text: str, value: object, low: object, high: object, unit: str
) -> None:
    (found,) = extract_text(text)
    numbers = (
        found.quantity.decimal_text(number)
        for number in (found.quantity.value, found.quantity.low, found.quantity.high)
    )
    assert (*numbers, found.unit) == (
        *(None if number is None else str(number) for number in (value, low, high)),
        unit,
    )


def test_no_measure_word_hides_a_numeral() -> None:
    assert not [word for word in MEASURE_WORDS if word[0] in "万亿两点十一二三四五六七八九"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三省产值分别为182.6、95.3和252.2亿元", ["18260000000", "9530000000", "25220000000"]),
        ("分别有12、15和20万人参加", ["120000", "150000", "200000"]),
        ("分别为500、8000和1.2万人", ["500", "8000", "12000"]),
        ("分别为5和1.2万人", ["5", "12000"]),
        ("分别为98.5、120.3和1.2万平方米", ["98.5", "120.3", "12000"]),
        ("分别为5218万、906.3万和1187.5万人", ["52180000", "9063000", "11875000"]),
        ("分别为187、28、20倍", ["187", "28", "20"]),
    ],
)
def test_a_scale_at_the_end_of_a_list_serves_the_numbers_of_its_size(
    text: str, values: list[str]
) -> None:
    assert [
        quantity.quantity.decimal_text(quantity.quantity.value) for quantity in extract_text(text)
    ] == values


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("失业率下降0.6个百分点至5.1%", ["0.6个百分点", "5.1%"]),
        ("死亡率下降0.12个千分点到6.39‰", ["0.12个千分点", "6.39‰"]),
        ("利率比上年低近20个基点", ["近20个基点"]),
        ("補助壹佰贰拾元，設機構6000餘個", ["壹佰贰拾元", "6000餘個"]),
        ("新建兩萬餘家，覆蓋率超過九成", ["兩萬餘家", "超過九成"]),
        ("他收拾行李，前往大陆，队伍整齐", []),
    ],
)
def test_points_traditional_characters_and_numerals_of_cheques_are_found(
    text: str, printed: list[str]
) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("年龄最大的选手76岁，最年轻的球员9岁。", ["76岁"]),
        ("力争进入金牌榜前两名。", []),
        ("销量排名全国第12位。", ["12"]),
        ("年龄最大的选手76岁，最小的9岁。", ["76岁", "9岁"]),
        ("建有7万吨级泊位3个，获81公斤级金牌。", ["3个"]),
        ("最多时占去湖面的七成，超出名额1.8倍，每天限约1次。", ["七成", "1.8倍", "1次"]),
        ("164支队伍24小时待命，阵风达到7级。", ["164支", "7级"]),
        ("生师比提高到1：1.2，城乡比为2：1。", ["2：1"]),
        ("增开列车184列次，耐压1.9兆帕，售出5万间夜。", ["184列次", "1.9兆帕", "5万间夜"]),
    ],
)
def test_ranks_in_words_and_classes_are_no_figures_and_ages_that_are_told_are(
    text: str, printed: list[str]
) -> None:
    assert [one.printed for one in extract_text(text)] == printed


def test_the_score_of_a_match_is_no_quantity() -> None:
    told = extract_text("2026年5月，东港队以98比91获胜，以3比2的总比分夺冠，来了8人。")
    assert [one.printed for one in told] == ["8人"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025年5月2日\n去年，新建食堂12家。", "去年"),
        ("2025年5月2日\n新建食堂12家。", None),
        ("新建食堂12家\n2025年一季度，新建食堂12家。", "2025年一季度"),
    ],
)
def test_a_quantity_has_the_place_where_its_period_is_named(text: str, words: str | None) -> None:
    found = extract_text(text)[0]
    assert (found.named_at and text[slice(*found.named_at)]) == words
