"""A piece of YAML checked against its schema: a typed entry, or problems in clear words at
path:line:column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from statsite.model import Reference
from statsite.problems import Location, Problem
from statsite.read.declarations import Entry
from statsite.read.field_errors import FieldError, Refused
from statsite.read.text import shown
from statsite.read.unquoted_commas import merged_comma_problems
from statsite.read.yaml_tree import (
    MOST_PROBLEMS,
    Fields,
    Items,
    YamlNode,
    more_problems,
    plain,
)

_E = TypeVar("_E", bound=Entry)

Steps = tuple[str | int, ...]


def read_entry(
    model: type[_E], node: YamlNode, languages: tuple[str, ...] | None, problems: list[Problem]
) -> _E | None:
    """``node`` as a ``model``, or None; what is wrong with it joins ``problems``."""
    try:
        return model.read(plain(node), languages)
    except Refused as why:
        found = [_problem(fault, node) for fault in why.faults[:MOST_PROBLEMS]]
        problems.extend(merged_comma_problems(found, node))
        if len(why.faults) > MOST_PROBLEMS:
            problems.append(more_problems(node.location))
        return None


def numbered_references(
    field: str, ids: Iterable[str], where: Mapping[str, Location]
) -> tuple[Reference, ...]:
    """References to the ``ids`` that a list ``field`` holds, ``where`` the tree has them."""
    return tuple(Reference(name, where[f"{field}.{index}"]) for index, name in enumerate(ids))


def _problem(fault: FieldError, node: YamlNode) -> Problem:
    location = _locate(node, fault.at, on_key=fault.on_key)
    return Problem(fault.check, _message(fault), location, fault.hint)


def _message(fault: FieldError) -> str:
    """What is wrong, with the name of the field."""
    match fault:
        case FieldError(check="field-missing", message=""):
            return f"`{_name(fault.at)}` is missing"
        case FieldError(check="field-unknown"):
            return f"{shown(str(fault.at[-1]))} is not a field here"
        case _:
            return _about(fault.at, fault.message)


def _locate(node: YamlNode, steps: Steps, *, on_key: bool) -> Location:
    """Where ``steps`` lead from ``node``, as far as they lead; ``on_key`` asks for the key of the
    last.
    """
    location = node.location
    for step in steps:
        below = _below(node, step)
        if below is None:
            return location
        location = node.keys[str(step)] if on_key and isinstance(node, Fields) else below.location
        node = below
    return location


def _below(node: YamlNode, step: str | int) -> YamlNode | None:
    if isinstance(node, Fields):
        return node.fields.get(str(step))
    return _item(node, step) if isinstance(node, Items) and isinstance(step, int) else None


def _item(node: Items, place: int) -> YamlNode | None:
    return node.items[place] if place < len(node.items) else None


def _name(steps: Steps) -> str:
    return ".".join(str(step) for step in steps)


def _about(steps: Steps, message: str) -> str:
    return f"{shown(_name(steps))}: {message}" if steps else message
