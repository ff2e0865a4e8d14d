"""The two years of a 年度 that an article calls by both (2024—2025年度), and 本年度 behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import is_a_season, period_years_later
from statsite.periods import TimePeriod
from statsite.values import replace

#: The words for the one that is told of and for the one before, and how many years these lie apart.
_YEARS_LATER = {"本年度": 0, "上年度": -1}


def with_years_of_account(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """``mentions``; a 年度 that a word names behind one of two years with its own two years."""
    account: TimePeriod | None = None
    for mention in mentions:
        words = plain[mention.start : mention.end]
        later = next((by for word, by in _YEARS_LATER.items() if word in words), None)
        if account and later is not None:
            yield replace(mention, period=period_years_later(account, later))
            continue
        if account is None and words.endswith("年度") and not mention.is_base:
            account = mention.period if mention.period and is_a_season(mention.period) else None
        yield mention
