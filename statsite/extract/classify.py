"""Which figures are quantities: what the words around a number say about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from statsite.extract.candidates import Candidate, CandidateReading
from statsite.grammar.pieces import PartKind, Piece

_REACH = 24
_SMALL = 20

_SHORT_TIMES = frozenset(
    [
        "个月",
        "周",
        "个星期",
        "星期",
        "天",
        "个工作日",
        "工作日",
        "小时",
        "个小时",
        "分钟",
        "秒",
        "秒钟",
        "晚",
    ]
)
_LONG_TIMES = frozenset(
    [
        "年",
        "年度",
        "个年度",
        "载",
        "世纪",
        "个世纪",
        "代",
        "辈子",
        "月",
        "日",
        "季度",
        "个季度",
        "学年",
        "学期",
        "个学期",
    ]
)
#: Unit words of which a figure is a length of time.
LENGTHS_OF_TIME = _SHORT_TIMES | _LONG_TIMES
_PHYSICAL = re.compile(r"元|[米里亩顷吨克斤升瓦伏卡度方%℃]$|个百分点|倍|/")
_WORDS_LIKE_UNITS = frozenset("分方点面头手口步声代回线里行度段字道块把片站社石格首角期车群胜负平")
_AGES = frozenset(("岁", "周岁"))
_HEIGHTS = frozenset(("米", "厘米"))
_LISTED = frozenset(("个", "项", "条", "种", "类", "点", "步", "层", "对", "组", "件"))

_VAGUE_BEFORE = re.compile(r"[数几]$")
_HAN_SCALE = re.compile(r"[十百千万亿]")
_BROKEN_BEHIND = re.compile(r"[〇零一二两三四五六七八九十百千万亿几]|来[个名家人张次]")
_GOES_ON = re.compile(r"(?!(?:19|20)[0-9]{2}年)\.?[0-9]|半(?![导数年月岛成自])")
_BOUNDARY = re.compile(r"$|[。;!?，、()“”《》|:…\n\]]")
_VALUE_BEFORE = re.compile(
    "(?:为|达|达到|达成|是|至|到|升至|降至|增至|得|破|占|约占|的|由|从|系数|指数|报|:|数|率"
    "|(?<![0-9])比|值|量|分)$"
)
_VALUE_BEHIND = re.compile(
    "上升|下降|提高|提升|增|降|减|的|升|和|与|变|调|缩|扩|收窄|回落|回升|[上下]调|涨|跌|延长"
)
_COUNTED_AS_ONE = re.compile(
    "省(?!道|级)|国(?!道|际|家|有|产|标)|县(?!级|道)|市县|区县|镇街|乡镇|村(?!级)|高校|部门"
    "|机构|城市|省份"
)
_LETTER_BEFORE, _LETTER_BEHIND = re.compile(r"[A-Za-z]$"), re.compile(r"[A-Za-z]")
_CHANGES = re.compile(
    "下降|上升|提高|提升|降至|升至|增至|降到|升到|增加[到至]|减少[到至]|变为"
    "|(?:缩小|扩大|收窄|回落|回升|[上下]调|缩短|延长)[到至为]"
)
_LIST_GOES_ON = re.compile(
    r"(?:、[0-9][0-9.]*)*[、和及与][0-9][0-9.]*[万亿]*[^\W\d年月日号岁级型类期届周度时点]"
)
_HOLIDAY_BEFORE, _HOLIDAY_BEHIND = (
    re.compile(r"(?:假期|长假|[节庆一期岁]档期?)$"),
    re.compile(r"的?.{0,4}(?:假期|长假)"),
)
_AGE_MEANT = re.compile(
    r"(?:寿命|年龄|均龄|享年|寿)[^，。;、]{0,8}$"
    r"|年龄[^。;]{0,16}岁，最[小大]的?(?:仅|只有|为|是|已)?$"
    r"|(?:寿命|年龄)[^。;]{0,20}(?:提高|增长|增加|延长|推迟|提前|[大小])(?:了|到|至)?$"
)
_POPULATION = re.compile(r"(?:及|或)?以[上下]|[人老儿妇居群组患女男青少婴学的]")
_SPAN_MEANT = re.compile(
    r"(?:为期|历时|持续|工期|期限|周期|学制|平均|缩短|延长|提前|推迟|寿命|有效期"
    r"|不少于|不低于|不超过|至少|最长|最短|超过|满|徒刑|获刑|刑期|拘役|时效)[^，。;、0-9]{0,6}$"
    r"|(?:徒刑|获刑|刑期)[^，。;]{1,16}[、和]$"
)
#: What somebody is sentenced to, behind its length: 处10年以上有期徒刑.
_IS_A_PUNISHMENT = re.compile("的?(?:有期徒刑|刑期|拘役|管制)")
_SPAN_BEHIND = re.compile(
    r"以?来|前(?!往)|后|之[前后]|间|里|多来|余来|时间|行动|计划|规划|期间|[展赛会]期(?:里|间)"
)
#: How long something went on until then: 中断56小时后恢复通车.
_WENT_ON = re.compile(
    "(?:中断|停[运产电水航工机]|封(?:闭|航|控)|关闭|历时|持续|经过|历经|用时|耗时|等待?|排队|抢修|搜救|搜寻|昏迷|失联"
    "|滞留|被困|飞行|航行|行驶|手术|救治|鏖战|激战|奋战)(?:了|达|长达|近|约|超过?|逾)?$"
)
_IN_A_ROW = re.compile(r"连续$")
_IDIOM_OF_TIME = re.compile(r"两头|打[鱼渔]|两夜")
_RECENT = re.compile(
    r"(?:近|过去|未来|最近|(?<!提)前|头|(?<![延推落])后|(?<![等住用花待停排忙走干熬耗守躺坐跑])上|下|这|那|当|此前|今后)$"
)
_DEADLINE = re.compile(r"内|以内|之内")
_FROM_OR_UP_TO = re.compile("(?:及|或)?以[上下内]")
_TAKES = re.compile(r"(?:工期|为期|还需|需要?|周期|期限|历时)(?:约|为|共)?$")
_PER = re.compile(r"每[^，。;]{0,16}$")
_COUNTED_PER = frozenset("次名个家所支份台张场项人位辆户套例条节") | {"课时"}
_PLACES = frozenset(("位", "名"))
_ANNOUNCED = re.compile(r"(?:以下|如下|下列)$")
_ABSTRACT = re.compile(
    r"的?(?:重点|主要|关键|重大|基本|核心|具体|不同|突出|重要|专项|大的?|工作)?"
    "(?:方面|层面|阶段|环节|原则|任务(?!组)|工作(?![组站室者人员队日点坊群])|举措|措施|要求"
    "|维度|步骤|目标|指标(?![值])|内容|问题|不足|部分|要点"
    r"|短板|降幅|涨幅|增幅|增速|关系|特点|特征|转变|结合|坚持|统一|意识|方向|机制|理念|体系|主题|实事|大事)"
)
#: What is told of all that were just listed: 分别占22.4%和19.7%，三类合计超过七成.
_TOGETHER = re.compile("[一-鿿]{0,4}?(?:合计|合起来|加起来|相加|之和|加总)")
_ENDS_A_CLAUSE = re.compile("[，。;、]这?$")
_EVENT = re.compile(
    r"(?:决赛|预赛|半决赛|赛|跑|短跑|长跑|栏|接力|自由泳|蛙泳|蝶泳|仰泳|个人|混合|气步枪|气手枪)"
)
_IDIOM_BEHIND = re.compile(r"性|一|不变|式|体|致|面镜|连串|系列|揽子|条龙|把手|把抓|号")
#: What is before the rest of a length of time: 四年|六个月, 3分|30秒.
_LENGTH_BEFORE = re.compile(
    "[0-9一二两三四五六七八九十](?:年|个?月|[天日]|个?小时|时|分钟?)(?:零|又|加|、)?$"
)
_SECONDS_BEHIND = re.compile("[0-9]{1,2}(?:[.][0-9]{1,3})?秒")
_RESTS = frozenset(["个月", "月", "天", "日", "小时", "个小时", "分", "分钟", "秒", "秒钟"])
_REST_BEHIND = re.compile("[零又加][0-9一二两三四五六七八九十]{1,3}(?:个?月|天|日|个?小时|分|秒)")
_MONTHS_BEHIND = re.compile("[0-9一二两三四五六七八九十]{1,3}个月")
#: What a voltage only names the class of.
_OF_A_VOLTAGE = re.compile("(?:及以上)?(?:特?高压|超高压|输电|变电|配电|供电|线路|电网|直流|交流)")
#: A class of ships, power stations and the like by what one of them holds: 7万吨级泊位.
_CLASS_BEHIND = re.compile("级(?!别|以)")
_OF_A_CLASS = re.compile("的?(?:重大|重点|产业|工业)?(?:项目|企业|大户|平台|园区)")
_FROM_ON = re.compile("以上")
_HOTLINE = re.compile(
    ".{0,6}(?:热线|电话)|(?:不间断|不打烊|全天候)?(?:待命|值守|值班|备勤|开放|营业|自助|服务|在岗|轮班|轮流|监测)"
)


class Context(Struct, frozen=True):
    """A candidate, what it prints of number and unit, and the words around it."""

    candidate: Candidate
    number: str
    unit: str
    before: str
    behind: str

    @property
    def is_qualified(self) -> bool:
        """Whether a qualifying word, 余 or 多 belongs to it, or it is a range."""
        return any(
            piece.kind in {PartKind.QUALIFIER, PartKind.JOINER} for piece in self.candidate.pieces
        )

    @property
    def is_range(self) -> bool:
        """Whether two numbers give its ends."""
        return any(piece.kind is PartKind.JOINER for piece in self.candidate.pieces)

    @property
    def is_chinese(self) -> bool:
        """Whether its number is written without Arabic digits."""
        return not any(character.isascii() and character.isdigit() for character in self.number)

    @property
    def last(self) -> Piece:
        """Its last piece."""
        return self.candidate.pieces[-1]

    def last_is(self, words: re.Pattern[str]) -> bool:
        """Whether its last piece begins with such words."""
        return words.match(self.candidate.plain, self.last.start) is not None

    @property
    def is_small(self) -> bool:
        """Whether it is a plain count that a writer could list."""
        return not self.is_qualified and _is_small(self.candidate.quantity.value)


def _is_small(value: Fraction | None) -> bool:
    return value is not None and value.denominator == 1 and abs(value) <= _SMALL


def is_quantity(candidate: Candidate) -> bool:
    """Whether the words around a figure leave it a quantity."""
    if candidate.is_rank:
        return not _is_plain_ordinal(candidate)
    begin = max(0, candidate.start - _REACH)
    near = candidate.plain[begin : candidate.end + _REACH]
    return _is_quantity(near, candidate.reading, candidate.offset - begin)


def _is_plain_ordinal(candidate: Candidate) -> bool:
    """Whether a place is only told in words, without what is ranked: 排在第二, 前两名, and not
    第12位.
    """
    number = candidate.plain[candidate.start : candidate.end]
    if number.isascii():
        return False
    if candidate.plain.endswith("前", 0, candidate.start):
        return True
    is_counted = candidate.plain.startswith(("位", "名"), candidate.end)
    return candidate.plain.endswith("排在第", 0, candidate.start) and not is_counted


@lru_cache(maxsize=4096)
def _is_quantity(plain: str, reading: CandidateReading, offset: int) -> bool:
    """Whether a figure that begins at ``offset`` is a quantity; one that repeats itself with the
    words around it is judged once.
    """
    context = _context(Candidate(plain, reading, offset))
    return not any(rule(context) for rule in RULES)


def is_still_to_pass(candidate: Candidate) -> bool:
    """Whether a figure is a length of time that something takes or may take: 工期18个月, 30天内."""
    if candidate.unit not in LENGTHS_OF_TIME:
        return False
    context = _context(candidate)
    return _is_deadline(context) or _TAKES.search(context.before) is not None


def _context(candidate: Candidate) -> Context:
    plain, pieces = candidate.plain, candidate.pieces
    number = "".join(
        plain[piece.start : piece.end]
        for piece in pieces
        if piece.kind in {PartKind.NUMBER, PartKind.SCALE}
    )
    return Context(
        candidate,
        number,
        candidate.unit,
        plain[max(0, candidate.start - _REACH) : candidate.start],
        plain[candidate.end : candidate.end + _REACH],
    )


def _is_vague(context: Context) -> bool:
    """数十, 几百, 3几, 两年半: too vague, or a part of something longer."""
    vague = _VAGUE_BEFORE.search(context.before) and _HAN_SCALE.match(context.number)
    return bool(
        vague
        or (_GOES_ON.match(context.behind) and not _is_a_count(context))
        or (_BROKEN_BEHIND.match(context.behind) and not context.unit)
    )


def _is_a_count(context: Context) -> bool:
    """Whether its unit counts things, so that a number behind is another one's: 2条10千伏线路."""
    is_length = context.unit in LENGTHS_OF_TIME or _PHYSICAL.search(context.unit)
    return bool(context.unit) and not is_length


