"""Finding a printed figure in an article."""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.finding import Ambiguous, Found, NearMissing, NotFound, Partial, find
from statsite.grammar.amounts import unit_words

UNITS = unit_words(("个", "家", "人", "张", "%", "对"))


def looked_up(text: str, printed: str, near: str | None = None) -> object:
    """What is found of ``printed`` in a text of one line, a find as the text it covers."""
    found = article([(1, text)])
    finding = find(printed, near, found, UNITS)
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
    ids=["column", "blanks", "share", "rank", "qualifier ends a word", "qualifier ends another word", "after a year"],
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
    ids=["digit", "digit before a point", "超过", "近", "余", "以上", "左右", "scale", "range", "range in words", "larger scale", "至少 and a verb"],
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
    assert find("12家", "诊所", article_text, UNITS) == Found(10, 13)
    assert find("12家", "医院", article_text, UNITS) == Found(3, 6)


@pytest.mark.parametrize("near", ["学校", "有"], ids=["not in the text", "equally near to two"])
def test_a_word_that_singles_nothing_out_is_a_problem(near: str) -> None:
    assert looked_up("医院有12家，诊所有12家。", "12家", near) == NearMissing()


def test_a_word_too_far_away_is_a_problem() -> None:
    assert looked_up("医院" + "很" * 80 + "12家。", "12家", "医院") == NearMissing()


def test_a_word_singles_out_the_figure_of_its_own_clause() -> None:
    text = article([(1, "县城新开食堂12家，乡镇新开食堂12家。")])
    assert find("12家", "乡镇", text, UNITS) == Found(16, 19)
    assert find("12家", "县城", text, UNITS) == Found(6, 9)


def test_a_blank_between_digits_just_before_the_reach_shifts_nothing() -> None:
    """The twelve characters before the figure begin with the blank that parts 1 and 2."""
    text = "共1 2" + "很" * 9 + "超300家。"
    assert looked_up(text, "300家") == Partial("超300家")
    assert looked_up("共1 2" + "很" * 10 + "300家。", "300家") == "300家"


@pytest.mark.parametrize(
    ("text", "printed", "found"),
    [
        ("分别为182.6、95.3和252.2万人。", "182.6、95.3和252.2万人", "182.6、95.3和252.2万人"),
        ("分别为182.6、95.3和252.2万人。", "95.3和252.2万人", "95.3和252.2万人"),
        ("分别为182.6、95.3和252.2万人。", "252.2万人", "252.2万人"),
        ("分别约182.6、95.3和252.2万人。", "182.6、95.3和252.2万人", Partial("约182.6、95.3和252.2万人")),
        ("分别为182.6、95.3和252.2万人以上。", "182.6、95.3和252.2万人", Partial("182.6、95.3和252.2万人以上")),
        ("分别为182.6、95.3和252.2万人次。", "182.6、95.3和252.2万人", Partial("182.6、95.3和252.2万人次")),
        ("分别为182.6、95.3和252.2万人。", "82.6、95.3和252.2万人", Partial("182.6、95.3和252.2万人")),
        ("分别为182.6、95.3和252.2万人。", "182.6", Partial("182.6、95.3和252.2万")),
    ],
)
def test_a_list_to_its_scale_stands_whole_or_does_not(text: str, printed: str, found: object) -> None:
    assert looked_up(text, printed) == found
