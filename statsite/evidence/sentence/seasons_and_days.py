"""Words that make a figure one of a season, a holiday or a day, where no year is beside them: 春运
40天, 开渔首日, 昨天.
"""

from __future__ import annotations

import re

from statsite.grammar.patterns import any_of
from statsite.grammar.seasons import SEASON
from statsite.grammar.status_words import MADE_KNOWN

_HEAD = r"(?:^|(?<=[，。;:、(“”\n]))"
_SEASONS = f"{SEASON}|黄金周|小长假"
#: Not 当天 and 次日, which are counted from a date that is named before, nor 本月 and 上月: what
#: months a year's figure is of, the draft of the article tells.
_DAYS = "[首昨前今]日|[昨前今][天晚夜]|首[周月季]|[本上]周|周末"
#: What makes of such a day the one of the report, or of the figure one of a longer time.
_REPORTED = f"{any_of(MADE_KNOWN)}|获悉|召开|消息|了解到|报道|采访|记者"
#: What began or ended on such a day and lasts longer, or is counted as a whole.
_OF_AN_EVENT = "鸣枪|鸣锣|开[跑幕赛考枪锣启园展馆演]|[落闭]幕|收[官兵]|启动|举[行办]|结束"
_LONGER = "全年|年度|累计|截至|截止|以来|至今|迄今|总计|[0-9]{4}年|历年"
_SEASON = re.compile(
    rf"{_HEAD}(?:今年|本年|[一-鿿]{{0,4}})(?:{_SEASONS})(?!前|后|档|债|路|门|社区|开学|入学|学期|新生|招生)"
    rf"(?![^。;!?]{{0,40}}(?:{_LONGER}))[^，。;!?:]{{0,6}}，?[^。;!?]{{0,16}}$"
)
_DAY = re.compile(
    rf"{_HEAD}[一-鿿]{{0,4}}?(?:{_DAYS})(?!起|前|后|薪|均|期|报)(?!{_OF_AN_EVENT})"
    rf"(?![^。;!?]{{0,40}}(?:{_LONGER}|{_REPORTED}))[^，。;!?:0-9]{{0,6}}，?[^。;!?]{{0,16}}$"
)
_ONE = "单[日月季周天]|最[^，。;!?:0-9]{1,4}的那?一(?:[天日周]|个月)"
_SINGLE_DAY = re.compile(rf"(?:{_ONE})[^，。;!?:0-9]{{0,12}}$")
#: The same where several days are named before.
_ONE_OF_THEM = re.compile(
    rf"([首当]日|[首当]天|首(?:周末|周|映日)|头[一三]天|第[一二三四五六七八]天|最后一天|{_ONE})[^，。;!?:0-9]{{0,12}}$"
)
#: So much of such words tells whether an indicator is called by them.
_TOLD_BY = re.compile(f"{_SEASONS}|{_DAYS}|{_ONE}")


def one_day(before: str) -> tuple[str, str]:
    """The words right ``before`` a figure by which it is of one of the days before it, and the one
    that names that; both empty where there are none.
    """
    found = _ONE_OF_THEM.search(before)
    return (found[0], found[1]) if found else ("", "")


def season_or_day(before: str) -> tuple[str, str]:
    """The words in ``before``, a figure's sentence up to it, by which it is of a season or a day,
    and the one that names that; both empty where there are none.
    """
    found = _SEASON.search(before) or _DAY.search(before) or _SINGLE_DAY.search(before)
    named = _TOLD_BY.search(found[0]) if found else None
    return (found[0], named[0]) if found and named else ("", "")
