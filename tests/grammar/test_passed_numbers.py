"""过 and 破 before a number: passed, or done so often."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("他效力过4家俱乐部。", "4家", "家"),
        ("她出演过30部话剧。", "30部", "部"),
        ("他打过200场比赛。", "200场", "场"),
        ("学校办过15期培训班。", "15期", "期"),
        ("走过40个村，问过700户人家。", "700户", "户"),
        ("列车驶过15座隧道。", "15座", "座"),
        ("他游过3000米海峡。", "3000米", "米"),
        ("他跳过2米26。", "2米26", "米"),
        ("公司获得过50万元奖金。", "50万元", "元"),
        ("打破3项纪录。", "3项", "项"),
        ("侦破300起案件。", "300起", "起"),
        ("连破12起大案。", "12起", "起"),
    ],
)
def test_what_was_done_is_no_bound(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("人数过300人。", "300人", "人"),
        ("产值已过50亿元。", "50亿元", "元"),
        ("营收过50亿元。", "50亿元", "元"),
        ("费用过3000元。", "3000元", "元"),
        ("总里程破300公里。", "300公里", "公里"),
        ("票房破30亿元。", "30亿元", "元"),
        ("在线人数一度过3万人。", "3万人", "人"),
    ],
)
def test_what_is_passed_bounds_the_number(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)
