"""Words that a qualifier, or 成, is only the end or the beginning of: 找不到35人 is not fewer than
35, and 三成员工 are 30 per cent of the staff.

The dictionary knows most of those that end in a single character (签约, 附近). Listed, by the
qualifier, is what it lacks or cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from statsite.grammar.lexicon import NUMBER, NUMERAL
from statsite.grammar.word_boundaries import began_before, begins_a_word

_A_NUMBER = f"(?>{NUMBER})"
#: The last characters of verbs whose 过 tells that something was done.
DONE = (
    "力演打办问驶游跳走到去来做写拍获得拿当任加历访助救教带唱与表待看听读学吃喝住见发接提给买"
    "卖种养修建搬换设参派吸签寄送飞爬穿骑跑滑攀夺赢输交处罚判查审捐献运导编译著开抓渡讲"
    "谈试练考造改租借还赔踢投射传抢守杀撞挨受伤病治医护照顾领取存花赚挣丢失找遇碰经尝绣画雕刻"
    "印出承执操掌管驻踏涉迁移探勘测绘驾乘坐站睡等停留居收招聘雇辞离结订组举培训用作干跟随陪"
    "伴捧赏赠奖颁评选拔推荐记录报道采播放映展览陈售购销"
)
#: Nouns of amounts that end in such a character, each of two characters.
AMOUNTS = "营收|税收|创收|费用|播放|销售|采购"
#: Verbs that end in 上, 下 or 进, each of two characters.
DONE_UP = (
    "登上|考上|坐上|穿上|当上|踏上|爬上|选上|评上|拿下|写下|留下|签下|立下|买下|走进|住进|闯进"
)
#: What before a qualifier makes a word of both, and what has to be behind where the number decides:
#: 资金不足5个项目 counts projects, 资金不足5亿元 does not; 中超35场, but 其中超35家.
_ENDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "约": (("限|[她我你]|(?<!其)他", ""),),
    "超": (
        ("[英意西德]|[型市区级锁内各开大]商|(?<!大)连", ""),
        ("(?<![其集当])中|(?<!江)苏|(?<!全)村|[法欧亚乒女浙赣]", f"{_A_NUMBER}[场支轮球]"),
    ),
    "近": (("毗", ""),),
    "近视": (("", ""),),
    "近亲": (("", ""),),
    "近邻": (("", ""),),
    "至少": (("甚", ""),),
    "至多": (("甚", ""),),
    "不下": (("[坐放装住站塞吃容摆停]|[相僵]持|争执|居高", ""),),
    "不止": (("[血闹泻嗽涨跌笑]|呕吐", ""),),
    "不到": (("[找看想得做听见买收受遇等]", ""),),
    "不出": (("[足拿查看说做想给交认掏付分猜闭选找挑抽推]", ""),),
    "不满": (
        ("意见", ""),
        ("[罚案排定果务]", f"{_A_NUMBER}[人名位]"),
        ("[任学][期业]|[刑役]期", f"{_A_NUMBER}(?!年|个月|天|日|周)"),
    ),
    "未满": (("[任学][期业]|[刑役]期", f"{_A_NUMBER}(?!年|个月|天|日|周)"),),
    "不足": (
        ("[资基]金|经费", f"{_A_NUMBER}(?!元)"),
        ("睡眠", f"{_A_NUMBER}(?!个?小时|分钟)"),
        ("美中|查摆|剖析|弥补|存在|营养|动力|经验|人手|后劲|底气", ""),
    ),
    "突破": ((".", f"{_A_NUMBER}[项个大道类](?:关键|核心|重[大点]|技术|难|瓶颈|“卡|堵点)"),),
    "破": (("[侦打攻爆识跌击]", ""),),
    "过": (
        ("[经通越透渡错]", ""),
        ("[不有曾]", "[一二三四五六七八九1-9]成|一?半"),
        (f"[路难度{DONE}](?<!{AMOUNTS})|{DONE_UP}", "[0-9.]+[万亿]"),
    ),
    "上": (("[以网线路晚早马街身之海天车船向]", ""),),
    "高于": (("[提推崇]", ""),),
    "大于": (("[扩放]", ""),),
    "少于": (("[减缺]", ""),),
    **dict.fromkeys(
        ("最多", "最少", "最长", "最短", "最高", "最低", "最大", "最小"),
        (
            ("得票|票数|客流|人口|里程|用时|耗时|面积|[产销雨数]量|[积得]分|降水", ""),
            ("", "时(?![间长段限])"),
        ),
    ),
}
_LONGEST_BEFORE = 3


@cache
def _ends_of_words() -> Mapping[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]:
    """The patterns of ``_ENDS``: a build of texts without figures in them needs none."""
    return {
        qualifier: tuple(
            (re.compile(f"(?:{before})$"), re.compile(behind)) for before, behind in ends
        )
        for qualifier, ends in _ENDS.items()
    }


#: What makes another word of 成 after a number (3成立, 三成员), unless that goes on itself
#: (三成员工).
TENTHS_END = (
    "(?:[立功份熟效型]|员(?!工)|本(?![科地省市校土]|[报刊网](?:讯|记者|[一-鿿]{1,4}(?:[0-9]|电)))|果(?![农蔬园树业])"
    "|都(?![是有在已将会能没不])|品(?![牌种])|长(?![期三者])|绩(?!优)"
    "|人(?![群员士口数都表认选家以在的])|就(?![业诊医近读餐是])|交(?![易通警费])"
    "|县(?![区城域级市]))"
)
#: What makes another word of 强 or 弱 after a number.
STRONG_WORDS = "[基筋化制调势度县镇村市省国企军校队劲烈迫震降对冷台风项小者视电]"
#: What a qualifier, or 成, after a number is only the beginning of, by that word.
_LONGER: Mapping[str, str] = {
    "内": "内[退鬼]",
    "多": r"多(?:[动功样久少么]|发(?=[路地性病部]|多)|云(?!南)|媒|边形|元化)",
    "余": r"余(?:[姚杭款粮热额]|姓)",
    "以内": r"以内(?:蒙|地|[容部科在需心][^，。;!?:]{0,6}[为作是])",
    "往上": r"往上[走跑爬涨调攀升数看推传报]",
    "朝上": r"朝上[放摆]",
    "往下": r"往下[走跑降跌调传滑掉沉压看数推挖]",
    "朝下": r"朝下[放摆]",
    "左右": (
        r"左右(?:两?[岸翼侧]|邻|开弓|逢源|为难|手(?![持提拿])"
        r"|转(?:[弯动头身车道专信]|向?(?=$|[，。、和灯杆轮])))"
    ),
    "上下": r"上下[游级联班车楼学午山铺]",
    "以上": r"以上(?:述|市(?:公司|企业|民营)|海(?![外洋域军运关]))",
    "以下": r"以下(?:列|简称|[棋厨岗乡][^，。;!?:]{0,6}[为作是])",
    "不到": rf"不到(?:[位场岗期账点底头处会]|{NUMERAL})",
    "起": r"起(?!$|[，。;!?、:)”…]|的|一[份张件人位杯盒次晚斤])",
    "打底": "打底[衫裤袜衣]",
    "强": f"强{STRONG_WORDS}",
    "弱": f"弱{STRONG_WORDS}",
    "还多": r"还多(?!$|[，。;!?、:)”])",
    "+": r"\+[0-9]",
    "成": f"成{TENTHS_END}",
}


@cache
def _longer_word(word: str) -> re.Pattern[str]:
    """The same as a pattern: few figures ask for any."""
    return re.compile(_LONGER[word])


def begins_longer_word(plain: str, start: int, end: int) -> bool:
    """Whether the qualifier, or 成, from ``start`` to ``end`` is only the beginning of a word that
    is listed, as in 内退 and 三成员.
    """
    word = plain[start:end]
    return word in _LONGER and _longer_word(word).match(plain, start) is not None


#: Qualifiers before a number with which words of the dictionary end: 北约, 入超, 新近.
_MAY_END_WORDS = frozenset("约超近逾负")
#: Qualifiers after a number with which words of the dictionary begin.
_MAY_BEGIN_WORDS = frozenset(
    ("内", "以内", "上", "以上", "以下", "强", "弱", "起", "打底", "出头", "上下")
)  # fmt: skip


def ends_another_word(plain: str, at: int) -> bool:
    """Whether the qualifier that begins at ``at`` is only the end of another word, as in 附近 and
    签约.
    """
    return at > 0 and (
        _is_listed(plain, at) or (plain[at : at + 1] in _MAY_END_WORDS and began_before(plain, at))
    )


def _is_listed(plain: str, at: int) -> bool:
    """Whether a qualifier that is listed begins at ``at``, and what is beside it makes a word of
    it.
    """
    before = plain[max(0, at - _LONGEST_BEFORE) : at]
    return any(
        left.search(before) and right.match(plain, at + len(qualifier))
        for qualifier, ends in _ends_of_words().items()
        if plain.startswith(qualifier, at)
        for left, right in ends
    )


def ends_within_a_word(plain: str, end: int) -> bool:
    """Whether the qualifier or 成 that ends at ``end`` is only the beginning of another word, as in
    以内蒙古 and 三成员.
    """
    return any(_goes_on(plain, end, word) for word in _LONGER) or any(
        begins_another_word(plain, end - len(word), end) for word in _MAY_BEGIN_WORDS
    )


def begins_another_word(plain: str, start: int, end: int) -> bool:
    """Whether the qualifier from ``start`` to ``end`` is only the beginning of a word of the
    dictionary, as in 内河 and 余款.
    """
    return plain[start:end] in _MAY_BEGIN_WORDS and begins_a_word(plain, start, end)


def _goes_on(plain: str, end: int, word: str) -> bool:
    """Whether ``word`` ends there and is the beginning of a longer one."""
    return plain.endswith(word, 0, end) and begins_longer_word(plain, end - len(word), end)
