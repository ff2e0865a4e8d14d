"""Results that are made again only where something that they were made from is another.

What is made of a site is handed the site as ``Watched``: each part of it that is read then is noted
by the way that leads there. As long as what is at the end of all of these ways is the same, so is
what follows from it.
"""

from __future__ import annotations

import hashlib
import inspect
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, wraps
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

from msgspec import Struct

from statsite.fingerprint import Fingerprints, NoFingerprintError
from statsite.passed_checks import PassedChecks

_T = TypeVar("_T")
_A = TypeVar("_A")
_C = TypeVar("_C", bound=type)

#: A step of a way: an attribute by its name, or of what is there something else, told by a word:
#: what it has under a key, which keys it has, how many it holds, or what a function gives of it.
_Step = str | tuple[str, ...]

_KEYS, _COUNT = ("keys",), ("count",)
_KEY, _MADE = "key", "made"
#: The number of no way, from which the first step leads to an object by its name.
_NOTHING = -1


class _Absent:
    """What is under a key that there is not."""


_ABSENT = _Absent()

#: The classes of whose objects each part that is read counts by itself.
_OPEN = set[type]()
#: The functions that are made once for an object, by their names.
_MADE_ONCE: dict[str, Callable[[Any], object]] = {}


def read_in_parts(kind: _C) -> _C:
    """Mark a class: of its objects each attribute counts by itself, and its methods and properties
    by what they read; of any other object that is read all counts.
    """
    _OPEN.add(kind)
    return kind


def made_once(function: Callable[[_A], _T]) -> Callable[[_A], _T]:
    """A ``function`` of one object of a site, which equals itself alone; its answers for the last
    two are kept.
    """
    kept: Callable[[Any], _T] = lru_cache(maxsize=2)(function)
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once(of: _A) -> _T:
        return of.through(name, kept) if isinstance(of, Watched) else kept(of)

    _MADE_ONCE[name] = once
    return once


class Watched:
    """An object of which is noted what is read: its fields and what it keeps as parts, its methods
    and properties by what they read in turn.
    """

    __slots__ = ("__known", "__of", "__results", "__way")
    #: No cache can take it for the object itself.
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, of: object, way: int, results: Results) -> None:
        self.__of, self.__way, self.__results = of, way, results
        self.__known = dict[str, tuple[int, Any]]()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the object has
        known = self.__known.get(name)
        if known is not None:
            self.__results.note(known[0])
            return known[1]
        kind: Any = type(self.__of)
        found = _of_class(kind, name)
        if isinstance(found, FunctionType):
            return MethodType(found, self)
        if isinstance(found, property):
            return found.fget(self)  # type: ignore[misc] # no property is without
        return self.__shown(name, name, lambda: getattr(self.__of, name))

    def __reduce__(self) -> tuple[Callable[[object], object], tuple[object]]:
        """In another process it is the object itself: nothing is kept there."""
        return _itself, (self.__of,)

    def through(self, name: str, function: Callable[[Any], _T]) -> _T:
        """What a ``function`` of that ``name``, which is made once, gives of the object."""
        known = self.__known.get(name)
        if known is not None:
            self.__results.note(known[0])
            return cast("_T", known[1])
        return cast("_T", self.__shown(name, (_MADE, name), lambda: function(self.__of)))

    def __shown(self, name: str, step: _Step, get: Callable[[], object]) -> object:
        """What a step leads to, as it is to be read; kept, since no object changes."""
        way = self.__results.number(self.__way, step)
        known = self.__results.shown(way, self.__results.aside(get))
        self.__known[name] = known
        self.__results.note(known[0])
        return known[1]


def _itself(of: object) -> object:
    return of


@cache
def _of_class(kind: type, name: str) -> object:
    """What a class has by that name; None where it has nothing."""
    return inspect.getattr_static(kind, name, None)


