"""What several files of a site hold of each figure, of which no more is kept than is needed soon:
that of all figures would take more memory than the facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

_T = TypeVar("_T")

#: Of so many figures, the last ones that were asked for, it is kept: more than most topics have,
#: whose tables, workbook and archive are made one after another.
_FIGURES = 2000


class AtHand(Mapping[str, _T]):
    """What ``make`` gives of each of the figures with these ``names``, when it is asked for."""

    def __init__(self, names: Mapping[str, object], make: Callable[[str], _T]) -> None:
        self._names = names
        self._made = lru_cache(maxsize=_FIGURES)(make)

    def __getitem__(self, name: str) -> _T:
        return self._made(name)

    def make_all(self) -> None:
        """Make it of every figure now, where that of all of them is kept."""
        if len(self) <= _FIGURES:
            for name in self:
                self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
