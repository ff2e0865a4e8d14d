"""How far one thing is from another, taken for the size of one of them."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.gaps import gap


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("冠军与亚军的成绩只差", "。", "冠军成绩"),
        ("玉米每亩比大豆多用水", "。", "玉米每亩用水量"),
        ("新车比旧款便宜", "。", "新车价格"),
        ("水位离警戒线还有", "。", "水位"),
        ("签约面积离那张海报上的", "，还隔着一座山。", "签约面积"),
        ("主队以", "之差不敌客队。", "主队得分"),
        ("女队领先对手", "。", "女队得分"),
        ("复核发现，退耕面积多算了", "。", "退耕面积"),
        ("铁路货物发送量同比多发", "，总计3.15亿吨。", "铁路货物发送量"),
        ("茶叶出口量2024年比2023年多卖", "。", "茶叶出口量"),
        ("献血较前一年少献", "，为1620万人次。", "献血人次"),
    ],
)
def test_words_that_say_so(before: str, behind: str, title: str) -> None:
    assert gap(before, behind, title)


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("水位离警戒线还有", "。", "水位与警戒线的距离"),
        ("票价比上年便宜", "。", "票价降幅"),
        ("新车售价", "。", "新车价格"),
        ("主队以", "获胜。", "主队得分"),
        ("村子离县城", "。", "村子到县城里程"),
        ("种下", "树，离城区还远着呢。", "种树数"),
        ("同比多发的货物送到", "个站。", "到站数"),
    ],
)
def test_words_that_do_not_or_a_title_that_does_too(before: str, behind: str, title: str) -> None:
    assert gap(before, behind, title) == ""
