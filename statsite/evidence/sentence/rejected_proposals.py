"""A figure of what was proposed, asked for or planned and then rejected, where its indicator is of
what came to be: 否决了增加120亿欧元军费的提案.
"""

from __future__ import annotations

import re

from statsite.grammar.patterns import any_of, both_sides, starts_of_pairs

_PROPOSALS = any_of(
    (
        "提案", "议案", "方案", "预案", "动议", "请求", "申请", "提议", "建议", "草案", "议题",
        "法案", "计划", "打算", "倡议", "项目", "协议", "诉求", "设想", "想法", "主张", "交易",
    )
)  # fmt: skip
_REJECTING = any_of(
    (
        "否决", "否掉", "否定", "驳回", "打回", "退回", "拒绝", "回绝", "婉拒", "叫停", "搁置",
        "反对", "撤回", "撤销", "撤下", "取消", "中止", "终止", "推翻", "废止",
    )
)  # fmt: skip
_NOT_PASSED = (
    "(?:未|没有?|没能|不)(?:予|能|获得?|被|得到)?(?:最终|表决|一致)?"
    "(?:通过|批准|核准|同意|采纳|受理|过关|获批|支持|立项|准许|放行)"
    "|否(?=了)|[未没]过(?=$|[，。;!?])|没有?批|未获"
    "|(?:遭到?|被|受|又|给)(?:否决?|拒|驳|搁置|叫停|退|撤)|流产|夭折|泡汤|搁浅|不了了之|胎死腹中"
)
_REJECTED = f"(?:{_REJECTING}|{_NOT_PASSED})"
_OF_A_PROPOSAL = rf"[^，。;!?:0-9]{{0,10}}?的[^，。;!?:0-9]{{0,6}}?(?:{_PROPOSALS})"
_ON_BOTH_SIDES = both_sides(
    (rf"{_REJECTED}[了掉]?[^，。;!?:]{{0,20}}$", _OF_A_PROPOSAL),
    ("$", rf"{_OF_A_PROPOSAL}(?!已|终于|获批)，?[^。;!?0-9]{{0,12}}?{_REJECTED}"),
)
#: An indicator of what was proposed or rejected.
_CALLED = re.compile(f"{_PROPOSALS}|{_REJECTING}|拟|否|拒|未|申报|诉讼|索赔")
_SHOWN_BEHIND = 12


def rejected_proposal(before: str, figure: str, behind: str, title: str) -> str:
    """The words around a figure by which it is that of a proposal that was rejected, or nothing; an
    indicator whose ``title`` is of proposals or of what was rejected is of it.
    """
    if _CALLED.search(title):
        return ""
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=-1)
    return "" if start < 0 else before[start:] + figure + behind[:_SHOWN_BEHIND]
