"""A row over time is joined where nothing is missing, and only there."""

from __future__ import annotations

import pytest

from charts.layout.series import has_gap, runs, stretches
from charts.spec import Datum
from tests.charts.drawn import moment


def _row(*years: int, target: int | None = None, anew: int | None = None) -> list[Datum]:
    return [
        moment(
            "a",
            year,
            str(year),
            year,
            status="target" if year == target else "observed",
            starts_anew=year == anew,
        )
        for year in years
    ]


@pytest.mark.parametrize(
    ("row", "joined", "gap"),
    [
        pytest.param(_row(2020), [[2020]], False, id="one"),
        pytest.param(_row(2020, 2021, 2022), [[2020, 2021, 2022]], False, id="each year"),
        pytest.param(
            _row(2018, 2019, 2020, 2023, 2024, 2025), [[2018, 2019, 2020], [2023, 2024, 2025]], True,
            id="years are missing",
        ),
        pytest.param(_row(1990, 2000, 2003), [[1990, 2000, 2003]], False, id="no steady pace"),
        pytest.param(
            _row(2020, 2021, 2022, anew=2021), [[2020], [2021, 2022]], True, id="counted otherwise"
        ),
        pytest.param(
            _row(2020, 2021, 2022, target=2022), [[2020, 2021], [2022]], False, id="a target"
        ),
    ],
)  # fmt: skip
def test_runs_end_at_gaps_breaks_and_intentions(
    row: list[Datum], joined: list[list[int]], *, gap: bool
) -> None:
    assert [[datum.time for datum in run] for run in runs(row)] == joined
    assert has_gap(row) is gap


def test_years_of_which_nothing_is_known_are_no_more_than_a_link() -> None:
    row = _row(1990, 2020)
    assert [(len(part), is_link) for part, is_link in stretches(row, row)] == [
        (1, False),
        (2, True),
        (1, False),
    ]
