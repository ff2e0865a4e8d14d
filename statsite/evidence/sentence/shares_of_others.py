"""A share of something else than the indicator's whole: 占过夜游客的62% where the title says
占游客总数, 占农产品外销的40% for 占总产量.
"""

from __future__ import annotations

import re

from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.grammar.word_boundaries import class_at, words_with_classes

_UP_TO = f"占(?!地(?!区|方)|用|有|领|据|比|线|位|率)(?:到|了|{WHOLE_AREA}|全[村校]|同期|当年|其)*+"
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
_ALSO_CALLED = {"全世界": "全球", "世界": "全球", "一般公共预算": "财政"}
_LEVELS = "全国|全省|全市|全县|全区|全州|全球|全?世界"
_LARGEST = frozenset({"全国", "全球"})
#: A whole that is a place and no more.
_PLACE = re.compile(
    rf"占(?:到|了)?(?:(?P<level>{_LEVELS})|(?P<named>(?!中国|我国|全|世界)[一-鿿]{{2,4}}?))的?(?:比[重例]|份额|总量)?(?:为|是|达到?|超过?|约|近|逾)*$"
)
_PLACE_OF_TITLE = re.compile(rf"占(?P<level>{_LEVELS})(?!.*(?:{_LEVELS}))")
_GROSS_PRODUCT = re.compile("GDP|生产总值|经济总量|国民经济|国内生产")
#: The dictionary's words for things, acts, times and kinds; places have their own check.
_CONTENT = ("n", "nz", "t", "vn", "v", "b", "a", "an", "l", "j")
_SHORTEST, _LONG = 2, 4


def share_of_another(before: str, figure: str, title: str) -> str:
    """The words before a share that name a whole of which the ``title`` of its indicator, that
    names its whole too, has nothing; or nothing.
    """
    if not _SHARE.search(figure):
        return ""
    words = _of_another_place(before, _as_one(title)) or _of_another_whole(before, _as_one(title))
    return words + figure if words else ""


def _as_one(text: str) -> str:
    """``text`` with one name for what has several."""
    for name, other in _ALSO_CALLED.items():
        text = text.replace(name, other)
    return text


def _of_another_whole(before: str, title: str) -> str:
    """The words before a share for a whole of which a title that names its own has nothing."""
    said, own = _WHOLE.search(before), _WHOLE_OF_TITLE.search(title)
    if said is None or own is None:
        return ""
    return said[0] if _is_another(_as_one(said["whole"]), own["whole"], title) else ""


def _is_another(said: str, own: str, title: str) -> bool:
    """Whether what a share is said to be of is another whole than the ``title`` has; the gross
    product has many names.
    """
    is_product = [_GROSS_PRODUCT.search(whole) is not None for whole in (said, own)]
    if any(is_product):
        return not all(is_product)
    subject = title.replace(own, "")
    return any(
        _is_of_no(word, title) or _is_of_the_subject(word, own, subject) for word in _content(said)
    )


def _is_of_the_subject(word: str, own: str, subject: str) -> bool:
    """Whether a word begins as what a title has a share of, and as nothing of its whole: 公交车 of
    电动公交占新能源车比重.
    """
    bare = _NO_PART.sub("", word)
    return len(set(bare[:_SHORTEST]) & set(subject)) == _SHORTEST and not set(
        bare[:_SHORTEST]
    ) & set(own)


def _of_another_place(before: str, title: str) -> str:
    """A nation, a province or the like of which a share is said to be, where the title is of a
    share of another alone: 占全国的22% for 占全省比重.
    """
    said, own = _PLACE.search(before), _PLACE_OF_TITLE.search(title)
    if said is None or own is None:
        return ""
    level = _as_one(said["level"] or "")
    is_named = not level and class_at(said["named"], 0) == (said["named"], "ns")
    is_another = own["level"] in _LARGEST if is_named else bool(level) and level != own["level"]
    return said[0] if is_another else ""


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
