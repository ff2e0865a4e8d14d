"""Work shared by processes: all of it is done, a fault is that of one process, and nobody is left
over.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from statsite.interface_texts import TemplatesError
from statsite.problems import Location, Problem
from statsite.processes import Crew, PreparedCrew, ProcessEndedError
from tests.support.other_processes import children, is_there
from tests.support.paths import ROOT


def squared(number: int) -> tuple[int, int]:
    """A number with its square, and the process that found it."""
    return number * number, os.getpid()


def works(count: int) -> list[Callable[[], tuple[int, int]]]:
    """So many numbers to square."""
    return [partial(squared, number) for number in range(count)]


def made(count: int, jobs: int, batch: int = 1) -> tuple[dict[int, int], set[int]]:
    """The squares by their numbers, and the processes that found them."""
    with Crew(works(count), jobs, batch) as crew:
        found = list(crew.made())
    return {number: square for number, (square, _) in found}, {process for _, (_, process) in found}


@pytest.mark.parametrize("batch", [1, 7])
@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 50])
def test_all_is_done_once(count: int, jobs: int, batch: int) -> None:
    assert made(count, jobs, batch)[0] == {number: number * number for number in range(count)}


def test_more_than_a_pipe_can_name_is_done() -> None:
    assert len(made(20_000, 2)[0]) == 20_000


def test_one_job_needs_no_other_process() -> None:
    assert made(50, 1)[1] == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_those_beside_this_process_do_all_even_where_there_is_one(
    jobs: int, tmp_path: Path
) -> None:
    def leave(number: int) -> int:
        (tmp_path / str(number)).touch()
        return os.getpid()

    with Crew([partial(leave, number) for number in range(50)], jobs, is_beside=True) as crew:
        while len(list(tmp_path.iterdir())) < 50:
            time.sleep(0.01)
        by = dict(crew.made())
    assert sorted(by) == list(range(50))
    assert os.getpid() not in by.values()
    assert len({*by.values()}) <= jobs


def slow(_: int) -> int:
    """The process that does this, which takes a while."""
    time.sleep(0.05)
    return os.getpid()


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("jobs", [1, 2])
def test_this_process_takes_part_once_it_asks_for_what_those_beside_it_make(
    jobs: int, batch: int
) -> None:
    with Crew([partial(slow, n) for n in range(20)], jobs, batch, is_beside=True) as crew:
        by = dict(crew.made())
    assert sorted(by) == list(range(20))
    assert os.getpid() in by.values()
    assert len({*by.values()}) == jobs + 1


def test_several_jobs_leave_this_process_free() -> None:
    assert os.getpid() not in made(50, 2)[1]


@pytest.mark.parametrize("given", [0, 1, 2])
def test_where_the_system_gives_fewer_processes_those_that_there_are_do_all(
    given: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, fork = iter(range(given)), os.fork

    def fork_or_refuse() -> int:
        for _ in left:
            return fork()
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork_or_refuse)
    found, processes = made(50, 3)
    assert found == {number: number * number for number in range(50)}
    assert len(processes) <= max(given, 1)
    assert (os.getpid() in processes) is (given == 0)
    with pytest.raises(BlockingIOError):
        PreparedCrew(nothing, 3)


def test_answers_that_nobody_takes_do_not_keep_others_from_being_made(tmp_path: Path) -> None:
    def leave(number: int) -> bytes:
        (tmp_path / str(number)).touch()
        return bytes(1_000_000)

    with Crew([partial(leave, number) for number in range(20)], 2):
        until = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 20:
            assert time.monotonic() < until
            time.sleep(0.01)


def fault(number: int) -> None:
    """A problem at the line of that number, but none before the third."""
    if number >= 3:
        raise TemplatesError(Problem("template-fault", "it is wrong", Location("a.j2", number)))


@pytest.mark.parametrize("is_beside", [False, True])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_first_fault_is_told_whichever_process_finds_it(jobs: int, *, is_beside: bool) -> None:
    crew = Crew([partial(fault, number) for number in range(20)], jobs, is_beside=is_beside)
    with crew, pytest.raises(TemplatesError) as raised:
        list(crew.made())
    assert [problem.location for problem in raised.value.problems] == [Location("a.j2", 3)]


class _OddError(Exception):
    """One that cannot be copied."""

    def __init__(self, *, said: str) -> None:
        super().__init__(said)


def raise_odd() -> None:
    """Raise what cannot be copied."""
    raise _OddError(said="oddly wrong")


def test_a_fault_that_cannot_be_copied_is_told_by_what_it_says() -> None:
    with Crew([raise_odd] * 2, 2) as crew, pytest.raises(RuntimeError, match="oddly wrong"):
        list(crew.made())


def end_itself() -> None:
    """Be ended, as by a system that wants memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def rest() -> None:
    """Do nothing for a moment."""
    time.sleep(0.001)


