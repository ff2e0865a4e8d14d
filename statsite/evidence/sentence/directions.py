"""Words right before a figure that give it a direction or make it a change, held against what its
indicator is called: 净亏3亿元 is no profit of that sum, 减少500人 no number of staff.
"""

from __future__ import annotations

import re

from msgspec import Struct

from statsite.grammar.patterns import any_of

#: What may stand between such a word and its number.
_UP_TO_FIGURE = (
    "(?:了|掉|额|总额|合计|共计?|达到?|为|约|近|逾|高达|超过?|幅度|人民币|[一-鿿]{0,2}累计)*$"
)


class _Kind(Struct, frozen=True):
    """``words`` that make of a figure what a title with any of ``named`` alone is of."""

    words: re.Pattern[str]
    named: re.Pattern[str]


def _kind(words: str, named: str) -> _Kind:
    return _Kind(re.compile(f"(?:{words}){_UP_TO_FIGURE}"), re.compile(named))


_UP = (
    "增长", "增加", "增多", "上升", "提高", "提升", "上涨", "扩大", "延长", "攀升", "加快", "上调",
    "上浮", "多出", "高出", "增", "涨", "升",
)  # fmt: skip
_DOWN = (
    "下降", "减少", "降低", "下跌", "回落", "缩短", "缩小", "收窄", "下滑", "下调", "压减", "调减",
    "下浮", "缩减", "裁减", "负增长", "减", "跌", "降", "少了",
)  # fmt: skip
#: Before which 升 is a measure, and 增 a part of another word.
_NO_CHANGE_BEFORE = "(?<![每毫公新累递])"
_KINDS = (
    _kind(
        "[亏赔蚀]|(?<!不)[丢欠]|倒贴|贴钱|蒸发|缩水|折损|流失|外流|外债|负债|损失|赔掉|赔进去|(?<!消)失去",
        "[亏赔蚀丢欠贴缩损失流债负缺少减]",
    ),
    _kind("净?亏损?|巨亏|预亏|倒亏|亏空|赤字|逆差|贴水|欠[款债薪]|透支", "[亏损赤逆差缺欠负失盈]"),
    _kind(
        "净(?:流出|卖出|减持|减少|下降|偿还|回笼|赎回|迁出|投放|流入|买入|增持|增加)",
        "净|[出入减增买卖]",
    ),
    _kind(
        "(?:海平面|海面|地面|地平线|水面|基准面)(?:以|之)?下(?:方)?|低于(?:海平面|海面|地面)",
        "深|下|低|埋",
    ),
    _kind("倒挂", "倒挂|[负逆亏]"),
    _kind("缺口|空缺|差额|差距|短缺|缺编|缺员|尚?缺|短少", "缺|差|短"),
    _kind("(?:增|降|涨|跌|减|升)幅|增速|增量", "[增降涨跌减升速变]|幅度"),
    _kind("占比|比重|份额", "[比份占率]"),
    _kind("(?<![至最许差])[多少]了", "[多少增减升降变差]"),
    _kind("累计[入注登][库册记]", "累计|总|至今|以来|历年|[共合]|^(?!.*新)"),
)
_CHANGE = re.compile(rf"{_NO_CHANGE_BEFORE}(?P<said>{any_of((*_UP, *_DOWN))}){_UP_TO_FIGURE}")
#: 增加值 is what is produced, and no change.
_NAMES_A_CHANGE = re.compile(
    "增(?!加值)|[减升涨跌缩扩延差幅超]|降(?![水雨雪])|提前|推迟|变[化动]|浮动|[上下]浮|多[出收于]|少[收于]|新增|净|偏[高低]|[更较]高|高[出于]|低于|[上下回]调|调整"
    "|下滑|滑坡|回落|[前后][撤移退进]|移动|压[减低]|提[高升前速]|加快|放缓|收窄|增速|速度|同比|环比|比上年|较上年|节[约省支]|损失|贡献|影响|拉动"
)
#: What is taken away, and no longer there: 扑杀生猪6000头 leaves other ones.
_TAKEN = (
    "让了|让利|让价|减免|免[去掉了]|便宜了|压了|压价|砍[了价]|抹[去掉]|杀价|滞销|积压|取消|流拍|撤下|遣散|克扣|退还|免收|免除|豁免|勾销|损失|死掉|丢掉|停驶|停航|拖欠|闲置|空置|扑杀|宰杀|退[去掉]|退役|淘汰|报废|拆[除毁掉]|撤[并销掉]|裁[撤员掉]|砍[掉伐去]|扣[掉除发押]|开除|辞退|烧[毁掉]|淹没|冲毁|倒塌|垮塌|损毁"
    "|丢弃|废弃|销毁|注销|死亡|病死|遇难|失踪|被[偷盗抢骗]|盗走|骗走|抢走|流出|迁出|外迁|离开|离职|退出|停[产办运用]|关[停闭掉]"
)
#: So many characters of such words are compared with a title.
_NAMES_IT = 2
_IS_TAKEN = re.compile(f"(?:{_TAKEN})[^，、。;!?:0-9]{{0,5}}$")
#: How far one thing is from another: 比常年低, 大于出口.
_DIFFERENCE = re.compile(
    "(?:(?<![占同环对评性配可好之价百各相无])[比较][^，。;!?:0-9]{1,14}?[偏略稍再还又]?[高低多少大小长短快慢早晚轻重贵宽窄深浅矮胖瘦强弱]"
    "(?:出|了|过)?|[高矮低长短大小重轻快慢胖瘦宽窄]了|[后前上下退][撤移退进]了?|[^失]掉了|[高低大小多少优早晚快慢长短]于[^，。;!?:0-9的]{1,12}|相差|提前|推迟|延后|超[^，。0-9]{0,4}水位)$"
)
_NAMES_UP = re.compile("[增升涨]|提高|提升|扩大|加快|延长")
_NAMES_DOWN = re.compile("[减降跌缩落滑窄]|压缩")


def misdirected(before: str, title: str) -> str:
    """The words right before a figure that make it a loss, a lack, a share or the like where its
    indicator's ``title`` is of none, or a change the other way; or nothing.
    """
    fitting = ((kind.words.search(before), kind.named.search(title)) for kind in _KINDS)
    said = next((found[0] for found, named in fitting if found and not named), "")
    return said or _turned(before, title)


def change_as_level(before: str, title: str) -> str:
    """The words right before a figure that make it a change, where its indicator's ``title`` is of
    none; or nothing.
    """
    found = _CHANGE.search(before) or _DIFFERENCE.search(before)
    if found is not None:
        return "" if _NAMES_A_CHANGE.search(title) else found[0]
    taken = _IS_TAKEN.search(before)
    return "" if taken is None or set(taken[0][:_NAMES_IT]) & set(title) else taken[0]


def _turned(before: str, title: str) -> str:
    """The word for a change to one side where the title is of changes to the other alone."""
    found = _CHANGE.search(before)
    if found is None:
        return ""
    goes_up, goes_down = _NAMES_UP.search(title), _NAMES_DOWN.search(title)
    is_down = found["said"] in _DOWN
    is_against = goes_up and not goes_down if is_down else goes_down and not goes_up
    return found[0] if is_against else ""
