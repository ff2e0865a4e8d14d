"""The folder in which builds keep what they need not do again, and why it can be trusted.

What is kept is published unread, so this user's own builds must have made it. The folder lies
outside the site and the repository around it, where no pull request can put a file, and no other
user can write to it or to a folder in it. No link in it leads to another folder: what builds
write and remove there would be somebody else's.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from statsite.disk import is_too_deep, os_error_reason, remove_unfinished

#: The folder in it that holds the records of builds.
BUILDS = "builds"

#: How many links may lead to the folder.
_LINKS = 40


class CacheUnusable(Exception):  # noqa: N818 - named for what happened
    """The folder of the cache cannot be trusted or made; the message says why in one line."""


def open_folder(named: Path | None, site: Path, output: Path | None = None) -> Path:
    """The folder of the site in ``site``, which is written to ``output``: the one that is
    ``named``, else the user's own folder of caches.

    Raises CacheUnusable where that folder cannot be made, where others could put something into it,
    or where it lies in the site or its repository, or shares files with the output.
    """
    folder = Path(os.path.abspath(named or _usual_folder()))  # noqa: PTH100 - links are to be looked at, not resolved
    if is_too_deep(folder):
        raise CacheUnusable("the cache is not used: its path leads through too many folders")
    try:
        if output is not None:
            _refuse_shared(folder, output)
        _make(folder)
        trusted = _trusted(folder, site)
    except (CacheUnusable, OSError) as error:
        raise CacheUnusable(f"the cache {folder} is not used: {_reason(error)}") from error
    for one in (trusted, trusted / BUILDS):
        remove_unfinished(one)
    return trusted


def _reason(error: CacheUnusable | OSError) -> str:
    return os_error_reason(error) if isinstance(error, OSError) else str(error)


def _refuse_shared(folder: Path, output: Path) -> None:
    """Raise CacheUnusable where what is kept in the folder would be published, or what is published
    would lie among the records of builds.
    """
    kept, written = (Path(os.path.realpath(path)) for path in (folder, output))
    if kept.is_relative_to(written):
        raise CacheUnusable("it lies in the output")
    if written.is_relative_to(kept / BUILDS):
        raise CacheUnusable("the output lies in it, where builds keep their records")


def _trusted(folder: Path, site: Path) -> Path:
    """Where ``folder`` lies without links.

    Raises CacheUnusable where somebody else may have put something into it.
    """
    resolved = folder.resolve(strict=True)
    for step in _steps(folder):
        _refuse_open(step)
    _refuse_place(resolved, site)
    with os.scandir(resolved) as entries:
        for entry in entries:
            _refuse_foreign(entry)
    return resolved


def _refuse_place(folder: Path, site: Path) -> None:
    """Raise CacheUnusable where what lies there is no folder of this user outside the site."""
    if not folder.is_dir():
        raise CacheUnusable("it is not a folder")
    if folder.stat().st_uid != os.geteuid():
        raise CacheUnusable("it belongs to another user")
    if folder.is_relative_to(_repository(site.resolve())):
        raise CacheUnusable(
            "it lies in the site or its repository, where a change to the site could fill it"
        )


def _refuse_foreign(entry: os.DirEntry[str]) -> None:
    """Raise CacheUnusable where something in the folder leads to another one, or is a folder that
    somebody else could fill.
    """
    if entry.is_dir() and entry.is_symlink():
        raise CacheUnusable(f"`{entry.name}` in it is a link")
    if entry.is_dir():
        _refuse_open(Path(entry.path))


def _usual_folder() -> Path:
    """As the XDG Base Directory specification has it: a relative path in the variable counts as
    none.
    """
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else _home() / ".cache") / "statsite"


def _home() -> Path:
    """The user's own folder. A relative one counts as none: it would lead elsewhere from each place
    that a build is begun from, maybe into what a stranger put there.
    """
    with suppress(RuntimeError):  # a user without a home
        home = Path.home()
        if home.is_absolute():
            return home
    raise CacheUnusable("there is no home folder to keep drawings in; name a folder with --cache")


def _make(folder: Path) -> None:
    """Make ``folder`` and those around it that are missing, for this user alone."""
    for one in (*reversed(folder.parents), folder):
        if not one.exists():
            one.mkdir(0o700, exist_ok=True)


def _steps(path: Path) -> Iterator[Path]:
    """Every folder and link that the system passes on its way to an absolute ``path``."""
    at, ahead, links = Path("/"), list(reversed(path.parts[1:])), 0
    yield at
    while ahead:
        step = at.parent if (name := ahead.pop()) == ".." else at / name
        yield step
        if not step.is_symlink():
            at = step
            continue
        links += 1
        if links > _LINKS:
            raise CacheUnusable("it leads through too many links")
        target = step.readlink()
        at = Path("/") if target.is_absolute() else at
        ahead.extend(reversed(target.parts[1:] if target.is_absolute() else target.parts))


def _refuse_open(step: Path) -> None:
    """Raise CacheUnusable where another user could exchange what is at ``step`` or in it.

    Only a sticky folder may be open to others.
    """
    status = step.lstat()
    if status.st_uid not in {0, os.geteuid()}:
        raise CacheUnusable(f"{step} belongs to another user")
    if stat.S_ISDIR(status.st_mode) and _is_open(status.st_mode):
        raise CacheUnusable(f"others can write to {step}")


def _is_open(mode: int) -> bool:
    """Whether others can exchange what is in a folder of this mode."""
    return bool(mode & 0o022) and not mode & stat.S_ISVTX


def _repository(site: Path) -> Path:
    """The work tree that ``site`` is in, or ``site`` itself."""
    return next(
        (folder for folder in (site, *site.parents) if os.path.lexists(folder / ".git")), site
    )
