"""The releases of the site, as content/releases.yaml lists them."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.model import Release
from statsite.problems import Problem
from statsite.read.entries import numbered_references, read_entry
from statsite.read.schema import ReleaseEntry
from statsite.read.values import slug_error
from statsite.read.yaml_tree import Fields, YamlNode, places, until_too_many_problems


def read_releases(
    root: YamlNode, languages: tuple[str, ...] | None, problems: list[Problem]
) -> dict[str, Release]:
    """The releases, by id and in the order of the file; what is wrong joins ``problems``."""
    if not isinstance(root, Fields):
        problems.append(
            Problem(
                "mapping-expected",
                "ids of releases and their fields are expected",
                root.location,
                "write `id: {time: …, note: …}`",
            )
        )
        return {}
    named = until_too_many_problems(root.fields.items(), root.location, problems)
    return {
        name: release
        for name, node in named
        for release in _release(name, root, node, languages, problems)
    }


def _release(
    name: str,
    root: Fields,
    node: YamlNode,
    languages: tuple[str, ...] | None,
    problems: list[Problem],
) -> Iterator[Release]:
    fault = slug_error(name)
    if fault:
        problems.append(Problem(fault.check, fault.message, root.keys[name], fault.hint))
    entry = read_entry(ReleaseEntry, node, languages, problems)
    if entry is None or fault:
        return
    at = dict(places(node))
    yield Release(
        name,
        entry.time,
        entry.note,
        numbered_references("added", entry.added, at),
        numbered_references("changed", entry.changed, at),
        numbered_references("removed", entry.removed, at),
        node.location,
        at,
    )
