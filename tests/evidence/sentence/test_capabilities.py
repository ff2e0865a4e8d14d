"""What something could do is not what it did."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.capabilities import capability


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("硅料项目满产后可年产", "硅料产量"),
        ("落成的足球场可容纳", "到场观众"),
        ("停车楼最多能停", "停放车辆"),
        ("生产线一天足以加工", "加工量"),
        ("新剧场坐得下", "观众"),
        ("流水线一小时出得来", "鞋产量"),
        ("渡轮满员是", "乘客"),
        ("乐园承载极限为", "游客"),
        ("仓库的容量够放粮", "存粮"),
        ("泵站满载运行时日供水", "供水量"),
        ("电站额定功率为", "发电量"),
        ("项目建成后，年产", "产量"),
    ],
)
def test_an_ability(before: str, title: str) -> None:
    assert capability(before, "", title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("足球场可容纳", "足球场容量"),
        ("设计年产能", "设计产能"),
        ("可再生能源发电量", "发电量"),
        ("居民人均可支配收入", "收入"),
        ("可容纳5万人的体育场建成", "体育场"),
        ("失能老人", "失能老人"),
        ("全年出口太阳能电池", "出口太阳能电池"),
        ("全年取得", "成果"),
        ("全市工业产能利用率", "利用率"),
        ("节能改造", "改造面积"),
        ("勘察设计单位", "设计单位"),
    ],
)
def test_none(before: str, title: str) -> None:
    assert capability(before, "", title) == ""


def test_what_there_is_room_for_may_be_said_behind() -> None:
    assert capability("新码头具备年吞吐", "的条件。", "吞吐量")
    assert capability("新码头年吞吐", "，条件改善。", "吞吐量") == ""
