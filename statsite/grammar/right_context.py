"""What follows a figure in a text and could belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from statsite.grammar.amounts import UnitWords
from statsite.grammar.change_levels import ends_in_change_to_a_level
from statsite.grammar.figure_shape import (
    EACH,
    SMALLER_UNITS,
    TIME_UNITS,
    FigureShape,
    is_couple,
    is_next_step,
)
from statsite.grammar.lexicon import HAN_DIGITS, NUMBER, NUMERAL, SCALES
from statsite.grammar.negation import denials_behind
from statsite.grammar.parted_words import parted_behind
from statsite.grammar.parts_of_words import (
    STRONG_WORDS,
    TENTHS_END,
    begins_another_word,
    ends_within_a_word,
)
from statsite.grammar.patterns import compiled, ends_behind
from statsite.grammar.qualifiers import (
    qualifier_after,
)
from statsite.values import replace

_JOINT = r"[ \n]?"
_GAP = r"[ \n\t]?"
_ENDS = r"(?=$|[，。;!?、:)”…]|的)"
_NO_NUMERAL = rf"[^，。;!?、:(0-9{HAN_DIGITS}{SCALES}]"
_RANGE_JOINER = r"(?:—{1,2}|[~-]|至|到)"
#: A date after 至 or 到: 12家到2030年.
_DATE = r"(?![0-9]{4}年|[0-9]{1,2}[月日号])"


#: What behind 成 is no digit of it, but another number or a date: 过八成 11.6万台, 近七成 2025年.
_ANOTHER_NUMBER = r"(?<=成)[ \n]?(?:[0-9]{2}|[0-9][.,年月日])"
_NUMBER_GOES_ON = compiled(
    rf"(?!{_ANOTHER_NUMBER})(?:[ \n][\d.]|\t[0-9]{{3}}(?![0-9])|[0-9])",
    rf"(?<=[0-9]){_JOINT}(?:[.·・‧•'’,]{_GAP}[0-9]|，{_GAP}[0-9]{{3}}(?![0-9]))|[.…]{{2,3}}[0-9]",
    rf"(?:点儿?|[.·・‧•])[{HAN_DIGITS}]|点[0-9]",
    # a letter read for a digit; a lost character
    r"(?<=[0-9])(?:[lIOoS](?![A-Za-z])|O[0-9O]|[?�][0-9])",
    r"[A-Za-zµμ㎀-㏿]|平(?=$|[，。;!?、])",  # a unit that is none of its own: pct, KV, 5万平
    r"[%‰‱番折]|倍(?![体频速镜率])|个?[百千]分点|个?基点|个点",
    r"(?<=[12][0-9]{3})年|[月日号](?![龄均])",  # a date
    # the scale of the unit in brackets: 35(千张)
    r"[(〔【\[](?:(?:计量)?单位[:为]?)?(?!万州|千阳|百色)[十百千万亿]{1,3}[^)0-9]{0,3}[)〕】\]]",
    r"[大好小]几|[\[〔【][0-9*a-z]{1,3}[\]〕】][0-9.,]|个[半多余来]|兆(?![瓦赫字比位焦帕])|有余|[余多几]|来(?![自源访华京到宾信])",
    rf"成(?!{TENTHS_END})",
    rf"又[0-9{HAN_DIGITS}]|分之|/{NUMERAL}|[×xX*^]{_JOINT}[0-9]|[eE][0-9+-]|[:比]{_JOINT}[0-9]|比[{HAN_DIGITS}]",
    (
        f"{_RANGE_JOINER}{_JOINT}(?:约|近|超)?{NUMBER}|[和与][^，。;、]{{1,16}}之间|一[0-9]"
        f"|或{NUMBER}"
    ),
    # a range that a line's end parts before its joiner, which no row of a table is
    rf"\v(?:—{{1,2}}|[~-])[0-9.,]+[{SCALES}]",
)
# Without a scale of its own: in 3、5万 the 万 may serve both.
_SCALE_OF_A_LIST = re.compile(
    rf"(?:[、和及与或][0-9{HAN_DIGITS}.]+)*[、和及与或][0-9{HAN_DIGITS}.]+[百千万亿]"
)
_TAILS = compiled(
    r"之间|有余|\+",
    f"[强弱](?!{STRONG_WORDS})",
    (
        rf"\([^)]{{1,24}}\)(?:范围|期限|时间)?(?:及|或)?(?:以[上下内]|之内|左右"
        rf"|{_RANGE_JOINER}{_DATE}{NUMBER})|\)(?:及|或)?以[上下内]"
    ),
    (
        f"[都还尚]?(?:不止|不到|没有|不足|不满){_ENDS}|[还略]多|略少|[还更]要[高低多少大小]"
        "|或者以[上下]|及其以[上下]"
    ),
    rf"(?:为[上下]?限|起|之[上下]|许){_ENDS}|往上|的?(?:样子|架势|光景)|模样|之谱",
    rf"(?:人民币|钱|/{_NO_NUMERAL}{{1,4}})(?:以[上下内]|左右|起{_ENDS})",
    rf"{_NO_NUMERAL}{{1,8}}(?:(?<![级模专科学历称职位龄])(?:以[上下内]|之内)|左右|上下){_ENDS}",
    (
        "(?:乃至|甚至|甚或|抑或|或者?是?)(?:还要?)?(?:更[多少高低大小长短快慢]"
        f"|(?:约|近|超过?)?{NUMBER})"
    ),
    (
        f"(?:这[一个])?的?(?:整数|心理)?(?:水平|关口|大关|荣枯线)?(?:线)?(?:[以之][上下内]{_ENDS}"
        "|上方|下方)"
    ),
    rf"(?:附近|一线)(?={_ENDS}|波动|徘徊|震荡|运行|浮动|整理|盘整)",
    r"\(?±|[至到](?:上|数|几|好几)[十百千万亿]",
    rf"{_NO_NUMERAL}{{0,3}}(?:时间|范围|期限|区间|幅度)(?:内|之内|以内)",
)
#: After a bare number: a level that is reached or passed. A figure with a qualifier of its own says
#: which: 突破2万亿元大关.
_A_LEVEL = re.compile(r"的?新?(?:整数)?(?:大关|关口|台阶|门槛|俱乐部|行列|方阵)")
_STEPS = frozenset({"家", "个", "级", "步", "层", "道", "种"})
_UNIT_GOES_ON = compiled(
    r"多(?!发[路地性病部]|[出于动次种样元方数个名家地部位项款层级起处为由以是人向功媒边语伦米普糖党民孔]|[0-9])",
    r"余(?![下热额量姚杭姓生款粮])",
    r"半(?!导体|数|岛|径|决赛|成品|自动|价|挂)",
    r"[和与][^，。;、]{1,16}之间",
    rf"(?:人民币|/{_NO_NUMERAL}{{1,4}})(?:—{{1,2}}|[~-]|至)[-负]?{NUMERAL}",
    r"(?:一贯)?制|次(?![要日年级品])|(?<=[年天日])期(?!间)|(?<=[年吨斤克米瓦伏安元])级(?!联)|(?<=年)代|(?<=位)数|·(?:[时人年月日天次米]|小时|人?公里|海里|千米|平方米)|(?<=周)年",
)
_RANGE_OF_UNITS = re.compile(
    rf"(?:\([^)]{{1,8}}\))?(?:—{{1,2}}|[~-]|至){_JOINT}(?:每{_NO_NUMERAL})?(?:约"
    f"|近)?{_DATE}[-负]?{NUMERAL}"
)
_SHARE_GOES_ON = re.compile(r"[oO0](?![0-9.])|[%‰]|个?百?分点")  # 5%o: a per mille sign misread
_TIME_GOES_ON = re.compile(rf"多(?![次种样])|[至到]{NUMERAL}{{1,4}}个?(?:{TIME_UNITS})")
_A_CIRCLE = re.compile(
    r"[”’]?[^，。;!?、0-9]{0,6}圈"
)  # the name of what is reached within it: 15分钟生活圈
_MORE_MONTHS = re.compile(
    "[多余来](?:月|小时|星期|百分点|世纪|学期|工作日|季度|钟头)"
    "|半(?!导体|数|岛|径|决赛|成品|自动|价|挂)"
)
# After a qualifier: 500元以上1000元以下, 430+万.
_QUALIFIER_GOES_ON = compiled(
    r"[百千万亿]",
    (
        f"(?:{_RANGE_JOINER}|[、且但并])?{NUMBER}[^，。;、]{{0,4}}以[下内]"
        f"|{_RANGE_JOINER}{_DATE}{NUMBER}"
    ),
    rf"[、至到且但并]?(?:不满|不足|低于|少于|不超过|不到){NUMBER}",
)
#: Units after which bare digits go on: 9秒98, 1米8, 3块5.
_GOES_ON_BARE = frozenset(
    {"秒", "米", "块", "元", "丈", "尺", "寸", "里", "斤", "公斤", "吨", "亩", "点", "度", "分"}
)
_SIZE = "[高长宽深厚重粗大的]"
_BARE_DIGITS = re.compile(
    rf"[0-9]{{1,3}}(?![0-9.{SCALES}]|[^\W\d_])|[0-9]的|[{HAN_DIGITS}]{{1,3}}(?!\w)"
    f"|[0-9{HAN_DIGITS}](?:{_SIZE}|(?=[一每]))|[零〇又][0-9{HAN_DIGITS}]"
    f"|[0-9{HAN_DIGITS}]{{1,2}}[几多余]"
)
_SMALLER = {
    unit: re.compile(
        rf"[零又加]?[0-9{HAN_DIGITS}十半.]+?(?:{'|'.join(sorted(smaller, key=len, reverse=True))})"
    )
    for unit, smaller in SMALLER_UNITS.items()
}
_IS_A_TIME = frozenset({*TIME_UNITS.split("|"), "周岁"})
#: Words that begin with a numeral and are none.
_NUMERAL_BEGINS_WORD = re.compile(
    "百(?:强|姓|佳|货|科|花|校|企|业)|千(?:家万户|兆|瓦|克|米|伏|卡|帕|焦|山)|万(?:众|家灯火"
    "|达|科|州|物|里)|亿(?:元|欧元)?村"
    "|一(?:批|系列|些|起|道|直|般|定|致|并|同|律|体|带|等|线|流)|十(?:佳|强|大)|三(?:甲|农|产|级)"
)
#: 四、五百: two numbers that stand for one vague one.
_TWO_DIGITS = re.compile(r"(?<![0-9.、])([0-9])、([0-9][^、])")
_COUPLE = re.compile(rf"[{HAN_DIGITS}]、[{HAN_DIGITS}]")


def doubt_behind(plain: str, end: int, shape: FigureShape, units: UnitWords) -> int:
    """Where what follows a figure and could belong to it ends; ``end`` where nothing does."""
    own = "" if shape.unit or shape.is_qualified_behind else units.at(plain, end)
    found = max(
        _ends_of_doubt(plain, end + len(own), replace(shape, unit=shape.unit or own)), default=0
    )
    return found or end


def _ends_of_doubt(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where each thing ends that could belong to a figure which ends at ``end``."""
    yield from (
        found
        for found in ends_behind(_patterns(shape), plain, end)
        if not begins_another_word(plain, end, found)
    )
    yield from _ends_of_further_figures(plain, end, shape.unit)
    yield from denials_behind(plain, end)
    yield from parted_behind(plain, end, shape)
    after = None if shape.is_qualified_behind else qualifier_after(plain, end)
    if after:
        yield after.end
    if _character_belongs(plain, end, shape):
        yield end + 1


