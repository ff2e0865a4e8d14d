"""What is wrong in the content: a value with a place, never an exception."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from statsite.values import replace


class Severity(StrEnum):
    """How bad: an error stops the build; a warning stops it only under ``--strict``; a notice
    never: it is there to be acted on in time.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Location(Struct, frozen=True, order=True):
    """A place in a content file: path relative to the site's folder, line and column counted from 1
    in characters.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of ``offset`` in ``text``."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line of ``text`` begins; kept, since one text may have many problems."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


_LINE_END = re.compile("\n")


class Problem(Struct, frozen=True):
    """One thing wrong in the content.

    ``check`` is a stable slug shared by messages, tests and documents; ``hint`` says what to do
    about it, or is empty.
    """

    check: str
    message: str
    location: Location
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.location}: {self.severity.value}: {self.message}{hint} [{self.check}]"

    def as_json(self) -> dict[str, str | int]:
        """The object that ``check --format json`` prints."""
        return {
            "check": self.check,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            "path": self.location.path,
            "line": self.location.line,
            "column": self.location.column,
        }


def from_json(told: object) -> Problem:
    """The problem that ``Problem.as_json`` told.

    Raises ValueError where it is another thing.
    """
    match told:
        case {
            "check": str(check),
            "severity": str(severity),
            "message": str(message),
            "hint": str(hint),
            "path": str(path),
            "line": int(line),
            "column": int(column),
        }:
            location = Location(path, line, column)
            return Problem(check, message, location, hint, Severity(severity))
    raise ValueError("not a problem")


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of ``problems`` that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """``problems`` as they are listed: errors before warnings before notices, each sort
    by place.
    """
    worst_first = list(Severity)
    return tuple(
        sorted(
            problems, key=lambda p: (worst_first.index(p.severity), p.location, p.check, p.message)
        )
    )


#: How many problems of one kind in one file are told one by one.
MOST_OF_A_KIND = 50


def abridged(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """``problems`` with those of one kind in one file that are too many told in one, at the first
    of them that is left out.
    """
    groups = defaultdict[tuple[str, str, Severity], list[Problem]](list)
    for problem in problems:
        groups[problem.location.path, problem.check, problem.severity].append(problem)
    told = [one for group in groups.values() for one in group[:MOST_OF_A_KIND]]
    rest = [group[MOST_OF_A_KIND:] for group in groups.values() if len(group) > MOST_OF_A_KIND]
    return in_order([*told, *map(_and_more, rest)])


def _and_more(problems: Sequence[Problem]) -> Problem:
    message = f"and {len(problems)} more of this kind in this file"
    return replace(problems[0], message=message, hint="`check --format json` lists them all")


_LONGEST_NAME = 80
_NAMES_SHOWN = 6


def closest(name: str, known: Collection[str]) -> str | None:
    """What ``name`` was probably meant to be, or None if nothing known is like it."""
    close = difflib.get_close_matches(name[:_LONGEST_NAME].casefold(), known, n=1)
    return close[0] if close else None


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint that names what ``name`` was probably meant to be, or what is known; empty if nothing
    is.
    """
    return suggested(name, known) or (f"known: {first_names(known)}" if known else "")


def suggested(name: str, known: Collection[str]) -> str:
    """A hint that names what ``name`` was probably meant to be; empty if nothing known is like
    it.
    """
    close = closest(name, known)
    return suggestion(close) if close else ""


def suggestion(meant: str) -> str:
    """The hint that something was probably ``meant``."""
    return f"did you mean `{meant}`?"


def first_names(names: Collection[str]) -> str:
    """The first few of ``names``, for a hint."""
    listed = ", ".join(f"`{one}`" for one in list(names)[:_NAMES_SHOWN])
    return f"{listed}, …" if len(names) > _NAMES_SHOWN else listed
