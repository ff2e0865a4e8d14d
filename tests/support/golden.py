"""Golden files: what a build writes, kept in the repository and compared byte for byte;
``--update-golden`` writes them again.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

#: Compares the named files of a build with those in a folder, which holds them and no others.
Golden = Callable[[Path, Path, Collection[str]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds ``--update-golden``."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write the expected output of the little sites anew.",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a build with its expected files, or writes those again where that was asked for."""
    return update if request.config.getoption("--update-golden") else compare


def compare(built: Path, expected: Path, names: Collection[str]) -> None:
    """Fail with a unified diff of every file that differs, is missing, or is expected and no longer
    named.
    """
    kept = {path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file()}
    faults = [f"{name}: no longer compared; delete it" for name in sorted(kept - set(names))]
    faults += [fault for name in names for fault in _faults(built / name, expected / name, name)]
    assert not faults, "\n".join(
        ["what the build writes has changed; if that is meant: pytest --update-golden", *faults]
    )


def _faults(built: Path, expected: Path, name: str) -> list[str]:
    if not built.is_file():
        return [f"{name}: not built"]
    if not expected.is_file():
        return [f"{name}: nothing to compare with"]
    if built.read_bytes() == expected.read_bytes():
        return []
    before, after = (
        path.read_bytes().decode().splitlines(keepends=True) for path in (expected, built)
    )
    return [
        "".join(difflib.unified_diff(before, after, f"expected/{name}", f"built/{name}", n=1))
        or f"{name}: line ends differ"
    ]


def update(built: Path, expected: Path, names: Collection[str]) -> None:
    """Write the named files to ``expected`` and remove every other one."""
    for path in [path for path in expected.rglob("*") if path.is_file()]:
        path.unlink()
    for name in names:
        (expected / name).parent.mkdir(parents=True, exist_ok=True)
        (expected / name).write_bytes((built / name).read_bytes())
