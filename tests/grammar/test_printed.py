"""Printed figures mean what DESIGN section 5 says, exactly; what is vague or contradictory is
refused with its place.
"""

from __future__ import annotations

import timeit
from fractions import Fraction
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from statsite.grammar.amounts import unit_words
from statsite.grammar.failure_reasons import APART
from statsite.grammar.fold_characters import fold_text
from statsite.grammar.printed import (
    PartKind,
    Reading,
    ScannedFigure,
    Stop,
    Unreadable,
    as_reading,
    read_printed,
    scan_figure,
    write_printed,
    written_parts,
)
from statsite.quantity import Quantity, Relation, last_digit_of


class Case(Struct, frozen=True):
    """A printed figure, the words of its unit, and what it means: relation, value, low, high,
    precision, printed unit word.
    """

    text: str
    words: str
    relation: str
    value: str | None
    low: str | None
    high: str | None
    precision: str | None
    unit: str = ""

    @property
    def quantity(self) -> Quantity:
        value, low, high, precision = (
            n and Fraction(n) for n in (self.value, self.low, self.high, self.precision)
        )
        return Quantity(
            Relation(self.relation), value or None, low or None, high or None, precision or None
        )


PLAIN = [
    Case("31031万人", "人 名 位", "=", "310310000", "310310000", "310310000", "10000", "人"),
    Case("22.0%", "%", "=", "22", "22", "22", "0.1", "%"),
    Case("79.0岁", "岁", "=", "79", "79", "79", "0.1", "岁"),
    Case("40.6 万个", "个", "=", "406000", "406000", "406000", "1000", "个"),
    Case(
        "2.98万亿元",
        "元",
        "=",
        "2980000000000",
        "2980000000000",
        "2980000000000",
        "10000000000",
        "元",
    ),
    Case("12亿零741.3万", "人", "=", "1207413000", "1207413000", "1207413000", "1000"),
    Case("63.87万", "人", "=", "638700", "638700", "638700", "100"),
    Case("4.5‰", "‰", "=", "4.5", "4.5", "4.5", "0.1", "‰"),
    Case("15.1/10万", "/10万", "=", "15.1", "15.1", "15.1", "0.1", "/10万"),
    Case("1/10万", "/10万", "=", "1", "1", "1", "1", "/10万"),
    Case("9个百分点", "个百分点", "=", "9", "9", "9", "1", "个百分点"),
    Case("3倍", "倍", "=", "3", "3", "3", "1", "倍"),
    Case("两批", "批", "=", "2", "2", "2", "1", "批"),
    Case("十四亿", "人", "=", "1400000000", "1400000000", "1400000000", "100000000"),
    Case("一千二百三十四", "人", "=", "1234", "1234", "1234", "1"),
    Case("二〇二四", "年", "=", "2024", "2024", "2024", "1"),
    Case("1,234,567", "元", "=", "1234567", "1234567", "1234567", "1"),
    Case("−3.2%", "%", "=", "-3.2", "-3.2", "-3.2", "0.1", "%"),
    Case("-3.2%", "%", "=", "-3.2", "-3.2", "-3.2", "0.1", "%"),
    Case("负增长3.2%", "%", "=", "-3.2", "-3.2", "-3.2", "0.1", "%"),
    Case("零下摄氏5度", "度", "=", "-5", "-5", "-5", "1", "度"),
    Case("７９．０％", "%", "=", "79", "79", "79", "0.1", "%"),
    Case("22.0%", "％", "=", "22", "22", "22", "0.1", "%"),
    Case("6", "位 名", "=", "6", "6", "6", "1"),
    Case("70", "%", "=", "70", "70", "70", "1"),
    Case("5 千\n克", "千克", "=", "5", "5", "5", "1", "千克"),
    Case("5千克", "克", "=", "5000", "5000", "5000", "1000", "克"),
    Case("5千克", "克 千克", "=", "5", "5", "5", "1", "千克"),
    Case("5万千瓦", "千瓦", "=", "50000", "50000", "50000", "10000", "千瓦"),
    Case("五千克", "千克", "=", "5", "5", "5", "1", "千克"),
    Case("千千克", "千克", "=", "1000", "1000", "1000", "1", "千克"),
    Case("40人次", "人 人次", "=", "40", "40", "40", "1", "人次"),
]
MORE = [
    Case("6000余个", "个", ">", "6000", "6000", "7000", "1", "个"),
    Case("百余场", "场", ">", "100", "100", "200", "1", "场"),
    Case("5000多名", "名", ">", "5000", "5000", "6000", "1", "名"),
    Case("1万多名", "名", ">", "10000", "10000", "20000", "10000", "名"),
    Case("5.7万余名", "名", ">", "57000", "57000", "58000", "1000", "名"),
    Case("100.1万余", "人", ">", "1001000", "1001000", "1002000", "1000"),
    Case("10多亿人次", "人次", ">", "1000000000", "1000000000", "2000000000", "100000000", "人次"),
    Case("6500余万份", "份", ">", "65000000", "65000000", "66000000", "10000", "份"),
    Case("14亿多人", "人", ">", "1400000000", "1400000000", "1500000000", "100000000", "人"),
    Case("三十多个", "个", ">", "30", "30", "40", "1", "个"),
    Case("万余人", "人", ">", "10000", "10000", "20000", "10000", "人"),
    Case("10万有余", "人", ">", "100000", "100000", "200000", "10000"),
    Case("1倍多", "倍", ">", "1", "1", "2", "1", "倍"),
    Case("3倍多", "倍", ">", "3", "3", "4", "1", "倍"),
    Case("超过6000余个", "个", ">", "6000", "6000", "7000", "1", "个"),
    Case("至少300余人", "人", ">", "300", "300", "400", "1", "人"),
    Case("约300余人", "人", "≈", "300", None, None, "1", "人"),
    Case("十来个", "个", "≈", "10", None, None, "1", "个"),
    Case("两百来只", "只", "≈", "200", None, None, "1", "只"),
    Case("约30来人", "人", "≈", "30", None, None, "1", "人"),
    Case("300余人左右", "人", "≈", "300", None, None, "1", "人"),
]
QUALIFIED = [
    Case("超过8.5万对", "对", ">", "85000", "85000", None, "1000", "对"),
    Case("超3.1亿", "人", ">", "310000000", "310000000", None, "10000000"),
    Case("逾5000元", "元", ">", "5000", "5000", None, "1", "元"),
    Case("过万人", "人", ">", "10000", "10000", None, "10000", "人"),
    Case("超过60%以上", "%", ">", "60", "60", None, "1", "%"),
    Case("10项以上", "项", "≥", "10", "10", None, "1", "项"),
    Case("30万以上", "人", "≥", "300000", "300000", None, "10000"),
    Case("不低于25%", "%", "≥", "25", "25", None, "1", "%"),
    Case("至少1名", "名", "≥", "1", "1", None, "1", "名"),
    Case("至少建成2个", "个", "≥", "2", "2", None, "1", "个"),
    Case("上百个", "个", "≥", "100", "100", None, "1", "个"),
    Case("上千万", "人", "≥", "10000000", "10000000", None, "10000"),
    Case("近3600家", "家", "≲", "3600", None, "3600", "1", "家"),
    Case("近千人次", "人次", "≲", "1000", None, "1000", "1", "人次"),
    Case("接近两年", "年", "≲", "2", None, "2", "1", "年"),
    Case("近80岁", "岁", "≲", "80", None, "80", "1", "岁"),
    Case("不足100元", "元", "<", "100", None, "100", "1", "元"),
    Case("不超过3次", "次", "≤", "3", None, "3", "1", "次"),
    Case("最多不超过3次", "次", "≤", "3", None, "3", "1", "次"),
    Case("不到3次以内", "次", "<", "3", None, "3", "1", "次"),
    Case("15分钟以内", "分钟", "≤", "15", None, "15", "1", "分钟"),
    Case("90天内", "天 日", "≤", "90", None, "90", "1", "天"),
    Case("千元以内", "元", "≤", "1000", None, "1000", "1", "元"),
    Case("5%左右", "%", "≈", "5", None, None, "1", "%"),
    Case("约23万", "人", "≈", "230000", None, None, "10000"),
    Case("约5%左右", "%", "≈", "5", None, None, "1", "%"),
    Case("一般不应超过5克", "克", "≤", "5", None, "5", "1", "克"),
    Case("原则上不得少于3名", "名", "≥", "3", "3", None, "1", "名"),
    Case("不建议超过5克", "克", "≤", "5", None, "5", "1", "克"),
    Case("70元起", "元", "≥", "70", "70", None, "1", "元"),
]
MEASURES = [
    Case("10秒18", "秒", "=", "10.18", "10.18", "10.18", "0.01", "秒"),
    Case("46秒40", "秒", "=", "46.4", "46.4", "46.4", "0.01", "秒"),
    Case("52秒03", "秒", "=", "52.03", "52.03", "52.03", "0.01", "秒"),
    Case("1米98", "米", "=", "1.98", "1.98", "1.98", "0.01", "米"),
    Case("超过一米八", "米", ">", "1.8", "1.8", None, "0.1", "米"),
    Case("37度5", "度", "=", "37.5", "37.5", "37.5", "0.1", "度"),
]
RANGES = [
    Case("800～1200种", "种", "range", None, "800", "1200", "1", "种"),
    Case("1~2个", "个", "range", None, "1", "2", "1", "个"),
    Case("1至2个", "个", "range", None, "1", "2", "1", "个"),
    Case("1000-2000人", "人", "range", None, "1000", "2000", "1", "人"),
    Case("1000—2000人", "人", "range", None, "1000", "2000", "1", "人"),
    Case("1000–2000人", "人", "range", None, "1000", "2000", "1", "人"),
    Case("三十至四十", "岁", "range", None, "30", "40", "1"),
    Case("40万至50万", "人", "range", None, "400000", "500000", "10000"),
    Case("40～50万", "人", "range", None, "400000", "500000", "10000"),
    Case("40万～50", "人", "range", None, "400000", "500000", "10000"),
    Case("1.5~2万", "人", "range", None, "15000", "20000", "1000"),
    Case("3~4千", "人", "range", None, "3000", "4000", "1000"),
    Case("5000~1万元", "元", "range", None, "5000", "10000", "1", "元"),
    Case("1000~1万元", "元", "range", None, "1000", "10000", "1", "元"),
    Case("1万~20000元", "元", "range", None, "10000", "20000", "1", "元"),
    Case("1000元~1万元", "元", "range", None, "1000", "10000", "1", "元"),
    Case("30%~40%", "%", "range", None, "30", "40", "1", "%"),
    Case("30~40%", "%", "range", None, "30", "40", "1", "%"),
    Case("30%~40", "%", "range", None, "30", "40", "1", "%"),
    Case("-3~-1", "个", "range", None, "-3", "-1", "1"),
    Case("-5--3", "个", "range", None, "-5", "-3", "1"),
    Case("三至三十个", "个", "range", None, "3", "30", "1", "个"),
    Case("三至二十个", "个", "range", None, "3", "20", "1", "个"),
    Case("3万至四十万", "人", "range", None, "30000", "400000", "10000"),
]
SHARES = [
    Case("全覆盖", "%", "=", "100", "100", "100", None),
    Case("全部", "%", "=", "100", "100", "100", None),
    Case("所有", "%", "=", "100", "100", "100", None),
    Case("均", "%", "=", "100", "100", "100", None),
    Case("1/3", "%", "≈", "100/3", None, None, None),
    Case("1／3", "%", "≈", "100/3", None, None, None),
    Case("三分之一", "%", "≈", "100/3", None, None, None),
    Case("3分之1", "%", "≈", "100/3", None, None, None),
    Case("三分之二以上", "%", "≥", "200/3", "200/3", None, None),
    Case("1/3多", "%", ">", "100/3", "100/3", None, None),
    Case("一半", "%", "≈", "50", None, None, None),
    Case("半数", "‰", "≈", "500", None, None, None),
    Case("一半以上", "%", "≥", "50", "50", None, None),
    Case("近一半", "%", "≲", "50", None, "50", None),
    Case("近半", "%", "≲", "50", None, "50", None),
    Case("过半", "%", ">", "50", "50", None, None),
    Case("过半数", "%", ">", "50", "50", None, None),
    Case("过九成", "%", ">", "90", "90", None, None),
    Case("一半多", "%", ">", "50", "50", None, None),
    Case("不到一半", "%", "<", "50", None, "50", None),
    Case("九成", "%", "=", "90", "90", "90", None),
    Case("9成", "%", "=", "90", "90", "90", None),
    Case("2.5成", "%", "=", "25", "25", "25", None),
    Case("十成", "%", "=", "100", "100", "100", None),
    Case("八成五", "%", "=", "85", "85", "85", None),
    Case("两成", "‰", "=", "200", "200", "200", None),
    Case("三成多", "%", ">", "30", "30", "40", None),
    Case("超七成", "%", ">", "70", "70", None, None),
    Case("近九成", "%", "≲", "90", None, "90", None),
    Case("8~9成", "%", "range", None, "80", "90", None),
    Case("八成至九成", "%", "range", None, "80", "90", None),
    Case("百分之三至百分之四十", "%", "range", None, "3", "40", "1"),
    Case("三成至百分之四十", "%", "range", None, "30", "40", None),
    Case("四成至一半", "%", "range", None, "40", "50", None),
    Case("1/4~1/3", "%", "range", None, "25", "100/3", None),
    Case("百分之七十", "%", "=", "70", "70", "70", "1"),
    Case("百分之百", "%", "=", "100", "100", "100", "1"),
    Case("百分之三点五", "%", "=", "3.5", "3.5", "3.5", "0.1"),
    Case("百分之三十多", "%", ">", "30", "30", "40", "1"),
    Case("百分之三", "‰", "=", "30", "30", "30", "10"),
    Case("千分之三", "%", "=", "0.3", "0.3", "0.3", "0.1"),
    Case("万分之五", "‰", "=", "0.5", "0.5", "0.5", "0.1"),
    Case("百分之三十至四十", "%", "range", None, "30", "40", "1"),
    Case("百分之三十到百分之四十", "%", "range", None, "30", "40", "1"),
]
#: The first number of a list, whose scale is written once at its end.
LISTS = [
    Case(
        "182.6、95.3和252.2亿元",
        "元",
        "=",
        "18260000000",
        "18260000000",
        "18260000000",
        "10000000",
        "元",
    ),
    Case("95.3和252.2亿元", "元", "=", "9530000000", "9530000000", "9530000000", "10000000", "元"),
    Case("12、15和20万", "人", "=", "120000", "120000", "120000", "10000"),
    Case(
        "3.5与4.2万亿元",
        "元",
        "=",
        "3500000000000",
        "3500000000000",
        "3500000000000",
        "100000000000",
        "元",
    ),
    Case("0.5、1.2及 3 万人", "人", "=", "5000", "5000", "5000", "1000", "人"),
]
#: Traditional characters, the numerals of cheques, and points of shares.
OTHER_FORMS = [
    Case("三億兩千萬人", "人", "=", "320000000", "320000000", "320000000", "10000", "人"),
    Case("6000餘個", "个", ">", "6000", "6000", "7000", "1", "個"),
    Case("超過8.5萬對", "对", ">", "85000", "85000", None, "1000", "對"),
    Case("千元以內", "元", "≤", "1000", None, "1000", "1", "元"),
    Case("不足兩萬畝", "亩", "<", "20000", None, "20000", "10000", "畝"),
    Case("約8萬戶", "户", "≈", "80000", None, None, "10000", "戶"),
    Case("壹佰贰拾元", "元", "=", "120", "120", "120", "1", "元"),
    Case("壹佰貳拾萬圓", "元", "=", "1200000", "1200000", "1200000", "10000", "圓"),
    Case("伍圆", "元", "=", "5", "5", "5", "1", "圆"),
    Case("近叁仟家", "家", "≲", "3000", None, "3000", "1", "家"),
    Case("0.12个千分点", "个千分点", "=", "0.12", "0.12", "0.12", "0.01", "个千分点"),
    Case("近20个基点", "个基点", "≲", "20", None, "20", "1", "个基点"),
    Case("二十五個基點", "个基点", "=", "25", "25", "25", "1", "個基點"),
]
CASES = [*PLAIN, *MORE, *QUALIFIED, *MEASURES, *RANGES, *SHARES, *LISTS, *OTHER_FORMS]

