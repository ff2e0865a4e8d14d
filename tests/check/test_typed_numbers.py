"""Bare numerals: which numbers in prose are figures that should come from the data, and which count
nothing.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.check.typed_numbers import (
    all_unit_words,
    bare_numerals,
    prose_types_no_number,
    words_type_no_number,
)
from statsite.model import WrittenSite
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem
from tests.support.types import ReadFiles

UNITS = (
    "个百分点", "平方米", "座", "分钟", "小时", "个月", "人次", "人", "名", "位", "个", "家", "所", "张",
    "对", "支", "台", "件", "条", "种", "项",
    "批", "场", "次", "份", "部", "天", "日", "周", "年", "岁", "元", "people", "person", "beds",
    "bed", "hospitals",
)  # fmt: skip

CHINESE_NUMBERS = [
    ("有一萬人，廿个，卅家，兩百人。", ["一萬人", "廿个", "卅家", "兩百人"]),
    ("有㈧家，⼋百人，㊇个。", ["㈧家", "⼋百人", "㊇个"]),
    ("有兩百個，三千餘家，百餘座，近百個。", ["兩百個", "三千餘家", "百餘座", "百個"]),
    ("有一○二家，二◯◯座，数百萬張。", ["一○二家", "二◯◯座", "百萬張"]),
    ("新建俩公园，仨公園，倆醫院。", ["俩", "仨", "倆"]),
    ("有卌人，皕家，俩人，仨人，弎个。", ["卌人", "皕家", "俩人", "仨人", "弎个"]),
    (
        "有༫个，🔟家，💯人，⚂⚅名，⠼⠉⠚⠚人，\u0417\u041e\u041e人。",
        ["༫", "🔟", "💯", "⚂⚅", "⠼⠉⠚⠚", "\u0417\u041e\u041e"],
    ),
    ("有八**百**万人，八*百*人。", ["八**百**万人", "八*百*人"]),
    ("有八 百 人，八\u200b百人。", ["八 百 人", "八\u200b百人"]),
    ("有八&#30334;人，&#56;家。", ["八&#30334;人", "&#56;"]),
    ("全市有⑧家，➑人，⁸⁰⁰人，₈个。", ["⑧", "➑", "⁸⁰⁰", "₈"]),
    ("设Ⅷ个站，⑫个室，Ⅻ名，⒏项。", ["Ⅷ", "⑫", "Ⅻ", "⒏"]),
    ("合计捌佰万，壹元，叁拾贰名。", ["捌佰万", "壹", "叁拾贰"]),
    ("共٣人，𝟖个，８家。", ["٣", "𝟖", "８"]),
    ("全国养老床位有799.3万张。", ["799.3"]),
    ("护理型床位占65.7%，比上年提高。", ["65.7"]),
    ("老年人超过３亿。", ["３"]),
    ("床位１．５万张。", ["１．５"]),
    ("签约8.5万对，机构8400家。", ["8.5", "8400"]),
    ("2024年建成12个县域医共体。", ["12"]),
    ("试点县有2024个。", ["2024"]),
    ("平均预期寿命达到79岁。", ["79"]),
    ("平均预期寿命79.0岁，比上年提高。", ["79.0"]),
    ("全省600个站点代表12人发言。", ["600", "12"]),
    ("在25日内办结。", ["25"]),
    ("培训为期3个月。", ["3"]),
    ("培训班举办了12期。", ["12"]),
    ("覆盖率从1/3提高到½。", ["1", "3", "½"]),
    ("每支队伍5人。", ["5"]),
    ("服务半径15分钟。", ["15"]),
    ("投入RMB5000。", ["5000"]),
    ("每次20mg。", ["20"]),
    ("村医有50多人。", ["50"]),
    ("建成120家急救站。", ["120"]),
    ("从2014到2024共建成一百多所。", ["2014", "2024", "一百多所"]),
    ("新建三家医院。", ["三家"]),
    ("十一个省份参加。", ["十一个"]),
    ("培训一百人。", ["一百人"]),
    ("三成多的机构。", ["三成多"]),
    ("九成居民就近看病。", ["九成"]),
    ("占比增长一成。", ["一成"]),
    ("百分之七十的床位。", ["百分之七十"]),
    ("死亡率为千分之三。", ["千分之三"]),
    ("三分之一在社区，三分之二在机构。", ["三分之一", "三分之二"]),
    ("近一半的诊疗在基层。", ["一半"]),
    ("基层诊疗占一半以上。", ["一半"]),
    ("半数机构达标。", ["半数"]),
    ("提高一个百分点。", ["一个百分点"]),
    ("提高两个百分点。", ["两个百分点"]),
    ("百余场义诊。", ["百余场"]),
    ("近百家医院参加。", ["百家"]),
    ("上千人受益。", ["千人"]),
    ("几十个站点。", ["十个"]),
    ("组建了十几支队伍。", ["十几支"]),
    ("约需半小时。", ["半小时"]),
    ("经过十年建设。", ["十年"]),
    ("十多万人签约。", ["十多万人"]),
    ("因此两家机构合并。", ["两家"]),
    ("三家机构有1家达标，占三分之一。", ["三家", "1", "三分之一"]),
    ("发现三四个问题。", ["三四个"]),
    ("[两家医院](about)合并。", ["两家"]),
    ("[[care.beds|八百张]]床位。", ["八百张"]),
]

CHINESE_WORDS = [
    "截至2024年末，机构与社区各有增减。",
    "2024年底、２０２４年、2024 年底、2024年度、二〇二四年、一九七八年都是年份。",
    "规划期为2021—2025年，也写作2021-2025年、2021至2025年。",
    "2025年1—9月，参保人数增加。",
    "会期是2025年7月24—25日，7月26日结束，9月见报。",
    "20世纪90年代起步，九十年代末铺开，80后的医生接班。",
    "第3批、第十位、第1—3名、第十四个五年规划、第三人民医院、第一次全国会议。",
    "60周岁及以上老年人、65岁以上人口、0—6岁儿童、0~36个月婴幼儿、6月龄婴儿、35—64岁妇女。",
    "七十岁以上的老人，三岁以下婴幼儿，年满60周岁，未满十八周岁者。",
    "2型糖尿病、二型糖尿病、3级医院、三级医院、二级以上医院、三甲医院、1号楼、2期临床试验。",
    "每万人口全科医生、每千名居民、每10万人、每1000名活产、每100人。",
    "5G网络、3D打印、COVID-19、H1N1、PM2.5、维生素B12、ICD-10、HPV疫苗、A4纸。",
    "拨打12345热线、120急救电话、12393医保服务热线、12320平台。",
    "国办发〔2024〕1号文件，见表1、图2。",
    "（1）机构；（2）社区。",
    "1. 先看机构。\n2. 再看社区。",
    "21三体综合征筛查，建院70周年、七十周年。",
    (
        "一个县、一家医院、一位医生、一支队伍、一张床、一年里、一天内、一次会议、一对夫妻、"
        "一种药、同一家机构、每一个人。"
    ),
    "一些机构十分重要，万一出错，百姓受累。",
    "他们俩和她们仨都来了，母女俩。",
    "二○二四年三月，兩岸，千萬不要，第三個，每萬人，幾年来，萬一。",
    "千方百计、千家万户、百家争鸣、百日咳、万元户、百年大计、单位：万元、万人空巷。",
    "两者不同，两会召开，两院院士，三明医改，三医联动，一老一小，双一流。",
    "另一半在社区，一心一意，一站式，一对一，五花八门，三三两两，四舍五入，再三。",
    "完成任务，组成三成员小组，一成不变，其三成立。",
    "统一个人账户，万一个人办不了，二次供水，二人转，星期二天晴。",
    "六部门联合印发，三部委牵头，十部门会商，三部分组成，三支一扶，八项规定。",
    "五位一体，三位一体，两位数增长，三支柱，三次产业，两条腿走路。",
    "五台山、七台河、三人行、三天两头、三番五次、十年如一日。",
    "这两个数，那三家机构，上述四项，此两者。",
    "近两年，近三个月来，近十年来，数百年历史，近年来。",
    "三年行动，五年规划，三年计划，三年级，五年制。",
    "三月至十月，五月五日，十月一日。",
    "“十四五”以来，“十五五”时期，二十大，两库，五大中心。",
    "上半年和下半年，半年一次，过半时间。",
    "其中之一，十之八九。",
    "全国有[[care.beds]]，其中[[care.beds@2024|养老床位]]，见[数据](data/2024/12)。",
    "“超过”“近”“约”“以上”“余”都保留。",
    "零差率、零距离、多元化、一体化、进一步、统一、唯一。",
    "满意的人数、多数机构、少数地区、若干措施、许多家庭。",
    "百部、三七、千金、万州、九江、四川、六盘水、十堰、三亚。",
    "数据到2030年为止；到2027年要建成。",
]

ENGLISH_NUMBERS = [
    ("There are 7.993 million beds.", ["7.993"]),
    ("They make up 22.0% of all.", ["22.0"]),
    ("In 2024, 12 counties took part.", ["12"]),
    ("By 2027, 5 million people.", ["5"]),
    ("They run 2,024 clinics.", ["2,024"]),
    ("It serves 2024 people.", ["2024"]),
    ("It has 1950 beds.", ["1950"]),
    ("They opened more than 2000 centres.", ["2000"]),
    ("There were nearly 2000 of them.", ["2000"]),
    ("At least 1999 took part.", ["1999"]),
    ("A growth of 2024%.", ["2024"]),
    ("It costs 2024.50 yuan.", ["2024.50"]),
    ("Over 300 hospitals joined.", ["300"]),
    ("Under 50 beds are left.", ["50"]),
    ("There are over 65.", ["65"]),
    ("A 15-minute walk.", ["15"]),
    ("An over-500-bed hospital.", ["500"]),
    ("More than 20+ hospitals.", ["20"]),
    ("The top-10 counties.", ["10"]),
    ("The top 10 counties.", ["10"]),
    ("One in 3 residents.", ["3"]),
    ("Some 1/3 of beds.", ["1", "3"]),
    ("About ½ of them.", ["½"]),
    ("It rose by 9 percentage points.", ["9"]),
    ("It cost RMB500.", ["500"]),
    ("In May 3000 people came.", ["3000"]),
    ("A class of 500 doctors.", ["500"]),
    ("Doses of 20mg.", ["20"]),
    ("They number 310310000.", ["310310000"]),
    ("A ratio of 1:4.", ["1", "4"]),
    ("Life expectancy is 79.0 years.", ["79.0"]),
    ("Open 24/7.", ["24", "7"]),
    ("They trained 3–5 people.", ["3", "5"]),
    ("Level 95% or higher.", ["95"]),
    ("People over 65% of the way.", ["65"]),
    ("Grants of 1 000 yuan.", ["1", "000"]),
    ("See [12 hospitals](about).", ["12"]),
    ("See [[care.beds|800 beds]].", ["800"]),
    ("A score of -5.", ["5"]),
    ("Table 2.5 million.", ["2.5"]),
    ("Per 30 beds.", ["30"]),
    ("The A50000 scheme.", ["50000"]),
]

ENGLISH_WORDS = [
    "At the end of 2024 China had many.",
    "The plan covers 2021–2025, or 2021-25, or 2024/25.",
    "It began in the 1990s.",
    "An increase on 2020; higher than 2020 levels.",
    "The 2024 report; the reports of 2020 and 2024.",
    "Published on 28 July 2025.",
    "Published on July 28, 2025.",
    "The meeting of 24–25 July 2025.",
    "On 1 December every year.",
    "The 14th Five-Year Plan, the 1st, 2nd and 3rd batch.",
    "People aged 60 and over.",
    "Children aged 0–6, aged 0 to 6, aged between 3 and 6.",
    "Those aged over 65.",
    "Ages 35–64.",
    "People over 65 and children under 3.",
    "Women younger than 35.",
    "The over-65s and under-5s.",
    "Under-5 mortality.",
    "65 or older; 60 years and over.",
    "The 60+ population.",
    "65-year-olds and 6-month-old babies.",
    "Patients with type 2 diabetes.",
    "Grade 3 hospitals and level-2 centres.",
    "Phase 3 of the trial.",
    "COVID-19, H1N1, PM2.5, B12, ICD-10.",
    "A 5G network and 3D printing.",
    "Deaths per 100,000 and doctors per 1,000.",
    "Of every 100 people.",
    "Beds per 10,000 people.",
    "See page 1, section 3 and table 2.",
    "No. 3 hospital.",
    "1. First.\n2. Second.",
    "(1) first; (2) second.",
    "Healthy China 2030.",
    "By 2030 it should be so.",
    "One hospital, two teams, a hundred ways, half of them.",
    "It had [[care.beds]] in [[care.beds@2024|all]].",
    "See [the data](data/2024/12).",
    "January to September 2025.",
    "May 12 and 12 May.",
    "Nobody knows.",
]


def numerals(text: str, language: str) -> list[str]:
    """The bare numerals of a text."""
    return [numeral for _, numeral in bare_numerals(text, language, UNITS)]


@pytest.mark.parametrize(("text", "expected"), CHINESE_NUMBERS)
def test_a_number_in_chinese_prose_is_found(text: str, expected: list[str]) -> None:
    assert numerals(text, "zh") == expected


@pytest.mark.parametrize("text", CHINESE_WORDS)
def test_natural_chinese_raises_no_alarm(text: str) -> None:
    assert numerals(text, "zh") == []


@pytest.mark.parametrize(("text", "expected"), ENGLISH_NUMBERS)
def test_a_number_in_english_prose_is_found(text: str, expected: list[str]) -> None:
    assert numerals(text, "en") == expected


@pytest.mark.parametrize("text", ENGLISH_WORDS)
def test_natural_english_raises_no_alarm(text: str) -> None:
    assert numerals(text, "en") == []


@given(
    st.text(
        alphabet="0123456789０２３年月日岁级.,，—- \n[]|()一二三十百千万分之成半个家人", max_size=40
    ),
    st.sampled_from(("zh", "en")),
)
def test_every_numeral_stands_where_it_is_said_to(text: str, language: str) -> None:
    for offset, numeral in bare_numerals(text, language, UNITS):
        assert text[offset : offset + len(numeral)] == numeral != ""


@given(st.integers(1, 10**9).filter(lambda number: not 1900 <= number <= 2099))
def test_a_count_never_hides(number: int) -> None:
    assert numerals(f"全省共有{number}家机构参加。", "zh") == [str(number)]
    assert numerals(f"In all {number} clinics took part.", "en") == [str(number)]


HOSTILE = (
    "\n",
    " ",
    "十",
    "一千",
    "A",
    "A1",
    "1",
    "1 ",
    "1-",
    "1,",
    "[[",
    "[a](",
    "分之",
    "一成",
    "aged ",
    "2024 ",
    "§1",
)


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_text_is_read_in_seconds(unit: str, language: str) -> None:
    text = (unit * 40_000)[:40_000]
    started = time.process_time()
    list(bare_numerals(text, language, UNITS))
    assert time.process_time() - started < 2


TOPIC = """\
---
title: 养老服务第3年
standfirst: 床位799.3万张。
leads: [care.beds]
---
全国共有[[care.beds]]。

