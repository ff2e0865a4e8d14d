"""Figures in groups: the same rows for each of several areas, times or indicators."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from charts.spec import ChartSpec, Datum

_Key = TypeVar("_Key", bound=Hashable)


def groups(spec: ChartSpec) -> Iterator[tuple[str, tuple[Datum, ...]]]:
    """The figures group by group, in the order in which groups first occur."""
    for group, data in groupby(_group_by_group(spec), key=lambda datum: datum.group):
        yield group, tuple(data)


def _group_by_group(spec: ChartSpec) -> list[Datum]:
    order = first_places(datum.group for datum in spec.data)
    return sorted(spec.data, key=lambda datum: order[datum.group])


def first_places(keys: Iterable[_Key]) -> dict[_Key, int]:
    """The place at which each key first occurs."""
    return {key: place for place, key in reversed([*enumerate(keys)])}


def members(spec: ChartSpec) -> tuple[str, ...]:
    """The rows that occur in the groups, each once, in the order in which they first occur."""
    return tuple(dict.fromkeys(datum.row for datum in spec.data))


def in_groups(spec: ChartSpec, *, most_members: int) -> Iterator[str]:
    """For kinds that compare groups: every figure is in one, there are two or more, and their rows
    can be told apart.
    """
    yield from _in_no_group(spec)
    if len(tuple(groups(spec))) == 1:
        yield "one group compares with nothing; two are needed"
    yield from _too_many_members(len(members(spec)), most_members)


def _in_no_group(spec: ChartSpec) -> Iterator[str]:
    for datum in spec.data:
        if not datum.group:
            yield f"{datum.id}: in no group; this kind of chart compares groups of figures"


def _too_many_members(count: int, most: int) -> Iterator[str]:
    if count > most:
        yield f"{count} different rows cannot be told apart in every group; at most {most}"


def each_once(spec: ChartSpec) -> Iterator[str]:
    """For kinds in which a row is written once in each group."""
    for _, data in groups(spec):
        yield from (
            (
                f"{datum.id}: has the same name in its group as {earlier.id}; each row stands in "
                "a group once"
            )
            for earlier, datum in _repeats(data)
        )


def all_alike(spec: ChartSpec) -> Iterator[str]:
    """For kinds whose groups are wholes: each has the same parts, or the wholes would not be the
    same.
    """
    wanted = {datum.row: datum for datum in reversed(spec.data)}
    for _, data in groups(spec):
        held = {datum.row for datum in data}
        for row in members(spec):
            if row not in held:
                yield _lacking(data[0], wanted[row])


def _lacking(first: Datum, part: Datum) -> str:
    """Why the group of a figure cannot be drawn without such a part."""
    return (
        f"{first.id}: its group has no part such as {part.id}, so its bar "
        "would be a whole of something else"
    )


def _repeats(data: Sequence[Datum]) -> Iterator[tuple[Datum, Datum]]:
    """Each figure whose row came before, with the first of that row."""
    first: dict[str, Datum] = {}
    for datum in data:
        if first.setdefault(datum.row, datum) is not datum:
            yield first[datum.row], datum
