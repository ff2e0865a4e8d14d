"""Builds of tests by one process, unless a test says how many: a worker of the suite is busy on
each core, and the copies of a process that has imported every test take longer to be made and to
end than the pages of a little site.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _one_job() -> Iterator[None]:
    """Show this process one core."""
    with pytest.MonkeyPatch.context() as patch:
        show_one_core(patch)
        yield


def show_one_core(patch: pytest.MonkeyPatch) -> None:
    """Show this process one core while ``patch`` stands."""
    patch.setattr(os, "sched_getaffinity", lambda _process: {0})
