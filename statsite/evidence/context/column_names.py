"""A figure below another head of its table than the one that its title has: 节地葬 of 火化 31460,
节地葬 7250.
"""

from __future__ import annotations

import itertools
import re

from statsite.evidence.articles import plain_line
from statsite.evidence.context.columns import words_over
from statsite.evidence.context.figure_case import FigureCase, title_of

_BESIDE_THE_NAME = re.compile(r"\([^)]*\)|[/／].*|[^一-鿿A-Za-z]")
_SHORTEST = 2


def other_column(case: FigureCase) -> str:
    """The head over a figure's column, where it has nothing of the title of its indicator and the
    title has the whole of another head; or nothing.
    """
    own, title = _name(words_over(case)), title_of(case)
    if len(own) < _SHORTEST or _pairs(own) & _pairs(title):
        return ""
    place = case.around.article.cell_at(case.around.text.starts[case.start])
    heads = [_name(plain_line(head)) for head in place[0].head] if place else []
    others = (head for head in heads[1:] if head != own and len(head) >= _SHORTEST)
    return own if any(other in title for other in others) else ""


def _name(head: str) -> str:
    """A head without its unit."""
    return _BESIDE_THE_NAME.sub("", head)


def _pairs(text: str) -> frozenset[str]:
    """Every two characters of a text that stand together."""
    return frozenset(map("".join, itertools.pairwise(text)))
