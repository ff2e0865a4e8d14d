"""Jobs for the rendering process that do in code what no template should be able to."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial

from msgspec import Struct

from statsite.render.sandbox import Step


class Job(Struct, frozen=True):
    """One step that gives a word, one that does ``deed``, and one that gives a word again."""

    deed: Callable[[], None]
    own: frozenset[str] = frozenset({"x.j2"})

    def prepare(self) -> None:
        """Nothing to prepare."""

    def steps(self) -> Iterator[Step]:
        """The three steps."""
        for number, deed in enumerate((_nothing, self.deed, _nothing)):
            yield Step("x.j2", str(number), partial(_after, deed))


def _after(deed: Callable[[], None]) -> Generator[str, None, None]:
    deed()
    yield "word"


def _nothing() -> None:
    pass


def sleep() -> None:
    """Take no processor time, and no end."""
    time.sleep(600)


def crash() -> None:
    """End as a fault in a library would."""
    os.kill(os.getpid(), signal.SIGSEGV)


def babble() -> None:
    """Write what is not an answer wherever it may go."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\xff" * 4096)
        except OSError:
            continue


def deafen() -> None:
    """Heed no signal and go on for ever."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    while True:
        pass
