"""Qualifying words say what the table of DESIGN section 5 says, and only those agree that can both
hold.
"""

from __future__ import annotations

import pytest

from statsite.grammar.qualifiers import agreed, qualifier_after, qualifiers_before
from statsite.quantity import Relation

BEFORE = {
    Relation.MORE: "超 超过 逾 多于 高于 突破",
    Relation.AT_LEAST: "不少于 不低于 至少 不止",
    Relation.JUST_UNDER: "近 接近 将近",
    Relation.LESS: "不足 不到 低于 少于",
    Relation.AT_MOST: "不超过 至多 最多",
    Relation.ABOUT: "约 大约",
}
AFTER = {
    Relation.AT_LEAST: "以上 及以上",
    Relation.AT_MOST: "以内 以下 内",
    Relation.ABOUT: "左右 上下",
}


@pytest.mark.parametrize(
    ("word", "relation"),
    [(word, relation) for relation, words in BEFORE.items() for word in words.split()],
)
def test_a_word_before_the_number_is_read_whole(word: str, relation: Relation) -> None:
    assert [(q.relation, q.end) for q in qualifiers_before(f"{word}5个", 0)] == [
        (relation, len(word))
    ]


@pytest.mark.parametrize(
    ("word", "relation"),
    [(word, relation) for relation, words in AFTER.items() for word in words.split()],
)
def test_a_word_after_the_unit_is_read_whole(word: str, relation: Relation) -> None:
    found = qualifier_after(f"5个{word}", 2)
    assert found is not None
    assert (found.relation, found.end) == (relation, 2 + len(word))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("最多不超过3个", [2, 5]),
        ("至少建成2个", [4]),
        ("至少2个", [2]),
        ("过半", [1]),
        ("过万人", [1]),
        ("过3个", []),
        ("过九成", [1]),
        ("超过名额的1.8倍", [5]),
        ("过7成", [1]),
        ("超过每小时30毫米", [5]),
        ("不足每立方米35微克", [6]),
        ("不低于每人每月200元", [7]),
        ("最多时间5天", [4]),
        ("超过一季度总数的一半", [8]),
        ("接近2023年全年的两倍", [10]),
        ("超过1至3月总量的60%", [9]),
        ("约占国庆8天总量的15%", [9]),
        ("不到上半年的三分之一", [6]),
        ("超过2019年的82%", [2]),
        ("不得高于市场价的七成", [8]),
        ("限载30辆", [2]),
        ("限购", []),
        ("须满6个月", [2]),
        ("过130万人次", [1]),
        ("上百", [1]),
        ("上3个", []),
        ("5个", []),
    ],
)
def test_words_before_the_number_follow_one_another_and_round_numbers_have_their_own(
    text: str, ends: list[int]
) -> None:
    assert [q.end for q in qualifiers_before(text, 0)] == ends


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (">", "≥", ">"),
        ("<", "≤", "<"),
        ("≈", "≈", "≈"),
        ("≲", "≲", "≲"),
        (">", "≤", None),
        ("≥", "≤", None),
        ("≲", "≥", None),
        ("≲", "≈", None),
        ("≲", "≤", None),
        ("≈", "≥", None),
    ],
)
def test_two_qualifiers_agree_only_where_both_can_hold(
    first: str, second: str, together: str | None
) -> None:
    expected = None if together is None else Relation(together)
    assert agreed(Relation(first), Relation(second)) is expected
    assert agreed(Relation(second), Relation(first)) is expected
