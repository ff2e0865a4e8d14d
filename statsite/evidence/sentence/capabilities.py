"""Words before a figure by which it is what something could do or hold, or is built for, and not
what it did: 可年产50万吨, 最多能停300辆, 设计时速350公里.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.patterns import any_of, compiled, first_words
from statsite.grammar.status_words import RATED
from statsite.grammar.word_boundaries import class_at, word_around

#: Between a verb of ability and its number stands no noun that it only describes.
_CLOSE = r"[^，。;!?:的0-9一二两三四五六七八九十百千万亿]{0,10}$"
_NO_CAN = (
    "能|以|持续|支配|再生|比(?![上过])|靠|控|见|观|谓|喜|行|移动|燃|降解|口|惜|怕|疑|知|追溯|读|信|溯|塑|研|爱|编程|视"
    "|变|分|乐|转债|卡因|疗|圈|回收|利用|供(?!应)|选|用|作|循环|售|开发|抵|用于|直接|采"
)
_CAN = (
    rf"(?:(?<![不许认])可(?!{_NO_CAN})|(?<![不亦])可以"
    "|(?<![可不未失功产性职技智效机热电光动核潜节储贮赋势才官风体热万])能(?!源|力|耗|效|级|量|见|否|人|者|手|干|繁|动|够|上能下|繁母)|(?<!不)能够|足以)"
)
_DONE = "建成|投产|达产|满产|投用|投运|完工|竣工|通车|启用|落成|运营|满负荷"
_BEFORE = compiled(
    rf"{_CAN}{_CLOSE}",
    # 坐得下, 够放: what there is room or means for
    rf"[一-鿿](?<![取获赢夺博])(?<!值)(?<!使)得(?:下|起|进|完|动|上|出来|来|走|成|过来){_CLOSE}",
    rf"(?<![能足不])够(?=[一-鿿])(?!了){_CLOSE}",
    rf"(?:极限|上限|本事|能耐|容纳量|承载量){_CLOSE}",
    rf"满[员载座](?:是|为|有|可|能)?{_CLOSE}",
    rf"(?:满载|满负荷|满产|满员|全开|全速|全功率|开足马力)(?:运行|运转|生产|工作|投产)?(?:时|下|状态|情况|后|的话){_CLOSE}",
    rf"(?<!工程)(?:{any_of(RATED)})(?!师|院|图|单位|方案|大赛|奖|费|服务|企业|机构|人员|公司|专业|者){_CLOSE}",
    rf"(?:{_DONE})(?:之|以)?后，?(?:其|将|每?年|每?日|每天|总|最大){_CLOSE}",
)
#: What an indicator is of that has an ability for its subject.
_ABLE = re.compile(
    "能力|[产动性功效运潜]能|容量|库容|[可载容]|装机|规模|时速|上限|最[大高多长]|设计|极限|座|续航|寿命|年限|限"
)


_BEHIND = re.compile(
    "的?[^，。;!?:0-9的]{0,4}的(?:条件|能力|潜力|实力|潜能|容量|余地|空间)"
    "|[^，。;!?:0-9]{0,8}(?:不成问题|没问题|绰绰有余|不在话下|毫无压力|够用)"
)


def capability(before: str, behind: str, title: str) -> str:
    """The words around a figure that make it an ability, or nothing; an indicator whose ``title``
    is one aside.
    """
    if _ABLE.search(title):
        return ""
    return first_words(_words_around(before, behind))


def _words_around(before: str, behind: str) -> Iterator[re.Match[str] | None]:
    """What each pattern finds, the last of them behind the figure."""
    can, *others = (pattern.search(before) for pattern in _BEFORE)
    yield None if can and _is_in_a_noun(before, can.start()) else can
    yield from others
    yield _BEHIND.match(behind)


def _is_in_a_noun(before: str, at: int) -> bool:
    """Whether what could be a verb is in a noun: 能 of 太阳能电池."""
    first, _ = word_around(before, at, at + 1)
    return first < at and class_at(before, first)[1] == "n"
