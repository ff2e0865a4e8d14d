"""Figures that people listed from whole articles: next to none is taken for a part of a
longer one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import pytest

from statsite.evidence.articles import article
from statsite.evidence.normal_form import normalised
from statsite.evidence.whole_figures import SentenceContext
from statsite.grammar.amounts import unit_words
from statsite.grammar.fold_characters import plain_of
from tests.extract.scoring import Told, articles, folders, listed

#: How large a part of a folder's figures may be taken for parts of others.
_GOAL = 0.01

#: Folders short of that goal: their lists have numbers without the words that bound them (低于, 不及,
#: 起拍, 上限, 最高可处, 跑进, 最快, 至少要, 范围内), or without the unit word behind them.
_SHORT_OF_GOAL = {
    "origins_articles": 0.036,
    "further_desk_articles": 0.025,
    "timed_articles": 0.011,
    "orchard_articles": 0.015,
    "ferryman_articles": 0.015,
}


def test_at_most_one_in_a_hundred_figures_is_taken_for_a_part_of_another() -> None:
    """Of every fourth article; what is read of a word for a unit is made once for all of them."""
    reached = [folder for folder in folders() if folder.name not in _SHORT_OF_GOAL]
    sample = [path for folder in reached for path in articles(folder)[::4]]
    _assert_next_to_all_are_whole(sample, at_least=1000)


@pytest.mark.thorough
@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_the_same_of_all_articles_of_each_folder(folder: Path) -> None:
    share = _SHORT_OF_GOAL.get(folder.name, _GOAL)
    _assert_next_to_all_are_whole(articles(folder), at_least=100, share=share)


def _assert_next_to_all_are_whole(
    paths: Sequence[Path], *, at_least: int, share: float = _GOAL
) -> None:
    """Fail where more than a ``share`` of the figures listed of the articles is taken for a part of
    another.
    """
    wholes = [is_whole for path in paths for is_whole in _each_whole(path)]
    assert len(wholes) > at_least
    assert wholes.count(False) <= share * len(wholes)


def _each_whole(path: Path) -> list[bool]:
    """For each figure listed of an article, whether the proof takes it for a whole one."""
    text = path.read_text(encoding="utf-8-sig")
    made = article(list(enumerate(text.split("\n"), 1)))
    found = []
    for told in listed(text, path.with_suffix(".yaml").read_text(encoding="utf-8")):
        start, end = (bisect_left(made.offsets, place) for place in (told.start, told.end))
        around = SentenceContext(made, unit_words(_words(told)), plain_of(normalised(told.printed)))
        found.append(around.part_of(start, end) == "")
    return found


def _words(told: Told) -> list[str]:
    """The words that an indicator of such a figure would have."""
    if "番" in told.printed:
        return [told.unit, "倍"]
    return [told.unit] if told.unit else ["%"]
