"""Letters of an index: by pinyin in Chinese, digits apart."""

from __future__ import annotations

import pytest

from statsite.plan.initials import by_initial, places


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("养老床位", "Y"),
        ("重庆：安宁疗护床位目标", "C"),
        ("重点人群健康管理服务人次", "Z"),
        ("长者食堂", "Z"),
        ("“仁心助老”项目注册志愿者", "R"),
        ("《中华医藏》首批出版图书", "Z"),
        ("60周岁及以上老年人口", "0–9"),
        ("Elderly-care beds", "E"),
        ("“Sharing” stations", "S"),
        ("Éducation", "E"),
        ("", "0–9"),
    ],
)
def test_a_title_stands_under_the_letter_it_is_spoken_with(title: str, letter: str) -> None:
    assert places([title])[title].letter == letter


def test_letters_and_titles_stand_in_order_digits_first() -> None:
    titles = ["医保", "养老床位", "60周岁", "北京市", "hospice", "安宁疗护"]
    assert list(by_initial((title, title) for title in titles).items()) == [
        ("0–9", ["60周岁"]),
        ("A", ["安宁疗护"]),
        ("B", ["北京市"]),
        ("H", ["hospice"]),
        ("Y", ["养老床位", "医保"]),
    ]
