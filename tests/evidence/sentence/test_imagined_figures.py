"""Figures of stories, drills, beliefs, wishes and conditions."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.imagined_figures import imagined_figure


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("不少游客以为门票要", "，到了才知道全免。"),
        ("演练模拟当地发生7.2级地震，造成", "受伤。"),
        ("小说里，这座海上城市住着", "。"),
        ("一旦决堤，下游", "将被淹。"),
        ("公诉机关建议判处其有期徒刑", "。"),
        ("实战化推演中，蓝军出动飞机", "。"),
        ("电影讲述的是", "矿工被困井下的故事。"),
        ("传说湖底沉着", "古城。"),
        ("只要再多下", "雨，水库就会漫坝。"),
        ("若天公作美，秋粮当收", "。"),
        ("若按每头猪赚300元计算，全年能收入", "。"),
        ("本想请", "同学，后来一个也没来。"),
        ("元旦那天，莫说", "，献血屋里连30人也没等来。"),
        ("实话实说:与其讲去年修了", "座坝，不如讲垒了几道土坎。"),
        ("合作社账上的收入是", "，若不是那场冰雹的话。"),
        ("闸口两天放水", "，要是上游不停机。"),
    ],
)
def test_what_was_not_counted(before: str, behind: str) -> None:
    assert imagined_figure(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("演练共出动消防车", "。"),
        ("元旦那天，别说话的有", "，连门卫也有。"),
        ("与其他市相比，修了", "座坝，还不少。"),
        ("这本小说开售当天就卖出", "。"),
        ("小说《山海》自出版以来已加印", "。"),
        ("全年收到建议", "，办结率为98%。"),
        ("学校坚持以为民服务为本，共办实事", "。"),
        ("卖出干茶两万一千斤，一斤卖到", "。"),
        ("全县若干村庄共有", "。"),
        ("如今全村", "都通了自来水，游客就多了。"),
        ("模拟考试共有", "参加。"),
        ("全市民宿若以间夜计算，卖出", "。"),
        ("食堂送餐若按份数计，是", "。"),
        ("合作社去年收入", "，若不是那场冰雹，还会更多。"),
        ("若干农户去年收入", "，若干农户持平。"),
    ],
)
def test_what_was(before: str, behind: str) -> None:
    assert imagined_figure(before, behind) == ""
