"""Figures of things that last: a size, a rate of every day, what there is now.

A time that an article names for something else is none of theirs.

The classes are those of grammar, not of subjects: nouns and adjectives of dimension, sentences
about any one of a kind, words for the present, averages over many years.
"""

from __future__ import annotations

import re

from statsite.extract.candidates import Candidate
from statsite.extract.habits import is_of_a_habit

#: How far before a figure its clause is read.
_REACH = 40
_CLAUSE = re.compile(r"[^，。;!?:()（）]{0,40}$")
_ABOUT = "(?:[约达为近仅只有超逾是在]|大约|接近|不到|不足|左右|最[大多高长低短快]|平均|共){0,4}$"
#: Dimensions of one character, and nouns of dimension; each with the units that they are measured
#: in.
_LONG = re.compile(
    "(?:全长|总长|全程|(?<![增延加成])长度?|宽度?|(?<![提升走增创最])高度?|[水深]?深度?|厚度?"
    "|跨度?|主跨|跨径|口径|直径|半径|周长|海拔|坡度|[体重载自净]重|重量?|[间车行]?距"
    f"|[距离][一-鿿]{{1,8}}){_ABOUT}"
)
_LENGTHS = re.compile("米$|里$|丈$|尺$|层$|吨$|公斤$|千克$|克$|斤$|两$|度$")
_SIZE = re.compile(
    "(?:[乡镇村县岛室馆楼厅家”]面积|[镇乡村](?:常住|户籍)人口|(?:中心|[园厂校院]区|场馆|广场)面积|国土面积|容积|容量|库容|水体|占地(?:面积)?|建筑面积|总面积|精度|时速可?|航速|航程|续航|(?<!成)功率|总投资"
    "|总造价|单[船车台套架辆机艘]造价|(?:缴费|缴存)(?:率|比例)|(?:设计|使用|循环|疲劳)寿命|工期|历时|时长|片长|摄氏|(?:保质|保存|有效|贮藏|潜伏)期"
    "|(?:设计|规划)产能|(?:年|日)[一-鿿]{0,3}(?:产能|能力|运能|规模)|设计[一-鿿]{0,6}能力|(?<![0-9今去当同全])[年日]可[一-鿿]{1,6}"
    "|(?<![共计已运搭])载[箱客货]|可(?:同时)?(?:用|航行|续航|容纳|承载|停放|停靠|储存|存放|操控|接待|满足)"
    f"|设(?:有)?(?:座席|座位|床位)|设(?:车)?站|(?:编制|设置|核定)床位|(?<!拥)有(?:座位|座席|床位|车位|客房)"
    "|馆藏(?:文物|图书|藏品)?|藏书|注册资本|[树工教]龄|能(?:容纳|储存|存放|停放)[一-鿿]{0,4}|期限|年均(?:气温|降水量?|日照)"
    f"|(?:城|园|厂|校|库|规划|保护|核心)区面积){_ABOUT}"
)
#: Places to sit, lie or stand in, which are counted for what they are in: 有860个座位.
_HAS = re.compile("(?:有|设|仅|设有|拥有|共有|全场|全馆|场内|^)$")
_ROOM = re.compile("(?:座位|座席|坐席|席位|床位|车位|泊位|客房|包厢|包间)(?!数|率)")
#: What a place or a thing is made of: 由6座博物馆和2条老街组成.
_MADE_OF = re.compile("由(?:[0-9][^，。;]{0,12}[和、及与])?$")
_ARE_ITS_PARTS = re.compile("[^，。;]{1,24}?(?:组成|构成)")
#: How long a way takes, whenever it is gone: 全程54分钟, 从城北到南站最快30分钟.
_RIDE = re.compile(
    "(?:全程|单程|车程)[一-鿿]{0,2}?(?:大?约|只需?|仅需?|需要?|要|用时|不到)?$"
    "|(?:旅行|全程|行程|乘车)时间(?!平均)[^平均]{0,30}$|从[一-鿿]{2,12}到[一-鿿]{2,12}(?<!平均)，?(?:最快)?(?:只要|只需|仅需|最快)$"
)
_HOURS = frozenset({"分钟", "小时", "天"})
_SUM = re.compile(f"(?:总投资|总造价|总面积|建筑面积|占地(?:面积)?|产能|能力|容量){_ABOUT}")
_AS_A_RULE = re.compile(
    "(?<!平均)每(?:[天日晚年月周次趟班场]|个月|航次)(?!平?均)[一-鿿]{1,12}$"
    "|(?<!平均)每(?:小时|分钟)[一-鿿]{0,12}$|^一天$|(?<!平均)每[场节课]$|^[一-鿿]{0,8}?一(?:次"
    "|个人|人|条|台|锅|头|只|趟|块|张|亩|棵|株|斤|瓶|盒)(?:[^，。;]{1,10}?(?:可|需|要|能|每)|要"
    "|需)[^平均]{0,20}$"
)
_DAILY = re.compile("每[天日晚][一-鿿]{0,12}$")
#: Of whom something is so every day, or who are so many, as those who were asked in a survey.
_OF_THOSE_ASKED = re.compile(r"(?:[0-9%成半]|分之[一-鿿])的[一-鿿]{1,8}")
_ARE_A_SHARE = re.compile("[^，。;0-9]{0,6}的[^，。;0-9]{0,4}(?:占|最[多少])")
_PRESENT = re.compile(f"(?:现有|已有|现存|现藏|收藏有?|在[册职岗编])的?{_ABOUT}")
_INHABITANTS = frozenset("户人口")
_COUNTED = frozenset("个座家所张台条处口艘辆支只户名人")
#: All that there are of a place that is described: 地处河右岸，全村427户.
_ALL_OF_A_PLACE = re.compile(
    "(?:地处|位于|坐落)[^。;]{2,40}，全[村镇乡县市区社组]的?(?:共|现)?(?:有|辖|总人口|户籍人口)?"
    "(?:[0-9]{1,9}[户人口]、)?$"
)
_PLACES_WITHIN = re.compile("(?:个)?(?:乡镇|街道|行政村|自然村|社区|村民小组|县区|县市)")
_CONTAINS = re.compile("(?:有|辖|下辖|[0-9]个[一-鿿]{2,5}、)(?:[一-鿿]{0,2})$")
#: How many live in a place, told with its name: 只有468户、1920人的山村.
_OF_A_VILLAGE = re.compile("(?:、[0-9,]{1,9}[户人口])?的[一-鿿]{0,4}(?:村|镇|乡|寨|岛|县)")
_AWAY = re.compile("之?外的?|远|开外")
#: Where a thing is: 下游3公里处的大桥通车.
_THERE = re.compile("处(?:的|，|(?![理置罚方于长室女])[一-鿿])")
_DONE = re.compile(
    "[增减降升投办查处发建改获受接审评培派出入收完征引签落交开运送救转撤死伤]|成立|参|吸|选"
    "|服务|惠及|招|录|毕业|就业|来自|其中|登记|注册"
)
#: Words of what is so in general: 平时只需12人, 花费一般在20万元.
#: What stays as it was: 价格维持每平方米22元不变.
_STAYS = re.compile("(?:维持|保持)[一-鿿]{0,10}$")
_PRICE = re.compile("(?<!平均)(?:单价|售价|定价|标价|票价|门票)(?:成人|全价|每[人张])?[为是仅]?$")
#: What is charged for the one place and the other: 票价从60元到480元不等.
_RANGE_OF_PRICES = re.compile(
    "(?<!平均)(?:单价|售价|定价|标价|票价|门票)(?:[从由自]|[一-鿿]{0,4}最低|[一-鿿]{0,4}最高)(?:[0-9]{1,6}元[至到])?$"
)
_IN_GENERAL = re.compile(
    "(?:一般(?!公共|性|债|工|项|贸易|纳税|固体|农户|居民)|通常|往往|(?<![比较])(?:平时|平日|平常)|只需|仅需)[^，。;0-9]{0,12}$"
)
_OVER_MANY_YEARS = re.compile("多年(?:来的?)?平均|(?<![比较与同])常年(?!同期|平均)|历年")
#: Nouns of what there is at the end of a stretch of time.
_STOCK = re.compile(
    f"(?:余额|保有量|存量|总藏量|馆藏总量|总资产|总负债|累计装机|装机容量|库存|资产规模|不良(?:贷款)?率|资本充足率|拨备覆盖率|资产负债率)(?:[^，0-9]{{0,16}}分别)?{_ABOUT}"
)
#: What a project costs as its attribute, and what it is called.
_INVESTED = re.compile(
    f"(?:(?:^|[，、“])(?:计划|项目|预计)?(?:总投资|总造价|投资)|总投资|总造价){_ABOUT}"
)
_TELLS_OF_A_THING = re.compile("的(?![0-9])[一-鿿“]")
_OF_A_PROJECT = re.compile("的[^，。;!?0-9]{0,16}(?:项目|工程|[馆桥厂站院园路线场区港楼]|建设)")
_COMPARED = re.compile(
    "[0-9](?![0-9]?号|[0-9]{0,3}[年月日])|[比较]|增|减|降|提|新(?![馆校厂区城楼桥址路线港站修])|改造|完成|扩"
)


