"""Works that are still to be done are planned; levels that are still to be reached are aimed at."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.works import is_to_be_done

_HEAD = "本报澄州2025年3月5日电 "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("方案提出，今年再改造食堂620个。", "plan"),
        ("方案提出，今年覆盖率提高到60%。", "target"),
        ("今年将把办理时间压缩到5天以内。", "target"),
        ("2027年前，将新建中小学36所。", "plan"),
        ("到2027年，全县建成产业园20个。", "target"),
        ("计划到2026年，新建周转房64套。", "plan"),
        ("力争今年新建学校6所。", "target"),
        ("今年先建产业园6个。", "plan"),
        ("三期计划2026年底建成，届时占比将达到90%以上。", "target"),
        ("三期计划2026年底建成，届时占比将达到90%。", "estimate"),
        ("新楼2月启用，届时床位将由目前的96张增加到180张。", "estimate"),
        ("省里提出，到2027年，占比达到8%，届时能耗控制在10%以内。", "target"),
        ("到2027年，产值力争突破20亿元，届时数控化率将达75%左右。", "estimate"),
        ("三期计划2026年底建成，届时车程由6小时缩短至10分钟。", "estimate"),
        ("预计届时留下的只有5000只。", "estimate"),
    ],
)
def test_works_and_levels(text: str, status: str) -> None:
    assert extract_text(_HEAD + text)[-1].status == status


def test_what_is_added_beside_works_is_planned_and_among_aims_aimed_at() -> None:
    works = extract_text(_HEAD + "方案提出，今年新增床位600张，改造路口95处。")
    aims = extract_text(_HEAD + "今年预期目标是：产值增长6%，新增就业8500人。")
    assert [one.status for one in works] == ["plan", "plan"]
    assert [one.status for one in aims] == ["target", "target"]


@pytest.mark.parametrize(("text", "expected"), [("今年先建", True), ("今年建成", False)])
def test_words_say_what_is_to_be_done(text: str, *, expected: bool) -> None:
    assert is_to_be_done(f"{text}5座", len(text)) is expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2026年底前完成12所学校的供暖改造。", "plan"),
        ("2026年底前完成12所学校的评估。", "target"),
        ("到2027年，全市将压减渔船160艘。", "plan"),
        ("到2027年，全市建成平台6座。", "target"),
        ("今年每千人口托位数将提高到4.8个。", "target"),
        ("二期2月开工，全长14.7公里。", "plan"),
        ("二期2月开工，新建T2航站楼12.8万平方米、机位31个。", "plan"),
        ("一期长22.4公里，设站17座，有望12月下旬开通。", "plan"),
        ("总投资8500万元的观光小火车项目2月开工。", "plan"),
        ("投资9.8亿元的新馆正在建设。", "plan"),
        ("总投资38亿元的复线船闸去年11月开工，预计2028年6月通航。", "plan"),
        ("总投资12亿元的水厂去年11月开工，今年2月建成。", "observed"),
        ("工程已完成投资4.9亿元，占总投资的七成，计划明年6月通水。", "observed"),
        ("复线开通，全长187公里。项目2021年12月开工，总投资146亿元。", "observed"),
        ("新馆全长50米，客流增加5%。", "observed"),
    ],
)
def test_the_size_of_works_in_progress_is_planned(text: str, status: str) -> None:
    assert extract_text(_HEAD + text)[-1].status == status


def test_what_is_done_of_works_was_seen_and_their_cost_is_planned() -> None:
    told = extract_text(_HEAD + "投资12亿元的航站楼改造已完成七成，计划10月投用。")
    assert [one.status for one in told] == ["plan", "observed"]


def test_works_that_have_begun_are_told_behind_what_was_opened_before() -> None:
    text = (
        "2025年11月20日\n一号线开通后，乘客很多。\n二号线2023年3月开工，全长28公里，投资197亿元。"
    )
    assert [one.status for one in extract_text(text)] == ["plan", "plan"]
