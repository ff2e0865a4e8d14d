"""Figures in groups: the same rows for each of several areas, times or indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from charts.spec import ChartSpec, Datum


def groups(spec: ChartSpec) -> Iterator[tuple[str, tuple[Datum, ...]]]:
    """The figures group by group, in the order in which groups first occur."""
    order = {
        group: place for place, group in reversed([*enumerate(datum.group for datum in spec.data)])
    }
    for group, data in groupby(
        sorted(spec.data, key=lambda datum: order[datum.group]), key=lambda datum: datum.group
    ):
        yield group, tuple(data)


def members(spec: ChartSpec) -> tuple[str, ...]:
    """The rows that occur in the groups, each once, in the order in which they first occur."""
    return tuple(dict.fromkeys(datum.row for datum in spec.data))


def in_groups(spec: ChartSpec, *, most_members: int) -> Iterator[str]:
    """For kinds that compare groups: every figure is in one, there are two or more, and their rows
    can be told apart.
    """
    for datum in spec.data:
        if not datum.group:
            yield f"{datum.id}: in no group; this kind of chart compares groups of figures"
    listed = tuple(groups(spec))
    if len(listed) == 1:
        yield "one group compares with nothing; two are needed"
    if len(members(spec)) > most_members:
        yield (
            f"{len(members(spec))} different rows cannot be told apart in every group; at most "
            f"{most_members}"
        )


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
        for row in members(spec):
            if row not in {datum.row for datum in data}:
                yield (
                    f"{data[0].id}: its group has no part such as {wanted[row].id}, so its bar "
                    "would be a whole of something else"
                )


def _repeats(data: Sequence[Datum]) -> Iterator[tuple[Datum, Datum]]:
    """Each figure whose row came before, with the first of that row."""
    first: dict[str, Datum] = {}
    for datum in data:
        if first.setdefault(datum.row, datum) is not datum:
            yield first[datum.row], datum
