"""Words of the dictionary that a qualifier is only a part of."""

from __future__ import annotations

import pytest

from statsite.grammar.word_boundaries import began_before, begins_a_word, words_with_classes
from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("北约32个成员国开会", "约"),
        ("店铺租约5年", "约"),
        ("当月入超350亿美元", "超"),
        ("志愿者走近5名老人", "近"),
        ("新近3起火灾", "近"),
        ("签约率90%", "约"),
    ],
)
def test_the_end_of_a_word_is_no_qualifier(text: str, qualifier: str) -> None:
    assert began_before(text, text.index(qualifier))


def test_words_have_classes() -> None:
    assert words_with_classes("过夜游客") == (("过夜", "t"), ("游客", "n"))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("约32个", "约"),
        ("出租约300套住房", "约"),
        ("整合约30家诊所", "约"),
        ("医院和约32家诊所", "约"),
        ("占地约300亩", "约"),
        ("支出总额近3亿元", "近"),
        ("身高超2米", "超"),
        ("增速超5%", "超"),
    ],
)
def test_a_qualifier_behind_a_whole_word_is_one(text: str, qualifier: str) -> None:
    assert not began_before(text, text.index(qualifier))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("疏浚8条内河航道", "内"),
        ("生产300吨强筋小麦", "强"),
        ("接待35家以内地游客为主的酒店", "以内"),
    ],
)
def test_the_beginning_of_a_word_is_no_qualifier(text: str, qualifier: str) -> None:
    start = text.index(qualifier)
    assert begins_a_word(text, start, start + len(qualifier))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("5公里以内", "以内"),
        ("5公里以内的村庄", "以内"),
        ("2小时内应上门", "内"),
        ("8条内，河", "内"),
        ("只有11户办民宿", "户"),
    ],
)
def test_a_qualifier_before_another_word_is_one(text: str, qualifier: str) -> None:
    start = text.index(qualifier)
    assert not begins_a_word(text, start, start + len(qualifier))


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("新部门肩负12项监管职责。", "负12项", "项"),
        ("挑山工背负80公斤货物登顶。", "负80公斤", "公斤"),
        ("教育部门为教师减负30项。", "负30项", "项"),
        ("安全部门检查了校车。", "全部", "%"),
        ("气象研究所有高级职称人员。", "所有", "%"),
        ("70%以上市公司身份参评。", "70%以上", "%"),
    ],
)
def test_parts_of_words_are_no_figures(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("气温低至负12度。", "负12度", "度"),
        ("肩负12项监管职责。", "12项", "项"),
        ("70%以上的公司参评。", "70%以上", "%"),
        ("机构全部达标。", "全部", "%"),
    ],
)
def test_whole_words_are(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
