"""Words for another place than the figure's own that are no name of an area: for what lies abroad
(境外), a region (长三角), a neighbour (邻省), or a place smaller than any that a site names (余村).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.sentence.countries import HEADS_A_PHRASE, countries_named
from statsite.extract.place_names import MEMBERS_OF_GROUP
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import begins_a_word

_HEAD = r"(?:^|(?<=[，。;、:(“年月日末底在前,从]))"
_ABROAD = re.compile(
    rf"{_HEAD}(?:海外|境外|国外|域外|外国|异国|他国|国际市场|大洋彼岸|太平洋彼岸|海峡对岸|彼岸|对岸|邻国)"
    "(?!仓|采购商|旅客|游客|来[华访]|投资(?!者|基金)|留学|华[人侨文裔]|侨|归|乡[亲贤]|宗亲|亲[友属]|同胞|赤子|游子|校友|学子|社团|务工|建|项目|工程|上市"
    "|经贸|业务|营收|收入|订单)"
)
_NEXT_DOOR = re.compile(
    rf"{_HEAD}(?:邻|外|兄弟|周边|相邻|毗邻的?|隔壁的?)[省市县区州](?!份?外|[内场级])"
    "|(?:邻近|毗邻|相邻|接壤|隔壁|周边)的[一-鿿]{2}"
)
#: One of the parts of a nation, without its name.
_ONE_PART = re.compile(
    rf"{_HEAD}(?:邻|隔壁的?|毗邻的?|相邻的?|邻近的?|某个?|有的|个别)(?:省份?|自治区|[市县区州])(?![级内])"
)
_NO_NAME = (
    "开展实施举改推"
    "全各本该每多我农乡城行建特中新传古渔移所一许部分近共有将为和与及等几两三这那下其"
    "进驻从在到对年最美办月日走"
)
_NOT_BEHIND = "村镇民级庄落里医卫校道干委史企寨居支小办务工站点养食服"
_SMALL = re.compile(
    rf"{_HEAD}[^\W\d_a-zA-Z{_NO_NAME}][^\W\d_a-zA-Z{_NO_NAME}村镇]{{0,2}}"
    rf"(?:村(?=村[集民委])|(?:村|镇|乡|街道|社区)(?=[^{_NOT_BEHIND}][^，。;!?:]{{0,16}}$))"
)
#: Parts of the world and regions of China; as with other countries, a figure of a nation, a
#: province or a city is not theirs unless its area is called so.
_ELSEWHERE = re.compile(
    rf"{HEADS_A_PHRASE}(?:全球(?!首|唯一|最|第|领先)|全世界|世界各国|亚洲|欧洲|非洲|北美洲?|南美洲?|拉美|大洋洲|亚太|东盟|欧盟|欧元区|经合组织"
    f"|{any_of(MEMBERS_OF_GROUP)}|长江经济带|[东中西]部(?:地区|[0-9一二三四五六七八九十]*省)|东北地区"
    "|华[东南北中]|西[南北]地区)"
)
#: The area of the writer or of a figure before, which is no nation.
_SMALLER = re.compile(
    "(?:[本该某]|当地的?)(?:省|市|县|区|州|镇|乡|村|校|院|街道|社区)(?!场)"
    r"|(?:^|(?<=[，。;、:(“年月日\n]))(?:[本该某]|当地的?)(?:厂|公司|医院)"
)
#: A body of people or a house as a whole, which is no area that a site has: 全厂, 全村.
_WHOLE_BODY = re.compile(
    r"(?:^|(?<=[，。;、:(“年月日\n底末]))(?:截至目前)?全(?:厂|校(?!园)|院(?!士)|馆|店|矿|公司|集团|街道|社区|村|镇|乡|所|站|园区)"
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


def place_at_hand(before: str, *, is_nation: bool) -> str:
    """The last words in ``before``, a figure's sentence up to it, for a place abroad, one next to
    the figure's own, or one smaller than it; or nothing.
    """
    patterns = (_ABROAD, _ONE_PART if is_nation else _NEXT_DOOR)
    found = [one for pattern in patterns for one in pattern.finditer(before)]
    found += (one for one in _SMALL.finditer(before) if not _is_cut(one))
    return max(found, key=lambda one: one.end())[0] if found else ""


def _is_cut(small: re.Match[str]) -> bool:
    """Whether the last character of a small place's name begins another word, as in 海外乡亲; the
    second one of 余村村集体 is no part of it.
    """
    is_doubled = small.string.startswith("村", small.end())
    return not is_doubled and begins_a_word(small.string, small.end() - 1, small.end())
