"""What the checks say of a little site."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statsite.pipeline import check
from statsite.problems import Problem
from tests.support.types import ProblemsOf, WriteSite

#: The one unit that the smallest site uses.
_UNITS = {"content/units.yaml": "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n"}


@pytest.fixture
def problems_of(write_site: WriteSite) -> ProblemsOf:
    """Checks the smallest valid site, which has no problem, with the given files laid over it."""

    def problems(files: Mapping[str, str | bytes | None] | None = None) -> tuple[Problem, ...]:
        return check(write_site({**_UNITS, **(files or {})})).problems

    return problems
