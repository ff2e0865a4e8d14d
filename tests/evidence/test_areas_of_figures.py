"""Figures of twelve articles whose areas a reader listed: hardly one is warned of with its own
area, and most are with another.
"""

from __future__ import annotations

import itertools

from tests.evidence.areas_of_figures import read_list, score, trials


def test_few_figures_are_warned_of_with_their_own_area_and_most_with_another() -> None:
    listing = read_list()
    assert len(listing) == 12
    reached = score(trials(listing))
    assert (reached.right, reached.wrong) == (487, 1648)
    assert reached.false <= 0.01 * reached.right
    assert reached.caught >= 0.8 * reached.wrong


def test_a_trial_says_what_speaks_against_the_area() -> None:
    listing = read_list()
    name = "fourth_held_out_articles/postal_monthly"
    made = trials({name: listing[name]})
    first = [*itertools.islice(made, 4)]
    assert [one.is_right for one in first] == [True, False, False, False]
    assert [one.said for one in first] == [(), ("全市",), ("全市",), ("全市",)]
