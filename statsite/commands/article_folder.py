"""The quantities of all articles of a folder, one JSON line an article, read by several processes.

Articles are handed out in batches and their lines given in the order of their names, so that the
lines are the same whatever the number of processes, and no more than a few batches are held.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from statsite.disk import os_error_reason, read_text
from statsite.evidence.articles import LARGEST
from statsite.extract.extraction import article_as_json_line
from statsite.processes import ProcessEndedError, end_with

#: How many articles a process is handed at once, and how many such batches wait for each.
_BATCH, _AHEAD = 16, 4


class ArticleLine(Struct, frozen=True):
    """What an article gives: a line of JSON, and whether its text could be read."""

    json: str
    is_read: bool = True


def article_lines(folder: Path, jobs: int) -> Iterator[ArticleLine]:
    """The line of each article (``*.txt``) in ``folder`` and the folders in it, by ``jobs``
    processes; one that cannot be read says why under ``error``.

    Raises OSError where a folder cannot be listed, and ProcessEndedError.
    """
    batches = _batches(_names(folder))
    done = (
        map(partial(_lines, folder), batches) if jobs == 1 else _by_processes(folder, batches, jobs)
    )
    return chain.from_iterable(done)


def _by_processes(
    folder: Path, batches: Iterable[list[str]], jobs: int
) -> Iterator[list[ArticleLine]]:
    """The lines of each batch, in their order, by as many processes. Raises ProcessEndedError."""
    # Spawned, not forked: a copy of a process that may hold threads is not safe.
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=end_with, initargs=(os.getpid(),)
    ) as pool:
        try:
            yield from _in_order(
                lambda batch: pool.submit(_lines, folder, batch), batches, jobs * _AHEAD
            )
        except BrokenProcessPool as broken:
            raise ProcessEndedError(
                "a process that read articles was ended, maybe for want of memory; run again, with "
                "--jobs 1 where it happens again"
            ) from broken
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # nobody waits for what is left


def _in_order(
    submit: Callable[[list[str]], Future[list[ArticleLine]]],
    batches: Iterable[list[str]],
    most: int,
) -> Iterator[list[ArticleLine]]:
    """What comes of each batch, in their order, at ``most`` so many of them submitted at once."""
    waiting = deque[Future[list[ArticleLine]]]()
    for batch in batches:
        waiting.append(submit(batch))
        if len(waiting) == most:
            yield waiting.popleft().result()
    yield from (future.result() for future in waiting)


def _names(folder: Path) -> Iterator[str]:
    """The articles by their paths below the folder, in order; links are not followed."""
    open_folders = [_entries(folder, "")]
    while open_folders:
        name, entry = next(open_folders[-1], (None, None))
        if name is None or entry is None:
            open_folders.pop()
        elif entry.is_dir(follow_symlinks=False):
            open_folders.append(_entries(folder / name, f"{name}/"))
        elif _is_article(entry):
            yield name


def _is_article(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(".txt") and not entry.is_symlink()


def _entries(folder: Path, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What is in a folder, in the order of names, each with its path."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=attrgetter("name"))
    return ((prefix + entry.name, entry) for entry in listed)


def _batches(names: Iterable[str]) -> Iterator[list[str]]:
    left = iter(names)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _lines(folder: Path, names: list[str]) -> list[ArticleLine]:
    return [_line(folder, name) for name in names]


def _line(folder: Path, name: str) -> ArticleLine:
    try:
        return ArticleLine(article_as_json_line(name, read_text(folder / name, LARGEST)))
    except OSError as error:
        return _unread(name, os_error_reason(error))
    except UnicodeDecodeError:
        return _unread(name, "it is not UTF-8")


def _unread(name: str, reason: str) -> ArticleLine:
    return ArticleLine(
        json.dumps({"file": name, "error": reason}, ensure_ascii=False), is_read=False
    )
