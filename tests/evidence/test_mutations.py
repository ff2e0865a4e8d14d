"""The mutations made on purpose are mutations: each changes the figure in its own way, and the same
seed makes the same ones.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.evidence.mutations import (
    CONTEXT_MUTATIONS,
    PRINTED_MUTATIONS,
    TranscribedFigure,
    figure_of,
    mutation_target,
    mutations,
)
from statsite.grammar.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from statsite.model import Site, Status
from statsite.periods import Moment, TimePeriod
from tests.support.proven_site import FILES, site_in
from tests.support.types import WriteSite


def _chance(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311 - a sample, not a secret


def _made(kind: str, printed: str) -> set[str | None]:
    """Everything that a mutation makes of ``printed``."""
    return {PRINTED_MUTATIONS[kind](printed, _chance(seed)) for seed in range(200)}


@pytest.mark.parametrize(
    ("kind", "printed", "made"),
    [
        pytest.param("digit-changed", "7家", {f"{d}家" for d in "012345689"}, id="digit changed"),
        pytest.param(
            "digit-changed",
            "三成",
            {f"{d}成" for d in "一二四五六七八九"},
            id="Chinese digit changed",
        ),
        pytest.param("digit-changed", "百余人", {None}, id="no digit to change"),
        pytest.param(
            "digits-swapped",
            "31013万",
            {"13013万", "30113万", "31103万", "31031万"},
            id="digits swapped",
        ),
        pytest.param("digits-swapped", "1.2%", {"2.1%"}, id="swapped across the point"),
        pytest.param("digits-swapped", "33家", {None}, id="equal digits"),
        pytest.param("digit-dropped", "120家", {"20家", "10家", "12家"}, id="digit dropped"),
        pytest.param("digit-dropped", "5家", {None}, id="only digit"),
        pytest.param("digit-doubled", "12家", {"112家", "122家"}, id="digit doubled"),
        pytest.param("digit-doubled", "三成", {None}, id="no Arabic digit"),
        pytest.param("scale-changed", "5万家", {"5亿家", "5家"}, id="万"),
        pytest.param("scale-changed", "5亿家", {"5万家", "5家"}, id="亿"),
        pytest.param("scale-changed", "百余人", {"千余人", "万余人", "余人"}, id="百"),
        pytest.param("scale-changed", "50家", {"50万家", "50亿家"}, id="scale added"),
        pytest.param("scale-changed", "12.5%", {None}, id="a share has no scale"),
        pytest.param("point-moved", "12.34%", {"1.234%", "123.4%"}, id="point moved"),
        pytest.param("point-moved", "120家", {"12.0家"}, id="point put in"),
        pytest.param("point-moved", "1.2%", {"12%"}, id="point lost"),
        pytest.param("point-moved", "5家", {None}, id="no place for a point"),
        pytest.param("qualifier-dropped", "超过5家", {"5家"}, id="qualifier before"),
        pytest.param("qualifier-dropped", "5家以上", {"5家"}, id="qualifier behind"),
        pytest.param("qualifier-dropped", "5家", {None}, id="no qualifier"),
        pytest.param(
            "qualifier-dropped", "多于5家", {"5家"}, id="余 and 多 only behind the number"
        ),
        pytest.param("qualifier-dropped", "约5余家", {"5余家", "约5家"}, id="either of two"),
        pytest.param("negation-dropped", "不超过5家", {"超过5家"}, id="不"),
        pytest.param("negation-dropped", "不得超过5家", {"超过5家"}, id="不得"),
        pytest.param("negation-dropped", "不足5家", {None}, id="不 that turns nothing round"),
        pytest.param(
            "negation-dropped", "接近5家", {None}, id="近 with a word that turns nothing round"
        ),
        pytest.param("negation-dropped", "超过5家", {None}, id="no negation"),
        pytest.param("particle-dropped", "约占15%", {"15%"}, id="particle"),
        pytest.param("particle-dropped", "约15%", {None}, id="no particle"),
        pytest.param("group-cut", "12,345家", {"12家", "345家"}, id="groups parted by commas"),
        pytest.param("group-cut", "12亿零741万人", {"12亿人", "741万人"}, id="groups with scales"),
        pytest.param("group-cut", "15624家", {"15家", "624家"}, id="thousands"),
        pytest.param("group-cut", "624家", {None}, id="one group"),
        pytest.param("qualifier-added", "近5家", {None}, id="has a qualifier"),
        pytest.param("unit-changed", "5%", {"5个百分点"}, id="per cent"),
        pytest.param("unit-changed", "5个百分点", {"5%"}, id="percentage points"),
        pytest.param("unit-changed", "5家", {None}, id="neither"),
    ],
)
def test_what_each_slip_makes(kind: str, printed: str, made: set[str | None]) -> None:
    assert _made(kind, printed) == made


def test_any_qualifier_of_the_grammar_is_added() -> None:
    assert _made("qualifier-added", "5家") <= {f"{word}5家" for word in QUALIFIERS_BEFORE} | {
        f"5家{word}" for word in QUALIFIERS_AFTER
    }
    assert len(_made("qualifier-added", "5家")) > 20


@pytest.mark.parametrize("word", [*QUALIFIERS_BEFORE, *QUALIFIERS_AFTER])
def test_every_qualifier_of_the_grammar_is_dropped(word: str) -> None:
    assert _made(
        "qualifier-dropped", f"{word}5家" if word in QUALIFIERS_BEFORE else f"5家{word}"
    ) == {"5家"}


def test_a_tail_is_cut_off_or_added() -> None:
    made = _made("tail-kept", "超过5万余家")
    assert made >= {"超过5万", "超过5", "5万余", "5万余家", "超过5万亿余家"}
    assert made & {f"超过5万余家{word}" for word in QUALIFIERS_AFTER}
    assert "超过5万余家" not in made


def test_every_slip_is_tried() -> None:
    assert set(PRINTED_MUTATIONS) == {
        "digit-changed",
        "digits-swapped",
        "digit-dropped",
        "digit-doubled",
        "scale-changed",
        "point-moved",
        "qualifier-dropped",
        "qualifier-added",
        "negation-dropped",
        "particle-dropped",
        "tail-kept",
        "group-cut",
        "unit-changed",
    }
    assert {mutation_target(kind) for kind in PRINTED_MUTATIONS} == {"printed"}
    assert {mutation_target(kind) for kind in CONTEXT_MUTATIONS} == {"context"}


_numbers = st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,2})?", fullmatch=True)
_printed = st.tuples(
    st.sampled_from(["", "超过", "近", "约"]),
    _numbers,
    st.sampled_from(["", "万", "亿", "%", "个百分点", "家", "余人", "家以上"]),
).map("".join)
_seeds = st.integers(0, 10**6)


@given(
    _printed,
    st.sampled_from([kind for kind in PRINTED_MUTATIONS if kind != "digit-doubled"]),
    _seeds,
)
def test_a_slip_differs_from_what_it_slipped_on(printed: str, kind: str, seed: int) -> None:
    assert PRINTED_MUTATIONS[kind](printed, _chance(seed)) != printed


@given(_printed, _seeds)
def test_a_doubled_digit_makes_the_figure_one_longer(printed: str, seed: int) -> None:
    doubled = PRINTED_MUTATIONS["digit-doubled"](printed, _chance(seed))
    assert doubled is not None
    assert len(doubled) == len(printed) + 1


@pytest.fixture
def site(write_site: WriteSite) -> Site:
    return site_in(write_site(FILES))


def test_the_changes_of_a_figure_differ_from_it_and_from_each_other(site: Site) -> None:
    for observation in site.observations.values():
        original = figure_of(observation)
        made = list(mutations(original, site, _chance(3)))
        assert original not in [change.figure for change in made]
        assert len(set(made)) == len(made)


def test_a_change_beside_the_number_changes_just_that(site: Site) -> None:
    original = TranscribedFigure(
        "12家",
        TimePeriod(Moment(2024, 2, 29), Moment(2024, 2, 29)),
        "cn",
        Status.OBSERVED,
        "bulletin",
    )
    made = [
        change
        for change in mutations(original, site, _chance(3))
        if change.kind in CONTEXT_MUTATIONS
    ]
    assert {change.figure.printed for change in made} == {"12家"}
    periods = [change.figure.period for change in made if change.kind == "wrong-year"]
    assert [str(period) for period in periods] == [
        "2022-02-28",
        "2023-02-28",
        "2025-02-28",
        "2026-02-28",
    ]
    assert [change.figure.area for change in made if change.kind == "wrong-area"] == ["cn-hn"]
    assert [change.figure.source for change in made if change.kind == "wrong-source"] == ["reprint"]
    assert [change.figure.status for change in made if change.kind == "wrong-status"] == [
        s for s in Status if s not in {Status.OBSERVED, Status.DERIVED}
    ]


def test_the_year_and_the_area_of_the_nearest_figure_that_has_others_are_taken(site: Site) -> None:
    def figure(year: int | None, area: str) -> TranscribedFigure:
        return TranscribedFigure(
            "12家",
            TimePeriod(Moment(year), Moment(year)) if year else None,
            area,
            Status.OBSERVED,
            "bulletin",
        )

    neighbours = [figure(2024, "cn"), figure(None, "cn"), figure(2020, "cn"), figure(2019, "cn-hn")]
    made = [
        change
        for change in mutations(figure(2024, "cn"), site, _chance(3), neighbours)
        if change.kind.startswith("neighbour")
    ]
    assert [(change.kind, change.figure) for change in made] == [
        ("neighbour-year", figure(2020, "cn")),
        ("neighbour-area", figure(2024, "cn-hn")),
    ]


def test_the_nearest_figures_lend_their_printed_words_and_what_singles_them_out(
    site: Site,
) -> None:
    def figure(printed: str, near: str | None = None) -> TranscribedFigure:
        return TranscribedFigure(printed, None, "cn", Status.OBSERVED, "bulletin", near)

    lent = [figure("3家", "县城"), figure("12家"), figure("4家"), figure("4家"), figure("")]
    far = [figure("5家"), figure("6家"), figure("7家")]
    made = mutations(figure("12家", "乡镇"), site, _chance(3), [*lent, *far])
    assert [change.figure for change in made if change.kind == "neighbour-number"] == [
        figure("3家", "县城"),
        figure("4家"),
        figure("5家"),
        figure("6家"),
    ]


def test_a_figure_without_a_year_is_given_one(site: Site) -> None:
    made = mutations(
        TranscribedFigure("12家", None, "cn", Status.OBSERVED, "bulletin"), site, _chance(3)
    )
    assert [str(change.figure.period) for change in made if change.kind == "wrong-year"] == [
        "2022",
        "2023",
        "2024",
        "2025",
    ]


def test_the_same_seed_makes_the_same_changes(site: Site) -> None:
    figure = figure_of(site.observations["care.beds"])
    assert list(mutations(figure, site, _chance("1 care.beds"))) == list(
        mutations(figure, site, _chance("1 care.beds"))
    )
    assert list(mutations(figure, site, _chance(1))) != list(mutations(figure, site, _chance(2)))
