"""On articles listed by hand, what the extractor finds and says of each quantity reaches the goals;
the scorer counts rightly.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from statsite.values import replace
from tests.extract.scoring import (
    ASPECTS,
    ListingError,
    Score,
    Told,
    articles,
    compared,
    folders,
    listed,
    score,
    total,
)

#: The least share of each that is asked for.
GOALS = {
    "recall": 0.97,
    "precision": 0.97,
    "value": 0.995,
    "qualifier": 0.995,
    "unit": 0.95,
    "period": 0.95,
    "status": 0.95,
}
#: Of the wrong periods and statuses at least so many are marked as unsure or left open; of the right
#: ones of a folder, and of all folders, at most so many are marked.
MOST_WRONG_ONES, FEW_RIGHT_ONES, FEW_OF_ALL = 0.5, 0.36, 0.26
#: Of what is not marked, at least so much is right on all folders together.
SURE_OF = 0.97
_MENDED = "articles"
#: What is short of its goal: qualifiers that words part from their number or that a list
#: tells otherwise (4200余名), rare units.
_SHORT_OF_GOAL = {
    ("beacon_articles", "period"),
    ("harvest_articles", "qualifier"),
    ("origins_articles", "recall"),
    ("origins_articles", "qualifier"),
    ("origins_articles", "period"),
    ("further_desk_articles", "period"),
    ("further_timed_articles", "period"),
    ("voices_articles", "period"),
    ("voices_articles", "status"),
    ("timed_articles", "qualifier"),
}
#: Where marks are short of theirs: where few are wrong, those that are marked were mended first.
_SHORT_OF_MARKS = {
    ("bureau_articles", "status"),
    ("chronicle_articles", "status"),
    ("gazette_articles", "period"),
    ("inland_articles", "period"),
    ("lagoon_articles", "status"),
    ("lantern_articles", "status"),
    ("valley_articles", "status"),
    ("county_articles", "period"),
    ("evening_articles", "period"),
    ("evening_articles", "status"),
    ("ferryman_articles", "status"),
    ("fifth_held_out_articles", "status"),
    ("fourth_held_out_articles", "status"),
    ("sixth_held_out_articles", "period"),
    ("sixth_held_out_articles", "status"),
    ("lighthouse_articles", "status"),
    ("oasis_articles", "status"),
    ("orchestra_articles", "status"),
    ("pottery_articles", "status"),
    ("quarry_articles", "status"),
    ("third_held_out_articles", "period"),
    ("third_held_out_articles", "status"),
}


@cache
def _score(folder: Path) -> Score:
    return total([score(article) for article in articles(folder)])


def _share(measure: str, one: Score) -> float:
    return (
        one.share(measure)
        if measure in ASPECTS
        else {"recall": one.recall, "precision": one.precision}[measure]
    )


def test_there_are_articles() -> None:
    assert _MENDED in {folder.name for folder in folders()}
    assert all(len(articles(folder)) >= 5 for folder in folders())


def _cases(measures: Iterable[str], short: Container[tuple[str, str]]) -> list[Any]:
    """Each folder with each measure; what is known to be short of its goal is expected to fail, so
    that reaching it is noticed.
    """
    failing = pytest.mark.xfail(reason="short of its goal")
    pairs = [(folder, measure) for folder in folders() for measure in measures]
    return [
        pytest.param(
            folder,
            measure,
            id=f"{folder.name}-{measure}",
            marks=[failing] if (folder.name, measure) in short else [],
        )
        for folder, measure in pairs
    ]


@pytest.mark.parametrize(("folder", "measure"), _cases(GOALS, _SHORT_OF_GOAL))
def test_the_goals_are_reached(folder: Path, measure: str) -> None:
    reached = _share(
        measure, _score(folder)
    )  # apart from the assertion, which would print the differences of held-out articles
    assert reached >= GOALS[measure]


@pytest.mark.parametrize(("folder", "aspect"), _cases(("period", "status"), _SHORT_OF_MARKS))
def test_marks_stand_where_they_are_needed(folder: Path, aspect: str) -> None:
    right, wrong = (
        _score(folder).right_ones_marked(aspect),
        _score(folder).wrong_ones_marked(aspect),
    )
    assert right < FEW_RIGHT_ONES
    assert wrong > MOST_WRONG_ONES


@pytest.mark.parametrize("aspect", ["period", "status"])
def test_what_is_not_marked_is_right(aspect: str) -> None:
    together = total([_score(folder) for folder in folders()])
    assert together.unmarked_right(aspect) > SURE_OF
    assert together.right_ones_marked(aspect) < FEW_OF_ALL


_TEXT = "有 5万\n人，约6个。"
_LIST = """
quantities:
  - {printed: 5万人, relation: "=", value: "50000", unit: 人, period: 2024, status: observed}
  - {printed: 约6个, relation: "≈", value: "6", unit: 个, period: null, status: plan}
