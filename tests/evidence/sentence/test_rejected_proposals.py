"""What was proposed and rejected, taken for what came to be."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.rejected_proposals import rejected_proposal


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("议会最终否决了增加", "120亿欧元", "军费的提案。", "增加的军费"),
        ("董事会没有通过每股派息", "3.5元", "的预案。", "每股派息"),
        ("把学费提高到", "9800元", "的动议，最后以四票之差被否决。", "学费"),
        ("参议院拒绝了向前线增派部队", "3000人", "的请求。", "增派部队"),
        ("增设班次", "24列", "的申请未获批准。", "增设班次"),
        ("把物业费涨到", "3.2元", "的方案没过。", "物业费"),
        ("扩建泊位", "6个", "的申请又退了回来。", "扩建泊位"),
        ("村民代表会否了流转林地", "800亩", "的动议。", "流转林地"),
        ("建设焚烧炉", "5座", "的项目被搁置下来。", "建设焚烧炉"),
    ],
)
def test_a_proposal_was_rejected(before: str, figure: str, behind: str, title: str) -> None:
    assert rejected_proposal(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("议会通过了增加", "120亿欧元", "军费的提案。", "增加的军费"),
        ("监管部门否决了", "12家", "企业的上市申请。", "否决上市申请的企业"),
        ("取消证明", "216项", "。", "证明事项"),
        ("总投资", "4.6亿元", "的改造项目终于获批，此前曾被退回两次。", "总投资"),
        ("反对建厂的村民收集了签名", "430个", "。", "村民签名"),
        ("提出了增设公交", "12条", "的提案，市里已办结。", "增设公交"),
    ],
)
def test_none_was_or_its_indicator_is_of_it(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert rejected_proposal(before, figure, behind, title) == ""
