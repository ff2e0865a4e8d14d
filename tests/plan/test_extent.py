"""What is in a set of figures, in one line."""

from __future__ import annotations

import pytest

from statsite.plan.extent import extent
from tests.plan.looked_up import AREAS, DATASET, looked_up
from tests.support.types import ReadFiles


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("en", ("5 figures", "2019–2030", "China; Hunan; First hospital", "1 article")),
        ("zh", ("5个数字", "2019—2030年", "全国、湖南省、第一医院", "1篇报道")),
    ],
)
def test_it_counts_figures_years_areas_and_articles(
    language: str, pieces: tuple[str, ...], read_files: ReadFiles
) -> None:
    edition = looked_up(read_files, language)
    assert (
        extent(edition.presenter, edition.site.observations_of(edition.site.datasets["care"]))
        == pieces
    )


def test_many_areas_are_counted_and_none_is_named_where_it_is_known(read_files: ReadFiles) -> None:
    more = "  - {key: cq, printed: 3张, area: cn-cq, period: unknown}\n"
    files = {
        "content/areas.yaml": AREAS,
        "content/datasets/care.yaml": DATASET.replace(
            "  beds-planned:", f"    {more}  beds-planned:"
        ),
    }
    edition = looked_up(read_files, files=files)
    observations = list(edition.site.observations_of(edition.site.datasets["care"]))
    assert extent(edition.presenter, observations)[2] == "4 areas"
    assert extent(edition.presenter, observations, names_areas=False) == (
        "6 figures",
        "2019–2030",
        "1 article",
    )


def test_figures_without_a_period_say_no_year(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert extent(edition.presenter, [edition.site.observations["loose.staff"]]) == (
        "1 figure",
        "China",
        "1 article",
    )


@pytest.mark.parametrize(("language", "told"), [("en", "since 2019"), ("zh", "2019年以来")])
def test_a_time_without_an_end_is_no_single_year(
    language: str, told: str, read_files: ReadFiles
) -> None:
    edition = looked_up(read_files, language)
    assert extent(edition.presenter, [edition.site.observations["care.guests"]])[1] == told
