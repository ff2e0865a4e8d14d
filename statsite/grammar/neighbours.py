"""What touches a figure in a text and could belong to it: then the figure is only a part of what the text says.

The rule leans towards doubt. A figure stands whole where nothing beside it could make another figure of it, whether or not the grammar can read that
other one. What is known to be the beginning or the end of another word (30年来, 百强县, 统一) does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from statsite.grammar.amounts import UnitWords
from statsite.grammar.pieces import PartKind
from statsite.grammar.printed import Figure
from statsite.grammar.qualifiers import (
    ADVERBS,
    DENYING,
    FORBIDDING,
    PARTICLES,
    QUALIFIERS_BEFORE,
    TURNING,
    WORD,
    ends_another_word,
    ends_within_a_word,
    qualifier_after,
)
from statsite.quantity import Relation

#: How far before a figure stand the words that may qualify it or turn it round, in characters.
REACH_BEFORE = 24
#: How far behind a figure stands what may belong to it.
REACH_BEHIND = 24

_HAN_DIGITS = "〇零一二两三四五六七八九"
_SCALES = "十百千万亿"
_NUMERAL = rf"[0-9{_HAN_DIGITS}{_SCALES}半]"
_JOINT = r"[ \n]?"
_GAP = r"[ \n\t]?"
_NUMBER = rf"[-负]?[0-9{_HAN_DIGITS}{_SCALES}][0-9{_HAN_DIGITS}{_SCALES}.,点]*"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _saying(*relations: Relation, without: Sequence[str] = ()) -> str:
    return _any(word for word, said in QUALIFIERS_BEFORE.items() if said in relations and word not in without)


_LIMITS = _saying(Relation.MORE, Relation.LESS, Relation.AT_LEAST, Relation.AT_MOST, without=ADVERBS)
_ABOUT = _saying(Relation.ABOUT, without=("≈",))
_NEAR = _saying(Relation.JUST_UNDER, without=("近",))
_ASKING = "是否|能否|可否|会否|有没有|有无"
_NOT = r"不得|不应当?|不能|不会|不可能?|不宜|不准|不要|未能?|尚未|从未|没能|没有|(?<![淹埋吞沉出湮])没|无法|难以"
_NO_WORD_OF_ABOUT = "谈定束请见会法稿翰旦车的"

# What may stand before a figure that begins with its number, up to it.
_BEFORE_NUMBER = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d[ \n]$|[0-9][ \n]?[.,·・'’][ \n\t]?$",  # 3 1031万
        r"[0-9][.…]{0,3}$",
        rf"[0-9{_HAN_DIGITS}]点$",
        r"[+~±><≥≤≈-]$",
        rf"{_NUMERAL}[%‰]?(?:——|至|到)$|(?:^|[^—\w]|[为至到是达在])—$",  # one dash where no range begins may be a minus
        r"(?<![胜抱自背担肩减欠亏])负$|零下$",
        rf"分之$|{_NUMERAL}/$|[0-9][×xX*^]$|[0-9][eE][+-]?$|[0-9][:比]$",
        r"翻了?$",
        rf"(?:{_ABOUT})(?:(?![{_NO_WORD_OF_ABOUT}]){WORD}){{0,4}}$",
        rf"(?:{_any(QUALIFIERS_BEFORE)})$",
        rf"(?:{_NEAR}|{_LIMITS})(?:{_any(PARTICLES)})?$",
        rf"(?:{_any(ADVERBS)})(?![的时]){WORD}{{0,8}}$",
        r"(?:不是|并非|绝非|而非)$",
        rf"(?:{_NOT})(?:能够|能|会)?(?:达到|达|满|到|有|是|为|在)$",
        r"(?:没有|无|未)(?:发生|出现|发现|新增|报告|收到|接到|造成)?$",
        rf"(?:{_ASKING}){WORD}{{0,4}}$",
    )
)
# … before a share or a multiple: 不足全国的1/3, 约占全省总量三成.
_BEFORE_RELATIVE = (re.compile(rf"(?:{_ABOUT}|{_NEAR}|{_LIMITS})(?![不未没]){WORD}{{0,12}}的$"), re.compile(rf"(?:{_ABOUT}){WORD}{{0,8}}$"))
# … before a figure that begins with a limit.
_BEFORE_LIMIT = (re.compile(rf"{TURNING}$"), re.compile(rf"(?:{_ASKING}){WORD}{{0,4}}$"))
# … before a figure with a qualifier behind its number: 不得在3人以下.
_BEFORE_QUALIFIED_BEHIND = (
    re.compile(rf"(?:{_any(FORBIDDING)}|{_any(DENYING)}){WORD}{{0,6}}(?:在|为|是|处于|到|达到|有)$"),
    re.compile(rf"{_NUMERAL}[^，。;、]{{0,4}}以上[、至到且但并]?$"),
)
_ORDINAL = re.compile(r"第$")

# What may stand behind a figure that ends with its number.
_BEHIND_NUMBER = tuple(
    re.compile(pattern)
    for pattern in (
        r"[ \n][\d.]|\t[0-9]{3}(?![0-9])",
        r"[0-9]",
        rf"(?<=[0-9]){_JOINT}(?:[.·・'’,]{_GAP}[0-9]|，{_GAP}[0-9]{{3}}(?![0-9]))|[.…]{{2,3}}[0-9]",
        rf"点[0-9{_HAN_DIGITS}]",
        r"[%‰番折]|倍(?![体频速镜率])|个?百分点|个[点基]",
        r"(?<=[12][0-9]{3})年|[月日号](?![龄均])",  # a date
        r"个[半多余来]|兆(?![瓦赫字比位焦帕])",
        r"[余多几]|来(?![自源访华京到宾信])|有余|挂零|开外",
        r"成(?![立为员功本果都品长绩份人熟效就交型县])",
        rf"分之|/{_NUMERAL}|[×xX*^]{_JOINT}[0-9]|[eE][0-9+-]|[:比]{_JOINT}[0-9]",
        rf"(?:—{{1,2}}|[~-]|至|到){_JOINT}{_NUMBER}|[和与][^，。;、]{{1,16}}之间",
    )
)
# … without a scale of its own: in 3、5万 the 万 may serve both.
_SCALE_OF_A_LIST = re.compile(rf"(?:[、和及与或][0-9{_HAN_DIGITS}.]+)*[、和及与或][0-9{_HAN_DIGITS}.]+[百千万亿]")
_BEHIND_ANY = tuple(re.compile(pattern) for pattern in (r"之间", r"[强弱](?!\w)", r"\+", r"\([^)]{1,8}\)(?:及|或)?以[上下内]", r"出头|有余"))
# … that ends with its unit.
_BEHIND_UNIT = tuple(
    re.compile(pattern)
    for pattern in (
        r"多(?![于次种样元方数个名家地部位项款层级起处为由以是人向点])",
        r"余(?![下热额量姚杭姓生])",
        r"半(?!导体|数|岛|径|决赛|成品|自动|价)",
        rf"(?:[~—-]|至){_JOINT}{_NUMBER}(?![0-9年月日])|[和与][^，。;、]{{1,16}}之间",
    )
)
_MORE_MONTHS = re.compile(r"[多余](?:月|小时|星期|百分点|世纪|学期|工作日|季度|钟头)|半(?!导体|数|岛|径|决赛|成品|自动|价)")
# … that ends with a qualifier: 500元以上1000元以下.
_BEHIND_QUALIFIER = (
    re.compile(r"[百千万亿]"),  # 430+万
    re.compile(rf"[、至到且但并]?{_NUMBER}[^，。;、]{{0,4}}以[下内]"),
    re.compile(rf"[、至到且但并]?(?:不满|不足|低于|少于|不超过|不到){_NUMBER}"),
)
#: Smaller units that go on with a number: 3元5角, 9秒98, 3小时20分.
_SMALLER = {
    "元": "角毛分",
    "块": "角毛分",
    "角": "分",
    "小时": "分刻",
    "个小时": "分刻",
    "时": "分刻",
    "分": "秒",
    "分钟": "秒",
    "公里": "米",
    "千米": "米",
    "米": "厘分",
    "年": "个",
    "岁": "个",
    "斤": "两",
    "度": "分",
    "亩": "分",
    "周": "天",
    "天": "小个",
}
#: Units behind which bare digits go on: 9秒98, 1米8, 3块5.
_GOES_ON_BARE = frozenset({"秒", "米", "块", "元", "丈", "尺", "斤", "点"})

#: Words that end in a numeral and are none.
_WORD_WITH_NUMERAL = re.compile(
    r"(?:[统唯同单之其专合归划均逐不]一|(?:星期|周|礼拜|初)[一二三四五六七八九十]|第[一二三四五六七八九十]{1,3}|十[一二三四五]五|千方百|万万|成千上|老百)$"
)
#: Words that begin with a numeral and are none.
_NUMERAL_BEGINS_WORD = re.compile(
    "百(?:强|姓|佳|货|科|花|校|企|业)|千(?:家万户|兆|瓦|克|米|伏|卡|帕|焦|山)|万(?:众|家灯火|达|科|州|物|里)|亿(?:元|欧元)?村"
    "|一(?:批|系列|些|起|道|直|般|定|致|并|同|律|体|带|等|线|流)|十(?:佳|强|大)|三(?:甲|农|产|级)"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a figure begins and ends, as far as that decides what beside it could belong to it.

    ``unit`` is the unit word that closes it, or empty.
    """

    begins_with_number: bool
    is_relative: bool
    is_qualified_behind: bool
    has_scale: bool
    unit: str


