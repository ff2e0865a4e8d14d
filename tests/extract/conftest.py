"""What the tests of the extractor share."""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest

from statsite.extract import attributes


@pytest.fixture
def unweighed() -> Iterator[None]:
    """Every figure has the time that the rules give it, also where it is likelier to have none, so
    that short texts show the rules.
    """
    with mock.patch.object(attributes, "without_times", lambda *given: list(given[-1])):
        yield
