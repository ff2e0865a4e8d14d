"""The command line in a process of its own that is a copy of one in which everything is imported:
what a process is asked for at a thirtieth of its price.

Such a process shares nothing with the test or with another one, and may not read or write what file
modes forbid, not even as root. But it is not begun by an interpreter: whoever tests what is read
when Python starts (its variables, ``faketime``) runs ``build.py``.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing import forkserver, get_context
from pathlib import Path
from threading import Lock
from unittest import mock

from msgspec import Struct

from statsite.cli import main
from tests.support.paths import ROOT

#: Seconds that a command may take, the build of the real site on a machine that others use too.
_LIMIT = 600

#: Held while the process that is copied is started, for tests that call from several threads.
_STARTING = Lock()

_COPIES = get_context("forkserver")
_COPIES.set_forkserver_preload(["tests.support.prepared_program"])


class Ended(Struct, frozen=True):
    """How a command ended: its exit status and what it wrote."""

    status: int | None
    stdout: str
    stderr: str


class Streams(Struct, frozen=True):
    """The standard streams of a copy, files of a ``folder`` in an ``encoding``."""

    folder: str
    encoding: str

    def lead(self) -> None:
        """Lead the streams of this process into the files."""
        for stream, name, errors in ((1, "stdout", "strict"), (2, "stderr", "backslashreplace")):
            file = os.open(f"{self.folder}/{name}", os.O_WRONLY | os.O_CREAT)
            os.dup2(file, stream)
            os.close(file)
            getattr(sys, name).reconfigure(encoding=self.encoding, errors=errors)

    def written(self) -> tuple[str, str]:
        """What was written to both."""
        said, told = (Path(self.folder, name).read_bytes() for name in ("stdout", "stderr"))
        return said.decode(self.encoding), told.decode(self.encoding)


def run_copy(
    *arguments: object,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    umask: int | None = None,
    encoding: str = "utf-8",
) -> Ended:
    """The command line with these arguments in a process of its own, in the folder ``cwd``, with
    more variables, on a terminal that shows ``encoding``.
    """
    with _STARTING, mock.patch.dict(os.environ, PYTHONPATH=str(ROOT)):
        forkserver.ensure_running()
    with tempfile.TemporaryDirectory() as folder:
        call = tuple(str(argument) for argument in arguments)
        streams = Streams(folder, encoding)
        variables = {**os.environ, **(environment or {})}
        process = _COPIES.Process(target=_run, args=(call, streams, cwd, variables, umask))
        process.start()
        process.join(_LIMIT)
        status = process.exitcode
        if status is None and process.pid is not None:
            os.killpg(process.pid, signal.SIGKILL)  # and the processes that draw for it
        process.join()
        process.close()
        return Ended(status, *streams.written())


def _run(
    arguments: tuple[str, ...],
    streams: Streams,
    cwd: Path,
    variables: Mapping[str, str],
    umask: int | None,
) -> None:
    """What the copy does."""
    os.setsid()  # so that it can be ended with whatever it starts
    streams.lead()
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(cwd)
    if umask is not None:
        os.umask(umask)
    main(arguments, prog_name="build.py")
