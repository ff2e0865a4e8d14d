"""A figure of what one side did to the other, where its indicator is of what the other side did:
物业公司起诉业主1870件 for 业主起诉物业公司案件.
"""

from __future__ import annotations

from statsite.evidence.sentence.statements import named, told_of_number
from statsite.grammar.word_boundaries import words_with_classes

_VERBS = frozenset({"v", "vn"})


def exchanged_sides(before: str, figure: str, behind: str, title: str) -> str:
    """The words of a figure whose act is that of the ``title`` with who does it and to whom
    exchanged; or nothing.
    """
    own = told_of_number(before, figure, behind).before
    acts = (word for word, kind in words_with_classes(own) if kind in _VERBS and word in title)
    return own + figure if any(_are_exchanged(own, title, act) for act in acts) else ""


def _are_exchanged(text: str, title: str, act: str) -> bool:
    """Whether who does an act in a text is the one to whom it is done in a title, and the other way
    round.
    """
    (doer, _, other), (wanted, _, wanted_other) = text.partition(act), title.partition(act)
    return (
        _is_in(doer, wanted_other)
        and _is_in(wanted, other)
        and not (_is_in(doer, wanted) or _is_in(wanted_other, other))
    )


def _is_in(name: str, text: str) -> bool:
    """Whether the last thing that a text names is in another one."""
    words = named(name)
    return bool(words) and words[-1] in text
