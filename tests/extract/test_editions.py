"""What is told of another edition of an event has the year that the article names with it."""

from __future__ import annotations

import pytest

from statsite.extract.editions import editions
from statsite.extract.extraction import extract_text

_DAYS = "2025-10-16/2025-10-20"


@pytest.mark.parametrize(
    ("told", "periods"),
    [
        (
            "18日人最多。2011年首届赛事只有9支车队，总奖金20万元，本届总奖金80万元。",
            ["2011", "2011", _DAYS],
        ),
        ("18日的比赛有6场，而2019年首届决赛时仅有11支。", ["2025-10-18", "2019"]),
        (
            "女选手占比由2016年首届的2%升至5%。志愿者26人，而首届只有9人。",
            ["2016", _DAYS, _DAYS, "2016"],
        ),
        (
            "规模比2021年上届的7120人扩大三成。上届只拿到1枚金牌的甲队此次收获12枚。",
            ["2021", _DAYS, "2021", _DAYS],
        ),
        ("13个代表团有金牌，上届为11个。", [_DAYS, "None"]),
        ("观众5万人次，比上届增长35%。", [_DAYS] * 2),
        ("这是第九届，参赛65人，上届报名98人。", [_DAYS, "None"]),
        ("这是第九届，参赛65人，首届邀请赛只有16支队伍。", [_DAYS, "None"]),
        ("这是第九届，参赛65人。上届比赛期间，收入98元。", [_DAYS, "None"]),
        ("这是第九届，参赛65人。田径队上届只有1人。", [_DAYS, "None"]),
        ("这是首届。首届赛事有16支队伍。", [_DAYS]),
        ("上届冠军赢了16分。", [_DAYS]),
    ],
)
def test_another_edition_has_its_year(told: str, periods: list[str]) -> None:
    text = f"2025年10月21日\n10月16日至20日，自行车赛举行。\n{told}"
    assert [str(one.period) for one in extract_text(text)] == periods


def test_the_first_edition_is_no_time_where_its_year_is_not_named() -> None:
    assert list(editions("建校时，首届学生仅招38人。")) == []
