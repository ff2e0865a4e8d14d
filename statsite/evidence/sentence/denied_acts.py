"""An act that the words around a figure deny, where its indicator is of what was done: 并没有拖欠
270万元, 2000户…还没有一户验收.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.sentence.act_words import is_an_act
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import class_at, class_before, word_around, words_with_classes

_NOT_DONE = (
    "没有", "没", "未", "尚未", "并未", "从未", "从没", "未能", "没能", "不曾", "未曾", "迄未",
)  # fmt: skip
#: Refusals, behind which only a verb tells what was not done: 拒绝红包320个 counts them.
_REFUSALS = "不同意|不批准|没批准|未批准|不准|不允许|不许|反对|拒绝"
_DENIALS = (*_NOT_DONE, "无", "未有", "尚无", "毫无", "暂无", "没有人")
#: What follows a denial that leaves a figure as it is: what is thought, and what goes on.
_STAYS = (
    "想|料|预料|预想|意识|忘|放弃|辜负|停|断|影响|耽误|改变|动摇|退|离|少|白|浪费|因|由于|人|谁|什么|办法|条件"
    "|能力|落|漏|缺|丢|伤|错过|间|中|松|闲|满足|止步|掉|忽|低估|夸|虚报|瞒报|超|高|低|多"
)
#: No further noun is described, and nothing else is told, between a denial and its figure; 的 may
#: only say where: 从未取消过这条航线上的18个航班.
_DENIED = re.compile(
    rf"(?P<not>(?>{any_of(_NOT_DONE)}))(?!{_STAYS})[^，。;!?:、0-9的者就却仍还也便而才]{{2,16}}(?:(?<=[上里中内])的)?$"
)
_REFUSED = re.compile(rf"(?:{_REFUSALS})(?P<act>[^，。;!?:、0-9的就却仍还也便而才]{{2,16}})$")
#: What parts a verb from what it is done to: 出得了港.
_CAN = "得了"
_LASTS = re.compile("(?:年|个?月|天|日|周|小时|分钟|秒|周年|届|次|回)$")
_SAYS = re.compile("[说称讲道示清调应]$")
#: An indicator of what was not done, and one of what is owed or lacking, which may be denied too.
_OF_NONE, _OF_A_LACK = re.compile("[未没无不]"), re.compile("[欠缺待]")
_NOT = f"(?P<not>(?>{any_of(_DENIALS)}))"
#: How a denial behind a figure goes on to its verb: 没有一户, 未能, 没有按期.
_SMALL = (
    "(?:一[一-鿿]{1,2}?|能够?|再|曾|全部|按期|按时|如期|最终|真正|任何|发生|出现|正式|及时|完全"
    "|顺利)*"
)
_TO_THE_END = re.compile(
    rf"{_NOT}[^，。;!?:0-9的不未没]{{0,8}}?(?P<act>[一-鿿]{{2}})了?(?=[，。;!?]|$)"
)
#: What is described as not done right before its number: 尚未通车的里程是.
_DESCRIBED = re.compile(
    rf"{_NOT}[^，。;!?:0-9的]{{0,4}}?(?P<act>[一-鿿]{{2}})的[^，。;!?:0-9]{{0,8}}$"
)
#: 一部带病运行的都没发现.
_NOT_ONE = re.compile(rf"一[一-鿿]{{1,2}}?(?P<act>[一-鿿]{{2}})[一-鿿]{{0,4}}的?[都也]{_NOT}")


def denied_act(before: str, figure: str, behind: str, title: str) -> str:
    """The words by which what a figure counts was not done, or what its indicator's ``title`` is of
    was not done to it; or nothing. An indicator of what was not done is of it.
    """
    if _OF_NONE.search(title):
        return ""
    denied = "" if _LASTS.search(figure) else _denied_before(before)
    if _OF_A_LACK.search(title):
        return denied + figure if _has_act_of(denied, title) else ""
    return denied + figure if denied else _denied_behind(before, behind, title)


def _denied_before(before: str) -> str:
    """The words from a denial up to a figure, unless they describe what another verb is about:
    查处未戴头盔320起.
    """
    if refused := _REFUSED.search(before):
        return refused[0] if class_at(refused["act"], 0)[1] == "v" else ""
    found = _DENIED.search(before)
    if found is None or not _is_denial(before, found):
        return ""
    word, kind = class_before(before[: found.start()], before[found.start() :])
    is_described = is_an_act(word, kind) and not _SAYS.search(word)
    return "" if is_described else found[0]


def _has_act_of(words: str, title: str) -> bool:
    """Whether what was denied is what the title says was done: 没有拖欠 of 拖欠工资."""
    return any(is_an_act(word, kind) and word in title for word, kind in words_with_classes(words))


def _is_denial(text: str, found: re.Match[str]) -> bool:
    """Whether a denial is a word, and no part of another: 没收, 未来."""
    first, last = word_around(text, *found.span("not"))
    return text[first:last] in _DENIALS


def _denied_behind(before: str, behind: str, title: str) -> str:
    """The words behind a figure that deny what its title says was done, where none before says that
    it was.
    """
    described = _DESCRIBED.search(before)
    if described and _is_denial(before, described) and described["act"] in title:
        return described[0]
    behind = behind.replace(_CAN, "")
    for found in _denials(behind, title):
        is_told = found["act"] in before
        if found["act"] in title and not is_told and _is_denial(behind, found):
            return found[0]
    return ""


def _denials(behind: str, title: str) -> Iterator[re.Match[str]]:
    """What is denied behind a figure: the last word of a clause, or a verb of the title."""
    yield from _TO_THE_END.finditer(behind)
    yield from _NOT_ONE.finditer(behind)
    acts = [word for word, kind in words_with_classes(title) if is_an_act(word, kind)]
    if acts:
        yield from re.finditer(f"{_NOT}{_SMALL}(?P<act>{any_of(acts)})", behind)
