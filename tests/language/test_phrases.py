"""Where a Chinese phrase may part: between words, never within one."""

from __future__ import annotations

import pytest

from statsite.language.phrases import parted, parts_of_title


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("养老机构床位", ["养老", "机构", "床位"]),
        ("注册登记的养老机构", ["注册", "登记的", "养老", "机构"]),
        ("基金支出与患者负担", ["基金", "支出", "与患者", "负担"]),
        ("人数比2020年增加", ["人数", "比2020年增加"]),
        ("医师占比比2020年提高", ["医师", "占比", "比2020年提高"]),
        ("甲乙丙丁", ["甲乙丙丁"]),
        ("", []),
    ],
)
def test_a_phrase_parts_at_the_borders_of_known_words(phrase: str, parts: list[str]) -> None:
    assert parted(phrase) == parts


def test_nothing_of_a_phrase_is_lost() -> None:
    phrase = "到2025年普遍达到能力标准的基层医疗卫生机构的服务人口"
    assert "".join(parted(phrase)) == phrase


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("居民健康素养水平：全国与湖南", ("居民", "健康", "素养", "水平", "：", "全国", "与湖南")),
        ("基层的人手与诊疗量，", ("基层的", "人手", "与诊疗量", "，")),
        ("Beds by setting", ("Beds", " ", "by", " ", "setting")),
    ],
)
def test_a_title_consists_of_words_and_marks(title: str, parts: tuple[str, ...]) -> None:
    assert parts_of_title(title) == parts
