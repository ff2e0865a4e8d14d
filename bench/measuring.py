"""A process measured, and what it wrote."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

_KIB_A_MIB, _KB, _MB = 1024, 1000, 1_000_000


class Measured(Struct, frozen=True):
    """A process that ended: wall and processor seconds, and the most memory that it or one of its
    children held, in MiB.
    """

    wall: float
    cpu: float
    peak: float


def measured(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Measured:
    """Run a command, in this folder and with this environment where they are given, and measure it.

    Raises subprocess.CalledProcessError where it fails.
    """
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - programs that the benchmark names
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _KIB_A_MIB)


def row(what: str, measure: Measured) -> str:
    """What a row of the table begins with."""
    return f"{what:<44}{measure.wall:>9.2f}{measure.cpu:>9.2f}{measure.peak:>9.0f}"


def made(output: Path) -> str:
    """What a build wrote: its files and how large they are, its pictures and how large half of them
    are at most.
    """
    files = [path for path in output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    pictures = [path.stat().st_size for path in files if path.suffix == ".png"]
    told = f"{len(files):,} files, {size / _MB:,.1f} MB, {len(pictures):,} PNG"
    return f"{told}, {median(pictures) / _KB:.1f} kB in the median" if pictures else told
