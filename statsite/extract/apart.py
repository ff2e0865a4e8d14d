"""Sentences that tell of something else than what their paragraph reports of: what is still
lacking, what became of a change whose day is not told, a case that is told as an example.

Figures in them have a time only if it is named with them.
"""

from __future__ import annotations

import re

_CHANGE = (
    "推行|实施|实行|投用|启用|上线|建成|通车|改造|开通|用上|运行|投产|搬迁|升级|引入|采用|装上|换上"
)
#: The results of a change whose day is not told: 推行“一单制”后，.
_AFTER_A_CHANGE = re.compile(f"(?:{_CHANGE})[^，。;!?0-9]{{0,12}}(?:后|以来)，")
#: What a report says of itself that is not done yet.
_STILL_LACKING = re.compile(
    "清醒地?(?:看到|认识到|认识)|(?:也要|应当|必须|还应)看到|存在[^，。;0-9]{0,8}(?:不足|短板|差距)"
    "|(?:点出|指出|看到)[^，。;0-9]{0,6}(?:问题|不足|短板)"
    "|短板[^，。;0-9]{0,6}(?:明显|突出|不少|存在)"
)
#: What was so at no known time, and what it is compared with: 过去要2小时，现在只要20分钟.
_ONCE = re.compile(
    "(?<!刚)(?<!刚刚)(?<!超)过去(?![年一二三四五六七八九十两几0-9了后]|的[一二三四五六七八九十两几0-9]|，)"
    "|(?<![年月日之])以前|(?<![年月日之])从前"
)
#: What is seen standing, lying or being kept somewhere, as whoever tells it sees it: 养着136头.
_IS_SEEN = re.compile("[养摆关种挂堆晾存停住躺立放囤]着(?:近|约|大约|超过|不下|整整)?$")
#: A sum since the beginning of something.
_SUMS_UP = re.compile("累计(?!同比)[^，。;!?0-9]{0,24}$")
_REACH = 32
#: A sentence that quotes its source again: 公报显示，.
_QUOTES_ANEW = re.compile("[一-鿿]{0,12}(?:显示|表明|透露|披露|介绍)[，:]")
#: A best or worst moment whose day its clause does not name: 最多时达, 一度接近.
_MOMENT = "(?<![比较])(?:最[多高低大长忙]时|高峰时|一度|(?<=，)首日)(?!的)"
_OF_A_MOMENT = re.compile(f"{_MOMENT}[^，。;!?]{{0,10}}$")
#: How much of something is still to come: 还剩8轮.
_STILL_LEFT = re.compile("(?:还[剩有]下?|仅剩|只剩|剩下)(?:最后)?$")
_OF_A_SERIES = re.compile("[轮场天站]")
_BEGINS_WITH_A_MOMENT = re.compile(_MOMENT)
#: One person by name, as an example of many: 家住城北的护士许宁, 退休工人韦桂芬.
_ROLES = (
    "护士|护工|护理员|种植户|养殖户|护林员|护鸟员|巡护员|讲解员|驾驶员|投递员|饲养员|保洁员|乘务员|志愿者|农户|船老大|骑手|工人|市民|居民|村民|教师|老师|学生|家长|游客|乘客|旅客|司机|店主|老板|老人|职工"
    "|员工|患者|师傅|农民|渔民|牧民|果农|茶农|菜农|蜂农|蔗农|棉农|摊主|快递员|社员|会员|大户"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文韦莫覃聂凌柳鲍翟盛祝裴庄阮石骆滕蓝苗向"
)
#: One case: its number, or people whose names are left out.
_CASE = re.compile(
    r"案例[一二三四五六七八九十0-9]|\((?:19|20)[0-9]{2}\)[一-鿿0-9]{2,12}号|[一-鿿]某(?![些个地一种类项年月日天时次])"
    "|[一这此该][起件宗]典?型?案[例件]|某[一-鿿]{0,6}?(?:公司|企业|厂|店|合作社|医院|学校|单位)"
    "|(?:(?:村民|渔民|农民|大户|果农|菜农|茶农|牧民|店主|摊主|司机)[一-鿿]{2,3}?"
    f"|居民(?:[{_SURNAMES}]|[老小阿])[一-鿿]{{1,2}}?)(?:的|家|说|告诉|正|忙|刚|今年|种|养)"
)
_PERSON = re.compile(f"(?:(?:{_ROLES})|[0-9]{{2}}岁的)[{_SURNAMES}][一-鿿]{{1,2}}(?![们省市县区])")
#: The time of what is told of, by a word: 这个赛期收入.
_WHILE = re.compile("[这本该][个次一]?[一-鿿]{0,2}[期季节天网趟]|期间")
_RECKONS = re.compile("算(?:了|起)?一?笔?账")
#: What somebody is quoted with who speaks of himself, and names no time: “我订的民宿每晚
_I_SAY = re.compile(
    "“[^”0-9]{0,12}[我俺咱](?!们|[国省市县区州镇乡村院校厂司社局])(?:(?!年|月|天|日|晚上)[^”]){0,24}$"
)
_REACH_OF_A_QUOTE = 48
#: What is won is of the contest: 夺冠，拿到奖金8万元.
_WON = re.compile("(?:奖金|奖励)[约近共达]?$")
#: What one person earns, spends or needs.
_OF_A_PERSON = frozenset({"元", "块", "块钱", "分钟", "小时", "趟"})