def _ends_of_further_figures(plain: str, end: int, unit: str) -> Iterator[int]:
    """Where the second number of a range ends whose first closes with ``unit``, or a list that is
    qualified at its end; the level that a change leads to is no second number.
    """
    if unit:
        yield from ends_behind(_patterns_of_further_figures(plain, end, unit), plain, end)


def _patterns_of_further_figures(plain: str, end: int, unit: str) -> Iterator[re.Pattern[str]]:
    yield _second_of_a_pair(unit)
    if not ends_in_change_to_a_level(plain, end, unit):
        yield _RANGE_OF_UNITS
    yield _list_qualified_behind(unit)


def _character_belongs(plain: str, end: int, shape: FigureShape) -> bool:
    """Whether the character behind a figure belongs to its number or to a word with its end."""
    return (
        _is_numeral_behind(plain, end, shape)
        or _continues_in_smaller_unit(plain, end, shape.unit)
        or (not shape.unit and ends_within_a_word(plain, end))
    )


def _patterns(shape: FigureShape) -> Iterator[re.Pattern[str]]:
    if shape.is_qualified_behind:
        yield from _QUALIFIER_GOES_ON
        return
    yield from _TAILS
    if shape.begins_with_number and shape.unit not in _STEPS:
        yield _A_LEVEL
    if shape.unit:
        yield from _patterns_behind_unit(shape.unit)
        return
    yield from _NUMBER_GOES_ON
    if not shape.has_scale:
        yield _SCALE_OF_A_LIST