VAGUE = [
    "数十",
    "数百万",
    "几千",
    "几百",
    "几个",
    "近几年",
    "十几个",
    "绝大多数",
    "多数",
    "若干",
    "动辄万元",
    "七八个",
    "三四百",
    "十七八",
    "两三成",
    "亿万",
    "成千上万",
    "大半",
    "多个",
    "5来个",
    "来个",
]
LEFT_OUT = ["达到30%", "达5个", "共5个", "合计5个", "累计5个", "为5个"]


def read(text: str, words: str = "个 元 %") -> Reading | Unreadable:
    return read_printed(text, words.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.text}[{case.words}]")
def test_a_printed_figure_means_its_quantity_and_keeps_every_character(case: Case) -> None:
    reading = read(case.text, case.words)
    assert isinstance(reading, Reading), reading
    assert reading.quantity == case.quantity
    assert reading.unit == case.unit
    assert "".join(part.text for part in reading.parts) == fold_text(case.text).shown


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("超过8.5万对", "对", "超过/qualifier 8.5/number 万/scale 对/unit"),
        ("10多亿人次", "人次", "10/number 多/qualifier 亿/scale 人次/unit"),
        ("12亿零741.3万", "", "12/number 亿/scale 零741.3/number 万/scale"),
        ("３０％～４０％", "%", "30/number %/unit ～/joiner 40/number %/unit"),
        ("三成多", "%", "三/number 成/scale 多/qualifier"),
        ("百分之七十", "%", "百分之/scale 七十/number"),
        ("过半", "%", "过/qualifier 半/number"),
        ("1/3以上", "%", "1/3/number 以上/qualifier"),
        ("−3．2 个 百分点", "个百分点", "−3．2/number 个百分点/unit"),
        ("3倍多", "倍", "3/number 倍/unit 多/qualifier"),
        ("9秒98", "秒", "9/number 秒/unit 98/number"),
        ("182.6、95.3和252.2亿元", "元", "182.6/number 、95.3和252.2/list 亿/scale 元/unit"),
        ("一般不应超过5克", "克", "一般/qualifier 不应超过/qualifier 5/number 克/unit"),
        (
            "500元以上1000元以下",
            "元",
            "500/number 元/unit 以上/joiner 1000/number 元/unit 以下/joiner",
        ),
        ("3到5家之间", "家", "3/number 到/joiner 5/number 家/unit 之间/joiner"),
        ("3个半小时", "个小时 小时", "3/number 个半/number 小时/unit"),
        ("3个多月", "个月", "3/number 个/unit 多/qualifier 月/unit"),
        ("两年半", "年", "两/number 年/unit 半/number"),
        ("半个月", "个月", "半/number 个月/unit"),
        ("翻了两番", "倍", "翻了两/number 番/unit"),
        ("三分之一", "%", "三分之一/number"),
        ("九成五", "%", "九/number 成/scale 五/number"),
    ],
)
def test_parts_stand_in_the_printed_order_with_their_kinds(
    text: str, words: str, parts: str
) -> None:
    reading = read(text, words)
    assert isinstance(reading, Reading)
    assert " ".join(f"{part.text}/{part.kind}" for part in reading.parts) == parts
    assert {part.kind for part in reading.parts} <= set(PartKind)


