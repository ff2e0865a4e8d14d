"""Work that several processes share: each is a copy of this one, made when the work begins, so that
it knows all that this one knew then and nothing has to be told; or they get ready before that, and
are told.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import os
import pickle
import signal
import struct
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

from msgspec import Struct

_Made = TypeVar("_Made")

#: How a process is told which batch is its next one. All numbers fit into the smallest pipe that
#: Linux makes, so that they are written at once and nobody waits.
_NUMBER: Final = struct.Struct("<H")
_MOST_BATCHES: Final = 2000

#: How many bytes a pipe of answers has room for: as many as Linux gives everybody, where a usual
#: one has a sixteenth of that.
_ROOM: Final = 1024 * 1024

#: How many bytes of answers a process may have made that nobody took, unless it is one answer.
_AHEAD: Final = 16 * 1024 * 1024

#: After how many new objects a process looks for unused ones, as ``gc.set_threshold`` takes it: all
#: of its own are looked at after 200,000, since what a page was told holds itself in circles.
_COLLECTED_AFTER: Final = (10_000, 10, 2)

#: What asks Linux for a signal when the process that began this one ends.
_PR_SET_PDEATHSIG: Final = 1


class ProcessEndedError(Exception):
    """A process ended before its work was done; the message says how, in one line."""


class _Process(Struct, frozen=True):
    """A process with the pipe that its answers come through."""

    handle: BaseProcess
    answers: Connection

    def fault(self) -> ProcessEndedError | None:
        """How it ended, once nothing more comes from it; None where it did all of its work."""
        self.handle.join()
        code = self.handle.exitcode or 0
        if code == 0:
            return None
        how = signal.Signals(-code).name if code < 0 else f"with status {code}"
        return ProcessEndedError(
            f"a process that made files was ended ({how}), maybe for want of memory; build again, "
            "with --jobs 1 where it happens again"
        )


class _Answer(Struct, Generic[_Made]):
    """What a process made of the works from ``first`` on, and what kept it from making more."""

    first: int
    made: list[_Made] = []
    fault: Exception | None = None


class _Makers(Generic[_Made]):
    """Processes that do works and tell what they make."""

    def __init__(self) -> None:
        self._processes = list[_Process]()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def made(self) -> Iterator[tuple[int, _Made]]:
        """What each work made, by its number from 0, in the order in which it comes.

        Raises what the first of the works raised that raised anything, and ProcessEndedError.
        """
        faults = dict[int, Exception]()
        for answer in self._answers():
            yield from enumerate(answer.made, answer.first)
            if answer.fault is not None:
                faults[answer.first] = answer.fault
        if faults:
            raise faults[min(faults)]

    def end(self) -> None:
        """Have nothing more done."""
        for process in self._processes:
            process.handle.kill()
        for process in self._processes:
            process.handle.join()
            process.answers.close()
        self._processes.clear()

    def _own_answer(self) -> _Answer[_Made] | None:
        """What this process makes while the others do; None where it has nothing to make."""
        return None

    def _answers(self) -> Iterator[_Answer[_Made]]:
        """The answers of all processes, until the last has ended. Raises ProcessEndedError."""
        waiting = {process.answers: process for process in self._processes}
        while waiting:
            own = self._own_answer()
            if own is not None:
                yield own
            for ready in wait(list(waiting), timeout=None if own is None else 0):
                assert isinstance(ready, Connection)  # noqa: S101 - only such were given
                try:
                    told = ready.recv_bytes()
                except (EOFError, OSError):
                    fault = waiting.pop(ready).fault()
                    if fault is not None:
                        raise fault from None
                else:
                    yield pickle.loads(told)  # noqa: S301 - written by a copy of this process


class Crew(_Makers[_Made]):
    """Has ``works`` done by ``jobs`` processes, which begin now, or as many of them as the system
    gives; with one job, or none of them, this process does them, when it is asked for what is made.

    A process takes ``batch`` of them at a time. Those that are ``is_beside`` work while this
    process does something else, also where it is a single one; once that asks for what is made, it
    takes part itself. No thread may run when a crew begins: a copy of a process has none of its
    threads, but all that these have locked.
    """

    def __init__(
        self,
        works: Sequence[Callable[[], _Made]],
        jobs: int,
        batch: int = 1,
        *,
        is_beside: bool = False,
    ) -> None:
        super().__init__()
        self._works, self._is_beside = works, is_beside
        self._numbers = -1
        self._size = max(batch, -(-len(works) // _MOST_BATCHES))
        batches = -(-len(works) // self._size)
        if batches > 1 and (jobs > 1 or is_beside):
            self._begin(min(jobs, batches), batches)

    def made(self) -> Iterator[tuple[int, _Made]]:
        """As of all, where other processes do the works."""
        return super().made() if self._processes else enumerate(work() for work in self._works)

    def end(self) -> None:
        """Have nothing more done."""
        super().end()
        self._take_no_more()

    def _begin(self, jobs: int, batches: int) -> None:
        """Begin the processes, and write down the batches for whoever is free to take."""
        self._numbers, writing = os.pipe()
        os.write(writing, b"".join(map(_NUMBER.pack, range(batches))))
        os.close(writing)
        with suppress(OSError):  # the system gives no more: those that there are do all
            for _ in range(jobs):
                self._processes.append(self._begun(self._numbers))
        if not self._is_beside:
            self._take_no_more()

    def _own_answer(self) -> _Answer[_Made] | None:
        """What this process makes of the next batch that it may take."""
        if self._numbers < 0:
            return None
        if number := os.read(self._numbers, _NUMBER.size):
            return self._answer(*_NUMBER.unpack(number))
        self._take_no_more()
        return None

    def _take_no_more(self) -> None:
        """Have this process take no further batch."""
        if self._numbers >= 0:
            os.close(self._numbers)
            self._numbers = -1

    def _begun(self, numbers: int) -> _Process:
        answers, sending = _pipe()
        handle = get_context("fork").Process(
            target=self._take_part, args=(numbers, sending, os.getpid()), daemon=True
        )
        handle.start()
        sending.close()
        return _Process(handle, answers)

    # in the processes

    def _take_part(self, numbers: int, sending: Connection, parent: int) -> None:
        """Do batch after batch, as long as there are any."""
        end_with(parent)
        gc.freeze()  # what it began with stays, and need not be looked at, nor copied for that
        gc.collect()  # nor counted: the more objects there are, the later Python looks again
        gc.set_threshold(*_COLLECTED_AFTER)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # which the first process is told as well
        for process in self._processes:  # those that began before this one
            process.answers.close()
        answers = _Outbox()
        sender = threading.Thread(target=_send, args=(answers, sending))
        sender.start()
        while number := os.read(numbers, _NUMBER.size):
            answers.put(pickle.dumps(self._answer(*_NUMBER.unpack(number))))
        answers.put(b"")
        sender.join()

    def _answer(self, batch: int) -> _Answer[_Made]:
        """What is made of a batch of the works."""
        answer = _Answer[_Made](batch * self._size)
        try:
            for work in self._works[answer.first : answer.first + self._size]:
                answer.made.append(work())
        except Exception as error:  # noqa: BLE001 - it is raised where the answers are taken
            answer.fault = _sendable(error)
        return answer


class PreparedCrew(_Makers[_Made]):
    """Has works done by ``jobs`` processes that are ready by the time it is known what is to be
    done: one begins now and does what ``get_ready`` does, the others are copies that it makes of
    itself. As for a crew, no thread may run now. Raises OSError where the system gives no process.
    """

    def __init__(self, get_ready: Callable[[], object], jobs: int) -> None:
        super().__init__()
        self._get_ready, self._jobs = get_ready, jobs
        told, self._telling = _pipe()
        answers, sending = _pipe()
        handle = get_context("fork").Process(target=self._lead, args=(told, sending, os.getpid()))
        handle.start()
        told.close()
        sending.close()
        self._processes.append(_Process(handle, answers))

    def begin(self, works: Sequence[Callable[[], _Made]]) -> None:
        """Have ``works`` done, which are such as can be pickled."""
        with suppress(OSError):  # it ended, which is told where its answers are asked for
            self._telling.send_bytes(pickle.dumps(works))

    def end(self) -> None:
        """Have nothing more done."""
        super().end()
        self._telling.close()

    # in the process that gets ready

    def _lead(self, told: Connection, sending: Connection, parent: int) -> None:
        """Have the works done that are ``told``, and tell what they made."""
        end_with(parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # as in those of a crew
        self._telling.close()
        try:
            self._get_ready()
            works = pickle.loads(told.recv_bytes())  # noqa: S301 - written by the process that began this one
            with Crew[_Made](works, self._jobs) as crew:
                for number, made in crew.made():
                    sending.send_bytes(pickle.dumps(_Answer(number, [made])))
        except Exception as error:  # noqa: BLE001 - it is raised where the answers are taken
            sending.send_bytes(pickle.dumps(_Answer[_Made](0, fault=_sendable(error))))


def _pipe() -> tuple[Connection, Connection]:
    """The ends of a pipe, to read and to write, with room for several answers where the system
    gives it: else whoever writes one and whoever reads it wait for each other again and again.
    """
    reading, writing = get_context("fork").Pipe(duplex=False)
    set_size = getattr(fcntl, "F_SETPIPE_SZ", None)
    if set_size is not None:
        with suppress(OSError):  # a user may have only so many large pipes
            fcntl.fcntl(writing.fileno(), set_size, _ROOM)
    return reading, writing


def _sendable(error: Exception) -> Exception:
    """``error`` with its trace, as another process can raise it."""
    error.add_note(traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what this process wrote
    except Exception:  # noqa: BLE001 - whatever an exception of a library does when it is copied
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


class _Outbox:
    """Answers that were made and not yet sent, in their order."""

    def __init__(self) -> None:
        self._waiting = deque[bytes]()
        self._size = 0
        self._changed = threading.Condition()

    def put(self, answer: bytes) -> None:
        """Have an answer sent, once there is room for it."""
        with self._changed:
            self._changed.wait_for(lambda: not self._size or self._size + len(answer) <= _AHEAD)
            self._waiting.append(answer)
            self._size += len(answer)
            self._changed.notify_all()

    def get(self) -> bytes:
        """The next answer, once there is one."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting))
            answer = self._waiting.popleft()
            self._size -= len(answer)
            self._changed.notify_all()
            return answer


def _send(answers: _Outbox, sending: Connection) -> None:
    """Send answers while others are made: the first process takes them when it has time."""
    try:
        while answer := answers.get():
            sending.send_bytes(answer)
    except OSError:
        os._exit(1)  # nobody waits for them any more


def end_with(parent: int) -> None:
    """Have this process ended when its ``parent`` is, however that comes about, where the system
    can: by itself it would end when it next tells what it made.
    """
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
