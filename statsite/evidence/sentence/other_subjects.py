"""Whether the number is another subject's than the indicator's: of two parts of a sentence that
count the same, the one whose noun the indicator is called by has the indicator's number.

学校12所，医院8所 says nothing of 8 schools.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from statsite.evidence.sentence.counted_parts import OF_ANOTHER, CountingPart, other_parts, own_part
from statsite.evidence.sentence.levels_told import is_level
from statsite.evidence.sentence.listed_names import names_of_list
from statsite.evidence.sentence.named_subjects import has_subject
from statsite.evidence.sentence.statements import named
from statsite.extract.kinds_of_places import WHOLE_AREA

#: Verbs that say no more than that there is so much.
_LIGHT_VERBS = (
    "开展|举办|举行|组织|涵盖|覆盖|包括|包含|涉及|设置|设立|设有|配备|建立|建设|培训|接待|服务|惠及|发放|培养|完善|创建|评选|推出"
    f"|推广|引进|能够|可以|规范|位居|位列|排名|{WHOLE_AREA}|累积|达成|获得|取得|提供|筹集|安排|落实|改造|升级"
)
#: What is no noun: words of time and of degree, and verbs of what a number does.
_NO_NOUN = re.compile(
    r"[0-9.]+年?|[一二三四五六七八九十几数]+年前|[此以之]前|(?:今|去|前|上|当|次|明)年|[上下]半年|年末|年底|季度|月份?|目前|当前|现有|同比|环比|同期|其中|截至|截止|末|底"
    "|如今|现在|而今|眼下|后来|随后|最终|一审|二审|终审|改判|下修|上修|修订|修正|订正|更正|复核|核减|调整|剩下|只剩|只收|而是|也就"
    "|增长|增加|上升|提高|提升|上涨|扩大|延长|攀升|跃升|下降|减少|降低|下跌|回落|缩短|缩小|收窄|下滑|缩减|发展|恢复|调整"
    "|新增|新建|建成|完成|实现|突破|达到|超过|接近|拥有|共有|共计|合计|总计|累计|仅有|只有|分别|平均|全年|一共|总共|总数|总量|数量|约占|占"
    f"|{_LIGHT_VERBS}"
    "|[到至达为有是共约近超逾仅只已还又再也的了比较由从在于则均各都就才来起每第个上下中里内外]"
)
_SHORTEST = 2
_COUNTED = re.compile("(?![位处]于|的)[一-鿿]{2,6}")
_PAIR = re.compile("([一-鿿]{2,10}?)[和与及、]([一-鿿]{2,10}?)(?=[，。;:]|分别|都|均|各)")
_OF_THE_PAIR = re.compile("(前者|后者)[^，。;!?:0-9]{0,8}$")


def other_subject(before: str, figure: str, behind: str, title: str) -> str:
    """The words of a figure's own part of its sentence, where another part that counts the same
    fits the ``title`` of its indicator, and they do not; or nothing.
    """
    paired = _of_the_pair(before, title) or _of_the_list(before, title)
    return paired or _of_the_part(before, figure, behind, title)


def _of_the_part(before: str, figure: str, behind: str, title: str) -> str:
    own = own_part(before, behind)
    if not _names_a_subject(own):
        return ""
    others = [
        other
        for other in other_parts(before, figure, behind)
        if is_level(other.before, other.behind, title)
    ]
    return own.before + figure + own.behind if _fits_better(others, own, title) else ""


def _names_a_subject(part: CountingPart) -> bool:
    """Whether a noun before the number, or one right behind it, says what it counts; a number that
    others are compared with has the subject of those.
    """
    if OF_ANOTHER.match(part.before):
        return False
    is_before = len(_noun(part.before)) >= _SHORTEST and has_subject(part.before)
    return is_before or bool(_COUNTED.fullmatch(part.behind))


def _noun(text: str) -> str:
    """``text`` without the words that are no nouns."""
    return _NO_NOUN.sub("", text)


def _fits_better(others: Iterable[CountingPart], own: CountingPart, title: str) -> bool:
    """Whether one of the other parts shares words with the title, and the own one has nothing of
    it that the other has not.
    """
    wanted = _noun(title)
    if _pairs(wanted) & _pairs(_noun(own.words)):
        return False
    return any(
        _pairs(wanted) & _pairs(_noun(other.words))
        and not (set(wanted) - set(other.words)) & set(own.words)
        for other in others
    )


def _pairs(text: str) -> frozenset[str]:
    """Every two characters of ``text`` that stand together."""
    return frozenset(map("".join, itertools.pairwise(text)))


def _of_the_pair(before: str, title: str) -> str:
    """前者 or 后者 before the figure, where the title is of the other of the two."""
    said, pairs = _OF_THE_PAIR.search(before), [*_PAIR.finditer(before)]
    if said is None or not pairs:
        return ""
    names = pairs[-1].groups()
    own, other = names if said[1] == "前者" else names[::-1]
    return said[0] if _is_named_by(title, other, own) else ""


def _of_the_list(before: str, title: str) -> str:
    """The noun that a list pairs with the figure, where the title is of another of the list."""
    own, rivals = _names_of_list(before)
    return own if any(_is_named_by(title, rival, own) for rival in rivals) else ""


def is_paired_by_list(before: str, title: str) -> bool:
    """Whether a list pairs the figure with what the ``title`` is of: 男、女装分别2万件、3万件."""
    own, rivals = _names_of_list(before)
    return own != "" and all(_is_named_by(title, own, rival) for rival in rivals)


def _names_of_list(before: str) -> tuple[str, tuple[str, ...]]:
    """What names of a list say alone: that which is paired with the figure, and the others."""
    names = names_of_list(before)
    if names is None:
        return "", ()
    rivals = (
        _word_of(other, is_first=not names.is_first and other == names.others[0])
        for other in names.others
    )
    return _word_of(names.own, is_first=names.is_first), tuple(rivals)


def _word_of(name: str, *, is_first: bool) -> str:
    """What a name of a list says alone: words that all share are before it in the first, and behind
    it in the last (玉米和大豆的播种面积).
    """
    words = named(name) or (name,)
    return words[-1] if is_first else words[0]


def _is_named_by(title: str, other: str, own: str) -> bool:
    """Whether a title is of ``other`` and not of ``own``, by the characters that only one has."""
    of_other, of_own = set(other) - set(own), set(own) - set(other)
    return (
        (bool(_pairs(title) & _pairs(other)) or len(other) == 1)
        and bool(of_other & set(title))
        and not (of_own & set(title))
    )
