"""What stands before a figure in a text and could belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from statsite.grammar.qualifiers import ADVERBS, PARTICLES, QUALIFIERS_BEFORE, TURNING, WORD, ends_another_word
from statsite.grammar.shape import HAN_DIGITS, NUMBER, NUMERAL, SCALES, SMALLER_UNITS, TIMES, Shape
from statsite.quantity import Relation

#: How far before a figure stand the words that may qualify it or turn it round, in characters.
REACH = 48


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _saying(*relations: Relation, without: Sequence[str] = ()) -> str:
    return _any(word for word, said in QUALIFIERS_BEFORE.items() if said in relations and word not in without)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_LIMITS = _saying(Relation.MORE, Relation.LESS, Relation.AT_LEAST, Relation.AT_MOST, without=ADVERBS)
_ABOUT = _saying(Relation.ABOUT, without=("≈",))
_NEAR = _saying(Relation.JUST_UNDER, without=("近",))
_ASKING = "是否|能否|可否|会否|有没有|有无"
_NOT = r"不得|不应当?|不能|不会|不可能?|不宜|不准|不要|不再|未能?|尚未|从未|没能|没有|(?<![淹埋吞沉出湮])没|无法|难以"
_NO_WORD_OF_ABOUT = "谈定束请见会法稿翰旦车的"

_BROKEN_NUMBERS = _compiled(
    r"\d[ \n]$|[0-9][ \n]?[.,·・‧•'’][ \n\t]?$",  # 3 1031万
    r"[0-9][.…]{0,3}$",
    rf"[{HAN_DIGITS}十百千万][·・‧•.点]$|[0-9]点$",
    r"[0-9][?�]$|[0-9]一$",  # a lost character; 一 for a dash
    r"(?:(?<![A-Za-z])|(?<=[0-9]))[lIOoS][.,]?$",  # a letter read for a digit
    r"&[A-Za-z]{2,8};$",
)
_LABEL = re.compile(r"(?:表|图|附件|附录)[0-9]{1,2}[ \n:]?$")
_SIGNS = _compiled(
    r"[+~±><≥≤≈≯≮≠∓▼▲△▽↓↑-]$",
    rf"{NUMERAL}[%‰]?——$|(?<!—)—$",  # one dash may be a minus
    r"(?<![胜抱自背担肩减欠亏])负$|(?:零下|负增长|负的|冰点以下)$|(?:零下|负)\)$",
    r"(?:^|[\t\v\n :为])\($",  # a negative number of an accountant
)
_RANGES = _compiled(
    rf"{NUMERAL}[%‰]?(?:\([^)]{{1,8}}\))?(?:至|到)$",
    rf"{NUMERAL}(?![年月日])(?:(?![0-9]){WORD}|/){{1,5}}(?:\([^)]{{1,8}}\))?(?:——|—|~|(?<![增升降提减扩跌涨缩延回倍点])至)(?:每{WORD})?$",
    rf"{NUMERAL}(?:{TIMES})(?:\([^)]{{1,8}}\))?[至到]$",
    rf"{NUMERAL}[^\W\d_]{{0,2}}或者?$|(?:少则|多则)$",
    rf"{NUMERAL}%以上[至到—~]$",
)
_PARTS = _compiled(rf"分之$|{NUMERAL}/$|[0-9][×xX*^]$|[0-9][eE][+-]?$|[0-9][:比]$", r"翻了?$|每隔?$")
_QUALIFYING = _compiled(
    rf"(?:{_ABOUT})(?:(?![{_NO_WORD_OF_ABOUT}]){WORD}){{0,4}}$",
    rf"(?:{_any(QUALIFIERS_BEFORE)}):?$",
    rf"(?:{_NEAR}|{_LIMITS})(?:{_any(PARTICLES)})?(?:\([^)]{{0,8}}\))?(?:人民币|每{WORD}{{1,2}}|连续|累计|合计|总计|共)?$",
    rf"(?:{_any(ADVERBS)})(?![的时])(?:每[0-9一二两三]{{1,2}}[年月周天日]|[^，。;!?:0-9一二两三四五六七八九十百千万亿]){{0,20}}$",
    r"(?:[长短好快慢优晚早迟大小高低多少强弱厚薄宽窄重轻深浅陡]于|多过|何止|岂止|不只|充其量|少说也?有?|大体|濒临)$",
    r"(?:(?<![经通透路渡难错度])过|一度过|[难刚已]过)$",
    r"(?:跨越|跃上|登上|站上|站稳|跌破|失守|击穿|冲破|击破|跨入|迈上)了?$",
    r"(?:[上下]限为?|[限仅只]限|封顶线?为?|(?<![期权年时局界极有无上下额])限)$",
    r"最[高长低大短快迟晚早][^，。;!?0-9]{0,6}(?:可|给予|补贴|奖励|补助|资助|支付|报销|限|不|期限|每|发放|贷|办)[^，。;!?0-9]{0,6}$|最[快迟早晚]$",
    r"(?:年|已|(?<![圆饱充丰美客注打坐站装载铺住挤堆塞]))满$",
    rf"第[0-9{HAN_DIGITS}{SCALES}]+[、和及与]$",
)
_DENYING = _compiled(
    r"(?:不是|并非|绝非|而非)$",
    rf"(?:{_NOT})(?:能够|能|会)?(?:达到|达|满|到|有|是|为|在|增长|下降|实现|达成|完成|容纳|满足|提供|支付|收到|得到|获得|拿到)$",
    r"(?:没有|无|未)(?:发生|出现|发现|新增|报告|收到|接到|造成)?$",
    rf"(?:{_ASKING}){WORD}{{0,4}}$",
)
_BEFORE_NUMBER = (*_BROKEN_NUMBERS, *_SIGNS, *_RANGES, *_PARTS, *_QUALIFYING, *_DENYING)
# Before a share or a multiple: 不足全国的1/3, 不得低于本条例第三十二条规定标准的80%, 约占全省总量三成.
_OF_A_WHOLE = _compiled(
    rf"(?>{_ABOUT}|{_NEAR}|{_LIMITS})(?!{NUMERAL}|[意为])(?:[^，。;!?的]{{0,30}}的){{1,2}}$",
    rf"(?>{_ABOUT}|{_NEAR}|{_LIMITS})(?:[0-9]{{4}}年|一年期|一个月|第)(?:[^，。;!?的]{{0,30}}的)?{WORD}{{0,4}}$",
    rf"(?>{_LIMITS})(?!{NUMERAL}|[意为])[^，。;!?的]{{1,30}}[率额数量价资线值]$",
    rf"(?>{_ABOUT})(?![{_NO_WORD_OF_ABOUT}])[^，。;!?:0-9{HAN_DIGITS}]{{0,12}}$",
)
_BEFORE_LIMIT = _compiled(
    rf"{TURNING}$",
    rf"(?:{_ASKING}){WORD}{{0,4}}$",
    r"(?:零下|负)$",
    rf"(?:无需|无须|不必|不用|不太可能|不大可能|不太会|不大会|未必|尚无|鲜有|少有|罕有|绝无|杜绝|否认|不见得|不至于?|不致|切忌){WORD}{{0,6}}$",
    r"(?:勿|(?<![困灾遇罹])难|(?<![分特级性类区个鉴识])别|(?<!约)莫)(?:能|再|轻易)?$",
    rf"[{HAN_DIGITS}{SCALES}0-9][%‰]?[、,]$",  # 不得高于、低于5%
)
_BEFORE_DOUBLING = _compiled(rf"(?:{_NOT})(?:能够|能|会|实现|再)?$")
# Before a figure with a qualifier behind its number: 不得在3人以下.
_BEFORE_QUALIFIED_BEHIND = _compiled(
    rf"(?:{_NOT}|严禁|禁止){WORD}{{0,6}}(?:在|为|是|处于|到|达到|有)$",
    rf"{NUMERAL}[^，。;、]{{0,4}}以上[、至到且但并]?$",
)

#: Words that end in a numeral and are none.
_WORD_WITH_NUMERAL = re.compile(
    r"(?:[统唯同单之其专合归划均逐不]一|(?:星期|周|礼拜|初)[一二三四五六七八九十]|第[一二三四五六七八九十]{1,3}|十[一二三四]五|千方百|成千上|老百)$"
)
_LIST_NUMBER = re.compile("[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➓㉑-㉟㊀-㊉]")
#: A number and a wide gap or a full-width comma: three digits behind it may be its last group.
_GROUP = re.compile(r"[0-9]{3}[^0-9]?")
_ROW_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,3}\v$")
_SPLIT_ROW_BEFORE = re.compile(r"[0-9][ \n][0-9]{3}\v$")
_GROUP_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\t|[ \n]?，[ \n\t]?)$")
#: 几十, 数百, 成千.
_VAGUE_BEFORE = re.compile(r"(?:[几数]|数以|(?<![建完达形组变落合])成)$")
#: 四、五百: two numbers that stand for one vague one.
_COUPLE_BEFORE = re.compile(rf"(?<![{HAN_DIGITS}{SCALES}第])[{HAN_DIGITS}]、$")
_DIGIT_BEFORE = re.compile(r"(?<![0-9.])([1-9])、$")
_RANKED = frozenset({"", "位", "名"})


def doubt_before(plain: str, start: int, shape: Shape) -> int:
    """Where what stands before a figure and could belong to it begins; ``start`` where nothing does."""
    offset = max(0, start - REACH)
    before = plain[offset:start]
    if not before:
        return start
    if shape.begins_with_number and (
        _is_numeral(before, plain[start : start + 4], is_bare=not (shape.unit or shape.has_scale)) or _is_rank(before, shape)
    ):
        return start - 1
    patterns = (*_patterns(shape), *(_unit_patterns(shape.unit) if shape.begins_with_number else ()))
    places = [found.start() for pattern in patterns if (found := pattern.search(before))]
    doubted = [offset + place for place in places if not ends_another_word(plain, offset + place)]
    return start if not doubted or (_LABEL.search(before) and max(doubted) >= start - 2) else min(doubted)


def _patterns(shape: Shape) -> Iterator[re.Pattern[str]]:
    yield from _BEFORE_NUMBER if shape.begins_with_number else _BEFORE_LIMIT
    if shape.begins_with_number and shape.is_relative:
        yield from _OF_A_WHOLE
    if shape.is_doubling:
        yield from _BEFORE_DOUBLING
    if shape.is_qualified_behind:
        yield from _BEFORE_QUALIFIED_BEHIND


@lru_cache(maxsize=512)
def _unit_patterns(unit: str) -> tuple[re.Pattern[str], ...]:
    """What could belong to a figure because of its unit: a list's common qualifier, the same unit before 到, a larger unit."""
    word = re.escape(unit)
    listed = rf"(?:{_any(QUALIFIERS_BEFORE)}|零下|负)(?:{_any(PARTICLES)})?(?:{NUMBER}(?:{word})?[、和及与或])+$"
    if not unit:
        return _compiled(listed)
    larger = [larger for larger, smaller in SMALLER_UNITS.items() if unit in smaller]
    goes_on = [rf"(?<![0-9]{{3}}){NUMERAL}(?:{_any(larger)})[零又加]?$"] if larger else []
    return _compiled(listed, rf"{NUMERAL}{word}到$", *goes_on)


