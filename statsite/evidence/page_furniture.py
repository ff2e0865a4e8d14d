"""Lines of a printed page that are no part of its text: date lines, page numbers, names of editors.
A number or a qualifier that such a line parts from its other half is not whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from statsite.evidence.articles import Article, Window, joined_to, plain_line
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


class _Lines(Struct, frozen=True):
    """The line of a span as given, before and behind the span, and the lines ``above`` and
    ``below`` it, the nearest first.
    """

    above: Sequence[str]
    before: str
    behind: str
    below: Sequence[str]


def beyond_furniture(article: Article, start: int, end: int, reach: int) -> Window | None:
    """A span in the plain text around it as if the lines of page furniture beside its own line were
    not there; None where there are none.
    """
    lines, figure = _lines_around(article, start, end), article.plain[start:end]
    above, below = _first_of_text(lines.above), _first_of_text(lines.below)
    if above is None and below is None:
        return None
    before = _joined_before(above, plain_line(lines.before), figure)[-reach:]
    behind = _joined_behind(below, plain_line(lines.behind), figure)[:reach]
    return Window(before + figure + behind, len(before), len(before) + len(figure))


def _lines_around(article: Article, start: int, end: int) -> _Lines:
    first, last = article.span_given(start, end)
    *above, before = article.given[:first].split("\n")
    behind, *below = article.given[last:].split("\n")
    return _Lines(above[::-1], before, behind, below)


def _joined_before(above: str | None, own: str, figure: str) -> str:
    """The text before a figure: that of its ``own`` line, with the line ``above``, if any."""
    if above is None:
        return own
    return joined_to(plain_line(above), (own + figure)[0], last=True) + own


def _joined_behind(below: str | None, own: str, figure: str) -> str:
    """The text behind a figure: that of its ``own`` line, with the line ``below``, if any; a
    Chinese numeral and a digit stay two numbers.
    """
    if below is None:
        return own
    line, closing = plain_line(below), (figure + own)[-1]
    gap = "\t" if closing in _NUMERALS and line[:1].isdecimal() else ""
    return own + gap + joined_to(line, closing, last=False)


def _first_of_text(lines: Iterable[str]) -> str | None:
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
