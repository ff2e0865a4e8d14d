"""A sum in another currency is none in yuan."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found

#: A text, a span of it that says something else, and the words of the unit.
CUT = [
    ("罚款5万元港币", "5万元", "元"),
    ("保释金为新台币50万元", "50万元", "元"),
    ("港币3亿元的善款", "3亿元", "元"),
    ("奖金合3万元（澳门币）", "3万元", "元"),
    ("该公司净利润12亿元（港元，下同）", "12亿元", "元"),
    ("赔偿金额为美金200万元", "200万元", "元"),
    ("票房收入4亿元新台币", "4亿元", "元"),
    ("融资额（美元）为5亿元", "5亿元", "元"),
    ("獲得新臺幣35萬元", "35萬元", "元"),
    ("35萬元港幣", "35萬元", "元"),
    ("€50亿元", "50亿元", "元"),
    ("$50亿元", "50亿元", "元"),
    ("HK$50亿元", "50亿元", "元"),
    ("50亿新元", "50亿", "元"),
    ("50亿泰铢", "50亿", "元"),
    ("人均GDP达到5000卢比", "5000", "元"),
    ("票房5亿比索", "5亿", "元"),
    ("合同额5亿迪拉姆", "5亿", "元"),
    ("合同额5亿坚戈", "5亿", "元"),
    ("合同额5亿瑞郎", "5亿", "元"),
    ("合同额5亿越南盾", "5亿", "元"),
    ("合同额5亿美金", "5亿", "元"),
    ("合同额5亿刀", "5亿", "元"),
    ("合同额5亿林吉特", "5亿", "元"),
    ("合同额USD5亿元", "5亿元", "元"),
    ("合同额5亿元USD", "5亿元", "元"),
    ("合同额5亿元（美元）", "5亿元", "元"),
    ("合同额（单位：美元）5亿元", "5亿元", "元"),
    ("以美元计，合同额5亿元", "5亿元", "元"),
    ("合同额欧元5亿元", "5亿元", "元"),
    ("合同额为日元5亿元", "5亿元", "元"),
    ("澳门元5亿元", "5亿元", "元"),
]
#: Innocent neighbours of such texts.
WHOLE = [
    ("投资5亿元人民币", "5亿元", "元"),
    ("人民币5亿元", "5亿元", "元"),
    ("投资3万元（约合4000美元）", "3万元", "元"),
    ("票房5亿美元", "5亿美元", "美元"),
    ("兑美元汇率公布后，成交5亿元", "5亿元", "元"),
    ("欧元区企业投资5亿元", "5亿元", "元"),
    ("罚款5万元", "5万元", "元"),
    ("5亿元澳门地区投资", "5亿元", "元"),
]


@pytest.mark.parametrize(("text", "printed", "words"), CUT)
def test_a_span_that_says_something_else_is_no_proof(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(("text", "printed", "words"), WHOLE)
def test_a_figure_in_an_innocent_text_is_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