#: What goes on behind some units.
_GOES_ON_BEHIND = {"%": (_SHARE_GOES_ON,), "‰": (_SHARE_GOES_ON,), "个": (_MORE_MONTHS,)}


def _patterns_behind_unit(unit: str) -> Iterator[re.Pattern[str]]:
    yield from _UNIT_GOES_ON
    if unit in _IS_A_TIME:
        yield from (_TIME_GOES_ON, _A_CIRCLE)
    yield from _GOES_ON_BEHIND.get(unit, ())


@lru_cache(maxsize=512)
def _list_qualified_behind(unit: str) -> re.Pattern[str]:
    """Further figures of the same unit whose last is qualified, or between which the text leaves it
    open: 30%、40%以上, 3家、5家不等, 5家或8家.
    """
    more = rf"[、和及与]{NUMBER}{re.escape(unit)}"
    return re.compile(
        f"(?:{more})+(?:以[上下内]|左右|上下|不等)|或者?{NUMBER}{re.escape(unit)}"
        f"|到(?:{NUMBER}|[几数半]+){re.escape(unit)}"
    )


@lru_cache(maxsize=512)
def _second_of_a_pair(unit: str) -> re.Pattern[str]:
    """A second number of the same unit, both of one numeral, for what lies about them: 三天五天."""
    word = re.escape(unit)
    return re.compile(rf"(?<=[{HAN_DIGITS}]{word})[{HAN_DIGITS}]{word}")


