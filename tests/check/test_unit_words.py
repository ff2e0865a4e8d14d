"""The words of one unit are one measure."""

from __future__ import annotations

import pytest

from statsite.check.unit_words import words_are_one_measure
from tests.support.proven_site import FILES, site_in
from tests.support.types import WriteSite


def _said(write_site: WriteSite, words: str) -> list[str]:
    units = FILES["content/units.yaml"] + f"trial: {{words: [{words}], zh: 单, en: trial}}\n"
    site = site_in(write_site({**FILES, "content/units.yaml": units}))
    return [problem.message for problem in words_are_one_measure(site)]


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("万吨, 吨", "万吨", "吨"),
        ("元, 亿元", "元", "亿元"),
        ("公斤, 斤", "公斤", "斤"),
        ("公顷, 亩", "公顷", "亩"),
        ("人, 户", "人", "户"),
        ("元, 美元", "元", "美元"),
        ("公里, 海里", "公里", "海里"),
        ("人次, 人", "人次", "人"),
        ("艘, 艘次", "艘", "艘次"),
        ("小时, 分钟", "小时", "分钟"),
        ("立方米, 升", "立方米", "升"),
        ("千瓦, 千瓦时", "千瓦", "千瓦时"),
    ],
)
def test_words_of_two_measures_are_an_error(
    write_site: WriteSite, words: str, one: str, other: str
) -> None:
    said = f"the words {one} and {other} of `trial` are no names of one measure"
    assert _said(write_site, words) == [said]


@pytest.mark.parametrize(
    "words",
    [
        "人, 名, 位",
        "个, 家, 所",
        "公斤, 千克",
        "平方米, 平米",
        "元, 块",
        "天, 日",
        "小时, 个小时",
        "千瓦时, 度电",
        "场, 次, 个",
        "名, 个",
        "万元",
        "株, 棵",
    ],
)
def test_names_of_one_measure_and_words_that_count_things_are_none(
    write_site: WriteSite, words: str
) -> None:
    assert _said(write_site, words) == []


def test_each_word_of_another_measure_is_named_once(write_site: WriteSite) -> None:
    said = _said(write_site, "吨, t, 公斤, 个, 万吨, 千克, 艘, 艘次")
    assert said == [
        f"the words {one} and {other} of `trial` are no names of one measure"
        for one, other in [("吨", "公斤"), ("吨", "万吨"), ("吨", "千克"), ("艘", "艘次")]
    ]


def test_a_measure_behind_words_that_count_things_is_compared_with_the_other_measure(
    write_site: WriteSite,
) -> None:
    said = "the words 公斤 and 斤 of `trial` are no names of one measure"
    assert _said(write_site, "个, 袋, 公斤, 斤") == [said]
