"""Why reading a figure stopped: short sentences that tell an editor what to change."""

from __future__ import annotations

import re

from statsite.grammar.lexicon import HAN_NUMERALS
from statsite.grammar.numerals import MOST_DIGITS
from statsite.grammar.qualifiers import JOINER

MISSING = "a number is missing"
APART = "white space separates two digits that do not make one number"
NO_WHOLE = "a share needs a unit whose words include %"
NO_MULTIPLE = "翻番 needs a unit whose words include 倍"
NOT_OF_A_WHOLE = "only a share can be one of a whole that is named before it"
RANGE_QUALIFIED = "a range takes no qualifier"
RANGE_ENDS = "the two ends of a range must be of one kind, and the first below the last"
NOT_ABOVE_ZERO = "余 and 多 need a number above zero"
TIME_NOT_SIZE = "近 before a word for time names the recent past, not a size"

_SHOWN_LENGTH = 8
_VAGUE = re.compile(
    "数[十百千万亿]*|好?几|若干|动辄|绝?大?多数|少数|大部分|部分|许多|众多|诸多|不少(?!于)"
    "|大量|无数|[大多小少]半|一?些"
    "|成[百千](?:上[千万])?|亿万|万千|千百万?|百千万"
    "|十?[一二两三四五六七八九]{2}(?![〇零一二三四五六七八九])|来"
)
_NOT_PRINTED = re.compile(
    "达到|达|共计|共有|共|合计|累计|总计|总共|高达|多达|为|占|增加|增长|上升|提高|提升|升至"
    "|增至|下降|降低|降至|减少|缩短|新增|力争|每"
)
_TOO_LONG = re.compile(
    f"[-负]?[0-9,.]{{{MOST_DIGITS + 1},}}"
    f"|[-负]?[〇零一二两三四五六七八九十百千点]{{{MOST_DIGITS + 1},}}"
)
_NUMERAL = re.compile(rf"[0-9.,/{HAN_NUMERALS}]+")
#: 3分30秒: what an editor gives in one unit.
_ANOTHER_UNIT = re.compile(r"零?[0-9〇零一二两三四五六七八九十]+[^\W\d_]")
_IN_A_LIST = re.compile(r"[、和与及][0-9〇零一二两三四五六七八九十百千]")
_QUALIFIER = re.compile(r"左右|上下|以上|以下|以内|之内|有余|[余多内]")


def reason_for_no_number(plain: str, at: int) -> str:
    """Why no number could be read where one had to begin."""
    if at == len(plain):
        return MISSING
    if _TOO_LONG.match(plain, at):
        return f"a number has at most {MOST_DIGITS} digits"
    if known := _known_reason(plain, at):
        return known
    if plain[at] == "多":
        return "`多` without a number is too vague"
    if found := _NUMERAL.match(plain, at):
        return f"{_quoted(found[0])} is not a well-formed number"
    return f"no number begins with {_quoted(plain[at:])}"


def reason_for_rest(plain: str, at: int) -> str:
    """Why what follows a figure does not belong to it."""
    return (
        _reason_for_qualifier(plain, at)
        or _known_reason(plain, at)
        or _reason_for_second_number(plain, at)
        or _reason_for_other_rest(plain, at)
    )


def _reason_for_qualifier(plain: str, at: int) -> str:
    found = _QUALIFIER.match(plain, at)
    if found is None:
        return ""
    return f"{_quoted(found[0])} is one qualifier too many, or is in the wrong place"


def _reason_for_other_rest(plain: str, at: int) -> str:
    """The reason for a rest of which no more can be said than what it begins with."""
    if found := _NUMERAL.match(plain, at):
        return f"the number cannot go on with {_quoted(found[0])}"
    if found := JOINER.match(plain, at):
        return f"no second number follows {_quoted(found[0])}"
    return f"{_quoted(plain[at:])} is not a word of this unit"


def _reason_for_second_number(plain: str, at: int) -> str | None:
    """Why a second number with a unit, or a list of numbers, does not belong to a figure."""
    if _ANOTHER_UNIT.match(plain, at) and not plain[at - 1].isdigit():
        return (
            f"a figure has one unit, but {_quoted(plain[at:])} follows: give it in one unit with "
            "`value`"
        )
    if _IN_A_LIST.match(plain, at):
        return f"each number of a list is a figure of its own: leave {_quoted(plain[at:])} out"
    return None


def contradiction(first: str, second: str) -> str:
    """That two qualifiers cannot both hold."""
    return f"{_quoted(first)} and {_quoted(second)} contradict each other"


def unclear_power(power: str) -> str:
    """That a range does not show how far its 十, 百 or 千 reaches."""
    return f"it is not clear whether {_quoted(power)} serves both numbers"


def _known_reason(plain: str, at: int) -> str | None:
    """The reason for words that editors are known to write, wherever they are."""
    if plain[at] in "%‰":
        return f"`{plain[at]}` is printed, but the unit's words do not include it"
    if plain[at] == "第":
        return "leave `第` out: a rank is written as its bare number"
    if found := _NOT_PRINTED.match(plain, at):
        return f"leave {_quoted(found[0])} out: it is not part of a figure"
    if found := _VAGUE.match(plain, at):
        return f"{_quoted(found[0])} is too vague"
    return None


def _quoted(text: str) -> str:
    """``text`` in backquotes, not too long, nothing hidden."""
    shown = text[:_SHOWN_LENGTH] + ("…" if len(text) > _SHOWN_LENGTH else "")
    return f"`{''.join(map(_visible, shown))}`"


def _visible(character: str) -> str:
    return character if character.isprintable() else f"<U+{ord(character):04X}>"