def _is_numeral_behind(plain: str, end: int, shape: FigureShape) -> bool:
    """Whether the character after a figure that ends with its number is a numeral that could go on
    with it.
    """
    character = plain[end : end + 1]
    if not character or shape.unit or shape.is_qualified_behind:
        return False
    if _IS_ANOTHER_NUMBER.match(plain, end):
        return False
    return (
        _is_first_of_two(plain, end)
        or _COUPLE.match(plain, end - 1) is not None
        or character.isdecimal()
        or unicodedata.category(character) in {"No", "Nl"}
        or _is_joined_numeral(plain, end)
    )


_IS_ANOTHER_NUMBER = re.compile(_ANOTHER_NUMBER)
#: What goes on with Arabic and with Chinese digits.
_JOINS_DIGITS = frozenset(f"{SCALES}〇零半")
_JOINS_NUMERAL = frozenset(f"{HAN_DIGITS}{SCALES}半")


def _is_joined_numeral(plain: str, end: int) -> bool:
    """Whether the Chinese numeral behind a number that ends at ``end`` goes on with it."""
    if plain[end] not in (_JOINS_DIGITS if plain[end - 1] in "0123456789" else _JOINS_NUMERAL):
        return False
    return not _NUMERAL_BEGINS_WORD.match(plain, end)


def _is_first_of_two(plain: str, end: int) -> bool:
    """Whether 3 of 3、4岁 is only one half of a vague number."""
    if _is_each(plain, end - 1):
        return False
    found = _TWO_DIGITS.match(plain, end - 1)
    is_of_digits = found is not None and is_couple(found[1] + found[2])
    return is_of_digits or _is_before_the_next_step(plain, end)


def _is_before_the_next_step(plain: str, end: int) -> bool:
    """Whether the next digit, of tens or hundreds, follows the last one: 5 of 5、60."""
    is_digit = plain[end - 2 : end - 1] not in tuple("0123456789.")
    return (
        is_digit
        and plain.startswith(("、", ","), end)
        and is_next_step(plain[end - 1], plain[end + 1 : end + 5])
    )


def _is_each(plain: str, end: int) -> bool:
    return EACH.search(plain, 0, end) is not None


def _continues_in_smaller_unit(plain: str, end: int, unit: str) -> bool:
    """Whether 3元 goes on as 3元5角, 9秒 as 9秒98."""
    if unit in _GOES_ON_BARE and _BARE_DIGITS.match(plain, end):
        return True
    smaller = _SMALLER.get(unit)
    return smaller is not None and smaller.match(plain, end) is not None
