"""Which number of a text a title is of."""

from __future__ import annotations

from math import inf

import pytest

from statsite.evidence.sentence.title_fit import lead_of_another


def lead(text: str, printed: str, title: str, *places: str) -> float | None:
    """By how much another number of the text fits the title better than the printed one."""
    start = text.index(printed)
    return lead_of_another(text, start, start + len(printed), title, places)


@pytest.mark.parametrize(
    ("text", "title", "right", "wrong"),
    [
        ("水库投下河蟹苗210万只、鳙鱼苗480万尾。", "河蟹苗投放量", "210万只", "480万尾"),
        ("去年摆出摊位8400个，缴纳摊位费的商户是6150家。", "缴费商户", "6150家", "8400个"),
        ("春节档放映412万场，观众1.87亿人次。", "观影人次", "1.87亿人次", "412万场"),
        ("栽下行道树4.2万株，活着的有3.7万株。", "行道树栽植株数", "4.2万株", "3.7万株"),
        ("机场旅客4870万人次，货邮46万吨。", "货邮吞吐量", "46万吨", "4870万人次"),
        ("报名的3860人，录用240人。", "录用人数", "240人", "3860人"),
        ("冬储菜每公斤1.2元，比上年涨0.3元。", "冬储菜涨价", "0.3元", "1.2元"),
        ("平均每天运送372万人次，最多的一天528万人次。", "单日最高客流", "528万人次", "372万人次"),
        ("专家3名看了87位病人。", "就诊病人", "87位", "3名"),
        ("全年收费4万元。剩下的57家没有交。", "未缴费户数", "57家", "4万元"),
    ],
)
def test_the_number_of_a_title_is_ahead(text: str, title: str, right: str, wrong: str) -> None:
    behind, ahead = lead(text, right, title), lead(text, wrong, title)
    assert behind is not None
    assert ahead is not None
    assert behind < 0 < ahead


@pytest.mark.parametrize(
    ("text", "printed", "title"),
    [
        ("河东村户均收入5.7万元，河西村则为4.2万元。", "4.2万元", "户均收入"),
        ("去年登记结婚4102对，上年同期是4680对。", "4680对", "登记结婚"),
        ("规范管理率由54%上升到81%。", "81%", "规范管理率"),
        ("市一院剖宫产率36.2%，妇幼保健院是43.8%。", "43.8%", "剖宫产率"),
    ],
)
def test_where_or_when_else_the_same_was_counted_is_the_same(
    text: str, printed: str, title: str
) -> None:
    found = lead(text, printed, title)
    assert found is not None
    assert found <= 0


def test_a_number_of_its_own_area_is_of_what_is_told_before() -> None:
    text, title = "全市撤并幼儿园31所，单是大岭就关了7所。", "撤并幼儿园"
    assert (lead(text, "7所", title) or 0) > 0
    assert lead(text, "7所", title, "大岭") == -inf


def test_a_noun_of_its_own_beside_the_own_area_is_another_thing() -> None:
    text, title = "全国有食堂4297家，其中湖南书店12家。", "食堂"
    assert (lead(text, "12家", title, "湖南") or 0) > 0


def test_the_only_number_has_none_beside_it() -> None:
    assert lead("全市有食堂12家。", "12家", "食堂") is None


def test_a_number_two_sentences_away_is_not_beside_it() -> None:
    text = "全市有食堂15家。今天下雨。人们撑着伞。书店12家。"
    assert lead(text, "12家", "食堂") is None


def test_what_counts_what_the_title_is_of_is_held_against_such_numbers_alone() -> None:
    text = "12年来，该院累计派出医疗队30支。"
    assert lead(text, "12年", "医院派出医疗队的年数") == -inf


def test_the_same_number_told_again_is_no_other_one() -> None:
    text = "力争超80%的新生儿参保。2024年参保率要在80%以上。"
    assert lead(text, "80%以上", "新生儿参保率") == -inf


def test_of_thousands_of_numbers_the_nearest_are_looked_at() -> None:
    text = (
        "，".join(f"第{number}村食堂{number}家" for number in range(10, 2000)) + "，书店12345家。"
    )
    assert (lead(text, "12345家", "食堂") or 0) > 0


@pytest.mark.parametrize("title", ["", "的", "12", "三项均正常比例", "（）"])
def test_any_title_may_be_asked_for(title: str) -> None:
    text = "血脂异常38.2%，脂肪肝31.5%，三者皆无的仅22.4%。"
    assert lead(text, "31.5%", title) is not None
