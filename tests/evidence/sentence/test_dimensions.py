"""Which side of a thing a length is of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.dimensions import other_dimension


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("大棚长80米、宽", "12米", "大棚长度"),
        ("隧道埋深", "300米", "隧道全长"),
        ("新桥限高", "4.5米", "新桥高度"),
        ("坝高", "57米", "坝长"),
    ],
)
def test_another_side_or_a_limit(before: str, figure: str, title: str) -> None:
    assert other_dimension(before, figure, title)


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("树高", "23米", "古树高度"),
        ("隧道左线全长", "9.7公里", "隧道左线长度"),
        ("大桥主跨", "1092米", "大桥主跨"),
        ("震源深度", "10公里", "震源深度"),
        ("纪录提高", "0.1米", "跳高成绩"),
        ("新桥限高", "4.5米", "新桥限高"),
        ("线路全长", "26公里", "线路里程"),
        ("产值增长", "7%", "产值提高"),
    ],
)
def test_the_same_side_or_none(before: str, figure: str, title: str) -> None:
    assert other_dimension(before, figure, title) == ""
