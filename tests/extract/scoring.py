"""How well the extractor does on articles whose quantities were listed by hand:
``python -m tests.extract.scoring [FOLDER] [--verbose]``.

A folder holds ``NAME.txt``, an article, beside ``NAME.yaml``, its quantities in the order of the
text. A listed quantity and a found one are the same where they share a character of the article;
every other measure is taken over those pairs.

Where lists disagree, drafts follow these conventions: a dividend that is planned has the time whose
profit it is paid from; the size of what was opened has none, its beds and seats neither (新院区
启用，设床位600张); the bound of a class (每周运动3次以上的) has none either.

A school year, a season of sport, heating, snow, sugar or influenza, a winter and a fiscal year that
go on from one year into the next have both years (2025/2026), or the months or the days that the
article tells as theirs. Years beside months (2025-09/2026-07, 2024-04/2025-03) are the same answer
written otherwise, where neither names a day; a term of school, which ends with the winter, is
another time. 近五年 are the last five whole years, of a text from October on those up to its own.
上赛季 and 下学年 are the one before and the next one, where the article names the years
of its own. A winter without such a season (今冬种植) has the months from December to February.

What is to be done before the end of a time (8月底前) has all that lies before it (../2025-08-31).
件（套） and 台（套） are one unit word.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import cast

import click
import yaml
from msgspec import Struct

from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.extract.period_shapes import is_a_season
from statsite.periods import Moment, TimePeriod, parse_period
from tests.extract.marking import solid

#: What is compared of each pair, in the order in which it is shown.
ASPECTS = ("printed", "value", "qualifier", "unit", "period", "status")
_HERE = Path(__file__).parent
_NONE = frozenset({"", "null", "~"})
_NO_NUMBERS = ("", "", "")
#: 340余份 is more than 340, for which some lists have a sign that the content files do not know.
_OTHERWISE_WRITTEN = {"≳": ">"}
_MONTHS_OF_YEAR = 12
#: The fewest months of a season over the turn of a year; when a school year begins, and the last
#: month in which its first term ends.
_SHORTEST_SEASON, _TERM_BEGINS, _TERM_ENDS = 3, frozenset({8, 9}), 2


class ListingError(ValueError):
    """A hand list that does not fit its article."""


class Told(Struct, frozen=True):
    """What is said of one quantity: ``numbers`` are its value, or its low and high end; an empty
    text stands for none.
    """

    start: int
    end: int
    printed: str
    value: tuple[str, str, str]
    qualifier: str
    unit: str
    period: str
    status: str
    unsure: frozenset[str] = frozenset()

    def leaves_open(self, aspect: str) -> bool:
        """Whether an editor is told to look: by a mark, or by a period that is not given."""
        return aspect in self.unsure or (aspect == "period" and not self.period)

    def same(self, other: Told, aspect: str) -> bool:
        """Whether both say the same in that respect."""
        if aspect == "value":
            return _numbers(self.value) == _numbers(other.value)
        if aspect == "period":
            return self.period == other.period or _are_one_season(self.period, other.period)
        return bool(getattr(self, aspect) == getattr(other, aspect))


class ScoreDifference(Struct, frozen=True):
    """Something listed and found that are not the same; one of them is empty where it
    is missing.
    """

    line: int
    aspect: str
    printed: str
    listed: str
    found: str
    is_marked: bool


class Score(Struct, frozen=True):
    """What was counted.

    By aspect: pairs that agree there, those of them that the draft marks as unsure, the wrong ones
    that it marks, and what it asserts without a mark.
    """

    listed: int
    found: int
    pairs: int
    agreeing: Counter[str]
    marked_needlessly: Counter[str]
    marked_rightly: Counter[str]
    asserted: Counter[str]
    differences: tuple[ScoreDifference, ...]

    @property
    def recall(self) -> float:
        """The share of what is listed that was found."""
        return _share(self.pairs, self.listed)

    @property
    def precision(self) -> float:
        """The share of what was found that is listed."""
        return _share(self.pairs, self.found)

    def share(self, aspect: str) -> float:
        """The share of the pairs that agree in one respect."""
        return _share(self.agreeing[aspect], self.pairs)

    def wrong_ones_marked(self, aspect: str) -> float:
        """The share of the wrong ones that the draft marks as unsure, or leaves to the editor."""
        return _share(self.marked_rightly[aspect], self.pairs - self.agreeing[aspect])

    def unmarked_right(self, aspect: str) -> float:
        """The share of right ones in what the draft asserts without a mark."""
        wrong = len(self.differences_of(aspect)) - self.marked_rightly[aspect]
        return 1 - wrong / max(1, self.asserted[aspect])

    def differences_of(self, aspect: str) -> list[ScoreDifference]:
        """The wrong ones of one aspect."""
        return [one for one in self.differences if one.aspect == aspect]

    def right_ones_marked(self, aspect: str) -> float:
        """The share of the right ones that the draft marks as unsure."""
        return self.marked_needlessly[aspect] / max(1, self.agreeing[aspect])


def folders() -> list[Path]:
    """The folders beside this file that hold articles with their lists."""
    return sorted({path.parent for path in _HERE.glob("*/*.yaml")})


def articles(folder: Path) -> list[Path]:
    """The articles of a folder that have a list."""
    return sorted(path.with_suffix(".txt") for path in folder.glob("*.yaml"))


def score(article: Path) -> Score:
    """The extractor's score on one article."""
    text = article.read_text(encoding="utf-8-sig")
    return compared(
        text,
        listed(text, article.with_suffix(".yaml").read_text(encoding="utf-8")),
        list(map(told_of, extract_text(text))),
    )


