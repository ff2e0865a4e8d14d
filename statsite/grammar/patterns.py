"""Making regular expressions of lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, ready for matching."""
    return tuple(re.compile(pattern) for pattern in patterns)
