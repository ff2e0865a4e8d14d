"""Words for a whole (全部, 全覆盖) in an article, which an editor may take in as figures.

They are no quantities of their own: whether one is a figure hangs on whether the text says of what
it is the whole, which an editor has to read. A draft therefore lists them in comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from statsite.extract.article import ArticleText, prepare
from statsite.extract.nouns import noun_of
from statsite.grammar.totals import stretch_around_total

#: 全部 is also in 安全部 and 全部门, 所有 in 归集体所有; 均 is a word of its own before few verbs.
_WORDS = re.compile(
    r"(?<!安)全部(?!门)|(?<!归)所有(?=[一-鿿])|全覆盖"
    r"|均(?=已|达|实现|建|设|能|符合|完成|通过|纳入|开展|配备|超过|高于|低于)"
)


class Total(Struct, frozen=True):
    """A word for a whole, the line of the text in which it stands, counted from 1, and the noun
    beside it, empty where there is none.
    """

    word: str
    line: int
    noun: str


def totals_of(text: str) -> tuple[Total, ...]:
    """The words for a whole in ``text`` that nothing beside them makes less of, in their order."""
    return tuple(_totals(text, prepare(text)))


def _totals(text: str, article: ArticleText) -> Iterator[Total]:
    for found in _WORDS.finditer(article.plain):
        start, end = found.span()
        if stretch_around_total(article.plain, start, end) == (start, end):
            line = text.count("\n", 0, article.starts[start]) + 1
            yield Total(found[0], line, noun_of(article.plain, start, end))
