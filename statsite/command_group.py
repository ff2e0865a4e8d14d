"""How every command ends: with an exit status and, where it could not do its work, one line that
says why; never with a traceback unasked.
"""

from __future__ import annotations

import ast
import atexit
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from statsite.disk import os_error_reason
from statsite.messages import LostOutput, print_line

#: How much of what an unforeseen exception says is told.
_SHOWN = 200


#: The package that holds a module of each command's name.
_PACKAGE = "statsite.commands"


class CommandGroup(click.Group):
    """A group of commands that all end as this module says; each takes ``--debug``.

    ``modules`` are the commands' names, each that of a module whose ``command`` it is; a module is
    loaded when its command is called. ``shows_traces`` says whether ``--debug`` was asked for.
    """

    def __init__(self, *arguments: Any, modules: Sequence[str], **named: Any) -> None:  # noqa: ANN401 - click's own, handed through
        super().__init__(*arguments, **named)
        self._modules = tuple(modules)
        self.shows_traces = False
        self.params.append(self._debug())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The commands' names, in their order."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """The command of a name, with the option ``--debug``; None where there is no
        such command.
        """
        if cmd_name not in self._modules:
            return None
        if cmd_name not in self.commands:
            found: click.Command = import_module(f"{_PACKAGE}.{cmd_name}").command
            found.params.append(self._debug())
            self.add_command(found, cmd_name)
        return self.commands[cmd_name]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click calls it
        """List the commands, each with the first sentence of its module, which need not be loaded
        for that.
        """
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self._modules])

    def main(self, *arguments: Any, standalone_mode: bool = True, **named: Any) -> Any:  # noqa: ANN401 - click's own, handed through
        """Run the command line; ends the process unless not in ``standalone_mode``, in which what
        is raised is the caller's.
        """
        run = partial(super().main, *arguments, standalone_mode=False, **named)
        if not standalone_mode:
            return run()
        _hold_streams()
        _collect_seldom()
        self.shows_traces = False
        status = self._ended(run)
        sys.exit(status if isinstance(status, int) else 0)

    def _ended(self, run: Callable[[], Any]) -> Any:  # noqa: ANN401 - click's own, handed through
        """What a command gives; says why and ends where it could not do its work."""
        try:
            return run()
        except click.ClickException as error:
            _refuse_call(error)
        except click.Abort:
            print_line("stopped", err=True)
            sys.exit(1)
        except Exception as error:  # noqa: BLE001 - the last resort
            _tell(error, with_trace=self.shows_traces)
            sys.exit(1)

    def _debug(self) -> click.Option:
        def remember(_context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - as click calls it
            self.shows_traces = self.shows_traces or value

        told = "Show the trace of a failure of the program."
        return click.Option(
            ["--debug"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=remember,
            help=told,
        )


def run_alone(main: Callable[[], object]) -> None:
    """Run a command line as all that this process does: once all is done that is to be done when it
    ends, its memory is the system's. To take apart object by object what a build made takes 30 ms.
    """
    statuses = list[int]()
    atexit.register(_leave, statuses)  # the first one is called last
    try:
        main()
    except SystemExit as ended:
        if isinstance(ended.code, int):
            statuses.append(ended.code)
        raise


def _leave(statuses: Sequence[int]) -> None:
    """End the process with its status, where it has one and what it printed can be written."""
    if statuses:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(statuses[0])


def _collect_seldom() -> None:
    """Look for objects that nothing needs any more less often than Python does by itself: nearly
    all that a command makes lives until it ends, and looking at it again and again took a sixth of
    a build. To look at all of it once more when the process ends took a tenth.
    """
    gc.set_threshold(300_000, 7, 2)
    atexit.register(gc.freeze)


def _summary(name: str) -> str:
    """The first sentence that the module of a command says of it."""
    found = find_spec(f"{_PACKAGE}.{name}")
    return _first_sentence(_docstring(Path(found.origin))) if found and found.origin else ""


def _docstring(module: Path) -> str:
    return ast.get_docstring(ast.parse(module.read_bytes())) or ""


def _first_sentence(text: str) -> str:
    """A text to the end of its first sentence, however many lines that takes."""
    sentence, dot, _ = f"{' '.join(text.split())} ".partition(". ")
    return (sentence + dot).rstrip()


def _refuse_call(error: click.ClickException) -> NoReturn:
    """Say what is wrong in a call, as click does, and end."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        _print_usage(error.ctx)
    print_line(f"Error: {error.format_message()}", err=True)
    sys.exit(error.exit_code)


def _print_usage(ctx: click.Context) -> None:
    for line in ctx.get_usage().splitlines():
        print_line(line, err=True)
    print_line(f"Try '{ctx.command_path} --help' for help.", err=True)


def tell_failure(error: Exception) -> str:
    """Say why a command that goes on could not do a part of its work; gives the line it said."""
    context = click.get_current_context(silent=True)
    group = context.find_root().command if context else None
    return _tell(error, with_trace=isinstance(group, CommandGroup) and group.shows_traces)


def _tell(error: Exception, *, with_trace: bool) -> str:
    if with_trace:
        _print_trace(error)
    told = f"error: {_explanation(error)}"
    print_line(told, err=True)
    return told


def _explanation(error: Exception) -> str:
    """Why a command could not go on: what the system refused or had no room for, or a fault of the
    program and where to report it.
    """
    if isinstance(error, LostOutput):
        return str(error)
    if isinstance(error, OSError):
        return _refusal(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    said = f"{type(error).__name__}: {error}"[:_SHOWN]
    return (
        f"the program failed{_place(error)}, {said}; please report this with the command you ran "
        "(--debug shows the trace)"
    )


def _place(error: Exception) -> str:
    """Where in the program an error was raised, as far as that is known."""
    frames = traceback.extract_tb(error.__traceback__)
    return f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _refusal(error: OSError) -> str:
    """What the system refused, with the file where it names one."""
    if isinstance(error.filename, (str, bytes)):
        return f"{os.fsdecode(error.filename)}: {os_error_reason(error)}"
    return os_error_reason(error)


def _print_trace(error: Exception) -> None:
    for line in traceback.format_exception(error):
        for part in line.splitlines():
            print_line(part, err=True)


def _hold_streams() -> None:
    """Lead standard streams that were closed nowhere, lest the next file that is opened takes their
    place.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - the standard error
        os.set_inheritable(handle, True)  # noqa: FBT003 - the only way to say it
    os.close(handle)
    sys.stdout = sys.stdout or _stream_at(1)
    sys.stderr = sys.stderr or _stream_at(2)


def _stream_at(handle: int) -> TextIO:
    return os.fdopen(handle, "w", encoding="utf-8")
