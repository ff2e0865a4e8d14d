"""Whether a time that a sentence names beside another matter is that of its figure: 此前的纪录诞生
于2024年8月4日，为; 前年我退休时再看; 前年的粉笔印——; and words by which a figure is of no time that
was told before its sentence: 三年间; or of a part of it: 今年累计, 开秤头十天.
"""

from __future__ import annotations

import re

from statsite.extract.begun_times import BEGINNING
from statsite.grammar.lexicon import IN_CLAUSE, SMALL_NUMERALS

_COUNT = rf"(?:[{SMALL_NUMERALS}两几多]|[0-9]){{1,3}}"
_OTHERS = "(?:此前|之前|先前|原来|原先|原|旧|上一?个?|前一?个?|老)"
#: What is itself a figure, or a round of a count, and the words up to when it was made.
_OF_A_ROUND = re.compile(
    rf"(?:{_OTHERS}的?{IN_CLAUSE}{{0,6}}?[纪记]录|(?:上|前)一?[次版期轮回份]{IN_CLAUSE}{{0,8}}?"
    rf"|[纪记]录|最[高低多少大小](?:值|点|位|峰|谷)|峰值|谷值|极值)"
    rf"(?:[还仍则]?(?:诞生|出现|产生|发生|创造?|创下|定格|停留|保持|刷新|造|做|开展|编|写)?)"
    rf"(?:于|在|是在?|为|还要追溯到)?$"
)
#: The time of a round, and the figure right behind it.
_THEN_A_FIGURE = re.compile(f"{IN_CLAUSE}{{0,6}}?，?[^，。;!?:0-9]{{0,8}}$")
#: What was done at a time, behind which the figure was seen: 前年我退休时再看，.
_WHEN = re.compile(
    r"年[^，。;!?:0-9]{0,10}(?:时(?![速长间效差段])|那会儿?|的?时候)[^，。;!?:0-9]{0,6}，"
    r"[^，。;!?0-9]{0,16}$"
)
#: What has its time as an attribute, and is or says the figure.
_SAYS = re.compile(
    r"(?:的|那[张份本册页块]|留下的)[^，。;!?:0-9]{1,8}(?:—+|:|，?(?:写着|显示|记着|是|为))$"
)
_COMPARING = re.compile(f"[比较与同于超过破至到]{IN_CLAUSE}{{0,4}}$")
#: Years that a sentence is about, whose first and last one it does not tell.
_SO_LONG = re.compile(rf"(?:^|(?<=[，。;:]))(?:近|过去)?{_COUNT}年(?:[间里内]|下来)，?")
#: What is so far of a year, and what is of some of its days.
_SO_FAR = re.compile("累计|至今|以来")
_DAYS = re.compile(rf"(?:[前头首]|最初的?){_COUNT}(?:天|日|周|个月|个星期)|单[日月周]")
#: What has the year of its making as an attribute: 把1916年的德国机芯; and a day that is set.
_OF_A_THING = re.compile("[把将]$")
_SET = re.compile("(?:定在|定于|拟于|推迟到|提前到)(?:了)?$")
#: The first day, month or year of what began.
_FROM_ITS_BEGINNING = re.compile(rf"(?P<begun>{BEGINNING.pattern})的?首(?:[日天周月年]|个月)")
#: What was made known on a day, and is not of that day.
_MADE_KNOWN = re.compile(
    "(?:公布|发布|通报|披露|公开)的?[^，。;!?0-9]{0,8}(?:结果|数据|消息|通报|名单)"
)


def opens_a_part(before: str, between: str) -> bool:
    """Whether a time opens a sentence, or a part of it behind a semicolon, and stands apart from
    what it is the time of: …；前年同月，烧瓷.
    """
    return before.endswith((";", "。")) and between.startswith("，") and between.count("，") == 1


def is_of_a_beginning(between: str) -> bool:
    """Whether words between a time and a figure make it one of the first days or months of what
    began at another time: 今年5月日均41万人次，开通首月.
    """
    found = _FROM_ITS_BEGINNING.search(between)
    return found is not None and between.count(found["begun"]) == 1


def is_of_its_round(before: str, between: str) -> bool:
    """Whether a time tells when what the figure is was made: ``before`` is what its sentence has up
    to it, ``between`` what stands between it and the figure.
    """
    return bool(_OF_A_ROUND.search(before) and _THEN_A_FIGURE.match(between))


def is_seen_then(time_and_between: str) -> bool:
    """Whether the figure was seen when something was, at the time that heads the words."""
    return _WHEN.search(time_and_between) is not None


def is_said_by_what_is_of(before: str, between: str) -> bool:
    """Whether what has the time as an attribute says the figure (前年的粉笔印——), and nothing is
    compared with it.
    """
    return _SAYS.match(between) is not None and _COMPARING.search(before) is None


def is_of_some_years(before: str) -> bool:
    """Whether the words before a figure, from the beginning of its sentence on, make it one of
    several years that are not named: 三年间.
    """
    return _SO_LONG.search(before) is not None


def is_so_far(between: str) -> bool:
    """Whether words between a year and a figure make it one of the year up to now: 今年累计."""
    return _SO_FAR.search(between) is not None


def is_of_some_days(between: str) -> bool:
    """Whether words between a year and a figure make it one of some days of it: 开秤头十天."""
    return _DAYS.search(between) is not None


def is_of_a_thing(before: str, between: str) -> bool:
    """Whether a year is that of a thing which something was done to: 把1916年的德国机芯."""
    return _OF_A_THING.search(before) is not None and between.startswith("的")


def is_set(before: str) -> bool:
    """Whether a time is the one for which something was set, by what is ``before`` it: 首飞定在."""
    return _SET.search(before) is not None


def is_made_known_then(between: str) -> bool:
    """Whether a time is the one at which the figure behind it was made known: 6月2日公布的结果."""
    return _MADE_KNOWN.match(between) is not None
