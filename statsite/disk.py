"""Files read and written safely: only regular files are opened, and a file is written whole or not
at all.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path

#: How far the clock of a file system may lag behind, in nanoseconds: what was changed that shortly
#: before may have been changed since.
CLOCK_TICK = 20_000_000

#: How the name of a file ends that is not written to its end; it begins with a dot.
UNFINISHED = ".part"

_REASONS = {
    errno.ENOSPC: "no space left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "a file grew too large",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the disk is read-only",
    errno.EBUSY: "it is a mount point; give a folder inside it",
    errno.EXDEV: "it is a mount point; give a folder inside it",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "there is no such file or folder",
    errno.ELOOP: "it is a link, or leads through too many",
}

#: How many folders a path that somebody names may lead through: system and library open, make and
#: remove far fewer within each other.
MOST_FOLDERS = 200


def is_too_deep(path: str | os.PathLike[str]) -> bool:
    """Whether ``path`` leads through more folders than are opened, made or removed."""
    return os.fspath(path).count(os.sep) > MOST_FOLDERS


def os_error_reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def read_regular(
    path: Path, limit: int, *, owner: int | None = None, follow: bool = False
) -> bytes:
    """The first ``limit`` bytes of a regular file; a pipe or device in its place is not waited for,
    a link is only followed where ``follow`` says so.

    Raises OSError, also where the file belongs to another user than ``owner``, or where others can
    write into it.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _refuse_other(os.fstat(file.fileno()), owner)
        return file.read(limit)


def _refuse_other(status: os.stat_result, owner: int | None) -> None:
    """Raise OSError where a file is not a regular one, or somebody else may have written it."""
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    if owner is not None and status.st_uid != owner:
        raise OSError(errno.EINVAL, "it belongs to another user")
    if owner is not None and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise OSError(errno.EINVAL, "others can write into it")


def file_digest(path: str, status: os.stat_result) -> str:
    """The SHA-256 of a file that is no link and had this ``status`` just now; it is read once as
    long as it has the same. One that was changed that shortly before that it may have been changed
    again in the same moment is read each time. Raises OSError.
    """
    if status.st_ctime_ns > time.time_ns() - CLOCK_TICK:
        return _read_digest(path)
    return _digest_as_it_is(path, status.st_ctime_ns, *identity(status))


@cache
def _digest_as_it_is(path: str, *_: object) -> str:
    """The SHA-256 of a file, as long as what tells its states from each other is the same."""
    return _read_digest(path)


def _read_digest(path: str) -> str:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_text(path: Path, limit: int) -> str:
    """The UTF-8 text of a regular file, without byte-order mark and with LF line ends; links are
    followed.

    Raises OSError, also where it is larger than ``limit`` bytes, and UnicodeDecodeError.
    """
    raw = read_regular(path, limit + 1, follow=True)
    if len(raw) > limit:
        raise OSError(errno.EINVAL, f"it is larger than {limit // 1024} KiB")
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def write_whole(
    path: Path, content: bytes, *, is_lasting: bool = True, is_private: bool = False
) -> None:
    """Put ``content`` in the place of the file at ``path``: written beside it, flushed to the disk,
    then renamed. One that is not ``is_lasting`` is not flushed: where the machine stops soon after,
    the file may hold anything. Nor is what killed writers left of it looked for, which takes longer
    the more files are beside it: who keeps many removes that of all at once.

    A file that is replaced keeps its mode; one that ``is_private`` is for this user alone, whatever
    the umask says. Raises OSError, which names ``path``; what was there
    before then is there still.
    """
    try:
        _write_whole(path, content, is_lasting=is_lasting, is_private=is_private)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_whole(path: Path, content: bytes, *, is_lasting: bool, is_private: bool) -> None:
    if is_lasting:
        remove_unfinished(path.parent, path.name)
    with _beside(path, _PRIVATE if is_private else _USUAL) as (unfinished, handle):
        with os.fdopen(os.dup(handle), "wb") as file:
            file.write(content)
        if not is_private:
            _take_mode_of(path, handle)
        if is_lasting:
            os.fsync(handle)
        unfinished.replace(path)
    if is_lasting:
        flush_folder(path.parent)


def _take_mode_of(path: Path, handle: int) -> None:
    """Give an open file the mode of the regular file at ``path``, where there is one."""
    with suppress(FileNotFoundError):
        before = path.lstat().st_mode
        if stat.S_ISREG(before):
            os.fchmod(handle, stat.S_IMODE(before))


