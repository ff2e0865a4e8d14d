"""Words that make a year that is named before a figure no whole year: 2024年春运, 2023/24榨季."""

from __future__ import annotations

import re

from statsite.evidence.sentence.former_times import BEGINNINGS
from statsite.grammar.lexicon import PLANS
from statsite.grammar.patterns import any_of
from statsite.grammar.seasons import SEASON

#: What right behind a year names a part of it: 2024年暑期档, 2024年入汛以来.
_PART = re.compile(
    "[，的]?([一-鿿]{0,4}(?:[0-9]{1,3}|[一二三四五六七八九十]{1,2})(?:天|日|周|个月)(?=[，内里间的中])|年中|入[汛冬夏伏春秋梅]以?来?"
    "|[，]?[寒暑年春病产]假(?:里|中|期间|，)|[一-鿿]{1,3}(?:长假|假期|黄金周|季(?![度后报如]|开学|入学|学期|新生|招生)|节(?:期间|前后|当天)|期间)|[一-鿿]{0,3}月份"
    f"|{SEASON}档?(?![前后债路门]|社区)|贺岁档)"
)
#: A part of a year up to one of its months, the last but one at most: 入汛至8月底.
_UP_TO_A_MONTH = re.compile(
    "(?:入[汛冬夏伏春秋梅]|年初)以?来?[至到](?:[1-9]|1[01])月(?:[0-9]{1,2}日|[底末初]|[上中下]旬)?"
    "(?=，?[^，。;!?]{0,16}$)"
)
#: What right before a figure names one day or month of the year: 客流最多的一天运送.
_ONE = re.compile("((?<=的)一(?:[天日周]|个月)|那[一几两三]?(?:[天日周]|个月))，?[一-鿿]{0,8}$")
#: A season, or a year that is not one of the calendar: 2023/24榨季, 2023-2024学年.
_ACROSS = re.compile("[0-9]{4}[/-](?:[0-9]{4}|[0-9]{2})(?:年度|[一-鿿]{1,3}(?:年|季))?")
#: A time of several years up to that of a figure, and a word for the sum of them. Where the year in
#: which they began is named, or both ends (自2019年至2024年), the draft tells them.
_SINCE = re.compile(
    rf"(?:十[{PLANS}]五”?|成立|创[办立建]|建[馆校院厂园站]|开[馆园业放]"
    r"|运营|启动|实施)[^，。;0-9]{0,8}(?:以来|起|算起|至今|至|到)(?P<rest>[^。;]*?)"
    r"(?:累计|共(?![同享建有]|计划)|共计|总计|合计|一共|总共|先后)[^，。;0-9]{0,16}$"
)
_OPENINGS = any_of((*BEGINNINGS, "投用", "投运", "开放", "通车"))
#: The opening of something up to the time of a figure, which is no level (有, 达) and no rate.
_OPENED_UP_TO = re.compile(
    rf"(?:{_OPENINGS})[^，。;0-9]{{0,4}}?"
    "(?:以?来|之日|起)?(?:至今|到今|迄今|[至到](?:19|20)[0-9]{2}年[底末]?)"
    r"，?(?![^，。;]*(?:有|达|为|仍|存|均|每|尚|剩|已经?是))[^，。;0-9]{0,14}$"
)
#: A year in which something began, and the sum of the years from that on: 2013年首发，到2024年共.
_BEGUN = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})年[^，。;0-9]{{0,12}}?"
    rf"(?:首[班列发趟航次批单]|第一|开[行板通]|{_OPENINGS})"
    r"[^，。;0-9]{0,8}(?:，[^，。;0-9]{0,8})?[至到](?P<last>(?:19|20)[0-9]{2})年"
    r"[^。;0-9]{0,12}?(?:累计|总共|总计|合计|共计|已[^有达为是])[^，。;0-9]{0,14}$"
)
_EVER = re.compile(
    "[自从](?!20|19)[^，。;0-9]{2,8}(?:算起|至今|迄今)，?[^，。;0-9]{0,14}$|(?:历[年届次任]来?|多年来?|累年|迄今|有史以来)[^，。;0-9]{0,8}$"
)
#: A number of years at the head of a sentence, and the sum of them: 五年来共审结.
_IN_SO_MANY_YEARS = re.compile(
    r"(?:^|(?<=[。;]))(?:近|过去|这|最近)?的?(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十]+)年(?:来|间|里)，"
    r"[^。;0-9]*?(?:累计|共(?![同享建有])|共计|总计|合计|一共|总共|先后)[^，。;0-9]{0,16}$"
)
_UP_TO = re.compile("(?:截至|截止|到|至)[^，。;]{0,2}$")
#: So much is shown of what such a sum begins with.
_SHOWN = 24
_SUMS = re.compile("累计|历年|以来|至今|总[数量额计]")
_A_YEAR = re.compile("(?:19|20)[0-9]{2}年")


def sum_of_years(before: str) -> str:
    """The words ``before`` a figure by which it is the sum of several years up to its own:
    开馆到2024年共; or nothing.
    """
    ever = _EVER.search(before) or _OPENED_UP_TO.search(before) or _IN_SO_MANY_YEARS.search(before)
    since = _SINCE.search(before)
    if ever:
        return ever[0]
    if (begun := _BEGUN.search(before)) and begun["year"] != begun["last"]:
        return begun[0][:_SHOWN]
    if since is None or _names_its_year(since):
        return ""
    return since[0][:_SHOWN]


def sum_since_opening(before: str, title: str) -> str:
    """The words ``before`` a figure by which it is the sum of all years since something opened
    (开馆至今), or of so many (五年来共); or nothing. An indicator whose ``title`` says so counts
    just that.
    """
    found = _OPENED_UP_TO.search(before) or _IN_SO_MANY_YEARS.search(before)
    return found[0] if found and not _SUMS.search(title) else ""


def _names_its_year(since: re.Match[str]) -> bool:
    """Whether what follows a beginning names the figure's own year, and no end of a sum: 2024年新建
    of 自2012年以来, but not 到2024年共建.
    """
    years = _A_YEAR.finditer(since.string, *since.span("rest"))
    return any(not _UP_TO.search(since.string[: year.start()]) for year in years)


def part_up_to_a_month(before: str) -> str:
    """The words ``before`` a figure by which it is of a year's first months alone, or nothing."""
    found = _UP_TO_A_MONTH.search(before)
    return found[0] if found else ""


def part_of_year(year: str, between: str) -> str:
    """The words by which a figure is about a part of a year, or of two, and not of a whole one:
    ``year`` is the year as printed, ``between`` what stands between it and the figure. Nothing
    where it is a whole year.
    """
    if _ACROSS.fullmatch(year):
        return year
    found = _PART.match(year.partition("年")[2] + between) or _ONE.search(between)
    return found[1] if found else ""
