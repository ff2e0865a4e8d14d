"""Names, idioms, eras, dates and clock times that look like a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_DIGITS, SCALES
from statsite.grammar.patterns import any_of, ends_behind, starts_before
from statsite.grammar.word_boundaries import word_around

#: What a dictionary joins to a number that counts all the same: 十年间.
_NO_PART_OF_NAMES = frozenset(("", *"间来后前里中内多半余"))
_HAN_NUMBER = re.compile(rf"[{HAN_DIGITS}{SCALES}]+")
#: Names and idioms that begin with a number and its unit.
_NAMES = any_of(
    [
        "九台区",
        "九台农",
        "三元桥",
        "三元坊",
        "三元食品",
        "三元股份",
        "三元锂",
        "三元材料",
        "三元正极",
        "三元电池",
        "三元悖论",
        "三只松鼠",
        "六个核桃",
        "八项规定",
        "万人计划",
        "千人计划",
        "百人计划",
        "三次产业",
        "二次供水",
        "二次创业",
        "二次装修",
        "二次加工",
        "二次转移",
        "五一期间",
        "五一假期",
        "五一黄金周",
        "十一期间",
        "十一假期",
        "十一黄金周",
        "二次分配",
        "三次分配",
        "二次函数",
        "二次电池",
        "三人篮球",
        "五人足球",
        "三人制",
        "十一人制",
        "双人",
        "千年古",
        "百年老店",
        "百年名校",
        "百年变局",
        "百年未有",
        "百年奋斗",
        "百年目标",
        "一号文件",
        "一号工程",
        "百日攻坚",
        "百日行动",
        "百日会战",
        "三分天下",
        "三分之",
        "七分",
        "万分感谢",
        "万分焦急",
        "万分重要",
        "千元机",
        "一个中国",
        "一带一路",
        "两个确立",
        "两个维护",
        "四个意识",
        "四个自信",
        "四个全面",
        "三条红线",
        "双一流",
        "一点",
        "一座难求",
        "一床难求",
        "一票难求",
        "一位难求",
        "一号难求",
    ]
)
_NAMED = re.compile(_NAMES)
#: Around a title, and around what a plan is called.
_TITLE_BEGINS, _TITLE_ENDS = re.compile("[《〈][^》〉]*$"), re.compile("[^《》〈〉]*[》〉]")
_QUOTATION_BEGINS = re.compile("“[^”，。]{0,8}$")
_PLAN_ENDS = re.compile(
    "[^“”，。]{0,6}”(?:工程|计划|项目|课题|行动|战略|精神|模式|机制|活动|政策|工作法|专项)"
)
#: Endings of places that are called by a distance or a number of houses: 六里桥, 八里庄, 三家店.
_PLACE = re.compile(
    "(?:里|家|台|间|道|棵|座|棵树|口|眼|元|庄|条)(?:屯|庄|桥|河|店(?!铺|面)|沟|堡|渠|坪|岭|塘|寺|湾|铺(?!面)|营|坡|洼|坨|镇|村"
    "|堰|墩|坝|岗|井(?!口)|街道)"
)
_PLACE_UNITS = frozenset({"里", "家", "台", "间", "道", "棵", "元"})
#: Reigns and calendars that count years: 万历十五年.
ERAS = any_of(
    [
        "贞观",
        "开元",
        "天宝",
        "建安",
        "元封",
        "太初",
        "永平",
        "太康",
        "元嘉",
        "大业",
        "武德",
        "永徽",
        "大历",
        "元和",
        "会昌",
        "咸通",
        "建隆",
        "太平兴国",
        "咸平",
        "景德",
        "天圣",
        "庆历",
        "皇祐",
        "嘉祐",
        "熙宁",
        "元丰",
        "元祐",
        "崇宁",
        "政和",
        "宣和",
        "靖康",
        "建炎",
        "绍兴",
        "隆兴",
        "乾道",
        "淳熙",
        "嘉定",
        "宝庆",
        "淳祐",
        "咸淳",
        "至元",
        "大德",
        "至正",
        "洪武",
        "建文",
        "永乐",
        "宣德",
        "正统",
        "景泰",
        "天顺",
        "成化",
        "弘治",
        "正德",
        "嘉靖",
        "隆庆",
        "万历",
        "泰昌",
        "天启",
        "崇祯",
        "天命",
        "天聪",
        "崇德",
        "顺治",
        "康熙",
        "雍正",
        "乾隆",
        "嘉庆",
        "道光",
        "咸丰",
        "同治",
        "光绪",
        "宣统",
        "民国",
        "令和",
        "平成",
        "昭和",
        "大正",
        "明治",
        "庆应",
        "安政",
        "主体",
        "佛历",
        "回历",
        "公元前",
        "公元",
        "西历",
        "伊历",
        "黄帝纪年",
    ]
)
_ERA = re.compile(rf"(?:{ERAS})$")
_DAYS = frozenset({"日", "号"})
_A_DAY = re.compile(
    r"(?:[本上下当次翌]月|截至|截止|定于|拟于|将于|已于|并于|(?<![等对关属基处低高至])于)$"
)
_OF_A_DAY = re.compile(
    "(?:上午|下午|中午|晚|凌晨|清晨|傍晚|早上|夜|起(?!$|[，。;]|的)|开(?:幕|工|业|馆|园|赛|学|庭|播|通|始|拍|盘|机)"
    "|闭幕|举行|发布|启动|召开|讯|电|前后|通报|宣布|公布|表示)"
)
_AN_HOUR = re.compile(r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点时:]$")
# No code is a count of such things: 占航班量的1/6.
_A_CODE = re.compile(
    "(?:电话|热线|邮编|邮政编码|版本号?|编号|代码|学号|证书号|许可证号|车牌号?|车号|房号|门牌|群号|微信号?|条码|货号"
    "|型号|批号|文号|身份证号?|账号|卡号|订单号|序列号|验证码|密码|频道|航班|车次)"
    "(?!总?[量数])[^，。;!?0-9]{0,4}$"
)
#: 十分 and 千万 as adverbs, 一度 for once, 一块 for together.
_ADVERBS = {
    "十分": re.compile(r"(?![钟之为成左以上及到内和与，。;!?、:)”的在给制]|$)"),
    "千万": re.compile("[别不要小记注当勿莫把]|不能"),
    "一度": re.compile("[跌涨突达超出成升降濒陷引被飙逼紧恶有失停中关暂封断受处面想认以]"),
    "百度": re.compile("公司|发布|推出|宣布|旗下|网盘|地图|搜索|文心|股价|财报|集团|百科"),
    "一块": re.compile("[卖买走去来干吃住玩办忙逛聊](?!断|石)"),
    "万分": re.compile(r"(?!之|[，。;!?、]|$)"),
}
#: A whole that 未 or 没 denies to the last: 一人未伤.
_NOT_ONE = re.compile("[未没](?:有)?(?:伤|亡|死|丢|损|漏|少|缺|剩|得|拿|见|落|掉|留|退|逃)")


def name_before(before: str, figure: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a date, a code or the name of an era begins that the ``figure``
    closes.
    """
    if not shape.begins_with_number:
        return
    if _is_doubled_date(before, figure):
        yield len(before) - 1
    if _HAN_NUMBER.match(figure) and not shape.is_relative:
        first, _ = word_around(before + figure, len(before), len(before) + len(figure))
        yield first
    yield from starts_before(_patterns_before(shape), before)


