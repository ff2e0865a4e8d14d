"""How far each time holds that an article names."""

from __future__ import annotations

import pytest

from statsite.extract.article import prepare
from statsite.extract.candidates import candidates
from statsite.extract.classify import is_quantity
from statsite.extract.extraction import extract_text
from statsite.extract.held_times import HeldTimes
from statsite.extract.layout import Layout
from statsite.extract.time_mentions import time_mentions

pytestmark = pytest.mark.usefixtures("unweighed")


def held_at_each_figure(text: str) -> list[str]:
    """The time that holds at each quantity of a text, or the default of its paragraph in brackets;
    empty where there is neither.
    """
    article = prepare(text)
    layout = Layout(article)
    held = HeldTimes(article, layout, *time_mentions(article, layout))
    found = list[str]()
    for figure in filter(is_quantity, candidates(article.plain)):
        frame = held.at(figure)
        default = held.default
        found.append(str(frame.period) if frame else f"({default.period})" if default else "")
    return found


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("新建5所。", [""]),
        ("2024年，新建5所。扩建6所。", ["2024", "2024"]),
        ("2024年，新建5所。2023年，新建6所。", ["2024", "2023"]),
        ("2024年，新建5所(2020年3所)，扩建6所。", ["2024", "2020", "2024"]),
        ("2024年，新建5所，年末有8所。扩建6所。", ["2024", "2024-12-31", "2024"]),
        ("2024年，新建5所，到2030年建成8所。扩建6所。", ["2024", "2030", "2024"]),
        ("2024年，新建5所。\n扩建6所。", ["2024", "(2024)"]),
        ("一、2024年情况\n新建5所。\n二、2025年计划\n新建6所。", ["(2024)", "(2025)"]),
    ],
)
def test_a_time_holds_as_far_as_the_text_goes_on_about_it(text: str, held: list[str]) -> None:
    assert held_at_each_figure(text) == held


def test_a_time_that_others_are_compared_with_does_not_hold() -> None:
    article = prepare("2024年新建5所，比2020年增加2所。")
    layout = Layout(article)
    held = HeldTimes(article, layout, *time_mentions(article, layout))
    told = [
        (str(frame and frame.period), str(held.base and held.base.period))
        for frame in map(held.at, filter(is_quantity, candidates(article.plain)))
    ]
    assert told == [("2024", "None"), ("2024", "2020")]


def test_what_is_to_be_done_within_the_year_is_not_up_to_the_day_of_a_count() -> None:
    text = "2025年8月26日\n截至6月底，建成书房136座，年内还将新建20座。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-06-30", "2025"]


def test_a_clause_may_come_back_from_an_earlier_time_to_this_one() -> None:
    text = "2025年9月14日\n9月12日，台风登陆，转移5人。\n渔民说，2014年损失40万元，这次损失1万元。"
    assert [str(one.period) for one in extract_text(text)][1:] == ["2014", "2025-09-12"]


def test_a_month_of_one_thing_among_others_holds_for_its_part_of_the_sentence() -> None:
    text = (
        "2026年1月23日\n2025年，办成不少实事。\n新建幼儿园4所；新院区10月投用，接诊5人；"
        "改造小区37个。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2025", "2025-10", "2025"]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("2026赛季拟扩军至14支球队，明年3月开赛，有望吸引观众5万人次", "2026"),
        ("2026年，花市计划扩大，2月开市，预计接待5万人次", "2026"),
        ("2026系列赛将增至8站，首站明年3月在樱洲起跑，有望吸引5万人次", "2026"),
        ("2025—2026雪季计划11月开板，新增雪道4条", "2025/2026"),
        ("2026年，马拉松将扩大，明年10月25日鸣枪，预计吸引5万人", "2026-10-25"),
        ("2026年，工厂将扩产，6月试车，预计生产5台", "2026-06"),
    ],
)
def test_the_month_in_which_something_to_come_begins_is_not_that_of_its_figures(
    told: str, period: str
) -> None:
    found = extract_text(f"2025年10月23日\n省足协透露，{told}。")
    assert str(found[-1].period) == period


@pytest.mark.parametrize(
    ("told", "periods"),
    [
        (
            "2025年，计划开工86个，上半年开工率达到70%；新建公园10座",
            ["2025", "2025-01/2025-06", "2025"],
        ),
        ("2025年，拟培训9人，一季度完成3人；新设站点7个", ["2025", "2025-01/2025-03", "2025"]),
        ("2025年目标：签约6个，前三季度落地4个；引进人才3名", ["2025", "2025-01/2025-09", "2025"]),
    ],
)
def test_a_part_of_a_year_to_come_holds_for_its_part_of_the_sentence(
    told: str, periods: list[str]
) -> None:
    found = extract_text(f"2025年1月15日\n{told}。")
    assert [str(one.period) for one in found] == periods


def test_what_was_new_within_the_year_is_of_the_year() -> None:
    text = "2025年10月29日\n截至9月底，运营386个，年内新增14个。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-09-30", "2025"]


@pytest.mark.parametrize(("day", "period"), [("10月12日", "None"), ("12月12日", "2025")])
def test_the_year_of_a_headline_that_goes_on_gives_way_to_a_day_up_to_which_is_told(
    day: str, period: str
) -> None:
    text = (
        f"河阳县2025年谷子收获过半\n《河阳日报》2025年{day}\n"
        "截至10月11日，全县谷子收了58万亩。\n各镇收谷子最快的已过了九成，最慢的收了四成。"
    )
    assert str(extract_text(text)[-1].period) == period


def test_a_sentence_that_begins_with_a_part_goes_on_with_the_time_of_the_whole() -> None:
    text = (
        "2025年10月10日\n去年10月9日，平台开通。一年来，接单9.6万单。其中送餐5.1万单，"
        "占53%。接线员22人。"
    )
    found = [str(one.period) for one in extract_text(text)]
    assert found == ["2024-10-09/2025-10-08"] * 3 + ["2024-10-09"]
