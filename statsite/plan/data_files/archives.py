"""Archives that are the same bytes on every machine: entries sorted, stored, without a clock."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

from statsite.periods import Moment

#: The first and the last year that an entry of a ZIP archive can be of.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107

#: Entries are files that everybody may read, made on a system of the Unix kind.
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def stored(files: Mapping[str, bytes], day: Moment) -> bytes:
    """A ZIP archive of ``files`` by their paths, all of the beginning of ``day``.

    Nothing is compressed: what an archiver makes of the same bytes differs from one version of
    its library to the next.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            archive.writestr(_entry(path, day), files[path])
    return target.getvalue()


def stored_again(file: BinaryIO, day: Moment) -> bytes:
    """What the archive in ``file`` holds, as an archive of the beginning of ``day``; piece by
    piece, since the workbook of a whole site has parts of many MB.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(made.namelist()):
            with made.open(path) as part, archive.open(_entry(path, day), "w") as copy:
                shutil.copyfileobj(part, copy)
    return target.getvalue()


def _entry(path: str, day: Moment) -> zipfile.ZipInfo:
    first = day.first_day
    year = min(max(first.year, _FIRST_YEAR), _LAST_YEAR)
    entry = zipfile.ZipInfo(path, (year, first.month, first.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
    return entry
