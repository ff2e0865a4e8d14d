"""What comes before a figure in a text and could belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from statsite.grammar.change_levels import is_level_of_a_change
from statsite.grammar.figure_shape import (
    EACH,
    SMALLER_UNITS,
    TIME_UNITS,
    FigureShape,
    is_couple,
    is_next_step,
)
from statsite.grammar.lexicon import (
    COMPARED_WITH,
    HAN_DIGITS,
    NUMBER,
    NUMERAL,
    PLANS,
    RARE_NUMERALS,
    SCALES,
)
from statsite.grammar.negation import LIMITS, denials_before
from statsite.grammar.numerals import NO_MINUS_BEHIND
from statsite.grammar.parted_words import parted_before
from statsite.grammar.parts_of_words import ends_another_word
from statsite.grammar.passed_numbers import passed_before
from statsite.grammar.patterns import (
    BothSides,
    any_of,
    both_sides,
    compiled,
    starts_before,
    starts_of_pairs,
)
from statsite.grammar.qualifiers import (
    ADVERBS,
    BEGINS_A_WORD,
    PARTICLES,
    QUALIFIERS_BEFORE,
    WORD,
    saying,
)
from statsite.quantity import Relation

#: How far before a figure are the words that may qualify it or turn it round, in characters.
REACH = 64
#: How much of what follows a figure is looked at together with what comes before it.
_SEEN_BEHIND = 16

_ABOUT = saying(Relation.ABOUT, without=("≈",))
_NEAR = saying(Relation.JUST_UNDER, without=("近",))
_NO_WORD_OF_ABOUT = "谈定束请见会法稿翰旦车的"

_BROKEN_NUMBERS = compiled(
    r"\d[ \n]$|[0-9][ \n]?[.,·・‧•'’][ \n\t]?$",  # 3 1031万
    r"[0-9][.…]{0,3}$",
    # 3点5, but 早上8点
    (
        f"[{HAN_DIGITS}十百千万][·・‧•.点]$|(?<![午上间晨晚早夜天日])"
        "(?<![午上间晨晚早夜天日][0-9])[0-9]点$"
    ),
    rf"[{HAN_DIGITS}十百千万]点儿$|[{SCALES}][多余]$",
    r"[0-9][?�]$|[0-9]一$",  # a lost character; 一 for a dash
    r"(?:(?<![A-Za-z])|(?<=[0-9]))[lIOoS][.,]?$",  # a letter read for a digit
    r"&[A-Za-z]{2,8};$",
    r"[0-9.,][\[〔【][0-9*a-z]{1,3}[\]〕】]$",  # 1[2]580: a note's mark within the number
    r"[0-9][→⇒]$",  # 5→8人
    rf"丨$|[{HAN_DIGITS}0-9][干卜士白]$",  # misread 1, 千, 十, 百
    rf"[{SCALES}][有单]$|[仨俩]$",  # 二十有三, 一百单八, 仨百
    "[0-9][注註]$",  # 128注1: a note's mark before the unit word
    r"(?<![0-9第.])(?<![0-9]:)[0-9]{1,3}，$",  # 12，5 read for 12.5
)
_LABEL = re.compile(r"(?:表|图|附件|附录|[附备]?注|问|例)[0-9]{1,2}[ \n:]?$")
#: What a number labels, and a figure whose first group is that number: 图3 350人.
_LABELLED = re.compile("(?:[表图例问第]|附件|附录|(?<![关专投倾])注)$")
_GROUPS = re.compile("[0-9]{1,2} [0-9]")
_SIGNS = compiled(
    rf"{NUMERAL}[%‰]?——$|(?<!—)—$|[为是达至到]——$",  # one dash may be a minus
    rf"(?<![{NO_MINUS_BEHIND}])负$|(?:零下的?|负[增成]长|负的|冰点以?下)(?:摄氏|华氏)?$|(?:零下|负)\)$",
    r"(?:负增长|为负|转负)，(?:同比|环比)?(?:增速|增幅|增长率)?[为达是]?$",
)
_NO_VERB = (
    "(?<![增升降提减扩跌涨缩延回倍点加调伸移推压拓续展迁爬攀滑挪改])(?<!提高|降低|延长|缩短|扩大|减少|缩小|调整"
    "|放宽|扩军|扩编|扩容|降温|升温|加快|放缓|改善|压减|压缩|优化|提前|推迟|收窄|恢复)"
)
_RANGES = compiled(
    rf"{NUMERAL}[%‰]?[多余]?(?:\([^)]{{1,8}}\))?(?:至|到)$",
    (
        r"(?:以[上下内]|左右|上下)(?:\([^)]{1,8}\))?(?:至|到|—|~)$"
        "|介[乎于][^，。;!?:]{1,12}[和与、至到]$"
    ),
    (
        rf"{NUMERAL}(?![年月日])(?:(?![0-9]){WORD}|/){{1,5}}(?:\([^)]{{1,8}}\))?(?:——|—|~"
        f"|{_NO_VERB}至)(?:每{WORD})?$"
    ),
    rf"{NUMERAL}(?:{TIME_UNITS})(?:\([^)]{{1,8}}\))?[至到]$",
    rf"{NUMERAL}[^\W\d_]{{0,2}}或者?$|(?:少则|多则)$",
)
#: What a share is told of in speech, and no number of things that were counted.
_ROUND_BASE = f"(?<![0-9.{HAN_DIGITS}{SCALES}每])(?:一?[十百千万]|10+)"
_PARTS = compiled(
    rf"分之$|{NUMERAL}/$|[0-9][×xX*^]$|[0-9][eE][+-]?$|[0-9][:比]$",
    rf"{NUMERAL}(?:{WORD}?[加减]|[排行列层]?乘)$|上下浮动$|[把多半][年月天周][又零]$",
    rf"翻了?$|每隔?$|[0-9{HAN_DIGITS}十百千万亿]又$",
    # a part of so many: 十户里有八户, 三个人里就有一个
    rf"(?:{_ROUND_BASE}{WORD}{{1,2}}(?:里|中|当中)[头面]?|{NUMERAL}{WORD}{{1,2}}(?:里|中|当中)[头面]?[就便])[约近]?有$",
)
_QUALIFYING = compiled(
    rf"(?:{_ABOUT})(?:(?![{_NO_WORD_OF_ABOUT}]){WORD}){{0,4}}$",
    rf"(?:{any_of(QUALIFIERS_BEFORE)}):?$",
    (
        rf"(?:{_NEAR}|{LIMITS})(?:{any_of(PARTICLES)})?(?:\([^)]{{0,8}}\))?(?:人民币"
        f"|每{WORD}{{1,2}}|连续|累计|合计|总计|共)?$"
    ),
    (
        f"(?:{any_of(ADVERBS)})(?![的时])(?:每[0-9一二两三]{{1,2}}[年月周天日]"
        f"|[^，。;!?:0-9一二两三四五六七八九十百千万亿]){{0,20}}$"
    ),
    (
        "(?:[长短好快慢优晚早迟大小高低多少强弱厚薄宽窄重轻深浅陡矮老新旧密稀粗细]于|多过|何止"
        "|岂止|不只|至迟|(?:充其量|撑死|少说|满打满算)[也就才了得有只]{0,3}|大体|濒临|几[达近])$"
    ),
    r"粗略(?:估[计算]|测算|统计)[^。;!?]{0,12}$|[百千万]儿$|(?:^|[，。;!?:了有挣花赚卖达入])小$",
    "不上$|(?:[几将迫逼垂][近及至]|不外乎?)$|(?:名列|位列|排名|排在|排行|排列|倒数)$",
    # for all that a colon leads to: 均超过:甲35%，乙40%
    rf"(?:{LIMITS}|{_ABOUT}|{_NEAR}|(?<![附最就临靠邻])近|{any_of(ADVERBS)}|[上下]限|(?<!不)限额|估算|概数|估计)[)”]?:[^。;!?]{{0,40}}$",
    rf"(?:{LIMITS}|{_ABOUT}|{_NEAR}|{any_of(ADVERBS)}){NUMBER}人?(?:死亡?|受?伤|失踪|遇难)$",
    (
        "(?:跨越|逾越|超越|跃上|登上|站上|站稳|跌[破穿]|失守|击穿|[冲击首升涨]破|跨[入进]"
        f"|迈[入进上]|[跑游滑骑划]进)了?(?:每{WORD}{{1,3}})?$"
    ),
    r"(?:[上下]限为?|[限仅只]限|(?:封顶|保底|托底|兜底)线?为?|(?<![期权年时局界极有无上下额汛])限)$",
    (
        "最[高长低大短快迟晚早](?!额度|限额|[一-鿿]{0,6}标准|工资|价格|气温|温度|分数|纪录|贷款额)[^，。;!?0-9]{0,6}(?:可(?!能)"
        "|给予|补贴|奖励|补助|资助|支付|报销|限|不|期限|每|发放|贷|办)[^，。;!?0-9]{0,6}$"
        "|最[快迟早晚]$"
    ),
    r"(?:年|已|(?<![圆饱充丰美客注打坐站装载铺住挤堆塞排订占停填]))满$",
    rf"第[0-9{HAN_DIGITS}{SCALES}]+[、和及与]$",
)
#: Before a level of prices or sums that is reached or held: 守住3000点, 跻身2万亿元俱乐部.
_AT_A_LEVEL = compiled(
    "(?:上看|看涨到|叩关|企[于稳]|守[住稳]|险守|坚守|[重站][回返上]|收复|直[奔逼指]|冲击|连跨|再上|跻身"
    f"|临近|靠近|贴近|挨近|越[过出])了?(?:每{WORD}{{1,3}})?$"
)
_BEFORE_NUMBER = (*_BROKEN_NUMBERS, *_SIGNS, *_PARTS, *_QUALIFYING)
# Before a share or a multiple: 不足全国的1/3, 不得低于本条例第三十二条规定标准的80%,
# 约占全省总量三成.
_OF_A_WHOLE = compiled(
    rf"(?:{NUMERAL}[%‰成]|分之{NUMERAL}+|一半)(?:当?中|之中|里)?的$",  # 30%的60%
    rf"(?>{_ABOUT}|{_NEAR}|{LIMITS})(?!{NUMERAL}|[意为额]|{BEGINS_A_WORD})(?:[^，。;!?的]{{0,30}}的){{1,2}}$",
    (
        f"(?>{_ABOUT}|{_NEAR}|{LIMITS})(?:[0-9]{{4}}年|一年期|一个月"
        f"|第)(?:[^，。;!?的]{{0,30}}的)?{WORD}{{0,4}}$"
    ),
    rf"(?>{LIMITS})(?!{NUMERAL}|[意为额]|{BEGINS_A_WORD})[^，。;!?的]{{1,30}}[率额数量价资线值]$",
    rf"(?>{_ABOUT})(?![{_NO_WORD_OF_ABOUT}])[^，。;!?:0-9{HAN_DIGITS}]{{0,12}}$",
)
_BEFORE_QUALIFIED_BEHIND = compiled(rf"{NUMERAL}[^，。;、]{{0,4}}以上[、至到且但并]?$")

#: Words that end in a numeral and are none.
_ENDS_IN_A_NUMERAL = (
    "[统唯同单之其专合归划均逐不]一|(?:星期|周|礼拜|初)[一二三四五六七八九十]"
    f"|十[{PLANS}]五|千方百|成千上|老百|[清归]零|每[0-9]{{0,4}}[十百千万]{{1,2}}"
)
_WORD_WITH_NUMERAL = re.compile(f"(?:{_ENDS_IN_A_NUMERAL}|第[一二三四五六七八九十]{{1,3}})$")
#: The same before Arabic digits, with classes of schools, festivals and what anybody is called.
_WORD_BEFORE_DIGITS = re.compile(
    f"(?:{_ENDS_IN_A_NUMERAL}|[高初大小研][一二三四五六]|双十[一二]|[任万]一|茶几"
    "|[张李王赵孙周吴郑][一二三四五六七八九])$"
)
_LIST_NUMBER = re.compile("[①-⑳⑴-⒇㈠-㈩❶-❿➀-➓㉑-㉟㊀-㊉]$|(?:^|[，。;:\t\v])[⒈-⒛]$")
#: 12③, for 123 that was read wrongly.
_WITHIN_A_NUMBER = re.compile("[0-9].$")
#: The number of a formula or a name: CO₂.
_SUBSCRIPT = re.compile("[A-Za-z][₀-₉]+$")
#: A number and a wide gap or a full-width comma: three digits after it may be its last group.
_GROUP = re.compile(r"[0-9]{3}[^0-9]?")
_ROW_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,3}\v$")
_SPLIT_ROW_BEFORE = re.compile(r"[0-9][ \n][0-9]{3}\v$")
_GROUP_BEFORE = re.compile(r"(?<![0-9第])(?<![0-9]:)[0-9]{1,3}(?:\t|[ \n]?，[ \n\t]?)$")
#: 几十, 数百, 成千.
_VAGUE_BEFORE = re.compile(r"(?:[几数]|数以|(?<![建完达形组变落合])成)$")
#: 四、五百: two numbers that stand for one vague one.
_COUPLE_BEFORE = re.compile(rf"(?<![{HAN_DIGITS}{SCALES}第])[{HAN_DIGITS}]、$")
_DIGIT_BEFORE = re.compile(r"(?<![0-9.])([1-9])、$")
#: A digit before a mark, and the next digit, alone or of tens or hundreds: 5、60, 二十七、八.
_STEP_BEFORE = re.compile(rf"(?:(?<![0-9.第])[1-9]|[{HAN_DIGITS}])[、,]$")
#: 小 before a round number: just under it (小五十人).
_NEARLY = re.compile(f"(?<![大中最较缩减弱幼家从矮微狭细渺胆附完校{HAN_DIGITS}十])小$")
_ROUND = re.compile(f"[{HAN_DIGITS}]?[十百千万]")
_HALF_A_TIME = frozenset("上下前后大小多老")
#: By how much a time is moved: 提前半小时.
_SHIFTED = ("提前", "推后", "延后", "错后")
_TIME = frozenset(TIME_UNITS.split("|"))
_LEVELS = ("元", "点", "%", "关")
_ACCOUNTED = ("元", "%")
#: What comes before and after a number: 比5%略低, 3家、5家不等.
_ON_BOTH_SIDES = both_sides(
    (
        COMPARED_WITH,
        (
            "(?:还要?|要|更|略|稍|再)?为?[高低多少大小快慢长短](?:一[些点]|得多"
            f"|些)?(?!出?了?(?:{NUMERAL}|[近约超]))"
        ),
    ),
    (r"[、至到~或—-]$", "不等"),
    (r"(?:离|距离?)$", rf"(?:的{WORD}{{1,4}})?[只仅还尚]?(?:差|有|剩|一步)"),
    ("连$", "[都也].{0,3}[不没]"),
    ("第$", "[之以]?[后外]|开外"),
    ("平均$", "[中里]头?[就便约]?有"),
    ("介[乎于]$", "[和与至到]|、[0-9]"),
)
_LONGEST_UNIT = 4
_SIDE_OF_A_LIMIT = re.compile(r"(?:以[上下内])?\((?:不?含|不?包[含括])$")
#: Brackets around a sum: an accountant's minus, and one with its unit behind it.
_IN_BRACKETS = both_sides(
    (r"(?:^|[\t\v\n :为])\($", r"\)"),
    (r"\($", r"\)(?:[百千万亿]*元|%)"),
)
_BEFORE_A_TERM = both_sides(
    (r"(?:应当?|[必]?须|需要?|提前|至少|至迟)[^，。;!?:]{0,20}$", r"[之以]?前"),
)


def doubt_before(plain: str, start: int, end: int, shape: FigureShape) -> int:
    """Where what comes before a figure and could belong to it begins; ``start`` where
    nothing does.
    """
    offset = max(0, start - REACH)
    before = plain[offset:start]
    if not before:
        return start
    if shape.begins_with_number and _belongs_to_number(before, plain, start, end, shape):
        return start - 1
    behind = plain[end : end + _SEEN_BEHIND]
    places = (offset + place for place in _doubtful(before, plain[start:end], shape, behind))
    doubted = [place for place in places if not ends_another_word(plain, place)]
    return start if _is_labelled(before, start, doubted) else min(doubted, default=start)


def _is_labelled(before: str, start: int, doubted: list[int]) -> bool:
    """Whether the number right before a figure only labels a table or a note: 表2."""
    return _LABEL.search(before) is not None and max(doubted, default=0) >= start - 2


def _belongs_to_number(before: str, plain: str, start: int, end: int, shape: FigureShape) -> bool:
    """Whether the character before a figure belongs to its number, or makes it none."""
    is_bare = not (shape.unit or shape.has_scale)
    figure = plain[start:end]
    return (
        _is_numeral(before, plain[start : start + 4], is_bare=is_bare)
        or _is_repeated(before, figure)
        or bool(_LABELLED.search(before) and _GROUPS.match(figure))
        or _is_second_of_a_pair(before, figure, shape.unit)
        or bool(_NEARLY.search(before) and _ROUND.match(figure))
        or _closes_a_word(before, figure)
    )


def _doubtful(before: str, figure: str, shape: FigureShape, behind: str) -> Iterator[int]:
    """Where in ``before`` each thing begins that could belong to the figure."""
    yield from starts_before(_patterns(before, shape, behind), before)
    yield from starts_of_pairs(_pairs(shape), before, behind)
    yield from denials_before(before, figure, shape, behind)
    yield from parted_before(before, figure, shape, behind)
    yield from passed_before(before, shape)


def _patterns(before: str, shape: FigureShape, behind: str) -> Iterator[re.Pattern[str]]:
    if shape.is_qualified_behind:
        yield from _BEFORE_QUALIFIED_BEHIND
    if not shape.begins_with_number:
        yield _first_of_a_range(shape.measure)
        return
    yield from _BEFORE_NUMBER
    if not is_level_of_a_change(before, shape.measure):
        yield from _RANGES
    yield from _unit_patterns(shape.unit, shape.measure)
    if shape.is_relative:
        yield from _OF_A_WHOLE
    if shape.has_scale or (shape.unit or behind[:1]).endswith(_LEVELS):
        yield from _AT_A_LEVEL


def _pairs(shape: FigureShape) -> Iterator[BothSides]:
    """What counts only where both sides of a figure show it."""
    if shape.begins_with_number:
        yield from _ON_BOTH_SIDES
        yield from _pairs_around_unit(shape.unit)


def _pairs_around_unit(unit: str) -> Iterator[BothSides]:
    """What both sides of a number show where it has such a unit word."""
    if not unit or unit.endswith(_ACCOUNTED):
        yield from _IN_BRACKETS
    if unit in _TIME:
        yield from _BEFORE_A_TERM


@lru_cache(maxsize=512)
def _unit_patterns(unit: str, measure: str) -> tuple[re.Pattern[str], ...]:
    """What could belong to a figure because of its unit: a list's common qualifier, the same unit
    before 到, a larger unit.
    """
    word = re.escape(unit)
    listed = (
        f"(?:{any_of(QUALIFIERS_BEFORE)}|零下"
        f"|负)(?:{any_of(PARTICLES)})?(?:{NUMBER}(?:{word})?[、和及与或])+$"
    )
    if not unit:
        return compiled(listed, *_larger_units(measure))
    return compiled(listed, rf"{NUMERAL}{word}到$", *_larger_units(measure), *_dates(unit))


def _larger_units(measure: str) -> list[str]:
    """A number in a larger unit, with which a figure in ``measure`` goes on: 3元 of 3元5角."""
    larger = [name for name, smaller in SMALLER_UNITS.items() if measure in smaller]
    return [_number_in(larger)] if larger else []


def _number_in(units: list[str]) -> str:
    return rf"(?<![0-9]{{3}}){NUMERAL}(?:{any_of(units)})[零又加]?$"


def _dates(unit: str) -> list[str]:
    """What makes a number with ``unit`` a part of a date."""
    if unit in {"日", "号"}:
        return [rf"(?:{NUMERAL}|[本上下当每正腊])月份?(?:[0-9]{{1,2}}[日号]?[、和至到~—-])*$"]
    return [r"[0-9]{2,4}年$"] if unit == "月" else []


@lru_cache(maxsize=512)
def _first_of_a_range(measure: str) -> re.Pattern[str]:
    """A first number of the same unit, and what joins it to a figure that begins with a qualifier:
    700家到上万家.
    """
    return re.compile(rf"{NUMERAL}(?:{re.escape(measure) or WORD})?(?:——|[至到—~-])$")


def _is_repeated(before: str, figure: str) -> bool:
    """Whether it is a limit that a bracket repeats, to say on which side it lies:
    1.2米以下(含1.2米).
    """
    bracket = _SIDE_OF_A_LIMIT.search(before)
    return bracket is not None and figure in _just_before(before, bracket.start(), len(figure))


def _just_before(text: str, end: int, length: int) -> str:
    """What of ``text`` has room for a figure of such a length, and for its unit, before ``end``."""
    return text[max(0, end - length - _LONGEST_UNIT) : end]


def _is_second_of_a_pair(before: str, figure: str, unit: str) -> bool:
    """Whether it is said after another number of the same unit, both of one numeral, for what lies
    about them: 三天五天.
    """
    number = figure[: -len(unit)] if unit else ""
    first = before.removesuffix(unit)[-1:]
    return bool(number) and first != before[-1:] and {number, first} <= set(HAN_DIGITS)


def _closes_a_word(before: str, figure: str) -> bool:
    """Whether a single numeral in Chinese is the end of a word: 同一, 唯一, 星期三."""
    return (
        len(figure) == 1
        and figure in HAN_DIGITS
        and _WORD_WITH_NUMERAL.search(before + figure) is not None
    )


def _is_numeral(before: str, beginning: str, *, is_bare: bool) -> bool:
    """Whether the character before a figure with that ``beginning`` could be part of its number, or
    of a code that a bare number ends (H7N9).
    """
    last, first = before[-1], beginning[0]
    return (
        _is_last_group(before, beginning)
        or _is_digit(before)
        or (is_bare and last.isascii() and last.isalpha())
        or (first == "半" and last in _HALF_A_TIME and not before.endswith(_SHIFTED))
        or _is_second_of_two(before, beginning)
        or _is_joined_numeral(before, first)
    )


#: What goes on with Arabic and with Chinese digits.
_JOINS_DIGITS = frozenset(f"{HAN_DIGITS}{SCALES}几{RARE_NUMERALS}")
_JOINS_NUMERAL = frozenset(f"{HAN_DIGITS}{SCALES}{RARE_NUMERALS}")


def _is_joined_numeral(before: str, first: str) -> bool:
    """Whether a Chinese numeral before a number that begins with ``first`` goes on with it."""
    if first in "0123456789.":
        return before[-1] in _JOINS_DIGITS and not _WORD_BEFORE_DIGITS.search(before)
    return before[-1] in _JOINS_NUMERAL and not _WORD_WITH_NUMERAL.search(before)


def _is_digit(before: str) -> bool:
    """Whether ``before`` ends in a digit or numeral of any script, but in no number of a list (①)
    and none below a letter.
    """
    if before[-1].isdecimal():
        return True
    is_numeral = unicodedata.category(before[-1]) in {"No", "Nl"}
    return is_numeral and not (_is_number_of_a_list(before) or _SUBSCRIPT.search(before))


def _is_number_of_a_list(before: str) -> bool:
    """Whether ``before`` ends in the number of an item of a list: ①, but not in 12③."""
    return bool(_LIST_NUMBER.search(before)) and not _WITHIN_A_NUMBER.search(before)


def _is_second_of_two(before: str, beginning: str) -> bool:
    """Whether it closes one vague number: 四、五百, 数百, 3、4岁."""
    first = beginning[0]
    if (first in HAN_DIGITS and _COUPLE_BEFORE.search(before)) or (
        first in SCALES and _VAGUE_BEFORE.search(before)
    ):
        return True
    if EACH.search(before):
        return False
    digit = _DIGIT_BEFORE.search(before)
    is_of_digits = digit is not None and is_couple(digit[1] + beginning[:2])
    return is_of_digits or _is_next_step(before, beginning)


def _is_next_step(before: str, beginning: str) -> bool:
    """Whether the first digit of a number follows the one before it: 5、60, 二十七、八."""
    first = _STEP_BEFORE.search(before)
    return first is not None and is_next_step(first[0][0], beginning)


def _is_last_group(before: str, beginning: str) -> bool:
    """Whether three digits may be the last group of a number that is before a wide gap, a comma or
    the end of a table's row.
    """
    if beginning[3:4] == " " and _ROW_BEFORE.search(before):
        return True
    return bool(_GROUP.fullmatch(beginning)) and _ends_in_a_group(before)


def _ends_in_a_group(before: str) -> bool:
    return any(pattern.search(before) for pattern in (_GROUP_BEFORE, _SPLIT_ROW_BEFORE))
