"""The clues by which the number that a title is of is told from those beside it, with their
weights.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from msgspec import Struct

from statsite.evidence.sentence.statements import ToldNumber

_HAN = re.compile("[一-鿿]")
#: Characters that say nothing of what is counted.
_LIGHT = frozenset("的了是有为达约近占则却共和与及在其中个人数量额率总年月日")
#: Characters that titles and articles write for one another: 卖出 for 销量.
_ALIKE: Final = (
    "卖售销", "购买采", "涨升增高多提扩添新", "降跌减少低缩回落", "缴交纳", "造建筑修", "死亡遇难",
    "价费款金额资币钱", "薪工酬", "剩余结留", "聘招录收", "投放播撒", "租借", "看诊就医门",
    "客旅乘游", "车辆", "船艇", "户家", "缺欠差", "罚处", "偷盗窃", "占比率重份", "均每", "最峰顶",
    "总全共", "治愈痊", "申报请", "获得奖", "捐赠献", "退返还", "产出", "货物", "田地亩", "路道",
    "热暖", "粮谷稻", "患病症", "检查验测", "捕捞捉", "救援助", "查扣缉", "抓拘逮", "诉讼案",
    "判审决", "种植栽", "养殖饲", "耗用费", "开放启", "关闭停", "毁损坏", "迁搬移", "发放出",
    "登注册", "签约订", "观看", "读阅", "胜赢", "负输", "停靠泊", "飞航", "邮递寄快", "老养",
    "残障", "婴幼儿童孩", "女妇", "乡村农", "贫困脱", "贷款债",
)  # fmt: skip
_SORTS: Final = {
    character: frozenset(at for at, some in enumerate(_ALIKE) if character in some)
    for character in frozenset("".join(_ALIKE))
}
#: How many characters behind a unit may name what is counted, as many of a clause that the number
#: begins, and as many of a noun.
_BEHIND, _BEHIND_FIRST, _NOUN_BEHIND = 8, 24, 4
#: How many characters at the end of a title are looked at by themselves, and are as many as a word.
_END, _WORD = 2, 2

#: A number of at most so many words of its own may only say where or when the same was counted.
_FEW = 2
#: What says between a place and a number no more than that there is so much.
_SAYS = "[，、则却只仅也才就已更还]*(?:[是为有达到占至]|录得|报价?|拿到|收获)?[了出约近仅]?"
#: Areas and bodies, by how they end; and times, plans and ends of a change, which are other cases
#: of what stands before them.
_PLACE = re.compile(
    "(?:[省市县区州盟旗镇乡村岸边里城河湖]|两地|[这那]家"
    f"|[一-鿿]{{2}}(?:医院|[保健卫生]{{2}}院|[小中大]学|校区|[站队港馆园])){_SAYS}$"
)
_TIME = re.compile(
    "[去今前上当同头全]年|年内|一年|[0-9一二三四五六七八九十]年|[0-9一二三四五六七八九十]+?月|同期|原[先来]|[此之]前|当时|以往|从前|正常"
    "|年[初前]|[上前]一?[月周季届次]|[上去]月|时期|基线|计划|规划|目标|眼下|如今|目前|现在|[上下]半年"
    "|[一二三四]季度|[一去今昨前]天|次日|半决赛|[增升降减涨跌提缩扩调][一-鿿]{0,2}[到至]$"
)

#: What titles say of what they count, and the words before a number that say the same.
_CHANGED = re.compile("[增减降升涨跌差]|变化|多出|少了")
_BY_SO_MUCH = (
    "(?:[增减降升涨跌][加少长低高了]*|[多少高低快慢]|多[出了]|高出|[少低]了|提高|下降|缩短)"
    "[了约近]*$"
)
_IS_CHANGE = re.compile(
    f"(?:比|较|同比|环比)[^，。;、0-9]*$|[增减降升涨跌][高低]?到$|{_BY_SO_MUCH}"
)
#: What is counted beside a thing and is no other case of it: how much it grew, its most.
_OF_ITS_OWN = re.compile(f"{_BY_SO_MUCH}|[最峰]")
_UP = re.compile("[增升涨多高快长]|提高")
_DOWN = re.compile("[降减跌少低慢缩]|回落|下滑")
#: A title of the one side with a number of the other: each is up or down, income or outlay, as the
#: title and then as the number's words say.
_OPPOSITE = frozenset({(True, False, False, True), (False, True, True, False)})
_PART = re.compile("占|比[重例]|份额")
_IS_PART = re.compile("占")
_BEGINS_PART = re.compile("[，、(]?[约仅就]?占")
_EACH = re.compile("均|每|单产|亩产")
_IS_OF_EACH = re.compile("均|每[一-鿿]{0,4}|单产|亩产|一[亩天台户]")
_MOST = re.compile("[最峰顶极]|纪录")
_HIGHEST, _LOWEST = re.compile("最[高多大长快热]|[峰顶]"), re.compile("最[低少小短慢冷]")
_WHOLE = re.compile("总|合计|全部|累计|共")
_MEANT = re.compile("计划|目标|拟|预计|将|应|规划|预算|定额|核定|预报|额定|要")
_LEFT = re.compile("剩|余下|[未没]|还有|另")
_DONE = re.compile(
    "完|到手|领到|通过|过关|获批|办结|审结|成功|治愈|竣工|[建落]成|合格|达标|录取|入选|兑现|实[际收发到]"
)
_BEGUN = re.compile(
    "报名|申[请领报]|[抽送受]检|送审|抽查|起[点跑步]|接到|收到|受理|立案|参[加赛评]|登记|应[收到发]|待"
)
_AMISS = re.compile("不[合达]|不良|违[法规章]|超标|假|劣|[漏误错]|故障|投诉|缺陷|伪|残|坏|损|失")
_INCOME = re.compile("收入|营收|进账|入账|[收赚得]了|收益|利润|卖")
_OUTLAY = re.compile("支出|开支|花|投[入资]|耗|成本|付|垫|亏|赔|补贴|拨")

_SHARE, _MONEY, _PEOPLE, _POINTS = "share", "money", "people", "points"
#: What a title is of by its words, and what a number counts by its unit.
_OF_TITLES: Final = (
    ("area", "面积|亩数"),
    ("length", "里程|长度|距离|[长宽高深]$|高度|水位|身高|水深|厚度"),
    ("weight", "产量|重量|吨位|吞吐量|单产|亩产|[净毛]重|捕捞量|排放量"),
    ("firms", "(?:企业|公司|单位|机构|医院|药店|门店|商户|家)数?$"),
    ("time", "时长|天数|时间|工期|年限|耗时|用时|[日时天月年]数|周期"),
    ("heat", "[气水]温|[温体]度"),
    (_POINTS, "百分点"),
    ("cases", "案件?数?$|案[件量]|起数|次数|事故"),
    (_SHARE, "[率比]$|比[重例]$|占比|份额|[增涨降跌]幅|增速|增长率"),
    (
        _MONEY,
        "[额价费款资金入值本]$|收入|支出|产值|成本|金额|投资|[均单]价|利润|工资|奖金|薪|票房|资产|余额|营收|预算|经费|补[贴助]",
    ),
    (_PEOPLE, "人[数次员]*$|者数?$|[员生师客民众手工]数?$|人口"),
)
_OF_UNITS: Final = (
    (_POINTS, "百分点"),
    (_SHARE, "[%％成‰]$|分之"),
    (_MONEY, "元|[角分毛]$"),
    (_PEOPLE, "[人名位]$|人次$"),
    ("area", "亩|平方|公顷"),
    ("length", "[米里]$"),
    ("weight", "吨|公斤|[斤克]$"),
    ("firms", "家$"),
    ("time", "小时|[天年日]$|分钟|秒|个月"),
    ("heat", "[℃度]$"),
    ("cases", "[起件宗次]$"),
)


def _compiled(kinds: Iterable[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(words)) for kind, words in kinds)


_TITLE_KINDS, _UNIT_KINDS = _compiled(_OF_TITLES), _compiled(_OF_UNITS)


def _kind(text: str, kinds: Iterable[tuple[str, re.Pattern[str]]]) -> str:
    return next((kind for kind, words in kinds if words.search(text)), "")


def _characters(text: str) -> frozenset[str]:
    """The characters of a text that say something of what is counted."""
    return frozenset(one for one in text if _HAN.match(one) and one not in _LIGHT)


def _pairs(text: str) -> frozenset[str]:
    """The pairs of Chinese characters that stand side by side in a text, other marks aside."""
    written = "".join(_HAN.findall(text))
    return frozenset(map("".join, pairwise(written)))


def _told_in(characters: frozenset[str], wanted: frozenset[str]) -> float:
    """Which part of the wanted characters, or such as are written for them, are among others."""
    sorts = frozenset[int]().union(*(_SORTS.get(one, frozenset()) for one in characters))
    found = sum(one in characters or not sorts.isdisjoint(_SORTS.get(one, ())) for one in wanted)
    return _share(found, len(wanted))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class TitleWords(Struct, frozen=True, dict=True):
    """What an indicator is called, and the ``words`` of that which name something."""

    text: str
    words: tuple[str, ...]

    @cached_property
    def characters(self) -> frozenset[str]:
        """Those that say something of what is counted."""
        return _characters(self.text)

    @cached_property
    def end(self) -> frozenset[str]:
        """The last of them, which mostly say what is counted of the rest: 缴税 of 产业园缴税."""
        return frozenset([one for one in self.text if one in self.characters][-_END:])

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its pairs of characters."""
        return _pairs(self.text)

    @cached_property
    def kind(self) -> str:
        """What it is of: money, people and so on; nothing where its words do not say."""
        return _kind(self.text, _TITLE_KINDS)


