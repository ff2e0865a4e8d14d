"""The figures that articles print and the site leaves out on purpose, as content/ignored.yaml lists them by source."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import Ignored, Reference
from statsite.problems import Problem
from statsite.read.entries import read_entry
from statsite.read.schema import IgnoredEntry
from statsite.read.yamltree import Fields, Items, Node, places, until_flooded


def read_ignored(root: Node, problems: list[Problem]) -> dict[str, tuple[Ignored, ...]]:
    """The figures left out of each source, by its id; what is wrong joins ``problems``."""
    if not isinstance(root, Fields):
        problems.append(Problem("mapping-expected", "ids of sources and lists are expected", root.where, "write `source: [{printed: …, reason: …}]`"))
        return {}
    named = until_flooded(root.fields.items(), root.where, problems)
    return {name: tuple(_entries(Reference(name, root.keys[name]), node, problems)) for name, node in named}


def _entries(source: Reference, node: Node, problems: list[Problem]) -> Iterator[Ignored]:
    if not isinstance(node, Items) or not node.items:
        problems.append(Problem("list-expected", f"a list is expected for `{source.id}`", node.where, "write items that begin with `- printed: `"))
        return
    for item in until_flooded(node.items, node.where, problems):
        entry = read_entry(IgnoredEntry, item, None, problems)
        if entry is not None:
            yield Ignored(source, entry.printed, entry.near, entry.line, entry.reason, item.where, dict(places(item)))
