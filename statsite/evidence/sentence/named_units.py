"""The unit that a head, a label or a remark names without a number: 万吨/日, 亿美元, 每百户, ‰."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from statsite.evidence.sentence.rate_bases import RateBase, bases_of
from statsite.extract.measure_words import MEASURE_WORDS, MEASURES
from statsite.grammar.currencies import FOREIGN_NAMES
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import SCALES, VALUE_OF_SCALE
from statsite.grammar.patterns import any_of

_SCALE = re.compile(f"[{SCALES}]+")
#: Words for one measure, the one that stands for them first.
_ALIKE = (
    ("人", "名", "位", "口"),
    ("元", "块", "块钱", "元钱", "元人民币", "人民币", "人民币元", "圆"),
    ("公斤", "千克", "kg"),
    ("公里", "千米", "km"),
    ("米", "m"),
    ("吨", "t"),
    ("平方米", "平米", "㎡", "m²"),
    ("平方公里", "平方千米", "km²", "㎢"),
    ("立方米", "立方", "方", "m³"),
    ("千瓦时", "度", "度电", "kWh"),
    ("%", "百分比", "百分率", "占比", "构成比", "比重", "比例"),
    ("百分点", "个百分点"),
    ("港元", "港币"),
    ("美元", "美金"),
    ("摄氏度", "℃", "°C"),
    ("华氏度", "°F", "℉"),
    ("小时", "个小时"),
    ("天", "日"),
    ("月", "个月"),
)
_NAME_OF = {word: words[0] for words in _ALIKE for word in words}
_KNOWN = frozenset((*map(fold_word, MEASURE_WORDS), *_NAME_OF, *FOREIGN_NAMES, "‰"))
_MEASURES = frozenset(
    _NAME_OF.get(word, word) for word in (*MEASURES, *FOREIGN_NAMES, "‰", "摄氏度", "华氏度")
)
#: The currencies by the names that stand for them.
CURRENCIES = frozenset(_NAME_OF.get(word, word) for word in ("元", *FOREIGN_NAMES))
_CURRENCY_FIRST = re.compile(rf"(?P<name>{any_of((*FOREIGN_NAMES, '人民币'))})(?P<rest>.+)")
_SHARES = frozenset({"%", "‰", "百分点"})
#: A head that says % may be over shares and what they change by, in points.
_SHARE_OR_CHANGE_OF_ONE = ("%", "百分点")
#: What counts how often something came to be is no number of things: 人次.
_TIMES = "次"

#: Where words before a number name its unit: 单位均为万人, 以万元计, (吨):稻谷.
_REMARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!另表，)(?<!另列，)单位[均都皆]?(?:为|是|:)+([^，。;!?:()\s]{1,10})(?=[，。;!?:()])",
        r"以([^，。;!?:()\s以]{1,10}?)(?:为单位)?计(?=[，。;!?:)])",
        r"\(([^()]{1,12})\):[^。!?;()]*$",
    )
)
#: The same right before it: (公里/小时)为.
_RIGHT_BEFORE = re.compile(r"\(([^()]{1,12})\)[^，。;!?:()0-9]{0,8}$")
#: The unit in brackets, or behind a colon or a bar, with which a head or a title ends.
_AT_THE_END = re.compile(
    r"[(〔【\[]([^()〔〕【】\[\]]{1,12})[)〕】\]]$|[:/]([^:/，。;]{1,10}(?:/[^:/，。;]{1,6})?)$"
)


#: A unit that is called one, or a head of shares.
_TOLD = re.compile(
    r"[(]?(?:计量)?单位:?([一-鿿%/]{1,10})[)]?$|^[一-鿿]{0,8}(?=(百分[率比]|占比|构成比|比重|比例)$)"
)
_IN_ORDER = re.compile(r"\(([^()]{3,24})\)$")
_BY_NAME = re.compile(r"\(([^()]{3,60})\)$")
#: What the brackets say of one head: 金额:万美元, 面积单位为亩.
_UNIT_OF_ONE = re.compile("(.+?)(?:单位(?:[均都皆]?为|是|:)|:)(.+)")
_MARK = re.compile("[;、，,]")


class NamedUnit(Struct, frozen=True):
    """A unit by its parts: how many of a measure, and what it is so many per. An empty measure is
    left open: 每百户, 1/10万, (万).
    """

    scale: int
    measure: str
    bases: frozenset[RateBase]

    def counts_like(self, other: NamedUnit) -> bool:
        """Whether it counts the same as another one, what they are per aside. So many per hundred
        thousand are no shares.
        """
        if self.measure and other.measure:
            return self.scale == other.scale and _are_alike(self.measure, other.measure)
        if self.bases:
            return other.measure not in _SHARES
        return self.scale == other.scale


def named_unit(text: str) -> NamedUnit | None:
    """The unit that ``text`` is the name of; None where it is no name of a unit that is known."""
    plain = fold_word(text)
    front, _, base = plain.partition("/")
    bases = bases_of(plain if plain.startswith("每") or plain.endswith("均") else f"/{base}")
    if plain.startswith("每") or plain.endswith("均") or front in {"", "1"}:
        return NamedUnit(1, "", bases) if bases else None
    if plain in _KNOWN:
        return NamedUnit(1, _NAME_OF.get(plain, plain), frozenset())
    counted = _counted(front)
    return None if counted is None or (base and not bases) else NamedUnit(*counted, bases)


def _counted(front: str) -> tuple[int, str] | None:
    """The scale and the measure of what is so many per something, or of a whole unit."""
    currency = _CURRENCY_FIRST.fullmatch(front)
    if currency and (inner := _counted(currency["rest"])) and inner[1] in {"元", ""}:
        return inner[0], _NAME_OF.get(currency["name"], currency["name"])
    if front in _KNOWN:
        return 1, _NAME_OF.get(front, front)
    scale = _SCALE.match(front)
    ends = range(1, scale.end() + 1) if scale else range(0)
    return next((_scaled(front, end) for end in ends if _is_scaled(front[end:])), None)


def _is_scaled(measure: str) -> bool:
    """Whether a scale may stand before a measure, or alone."""
    return not measure or measure in _KNOWN


def _scaled(front: str, end: int) -> tuple[int, str]:
    """The scale that ends at ``end`` and the measure behind it."""
    return _product(front[:end]), _NAME_OF.get(front[end:], front[end:])


def _product(scale: str) -> int:
    """What the characters of a scale multiply to."""
    product = 1
    for character in scale:
        product *= VALUE_OF_SCALE[character]
    return product


def _are_alike(one: str, other: str) -> bool:
    """Whether two measures are one, or two words that may count the same things."""
    if one == other or (one, other) == _SHARE_OR_CHANGE_OF_ONE:
        return True
    both = {one, other}
    return both.isdisjoint(_MEASURES) and len({word.endswith(_TIMES) for word in both}) == 1


def unit_of_head(head: str) -> str:
    """The unit with which a head or a title ends, or nothing: 出口额(亿美元), 均价:元/斤, 单位:封,
    占比.
    """
    if told := _TOLD.search(head):
        return told[1] or told[2]
    found = _AT_THE_END.search(head)
    said = (found[1] or found[2]) if found else ""
    return said if said and named_unit(said) else ""


def units_in_order(title: str) -> tuple[str, ...]:
    """The units that a title ends in, one for each column: 风电(万千瓦;亿千瓦时); nothing where it
    ends in only one.
    """
    found = _IN_ORDER.search(title)
    units = tuple(_MARK.split(found[1])) if found else ()
    return units if len(units) > 1 and all(map(named_unit, units)) else ()


def unit_for_head(title: str, head: str) -> str:
    """The unit that the brackets at the end of a title give to what a head is called, or to its
    last words: 万美元 of 出口(数量:吨;金额:万美元), 万元 of (游客单位:万人次，收入单位:万元) for
    门票收入; or nothing.
    """
    found = _BY_NAME.search(title)
    parts = map(_UNIT_OF_ONE.fullmatch, _MARK.split(found[1])) if found else ()
    units = {part[1]: part[2] for part in parts if part and named_unit(part[2])}
    names = (name for name in units if head.endswith(name))
    return units.get(max(names, key=len, default=""), "")


def unit_of_remark(before: str, line: str) -> str:
    """The unit that the words ``before`` a number, or the beginning of its ``line``, name last; or
    nothing.
    """
    if right_before := unit_right_before(line):
        return right_before
    remarks = [found for pattern in _REMARKS for found in pattern.finditer(before)]
    units = [one[1] for one in sorted(remarks, key=re.Match.start) if named_unit(one[1])]
    return units[-1] if units else ""


def unit_right_before(line: str) -> str:
    """The unit in brackets right before a number, by its ``line`` up to it; or nothing."""
    found = _RIGHT_BEFORE.search(line)
    return found[1] if found and named_unit(found[1]) else ""


def named_units(texts: Iterable[str]) -> frozenset[NamedUnit]:
    """The units of those ``texts`` that are names of one."""
    return frozenset(unit for unit in map(named_unit, texts) if unit)
