"""Lines of a printed page that are no part of its text: date lines, page numbers, names of editors.
A number or a qualifier that such a line parts from its other half is not whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from statsite.evidence.articles import Article, joined_to, normalised
from statsite.grammar.fold_characters import plain_of
from statsite.grammar.lexicon import HAN_NUMERALS

_LONGEST = 40
#: Numerals that Arabic digits do not go on with.
_NUMERALS = frozenset(f"{HAN_NUMERALS}半")
_FURNITURE = re.compile(
    r"[-—·\s]*[0-9]{1,3}[-—·\s]*"
    r"|.{0,24}第?\s*[A-Za-z]?[0-9一二三四五六七八九十]{1,3}\s*[版页].{0,16}"
    r"|.{0,12}(?:19|20)[0-9]{2}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?.{0,16}"
    r"|.{0,4}(?:责编|责任编辑|本版编辑|编辑|美编|版式|视觉|校对|制图|审校|值班|执行主编|主编|统筹).{0,36}"
    r"|[(（]?.{0,4}(?:下转|上接|转下页|接上页|续表|未完待续).{0,20}"
    r"|(?:图|文|摄影|供图|图表|资料图|漫画)\s*[/／:：].{0,24}|.{0,16}(?:摄|供图|制图)[)）]?"
    r"|(?:广告|公告|版权所有|扫码阅读.{0,12}|本报热线.{0,20}|新闻热线.{0,20}|国内统一.{0,30}|邮发代号.{0,20})"
)


def beyond_furniture(
    article: Article, start: int, end: int, reach: int
) -> tuple[str, int, int] | None:
    """The plain text around a span as if the lines of page furniture beside its own line were not
    there, and where the span is in it; None where there are none.
    """
    given = article.given
    first, last = article.span_given(start, end)
    line_start, line_end = given.rfind("\n", 0, first) + 1, given.find("\n", last)
    line_end = len(given) if line_end < 0 else line_end
    before = _skipped(reversed(given[: max(0, line_start - 1)].split("\n")))
    behind = _skipped(given[line_end + 1 :].split("\n"))
    if before is None and behind is None:
        return None
    head, tail = plain_of(normalised(given[line_start:first])), given[last:line_end]
    figure = article.plain[start:end]
    rest = plain_of(normalised(tail))
    if before is not None:
        head = joined_to(plain_of(normalised(before)), (head or figure)[0], last=True) + head
    if behind is not None:
        following = plain_of(normalised(behind))
        closing = (rest or figure)[-1]
        gap = "\t" if closing in _NUMERALS and following[:1].isdecimal() else ""
        rest += gap + joined_to(following, closing, last=False)
    head = head[-reach:]
    return head + figure + rest[:reach], len(head), len(head) + len(figure)


def _skipped(lines: Iterable[str]) -> str | None:
    """The first of ``lines`` that is neither empty nor furniture, if there is furniture before it;
    else None.
    """
    has_furniture = False
    for line in lines:
        solid = line.strip()
        if solid and not is_furniture(solid):
            return line if has_furniture else None
        has_furniture = has_furniture or bool(solid)
    return None


def is_furniture(line: str) -> bool:
    """Whether a line without white space at its ends looks like a page's, not its text's."""
    return len(line) <= _LONGEST and "。" not in line and _FURNITURE.fullmatch(line) is not None
