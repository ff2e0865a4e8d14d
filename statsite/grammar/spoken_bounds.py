"""Bounds that are said in words of everyday speech, which the grammar does not read: 500元顶天了,
3小时有零, 怎么也有300人, 尚差一步到3亿元.

Such words are made anew every day, but of few characters: a clause that ends in nothing but those
behind a figure bounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import TIME_UNITS, FigureShape
from statsite.grammar.lexicon import COMPARED_WITH, HAN_DIGITS, NUMBER, SCALES
from statsite.grammar.patterns import (
    BothSides,
    any_of,
    both_sides,
    compiled,
    ends_behind,
    starts_before,
    starts_of_pairs,
)

_ENDS = r"(?=$|[，。;!?、:)”’…])"
_NO_NUMERAL = rf"[^，。;!?:0-9{HAN_DIGITS}{SCALES}]"
#: The characters of which such a tail is made, and those that alone make none.
_OF_DEGREE = (
    "零半冒头尖朝上下向往多少还带拐弯挂点儿左右近落顶天破只不止出打起有奇之谱算说许差截悬封足"
    "余剩靠边晃荡来些个高低里住见底大小未没及至内外"
)
_OF_SPEECH = "都也就已了的吧呢啊得是"
_TAIL = re.compile(
    rf"(?![了的来天]{{1,3}}{_ENDS}|[{_OF_SPEECH}]+{_ENDS}|[上下出起]?[来天]了?{_ENDS}"
    rf"|[上下]?天{_ENDS}|截?止{_ENDS})"
    rf"(?:恐怕|大概|估计|怕是|可能)?[{_OF_DEGREE}{_OF_SPEECH}]{{2,8}}{_ENDS}"
)
_VERDICTS = (
    "绰绰有余", "绰有余裕", "有富余", "还富余", "一步之遥", "咫尺之遥", "只差一步", "只差临门一脚",
    "至多", "最多", "至少", "最少", "顶多", "起码", "相去甚远", "相差甚远", "差得远", "差距不小",
    "够呛", "没戏", "有点悬", "还差一截", "差一截", "差一点", "差一口气", "打问号", "难说", "难料",
    "不在话下", "只多不少", "只少不多", "有找", "之谱", "顶笼", "实际更多", "实际更少", "实际更高",
    "实际更低", "实际不止", "甚至更多", "甚至更高", "到顶", "打住",
)  # fmt: skip
_VERDICT = re.compile(
    rf"，?[都也还]?(?:{any_of(_VERDICTS)})了?{_ENDS}"
    rf"|(?:[都也还尚犹仍][不未没]|[不未没][大太怎])[大太]?[到足够及至满]{_ENDS}|[不没]够{_ENDS}"
    rf"|(?:—{{1,2}}|-{{1,2}}|，)?[这此]?[是为乃](?:上限|下限|底线|底数|封顶|天花板|最高限额){_ENDS}"
    f"|[都也就][够用花要费装坐撑]不[了着到完住下]|[都也]嫌[多少高低]|[都也]?(?:够不着|够不上|摸不着)"
    r"|带(?:拐弯|零头|冒头)|之[巨多众][，、]?(?:甚至|乃至)?还?(?:不止|有余)"
    rf"|[，、]?(?:甚至|乃至|实际上?|恐怕|可能|只怕){{1,2}}(?:还|更|要|会|是)*[多少高低大小长短久快慢贵远重](?:一?[些点])?{_ENDS}"
    rf"|[，、]?[还更](?:要|会|得)更?[多少高低大小长短久快慢贵远重](?:一?[些点])?{_ENDS}"
    rf"|，?(?:其实|实际上?|事实上|那|这|看来|看样子|想必|恐怕|怕是|肯定|绝对|根本|[可还都也就得要远]){{0,4}}"
    rf"(?:打不住|挡不住|不止|往[下上][数算加减]|打[些个]?折扣|缩水|差得?[着远]|差一截|不到|夸大|没[那这]么多)(?:一?大?截|[呢着了的])?{_ENDS}"
    rf"|(?:还|才|仅)?只?是个?(?:开头|零头|起步){_ENDS}"
)
#: What is taken from a number or lacks to it: 3小时差5分, 500人欠3人, 50人中除2人外.
_LESS = re.compile(
    rf"[，、]?(?:[还尚仍只]?[差欠缺](?!一[点些步截线])|短(?!于)|减去?|扣除?|抵扣|刨去|[中里]?除去?)(?:了|着|掉)?{NUMBER}"
)
#: What a number goes on with: 1860台又37台.
_AND_MORE = re.compile(f"又{NUMBER}")
_LESS_OF_TWO = re.compile(rf"[多少]{NUMBER}")
_COMPARED = re.compile(COMPARED_WITH)
_DOUBTING = (
    "未必", "不见得", "不一定", "怎么也", "怎么着也", "怎么说也", "再怎么", "无论如何也", "顶破天",
    "撑破天", "撑死", "顶天", "最大也", "最多也", "也就能", "也就有", "也就够", "充其量", "够呛",
    "悬乎", "至不济", "差不离", "约莫", "大抵", "满打满算", "往多里", "往少里", "最高也", "最低也",
    "少不了", "不下", "没有不", "就算不到", "险守", "毋须达", "无须达",
    "不必达", "再多也", "再少", "最少也", "保守讲", "保守说", "保守估", "保守地",
)  # fmt: skip
#: What bounds the next clause as well: 满打满算，护林员也就60人.
_IN_ALL = (
    "满打满算",
    "充其量",
    "撑死",
    "顶天了",
    "往多里说",
    "往少里说",
    "少说",
    "往多了说",
    "往少了说",
)
_NEARLY = (
    "眼看就要", "眼看要", "眼看着", "眼瞅着", "眼瞅着要", "眼见着", "眼见要", "就要", "快要",
    "马上要", "马上就", "差一点", "差一步", "即将要", "差点",
)  # fmt: skip
# Verbs by which one sum is held against another. Of people and teams they tell who was beaten.
_RIVALS = (
    "逊于", "不逊", "不逊于", "略逊", "稍逊", "稍逊于", "略逊于", "逊色于", "不逊色于", "赶超",
    "追平", "力压", "压过", "盖过", "胜过", "远胜", "完胜", "略胜", "比肩", "媲美", "匹敌", "齐平",
    "看齐", "仅次于", "次于", "不敌", "不如", "不比", "不输", "不输给", "不让", "低过", "高过",
    "大过", "甩开", "碾压", "跑赢", "跑输", "赶上", "追上", "反超", "堪比", "直追", "紧追", "逼平",
    "好过", "强过", "差过",
)  # fmt: skip
_BEFORE = compiled(
    rf"(?:{any_of(_DOUBTING)}){_NO_NUMERAL}{{0,8}}$",
    rf"(?:{any_of(_NEARLY)})(?:有|到|达到?|满|够|突破|破|超过?|逼近|摸到|迈进|冲上)?$",
    rf"(?:[尚还仅只]差|[尚还]欠|[尚还]缺){_NO_NUMERAL}{{0,6}}[到达够满]$",
    rf"[差欠缺剩]{NUMBER}{_NO_NUMERAL}{{0,6}}，?[就便才即](?!是(?!$)|[此地业近]){_NO_NUMERAL}{{1,5}}$",
    rf"再{_NO_NUMERAL}{{1,3}}{NUMBER}{_NO_NUMERAL}{{0,6}}，?[就便才即](?!是(?!$)|[此地业近]){_NO_NUMERAL}{{1,4}}$",
    rf"(?:{any_of(_IN_ALL)})[^，。;!?:0-9]{{0,4}}，[^，。;!?:0-9]{{0,14}}$",
    r"(?<![最加更较很飞赶尽轻愉凉爽痛明变增跑走太偏过够])快(?:要|到|有|满|达)$",
    r"[短长少多高低快慢轻重贵贱大小远近早晚厚薄宽窄]则(?:为|是|要|需|有|仅)?$",
    rf"{NUMBER}{_NO_NUMERAL}{{1,3}}又$",
    r"跌[出落下]$",
    r"至[高低多少大小]$",
    r"(?<!有)限在$",
    r"(?<![评低高])估(?:摸着?|算着)$",
)
_BEFORE_A_SUM = compiled(
    rf"(?:{any_of(_RIVALS)})(?:了|过|于)?(?:去年|上年|往年|同期|此前|当年|原来)?的?$",
)
_HALF = re.compile("(?<![扩缩最变减增])[大小]$")  # 小一半
_COUNTED = frozenset(
    {"分", "名", "人", "位", "支", "家", "个", "国", "队", "项", "只", "所", "座", "款"}
)
#: What one end of what there is has: 少的30家，多的90家. Of the least and the most it is no bound.
_ONE_END = "(?<!最)[短长少多高低快慢轻重贵贱大小远近早晚](?:的|者)"
_ON_BOTH_SIDES = both_sides(
    (r"快$", rf"{_NO_NUMERAL}{{0,4}}了{_ENDS}"),
    (r"被$", "挡在|拒[之于]"),
    (
        r"以$",
        "为(?:天花板|地板|[上下]?限|底线?|顶|门槛|红线|起点|界|封顶|保底|最高|最低|目标|警戒线)",
    ),
    (r"[没无]$", "咁多|那么多|这么多"),
    (r"[于在守至到]$", f"(?:楼上|楼下){_ENDS}"),
    (r"[离距](?:离)?$", r"(?:还|仍|尚|都)?[差相]?(?:[远早](?:着|得很|得多)|有(?:不小的?)?[距差])"),
    (r"围[着绕]$", r"(?:左右|上下|关口|一线)?(?:打转|转|徘徊|波动|摇摆)"),
    (r"望$", r"而(?:不|未|难)"),
    (r"[于在]$", r"(?:关口|大关|门槛|整数关)(?:之?前|外)|(?:之?前|门外|面前)(?:止步|折返|受阻)"),
    (r"凑(?:个|够|足|齐)?$", r"[都也](?:费劲|费力|难|勉强|吃力|悬)"),
    (
        rf"{_ONE_END}(?:为|是|有|仅|只有|达)?$",
        rf"{_NO_NUMERAL}{{0,4}}[、，]?{_NO_NUMERAL}{{0,4}}{_ONE_END}",
    ),
    (
        (
            rf"{_ONE_END}{_NO_NUMERAL}{{0,3}}{NUMBER}{_NO_NUMERAL}{{0,8}}[，、]{_NO_NUMERAL}{{0,4}}{_ONE_END}"
            rf"{_NO_NUMERAL}{{0,2}}$"
        ),
        "",
    ),
    (r"能有$", r"[，、]?就(?:不错|谢天谢地|偷着乐|烧高香|阿弥陀佛|算好|知足)"),
    (r"最低(?:只[需要])?$", r"(?:即可|就能|就可|便[可能]|方可|才能|起)"),
    (
        r"(?<![降提增升减缩扩延变加调放走拉压拔推])[低少小短近下]至$",
        rf"{_NO_NUMERAL}{{0,6}}[、，]?{_NO_NUMERAL}{{0,4}}[高多大长远上]至",
    ),
    (
        rf"[低少小短近下]至{NUMBER}{_NO_NUMERAL}{{1,6}}[、，]?{_NO_NUMERAL}{{0,4}}[高多大长远上]至$",
        "",
    ),
)
#: A figure that another one is compared with, and by how much more that is: 比7月份的146例多了一倍.
_COMPARED_WITH_IT = re.compile(
    rf"{COMPARED_WITH.removesuffix('$')}[^，。;!?比较]{{1,12}}的{NUMBER}{_NO_NUMERAL}{{1,4}}$"
)
_MORE_THAN_IT = re.compile("多(?:了|出|得多|不少|[很许]多|一?些|一[半倍成]|近)")
_FASTER = frozenset({*TIME_UNITS.split("|"), "分", "倍", "个百分点", "%", "成"})


def is_exceeded(before: str, figure: str, behind: str, shape: FigureShape) -> bool:
    """Whether the words ``behind`` a figure say how much more another one is than that: no 多 of
    its own, as there may be behind times and multiples (3年多, 3倍多).
    """
    if shape.measure in _FASTER or not _MORE_THAN_IT.match(behind):
        return False
    return _COMPARED_WITH_IT.search(before + figure) is not None


def is_spoken_bound(words: str) -> bool:
    """Whether ``words`` behind a figure, up to the end of its clause, bound it: 冒头, 只多不少."""
    found = _TAIL.fullmatch(words) or _VERDICT.fullmatch(words)
    return found is not None


def spoken_before(before: str, shape: FigureShape, behind: str) -> Iterator[int]:
    """Where in ``before`` words begin that bound or doubt the number behind them."""
    if not shape.begins_with_number:
        return
    yield from starts_before(_patterns(shape), before)
    yield from starts_of_pairs(_pairs(shape), before, behind)


def spoken_behind(plain: str, end: int, shape: FigureShape, before: str) -> Iterator[int]:
    """Where words end that bound or doubt the figure which ends at ``end`` and has ``before``
    before it.
    """
    if shape.is_qualified_behind:
        return
    yield from ends_behind((_TAIL, _VERDICT, _LESS, _AND_MORE), plain, end)
    if _COMPARED.search(before):
        yield from ends_behind([_LESS_OF_TWO], plain, end)


def _patterns(shape: FigureShape) -> Iterator[re.Pattern[str]]:
    yield from _BEFORE
    if shape.is_relative and not shape.measure:
        yield _HALF
    if shape.has_scale or shape.measure not in _COUNTED:
        yield from _BEFORE_A_SUM


def _pairs(shape: FigureShape) -> Iterator[BothSides]:
    nearly, *others = _ON_BOTH_SIDES
    if shape.measure not in _FASTER:
        yield nearly
    yield from others
