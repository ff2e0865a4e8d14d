"""Things that are made one by one, once somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

_T = TypeVar("_T")


class OnDemand(Mapping[str, _T]):
    """What ``make`` makes of each of the ``names``, in their order, each when it is first asked
    for.
    """

    def __init__(self, names: Collection[str], make: Callable[[str], _T]) -> None:
        self._names, self._make = names, make
        self._made = dict[str, _T]()

    def __getitem__(self, name: str) -> _T:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
