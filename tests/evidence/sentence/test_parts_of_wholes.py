"""A figure of a part, taken for that of the whole."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.parts_of_wholes import part_of_whole


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("列车上的480名旅客里有", "35名", "换乘。", "列车旅客人数"),
        ("市场供应的大米，进口的占", "80万吨", "。", "市场大米供应量"),
        ("获奖选手中，90后占了", "18人", "。", "获奖选手人数"),
        ("全省的大学生里，女生有", "3万人", "。", "大学生人数"),
        ("接生4.1万名婴儿，其中县里的医院接生", "2.3万名", "。", "全市产科接生婴儿"),
    ],
)
def test_a_part(before: str, figure: str, behind: str, title: str) -> None:
    assert part_of_whole(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("列车上的480名旅客里有", "35名", "换乘。", "换乘旅客人数"),
        ("高速铁路营业里程增至", "4.8万公里", "，", "高速铁路营业里程"),
        ("铁路里程从14.6万公里增至", "16.2万公里", "。", "铁路里程"),
        ("全市文化中心新建", "12个", "。", "文化中心数"),
        ("市级医养结合质量控制中心", "1个", "。", "市级医养结合质控中心"),
        ("获奖选手中，90后占了", "18人", "。", "90后获奖选手人数"),
        ("市场供应的大米，进口的占", "三成", "。", "市场大米供应量"),
        ("宜宾市饲养中蜂", "14.6万群", "。", "饲养中蜂"),
        ("接生4.1万名婴儿，其中县里的医院接生", "2.3万名", "。", "全市县里的医院接生婴儿"),
        ("接生4.1万名婴儿，其中县里的医院接生", "2.3万名", "。", "医院接生婴儿"),
        ("选手在59公斤级抓举中成功举起", "105公斤", "，刷新纪录。", "抓举成绩"),
    ],
)
def test_the_whole_or_the_part_that_is_meant(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert part_of_whole(before, figure, behind, title) == ""
