"""Words that forbid, deny or doubt a figure in its clause, before it or after it: what they leave
of it is another quantity, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_DIGITS, IN_CLAUSE, SCALES
from statsite.grammar.numerals import NO_MINUS_BEHIND
from statsite.grammar.patterns import (
    any_of,
    both_sides,
    compiled,
    ends_behind,
    starts_before,
    starts_of_pairs,
)
from statsite.grammar.qualifiers import ADVERBS, FORBIDDING, NO_BAN, TURNING, WORD, saying
from statsite.quantity import Relation

LIMITS = saying(Relation.MORE, Relation.LESS, Relation.AT_LEAST, Relation.AT_MOST, without=ADVERBS)
#: A character of the same clause, and one that names no further noun after 的.
_CLOSE = r"[^，。;!?:的]"
_ASKING = "[是能可会有]否|有无|是不是|有没有|能不能|会不会|要不要|该不该"
_NOT = (
    "不得|不应当?|不能|不会|不可能?|不宜|不准|不要|不再|未能?|尚未|从未|没能|没有"
    "|(?<![淹埋吞沉出湮])没|无法|难以"
)

_FAR_BANS = (
    *FORBIDDING, "不支持", "不鼓励", "不提倡", "不主张", "不赞成", "不推荐", "不允", "不容许",
    "不让", "别让", "别想", "休想", "甭想", "严防", "谨防", "严控", "岂能", "谁敢", "不可以",
    "谢绝", "明令禁",
)  # fmt: skip
# But 避免损失超过5亿元.
_FORBIDDEN = (
    rf"(?:(?:{any_of(_FAR_BANS)}){NO_BAN}"
    r"|(?:避免|防止|杜绝)(?=出现|发生|产生|让|使|每|一|单|连续|长|同|过|再|形成|在))"
)
# What 不能 describes rather than forbids: 不能自理老人, 不可移动文物.
_ABILITIES = (
    "自", "下床", "下地", "行走", "行动", "移动", "再生", "降解", "逆", "思议", "分割", "或缺",
    "抗力", "多得", "避免", "替代", "复制", "忽",
    "动", "正常", "按", "完全", "独立", "说", "及时", "胜任", "满足", "适应", "否认", "不", "因",
    "小", "低估", "只",
)  # fmt: skip
_UNABLE = rf"(?:不能|不可|不会)(?!{any_of(_ABILITIES)})"
_BY_WAY_OF = "[在向对以把将让给为按用]|使(?!用)|安排|要求|允许|组织"
#: A noun that what is forbidden only describes: 禁止入境的货物超过100批.
_DESCRIBES = rf"(?!(?!{_BY_WAY_OF}){WORD}{{1,8}}的{WORD}{{0,5}}$)"
_HAPPENING = (
    "发现", "检出", "检测到", "检测出", "监测到", "观测到", "测到", "测出", "出现", "发生", "见",
    "见到", "报告", "查出", "查到", "查获", "接到",
    "接报", "收到", "造成", "产生", "形成", "存在", "具备", "拥有", "举办", "举行", "组织", "召开",
    "允许", "安排",
)  # fmt: skip
_NOTHING = (
    "(?:没有?|未曾?|从未|尚未|仍未|并未|均未|都未|未能|没能|不再|无)(?:再|能"
    f"|曾)?(?:{any_of(_HAPPENING)})"
    "|(?:暂不|不)(?:存在|具备|拥有|举[办行]|组织|召开|安排)"
)
_REACHING = (
    "达", "达到", "完成", "实现", "达成", "兑现", "突破", "建成", "建立", "开通", "凑足", "凑齐",
    "招满", "恢复", "恢复到", "升至", "降至", "增至",
    "涨至", "跌至", "涨到", "跌到", "保持", "保持在", "维持", "维持在", "保住", "守住", "冲上",
    "够到", "够着", "增到", "回到", "超", "超过",
)  # fmt: skip
_REACHED = any_of(_REACHING)
# Words between a verb and the number aimed at: 未能完成年初定的5%.
_AIM = (
    "年初|年度|全年|当年|预期|预定|既定|原定|所?[定设]下?的?|[设确制]定的?|提出的?|目标"
    "|计划|下达的?|国家|省里|上级|增长|增速|的"
)
_MISSED = (
    "(?:(?:(?<![困灾遇罹疑两])难以?|无望|无缘|无力|未能|没能|没有|尚未|仍未|远未|并未|从未"
    "|(?<![从尚仍远并均都])未|恐难)"
    rf"(?:再|能|完全|如期|按期|按时|及时)?(?:{_REACHED})|完不成|达不[成到]|实现不了|凑不[齐足够])"
)

# Made anew every day of a negation and a verb of reaching: 未足五千艘, 难到, 很少过, 到不了.
_HARDLY_REACHED = (
    "(?:未|不|(?<![水雪草泥])没|无|弗|勿|毋|冇|唔|(?<![困灾遇罹疑两])难(?!过)|罕|鲜|(?:甚|很|极|绝)少)"
    "(?:曾|能|再|有)?[足至及到达满够过超逾破越见]$"
    "|[上下到过达够赶追超摸凑攒站爬冲涨用花要费赚挣卖撑]不(?:了|着|上|到|齐|过)(?:每[^，。;!?0-9]{1,3})?$"
    "|(?<![淹埋吞沉出湮覆隐])没$|(?:罕|鲜|(?<![至最多缺减])少)有$"
)
_BEFORE_NUMBER = compiled(
    r"(?:不是|并非|绝非|而非)$",
    rf"(?:没有?|未能?|没能)(?![满足够]){WORD}{{1,2}}[满足够齐]了?$",  # 没坐满
    (
        f"(?:{_NOT})(?:能够|能|会)?(?:达到|达|满|到|有|是|为|在|增长|下降|实现|达成|完成|容纳"
        "|满足|提供|支付|收到|得到|获得|拿到)$"
    ),
    r"(?:没有|无|未)(?:发生|出现|发现|新增|报告|收到|接到|造成)?$",
    _HARDLY_REACHED,
    rf"(?:{_ASKING}){WORD}{{0,4}}$",
    rf"{_MISSED}(?:{_AIM}){{0,4}}$",
    r"(?:尚未|仍未|未能|没能)(?:建成|建立|建设|建|开通|开工|招[满到]|引进|筹[到集])(?:了|起|满)?$",
    (
        "(?:不存在|远非|不等于|不同于|算不上|谈不上|称不上|够不上|何来|哪来的?"
        f"|哪有)(?:{_CLOSE}{{0,4}}[^，。;!?:的{HAN_DIGITS}0-9])?$"
    ),
    (
        f"(?:{_FORBIDDEN}|{_UNABLE}|{_NOT}){IN_CLAUSE}{{0,16}}?(?:[高多超低快长晚]出"
        f"|[高大多]过){IN_CLAUSE}{{0,12}}$"
    ),
    (
        "(?:不太可能|不大可能|不可能|不会|难以?|恐难|未必)(?:会|能"
        "|再)?[升降涨跌增减回恢][复]?[到至]$"
    ),
    (
        f"(?:{_FORBIDDEN}|{_UNABLE})(?:{LIMITS})(?:规定|约定|核定|法定|限定|允许|上述|前款|本条"
        f"|国家){IN_CLAUSE}{{0,12}}$"
    ),
    rf"(?:只|仅)(?:准|许|允许|可以?)(?:{WORD}){{0,6}}$"
    "|只能(?:再|够)?(?:约定|申请|申报|享受|购买|领取|办理|报名|选择|选报|填报|使用|参加|兼任"
    "|担任|设立?|变更|转让|申领|聘用|录用)(?:其中)?$",
)
_BEFORE_FIGURE = compiled(
    (
        "(?:谣言|传言|传闻|谣传|讹传|误传|网传(?!视频|图|照片|文|帖)|谎)称?(?<=称"
        f"|传){IN_CLAUSE}{{0,30}}$"
    ),
    rf"不实:{IN_CLAUSE}{{0,20}}$",
)
_BEFORE_LIMIT = compiled(
    rf"{TURNING}$",
    rf"(?:{_ASKING}){WORD}{{0,4}}$",
    rf"(?:零下|(?<![{NO_MINUS_BEHIND}])负)$",
    (
        "(?:无需|无须|不必|不用|不太可能|不大可能|不太会|不大会|未必|尚无|鲜有|少有|罕有|绝无"
        f"|杜绝|否认|不见得|不至于?|不致|切忌){WORD}{{0,6}}$"
    ),
    (
        "(?:勿|(?<![困灾遇罹])难|(?<![分特级性类区个鉴识])别|(?<!约)莫|(?<![禁避顾切])忌)(?:能|再"
        "|轻易)?$"
    ),
    r"(?:尚待|有待|无望)$",
    rf"[{HAN_DIGITS}{SCALES}0-9][%‰]?[、,]$",  # 不得高于、低于5%
)
# Before a limit (超过5年) and before a number that is a limit by what follows it (5年以上).
_BEFORE_ANY_LIMIT = compiled(
    rf"{_FORBIDDEN}{_DESCRIBES}{IN_CLAUSE}{{0,60}}$",
    rf"{_UNABLE}(?:{_CLOSE}{{0,40}}|(?:{_BY_WAY_OF}){IN_CLAUSE}{{0,40}})$",
    rf"(?:从未|从不|从没|从来[不没]有?|未曾|不曾|并未|绝不|决不){_CLOSE}{{0,30}}$",
    rf"(?:不承认|否认|驳斥|不予(?:赔付|赔偿|报销|支付|补偿|补贴)){_CLOSE}{{0,30}}$",
    rf"(?:没人|无人(?![机驾售值岛区零车船店])|谁[也都][不没]){_CLOSE}{{0,30}}$",
    rf"(?:没有|未有|无)(?:任何|一(?!例外)|哪|出现){_CLOSE}{{0,30}}$|没有{_CLOSE}{{1,8}}$",
)
# But 连续未发生事故超过1000天.
_NOTHING_OF = compiled(rf"(?<!连续)(?<!至今)(?<!持续)(?<!多年)(?:{_NOTHING}){_CLOSE}{{0,40}}$")
_BEFORE_LIMIT_BEHIND = compiled(
    (
        f"(?:(?!不[能可])(?:{_NOT})|{_UNABLE}|严禁|禁止)(?:(?!的){WORD}){{0,6}}(?:在|为|是|处于"
        "|到|达到|有)$"
    ),
    rf"{_MISSED}(?:{_AIM}){{0,4}}$",
    rf"(?:未|没有)(?:配备|设置|设立|安排|达到){_CLOSE}{{0,6}}$",
)
_STOPPED = compiled(rf"(?:暂停|停止|停办|取消|叫停|拒绝|限制){_CLOSE}{{0,8}}$")
_PEOPLE = frozenset({"人", "名"})
_BEFORE_DOUBLING = compiled(rf"(?:{_NOT})(?:能够|能|会|实现|再)?$")
_LIMIT = re.compile(rf"{LIMITS}|[过破上]")

_UNTRUE = any_of(
    (
        "不属实", "不实", "不准确", "不成立", "不存在", "不现实", "不太可能", "不大可能", "不可能",
        "不可信", "有误", "失实", "没有依据",
        "没有根据", "无依据", "无根据", "缺乏依据", "难以实现", "无法实现", "未能实现", "落空",
        "存疑",
    )
)  # fmt: skip
_UNLIKELY = (
    "不大|并不大|不高|并不高|[很较极非常微]{1,2}[小低]|微乎其微|几乎为零|几乎没有|不存在|为零|渺茫"
)
_BEHIND = compiled(
    rf"{IN_CLAUSE}{{0,16}}(?:可能性|概率|几率|机会|希望)(?:已经?|都|也|均|仍)?(?:{_UNLIKELY})",
    (
        "[^。;!?]{0,30}(?:系|属|属于|纯属|[是为乃])(?:网络)?(?:谣言|不实|误传|讹传|谣传|杜撰"
        "|假消息|虚假[信消]|无稽之谈|子虚乌有|空穴来风|捕风捉影|以讹传讹|胡编)"
    ),
    rf"{IN_CLAUSE}{{0,12}}(?:不属实|并非事实|不是事实)|[^。;!?]{{0,16}}(?:查无实据|子虚乌有)",
    rf"{IN_CLAUSE}{{0,10}}水分(?:不小|不少|[很太较颇]?[大多])|只?停(?:留)?在(?:纸|图纸|口头|嘴)",
    (
        f"{IN_CLAUSE}{{0,12}}的?(?:说法|消息|传言|传闻|报道|情况|目标|预测|预期|判断|设想"
        f"|愿望){WORD}{{0,6}}(?:{_UNTRUE})"
    ),
    (
        "的?(?:目标|增长|增速)?(?:已|恐|也|都|几乎|基本)?(?:不太可能|不大可能|不可能|不现实"
        "|难以实现|无法实现|无望)(?![是的])"
    ),
)
# On both sides of a figure: what a clause denies, and the aim or the limit that the figure is.
_ON_BOTH_SIDES = both_sides(
    # a missed aim
    (
        rf"(?:{_MISSED}|(?:不能|不会|不可能|不足以|没有|未)(?:{_REACHED})){IN_CLAUSE}{{0,20}}$",
        r"的?[^，。;!?:0-9]{0,6}(?:目标|任务|指标|预期|要求)",
    ),
    # a limit that is kept
    (
        rf"(?:{_FORBIDDEN}|{_UNABLE}|没有|未)(?:{LIMITS}){IN_CLAUSE}{{1,24}}$",
        r"的?[^，。;!?:0-9]{0,3}(?:指标|目标|红线|上限|下限|限额|限制|额度|标准|规模|总量)",
    ),
)


def denials_before(before: str, beginning: str, shape: FigureShape, behind: str) -> Iterator[int]:
    """Where in ``before`` words begin that forbid or deny a figure with that ``beginning`` and what
    is ``behind`` it.
    """
    yield from starts_before(_patterns_before(beginning, shape), before)
    yield from starts_of_pairs(_ON_BOTH_SIDES, before, behind)


def denials_behind(plain: str, end: int) -> Iterator[int]:
    """Where words after a figure end that deny it."""
    return ends_behind(_BEHIND, plain, end)


def _patterns_before(beginning: str, shape: FigureShape) -> Iterator[re.Pattern[str]]:
    yield from _BEFORE_FIGURE
    yield from _BEFORE_NUMBER if shape.begins_with_number else _BEFORE_LIMIT
    if _is_a_limit(beginning, shape):
        yield from _BEFORE_ANY_LIMIT
        yield from _NOTHING_OF
    if shape.is_qualified_behind:
        yield from _BEFORE_LIMIT_BEHIND
        yield from _STOPPED if shape.measure in _PEOPLE else ()
    if shape.is_doubling:
        yield from _BEFORE_DOUBLING


def _is_a_limit(beginning: str, shape: FigureShape) -> bool:
    """Whether a figure with that ``beginning`` bounds its number, before or behind it."""
    is_limited_before = not shape.begins_with_number and _LIMIT.match(beginning) is not None
    return shape.is_qualified_behind or is_limited_before
