"""Figures in groups: the same rows for each of several areas, times or indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from charts.spec import ChartSpec, Datum


def groups(spec: ChartSpec) -> Iterator[tuple[str, tuple[Datum, ...]]]:
    """The figures group by group, in the order in which groups first occur."""
    order = {group: place for place, group in reversed([*enumerate(datum.group for datum in spec.data)])}
    for group, data in groupby(sorted(spec.data, key=lambda datum: order[datum.group]), key=lambda datum: datum.group):
        yield group, tuple(data)


def members(spec: ChartSpec) -> tuple[str, ...]:
    """The rows that occur in the groups, each once, in the order in which they first occur."""
    return tuple(dict.fromkeys(datum.row for datum in spec.data))


def in_groups(spec: ChartSpec, *, most_members: int) -> Iterator[str]:
    """For kinds that compare groups: every figure is in one, there are two or more, and their rows can be told apart."""
    for datum in spec.data:
        if not datum.group:
            yield f"{datum.id}: in no group; this kind of chart compares groups of figures"
    listed = tuple(groups(spec))
    if len(listed) == 1:
        yield "one group compares with nothing; two are needed"
    if len(members(spec)) > most_members:
        yield f"{len(members(spec))} different rows cannot be told apart in every group; at most {most_members}"


def each_once(spec: ChartSpec) -> Iterator[str]:
    """For kinds in which a row stands once in each group."""
    for group, data in groups(spec):
        yield from (f"{datum.id}: {datum.row} occurs twice in {group}" for datum in _repeats(data))


def all_alike(spec: ChartSpec) -> Iterator[str]:
    """For kinds whose groups are wholes: each has the same parts, or the wholes would not be the same."""
    wanted = members(spec)
    for group, data in groups(spec):
        for row in wanted:
            if row not in {datum.row for datum in data}:
                yield f"{data[0].id}: {group} has no {row}, so its bar would be a whole of something else"


def _repeats(data: Sequence[Datum]) -> Iterator[Datum]:
    seen: set[str] = set()
    for datum in data:
        if datum.row in seen:
            yield datum
        seen.add(datum.row)
