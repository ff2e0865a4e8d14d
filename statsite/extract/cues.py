"""Words that speak for a figure's status, wherever an article has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct

from statsite.extract.habits import USES

#: The statuses of a figure, as the content files name them.
OBSERVED, TARGET, PLAN, STANDARD, ESTIMATE = "observed", "target", "plan", "standard", "estimate"


class Weight(IntEnum):
    """How much a word says: one that has other meanings too does not overrule one that has not."""

    WEAK = 1
    CLEAR = 2


class Cue(Struct, frozen=True):
    """A word that speaks for ``status``, by its place in ``ArticleText.plain``."""

    place: int
    status: str
    weight: Weight


#: Words that say by which rule something is so: 按规定, 依照条例, 办法第三条规定.
CITES_A_RULE = re.compile(
    "(?:按照?|依照|根据|依据|遵照)[^，。;《》0-9]{0,14}(?:《[^》]{1,40})?"
    "(?:规定|办法|章程|条例|规程|规范|规则|新规|细则|预案|标准|准则|须知|程序|政策|(?<![方做想说])法)》?[^，。;《》0-9]{0,4}，"
    "|规定[，:]"
)
_TAKES_SO_MUCH = "(?!约?[0-9一二两三四五六七八九十])"
#: What is used up tells a habit and no rule.
_USES_SO_MUCH = f"(?!{USES}[近约超上好]?[0-9一二两三四五六七八九十百])"
#: 将 before a noun that something was done to means no more than 把: 将时间缩短至15分钟.
_AS_AN_OBJECT = (
    "(?![全进逐力再继大重加深新建改投实开举完持把使让令由从会])[^，。"
    ";将]{2,24}?(?:缩短|压缩|降低|降至|提高|提升|纳入|列入|减少|增加|扩大|调整|改[建造为成]|建成|用于|并入|移交|拆除|恢复"
    "|下调|上调|转移|疏散|安置|送[往到]|运[往到]|交给|转给|转入|捐[给赠]|汇入|存入|移送)"
)
_WORDS = (
    (
        ESTIMATE,
        Weight.CLEAR,
        (
            r"未来(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:天|日|周|个?小时)|届时|(?<!(?<![占同环])[比较])预计(?!的?(?:时间|工期))|预报(?=，|:|\d|将)|有望|可望|预测|(?<=[年月季度，;])料(?=[将会]?(?:增|升|跌|下|达|减|录|收窄|突破))|预估(?!送达|到达)|估摸着?|初步评估(?:结果)?(?:显示)?|料将|或将|估计|估算|测算"
            "|预期(?!寿命|目标|性|值|健康|控制|收益)"
        ),
    ),
    (
        TARGET,
        Weight.CLEAR,
        r"力争|争取(?!(?:到|了|[一-鿿]{0,6}?(?:资金|专项|补助|项目)))|(?<!完成)(?<!年度)(?:预期)?目标(?=为|是|:|到|将)|(?<![为以])确保|到期末|努力实现",
    ),
    (
        PLAN,
        Weight.CLEAR,
        (
            "(?<!年度)(?<!行动)(?<!发展)(?<!工作)(?<!完成)(?<!实施)(?<!专项)(?<!特岗)"
            "(?<!培养)(?<!提升)(?<!改善)(?<!招生)(?<![按占比该原为”》])计划(?=[一-鿿0-9])"
            "(?!生育|内|数|的|任务|目标|指标|进度|执行(?=情况|进度|结果|率|[的中，。])|和|与"
            "|等|于|单列|经济)"
        ),
    ),
    (PLAN, Weight.CLEAR, r"(?<!累计)(?<![已共])安排(?=[0-9])|(?:分配|转增|派息|分红)预案"),
    (TARGET, Weight.WEAK, r"(?:提出|确定|定下)(?=[，:])"),
    (PLAN, Weight.CLEAR, r"(?<![虚比])(?<!(?<!规)模)拟(?!定|人)|规划(?:建设|新增)|打算"),
    (
        ESTIMATE,
        Weight.WEAK,
        r"(?<!评)估[价值](?=约?[0-9])|(?<![必小老名虎健干])将(?=会?(?:达|超|突破|接近|占|增长|下降|上升|迎来|出现))",
    ),
    (
        PLAN,
        Weight.WEAK,
        rf"(?<![必小老名虎健干])将(?![近军领士帅]|至(?!少)|{_AS_AN_OBJECT})|(?<!累计)(?<![已共])安排(?=[一-鿿])(?!工作|就业|岗位|上岗)|准备(?!金)",
    ),
    (PLAN, Weight.WEAK, "(?:重点|着力|全力|集中)(?:抓好|办好|做好|推进)(?=[^，。;]{0,8}:)"),
    (
        STANDARD,
        Weight.CLEAR,
        r"应当|原则上|必须|不得|不应|不宜|不能(?![只光单不忘])|不准|(?<![必无龙胡触])须(?![知菜眉])|标准(?:为|是|每)|规定(?=每|[一-鿿]{1,8}(?:不[得超低少高多]|每))",
    ),
    (
        STANDARD,
        Weight.WEAK,
        (
            "(?<![相适供反响效对回感顺呼])"
            "应(?![用急对答届聘邀运收付缴纳交考到征变激试援验声])(?!出席|参加|参会|在岗|在编|约)"
            rf"|需(?:要{_TAKES_SO_MUCH}|达到|在)|要求|不(?:少于|低于|小于|超过|高于|多于|大于)"
            rf"|(?<![主需重必只紧首概纪简提摘机])要(?![求素点闻是么地害塞道]){_TAKES_SO_MUCH}{_USES_SO_MUCH}"
        ),
    ),
    (
        STANDARD,
        Weight.WEAK,
        (
            rf"{CITES_A_RULE.pattern}|提醒[，:]|最[高多]可(?:[获领享贷申补奖报减免得借]|提取)"
            "|最高(?:补助|奖励|补贴|资助)|(?<!已)一次性?(?:奖励|补助|补贴)(?=[0-9])|每[人户名]可(?:领|获|享|得)|每(?:[0-9]{1,2}|[一二两三四五六])(?:年|个月|学期)可|每(?:人|户|名|车|次|航次|场|[天日月年卡证张])限(?!制)"
        ),
    ),
    (
        OBSERVED,
        Weight.CLEAR,
        (
            "(?<!比去年)(?<!比上年)(?<!较去年)(?<!较上年)实际(?=[一-鿿]{2})|已(?!知)|达到了|实现了|完成了|截至|显示|目前|现在|如今|现有(?=的)|曾"
            "|来自|实到|累计(?=安排|下达|投入|拨付|支出|发放)"
        ),
    ),
    (
        OBSERVED,
        Weight.WEAK,
        r"造成|共有|同比|累计|以前|过去|最终(?=[在以]|成交)|(?<!比去年)(?<!比上年)(?<!较去年)(?<!较上年)实际",
    ),
)
_CUE = re.compile(
    "|".join(f"(?P<word{number}>{pattern})" for number, (_, _, pattern) in enumerate(_WORDS))
    + "|《[^》]{1,80}》"
)
_NUMBER_AT = len("word")


def cues(plain: str) -> Cues:
    """The words of ``plain`` that speak for a status; those of titles (《行动计划》) are names."""
    found = [
        (word.start(), *_WORDS[int(word.lastgroup[_NUMBER_AT:])][:2])
        for word in _CUE.finditer(plain)
        if word.lastgroup
    ]
    return Cues(tuple([Cue(*one) for one in found]), tuple([place for place, _, _ in found]))


class Cues(Struct, frozen=True):
    """The words of an article that speak for a status, in order, and the place of each."""

    all: tuple[Cue, ...]
    places: tuple[int, ...]

    def between(self, first: int, last: int) -> Sequence[Cue]:
        """Those that begin from ``first`` on and before ``last``."""
        return self.all[bisect_left(self.places, first) : bisect_left(self.places, last)]
