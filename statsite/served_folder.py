"""What the development server shows, in a folder that nobody else writes into: only what changed is
written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable
from pathlib import Path

from msgspec import Struct

from statsite import addresses, disk
from statsite.kept_files import File, Seen, Unchanged
from statsite.write import WriteError, Written, manifest


class ServedFolder(Struct):
    """A folder of this process alone, with the files that it ``held`` after the last writing, by
    their paths. What somebody else writes into one of them is written over.

    A file is replaced in one step, the whole site is not.
    """

    folder: Path
    held: dict[str, Seen] = {}

    def written(self, files: Iterable[File]) -> Generator[str, None, Written]:
        """Have the folder hold ``files`` and their manifest, and nothing else: the path of each
        file, once it is as it is to be.

        Raises WriteError.
        """
        try:
            return (yield from self._written(files))
        except OSError as error:
            raise WriteError(f"cannot write the pages: {disk.os_error_reason(error)}") from error

    def _written(self, files: Iterable[File]) -> Generator[str, None, Written]:
        sizes, changed = dict[str, int](), 0
        for path, content in files:
            sizes[path] = len(content)
            changed += self._put(path, content)
            yield path
        for path in self.held.keys() - sizes.keys() - {addresses.MANIFEST}:
            self._remove(path)
        seen = ((path, self.held[path]) for path in sorted(sizes))
        self._put(addresses.MANIFEST, manifest((path, one.size, one.sha256) for path, one in seen))
        return Written(len(sizes), sum(sizes.values()), changed)

    def _put(self, path: str, content: bytes | Unchanged) -> bool:
        """Have the file at ``path`` hold ``content``; whether it did not."""
        if isinstance(content, Unchanged):
            if self._is_there(path):
                return False
            content = content.again()
        sha256 = hashlib.sha256(content).hexdigest()
        if path in self.held and self.held[path].sha256 == sha256 and self._is_there(path):
            return False
        self._write(path, content)
        status = (self.folder / path).lstat()
        self.held[path] = Seen(status.st_size, sha256, status.st_ino, status.st_mtime_ns)
        return True

    def _is_there(self, path: str) -> bool:
        """Whether a file is as it was written."""
        try:
            return self.held[path].is_of(os.lstat(f"{self.folder}/{path}"))
        except OSError:
            return False

    def _write(self, path: str, content: bytes) -> None:
        try:
            self._replace(path, content)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            self._make_way(path)
            self._replace(path, content)

    def _replace(self, path: str, content: bytes) -> None:
        new = self.folder / ".new"
        new.write_bytes(content)
        new.replace(self.folder / path)

    def _make_way(self, path: str) -> None:
        """Have the folder of ``path`` there, and no folder at ``path`` itself."""
        target = self.folder / path
        for at in [one for one in self.held if one.startswith(f"{path}/")]:
            self._remove(at)
        for above in reversed(target.relative_to(self.folder).parents):
            if above.as_posix() in self.held:
                self._remove(above.as_posix())
        target.parent.mkdir(parents=True, exist_ok=True)

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        del self.held[path]
        target = self.folder / path
        target.unlink(missing_ok=True)
        for above in target.relative_to(self.folder).parents:
            folder = self.folder / above
            if folder == self.folder or any(folder.iterdir()):
                return
            folder.rmdir()
