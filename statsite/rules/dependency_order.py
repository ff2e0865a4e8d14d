"""The order in which things that are made from each other can be worked out, and which of them go
round in a circle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct


class DependencyOrder(Struct, frozen=True):
    """``ids`` in an order in which each comes after all that it is made from; ``circular`` are
    those made from themselves, over others or at once.

    What is made from something circular comes after it.
    """

    ids: tuple[str, ...]
    circular: frozenset[str]


def dependency_order(made_from: Mapping[str, Collection[str]]) -> DependencyOrder:
    """The order of the keys of ``made_from``, each of which is made from the things in its value;
    those that are not keys are made from nothing.
    """
    walk = _Walk(made_from)
    for name in made_from:
        if name not in walk.numbers:
            walk.from_(name)
    return DependencyOrder(tuple(walk.ids), frozenset(walk.circular))


class _Walk(Struct):
    """Tarjan's search for what is strongly connected, with a list in place of recursion, so that
    nothing is too deep for it.

    ``numbers`` count the things in the order in which they are met, ``lowest`` is the smallest
    number each is known to lead to.
    """

    made_from: Mapping[str, Collection[str]]
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    is_waiting: set[str] = set()
    ids: list[str] = []
    circular: set[str] = set()

    def from_(self, first: str) -> None:
        path = [(first, self._meet(first))]
        while path:
            name, parts = path[-1]
            part = next(parts, None)
            if part is None:
                self._turn_back(path)
            elif part not in self.numbers:
                path.append((part, self._meet(part)))
            elif part in self.is_waiting:
                self._lower(name, self.numbers[part])

    def _turn_back(self, path: list[tuple[str, Iterator[str]]]) -> None:
        """Leave the last thing of ``path``, all of whose parts were met, for the one before it."""
        name, _ = path.pop()
        self._leave(name)
        for user, _ in path[-1:]:
            self._lower(user, self.lowest[name])

    def _meet(self, name: str) -> Iterator[str]:
        self.numbers[name] = self.lowest[name] = len(self.numbers)
        self.waiting.append(name)
        self.is_waiting.add(name)
        return iter([part for part in self.made_from[name] if part in self.made_from])

    def _lower(self, name: str, number: int) -> None:
        self.lowest[name] = min(self.lowest[name], number)

    def _leave(self, name: str) -> None:
        """Put down all that is strongly connected with ``name``, where ``name`` was the first of it
        to be met.
        """
        if self.lowest[name] != self.numbers[name]:
            return
        group = self._waiting_since(name)
        self.is_waiting.difference_update(group)
        self.ids.extend(group)
        if len(group) > 1 or name in self.made_from[name]:
            self.circular.update(group)

    def _waiting_since(self, name: str) -> list[str]:
        """Take off the list what was met after ``name``, the last first, and ``name`` itself."""
        group = [self.waiting.pop()]
        while group[-1] != name:
            group.append(self.waiting.pop())
        return group
