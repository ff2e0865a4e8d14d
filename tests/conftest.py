"""Little sites for tests: a smallest valid one, on which a test lays its own files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from statsite.model import WrittenSite
from statsite.problems import Problem
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST, Files, write_files
from tests.support.types import ReadFiles, WriteSite

# How long an input takes by the clock says nothing on a machine that others use too; what must be
# fast is measured by itself. The suite tries the same examples everywhere, so that a change and
# nothing else makes it fail; `make fuzz` looks for new ones.
settings.register_profile(
    "suite",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
settings.register_profile("thorough", settings.get_profile("suite"), max_examples=200)
settings.register_profile(
    "mutation",
    settings.get_profile("suite"),
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    database=None,
)
settings.load_profile("suite")

pytest_plugins = (
    "tests.support.building",
    "tests.support.compiled_templates",
    "tests.support.garbage",
    "tests.support.golden",
    "tests.support.one_job",
    "tests.support.patience",
)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the drawings of this run in a folder of its own: the tester's cache is neither read nor
    filled.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "drawings"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATSITE_CACHE", str(folder))
        yield


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """Writes the smallest valid site with the given files laid over it, and gives its folder."""

    def write(files: Files | None = None) -> Path:
        root = tmp_path / "site"
        shutil.rmtree(root, ignore_errors=True)
        write_files(root, {**SMALLEST, **(files or {})})
        return root

    return write


@pytest.fixture
def read_files(write_site: WriteSite) -> ReadFiles:
    """Reads the smallest valid site with the given files laid over it."""

    def read(files: Files | None = None) -> tuple[WrittenSite | None, list[Problem]]:
        return read_site(write_site(files))

    return read