- 其中三张
  床，又有12张。
"""

CHART = """\
kind: bars
title: {zh: 床位, en: Beds}
finding: {zh: 一共9张, en: In all 9 beds}
data: [care.beds]
"""


def typed_numbers_of(site: WrittenSite) -> list[Problem]:
    """What is wrong with numbers in its texts and elsewhere."""
    passed = PassedChecks()
    return [*prose_types_no_number(site, passed), *words_type_no_number(site, passed)]


def test_a_numeral_is_reported_at_its_line_and_column(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {"content/topics/elderly-care/zh.md": TOPIC, "content/charts/beds.yaml": CHART}
    )
    assert site is not None, problems
    found = {
        (problem.message.split("`")[1], problem.location) for problem in typed_numbers_of(site)
    }
    path = "content/topics/elderly-care/zh.md"
    assert found == {
        ("799.3", Location(path, 3, 15)),
        ("三张", Location(path, 8, 5)),
        ("12", Location(path, 9, 7)),
        ("9", Location("content/charts/beds.yaml", 3, 17)),
        ("9", Location("content/charts/beds.yaml", 3, 32)),
    }
    assert {problem.check for problem in typed_numbers_of(site)} == {"bare-numeral"}


_REST = (
    "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\nindicators: {beds: "
    "{title: {zh: 床, en: Bed}, unit: bed, observations: [{printed: 3张}]}}\n"
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "content/measures.yaml",
            (
                "m: {title: {zh: 床位有▸八百万张, en: Beds}, differs: {zh: 不同。, en: They differ.}, "
                "indicators: [care.beds, care.used]}\n"
            ),
        ),
        (
            "content/measures.yaml",
            (
                "m: {title: {zh: 床位, en: Beds}, differs: {zh: 不同。, en: There are ▸999.9 million.}, "
                "indicators: [care.beds, care.used]}\n"
            ),
        ),
        ("content/tiles.yaml", "cn: {column: 1, row: 1, label: {zh: 国, en: ▸999}}\n"),
        (
            "content/datasets/care.yaml",
            f"title: {{zh: 床位, en: Beds}}\ndescription: {{zh: 共有▸999.9万张。, en: Beds.}}\n{_REST}",
        ),
        ("content/datasets/care.yaml", f"title: {{zh: 床位▸999张, en: Beds}}\n{_REST}"),
        (
            "content/glossary.yaml",
            "bed: {term: {zh: 床, en: Bed}, definition: {zh: 床。, en: There are ▸999 of them.}}\n",
        ),
        (
            "content/glossary.yaml",
            "bed: {term: {zh: 床, en: Bed}, definition: {zh: 由两个部分组成▸九百张。, en: Bed.}}\n",
        ),
    ],
)
def test_a_number_typed_beside_figures_is_told_where_it_is(
    read_files: ReadFiles, path: str, text: str
) -> None:
    units = "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n个: {}\n"
    site, _ = read_files({path: text.replace("▸", ""), "content/units.yaml": units})
    assert site is not None
    line = text[: text.index("▸")].count("\n") + 1
    column = text.index("▸") - text.rfind("\n", 0, text.index("▸"))
    assert [str(p.location) for p in typed_numbers_of(site)] == [f"{path}:{line}:{column}"]


def test_a_definition_may_hold_numbers_that_it_says_the_origin_of(read_files: ReadFiles) -> None:
    term = (
        "home: {term: {zh: 院, en: Home}, definition: {zh: 有10张床。, en: With 10 beds.}, "
        "constants: {zh: 出自办法。, en: From the Measures.}}\n"
    )
    site, _ = read_files({"content/glossary.yaml": term})
    assert site is not None
    assert list(typed_numbers_of(site)) == []


def test_what_the_site_calls_its_figures_and_charts_counts_nothing(read_files: ReadFiles) -> None:
    body = "care.beds@12 与 beds-12 写在 YAML 里；care.beds@13、beds-12a 不是这里的名字。"
    dataset = (
        "title: {zh: 床, en: Beds}\ndefaults: {source: bulletin, area: cn, period: 2024, "
        "status: observed}\nindicators:\n"
        "  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{key: 12, printed: "
        "9张}]}\n"
    )
    files = {
        "content/datasets/care.yaml": dataset,
        "content/charts/beds-12.yaml": (
            "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds@12]\n"
        ),
        "content/topics/elderly-care/zh.md": (
            f"---\ntitle: 养老\nstandfirst: 床位\nleads: [care.beds@12]\n---\n{body}\n"
        ),
    }
    site, problems = read_files(files)
    assert site is not None, problems
    found = [
        (problem.message.split("`")[1], problem.location.column)
        for problem in typed_numbers_of(site)
    ]
    assert found == [("13", body.index("13") + 1), ("12", body.index("12a") + 1)]


def test_a_site_without_numbers_in_its_prose_has_no_problem(read_files: ReadFiles) -> None:
    site, problems = read_files()
    assert site is not None, problems
    assert list(typed_numbers_of(site)) == []


def test_the_units_of_a_site_are_known_by_their_words_and_names(read_files: ReadFiles) -> None:
    site, problems = read_files()
    assert site is not None, problems
    assert set(all_unit_words(site)) == {"张", "人", "名", "位", "bed", "beds", "person", "people"}


@pytest.mark.parametrize(
    "text",
    [
        "大陆人口",
        "队伍人数",
        "收拾房间",
        "伍家岗区",
        "Ⅱ型糖尿病",
        "Ⅲ级医院",
        "PM₂.₅与CO₂",
        "每km²",
        "（一）㈠",
        "陆位先生",
    ],
)
def test_characters_that_only_look_like_a_number_raise_no_alarm(text: str) -> None:
    assert numerals(text, "zh") == []
