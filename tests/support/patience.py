"""Tests that fail rather than hang: a pipe that is waited for never says anything."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

#: Seconds that a test may take, on a machine that others use too.
LIMIT = 120


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"nothing came of it in {LIMIT} seconds")


@pytest.fixture
def impatient() -> Iterator[None]:
    """Fail the test when it has taken the limit."""
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