def test_a_process_that_was_ended_is_told_of() -> None:
    crew = Crew([end_itself, *[rest] * 20], 2)
    with crew, pytest.raises(ProcessEndedError, match="SIGKILL"):
        list(crew.made())


def test_processes_end_where_nobody_waits_for_what_they_make(tmp_path: Path) -> None:
    def note_and_sleep(number: int) -> None:
        (tmp_path / str(number)).write_text(str(os.getpid()), encoding="ascii")
        time.sleep(600)

    with Crew([partial(note_and_sleep, number) for number in range(2)], 2):
        processes = _noted(tmp_path, 2)
        assert all(map(is_there, processes))
    assert not any(map(is_there, processes))


#: An interrupt ends it also where the suite runs in the background, whose programs ignore
#: interrupts from the start.
_PROGRAM = """
import os, signal, sys, time
from functools import partial
from pathlib import Path
from statsite.processes import Crew, PreparedCrew

def note_and_sleep(number):
    (Path(sys.argv[1]) / str(number)).write_text(str(os.getpid()))
    time.sleep(600)

signal.signal(signal.SIGINT, signal.default_int_handler)
works = [partial(note_and_sleep, number) for number in range(2)]
with PreparedCrew(list, 2) if sys.argv[2] == "prepared" else Crew(works, 2) as crew:
    if sys.argv[2] == "prepared":
        crew.begin(works)
    list(crew.made())
"""


@pytest.mark.parametrize("crew", ["begun", "prepared"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_began_them(
    how: signal.Signals, crew: str, tmp_path: Path
) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _PROGRAM, str(tmp_path), crew],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    ) as first:
        processes = _noted(tmp_path, 2)
        first.send_signal(how)
    until = time.monotonic() + 60
    while any(map(is_there, processes)):
        assert time.monotonic() < until
        time.sleep(0.01)


def _noted(folder: Path, count: int) -> list[int]:
    """The ids that so many processes have written down."""
    until = time.monotonic() + 60
    while True:
        found = [path.read_text(encoding="ascii") for path in folder.iterdir()]
        if len(found) == count and all(found):
            return [int(text) for text in found]
        assert time.monotonic() < until
        time.sleep(0.01)


def test_no_more_is_made_than_there_is_room_for(tmp_path: Path) -> None:
    def leave(number: int) -> bytes:
        (tmp_path / str(number)).touch()
        return bytes(4_000_000)

    def left() -> int:
        return len(list(tmp_path.iterdir()))

    with Crew([partial(leave, number) for number in range(40)], 2) as crew:
        before, until = -1, time.monotonic() + 60
        while before < left() or not left():
            assert time.monotonic() < until
            before = left()
            time.sleep(1)
        assert left() < 20
        assert sum(1 for _ in crew.made()) == 40


def nothing() -> None:
    """Need no more to be ready."""


