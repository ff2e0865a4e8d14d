"""What is called by a number that counts nothing: days (大年初五), classes (高三), trains, roads,
rooms, share indices, events (100米栏), and what is only said twice (家家户户).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_NUMERALS
from statsite.grammar.patterns import compiled

_HEADS_A_CLAUSE = r"(?:^|[，。;、:“‘\"(的和与及是在名对由\v\n])"
#: Before a numeral in Chinese: a day of the month or the week, or a class of a school.
_DAY_OR_CLASS = compiled(
    r"(?:大年|正月|腊月|冬月|星期|礼拜)$",
    r"(?<![当最年月周期起开])初$",
    r"(?<![每一两上下本几\d])周$",
    rf"{_HEADS_A_CLAUSE}(?:高|大|研|博)$",
)
_ANYBODY = frozenset({"张三", "李四", "王五", "赵六", "王二", "孙七", "周八", "吴九", "郑十"})
_COUNTED = frozenset({"人", "家", "个", "名", "位", "户"})
_INDEX = re.compile(
    "(?:沪深|中证|上证|深证|北证|国证|科创|创业板|标普|标准普尔|恒生|富时|日经|纳斯达克|道琼斯|罗素)指?数?$"
)
_INDEX_IS_AT = frozenset({"点", "%", "个百分点", "倍"})
_A_NUMBER_OF = re.compile(
    "(?:尾号|代码|编号|学号|工号|证号|门牌|房号|邮编|电话|热线|股票|车牌|账号|房间|型号)(?:号码?|末位)?[为是:]{0,2}$"
)
#: What names the number of a thing before it, by the measure word.
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "层": re.compile("(?:位于|坐落[于在]|处于|住[在进]?|设[在于]|藏在)$"),
    "度": re.compile("(?:华氏|列氏|开氏|北纬|南纬|东经|西经)$"),
    "℃": re.compile("华氏$"),
    "位": re.compile("小数点?[之以]?后[面的]?第?$"),
    "套": re.compile("(?:央视|中央电视台|电视台|卫视|广播电台|中央台)$"),
}
#: A round of a contest: 1/8决赛, 四分之一决赛.
_ROUND = re.compile("[总准半]?决赛")
_RUNNING = re.compile("(?:[开行运共达计加增停排减均到了约近超有]|每[天日周])$")
#: What is called by its number, behind it, by the measure word.
_BEHIND: Mapping[str, re.Pattern[str]] = {
    "%": re.compile("的?[置可]信|CI(?![A-Za-z])|分位"),
    "路": re.compile("(?:公交|巴士|电车|汽车|车|快线|线路)"),
    "次": re.compile("(?:列车|航班|动车|高铁|快车|特快|直达|车次)"),
    "号": re.compile(
        "(?:门|楼|线|文|院|馆|厅|厂房|井|矿|机组|台风|公告|令|通知|提案|决议|码头|泊位|桥|隧道|路|仓|库"
        "|车间|会议室|当家|种子|病房|床|车厢|展区|地块|选手|球衣)"
    ),
    "公里": re.compile("处(?=$|[，。;的发设有、])"),
    "米": re.compile(
        "处(?=$|[，。;的发设有、])|栏|[短长]?跑|[蛙仰蝶]泳|自由泳|混合泳|接力|[决预半复]?赛|项目|纪录"
    ),
    "年": re.compile("(?:全年|年[初中末底]|[上下]半年|[一二三四]季度|国庆|春节|暑期)"),
    "家": re.compile("家(?![庭具电政装居族纺长教园禽畜乡])"),
    "户": re.compile("户(?![外籍口型主均])"),
    "台": re.compile("台(?![式湾商资企胞风])|山(?![地东西药区])"),
    "辆": re.compile("辆"),
    "件": re.compile("件"),
    "人": re.compile(
        "人(?![员才工民大数口均次物类文体居机])|[”’]?(?:榜|计划|工程|名单|会战|讲坛)"
        "|流(?![行域感动])|气(?=旺|高|爆|足|指|不|低)"
        "|[单双]桨|[雪滑]车|马拉松|潮|缘|海战|山人海|均(?=可支配|收入|消费|存款|寿命|住房)"
    ),
}
#: Names and words that begin with a number and its unit.
_NAMED = re.compile(
    "百岁(?:老人|寿星|人瑞)|百日[咳宴草菊]|[百千万]村(?:示范|整治|振兴|共建|行动)|三班倒|一对一"
    "|一票否决|两口子|一把手|一条龙|一盘棋|一次性|一刀切|四处[奔游求寻打张逃流碰散筹躲借漂招托蔓]"
)
_SAYS_IT_TWICE = frozenset({"三番五次"})
_TWO_DIGITS = re.compile(r"[0-9]{2}年")
#: How many there are, in a word with the measure word: 架数, 例数.
_HOW_MANY = re.compile("数(?=$|[，。;、]|[继持下上减增较高低多少比为达约超均占排居])")
_TEN_THOUSAND_OF_AN_IDIOM = re.compile("千[家山军变水丝差言秋辛刀姿条头呼]$")


def numbered_before(before: str, figure: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a name begins that ends in the number of the ``figure``."""
    if not shape.begins_with_number:
        return
    found = (pattern.search(before) for pattern in _patterns_before(figure, shape))
    yield from (one.start() for one in found if one)
    if before[-2:] + figure in _SAYS_IT_TWICE:
        yield len(before) - 2
    if before[-1:] + figure[:1] in _ANYBODY and len(figure) > 1:
        yield len(before) - 1


def numbered_behind(plain: str, start: int, end: int, shape: FigureShape) -> Iterator[int]:
    """Where a name ends that the figure from ``start`` to ``end`` begins."""
    if shape.is_relative and (round_of := _ROUND.match(plain, end)):
        yield round_of.end()
    if not shape.unit:
        return
    if found := _NAMED.match(plain, start):
        yield found.end()
    if found := _HOW_MANY.match(plain, end):
        yield found.end()
    pattern = _BEHIND.get(shape.unit)
    found = pattern.match(plain, end) if pattern else None
    if found and not _counts(plain[:start], plain[start:end], shape):
        yield found.end()


def _patterns_before(figure: str, shape: FigureShape) -> Iterator[re.Pattern[str]]:
    if not shape.has_scale:
        yield _A_NUMBER_OF
    if shape.measure in _BEFORE:
        yield _BEFORE[shape.measure]
    if figure[:1] in HAN_NUMERALS:
        yield from _DAY_OR_CLASS if shape.measure in _COUNTED else ()
        if figure.startswith("万"):
            yield _TEN_THOUSAND_OF_AN_IDIOM
    elif not shape.has_scale and shape.measure not in _INDEX_IS_AT:
        yield _INDEX


def _counts(before: str, figure: str, shape: FigureShape) -> bool:
    """Whether the number counts although a name could follow: 加开12次列车; and a year is only
    named by two digits.
    """
    if shape.unit == "次":
        return _RUNNING.search(before) is not None
    return shape.unit == "年" and not _TWO_DIGITS.fullmatch(figure)