class NumberWords(Struct, frozen=True, eq=False, dict=True):
    """What a text tells of a number in a ``unit``, with its ``digits``; what stands ``before`` it,
    of that what is ``between`` it and the number before, and its ``clause``, which may have other
    numbers in it; what is ``behind`` its unit; which ``sentence`` it is in; and the ``previous``
    number in the same unit, and the ``last`` in any.
    """

    told: ToldNumber
    unit: str
    digits: str
    before: str
    between: str
    clause: str
    behind: str
    sentence: int
    previous: NumberWords | None = None
    last: NumberWords | None = None

    @cached_property
    def near(self) -> str:
        """Its own words: where it begins its clause, the rest of this."""
        return self.clause + self.behind[: _BEHIND if self.clause else _BEHIND_FIRST]

    @cached_property
    def characters(self) -> frozenset[str]:
        """Those of its own words that say something of what is counted, with those of the number
        before where it is a part of that: 老年人口31031万人，占总人口的22.0%.
        """
        whole = self.last if self.last and _BEGINS_PART.match(self.between) else None
        return _characters(self.near) | (_characters(whole.near) if whole else frozenset())

    @cached_property
    def scope(self) -> frozenset[str]:
        """Those and what is told before of the same."""
        return self.characters | _characters("".join((*self.told.topic, *self.told.earlier)))

    @cached_property
    def kind(self) -> str:
        """What it counts by its unit, or nothing."""
        return _kind(self.unit, _UNIT_KINDS)

    @cached_property
    def carried(self) -> frozenset[str]:
        """The characters of the number before, where its own words are so few that they may only
        say where or when the same was counted.
        """
        named = [word for word in self.told.words if not _TIME.search(word)]
        if self.previous is None or len(named) > _FEW:
            return frozenset()
        return self.previous.characters | self.previous.carried

    def counted_before(self, places: Collection[str] = ()) -> Iterator[NumberWords]:
        """The numbers before it that are of the same thing, where it says no more than where or
        when else this was counted, or names one of the ``places`` and no other thing.
        """
        says_no_more = bool(self.carried) and (self.is_elsewhere or self.is_then)
        is_same = says_no_more or self.is_of(places)
        if self.previous is not None and is_same and not _OF_ITS_OWN.search(self.between):
            yield self.previous
            yield from self.previous.counted_before()

    def is_of(self, places: Collection[str]) -> bool:
        """Whether it is told of one of the places, and right before it is no noun of another thing
        than the number before it counts.
        """
        ends = [self.between.rfind(place) + len(place) for place in places if place in self.between]
        behind = self.between[max(ends, default=0) :]
        is_named = self._counts_by_name(behind)
        return bool(ends) and not (is_named and self._counts_another())

    def _counts_by_name(self, words: str) -> bool:
        """Whether words end in the noun for what it counts."""
        head = self.told.head
        return bool(head) and re.search(f"{re.escape(head)}{_SAYS}$", words) is not None

    def _counts_another(self) -> bool:
        return self.previous is None or not set(self.told.head) <= self.previous.characters

    @property
    def is_elsewhere(self) -> bool:
        """Whether its own words end in what may be a place or a body."""
        is_place = bool(self.told.places) and not self.told.words
        return is_place or _PLACE.search(self.between) is not None

    @property
    def is_then(self) -> bool:
        """Whether its own words name a time, a plan or the end of a change."""
        return _TIME.search(self.between) is not None