class _WatchedMapping(Mapping[Any, Any]):
    """A mapping of which is noted which keys are looked at."""

    __slots__ = ("_numbers", "_of", "_results", "_way")

    def __init__(self, of: Mapping[Any, Any], way: int, results: Results) -> None:
        self._of, self._way, self._results = of, way, results
        self._numbers = dict[object, int]()

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401 - whatever it holds
        self._note_key(key)
        return self._of[key]

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401 - as above
        self._note_key(key)
        return self._of.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note_key(key)
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._note(_KEYS)
        return iter(self._of)

    def __len__(self) -> int:
        self._note(_KEYS)
        return len(self._of)

    def values(self) -> Any:  # noqa: ANN401 - a view, as that of the mapping
        self._note(None)
        return self._of.values()

    def items(self) -> Any:  # noqa: ANN401 - a view, as that of the mapping
        self._note(None)
        return self._of.items()

    def _note_key(self, key: object) -> None:
        """Note what is under a key; where that is no text nor several, the whole counts."""
        if type(key) is str:
            number = self._numbers.get(key)
            if number is None:
                number = self._numbers[key] = self._results.number(self._way, (_KEY, key))
            self._results.note(number)
        elif type(key) is tuple and all(type(part) is str for part in key):
            self._note((_KEY, *key))
        else:
            self._note(None)

    def _note(self, step: _Step | None) -> None:
        """Note that what a step leads to is read; without one, the whole."""
        self._results.note(self._results.number(self._way, step) if step else self._way)


class _Result(Struct, frozen=True):
    """What was made, and the numbers of the ways that were read for it."""

    value: object
    reads: frozenset[int]


class _Ways(Struct, frozen=True):
    """The ways that were ever taken, by their numbers, which all builds share: each is a step from
    the end of another one.
    """

    numbers: dict[tuple[int, _Step], int] = {}
    steps: list[tuple[int, _Step]] = []

    def number(self, way: int, step: _Step) -> int:
        """The number of a ``way`` with a further ``step``."""
        whole = way, step
        found = self.numbers.get(whole)
        if found is None:
            found = self.numbers[whole] = len(self.steps)
            self.steps.append(whole)
        return found


#: What something was made of, and what was made.
_MadeOf = tuple[tuple[object, ...], object]


class _Kept(Struct, frozen=True):
    """What a build keeps for the next one: its results and what was ``made`` of certain objects, by
    their names, and what was at the ends of ways, by their numbers, with its digest.
    """

    results: dict[str, _Result] = {}
    made: dict[str, _MadeOf] = {}
    told: dict[int, tuple[object, bytes]] = {}


