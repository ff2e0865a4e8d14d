"""What a rate is so many per, as far as words and labels say it: a month of 每月, 月薪 and 元/月,
ten shares of 每10股.

A base that is told in other words than these is none, so that only two that are known are ever held
against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.lexicon import SCALES, SMALL_NUMERALS, VALUE_OF_SCALE
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import began_before, begins_a_word

#: How many of a thing, and the thing.
RateBase = tuple[int, str]

#: What things are called as bases, the name that stands for them first.
_THINGS = (
    ("日", "天", "昼夜", "晚", "夜"),
    ("月", "个月"),
    ("年", "学年", "年度"),
    ("周", "星期", "个星期"),
    ("季", "季度", "个季度"),
    ("学期", "个学期"),
    ("小时", "个小时", "钟头", "个钟头", "时", "h"),
    ("分钟", "分", "min"),
    ("秒", "秒钟", "s"),
    ("人", "名", "位", "口", "人口", "居民", "学生", "生", "职工", "常住人口", "农民", "劳"),
    ("户", "家庭", "农户"),
    ("亩", "亩地"),
    ("公顷",),
    ("平方公里", "平方千米", "km²", "㎢"),
    ("平方米", "平米", "平", "㎡", "m²"),
    ("立方米", "方", "m³"),
    ("吨", "t"),
    ("公斤", "千克", "kg"),
    ("斤", "市斤"),
    ("克", "g"),
    ("升", "L"),
    ("公里", "千米", "km"),
    ("米", "延米", "m"),
    ("股",),
    ("套",),
    ("辆", "车", "辆车"),
    ("台", "机"),
    ("头",),
    ("只",),
    ("株", "棵"),
    ("床", "张床", "床位", "张床位"),
    ("所", "校"),
    ("村",),
    ("县",),
    ("店", "门店"),
    ("件",),
    ("次", "人次", "趟", "航次", "车次", "辆次", "架次", "单程"),
    ("度", "千瓦时"),
    ("元",),
    ("棚",),
    ("箱", "标准箱", "标箱", "自然箱"),
    ("桶",),
    ("瓶",),
    ("盒",),
    ("票", "张票"),
    ("单",),
    ("班",),
    ("例",),
    ("针",),
    ("剂",),
    ("片",),
    ("粒",),
    ("支", "枝"),
    ("袋",),
    ("包",),
    ("艘", "船", "艘次", "条船"),
    ("炉", "炉次"),
    ("场", "场次"),
    ("间", "间房", "房间"),
    ("层", "层楼"),
    ("张",),
    ("盏",),
    ("担",),
    ("扎",),
    ("疗程",),
)
_TIMES = frozenset(names[0] for names in _THINGS[:9])
#: Things that are verbs and beginnings of nouns as well: 每分拣, 每生产, 每方案.
_ALSO_BEGIN = frozenset("分时生机方支扎包")
_NAME_OF = {word: names[0] for names in _THINGS for word in names}
_THING = f"(?:{any_of(_NAME_OF)})"
_NUMBER = rf"[0-9]{{0,4}}[{SMALL_NUMERALS}]?[{SCALES}]{{0,2}}"
#: What goes on with a thing to another word: 每年度 is of years, 每人民, 每方面 and 每支付 are of
#: nothing.
_NO_OTHER_WORD = "(?![面向式民次级]|(?<=支)[付出持撑]|(?<=包)[括含])"
#: What is paid for once for all of a time: 包月, 年卡; not 2024年票房, 全年费用.
_PAID_FOR = (
    r"包(?P<thing>[天日周月季年夜])",
    (
        r"(?<![0-9一二三四五六七八九十全今去前明当本上下每同逐近半])(?P<thing>[日周月季年])"
        r"(?:卡|票(?![房务款据源])|费(?!用))"
    ),
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:每|平均每)(?P<number>{_NUMBER})个?(?P<thing>{_THING}){_NO_OTHER_WORD}",
        rf"[/·](?P<number>{_NUMBER})个?(?P<thing>{_THING})(?![一-鿿])",
        rf"/(?P<number>{_NUMBER})(?P<thing>[名位家])(?=[一-鿿])",
        rf"每(?P<number>{_NUMBER})(?P<thing>家)(?![庭长人用电里门务])",
        rf"(?!平均)(?P<thing>{_THING})平?均(?![衡匀等])",
        r"(?P<thing>[时日月年周])(?:[薪租销耗供售]|收入|入账|入|进账)",
        r"(?P<thing>单程)",
        r"(?P<thing>[日月])产",
        *_PAID_FOR,
        # Something done with so many of a thing: 每装卸一个标准箱, 每分拣一万件.
        (
            rf"每(?![日天周月季年])[一-鿿]{{1,4}}?(?P<number>[0-9]{{1,4}}[{SCALES}]{{0,2}}"
            rf"|[{SMALL_NUMERALS}][{SCALES}]{{0,2}}|[{SCALES}]{{1,2}})个?(?P<thing>{_THING}){_NO_OTHER_WORD}"
        ),
        r"(?P<thing>[时秒])速",
        r"(?P<thing>亩)产",
        rf"单(?P<thing>[日车票店台件户套箱吨机株床亩次船炉场间]){_NO_OTHER_WORD}",
        (
            r"(?:^|(?<=[，。;、:(“年\n轿卡客货车耗跑]))(?P<number>[十百千万亿]{1,2})"
            r"(?P<thing>人口?|公里|户|亩|名|元)(?![以上多余次])"
        ),
        rf"(?<![第之唯统同另进])(?P<number>一)(?!季度)(?P<thing>{_THING})(?=$|[，。;!?、)卖要收得价的])",
        r"(?:^|(?<=[^0-9]))(?P<number>10)股?(?P<thing>(?=[派送转]))",
    )
)
#: One of a thing with which a clause begins, or of which another is each: 一件毛衫14元, 一台一天.
_OF_ONE = (
    re.compile(
        rf"(?:^|(?<=[:(“]))一个?(?P<thing>{_THING})(?![次性批些直般致律定共带级揽])[^，。;!?:0-9]{{0,10}}$"
    ),
    re.compile(rf"(?<![第之唯统同另进十])一(?P<thing>{_THING})(?=[一每])"),
)
#: A rate per so many of people, without a word for them: 1/10万, 每10万.
_OF_MANY = re.compile(r"(?:/|每)(?P<number>[0-9]{0,3}[百千万]+)(?![0-9人一-鿿])")


def bases_of(text: str) -> frozenset[RateBase]:
    """What the words of ``text`` say that something is so many per."""
    return frozenset((*_named(text), *_of_many(text)))


def name_of_base(thing: str) -> str:
    """The name that stands for a thing as a base: 人 for 名; the thing itself where it has none."""
    return _NAME_OF.get(thing, thing)


def _named(text: str) -> Iterator[RateBase]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            if _is_cut(found):
                continue
            yield _count(groups.get("number") or ""), name_of_base(groups["thing"] or "股")


def _is_cut(found: re.Match[str]) -> bool:
    """Whether what names a base is only a part of other words: 分 of 每分拣, 包日 of 面包日销, 场均
    of 市场均价.
    """
    if found[0].startswith("每"):
        is_a_part = found["thing"] in _ALSO_BEGIN
        return is_a_part and begins_a_word(found.string, *found.span("thing"))
    may_be_an_end = found[0].startswith("包") or found[0].endswith("均")
    return may_be_an_end and began_before(found.string, found.start())


def _of_many(text: str) -> Iterator[RateBase]:
    return ((_count(found["number"]), "人") for found in _OF_MANY.finditer(text))


def _count(number: str) -> int:
    """How many of the thing: 10, 百, 10万; one where nothing is said."""
    digits = re.match("[0-9]*", number)
    count = int(digits[0]) if digits and digits[0] else 1
    for character in number.lstrip("0123456789"):
        count *= VALUE_OF_SCALE.get(character, SMALL_NUMERALS.find(character) + 1 or 1)
    return count


def another_base(said: str, own: str) -> bool:
    """Whether the bases that words beside a figure name and those that its unit and its indicator
    name are known, and none of them is the same.
    """
    return are_others(bases_of(said), bases_of(own))


def another_base_of_clause(clause: str, own: str) -> bool:
    """Whether the ``clause`` before a figure tells what one of a thing has, or what is paid for so
    long, and the figure's unit and indicator are per something else.

    Any other length of time may go with what was told before: 一亩枸杞，一年能挣3000元.
    """
    ones = {(1, _NAME_OF[found["thing"]]) for one in _OF_ONE for found in one.finditer(clause)}
    said, bases = bases_of(clause) | ones, bases_of(own)
    is_loose = said == _times(said) and not (_times(bases) or _is_paid_for(clause))
    return not is_loose and are_others(said, bases)


def _is_paid_for(clause: str) -> bool:
    return any(re.search(pattern, clause) for pattern in _PAID_FOR)


def are_others(said: frozenset[RateBase], own: frozenset[RateBase]) -> bool:
    """Whether there are bases of both, and none that they share, be it of times or of things: 月
    of 元/平方米·月 and 年 of 每平方米每年.
    """
    groups = ((said, own), (_times(said), _times(own)), (said - _times(said), own - _times(own)))
    return any(one and other and one.isdisjoint(other) for one, other in groups)


def _times(bases: frozenset[RateBase]) -> frozenset[RateBase]:
    """Those of the bases that are lengths of time."""
    return frozenset(base for base in bases if base[1] in _TIMES)
