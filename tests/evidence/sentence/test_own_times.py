"""Whether a time beside another matter is that of its sentence's figure, or of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.evidence.sentence.own_times import (
    is_made_known_then,
    is_of_a_beginning,
    is_of_a_thing,
    is_of_its_round,
    is_of_some_days,
    is_of_some_years,
    is_said_by_what_is_of,
    is_seen_then,
    is_set,
    is_so_far,
    opens_a_part,
)


@pytest.mark.parametrize(
    ("before", "between", "is_so"),
    [
        ("此前的纪录诞生于", "，为", True),
        ("原先的最高纪录是", "的", True),
        ("上一次清点是在", "，数到", True),
        ("上一版名册是", "造的，在册", True),
        ("本届运动会开幕于", "，参赛者", False),
        ("此前的纪录诞生于", "，如今，食堂一年新增9家，共有", False),
    ],
)
def test_a_round_or_a_record_has_its_own_time(before: str, between: str, *, is_so: bool) -> None:
    assert is_of_its_round(before, between) == is_so


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("前年我退休时再看，", True),
        ("2015年建成的时候，", True),
        ("2015年建成时速350公里，", False),
        ("2015年建成，", False),
    ],
)
def test_what_was_seen_at_an_event_is_of_its_time(words: str, *, is_so: bool) -> None:
    assert is_seen_then(words) == is_so


@pytest.mark.parametrize(
    ("before", "between", "is_so"),
    [
        ("一旁还留着", "的粉笔印——", True),
        ("墙上有", "的牌子，写着", True),
        ("比", "的数字:", False),
        ("一旁还留着", "，", False),
    ],
)
def test_what_is_of_a_time_says_the_figure(before: str, between: str, *, is_so: bool) -> None:
    assert is_said_by_what_is_of(before, between) == is_so


@pytest.mark.parametrize(
    ("is_named", "words"),
    [
        (is_of_some_years, "三年间，拆除"),
        (is_of_some_years, "近五年里，拆除"),
        (is_so_far, "累计达到"),
        (is_of_some_days, "开秤头十天，收进"),
        (is_of_some_days, "单日"),
        (is_made_known_then, "公布的结果是"),
        (is_made_known_then, "通报的消息说，"),
        (is_set, "首飞定在"),
        (is_set, "改造推迟到"),
    ],
)
def test_words_that_take_a_figure_from_its_time(
    is_named: Callable[[str], bool], words: str
) -> None:
    assert is_named(words)
    assert not is_named("第三年的食堂")


def test_a_year_is_that_of_a_thing() -> None:
    assert is_of_a_thing("老何把", "的机芯换下")
    assert not is_of_a_thing("老何在", "的春天换下")
    assert not is_of_a_thing("老何把", "起的机芯换下")


def test_a_time_apart_at_the_head_of_a_part_is_that_of_the_part() -> None:
    assert opens_a_part("去年，食堂30家;", "，食堂有")
    assert not opens_a_part("去年，食堂30家，", "，食堂有")
    assert not opens_a_part("去年，食堂30家;", "相比，多了，达到")


def test_what_is_of_a_beginning_is_not_of_the_time_before_it() -> None:
    assert is_of_a_beginning("日均41万人次，开通首月，日均")
    assert not is_of_a_beginning("开通，开通首月，日均")
