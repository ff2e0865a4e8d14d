"""What is fuzzed: inputs, and what must hold for every one of them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy
from msgspec import Struct

from statsite.problems import Problem

T = TypeVar("T")

#: How many seconds of computing one input may take: what the program promises for every file it
#: accepts.
PATIENCE = 10.0


class TookTooLongError(BaseException):
    """An input took more than ``PATIENCE``; no error that the program itself may catch."""


class Target(Struct, Generic[T], frozen=True):
    """``holds`` fails an assertion, or raises, where an input shows a fault."""

    name: str
    inputs: SearchStrategy[T]
    holds: Callable[[T], None]

    def check(
        self,
        examples: int,
        first_seed: int,
        goes_on: Callable[[], bool] = lambda: True,
        *,
        shrinks: bool = True,
    ) -> int:
        """Try so many inputs, the same ones for a seed, while it ``goes_on``; how many were tried.

        Raises what a bad one raises, the smallest that was found where it ``shrinks``.
        """
        tried, found = 0, False

        def hold(made: T) -> None:
            nonlocal tried, found
            if not found and not goes_on():
                return
            tried += 1
            found = True
            with limited(PATIENCE):
                self.holds(made)
            found = False

        phases = (Phase.generate, Phase.shrink) if shrinks else (Phase.generate,)
        chosen = settings(
            max_examples=examples,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=phases,
            print_blob=False,
        )
        chosen(seed(first_seed)(given(self.inputs)(hold)))()
        return tried


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TookTooLongError in a block that computes for more than ``seconds``; what others do on
    the machine does not count.
    """

    def stop(_signal: int, _frame: object) -> None:
        raise TookTooLongError(f"more than {seconds:g} s of computing")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def assert_told_in_place(problems: Iterable[Problem], path: str, text: str) -> None:
    """That each problem says something, of a place that ``text`` has; the end of a text counts as a
    place.
    """
    lines = text.split("\n")
    for problem in problems:
        assert problem.check
        assert problem.message
        assert problem.location.path == path, problem
        assert 1 <= problem.location.line <= len(lines), problem
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1, problem