#: The shape of what the grammar cannot read: anything may belong to it.
UNREAD = Shape(begins_with_number=True, is_relative=True, is_qualified_behind=False, has_scale=False, unit="")


def shape_of(figure: Figure, plain: str) -> Shape:
    """The shape of ``figure``, whose pieces stand in ``plain``."""
    first, last = figure.pieces[0], figure.pieces[-1]
    closing = plain[last.start : last.end]
    kinds = {piece.kind for piece in figure.pieces}
    return Shape(
        begins_with_number=first.kind in {PartKind.NUMBER, PartKind.SCALE},
        is_relative=figure.is_relative,
        is_qualified_behind=last.kind is PartKind.JOINER or (last.kind is PartKind.QUALIFIER and closing not in _MORE_WORDS),
        has_scale=PartKind.SCALE in kinds,
        unit=closing if last.kind is PartKind.UNIT else "",
    )


def doubt_before(plain: str, start: int, shape: Shape) -> int:
    """Where what stands before a figure and could belong to it begins; ``start`` where nothing does."""
    offset = max(0, start - REACH_BEFORE)
    before = plain[offset:start]
    if shape.begins_with_number and (_is_numeral_before(before, plain[start : start + 4]) or (_ORDINAL.search(before) and shape.unit not in _RANKED)):
        return start - 1
    places = [found.start() for pattern in _patterns_before(shape) if (found := pattern.search(before))]
    return min((offset + place for place in places if not ends_another_word(plain, offset + place)), default=start)


