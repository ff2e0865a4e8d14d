"""Words of a figure's sentence that say outright of which place, time or status it is, where no
place's name and no date does: 全球, 长三角, 上年同期, 计划.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.sentence.countries import countries_named
from statsite.model import Status

#: Parts of the world and regions of China; as with other countries, a figure of a nation, a
#: province or a city is not theirs unless its area is called so.
_ELSEWHERE = re.compile(
    "(?:^|(?<=[，。;、:(“年月日末底在前]))(?:全球(?!首|唯一|最|第|领先)|全世界|世界各国|亚洲|欧洲|非洲|北美洲?|南美洲?|拉美|大洋洲|亚太|东盟|欧盟|欧元区|经合组织"
    "|长三角|珠三角|长江三角洲|珠江三角洲|京津冀|粤港澳大湾区|成渝地区|长江经济带|[东中西]部(?:地区|[0-9一二三四五六七八九十]*省)|东北地区"
    "|华[东南北中]|西[南北]地区)"
)
#: The area of the writer or of a figure before, which is no nation.
_SMALLER = re.compile(
    "(?:[本该某]|当地的?)(?:省|市|县|区|州|镇|乡|村|校|院|街道|社区)(?!场)|川粤|苏浙|京沪|沪浙"
    r"|(?:^|(?<=[，。;、:(“年月日\n]))(?:[本该某]|当地的?)(?:厂|公司|医院)"
)
#: A body of people or a house as a whole, which is no area that a site has: 全厂, 全村.
_WHOLE_BODY = re.compile(
    r"(?:^|(?<=[，。;、:(“年月日\n底末]))(?:截至目前)?全(?:厂|校(?!园)|院(?!士)|馆|店|矿|公司|集团|街道|社区|村|镇|乡|所|站|园区)"
)
#: Words before a figure that say it is to come or asked for.
_TO_COME = re.compile(
    "(?:(?<!完成)(?<!超额)(?<!按照)(?<!按)(?<!培养)(?<!专项)(?<!行动)计划(?![生单内外])"
    "|(?<![虚模比])拟(?!南芥|合|声|态|人化)|预计|目标(?!客户|市场|群体|人群|企业|用户|地区)(?:是|为)?|力争|争取|有望|要求(?!的)"
    "|将(?=新增|新建|建成|达到|实现|增至|招收|投放|新开|突破|超过))"
    r"[^，。;!?:0-9]{0,8}$"
)


def other_place(before: str, *, is_nation: bool) -> str:
    """The last words in ``before``, a figure's sentence up to it, for another country, a region or,
    where the figure ``is_nation``'s, a smaller place; or nothing.
    """
    found = _places_named(before, is_nation=is_nation)
    last = max(found, key=lambda one: one.end(), default=None)
    return last[0] if last else ""


def _places_named(before: str, *, is_nation: bool) -> Iterator[re.Match[str]]:
    yield from _ELSEWHERE.finditer(before)
    yield from countries_named(before)
    yield from _WHOLE_BODY.finditer(before)
    if is_nation:
        yield from _SMALLER.finditer(before)


def words_to_come(before: str, status: Status) -> str:
    """The words right before a figure that was given as observed and that say it is to come."""
    found = _TO_COME.search(before) if status is Status.OBSERVED else None
    return found[0] if found else ""