def _counts_nothing(context: Context) -> bool:
    """A number without a unit word, a scale, or words that give a value."""
    if context.unit or _is_share(context):
        return False
    has_digit = bool(re.search(r"[0-9一二两三四五六七八九十]", context.number))
    if has_digit and re.search(r"[万亿]", context.number):
        return False
    if context.is_chinese:
        return not (has_digit and context.is_qualified and re.search(r"[百千]$", context.number))
    return not _gives_a_value(context)


def _gives_a_value(context: Context) -> bool:
    """Whether an Arabic number without a unit word is somebody's value: 性别比为104.88, 10省,
    分别增加12200、23054和79349人.
    """
    if _LETTER_BEHIND.match(context.behind) or _LETTER_BEFORE.search(context.before):
        return False
    told = _VALUE_BEFORE.search(context.before) is not None
    if context.is_qualified:
        return told or not context.is_range
    if _COUNTED_AS_ONE.match(context.behind) or _LIST_GOES_ON.match(context.behind):
        return True
    if "." in context.number and _CHANGES.match(context.behind):
        return True
    return told and _ends_a_value(context.behind)


def _ends_a_value(behind: str) -> bool:
    """Whether what follows a number leaves it a value."""
    return bool(_BOUNDARY.match(behind) or _VALUE_BEHIND.match(behind))


