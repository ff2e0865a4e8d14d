"""Forecasts, estimates, and what is put down for later."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.outlooks import abolished, outlook, words_to_come
from statsite.model import Status


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("气象台预报，明日最高气温", "。"),
        ("可研报告测算，机场年旅客吞吐量为", "。"),
        ("到2025年底要完成改造的产能为", "。"),
        ("明年的计划还没有定，完成的", "已经不少。"),
        ("水利局测算，工程可带动投资", "。"),
        ("拍卖公司给这件瓷器的估价是", "。"),
        ("专家推断，墓主人身高", "。"),
        ("项目概算总投资", "，眼下到位17亿元。"),
        ("", "加氢站年底前陆续投用。"),
        ("按图纸，这座塔高", "。"),
        ("肇事面包车核载", "，实载23人。"),
        ("合同上写的是", "，仓库里实点只有860箱。"),
        ("这款车标称续航", "，实测却只有412公里。"),
        ("工厂理论年产能", "，去年实际下线9.3万辆。"),
        ("这笔", "的转会费，最终没有谈拢。"),
        ("海口市打算到2024年底给", "只犬植入芯片。"),
        ("铁路部门想在年末让", "个车站用上刷脸闸机。"),
        ("牧区盘算着年底存下", "干草。"),
        ("原本要把参保人数做到", "，到年底并未做到。"),
        ("依照规划，全市需新增床位", "，到年底差了不少。"),
        ("按方案，社区食堂应开到", "，后来并未如愿。"),
        ("有意让2024年的研学基地增加到", "。"),
        ("今年的任务是清理鱼塘", "，一年过去，没有清完。"),
        ("内蒙古规划的", "原油支线并未动工，管沟里还长着草。"),
        ("批复的", "学校迟迟未动土。"),
        ("按年初的打算，全市要换老旧电梯", "。"),
        ("应到货", "，码头签收单上只有1240台。"),
        ("按年初排定的工程表，泰山索道2024年要检修钢缆", "；结果做完的是13次。"),
    ],
)
def test_what_was_only_expected(before: str, behind: str) -> None:
    assert outlook(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("据气象部门预报，过去24小时降雨量为", "。"),
        ("全县发布森林火险预警", "。"),
        ("同比增长", "，扣除价格因素实际增长5.2%。"),
        ("户籍人口", "，实际居住人口80万人。"),
        ("年底前已建成", "。"),
        ("市文旅局测算，假期八天全市旅游总花费", "。"),
        ("专家组实地走访", "，认为效果良好。"),
        ("人均预期寿命由2014年的", "提高到79.6岁。"),
        ("明年的计划还没有定，但2024年完成的", "已经不少。"),
        ("打算到城里买房的农户有", "。"),
        ("村里准备了床位", "。"),
        ("规划的", "环湖绿道如期建成，未占用湖面。"),
        ("计划生育家庭", "没有领到补助。"),
        ("联想在全国开店", "。"),
        ("参保人数做到", "，到年底并未做到更多。"),
        ("按方案建成食堂", "，后来没有关门。"),
        ("按年初的打算，全市要换老旧电梯800台，真正换掉的是", "。"),
        ("登记志愿者", "，其中只有120人不满18岁。"),
    ],
)
def test_what_was_not(before: str, behind: str) -> None:
    assert outlook(before, behind) == ""


def test_what_was_set_may_be_no_longer_in_force() -> None:
    assert abolished("的过渡性停车收费已停止执行。")
    assert abolished("的标准自1月起执行。") == ""


@pytest.mark.parametrize(
    "before",
    [
        "虚拟电厂接入用户",
        "培养拟南芥",
        "走访了目标客户",
        "按计划完工的道路有",
        "达到环保要求的企业有",
        "“双百1200”计划培训农机手",
    ],
)
def test_a_part_of_another_word_is_nothing_to_come(before: str) -> None:
    assert words_to_come(before, Status.OBSERVED) == ""


def test_what_is_to_come_matters_for_what_was_observed() -> None:
    assert words_to_come("预计新增", Status.OBSERVED) == "预计新增"
    assert words_to_come("预计新增", Status.ESTIMATE) == ""