def _is_rank(before: str, shape: Shape) -> bool:
    """Whether 第 or 前 makes a place in a ranking of it."""
    return (before.endswith("第") and shape.unit not in _RANKED) or (before.endswith("前") and shape.unit in {"位", "名"})


def _is_numeral(before: str, beginning: str, *, is_bare: bool) -> bool:
    """Whether the character before a figure with that ``beginning`` could be part of its number, or of a code that a bare number ends (H7N9)."""
    last, first = before[-1], beginning[0]
    if _is_last_group(before, beginning):
        return True
    if last.isdecimal() or (unicodedata.category(last) in {"No", "Nl"} and not _LIST_NUMBER.match(last)):
        return True
    if is_bare and last.isascii() and last.isalpha():
        return True
    if (first in HAN_DIGITS and _COUPLE_BEFORE.search(before)) or (first in SCALES and _VAGUE_BEFORE.search(before)):
        return True
    digit = _DIGIT_BEFORE.search(before)
    if digit and first.isdigit() and int(first) == int(digit[1]) + 1 and beginning[1:2] in SCALES and beginning[1:2]:
        return True
    joins = f"{SCALES}〇零廿卅卌" if first in "0123456789." else f"{HAN_DIGITS}{SCALES}廿卅卌"
    return last in joins and not _WORD_WITH_NUMERAL.search(before)


def _is_last_group(before: str, beginning: str) -> bool:
    """Whether three digits may be the last group of a number that stands before a wide gap, a comma or the end of a table's row."""
    if beginning[3:4] == " " and _ROW_BEFORE.search(before):
        return True
    return _GROUP.fullmatch(beginning) is not None and any(pattern.search(before) for pattern in (_GROUP_BEFORE, _SPLIT_ROW_BEFORE))
