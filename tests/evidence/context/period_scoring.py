"""How well the times that articles give their figures tell wrong periods from right ones:
``python -m tests.evidence.context.period_scoring [FOLDER ...]``.

The articles are those of ``tests/extract``, whose quantities were listed by hand with their
periods. A listed period that the article's time speaks against is a false warning; the same period
in each other year that the article's quantities are of is a wrong one, which it should speak
against.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct

from statsite.evidence.context.figure_case import years_at_ends, years_of
from statsite.evidence.context.figure_time import drafted_time
from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.extract.period_shapes import period_years_later
from statsite.periods import TimePeriod, parse_period
from tests.extract.scoring import articles, folders, listed


class PeriodScore(Struct, frozen=True):
    """Of how many listed periods the article's time speaks against, and of how many wrong ones."""

    right: int
    right_doubted: int
    wrong: int
    wrong_doubted: int

    @property
    def false_warnings(self) -> float:
        """The share of right periods that are warned of."""
        return self.right_doubted / max(1, self.right)

    @property
    def caught(self) -> float:
        """The share of wrong periods that are warned of."""
        return self.wrong_doubted / max(1, self.wrong)


def score(folder: Path) -> PeriodScore:
    """What is counted over the articles of a folder."""
    counted = [one for article in articles(folder) for one in _judged(article)]
    right = [is_doubted for is_right, is_doubted in counted if is_right]
    wrong = [is_doubted for is_right, is_doubted in counted if not is_right]
    return PeriodScore(len(right), sum(right), len(wrong), sum(wrong))


def _judged(article: Path) -> Iterator[tuple[bool, bool]]:
    """For each listed period and each wrong one made of it, whether it is right, and whether the
    article's time speaks against it.
    """
    text = article.read_text(encoding="utf-8")
    found = extract_text(text)
    years = {year for one in found if one.period for year in years_at_ends(one.period)}
    for told in listed(text, article.with_suffix(".yaml").read_text(encoding="utf-8")):
        own = parse_period(told.period) if told.period else None
        if own is None or not years_at_ends(own):
            continue
        drafted = next(
            (one for one in found if one.start < told.end and told.start < one.end), None
        )
        yield True, _is_doubted(own, drafted, text)
        for year in sorted(years.difference(years_of(own))):
            wrong = period_years_later(own, year - years_at_ends(own)[0])
            yield False, _is_doubted(wrong, drafted, text)


def _is_doubted(period: TimePeriod, drafted: ExtractedQuantity | None, text: str) -> bool:
    """Whether the time that a draft gives a quantity speaks against a period."""
    if drafted is None or drafted.named_at is None:
        return False
    time = drafted_time(drafted, text[slice(*drafted.named_at)], drafted.named_at[1])
    return time is not None and time.speaks_against(period)


def main(arguments: Sequence[str]) -> None:
    """Print a line for each folder, or for those that are named."""
    click.echo(f"{'':28}{'right':>7}{'warned of':>11}{'wrong':>8}{'warned of':>11}")
    for folder in map(Path, arguments) if arguments else folders():
        one = score(folder)
        shares = f"{one.false_warnings:11.1%}{one.wrong:8}{one.caught:11.1%}"
        click.echo(f"{folder.name:28}{one.right:7}{shares}")


if __name__ == "__main__":
    main(sys.argv[1:])