class Results:
    """The results of one build, those of the build ``before`` wherever these still hold.

    Where ``is_kept`` is false, nothing is watched nor kept but what ``passed`` checks.
    """

    def __init__(
        self,
        before: _Kept | None = None,
        fingerprints: Fingerprints | None = None,
        ways: _Ways | None = None,
        *,
        is_kept: bool = True,
        passed: PassedChecks | None = None,
    ) -> None:
        self.is_kept = is_kept
        self.passed = passed or PassedChecks()
        self._before, self._now = before or _Kept(), _Kept()
        self._fingerprints = fingerprints or Fingerprints()
        self._ways = ways or _Ways()
        self.number = self._ways.number
        self._roots: dict[str, object] = {}
        self._names: dict[int, str] = {}
        self._ends: dict[int, object] = {}
        self._same: set[int] = set()
        self._reading: list[dict[int, None]] = []

    def __reduce__(self) -> tuple[Callable[[], Results], tuple[()]]:
        """In another process nothing is kept."""
        return _not_kept, ()

    def following(self) -> Results:
        """The results of the next build, which takes over what still holds of these."""
        return Results(self._now, self._fingerprints.following(), self._ways)

    def watched(self, name: str, of: _T) -> _T:
        """The object ``of`` as it is to be read for results; it has one ``name`` in every build."""
        if not self.is_kept:
            return of
        self._roots[name], self._names[id(of)] = of, name
        return cast("_T", Watched(of, self.number(_NOTHING, name), self))

    def of(self, name: str, make: Callable[[], _T]) -> _T:
        """The result of that ``name``, which ``make`` makes of nothing but what is watched and what
        never changes.
        """
        if not self.is_kept:
            return make()
        found = self._before.results.get(name)
        if found is None or not self._still_holds(found):
            found = self._made(make)
        self._now.results[name] = found
        if self._reading:  # a result that another one is made of
            self._reading[-1].update(dict.fromkeys(found.reads))
        return cast("_T", found.value)

    def made_of(self, name: str, of: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """The result of that ``name``, which ``make`` makes of nothing but what is ``of``: the same
        as before where that is the same objects, or texts that say the same.
        """
        if not self.is_kept:
            return make()
        found = self._before.made.get(name)
        if found is None or not _are_same(of, found[0]):
            found = of, make()
        self._now.made[name] = found
        return cast("_T", found[1])

    def aside(self, make: Callable[[], _T]) -> _T:
        """What ``make`` gives; what it reads is not noted."""
        self._reading.append({})
        try:
            return make()
        finally:
            self._reading.pop()

    def _made(self, make: Callable[[], object]) -> _Result:
        reads = dict[int, None]()
        self._reading.append(reads)
        try:
            value = make()
        finally:
            self._reading.pop()
        for number in reads:
            self._look_at(number)
        return _Result(value, frozenset(reads))

    def note(self, number: int) -> None:
        """Note that what is at the end of the way of a ``number`` is read."""
        if self._reading and number != _NOTHING:
            self._reading[-1][number] = None

    def shown(self, way: int, value: object) -> tuple[int, object]:
        """The ``value`` at the end of a ``way`` as it is to be read, and the number of the way that
        is to be noted each time.
        """
        if isinstance(value, Results):
            return _NOTHING, value
        if type(value) in _OPEN:
            return _NOTHING, Watched(value, self._shortest(way, value), self)
        if isinstance(value, Mapping):
            return _NOTHING, _WatchedMapping(value, way, self)
        if isinstance(value, tuple) and value and all(type(part) in _OPEN for part in value):
            parts = (
                self.shown(self.number(way, (_KEY, str(at))), one) for at, one in enumerate(value)
            )
            return self.number(way, _COUNT), tuple(part for _, part in parts)
        return way, value

    def _shortest(self, way: int, value: object) -> int:
        """The way to a ``value``: by its own name, if it has one."""
        name = self._names.get(id(value))
        return way if name is None else self.number(_NOTHING, name)

    def _still_holds(self, result: _Result) -> bool:
        """Whether what is at the ends of all ways that a result was read by is as in the build
        before, in which it held.
        """
        unknown = result.reads - self._same
        return all(map(self._look_at, unknown))

    def _look_at(self, number: int) -> bool:
        """Whether what is at the end of a way is as in the build before; what it is now is kept for
        the next build.
        """
        if number in self._same:
            return True
        known, now = self._before.told.get(number), self._now.told.get(number)
        if now is None:
            now = self._now.told[number] = self._end_and_digest(number, known)
        if known is None or known[1] != now[1]:
            return False
        self._same.add(number)
        return True

    def _end_and_digest(
        self, number: int, known: tuple[object, bytes] | None
    ) -> tuple[object, bytes]:
        """What is at the end of a way with its digest: the one ``known`` of the build before where
        that is the same object, since none changes; where it cannot be told, like nothing before.
        """
        try:
            end = self._end(number)
            if known is not None and known[0] is end:
                return known
            return end, hashlib.sha256(self._told(end)).digest()
        except (NoFingerprintError, AttributeError, LookupError):
            return None, os.urandom(32)

    def _told(self, value: object) -> bytes:
        return b"absent" if value is _ABSENT else self._fingerprints.told(value)

    def _end(self, number: int) -> object:
        """What is at the end of the way of a ``number``."""
        if number not in self._ends:
            way, step = self._ways.steps[number]
            self._ends[number] = (
                self._roots[cast("str", step)] if way == _NOTHING else _next(self._end(way), step)
            )
        return self._ends[number]


def _not_kept() -> Results:
    return NOT_KEPT


#: Of a build of which nothing is kept for another.
NOT_KEPT = Results(is_kept=False)


def _are_same(these: tuple[object, ...], those: tuple[object, ...]) -> bool:
    """Whether two tuples hold the same objects, or texts that say the same."""
    return len(these) == len(those) and all(
        one is other or (type(one) is str and type(other) is str and one == other)
        for one, other in zip(these, those, strict=True)
    )


def _next(here: Any, step: _Step) -> object:  # noqa: ANN401 - whatever a way leads through
    """What a ``step`` leads to."""
    match step:
        case str():
            return getattr(here, step)
        case ("keys",):
            return tuple(here)
        case ("count",):
            return len(here)
        case ("made", name):
            return _MADE_ONCE[name](here)
        case (_, *key) if isinstance(here, tuple):
            return here[int(key[0])]
        case (_, *key):
            return here.get(key[0] if len(key) == 1 else tuple(key), _ABSENT)
    raise LookupError(step)
