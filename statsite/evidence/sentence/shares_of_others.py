"""A share of something else than the indicator's whole: 占过夜游客的62% where the title says
占游客总数, 占农产品外销的40% for 占总产量.
"""

from __future__ import annotations

import re

from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.grammar.word_boundaries import words_with_classes

_UP_TO = f"占(?!地|用|有|领|据|比|线|位|率)(?:到|了|{WHOLE_AREA}|全[村校]|同期|当年|其)*+"
_WHOLE = re.compile(
    rf"{_UP_TO}(?P<whole>[^，。;!?:、占0-9]{{2,16}}?)的?(?:比[重例率]|份额)?(?:[下上]?[升降]至?到?|提高到?|增加到|减少到|[已仅]|为|是|达到?|超过?|约|近|逾)*$"
)
_WHOLE_OF_TITLE = re.compile(
    rf"{_UP_TO}(?P<whole>(?!比[重例率])[^占]+?)的?(?:比[重例率]?|份额|百分比|$)"
)
_SHARE = re.compile("[%‰成]|分之|半$")
#: What is no part of anything, and what several names have.
_NO_PART = re.compile(
    "[总全各]|数量?|合计|整[个体]|常住|户籍|[年期]末|[省市县区镇乡村]里|固定资产|社会|最终|一次|产量|面积|规模|余?额|人[数次]"
)
_GROSS_PRODUCT = re.compile("GDP|生产总值|经济总量|国民经济|国内生产")
#: The dictionary's words for things, acts, times and kinds; places have their own check.
_CONTENT = ("n", "nz", "t", "vn", "v", "b", "a", "an", "l", "j")
_SHORTEST, _LONG = 2, 4


def share_of_another(before: str, figure: str, title: str) -> str:
    """The words before a share that name a whole of which the ``title`` of its indicator, that
    names its whole too, has nothing; or nothing.
    """
    said, own = _WHOLE.search(before), _WHOLE_OF_TITLE.search(title)
    if said is None or own is None or not _SHARE.search(figure):
        return ""
    if _GROSS_PRODUCT.search(said["whole"]) or _GROSS_PRODUCT.search(own["whole"]):
        return ""
    is_another = any(_is_of_no(word, title) for word in _content(said["whole"]))
    return said[0] + figure if is_another else ""


def _content(whole: str) -> list[str]:
    """The words of a whole that say what it is."""
    return [word for word, kind in words_with_classes(whole) if kind in _CONTENT]


def _is_of_no(word: str, title: str) -> bool:
    """Whether a title has not two characters of a word, as it has of what it calls more briefly
    (高校 for 高等学校), or none of the first half of a long one: 小学 of 小学教师.
    """
    bare = _NO_PART.sub("", word)
    if len(bare) < _SHORTEST:
        return False
    is_narrower = len(bare) >= _LONG and not set(bare[:_SHORTEST]) & set(title)
    return is_narrower or len(set(bare) & set(title)) < _SHORTEST
