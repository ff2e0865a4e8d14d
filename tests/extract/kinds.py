"""Which kinds of differences from the hand lists are most frequent over all folders together:
``python -m tests.extract.kinds``.

A wrong period is told by what is listed and what is found: a year, a month, days or a stretch of
them, or none; a wrong status by both statuses.
"""

from __future__ import annotations

from collections import Counter

import click

from statsite.extract.period_shapes import is_named_by_years, is_one_day, is_one_month, is_open
from statsite.periods import parse_period
from tests.extract.scoring import ScoreDifference, articles, folders, score

#: How many kinds are printed.
_SHOWN = 30


def kind_of(one: ScoreDifference) -> str:
    """What a difference is, by what is listed and what is found."""
    if one.aspect == "period":
        return f"period: {_shape(one.listed)}, found {_shape(one.found)}"
    if one.aspect == "status":
        return f"status: {one.listed}, found {one.found}"
    return one.aspect


def _shape(text: str) -> str:
    """What a period is like."""
    period = parse_period(text) if text else None
    if period is None:
        return "none"
    if period.start is None:
        return "up to a time"
    if is_open(period):
        return "since a time"
    if period.start != period.end:
        return "years" if is_named_by_years(period) else "a stretch"
    if is_one_day(period):
        return "a day"
    return "a month" if is_one_month(period) else "a year"


def main() -> None:
    """Print the most frequent kinds, with how many of each are marked as unsure."""
    differences = [
        one
        for folder in folders()
        for article in articles(folder)
        for one in score(article).differences
    ]
    counted = Counter(map(kind_of, differences))
    marked = Counter(kind_of(one) for one in differences if one.is_marked)
    click.echo(f"{'kind':<52}{'count':>7}{'marked':>8}")
    for kind, count in counted.most_common(_SHOWN):
        click.echo(f"{kind:<52}{count:>7}{marked[kind]:>8}")


if __name__ == "__main__":
    main()
