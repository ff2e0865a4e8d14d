"""Figures as readers see them, read back without the engine: what number, qualifier and unit do
these words say?
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from statsite.values import replace


class Shown(Struct, frozen=True):
    """What a written figure says.

    ``relation`` is one of ``= ≈ ≲ > ≥ < ≤ range``; ``ends`` is the number twice, or both ends of a
    range; ``last_digit`` is the size of the last decimal, None where there are none; ``unit`` is
    what follows the number.
    """

    relation: str
    ends: tuple[Fraction, Fraction]
    last_digit: Fraction | None
    unit: str


_ENGLISH_SCALES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ENGLISH_QUALIFIERS = {
    "": "=",
    "about": "≈",
    "nearly": "≲",
    "more than": ">",
    "over": ">",
    "at least": "≥",
    "less than": "<",
    "at most": "≤",
    "within": "≤",
}
_ENGLISH_HALVES = {
    "half": "≈", "nearly half": "≲", "more than half": ">", "at least half": "≥",
    "less than half": "<", "at most half": "≤",
}  # fmt: skip
_ENGLISH_TIMES = {"once": 1, "twice": 2}
_TIMES = re.compile(rf"(?:({'|'.join(filter(None, _ENGLISH_QUALIFIERS))}) )?(once|twice) (.*)")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACE = re.compile(r"(\d+)(?:st|nd|rd|th)(.*)")
_SCALE = "(?: (million|billion|trillion))?"
_DIGITS = r"[−-]?\d[\d,]*(?:\.\d+)?"
_ENGLISH = re.compile(
    f"(?:({'|'.join(filter(None, _ENGLISH_QUALIFIERS))}) )?({_DIGITS}){_SCALE}(?:(?:–"
    f"| to )({_DIGITS}){_SCALE})?(-odd)?(?!/) ?(.*)"
)
_FRACTION = re.compile(rf"(?:({'|'.join(filter(None, _ENGLISH_QUALIFIERS))}) )?(\d+)/(\d+)")
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FRACTION_IN_WORDS = re.compile(
    rf"(?:({'|'.join(filter(None, _ENGLISH_QUALIFIERS))}) )?({'|'.join(_WORDS)}) "
    rf"({'|'.join(_PARTS)})s?"
)

_CHINESE_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_CHINESE_BEFORE = {
    "超过": ">", "超": ">", "近": "≲", "接近": "≲", "约": "≈", "至少": "≥", "不少于": "≥",
    "不低于": "≥", "不足": "<", "不超过": "≤",
}  # fmt: skip
_CHINESE_AFTER = {
    "以上": "≥",
    "左右": "≈",
    "以内": "≤",
    "内": "≤",
    "以下": "≤",
    "余": ">",
    "多": ">",
}
_NUMERALS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = rf"[-−]?\d[\d,]*(?:\.\d+)?|[{''.join((*_NUMERALS, *_POWERS))}]+"
_BEFORE = rf"(?:({'|'.join(sorted(_CHINESE_BEFORE, key=len, reverse=True))})(?:建成|配备|开展)?)?"
_AFTER = "(以上|左右|以内|以下|内)?"
_AMOUNT = rf"({_NUMBER})(?!分之|/)(余|多)?(万亿|亿|万)?(余|多)?"
_CHINESE = re.compile(rf"{_BEFORE}{_AMOUNT}(?:[~～至—]{_AMOUNT})?(.*?){_AFTER}")
#: What a rate is per, in front of the figure, and at the end of its unit's label.
RATES = {
    "每年": "/年", "每月": "/月", "每季度": "/季度", "每天": "/日", "日均": "/日",
    "每千人": "/千人", "每万人": "/万人", "每人": "/人",
}  # fmt: skip
_RATE = re.compile("|".join(RATES))
_CHINESE_PLACE = re.compile(r"([第前])(\d+)位")
_CHINESE_SHARE = re.compile(
    rf"{_BEFORE}(?:一?(半)|([一二三四五六七八九])分之([一二三四五六七八九])|(\d+)/(\d+)"
    rf"|(\d+)(?:[~～](\d+))?成){_AFTER}"
)


def _share(relation: str, per_cent: int) -> Shown:
    return Shown(relation, (Fraction(per_cent), Fraction(per_cent)), None, "")


#: Words that say a share without a number, in the two languages.
_SHARE_WORDS = {
    **{words: _share(relation, 50) for words, relation in _ENGLISH_HALVES.items()},
    **{word: _share("=", 100) for word in ("all", "全部", "所有", "全覆盖", "均")},
    "过半": _share(">", 50),
}


def english(text: str) -> Shown:
    """What an English figure says: ``more than 85,000 pairs``, ``310.31 million people``,
    ``800–1,200 trees``, ``1/3``, ``once a year``, ``3rd``.
    """
    text = text[:1].lower() + text[1:]
    if text == "all":
        return Shown("=", (Fraction(100), Fraction(100)), None, "")
    if place := _english_place(text):
        return place
    if times := _TIMES.fullmatch(text):
        number = Fraction(_ENGLISH_TIMES[times[2]])
        return Shown(
            _ENGLISH_QUALIFIERS[times[1] or ""], (number, number), None, f"time {times[3]}"
        )
    if text in _SHARE_WORDS:
        return _SHARE_WORDS[text]
    if share := _english_share(text):
        return share
    found = _ENGLISH.fullmatch(text)
    assert found, f"not a figure: {text!r}"
    scales = (
        _ENGLISH_SCALES[found[3] or found[5] or ""],
        _ENGLISH_SCALES[found[5] or found[3] or ""],
    )
    ends = _number(found[2]) * scales[0], _number(found[4] or found[2]) * scales[1]
    relation = "range" if found[4] else ">" if found[6] else _ENGLISH_QUALIFIERS[found[1] or ""]
    return Shown(relation, ends, _last_digit(found[4] or found[2], scales[1]), found[7])


def _english_share(text: str) -> Shown | None:
    """``1/3`` and ``at least one third``; None where it is neither."""
    if digits := _FRACTION.fullmatch(text):
        qualifier, value = digits[1], Fraction(int(digits[2]), int(digits[3])) * 100
    elif words := _FRACTION_IN_WORDS.fullmatch(text):
        part = Fraction(_WORDS.index(words[2]), _PARTS.index(words[3]) + 2)
        qualifier, value = words[1], part * 100
    else:
        return None
    return Shown(_ENGLISH_QUALIFIERS[qualifier] if qualifier else "≈", (value, value), None, "")


def _english_place(text: str) -> Shown | None:
    """``3rd`` and ``top six``; None where it is neither."""
    place, top = _PLACE.fullmatch(text), re.fullmatch("top (.*)", text)
    if not place and not top:
        return None
    number = Fraction(place[1]) if place else Fraction(_WORDS.index(top[1]) if top else 0)
    return Shown("=", (number, number), None, f"place{place[2]}" if place else "top places")


def chinese(text: str) -> Shown:
    """What a Chinese figure says: ``超过8.5万对``, ``6000余棵``, ``800～1200株``, ``三分之一``,
    ``一半以上``, ``每年19个以上``, ``第3位``.
    """
    if place := _CHINESE_PLACE.fullmatch(text):
        return Shown(
            "=",
            (Fraction(place[2]), Fraction(place[2])),
            None,
            {"第": "位次", "前": "位"}[place[1]],
        )
    if rate := _RATE.match(text):
        counted = chinese(text[rate.end() :])
        return replace(counted, unit=f"{counted.unit}{RATES[rate[0]]}")
    text = re.sub("^(?:全部|所有|全覆盖|均)（100%）$", "100%", re.sub("%(?=～)", "", text))
    if (word := text.removesuffix("（100%）")) in _SHARE_WORDS:
        return _SHARE_WORDS[word]
    if share := _CHINESE_SHARE.fullmatch(text):
        return _chinese_share(share)
    found = _CHINESE.fullmatch(text)
    assert found, f"not a figure: {text!r}"
    before, first, more, scale, more_after, second, _, last_scale, _, unit, after = found.groups()
    scales = (
        _CHINESE_SCALES[scale or (last_scale or "" if second else "")],
        _CHINESE_SCALES[last_scale or scale or ""],
    )
    ends = _number(first) * scales[0], _number(second or first) * scales[1]
    relations = {_CHINESE_BEFORE[word] for word in (before,) if word} | {
        _CHINESE_AFTER[word] for word in (more, more_after, after) if word
    }
    assert len(relations) <= 1, f"qualifiers that disagree: {text!r}"
    return Shown(
        "range" if second else next(iter(relations), "="),
        ends,
        _last_digit(second or first, scales[1]),
        unit,
    )


def _chinese_share(share: re.Match[str]) -> Shown:
    before, half, below, above, over, under, tenths, last_tenths, after = share.groups()
    if half:
        ends = Fraction(50), Fraction(50)
    elif tenths:
        ends = Fraction(tenths) * 10, Fraction(last_tenths or tenths) * 10
    else:
        part = (
            Fraction(_NUMERALS[above], _NUMERALS[below])
            if above
            else Fraction(int(over), int(under))
        )
        ends = part * 100, part * 100
    relation = _CHINESE_BEFORE[before] if before else _CHINESE_AFTER[after] if after else "≈"
    return Shown("range" if last_tenths else relation, ends, None, "")


def _number(text: str) -> Fraction:
    """The number that digits or simple numerals write."""
    plain = text.replace(",", "").replace("−", "-")
    return Fraction(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else Fraction(_numeral(plain))


def _numeral(text: str) -> int:
    """The number that numerals up to 千 write: 三百, 百, 二十."""
    total, digit = 0, 0
    for char in text:
        if char in _POWERS:
            total, digit = total + (digit or 1) * _POWERS[char], 0
        else:
            digit = _NUMERALS[char]
    return total + digit


def _last_digit(number: str, scale: int) -> Fraction | None:
    decimals = number.partition(".")[2]
    return Fraction(scale, 10 ** len(decimals)) if decimals else None
