"""Templates of a site are a stranger's program: they are rendered in a process of their own that
may take little and open nothing.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import IO, Any, Final, Protocol

from jinja2 import StrictUndefined, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from statsite.render.environment import location_of_failure, template_error_reason

#: Processor time for one page, and for all of them: a share for each besides.
STEP_SECONDS: Final = 4.0
ALL_SECONDS: Final = 8.0
SECONDS_A_STEP: Final = 0.1

#: How long the process may be silent, by the clock: while it starts, and with one page.
START_PATIENCE: Final = 60.0
STEP_PATIENCE: Final = 10.0

#: Bytes: memory beside what the site itself takes, one page, and all pages: a share for each
#: besides.
MEMORY: Final = 1024**3
PAGE: Final = 16 * 1024**2
ALL_PAGES: Final = 64 * 1024**2
BYTES_A_STEP: Final = 256 * 1024

#: Letters or items that a repetition may make, and bits of a number.
LONGEST_REPETITION: Final = 100_000
LARGEST_NUMBER: Final = 10_000

_ROOT = Path(__file__).resolve().parents[2]
_CHILD = (
    f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from statsite.render.sandbox "
    "import run_child; run_child()"
)

_PAGE, _FAULT = b"p", b"f"
_HEAD = 5
_CHUNK = 1 << 16


class Step(Struct, frozen=True):
    """One thing to do: the name of the template it is done with, where its text will be, and what
    gives the text piece by piece.
    """

    template: str
    address: str
    run: Callable[[], Generator[str, None, None]]


class Job(Protocol):
    """What is sent to the process: it must be picklable, and its steps the same on both sides."""

    @property
    def own(self) -> frozenset[str]:
        """The names of the site's own templates."""

    def prepare(self) -> None:
        """Do all that opens files or takes long and is not the templates' doing."""

    def steps(self) -> Iterator[Step]:
        """What to do, in order."""


class RenderFailure(Struct, frozen=True):
    """What went wrong in a step: the template and line, what was said, and whether nothing comes
    after it.
    """

    template: str
    line: int
    said: str
    is_final: bool = False


class Sandbox(ImmutableSandboxedEnvironment):
    """No template reaches anything private, changes anything it is given, or makes a huge thing in
    one operation.
    """

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - a template multiplies anything
        """``left * right`` or ``left ** right``, unless that is too long or too large."""
        if _is_huge(operator, left, right):
            raise SecurityError(
                f"`{operator}` makes more than {LONGEST_REPETITION} letters or a number of "
                f"more than {LARGEST_NUMBER} bits"
            )
        return super().call_binop(context, operator, left, right)


def _is_huge(operator: str, left: object, right: object) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        bits = (
            left.bit_length() * abs(right)
            if operator == "**"
            else left.bit_length() + right.bit_length()
        )
        return bits > LARGEST_NUMBER
    for one, times in ((left, right), (right, left)):
        if isinstance(one, str | bytes | list | tuple) and isinstance(times, int):
            return len(one) * times > LONGEST_REPETITION
    return False


