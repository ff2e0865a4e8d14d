"""What is to be compared can be compared, and the grid of areas has one area at a place."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import Measure, Site
from statsite.problems import Problem, Severity


def measures_compare(site: Site) -> Iterator[Problem]:
    """``measure-repeated``: an indicator twice in a measure; ``measure-single``: one figure alone,
    with nothing beside it.
    """
    for measure in site.measures.values():
        yield from _repeated(measure)
        yield from _single(site, measure)


def _repeated(measure: Measure) -> Iterator[Problem]:
    seen = set[str]()
    for named in measure.indicators:
        if named.id in seen:
            message = f"`{named.id}` stands in measure `{measure.id}` already"
            yield Problem("measure-repeated", message, named.location, "name it once")
        seen.add(named.id)


def _single(site: Site, measure: Measure) -> Iterator[Problem]:
    indicators = [site.indicators.get(name) for name in {named.id for named in measure.indicators}]
    if None in indicators:
        return  # told as an unknown id, or lost
    if sum(len(indicator.observations) for indicator in indicators if indicator) <= 1:
        message = f"measure `{measure.id}` has one figure: there is nothing to compare it with"
        hint = "name another indicator that measures the same, or remove the measure"
        yield Problem("measure-single", message, measure.location, hint, Severity.WARNING)


def tiles_stand_apart(site: Site) -> Iterator[Problem]:
    """``tiles-overlap``: two areas at one place of the grid."""
    taken = dict[tuple[int, int], str]()
    for tile in site.tiles.values():
        other = taken.setdefault((tile.column, tile.row), tile.id)
        if other != tile.id:
            message = f"`{other}` stands in column {tile.column}, row {tile.row} already"
            yield Problem("tiles-overlap", message, tile.location, "give it a place of its own")