def may_be_a_stock(figure: Candidate) -> bool:
    """Whether a figure may count what there is, and not what happened: things counted in a clause
    that tells of nothing done.
    """
    if figure.unit not in _COUNTED:
        return False
    return _DONE.search(_clause_of(figure)) is None


def names_a_stock(figure: Candidate) -> bool:
    """Whether a figure is said to be what there is, and not what was done: 贷款余额7360亿元."""
    return _STOCK.search(_clause_of(figure)) is not None


def is_a_price(figure: Candidate) -> bool:
    """Whether a figure is told as the price of one thing, which may be none of a report's time:
    卖出21万个，单价68元.
    """
    return _PRICE.search(_clause_of(figure)) is not None


def lasts(figure: Candidate) -> bool:
    """Whether a figure is of something that lasts, so that a time said of something else is none of
    its own.
    """
    clause = _clause_of(figure)
    if _is_a_size(figure, clause) or _PRESENT.search(clause):
        return True
    if figure.unit in _HOURS and _RIDE.search(_with_the_clause_before(figure)):
        return True
    if _STAYS.search(clause) and figure.plain.startswith("不变", figure.end):
        return True
    if _is_of_a_place(figure, clause) or is_of_a_habit(figure.plain, figure.start):
        return True
    if _OVER_MANY_YEARS.search(clause) or _IN_GENERAL.search(clause):
        return True
    return _AS_A_RULE.search(clause) is not None and not _is_asked_of_many(figure, clause)


