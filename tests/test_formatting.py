"""Figures, dates and periods in both languages: the same number, precision and qualifier as
printed.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import formatting
from statsite.grammar.printed import Reading, Unreadable, read_printed
from statsite.interface_texts import load_interface_texts
from statsite.model import (
    Observation,
    PatternKind,
    Printing,
    Published,
    Status,
    TitledLabel,
    Unit,
    UnitLabel,
    UnitPattern,
)
from statsite.periods import Moment, parse_moment, parse_period
from statsite.problems import Location
from statsite.quantity import Quantity, Relation
from statsite.values import replace

WHERE = Location("content/units.yaml")
TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def unit(words: str, chinese: str, one: str, other: str) -> Unit:
    """A unit whose printed words are separated by spaces."""
    return Unit(
        "unit",
        tuple(words.split()),
        {"zh": UnitLabel(chinese, chinese), "en": UnitLabel(one, other)},
        WHERE,
    )


PERSON = unit("人 名 位", "人", "person", "people")
PERCENT = unit("%", "%", "%", "%")
PERMILLE = unit("‰", "‰", "‰", "‰")
FACILITY = unit("个 家 所", "个", "facility", "facilities")
BED = unit("张", "张", "bed", "beds")
PAIR = unit("对", "对", "pair", "pairs")
SERVICE = unit("人次", "人次", "service", "services")
YUAN = unit("元", "元", "yuan", "yuan")
YUAN_PER_HEAD = unit("元", "元/人", "yuan per person", "yuan per person")
GP_PER_10K = unit("人", "人/万人", "per 10,000 people", "per 10,000 people")
STUDENT_A_YEAR = unit("人 名", "人/年", "student a year", "students a year")
HOSPITAL_A_YEAR = unit("个 家", "个/年", "hospital a year", "hospitals a year")
MEDICINE = unit("种", "种", "medicine", "medicines")
POINT = unit("个百分点", "个百分点", "percentage point", "percentage points")
DAY = unit("天 日", "天", "day", "days")
RANK = unit("位 名", "（全国位次）", "(national rank)", "(national rank)")
SECOND = unit("秒", "秒", "second", "seconds")
DEGREE = unit("℃", "℃", "°C", "°C")


def patterned(words: str, chinese: UnitLabel, english: UnitLabel) -> Unit:
    """A unit whose figures are not written as number and label."""
    return Unit("unit", tuple(words.split()), {"zh": chinese, "en": english}, WHERE)


def label(other: str, kind: PatternKind, before: str, behind: str) -> UnitLabel:
    """A label with a pattern."""
    return UnitLabel(other, other, UnitPattern(kind, before, behind))


EVERY, RANKED, TOP, AMOUNT = (
    PatternKind.EVERY,
    PatternKind.RANK,
    PatternKind.TOP,
    PatternKind.AMOUNT,
)
EVERY_YEAR = patterned(
    "个 家", label("个/年", EVERY, "每年", ""), UnitLabel("hospital a year", "hospitals a year")
)
DAILY = patterned(
    "人次", label("人次/日", EVERY, "日均", ""), label("visits", EVERY, "each day ", " visits")
)
PER_1000 = patterned(
    "",
    label("张/千人", EVERY, "每千人", "张"),
    UnitLabel("bed per 1,000 people", "beds per 1,000 people"),
)
TIMES = patterned(
    "次",
    label("次/年", EVERY, "每年", ""),
    UnitLabel("time a year", "times a year", once="once a year", twice="twice a year"),
)
PLACE = patterned(
    "位 名", label("位次", RANKED, "第", "位"), label("place", RANKED, "", " nationally")
)
FIRST_PLACES = patterned("位 名", label("位", TOP, "前", "位"), label("places", TOP, "top ", ""))
EURO = patterned("欧元", UnitLabel("欧元", "欧元"), label("euros", AMOUNT, "€", ""))


def test_a_time_limit_is_within_what_other_limits_are_at_most() -> None:
    written = {
        printed: str(formatting.figure_text(printing(printed, of), of, "en"))
        for printed, of in (
            ("90天内", DAY),
            ("21日以内", DAY),
            ("至多90天", DAY),
            ("千元以内", YUAN),
        )
    }
    assert written == {
        "90天内": "within 90 days",
        "21日以内": "within 21 days",
        "至多90天": "at most 90 days",
        "千元以内": "at most 1,000 yuan",
    }


PATTERNED = [
    ("19个以上", EVERY_YEAR, "每年19个以上", "at least 19 hospitals a year"),
    ("约20家", EVERY_YEAR, "每年约20家", "about 20 hospitals a year"),
    ("19", EVERY_YEAR, "每年19个", "19 hospitals a year"),
    ("1~2家", EVERY_YEAR, "每年1~2家", "1–2 hospitals a year"),
    ("60余万人次", DAILY, "日均60余万人次", "each day 600,000-odd visits"),
    ("超60万人次", DAILY, "日均超60万人次", "each day more than 600,000 visits"),
    ("25.76", PER_1000, "每千人25.76张", "25.76 beds per 1,000 people"),
    ("一次", TIMES, "每年一次", "once a year"),
    ("至少开展一次", TIMES, "每年至少开展一次", "at least once a year"),
    ("2次", TIMES, "每年2次", "twice a year"),
    ("不超过3次", TIMES, "每年不超过3次", "at most 3 times a year"),
    ("1~2次", TIMES, "每年1~2次", "1–2 times a year"),
    ("3", PLACE, "第3位", "3rd nationally"),
    ("22名", PLACE, "第22位", "22nd nationally"),
    ("2~3位", PLACE, "第2~3位", "2nd–3rd nationally"),
    ("6", FIRST_PLACES, "前6位", "top six"),
    ("12", FIRST_PLACES, "前12位", "top 12"),
    ("220.0亿欧元", EURO, "220.0亿欧元", "€22.00 billion"),
    ("超过8亿欧元", EURO, "超过8亿欧元", "more than €800 million"),
    ("800万至1200万欧元", EURO, "800万至1200万欧元", "€8–12 million"),
    ("-3亿欧元", EURO, "-3亿欧元", "−€300 million"),
    ("-3亿至5亿欧元", EURO, "-3亿至5亿欧元", "−€300 million to €500 million"),
    ("3亿多欧元", EURO, "3亿多欧元", "over €300 million"),
]


def printing(printed: str, of: Unit) -> Printing:
    """The printing of a figure that an article prints."""
    reading = read_printed(printed, of.words)
    assert isinstance(reading, Reading), reading
    return Printing("care.figure", printed, reading.quantity, reading, "bulletin", None, WHERE)


def typed(quantity: Quantity) -> Printing:
    """The printing of a figure typed as ``value:``."""
    return Printing("care.figure", None, quantity, None, "bulletin", None, WHERE)


def exactly(value: str, precision: str, relation: Relation = Relation.EQUAL) -> Quantity:
    """A quantity whose bounds are those of its relation."""
    number = Fraction(value)
    low = number if relation in {Relation.EQUAL, Relation.MORE, Relation.AT_LEAST} else None
    high = (
        number
        if relation in {Relation.EQUAL, Relation.JUST_UNDER, Relation.LESS, Relation.AT_MOST}
        else None
    )
    return Quantity(relation, number, low, high, Fraction(precision))


CASES = [
    ("31031万人", PERSON, "31031万人", "310.31 million people"),
    ("799.3万张", BED, "799.3万张", "7.993 million beds"),
    ("380万人", PERSON, "380万人", "3.80 million people"),
    ("8.5万对", PAIR, "8.5万对", "85,000 pairs"),
    ("4.0万个", FACILITY, "4.0万个", "40,000 facilities"),
    ("15624个", FACILITY, "15624个", "15,624 facilities"),
    ("1000000个", FACILITY, "1000000个", "1,000,000 facilities"),
    ("1亿人次", SERVICE, "1亿人次", "100 million services"),
    ("2.98万亿元", YUAN, "2.98万亿元", "2.98 trillion yuan"),
    ("12亿零741.3万人", PERSON, "12亿零741.3万人", "1,207,413,000 people"),
    ("1234.56亿元", YUAN, "1234.56亿元", "123.456 billion yuan"),
    ("22.0%", PERCENT, "22.0%", "22.0%"),
    ("22.0％", PERCENT, "22.0%", "22.0%"),
    ("95", PERCENT, "95%", "95%"),
    ("4.5‰", PERMILLE, "4.5‰", "4.5‰"),
    ("9个百分点", POINT, "9个百分点", "9 percentage points"),
    ("1个百分点", POINT, "1个百分点", "1 percentage point"),
    ("-3.5℃", DEGREE, "-3.5℃", "−3.5°C"),
    ("-1500万元", YUAN, "-1500万元", "−15.00 million yuan"),
    ("0人", PERSON, "0人", "0 people"),
    ("1名", PERSON, "1名", "1 person"),
    ("至少1名", PERSON, "至少1名", "at least 1 person"),
    ("全部", PERCENT, "全部（100%）", "all"),
    ("全覆盖", PERCENT, "全覆盖（100%）", "all"),
    ("1.0天", DAY, "1.0天", "1.0 days"),
    ("46秒40", SECOND, "46秒40", "46.40 seconds"),
    ("两家", FACILITY, "两家", "2 facilities"),
    ("6", RANK, "6（全国位次）", "6 (national rank)"),
    ("超过8.5万对", PAIR, "超过8.5万对", "more than 85,000 pairs"),
    ("6000余个", FACILITY, "6000余个", "6,000-odd facilities"),
    ("5.7万余名", PERSON, "5.7万余名", "57,000-odd people"),
    ("10多亿人次", SERVICE, "10多亿人次", "over 1 billion services"),
    ("百余家", FACILITY, "百余家", "100-odd facilities"),
    ("近3600家", FACILITY, "近3600家", "nearly 3,600 facilities"),
    ("近500万人", PERSON, "近500万人", "nearly 5 million people"),
    ("近130亿元", YUAN, "近130亿元", "nearly 13 billion yuan"),
    ("超1.50亿人", PERSON, "超1.50亿人", "more than 150 million people"),
    ("约1.50万亿元", YUAN, "约1.50万亿元", "about 1.50 trillion yuan"),
    ("95%以上", PERCENT, "95%以上", "at least 95%"),
    ("不低于25%", PERCENT, "不低于25%", "at least 25%"),
    ("千元以内", YUAN, "千元以内", "at most 1,000 yuan"),
    ("不足20%", PERCENT, "不足20%", "less than 20%"),
    ("约30人", PERSON, "约30人", "about 30 people"),
    ("85%左右", PERCENT, "85%左右", "about 85%"),
    ("1~2个", FACILITY, "1~2个", "1–2 facilities"),
    ("800～1200种", MEDICINE, "800～1200种", "800–1,200 medicines"),
    ("40万至50万", PERSON, "40万至50万人", "400,000–500,000 people"),
    ("800万至1200万人", PERSON, "800万至1200万人", "8–12 million people"),
    ("1250万~1500万人", PERSON, "1250万~1500万人", "12.5–15.0 million people"),
    ("80万~120万人", PERSON, "80万~120万人", "800,000–1.2 million people"),
    ("8亿~12亿人", PERSON, "8亿~12亿人", "800 million–1.2 billion people"),
    ("8%~12%", PERCENT, "8%~12%", "8–12%"),
    ("-5~-3℃", DEGREE, "-5~-3℃", "−5°C to −3°C"),
    ("-5%至5%", PERCENT, "-5%至5%", "−5% to 5%"),
    ("-5%—-3%", PERCENT, "-5%—-3%", "−5% to −3%"),
    ("-5至5天", DAY, "-5至5天", "−5 to 5 days"),
    ("-5万~5万元", YUAN, "-5万~5万元", "−50,000 to 50,000 yuan"),
    ("-500万至1200万人", PERSON, "-500万至1200万人", "−5 to 12 million people"),
    ("1.5—3%", PERCENT, "1.5—3%", "1.5–3%"),
    ("1—3.5%", PERCENT, "1—3.5%", "1–3.5%"),
    ("1.0—3.50%", PERCENT, "1.0—3.50%", "1.0–3.50%"),
    ("1.5万—3万人", PERSON, "1.5万—3万人", "15,000–30,000 people"),
    ("1.5亿—3亿人", PERSON, "1.5亿—3亿人", "150–300 million people"),
    ("1.25万亿—3万亿元", YUAN, "1.25万亿—3万亿元", "1.25–3 trillion yuan"),
    ("1/3", PERCENT, "1/3", "one third"),
    ("三分之一", PERCENT, "三分之一", "one third"),
    ("1/3", PERMILLE, "1/3", "one third"),
    ("约1/3", PERCENT, "约1/3", "about one third"),
    ("近三分之一", PERCENT, "近三分之一", "nearly one third"),
    ("1/3以上", PERCENT, "1/3以上", "at least one third"),
    ("三分之一至一半", PERCENT, "三分之一至一半", "1/3–1/2"),
    ("一半", PERCENT, "一半", "half"),
    ("约一半", PERCENT, "约一半", "about half"),
    ("一半左右", PERCENT, "一半左右", "about half"),
    ("一半以上", PERCENT, "一半以上", "at least half"),
    ("近一半", PERCENT, "近一半", "nearly half"),
    ("过半", PERCENT, "过半", "more than half"),
    ("不足一半", PERCENT, "不足一半", "less than half"),
    ("九成", PERCENT, "九成", "90%"),
    ("八成五", PERCENT, "八成五", "85%"),
    ("超七成", PERCENT, "超七成", "more than 70%"),
    ("三成多", PERCENT, "三成多", "30-odd per cent"),
    ("8~9成", PERCENT, "8~9成", "80–90%"),
    ("百分之七十", PERCENT, "百分之七十", "70%"),
    ("百分之三十至四十", PERCENT, "百分之三十至四十", "30–40%"),
    ("63.87万", PERSON, "63.87万人", "638,700 people"),
    ("超过30万", PERSON, "超过30万人", "more than 300,000 people"),
    ("5000多", PERSON, "5000多人", "5,000-odd people"),
    ("6500余万", PERSON, "6500余万人", "over 65 million people"),
    ("30万以上", PERSON, "30万人以上", "at least 300,000 people"),
    ("7000左右", PERSON, "7000人左右", "about 7,000 people"),
    ("4.54人", GP_PER_10K, "4.54人/万人", "4.54 per 10,000 people"),
    ("15元", YUAN_PER_HEAD, "15元/人", "15 yuan per person"),
    ("7000人左右", STUDENT_A_YEAR, "7000人/年左右", "about 7,000 students a year"),
    ("1名", STUDENT_A_YEAR, "1人/年", "1 student a year"),
    ("19个以上", HOSPITAL_A_YEAR, "19个/年以上", "at least 19 hospitals a year"),
    ("20多家", HOSPITAL_A_YEAR, "20多个/年", "20-odd hospitals a year"),
    ("1~2家", HOSPITAL_A_YEAR, "1~2个/年", "1–2 hospitals a year"),
    ("超6000余家", FACILITY, "超6000余家", "6,000-odd facilities"),
    ("5%出头", PERCENT, "5%出头", "5-odd per cent"),
    ("12℃出头", DEGREE, "12℃出头", "12-odd °C"),
    ("182.6、95.3和252.2亿元", YUAN, "182.6亿元", "18.26 billion yuan"),
    ("12、15和20万", PERSON, "12万人", "120,000 people"),
    ("300+", PERSON, "300+人", "at least 300 people"),
]


@pytest.mark.parametrize(
    ("printed", "of", "chinese", "english"),
    CASES,
    ids=[f"{case[0]}-{case[1].label['en'].other}" for case in CASES],
)
def test_a_printed_figure_keeps_number_precision_and_qualifier(
    printed: str, of: Unit, chinese: str, english: str
) -> None:
    assert str(formatting.figure_text(printing(printed, of), of, "zh")) == chinese
    assert str(formatting.figure_text(printing(printed, of), of, "en")) == english


@pytest.mark.parametrize(("printed", "of", "chinese", "english"), PATTERNED)
def test_a_pattern_of_the_unit_says_where_the_number_stands(
    printed: str, of: Unit, chinese: str, english: str
) -> None:
    assert str(formatting.figure_text(printing(printed, of), of, "zh")) == chinese
    assert str(formatting.figure_text(printing(printed, of), of, "en")) == english


def test_a_title_that_says_a_part_of_the_unit_leaves_it_to_the_title() -> None:
    chinese = replace(
        label("元/人", EVERY, "每人", ""), titled=TitledLabel(("人均", "每人"), "元", "元")
    )
    english = UnitLabel(
        "yuan per person",
        "yuan per person",
        titled=TitledLabel(("per head", "per person"), "yuan", "yuan"),
    )
    per_head, figure = patterned("元", chinese, english), printing("99元", YUAN)

    def beside(title: dict[str, str]) -> list[str]:
        return [
            str(formatting.figure_text(figure, per_head.beside(title), language))
            for language in ("zh", "en")
        ]

    assert beside({"zh": "人均补助标准", "en": "Subsidy Per Head"}) == ["99元", "99 yuan"]
    assert beside({"zh": "补助标准", "en": "Subsidy per person"}) == ["每人99元", "99 yuan"]
    assert beside({"zh": "补助标准", "en": "Subsidy"}) == ["每人99元", "99 yuan per person"]


@pytest.mark.parametrize(
    ("low", "high", "step", "of", "chinese", "english"),
    [
        (
            "25.7560",
            "25.7602",
            "0.0001",
            PER_1000,
            "每千人约25.76张",
            "about 25.76 beds per 1,000 people",
        ),
        ("963700000", "968100000", "100000", PERSON, "约9.66亿人", "about 966 million people"),
        ("14300000", "17600000", "100000", PERSON, "1430万～1760万人", "14.3–17.6 million people"),
        ("52.5", "56.3", "0.1", PERCENT, "52.5%～56.3%", "52.5–56.3%"),
        ("3332700", "3338500", "100", PERSON, "约334万人", "about 3.34 million people"),
        ("10.333", "10.334", "0.001", PERSON, "约10.3人", "about 10.3 people"),
        ("2104", "2122", "1", YUAN, "约2110元", "about 2,110 yuan"),
        ("37.8", "39.0", "0.1", PERCENT, "约38%", "about 38%"),
        ("11", "19", "1", PERSON, "11～19人", "11–19 people"),
        ("9.01", "9.99", "0.01", PERCENT, "9.01%～9.99%", "9.01–9.99%"),
        ("-1.0", "2.0", "0.1", PERCENT, "-1%～2%", "−1% to 2%"),
        ("5", "5", "1", PERSON, "约5人", "about 5 people"),
    ],
)
def test_a_derived_figure_has_the_digits_that_its_bounds_support(  # noqa: PLR0913, PLR0917 - the columns of the table
    low: str, high: str, step: str, of: Unit, chinese: str, english: str
) -> None:
    quantity = Quantity(Relation.RANGE, None, Fraction(low), Fraction(high), Fraction(step))
    derived = Observation(
        "care.figure",
        None,
        "care",
        "care.figure",
        "unit",
        "cn",
        None,
        Status.DERIVED,
        None,
        {},
        WHERE,
        printing=typed(quantity),
    )
    assert str(formatting.observation_text(derived, of, "zh")) == chinese
    assert str(formatting.observation_text(derived, of, "en")) == english


@pytest.mark.parametrize(
    ("printed", "of", "expected"),
    [
        ("约30人", PERSON, "About 30 people"),
        ("全部", PERCENT, "All"),
        ("一次", TIMES, "Once a year"),
        ("30人", PERSON, "30 people"),
    ],
)
def test_a_figure_that_begins_a_sentence_has_a_capital_letter(
    printed: str, of: Unit, expected: str
) -> None:
    assert str(formatting.figure_text(printing(printed, of), of, "en").capitalised) == expected


@pytest.mark.parametrize(
    ("quantity", "of", "chinese", "english"),
    [
        (exactly("310310000", "10000"), PERSON, "31031万人", "310.31 million people"),
        (exactly("22", "0.1"), PERCENT, "22.0%", "22.0%"),
        (exactly("1234567", "1"), PERSON, "1234567人", "1,234,567 people"),
        (
            exactly("5000000", "10000", Relation.JUST_UNDER),
            PERSON,
            "近500万人",
            "nearly 5 million people",
        ),
        (
            exactly("19", "1", Relation.AT_LEAST),
            HOSPITAL_A_YEAR,
            "不少于19个/年",
            "at least 19 hospitals a year",
        ),
        (exactly("3", "1", Relation.JUST_UNDER), DAY, "接近3天", "nearly 3 days"),
        (exactly("-0.38", "0.01"), PERMILLE, "-0.38‰", "−0.38‰"),
        (
            Quantity(Relation.RANGE, None, Fraction("37.8"), Fraction(39), Fraction("0.1")),
            PERCENT,
            "37.8%～39.0%",
            "37.8–39.0%",
        ),
        (
            Quantity(
                Relation.RANGE, None, Fraction(14300000), Fraction(17600000), Fraction(100000)
            ),
            PERSON,
            "1430万～1760万人",
            "14.3–17.6 million people",
        ),
        (exactly("14300000", "100000"), PERSON, "1430万人", "14.3 million people"),
        (
            Quantity(
                Relation.RANGE,
                None,
                Fraction("0.5"),
                Fraction(20),
                Fraction("0.1"),
                (Fraction("0.1"), Fraction(1)),
            ),
            PERCENT,
            "0.5%～20%",
            "0.5–20%",
        ),
        (
            Quantity(Relation.RANGE, None, Fraction(3), Fraction(5), Fraction(1)),
            FACILITY,
            "3～5个",
            "3–5 facilities",
        ),
        (
            Quantity(Relation.MORE, Fraction(6000), Fraction(6000), Fraction(7000), Fraction(1)),
            FACILITY,
            "6000余个",
            "6,000-odd facilities",
        ),
        (
            Quantity(
                Relation.EQUAL, Fraction(10**17), Fraction(10**17), Fraction(10**17), Fraction(1)
            ),
            PERSON,
            f"{10**17}人",
            f"{10**17:,} people",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_typed_value_is_written_in_both_languages(
    quantity: Quantity, of: Unit, chinese: str, english: str
) -> None:
    assert str(formatting.figure_text(typed(quantity), of, "zh")) == chinese
    assert str(formatting.figure_text(typed(quantity), of, "en")) == english


def test_the_number_is_told_apart_from_the_words_around_it() -> None:
    figure = printing("超过8.5万对", PAIR)
    chinese = [(part.kind, part.text) for part in formatting.figure_text(figure, PAIR, "zh").parts]
    english = [(part.kind, part.text) for part in formatting.figure_text(figure, PAIR, "en").parts]
    assert chinese == [("word", "超过"), ("number", "8.5"), ("word", "万对")]
    assert english == [("word", "more than "), ("number", "85,000"), ("word", " pairs")]


@pytest.mark.parametrize(
    ("low", "high", "step", "of", "chinese", "english"),
    [
        ("10000", "20000", "1000", PERSON, "1万～2万人", "10,000–20,000 people"),
        ("9.0", "10.0", "0.1", PERCENT, "9%～10%", "9–10%"),
        ("9.5", "10.0", "0.1", PERCENT, "9.5%～10.0%", "9.5–10.0%"),
    ],
)
def test_a_computed_range_has_no_idle_decimals(  # noqa: PLR0913, PLR0917 - the columns of the table
    low: str, high: str, step: str, of: Unit, chinese: str, english: str
) -> None:
    quantity = Quantity(Relation.RANGE, None, Fraction(low), Fraction(high), Fraction(step))
    assert str(formatting.quantity_text(quantity, of, "zh")) == chinese
    assert str(formatting.quantity_text(quantity, of, "en")) == english


def test_a_typed_value_is_parted_like_a_printed_one() -> None:
    figure = typed(exactly("19", "1", Relation.AT_LEAST))
    parts = [
        (part.kind, part.text)
        for part in formatting.figure_text(figure, HOSPITAL_A_YEAR, "zh").parts
    ]
    assert parts == [("word", "不少于"), ("number", "19"), ("word", "个/年")]


SCALES = {"": 1, " million": 10**6, " billion": 10**9, " trillion": 10**12}
QUALIFIERS = {
    Relation.EQUAL: "",
    Relation.ABOUT: "about ",
    Relation.JUST_UNDER: "nearly ",
    Relation.MORE: "more than ",
    Relation.AT_LEAST: "at least ",
    Relation.LESS: "less than ",
    Relation.AT_MOST: "at most ",
}
PRECISIONS = st.integers(-4, 12).map(lambda exponent: Fraction(10) ** exponent)
DIGITS = st.integers(-(10**9), 10**9)


def english_number(text: str) -> tuple[Fraction, Fraction]:
    """The number that an English text writes, and the size of its last digit if it has decimals,
    else 1 or its scale.
    """
    found = re.fullmatch(r"(−?)(\d{1,3}(?:,\d{3})*)(?:\.(\d+))?( [mbt]r?illion)?", text)
    assert found, text
    scale = SCALES[found[4] or ""]
    decimals = found[3] or ""
    number = Fraction(f"{found[2].replace(',', '')}.{decimals or 0}") * scale
    assert len(decimals) <= 4 or not found[4]
    return (-number if found[1] else number), Fraction(scale, 10 ** len(decimals))


@given(DIGITS, PRECISIONS)
def test_english_digits_and_scale_are_the_value_with_the_printed_decimals(
    digits: int, precision: Fraction
) -> None:
    value = digits * precision
    quantity = Quantity(Relation.EQUAL, value, value, value, precision)
    text = str(formatting.figure_text(typed(quantity), YUAN, "en")).removesuffix(" yuan")
    number, last_digit = english_number(text)
    assert number == value
    assert last_digit == precision or (last_digit < precision and "." not in text)


@given(
    DIGITS,
    PRECISIONS,
    st.sampled_from([relation for relation in QUALIFIERS if relation is not Relation.EQUAL]),
)
def test_english_keeps_every_qualifier_and_value(
    digits: int, precision: Fraction, relation: Relation
) -> None:
    quantity = Quantity(relation, digits * precision, None, None, precision)
    text = str(formatting.figure_text(typed(quantity), YUAN, "en")).removesuffix(" yuan")
    assert text.startswith(QUALIFIERS[relation])
    assert english_number(text.removeprefix(QUALIFIERS[relation]))[0] == digits * precision


@given(st.integers(0, 10**6), st.integers(1, 10**6), PRECISIONS)
def test_english_keeps_both_ends_of_a_range(first: int, step: int, precision: Fraction) -> None:
    quantity = Quantity(
        Relation.RANGE, None, first * precision, (first + step) * precision, precision
    )
    low, _, high = (
        str(formatting.figure_text(typed(quantity), YUAN, "en"))
        .removesuffix(" yuan")
        .partition("–")
    )
    scale = high.partition(" ")[2]
    candidates = [low, f"{low} {scale}"] if scale and " " not in low else [low]
    assert first * precision in [english_number(text)[0] for text in candidates]
    assert english_number(high)[0] == (first + step) * precision


BEFORE = ("", "约", "近", "超过", "超", "不低于", "至少", "不足", "不超过")
AFTER = ("", "以上", "左右", "以内")
SCALE_WORDS = ("", "万", "亿", "万亿")


@given(
    st.sampled_from(BEFORE),
    st.from_regex(r"[1-9][0-9]{0,4}(\.[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(SCALE_WORDS),
    st.sampled_from(("", "人", "名")),
    st.sampled_from(AFTER),
)
def test_chinese_keeps_the_printed_form_and_always_has_a_unit(
    before: str, digits: str, scale: str, word: str, after: str
) -> None:
    printed = f"{before}{digits}{scale}{word}{after}"
    if isinstance(read_printed(printed, PERSON.words), Unreadable):
        return
    assert (
        str(formatting.figure_text(printing(printed, PERSON), PERSON, "zh"))
        == f"{before}{digits}{scale}{word or '人'}{after}"
    )
    replaced = str(formatting.figure_text(printing(printed, STUDENT_A_YEAR), STUDENT_A_YEAR, "zh"))
    assert replaced == f"{before}{digits}{scale}人/年{after}"


@pytest.mark.parametrize(
    ("text", "status", "chinese", "english"),
    [
        ("2024", Status.OBSERVED, "2024年", "2024"),
        ("2024-12-31", Status.OBSERVED, "截至2024年末", "end of 2024"),
        ("2025-06-30", Status.OBSERVED, "截至2025年6月30日", "as of 30 June 2025"),
        ("2024-02-29", Status.OBSERVED, "截至2024年2月29日", "as of 29 February 2024"),
        ("2025-07-26", Status.OBSERVED, "2025年7月26日", "26 July 2025"),
        ("2025-09", Status.OBSERVED, "2025年9月", "September 2025"),
        ("2030", Status.TARGET, "到2030年", "by 2030"),
        ("2030-06", Status.TARGET, "到2030年6月", "by June 2030"),
        ("2030-12-31", Status.TARGET, "到2030年末", "by the end of 2030"),
        ("2026-07-01", Status.PLAN, "2026年7月1日", "1 July 2026"),
        ("2026-12-31", Status.PLAN, "2026年末", "end of 2026"),
        ("2025-01/2025-09", Status.OBSERVED, "2025年1—9月", "January–September 2025"),
        (
            "2024-09/2025-03",
            Status.OBSERVED,
            "2024年9月至2025年3月",
            "September 2024 to March 2025",
        ),
        ("2024/2025", Status.OBSERVED, "2024—2025年", "2024–2025"),
        ("2025-07-24/2025-07-25", Status.OBSERVED, "2025年7月24—25日", "24–25 July 2025"),
        (
            "2025-07-24/2025-08-02",
            Status.OBSERVED,
            "2025年7月24日至8月2日",
            "24 July to 2 August 2025",
        ),
        (
            "2024-07-24/2025-08-02",
            Status.OBSERVED,
            "2024年7月24日至2025年8月2日",
            "24 July 2024 to 2 August 2025",
        ),
        ("2024/2025-09", Status.OBSERVED, "2024年至2025年9月", "2024 to September 2025"),
        ("2012/..", Status.OBSERVED, "2012年以来", "since 2012"),
        ("2012-03/..", Status.OBSERVED, "2012年3月以来", "since March 2012"),
        ("../2030", Status.TARGET, "到2030年", "by 2030"),
        ("../2030-12-31", Status.PLAN, "到2030年末", "by the end of 2030"),
    ],
)
def test_a_period_is_said_as_people_say_it(
    text: str, status: Status, chinese: str, english: str
) -> None:
    period = parse_period(text)
    assert period is not None
    assert formatting.period(period, status, "zh") == chinese
    assert formatting.period(period, status, "en") == english


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("2024-12-31", "2024年", "2024"),
        ("2024", "2024年", "2024"),
        ("2025-09", "2025年9月", "September 2025"),
        ("2025-07-26", "2025年7月26日", "26 July 2025"),
        ("2025-01/2025-09", "2025年1—9月", "January–September 2025"),
        ("2012/..", "2012年以来", "since 2012"),
        ("2013/2014", "2013/14年", "2013/14"),
        ("2003/2005", "2003/05年", "2003/05"),
        ("1999/2000", "1999/2000年", "1999/2000"),
        ("2016/2020", "2016—2020年", "2016–2020"),
        ("2013-07/2014-06", "2013年7月至2014年6月", "July 2013 to June 2014"),
    ],
)
def test_an_axis_says_the_period_without_its_status(text: str, chinese: str, english: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert formatting.short_period(period, "zh") == chinese
    assert formatting.short_period(period, "en") == english


@pytest.mark.parametrize(
    ("date", "approximate", "chinese", "english"),
    [
        (Moment(2025, 7, 28), False, "2025年7月28日", "28 July 2025"),
        (Moment(2025, 7, 28), True, "约2025年7月28日", "about 28 July 2025"),
        (Moment(2025, 11), True, "约2025年11月", "about November 2025"),
        (Moment(2025), False, "2025年", "2025"),
    ],
)
def test_a_publication_date_says_when_it_is_approximate(
    date: Moment,
    approximate: bool,  # noqa: FBT001 - a column
    chinese: str,
    english: str,
) -> None:
    published = Published(date, approximate, {})
    assert formatting.publication_date(published, "zh") == chinese
    assert formatting.publication_date(published, "en") == english


@given(st.dates())
def test_a_day_names_year_month_and_day_once(date: object) -> None:
    moment = parse_moment(str(date))
    assert moment is not None
    assert [int(part) for part in re.findall(r"\d+", formatting.day(moment, "zh"))] == [
        moment.year,
        moment.month,
        moment.day,
    ]
    assert [int(part) for part in re.findall(r"\d+", formatting.day(moment, "en"))] == [
        moment.day,
        moment.year,
    ]


A_DAY = Unit(
    "a-day",
    ("人次",),
    {
        "zh": UnitLabel("人次/日", "人次/日", UnitPattern(PatternKind.EVERY, "日均", "")),
        "en": UnitLabel("service a day", "services a day"),
    },
    WHERE,
)


def sentence(
    printed: str | Quantity, of: Unit, language: str, status: Status = Status.OBSERVED
) -> str:
    """What the site says of how to read a figure."""
    words = {
        key.removeprefix("reads-"): text
        for key, text in load_interface_texts([TEMPLATES])[language].items()
        if key.startswith("reads-")
    }
    return formatting.how_to_read(figure_of(printed, of, status), of, language, words)


def figure_of(printed: str | Quantity, of: Unit, status: Status = Status.OBSERVED) -> Observation:
    """A figure as it is printed, or with this quantity."""
    figure = typed(printed) if isinstance(printed, Quantity) else printing(printed, of)
    return Observation(
        "care.figure",
        None,
        "care",
        "care.figure",
        "unit",
        "cn",
        None,
        status,
        None,
        {},
        WHERE,
        printing=figure,
    )


def test_a_sentence_names_any_of_a_figure_s_numbers_and_nothing_else() -> None:
    read = partial(formatting.how_to_read, figure_of("60余万人次", A_DAY), A_DAY, "zh")
    all_named = "{every}|{value}|{few}|{low}|{high}|{precision}"
    told = read({"more-bounded": all_named})
    assert told == "日均|60万人次|60万人次|60万人次|70万人次|1万人次"
    with pytest.raises(KeyError, match="digits"):
        read({"more-bounded": "{digits}"})


@pytest.mark.parametrize(
    ("printed", "of", "chinese", "english"),
    [
        (
            "31031万人",
            PERSON,
            ("31031万人", "精确到1万人"),
            ("310.31 million people", "to the nearest 10,000 people"),
        ),
        ("22.0%", PERCENT, ("22.0%", "精确到0.1%"), ("22.0%", "to the nearest 0.1%")),
        ("64%", PERCENT, ("64%；", "精确到1%"), ("64%;", "to the nearest 1%")),
        ("15624家", FACILITY, ("15624家；",), ("15,624 facilities;",)),
        (
            "2.98万亿元",
            YUAN,
            ("2.98万亿元；", "精确到0.01万亿元"),
            ("2.98 trillion yuan;", "to the nearest 10 billion yuan"),
        ),
        (
            "60余万人次",
            A_DAY,
            ("日均多于60万人次；", "不到70万人次"),
            ("More than 600,000 services a day",),
        ),
        ("4.0万个", FACILITY, ("4.0万个；", "精确到0.1万个"), ("40,000 facilities;",)),
        ("10000万元", YUAN, ("10000万元；",), ("100.00 million yuan;",)),
        ("超过100万元", YUAN, ("多于100万元。",), ("More than 1 million yuan.",)),
        (
            "6500余万人",
            PERSON,
            ("多于6500万人", "不到6600万人"),
            ("65 million people", "66 million"),
        ),
        ("14.12亿元", YUAN, ("14.12亿元；",), ("1.412 billion yuan;", "nearest 1 million yuan")),
        ("10多亿人", PERSON, ("多于10亿人；",), ("More than 1 billion people", "below 2 billion")),
        ("1名", PERSON, ("1名；", "写的是整数"), ("1 person;", "as a whole number")),
        ("6", RANK, ("6（全国位次）",), ("6 (national rank);",)),
        ("1/3", PERCENT, ("约合33%；",), ("About 33%;",)),
        ("1.0天", DAY, ("精确到0.1天",), ("to the nearest 0.1 of a day",)),
        ("九成", PERCENT, ("约合90%",), ("About 90%",)),
        ("约30人", PERSON, ("30人上下",), ("Around 30 people",)),
        (
            "近3600家",
            FACILITY,
            ("接近3600家，但不到这个数。",),
            ("Close to 3,600 facilities, but below that.",),
        ),
        (
            "超过8.5万对",
            PAIR,
            ("多于8.5万对。",),
            ("More than 85,000 pairs.",),
        ),
        (
            "6000余个",
            FACILITY,
            ("多于6000个", "不到7000个"),
            ("More than 6,000 facilities", "below 7,000 facilities"),
        ),
        ("三成多", PERCENT, ("多于30%", "不到40%"), ("More than 30%", "below 40%")),
        ("95%以上", PERCENT, ("95%或更多",), ("95% or more",)),
        ("不足20%", PERCENT, ("不到20%",), ("Below 20%",)),
        ("千元以内", YUAN, ("不超过1000元",), ("Up to 1,000 yuan",)),
        ("1.5—3%", PERCENT, ("1.5%至3%",), ("From 1.5% to 3%",)),
        ("-5%至5%", PERCENT, ("−5%至5%",), ("From −5% to 5%",)),
        (
            "800～1200种",
            MEDICINE,
            ("800种至1200种",),
            ("From 800 medicines to 1,200 medicines",),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_relation_is_explained_in_both_languages(
    printed: str, of: Unit, chinese: tuple[str, ...], english: tuple[str, ...]
) -> None:
    for language, expected in (("zh", chinese), ("en", english)):
        said = sentence(printed, of, language)
        assert all(part in said for part in expected), said
        assert "{" not in said


@pytest.mark.parametrize(
    ("printed", "status", "english"),
    [
        ("1/10", Status.STANDARD, "10%, as the target"),
        ("约1/10", Status.STANDARD, "About 10%;"),
        ("1/10", Status.OBSERVED, "About 10%;"),
    ],
)
def test_a_fraction_that_was_set_is_no_rough_figure(
    printed: str, status: Status, english: str
) -> None:
    assert sentence(printed, PERCENT, "en", status).startswith(english)


def test_a_bound_that_an_editor_typed_is_explained_too() -> None:
    quantity = Quantity(Relation.MORE, Fraction(60), Fraction(60), Fraction(65), Fraction(1))
    assert sentence(quantity, PERSON, "en").startswith("More than 60 people and")
