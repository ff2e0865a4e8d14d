"""Check the content, render the site and write it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from statsite.build_record import (
    Inputs,
    Record,
    RecordFile,
    inputs_of,
    recorded,
    still_there,
)
from statsite.commands import options
from statsite.commands.folders import cache_folder
from statsite.disk import FileIdentity
from statsite.kept_files import KeptFiles
from statsite.loaded_program import is_as_loaded
from statsite.messages import print_line, print_problems
from statsite.write import clear_up

if TYPE_CHECKING:
    from statsite.commands.full_build import Built

    #: Builds with the help of the files that the last build left, and of what it kept beside them.
    _Build = Callable[[KeptFiles, Path | None], Built]


@click.command(help=__doc__)
@options.site
@click.option(
    "--output",
    type=options.PathArgument(path_type=Path),
    help="Where to write; output/ in the site's folder otherwise.",
)
@options.cache
@click.option(
    "--jobs",
    default="auto",
    type=options.Jobs(),
    show_default=True,
    help="Processes that make files; auto is one for each core.",
)
@options.strict
@options.base_url
@click.option(
    "--require-verified",
    "verified",
    is_flag=True,
    help="Verify against the articles' texts first; refuse what differs.",
)
@options.sources
@click.option("--force", is_flag=True, help="Build although nothing changed since the last build.")
def command(  # noqa: PLR0913 - one for each option
    *,
    site: Path,
    output: Path | None,
    cache: Path | None,
    jobs: int,
    strict: bool,
    base_url: str | None,
    verified: bool,
    sources: Path | None,
    force: bool,
) -> None:
    _refuse_idle_sources(sources, verified=verified)
    target = output or site / "output"
    kept = cache_folder(cache, site, target)
    memory = None
    if kept is not None and not verified:
        memory = _Memory(RecordFile(kept, site, target), site, target, (strict, base_url))
    inputs = memory.inputs() if memory else None
    last = memory.records.read() if memory and not force else None
    before = memory.if_unchanged(last, inputs) if memory and last else None
    if before is not None:
        _repeat(before, target)
        return
    from statsite.commands.full_build import Request, build  # noqa: PLC0415 - its libraries take longer to load than to see that nothing changed

    request = Request(site, target, kept, jobs, strict, base_url, verified, sources)
    built = _built(partial(build, request), memory, inputs, last)
    if built.status:
        sys.exit(built.status)


def _refuse_idle_sources(sources: Path | None, *, verified: bool) -> None:
    if sources is not None and not verified:
        raise click.UsageError(
            "--sources is for --require-verified: nothing else of a build opens the articles' texts"
        )


def _built(
    build: _Build, memory: _Memory | None, inputs: Inputs | None, last: Record | None
) -> Built:
    """What ``build`` builds, with the help of the last build where there is a record of it and all
    that was read then can be read.
    """
    if memory is None or inputs is None:
        return build(KeptFiles(""), memory.records.spare if memory else None)
    return memory.build(build, inputs, last)


class _Memory(Struct, frozen=True):
    """What is kept of the last build of a site into ``target``, as it was asked for by
    ``options``.
    """

    records: RecordFile
    site: Path
    target: Path
    options: tuple[bool, str | None]

    def inputs(self) -> Inputs | None:
        """Fingerprints of what a build reads; None where some of it cannot be read."""
        return inputs_of(self.site, self.options)

    def if_unchanged(self, last: Record, inputs: Inputs | None) -> Record | None:
        """The record of the ``last`` build where the next one would do the same again; brought up
        to date.
        """
        if inputs is None or last.inputs != inputs.all:
            return None
        current = still_there(last, self.target)
        if current is not None and current is not last:
            self._write(current)
        return current

    def _write(self, record: Record) -> None:
        """Keep a record, where that can be; without it, the next build does its work again."""
        with suppress(OSError):
            self.records.write(record)

    def build(self, build: _Build, inputs: Inputs, last: Record | None) -> Built:
        """What ``build`` builds with the help of what the ``last`` one left, none of it where there
        is no record to count; what this one leaves is kept in turn unless what it read or ran has
        changed since.
        """
        files = self.records.kept_files(last, inputs.engine)
        built = build(files, self.records.spare)
        if not built.status and inputs == self.inputs() and is_as_loaded():
            self.keep(Record(inputs.all, built.problems, built.report, {}), files, built.made)
        return built

    def keep(self, record: Record, files: KeptFiles, made: Mapping[str, FileIdentity]) -> None:
        """Write the record of a build that has just ``made`` its files, and what each of its
        ``files`` was made from; without these, the next build does its work again.
        """
        with suppress(OSError):
            now = recorded(record, self.target, made)
            self.records.write(now)
            self.records.write_keys(now, files)


def _repeat(record: Record, target: Path) -> None:
    """Say what the build said, and that this one changed nothing."""
    clear_up(target)
    print_problems(record.problems, "text")
    print_line(f"{target}: {record.report}, 0 changed")