"""


def _told(start: int, end: int, *, value: str = "6", unsure: frozenset[str] = frozenset()) -> Told:
    return Told(start, end, _TEXT[start:end], (value, "", ""), "=", "个", "", "observed", unsure)


def test_a_list_is_read_at_its_places_in_the_text() -> None:
    first, second = listed(_TEXT, _LIST)
    assert (_TEXT[first.start : first.end], first.period, first.value) == (
        "5万\n人",
        "2024",
        ("50000", "", ""),
    )
    assert (_TEXT[second.start : second.end], second.period, second.status) == ("约6个", "", "plan")


def test_a_sign_that_content_files_do_not_know_is_read_as_theirs() -> None:
    entry = '{printed: 5万人, relation: "≳", value: "50000", unit: 人, period: null}'
    assert listed("5万人", f"quantities: [{entry}]")[0].qualifier == ">"


def test_a_list_that_does_not_fit_its_text_is_refused() -> None:
    with pytest.raises(ListingError, match="约6个"):
        listed("约6个，5万人", _LIST)


def test_what_shares_a_character_is_a_pair_and_is_compared() -> None:
    wanted = listed(_TEXT, _LIST)
    one = compared(
        _TEXT, wanted, [_told(0, 1), _told(8, 10, value="6.0", unsure=frozenset({"status"}))]
    )
    assert (one.listed, one.found, one.pairs, one.recall, one.precision) == (2, 2, 1, 0.5, 0.5)
    assert [aspect for aspect in ASPECTS if one.agreeing[aspect]] == ["value", "unit", "period"]
    assert [(difference.line, difference.aspect) for difference in one.differences] == [
        (1, "needless"),
        (1, "missed"),
        (2, "printed"),
        (2, "qualifier"),
        (2, "status"),
    ]
    assert one.wrong_ones_marked("status") == 1


@pytest.mark.parametrize(
    ("years", "other", "is_same"),
    [
        ("2025/2026", "2025-09/2026-07", True),
        ("2024/2025", "2024-04/2025-03", True),
        ("2025/2026", "2025-12/2026-02", True),
        ("2025/2026", "2025-09/2026-01", False),  # the first term
        ("2025/2026", "2025-12/2026-01", False),
        ("2025/2026", "2025-11-01/2026-03-31", False),
        ("2025/2026", "2025-01/2026-12", False),
        ("2025/2026", "2024-09/2025-07", False),
        ("2025/2027", "2025-09/2027-07", False),
        ("2025", "2025-09/2026-07", False),
        ("", "2025-09/2026-07", False),
    ],
)
def test_the_months_of_a_season_are_its_years(years: str, other: str, *, is_same: bool) -> None:
    wanted = replace(_told(0, 1), period=years)
    found = replace(wanted, period=other)
    assert wanted.same(found, "period") is found.same(wanted, "period") is is_same


def test_nothing_listed_and_nothing_found_is_no_error() -> None:
    assert compared("", [], []).recall == 1
