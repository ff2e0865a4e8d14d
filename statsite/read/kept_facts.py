"""What a site said when it was last read, but for its texts: reading it again takes longer than all
else that a build of a changed text does.

It is kept as JSON, a list of values each of which names those before it that it holds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from statsite import expressions, model, periods, problems, quantity
from statsite.disk import read_regular, write_whole
from statsite.fingerprint import attributes_of
from statsite.grammar import pieces, printed
from statsite.loaded_program import is_as_loaded
from statsite.model import WrittenSite
from statsite.sealed import sealed, unsealed

#: The largest file that is read, in bytes; all that may be written of a site takes a part of it.
_LARGEST = 256 * 1024 * 1024
#: Of a site of more figures the values that are told would take more memory than the site itself,
#: and reading is a small part of what builds of it do.
MOST_FIGURES_KEPT = 10_000

#: The modules whose dataclasses and enumerations a site is made of.
_MODULES: tuple[ModuleType, ...] = (
    expressions, model, periods, pieces, printed, problems, quantity,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """The facts of the last site that was read without a problem in them, in the file at ``path``,
    by the ``engine`` of this fingerprint; without a path, nothing is kept.
    """

    path: Path | None = None
    engine: str = ""

    @property
    def is_there(self) -> bool:
        """Whether anything is kept."""
        return self.path is not None and self.path.is_file()

    def get(self, digest: str) -> WrittenSite | None:
        """The site without its texts that was read from facts of this ``digest``
        (``WrittenSite.facts``); None where another one was kept, or what is kept is damaged.
        """
        if self.path is None:
            return None
        with suppress(OSError):
            kept = read_regular(self.path, _LARGEST, owner=os.geteuid())
            told = unsealed(kept, self._read_from(digest))
            if told is not None:
                site: WrittenSite = _value_of(json.loads(told))
                return site
        return None

    def put(self, site: WrittenSite) -> None:
        """Keep what a ``site`` says but for its texts, unless it is too large or the program was
        changed since it was loaded.
        """
        if self.path is None or len(site.observations) > MOST_FIGURES_KEPT or not is_as_loaded():
            return
        values = _Values()
        values.number(replace(site, topics={}, pages={}, texts={}, digest=""))
        told = json.dumps(values.told, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            kept = sealed(told, self._read_from(site.facts))
            write_whole(self.path, kept, is_lasting=False, is_private=True)

    def _read_from(self, digest: str) -> str:
        """What facts of a ``digest`` were read from, and by what."""
        return f"{self.engine}\0{digest}"


#: Where nothing is kept.
NO_FACTS = KeptFacts()


@dataclass(slots=True)
class _Values:
    """Values as JSON tells them: a text as it is; any other as the name of its kind and the numbers
    of the values that it holds, or nothing, true or false.
    """

    told: list[Any] = field(default_factory=list)
    _texts: dict[str, int] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _held: list[object] = field(default_factory=list)

    def number(self, value: object) -> Any:  # noqa: ANN401 - a number, or what JSON tells as it is
        """The number of a value, which is told if it was not. Raises KeyError where no site is made
        of it.
        """
        if value is None or value is True or value is False:
            return value
        if type(value) is str:
            return self._number_of_text(value)
        known = self._numbers.get(id(value))
        if known is None:
            name, parts_of = _opening(type(value))
            parts = [self.number(part) for part in parts_of(value)]
            known = self._numbers[id(value)] = self._add([name, *parts])
            self._held.append(value)  # so that no other one gets its id
        return known

    def _number_of_text(self, text: str) -> int:
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = self._add(text)
        return known

    def _add(self, told: object) -> int:
        self.told.append(told)
        return len(self.told) - 1


#: What kinds of values are called that hold others, or that a text tells, and what each holds.
_OPENED: dict[type, tuple[str, Callable[[Any], Iterable[object]]]] = {
    tuple: ("tuple", iter),
    list: ("list", iter),
    frozenset: ("set", iter),
    dict: ("mapping", lambda value: chain.from_iterable(value.items())),
    int: ("int", lambda value: (str(value),)),
    Fraction: ("fraction", lambda value: (str(value),)),
}


def _opening(kind: type) -> tuple[str, Callable[[Any], Iterable[object]]]:
    """What a kind is called, and what tells its parts. Raises KeyError."""
    found = _OPENED.get(kind)
    if found is None:
        name = f"{kind.__module__}.{kind.__qualname__}"
        found = _OPENED[kind] = (name, _telling(_KINDS[name]))
    return found


def _telling(kind: Any) -> Callable[[Any], Iterable[object]]:  # noqa: ANN401 - any dataclass or enumeration
    """What tells the parts of values of a kind."""
    if issubclass(kind, Enum):
        return lambda value: (value.name,)
    return attributes_of([one.name for one in _given(kind)])


def _given(kind: Any) -> list[Field[Any]]:  # noqa: ANN401 - any dataclass
    """The fields that make a value of a kind, those that are given by name last, as it takes
    them.
    """
    return sorted((one for one in fields(kind) if one.init), key=lambda one: bool(one.kw_only))


def _value_of(told: list[Any]) -> Any:  # noqa: ANN401 - the last of the values
    """The last of the values that are ``told``."""
    values, made = list[Any](), _MADE
    for one in told:
        if type(one) is str:
            values.append(one)
        else:
            parts = [values[part] if type(part) is int else part for part in one[1:]]
            values.append(made[one[0]](parts))
    return values[-1]


def _kinds() -> Iterator[tuple[str, Any]]:
    for module in _MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum)):
                yield f"{kind.__module__}.{kind.__qualname__}", kind


_KINDS: dict[str, Any] = dict(_kinds())


def _making(kind: Any) -> Callable[[list[Any]], Any]:  # noqa: ANN401 - of any kind
    if issubclass(kind, Enum):
        return lambda parts: kind[parts[0]]
    given = _given(kind)
    by_place = sum(not one.kw_only for one in given)
    names = [one.name for one in given[by_place:]]
    if not names:
        return lambda parts: kind(*parts)
    return lambda parts: kind(*parts[:by_place], **dict(zip(names, parts[by_place:], strict=True)))


#: What makes a value of a kind of its parts.
_MADE: dict[str, Callable[[list[Any]], Any]] = {
    "tuple": tuple,
    "list": list,
    "set": frozenset,
    "mapping": lambda parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    "int": lambda parts: int(parts[0]),
    "fraction": lambda parts: Fraction(parts[0]),
    **{name: _making(kind) for name, kind in _kinds()},
}
