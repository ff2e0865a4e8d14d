"""Compiled templates are kept beside Python's own compiled modules, for the same engine and text
alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import Environment

from statsite import loaded_program
from statsite.render import compiled_templates
from statsite.render.compiled_templates import CompiledTemplates
from statsite.render.environment import environment


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Python keeps compiled modules."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.delattr(Environment, "bytecode_cache")  # which tests share
    folder = Path(cache_from_source(compiled_templates.__file__)).parent
    folder.mkdir(parents=True)
    return folder


def shown(text: str, engine: str = "engine") -> tuple[str, bool]:
    """What a template shows, and whether it was compiled for that."""
    compiled = list[str]()
    templates = environment({"a": text}, compiled=CompiledTemplates(engine))
    compile_ = templates.compile

    def compiling(*told: object, **named: object) -> object:
        compiled.append("a")
        return compile_(*told, **named)  # type: ignore[call-overload]

    templates.compile = compiling  # type: ignore[method-assign,assignment]
    return templates.get_template("a").render(x="<"), bool(compiled)


def test_a_template_is_compiled_once_for_its_text_and_engine() -> None:
    assert shown("{{ x }}") == ("&lt;", True)
    assert shown("{{ x }}") == ("&lt;", False)
    assert shown("{{ x }}!") == ("&lt;!", True)
    assert shown("{{ x }}!", "other") == ("&lt;!", True)
    assert shown("{{ x }}!", "other") == ("&lt;!", False)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"root", b"toor")),
        lambda path: path.write_bytes(b""),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: path.unlink(),
    ],
)
def test_damaged_code_is_not_run(beside: Path, damage: Callable[[Path], object]) -> None:
    shown("{{ x }}")
    (path,) = beside.glob("template-*")
    damage(path)
    assert shown("{{ x }}") == ("&lt;", True)


def test_what_a_program_compiles_that_was_changed_since_it_was_loaded_is_not_kept(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_program, "LOADED_FROM", 0)
    assert shown("{{ x }}") == ("&lt;", True)
    assert list(beside.iterdir()) == []


def test_code_is_kept_only_where_python_keeps_its_own(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown("{{ x }}") == ("&lt;", True)
    assert list(beside.iterdir()) == []
    beside.rmdir()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert shown("{{ x }}") == ("&lt;", True)
    assert not beside.exists()