def remove_unfinished(folder: Path, name: str = "") -> None:
    """Remove what writers that were killed left in ``folder``, of the file ``name`` alone where it
    is given. What is being written stays.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_unfinished(entry, name):
                _remove_unlocked(Path(entry.path))


def _is_unfinished(entry: os.DirEntry[str], name: str) -> bool:
    """Whether an entry of a folder is called as what a writer of the file ``name`` leaves."""
    is_called_so = entry.name.startswith(f".{name}") and entry.name.endswith(UNFINISHED)
    return is_called_so and entry.is_file(follow_symlinks=False)


def remove_tree(path: Path) -> None:
    """Remove whatever is at ``path``: of a folder all that is in it, however deep folders lie in
    each other and whatever their modes; links are removed, not followed. Raises OSError where
    something stays.
    """
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    with suppress(RecursionError):  # nothing but removing, for which there is room on a full disk
        shutil.rmtree(path, ignore_errors=True)
    if path.is_dir():
        _remove_odd_tree(path)


def _remove_odd_tree(path: Path) -> None:
    """Remove a folder of which some is closed or lies too deep.

    What lies deeper than in ``path`` itself is moved up before it is emptied, so that no path grows
    long.
    """
    path.chmod(stat.S_IRWXU)
    names = map(str, count())
    waiting = _folders_left(path)
    while waiting:
        folder = waiting.pop()
        for deeper in _folders_left(folder):
            moved = next(at for at in map(path.joinpath, names) if not os.path.lexists(at))
            waiting.append(deeper.rename(moved))
        folder.rmdir()
    path.rmdir()


def _folders_left(folder: Path) -> list[Path]:
    """The folders in ``folder``, open to this user, once all else in it is removed."""
    left = list[Path]()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                left.append(Path(entry.path))
            else:
                Path(entry.path).unlink()
    for one in left:
        one.chmod(stat.S_IRWXU)
    return left


#: Size, time of the last change of content in nanoseconds, and inode of a file: another one in its
#: place, or other content, is told by these, a second name is not.
FileIdentity = tuple[int, int, int]


def identity(status: os.stat_result) -> FileIdentity:
    """The identity of a file with this ``status``."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def states_in(root: Path, folder: str) -> list[tuple[str, os.stat_result]]:
    """The path below ``root`` of each thing in a ``folder`` of it, and the state of that."""
    with os.scandir(f"{root}/{folder}") as entries:
        return [(f"{folder}{one.name}", one.stat(follow_symlinks=False)) for one in entries]


def kinds_in(root: Path, folder: str) -> list[tuple[str, bool]]:
    """The path below ``root`` of each thing in a ``folder`` of it, and whether that is a folder."""
    with os.scandir(f"{root}/{folder}") as entries:
        return [(f"{folder}{one.name}", one.is_dir(follow_symlinks=False)) for one in entries]


def flush_folder(folder: Path) -> None:
    """Have the names in ``folder`` written to the disk, where the file system can."""
    with suppress(OSError), _open_folder(folder) as handle:
        os.fsync(handle)


@contextmanager
def _open_folder(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield handle
    finally:
        os.close(handle)


def flush_file_system(folder: Path) -> None:
    """Have everything written to the disk that ``folder`` lies on: for a thousand files much faster
    than one by one. Raises OSError.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    with _open_folder(folder) as handle:
        if syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


@contextmanager
def _beside(path: Path, mode: int) -> Iterator[tuple[Path, int]]:
    """A new file of this ``mode`` beside ``path``, open and locked, so that nobody takes it for
    what a dead writer left; removed where it was not renamed.
    """
    while True:
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
        handle = os.open(unfinished, _NEW_FILE, mode)
        try:
            if not _locked(handle):  # taken for a dead writer's before it was locked
                continue
            yield unfinished, handle
        finally:
            unfinished.unlink(missing_ok=True)
            os.close(handle)
        return


#: The mode of a new file for this user alone, and of one for whomever the umask leaves it to.
_PRIVATE, _USUAL = 0o600, 0o666
#: How a file is opened that is not there yet.
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return os.fstat(handle).st_nlink > 0


def _remove_unlocked(path: Path) -> None:
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(handle)
