"""A piece of YAML checked against its schema: a typed entry, or problems in clear words at
path:line:column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import ValidationError

from statsite.model import Reference
from statsite.problems import Location, Problem, did_you_mean
from statsite.read.field_errors import FIELD_ERRORS, FieldError
from statsite.read.fields import MOST_LISTED
from statsite.read.schema import MAPPING, TEXT, Entry
from statsite.read.text import shown
from statsite.read.unquoted_commas import merged_comma_problems
from statsite.read.yaml_tree import (
    MOST_PROBLEMS,
    Fields,
    Items,
    YamlNode,
    more_problems,
    plain,
    punctuation_hint,
)

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_E = TypeVar("_E", bound=Entry)

Steps = tuple[str | int, ...]


def read_entry(
    model: type[_E], node: YamlNode, languages: tuple[str, ...] | None, problems: list[Problem]
) -> _E | None:
    """``node`` as a ``model``, or None; what is wrong with it joins ``problems``."""
    try:
        return model.model_validate(plain(node), context={"languages": languages})
    except ValidationError as error:
        every = chain.from_iterable(
            _problems(detail, node, model) for detail in error.errors(include_url=False)
        )
        found = list(islice(every, MOST_PROBLEMS + 1))
        problems.extend(merged_comma_problems(found[:MOST_PROBLEMS], node))
        problems.extend(more_problems(node.location) for _ in found[MOST_PROBLEMS:])
        return None


def numbered_references(
    field: str, ids: Iterable[str], where: Mapping[str, Location]
) -> tuple[Reference, ...]:
    """References to the ``ids`` that a list ``field`` holds, ``where`` the tree has them."""
    return tuple(Reference(name, where[f"{field}.{index}"]) for index, name in enumerate(ids))


def nested_entry(annotation: Any) -> type[Entry] | None:  # noqa: ANN401 - an annotation may be anything
    """The entry that a field of type ``annotation`` holds, alone or in a list or map; None where it
    holds none.
    """
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next(filter(None, map(nested_entry, get_args(annotation))), None)


def _problems(detail: ErrorDetails, node: YamlNode, model: type[Entry]) -> Iterator[Problem]:
    steps = tuple(step for step in detail["loc"] if step not in {TEXT, MAPPING, "[key]"})
    if detail["type"] == FIELD_ERRORS:
        is_key = detail["loc"][-1:] == ("[key]",)
        for fault in detail["ctx"][FIELD_ERRORS]:
            yield _field_problem(fault, steps, node, is_key=is_key)
    else:
        yield _structural_problem(detail, steps, node, model)


def _field_problem(fault: FieldError, steps: Steps, node: YamlNode, *, is_key: bool) -> Problem:
    way = steps + fault.at
    return Problem(
        fault.check,
        _about(way, fault.message),
        _locate(node, way, on_key=fault.on_key or is_key),
        fault.hint,
    )


def _structural_problem(
    detail: ErrorDetails, steps: Steps, node: YamlNode, model: type[Entry]
) -> Problem:
    location = _locate(node, steps, on_key=False)
    match detail["type"]:
        case "missing":
            return Problem("field-missing", f"`{_name(steps)}` is missing", location)
        case "extra_forbidden":
            return _unknown_field(steps, node, model)
        case "model_type" | "dict_type":
            return _no_mapping(detail["input"], steps, location)
        case "list_type":
            return _no_list(detail["input"], steps, location)
        case "too_short" | "too_long" as amiss:
            return _wrong_length(amiss, steps, location)
        case other:
            return Problem("value-refused", _about(steps, f"{detail['msg']} ({other})"), location)


def _wrong_length(amiss: str, steps: Steps, location: Location) -> Problem:
    """``field-empty`` or ``list-too-long``: a list of nothing, or of more than one may hold."""
    if amiss == "too_short":
        return Problem("field-empty", _about(steps, "nothing is listed here"), location)
    return _too_long(steps, location)


def _too_long(steps: Steps, location: Location) -> Problem:
    message = f"more than {MOST_LISTED} things are listed here"
    hint = "leave out what is not needed, or divide what it is listed in"
    return Problem("list-too-long", _about(steps, message), location, hint)


def _no_mapping(written: object, steps: Steps, location: Location) -> Problem:
    message = _about(steps, f"keys and values are expected, not {_kind(written)}")
    return Problem("mapping-expected", message, location, _mapping_hint(written))


def _no_list(written: object, steps: Steps, location: Location) -> Problem:
    message = _about(steps, f"a list is expected, not {_kind(written)}")
    hint = "write `[…]`, or items that begin with `- `"
    return Problem("list-expected", message, location, hint)


def _unknown_field(steps: Steps, node: YamlNode, model: type[Entry]) -> Problem:
    for step in steps[:-1]:
        field = model.model_fields.get(str(step))
        model = (field and nested_entry(field.annotation)) or model
    name = str(steps[-1])
    hint = punctuation_hint(name) or did_you_mean(name, list(model.model_fields))
    return Problem(
        "field-unknown",
        f"{shown(name)} is not a field here",
        _locate(node, steps, on_key=True),
        hint,
    )


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


def _kind(value: object) -> str:
    if isinstance(value, str):
        return shown(value) if value.strip() else "nothing"
    return "a list" if isinstance(value, list) else "keys and values"


def _mapping_hint(value: object) -> str:
    return punctuation_hint(value) if isinstance(value, str) else ""