def _is_share(context: Context) -> bool:
    """Whether it is a part of a whole: 1/3, 一半, 三成, 百分之五."""
    return bool(re.search(r"/|半|成|分之", context.number)) and not context.unit


def _is_half_a_word(context: Context) -> bool:
    """半 that is not a share: 半年, 半导体, 不满半年, 后半篇; but 过半."""
    return context.number == "半" and (
        context.before.endswith(("前", "后", "上", "下", "大", "小"))
        or _is_half_a_length(context)
        or not (context.unit or context.is_qualified)
    )


def _is_half_a_length(context: Context) -> bool:
    """半年, 半个; but 半个多小时 was measured."""
    is_before_one = re.match(r"[年个月天小日]", context.behind) is not None
    is_measured = context.is_qualified and context.unit in _SHORT_TIMES
    return is_before_one or (context.unit in LENGTHS_OF_TIME and not is_measured)


def _is_article(context: Context) -> bool:
    """一个, 一批 without a qualifier, where 一 is not a count."""
    if context.number != "一" or context.is_qualified:
        return False
    return bool(_IDIOM_BEHIND.match(context.behind)) or _is_no_measure(context)


def _is_no_measure(context: Context) -> bool:
    """Whether nothing is counted for each of its unit, nor measured by it."""
    if context.unit in _COUNTED_PER:
        return not _PER.search(context.before)
    return not _PHYSICAL.search(context.unit)