@pytest.mark.parametrize(
    ("text", "words", "stopped_at", "reason"),
    [
        ("", "个", 0, "a number is missing"),
        ("X5", "个", 0, "no number begins with `X5`"),
        ("‰5", "%", 0, "`‰` is printed, but the unit's words do not include it"),
        ("多个", "个", 0, "`多` without a number is too vague"),
        ("翻一番", "个", 0, "翻番 needs a unit whose words include 倍"),
        ("5个到", "个", 2, "no second number follows `到`"),
        ("5个以上左右", "个", 4, "`左右` is one qualifier too many, or is in the wrong place"),
        ("超过", "个", 2, "a number is missing"),
        ("百分之", "%", 0, "`百` is not a well-formed number"),
        ("1 2个", "个", 1, APART),
        ("约 31\n031万", "人", 4, APART),
        ("31031万户", "人", 6, "`户` is not a word of this unit"),
        ("31031 万 户", "人", 8, "`户` is not a word of this unit"),
        ("5%", "个", 1, "`%` is printed, but the unit's words do not include it"),
        ("4.5‰", "%", 3, "`‰` is printed, but the unit's words do not include it"),
        ("4.5‰", "% ‰", 3, "`‰` is printed, but the unit's words do not include it"),
        ("九成", "个", 0, "a share needs a unit whose words include %"),
        ("约1/3", "个", 1, "a share needs a unit whose words include %"),
        ("全部", "个", 0, "a share needs a unit whose words include %"),
        ("一半", "个", 0, "a share needs a unit whose words include %"),
        ("百分之七十", "个", 0, "a share needs a unit whose words include %"),
        ("1/3%", "%", 3, "`%` is printed, but the unit's words do not include it"),
        ("超过5个以内", "个", 4, "`超过` and `以内` contradict each other"),
        ("近5%左右", "%", 3, "`近` and `左右` contradict each other"),
        ("近30来个", "个", 3, "`近` and `来` contradict each other"),
        ("近6000余个", "个", 5, "`近` and `余` contradict each other"),
        ("不足6000多个", "个", 6, "`不足` and `多` contradict each other"),
        ("约5个以上", "个", 3, "`约` and `以上` contradict each other"),
        ("10个以上左右", "个", 5, "`左右` is one qualifier too many, or is in the wrong place"),
        ("5000以上人", "人", 6, "`人` is not a word of this unit"),
        ("10多亿多人", "人", 4, "`多` is one qualifier too many, or is in the wrong place"),
        ("0余个", "个", 1, "余 and 多 need a number above zero"),
        ("-3余个", "个", 2, "余 and 多 need a number above zero"),
        ("近两年", "年", 0, "近 before a word for time names the recent past, not a size"),
        ("近3个月", "个月", 0, "近 before a word for time names the recent past, not a size"),
        ("约1~2个", "个", 2, "a range takes no qualifier"),
        ("1~2个左右", "个", 4, "a range takes no qualifier"),
        ("10多~20个", "个", 2, "a range takes no qualifier"),
        (
            "5~3个",
            "个",
            1,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "3~3个",
            "个",
            1,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "5万~1万",
            "个",
            2,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "900~1万",
            "个",
            3,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "8~1万",
            "个",
            1,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "10个~20项",
            "个 项",
            3,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        (
            "5~1/3",
            "%",
            1,
            "the two ends of a range must be of one kind, and the first below the last",
        ),
        ("三至四千", "人", 3, "it is not clear whether `千` serves both numbers"),
        ("一至四十", "人", 3, "it is not clear whether `十` serves both numbers"),
        ("百分之三至四十", "%", 6, "it is not clear whether `十` serves both numbers"),
        ("三至五十万", "人", 3, "it is not clear whether `十` serves both numbers"),
        ("4~", "个", 1, "no second number follows `~`"),
        ("1.2.3", "个", 3, "the number cannot go on with `.3`"),
        ("007", "个", 1, "the number cannot go on with `07`"),
        ("1万5", "个", 2, "the number cannot go on with `5`"),
        (
            "3分30秒",
            "分 秒",
            2,
            "a figure has one unit, but `30秒` follows: give it in one unit with `value`",
        ),
        ("2.5米3", "米", 4, "the number cannot go on with `3`"),
        (
            "超过3.5、4.2万人",
            "人",
            5,
            "each number of a list is a figure of its own: leave `、4.2万人` out",
        ),
        ("3、4万人", "人", 1, "each number of a list is a figure of its own: leave `、4万人` out"),
        (
            "3.5、4.2万人以上",
            "人",
            3,
            "each number of a list is a figure of its own: leave `、4.2万人以上` out",
        ),
        (
            "3.5、4.2万多人",
            "人",
            3,
            "each number of a list is a figure of its own: leave `、4.2万多人` out",
        ),
        (
            "187、28、20倍",
            "倍",
            3,
            "each number of a list is a figure of its own: leave `、28、20倍` out",
        ),
        ("3起", "件", 1, "`起` is not a word of this unit"),
        ("5日起", "日", 2, "`起` is not a word of this unit"),
        ("3/3", "%", 1, "the number cannot go on with `/3`"),
        ("4/3", "%", 1, "the number cannot go on with `/3`"),
        ("三分之零", "%", 1, "`分之零` is not a word of this unit"),
        ("1.5分之一", "%", 3, "`分之一` is not a word of this unit"),
        ("三分之三", "%", 1, "`分之三` is not a word of this unit"),
        ("十成五", "%", 1, "`成五` is not a word of this unit"),
        ("2.5成5", "%", 3, "`成5` is not a word of this unit"),
        ("3万成", "%", 2, "`成` is not a word of this unit"),
        ("0成", "%", 1, "`成` is not a word of this unit"),
        ("12成", "%", 2, "`成` is not a word of this unit"),
        ("千克以内", "千克", 0, "`千` is not a well-formed number"),
        ("二百五", "个", 0, "`二百五` is not a well-formed number"),
        ("1，23", "个", 1, "`，23` is not a word of this unit"),
        ("第3", "位", 0, "leave `第` out: a rank is written as its bare number"),
        ("1234567890123456", "个", 0, "a number has at most 15 digits"),
        ("一二三四五六七八九一二三四五六七", "个", 0, "a number has at most 15 digits"),
        ("5\u200b个", "个", 1, "`<U+200B>个` is not a word of this unit"),
        ("5个有关部门和单位", "个", 2, "`有关部门和单位` is not a word of this unit"),
        ("5个关于一二三四五六七", "个", 2, "`关于一二三四五六…` is not a word of this unit"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(
    text: str, words: str, stopped_at: int, reason: str
) -> None:
    assert read(text, words) == Unreadable(reason, stopped_at)


@pytest.mark.parametrize("text", VAGUE)
def test_what_is_too_vague_is_never_guessed(text: str) -> None:
    refused = read(text)
    assert isinstance(refused, Unreadable)
    assert refused.reason.endswith("too vague")


@pytest.mark.parametrize("text", LEFT_OUT)
def test_words_that_only_lead_to_the_figure_are_to_be_left_out(text: str) -> None:
    refused = read(text)
    assert isinstance(refused, Unreadable)
    assert "it is not part of a figure" in refused.reason


def test_a_figure_is_found_in_running_text_and_leads_back_to_its_place() -> None:
    article = "全国签约机构 超过8.5\n万 对，覆盖面更广。"
    folded = fold_text(article)
    figure = scan_figure(folded.plain, folded.plain.index("超"), unit_words(["对"]))
    assert isinstance(figure, ScannedFigure)
    start, end = folded.offsets[figure.pieces[0].start], folded.offsets[figure.end - 1] + 1
    assert article[start:end] == "超过8.5\n万 对"
    reading = as_reading(figure, folded)
    assert (reading, figure.unit) == (read_printed("超过8.5万对", ["对"]), "对")


@pytest.mark.parametrize("text", ["30%~40%", "30~40%", "30%~40"])
def test_the_unit_word_of_a_range_may_stand_once(text: str) -> None:
    figure = scan_figure(text, 0, unit_words(["%"]))
    assert isinstance(figure, ScannedFigure)
    assert figure.unit == "%"


def test_running_text_behind_a_joiner_or_without_a_number_does_not_disturb() -> None:
    figure = scan_figure("3个至今", 0, unit_words(["个"]))
    assert isinstance(figure, ScannedFigure)
    assert figure.end == 2
    assert scan_figure("3个至今", 2, unit_words(["个"])) == Stop("no number begins with `至今`", 2)


@pytest.mark.parametrize(
    ("quantity", "unit", "text"),
    [
        (
            Case("", "", "=", "310310000", "310310000", "310310000", "10000").quantity,
            "人",
            "31031万人",
        ),
        (Case("", "", "=", "22", "22", "22", "0.1").quantity, "%", "22.0%"),
        (Case("", "", "=", "1.1", "1.1", "1.1", "0.01").quantity, "", "1.10"),
        (Case("", "", ">", "85000", "85000", None, "1000").quantity, "对", "超过8.5万对"),
        (Case("", "", ">", "6000", "6000", "7000", "1").quantity, "个", "6000余个"),
        (Case("", "", "≥", "10", "10", None, "1").quantity, "项", "不少于10项"),
        (Case("", "", "≲", "3600", None, "3600", "1").quantity, "家", "近3600家"),
        (Case("", "", "≲", "3", None, "3", "1").quantity, "年", "接近3年"),
        (Case("", "", "<", "100", None, "100", "1").quantity, "元", "不足100元"),
        (Case("", "", "≤", "15", None, "15", "1").quantity, "分钟", "不超过15分钟"),
        (Case("", "", "≈", "5", None, None, "1").quantity, "%", "约5%"),
        (Case("", "", "range", None, "800", "1200", "1").quantity, "种", "800～1200种"),
        (Case("", "", "range", None, "400000", "500000", "10000").quantity, "", "40万～50万"),
        (
            Case(
                "", "", "=", "2980000000000", "2980000000000", "2980000000000", "10000000000"
            ).quantity,
            "元",
            "2.98万亿元",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_quantity_is_written_as_a_newspaper_would(
    quantity: Quantity, unit: str, text: str
) -> None:
    assert write_printed(quantity, unit) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Case("", "", "≈", "100/3", None, None, None).quantity, "约33.3333%"),
        (Case("", "", ">", "6000", "6000", "6500", "1").quantity, "超过6000%"),
        (Case("", "", "≥", "6000", "6000", "7000", "1").quantity, "不少于6000%"),
        (Case("", "", ">", "-30", "-30", "-20", "1").quantity, "超过-30%"),
        (
            Case("", "", "=", "20000000000000", None, None, "10000000000000").quantity,
            "20000000000000%",
        ),
        (Case("", "", "≈", "50", "45", "55", "1").quantity, "约50%"),
        (Case("", "", ">", "100/3", "100/3", "50", None).quantity, "超过33.3333%"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_quantity_no_newspaper_could_print_is_written_with_no_more_than_it_says(
    quantity: Quantity, text: str
) -> None:
    assert write_printed(quantity, "%") == text


def test_writing_a_quantity_without_its_number_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="a quantity has a value"):
        write_printed(Quantity(Relation.RANGE, None, Fraction(1), None, Fraction(1)), "个")


@st.composite
def printable(draw: st.DrawFn) -> Quantity:
    """A quantity that a newspaper could print: whole numbers of its precision, bounds as its
    relation gives them.
    """
    precision = Fraction(10) ** draw(st.integers(-4, 12))
    value = draw(st.integers(-(10**9), 10**9)) * precision
    relation = draw(st.sampled_from(Relation))
    if relation is Relation.RANGE:
        return Quantity(
            relation, None, value, value + draw(st.integers(1, 10**9)) * precision, precision
        )
    low = value if relation in {Relation.EQUAL, Relation.MORE, Relation.AT_LEAST} else None
    high = (
        value
        if relation in {Relation.EQUAL, Relation.JUST_UNDER, Relation.LESS, Relation.AT_MOST}
        else None
    )
    step = last_digit_of(value)
    if relation is Relation.MORE and value > 0 and step is not None and draw(st.booleans()):
        high = value + step
    return Quantity(relation, value, low, high, precision)


@given(
    printable(),
    st.sampled_from(
        [
            "",
            "人",
            "人次",
            "%",
            "‰",
            "个百分点",
            "百分点",
            "/10万",
            "千克",
            "亿元",
            "年",
            "个月",
            "倍",
        ]
    ),
)
def test_a_written_quantity_reads_back_to_itself(quantity: Quantity, unit: str) -> None:
    written = write_printed(quantity, unit)
    reading = read_printed(written, [unit])
    assert isinstance(reading, Reading), written
    assert (reading.quantity, reading.unit) == (quantity, unit)
    assert reading.parts == written_parts(quantity, unit)


PIECES = st.sampled_from(
    [
        *(
            "0123456789０９.，"
            ",%％‰/~～-—−至到〇零一二两三九十百千万亿点半成倍余多近超约过上内个人元 "
            "\n\u3000\u200b第数几"
        ),
        *(
            "百分之",
            "分之",
            "超过",
            "不足",
            "不超过",
            "至少",
            "以上",
            "以内",
            "左右",
            "一半",
            "百分点",
            "人次",
            "/10万",
            "千克",
            "有余",
            "达到",
        ),
    ]
)
WORDS = st.lists(
    st.sampled_from(["人", "人次", "个", "个百分点", "%", "‰", "/10万", "千克", "元", "年", ""]),
    max_size=4,
)


@given(st.lists(PIECES, max_size=12).map("".join), WORDS)
def test_no_text_makes_reading_fail_and_every_reading_is_sound(text: str, words: list[str]) -> None:
    outcome = read_printed(text, words)
    if isinstance(outcome, Unreadable):
        assert 0 <= outcome.stopped_at <= len(text)
        assert outcome.reason
        return
    quantity = outcome.quantity
    assert "".join(part.text for part in outcome.parts) == fold_text(text).shown
    assert (quantity.value is None) is (quantity.relation is Relation.RANGE)
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert quantity.precision is None or quantity.precision > 0
    assert not outcome.unit or outcome.unit in words


@given(st.text(max_size=40))
def test_reading_takes_any_text_at_all(text: str) -> None:
    outcome = read_printed(text, ["个", "%"])
    assert isinstance(outcome, Reading) or 0 <= outcome.stopped_at <= len(text)


@given(st.sampled_from(CASES), st.data())
def test_white_space_that_parts_no_digits_changes_nothing(case: Case, data: st.DataObject) -> None:
    digits = frozenset("0123456789０１２３４５６７８９")
    compact = "".join(case.text.split())
    gaps = [
        "" if {left, right} <= digits else data.draw(st.sampled_from(["", " ", "\n", "\u3000\r\n"]))
        for left, right in pairwise(compact)
    ]
    spaced = "".join(character + gap for character, gap in zip(compact, [*gaps, " "], strict=True))
    assert read(spaced, case.words) == read(case.text, case.words)


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("1 2个", "个", 1),
        ("约12 00个", "个", 3),
        ("8\n00~1200", "", 1),
        ("800~12 00", "", 6),
        ("1/3 2", "%", 3),
        ("0.1 5%", "%", 3),
    ],
)
def test_white_space_between_two_digits_stops_reading_there(text: str, words: str, at: int) -> None:
    assert read(text, words) == Unreadable(APART, at)


@pytest.mark.timed
def test_a_long_text_is_refused_as_fast_as_a_short_one_is_read() -> None:
    for text in (
        "9" * 200_000,
        "超" * 20_000,
        "一" * 200_000,
        "1," * 100_000,
        "1万" * 100_000,
        "约" + " " * 200_000,
    ):
        assert isinstance(read(text), Unreadable)


@pytest.mark.timed
def test_a_figure_is_read_in_a_fifth_of_a_millisecond() -> None:
    seconds = min(
        timeit.repeat(
            lambda: [read_printed(case.text, case.words.split()) for case in CASES],
            timer=process_time,
            number=1,
            repeat=20,
        )
    )
    assert seconds / len(CASES) < 200e-6