class Fit(Struct, frozen=True, eq=False, dict=True):
    """A title and a number that it may be of, with the ``others`` of the text."""

    title: TitleWords
    number: NumberWords
    others: tuple[NumberWords, ...]

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The characters of the other numbers' own words."""
        return frozenset[str]().union(*(one.characters for one in self.others))

    @property
    def told(self) -> ToldNumber:
        """What is told of the number."""
        return self.number.told

    @cached_property
    def score(self) -> float:
        """How well it fits: the sum of what the clues say."""
        return sum(clue.weight * clue.strength(self) for clue in TITLE_CLUES)

    def told_in(self, characters: frozenset[str]) -> float:
        """Which part of the title's characters, or such as are written for them, are there."""
        return _told_in(characters, self.title.characters)

    def part(self, characters: frozenset[str]) -> float:
        """Which part of the title's characters these are."""
        return _share(len(characters & self.title.characters), len(self.title.characters))

    def both(self, of_title: re.Pattern[str], of_number: re.Pattern[str]) -> float:
        """Whether the title says something and the number's own words say it as well."""
        return float(self._says(of_title) and self._is_said(of_number))

    def title_alone(self, of_title: re.Pattern[str], of_number: re.Pattern[str]) -> float:
        """Whether the title says something that the number's own words do not."""
        return float(self._says(of_title) and not self._is_said(of_number))

    def number_alone(self, of_title: re.Pattern[str], of_number: re.Pattern[str]) -> float:
        """Whether the number's own words say something that the title does not."""
        return float(self._is_said(of_number) and not self._says(of_title))

    def _says(self, words: re.Pattern[str]) -> bool:
        return words.search(self.title.text) is not None

    def _is_said(self, words: re.Pattern[str]) -> bool:
        return words.search(self.number.clause) is not None

    def opposes(self, one: re.Pattern[str], other: re.Pattern[str]) -> float:
        """Whether the title says the one and the number's words the other, or the other way."""
        ways = [(self._says(way), self._is_said(way)) for way in (one, other)]
        (says_one, is_one), (says_other, is_other) = ways
        return float((says_one, says_other, is_one, is_other) in _OPPOSITE)

    def is_of(self, kind: str, *, by_title: bool, by_unit: bool) -> float:
        """Whether the title is of a kind, or not, and the number by its unit."""
        is_title, is_unit = self.title.kind == kind, self.number.kind == kind
        return float((is_title, is_unit) == (by_title, by_unit))

    @property
    def own(self) -> float:
        """How much of the title the number's own words tell."""
        return self.told_in(self.number.characters)

    @property
    def carried(self) -> float:
        """How much more of it those of the number before tell, where its own are few."""
        return self.told_in(self.number.characters | self.number.carried) - self.own

    @property
    def carried_there(self) -> float:
        """So much where its own words end in a place."""
        return self.carried if self.number.is_elsewhere else 0.0

    @property
    def carried_then(self) -> float:
        """So much where its own words name a time, a plan or the end of a change."""
        return self.carried if self.number.is_then else 0.0

    @property
    def before(self) -> float:
        """How much of it stands before the number."""
        return self.told_in(_characters(self.number.before))

    @property
    def nowhere(self) -> float:
        """How much of it neither those words tell nor what is told before of the same."""
        return self.part(self.title.characters - self.number.scope)

    @cached_property
    def rest(self) -> frozenset[str]:
        """What of the title's characters is not told of every number of its sentence."""
        scopes = [one.scope for one in self.others if one.sentence == self.number.sentence]
        return self.title.characters - self.number.scope.intersection(*scopes)

    @property
    def rest_own(self) -> float:
        """How much of that the number's own words tell."""
        return _told_in(self.number.characters, self.rest)

    @property
    def rest_nowhere(self) -> float:
        """How much of that is not told of it."""
        return _share(len(self.rest - self.number.scope), len(self.rest))

    @property
    def told_there(self) -> float:
        """Whether some of the title is told of another number and not of it."""
        return max((self._some(one.scope - self.number.scope) for one in self.others), default=0.0)

    def _some(self, characters: frozenset[str]) -> float:
        return min(1.0, len(characters & self.title.characters) / _WORD)

    @property
    def end_told(self) -> float:
        """How much of the title's end the number's own words tell."""
        return _told_in(self.number.characters, self.title.end)

    @property
    def end_carried(self) -> float:
        """How much more of it those of the number before tell, where its own are few."""
        both = self.number.characters | self.number.carried
        return _told_in(both, self.title.end) - self.end_told

    @property
    def here_alone(self) -> float:
        """How much of it the number's own words tell and those of no other one."""
        return self.part(self.number.characters - self.elsewhere)

    @property
    def there_alone(self) -> float:
        """How much of it the words of another number tell and not its own."""
        return self.part(self.elsewhere - self.number.characters)

    @property
    def topic_pairs(self) -> float:
        """How many pairs of its characters are in the clauses before the number's own words."""
        topic = _pairs("".join(self.told.topic))
        return _share(len(self.title.pairs & topic), len(self.title.pairs))

    @property
    def topic_words(self) -> float:
        """How many words of the title are in those clauses."""
        said = "，".join(self.told.topic)
        return _share(sum(word in said for word in self.title.words), len(self.title.words))

    @property
    def named_behind(self) -> float:
        """How much of what stands right behind the unit is the title's."""
        behind = _characters(self.number.behind[:_NOUN_BEHIND])
        return _share(len(behind & self.title.characters), len(behind))

    @property
    def further(self) -> float:
        """How many of the number's own words are not the title's."""
        words = self.told.words
        return _share(sum(word not in self.title.text for word in words), len(words))

    @property
    def first_word(self) -> float:
        """Whether the first of its own words is the title's."""
        words = self.told.words
        return float(bool(words) and words[0] in self.title.text)

    @property
    def other_noun(self) -> float:
        """Whether it counts something else than the title's words name."""
        return float(bool(self.told.head) and self.told.head not in self.title.text)

    @property
    def counted_by_title(self) -> float:
        """Whether the title has the end of the unit: 张 of 床位张数."""
        return float(bool(self.number.unit) and self.number.unit[-1] in self.title.text)

    @property
    def same_kind(self) -> float:
        """Whether the unit is one for what the title is of."""
        return float(bool(self.title.kind) and self.title.kind == self.number.kind)

    @property
    def another_kind(self) -> float:
        """Whether the unit is one for something else than the title is of."""
        kinds = (self.title.kind, self.number.kind)
        return float(all(kinds) and kinds[0] != kinds[1])

    @property
    def same_way(self) -> float:
        """Whether the title and the number's words tell of the same direction."""
        return float(any(self._says(way) and self._is_said(way) for way in (_UP, _DOWN)))