def is_of_one_person(plain: str, sentence: int, place: int, unit: str) -> bool:
    """Whether the sentence that begins at ``sentence`` has told of one person by name before
    ``place``, or somebody quoted there speaks of himself, and a figure there in ``unit`` is what
    that person earns, spends or needs, and not what is reckoned as an example (算了一笔账).
    """
    if unit not in _OF_A_PERSON:
        return False
    if _WON.search(plain, max(0, place - _REACH), place):
        return False
    is_of_who_speaks = _I_SAY.search(plain, max(0, place - _REACH_OF_A_QUOTE), place) is not None
    return is_of_who_speaks or tells_of_one_person(plain, sentence, place)


def tells_of_one_person(plain: str, sentence: int, place: int) -> bool:
    """Whether the sentence that begins at ``sentence`` has told of one person by name before
    ``place``, and names no time by a word (这个赛期).
    """
    if _RECKONS.search(plain, sentence, place):
        return False
    person = _PERSON.search(plain, sentence, place)
    return person is not None and not _WHILE.search(plain, person.end(), place)


def is_set_apart(plain: str, sentence: int, place: int) -> bool:
    """Whether the sentence that begins at ``sentence`` sets what is told at ``place`` apart from
    what the text went on about.
    """
    if _STILL_LACKING.search(plain, sentence, place) or _ONCE.search(plain, sentence, place):
        return True
    if _IS_SEEN.search(plain, max(sentence, place - _REACH), place):
        return True
    return _AFTER_A_CHANGE.search(plain, sentence, place) is not None


def is_of_once(plain: str, begin: int, place: int) -> bool:
    """Whether what is told from ``begin``, where a time is named, to ``place`` was so once, at no
    known time: 上月发出1.8吨，以前雇一趟车就要300元.
    """
    return _ONCE.search(plain, begin, place) is not None


def is_about_what_lacks(plain: str, paragraph: int, place: int) -> bool:
    """Whether the paragraph that begins at ``paragraph`` opens with a sentence that says something
    is still lacking, before ``place``: 短板依然存在。.
    """
    ended = plain.find("。", paragraph, place)
    return ended >= 0 and _STILL_LACKING.search(plain, paragraph, ended) is not None


def quotes_anew(plain: str, sentence: int) -> bool:
    """Whether the sentence that begins at ``sentence`` quotes a source again, which may be about
    another time than the sentence before: 公报显示，.
    """
    return _QUOTES_ANEW.match(plain, sentence) is not None


def sums_up(plain: str, place: int) -> bool:
    """Whether the figure at ``place`` is a sum since a beginning that its clause does not name."""
    return _SUMS_UP.search(plain, max(0, place - _REACH), place) is not None


def is_of_a_moment(plain: str, place: int) -> bool:
    """Whether the figure at ``place`` is of a best or worst moment, or a first day, that its clause
    does not date: 最多时达15.4万户.
    """
    if _BEGINS_WITH_A_MOMENT.match(plain, place):
        return True
    return _OF_A_MOMENT.search(plain, max(0, place - _REACH), place) is not None


def is_still_left(plain: str, start: int, unit: str) -> bool:
    """Whether a figure at ``start`` is what a series still has to come: 还剩8轮."""
    if not _OF_A_SERIES.fullmatch(unit):
        return False
    return _STILL_LEFT.search(plain, max(0, start - _REACH), start) is not None


def tells_a_case(plain: str, paragraph: int, place: int) -> bool:
    """Whether the paragraph that begins at ``paragraph`` has told of one case before ``place``."""
    return _CASE.search(plain, paragraph, place) is not None