def is_of_every_day(figure: Candidate) -> bool:
    """Whether a figure is of every day, which may be each day of an event: 每天安排1100人."""
    return _DAILY.search(_clause_of(figure)) is not None


def _is_of_a_place(figure: Candidate, clause: str) -> bool:
    """Whether a figure is what a place is made of, or how far it is: 地处河右岸，全村427户,
    辖9个乡镇, 2100公里外.
    """
    begin = max(0, figure.start - _REACH * 2)
    if _ALL_OF_A_PLACE.search(figure.plain, begin, figure.start):
        return True
    if figure.unit in _INHABITANTS and _OF_A_VILLAGE.match(figure.plain, figure.end):
        return True
    if _LENGTHS.search(figure.unit) and _AWAY.match(figure.plain, figure.end):
        return True
    if not _PLACES_WITHIN.match(figure.plain, figure.end):
        return False
    return _CONTAINS.search(clause) is not None


def _is_asked_of_many(figure: Candidate, clause: str) -> bool:
    """Whether a figure says what a share of those asked do every day, or how many do so:
    四成的人每天睡眠不足7小时, 每周运动3次以上的占35%.
    """
    if _OF_THOSE_ASKED.search(clause):
        return True
    return _ARE_A_SHARE.match(figure.plain, figure.end) is not None


def _clause_of(figure: Candidate) -> str:
    before = _CLAUSE.search(figure.plain, max(0, figure.start - _REACH), figure.start)
    return before[0] if before else ""


def _with_the_clause_before(figure: Candidate) -> str:
    """The words before a figure back to the clause before its own: 从江宁到省城，最快只要."""
    return figure.plain[max(0, figure.start - _REACH) : figure.start]


def is_a_sum(figure: Candidate) -> bool:
    """Whether a figure is a size that several things may have together: 总投资3.8亿元."""
    return _SUM.search(_clause_of(figure)) is not None


def _is_a_size(figure: Candidate, clause: str) -> bool:
    """Whether a figure is the size of a thing: 桥长412米, 可容纳700万册."""
    if _COMPARED.search(clause) or _ARE_A_SHARE.match(figure.plain, figure.end):
        return False
    if clause.endswith("历时") and figure.plain.startswith("的", figure.end):
        return False  # of an event that is told of: 历时9天的运动会
    is_in_it = _ROOM.match(figure.plain, figure.end) or figure.unit == "平方米"
    if _HAS.search(clause) and is_in_it:
        return True
    if _MADE_OF.search(clause) and _ARE_ITS_PARTS.match(figure.plain, figure.end):
        return True
    return bool(_SIZE.search(clause)) or _is_a_length(figure, clause)


def tells_which(figure: Candidate) -> bool:
    """Whether a figure is the size by which its clause tells which thing it speaks of:
    总投资1.9亿元的文物库房项目将于明年5月开工, 全长12.6公里的公路通车, 3公里处的大桥通车;
    or what is charged for one of several: 票价从60元到480元不等.
    """
    if _LENGTHS.search(figure.unit) and _THERE.match(figure.plain, figure.end):
        return True
    clause = _clause_of(figure)
    if _RANGE_OF_PRICES.search(clause):
        return True
    is_of_a_thing = figure.unit and _TELLS_OF_A_THING.match(figure.plain, figure.end)
    if is_of_a_thing and _is_a_size(figure, clause):
        return True
    is_attribute = _OF_A_PROJECT.match(figure.plain, figure.end) is not None
    return is_attribute and _INVESTED.search(clause) is not None


def _is_a_length(figure: Candidate, clause: str) -> bool:
    """Whether a figure says how long something is: 桥长412米."""
    return bool(_LONG.search(clause) and _LENGTHS.search(figure.unit))
