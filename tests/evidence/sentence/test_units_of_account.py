"""The unit of a bare number, as words before or behind it tell it."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.units_of_account import (
    currency_named_alone,
    currency_of_account,
    unit_counted_by,
    unit_told_behind,
    units_counted_by,
)


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("心理门诊按就诊人次算是", "人次"),
        ("按持证人数计只有", "人"),
        ("同城快递论件数是", "件"),
        ("按标准箱算为", "标准箱"),
        ("以间夜计算，卖出", "间夜"),
        ("用人次来衡量，就是", "人次"),
        ("按每户算是", ""),
        ("按人头算", ""),
        ("按月计算是", ""),
        ("按人次计划是", ""),
        ("按人次算有5万，其中", ""),
        ("人次是", ""),
    ],
)
def test_what_something_is_counted_by_is_its_unit(before: str, unit: str) -> None:
    assert unit_counted_by(before) == unit


def test_all_that_numbers_are_counted_by_is_known() -> None:
    assert units_counted_by("按就诊人次算是5.6万，按就诊人数算是2.1万") == {"人次", "人"}
    assert units_counted_by("按就诊人次算，不多。") == frozenset()


@pytest.mark.parametrize(
    ("before", "currency"),
    [
        ("公司的年报以美元记账。2024年，收入", "美元"),
        ("这家药厂用欧元做账。研发投入", "欧元"),
        ("币种为港元。收入", "港元"),
        ("本文金额均以日元计。收入", "日元"),
        ("以美元记账。后来改用人民币结算，收入", "人民币"),
        ("以美元结算，去年收入3亿元，利润", ""),
        ("以美元计划投入", ""),
        ("美元走强，收入", ""),
    ],
)
def test_the_currency_of_an_account_is_that_of_its_sums(before: str, currency: str) -> None:
    assert currency_of_account(before) == currency


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        ("，单位是雷亚尔；", "雷亚尔"),
        ("万，报价货币为美元。", "美元"),
        ("，说的是日元。", "日元"),
        ("，均以港元计；", "港元"),
        ("亿，都是用欧元计价，", "欧元"),
        ("(以新台币计)", "新台币"),
        ("，计划以美元计划的", ""),
        ("，进口用美元12亿", ""),
        ("，比上年多。文中金额均以港元计。", "港元"),
        ("，单位是一家工厂。", ""),
        ("。这家单位是美元债的买方", ""),
    ],
)
def test_what_follows_a_number_tells_its_unit(behind: str, unit: str) -> None:
    assert unit_told_behind(behind) == unit


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("一家造船厂用美元签合同。新接订单188亿。", "美元"),
        ("(以下数字均为港币)收入82.4亿。", "港币"),
        ("账本记的是泰铢。收入310亿。", "泰铢"),
        ("用美元签合同。新接订单188亿，另有3亿元。", ""),
        ("用美元签合同，人民币业务188亿。", ""),
        ("用美元和欧元签合同。新接订单188亿。", ""),
        ("收入1.2亿美元，利润3亿。", ""),
        ("美元走强，收入82亿。", ""),
        ("人民币对美元升值，收入82亿。", ""),
        ("欧元区收入82亿。", ""),
        ("马克去年收入82亿。", ""),
    ],
)
def test_one_currency_named_without_a_sum_is_that_of_bare_sums(text: str, currency: str) -> None:
    assert currency_named_alone(text) == currency