def _patterns_before(shape: Shape) -> Iterator[re.Pattern[str]]:
    yield from _BEFORE_NUMBER if shape.begins_with_number else _BEFORE_LIMIT
    if shape.begins_with_number and shape.is_relative:
        yield from _BEFORE_RELATIVE
    if shape.is_qualified_behind:
        yield from _BEFORE_QUALIFIED_BEHIND


def _is_numeral_before(before: str, beginning: str) -> bool:
    """Whether the character before a figure with that ``beginning`` is a numeral that could be part of its number."""
    last, first = before[-1:], beginning[0]
    if not last:
        return False
    if _GROUP.fullmatch(beginning) and _GROUP_BEFORE.search(before):
        return True
    if last.isdecimal() or (unicodedata.category(last) == "No" and not _LIST_NUMBER.match(last)):
        return True
    if first in _HAN_DIGITS and _COUPLE_BEFORE.search(before):
        return True
    if first in _SCALES and _VAGUE_BEFORE.search(before):
        return True
    joins = f"{_SCALES}〇零廿卅卌" if first in "0123456789." else f"{_HAN_DIGITS}{_SCALES}廿卅卌"
    return last in joins and not _WORD_WITH_NUMERAL.search(before)


def doubt_behind(plain: str, end: int, shape: Shape, units: UnitWords) -> int:
    """Where what stands behind a figure and could belong to it ends; ``end`` where nothing does."""
    unit = shape.unit
    if not unit and not shape.is_qualified_behind and (unit := units.at(plain, end)):
        return doubt_behind(plain, end + len(unit), replace(shape, unit=unit), units) if _goes_on(plain, end + len(unit), unit, shape) else end
    return _end_of_doubt(plain, end, unit, shape) or end