def total(scores: Sequence[Score]) -> Score:
    """The score on several articles together."""
    return Score(
        sum(one.listed for one in scores),
        sum(one.found for one in scores),
        sum(one.pairs for one in scores),
        sum((one.agreeing for one in scores), Counter()),
        sum((one.marked_needlessly for one in scores), Counter()),
        sum((one.marked_rightly for one in scores), Counter()),
        sum((one.asserted for one in scores), Counter()),
        tuple(difference for one in scores for difference in one.differences),
    )


def compared(text: str, wanted: Sequence[Told], found: Sequence[Told]) -> Score:
    """The score of what was ``found`` in ``text`` against what is ``wanted``; both are in the order
    of the text.
    """
    matched = list(pairs(wanted, found))
    taken_wanted, taken_found = {id(one) for one, _ in matched}, {id(one) for _, one in matched}
    differences = [
        *(
            ScoreDifference(one.start, "missed", one.printed, one.printed, "", is_marked=False)
            for one in wanted
            if id(one) not in taken_wanted
        ),
        *(
            ScoreDifference(one.start, "needless", one.printed, "", one.printed, is_marked=False)
            for one in found
            if id(one) not in taken_found
        ),
        *(
            _difference(one, other, aspect)
            for one, other in matched
            for aspect in ASPECTS
            if not one.same(other, aspect)
        ),
    ]
    return Score(
        len(wanted),
        len(found),
        len(matched),
        Counter(aspect for one, other in matched for aspect in ASPECTS if one.same(other, aspect)),
        Counter(
            aspect
            for one, other in matched
            for aspect in ASPECTS
            if aspect in other.unsure and one.same(other, aspect)
        ),
        Counter(
            aspect
            for one, other in matched
            for aspect in ASPECTS
            if other.leaves_open(aspect) and not one.same(other, aspect)
        ),
        Counter(
            aspect for _, other in matched for aspect in ASPECTS if not other.leaves_open(aspect)
        ),
        tuple(
            ScoreDifference(
                text.count("\n", 0, one.line) + 1,
                one.aspect,
                one.printed,
                one.listed,
                one.found,
                one.is_marked,
            )
            for one in sorted(differences, key=lambda difference: difference.line)
        ),
    )


def listed(text: str, yaml_text: str) -> list[Told]:
    """The quantities of a hand list, each where it is in ``text``; raises ``ListingError`` where
    one is not there.
    """
    places = [at for at, character in enumerate(text) if not character.isspace()]
    characters = "".join(text[at] for at in places)
    told: list[Told] = []
    at = 0
    for entry in _entries(yaml_text):
        printed = "".join(entry["printed"].split())
        start = characters.find(printed, at)
        if start < 0:
            raise ListingError(
                f"「{printed}」 does not stand behind the quantity that is listed before it"
            )
        at = start + len(printed)
        numbers = (entry.get("value", ""), entry.get("low", ""), entry.get("high", ""))
        period = entry.get("period", "")
        told.append(
            Told(
                places[start],
                places[at - 1] + 1,
                solid(printed),
                numbers,
                _OTHERWISE_WRITTEN.get(entry["relation"], entry["relation"]),
                solid(entry.get("unit", "")),
                "" if period in _NONE else period,
                entry.get("status", "observed"),
            )
        )
    return told


