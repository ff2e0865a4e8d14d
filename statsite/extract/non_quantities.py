"""Numbers that are not quantities, told by how they are written: dates, clock times, ordinals,
codes, document numbers, classes, names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.lexicon import DIGITS_OF_A_YEAR, HAN_NUMERALS, HOTLINES, PLANS, SMALL_NUMERALS
from statsite.grammar.small_numbers import DAY, MONTH, WEEKDAY

_HAN_DIGIT = f"{DIGITS_OF_A_YEAR}十"
_N = rf"(?:[0-9]{{1,3}}|[{_HAN_DIGIT}]{{1,4}})"
_TO = "[-—~至到、和与及或]"
_YEAR = rf"(?:(?<![0-9.])(?:1[5-9]|20|21)[0-9]{{2}}|[一二][{DIGITS_OF_A_YEAR}]{{3}})"
_MONTHS = f"{MONTH}(?:{_TO}{MONTH}){{0,11}}月份?"
#: Behind a month; but 5月31.4万人次.
_DAY_OF_MONTH = rf"{DAY}(?:[日号]|(?![0-9.万亿{_HAN_DIGIT}]))"
_NUMERAL = rf"(?<![0-9])[0-9][0-9.,]{{0,15}}[百千万亿]{{0,3}}|[{HAN_NUMERALS}]{{1,12}}"
_ORDINAL = rf"第(?:{_NUMERAL})(?:(?:{_TO}|\.)第?(?:{_NUMERAL})){{0,6}}"
#: Where an ordinal is a place in a ranking.
_RANKED = (
    r"(?:位居|位列|排名|排在|排位|名列|列(?!入|车)|居(?!民|家|住)|位次"
    r"|升至|升到|跃升|跃居|跻身|进入|保持|稳居|位于|名次|前移)[^，。;!?、\d]{0,10}?(?:第|前)$"
)

#: Patterns of ``ArticleText.plain`` inside which no quantity begins, the more special first.
_PATTERNS = (
    # years, dates, clock times
    rf"{_YEAR}(?:年度?)?(?:[-—~至到](?:{_YEAR}|[0-9]{{2}}))?(?:学年度?|财年|年度?)",
    rf"{_YEAR}[-—~]{_YEAR}(?![0-9.])|{_YEAR}/{_YEAR}(?=年?(?:度|[学赛雪榨财采供]))",
    r"(?<![0-9.])(?:19|20)[0-9]{2}(?=[届级]|款)",
    r"(?<![0-9.])[0-9]{1,2}\.(?=(?:19|20)[0-9]{2}年)",
    (
        f"(?<=[年(，。、;至到于在以月起前日]){_MONTHS}(?:{_DAY_OF_MONTH})?"
        f"|(?<![0-9.个{_HAN_DIGIT}]){_MONTHS}(?:{_DAY_OF_MONTH})?"
    ),
    r"(?<![0-9.])[0-9]\.(?:1[0-2]|[1-9])月(?![龄均])",
    r"(?:1[5-9]|20|21)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-3]?[0-9])(?![0-9])",
    rf"(?<![0-9.{_HAN_DIGIT}]){DAY}日(?!内|以内|之内|以上|均|龄)(?:{_TO}{DAY}日){{0,6}}",
    rf"[0-9]{{1,2}}[日号]?{_TO}[0-9]{{1,2}}[日号](?!内)",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,4}:[0-9]{1,4}\.[0-9]{1,4}",
    (
        "(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|当晚"
        "|夜间)[0-9一二三四五六七八九十两]{1,3}[点时](?:半"
        "|[0-9一二三四五六七八九十]{1,3}[分刻]?)?"
    ),
    r"(?<![0-9小课学工.])(?:[01]?[0-9]|2[0-4]|零)时(?:[0-5]?[0-9]分)?(?![间长段光])",
    (
        f"[0-9〇零一二三四五六七八九]0年代|{_HAN_DIGIT[0]}世纪"
        "|(?:1[0-9]|2[01]|[一二]?十[一二三四五六七八九]?)世纪"
    ),
    rf"(?:前|第)?[一二三四1-4](?:{_TO}[二三四2-4])?个?季度(?!内)",
    f"{WEEKDAY}(?:[至到、-][周]?[一二三四五六日天])?",
    # ordinals and numbers of documents, issues, lines, phones
    _ORDINAL,
    rf"总第?[0-9]{1, 6}期|(?:{_NUMERAL})号(?!召)(?:文件|令|公告|线)?",
    r"[〔\[(【](?:1[89]|20)[0-9]{2}[〕\])】](?:第?[0-9]{1,6}号)?|\[[0-9]{1,3}\]",
    rf"(?<=[(\[])(?:[0-9]{{1,2}}|[{SMALL_NUMERALS}]{{1,3}})(?=[)\]])",
    (
        "(?:电话|热线|传真|手机|邮编|邮政编码|代码|编号|证号|账号|号码|微信|QQ"
        "|咨询)[^0-9，。;]{0,6}[0-9][0-9-]{2,20}(?![0-9.]{0,9}[万亿部台个张件户元条次])"
    ),
    (
        "(?<![0-9.])0[0-9]{2,3}-[0-9]{7,8}|(?<![0-9.])1[3-9][0-9]{9}(?![0-9.])"
        "|[48]00-[0-9]{3,4}-?[0-9]{3,4}|(?<![0-9.])0[1-9][0-9]{1,20}"
    ),
    rf"(?<![0-9.])(?:1[0-9]{{2}}|1[0-9]{{4}})(?=[一-鿿]{{0,4}}(?:{HOTLINES}|网站|急救|指挥中心|报警))",
    (
        r"(?:(?<!\.)\.{3,200}|(?<!…)…{1,200}|(?<!·)·{3,200}"
        "|(?<!-)-{3,200})[0-9]{1,4}(?![0-9.]{0,20}[%万亿])"
    ),
    r"(?<=[。;!?…])[0-9]{1,2}[.、](?=[^0-9]|20[0-9]{2}年)",
    # codes and names
    r"(?<![A-Za-z])(?![A-Z]{3,6}[0-9]{1,6}[台套个辆例件次](?![A-Za-z]))[A-Za-z][A-Za-z0-9.+()-]{0,24}?[0-9][A-Za-z0-9.+-]{0,24}(?![0-9.]{0,20}[万亿%])",
    r"(?<![0-9.])[0-9]{1,6}(?:G|K|D|S店|A级|C9)(?![A-Za-z])",
    r"(?<![0-9.,])[1-9][0-9]{3,4}次(?=(?:旅客|货物|直达|普速|动车组|中欧)?(?:列车|货车|客车|班列|动车))",
    (
        r"[0-9X一二三四五六七八九N]{1,4}(?:\+[0-9XN一二三四五六七八九]{1,4}){1,20}[A-Z]?"
        r"|[0-9]{1,6}\+(?![0-9])"
    ),
    r"[0-9]{1,6}[×xX*][0-9]{1,6}(?:小时)?",
    r"(?:N|X|n)95",
    # classes, grades, phases
    (
        "(?=[一二三四五六七八九十两0-9ⅠⅡⅢⅣ])(?<!风力)(?<!伴有)(?<!力达)(?<!力为)(?<!风速)(?<!阵风)(?<!风达)"
        "(?<!里氏)(?<!震级)(?<!风达到)(?<!风可达)(?<!力达到)(?<!力可达)(?<!风将达)"
        f"(?:[一二三四五六七八九十两0-9ⅠⅡⅢⅣ](?:{_TO})?){{1,6}}级(?!台阶)(?:甲等|乙等|丙等)?"
    ),
    (
        "(?<![0-9.])"
        f"[1-9一二三四五六甲乙丙丁ⅠⅡ](?:{_TO}[1-9一二三四五六甲乙丙丁ⅠⅡ]){{0,4}}[型等](?!人)"
    ),
    (
        "[一甲Ⅰ](?:(?:、|至|和)[二三四乙丙丁ⅡⅢⅣ]){1,3}类"
        "|[一二三甲乙丙丁]类(?=[传疫医药器水海地公事费人会])"
        "|[一二三四五](?:、[二三四五]){0,4}线(?=[城医员岗职])"
    ),
    (
        "[一二三四五六](?:、[二三四五六]){0,5}期(?=[工项临建试规])|[一二三][次产](?=产业|产融)"
        "|一二三产"
    ),
    rf"[{SMALL_NUMERALS}]{{1,3}}(?:是|要|来(?=[，是]))(?=[一-鿿，])",
    rf"十[{PLANS}]五(?=[”期规时末、，开收])|[一二三四五六七八九]五(?=规划|时期)",
    # bases of rates
    (
        f"每(?:{_NUMERAL})(?:%|个百分点|平方公里|公里|平方米|名|个|人|户|股|例|张|亩|吨|元|万元"
        "|年|天|周|小时|分钟|次|台|辆|家|所|公斤|斤|升|毫升|克)?"
    ),
    r"以(?:男性|女性|上年|基期|[12][0-9]{3}年|[一-鿿]{1,6})为(?:100|1)(?![0-9.])",
)
_MASK = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_QUOTED = re.compile(r"[“‘「『]([^”’」』“‘]{1,10})[”’」』]|《[^》]{1,80}》")
_FIGURE_IN_QUOTES = re.compile(r"[0-9]|半|成|分之")
_RANK = re.compile(_RANKED)
#: Those that come first, and what is said of them: 排在前三位的省区.
_OF_THE_FIRST = re.compile("[位名]的")
_RANK_ENDS = re.compile(r"[位名强](?![师医])|[，。;、)!?“”|:]|$|以内|之列")
_LONGEST_RANKING = 24
_TITLE = "《"


def non_quantity_spans(plain: str) -> bytearray:
    """For every character of ``plain`` 1 where it belongs to a number that is not a quantity, else
    0.
    """
    masked = bytearray(len(plain))
    for start, end in _spans(plain):
        masked[start:end] = b"\x01" * (end - start)
    return masked


def names_a_rank(plain: str, at: int) -> bool:
    """Whether the number that begins at ``at`` is said to be a place in a ranking: it is an
    ordinal, or says how many come first.
    """
    if at <= 0 or plain[at - 1] not in "第前":
        return False
    return _RANK.search(plain[max(0, at - _LONGEST_RANKING) : at]) is not None


def rank_at(plain: str, start: int, end: int) -> bool:
    """Whether the number there is somebody's place in a ranking: 位居全国第3, 排名前10."""
    if plain[start - 1 : start] == "前" and _OF_THE_FIRST.match(plain, end):
        return False
    return names_a_rank(plain, start) and _RANK_ENDS.match(plain, end) is not None


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _MASK.finditer(plain))
    yield from (found.span() for found in _QUOTED.finditer(plain) if _is_a_name(found[0]))


def _is_a_name(quoted: str) -> bool:
    """Whether what is quoted is a title, or no figure."""
    return quoted.startswith(_TITLE) or not _FIGURE_IN_QUOTES.search(quoted)
