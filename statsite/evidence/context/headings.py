"""What a file says of a figure above it and at the head of its line: a heading of plans, and the
unit of a table.

A source may name only the lines that hold its figures; what is above them counts all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from statsite.evidence.articles import plain_line
from statsite.evidence.sentence.named_units import unit_for_head, unit_of_head, units_in_order
from statsite.evidence.table_rows import FARTHEST_HEAD, has_cells
from statsite.grammar.patterns import any_of
from statsite.grammar.status_words import SET

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节部分]|#)"
)
_PLANS = re.compile(
    rf"(?:明年|来年|下一步|下一?阶段|今后|未来[^，。]{{0,4}}|拟建?|展望|设想|打算|待建|{any_of(SET)})"
    r"(?!生育|单列|完成|执行|实施情况|落实|总结|回顾|进展)"
)
_DONE = re.compile("完成|执行|落实|实施|进展|回顾|总结|成效|已|截至|去年|现有")
_LONGEST, _FARTHEST = 30, 40
_LONGEST_HEAD = 24
_ENDS_A_SENTENCE = ("。", "!", "?", ";", "；")


def heading_of_plans(lines: Sequence[str], number: int) -> str:
    """The heading over the line ``number`` of a file's ``lines``, counted from 1, where it speaks
    of plans; or nothing.
    """
    if not lines or _is_done(plain_line(lines[number - 1])):
        return ""
    heading = _heading(lines, number)
    return heading if _speaks_of_plans(heading) else ""


def _is_done(text: str) -> bool:
    return _DONE.search(text) is not None


def _speaks_of_plans(heading: str) -> bool:
    return _PLANS.search(heading) is not None and not _is_done(heading)


def units_over(lines: Sequence[str], number: int) -> tuple[str, ...]:
    """The units that lines close above the line ``number`` give to a table or its columns, the
    nearest first.
    """
    return tuple(filter(None, (unit_of_head(plain) for _, plain in _lines_over(lines, number))))


def titles_with_units(lines: Sequence[str], number: int) -> Iterator[tuple[str, str]]:
    """The titles close above the line ``number`` that end in a unit, each with that, the nearest
    first.
    """
    for title in titles_over(lines, number):
        if unit := unit_of_head(title):
            yield title, unit


def titles_with_units_in_order(lines: Sequence[str], number: int) -> Iterator[tuple[str, ...]]:
    """The units of the titles close above the line ``number`` that end in several, the nearest
    first.
    """
    yield from filter(None, map(units_in_order, titles_over(lines, number)))


def unit_over(lines: Sequence[str], number: int, head: str) -> str:
    """The unit that the nearest title above the line ``number`` which names the ``head`` gives to
    it; or nothing. A title that lists several may look like a row.
    """
    units = (unit_for_head(plain, head) for _, plain in _lines_over(lines, number))
    return next(filter(None, units), "")


def titles_over(lines: Sequence[str], number: int) -> Iterator[str]:
    """The lines close above the line ``number`` that are no rows of cells, the nearest first."""
    return (plain for line, plain in _lines_over(lines, number) if not has_cells(line))


def _lines_over(lines: Sequence[str], number: int) -> Iterator[tuple[str, str]]:
    """The lines close above the line ``number``, the nearest first, up to one that ends a sentence,
    each as given and as it is searched.
    """
    above = lines[max(0, number - 1 - FARTHEST_HEAD) : number - 1]
    both = ((line, plain_line(line).strip()) for line in reversed(above))
    return takewhile(lambda one: not one[1].endswith(_ENDS_A_SENTENCE), both)


def unit_before(text: str) -> str:
    """The unit that the words of a line give to the number behind them: 人数(千人) 3560; or
    nothing.
    """
    return unit_of_head(plain_line(text).strip()) if len(text) <= _LONGEST_HEAD else ""


def _heading(lines: Sequence[str], number: int) -> str:
    """The nearest heading above a line: one that is numbered, as the line is not, or one that ends
    in a colon and whose list the line is in.
    """
    is_listed, is_numbered = True, _is_numbered(lines[number - 1])
    for line in reversed(lines[max(0, number - 1 - _FARTHEST) : number - 1]):
        plain = plain_line(line)
        if _is_short(plain) and (
            (is_listed and plain.endswith(":")) or (_is_numbered(line) and not is_numbered)
        ):
            return plain
        is_listed = is_listed and bool(plain) and not plain.endswith(_ENDS_A_SENTENCE)
    return ""


def _is_numbered(line: str) -> bool:
    return _NUMBERED.match(line.strip().replace("（", "(").replace("）", ")")) is not None


def _is_short(plain: str) -> bool:
    """Whether a line may be a heading: it is short, and no sentence."""
    return 0 < len(plain) <= _LONGEST and not plain.endswith(_ENDS_A_SENTENCE)
