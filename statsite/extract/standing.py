"""What a text claims of a figure: that it was seen, estimated, aimed at, planned or prescribed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

#: The statuses of a figure, as the content files name them.
OBSERVED, TARGET, PLAN, STANDARD, ESTIMATE = "observed", "target", "plan", "standard", "estimate"

_REACH, _NEAR = 160, 20
_TITLE = re.compile(r"《[^》]{0,80}》")
_AIM = re.compile(r"达到|建成|实现|新增|不低于|提高|普遍|全部|基本")


class Weight(IntEnum):
    """How much a word says: one that has other meanings too does not overrule one that has not."""

    WEAK = 1
    CLEAR = 2


_CUES = (
    (ESTIMATE, Weight.CLEAR, r"预计|有望|可望|预测|预估|料将|或将|估计|估算|测算|预期(?!寿命|目标|性|值|健康|控制|收益)"),
    (TARGET, Weight.CLEAR, r"力争|争取|(?<!完成)(?<!年度)(?:预期)?目标(?=为|是|:|到|将)|确保|到期末|努力实现"),
    (
        PLAN,
        Weight.CLEAR,
        r"(?<!年度)(?<!行动)(?<!发展)(?<!工作)(?<!完成)(?<!实施)(?<![按占比该原为])计划(?=[一-鿿0-9])(?!生育|内|数|的|任务|目标|指标|进度|执行|和|与|等|于|单列|经济)",
    ),
    (PLAN, Weight.CLEAR, r"(?<![模虚比])拟(?!定|人)|规划(?:建设|新增)|打算"),
    (ESTIMATE, Weight.WEAK, r"(?<!必)将(?=会?(?:达|超|突破|接近|占|增长|下降|上升|迎来|出现))"),
    (PLAN, Weight.WEAK, r"(?<!必)将(?![近军领士帅])|安排(?=[一-鿿])|准备(?!金)"),
    (STANDARD, Weight.CLEAR, r"应当|原则上|必须|不得|不应|不宜|不能|不准|(?<![必无])须(?!知)|标准(?:为|是)"),
    (
        STANDARD,
        Weight.WEAK,
        r"(?<![相适供反响效对回感顺呼])应(?![用急对答届聘邀运收付缴纳交考到征变激试援验声])(?!出席|参加|参会|约)|需(?:要(?!$)|达到|在)|要求",
    ),
    (STANDARD, Weight.WEAK, r"不(?:少于|低于|小于|超过|高于|多于|大于)"),
    (STANDARD, Weight.WEAK, r"(?<![主需重必只紧首概纪简提摘机])要(?!$|[求素点闻是么地害塞道])"),
    (OBSERVED, Weight.CLEAR, r"已(?!知)|达到了|实现了|完成了|截至|显示|目前|现在|如今|曾|造成|来自|实到"),
    (OBSERVED, Weight.WEAK, r"共有|同比|累计|以前|过去|实际"),
)
_CUE = re.compile("|".join(f"(?P<c{number}>{pattern})" for number, (_, _, pattern) in enumerate(_CUES)))
_BOUND = re.compile(r"不少于|不低于|不小于|不超过|不高于|不多于|不大于")
_FORBIDDEN = re.compile(r"不得|不应|不宜|不能|不准")
_AT_LEAST = re.compile(r"至少|最少|至多|最多")
_RULED = re.compile(r"每[^，。;]{0,12}$|规定|要求|规程|规范|办法|细则|标准|须|配备|设置")
_COMPLETED = re.compile(r"(?:预算数?|计划|目标(?:任务)?)的?$")
_NORM = re.compile(r"(?:标准|限额|上限|下限|起付线|比例|等待期|间隔|费率|限值)[^，。;、]{0,12}$")
_TO_A_LEVEL = re.compile(r"(?:控制在|保持在|稳定在|达到?|提高到|提升[到至]|下降到|降[到至])$")
_AIMED_BEHIND = re.compile(r"的(?:预期|年度|发展|增长|控制)?目标")


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a figure, and whether the words that gave it leave no doubt."""

    status: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """What the time that governs a figure adds: ``place`` where it is named; whether it is past, or named as one to come."""

    place: int
    is_past: bool
    ahead: bool


def standing_of(plain: str, start: int, end: int, sentence: int, said: TimeSaid | None) -> Standing:
    """The standing of the figure from ``start`` to ``end``, whose sentence begins at ``sentence``."""
    before = plain[max(0, start - _REACH) : start]
    sentence = max(sentence, start - _REACH)
    words = _TITLE.sub(lambda title: " " * len(title[0]), plain[sentence:start])
    if _COMPLETED.search(words):
        return Standing(OBSERVED)
    standing = _level(_by_cues(words, sentence, said), words)
    printed = plain[start:end]
    if _FORBIDDEN.match(printed):
        return Standing(STANDARD)
    if standing.status == OBSERVED and _AIMED_BEHIND.match(plain, end):
        return Standing(TARGET)
    if said and said.ahead and standing.status in {OBSERVED, PLAN, STANDARD} and not (standing.status == STANDARD and standing.is_sure):
        return _ahead(plain, sentence, start, said, standing)
    return _as_rule(printed, words, before) if standing.status == OBSERVED else standing


def names_a_norm(plain: str, start: int) -> bool:
    """Whether the words before a figure at ``start`` call it a norm: 最高支付限额30万元."""
    return _NORM.search(plain[max(0, start - _NEAR) : start]) is not None


def _by_cues(words: str, offset: int, said: TimeSaid | None) -> Standing:
    """What the words of the sentence before a figure say, the last of the clearer ones first."""
    status, weight = OBSERVED, 0
    is_sure = True
    for _, cue, heavy in _cues(words, offset, said):
        if status == OBSERVED or heavy >= weight:
            status, weight, is_sure = cue, heavy, heavy == Weight.CLEAR
    return Standing(status, is_sure)


def _level(standing: Standing, words: str) -> Standing:
    """A plan to reach a level is a target."""
    return Standing(TARGET, is_sure=False) if standing == Standing(PLAN) and _TO_A_LEVEL.search(words) else standing


def _cues(words: str, offset: int, said: TimeSaid | None) -> Iterator[tuple[int, str, int]]:
    """The words that speak for a status, in order; a time that is over speaks for what was seen."""
    cues = [(found.start(), *_CUES[int((found.lastgroup or "c0")[1:])][:2]) for found in _CUE.finditer(words)]
    if said and said.is_past and said.place >= offset:
        cues.append((said.place - offset, OBSERVED, Weight.CLEAR))
    yield from sorted(cues, key=lambda cue: cue[0])


def _ahead(plain: str, sentence: int, start: int, said: TimeSaid, standing: Standing) -> Standing:
    """A figure that a time to come governs: a target, in the sentence of that time or in later ones that set aims."""
    if standing.status == STANDARD and said.place < sentence:
        return standing
    if said.place >= sentence:
        return Standing(TARGET, is_sure=standing.status != PLAN or not standing.is_sure)
    return Standing(TARGET, is_sure=False) if _AIM.search(plain[sentence:start]) else standing


def _as_rule(printed: str, words: str, before: str) -> Standing:
    """A figure for which no word but its own qualifier speaks: 不少于 prescribes, 至少 does so only among words of a rule."""
    if _BOUND.match(printed):
        return Standing(STANDARD, is_sure=bool(_RULED.search(before)))
    if _AT_LEAST.match(printed):
        ruled = bool(_RULED.search(words)) or bool(_RULED.search(printed))
        return Standing(STANDARD if ruled else OBSERVED, is_sure=False)
    return Standing(OBSERVED)
