"""The only writer of output: files are staged beside it, then swapped in with one rename."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import json
import os
import stat
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from statsite import addresses, disk
from statsite.kept_files import File, Seen, Unchanged

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

# A web server reads the site whatever the umask of whoever built it.
_FOLDER_MODE = 0o755
_FILE_MODE = 0o644

#: In bytes; what is longer is not a manifest of a build.
_LARGEST_MANIFEST = 64 * 1024 * 1024

#: How deep folders lie within each other in an output at most; a build needs five.
_DEEPEST = 40


class _Entry(Struct, frozen=True, order=True):
    """A file as the manifest lists it."""

    path: str
    size: int
    sha256: str


class WriteError(Exception):
    """The site could not be written; the message says why in one line.

    The previous output is untouched.
    """


class Written(Struct, frozen=True):
    """What a build wrote: how many files and bytes, how many files differ from the site before, and
    the identity of each when it was ``made``.
    """

    files: int
    size: int
    changed: int
    made: Mapping[str, disk.FileIdentity] = {}


def write_site(
    files: Iterable[File],
    output: Path,
    *,
    protected: Iterable[Path],
    spare: Path | None = None,
) -> Written:
    """Write ``files`` and their manifest to ``output``, which then holds them and nothing else.

    At every moment ``output`` is one whole site, the one before or the new one, on the disk too.
    ``protected`` are folders that must not be, or lie inside, the output. At ``spare`` the site
    before is kept, and only what differs in it is done when the next one is written; it must lie
    where nobody else can put anything. Raises WriteError when ``output`` holds files that no build
    wrote, is being written by another build, or cannot be written.
    """
    output = _checked(output, protected)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _locked(output):
            _recover(output)
            before = _manifest(output)
            _refuse_foreign(output, before)
            return _stage_and_swap(files, output, spare, before)
    except OSError as error:
        raise WriteError(f"cannot write {_shown(output.name)}: {_reason(error, output)}") from error


def clear_up(output: Path) -> None:
    """Remove what a build of ``output`` that was killed left beside it, for one that writes
    nothing; what another build is making stays.
    """
    with suppress(OSError, WriteError, RuntimeError):
        output = _without_links(output)
        staging, lock = _staging(output), _lock_file(output)
        if os.path.lexists(staging) or os.path.lexists(lock):
            with _locked(output):
                _remove(staging)


def _staging(output: Path) -> Path:
    return output.with_name(f".{output.name}.staging")


def _lock_file(output: Path) -> Path:
    return output.with_name(f".{output.name}.lock")


def _checked(output: Path, protected: Iterable[Path]) -> Path:
    """``output`` without links and dots, once it is known to be no file, no link and no folder that
    holds a protected one.
    """
    resolved, kept = _resolved(output, (*protected, *_home(), Path("/")))
    for folder in kept:
        if folder.is_relative_to(resolved):
            raise WriteError(_would_replace(resolved, folder))
    if resolved.exists() and not resolved.is_dir():
        raise WriteError(f"{_shown(resolved.name)} is a file; give a folder")
    return resolved


def _resolved(output: Path, others: Iterable[Path]) -> tuple[Path, list[Path]]:
    """``output``, which must be no link, and other folders, without links and dots."""
    try:
        if output.is_symlink():
            raise WriteError(f"{_shown(output.name)} is a symbolic link; give a folder")
        return _without_links(output), [folder.resolve() for folder in others]
    except (OSError, RuntimeError) as error:
        raise WriteError(f"{_shown(str(output))} leads nowhere: {_why_nowhere(error)}") from error


def _without_links(output: Path) -> Path:
    resolved = output.resolve()
    # From Python 3.13 on a circle of links is left in the path; before, it is a RuntimeError.
    if any(step.is_symlink() for step in (resolved, *resolved.parents)):
        raise RuntimeError(resolved)
    return resolved


def _why_nowhere(error: OSError | RuntimeError) -> str:
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


def _stage_and_swap(
    files: Iterable[File], output: Path, spare: Path | None, before: Collection[str]
) -> Written:
    """Write ``files`` in the place of those that were there ``before``."""
    staging = _staging(output)
    _remove(staging)  # what a build that was killed left behind
    try:
        stage = _stage(staging, output, spare)
        entries = sorted([stage.put(path, content) for path, content in files])
        listed = ((entry.path, entry.size, entry.sha256) for entry in entries)
        _write(staging / addresses.MANIFEST, manifest(listed))
        stage.clear()
        gone = _gone(output, entries, before)
        disk.flush_file_system(staging)
        _swap(staging, output)
        disk.flush_folder(output.parent)
        size = sum(one.size for one in entries)
        return Written(len(entries), size, stage.changed + gone, stage.made)
    finally:
        _put_aside(staging, spare)


def _stage(staging: Path, output: Path, spare: Path | None) -> _Stage:
    """An empty stage, or one that holds what is kept as a ``spare``."""
    try:
        if spare is None:
            raise FileNotFoundError
        spare.rename(staging)
        files, folders = _found(staging)
        (staging / addresses.MANIFEST).unlink()
    except OSError:  # there is none, it lies on another disk, or no build left it like this
        _remove(staging)
        staging.mkdir()
        return _Stage(staging, output, set(), set(), is_first=not output.exists())
    return _Stage(staging, output, files, folders)


def _found(staging: Path) -> tuple[set[str], set[str]]:
    """What is in a spare but its manifest and its folders, and these.

    Raises OSError where a folder is not as builds make them, lies deeper than they do or cannot be
    read: what somebody else made of a spare, a build may be unable to undo.
    """
    _refuse_other(staging.lstat())
    files, folders, waiting = set[str](), set[str](), [""]
    while waiting:
        for path, is_folder in disk.kinds_in(staging, waiting.pop()):
            if not is_folder:
                files.add(path)
                continue
            _refuse_other(os.lstat(f"{staging}/{path}"), depth=path.count("/"))
            folders.add(path)
            waiting.append(f"{path}/")
    files.discard(addresses.MANIFEST)
    return files, folders


def _refuse_other(status: os.stat_result, depth: int = 0) -> None:
    """Raise OSError where a folder in a spare is none that a build made."""
    is_made = status.st_mode == stat.S_IFDIR | _FOLDER_MODE and status.st_uid == os.geteuid()
    if not is_made or depth >= _DEEPEST:
        raise OSError(errno.EINVAL, "no build made this")


def _put_aside(staging: Path, spare: Path | None) -> None:
    """Keep what is in the staging folder, the site before, as the ``spare``, or remove it."""
    with suppress(OSError):
        if spare is not None and staging.is_dir() and not staging.is_symlink():
            _remove(spare)
            staging.rename(spare)
    _remove(staging)


def _gone(output: Path, entries: Iterable[_Entry], before: Iterable[str]) -> int:
    """How many files of the site ``before`` are in the new one no more."""
    left = {*before}.difference(entry.path for entry in entries)
    return sum(_is_plain(path) and os.path.isfile(f"{output}/{path}") for path in left)  # noqa: PTH113 - which takes any name that a manifest holds


class _Stage(Struct):
    """The folder ``staging`` while the files of a site come into it, the site before being at
    ``output``.

    What a spare held is in ``files`` and ``folders`` until it is taken over or removed; ``taken``
    are the paths that are of the new site, ``used`` its folders. ``changed`` counts the files that
    are not as they were, ``is_first`` says that there was none; ``made`` are the identities of the
    files, once each is there.
    """

    staging: Path
    output: Path
    files: set[str]
    folders: set[str]
    is_first: bool = False
    taken: set[str] = set()
    used: set[str] = set()
    changed: int = 0
    made: dict[str, disk.FileIdentity] = {}

    def put(self, path: str, content: bytes | Unchanged) -> _Entry:
        """Have the file at ``path`` hold ``content``."""
        _refuse_outside(path)
        self._make_way(path)
        is_found = path in self.files
        self.files.discard(path)
        if isinstance(content, Unchanged):
            status = self._kept(path, content.seen, is_found=is_found)
            if status is not None:
                self.made[path] = disk.identity(status)
                return _Entry(path, content.seen.size, content.seen.sha256)
            is_found, content = False, content.again()
        self._put(path, content, is_found=is_found)
        return _Entry(path, len(content), hashlib.sha256(content).hexdigest())

    def _put(self, path: str, content: bytes, *, is_found: bool) -> None:
        target = self.staging / path
        # Most that were made are others: to read one costs less than to give it a second name.
        is_same = not self.is_first and _is_same(self.output / path, content)
        if not (is_same and self._is_there(path, target, content, is_found=is_found)):
            _write(target, content)
        self.changed += not is_same
        self.made[path] = disk.identity(target.lstat())

    def clear(self) -> None:
        """Remove what the new site does not hold, and let everybody read what it does."""
        for path in self.files:
            (self.staging / path).unlink()
        for folder in sorted(self.folders - self.used, reverse=True):
            (self.staging / folder).rmdir()
        for folder in ("", *sorted(self.used)):
            _let_everybody_read(self.staging / folder)

    def _make_way(self, path: str) -> None:
        """Have the folder of ``path`` there, and nothing but a file of a spare in its place."""
        if path in self.taken or path in self.used:
            raise ValueError(f"two pages at one path: {path}")
        for folder in _folders_of(path):
            if folder not in self.used:
                self._open(folder, path)
        if path in self.folders:
            self._forget(f"{path}/")
            disk.remove_tree(self.staging / path)
        self.taken.add(path)

    def _open(self, folder: str, path: str) -> None:
        """Have ``folder`` there, for ``path``."""
        if folder in self.taken:
            raise ValueError(f"a page where another has its folder: {path}")
        if folder in self.files:
            self.files.remove(folder)
            (self.staging / folder).unlink()
        if folder not in self.folders:
            (self.staging / folder).mkdir()
        self.used.add(folder)

    def _forget(self, below: str) -> None:
        """Count nothing as found that lies ``below`` a folder, nor the folder."""
        self.files = {at for at in self.files if not at.startswith(below)}
        self.folders = {at for at in self.folders if not f"{at}/".startswith(below)}

    def _kept(self, path: str, seen: Seen, *, is_found: bool) -> os.stat_result | None:
        """The status of the file at ``path`` where now that is the one that was ``seen``: what a
        spare has there, or the file of the site before; None where neither is.
        """
        target = f"{self.staging}/{path}"
        if is_found:
            status = os.lstat(target)
            if _is_own(status) and seen.is_of(status):
                return status
        if not self._is_linked(path, target, is_found=is_found):
            return None
        status = os.lstat(target)
        if _is_own(status) and seen.is_of(status):
            return status
        os.unlink(target)  # noqa: PTH108 - a name
        return None

    def _is_there(self, path: str, target: Path, content: bytes, *, is_found: bool) -> bool:
        """Whether the file at ``target`` holds ``content``: what a spare has there, or the file of
        the site before, which gets a second name.
        """
        if is_found and _are_one(target, self.output / path) and _holds(target, content):
            return True
        if self._is_linked(path, target, is_found=is_found):
            if _holds(target, content):
                return True
            target.unlink()
        return False

    def _is_linked(self, path: str, target: str | Path, *, is_found: bool) -> bool:
        """Whether the file of the site before now has ``target`` as its second name.

        Giving a file another name, and taking the first away after the swap, takes a small part of
        the time of writing one and removing the other. No build writes into a file, so that nothing
        changes under the first name.
        """
        if is_found:
            os.unlink(target)  # noqa: PTH108 - a name
        try:
            os.link(f"{self.output}/{path}", target, follow_symlinks=False)
        except OSError:  # not there, or the system gives no second names: it is written
            return False
        return True


def _are_one(target: Path, path: Path) -> bool:
    """Whether two names are of one file."""
    with suppress(OSError):
        return os.path.samestat(target.lstat(), path.lstat())
    return False


def _is_same(path: Path, content: bytes) -> bool:
    """Whether the file at ``path`` holds ``content``, in whatever mode."""
    try:
        return disk.read_regular(path, len(content) + 1) == content
    except OSError:
        return False


#: How many names a file has between the link and the swap: one with a further name could be changed
#: through that at any time.
_OWN_NAMES = 2


def _is_own(status: os.stat_result) -> bool:
    """Whether a file is as ``_write`` makes it, and has no names but those of a build."""
    return status.st_mode == stat.S_IFREG | _FILE_MODE and status.st_nlink == _OWN_NAMES


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file at ``path`` is what ``_write`` would make of it, byte by byte."""
    status = path.lstat()
    if not _is_own(status) or status.st_size != len(content):
        return False
    try:
        return disk.read_regular(path, len(content) + 1, owner=os.geteuid()) == content
    except OSError:
        return False