def _goes_on(plain: str, end: int, unit: str, shape: Shape) -> bool:
    return _end_of_doubt(plain, end, unit, shape) > 0


def _end_of_doubt(plain: str, end: int, unit: str, shape: Shape) -> int:
    """Where what could belong to a figure that ends at ``end`` with ``unit`` ends; 0 where nothing does."""
    found = [match.end() for pattern in _patterns_behind(unit, shape) if (match := pattern.match(plain, end))]
    if not shape.is_qualified_behind and (after := qualifier_after(plain, end)):
        found.append(after.end)
    if not unit and not shape.is_qualified_behind and _is_numeral_behind(plain, end):
        found.append(end + 1)
    if (unit and _continues_in_smaller_unit(plain, end, unit)) or ends_within_a_word(plain, end):
        found.append(end + 1)
    return max(found, default=0)


def _patterns_behind(unit: str, shape: Shape) -> Iterator[re.Pattern[str]]:
    yield from _BEHIND_ANY
    if shape.is_qualified_behind:
        yield from _BEHIND_QUALIFIER
    elif unit:
        yield from _BEHIND_UNIT
        if unit == "个":
            yield _MORE_MONTHS
    else:
        yield from _BEHIND_NUMBER
        if not shape.has_scale:
            yield _SCALE_OF_A_LIST


def _is_numeral_behind(plain: str, end: int) -> bool:
    """Whether the character behind a figure that ends with its number is a numeral that could go on with it."""
    character = plain[end : end + 1]
    if not character:
        return False
    if character.isdecimal() or unicodedata.category(character) == "No" or _COUPLE_BEHIND.match(plain, end - 1):
        return True
    goes_on = f"{_SCALES}〇零半" if plain[end - 1] in "0123456789" else f"{_HAN_DIGITS}{_SCALES}半"
    return character in goes_on and not _NUMERAL_BEGINS_WORD.match(plain, end)


def _continues_in_smaller_unit(plain: str, end: int, unit: str) -> bool:
    """Whether 3元 goes on as 3元5角, 9秒 as 9秒98."""
    if unit in _GOES_ON_BARE and _BARE_DIGITS.match(plain, end):
        return True
    found = _SMALLER_NUMBER.match(plain, end)
    return found is not None and plain[found.end() : found.end() + 1] in _SMALLER.get(unit, "") and found.end() < len(plain)


_MORE_WORDS = frozenset({"余", "多", "有余"})
_RANKED = frozenset({"", "位", "名"})
_LIST_NUMBER = re.compile("[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➓㉑-㉟㊀-㊉]")
#: A number and a wide gap or a full-width comma: three digits behind it may be its last group.
_GROUP = re.compile(r"[0-9]{3}[^0-9]?")
_GROUP_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\t|[ \n]?，[ \n\t]?)$")
#: 几十, 数百, 成千.
_VAGUE_BEFORE = re.compile(r"(?:[几数]|数以|(?<![建完达形组变落合])成)$")
#: 四、五百: two numbers that stand for one vague one.
_COUPLE_BEFORE = re.compile(rf"(?<![{_HAN_DIGITS}{_SCALES}第])[{_HAN_DIGITS}]、$")
_COUPLE_BEHIND = re.compile(rf"[{_HAN_DIGITS}]、[{_HAN_DIGITS}]")
_BARE_DIGITS = re.compile(rf"[0-9]{{1,3}}(?![0-9.{_SCALES}]|[^\W\d_])|[{_HAN_DIGITS}](?!\w)")
_SMALLER_NUMBER = re.compile(rf"[零又]?[0-9{_HAN_DIGITS}十半]+")
