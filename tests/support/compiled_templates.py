"""Templates compiled once a worker: nearly all of the time of a little site's build is Jinja's
compiler, which makes the same code of the same text every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import CodeType

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The code of each text in memory, apart for each sort of environment: the sandbox compiles
    to other code.
    """

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What was compiled of ``source`` under this name before, if anything was."""
        key = (
            f"{type(environment).__qualname__} {name} {filename} {self.get_source_checksum(source)}"
        )
        bucket = Bucket(environment, key, "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket, where it was kept."""
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        assert bucket.code is not None
        self._codes[bucket.key] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Let every environment of this process share what it compiles."""
    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch)
        yield


def share_compiled(patch: pytest.MonkeyPatch) -> None:
    """Let every environment that is made while ``patch`` stands share what it compiles."""
    kept = CompiledTemplates()
    shared = property(lambda _made: kept, lambda _made, _none: None)
    patch.setattr(Environment, "bytecode_cache", shared, raising=False)
