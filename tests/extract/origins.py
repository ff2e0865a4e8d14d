"""How often drafted periods are right by where they come from, and what marking by that would do:
``python -m tests.extract.origins [FOLDER ...]``.

Nothing is marked here for its origin alone. For every origin it prints how many periods there are,
how many of them are right, and the same of those without any other mark. Then each folder is left
out in turn: the origins that are right often enough in all others go unmarked in it, and its line
says how many of those are right, and which share of its right periods would be marked.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from unittest import mock

import click
from msgspec import Struct

from statsite.extract import attributes
from statsite.extract.extraction import extract_text
from statsite.extract.origins import RELIABLE, Origin
from tests.extract.scoring import articles, folders, listed, pairs, told_of

#: The least share of right ones with which an origin may go unmarked.
_OFTEN_ENOUGH = 0.95
_OPEN = "none: left open"


class Drafted(Struct, frozen=True):
    """A drafted period, which may be left open: its folder, its origin, whether it is what is
    listed, and whether it is marked.
    """

    folder: str
    origin: str
    is_right: bool
    is_marked: bool


def drafted_periods(paths: Iterable[Path]) -> Iterator[Drafted]:
    """The periods that are drafted for the listed quantities of the articles ``paths``, none of
    them marked for its origin.
    """
    for path in paths:
        text = path.read_text(encoding="utf-8-sig")
        wanted = listed(text, path.with_suffix(".yaml").read_text(encoding="utf-8"))
        with mock.patch.object(attributes, "RELIABLE", frozenset(Origin)):
            found = extract_text(text)
        told = list(map(told_of, found))
        origins = {id(one): quantity.origin for one, quantity in zip(told, found, strict=True)}
        for one, other in pairs(wanted, told):
            origin = origins[id(other)]
            name = origin.value if origin else _OPEN
            is_right, is_marked = one.same(other, "period"), other.leaves_open("period")
            yield Drafted(path.parent.name, name, is_right, is_marked)


def reliable_origins(periods: Iterable[Drafted]) -> frozenset[str]:
    """The origins whose periods are right often enough where nothing else marks them."""
    by_origin = _by_origin(one for one in periods if not one.is_marked)
    often = [name for name, ones in by_origin.items() if _right(ones) >= _OFTEN_ENOUGH]
    return frozenset(often)


def _by_origin(periods: Iterable[Drafted]) -> Mapping[str, list[Drafted]]:
    grouped: dict[str, list[Drafted]] = defaultdict(list)
    for one in periods:
        grouped[one.origin].append(one)
    return grouped


def _right(periods: Sequence[Drafted]) -> float:
    """The share of periods that are right; 1 where there are none."""
    return sum(one.is_right for one in periods) / len(periods) if periods else 1.0


def _row(name: str, ones: Sequence[Drafted]) -> str:
    """One origin: what there is of it, and of it without a mark."""
    unmarked = [one for one in ones if not one.is_marked]
    return (
        f"{name:<56}{len(ones):>6}{_right(ones):>8.1%}{len(unmarked):>10}{_right(unmarked):>8.1%}"
    )


def _left_out(folder: str, periods: Sequence[Drafted]) -> str:
    """What the origins that are reliable in all other folders make of ``folder``."""
    trusted = reliable_origins(one for one in periods if one.folder != folder)
    here = [one for one in periods if one.folder == folder]
    unmarked = [one for one in here if one.origin in trusted and not one.is_marked]
    right = sum(one.is_right for one in here)
    asserted = sum(one.is_right for one in here if one.origin != _OPEN)
    share = (asserted - sum(one.is_right for one in unmarked)) / max(1, right)
    return f"{folder:<56}{len(unmarked):>6}{_right(unmarked):>8.1%}{share:>10.1%}"


def main(arguments: Sequence[str]) -> None:
    """Print the table of origins of some folders, or of all."""
    parser = argparse.ArgumentParser(
        description="Count how often drafted periods are right, by where they come from."
    )
    parser.add_argument("folder", nargs="*", type=Path, help="folders with NAME.txt and NAME.yaml")
    chosen = parser.parse_args(arguments).folder or folders()
    periods = list(drafted_periods(path for folder in chosen for path in articles(folder)))
    click.echo(f"{'origin':<56}{'count':>6}{'right':>8}{'unmarked':>10}{'right':>8}")
    for name, ones in sorted(_by_origin(periods).items(), key=lambda item: -len(item[1])):
        click.echo(_row(name, ones))
    click.echo(f"goes unmarked: {', '.join(sorted(one.value for one in RELIABLE))}")
    click.echo(f"\n{'left out':<56}{'kept':>6}{'right':>8}{'marked':>10}")
    for folder in chosen:
        click.echo(_left_out(folder.name, periods))


if __name__ == "__main__":
    main(sys.argv[1:])