def manifest(files: Iterable[tuple[str, int, str]]) -> bytes:
    """The list of a site's files: path, size in bytes and SHA-256 of each."""
    listed = [{"path": path, "size": size, "sha256": sha256} for path, size, sha256 in files]
    return f"{json.dumps(listed, ensure_ascii=False, indent=1)}\n".encode()


def _write(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    target.chmod(_FILE_MODE)


def _folders_of(path: str) -> Iterator[str]:
    """The folders that lead to ``path``, the outermost first."""
    at = path.find("/")
    while at != -1:
        yield path[:at]
        at = path.find("/", at + 1)


def _refuse_outside(path: str) -> None:
    if not _is_plain(path):
        raise ValueError(f"not a path inside the output: {path!r}")
    if path == addresses.MANIFEST:
        raise ValueError(f"the writer makes {path} itself")


def _is_plain(path: str) -> bool:
    """Whether a path is relative and leads down alone, as it is written."""
    return "\0" not in path and not _NOT_DOWN.intersection(path.split("/"))


#: What stands between the slashes of a path that does not lead down alone.
_NOT_DOWN = frozenset({"", ".", ".."})


def _let_everybody_read(folder: Path) -> None:
    if stat.S_IMODE(folder.stat().st_mode) != _FOLDER_MODE:
        folder.chmod(_FOLDER_MODE)


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
    with suppress(OSError):  # whoever needs its place says so
        disk.remove_tree(path)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number))


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Hold the output's lock, which the system drops when its holder dies."""
    path = _lock_file(output)
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
        handle = _locked_file(path, output)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _locked_file(path: Path, output: Path) -> int:
    """The file at ``path``, open and locked. Raises WriteError where another build holds it."""
    handle = os.open(path, _LOCK_FLAGS, _FILE_MODE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        message = f"another build is writing {_shown(output.name)}; wait for it to end"
        raise WriteError(message) from error
    return handle


_LOCK_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def _refuse_foreign(output: Path, listed: Collection[str]) -> None:
    """Raise WriteError where ``output`` holds what the manifest of a build has not ``listed``."""
    for name in _foreign(output, {addresses.MANIFEST, *listed}):
        if not listed and os.path.lexists(output / addresses.MANIFEST):
            raise WriteError(
                f"{addresses.MANIFEST} in {_shown(output.name)} is not as a build writes it, so "
                "that nothing says whose files these are; move the folder away first"
            )
        raise WriteError(
            f"{_shown(output.name)} holds {_shown(name)}, which no build wrote; move it away first"
        )


def _foreign(output: Path, known: Container[str]) -> Iterator[str]:
    """What lies in ``output`` and is neither a file that is ``known`` nor a folder, by its path; a
    folder too, where it lies too deep.
    """
    waiting = [""] if output.exists() else []
    while waiting:
        for name, is_folder in sorted(disk.kinds_in(output, waiting.pop())):
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
    return f"{reason} ({_shown(str(_beside(Path(error.filename), output)))})"


def _beside(path: Path, output: Path) -> Path:
    """A path as seen from the folder that ``output`` is in, where it is there."""
    return path.relative_to(output.parent) if path.is_relative_to(output.parent) else path


def _shown(name: str) -> str:
    """``name`` on one line, nothing hidden."""
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in name
    )
