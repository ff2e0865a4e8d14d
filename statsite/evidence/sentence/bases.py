"""Words by which a figure is only what another one is measured by, 300人的一半, or the least or the
most of what is meant, 保底工资.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import HAN_DIGITS, NUMBER

_NOUN = r"[^\W\d_]{0,4}"
_PART = f"(?:一半|半数|近半|过半|大半|小半|多半|零头|[{HAN_DIGITS}十百]+分之[{HAN_DIGITS}十])"
_NUMBERED_PART = f"(?:百分之|{NUMBER}(?:成(?![立员])|%)|(?:[几数好多]+|{NUMBER})倍)"
_TOLD_OF = re.compile(
    rf"[”’]?(?:{_NOUN}的(?:约|近|超|不足)?{_PART}|的(?:约|近|超|不足)?{_NUMBERED_PART}|一倍"
    rf"|{_NOUN}?(?:腰斩|清零|归零|打?对折|砍半|折半|减半(?![征收])|全部核销"
    rf"|(?:[砍削减缩少丢亏]|缩水|流失|损失|蒸发)[掉去了至到]?(?:一半|过半|大半|近半|[{HAN_DIGITS}]成)))"
)
_DOUBLED = re.compile(rf"翻了?[一二两三]?番|{_NOUN}?(?:翻倍|翻番|倍增)")
#: Before the whole of which a share is told: 占菏泽市1.1万家的六成.
_SHARE_OF = re.compile("占[到了去据]?[^，。;!?:0-9]{2,10}$")
_COMPARED = re.compile(r"[比较在由从][^，。;!?]{0,12}的?$")

#: What is left out: 除县城外; but 除了水稻外，还种.
_WITHOUT = re.compile(
    "(?:^|(?<=[，。;:年月日]))(?:除(?!夕|草|颤|尘|霜|湿|雪)(?:了|去|开)?|剔除|扣除|不包?[含括])([^，。;!?:]{1,12}?)"
    "(?:之外|以外|外|后|，)(?!，?[还也另又更])[^。;!?]{0,24}$"
)
#: What adds to a figure, and a title that leaves something out.
_ADDED = re.compile("(?:加上|算上|连同|计入)[^，。;!?:0-9]{1,8}$")
_LEFT_OUT = re.compile("不包?[含括]|除外|除[^，]{1,8}外")

_LEAST_OR_MOST = re.compile("(保底|兜底|托底|封顶|顶格)[^，。;!?:0-9]{0,6}$")


def base_behind(before: str, behind: str) -> str:
    """The words right ``behind`` a figure that tell a part or a multiple of it, or what became of
    it; or nothing. What ``before`` it compares with a figure is its own time's: 比2020年的2个翻番;
    and the whole that a share is of is a number of its own: 占菏泽市1.1万家的六成.
    """
    if _SHARE_OF.search(before):
        return ""
    found = _TOLD_OF.match(behind) or _multiple_behind(before, behind)
    return found[0] if found else ""


def _multiple_behind(before: str, behind: str) -> re.Match[str] | None:
    """What tells a multiple of a figure that is compared with none."""
    return None if _COMPARED.search(before) else _DOUBLED.match(behind)


def left_out(before: str, title: str) -> str:
    """The words before a figure that leave something out of it, or nothing; an indicator whose
    ``title`` says so too aside.
    """
    found = _WITHOUT.search(before)
    return "" if found is None or re.search("[除外]|不含|扣", title) else found[0]


def added_in(before: str, title: str) -> str:
    """The words before a figure that add to it what its indicator's ``title`` leaves out, or
    nothing: 不含自教的，加上那些是5100人.
    """
    found = _ADDED.search(before)
    return found[0] if found and _LEFT_OUT.search(title) else ""


def least_or_most(before: str, title: str) -> str:
    """The word before a figure that makes it the least or the most there is, or nothing; an
    indicator whose ``title`` has the word is of it.
    """
    found = _LEAST_OR_MOST.search(before)
    return found[0] if found and found[1] not in title else ""
