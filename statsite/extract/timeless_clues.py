"""The clues by which figures that have no time are told from those that have the one named before
them, with their weights.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Surroundings(Struct, frozen=True):
    """What is looked at around a figure.

    ``clause`` and ``sentence`` end where the figure begins; ``behind`` and ``rest``, which goes to
    the end of its sentence, begin where it ends. ``between`` stands between the time named before
    and the sentence, ``paragraph`` is the part of that which is in the paragraph of the figure.
    ``kind`` is the kind of that time, ``event`` or nothing. ``with_time`` and ``with_before`` are
    how many pairs of characters the sentence shares with what stands around the time and with what
    stands before the sentence, 2 for more.
    """

    clause: str
    sentence: str
    behind: str
    rest: str
    between: str
    paragraph: str
    kind: str
    with_time: str
    with_before: str
    unit: str
    relation: str
    status: str
    origin: str


class Clue:
    """Words somewhere around a figure, and by how much they raise its score."""

    __slots__ = ("_words", "name", "weight", "where")

    def __init__(self, name: str, where: str, weight: float, words: str) -> None:
        self.name, self.where, self.weight = name, where, weight
        self._words = re.compile(words)

    def speaks(self, around: Surroundings) -> bool:
        """Whether the words stand there."""
        return self._words.search(getattr(around, self.where)) is not None


_PERSON = "岁的|村民|居民|市民|农户|老板|[店船摊]主|司机|家住|果农|牧民|渔民|师傅|老人"
_WHILE = (
    "期间|[当全整这]天|当[日晚月年]|[首末][日天轮场]|[一二两三四五六七八九十0-9]天来?|一夜|这[个一]?季|档期?"
    "|本[届次季]|本赛季|[此其][次间]|周末|半年|[上下]午|头几年"
)
_CONTEST = (
    "赛|场均|得分|[胜负][利了0-9]|球队|[冠亚季]军|夺冠|金牌|以[0-9]|名次|成绩|奖牌|领先|摘[金银]|[抓挺]举"
    "|起跑|展览|展会|展出|参展|观众"
)
_MEASURED = "监测|统计|核算|调查|抽[样查]|受访|问卷|[测估]算|测产"
_COMPARED = "同比|环比|比[上去]年|上年|去年同期"

#: The score of a figure of which no clue speaks.
BASE = -1.3
#: Counted on the hand lists by ``python -m tests.extract.clues``.
CLUES = (
    # What is told of: a size, a price, what each of many does, what can be done.
    Clue(
        "size",
        "clause",
        1.1,
        "(?:长|宽|高|深|重|面积|容积|距|直径|海拔|占地|投资|规模为?|设|车程|轨道|年龄)[约达为近仅只]?$|设[一-鿿]{0,5}$",
    ),
    Clue(
        "each",
        "clause",
        1.1,
        "每(?![百千万0-9])|一[个名条台次天趟块份亩件瓶辆座只][^，]*$|单[车船口]",
    ),
    Clue("per head", "clause", -1.0, "每[百千万0-9]|人均|户均|平均"),
    Clue("can", "clause", 0.6, "可[一-鿿]|能[一-鿿]|只?需|要$|只要"),
    Clue("stock", "clause", 0.8, "现有|有$|拥有|已有|设有|登记"),
    Clue("change", "clause", -0.8, "同比|环比|比[上去]年|[增降升]|减少|提高"),
    Clue("from", "clause", 0.5, "[由从]"),
    Clue("only", "clause", 0.6, "只|仅|不过|就|才"),
    Clue("once", "clause", 0.9, "过去|以前|原来|往年|从前|以往|原先|平时|一般|通常|往往"),
    Clue("length", "unit", 1.3, "米$|里$|丈$|尺$|度$|℃"),
    Clue("weather", "clause", -0.9, "气温|湿度|雨量|降[水雨]|水位|风[速力]|雪深|水温"),
    Clue("share", "unit", -0.8, "^$|%|成$|倍|‰|百分点"),
    Clue("duration", "unit", 0.6, "^(?:分钟|小时|秒|天|日|周|个月|年|岁)$"),
    Clue("times", "unit", -1.3, "次|[件例起场宗笔单]$"),
    Clue("things", "unit", 0.4, "^[座个家所张台条处口艘辆支只套间层栋株]$"),
    Clue("not exact", "relation", 0.7, "[^=]"),
    Clue("not observed", "status", 0.7, "^(?!observed)"),
    # Of whom, and how: one person or place, as somebody says, or as a report goes on.
    Clue("a person", "sentence", 0.7, _PERSON),
    Clue("a place", "sentence", 0.7, "^在[^，]{2,16}，|[镇乡村](?!村)|街道|社区|学校|医院|公司|厂"),
    Clue("said", "sentence", 0.8, "说|介绍|表示|告诉|显示|表明"),
    Clue("quoted", "sentence", 0.7, "“[^”]*$"),
    Clue("quoted", "rest", 0.4, "”"),
    Clue("then", "sentence", 0.8, "随后|随即|为此|目前|还"),
    Clue("while", "sentence", -0.7, _WHILE),
    Clue(
        "goes on",
        "sentence",
        -2.3,
        "^(?:其中|此外|同时|另外|从[^，]{1,12}看|分[^，]{1,6}看|值得|换句|[^，。]{2,8}方面，"
        "|受[^，]{2,8}影响|[^，。]{0,8}(?:结构|构成)(?:看|显示))|分别",
    ),
    Clue("from all", "sentence", -1.3, "来自"),
    Clue("compared", "sentence", -0.5, f"{_COMPARED}|比[一-鿿0-9]{{2,8}}[多少高低增减]"),
    Clue("reckons", "sentence", -0.8, "算[了过]?一?笔?账"),
    Clue("measured", "sentence", -1.6, _MEASURED),
    Clue("contest", "sentence", -1.4, _CONTEST),
    Clue("casualties", "sentence", -0.9, "[受致]伤|伤[势员者]|死亡|遇难|失联|疏散|过火"),
    Clue("of", "behind", 0.4, "^的"),
    Clue("part", "behind", -0.5, "^，(?:其中|占|比|同比|较|增长|下降)"),
    Clue("list", "behind", -0.7, "^[、和]"),
    Clue("compared", "rest", -1.6, f"{_COMPARED}|增长|下降"),
    Clue("done", "rest", 0.5, "了(?!解)|已(?!知)"),
    Clue("to come", "rest", 0.9, "将|计划|预计|拟"),
    Clue("a time", "rest", 0.5, "[0-9]+年|今年|去年|[0-9]月"),
    # What the text has told since it named the time.
    Clue("opens", "paragraph", 0.7, "^$"),
    Clue("goes on", "paragraph", -1.4, "(?:^|。)(?:从[^，。]{1,12}看|分[^，。]{1,6}看)"),
    Clue("caption", "paragraph", -0.9, "^图"),
    Clue("contest", "between", -1.0, _CONTEST),
    Clue("measured", "between", -0.9, _MEASURED),
    Clue("all of a place", "between", -0.4, "全[市省县区国年州旗公镇]"),
    Clue("now", "between", 1.2, "目前|如今|现在|眼下|当前|仍"),
    Clue("a person", "between", -0.6, _PERSON),
    Clue("a place", "between", -0.5, "[镇乡村](?!村)|街道|社区"),
    Clue("while", "between", 0.5, _WHILE),
    Clue("an event", "kind", -1.0, "event"),
    Clue("words of the time", "with_time", -0.4, "2"),
    Clue("words before", "with_before", -0.6, "2"),
    Clue("paragraph before", "origin", 1.1, "^a paragraph"),
    Clue("heading", "origin", 0.9, "^a heading"),
)
