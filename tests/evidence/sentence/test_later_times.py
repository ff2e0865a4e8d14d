"""Words between the time of a sentence and a figure that give the figure another time."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.later_times import heading_year, later_time


@pytest.mark.parametrize(
    ("between", "words", "year"),
    [
        ("，展园38个;2021年的前一届在徐州，展园有", "2021年的前一届", 2021),
        ("收官，签约1000余个。上一届即2023年的那届，签约", "2023年的那届", 2023),
        ("第六次普查时有90.1万人;2020年第七次普查，减少到", "2020年第七次普查", 2020),
        ("法人单位8.1万个;2023年第五次经济普查，有", "2023年第五次经济普查", 2023),
        ("本届签约1000个，上一届(2023年)签约", "上一届(2023年", 2023),
        ("2018年举行的上一届是", "2018年举行的上一届", 2018),
        ("第二次冰川编目(2012年完成)圈出冰川", "编目(2012年完成)", 2012),
        ("第二次清查(2016年)查出食堂", "清查(2016年)", 2016),
        ("六普时，全省常住人口", "六普", 2010),
        ("，全省生猪存栏2310万头;年初的存栏量是", "年初", 2024),
        ("记者初访，果园0.3万亩;十年后再来，果园", "十年后", 2034),
        ("建成;两年之后，游客达到", "两年之后", 2026),
    ],
)
def test_a_figure_has_the_later_time(between: str, words: str, year: int) -> None:
    later = later_time(between, 2024)
    assert later is not None
    assert (later.words, str(later.period)) == (words, str(year))
    assert between[: later.end].endswith(words)


@pytest.mark.parametrize(
    "between",
    [
        "，参赛者是2019年首届的",
        "，参展商651家，比2023年第二届的",
        "，签约从2018年第一届的",
        "2018年首届以来，累计签约",
        "2018年首届办在上海，今年签约",
        "，存栏比年初增加",
        "，年初以来，新开工",
        "，年初确定的任务",
        "，年初报到的新生",
        "，第十次工作会议通过",
        "，营业到三年后的",
    ],
)
def test_a_base_or_a_beginning_is_no_time_of_the_figure(between: str) -> None:
    assert later_time(between, 2024) is None


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("2024年春节档总票房", 2024),
        ("本报厦门1月6日电2026年厦门马拉松昨天开跑，报名", 2026),
        ("而2019年花展售票", 2019),
        ("2019年开工的大桥，全长", None),
        ("2024年底，灯会预约", None),
        ("2019年以来，灯会预约", None),
        ("2019年花展售票少，今年售票", None),
        ("花展在2019年售票", None),
    ],
)
def test_a_year_may_head_a_sentence(before: str, year: int | None) -> None:
    heading = heading_year(before)
    assert (heading and str(heading.period)) == (year and str(year))


def test_the_beginning_of_an_unknown_year_is_no_time() -> None:
    assert later_time("年初，存栏", None) is None
