"""Finding a printed figure in an article."""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import (
    MOST_SPANS,
    NEAR_REACH,
    Ambiguous,
    Found,
    NearMissing,
    NotFound,
    Partial,
    find_printed,
    look_alikes,
    nearest,
)
from statsite.grammar.amounts import unit_words

UNITS = unit_words(("个", "家", "人", "张", "%", "对"))


def looked_up(text: str, printed: str, near: str | None = None) -> object:
    """What is found of ``printed`` in a text of one line, a find as the text it covers."""
    found = article([(1, text)])
    finding = find_printed(printed, near, found, UNITS)
    return found.text[finding.start : finding.end] if isinstance(finding, Found) else finding


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("签约超过8.5\n万对，其中", "超过8.5万对"),
        ("全市有 40.6 万个床位", "40.6万个"),
        ("占比15.6%；另有", "15.6%"),
        ("排名第3，比上年", "3"),
        ("签约10家机构", "10家"),
        ("附近500人参加", "500人"),
        ("2024年6000余个", "6000余个"),
    ],
    ids=[
        "column",
        "blanks",
        "share",
        "rank",
        "qualifier ends a word",
        "qualifier ends another word",
        "after a year",
    ],
)
def test_a_figure_is_found(text: str, printed: str) -> None:
    assert looked_up(text, printed) == printed


@pytest.mark.parametrize(
    ("text", "printed", "whole"),
    [
        ("共1200家", "200家", "1200家"),
        ("共12.5%", "2.5%", "12.5%"),
        ("超过300家", "300家", "超过300家"),
        ("近300家", "300家", "近300家"),
        ("300余家", "300", "300余家"),
        ("300家以上", "300家", "300家以上"),
        ("5%左右", "5%", "5%左右"),
        ("4万余个", "4", "4万余个"),
        ("3~5家", "5家", "3~5家"),
        ("800至1200家", "1200家", "800至1200家"),
        ("12亿零741.3万人", "741.3万人", "12亿零741.3万人"),
        ("至少配备3人", "3人", "至少配备3人"),
    ],
    ids=[
        "digit",
        "digit before a point",
        "超过",
        "近",
        "余",
        "以上",
        "左右",
        "scale",
        "range",
        "range in words",
        "larger scale",
        "至少 and a verb",
    ],
)
def test_part_of_a_figure_is_no_proof(text: str, printed: str, whole: str) -> None:
    assert looked_up(text, printed) == Partial(whole)


def test_two_digits_parted_by_white_space_are_not_joined() -> None:
    assert isinstance(looked_up("共1 2家", "12家"), NotFound)


def test_the_likest_is_named() -> None:
    finding = looked_up("全国共有31013万人，另有5家。", "31031万人")
    assert isinstance(finding, NotFound)
    assert finding.look_alikes[0] == "31013万人"


def test_nothing_alike_is_said_to_be_so() -> None:
    assert looked_up("没有数字。", "31031万人") == NotFound("31031万人", "没有数字。")


def test_one_of_several_wants_a_word_near_it() -> None:
    text = "医院有12家，诊所有12家。"
    assert looked_up(text, "12家") == Ambiguous(("医院有", "有12家，诊所有"))
    article_text = article([(1, text)])
    assert find_printed("12家", "诊所", article_text, UNITS) == Found(10, 13)
    assert find_printed("12家", "医院", article_text, UNITS) == Found(3, 6)


@pytest.mark.parametrize("near", ["学校", "有"], ids=["not in the text", "equally near to two"])
def test_a_word_that_singles_nothing_out_is_a_problem(near: str) -> None:
    assert looked_up("医院有12家，诊所有12家。", "12家", near) == NearMissing()


def test_a_word_too_far_away_is_a_problem() -> None:
    assert looked_up("医院" + "很" * 80 + "12家。", "12家", "医院") == NearMissing()


def test_a_word_singles_out_the_figure_of_its_own_clause() -> None:
    text = article([(1, "县城新开食堂12家，乡镇新开食堂12家。")])
    assert find_printed("12家", "乡镇", text, UNITS) == Found(16, 19)
    assert find_printed("12家", "县城", text, UNITS) == Found(6, 9)


def test_a_blank_between_digits_just_before_the_reach_shifts_nothing() -> None:
    """The twelve characters before the figure begin with the blank that parts 1 and 2."""
    text = "共1 2" + "很" * 9 + "超300家。"
    assert looked_up(text, "300家") == Partial("超300家")
    assert looked_up("共1 2" + "很" * 10 + "300家。", "300家") == "300家"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("院" + "很" * NEAR_REACH + "12家", "院", id="before"),
        pytest.param("12家" + "很" * NEAR_REACH + "院", "院", id="behind"),
        pytest.param(
            "院" + "很" * (NEAR_REACH - 21) + "，12家",
            "院",
            id="before a mark, which counts as twenty",
        ),
        pytest.param("院" + "很" * (NEAR_REACH - 42) + "，；12家", "院", id="before two marks"),
    ],
)
def test_a_word_singles_out_what_is_just_within_its_reach(text: str, near: str) -> None:
    assert looked_up(text, "12家", near) == "12家"
    assert looked_up(text.replace("很", "很很", 1), "12家", near) == NearMissing()


