"""Tries mutants, one after another, in copies of one process that has imported and collected all:
``python -m tests.mutation.trials FILE``.

The file names the tests and the mutants; the answers are written beside it. First each file of
tests is run by itself, to see which functions it calls and how long it takes: only tests that call
a mutant's function can notice it. Those of the name of its module are asked first, then those that
are fast and have noticed many, up to the first failure. A function that is called while everything
is imported cannot be tried in a copy: what it worked out is there already. Such a mutant is left to
a process of its own, with the tests that are to be asked.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import Struct
from mutmut.mutation import trampoline

#: The mutant that changes nothing, but tells each call of a function.
_LISTENING = "stats"
_UNDER_TEST = "MUTANT_UNDER_TEST"
OPTIONS = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "-m",
    "not timed and not sources",
    "--hypothesis-profile=mutation",
)
#: How many times as long as the tests of sound code may tests take before they count as hanging,
#: and the least seconds.
PATIENCE, LEAST_PATIENCE = 5, 60
_SHOWN = 2_000
_FORKED = multiprocessing.get_context("fork")
_T = TypeVar("_T")


class Answer(Struct, frozen=True):
    """Whether a mutant was noticed, None where that must be tried in a process of its own; and the
    files of tests that call it, the best first.
    """

    is_noticed: bool | None
    files: tuple[str, ...]


@dataclass(slots=True)
class _TestFile:
    """A file of tests: what it calls, by the names that mutmut gives functions; its seconds; how
    many mutants it was asked about, and noticed.
    """

    items: tuple[pytest.Item, ...]
    functions: frozenset[str]
    seconds: float
    asked: int = 0
    noticed: int = 0

    @property
    def path(self) -> str:
        return self.items[0].location[0]

    def rank(self, function: str) -> tuple[bool, float]:
        """Sorts the tests that bear the name of the function's module first, then those that are
        likely to notice a mutant soonest.
        """
        module = function.split(".")[-2]
        return not self.items[0].path.stem.endswith(module), self.seconds * (self.asked + 1) / (
            self.noticed + 1
        )


class _Trials:
    """The plugin that runs the tests of ``mutants`` in the place of pytest's own loop."""

    def __init__(self, mutants: Sequence[str]) -> None:
        self.answers: dict[str, Answer] = {}
        self._mutants = mutants
        self._called: set[str] = set()
        vars(trampoline)["record_trampoline_hit"] = lambda name, **_: self._called.add(name)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure each file, then try each mutant."""
        at_import = frozenset(self._called)
        files = [
            self._measured(tuple(items))
            for _, items in groupby(session.items, key=lambda item: item.path)
        ]
        for mutant in self._mutants:
            function = mutant.rpartition("__mutmut_")[0]
            calling = sorted(
                (file for file in files if function in file.functions),
                key=lambda file: file.rank(function),
            )
            is_noticed = None if function in at_import else _is_noticed(mutant, calling)
            self.answers[mutant] = Answer(is_noticed, tuple(file.path for file in calling))
        return True

    def _measured(self, items: tuple[pytest.Item, ...]) -> _TestFile:
        begun = time.monotonic()
        called = _in_a_copy(lambda: frozenset(self._called) if _all_pass(items) else None, None)
        if called is None:
            raise pytest.UsageError(f"tests fail without a mutant: {items[0].location[0]}")
        return _TestFile(items, called, time.monotonic() - begun)


def _is_noticed(mutant: str, files: Sequence[_TestFile]) -> bool:
    """Whether a test fails; tests that hang do, and those that end the process."""
    return any(_notices(file, mutant) for file in files)


def _notices(file: _TestFile, mutant: str) -> bool:
    def passes() -> bool:
        os.environ[_UNDER_TEST] = mutant
        return _all_pass(file.items)

    is_noticed = not _in_a_copy(passes, max(LEAST_PATIENCE, PATIENCE * file.seconds))
    file.asked, file.noticed = file.asked + 1, file.noticed + is_noticed
    return is_noticed


def _all_pass(items: Sequence[pytest.Item]) -> bool:
    """Run tests up to the first failure."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if item.session.testsfailed:
            return False
    return True


def _in_a_copy(work: Callable[[], _T], patience: float | None) -> _T | None:
    """What ``work`` gives in a copy of this process; None where the copy dies of it, or is not done
    after ``patience`` seconds.
    """
    receiving, sending = _FORKED.Pipe(duplex=False)
    copy = _FORKED.Process(target=lambda: sending.send(work()))
    copy.start()
    sending.close()
    try:
        return receiving.recv() if receiving.poll(patience) else None
    except EOFError:
        return None
    finally:
        copy.kill()
        copy.join()


def tried(tree: Path, tests: Sequence[str], mutants: Sequence[str]) -> dict[str, Answer]:
    """The answers of the tests in ``tree``, whose code has the mutants in it.

    Raises RuntimeError where a test fails without any.
    """
    with tempfile.TemporaryDirectory(prefix="trials-") as folder:
        task = Path(folder, "task")
        task.write_text(json.dumps([tests, mutants]), encoding="utf-8")
        environment = {
            **os.environ,
            "TMPDIR": folder,
            "PYTHONDONTWRITEBYTECODE": "1",
            _UNDER_TEST: _LISTENING,
        }
        command = [sys.executable, "-m", "tests.mutation.trials", str(task)]
        done = subprocess.run(  # noqa: S603 - our own tests
            command, cwd=tree, env=environment, stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stdout[-_SHOWN:])
        answers = json.loads(task.with_suffix(".answers").read_text(encoding="utf-8"))
    return {
        mutant: Answer(is_noticed, tuple(files)) for mutant, (is_noticed, files) in answers.items()
    }


def main(path: str) -> int:
    """Try the mutants of the task at ``path``, and write the answers beside it."""
    tests, mutants = json.loads(Path(path).read_text(encoding="utf-8"))
    trials = _Trials(mutants)
    status = pytest.main([*OPTIONS, *tests], plugins=[trials])
    answers = {
        mutant: (answer.is_noticed, answer.files) for mutant, answer in trials.answers.items()
    }
    Path(path).with_suffix(".answers").write_text(json.dumps(answers), encoding="utf-8")
    return int(status) if len(answers) < len(mutants) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
