"""The weights of the clues by which ``statsite/evidence/sentence/title_fit.py`` tells the number of a
title from those beside it: ``python -m tests.evidence.title_clues``.

Fits the weights to ``tests/evidence/titled_texts``, where every number of a text has its title, and
prints them as they stand in the program. ``--left-out`` instead fits them once for each file of
texts without that file, and prints of its numbers how many would be doubted under their own title
and under another one of the same text.

The weights are those of a conditional logistic regression: of the numbers of a text those of the
title are to have most of the sum of the exponentials of their scores (McFadden 1974, Conditional
logit analysis of qualitative choice behavior).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

import click
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from statsite.evidence.sentence.statements import named, statements
from statsite.evidence.sentence.title_clues import TITLE_CLUES
from statsite.evidence.sentence.title_fit import LEAD_ALONE, fits, rivals, sentences_around
from statsite.extract.article import prepare
from statsite.extract.text_places import SENTENCE_END

FOLDER = Path(__file__).with_name("titled_texts")
#: How strongly weights are kept small, how far a step goes, and how many are taken.
_SMALL, _STEP, _STEPS = 2.0, 0.05, 300
#: What an average over past steps keeps of its value (Kingma and Ba 2015, Adam).
_KEPT, _KEPT_OF_SQUARES = 0.9, 0.999

Numbers = NDArray[np.float64]


class TitledNumber(Struct, frozen=True):
    """A number where a text prints it, with what it is of; no title where it differs from another
    one by time or place alone.
    """

    start: int
    end: int
    title: str | None


class TitledText(Struct, frozen=True):
    """A text with all of its numbers."""

    id: str
    plain: str
    numbers: tuple[TitledNumber, ...]


class Question(Struct, frozen=True):
    """Whether a number is of a title: the strength of each clue for each number of the text, which
    one it is, against which it is held, and which ones are of the title.
    """

    file: str
    strengths: Numbers
    own: int
    others: tuple[int, ...]
    of_title: tuple[int, ...]

    @property
    def is_right(self) -> bool:
        """Whether it is."""
        return self.own in self.of_title

    def lead(self, weights: Numbers) -> float:
        """By how much the score of another number is above its own, or above that of a number that
        is of the same thing.
        """
        scores = self.strengths @ weights
        is_other = np.isin(np.arange(len(scores)), self.others)
        return float(np.max(scores[is_other], initial=-np.inf) - np.max(scores[~is_other]))


def titled_texts(path: Path) -> Iterator[TitledText]:
    """The texts of a file. Raises ValueError where a number is not in its text."""
    for line in path.read_text(encoding="utf-8").splitlines():
        listed = json.loads(line)
        plain = prepare(listed["text"]).plain
        yield TitledText(
            listed["id"], plain, tuple(map(partial(_number, plain), listed["figures"]))
        )


def _number(plain: str, listed: Mapping[str, str]) -> TitledNumber:
    """Where a listed number is. Raises ValueError where it is not."""
    printed, near = prepare(listed["printed"]).plain, prepare(listed.get("near", "")).plain
    words = near if near.endswith(printed) else near + printed
    end = plain.index(words) + len(words)
    return TitledNumber(end - len(printed), end, listed.get("title"))


def questions(path: Path, most: int | None = None) -> Iterator[Question]:
    """Of each number of each text of a file, or of the first ones as the ``most``, whether it is of
    each title of the text.
    """
    for text in islice(titled_texts(path), most):
        titles = dict.fromkeys(one.title for one in text.numbers if one.title)
        for number in text.numbers:
            for title in titles:
                yield _question(path.stem, text, number, title)
                yield _question(path.stem, text, number, title, _subject(text, number))


def _subject(text: TitledText, number: TitledNumber) -> str:
    """What the sentence of a number begins with, which editors put before a title: of
    沙县小吃产业园去年完成产值21.7亿元，缴税6900万元 the name of 沙县小吃产业园缴税.
    """
    begin = max(
        (found.end() for found in SENTENCE_END.finditer(text.plain, 0, number.start)), default=0
    )
    return next(iter(named(text.plain[begin : number.start])), "")


def _question(
    file: str, text: TitledText, number: TitledNumber, title: str, subject: str = ""
) -> Question:
    begin, stop = sentences_around(text.plain, number.start, number.end)
    near = text.plain[begin:stop]
    told = statements(near, number.start - begin, number.end - begin)
    fitted = fits(near, told, subject + title)
    own = next(at for at, one in enumerate(told) if one.start + begin == number.start)
    held_against = rivals(fitted[own], fitted)
    others = [at for at, one in enumerate(fitted) if one in held_against]
    right = [one for one in text.numbers if one.title == title]
    of_title = [
        at
        for at, one in enumerate(told)
        if any(it.start < one.end + begin and one.start + begin < it.end for it in right)
    ]
    strengths = np.array([[clue.strength(fit) for clue in TITLE_CLUES] for fit in fitted])
    return Question(file, strengths, own, tuple(others), tuple(of_title))


def fitted_weights(asked: Iterable[Question]) -> Numbers:
    """The weights of the clues, in their order, by which of the numbers of each question those of
    the title have the highest scores.
    """
    cases = [one for one in asked if one.is_right and len(one.strengths) > 1]
    strengths = np.concatenate([one.strengths for one in cases])
    sizes = [len(one.strengths) for one in cases]
    begins = np.cumsum([0, *sizes])[:-1]
    of_case = np.repeat(np.arange(len(cases)), sizes)
    is_right = np.zeros(len(strengths))
    for begin, one in zip(begins, cases, strict=True):
        is_right[[begin + at for at in one.of_title]] = 1.0

    def shares(parts: Numbers) -> Numbers:
        return np.asarray(parts / np.add.reduceat(parts, begins)[of_case])

    def slope(weights: Numbers) -> Numbers:
        scores = strengths @ weights
        parts = np.exp(scores - np.maximum.reduceat(scores, begins)[of_case])
        return np.asarray(
            strengths.T @ (shares(parts) - shares(parts * is_right)) + _SMALL * weights
        )

    return _lowest(slope, strengths.shape[1])


def _lowest(slope: Callable[[Numbers], Numbers], size: int) -> Numbers:
    """Where a function of this slope is lowest."""
    weights, mean, squares = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        now = slope(weights)
        mean = _KEPT * mean + (1 - _KEPT) * now
        squares = _KEPT_OF_SQUARES * squares + (1 - _KEPT_OF_SQUARES) * now**2
        direction = mean / (1 - _KEPT**step)
        weights -= _STEP * direction / (np.sqrt(squares / (1 - _KEPT_OF_SQUARES**step)) + 1e-8)
    return weights


class Rates(Struct, frozen=True):
    """Of how many numbers what part is doubted: under their own title, and under another of the
    same text.
    """

    right: int
    doubted: float
    wrong: int
    caught: float


def rates(asked: Sequence[Question], weights: Numbers) -> Rates:
    """What the weights come to."""
    right = [one.lead(weights) > LEAD_ALONE for one in asked if one.is_right]
    wrong = [one.lead(weights) > LEAD_ALONE for one in asked if not one.is_right]
    return Rates(len(right), float(np.mean(right)), len(wrong), float(np.mean(wrong)))


def left_out(asked: Sequence[Question]) -> Iterator[tuple[str, Rates]]:
    """Of each file, what weights come to that were fitted without it."""
    for file in dict.fromkeys(one.file for one in asked):
        weights = fitted_weights(one for one in asked if one.file != file)
        yield file, rates([one for one in asked if one.file == file], weights)


def main(arguments: Sequence[str]) -> None:
    """Print the weights, or with ``--left-out`` the rates."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--left-out", action="store_true", help="fit without each file in turn")
    asked = [one for path in sorted(FOLDER.glob("*.jsonl")) for one in questions(path)]
    if parser.parse_args(arguments).left_out:
        for file, found in left_out(asked):
            click.echo(
                f"{file}: {found.doubted:.1%} of {found.right} right ones doubted, "
                f"{found.caught:.1%} of {found.wrong} wrong ones"
            )
        return
    for clue, weight in zip(TITLE_CLUES, fitted_weights(asked), strict=True):
        click.echo(f"{clue.name}: {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