@pytest.mark.parametrize(
    ("text", "near", "start"),
    [
        pytest.param("院很12家，很很12家", "院", 2, id="the first is nearer"),
        pytest.param("12家很很，12家很院", "院", 6, id="the second is nearer"),
        pytest.param("院12家，院很12家。", "院", 1, id="the word appears twice"),
        pytest.param(
            "12家院很很很很很很很很很很很很很很很很很很很很很很院很12家",
            "院",
            0,
            id="each has its own word",
        ),
        pytest.param(
            "院312家，院很很12家", "院", 9, id="the nearer one is a part of another figure"
        ),
    ],
)
def test_the_whole_figure_nearest_to_the_word_is_taken(text: str, near: str, start: int) -> None:
    assert find_printed("12家", near, article([(1, text)]), UNITS) == Found(start, start + 3)


def test_a_part_of_a_figure_is_named_though_a_word_stands_near_it() -> None:
    assert looked_up("院312家", "12家", "院") == Partial("312家")
    assert looked_up("院31家", "12家", "院") == NotFound("12家", "院31家")


def test_no_more_places_than_can_be_told_are_looked_up() -> None:
    finding = looked_up("12家、" * (MOST_SPANS + 5), "12家")
    assert isinstance(finding, Ambiguous)
    assert len(finding.before) == MOST_SPANS
    assert finding.before[:3] == ("", "12家、", "12家、12家、")


@pytest.mark.parametrize("text", ["1234567家", "1 234 567家", "1，234，567家", "1,234,567家"])
def test_groups_of_digits_may_be_marked_in_one_way(text: str) -> None:
    assert looked_up(f"有{text}。", "1234567家") == text
    assert looked_up(f"有{text}。", "1,234,567家") == text


@pytest.mark.parametrize("text", ["1 234,567家", "12 34 567家", "123 4567家"])
def test_groups_of_digits_marked_in_two_ways_or_of_another_size_are_not_joined(text: str) -> None:
    assert not isinstance(looked_up(f"有{text}。", "1234567家"), str)


@pytest.mark.parametrize("text", ["8.5%", "8. 5%", "8 .5%", "8 . 5%"])
def test_a_blank_may_stand_about_a_decimal_point(text: str) -> None:
    assert looked_up(f"有{text}", "8.5%") == text
    assert looked_up(f"有{text}", "8. 5%") == text


def test_the_three_likest_are_named_the_likest_first() -> None:
    text = "有9212家，有2121家，有217家，有8人，有212个"
    found = look_alikes("212家", text)
    assert found[0] == "9212家"[1:]
    assert len(found) == 3
    assert look_alikes("212家", "有8人，有九位") == ()
    assert look_alikes("5%", "有5") == ("5",)


@pytest.mark.parametrize(
    ("starts", "near", "expected"),
    [
        ([3, 10], "院", 3),
        ([10], "院", 10),
        ([3, 10], "所", 10),
        ([3, 10], "校", None),
        ([3], "校", None),
    ],
    ids=["nearer", "the only one", "behind it", "the word is missing", "missing beside one"],
)
def test_the_start_nearest_to_a_word_is_given(
    starts: list[int], near: str, expected: int | None
) -> None:
    assert nearest(starts, 3, near, "全院有12家，很很很很12家所") == expected


def test_two_starts_equally_near_or_one_out_of_reach_are_none() -> None:
    assert nearest([1, 5], 3, "院", "有12家院12家") is None
    assert nearest([0], 3, "院", "12家" + "很" * NEAR_REACH + "院") == 0
    assert nearest([0], 3, "院", "12家" + "很" * (NEAR_REACH + 1) + "院") is None


@pytest.mark.parametrize(
    ("text", "printed", "found"),
    [
        ("分别为182.6、95.3和252.2万人。", "182.6、95.3和252.2万人", "182.6、95.3和252.2万人"),
        ("分别为182.6、95.3和252.2万人。", "95.3和252.2万人", "95.3和252.2万人"),
        ("分别为182.6、95.3和252.2万人。", "252.2万人", "252.2万人"),
        (
            "分别约182.6、95.3和252.2万人。",
            "182.6、95.3和252.2万人",
            Partial("约182.6、95.3和252.2万人"),
        ),
        (
            "分别为182.6、95.3和252.2万人以上。",
            "182.6、95.3和252.2万人",
            Partial("182.6、95.3和252.2万人以上"),
        ),
        (
            "分别为182.6、95.3和252.2万人次。",
            "182.6、95.3和252.2万人",
            Partial("182.6、95.3和252.2万人次"),
        ),
        (
            "分别为182.6、95.3和252.2万人。",
            "82.6、95.3和252.2万人",
            Partial("182.6、95.3和252.2万人"),
        ),
        ("分别为182.6、95.3和252.2万人。", "182.6", Partial("182.6、95.3和252.2万")),
    ],
)
def test_a_list_to_its_scale_stands_whole_or_does_not(
    text: str, printed: str, found: object
) -> None:
    assert looked_up(text, printed) == found
