"""What is called by a number that counts nothing: days (大年初五), classes (高三), trains, roads,
rooms, share indices, events (100米栏), and what is only said twice (家家户户).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statsite.grammar.amounts import UnitWords
from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_NUMERALS, NUMERAL
from statsite.grammar.patterns import compiled, ends_behind, starts_before
from statsite.grammar.seasons import SEASON

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
#: The measure words of telephones, calls and rooms, which count them: 开通咨询电话60部.
_HAVE_NUMBERS = frozenset({"部", "条", "间", "通", "个", "次", "起"})
#: What names the number of a thing before it, by the measure word.
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "层": re.compile("(?:(?<![制定建])在|位于|坐落于|处于|住进?|设于|搬[到至]了?)$"),
    "单元": re.compile("(?:住[在进]?|小区|号楼|[栋幢座])$"),
    "栋": re.compile("(?:住[在进]?|小区)$"),
    "户": re.compile("(?:家住|住在|租住在?)$"),
    "间": re.compile("(?:家住|住在|租住在?|入住)$"),
    "道": re.compile("(?:停靠|停在|驶[入进]|进站)$"),
    "桌": re.compile("(?:坐在|坐到)$"),
    "队": re.compile("[甲乙丙丁A-H]组$"),
    "班": re.compile("(?:年级|初[一二三中]|高[一二三中]|读|搭乘|乘坐)$"),
    "页": re.compile("(?:翻[到至开]|参见|详见|见|印在)$"),
    "条": re.compile(
        r"(?:(?:依|依照|按|按照|根据|违反|触犯|适用)[^，。;!?]{0,16}(?:法|条例|规定|办法|章程|[典则])》?|[刑民]法|条例》)$"
    ),
    "座": re.compile(r"[0-9一二三四五六七八九十][排车号]$"),
    "名": re.compile("位居$"),
    "度": re.compile("(?:华氏|列氏|开氏|北纬|南纬|东经|西经)$"),
    "℃": re.compile("华氏$"),
    "位": re.compile("小数点?[之以]?后[面的]?第?$|(?:位居|跌[到至]|滑落[到至])$"),
    "套": re.compile("(?:央视|中央电视台|电视台|卫视|广播电台|中央台)$"),
}
#: A moment of a match or a race: 进行到37分钟, 在13圈时.
_AT_A_MOMENT = frozenset({"分钟", "圈", "回合", "局", "节", "轮"})
_MOMENT = re.compile("(?:进行[到至]了?|打到|战至|踢到|直到|(?<![制定赛])在)$")
_THEN = re.compile("[时，被]|$")
#: A round of a contest: 1/8决赛, 四分之一决赛.
_ROUND = re.compile("[总准半]?决赛")
#: What two numbers with a bar are called by: seasons, days, metres (24/25赛季, 7/15事故).
_BARRED = re.compile(
    "[一-鿿]{0,2}(?:季(?!度)|年度|学年|财年)|拍|事[故件变]|惨案|行动|地震|大火|爆炸"
)
#: What makes a number count before a name: 加开12次列车, 先后有3任校长.
_COUNTED_AFTER = {
    "次": re.compile(
        "(?:组织|举办|参加|出席|开展|主持|安排|历经|[开行运共达计加增停排减均到了约近超有]|每[天日周])$"
    ),
    "任": re.compile("[有共历经换了过达]$"),
    "期": re.compile("[分共有了成]$"),
    "组": re.compile("(?<!赛)(?<!第)$"),
}
#: What is called by its number, behind it, by the measure word.
_BEHIND: Mapping[str, re.Pattern[str]] = {
    "%": re.compile("的?[置可]信|CI(?![A-Za-z])|分位"),
    "路": re.compile("(?:公交|巴士|电车|汽车|车|快线|线路)"),
    "次": re.compile(
        "幂|(?:全体|常务|常委会?|代表|办公)?(?:会议|大会)|(?:列车|航班|动车|高铁|快车|特快|直达|车次)"
    ),
    "号": re.compile(
        "(?:门|楼|线|文|院|馆|厅|厂房|井|矿|机组|台风|公告|令|通知|提案|决议|码头|泊位|桥|隧道|路|仓|库"
        "|车间|会议室|当家|种子|病房|床|车厢|展区|地块|选手|球衣)"
    ),
    "公里": re.compile("处(?=$|[，。;的发设有、追])|时速"),
    "位": re.compile("(?:数字)?(?:密码|验证码|号码|编码|字符|有效数字)"),
    "口": re.compile("[出进]站"),
    "届": re.compile(
        "毕业|[一二三四五六七八九]次(?:会议|全会)|(?:全国)?(?:人大|政协|党代会)|[一二三四五六七]中全会|中央(?:委员|政治局|纪委)"
    ),
    "期": re.compile("[0-9]|工程|项目|建设|改造|规划|用地|扩建|动工|开工|完工|交付|厂房|主体"),
    "级": re.compile("[甲乙]等|医院|市场|学科|响应|保护|文物|运动员|教师|士官|建造师|财政"),
    "组": re.compile("[中里内](?=，|[^，。;!?0-9]{0,8}(?:排|名列|列|跑|游|滑|划|出线))"),
    "层": re.compile("住的"),
    "里": re.compile("挑一"),
    "个": re.compile("[里中]挑一"),
    "对": re.compile("[0-9一二三四五六七八九]"),
    "任": re.compile("(?:总统|总理|首相|主席|校长|院长|市长|省长|县长|书记|主帅|主教练)"),
    "页": re.compile("(?:有这|写道|载有|写着|印着|注明)"),
    "米": re.compile(
        "处(?=$|[，。;的发设有、])|栏|[短长]?跑|[蛙仰蝶]泳|自由泳|混合泳|接力|[决预半复]?赛|项目|纪录"
    ),
    "年": re.compile(
        f"(?:[那的这](?=场|年|次|个)|全年|年[初中末底]|[上下]半年|[一二三四]季度|{SEASON}"
        "|[一-鿿]{0,2}(?:地震|洪水|洪灾|抗洪|特大|大旱|水灾|雪灾|非典|户口本|老兵|老照片|出厂|出生|生人|版))"
    ),
    "家": re.compile("家(?![庭具电政装居族纺长教园禽畜乡])"),
    "户": re.compile("户(?![外籍口型主均])"),
    "台": re.compile("台(?![式湾商资企胞风])|山(?![地东西药区])"),
    "辆": re.compile("辆"),
    "本": re.compile("院校(?!教)|批次|录取"),
    "件": re.compile("件"),
    "人": re.compile(
        "人(?![员才工民大数口均次物类文体居机])|[”’]?(?:榜|计划|工程|名单|会战|讲坛)"
        "|群(?![聚殴体居策租])|赛(?![事后前季场])|流(?![行域感动])|气(?=旺|高|爆|足|指|不|低)"
        "|[单双]桨|[雪滑]车|马拉松|潮|缘|海战|山人海|均(?=可支配|收入|消费|存款|寿命|住房)"
    ),
}
#: Names and words that begin with a number and its unit.
_NAMED = re.compile(
    "百岁(?:老人|寿星|人瑞)|百日[宴草菊]|[百千万]村(?:示范|整治|振兴|共建|行动)|一盘棋"
    "|四处[游求寻打张逃流碰散筹躲借漂招托蔓]"
)
#: The number of a model, and so many machines and their name before it: 三台东方红1804.
_MODEL = re.compile("[0-9]{3,4}")
_MODEL_OF = re.compile(rf"{NUMERAL}(?:台|辆|架|艘|部|列)[一-鿿]{{2,8}}$")
#: A name in quotation marks, up to the number at its end.
_BARE, _OPENS_A_NAME = re.compile("[0-9]+"), re.compile("“[一-鿿]{2,8}$")
_TWO_DIGITS = re.compile(r"[0-9]{2}年")
#: How many there are, in a word with the measure word: 架数, 例数.
_HOW_MANY = re.compile("数(?=$|[，。;、]|[继持下上减增较高低多少比为达约超均占排居])")
_TEN_THOUSAND_OF_AN_IDIOM = re.compile("千[家山军变水丝差言秋辛刀姿条头呼]$")


def numbered_before(before: str, figure: str, shape: FigureShape, measure: str) -> Iterator[int]:
    """Where in ``before`` a name begins that ends in the number of the ``figure``, with its unit
    word ``measure``, printed in it or behind it.
    """
    if not shape.begins_with_number:
        return
    yield from starts_before(_patterns_before(figure, shape, measure), before)
    if before[-1:] + figure[:1] in _ANYBODY and len(figure) > 1:
        yield len(before) - 1
    if not measure and _MODEL.fullmatch(figure):
        yield from starts_before([_MODEL_OF], before)


def numbered_behind(
    plain: str, start: int, end: int, shape: FigureShape, units: UnitWords
) -> Iterator[int]:
    """Where a name ends that the figure from ``start`` to ``end`` begins, its unit word printed in
    it or behind it.
    """
    if _closes_a_name(plain, start, end):
        yield end + 1
    if shape.is_relative and (round_of := _ROUND.match(plain, end)):
        yield round_of.end()
    if shape.is_relative and "/" in plain[start:end]:
        yield from ends_behind([_BARRED], plain, end)
    own = shape.unit or ("" if shape.is_qualified_behind else units.at(plain, end))
    if not own:
        return
    closed = end if shape.unit else end + len(own)
    names = [_NAMED.match(plain, start), _HOW_MANY.match(plain, closed)]
    pattern = _BEHIND.get(own)
    if pattern and not _counts(plain[:start], plain[start:closed], own):
        names.append(pattern.match(plain, closed))
    yield from (found.end() for found in names if found and found.end() > closed)
    if own in _AT_A_MOMENT and _MOMENT.search(plain[:start]) and _THEN.match(plain, closed):
        yield closed + 1


def _closes_a_name(plain: str, start: int, end: int) -> bool:
    """Whether a bare number ends a name in quotation marks: “春蕾1000”助学行动."""
    is_bare = _BARE.fullmatch(plain[start:end]) is not None
    is_closed = plain[end : end + 1] == "”"
    return is_bare and is_closed and _OPENS_A_NAME.search(plain[:start]) is not None


def _patterns_before(figure: str, shape: FigureShape, measure: str) -> Iterator[re.Pattern[str]]:
    if not shape.has_scale and measure not in _HAVE_NUMBERS:
        yield _A_NUMBER_OF
    if measure in _BEFORE:
        yield _BEFORE[measure]
    if figure[:1] in HAN_NUMERALS:
        yield from _DAY_OR_CLASS if measure in _COUNTED else ()
        if figure.startswith("万"):
            yield _TEN_THOUSAND_OF_AN_IDIOM
    elif not shape.has_scale and measure not in _INDEX_IS_AT:
        yield _INDEX


def _counts(before: str, figure: str, unit: str) -> bool:
    """Whether the number counts although a name could follow: 加开12次列车; and a year is only
    named by two digits.
    """
    if unit in _COUNTED_AFTER:
        return _COUNTED_AFTER[unit].search(before) is not None
    return unit == "年" and not _TWO_DIGITS.fullmatch(figure)
