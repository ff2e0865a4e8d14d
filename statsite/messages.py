r"""Everything the program says, in every format: one function writes it, and what it writes can
neither steer a terminal nor give a CI a command.

A title, an id, the name of a file or branch may have been written by a stranger. Control characters
and others that nobody can see are shown as ``\uXXXX``, which JSON reads as the character itself; so
are the beginnings of the commands that CI services look for in a log.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
import re
import sys
from collections.abc import Iterable
from typing import TextIO

from statsite.characters import (
    BIDI,
    CONTROLS,
    FORMAT_SIGNS,
    INVISIBLE,
    LINE_SEPARATORS,
    NONCHARACTERS,
    PRIVATE_USE,
    SELECTORS,
    SURROGATES,
    TAGS,
)
from statsite.disk import os_error_reason
from statsite.problems import Problem, abridged

#: The longest message, in characters: a value of the content that is quoted in one may be a whole
#: file.
LONGEST_MESSAGE = 1000

#: What nobody sees and no terminal should be sent. Not the spaces, which are text.
_HIDDEN = re.compile(
    f"[\t{CONTROLS}{BIDI}{SURROGATES}{LINE_SEPARATORS}{TAGS}{NONCHARACTERS}{PRIVATE_USE}{SELECTORS}"
    f"{FORMAT_SIGNS}{INVISIBLE}]"
)
#: ``::error::`` at the beginning of a line; ``##[error]``, ``##vso[…]`` and ``##teamcity[…]``
#: anywhere in one.
_COMMAND = re.compile(r"(?P<edge>^\s*):(?=:)|#(?=#\w*\[)", re.MULTILINE)

_ENCODE = "statsite.escaped"
_GITHUB_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB_PROPERTY_ESCAPES = _GITHUB_ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def print_line(message: object, *, err: bool = False) -> None:
    """Print one line, on the standard error where ``err``: what ``message`` holds of line ends is
    shown, what is too long is cut.
    """
    _write(_one_line(str(message)) + "\n", err=err)


def print_result(text: str) -> None:
    """Print what a command was asked for, of as many lines as it has; a line end is added where it
    lacks one.
    """
    _write(_harmless(text) + ("" if text.endswith("\n") else "\n"))


def print_problems(problems: Iterable[Problem], form: str) -> None:
    """Print problems in one of the formats of ``check``: ``text`` on the standard error, ``json``
    and ``github`` on the standard output.

    Where very many of a kind are in one file, ``json`` alone lists them all.
    """
    if form == "json":
        print_result(_as_json(problems))
        return
    for problem in abridged(problems):
        if form == "github":
            _write(_workflow_command(problem) + "\n")
        else:
            print_line(problem, err=True)


def _as_json(problems: Iterable[Problem]) -> str:
    told = {"problems": [problem.as_json() for problem in problems]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _workflow_command(problem: Problem) -> str:
    """What marks the line in a pull request on GitHub."""
    path, title = _github_property(problem.location.path), _github_property(problem.check)
    place = f"file={path},line={problem.location.line},col={problem.location.column},title={title}"
    message = _one_line(problem.message + (f" ({problem.hint})" if problem.hint else ""))
    return f"::{problem.severity.value} {place}::{message.translate(_GITHUB_ESCAPES)}"


def _github_property(text: str) -> str:
    return _harmless(text).translate(_GITHUB_PROPERTY_ESCAPES)


def _one_line(text: str) -> str:
    """``text`` made harmless on one line, cut in its middle where it is then too long: what nobody
    sees takes six characters.
    """
    shown = _harmless(text.replace("\n", _escaped("\n")))
    if len(shown) <= LONGEST_MESSAGE:
        return shown
    return f"{shown[: LONGEST_MESSAGE // 2]} … {shown[-LONGEST_MESSAGE // 2 :]}"


def _harmless(text: str) -> str:
    return _COMMAND.sub(_without_effect, _HIDDEN.sub(lambda found: _escaped(found[0]), text))


def _without_effect(command: re.Match[str]) -> str:
    """The beginning of a command of a CI service, as no such service reads it."""
    return (command["edge"] or "") + _escaped(command[0][-1])


def _escaped(text: str) -> str:
    """``text`` as the code units that JSON writes for it."""
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def _encode_escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _escaped(error.object[error.start : error.end]), error.end


codecs.register_error(_ENCODE, _encode_escaped)


def _write(text: str, *, err: bool = False) -> None:
    """Write to a standard stream what its encoding can hold, the rest escaped.

    Where nobody reads it any more, the work goes on.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    try:
        _write_to(stream, text)
    except OSError as error:
        _give_up_on(stream.fileno())
        if error.errno != errno.EPIPE and not err:
            reason = os_error_reason(error)
            raise LostOutput(f"the standard output cannot be written: {reason}") from error


def _write_to(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, _ENCODE).decode(encoding))
    stream.flush()


class LostOutput(Exception):  # noqa: N818 - named for what happened
    """What the command printed could not be written; the message says why."""


def _give_up_on(descriptor: int) -> None:
    """Let what is written from now on, and what waits to be written, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
