"""The only writer of output: files are staged beside it, then swapped in with one rename."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from statsite import addresses, disk

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

# A web server reads the site whatever the umask of whoever built it.
_FOLDER_MODE = 0o755
_FILE_MODE = 0o644

#: In bytes; what is longer is not a manifest of a build.
_LARGEST_MANIFEST = 64 * 1024 * 1024
_LARGEST_FILE = 256 * 1024 * 1024

#: How deep folders lie within each other in an output at most; a build needs five.
_DEEPEST = 40


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A file as the manifest lists it."""

    path: str
    size: int
    sha256: str


class WriteError(Exception):
    """The site could not be written; the message says why in one line.

    The previous output is untouched.
    """


@dataclass(frozen=True, slots=True)
class Written:
    """What a build wrote: how many files and bytes, and how many files differ from the
    site before.
    """

    files: int
    size: int
    changed: int


def write_site(
    files: Iterable[tuple[str, bytes]], output: Path, *, protected: Iterable[Path]
) -> Written:
    """Write ``files`` and their manifest to ``output``, which then holds them and nothing else.

    At every moment ``output`` is one whole site, the one before or the new one, on the disk too.
    ``protected`` are folders that must not be, or lie inside, the output. Raises WriteError when
    ``output`` holds files that no build wrote, is being written by another build, or cannot be
    written.
    """
    output = _checked(output, protected)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _locked(output):
            _recover(output)
            _refuse_foreign(output)
            return _stage_and_swap(files, output)
    except OSError as error:
        raise WriteError(f"cannot write {_shown(output.name)}: {_reason(error, output)}") from error


def _checked(output: Path, protected: Iterable[Path]) -> Path:
    """``output`` without links and dots, once it is known to be no file, no link and no folder that
    holds a protected one.
    """
    try:
        if output.is_symlink():
            raise WriteError(f"{_shown(output.name)} is a symbolic link; give a folder")
        resolved = output.resolve()
        kept = [folder.resolve() for folder in (*protected, *_home(), Path("/"))]
    except (OSError, RuntimeError) as error:
        raise WriteError(f"{_shown(str(output))} leads nowhere: {_why_nowhere(error)}") from error
    for folder in kept:
        if folder.is_relative_to(resolved):
            raise WriteError(_would_replace(resolved, folder))
    if resolved.exists() and not resolved.is_dir():
        raise WriteError(f"{_shown(resolved.name)} is a file; give a folder")
    return resolved


def _why_nowhere(error: OSError | RuntimeError) -> str:
    # A circle of links is a RuntimeError before Python 3.13.
    if isinstance(error, OSError):
        return disk.os_error_reason(error)
    return "it leads through a circle of links"


def _would_replace(output: Path, folder: Path) -> str:
    return (
        f"{_shown(output.name or str(output))} would replace "
        f"{_shown(folder.name or str(folder))}; choose a folder of its own"
    )


def _home() -> list[Path]:
    with suppress(RuntimeError):  # a user without a home
        return [Path.home()]
    return []


def _stage_and_swap(files: Iterable[tuple[str, bytes]], output: Path) -> Written:
    staging = output.with_name(f".{output.name}.staging")
    _remove(staging)  # what a build that was killed left behind
    try:
        staging.mkdir()
        entries = sorted([_stage(staging, path, content, output) for path, content in files])
        _write(staging / addresses.MANIFEST, _manifest_of(entries))
        for folder, _, _ in os.walk(staging):
            Path(folder).chmod(_FOLDER_MODE)
        before = dict(_present(output))
        disk.flush_file_system(staging)
        _swap(staging, output)
        disk.flush_folder(output.parent)
        return _summary(entries, before)
    finally:
        _remove(staging)


def _present(output: Path) -> Iterator[tuple[str, str]]:
    """Path and hash of each file of the build before that is still there, as it is now."""
    for path in _manifest(output):
        with suppress(OSError, ValueError):
            content = disk.read_regular(output / path, _LARGEST_FILE)
            yield path, hashlib.sha256(content).hexdigest()


def _manifest_of(entries: list[_Entry]) -> bytes:
    listed = [asdict(entry) for entry in entries]
    return f"{json.dumps(listed, ensure_ascii=False, indent=1)}\n".encode()


def _summary(entries: list[_Entry], before: Mapping[str, str]) -> Written:
    now = {entry.path: entry.sha256 for entry in entries}
    changed = sum(before.get(path) != now.get(path) for path in before.keys() | now.keys())
    return Written(len(entries), sum(entry.size for entry in entries), changed)


