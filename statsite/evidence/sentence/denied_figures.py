"""Words around a figure by which what is said of it holds of none, or not of all: 一台也没送来,
无一落网, 至今没着落, 并非所有30个.
"""

from __future__ import annotations

import re

from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.patterns import compiled, first_words

_NO_NUMERAL = "[^，。;!?:0-9]"
#: What is good where it did not happen: all of the figure are as its indicator is called.
_HARM = (
    "例外|遗漏|漏|缺|幸免|伤|亡|死|病|掉队|落下|差错|错|失|误|事故|投诉|拖欠|违|退|弃|反对|流失|返贫|逾期|断|受损|倒|烂|坏"
    "|超|停|怨|险|感染|走失|起火|上访|纠纷|停电|浪费|闲置|间断|中断|动摇|离开|松懈"
)
_ALL = "所有|全部|全体|每一?|人人|整个|各|全都|都"
_BEFORE = compiled(
    rf"(?:并非|并不是|不是|绝非|并没有|未必|不见得|难说){_NO_NUMERAL}{{0,2}}(?:{_ALL}){_NO_NUMERAL}{{0,6}}$",
)
_NOT = "(?:没有?|未|不曾|无)"
_NOT_ONE = f"无一|一[一-鿿]{{0,2}}[都也]{_NOT}|一[一-鿿][没未]|全都?[没未]"
_STILL = "(?:至今|迄今|迟迟|直到现在|到现在|依然|依旧|始终)[都也仍还]?"
_STILL_NOT = "(?:没|未|无(?!偿|人机|线|障)|不(?![断变间衰忘倒]))"
_AT_ALL = "没有?一[个名台辆件户所家人只份套]"
_NO_TRACE = (
    "(?:没了?|没有|毫?无|不见|杳无)(?:任何)?"
    "(?:着落|下文|踪影|踪迹|影子|音讯|音信|回音|动静|结果|落实|消息|到手|进展|眉目|指望|回应|答复)"
)
_GONE = "(?:泡汤|打了?水漂|成了?泡影|竹篮打水|石沉大海)"
_NOT_DONE = (
    "(?:尚未|仍未|还没有?|仍没有?|迄未)(?:足额|全部|如数)?"
    "(?:支付|付清|到账|兑现|履行|交付|交货|归还|落实|到位|执行|发放|入账|赔付|偿还|缴纳)"
)
_NO_HARM = rf"(?!{_NO_NUMERAL}{{0,3}}(?:{_HARM}))"
_NEAR = rf"{_NO_NUMERAL}{{0,12}}?，?{_NO_NUMERAL}{{0,4}}?"
_BEHIND = compiled(
    rf"{_NEAR}(?:{_NOT_ONE}|{_STILL}{_STILL_NOT}){_NO_HARM}",
    rf"{_NEAR}{_NOT_DONE}",
    rf"{_NO_NUMERAL}{{0,10}}?(?:{_NO_TRACE}|{_AT_ALL}|{_GONE})",
)
#: None at all, said further behind of the verb that is told before: 一个没撤.
_NOT_A_SINGLE_ONE = re.compile(
    "(?:(?!剩|其余|其他|另|余下)[^!?]){0,44}?[:，。”](?:其实|实际上?|真相是)?"
    "一[个家名辆只艘座例件所条户人处][都也]?[没未]有?(?P<act>[一-鿿])"
)
#: An indicator of what is missing or was not done.
_OF_NONE = re.compile("[未没无欠缺不]|尚待|待")


def denied_figure(before: str, behind: str, title: str) -> str:
    """The words around a figure by which none, or not all, of it are as the sentence has it, or
    nothing; what an indicator's ``title`` says was not done aside.
    """
    if _OF_NONE.search(title):
        return ""
    found = [pattern.search(before) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in _BEHIND]
    return first_words(found) or _not_a_single_one(before, behind)


def _not_a_single_one(before: str, behind: str) -> str:
    """The words behind a figure by which nothing of it was done, with the verb of its clause."""
    found = _NOT_A_SINGLE_ONE.match(behind)
    return found[0] if found and found["act"] in CLAUSE_END.split(before)[-1] else ""