def _is_doubled_date(before: str, figure: str) -> bool:
    """双十一, 双十二."""
    return figure.startswith(("十一", "十二")) and before.endswith("双")


def _patterns_before(shape: FigureShape) -> Iterator[re.Pattern[str]]:
    """The names that a number of this shape may close."""
    if shape.measure in {"年", ""}:
        yield _ERA
    if shape.unit in _DAYS:
        yield _A_DAY
    if shape.unit == "分":
        yield _AN_HOUR
    if not shape.measure and not shape.has_scale:
        yield _A_CODE


def title_around(before: str, behind: str) -> int:
    """How far behind a figure the title ends in whose middle it is (《人生七年》), or the name of a
    plan (“五个一”工程); 0 where it is in none.
    """
    if _TITLE_BEGINS.search(before) and (found := _TITLE_ENDS.match(behind)):
        return found.end()
    found = _PLAN_ENDS.match(behind) if _QUOTATION_BEGINS.search(before) else None
    return found.end() if found else 0


def name_behind(plain: str, start: int, end: int, shape: FigureShape) -> Iterator[int]:
    """Where a name or an idiom ends that the figure from ``start`` to ``end`` begins, or a date."""
    if shape.unit in _DAYS:
        yield from ends_behind([_OF_A_DAY], plain, end)
    if _HAN_NUMBER.match(plain[start:end]):
        yield from _han_name_behind(plain, start, end, shape.unit)


def _han_name_behind(plain: str, start: int, end: int, unit: str) -> Iterator[int]:
    """Where a name, a place or an idiom ends that a number in Chinese numerals begins."""
    figure = plain[start:end]
    _, last = word_around(plain, start, end)
    if plain[end:last] not in _NO_PART_OF_NAMES:
        yield last
    yield from (place for place in ends_behind([_NAMED], plain, start) if place > end)
    if unit in _PLACE_UNITS:
        yield from ends_behind([_PLACE], plain, end - len(unit))
    if figure in _ADVERBS and _ADVERBS[figure].match(plain, end):
        yield end + 1
    if figure.startswith("一"):
        yield from ends_behind([_NOT_ONE], plain, end)