def rendered(job: Job) -> Iterator[bytes | RenderFailure]:
    """What each step of ``job`` gives, in order: its text, or the fault that kept it from giving
    one. Ends after a final fault.
    """
    with subprocess.Popen(  # noqa: S603 - this module, in a process of its own
        [sys.executable, "-I", "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
    ) as process:
        try:
            yield from _answers(process, job)
        finally:
            process.kill()


def _answers(process: subprocess.Popen[bytes], job: Job) -> Iterator[bytes | RenderFailure]:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both were asked for
    try:
        with process.stdin as order:
            pickle.dump(job, order)
    except BrokenPipeError:
        pass  # it ended at once: its silence is told below
    patience, left = START_PATIENCE, ALL_PAGES
    for step in job.steps():
        answer = _answer(process.stdout, step.template, patience)
        patience, left = STEP_PATIENCE, left + BYTES_A_STEP - _length(answer)
        if left < 0:
            answer = _final(step.template, "the pages come to too many bytes")
        yield answer
        if isinstance(answer, RenderFailure) and answer.is_final:
            return


def _length(answer: bytes | RenderFailure) -> int:
    """The bytes of a page; a failure has none."""
    return len(answer) if isinstance(answer, bytes) else 0


def _final(template: str, said: str) -> RenderFailure:
    """A failure of which no line is known, and after which nothing more comes."""
    return RenderFailure(template, 1, said, is_final=True)


def _answer(pipe: IO[bytes], template: str, patience: float) -> bytes | RenderFailure:
    """One answer of the process; silence and nonsense are faults."""
    read = partial(_read, pipe.fileno(), time.monotonic() + patience)
    try:
        head = read(_HEAD)
        kind, length = head[:1], int.from_bytes(head[1:])
        content = read(length) if length <= PAGE else b""
    except TimeoutError:
        return _final(template, f"nothing came within {STEP_PATIENCE:.0f} seconds")
    except EOFError:
        return _final(
            template,
            "the process that renders it ended: it took too much time or memory, or calls "
            "itself without end",
        )
    if kind == _PAGE and length <= PAGE:
        return content
    return _told_failure(template, content)


def _told_failure(template: str, content: bytes) -> RenderFailure:
    """The failure that the process tells of."""
    try:
        name, line, said, is_final = json.loads(content)
        return RenderFailure(str(name), int(line), str(said), bool(is_final))
    except (ValueError, TypeError):
        return _final(template, "the process that renders it gave no sensible answer")


def _read(descriptor: int, until: float, size: int) -> bytes:
    """``size`` bytes. Raises TimeoutError and EOFError."""
    parts: list[bytes] = []
    while size:
        ready, _, _ = select.select([descriptor], [], [], max(until - time.monotonic(), 0))
        if not ready:
            raise TimeoutError
        part = os.read(descriptor, min(size, _CHUNK))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _OutOfTimeError(BaseException):
    """A step took its processor time; nothing that templates call catches this."""


def run_child() -> None:
    """Do the steps of the job that is on the standard input, and write what each gives to the
    standard output.
    """
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started this one
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    job.prepare()
    _load_all()
    steps = list(job.steps())
    _close_doors()
    _confine(len(steps))
    signal.signal(signal.SIGPROF, _out_of_time)
    for step in steps:
        answer = _done(step, job.own)
        out.write(_message(answer))
        out.flush()
        if isinstance(answer, RenderFailure) and answer.is_final:
            return


def _message(answer: bytes | RenderFailure) -> bytes:
    """An answer as it is written: its kind, its length, and itself."""
    if isinstance(answer, bytes):
        return _PAGE + len(answer).to_bytes(_HEAD - 1) + answer
    told = json.dumps([answer.template, answer.line, answer.said, answer.is_final]).encode()
    return _FAULT + len(told).to_bytes(_HEAD - 1) + told


def _load_all() -> None:
    """Load what Jinja loads only when a template asks for it, while files can be opened."""
    made = Sandbox(undefined=StrictUndefined)
    made.from_string(
        "{{ 'a b\\u4e00' | wordwrap(1) | urlize | tojson }}{{ lipsum(1) }}{{ [1] | pprint }}"
    ).render()
    with suppress(UndefinedError):
        made.from_string("{{ nobody }}").render()


def _close_doors() -> None:
    """Nothing of this process's own reaches its input or any screen."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _confine(steps: int) -> None:
    """From here on no file is opened or written and no process begun, and memory and time are
    bounded.
    """
    seconds = int(time.process_time() + ALL_SECONDS + steps * SECONDS_A_STEP) + 1
    limits = {
        resource.RLIMIT_AS: _own_memory() + MEMORY,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 0,
    }
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))


def _own_memory() -> int:
    """The address space that this process has, in bytes."""
    return (
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        * resource.getpagesize()
    )


def _out_of_time(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTimeError


def _done(step: Step, own: frozenset[str]) -> bytes | RenderFailure:
    def place(error: BaseException) -> tuple[str, int]:
        return location_of_failure(error, own, step.template)

    try:
        return _timed(step)
    except _OutOfTimeError as error:
        said = f"rendering takes more than {STEP_SECONDS:.0f} seconds"
        return RenderFailure(*place(error), said, is_final=True)
    except MemoryError as error:
        failed_at = place(error)
    except RecursionError as error:
        return RenderFailure(*place(error), "the template calls itself without end")
    except Exception as error:  # noqa: BLE001 - a template may raise anything, and all of it is the template's fault
        return RenderFailure(*place(error), _reason(error))
    gc.collect()
    return RenderFailure(*failed_at, f"rendering takes more than {MEMORY // 1024**2} MiB of memory")


def _reason(error: Exception) -> str:
    """What an error says, without the places of this machine that the system names in its own."""
    if isinstance(error, OSError) and not isinstance(error, TemplateNotFound):
        return "the template does what opens a file, such as encoding a text"
    return template_error_reason(error)


def _timed(step: Step) -> bytes:
    """The page of a step, within its processor time."""
    signal.setitimer(signal.ITIMER_PROF, STEP_SECONDS, STEP_SECONDS / 4)
    try:
        return _text(step)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _text(step: Step) -> bytes:
    parts: list[bytes] = []
    size = 0
    pieces = step.run()
    for piece in pieces:
        parts.append(piece.encode())
        size += len(parts[-1])
        if size > PAGE:
            pieces.throw(ValueError(f"the page has more than {PAGE // 1024**2} MiB"))
    return b"".join(parts)
