"""The libraries that are installed, by the folders in which that is noted: to read what is noted
there of a few takes 20 ms.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

#: A library with its version, as such a folder is called.
_FOLDER = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+).*\.(?:dist|egg)-info")


def installed() -> Iterator[str]:
    """Names and versions of what is installed, as the folders that note them are called; what is
    found first is what is loaded.
    """
    for folder in filter(os.path.isdir, sys.path):  # a path may be an archive or nothing
        yield from filter(_names_distribution, os.listdir(folder))  # noqa: PTH208 - as above


def _names_distribution(name: str) -> bool:
    return name.endswith((".dist-info", ".egg-info"))


def version_of(library: str) -> str:
    """The version of a library. Raises LookupError where none is installed."""
    for found in filter(None, map(_FOLDER.fullmatch, installed())):
        if _plain(found["name"]) == _plain(library):
            return found["version"]
    raise LookupError(library)


def _plain(name: str) -> str:
    """A name as all ways to write it are the same."""
    return re.sub(r"[-_.]+", "-", name).lower()
