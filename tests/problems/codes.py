"""Every code of a problem that the program can print, found in its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from tests.support.paths import ROOT

#: The name that a problem's code has wherever one is handed on.
CODE = "check"


class Codes(Struct, frozen=True):
    """The codes with the places that print them, and the places whose code cannot be told from the
    source.
    """

    places: Mapping[str, tuple[str, ...]]
    untold: tuple[str, ...]


def codes_in_source(folder: Path = ROOT / "statsite") -> Codes:
    """The codes that modules below ``folder`` write: literal arguments for a field or parameter
    named ``check``.
    """
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))
    }
    makers = {
        f"{_module(path, folder)}.{name}": index
        for path, tree in trees.items()
        for name, index in _makers(tree)
    }
    places: dict[str, list[str]] = {}
    untold = list[str]()
    for path, tree in trees.items():
        for argument in _arguments(tree, makers, _module(path, folder)):
            where = f"{path.relative_to(folder.parent)}:{argument.lineno}"
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                places.setdefault(argument.value, []).append(where)
            elif not _is_handed_on(argument):
                untold.append(where)
    return Codes({code: tuple(found) for code, found in sorted(places.items())}, tuple(untold))


def _module(path: Path, folder: Path) -> str:
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _makers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Classes and functions that take a code, and which of their arguments it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [
                line.target.id
                for line in node.body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            ]
            made = next(
                (
                    line
                    for line in node.body
                    if isinstance(line, ast.FunctionDef) and line.name == "__init__"
                ),
                None,
            )
            names = _parameters(made) if made else fields
            if CODE in names:
                yield node.name, names.index(CODE)
        elif (
            isinstance(node, ast.FunctionDef)
            and node.name != "__init__"
            and CODE in _parameters(node)
        ):
            yield node.name, _parameters(node).index(CODE)


def _parameters(node: ast.FunctionDef) -> list[str]:
    return [one.arg for one in node.args.args if one.arg not in {"self", "cls"}]


def _arguments(tree: ast.Module, makers: Mapping[str, int], module: str) -> Iterator[ast.expr]:
    """The code that each call of a maker is given."""
    imported = {"self": module}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            imported |= {
                alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names
            }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        place = makers.get(_called(node.func, imported, module))
        if place is not None and not any(isinstance(one, ast.Starred) for one in node.args):
            given = dict(enumerate(node.args)).get(place)
            found_by_name = next(
                (keyword.value for keyword in node.keywords if keyword.arg == CODE), None
            )
            if (argument := given or found_by_name) is not None:
                yield argument


def _called(function: ast.expr, imported: Mapping[str, str], module: str) -> str:
    """The whole name of what is called: of this module, imported from another, of a module that is
    imported, or a method of the same object.
    """
    match function:
        case ast.Name(id=name):
            return imported.get(name, f"{module}.{name}")
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in imported:
            return f"{imported[owner]}.{name}"
        case _:
            return ""


def _is_handed_on(argument: ast.expr) -> bool:
    """Whether the code comes from a caller, or from a problem that another part made."""
    return (isinstance(argument, ast.Name) and argument.id == CODE) or (
        isinstance(argument, ast.Attribute) and argument.attr == CODE
    )