def _is_idiom(context: Context) -> bool:
    """十分, 三方, 两口: Chinese numerals before words that are also units."""
    return context.is_chinese and context.unit in _WORDS_LIKE_UNITS and context.is_small


def _is_bare_scale(context: Context) -> bool:
    """百, 千, 万 without a qualifier, or of a class: 千元药, 万户, 亿元以上项目."""
    if context.is_qualified and not _is_of_a_class(context):
        return False
    return not re.search(r"[0-9一二两三四五六七八九十半〇零]|分之", context.number)


def _is_of_a_class(context: Context) -> bool:
    """亿元以上项目."""
    return context.last_is(_FROM_ON) and _OF_A_CLASS.match(context.behind) is not None


def _defines_a_population(context: Context) -> bool:
    """65岁及以上, 0~6岁, 1.2米以下儿童."""
    if context.unit in _HEIGHTS:
        return context.behind.startswith("儿童")
    return context.unit in _AGES and _are_of_an_age(context)


def _are_of_an_age(context: Context) -> bool:
    """Whether an age says who is meant, and not how old somebody is."""
    return bool(_POPULATION.match(context.behind)) or not _AGE_MEANT.search(context.before)


def _is_span(context: Context) -> bool:
    """15年来, 近两年, 三年行动: a length of time that tells when."""
    if context.unit not in LENGTHS_OF_TIME:
        return False
    if _tells_when(context) or _is_of_a_holiday(context):
        return True
    if context.unit in _LONG_TIMES:
        return not _is_meant_as_a_length(context)
    is_one = context.number in {"一", "半"} and not context.is_qualified
    return is_one and not _SPAN_MEANT.search(context.before)