def _stage(staging: Path, path: str, content: bytes, output: Path) -> _Entry:
    target = _inside(staging, path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ValueError(f"a page where another has its folder: {path}") from error
    if target.exists():
        raise ValueError(f"two pages at one path: {path}")
    if not _is_linked(output / path, target, content):
        _write(target, content)
    return _Entry(path, len(content), hashlib.sha256(content).hexdigest())


def _is_linked(before: Path, target: Path, content: bytes) -> bool:
    """Whether the file ``before`` holds ``content`` and now has ``target`` as its second name.

    Giving a file another name, and taking the first away after the swap, takes a small part of the
    time of writing one and removing the other. No build writes into a file, so that nothing changes
    under the first name.
    """
    try:
        os.link(before, target, follow_symlinks=False)
    except OSError:  # not there, or the system gives no second names: it is written
        return False
    if _holds(target, content):
        return True
    target.unlink()
    return False


#: How many names a file has between the link and the swap: one with a further name could be changed
#: through that at any time.
_OWN_NAMES = 2


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file at ``path`` is what ``_write`` would make of it, byte by byte."""
    status = path.lstat()
    if status.st_mode != stat.S_IFREG | _FILE_MODE or status.st_size != len(content):
        return False
    if status.st_nlink != _OWN_NAMES:
        return False
    try:
        return disk.read_regular(path, len(content) + 1, owner=os.geteuid()) == content
    except OSError:
        return False


def _write(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    target.chmod(_FILE_MODE)


def _inside(root: Path, path: str) -> Path:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts or str(parts) != path:
        raise ValueError(f"not a path inside the output: {path!r}")
    if path == addresses.MANIFEST:
        raise ValueError(f"the writer makes {path} itself")
    return root.joinpath(*parts.parts)


def _swap(staging: Path, output: Path) -> None:
    """Put the staged folder in the output's place in one step; the old one ends up in the staging
    folder's.
    """
    if not output.exists():
        staging.rename(output)
    elif not _exchange(staging, output):
        _swap_in_two_steps(staging, output)


def _swap_in_two_steps(staging: Path, output: Path) -> None:
    """The nearest to an exchange where the system has none: the output is missing between two
    renames; a build killed there is recovered from.
    """
    aside = _aside(output)
    _remove(aside)
    output.rename(aside)
    try:
        staging.rename(output)
    except OSError:
        aside.rename(output)
        raise
    _remove(aside)


def _recover(output: Path) -> None:
    """Put back the site before, where a build was killed between two renames."""
    if not output.exists() and _aside(output).is_dir():
        _aside(output).rename(output)


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.previous")


def _remove(path: Path) -> None:
    """Remove a folder of this module's own, or whatever has taken its name."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    shutil.rmtree(path, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if (
        renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
        == 0
    ):
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number))


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Hold the output's lock, which the system drops when its holder dies."""
    path = output.with_name(f".{output.name}.lock")
    handle = _lock(path, output)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _lock(path: Path, output: Path) -> int:
    """An open, locked file at ``path``; one that its holder removed while this build opened it does
    not count.
    """
    while True:
        handle = os.open(
            path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, _FILE_MODE
        )
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise WriteError(
                f"another build is writing {_shown(output.name)}; wait for it to end"
            ) from error
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _refuse_foreign(output: Path) -> None:
    known = {addresses.MANIFEST, *_manifest(output)}
    for name in _foreign(output, known):
        raise WriteError(
            f"{_shown(output.name)} holds {_shown(name)}, which no build wrote; move it away first"
        )


def _foreign(output: Path, known: Container[str]) -> Iterator[str]:
    """What lies in ``output`` and is neither a file that is ``known`` nor a folder, by its path; a
    folder too, where it lies too deep.
    """
    waiting = [""] if output.exists() else []
    while waiting:
        folder = waiting.pop()
        with os.scandir(output / folder) as entries:
            found = sorted(
                (f"{folder}{one.name}", one.is_dir(follow_symlinks=False)) for one in entries
            )
        for name, is_folder in found:
            if not (name in known or is_folder) or name.count("/") >= _DEEPEST:
                yield name
            elif is_folder:
                waiting.append(f"{name}/")


def _manifest(output: Path) -> dict[str, str]:
    """Hash by path of the files that the build before wrote; empty where there was none."""
    try:
        entries = json.loads(disk.read_regular(output / addresses.MANIFEST, _LARGEST_MANIFEST))
        return {str(entry["path"]): str(entry["sha256"]) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _reason(error: OSError, output: Path) -> str:
    """Why, and of which file where it is not the output itself."""
    reason = disk.os_error_reason(error)
    if not isinstance(error.filename, str) or Path(error.filename) == output:
        return reason
    path = Path(error.filename)
    name = path.relative_to(output.parent) if path.is_relative_to(output.parent) else path
    return f"{reason} ({_shown(str(name))})"


def _shown(name: str) -> str:
    """``name`` on one line, nothing hidden."""
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in name
    )
