"""What a text claims of a figure: that it was seen, estimated, aimed at, planned or prescribed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from statsite.extract.cues import (
    CITES_A_RULE,
    ESTIMATE,
    OBSERVED,
    PLAN,
    STANDARD,
    TARGET,
    Cue,
    Cues,
    Weight,
)
from statsite.extract.text_places import CLAUSE_MARKS

#: How far back words are looked for that speak for a figure, and those that come directly before
#: it.
_REACH, _NEAR = 160, 30
#: How far before a time a forecast begins that is told of it: 估算，14日.
_OF_A_WORD = 3
#: What the next clause of a sentence is often not any more.
_ENDS_WITH_ITS_CLAUSE = frozenset({PLAN, ESTIMATE})
#: What is said of a time that is named behind it, though that is over.
_GOES_BEFORE_A_TIME = frozenset({STANDARD, ESTIMATE, PLAN})
_DIGIT = re.compile("[0-9]")
_AIM = re.compile(r"达到|建成|实现|新增|不低于|提高|普遍|全部|基本")
_BOUND = re.compile(r"不少于|不低于|不小于|不超过|不高于|不多于|不大于")
_PRESCRIBED = re.compile(r"不得|不应|不宜|不能|不准|[须需应]满")
_IN_GENERAL = ("一般", "原则上", "通常")
_AT_LEAST = re.compile(r"至少|最少|至多|最多|最长|最短|最迟")
_AS_OFTEN = re.compile("每(?:个?月|天|日|周|年|季度?|半年|学期|班)[^，。;]{0,4}$")
_RULED = re.compile(r"每[^，。;]{0,12}$|规定|要求|规程|规范|办法|细则|标准|须|配备|设置")
_COMPLETED = re.compile(r"(?:预算数?|计划|目标(?:任务)?)的?$")
#: What was set aside by a budget: 今年安排高龄津贴预算3亿元.
_ALLOTTED_BUDGET = re.compile("安排[^，。;0-9]{0,12}预算$")
#: A share of what was planned: 完成全年计划1260名的近三分之一.
_A_SHARE_BEHIND = re.compile(
    "[一-鿿]{0,2}的[近约超逾]?(?:[0-9.]{1,6}%|[一二三四五六七八九]成|[一二三四五]分之|半)"
)
_A_SHARE_OF_PLAN = re.compile(
    "完成[^，。;]{0,12}(?:计划|目标|任务)[^，。;]{0,12}[0-9万亿][^，。;0-9]{0,4}的$"
)
_FIRST_PLANNED = ("原计划", "原定")
_SHARED = re.compile("[%‰成倍半番]|百分点|分之|/")
_BUDGETED = re.compile("(?:预算数|(?<![成占为比超按照])(?:全年|年度|年初|今年)预算)(?:为|是)?$")
_NORM = re.compile(
    r"(?:标准|限额|上限|下限|起付线|比例|等待期|间隔|费率|限值|(?:兑奖|领取|公示|试用|有效|宽限|质保|保修)期)[^，。;]{0,24}$"
)
#: What is set for everybody whom it concerns, and is what it is until it is set anew:
#: 生活补贴标准由165元调整为180元, 缴存比例为5%.
_IS_SET = re.compile(
    r"(?:(?:补贴|补助|待遇|救助|收费|缴费|餐费|[早午晚]餐|膳食|发放|供养|低保|津贴|奖励|赔偿|计费|征收|资助|保障)标准"
    r"|(?:缴[存费纳]|首付|支付|报销|赔付|自付|分担|缴款|扣缴)比例|(?:贷款|提取|支付|报销|补[贴助]|保障)额度|(?:税|费|(?<![均毛净])利)率|起付线|封顶线)"
    r"[^，。;]{0,24}$"
)
#: What is charged for something, and how long it may take or how much is taken off.
_CHARGED = re.compile(
    "(?:押金|工本费|手续费|违约金|滞纳金|保证金|(?<![征回])收取?(?:费用?|[一-鿿]{0,4}费))[为是按每人次张]{0,3}$|(?:^|[，。;:])每次$"
)
_CHARGED_BEHIND = re.compile("(?:的标准)?(?:收费|收取|计费|计收)")
_IN_BULK = frozenset("万亿")
_IS_DUE = re.compile("(?:工作日|[天日])之?内$|[一二三四五六七八九]折$")
#: What a rule, named beside a figure, sets it to: 国家规定的1NTU限值.
_SET_BY = re.compile("(?:规定|要求|限定)的$")
#: The step of a tariff before its price: 第二档电价每千瓦时加价.
_STEP_OF_TARIFF = re.compile("(?:第[一二三四]|首)(?:档|阶梯)[^，。;]{0,24}$")
_LIMIT_BEHIND = re.compile(
    "的?(?:限[值量额]|核定(?:数|量)|(?:最大|瞬时|核定){1,2}承载量|标准值|上限|下限|红线|警戒值)|的标准(?!化)"
)
#: What calls a figure a rule behind it: 0.2米以内，这是赛事的要求.
_IS_ASKED_FOR = re.compile(
    "，?(?:这|这也)?是[^，。;!?0-9]{0,14}(?:要求|规定|标准|底线|红线)(?=[，。;])"
)
#: A class of cases by their sums, and what is fined: 标的额100万元以上500万元以下的案件由.
_CLASS_OF_SUMS = re.compile("(?:标的额?|金额|数额|诉讼标的)[^，。;0-9]{0,8}$")
_IS_A_TIME = re.compile("天|日|小时|分钟|周|月|年")
_ALLOTTED = "安排"
#: What is so for those of whom a bound is true: 超过1万元的，由省级机构兑付, 超过38.5℃时应就医.
_OF_THOSE = re.compile("(?:超过|不足|未满|满|达到|[低高大小]于)|以[上下内外]$|之间$")
#: A bound that tells one class of things from others: 日均20单以上的, 不足100人的学校.
_CLASS_BOUND = re.compile(
    "(?:不足|不满|未满|不到|低于|高于|超过)[^%‰成半倍]{1,12}|[^%‰成半倍]{1,12}以[上下内]"
)
_OF_THE_CLASS = re.compile("(?:有期徒刑)?的|时(?![间段期])")
#: Behind such a word it is what was reached: 带来超过2亿元的收入.
_REACHES = re.compile("(?:了|吸引|带来|实现|创造|提供|完成|获得|拥有|产生|投入|有|近|达)$")
#: What a rule says is to be done in a case of which it tells: 逾期的，加收3%, 超过1万元的，由.
_IS_TO_BE_DONE = (
    "(?:由(?![于0-9去上前当原])|[^，。;0-9]{0,12}?(?:必须|不得|不宜)|[^，。;0-9]{0,6}应(?![用对])|须|需|视为|视同|不予"
    "|最高可?处|可(?:以|按|申|享|免|由|在|领|获)|免收?|收取|予以|一律|按[^，。;]{1,8}(?:收|处|办|退|还|计|补|赔|缴|付|发|的)"
    "|暂停|停止|取消|终止|失效|作废|吊销|不再|可办|加收|减收|优惠|全?退|扣[减除]?|处(?=[0-9以])|罚|赔|给予|奖励|享受|将?(?:启动|触发)|设(?![计施备有置立])|[^，。;0-9]{0,4}(?:比例|标准|额度)(?:降低|提高|[上下][浮调])|(?!平均)[^，。;0-9]{0,4}(?:比例|标准|额度|[利费税]率)(?:为(?=[0-9])|[由从](?=[0-9])))"
)
_HOLDS_FOR_THEM = re.compile(
    f"(?:、[^，。;!?]{{1,16}}|[仍还]?[未不][一-鿿]{{1,4}})?(?:的|时(?![间段期]))[^，。;0-9]{{0,8}}，?{_IS_TO_BE_DONE}"
)
#: A case and what is done in it, up to the figure of that: 逾期的，加收, 超过3米的房屋，加收.
_IN_A_CASE = re.compile(
    f"(?:[^，。;!?:]的，|(?:超过|不足|[未不]?满|低于|高于|以[上下内])[^，。;!?]{{0,10}}的[^，。;!?0-9]{{0,8}}，?)"
    f"{_IS_TO_BE_DONE}[^。;!?]{{0,40}}$"
)
_REACHES_IT = re.compile("(?:达到?|超过|满|[低高大小]于|跌破)$")
_FINED = re.compile("(?:处|罚款|处以|罚)$")
_FROM_UP_TO = re.compile("以上[^，。;]{2,16}以下|以[上下]")
_OF_THOSE_COUNTED = re.compile("的[^，。;]{0,12}(?:占|有|为|共|达|[0-9])")
_RATE_OF_PAYMENT = re.compile(
    "每(?:人|户|名|辆|亩|个|孩|胎)?每?(?:月|年|天|日|次|学年|学期)"
    "(?:可?(?:补贴|补助|奖励|津贴|给予|领取?))?$"
    "|每(?:座|台|家|吨|公斤|头|只|套|亩|户|人|名|辆|平方米)(?:(?:可?(?:补贴|补助|奖励))|最[高低])$|[二三]孩每?月?$|一次性?(?:补贴|补助|奖励|给予)$"
)
_PAID_BEHIND = 16
_PAID = re.compile("补贴|补助|奖励|津贴|救助|领取")
_TO_A_LEVEL = re.compile(
    r"(?:控制在|保持在|稳定在|达到?|提高到|提升[到至]|下降到|降[到至]|(?:压缩|缩短|压减)[到至])$"
)
_SEEN = re.compile("已(?!知)|增至了|达到了|完成了|实现了|[，年末底]共?只?有")
#: What is so now and what it is to become, up to the figure of that.
_NOW_AND_THEN = re.compile(
    "(?:目前|现在|如今|现有)的[^，。;]{0,12}?[0-9一二两三四五六七八九][^，。;]{0,12}?"
    "(?:(?:压缩|缩短|压减|提高|提升|增加|扩大|降低|下降|减少|拓展|延长|[升降增减扩缩])[到至为]|$)"
)
#: A number that was foreseen, which what was seen is compared with.
_FORESEEN_NUMBER = re.compile(
    "(?:预测|预计|预期|估算|测算|估计)的[^，。;0-9]{0,8}[0-9][0-9.万亿]{0,12}[^，。;0-9]{1,8}"
)
_IS_COMPARED = re.compile("(?:比|较|高于|低于|超过|多于|少于)[^，。;0-9]{0,16}$")
#: What calls a figure an aim: 5%左右的增长目标, 超额完成300户年度目标任务.
_AIMED_BEHIND = re.compile(
    "的[^，。;、0-9的]{0,6}?目标(?![群客人])|[一-鿿]{0,4}?(?:任务|目标)(?=的[近约超逾]?[0-9一二三四五六七八九])|(?:年度|全年|预期|既定)?(?:目标任务|年度任务|目标(?=$|[，。;、)！]))"
)
#: What is foreseen of so many: 其余900户预计23日中午前恢复.
_FORESEEN_BEHIND = re.compile("(?!全年|今年|明年)[^，。;0-9的]{0,2}(?:预计|有望|可望)")
_REACHED = re.compile("(?:完成|超额|超过|突破|兑现)了?$")


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """The status of a figure, and whether the words that gave it leave no doubt.

    ``is_carried_over``: it is a plan or a forecast whose word stands in an earlier clause.
    """

    status: str
    is_sure: bool = True
    is_carried_over: bool = field(default=False, compare=False)


class StatedTime(Struct, frozen=True):
    """What the time that governs a figure adds: ``place`` where it is named; whether it is past,
    named as one to come, or known not to be over.
    """

    place: int
    is_past: bool
    ahead: bool
    is_open: bool


def status_claim(
    plain: str, cues: Cues, figure: tuple[int, int], sentence: int, said: StatedTime | None
) -> StatusClaim:
    """The standing of the figure between the two places of ``figure``, whose sentence begins at
    ``sentence``.
    """
    start, end = figure
    sentence = max(sentence, start - _REACH)
    near = plain[max(sentence, start - _NEAR) : start]
    plainly = _by_neighbours(plain, start, near, plain[start:end])
    if plainly:
        return plainly
    is_past_here = said is not None and said.is_past and said.place >= sentence
    if not is_past_here and _is_of_a_case(plain, sentence, figure):
        return StatusClaim(STANDARD, is_sure=False)
    claim = _by_words_before(plain, cues, sentence, start, said)
    clearly = _by_words_beside(plain, start, end, claim)
    return clearly or _with_time(plain, sentence, figure, said, claim)


def _cues_that_count(plain: str, cues: Iterable[Cue], said: StatedTime | None) -> Iterable[Cue]:
    """The words that speak for a status: what was allotted (安排) in a time that is over is no
    plan.
    """
    if said is None or not said.is_past:
        return cues
    return [cue for cue in cues if not plain.startswith(_ALLOTTED, cue.place)]


def _with_time(
    plain: str, sentence: int, figure: tuple[int, int], said: StatedTime | None, claim: StatusClaim
) -> StatusClaim:
    """What the time of a figure, if one is ``said``, leaves of a claim, and the figure's own
    qualifier.
    """
    is_past_here = said is not None and said.is_past and said.place >= sentence
    if said is not None and is_past_here and claim.status == OBSERVED:
        return _of_the_past(plain, figure, said)
    in_time = _by_time(plain, sentence, figure, said, claim) if said else None
    is_timed = said is not None and said.place >= sentence
    return in_time or _without_time(plain, sentence, figure, claim, is_timed=is_timed)


def _of_the_past(plain: str, figure: tuple[int, int], said: StatedTime) -> StatusClaim:
    """What is claimed of a figure whose time is over: how often something is to be done at least
    may be a rule that began then, and what is paid for each, in a later part of the sentence, one.
    """
    start, end = figure
    near = plain[max(0, start - _NEAR) : start]
    is_of_a_rule = _AT_LEAST.match(plain, start, end) and _AS_OFTEN.search(near)
    is_in_general = _BOUND.match(plain, start, end) and near.endswith(_IN_GENERAL)
    part = plain.rfind(";", max(0, start - _REACH), start) + 1
    is_paid = said.place < part and is_a_rate_of_payment(plain, part, start)
    if is_of_a_rule or is_in_general or is_paid:
        return StatusClaim(STANDARD, is_sure=False)
    return StatusClaim(OBSERVED)


def _without_time(
    plain: str, sentence: int, figure: tuple[int, int], claim: StatusClaim, *, is_timed: bool
) -> StatusClaim:
    """What is left of a claim to which no time adds anything; ``is_timed``: its sentence names
    one.
    """
    start, end = figure
    if claim.status != OBSERVED:
        return claim
    if _is_a_class_by_rule(plain, start, end):
        return StatusClaim(STANDARD, is_sure=False)
    is_rule = (
        is_a_rate_of_payment(plain, sentence, start)
        or is_set_for_all(plain, sentence, start)
        or _is_charged_or_due(plain, start, end)
    )
    if not is_timed and is_rule:
        return StatusClaim(STANDARD, is_sure=False)
    return _as_rule(plain, sentence, start, plain[start:end])


def _by_words_beside(plain: str, start: int, end: int, claim: StatusClaim) -> StatusClaim | None:
    """What words beside a figure make of a claim: the aim of a plan, or the aim that it is
    called.
    """
    if claim == StatusClaim(PLAN):
        return StatusClaim(TARGET, is_sure=False) if is_a_level(plain, start) else None
    if claim.status == OBSERVED and _FORESEEN_BEHIND.match(plain, end):
        return StatusClaim(ESTIMATE, is_sure=False)
    may_be_aim = claim.status in {OBSERVED, ESTIMATE}
    return StatusClaim(TARGET) if may_be_aim and is_called_an_aim(plain, end) else None


def _by_neighbours(plain: str, start: int, near: str, printed: str) -> StatusClaim | None:
    """What the words that touch a figure say beyond doubt: that it is a budget's, what was done of
    a plan, or forbidden.
    """
    is_budget = is_budgeted(plain, start) and not printed.endswith("%")
    if is_budget or near.endswith(_FIRST_PLANNED) or _ALLOTTED_BUDGET.search(near):
        return StatusClaim(PLAN)
    completed = _COMPLETED.search(near)
    if completed:
        # 完成目标任务5万人: so many were aimed at, or are what was done
        is_share = completed[0].endswith("的") or _SHARED.search(printed) is not None
        if not is_share and _A_SHARE_BEHIND.match(plain, start + len(printed)):
            return StatusClaim(PLAN)
        return StatusClaim(OBSERVED, is_sure=is_share)
    if _A_SHARE_OF_PLAN.search(near):
        return StatusClaim(OBSERVED)
    if _PRESCRIBED.search(printed) or _SET_BY.search(near):
        return StatusClaim(STANDARD)
    return _by_words_behind(plain, start + len(printed))


def _by_words_behind(plain: str, end: int) -> StatusClaim | None:
    """The rule that the words right behind a figure call it: 2个的限量, 2米以内，这是赛事的要求."""
    if _IS_ASKED_FOR.match(plain, end):
        return StatusClaim(STANDARD, is_sure=False)
    return StatusClaim(STANDARD) if _LIMIT_BEHIND.match(plain, end) else None


def _by_time(
    plain: str, sentence: int, figure: tuple[int, int], said: StatedTime, claim: StatusClaim
) -> StatusClaim | None:
    """What the time of a figure makes of its ``standing``, if anything."""
    start, _ = figure
    if said.ahead and was_observed(plain, said.place, start):
        return StatusClaim(OBSERVED)
    is_doubtful_rule = claim == StatusClaim(STANDARD, is_sure=False)
    if is_doubtful_rule and said.place >= sentence:
        at_its_time = _doubtful_rule_at(plain, sentence, figure, said)
        if at_its_time:
            return at_its_time
    is_due = claim.status == STANDARD and said.place >= sentence
    may_be_ahead = not claim.is_sure or is_due or claim.status in {OBSERVED, PLAN}
    return _ahead(plain, sentence, start, said, claim) if said.ahead and may_be_ahead else None


def _doubtful_rule_at(
    plain: str, sentence: int, figure: tuple[int, int], said: StatedTime
) -> StatusClaim | None:
    """What a time of its sentence makes of a figure that may be a rule's: seen, where it is past,
    else aimed at or planned.
    """
    start, end = figure
    if said.is_past and not CITES_A_RULE.search(plain, said.place, start):
        return StatusClaim(OBSERVED, is_sure=False)
    if not said.is_open or said.ahead:
        return None
    near = max(sentence, start - _NEAR)
    is_level = _TO_A_LEVEL.search(plain, near, start) or _BOUND.match(plain, start, end)
    return StatusClaim(TARGET if is_level else PLAN, is_sure=False)


def was_observed(plain: str, place: int, start: int) -> bool:
    """Whether a figure at ``start`` is told as reached already at the time named at ``place``:
    到2023年，茶园已有860亩.
    """
    return _SEEN.search(plain, place, min(start, place + _REACH)) is not None


def is_budgeted(plain: str, start: int) -> bool:
    """Whether a figure at ``start`` is what a budget set for its time: 预算数62.5亿元."""
    return _BUDGETED.search(plain, max(0, start - _NEAR), start) is not None


def is_called_an_aim(plain: str, end: int) -> bool:
    """Whether the words behind a figure that ends at ``end`` call it an aim: 300户的年度目标."""
    return _AIMED_BEHIND.match(plain, end) is not None


def is_a_reached_aim(plain: str, start: int, end: int) -> bool:
    """Whether a figure is an aim that was reached, or of which a share was:
    超额完成300户的年度目标, 完成年度计划850户的104.9%.
    """
    near = max(0, start - _NEAR)
    if _COMPLETED.search(plain, near, start) and _A_SHARE_BEHIND.match(plain, end):
        return True
    return _REACHED.search(plain, near, start) is not None and is_called_an_aim(plain, end)


def is_a_level(plain: str, start: int) -> bool:
    """Whether a figure at ``start`` is the level to which something is brought: 压缩至4.5分钟."""
    return _TO_A_LEVEL.search(plain, max(0, start - _NEAR), start) is not None


def names_a_norm(plain: str, start: int) -> bool:
    """Whether the words before a figure at ``start`` call it a norm: 最高支付限额30万元."""
    return _NORM.search(plain[max(0, start - _NEAR) : start]) is not None


def _by_words_before(
    plain: str, cues: Cues, sentence: int, start: int, said: StatedTime | None
) -> StatusClaim:
    """What the words of the sentence before a figure claim of it."""
    part = plain.rfind(";", sentence, start) + 1
    of_part = cues.between(max(part, sentence), start)
    telling = _cues_that_count(
        plain,
        of_part if any(cue.status == PLAN for cue in of_part) else cues.between(sentence, start),
        said,
    )
    here = said if said and said.place >= sentence else None
    if here and here.ahead and here.place >= part and is_a_level(plain, start):
        # 全年有望突破230公里;到2027年，比例达到90%: what a part foresees, the next one may aim at
        telling = [cue for cue in telling if cue.place >= part or cue.status != ESTIMATE]
    clause = _beginning_of_clause(plain, sentence, start)
    telling = [
        cue
        for cue in telling
        if not _bounds_another(plain, cue, clause) and not _is_of_a_base(plain, cue, start)
    ]
    may_go_on = not (here and here.place >= clause)
    if _is_planned_here(plain, of_part, clause, may_go_on=may_go_on):
        telling = [cue for cue in telling if cue.place >= clause]
    return _by_cues(telling, here, part, clause)


def _bounds_another(plain: str, cue: Cue, clause: int) -> bool:
    """Whether a word is the bound of a figure in an earlier clause than the one that begins at
    ``clause``: 排队不超过25分钟，….
    """
    return cue.place < clause and _BOUND.match(plain, cue.place) is not None


def _is_of_a_base(plain: str, cue: Cue, start: int) -> bool:
    """Whether a word only says of what is so now, before a change to the figure at ``start``
    (由目前的9.4天压缩到7天以内), or of a number that this is compared with (比预测的9.4天少7天).
    """
    foreseen = _FORESEEN_NUMBER.match(plain, cue.place, start)
    if foreseen and _IS_COMPARED.search(plain, max(0, cue.place - _NEAR), cue.place):
        return True
    return _NOW_AND_THEN.match(plain, cue.place, start) is not None


def _is_planned_here(plain: str, cues: Sequence[Cue], clause: int, *, may_go_on: bool) -> bool:
    """Whether the clause of a figure plans it, behind one with a figure of its own that is told
    otherwise: 预计接种1300万剂次，今年安排资金6200万元; where it ``may_go_on`` about what is
    foreseen, not by 将 alone.
    """
    is_planned = any(
        cue.status == PLAN and not (may_go_on and plain.startswith("将", cue.place))
        for cue in cues
        if cue.place >= clause
    )
    before = [cue.place for cue in cues if cue.place < clause]
    return is_planned and bool(before) and _DIGIT.search(plain, before[-1], clause) is not None


def _beginning_of_clause(plain: str, sentence: int, start: int) -> int:
    """Where the clause begins in which a figure is; items of a list that 、 parts are one."""
    return max(sentence, *(plain.rfind(mark, sentence, start) + 1 for mark in CLAUSE_MARKS))


def _by_cues(cues: Iterable[Cue], said: StatedTime | None, part: int, clause: int) -> StatusClaim:
    """What the words of the sentence before a figure say, the last of the clearer ones; a time
    ``said`` there that is over says it was seen.

    ``part`` and ``clause`` are where the figure's own ones begin.
    """
    cues = [cue for cue in cues if not _is_an_object_then(cue, said)]
    if said and said.is_past and not _is_ruled_in(cues, part, clause, said.place):
        cues = sorted([*cues, Cue(said.place, OBSERVED, Weight.CLEAR)], key=lambda cue: cue.place)
    status, weight, place = OBSERVED, 0, clause
    for cue in cues:
        if status == OBSERVED or cue.weight >= weight:
            status, weight, place = cue.status, cue.weight, cue.place
    is_carried_over = status in _ENDS_WITH_ITS_CLAUSE and place < clause
    return StatusClaim(status, weight != Weight.WEAK, is_carried_over)


def _is_an_object_then(cue: Cue, said: StatedTime | None) -> bool:
    """Whether 将 behind a time that is over only names what something was done to."""
    is_over = said is not None and said.is_past and cue.place > said.place
    return is_over and cue.status == PLAN and cue.weight == Weight.WEAK


def _is_ruled_in(cues: Sequence[Cue], part: int, clause: int, place: int) -> bool:
    """Whether a rule or a forecast is spoken of in a figure's clause before the time that is named
    at a place, which only tells what it is measured by: 不得低于上一年度工资的5%, 预计全年; or
    directly before that time, in the same part of the sentence.
    """
    begin = min(clause, max(part, place - _OF_A_WORD))
    return any(
        cue.status in _GOES_BEFORE_A_TIME
        and cue.weight == Weight.CLEAR
        and (clause if cue.status == STANDARD else begin) <= cue.place < place
        for cue in cues
    )


def _ahead(
    plain: str, sentence: int, start: int, said: StatedTime, claim: StatusClaim
) -> StatusClaim:
    """A figure that a time to come governs: a target, in the sentence of that time or in later ones
    that set aims; what must be by then (须于6月底前达到) is one too.
    """
    is_behind = claim.status == PLAN and said.place > start
    if is_behind or (claim.status == STANDARD and said.place < sentence):
        return claim
    if said.place >= sentence:
        is_told_otherwise = claim.status in {PLAN, STANDARD}
        return StatusClaim(TARGET, is_sure=not is_told_otherwise)
    return StatusClaim(TARGET, is_sure=False) if _AIM.search(plain[sentence:start]) else claim


def _is_a_class_by_rule(plain: str, start: int, end: int) -> bool:
    """Whether a figure bounds a class of cases that a rule tells apart, or a fine: and not one that
    is counted: 标的额500万元以上的占8%.
    """
    if _FROM_UP_TO.search(plain, start, end) is None:
        return False
    before = plain[max(0, start - _NEAR) : start]
    if _FINED.search(before) or (before.endswith("前") and _IS_A_TIME.search(plain, start, end)):
        return True
    return bool(_CLASS_OF_SUMS.search(before)) and not _OF_THOSE_COUNTED.match(plain, end)


def _is_of_a_case(plain: str, sentence: int, figure: tuple[int, int]) -> bool:
    """Whether a figure is the bound from which on a rule holds (超过1万元的，由省级机构兑付), what
    is done in the case that the rule tells of before (逾期的，按日加收0.5‰), or a step of a tariff.
    """
    start, end = figure
    if _STEP_OF_TARIFF.search(plain, max(sentence, start - _NEAR), start):
        return "元" in plain[start:end]
    if _IN_A_CASE.search(plain, max(sentence, start - _REACH), start):
        return True
    near = max(sentence, start - _NEAR)
    is_bound = _OF_THOSE.search(plain, start, end) or _REACHES_IT.search(plain, near, start)
    return is_bound is not None and _HOLDS_FOR_THEM.match(plain, end) is not None


def bounds_a_class(plain: str, start: int, end: int) -> bool:
    """Whether the figure between two places only tells which things are meant: 不足100人的学校."""
    printed = plain[start:end]
    if _OF_THE_CLASS.match(plain, end) is None or _CLASS_BOUND.fullmatch(printed) is None:
        return False
    return _REACHES.search(plain, max(0, start - _NEAR), start) is None


def is_a_rate_of_payment(plain: str, sentence: int, start: int) -> bool:
    """Whether a figure is what is paid for each: 给予补助，每人每月200元."""
    near, begin = (max(sentence, start - reach) for reach in (_NEAR, _REACH))
    if not _RATE_OF_PAYMENT.search(plain, near, start):
        return False
    return _PAID.search(plain, begin, start + _PAID_BEHIND) is not None


def is_set_for_all(plain: str, sentence: int, start: int) -> bool:
    """Whether a figure at ``start`` is what is set for everybody whom it concerns: 缴存比例为5%."""
    return _IS_SET.search(plain, max(sentence, start - _NEAR * 2), start) is not None


def _is_charged_or_due(plain: str, start: int, end: int) -> bool:
    """Whether a figure is what is charged or taken off, or within what time something is done:
    收押金15元, 按2元收费, 打五折, 5个工作日内寄到.
    """
    printed = plain[start:end]
    if "元" in printed and _IN_BULK.isdisjoint(printed):
        near = max(0, start - _NEAR)
        is_charged = _CHARGED.search(plain, near, start) or _CHARGED_BEHIND.match(plain, end)
        return is_charged is not None
    return _IS_DUE.search(plain, start, end) is not None


def _as_rule(plain: str, sentence: int, start: int, printed: str) -> StatusClaim:
    """A figure for which no word but its own qualifier speaks: 不少于 prescribes, 至少 does so only
    among words of a rule.
    """
    if _BOUND.match(printed):
        return StatusClaim(
            STANDARD, is_sure=bool(_RULED.search(plain[max(0, start - _REACH) : start]))
        )
    if _AT_LEAST.match(printed):
        ruled = bool(_RULED.search(plain[sentence:start])) or bool(_RULED.search(printed))
        return StatusClaim(STANDARD if ruled else OBSERVED, is_sure=False)
    return StatusClaim(OBSERVED)
