"""The unit or the currency that words tell of a number without either: 按就诊人次算是5.6万,
以美元记账; 14.5，单位是雷亚尔.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.carried_currencies import carried_currency
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.grammar.currencies import FOREIGN_NAMES
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import SCALES
from statsite.grammar.patterns import any_of

_CURRENCY = any_of((*FOREIGN_NAMES, "人民币"))
_UNIT = any_of((*map(fold_word, MEASURE_WORDS), *FOREIGN_NAMES, "人民币"))
#: How something is counted, where no words for each of many are among it: 按就诊人次算, 论件数.
_COUNTED = (
    rf"(?:[按以用拿][^，。;!?:0-9每均]{{0,6}}?(?P<unit>{_UNIT})数?来?"
    rf"(?:计算|统计|衡量|计|算|论|说)(?![划入时])|论[^，。;!?:0-9每均]{{0,4}}?(?P<told>{_UNIT})数?)"
)
_RIGHT_BEFORE = re.compile(rf"{_COUNTED}(?:起来|的话)?，?[^，。;!?0-9]{{0,6}}$")
_WITH_A_NUMBER = re.compile(rf"{_COUNTED}(?:起来|的话)?，?[^，。;!?0-9]{{0,6}}(?=[0-9])")
#: What is told in so many words is told for each of them.
_PER = frozenset({"人头", "个人", "月", "年", "天", "日", "周", "小时", "个月", "学期", "学年"})
#: The currency of all sums of an account: 用欧元做账, 币种为美元.
_OF_ACCOUNT = re.compile(
    rf"[以用按拿](?P<kept>{_CURRENCY})来?"
    r"(?:记账|做账|入账|列账|结算|结账|列示|列报|编制|披露|计价|报价|标价|核算|计算|计|算|支付|发放)(?!划)"
    rf"|(?:货币|币种|单位)[均都皆]?(?:为|是|:)(?P<named>{_CURRENCY})"
)
#: The same behind a number, of that or of all: ，单位是美元; ，均以港元计.
_BEHIND = re.compile(
    rf"[^，。;!?0-9]{{0,4}}[，(][^，。;!?0-9]{{0,4}}(?:(?:货币|币种|单位|[说指]的)(?:是|为|指|:)(?P<unit>{_UNIT})"
    rf"|(?:以|按|用)(?P<kept>{_CURRENCY})(?:来)?(?:计|算|标价|报价|结算|结账|核算|支付)(?!划))"
)
_OF_ALL = re.compile(
    r"(?:[文表]中|本[文表]|[以上][上述面]|这些|报[告道]中)[^，。;!?]{0,6}[均都皆全](?:以|按|用|为|是|指)"
    rf"(?P<unit>{_CURRENCY})"
)
#: A currency that is named without a sum, for what sums are in and not for what it is worth.
_NAMED = re.compile(
    rf"(?<![0-9.{SCALES}余多几对兑换])(?P<unit>{_CURRENCY})"
    "(?![区债兑走升贬汇跌涨]|指数|基金|资产|存款|贷款|理财|现[金钞]|加息|降息|化|霸权)"
)
_YUAN = re.compile(rf"人民币|[0-9.{SCALES}余多几]元")
#: Names of currencies that are other words as well: 马克, 比尔.
_CLEAR = re.compile("[元币镑铢]$|[南尼]盾$|卢[布比]$|比索$|亚尔$|[瑞法]郎$")


def unit_counted_by(before: str) -> str:
    """The unit that the words right before a number say it is counted by; or nothing."""
    found = _RIGHT_BEFORE.search(before)
    unit = (found["unit"] or found["told"]) if found else ""
    return "" if unit in _PER else unit


def units_counted_by(text: str) -> frozenset[str]:
    """The units that a text says its numbers are counted by."""
    return frozenset(one["unit"] or one["told"] for one in _WITH_A_NUMBER.finditer(text))


def currency_of_account(before: str) -> str:
    """The currency that the words ``before`` a sum say all sums are in, where no sum with one of
    its own is between; or nothing.
    """
    found = [*_OF_ACCOUNT.finditer(before), *_OF_ALL.finditer(before)]
    last = max(found, key=re.Match.end, default=None)
    if last is None or carried_currency(before[last.end() :]):
        return ""
    return last[last.lastgroup or 0]


def unit_told_behind(behind: str) -> str:
    """The unit that the words ``behind`` a number tell of it, or the currency that a later remark
    tells of all sums; or nothing.
    """
    found = _BEHIND.match(behind.lstrip(SCALES)) or _OF_ALL.search(behind)
    return found[found.lastgroup or 0] if found else ""


def currency_named_alone(text: str) -> str:
    """The one currency that a text names without a sum, where it names no yuan; or nothing."""
    named = {found["unit"] for found in _NAMED.finditer(text)}
    said = next(iter(named)) if len(named) == 1 else ""
    return said if _CLEAR.search(said) and _YUAN.search(text) is None else ""