class TitleClue(Struct, frozen=True):
    """Something that a title and a number may have in common or not, and by how much it raises the
    number's score.
    """

    name: str
    weight: float
    strength: Callable[[Fit], float]


#: Fitted to texts with a title for each number by ``python -m tests.evidence.title_clues``.
TITLE_CLUES: Final = (
    TitleClue("own", 1.25, lambda fit: fit.own),
    TitleClue("carried", 1.14, lambda fit: fit.carried),
    TitleClue("carried there", 0.49, lambda fit: fit.carried_there),
    TitleClue("carried then", 0.42, lambda fit: fit.carried_then),
    TitleClue("before", 3.19, lambda fit: fit.before),
    TitleClue("nowhere", -0.93, lambda fit: fit.nowhere),
    TitleClue("rest own", 1.14, lambda fit: fit.rest_own),
    TitleClue("rest nowhere", -0.92, lambda fit: fit.rest_nowhere),
    TitleClue("told there", -0.72, lambda fit: fit.told_there),
    TitleClue("end", 0.38, lambda fit: fit.end_told),
    TitleClue("end carried", 0.95, lambda fit: fit.end_carried),
    TitleClue("here alone", 0.68, lambda fit: fit.here_alone),
    TitleClue("there alone", -1.04, lambda fit: fit.there_alone),
    TitleClue("topic pairs", 0.53, lambda fit: fit.topic_pairs),
    TitleClue("topic words", 0.72, lambda fit: fit.topic_words),
    TitleClue("named behind", 0.81, lambda fit: fit.named_behind),
    TitleClue("further", -0.82, lambda fit: fit.further),
    TitleClue("first word", 0.24, lambda fit: fit.first_word),
    TitleClue("other noun", -0.28, lambda fit: fit.other_noun),
    TitleClue("counted by title", 2.01, lambda fit: fit.counted_by_title),
    TitleClue("same kind", 2.00, lambda fit: fit.same_kind),
    TitleClue("another kind", -1.07, lambda fit: fit.another_kind),
    TitleClue("same way", 0.54, lambda fit: fit.same_way),
    TitleClue("other way", -1.24, lambda fit: fit.opposes(_UP, _DOWN)),
    TitleClue("change", 1.99, lambda fit: fit.both(_CHANGED, _IS_CHANGE)),
    TitleClue("only change", -0.29, lambda fit: fit.number_alone(_CHANGED, _IS_CHANGE)),
    TitleClue("part", 1.20, lambda fit: fit.both(_PART, _IS_PART)),
    TitleClue("only part", -0.50, lambda fit: fit.number_alone(_PART, _IS_PART)),
    TitleClue("of each", -0.51, lambda fit: fit.number_alone(_EACH, _IS_OF_EACH)),
    TitleClue("not the most", -0.77, lambda fit: fit.title_alone(_MOST, _MOST)),
    TitleClue("the most", -0.70, lambda fit: fit.number_alone(_MOST, _MOST)),
    TitleClue("other extreme", -0.98, lambda fit: fit.opposes(_HIGHEST, _LOWEST)),
    TitleClue("whole", 1.54, lambda fit: fit.both(_WHOLE, _WHOLE)),
    TitleClue("only whole", -0.43, lambda fit: fit.number_alone(_WHOLE, _WHOLE)),
    TitleClue("not meant", -0.20, lambda fit: fit.title_alone(_MEANT, _MEANT)),
    TitleClue("other stage", -1.08, lambda fit: fit.opposes(_MEANT, _DONE)),
    TitleClue("not left", -3.19, lambda fit: fit.title_alone(_LEFT, _LEFT)),
    TitleClue("done", 0.73, lambda fit: fit.both(_DONE, _DONE)),
    TitleClue("begun", 0.38, lambda fit: fit.both(_BEGUN, _BEGUN)),
    TitleClue("only begun", -1.08, lambda fit: fit.number_alone(_BEGUN, _BEGUN)),
    TitleClue("only amiss", -1.16, lambda fit: fit.number_alone(_AMISS, _AMISS)),
    TitleClue("other account", -1.33, lambda fit: fit.opposes(_INCOME, _OUTLAY)),
    TitleClue("share", 1.24, lambda fit: fit.is_of(_SHARE, by_title=True, by_unit=True)),
    TitleClue("only share", -1.08, lambda fit: fit.is_of(_SHARE, by_title=False, by_unit=True)),
    TitleClue("money", 1.27, lambda fit: fit.is_of(_MONEY, by_title=True, by_unit=True)),
    TitleClue("only money", -1.14, lambda fit: fit.is_of(_MONEY, by_title=False, by_unit=True)),
    TitleClue("people", 1.20, lambda fit: fit.is_of(_PEOPLE, by_title=True, by_unit=True)),
    TitleClue("only people", -1.19, lambda fit: fit.is_of(_PEOPLE, by_title=False, by_unit=True)),
)
