"""Asking git about a repository that a stranger may have made: nothing that the repository's own
settings name is run.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

#: How long git may take, in seconds.
_PATIENCE = 60

#: A repository can say that missing objects are fetched, and by which program; no way of fetching
#: is called this.
_FETCH_NOTHING = {"GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}


def ask_git(folder: Path, *arguments: str, fed: bytes = b"") -> bytes:
    """What git answers in ``folder``.

    Raises OSError where it cannot be run, and subprocess.SubprocessError where it says no or
    nothing in time.

    Objects that stand in for others, as ``git replace`` makes them, are left aside, and so is the
    watcher of files that a repository may name.
    """
    command = [
        "git",
        "--no-replace-objects",
        "-C",
        str(folder),
        "-c",
        "core.fsmonitor=false",
        *arguments,
    ]
    environment = {**os.environ, **_FETCH_NOTHING}
    done = subprocess.run(  # noqa: S603 - git of this machine, no shell
        command, input=fed, env=environment, capture_output=True, check=True, timeout=_PATIENCE
    )
    return done.stdout
