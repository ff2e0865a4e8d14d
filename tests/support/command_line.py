"""The command line, called by a test: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from statsite.cli import main
from tests.support.paths import ROOT


def run(*arguments: object) -> Result:
    """The command line with these arguments; whatever it raises but an exit fails the test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run_as_editor(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """``build.py`` in a process of its own, which may not read or write what file modes forbid, not
    even as root.
    """
    powerless = (
        ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    )
    command = [
        *powerless,
        sys.executable,
        str(ROOT / "build.py"),
        *(str(argument) for argument in arguments),
    ]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - our own program


def run_without_texts(*arguments: object) -> Result:
    """The command line with these arguments, without a folder of texts in the environment."""
    result = CliRunner(env={"STATSITE_SOURCES": None}).invoke(
        main, [str(argument) for argument in arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
