"""Amounts anywhere in a text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.grammar.amounts import scan_amount, unit_words


@pytest.mark.parametrize(
    ("text", "at", "words", "value", "read"),
    [
        pytest.param("5千克、6千克", 0, ("千克",), 5, "5千克", id="the unit's word is no scale"),
        pytest.param("5千克、6千克", 4, ("千克",), 6, "6千克", id="nor behind another of its kind"),
        pytest.param(
            "15.1/10万、8.2/10万",
            9,
            ("/10万",),
            Fraction("8.2"),
            "8.2/10万",
            id="a unit that begins like a number",
        ),
        pytest.param("5千、6千", 3, ("克",), 6000, "6千", id="a scale"),
        pytest.param("共三成多", 1, ("%",), 30, "三成多", id="tenths"),
        pytest.param("共三成多", 1, ("‰",), 300, "三成多", id="tenths of a thousand"),
        pytest.param("三成多的家庭", 0, ("%",), 30, "三成多", id="before what they are of"),
        pytest.param("三成多已出院", 0, ("%",), 30, "三成多", id="before what they did"),
        pytest.param("三成多为女性", 0, ("%",), 30, "三成", id="mostly"),
        pytest.param("三成多的是", 0, ("%",), 30, "三成", id="plenty"),
        pytest.param("共三成", 1, (), Fraction(3, 10), "三成", id="tenths of one"),
        pytest.param("共1/3", 1, ("%",), Fraction(100, 3), "1/3", id="a third"),
        pytest.param(
            "半个多小时后", 0, ("个小时",), Fraction(1, 2), "半个多小时", id="more than a half"
        ),
        pytest.param("半个小时后", 0, ("个小时",), Fraction(1, 2), "半个小时", id="a half"),
    ],
)
def test_an_amount_is_read_from_where_it_begins(
    text: str, at: int, words: tuple[str, ...], value: Fraction, read: str
) -> None:
    amount = scan_amount(text, at, unit_words(words))
    assert amount is not None
    assert (amount.value, text[at : amount.end]) == (value, read)
