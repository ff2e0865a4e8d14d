"""Whether a number of a sentence may be what an indicator's title is of at all: a change and a
plan beside it are not, 多借1.2亿册，共借出9.4亿册.
"""

from __future__ import annotations

from statsite.evidence.sentence.directions import change_as_level
from statsite.evidence.sentence.gaps import gap
from statsite.evidence.sentence.outlooks import outlook, words_to_come
from statsite.model import Status


def is_level(before: str, behind: str, title: str) -> bool:
    """Whether the words around a number say neither that it is a change, where the ``title`` is of
    none, nor that it was only meant.
    """
    is_change = change_as_level(before, title) or gap(before, behind, title)
    is_meant = outlook(before, behind) or words_to_come(before, Status.OBSERVED)
    return not (is_change or is_meant)
