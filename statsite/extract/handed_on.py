"""Whether a figure is about what the paragraph before its own went on about, where its paragraph
has named no time before it.

Reports hand their time on from paragraph to paragraph. What their texts tell of rules, prices,
suppositions and of what there is by now is of no time that was named so far back, nor is what a
paragraph tells before it names a time of its own.
"""

from __future__ import annotations

import re

from statsite.extract.candidates import Candidate

#: A paragraph that tells more of what the one before reported: 从结构看, 出口方面, 其中.
_GOES_ON = re.compile(
    "其中|从[^，。]{1,12}看|[分按][^，。]{1,8}看|[^，。]{1,10}方面，|[^，。]{1,8}中，|此外|同时"
    "|[^，。]{0,8}(?:显示|表明)"
)
_ANSWERS = re.compile("答:|[^，。;!?:]{1,8}答:")
#: What is so by now: 已有, 已下拨; but 已经入库的.
_BY_NOW = re.compile("已(?!知)(?![^，。;!?0-9]{1,6}的)")
#: What may be, is advised or would have to be.
_SUPPOSED = re.compile(
    "如果|假如|(?:^|[，。:“])若(?!干)|一旦|建议|估价|(?<![反相供适对响理])应(?:当|该|为|在|由|控)"
    "|可(?:以|走|乘|选|享|领|申)"
)
_PRICE = re.compile(
    "(?:票价|标价|售价|定价|估价|单价|收费|门票|学费|(?<!平均)(?<!人均)(?<!户均)(?<!均价)每(?![一-鿿]{0,3}均)[一-鿿]{1,3})"
    "(?:(?!平均|均)[^。;!?]){0,24}$"
)
_COMPARES = re.compile("同比|环比|比(?:上年|去年|上月)|增长|下降|上升|提高|减少|增加")


def goes_on(plain: str, paragraph: int) -> bool:
    """Whether the paragraph that begins at ``paragraph`` says that it goes on with what was
    reported: 从结构看.
    """
    return _GOES_ON.match(plain, paragraph) is not None


def answers(plain: str, paragraph: int) -> bool:
    """Whether the paragraph that begins at ``paragraph`` is an answer: 答：."""
    return _ANSWERS.match(plain, paragraph) is not None


def is_so_by_now(figure: Candidate, sentence: int) -> bool:
    """Whether the sentence of a figure, which begins at ``sentence``, tells what is so by now."""
    return _BY_NOW.search(figure.plain, sentence, figure.start) is not None


def is_of_no_report(figure: Candidate, sentence: int) -> bool:
    """Whether the sentence of a figure, which begins at ``sentence``, tells of a price, of what is
    supposed or of what there is by now.
    """
    if is_so_by_now(figure, sentence) or _SUPPOSED.search(figure.plain, sentence, figure.start):
        return True
    is_of_money = figure.unit.endswith("元")
    return is_of_money and _PRICE.search(figure.plain, sentence, figure.start) is not None


def compares(plain: str, first: int, last: int) -> bool:
    """Whether what stands between two places is compared with the same of an earlier time."""
    return _COMPARES.search(plain, first, last) is not None
