"""What fixtures of several folders give: the functions that write, read and check little sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from statsite.model import WrittenSite
from statsite.problems import Problem

#: Writes the smallest valid site with the given files laid over it, and gives its folder.
WriteSite = Callable[..., Path]
#: Reads that site.
ReadFiles = Callable[..., tuple[WrittenSite | None, list[Problem]]]
#: Checks that site, which has no problem by itself.
ProblemsOf = Callable[..., tuple[Problem, ...]]
