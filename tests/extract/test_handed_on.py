"""What a paragraph reports of is handed on to the next, but not to all that it tells."""

from __future__ import annotations

import pytest

from statsite.extract.candidates import candidates
from statsite.extract.extraction import extract_text
from statsite.extract.handed_on import answers, compares, goes_on, is_of_no_report, is_so_by_now

pytestmark = pytest.mark.usefixtures("unweighed")

_REPORT = "2024年，全市新建泵站12座。\n"
_UP_TO = "截至2024年12月6日，水库蓄水8亿立方米。\n"


def _last(text: str) -> str:
    return str(extract_text(text)[-1].period or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "扩建工程已完成投资4亿元。",
        "成人票票价40元。",
        "票价不贵，成人40元。",
        "按每户300元收取。",
        "如果有7个村能用起来，就好了。",
        "有人建议，隔3天换一次。",
        "市民可走上游5公里处的大桥。",
    ],
)
def test_what_is_so_by_now_a_price_and_what_is_supposed_are_of_no_report(sentence: str) -> None:
    assert is_of_no_report(next(candidates(sentence)), 0)
    assert _last(_REPORT + sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "全市又新建水闸9座。",
        "已经入库的粮食9万吨。",
        "每户平均收入300元。",
        "受访者平均应答9次。",
    ],
)
def test_other_sentences_go_on_about_what_was_reported(sentence: str) -> None:
    assert not is_of_no_report(next(candidates(sentence)), 0)
    assert _last(_REPORT + sentence) == "2024"


def test_the_day_up_to_which_is_told_ends_with_its_paragraph() -> None:
    assert _last(_UP_TO + "救援队伍出动300人。") == ""


@pytest.mark.parametrize(
    "opening", ["从结构看，", "分地区看，", "供水方面，", "其中，", "结果显示，"]
)
def test_a_paragraph_may_say_that_it_goes_on_with_it(opening: str) -> None:
    assert goes_on(opening, 0)
    assert _last(_UP_TO + opening + "小水库占9%。") == "2024-12-06"


@pytest.mark.parametrize(
    ("paragraph", "period"),
    [
        ("好生态带来人气，村里有农家乐38家，2025年接待9人。", ""),
        ("好生态带来人气，村里有农家乐38家。", "2024-09"),
        ("游客增长38%，2025年接待9人。", "2024-09"),
    ],
)
def test_what_stands_before_a_time_of_its_paragraph_is_of_the_articles_first(
    paragraph: str, period: str
) -> None:
    text = "2023年，湖区接待4人。\n2024年9月，湖区接待5人。\n"
    assert str(extract_text(text + paragraph)[2].period or "") == period


def test_a_comparison_says_what_it_is_about() -> None:
    assert compares("出口同比增长", 0, 6)
    assert not compares("出口多", 0, 3)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [("全市已建成步道860公里。", ""), ("全市又建步道860公里。", "2016")],
)
def test_what_is_so_by_now_is_not_of_a_year_told_of_before(sentence: str, period: str) -> None:
    text = f"2025年10月20日\n比赛创办于2016年。2016年，参赛5000人。{sentence}"
    assert is_so_by_now(next(candidates(sentence)), 0) == (not period)
    assert _last(text) == period


def test_an_answer_is_not_about_the_time_of_the_one_before() -> None:
    text = "2025年10月20日\n答：2024年，收治病人9人。\n问：怎样预防？\n答：我们随访了1200名患者。"
    assert answers("专家答:是的", 0)
    assert not answers("专家说，问与答:", 0)
    assert _last(text) == ""


@pytest.mark.parametrize(
    ("later", "period"),
    [
        ("去年，产值达68亿元。", ""),
        ("6日，接待9人。", "2025-05-02/2025-05-11"),
        ("上届于2021年举行，来了9人。", "2025-05-02/2025-05-11"),
    ],
)
def test_days_of_an_event_are_not_handed_on_to_what_a_year_is_told_of(
    later: str, period: str
) -> None:
    text = f"2025年5月12日\n5月2日至11日，接待客商9人。\n东州有花卉12万亩。{later}"
    assert str(extract_text(text)[1].period or "") == period


def test_the_days_of_an_event_are_handed_on_before_their_own_year() -> None:
    text = "2025年4月14日\n4月12日至13日，接待9人。\n设医疗点31处，今年首次启用机器人20台。"
    assert [str(one.period) for one in extract_text(text)][1:] == ["2025-04-12/2025-04-13", "2025"]