@pytest.mark.parametrize("count", [0, 1, 2, 50, 20_000])
def test_all_is_done_by_those_that_were_ready_before_it_was_known(count: int) -> None:
    with PreparedCrew[tuple[int, int]](nothing, 2) as crew:
        crew.begin(works(count))
        found = list(crew.made())
    assert {number: square for number, (square, _) in found} == {
        number: number * number for number in range(count)
    }
    assert os.getpid() not in {process for _, (_, process) in found}


READY_IN = list[int]()


def get_ready() -> None:
    """Note which process is ready."""
    READY_IN.append(os.getpid())


def ready_in() -> list[int]:
    """Which processes were made ready of those that this one is a copy of, and which one it is."""
    time.sleep(0.01)
    return [*READY_IN, os.getpid()]


def test_one_process_gets_ready_for_all() -> None:
    with PreparedCrew[list[int]](get_ready, 2) as crew:
        crew.begin([ready_in] * 20)
        found = [made for _, made in crew.made()]
    assert len({tuple(made[:-1]) for made in found}) == 1
    assert len({made[-1] for made in found}) == 2
    assert not READY_IN


def test_a_fault_of_those_that_were_ready_is_told() -> None:
    with PreparedCrew[None](nothing, 2) as crew:
        crew.begin([partial(fault, number) for number in range(20)])
        with pytest.raises(TemplatesError) as raised:
            list(crew.made())
    assert [problem.location for problem in raised.value.problems] == [Location("a.j2", 3)]


def test_what_keeps_a_process_from_being_ready_is_told() -> None:
    with PreparedCrew[tuple[int, int]](raise_odd, 2) as crew:
        crew.begin(works(50_000))
        with pytest.raises(RuntimeError, match="oddly wrong"):
            list(crew.made())


@pytest.mark.parametrize(("ready", "work"), [(end_itself, rest), (nothing, end_itself)])
def test_a_process_that_was_ended_is_told_of_where_others_were_ready(
    ready: Callable[[], None], work: Callable[[], None]
) -> None:
    with PreparedCrew[None](ready, 2) as crew:
        crew.begin([work, *[rest] * 20])
        with pytest.raises(ProcessEndedError, match="SIGKILL"):
            list(crew.made())


def be_long() -> None:
    """Take long to be ready."""
    time.sleep(600)


def test_nobody_waits_until_those_are_ready_who_are_told() -> None:
    with PreparedCrew[int](be_long, 2) as crew:
        crew.begin([partial(len, bytes(500_000))])


def sleep_in(folder: Path, number: int) -> None:
    """Note which process this is, and sleep."""
    (folder / str(number)).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)


def test_those_that_were_ready_end_where_nobody_waits_for_them(tmp_path: Path) -> None:
    before = children(os.getpid())
    with PreparedCrew[None](nothing, 2):
        lead = set(children(os.getpid())).difference(before)
    with PreparedCrew[None](nothing, 2) as crew:
        crew.begin([partial(sleep_in, tmp_path, number) for number in range(2)])
        processes = _noted(tmp_path, 2)
        assert all(map(is_there, processes))
    until = time.monotonic() + 60
    while any(map(is_there, [*lead, *processes])):
        assert time.monotonic() < until
        time.sleep(0.01)


class Ring:
    """What holds itself, so that it is there until somebody looks for unused objects."""

    def __init__(self) -> None:
        self.around = self


#: Those that are in use: the last ones that were made.
IN_USE = deque[list[Ring]](maxlen=10)


def rings() -> int:
    """Make many of them, and say how many are there."""
    IN_USE.append([Ring() for _ in range(25_000)])
    return sum(isinstance(one, Ring) for one in gc.get_objects())


@pytest.fixture
def _collecting_seldom() -> Iterator[None]:
    """As commands have Python look for unused objects."""
    before = gc.get_threshold()
    gc.set_threshold(10_000, 20, 20)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("_collecting_seldom")
def test_what_a_process_needs_no_more_does_not_wait_for_millions_of_objects() -> None:
    with Crew([rings for _ in range(100)], 2) as crew:
        assert max(there for _, there in crew.made()) < 900_000