def _tells_when(context: Context) -> bool:
    """Whether the words beside a length of time say that it tells when: 15年来, 近两年."""
    if _IN_A_ROW.search(context.before) or _IDIOM_OF_TIME.match(context.behind):
        return True
    if context.unit == "天" and context.behind.startswith("里"):
        return False
    if context.behind.startswith("后") and _WENT_ON.search(context.before):
        return False
    if _SPAN_BEHIND.match(context.behind):
        return True
    if _RECENT.search(context.before) is None or _is_deadline(context):
        return False
    return not (context.before.endswith("前") and _is_a_bound(context))


def _is_a_bound(context: Context) -> bool:
    """Whether words behind a length of time make it a bound: 开车前8天以上."""
    return _ends_with(context, _FROM_OR_UP_TO)


def _ends_with(context: Context, qualifier: re.Pattern[str]) -> bool:
    """Whether the last piece of a candidate is such a qualifier."""
    is_qualified = context.last.kind is PartKind.QUALIFIER
    return is_qualified and context.last_is(qualifier)


def _is_of_a_holiday(context: Context) -> bool:
    """Whether days are those of a holiday: 春节假期8天."""
    if context.unit != "天":
        return False
    return bool(_HOLIDAY_BEFORE.search(context.before) or _HOLIDAY_BEHIND.match(context.behind))


def _is_meant_as_a_length(context: Context) -> bool:
    """Whether a long time is measured, or to be kept to."""
    if "." in context.number or _is_day_of_deadline(context):
        return True
    if _IS_A_PUNISHMENT.match(context.behind):
        return True
    return _SPAN_MEANT.search(context.before + _qualifiers(context)) is not None


def _is_day_of_deadline(context: Context) -> bool:
    return context.unit == "日" and _is_deadline(context)


def _is_deadline(context: Context) -> bool:
    """90天内."""
    return _ends_with(context, _DEADLINE)


def _qualifiers(context: Context) -> str:
    first = context.candidate.pieces[0]
    return context.candidate.text(first) if first.kind is PartKind.QUALIFIER else ""


def _counts_listed_things(context: Context) -> bool:
    """四个方面, 5项重点任务, 以下三项, 前三位, ，三类合计: the writer's own list."""
    if not context.is_small:
        return False
    if context.unit in _PLACES and context.before.endswith("前"):
        return True
    is_told_together = _TOGETHER.match(context.behind) and _ENDS_A_CLAUSE.search(context.before)
    return context.unit in _LISTED and bool(
        is_told_together or _ABSTRACT.match(context.behind) or _ANNOUNCED.search(context.before)
    )


def _names_something(context: Context) -> bool:
    """24小时热线, 100米决赛, 10千伏线路, 7万吨级泊位."""
    is_event = _EVENT.match(context.behind) or context.before.endswith(("男子", "女子"))
    if context.unit == "米" and is_event:
        return True
    if _PHYSICAL.search(context.unit) and _CLASS_BEHIND.match(context.behind):
        return True
    if context.unit in {"伏", "千伏"} and _OF_A_VOLTAGE.match(context.behind):
        return True
    return (
        context.candidate.quantity.value == Fraction(24)
        and context.unit == "小时"
        and bool(_HOTLINE.match(context.behind))
    )


def _is_part_of_a_length(context: Context) -> bool:
    """四年六个月, 3分30秒, 六个月零五天: a part of a length of time, which is none by itself."""
    if context.unit in LENGTHS_OF_TIME and _REST_BEHIND.match(context.behind):
        return True
    if context.unit == "分" and _SECONDS_BEHIND.match(context.behind):
        return True
    if context.unit == "年" and _MONTHS_BEHIND.match(context.behind):
        return True
    return context.unit in _RESTS and _LENGTH_BEFORE.search(context.before) is not None


#: Each says for what reason a figure is not a quantity.
RULES: tuple[Callable[[Context], bool], ...] = (
    _is_vague,
    _is_half_a_word,
    _counts_nothing,
    _is_bare_scale,
    _is_article,
    _is_idiom,
    _defines_a_population,
    _is_span,
    _is_part_of_a_length,
    _counts_listed_things,
    _names_something,
)
