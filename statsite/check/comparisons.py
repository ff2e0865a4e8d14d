"""What is to be compared can be compared, and the grid of areas has one area at a place."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.check.references import named_again
from statsite.model import Indicator, Measure, Site, Tile
from statsite.problems import Problem, Severity


def measures_compare(site: Site) -> Iterator[Problem]:
    """``measure-repeated``: an indicator twice in a measure; ``measure-single``: one figure alone,
    with nothing beside it.
    """
    for measure in site.measures.values():
        yield from _repeated(measure)
        yield from _single(site, measure)


def _repeated(measure: Measure) -> Iterator[Problem]:
    for named in named_again(measure.indicators):
        message = f"`{named.id}` stands in measure `{measure.id}` already"
        yield Problem("measure-repeated", message, named.location, "name it once")


def _single(site: Site, measure: Measure) -> Iterator[Problem]:
    counts = _counts(site, measure)
    if None not in counts and sum(filter(None, counts)) <= 1:
        yield _nothing_beside(measure)


def _counts(site: Site, measure: Measure) -> list[int | None]:
    """How many figures each indicator of a measure has; None for one that is not there, which is
    told as an unknown id, or lost.
    """
    names = {named.id for named in measure.indicators}
    return [_count(site.indicators.get(name)) for name in names]


def _count(indicator: Indicator | None) -> int | None:
    return len(indicator.observations) if indicator else None


def _nothing_beside(measure: Measure) -> Problem:
    message = f"measure `{measure.id}` has one figure: there is nothing to compare it with"
    hint = "name another indicator that measures the same, or remove the measure"
    return Problem("measure-single", message, measure.location, hint, Severity.WARNING)


def tiles_stand_apart(site: Site) -> Iterator[Problem]:
    """``tiles-overlap``: two areas at one place of the grid."""
    first = dict[tuple[int, int], Tile]()
    for tile in site.tiles.values():
        other = first.setdefault((tile.column, tile.row), tile)
        if other is not tile:
            yield _overlap(tile, other.id)


def _overlap(tile: Tile, other: str) -> Problem:
    message = f"`{other}` stands in column {tile.column}, row {tile.row} already"
    return Problem("tiles-overlap", message, tile.location, "give it a place of its own")
