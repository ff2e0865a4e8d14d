"""A later number of a sentence that leaves out what is counted, because the one before it told
that: 海滩接待游客12.8万人次，次日接待10.6万人次.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.counted_parts import OF_ANOTHER, numbers_like
from statsite.evidence.sentence.statements import told_of_number
from statsite.grammar.word_boundaries import words_with_classes

_PART_END = re.compile("[，、;:]")
_SENTENCE_END = re.compile("[。!?]")
_HAN = re.compile("[一-鿿]")
#: Classes of the dictionary of words of time and number, and of those for places.
_WHEN, _PLACES = frozenset({"t", "m"}), frozenset({"ns"})
#: How or for how long something is paid: 按团收, 年票, 季卡.
_PAID_BY = re.compile(
    "按[^，、;:。!?0-9]{1,4}?(?=[收算计付])|(?:[日周月季年次]|半年)[票卡](?![价面])"
)
#: Something else than a rank right behind a unit: 1035万吨列第二.
_NAMED_BEHIND = re.compile("(?![列居排位]+[在第全于首末])[一-鿿]")
#: One of several in a row: 这轮, against 上一轮.
_THIS_TIME = re.compile("[这本此]一?(?P<of>[一-鿿])")
#: 共 and the like before an act that the dictionary takes together with it: 共产崽.
_AND_AGAIN = re.compile("[共又再还已](?P<told>[一-鿿]{2,})$")
_ALONE = re.compile("(?:仅|光是?|单是?)[^，]*就")
_LASTING = re.compile("的(?:行程|时间|时段|用时)")
#: What everything that is paid for has.
_PAID = frozenset("收付卖价费定")


def told_again(before: str, figure: str, behind: str, title: str) -> bool:
    """Whether what is between a ``figure`` and the number before it that counts the same says only
    when, where, how or by which act of that it was counted, and nothing is named right behind it,
    so that it is of the same thing; not where the ``title`` is of the time or the place of that
    one.
    """
    sentence = _SENTENCE_END.split(before)[-1]
    *_, own = _PART_END.split(sentence)
    earlier = sentence.removesuffix(own)
    counted = numbers_like(figure)
    if counted is None or counted.search(earlier) is None or OF_ANOTHER.match(own):
        return False
    if not _HAN.search(own) or _NAMED_BEHIND.match(behind):
        return False
    return _names_no_more(own, figure, earlier) and not _is_of_its_time(earlier, own, title)


def _names_no_more(own: str, figure: str, earlier: str) -> bool:
    """Whether the words before a later number name nothing but an act that is told ``earlier``; how
    it is paid names nothing, and one place alone a part (仅酒泉一地就有).
    """
    again = _AND_AGAIN.search(own)
    bare = own[: again.start()] if again and again["told"] in earlier else own
    told = told_of_number(_LASTING.sub("", _PAID_BY.sub("", bare)), figure, "")
    is_paid = _PAID_BY.search(own) is not None and bool(set(told.act) & _PAID)
    is_told = is_paid or told.act in earlier
    return is_told and not (told.doer or told.thing) and not _ALONE.match(own)


def _is_of_its_time(earlier: str, own: str, title: str) -> bool:
    """Whether a title has the time, the place or the ticket of the number before, where the own one
    has another.
    """
    is_by_another = any(
        found[0] in title and found[0] not in own for found in _PAID_BY.finditer(earlier)
    )
    is_before = (
        found[0] in title and re.search(f"[上前]一?{found['of']}", own)
        for found in _THIS_TIME.finditer(earlier)
    )
    return (
        is_by_another
        or any(is_before)
        or any(
            word in title and word not in own
            for kinds in (_WHEN, _PLACES)
            if _of_kinds(own, kinds)
            for word in _of_kinds(earlier, kinds)
        )
    )


def _of_kinds(text: str, kinds: frozenset[str]) -> list[str]:
    words = words_with_classes(text)
    return [word for word, kind in words if kind in kinds and _HAN.search(word)]
