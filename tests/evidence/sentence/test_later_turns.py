"""What a sentence undoes behind a figure, or only thinks of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.later_turns import turned_later


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("“玉工有", "。”县里的干部第二天就收回了这句话，登记的少得多。"),
        ("说县里有双语学校", "，这话远远算不得实情。"),
        ("他跑出", "，但因超风速成绩不予承认。"),
        ("公司拿下", "的订单，不料次日被对方取消。"),
        ("协会发放补贴", "，这笔钱后来全部被追回。"),
        ("说好的", "岗位，到头来一个没兑现。"),
        ("裁判判罚的", "，录像回看后抹去。"),
        ("球队的", "积分因违规被扣光。"),
        ("赠票", "发出后又悉数作废。"),
        ("查出服药，", "奖牌悉数交还。"),
        ("订出去的", "年夜饭退了个干净。"),
        ("草案列了经费", "，人大审议时砍去大半。"),
        ("项目签下意向金", "，落地为零。"),
        ("林区立下军令状:新修防火路", "。"),
        ("难道一年就能卖出", "?"),
        ("否则损失要达", "。"),
        ("到场人数可能有", "。"),
        ("货轮险些撞上", "。"),
        ("选票一共", "，后来查出有人塞票，这一轮不作数。"),
    ],
)
def test_what_came_to_nothing(before: str, behind: str) -> None:
    assert turned_later(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("全县新建学校", "，撤销教学点3个。"),
        ("审批事项减少", "，其中取消12项。"),
        ("全年接待游客", "，是上年的两倍。"),
        ("全市尽可能安置", "。"),
        ("谁来照料老人?全市护理员有", "。"),
    ],
)
def test_what_did_not(before: str, behind: str) -> None:
    assert turned_later(before, behind) == ""
