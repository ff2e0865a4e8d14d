"""Other countries as newspapers print them: 在肯尼亚，中企修建铁路480公里 is no figure of China."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.patterns import any_of

#: The states of the world but China, by their names in Chinese of Unicode's CLDR 48, without what
#: that has in brackets; those with long names are below as they are printed.
_STATES = (
    "安道尔 阿富汗 安提瓜和巴布达 阿尔巴尼亚 亚美尼亚 安哥拉 阿根廷 奥地利 "
    "澳大利亚 阿塞拜疆 巴巴多斯 孟加拉国 比利时 布基纳法索 保加利亚 巴林 "
    "布隆迪 贝宁 文莱 玻利维亚 巴西 巴哈马 不丹 博茨瓦纳 白俄罗斯 伯利兹 "
    "加拿大 刚果 瑞士 科特迪瓦 智利 喀麦隆 哥伦比亚 哥斯达黎加 古巴 "
    "佛得角 塞浦路斯 捷克 德国 吉布提 丹麦 多米尼克 多米尼加共和国 "
    "阿尔及利亚 厄瓜多尔 爱沙尼亚 埃及 厄立特里亚 西班牙 埃塞俄比亚 芬兰 "
    "斐济 密克罗尼西亚 法国 加蓬 英国 格林纳达 格鲁吉亚 加纳 冈比亚 "
    "几内亚 赤道几内亚 希腊 危地马拉 几内亚比绍 圭亚那 洪都拉斯 克罗地亚 "
    "海地 匈牙利 印度尼西亚 爱尔兰 以色列 印度 伊拉克 伊朗 冰岛 意大利 "
    "牙买加 约旦 日本 肯尼亚 吉尔吉斯斯坦 柬埔寨 基里巴斯 科摩罗 "
    "圣基茨和尼维斯 朝鲜 韩国 科威特 哈萨克斯坦 老挝 黎巴嫩 圣卢西亚 "
    "列支敦士登 斯里兰卡 利比里亚 莱索托 立陶宛 卢森堡 拉脱维亚 利比亚 "
    "摩洛哥 摩纳哥 摩尔多瓦 黑山 马达加斯加 马绍尔群岛 北马其顿 马里 缅甸 "
    "毛里塔尼亚 马耳他 毛里求斯 马尔代夫 马拉维 墨西哥 马来西亚 莫桑比克 "
    "纳米比亚 尼日尔 尼日利亚 尼加拉瓜 荷兰 挪威 尼泊尔 瑙鲁 新西兰 阿曼 "
    "巴拿马 秘鲁 巴布亚新几内亚 菲律宾 巴基斯坦 波兰 巴勒斯坦 葡萄牙 帕劳 "
    "巴拉圭 卡塔尔 罗马尼亚 塞尔维亚 俄罗斯 卢旺达 所罗门群岛 塞舌尔 苏丹 "
    "瑞典 新加坡 斯洛文尼亚 斯洛伐克 塞拉利昂 圣马力诺 塞内加尔 索马里 "
    "苏里南 南苏丹 圣多美和普林西比 萨尔瓦多 叙利亚 斯威士兰 乍得 多哥 "
    "泰国 塔吉克斯坦 东帝汶 土库曼斯坦 突尼斯 汤加 土耳其 特立尼达和多巴哥 "
    "图瓦卢 坦桑尼亚 乌克兰 乌干达 美国 乌拉圭 乌兹别克斯坦 梵蒂冈 "
    "圣文森特和格林纳丁斯 委内瑞拉 越南 瓦努阿图 萨摩亚 也门 南非 赞比亚 "
    "津巴布韦"
)
#: What newspapers print for long names, and the cities that they name by themselves.
_SHORT_NAMES = (
    "沙特 阿联酋 波黑 中非 印尼 蒙古国 孟加拉 吉尔吉斯 巴黎 伦敦 纽约 东京 首尔 莫斯科 "
    "柏林 悉尼 曼谷 迪拜 孟买 新德里 河内 胡志明市 雅加达 马尼拉 吉隆坡 金边 万象 仰光 "
    "大阪 横滨 名古屋 釜山 罗马 米兰 马德里 巴塞罗那 里斯本 阿姆斯特丹 鹿特丹 布鲁塞尔 "
    "汉堡 法兰克福 慕尼黑 维也纳 苏黎世 日内瓦 斯德哥尔摩 哥本哈根 奥斯陆 赫尔辛基 华沙 "
    "布拉格 布达佩斯 雅典 伊斯坦布尔 安卡拉 开罗 内罗毕 拉各斯 约翰内斯堡 开普敦 利雅得 "
    "多哈 德黑兰 巴格达 华盛顿 洛杉矶 旧金山 芝加哥 波士顿 西雅图 休斯敦 温哥华 多伦多 "
    "墨西哥城 圣保罗 里约热内卢 布宜诺斯艾利斯 墨尔本 奥克兰 圣彼得堡"
)
#: Places of China and of the sea, and people, whose names begin like those of a state.
_NO_STATE = (
    "(?!(?<=印度)洋|(?<=几内亚)湾|(?<=黑山)[县镇]|(?<=巴林)[左右石]|(?<=苏丹)红|(?<=日本)海|(?<=朝鲜)[族战]"
    "|(?<=中非)(?:合作|关系|论坛|贸易|经贸|友好|命运|双边)|籍|裔|[^，。;!?]{0,2}(?:游客|旅客|客商|采购商|留学生|来华))"
)
#: Before a place by which a phrase begins, in patterns.
HEADS_A_PHRASE = r"(?:^|(?<=[，。;、:(“年月日末底在前]))"
_NAME = f"(?:{any_of(f'{_STATES} {_SHORT_NAMES}'.split())}){_NO_STATE}"
_STATE = re.compile(f"{HEADS_A_PHRASE}{_NAME}")
_AT = re.compile(_NAME)


def countries_named(before: str) -> Iterator[re.Match[str]]:
    """The names of other countries in ``before`` that head a phrase."""
    yield from _STATE.finditer(before)


def country_at(plain: str, at: int) -> str:
    """The name of another country, or of a city of one, that begins at a place; or nothing."""
    found = _AT.match(plain, at)
    return found[0] if found else ""
