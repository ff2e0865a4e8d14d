"""Numbers in cells: those whose scale stands in the head of their table, and those of two columns."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("单位：万元\n甲区 3560", "3560", "元"),
        ("累计\n94.9\n个百分点的规模。", "94.9", "个"),
        ("总产值：万元 3560", "3560", "元"),
        ("总产值【万元】 3560", "3560", "元"),
        ("营业额（未经审计，百万元计） 3560", "3560", "元"),
        ("人数［千人］ 3560", "3560", "人"),
        ("人数“万人” 3560", "3560", "人"),
        ("人数，万人 3560", "3560", "人"),
        ("人數（以千計） 3560", "3560", "人"),
        ("新台幣千元\n營業收入 3560", "3560", "元"),
        ("人口('000)\n沙田 3,560", "3,560", "人"),
        ("人数 (10,000 persons) 3560", "3560", "人"),
        ("人数 (10 000 persons) 3560", "3560", "人"),
        ("人数（k） 3560", "3560", "人"),
        ("总人口35.2〔万人〕。", "35.2", "人"),
        ("男 女\n12 345", "12345", "人"),
        ("男 女\n12 345", "12 345", "人"),
        ("男 女 计\n12 345 357", "12 345 357", "人"),
        ("村名 户数 人口\n白沙 86 312", "86 312", "人"),
        ("图3 350人到场祝贺。", "3 350人", "人"),
        ("表1 235家企业名单", "1 235家", "家"),
        ("附件2 120名获奖者名单", "2 120名", "名"),
        ("贷款余额，单位为十万元。\n农户 24", "24", "元"),
        ("产值（k元）\n竹编 24", "24", "元"),
    ],
)
def test_a_cell_is_only_a_part_of_what_its_table_says(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("教师22 893人。", "22 893人", "人"),
        ("教师22 893人。", "22893", "人"),
        ("教师22\u202f893", "22893", "人"),
        ("表1 12家", "12家", "家"),
        ("产值\n3560元", "3560元", "元"),
        ("千人大会召开，到会3560", "3560", "人"),
        ("产值3万元，支出\n3560", "3560", "元"),
        ("总产值：万元 3560", "3560", "万元"),
        ("位列第3，120名选手参赛。", "120名", "名"),
        ("终场比分2∶3，120人留守。", "120人", "人"),
    ],
)
def test_a_cell_that_stands_for_itself_is_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
