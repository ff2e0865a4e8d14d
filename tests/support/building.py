"""Builds for tests: each site once a run, shared by all workers, in a process of its own."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.support.built import BuiltSite
from tests.support.command_line import run
from tests.support.copied_program import run_copy
from tests.support.paths import ROOT, SITES

#: The site of this repository.
REAL = "real"

BuildOnce = Callable[[str], BuiltSite]


def run_build(  # noqa: PLR0913 - the surroundings of a process
    site: Path,
    output: Path,
    *flags: str,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    umask: int = -1,
    under: Sequence[str] = (),
) -> str:
    """Build ``site`` into ``output`` from the command line, ``under`` another command, by one
    process; gives what was printed, fails with it where the build does.
    """
    command = [
        *under,
        sys.executable,
        str(ROOT / "build.py"),
        "build",
        "--site",
        str(site),
        "--output",
        str(output),
        "--jobs",
        "1",
        *flags,
    ]
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        umask=umask,
        capture_output=True,
        check=False,
    )
    said = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
    assert done.returncode == 0, said
    return said


def build_apart(site: Path, output: Path, *flags: str, cwd: Path = ROOT) -> str:
    """As ``run_build``, in a process that is a copy of one that is ready: for tests that ask only
    that nothing in memory is shared.
    """
    done = run_copy("build", "--site", site, "--output", output, *flags, cwd=cwd)
    assert done.status == 0, done.stderr
    return done.stdout + done.stderr


def build_here(site: Path, output: Path, *flags: str) -> str:
    """As ``run_build``, in this process: for tests that are not about the process."""
    result = run("build", "--site", site, "--output", output, *flags)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """Gives the built site of a name, ``real`` or a folder of tests/sites; whichever worker asks
    first builds it, by two processes as users do, whose files other tests compare with those of
    one process.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    opened: dict[str, BuiltSite] = {}

    def build(name: str) -> BuiltSite:
        site, output = ROOT if name == REAL else SITES / name, shared / f"built-{name}"
        with (shared / f"built-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not output.exists():
                build_apart(site, output, "--jobs", "2")
        return opened.setdefault(name, BuiltSite(output, site))

    return build
