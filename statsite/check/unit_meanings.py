"""What a unit is called and the words it is printed with mean one measure: 元 is no dollar, and 斤
no kilogram.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from statsite.grammar.lexicon import SCALES
from statsite.model import Site, Unit, location_of
from statsite.problems import Problem

#: Measures that are taken for one another, by what newspapers and labels call them.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "yuan": ("元", "块", "块钱", "人民币", "元人民币", "yuan", "rmb", "cny", "renminbi"),
    "US dollars": ("美元", "美金", "dollar", "dollars", "us dollar", "us dollars", "usd"),
    "euros": ("欧元", "euro", "euros"),
    "yen": ("日元", "日圆", "yen"),
    "Hong Kong dollars": ("港元", "港币", "hong kong dollar", "hong kong dollars"),
    "Macau patacas": ("澳门元", "澳门币", "pataca", "patacas", "mop"),
    "New Taiwan dollars": ("新台币", "台币", "new taiwan dollar", "new taiwan dollars"),
    "Australian dollars": ("澳元", "australian dollar", "australian dollars"),
    "Canadian dollars": ("加元", "canadian dollar", "canadian dollars"),
    "won": ("韩元", "won"),
    "roubles": ("卢布", "rouble", "roubles", "ruble", "rubles"),
    "pounds sterling": ("英镑", "pound sterling", "pounds sterling"),
    "jin": ("斤", "市斤", "jin", "catty", "catties"),
    "kilograms": ("公斤", "千克", "kilogram", "kilograms", "kg"),
    "grams": ("克", "gram", "grams", "g"),
    "milligrams": ("毫克", "milligram", "milligrams", "mg"),
    "micrograms": ("微克", "microgram", "micrograms", "µg", "μg"),
    "tonnes": ("吨", "tonne", "tonnes", "ton", "tons", "metric tons", "t"),
    "metres": ("米", "metre", "metres", "meter", "meters", "m"),
    "kilometres": ("公里", "千米", "kilometre", "kilometres", "kilometer", "kilometers", "km"),
    "li": ("里", "华里", "li"),
    "nautical miles": ("海里", "nautical mile", "nautical miles"),
    "feet": ("英尺", "foot", "feet"),
    "inches": ("英寸", "inch", "inches"),
    "pounds of weight": ("磅",),
    "twenty-foot containers": (
        "标准箱", "标箱", "teu", "standard container", "standard containers",
        "twenty-foot equivalent unit", "twenty-foot equivalent units",
    ),
    "barrels": ("桶", "barrel", "barrels"),
    "miles": ("英里", "mile", "miles"),
    "centimetres": ("厘米", "centimetre", "centimetres", "centimeter", "centimeters", "cm"),
    "millimetres": ("毫米", "millimetre", "millimetres", "millimeter", "millimeters", "mm"),
    "mu": ("亩", "mu"),
    "hectares": ("公顷", "hectare", "hectares", "ha"),
    "acres": ("英亩", "acre", "acres"),
    "square metres": ("平方米", "平米", "square metre", "square metres", "square meters", "m²"),
    "square kilometres": ("平方公里", "平方千米", "square kilometre", "square kilometres", "km²"),
    "cubic metres": ("立方米", "cubic metre", "cubic metres", "cubic meters", "m³"),
    "litres": ("升", "litre", "litres", "liter", "liters"),
    "per cent": ("%", "per cent", "percent"),
    "per mille": ("‰", "per mille", "per thousand"),
    "percentage points": ("个百分点", "百分点", "percentage point", "percentage points"),
    "basis points": ("个基点", "基点", "basis point", "basis points"),
    "millilitres": ("毫升", "millilitre", "millilitres", "ml"),
    "watts": ("瓦", "watt", "watts", "w"),
    "kilowatts": ("千瓦", "kilowatt", "kilowatts", "kw"),
    "megawatts": ("兆瓦", "megawatt", "megawatts", "mw"),
    "kilowatt-hours": ("千瓦时", "度电", "度", "kilowatt-hour", "kilowatt-hours", "kwh"),
    "people": ("人", "名", "位", "口", "person", "people", "persons"),
    "households": ("户", "household", "households"),
    "person-times": ("人次", "person-time", "person-times"),
    "years": ("年", "year", "years"),
    "months": ("个月", "月", "month", "months"),
    "weeks": ("周", "星期", "个星期", "个周", "week", "weeks"),
    "days": ("天", "日", "day", "days"),
    "hours": ("小时", "个小时", "hour", "hours"),
    "minutes": ("分钟", "minute", "minutes"),
    "seconds": ("秒", "秒钟", "second", "seconds"),
    "degrees Celsius": ("℃", "摄氏度", "degree celsius", "degrees celsius", "°c"),
    "degrees Fahrenheit": ("℉", "华氏度", "degree fahrenheit", "degrees fahrenheit", "°f"),
}  # fmt: skip
_MEANINGS = {name: meaning for meaning, names in _CALLED.items() for name in names}
#: What a rate is per, and what a label says in brackets, belong to another measure.
_REST = re.compile(r"\s*(?:/|[(（]|\bper (?!cent|mille|thousand)|\ban? ).*$")

_IN_BRACKETS = re.compile(r"[(（]([^()（），,]+)")


def labels_mean_what_words_do(site: Site) -> Iterator[Problem]:
    """``unit-label-differs``: a unit that is labelled as another measure than its words name."""
    for unit in site.units.values():
        words = set(filter(None, map(meaning_of, unit.words)))
        if words:
            yield from _differing_labels(unit, words)


def _differing_labels(unit: Unit, words: Collection[str]) -> Iterator[Problem]:
    """The labels of a unit that name none of the measures which its ``words`` do."""
    for language, label in unit.label.items():
        said = meaning_of(label.other)
        if said and said not in words:
            yield _differs(unit, language, said, min(words))


def meaning_of(name: str) -> str:
    """The measure that ``name`` calls, 万 and 亿 and what it is per aside; nothing where it calls
    none of those that are known. What stands in brackets may say it: 元（港元）.
    """
    plain = name.casefold()
    in_brackets = _IN_BRACKETS.search(plain)
    head = _REST.sub("", plain).strip()
    names = (in_brackets[1] if in_brackets else "", head, head.lstrip(SCALES))
    return next((_MEANINGS[one] for one in names if one in _MEANINGS), "")


def _differs(unit: Unit, language: str, said: str, meant: str) -> Problem:
    message = f"`{unit.id}` is labelled in {said}, and its words are {meant}"
    hint = "label it as the articles print it: a figure is shown with its label and never converted"
    return Problem("unit-label-differs", message, location_of(unit, language), hint)
