"""The files of two states that differ though nothing that is shown of the difference is in them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from statsite.diff.checkouts import Checkout
from statsite.diff.compare import FigureChange, SiteDifference
from statsite.problems import Problem
from statsite.site_folder import CONTENT, LOCK_PATH, SITE_FILE, TEMPLATES_FOLDER


def unshown_files(
    difference: SiteDifference, problems: Iterable[Problem], earlier: Checkout, later: Checkout
) -> tuple[str, ...]:
    """The files of the content whose bytes differ and of which neither ``difference`` nor
    ``problems`` tell anything, by path; those of the sites' own templates too where both states
    are folders.
    """
    are_folders = not earlier.commit and not later.commit
    # a revision is laid out without templates
    parts = [SITE_FILE, CONTENT, *([TEMPLATES_FOLDER] if are_folders else [])]
    differing = _differing(_digests(earlier.folder, parts), _digests(later.folder, parts))
    return tuple(sorted(differing - _shown(difference, problems)))


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """The files that came, went or hold something else."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _shown(difference: SiteDifference, problems: Iterable[Problem]) -> set[str]:
    figures = {path for change in difference.figures for path in _files_of(change)}
    others = {change.path for change in difference.others}
    lock = {LOCK_PATH} if difference.proofs else set()
    return figures | others | lock | {problem.location.path for problem in problems}


def _files_of(change: FigureChange) -> Iterator[str]:
    for figure in (change.before, change.after):
        if figure is not None:
            yield figure.location.path


def _digests(root: Path, parts: Iterable[str]) -> Mapping[str, str]:
    """What every file below ``parts`` of ``root`` holds, by its path: names that begin with a dot
    aside, as nothing reads them.
    """
    found = dict[str, str]()
    waiting = list(parts)
    while waiting:
        path = waiting.pop()
        at = root / path
        if at.is_dir() and not at.is_symlink():
            waiting += [
                f"{path}/{one.name}" for one in at.iterdir() if not one.name.startswith(".")
            ]
        elif os.path.lexists(at):
            found[path] = _content(at)
    return found


def _content(at: Path) -> str:
    """A digest of a regular file; of anything else what it is."""
    mode = at.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"link to {at.readlink()}"
    if not stat.S_ISREG(mode):
        return f"of kind {stat.S_IFMT(mode)}"
    handle = os.open(at, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
