"""Pictures, jokes and problems count nothing."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.figures_of_speech import figure_of_speech


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("物流仓库相当于", "足球场大小。"),
        ("垃圾堆起来够", "楼那么高。"),
        ("教练开玩笑说，要罚队员跑", "。"),
        ("校长打了", "包票，说食堂换了。"),
        ("试卷最后一题问:一列火车长", "，过桥要用多久?"),
    ],
)
def test_nothing_that_was_counted(before: str, behind: str) -> None:
    assert figure_of_speech(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("产值相当于", "。"),
        ("全年减排相当于植树", "。"),
        ("试题库收录", "。"),
        ("医院一年放了", "心脏支架。"),
        ("市民问题办结", "。"),
        ("仓库占地", "，大小不一。"),
    ],
)
def test_what_was_counted(before: str, behind: str) -> None:
    assert figure_of_speech(before, behind) == ""
