"""The proof on generated sentences, and the generator's own writers of numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.hostile.constructs import CONSTRUCTS
from tests.hostile.evaluation import CaseOutcome, generated
from tests.hostile.meaning import Meaning, exact
from tests.hostile.numerals import arabic, chinese, formal, grouped, traditional, wide
from tests.hostile.run import Tally, examples, tally
from tests.hostile.sentence import parted_number

#: `make fuzz` tries a hundred thousand.
_COUNT, _SEED = 500, 1


@pytest.fixture(scope="module")
def found() -> Tally:
    """What the proof makes of the sentences."""
    return tally(_COUNT, _SEED)


def test_no_span_is_found_and_read_as_another_quantity(found: Tally) -> None:
    assert not found.total(CaseOutcome.FALSE), f"seed {_SEED}\n{examples(found, CaseOutcome.FALSE)}"


def test_spans_meant_whole_are_found(found: Tally) -> None:
    assert found.share_found() >= 0.99, f"seed {_SEED}\n{examples(found, CaseOutcome.LOST)}"


def test_decimals_of_counted_things_are_an_average() -> None:
    """2.07人 of a county is no figure; those that a sentence means are found."""
    made = tally(100, _SEED, ("same-digits-twice",))
    assert made.share_found() == 1, examples(made, CaseOutcome.LOST)


@pytest.mark.parametrize("blank", [" ", "\u2009", "\u202f", "\u00a0", "\u2005", "\u3000"])
def test_no_line_is_broken_beside_the_blank_between_groups(blank: str) -> None:
    assert parted_number("2", blank)
    assert parted_number(blank, "8")


def test_a_run_holds_every_construct_and_can_be_repeated() -> None:
    names = tuple(CONSTRUCTS)
    made = [generated(_SEED, index, names) for index in range(len(names))]
    assert [sentence.construct for sentence in made] == list(names)
    assert made == [generated(_SEED, index, names) for index in range(len(names))]
    assert all(sentence.probes and sentence.meant for sentence in made)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (5, "五"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (12_345, "一万两千三百四十五"),
        (20_010, "两万零一十"),
        (200_000, "二十万"),
        (200_203, "二十万零两百零三"),
        (1_000_000, "一百万"),
    ],
)
def test_chinese_numerals_are_written_as_people_do(number: int, text: str) -> None:
    written = chinese(number, two="两")
    assert written.text == text
    assert written.value == number


@pytest.mark.parametrize(
    ("digits", "scale", "text", "value", "step"),
    [
        ("6000", "", "6000", 6000, 1000),
        ("5.7", "万", "5.7万", 57_000, 1000),
        ("5.70", "", "5.70", Fraction("5.7"), Fraction("0.1")),
        ("10", "亿", "10亿", 10**9, 10**9),
        ("105", "", "105", 105, 1),
    ],
)
def test_a_number_knows_its_value_and_its_last_digit(
    digits: str, scale: str, text: str, value: Fraction, step: Fraction
) -> None:
    number = arabic(digits, scale)
    assert (number.text, number.value, number.step) == (text, value, step)


def test_numbers_are_written_in_other_scripts() -> None:
    assert formal("两千三百一十五") == "贰仟叁佰壹拾伍"
    assert traditional("超过2亿余个") == "超過2億餘個"
    assert wide("12.5%") == "１２．５％"
    assert grouped(22_893, " ") == "22 893"


def test_a_meaning_is_told_in_full() -> None:
    assert str(exact(Fraction(1, 2))) == "= 0.5 (0.5, 0.5)"
    assert str(Meaning("<", Fraction(5), None, Fraction(5))) == "< 5 (…, 5)"
