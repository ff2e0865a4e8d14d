"""Lists of what changed, as Markdown of a given length at most: everything that there is room for
is named before more is told of any, and the lines that are left out are number_of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

#: How much room is kept for a line on what is left out of a list or of one item.
_NOTICE = 60


class Line(Struct, frozen=True):
    """A line that is told below an item; ``is_short`` says in few characters where two long ones
    differ, so that it is told first where there is no room for all.
    """

    text: str
    is_short: bool = False


class Item(Struct, frozen=True):
    """A thing that is told of: the line that names it, and those ``below``."""

    head: str
    below: tuple[Line, ...] = ()

    @property
    def size(self) -> int:
        """How many lines it has."""
        return 1 + len(self.below)

    @property
    def named(self) -> str:
        """The line that names it, as one of a list in Markdown."""
        return f"- {self.head}"


class Shortened(Struct, frozen=True):
    """The lines of a list as far as there is room for them, and how many are ``left_out``."""

    lines: tuple[str, ...]
    left_out: int = 0


def number_of(number: int, noun: str) -> str:
    """A number of things, with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """How much of ``room`` each gets of as much as it wants: what is short leaves room to others,
    and what is long leaves nothing out but of itself.
    """
    found = [0] * len(wanted)
    for number, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        found[index] = min(wanted[index], room // (len(wanted) - number))
        room -= found[index]
    return found


def length(items: Iterable[Item]) -> int:
    """How many characters items have as a list."""
    return sum(_length_named(item) + _length_below(item.below) for item in items)


def _length_named(item: Item) -> int:
    return len(item.named) + 1


def _length_below(lines: Iterable[Line]) -> int:
    return sum(len(_told(line)) + 1 for line in lines)


def _told(line: Line) -> str:
    return f"  - {line.text}"


def shortened(items: Sequence[Item], earlier: int, room: int) -> Shortened:
    """A list of ``items`` in a ``room`` of so many characters. As many as half of it holds are
    named before more is told of any, so that nothing hides behind the length of what comes before
    it. The first ``earlier``, of what was published, do not share with many that are new: these and
    those get half each, if they want it. What is too little for a line of one item is the next
    one's.
    """
    if length(items) <= room:
        return _joined([_cut_short(item, room) for item in items])
    named = list(_named(items, room // 2))
    heads = sum(_length_named(item) + _NOTICE for item in named)
    wanted = [_length_below(item.below) for item in named]
    groups = wanted[:earlier], wanted[earlier:]
    halves = shares([*map(sum, groups)], room - _NOTICE - heads)
    rooms = chain.from_iterable(map(shares, groups, halves))
    cut, spare = list[_Cut](), 0
    for item, share in zip(named, rooms, strict=True):
        cut.append(_cut_short(item, share + spare))
        spare += share - _length_below(cut[-1].below)
    return _joined(cut, sum(item.size for item in items[len(named) :]))


def _named(items: Sequence[Item], room: int) -> Iterator[Item]:
    """The first items, as many as there is room to name."""
    for item in items:
        room -= _length_named(item) + _NOTICE
        if room < 0:
            return
        yield item


class _Cut(Struct, frozen=True):
    """An item with the lines ``below`` it that there is room for, and how many are left out."""

    item: Item
    below: tuple[Line, ...]

    @property
    def left_out(self) -> int:
        return len(self.item.below) - len(self.below)

    @property
    def lines(self) -> Iterator[str]:
        yield self.item.named
        yield from map(_told, self.below)
        if self.left_out:
            yield f"  - **… and {number_of(self.left_out, 'more line')} of it, left out here**"


def _cut_short(item: Item, room: int) -> _Cut:
    """What an item is of, and as much of what is told below it as there is room for: if not all,
    then first where long lines differ.
    """
    if _length_below(item.below) <= room:
        return _Cut(item, item.below)
    below = list[Line]()
    for line in sorted(item.below, key=lambda one: not one.is_short):
        room -= _length_below((line,))
        if room < 0:
            break
        below.append(line)
    return _Cut(item, tuple(below))


def _joined(cut: Iterable[_Cut], unnamed: int = 0) -> Shortened:
    """The list of the items that were cut; so many lines are of items that are ``unnamed``."""
    items = list(cut)
    lines = [line for one in items for line in one.lines]
    if unnamed:
        lines.append(f"\n**… and {number_of(unnamed, 'more line')}, left out here.**")
    return Shortened(tuple(lines), unnamed + sum(one.left_out for one in items))
