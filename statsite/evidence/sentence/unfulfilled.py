"""Words around a figure that make it one which is owed, designed, asked for or allowed, and not yet
so: 应付货款, 按蓄水5亿立方米设计, 招标文件列出.
"""

from __future__ import annotations

import re

from statsite.grammar.patterns import both_sides, compiled, first_words, starts_of_pairs

_NO_NUMERAL = "[^，。;!?:0-9]"
#: Papers that say what is to be, and verbs by which they do.
_PAPERS = (
    "招标(?:文件|公告|书)?|标书|投标书|采购(?:文件|清单|公告|需求)|合同|协议|意向书|图纸|设计图"
    "|设计书|设计方案|施工图|预案|批文|批复|许可证?|规划图|申请书|申报书|立项书|任务书|清单|订单"
)
_SAYS = (
    "列出|列明|列了|载明|写明|注明|约定|规定|标明|要求|明确|批了|批准|核准|准予|允许|可建|拟|定下"
    "|签下"
)
_OWED = (
    "应(?:付|缴|还|退|补|支付|偿还|缴纳|交|赔|赔偿|发|结)|[须需]付"
    "|待(?:付|缴|还|收|发|建|支付|结算|偿还|安置)"
)
_REFUSED = "拒(?:[赔付缴还收]|绝支付|绝赔偿|不支付|不赔偿|不缴纳|不归还)|免(?:于|去)(?:缴|支付)"
_BEFORE = compiled(
    rf"(?:{_OWED}){_NO_NUMERAL}{{0,8}}$",
    rf"(?:{_PAPERS}){_NO_NUMERAL}{{0,4}}(?:{_SAYS}){_NO_NUMERAL}{{0,10}}$",
    rf"(?:{_REFUSED})了?{_NO_NUMERAL}{{0,6}}$",
)
_ON_BOTH_SIDES = both_sides(
    (
        rf"(?<![就排])按照?{_NO_NUMERAL}{{0,10}}$",
        "[^，。;!?:0-9]{0,6}?(?:标准|规模|能力|要求|容量)?(?:来)?(?:设计|规划|预留|考虑|配建|测算)",
    ),
)
#: What is taken for a sum that is worked out: 按每头猪赚300元算. A standard is what it is.
_TAKEN = both_sides(
    (
        (
            rf"(?<![就排])(?:按照?|依照|照|以|拿){_NO_NUMERAL}{{0,8}}"
            rf"(?:[每一][^，。;!?:0-9的]|[日月年]产|[赚收省卖喝用产花亏挣付]|回本){_NO_NUMERAL}{{0,6}}$"
        ),
        rf"{_NO_NUMERAL}{{0,4}}?来?(?:估|推|折|概)?(?:算|计|计算)(?=$|[，。;!?、]|下来|的话)",
    ),
)
_STANDARD = re.compile("标准|价|定额|费率|汇率|补[贴助偿]")
_CALLED = re.compile(
    f"{_OWED}|{_REFUSED}|应|待|拒|设计|规划|招标|采购|合同|协议|意向|许可|批准|核准|批复|订单|约定|规定|要求|预案|图纸"
)


def unfulfilled(before: str, behind: str, title: str) -> str:
    """The words around a figure by which it is owed, planned or allowed, and not so yet; or
    nothing. An indicator whose ``title`` says so is of it.
    """
    if _CALLED.search(title):
        return ""
    pairs = _ON_BOTH_SIDES if _STANDARD.search(title) else (*_ON_BOTH_SIDES, *_TAKEN)
    start = min(starts_of_pairs(pairs, before, behind), default=-1)
    if start >= 0:
        return before[start:] + behind[:8]
    return first_words(pattern.search(before) for pattern in _BEFORE)
