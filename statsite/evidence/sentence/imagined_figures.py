"""Words around a figure that place it in a story, a drill, a belief, a wish or a condition."""

from __future__ import annotations

import re

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import any_of, first_words
from statsite.grammar.status_words import EXERCISES

_WORKS = (
    "小说|电影|影片|影视剧|电视剧|话剧|剧本|剧情|剧(?=[里中])|游戏|故事|神话|童话|漫画|动画片?|片(?=[里中])"
    "|书(?=中)|戏(?=里|中)|科幻|寓言|史诗|传奇|梦(?=里|中|境)"
)
_EXERCISES = f"{any_of(EXERCISES)}|模拟(?!器|机|电路|信号|考|盘)"
_TELLS = "讲述|讲的|描写|描绘|刻画|虚构|写道|说的是|演绎"
#: How something is counted, which supposes nothing: 若以间夜计算.
_COUNTED_BY = "(?:以|按照?|用|拿)[^，。;!?:0-9]{1,8}?(?:计算?|算|统计|折算|换算|论)(?=，)"
_IF = (
    "(?<![0-9一二两三四五六七八九十几数])万一(?![千百])"
    f"|若是?(?=[不未遇按再能全以发出有没])(?!{_COUNTED_BY})"
)
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_WORKS}){IN_CLAUSE}{{0,4}}(?:里|中|世界|{_TELLS}){IN_SENTENCE}{{0,30}}$",
        (
            rf"(?:{_EXERCISES}){IN_CLAUSE}{{0,4}}(?:里|中|设定|想定|假想|模拟|假设|背景|脚本|场景|科目)"
            rf"{IN_SENTENCE}{{0,30}}$"
        ),
        rf"(?:{_EXERCISES})(?:了|的是)?(?:某|当地|一|[0-9]|发生|出现|突发){IN_SENTENCE}{{0,30}}$",
        rf"(?:^|[，。;:“])(?:传说(?!中的)|相传|据传|神话|民间说|故老相传|野史|有传说){IN_SENTENCE}{{0,24}}$",
        rf"(?<![可足难习引所何得加予])以为(?![主重中荣例]){IN_CLAUSE}{{0,14}}$",
        rf"(?:本想|原想|本打算|原打算|本来想|原本想|本指望|想着|指望|幻想|梦想|憧憬|盼着|巴不得){IN_CLAUSE}{{0,14}}$",
        (
            rf"(?:希望|期望|期待|呼吁|倡议|恳请|提议|建议)(?=能|在|将|把|判|对|其|每|给|罚|处|按|拨|安排|投入|增|减"
            rf"|补|扩|设|建|提高|降低|延长|缩短){IN_CLAUSE}{{0,16}}$"
        ),
        rf"(?:{_IF}|(?:^|(?<=[，。;:]))若(?!干|尔盖|羌|{_COUNTED_BY})){IN_SENTENCE}{{0,30}}$",
    )
)
#: What is named to say that there was less, or that it is no word for it.
_LET_ALONE = re.compile(
    f"(?:^|[，。;:“])(?:莫|别|休|慢|漫|不要|不用|甭|且不|更别)[说讲提]{IN_CLAUSE}{{0,4}}$"
)
_LESS = re.compile(
    f"{IN_CLAUSE}{{0,8}}，[^。;!?]{{0,24}}(?:连|就是|即便|哪怕)[^。;!?]{{0,16}}[没不未无]"
)
_RATHER_THAN = re.compile(f"与其[说讲叫称]?{IN_CLAUSE}{{0,16}}$")
_RATHER = re.compile(f"{IN_CLAUSE}{{0,12}}，?(?:倒|还|真)?(?:不如|毋宁|宁可|莫如)")
_WOULD = re.compile(rf"{IN_CLAUSE}{{0,12}}，{IN_CLAUSE}{{0,8}}(?:就|便|会|将|可)")
_IF_ONLY = re.compile(rf"(?:只要|如)(?!今|此|何|下|期|果|同|实|数|约|愿){IN_CLAUSE}{{0,10}}$")
#: A condition with which the sentence ends, so that nothing follows from it but the figure.
_ON_CONDITION = re.compile(
    rf"{IN_CLAUSE}{{0,8}}，(?:要是|若|如果|倘若|倘使|假如|假使|除非)(?!干)[^，。;!?:0-9]{{2,18}}[。!]"
)
_WILL_BE = re.compile(
    r"[^，。;!?:0-9]{0,8}(?<!即)将(?:被|会|受|面临|有|要|全部|陆续|于|在|迎|投|建|达|获|参)"
)


def imagined_figure(before: str, behind: str) -> str:
    """The words around a figure that place it where nothing was counted, or nothing."""
    found = [pattern.search(before) for pattern in _BEFORE]
    if _WOULD.match(behind):
        found.append(_IF_ONLY.search(before))
    if _LESS.match(behind):
        found.append(_LET_ALONE.search(before))
    if _RATHER.match(behind):
        found.append(_RATHER_THAN.search(before))
    found += [pattern.match(behind) for pattern in (_WILL_BE, _ON_CONDITION)]
    return first_words(found)
