"""The command line in a process of its own that is a copy of one in which everything is imported:
what a process is asked for at a thirtieth of its price.

Such a process shares nothing with the test or with another one, but is not begun by an interpreter:
whoever tests what is read when Python starts (its variables, ``faketime``) runs ``build.py``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from pathlib import Path
from unittest import mock

from statsite.cli import main
from tests.support.paths import ROOT

#: Seconds that a command may take, on a machine that others use too.
_LIMIT = 120

_COPIES = get_context("forkserver")
_COPIES.set_forkserver_preload(["tests.support.prepared_program"])


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit status and what it wrote."""

    status: int | None
    stdout: str
    stderr: str


def run_copy(
    *arguments: object,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    umask: int | None = None,
) -> Ended:
    """The command line with these arguments in a process of its own, in the folder ``cwd``, with
    more variables.
    """
    with mock.patch.dict(os.environ, PYTHONPATH=str(ROOT)):
        forkserver.ensure_running()
    with tempfile.TemporaryDirectory() as folder:
        call = tuple(str(argument) for argument in arguments)
        variables = {**os.environ, **(environment or {})}
        process = _COPIES.Process(target=_run, args=(call, folder, cwd, variables, umask))
        process.start()
        process.join(_LIMIT)
        status = process.exitcode
        process.kill()
        process.join()
        process.close()
        said = (
            (Path(folder) / name).read_bytes().decode(errors="replace")
            for name in ("stdout", "stderr")
        )
        return Ended(status, *said)


def _run(
    arguments: tuple[str, ...],
    folder: str,
    cwd: Path,
    variables: Mapping[str, str],
    umask: int | None,
) -> None:
    """What the copy does; its streams are files of ``folder``."""
    for stream, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT)
        os.dup2(file, stream)
        os.close(file)
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(cwd)
    if umask is not None:
        os.umask(umask)
    main(arguments)
