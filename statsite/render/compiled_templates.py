"""What was compiled of the engine's templates, kept beside what Python compiled of its modules."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from statsite.disk import read_regular, write_whole
from statsite.loaded_program import is_as_loaded
from statsite.sealed import sealed, unsealed

#: The largest compiled template that is read, in bytes.
_LARGEST = 4 * 1024 * 1024


class CompiledTemplates(BytecodeCache):
    """Code of templates for one ``engine``, of which this is the fingerprint, with that of all that
    compiling depends on.

    It lies where Python keeps its own, since whoever can write there can change the program anyway;
    what is of another engine or damaged counts as none, and none is kept where Python keeps none.
    """

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._folder = Path(cache_from_source(__file__)).parent

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it was kept."""
        with suppress(OSError):
            kept = read_regular(self._path(bucket), _LARGEST, owner=os.geteuid())
            code = unsealed(kept, self._made_from(bucket))
            if code is not None:
                bucket.code = marshal.loads(code)  # noqa: S302 - just what a process of this user compiled

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, where Python keeps its own, unless the program was changed
        since it was loaded.
        """
        if sys.dont_write_bytecode or not is_as_loaded():
            return
        with suppress(OSError):
            kept = sealed(marshal.dumps(bucket.code), self._made_from(bucket))
            write_whole(self._path(bucket), kept, is_lasting=False, is_private=True)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.{sys.implementation.cache_tag}"

    def _made_from(self, bucket: Bucket) -> str:
        """What a template was compiled from, and by what."""
        return f"{self._engine}\0{bucket.key}\0{bucket.checksum}"
