"""Words that say a figure was supposed, estimated, alleged or feigned."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.unsettled_words import names_itself, unsettled_words


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("如果参保人数达到", "", "如果参保人数达到"),
        ("假设如此，十年后将达到", "", "假设如此，十年后将达到"),
        ("即使拿出", "", "即使拿出"),
        ("产值也许有", "", "也许有"),
        ("产值或达", "", "或达"),
        ("水文局预测，本月赣江水位将达", "", "预测，本月赣江水位将达"),
        ("气象台预计，今年将有", "个台风登陆", "预计，今年将有"),
        ("厂方谎报", "", "谎报"),
        ("名义上有", "", "名义上有"),
        ("销量", "(拟)。", "(拟)"),
        ("增速为", "(E)。", "(E)"),
        ("产值", "(待核实)。", "(待核实)"),
        ("捐款", "的承诺成了空头支票", "的承诺成了空头支票"),
        ("", "捐款至今没有到账", "捐款至今没有到账"),
    ],
)
def test_words_that_leave_it_open(before: str, behind: str, said: str) -> None:
    assert unsettled_words(before, behind) == said


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("主要是土地出让收入减少", ""),
        ("即使在淡季，仍接待", ""),
        ("数据传输时间为", ""),
        ("气象台预计，雨势将减弱。昨天落下", ""),
        ("原先预计，工期要三年，实际用了", ""),
        ("每股", "(含税)"),
        ("藏品", "(套)"),
        ("深度", "(实测)"),
        ("人口", "(2020年)"),
    ],
)
def test_words_that_do_not(before: str, behind: str) -> None:
    assert unsettled_words(before, behind) == ""


def test_an_indicator_may_be_of_what_such_words_name() -> None:
    assert names_itself("索赔", "索赔额")
    assert not names_itself("索赔", "赔偿额")