def _entries(yaml_text: str) -> list[dict[str, str]]:
    """The entries of a list, all their values as text."""
    document = yaml.load(yaml_text, yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text
    return cast("list[dict[str, str]]", document["quantities"])


def told_of(found: ExtractedQuantity) -> Told:
    """What the extractor says of a quantity, in the form of a hand list."""
    quantity = found.quantity
    low, high = (quantity.low, quantity.high) if quantity.value is None else (None, None)
    numbers = [quantity.decimal_text(number) or "" for number in (quantity.value, low, high)]
    return Told(
        found.start,
        found.end,
        solid(found.printed),
        (numbers[0], numbers[1], numbers[2]),
        quantity.relation.value,
        solid(found.unit),
        str(found.period or ""),
        found.status,
        frozenset(found.unsure),
    )


def pairs(wanted: Sequence[Told], found: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Listed and found quantities that share a character, each in one pair at most; those with the
    same ends first.
    """
    exact = {(one.start, one.end): one for one in found}
    same = [(one, exact[one.start, one.end]) for one in wanted if (one.start, one.end) in exact]
    yield from same
    taken_wanted, taken_found = {id(one) for one, _ in same}, {id(one) for _, one in same}
    for one in wanted:
        if id(one) in taken_wanted:
            continue
        other = next(
            (
                other
                for other in found
                if id(other) not in taken_found and other.start < one.end and one.start < other.end
            ),
            None,
        )
        if other is not None:
            taken_found.add(id(other))
            yield one, other


def _difference(one: Told, other: Told, aspect: str) -> ScoreDifference:
    return ScoreDifference(
        one.start,
        aspect,
        one.printed,
        _shown(one, aspect),
        _shown(other, aspect),
        other.leaves_open(aspect),
    )


def _shown(told: Told, aspect: str) -> str:
    shown = getattr(told, aspect)
    return " ".join(filter(None, shown)) if aspect == "value" else str(shown)


def _numbers(texts: tuple[str, str, str]) -> list[Decimal | None]:
    return [Decimal(text) if text not in _NONE else None for text in texts or _NO_NUMBERS]


def _are_one_season(one: str, other: str) -> bool:
    """Whether two periods are one season, by its two years and by its months."""
    first, second = parse_period(one), parse_period(other)
    if first is None or second is None:
        return False
    return _are_its_months(first, second) or _are_its_months(second, first)


def _are_its_months(years: TimePeriod, months: TimePeriod) -> bool:
    """Whether ``years`` are two that follow each other, and ``months`` those of a season that
    begins in the one and ends in the other.
    """
    begin, end = months.start, months.end
    if begin is None or end is None or not (begin.month and end.month) or begin.day or end.day:
        return False
    if not is_a_season(years) or years != TimePeriod(Moment(begin.year), Moment(end.year)):
        return False
    length = _MONTHS_OF_YEAR + end.month - begin.month + 1
    is_term = begin.month in _TERM_BEGINS and end.month <= _TERM_ENDS
    return _SHORTEST_SEASON <= length <= _MONTHS_OF_YEAR and not is_term


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _row(name: str, one: Score) -> str:
    shares = (one.recall, one.precision, *(one.share(aspect) for aspect in ASPECTS))
    return f"{name:<28}{one.listed:>7}{one.found:>7}" + "".join(
        f"{share:>11.1%}" for share in shares
    )


def main(arguments: Sequence[str]) -> None:
    """Print the scores of the articles of one folder, or of all folders."""
    parser = argparse.ArgumentParser(
        description="Score the extractor on articles whose quantities were listed by hand."
    )
    parser.add_argument("folder", nargs="*", type=Path, help="folders with NAME.txt and NAME.yaml")
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="show each difference with its line; only for folders that are named",
    )
    options = parser.parse_args(arguments)
    if options.verbose and not options.folder:
        parser.error(
            "--verbose needs a folder: whoever reads the differences of held-out articles can "
            "no longer be measured by them"
        )
    for folder in options.folder or folders():
        _print_folder(folder, verbose=options.verbose)


def _print_folder(folder: Path, *, verbose: bool) -> None:
    click.echo(
        f"{folder.name:<28}{'listed':>7}{'found':>7}"
        + "".join(f"{name:>11}" for name in ("recall", "precision", *ASPECTS))
    )
    scores = {article: score(article) for article in articles(folder)}
    for article, one in scores.items():
        click.echo(_row(article.stem, one))
        for difference in one.differences if verbose else ():
            mark = " ?" if difference.is_marked else ""
            click.echo(
                f"  {article.name}:{difference.line}: {difference.aspect}: "
                f"{difference.printed}: {difference.listed} | {difference.found}{mark}"
            )
    summary = total(list(scores.values()))
    click.echo(_row("total", summary))
    for aspect in ("period", "status"):
        wrong, right = summary.wrong_ones_marked(aspect), summary.right_ones_marked(aspect)
        click.echo(
            f"{aspect}: {wrong:.0%} of the wrong ones are marked, {right:.0%} of the right ones; "
            f"{summary.unmarked_right(aspect):.1%} of the {summary.asserted[aspect]} without a mark "
            "are right"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
