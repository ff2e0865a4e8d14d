"""What stands right beside a time expression of a text."""

from __future__ import annotations

import re

from msgspec import Struct

from statsite.extract.time_expressions import TimeExpression

LONGEST_HEADING = 30
NOT_COMPARING = frozenset(
    {
        "",
        "截至",
        "截止",
        "截止到",
        "到",
        "至",
        "自",
        "与",
        "同",
        "和",
        "跟",
        "于",
        "是",
        "为",
        "占",
        "当于",
    }
)
#: Words for a year with which something began: 从2022年开始。那年….
THAT_YEAR = frozenset({"那年", "那一年", "这年", "这一年", "当年", "同年"})
SAME_PART = frozenset({"同期", "同日", "同月", "同季", "同一天", "同一日"})
BESIDE = frozenset({"与", "同", "和", "跟"})
#: What names a day by what was on it: 正月初一当天.
NAME_BEFORE = re.compile("[一-鿿](?<![日号天月晚起在于从到至的])$")
#: What begins something, before the time at which it did: 创办于2016年.
FOUNDED_BEFORE = re.compile("(?:成立|建|创|始建|创建|创办|出生|开工|诞生|设立)$")
IS_A_TIME = re.compile(r"[0-9〇零一二三四五六七八九十年月日号至到~—次翌今去明底-]{3,40}[)）]")
#: What is named right before its own days or months in brackets: 第18周(4月28日—5月4日),
#: 春运期间(1月14日至2月22日), 2025财年上半年(4月至9月), 上个采暖季(2024年11月至2025年3月).
HAS_DAYS_IN_BRACKETS = re.compile(
    "(?:周[一二三四五六日天末]?|[前后头][0-9一二两三四五六七八九十]{1,3}[天周]|期间?|节|档|会|运|季|假|段|月"
    "|[学财]年|年度|财年第?[上下一二三四](?:半年|季度))$"
)
PART_OF_EVENT = re.compile(
    "最后一个?(?:[比决]?赛|展)?[天日]|收官[日夜]|首个?(?:比赛|展)?[日天晚]"
    "|第(?P<number>[一二三四五六七八])个?(?:比赛|展)?[天日晚]|当[天日]"
)
#: How far before an expression a word is looked for that belongs to it.
NEAR = 16


class Beside(Struct, frozen=True):
    """What stands beside the time expressions of ``plain``."""

    plain: str

    def goes_on(self, pattern: re.Pattern[str], expression: TimeExpression) -> bool:
        """Whether ``pattern`` matches right behind an expression."""
        return pattern.match(self.plain, expression.end) is not None

    def found_before(self, pattern: re.Pattern[str], expression: TimeExpression) -> str:
        """What ``pattern`` finds near before an expression, or nothing."""
        begin = max(0, expression.start - NEAR)
        found = pattern.search(self.plain, begin, expression.start)
        return found[0] if found else ""
