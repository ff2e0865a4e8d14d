"""The weights of the clues by which ``statsite/extract/timeless_figures.py`` tells figures that have
no time from those that have the one named before them: ``python -m tests.extract.clues``.

Fits the weights to the hand lists of all folders and prints them as they stand in the program.
``--left-out`` instead fits them once for each folder without that folder, and prints how many
periods of the folder are right without the clues and with them.

The weights are fitted by logistic regression to figures of listed articles that are drafted
without the rules by which single words leave a time open, else hardly any figure would be left
that has none.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

import click
from msgspec import Struct

from statsite.extract import attributes, governing_times, timeless_figures
from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.extraction import extract_text
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.layout import Layout
from statsite.extract.timeless_clues import BASE, CLUES, Surroundings
from tests.extract.scoring import articles, folders, listed, pairs, score, told_of, total

#: The rules that leave a time open for single words, by the answer that turns each off.
_RULES: Mapping[str, Callable[..., object]] = {
    "_lasts": lambda *_: False,
    "_goes_on_lasting": lambda *_: False,
    "_of_none": lambda *_: None,
    "_is_set_apart": lambda *_: False,
    "_goes_its_own_way": lambda *_: False,
}
#: How strongly weights are kept small, how far a step goes, and how many are taken.
_SMALL, _STEP, _STEPS = 2.0, 0.06, 400


class Weighed(Struct, frozen=True):
    """A figure that is weighed: its folder, which clues speak, and whether it has no time."""

    folder: str
    clues: tuple[int, ...]
    is_timeless: bool


def weighed_figures(folder: Path) -> Iterator[Weighed]:
    """The figures of a folder that are weighed, but for those whose time is another."""
    for path in articles(folder):
        text = path.read_text(encoding="utf-8-sig")
        wanted = listed(text, path.with_suffix(".yaml").read_text(encoding="utf-8"))
        seen: dict[int, tuple[int, ...]] = {}
        with _without_rules(seen):
            found = [told_of(one) for one in extract_text(text)]
        for one, other in pairs(wanted, found):
            clues = seen.get(other.start)
            if clues is not None and (not one.period or one.same(other, "period")):
                yield Weighed(folder.name, clues, not one.period)


def _without_rules(seen: dict[int, tuple[int, ...]]) -> ExitStack:
    """A context in which no time is left open, and the clues of each weighed figure are put into
    ``seen`` by the place of the figure in its text.
    """

    def look(
        article: ArticleText,
        layout: Layout,
        figures: Sequence[Candidate],
        told: Sequence[FigureAttributes],
    ) -> Sequence[FigureAttributes]:
        for figure, one in zip(figures, told, strict=True):
            around = timeless_figures.surroundings(article, layout, figure, one)
            if around is not None:
                clues = tuple(at for at, clue in enumerate(CLUES) if clue.speaks(around))
                seen[article.starts[figure.start]] = clues
        return told

    stack = ExitStack()
    rules = governing_times._Rules  # noqa: SLF001 - the rules to turn off are said nowhere else
    for name, answer in _RULES.items():
        stack.enter_context(mock.patch.object(rules, name, answer))
    stack.enter_context(mock.patch.object(attributes, "without_times", look))
    return stack


def fitted(figures: Sequence[Weighed]) -> tuple[float, list[float]]:
    """The base and the weights that fit ``figures`` best, by gradient steps of a size that each
    weight adapts (Adam); rounded as they are printed.
    """
    # The last weight is the base, which is not kept small.
    count = len(CLUES) + 1
    weights, slopes, sizes = [0.0] * count, [0.0] * count, [0.0] * count
    rows = [((*one.clues, count - 1), float(one.is_timeless)) for one in figures]
    for step in range(1, _STEPS + 1):
        gradient = [_SMALL * weight for weight in weights[:-1]] + [0.0]
        for clues, wanted in rows:
            error = _share(sum(weights[at] for at in clues)) - wanted
            for at in clues:
                gradient[at] += error
        for at, slope in enumerate(gradient):
            slopes[at] = 0.9 * slopes[at] + 0.1 * slope
            sizes[at] = 0.999 * sizes[at] + 0.001 * slope * slope
            size = math.sqrt(sizes[at] / (1 - 0.999**step)) + 1e-9
            weights[at] -= _STEP * slopes[at] / (1 - 0.9**step) / size
    rounded = [round(weight, 1) for weight in weights]
    return rounded[-1], rounded[:-1]


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _periods(folder: Path) -> tuple[int, int]:
    """How many periods of a folder are right, and of how many figures."""
    summary = total([score(path) for path in articles(folder)])
    return summary.agreeing["period"], summary.pairs


def _print_left_out(figures: Mapping[Path, Sequence[Weighed]]) -> None:
    """Print for each folder how many of its periods are right without the clues, and with weights
    that are fitted to the other folders.
    """
    sums: Counter[str] = Counter()
    for folder in figures:
        others = [one for other, ones in figures.items() if other != folder for one in ones]
        base, weights = fitted(others)
        without, pairs_ = _without(folder)
        right = _with(folder, base, weights)
        sums.update(figures=pairs_, without=without, right=right)
        click.echo(f"{folder.name:<28}{pairs_:>7}{without / pairs_:>9.1%}{right / pairs_:>9.1%}")
    click.echo(
        f"{'together':<28}{sums['figures']:>7}{sums['without'] / sums['figures']:>9.1%}"
        f"{sums['right'] / sums['figures']:>9.1%}"
    )


def _without(folder: Path) -> tuple[int, int]:
    with mock.patch.object(attributes, "without_times", lambda *given: given[-1]):
        return _periods(folder)


def _with(folder: Path, base: float, weights: Sequence[float]) -> int:
    def weighed(around: Surroundings) -> float:
        return base + sum(
            weight for clue, weight in zip(CLUES, weights, strict=True) if clue.speaks(around)
        )

    with mock.patch.object(timeless_figures, "score_of", weighed):
        return _periods(folder)[0]


def main(arguments: Sequence[str]) -> None:
    """Print the fitted weights, or what they are worth on folders that are left out."""
    parser = argparse.ArgumentParser(description="Fit the weights of clues to the hand lists.")
    parser.add_argument("--left-out", action="store_true", help="leave each folder out in turn")
    figures = {folder: list(weighed_figures(folder)) for folder in folders()}
    if parser.parse_args(arguments).left_out:
        _print_left_out(figures)
        return
    together = [one for ones in figures.values() for one in ones]
    base, weights = fitted(together)
    counts = Counter(at for one in together for at in one.clues)
    timeless = Counter(at for one in together if one.is_timeless for at in one.clues)
    click.echo(
        f"{len(together)} figures, {sum(one.is_timeless for one in together)} without a time"
    )
    click.echo(f"{'base':<28}{'':<12}{BASE:>6}{base:>6}")
    for at, clue in enumerate(CLUES):
        click.echo(
            f"{clue.where:<12}{clue.name:<28}{clue.weight:>6}{weights[at]:>6}"
            f"{counts[at]:>6}{timeless[at]:>6}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
