"""Files of a site's repository that no site may bring along."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from statsite import git
from statsite.problems import Location, Problem

#: The folder where drawings were once kept between builds.
CACHE = ".cache"


def tracked_cache(root: Path) -> Iterator[Problem]:
    """``cache-tracked`` where git keeps a ``.cache`` of the site in ``root``: it is never read, and
    who reviews it cannot tell what it holds.
    """
    if os.path.lexists(root / CACHE) and _is_tracked(root, CACHE):
        yield Problem(
            "cache-tracked",
            f"{CACHE} is kept in git",
            Location(CACHE),
            f"take it out: `git rm -r --cached {CACHE}`",
        )


def _is_tracked(root: Path, name: str) -> bool:
    """Whether git's index holds files of that name; not where there is no git or no repository."""
    try:
        return bool(git.ask_git(root, "--literal-pathspecs", "ls-files", "--", name))
    except (OSError, subprocess.SubprocessError):
        return False
