"""A sentence names what a figure's indicator is of, or the figure is another one's."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.named_subjects import has_subject, is_named
from tests.support.figure_in_article import said_of
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("死亡人数", "客车侧翻，30人与死神擦肩而过"),
        ("死亡人数", "事故受伤人数为30人"),
        ("教师人数", "全县医生人数300人"),
        ("满意率", "受访乘客中，22%颇有微词"),
        ("上座率", "场馆里空着30%的座位"),
        ("全省常住人口", "全省户籍3000万人"),
        ("初中毕业学业考试人数", "高考的有5.86万人"),
        ("食糖产量", "崇左市产盐238.6万吨"),
    ],
)
def test_a_sentence_without_a_word_of_the_title_names_another_thing(
    title: str, sentence: str
) -> None:
    assert not is_named((title,), sentence)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("死亡人数", "事故造成30人死亡"),
        ("护理型床位占比", "护理床位占65.7%"),
        ("粮食总产量", "粮食收了300吨"),
        ("票价", "门票卖300元"),  # too short to be looked for
        ("人次（统计对象不详）", "活动近千人次"),  # nothing but how it is counted
        ("GDP", "国内生产总值1000亿元"),
        ("初中毕业学业考试人数", "中考的有5.86万人"),
        ("沙化土地治理面积", "防沙治沙1952万亩"),
        ("食糖产量", "崇左市产糖238.6万吨"),
    ],
)
def test_one_with_a_word_of_it_may_be_of_it(title: str, sentence: str) -> None:
    assert is_named((title.replace("（", "(").replace("）", ")"),), sentence)


def test_the_definition_names_it_too() -> None:
    assert is_named(("机构养老床位", "养老院的床位数"), "养老院增至300张床")


def test_the_warning_shows_the_clause_of_the_figure(write_site: WriteSite) -> None:
    said = said_of(write_site, "2024年有茶楼12家。", "printed: 12家", title="乡镇食堂数")
    assert [one.split("has ")[1].split(" (")[0] for one in said] == ["「2024年有茶楼12家」"]
    assert said_of(write_site, "2024年有食堂12家。", "printed: 12家", title="乡镇食堂数") == []


@pytest.mark.parametrize("text", ["医院新增", "本县籍占", "支出增长", "按医院划分"])
def test_a_clause_says_what_is_counted(text: str) -> None:
    assert has_subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "去年一口气扩到了",
        "这一数字是",
        "其中雨花区办理",
        "上半年合计",
        "全省产量",
        "此前的纪录是去年12月31日的",
        "上一次的峰值为",
        "按每万名常住人口算是",
        "按学生人数折合",
    ],
)
def test_a_clause_leaves_what_is_counted_to_what_is_before(text: str) -> None:
    assert not has_subject(text)


@pytest.mark.parametrize(
    "article",
    [
        "2024年食堂已达15家。前年，这一数字是12家。",
        "“2019年食堂只有3家，2024年一口气扩到了12家。”",
        "食堂发展快。2024年合计12家，书店也多了。",
    ],
)
def test_a_clause_without_a_subject_is_about_what_was_told_of(
    write_site: WriteSite, article: str
) -> None:
    observation = f"printed: 12家, period: {2023 if '前年' in article else 2024}"
    assert said_of(write_site, article, observation, title="社区食堂数") == []
