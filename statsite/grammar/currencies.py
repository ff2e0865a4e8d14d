"""Currencies beside a sum of money: 50万元 of 新台币50万元 is no sum in yuan, and 50亿 of 50亿泰铢
is none in anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.amounts import UnitWords
from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.patterns import any_of, ends_behind

_OWN = ("元", "圆", "块", "块钱", "角", "元钱", "元人民币", "人民币")
#: What other currencies than the yuan are called.
FOREIGN_NAMES = tuple(
    map(
        fold_word,
        (
            *[
                "美元",
                "美金",
                "美刀",
                "美分",
                "欧元",
                "欧分",
                "日元",
                "日圆",
                "港元",
                "港币",
                "港纸",
                "新台币",
                "台币",
                "澳门元",
                "澳门币",
                "葡币",
                "澳元",
                "澳币",
                "加元",
                "加币",
                "新元",
                "新加坡元",
                "坡币",
                "新加坡币",
                "叻币",
                "坡元",
                "新币",
                "纽元",
                "新西兰元",
                "英镑",
                "镑",
                "便士",
                "卢布",
                "卢比",
                "比索",
                "泰铢",
                "韩元",
                "韩币",
                "朝元",
                "越南盾",
                "印尼盾",
                "盾",
                "林吉特",
                "马币",
                "令吉",
                "迪拉姆",
                "里亚尔",
                "第纳尔",
                "坚戈",
                "瑞郎",
                "瑞士法郎",
                "法郎",
                "马克",
                "克朗",
                "里拉",
                "兰特",
                "福林",
                "兹罗提",
                "雷亚尔",
                "谢克尔",
                "先令",
                "奈拉",
                "图格里克",
                "苏姆",
                "索姆",
                "塔卡",
                "基普",
                "瑞尔",
                "缅币",
                "缅元",
                "文莱元",
                "列弗",
                "列伊",
                "格里夫纳",
                "拉里",
                "德拉姆",
                "马纳特",
                "阿富汗尼",
                "埃镑",
                "比尔",
                "宽扎",
                "塞地",
                "博利瓦尔",
                "索尔",
                "瓜拉尼",
                "比特币",
                "以太币",
                "泰达币",
                "特别提款权",
            ],
        ),
    )
)
_CODES = [
    "USD",
    "HKD",
    "EUR",
    "JPY",
    "GBP",
    "TWD",
    "NTD",
    "MOP",
    "KRW",
    "SGD",
    "AUD",
    "CAD",
    "CHF",
    "NZD",
    "THB",
    "INR",
    "RUB",
    "MYR",
    "VND",
    "IDR",
    "PHP",
    "BRL",
    "ZAR",
    "AED",
    "SAR",
    "USDT",
    "BTC",
    "SDR",
    "HK$",
    "US$",
    "NT$",
    "AU$",
    "NZ$",
    "S$",
    "A$",
    "C$",
    "R$",
    "MOP$",
    "$",
    "€",
    "£",
    "₩",
    "₽",
    "₹",
    "฿",
    "₫",
    "₱",
    "₪",
    "₺",
    "₴",
    "₦",
    "₸",
]
_FOREIGN = any_of((*FOREIGN_NAMES, *_CODES))
_LIGHT = "(?:总额|总计|合计|共计|约合|折合|大约|约|近|超过?|逾|为|是|达|达到|共|各|[:(])*"
_BEFORE = re.compile(
    rf"(?:{_FOREIGN}|[叻坡澳港台葡日韩泰越](?:门|湾)?币){_LIGHT}$"
    rf"|(?:单位[:为是]?|以|按|用)(?:{_FOREIGN})(?:计价|计算|结算|标价|口径|支付|为单位|计)?\)?[^。;!?]{{0,16}}$"
    rf"|\((?:{_FOREIGN})[^)]{{0,4}}\)[^，。;!?]{{0,8}}$"
)
_BEHIND = re.compile(
    rf"[多余]?\(?(?:折合)?(?:{_FOREIGN}|(?!人民|数字|纪念)[一-鿿]{{2,4}}币)|刀(?=$|[，。;!?、)])"
)


def currency_before(before: str, shape: FigureShape, units: UnitWords) -> Iterator[int]:
    """Where in ``before`` the name of a foreign currency begins, if the figure counts yuan."""
    if _may_be_yuan(shape, units) and (found := _BEFORE.search(before)):
        yield found.start()


def currency_behind(plain: str, end: int, shape: FigureShape, units: UnitWords) -> Iterator[int]:
    """Where the name of a foreign currency ends behind a sum, or behind a number without unit."""
    if not units.at(plain, end) and _may_be_of_money(shape, units):
        yield from ends_behind([_BEHIND], plain, end)


def _may_be_of_money(shape: FigureShape, units: UnitWords) -> bool:
    """Whether a figure is a sum, or a number without unit."""
    return not shape.measure or _may_be_yuan(shape, units)


def _may_be_yuan(shape: FigureShape, units: UnitWords) -> bool:
    """Whether a figure counts yuan: by its unit word, or without one by those of its unit."""
    words = (shape.measure,) if shape.measure else units.longest_first
    return any(word.lstrip("十百千万亿") in _OWN for word in words)
