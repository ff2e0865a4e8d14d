"""Every period of a draft says where it comes from, and is marked where that is seldom right."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.extract.origins import RELIABLE, Origin
from tests.extract.origins import Drafted, reliable_origins

pytestmark = pytest.mark.usefixtures("unweighed")


def _last(text: str) -> ExtractedQuantity:
    return extract_text(text)[-1]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("2024年，接待5人。", Origin.OWN_SENTENCE),
        ("2024年接待5人。", Origin.OWN_CLAUSE),
        ("2024年，新馆开放，接待5人。", Origin.OWN_SENTENCE),
        ("截至2024年5月20日，新馆开放，接待5人。", Origin.OWN_SENTENCE),
        ("2024年5月20日，新馆开放，接待5人。", Origin.DAY),
        ("县里新馆2024年9月启用，接待5人。", Origin.AFTER_A_SUBJECT),
        ("预计2024年9月接待5人。", Origin.OWN_CLAUSE),
        ("2024年5月20日开馆。当天下雨，接待5人。", Origin.DAY_TOLD_BEFORE),
        ("2024年5月6日至9日举行比赛。比赛期间，接待5人。", Origin.EVENT),
        ("2024年5月以来，新馆开放，接待5人。", Origin.SINCE),
        ("2024年，新馆开放。接待5人。", Origin.HEAD_OF_SENTENCE_BEFORE),
        ("2024年5月，新馆开放。接待5人。", Origin.SENTENCE_BEFORE),
        ("新馆开放，2024年，又扩建。接待5人。", Origin.SENTENCE_BEFORE),
        ("2024年，新馆开放，接待4人。\n馆里很热闹，接待5人。", Origin.PARAGRAPH_BEFORE),
        ("2024年工作总结\n新馆开放，接待5人。", Origin.HEADING_WITH_YEAR),
        ("上半年工作总结\n本报讯（2024年7月9日）新馆开放，接待5人。", Origin.HEADING),
    ],
)
def test_a_period_says_where_its_time_is_named(text: str, origin: Origin) -> None:
    assert _last(text).origin is origin


def test_what_has_no_time_has_no_origin() -> None:
    assert (_last("接待5人。").period, _last("接待5人。").origin) == (None, None)


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("2024年，新馆开放，接待5人。", False),
        ("2024年5月20日，新馆开放，接待5人。", True),
        ("县里新馆2024年9月启用，接待5人。", True),
        ("2024年5月，新馆开放。接待5人。", True),
    ],
)
def test_a_period_is_marked_by_its_origin(text: str, *, is_marked: bool) -> None:
    found = _last(text)
    assert ("period" in found.unsure) is is_marked
    assert (found.origin in RELIABLE) is not is_marked


def test_the_origins_that_are_right_often_enough_are_those_of_periods_without_another_mark() -> (
    None
):
    periods = [
        *[Drafted("a", "near", is_right=True, is_marked=False)] * 19,
        Drafted("a", "near", is_right=False, is_marked=False),
        Drafted("a", "near", is_right=False, is_marked=True),
        Drafted("a", "far", is_right=False, is_marked=False),
    ]
    assert reliable_origins(periods) == {"near"}
