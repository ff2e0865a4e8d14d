"""Measures that indicators share, and the places of areas in the grid of areas: how a site's
figures are to be looked through.
"""

from __future__ import annotations

from statsite.model import Measure, Reference, Tile
from statsite.problems import Problem
from statsite.read.entities import Languages, entries_by_id
from statsite.read.schema import MeasureEntry, TileEntry
from statsite.read.yaml_tree import YamlNode, places


def read_measures(
    root: YamlNode, languages: Languages, problems: list[Problem]
) -> dict[str, Measure]:
    """The measures that measures.yaml writes, by id; what is wrong joins ``problems``."""
    found = entries_by_id(MeasureEntry, root, languages, problems)
    return {name: _measure(name, entry, node) for name, entry, node in found}


def _measure(name: str, entry: MeasureEntry, node: YamlNode) -> Measure:
    at = dict(places(node))
    named = (
        Reference(one, at[f"indicators.{index}"]) for index, one in enumerate(entry.indicators)
    )
    return Measure(name, entry.title, entry.differs, tuple(named), node.location, at)


def read_tiles(root: YamlNode, languages: Languages, problems: list[Problem]) -> dict[str, Tile]:
    """The tiles that tiles.yaml writes, by the ids of their areas; what is wrong joins
    ``problems``.
    """
    found = entries_by_id(TileEntry, root, languages, problems)
    return {name: _tile(name, entry, node) for name, entry, node in found}


def _tile(name: str, entry: TileEntry, node: YamlNode) -> Tile:
    return Tile(name, entry.label, entry.column, entry.row, node.location, dict(places(node)))
