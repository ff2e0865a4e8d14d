"""The places that head the phrases of a text, each taken for what it is: a province, a city, a
county or district, several at once, a part of a province, the nation, a place abroad, or one that
only a word before names (全市, 当地).

What heads a phrase is what the phrase is about: 长沙 in 2024年，长沙新增3家, and not in 支援长沙 or
高于长沙. Names that follow one another (江苏南京江北新区) are one place, the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from statsite.evidence.sentence.countries import country_at
from statsite.evidence.sentence.places_of_the_dictionary import NO_DISTRICT, place_of_the_dictionary
from statsite.extract.cities import cities_of, every_city, every_province, province_of
from statsite.extract.kinds_of_places import (
    KIND,
    KIND_OF_PROVINCE,
    LAST_OF_NAME,
    NAMES_OF_THE_NATION,
)
from statsite.extract.place_names import (
    CITY_OF_CHARACTER,
    MEMBERS_OF_GROUP,
    PROVINCE_OF_CHARACTER,
    PROVINCE_OF_PART,
    STANDARD_OF_NICKNAME,
)
from statsite.extract.places import NO_NAME
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import class_at


class PlaceKind(Enum):
    """What a name in a text is the name of."""

    WORLD = "world"
    NATION = "nation"
    ABROAD = "abroad"
    GROUP = "group"
    PROVINCE = "province"
    PART = "part of a province"
    CITY = "city"
    COUNTY = "county"
    DECLARED = "declared"
    #: 全市, 我省: of that kind, and named before.
    WHOLE = "whole"
    #: 当地, 该港: the last place that was named.
    HERE = "here"
    #: 前者 and 后者: of the last two that were named together.
    FORMER = "former"
    LATTER = "latter"


class StandardPlace(Struct, frozen=True):
    """A place by its standard name, or the names of those that are meant together; of 全市 and the
    like the kind that it ends in.
    """

    kind: PlaceKind
    names: tuple[str, ...]


class NamedPlace(Struct, frozen=True):
    """Where a text names a place, and which: ``chain`` is the place and the names before it that
    say where it is. ``is_source`` where the text names an office of it (长沙市教育局).
    """

    start: int
    end: int
    chain: tuple[StandardPlace, ...]
    is_source: bool
    is_one_of_several: bool
    is_subject: bool

    @property
    def place(self) -> StandardPlace:
        """The place itself."""
        return self.chain[-1]


_MARKS = "，。;、:!?()“”—…▲●■◆·•《》→/"
#: What stands before the name of a place that heads a phrase.
_LEADS = (
    "其中", "目前", "截至", "图为", "图是", "走进", "来到", "位于", "地处", "隔壁的", "支援的",
    "帮扶的", "援建的", "同期", "今年", "去年", "记者从", "期间", "年的", "日的", "月的", "获悉",
    "数据显示", "以来", "省会", "首府", "东道主", "本报", "新华社", "中新网", "中新社", "来自",
)  # fmt: skip
_LEADS_OF_ONE = "年月日末底期前今来据在从但而初到赴抵"
_HEAD = re.compile(
    f"(?:^|(?<=[{_MARKS}{_LEADS_OF_ONE}])|{'|'.join(f'(?<={lead})' for lead in _LEADS)})(?=[一-鿿])"
)
#: Before the place of a figure that another is compared with: 与江苏的650家相比.
_BASE = re.compile("(?:[比较与同跟]|[高低多少]于|超过)(?=[一-鿿])")
#: The same before the whole that something is a part of: 占菏泽市1.1万家的六成.
_PART_OF = re.compile("(?:占[到了去据]?|相当于)(?=[一-鿿])")
#: What is told of a place before its name: 上届只获1枚金牌的怒水州.
_DESCRIBED = re.compile(
    "(?:^|[，。;])(?:同[属处在]|与[它之])?[^，。;比较与同跟向对从给为于超支援]{2,24}的(?=[一-鿿])"
)
#: Before the place that others help, and what is built, grown or taught there.
_HELPED = re.compile("(?:帮助|支援|协助|援助|助力|帮扶|扶持|支持|帮|助|为)(?=[一-鿿])")
_BEHIND_HELP = re.compile("(?:帮助|支援|协助|援助|助力|帮扶|扶持|支持|帮|助)$")
_FOR_IT = re.compile("为$")
_COMES_TO_BE = (
    "建[成起设]?|修[建成通复]?|改造|栽|种植?|架|打[井造]|开发|新增|实现|完成|发展|培[育训养]|安[装置]"
    "|引进|脱贫"
)
_COMES_TO_BE_THERE = re.compile(f"[^，。;!?:0-9为]{{0,4}}?(?:{_COMES_TO_BE})")
_IS_BUILT_THERE = re.compile("(?:援建|[修新捐]建|建[成起]|改造)")
_IS_OF_A_FIGURE = re.compile("的[^，。;、]{0,4}?[0-9]")
#: What may stand between a place and what lies in it or beside it.
_BETWEEN = re.compile("(?:的(?:近?邻居?|邻省|邻市)?|境内的?)?")
_CAPITAL = re.compile("(?:省会|首府)(?![议场员展所])(?:城市)?")

_CITY_ENDING = "(?:市|地区|[一-鿿]{0,6}?自治州|州|盟)?"
_TABLE: tuple[tuple[PlaceKind, Mapping[str, tuple[str, ...]], str], ...] = (
    (PlaceKind.PROVINCE, {name: (name,) for name in every_province()}, f"{KIND_OF_PROVINCE}?"),
    (PlaceKind.CITY, {name: (name,) for name in every_city()}, _CITY_ENDING),
    (PlaceKind.GROUP, MEMBERS_OF_GROUP, "(?:[两三四五六七八九]?(?:地|省市?|市)|地区)?"),
    (
        PlaceKind.PART,
        {name: (province,) for name, province in PROVINCE_OF_PART.items()},
        "(?:[两三四五六七八九十0-9]*市|地区)?",
    ),
)
_NICKNAME = re.compile(any_of(STANDARD_OF_NICKNAME))
_TABLE_PATTERNS = tuple(
    (kind, names, re.compile(f"(?P<name>{any_of(names)}){ending}"))
    for kind, names, ending in _TABLE
)
_UNNAMED = re.compile(
    f"(?P<whole>[全我本该])(?P<kind>{KIND})(?!民(?![办间宿族营])|[级首唯运直内政])"
    f"|(?P<nation>{any_of(NAMES_OF_THE_NATION)})(?!各|[两政人]|首|唯一|性|最|第|领先|前列|率先|平均|百强|统一|劳"
    "|[^，。;0-9的]{0,8}(?:重点|示范|文明|先进|试点|标杆|样板)[^，。;0-9]{0,4}(?:[村镇县市区单企户]|[项个]目))"
    "|(?P<world>全球|全世界|世界)(?!首|唯一|最|第|领先|各|级|前列|遗产|卫生|贸易|银行|杯|文化|自然|一流|著名|知名|记录|纪录)"
    "|(?P<former>前者)|(?P<latter>后者)"
    "|(?P<here>当地|该[港县市区镇乡地]|这里|这[座个](?:城市|港|小城|县|市|区))(?![居群农村民政媒记警干企])"
)
#: Several provinces in one character each that share a figure: 湘鄂两省.
_CHARACTERS = re.compile(
    rf"(?P<names>[{''.join(PROVINCE_OF_CHARACTER)}]{{2,4}})(?:[两三四][地省市]|(?=共建|联手|交界))"
)
_BY_CHARACTER = {
    **{name: (PlaceKind.PROVINCE, place) for name, place in PROVINCE_OF_CHARACTER.items()},
    **{name: (PlaceKind.CITY, place) for name, place in CITY_OF_CHARACTER.items()},
}
#: Those of them that are no other words: 桂糖.
_CLEAR = frozenset("甬冀皖闽赣鲁豫鄂湘粤桂黔滇渝沪浙苏")
#: What follows a place in one character: a figure, or another one in a list.
_FIGURE = re.compile(rf"[0-9:]|[、和与][{''.join(_BY_CHARACTER)}]|[两三四五六七八九][省市地]")
_NO_GOODS = re.compile(
    "[企商产]业|产[量值能出]|商[品场铺店务]|业(?!务)|品[类种]|[量值能出场铺店籍剧菜曲语江A]"
)
#: What lies in the place that is named before it.
_DISTRICT = re.compile(
    f"[^\\W\\d_a-zA-Z{NO_NAME}]{{1,4}}?(?:新区|开发区|高新区|经开区|自贸区|自贸试验区|示范区|合作区|[县区旗])(?!域)"
)

#: What makes of a name one that its phrase is not about.
_NOT_ITS_OWN = re.compile(
    "人(?![均口才大民工])|(?:市民|旅客|游客|客商|设计师|专家|学者|友人|选手|姑娘|小伙|夫妇|球迷|歌手|导演|画家|老板|的?[一-鿿]{1,2}(?:先生|女士)|考察|等(?=[0-9一二三四五六七八九十几多地省市县区])|路|街道?(?!办)|大道|湾|海峡|至|到|—|~|-|卫视|日报"
    "|晚报|高铁|机场(?!口岸)|会议|以外|之外|除外|还在|紧随|[两各]地|[^，。;!?]{0,8}(?:召开|举行|举办|开幕|闭幕|落幕|揭幕|论坛"
    "|发布会|出发|[日社][电讯])|[^，。;!?]{0,16}(?:的全国|全国性|在内))"
)
#: The same where it is a word of its own: 长沙电, but not 长沙电影.
_NOT_ITS_OWN_ALONE = frozenset("电讯籍话菜剧")
#: An institution that is called after its city or province: 武汉大学.
_INSTITUTION = re.compile("[一-鿿]{0,4}(?:大学|学院|医院|研究院)")
#: One that is called after the nation (中国丝绸博物馆), and what makes of such words all that the
#: nation has: 中国民营医院. 全省 and the like are in no such name.
_NATION_IN_A_NAME = "中国"
_NATIONAL_INSTITUTION = re.compile(
    "(?![一-鿿]{0,4}?(?:公共|公立|公办|民[办营间]|私[立人营]|国[有营]|各|所有|全部|高等|普通|重点|综合|专[业科题]|本科|行业"
    "|[省市县乡村]级|城[市乡镇]|农村|乡镇|社区|基层|大型|中小|现有|主要|多数|免费|开放|在|有|的|与|和|向|对|为|[新修扩]建|建[成设]))"
    "[一-鿿]{2,16}?(?:[质源因据]库|博物[馆院]|[念术技览书案]馆|大学|学院|[学医]院|研究[院所]|(?:研究|保藏|控制|发射|训练|保护|授时|监测|救护)中心"
    "|[局份]集团|动物园|植物园|电[视影]台|基金会|[剧歌舞]院)"
)
#: What is called after two cities, and what they are.
_SHARED_THING = re.compile(
    "(?:国际|城际|高速)?(?:港(?!口?[区城])|机场|铁路|高铁|高速|公路|大桥|运河|航线)"
)
_MAY_SHARE = frozenset({PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.DECLARED})
#: In the names of contests: 全国大学生数学竞赛.
_STUDENTS = re.compile("[一-鿿]{0,6}大学生")
#: What follows the name of one of several: 广东、江西.
_AND_OTHERS = re.compile("[、和与及]")
_OFFICE = re.compile(
    "[^，。;!?:0-9]{0,10}?(?:[厅委局队]|海关|法院|检察院|协会|商会|学会|政府|中心|办公室|部门|指挥部)(?=[获介统发通报消称说表数的，:测预显出]|(?<=海关)[0-9]{1,2}[日月]|$)"
)
#: Before a name that is one of several, with no figure between.
_SEVERAL_BEFORE = re.compile(r"(?:^|[，。;:!?()“”])[^，。;:!?()“”0-9]{1,16}[、和与及]$")
#: Where somebody went or comes from, and where a report was written.
_ONLY_THERE = re.compile("(?:[到赴抵]|本报|新华社|中新[网社]|[来出]自)$")
_BEHIND_PART_OF = re.compile("(?:占[到了去据]?|相当于)$")
_HAS_A_FIGURE = re.compile("[^，。;、0-9]{0,4}[0-9]")
#: Behind where something was brought from: 从越南进口, but not 从西安开出.
_BEHIND_FROM = re.compile("从$")
_IS_BROUGHT = re.compile(
    "[^，。;、0-9]{0,2}?(?:进口|[引购买运调转]进|[引购买运调输转迁]入|采购|购买|调[运来]|运来|[招引]来|聘请)"
)
_BEHIND_A_BASE = re.compile("(?:[比较与同跟]|[高低多少]于|超过)$")
#: What must follow a place behind such words for its phrase to be about it.
_ONLY_WITH = (
    (_BEHIND_A_BASE, _IS_OF_A_FIGURE),
    (_BEHIND_PART_OF, _HAS_A_FIGURE),
    (_BEHIND_HELP, _COMES_TO_BE_THERE),
    (_FOR_IT, _IS_BUILT_THERE),
)
#: What goes on with the name of a place to one of what is there: 天津港, 北京市委, 香港海关.
_OF_THE_PLACE = re.compile("[省市县区州盟旗镇乡村港岛城地特自本全队]|海关|口岸")
_LONGEST_KIND = 2
#: What begins like a place and is in no dictionary: the vegetable 上海青.
_GOODS = re.compile("青(?![一-鿿])")
_FAR = 24


def named_places(
    plain: str, breaks: frozenset[int], declared: frozenset[str]
) -> Iterator[NamedPlace]:
    """The places that head phrases of ``plain``, in order; a line or a cell begins at ``breaks``,
    and ``declared`` are the names of areas that a site knows. A list heads its phrase by the first
    that it names: none in 向老挝、越南送电.
    """
    pattern = _any_of(declared) if declared else None
    done = 0
    for start in _heads(plain, breaks):
        is_new = start >= done and not _SEVERAL_BEFORE.search(plain, max(0, start - _FAR), start)
        place = _place_from(plain, start, breaks, pattern) if is_new else None
        while place is not None:
            yield place
            done = place.end
            joint = _AND_OTHERS.match(plain, done)
            place = _place_from(plain, joint.end(), breaks, pattern) if joint else None


@lru_cache(maxsize=4)
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(any_of(names))


def _heads(plain: str, breaks: frozenset[int]) -> list[int]:
    """Where a phrase may begin."""
    heads = (found.start() for found in _HEAD.finditer(plain))
    before = (_BASE, _PART_OF, _HELPED)
    bases = (found.end() for pattern in before for found in pattern.finditer(plain))
    described = (found.end() for found in _DESCRIBED.finditer(plain))
    return sorted(breaks.union(heads, bases, described))


def _place_from(
    plain: str, start: int, breaks: frozenset[int], declared: re.Pattern[str] | None
) -> NamedPlace | None:
    """The place whose name begins at ``start``; None where none does."""
    chain, end = _chain(plain, start, breaks, declared)
    if not chain:
        return None
    is_source = _OFFICE.match(plain, end) is not None
    before = plain[max(0, start - _FAR) : start]
    several = _AND_OTHERS.match(plain, end) or _SEVERAL_BEFORE.search(before)
    is_subject = _may_be_subject(plain, end, chain[-1], before)
    is_subject = is_subject and not is_in_another_word(plain, start, end)
    is_subject = is_subject and not _is_in_a_joint_name(plain, end, chain[-1], declared)
    return NamedPlace(start, end, chain, is_source, several is not None, is_subject)


def _may_be_subject(plain: str, end: int, place: StandardPlace, before: str) -> bool:
    """Whether a phrase may be about a place by the words ``before`` it and behind its ``end``."""
    if _BEHIND_FROM.search(before) and _IS_BROUGHT.match(plain, end):
        return False
    needed = [words for behind, words in _ONLY_WITH if behind.search(before)]
    if needed:
        return needed[-1].match(plain, end) is not None
    is_there = _is_in_a_name(plain, end, place) or _ONLY_THERE.search(before)
    return not (is_there or _NOT_ITS_OWN.match(plain, end))


def _is_in_a_name(plain: str, end: int, place: StandardPlace) -> bool:
    """Whether what follows a place at ``end`` makes a name of both that is not the place's: an
    institution's, a dispatch's.
    """
    word, _ = class_at(plain, end)
    if word in _NOT_ITS_OWN_ALONE:
        return True
    match place.kind:
        case PlaceKind.WHOLE | PlaceKind.WORLD:
            return False
        case PlaceKind.NATION:
            return _is_in_a_national_name(plain, end, place.names[0])
        case _:
            return _INSTITUTION.match(plain, end) is not None


def _is_in_a_joint_name(
    plain: str, end: int, place: StandardPlace, declared: re.Pattern[str] | None
) -> bool:
    """Whether a thing is called after the place that ends at ``end`` and another one behind it,
    which is of neither alone: 宁波舟山港.
    """
    other = _name_at(plain, end, declared, []) if place.kind in _MAY_SHARE else None
    is_another = other is not None and other[0].kind in _MAY_SHARE
    return is_another and other is not None and _SHARED_THING.match(plain, other[1]) is not None


def _is_in_a_national_name(plain: str, end: int, nation: str) -> bool:
    """Whether what follows the ``nation`` at ``end`` makes a name of both: a contest's, or that of
    an institution which is not just quoted.
    """
    if _STUDENTS.match(plain, end):
        return True
    is_by_name = nation == _NATION_IN_A_NAME and not _OFFICE.match(plain, end)
    return is_by_name and _NATIONAL_INSTITUTION.match(plain, end) is not None


def is_in_another_word(plain: str, start: int, end: int) -> bool:
    """Whether a place begins a word that is none: 哈密瓜, 云南白药, 上海青."""
    word, _ = class_at(plain, start)
    rest = plain[end : start + len(word)]
    is_longer = 0 < len(rest) <= _LONGEST_KIND and _OF_THE_PLACE.match(rest) is None
    return is_longer or _GOODS.match(plain, end) is not None


def _chain(
    plain: str, start: int, breaks: frozenset[int], declared: re.Pattern[str] | None
) -> tuple[tuple[StandardPlace, ...], int]:
    """The names that follow one another from ``start`` on, and where they end."""
    chain: list[StandardPlace] = []
    end = at = start
    while (found := _name_at(plain, at, declared, chain)) is not None:
        chain.append(found[0])
        end = found[1]
        if end in breaks or found[0].kind in _ENDS_A_CHAIN:
            break
        between = _BETWEEN.match(plain, end)
        at = between.end() if between else end
    return tuple(chain), end


def _name_at(
    plain: str, at: int, declared: re.Pattern[str] | None, chain: list[StandardPlace]
) -> tuple[StandardPlace, int] | None:
    """The one name at ``at``, and where it ends; the longest of those that it may be."""
    found = [
        *_declared_at(plain, at, declared),
        *_of_tables_at(plain, at),
        *_unnamed_at(plain, at),
        *_abroad_at(plain, at),
    ]
    found += _capital_at(plain, at, chain[-1]) if chain else _in_characters_at(plain, at)
    if chain and not found:
        found += _district_at(plain, at)
    if name := place_of_the_dictionary(plain, at, is_within=bool(chain)):
        found.append((StandardPlace(PlaceKind.COUNTY, (name,)), at + len(name)))
    inner = (one for one in found if _may_lie_in(one[0], chain))
    return max(inner, key=lambda one: one[1], default=None)


#: Some cities are known from the dictionary too, which has them among the counties, or to a site.
_CITIES = frozenset({PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.DECLARED})
_KNOWN = frozenset((*every_city(), *every_province()))


def _may_lie_in(place: StandardPlace, chain: list[StandardPlace]) -> bool:
    """Whether a place may lie in the one before it: no city lies in another, nor in another
    province than its own, and 河源 of 乌鲁木齐河源 is where a river begins.
    """
    outer = chain[-1].names[0] if chain else ""
    if outer not in _KNOWN or place.kind not in _CITIES:
        return True
    return province_of(place.names[0]) in {"", outer}


#: Nothing that lies in them is named behind these: 全市牡丹 is no 牡丹区.
_ENDS_A_CHAIN = frozenset({PlaceKind.WHOLE, PlaceKind.NATION, PlaceKind.WORLD, PlaceKind.HERE})
_Found = tuple[StandardPlace, int]
_DECLARED_ENDING = re.compile(f"(?:{KIND_OF_PROVINCE}|{LAST_OF_NAME}|特区)?")


def _declared_at(plain: str, at: int, declared: re.Pattern[str] | None) -> Iterator[_Found]:
    found = declared.match(plain, at) if declared else None
    if found:
        ending = _DECLARED_ENDING.match(plain, found.end())
        yield (
            StandardPlace(PlaceKind.DECLARED, (found[0],)),
            ending.end() if ending else found.end(),
        )


def _of_tables_at(plain: str, at: int) -> Iterator[_Found]:
    for kind, names, pattern in _TABLE_PATTERNS:
        if found := pattern.match(plain, at):
            yield StandardPlace(kind, names[found["name"]]), found.end()
    if found := _NICKNAME.match(plain, at):
        yield standard_place(STANDARD_OF_NICKNAME[found[0]]), found.end()


def standard_place(name: str) -> StandardPlace:
    """The province or the city of that standard name."""
    is_province = name in every_province()
    return StandardPlace(PlaceKind.PROVINCE if is_province else PlaceKind.CITY, (name,))


def _unnamed_at(plain: str, at: int) -> Iterator[_Found]:
    found = _UNNAMED.match(plain, at)
    if found is None:
        return
    if found["whole"]:
        yield StandardPlace(PlaceKind.WHOLE, (found["kind"],)), found.end()
    kinds = {
        "nation": PlaceKind.NATION,
        "world": PlaceKind.WORLD,
        "here": PlaceKind.HERE,
        "former": PlaceKind.FORMER,
        "latter": PlaceKind.LATTER,
    }
    for group, kind in kinds.items():
        if found[group]:
            yield StandardPlace(kind, (found[0],)), found.end()


def _abroad_at(plain: str, at: int) -> Iterator[_Found]:
    if name := country_at(plain, at):
        yield StandardPlace(PlaceKind.ABROAD, (name,)), at + len(name)


def _capital_at(plain: str, at: int, province: StandardPlace) -> Iterator[_Found]:
    """山东 behind which 省会 follows, which is 济南."""
    at -= plain.startswith("省会", at - 1)
    found = _CAPITAL.match(plain, at)
    cities = cities_of(province.names[0])
    if found and province.kind in {PlaceKind.PROVINCE, PlaceKind.DECLARED} and cities:
        yield StandardPlace(PlaceKind.CITY, cities[:1]), found.end()


def _district_at(plain: str, at: int) -> Iterator[_Found]:
    found = _DISTRICT.match(plain, at)
    if found and not NO_DISTRICT.search(found[0]):
        yield StandardPlace(PlaceKind.COUNTY, (found[0],)), found.end()


def _in_characters_at(plain: str, at: int) -> Iterator[_Found]:
    """Places in one character: 穗410家, 桂糖产量, 湘鄂两省."""
    if several := _CHARACTERS.match(plain, at):
        names = tuple(PROVINCE_OF_CHARACTER[one] for one in several["names"])
        yield StandardPlace(PlaceKind.GROUP, names), several.end()
        return
    one = plain[at : at + 1]
    if one in _BY_CHARACTER and _is_one_character(plain, at):
        kind, name = _BY_CHARACTER[one]
        yield StandardPlace(kind, (name,)), at + 1


def _is_one_character(plain: str, at: int) -> bool:
    """Whether the character at ``at`` is a word of its own: before a figure or before goods."""
    if _FIGURE.match(plain, at + 1):
        return True
    if plain[at] not in _CLEAR or _NO_GOODS.match(plain, at + 1):
        return False
    word, _ = class_at(plain, at)
    _, following = class_at(plain, at + 1)
    return word == plain[at] and following[:1] in {"n", "z", "g"} and following != "ns"
