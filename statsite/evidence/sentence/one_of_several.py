"""A figure that is of each one of several, where its indicator is of all of them: 一箱装24瓶,
一人领到2.4万元, 两个校区各招45名, 三张50元券.
"""

from __future__ import annotations

import re

from statsite.grammar.word_boundaries import class_at

_NO_NUMERAL = "[^，。;!?:0-9]"
#: What is done with each of them.
_GIVEN = (
    "载|装|拉|运|坐|住|领[到取]?|发[放给]?|分[到得给]?|收[到取]?|产|卖|售|捐|给|补|奖|赔|罚|交|缴|用|喝|吃|挣"
    "|赚|花|付|养|种|摊|得|供|放|盛|乘|配|需|耗|省"
)
#: Not of several at one time are times and acts.
_NO_THING = "次级代趟天日月年周季期届批起轮回场度般直律些定样同并旦"
_OF_ONE = re.compile(
    rf"(?<![第之唯统同另进某万任专归整其十百千零这那的])一(?P<thing>[^\W\d_{_NO_THING}])"
    rf"(?:只?能|可以?|就|只|要|共)?(?:{_GIVEN}){_NO_NUMERAL}{{0,8}}$"
)
#: A load by which things come, right before its size; how often it came is told as well.
_LOADS = "车船箱袋桶瓶筐盒包捆担篮罐壶锅网柜艇盘"
_LOAD = re.compile(rf"(?<![第之唯统同另整])一[{_LOADS}]{_NO_NUMERAL}{{0,4}}$")
_AGAIN = re.compile(
    f"(?:[两二三四五六七八九十百千几数]+|[0-9]+)[余多]?[趟次回{_LOADS}]|来回|一共|总共|合计"
)
_EACH = re.compile(rf"各(?={_NO_NUMERAL}{{1,10}}$)")
_SUM = re.compile("[两三四五六七八九十几0-9]个?|[总共全]|合计")
#: The title of what is so many for each.
_OF_EACH = re.compile("[每各均单一]|个人|标准")
_COUNTS_A_SHARE = re.compile("[%‰成倍]|分之")
_VERBS = ("v", "vn")
#: Notes and the like, of which there are several of such a worth.
_PIECES = re.compile(
    r"(?<![第0-9.])(?:[两二三四五六七八九十几]|[2-9]|[1-9][0-9]+)(?:张|枚|份|台|辆|艘|架|瓶|袋|桶|箱|盒|包|块|根)$"
)
_SIZE_OF_ONE = re.compile("(?:元|角|分|吨|公斤|千克|斤|克|升|毫升|马力|千瓦|匹|米|英?寸)$")


def each_of_several(before: str, figure: str, behind: str, title: str) -> str:
    """The words before a figure by which it is of each one of several, or nothing; where its
    indicator's ``title`` is so too, it is its own.
    """
    if _OF_EACH.search(title) or _COUNTS_A_SHARE.search(figure):
        return ""
    one = _OF_ONE.search(before)
    if one and class_at(before, one.start())[1] == "m":
        return one[0] + figure
    load = _LOAD.search(before)
    if load and (_AGAIN.search(behind) or _SUM.search(title)):
        return load[0] + figure
    return _of_all_alike(before, figure, title) or _piece(before, figure, behind, title)


def _of_all_alike(before: str, figure: str, title: str) -> str:
    """The words from 各 before a verb up to a figure, where the title is of a sum."""
    found = _EACH.search(before)
    if found is None or not _SUM.search(title) or class_at(before, found.start())[0] != "各":
        return ""
    is_done = class_at(before, found.end())[1] in _VERBS
    return before[found.start() :] + figure if is_done else ""


def _piece(before: str, figure: str, behind: str, title: str) -> str:
    """How many there are of what the figure is the worth or the size of each of."""
    found = _PIECES.search(before)
    if found is None or not _SIZE_OF_ONE.search(figure):
        return ""
    noun, kind = class_at(figure + behind, len(figure))
    is_named = kind.startswith("n") and noun not in title
    return found[0] + figure + noun if is_named else ""
