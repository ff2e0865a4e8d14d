"""Archives that are the same bytes on every machine: entries sorted, stored, without a clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from statsite.periods import Moment

#: The first and the last year that an entry of a ZIP archive can be of.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107

#: Entries are files that everybody may read, made on a system of the Unix kind.
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16

#: How many characters of a text are written together.
_PIECE = 65_536


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


def stored_texts(texts: dict[str, io.StringIO], day: Moment) -> bytes:
    """An archive as ``stored`` gives it of the bytes of ``texts``, which are taken out one by one
    and written piece by piece, since a workbook of a whole site has parts of many MB.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(texts):
            text = texts.pop(path).getvalue()
            with archive.open(_entry(path, day), "w") as entry:
                for at in range(0, len(text), _PIECE):
                    entry.write(text[at : at + _PIECE].encode())
    return target.getvalue()


def _entry(path: str, day: Moment) -> zipfile.ZipInfo:
    first = day.first_day
    year = min(max(first.year, _FIRST_YEAR), _LAST_YEAR)
    entry = zipfile.ZipInfo(path, (year, first.month, first.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
    return entry
