"""Fewer searches for circles of garbage, each of which walks all that lives: what was made until
the first test, the tests themselves above all, stays to the end and is left out of them.
"""

from __future__ import annotations

import gc

import pytest

#: So many more objects that might be parts of a circle are there before Python looks for one; it
#: looks after 700 by itself.
_MANY = 50_000


def pytest_configure() -> None:
    """Look less often, while tests are collected too."""
    gc.set_threshold(_MANY)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave what is there now out of every search."""
    gc.collect()
    gc.freeze()
