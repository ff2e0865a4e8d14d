"""The figures that articles print and the site leaves out on purpose, as content/ignored.yaml lists
them by source.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import Ignored, Reference
from statsite.problems import Problem
from statsite.read.entries import read_entry
from statsite.read.schema import IgnoredEntry
from statsite.read.yaml_tree import Fields, Items, YamlNode, places, until_too_many_problems


def read_ignored(root: YamlNode, problems: list[Problem]) -> dict[str, tuple[Ignored, ...]]:
    """The figures left out of each source, by its id; what is wrong joins ``problems``."""
    if not isinstance(root, Fields):
        problems.append(
            Problem(
                "mapping-expected",
                "ids of sources and lists are expected",
                root.location,
                "write `source: [{printed: …, reason: …}]`",
            )
        )
        return {}
    named = until_too_many_problems(root.fields.items(), root.location, problems)
    return {
        name: tuple(_entries(Reference(name, root.keys[name]), node, problems))
        for name, node in named
    }


def _entries(source: Reference, node: YamlNode, problems: list[Problem]) -> Iterator[Ignored]:
    if not isinstance(node, Items) or not node.items:
        message = f"a list is expected for `{source.id}`"
        hint = "write items that begin with `- printed: `"
        problems.append(Problem("list-expected", message, node.location, hint))
        return
    for item in until_too_many_problems(node.items, node.location, problems):
        entry = read_entry(IgnoredEntry, item, None, problems)
        if entry is not None:
            yield Ignored(
                source,
                entry.printed,
                entry.near,
                entry.line,
                entry.reason,
                item.location,
                dict(places(item)),
            )
