"""A number without its unit word is whole only before what is no other unit."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("管道全长3200英里。", "3200", "公里"),
        ("年产黄金320万盎司。", "320万", "克"),
        ("圣诞树高80英尺。", "80", "米"),
        ("扛起200磅重的货物。", "200", "公斤"),
        ("进口大豆4100万蒲式耳。", "4100万", "吨"),
        ("三亚今冬接待候鸟老人。", "三", "个"),
        ("90后司机转行送餐。", "90", "人"),
        ("90前员工优先休假。", "90", "人"),
        ("均为35中的毕业生。", "35", "人"),
        ("211高校增至24所。", "211", "所"),
        ("24系统上线。", "24", "个"),
    ],
)
def test_another_unit_behind_it(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("管道全长3200公里。", "3200", "公里"),
        ("粮食 70650", "70650", "吨"),
        ("粮食70650，比上年增长。", "70650", "吨"),
        ("书屋由120增至150。", "120", "家"),
        ("系数由0.572提高到0.648。", "0.572", "个"),
        ("综合指数2.41 第2名", "2.41", ""),
    ],
)
def test_its_own_or_none(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
