"""Numbers that stand beside each other with a space between, as the groups of one number do: the
cells of a table's row, and the number of a figure or annex before a count (图3 350人).
"""

from __future__ import annotations

import re

from statsite.evidence.articles import Article

_GROUPS = re.compile(r"\d[^\S\n]+\d")
_LABEL = re.compile("(?:图|图表|表|附表|附件|附录|专栏|例)[^\\S\\n]*$")
#: How many lines above a row its head may be.
_HEAD_WITHIN = 12


def joined_cells(article: Article, start: int, end: int) -> str:
    """What a span is that joins two numbers of the article, or nothing."""
    first, last = article.span_given(start, end)
    figure = article.given[first:last]
    if not _GROUPS.search(figure):
        return ""
    begin = article.given.rfind("\n", 0, first) + 1
    label = _LABEL.search(article.given[begin:first])
    if label:
        return label[0] + figure
    row = article.given[begin:].partition("\n")[0]
    return row if _has_a_head(article.given[:begin], len(row.split())) else ""


def _has_a_head(above: str, columns: int) -> bool:
    """Whether one of the lines ``above`` a row has a word over each of its ``columns``."""
    lines = above.split("\n")[-_HEAD_WITHIN:]
    return any(
        len(words) == columns and not any(map(_has_digit, words)) for words in map(str.split, lines)
    )


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
