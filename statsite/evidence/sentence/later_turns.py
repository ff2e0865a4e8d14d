"""What a sentence says behind a figure that undoes it, or before it that makes it no more than
thought of: a result that was struck out, a question, a pledge, what would have been.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import IN_CLAUSE, SMALL_NUMERALS
from statsite.grammar.patterns import any_of, compiled, first_words
from statsite.grammar.status_words import PLEDGED, UNDONE

_NOW = (
    "但|却|可是|然而|不过|后|随后|旋即|其后|不久|次日|翌日|终|最终|最后|因|因为|由于|不料|谁知|结果"
    "|经|被|遭|该|此|这|其"
)
_BACK = "退回|退还|追回|收回|打回|驳回|扣回|退款|退货"
_STRUCK = (
    "推翻了?[它其此]?|抹[去掉]|划掉|注销|剔除|否定|一笔勾销|打了水漂|泡汤|告吹|落空|归零|清零"
    "|一[个台名家辆件户所只人笔单套]?[也都]?[没未][一-鿿]{0,4}|(?:为|成了?|归|是|剩)零"
    "|不予承认|不被承认|未获承认|不算数|不作数|无效|爽约|毁约|违约|反悔|食言|取消成绩|取消资格"
    f"|[被遭][^，。;!?0-9]{{0,8}}(?:推翻|否决|撤销|取消|没收|剥夺|作废|改判|叫停|{_BACK})|{_BACK}"
    "|[退扣砍撤输赔亏丢花败收罚削][一-鿿]{0,3}(?:光|干净|精光|一空|殆尽|大半|过半|一半)"
)
_ENDS = "(?=$|[，。;!?”])"
_SAID = "(?:句?话|番话|个?说法|个?数字?)"
_BEHIND = compiled(
    rf"{IN_CLAUSE}{{0,14}}[，。]?[”’]?[，。]?{IN_CLAUSE}{{0,14}}收回了?[这那该此]{_SAID}",
    rf"{IN_CLAUSE}{{0,8}}[，;][这那此该]{_SAID}{IN_CLAUSE}{{0,6}}(?:[算当]不[得上]|不是|并非|有违|不[合符])(?:实情|事实|真)",
    rf"[^，。;!?0-9]{{0,8}}(?:悉数|全部|全数|尽数|统统|一概)[^，。;!?0-9]{{0,3}}(?:{any_of(UNDONE)}|{_BACK}|交还|上缴|收缴|没收)",
    rf"{IN_CLAUSE}{{0,8}}被[^，。;!?0-9]{{0,4}}[扣退没罚削取][一-鿿]{{0,2}}(?:光|净|空|尽|走|消){_ENDS}",
    rf"{IN_CLAUSE}{{0,8}}(?:退|散|跑|撤)[了得]?个?(?:干净|精光|一空){_ENDS}",
    rf"{IN_CLAUSE}{{0,14}}[，;]\W?(?:{_NOW})[^，。;!?0-9{SMALL_NUMERALS}]{{0,12}}(?:{any_of(UNDONE)}|{_STRUCK})了?{_ENDS}",
    rf"{IN_CLAUSE}{{0,14}}[，;][^。;!?0-9{SMALL_NUMERALS}]{{0,16}}(?:{_STRUCK})了?{_ENDS}",
    (
        rf"{IN_CLAUSE}{{0,14}}[，;][^，。;!?0-9]{{0,16}}，[^，。;!?0-9]{{0,10}}"
        f"(?:不作数|不算数|作废|推倒重来|重来一遍|从头再来)了?{_ENDS}"
    ),
)
_ASKS = (
    "难道|岂|莫非|何曾|何尝|可曾|能否|可否|会否|是否|会不会|能不能|是不是|要不要|该不该|有没有"
    "|怎么|怎能|如何|凭什么|谁|哪"
)
_BEFORE = compiled(
    rf"(?:{any_of(PLEDGED)})[^。;!?]{{0,24}}$",
    rf"(?:否则|不然的?话?|要不然|早知){IN_CLAUSE}{{0,16}}$",
    rf"(?<![有尽不])可能(?!性|的){IN_CLAUSE}{{0,10}}$",
    rf"(?:险些|差点儿?|差一点儿?|几乎要){IN_CLAUSE}{{0,12}}$",
)
_ASKED = re.compile(rf"(?:{_ASKS}){IN_CLAUSE}{{0,16}}$")
_QUESTION = re.compile("[^。;!?]*[?]")


def turned_later(before: str, behind: str) -> str:
    """The words around a figure by which it came to nothing or was only thought of; or nothing."""
    found = [pattern.match(behind) for pattern in _BEHIND]
    found += [pattern.search(before) for pattern in _BEFORE]
    if _QUESTION.match(behind):
        found.append(_ASKED.search(before))
    return first_words(found)
