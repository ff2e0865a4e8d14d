"""Latin words and letters that touch a figure."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("现场有more than 300人。", "300人", "人"),
        ("客座率at least 90%。", "90%", "%"),
        ("approx. 300人到场。", "300人", "人"),
        ("Min. 300人成行。", "300人", "人"),
        ("每组MAX 300人。", "300人", "人"),
        ("300人or more方可成团。", "300人", "人"),
        ("300人plus。", "300人", "人"),
        ("交付C919架数继续增加。", "919架", "架"),
        ("Z20次列车晚点。", "20次", "次"),
        ("CZ3101次航班备降。", "3101次", "次"),
        ("确诊H7N9例数下降。", "9例", "例"),
        ("PM2.5微克级监测。", "2.5微克", "微克"),
        ("门店里iPhone 15台台缺货。", "15台", "台"),
        ("人数达2w5千人。", "5千人", "人"),
    ],
)
def test_a_word_that_bounds_the_number_or_is_called_by_it(
    text: str, printed: str, words: str
) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("全年GDP 126万亿元。", "126万亿元", "元"),
        ("研发投入占GDP 2.6%。", "2.6%", "%"),
        ("新增LED 300盏。", "300盏", "盏"),
        ("下架App 300款。", "300款", "款"),
        ("今年有5家IPO企业。", "5家", "家"),
        ("新开3家Apple门店。", "3家", "家"),
        ("上架20款app。", "20款", "款"),
        ("集团TCL 5亿元投产。", "5亿元", "元"),
        ("馆藏DVD 2400张。", "2400张", "张"),
        ("出动UAV 24架次。", "24架次", "架次"),
    ],
)
def test_a_noun_beside_the_number_is_none(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)


@pytest.mark.parametrize("remark", ["max", "min.", "cap", "est.", "approx.", "target", "cancelled"])
def test_a_remark_in_brackets_belongs_to_its_figure(remark: str) -> None:
    assert not is_found(f"名额350人（{remark}）。", "350人", "人")
