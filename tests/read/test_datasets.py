"""A dataset file becomes observations with permanent ids; what is missing, double or unreadable is
told at its place.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.diff.statements import exact
from statsite.model import Observation, Reviewed, Status, WrittenIndicator, WrittenSite, location_of
from statsite.periods import Moment, TimePeriod
from statsite.problems import Problem
from statsite.quantity import Relation
from statsite.read.files import FIGURES_LIMIT
from statsite.read.values import LABEL_LENGTH, TEXT_LENGTH
from tests.support.types import ReadFiles

DATASET = "content/datasets/more.yaml"


DEFAULTS = "{source: bulletin, area: cn, period: 2024-12-31, status: observed}"


def _dataset(*observations: str, defaults: str = DEFAULTS, unit: str = "bed") -> str:
    rows = "".join(f"      - {row}\n" for row in observations)
    return (
        f"title: {{zh: 床位, en: Beds}}\ndefaults: {defaults}\nindicators:\n"
        f"  beds:\n    title: {{zh: 床位, en: Beds}}\n    unit: {unit}\n    observations:\n{rows}"
    )


def _problems(found: tuple[WrittenSite | None, list[Problem]]) -> list[tuple[str, int, int]]:
    return [
        (p.check, p.location.line, p.location.column)
        for p in found[1]
        if p.location.path == DATASET
    ]


def _indicator(
    found: tuple[WrittenSite | None, list[Problem]], indicator: str = "more.beds"
) -> WrittenIndicator:
    site, problems = found
    assert problems == []
    assert site is not None
    return site.indicators[indicator]


def _only(found: tuple[WrittenSite | None, list[Problem]]) -> Observation:
    (observation,) = _indicator(found).observations
    assert isinstance(observation, Observation)
    return observation


def test_an_observation_with_every_field(read_files: ReadFiles) -> None:
    observation = _only(
        read_files(
            {
                DATASET: _dataset(
                    "{key: 2030, printed: 超过1500张, near: 床位, status: target, period: "
                    "../2030, area: cn-cq, source: plan, compared_with: 2020, "
                    "note: {zh: 注, en: Note}, reviewed: {by: 二读, date: 2025-11-30}}"
                )
            }
        )
    )
    assert (observation.id, observation.key, observation.dataset, observation.indicator) == (
        "more.beds@2030",
        "2030",
        "more",
        "more.beds",
    )
    assert (observation.printing.printed, observation.printing.near, observation.unit) == (
        "超过1500张",
        "床位",
        "bed",
    )
    assert (observation.quantity.relation, observation.quantity.value) == (
        Relation.MORE,
        Fraction(1500),
    )
    assert (observation.area, observation.source, observation.status) == (
        "cn-cq",
        "plan",
        Status.TARGET,
    )
    assert observation.period == TimePeriod(None, Moment(2030))
    assert observation.compared_with == TimePeriod(Moment(2020), Moment(2020))
    assert observation.note == {"zh": "注", "en": "Note"}
    assert observation.reviewed == Reviewed("二读", Moment(2025, 11, 30))
    assert str(observation.location) == f"{DATASET}:8:9"


def test_what_an_observation_leaves_out_comes_from_the_defaults_and_so_does_its_place(
    read_files: ReadFiles,
) -> None:
    observation = _only(read_files({DATASET: _dataset("{printed: 10张, period: 2024}")}))
    assert (observation.source, observation.area, observation.status) == (
        "bulletin",
        "cn",
        Status.OBSERVED,
    )
    assert observation.period == TimePeriod(Moment(2024), Moment(2024))
    places = {
        key: (location_of(observation, key).line, location_of(observation, key).column)
        for key in ("source", "area", "period", "printed", "near")
    }
    assert places == {
        "source": (2, 20),
        "area": (2, 36),
        "period": (8, 32),
        "printed": (8, 19),
        "near": (8, 9),
    }


def test_an_unknown_period_overrides_the_default(read_files: ReadFiles) -> None:
    assert _only(read_files({DATASET: _dataset("{printed: 10张, period: unknown}")})).period is None


def test_an_unknown_period_may_be_the_default(read_files: ReadFiles) -> None:
    defaults = DEFAULTS.replace("2024-12-31", "unknown")
    assert (
        _only(read_files({DATASET: _dataset("{printed: 10张}", defaults=defaults)})).period is None
    )


@pytest.mark.parametrize("name", ["source", "area", "period", "status"])
def test_what_neither_observation_nor_defaults_say_is_missing(
    read_files: ReadFiles, name: str
) -> None:
    defaults = (
        DEFAULTS.replace(f"{name}: ", f"{name}0: ")
        .replace(f"{name}0: bulletin, ", "")
        .replace(f"{name}0: cn, ", "")
    )
    defaults = defaults.replace("period0: 2024-12-31, ", "").replace(", status0: observed", "")
    found = read_files({DATASET: _dataset("{printed: 10张}", defaults=defaults)})
    assert _problems(found) == [("field-missing", 8, 9)]
    assert f"`{name}`" in found[1][0].message


def test_a_wrong_default_is_told_once_and_makes_no_observation_incomplete(
    read_files: ReadFiles,
) -> None:
    defaults = DEFAULTS.replace("2024-12-31", "2024-13")
    found = read_files(
        {DATASET: _dataset("{key: a, printed: 10张}", "{key: b, printed: 11张}", defaults=defaults)}
    )
    assert _problems(found) == [("period-malformed", 2, 48)]


def test_two_observations_without_key_are_one_too_many(read_files: ReadFiles) -> None:
    found = read_files(
        {DATASET: _dataset("{printed: 10张}", "{key: a, printed: 11张}", "{printed: 12张}")}
    )
    assert _problems(found) == [("duplicate-observation", 10, 9)]
    assert "lines 8 and 10" in found[1][0].message
    assert found[0] is not None
    assert [
        o.quantity.value
        for o in found[0].indicators["more.beds"].observations
        if isinstance(o, Observation)
    ] == [10, 11]


def test_two_observations_of_one_key_are_one_too_many(read_files: ReadFiles) -> None:
    assert _problems(
        read_files({DATASET: _dataset("{key: a, printed: 10张}", "{key: a, printed: 10张}")})
    ) == [("duplicate-observation", 9, 9)]


def test_further_printings_have_ids_of_their_own(read_files: ReadFiles) -> None:
    also = (
        "also: [{printed: 近11张}, {printed: 10张, source: plan, near: 床}, {printed: "
        "10张, source: plan, key: headline}]"
    )
    observation = _only(read_files({DATASET: _dataset(f"{{key: 2024, printed: 10张, {also}}}")}))
    assert [(p.id, p.source, p.near, p.quantity.relation) for p in observation.also] == [
        ("more.beds@2024+bulletin", "bulletin", None, Relation.JUST_UNDER),
        ("more.beds@2024+plan", "plan", "床", Relation.EQUAL),
        ("more.beds@2024+plan.headline", "plan", None, Relation.EQUAL),
    ]
    assert (
        location_of(observation.also[0], "source").line,
        location_of(observation.also[1], "source").line,
    ) == (2, 8)
    assert observation.printings == (observation.printing, *observation.also)


def test_a_further_printing_may_be_of_no_stated_time_and_of_no_other(
    read_files: ReadFiles,
) -> None:
    row = "{{printed: 10张, also: [{{printed: 10张, source: plan, period: {}}}]}}"
    (further,) = _only(read_files({DATASET: _dataset(row.format("unknown"))})).also
    assert further.is_undated
    assert _problems(read_files({DATASET: _dataset(row.format("2024"))}))[0][0] == (
        "period-malformed"
    )


def test_two_further_printings_of_one_id_ask_for_a_key(read_files: ReadFiles) -> None:
    found = read_files(
        {
            DATASET: _dataset(
                "{printed: 10张, also: [{printed: 10张, source: a}, {printed: 11张, source: a}]}"
            )
        }
    )
    assert _problems(found) == [("duplicate-printing", 8, 58)]
    assert "`key`" in found[1][0].hint


@pytest.mark.parametrize(
    ("record", "check"),
    [
        ("value: 8, relation: range", "field-misplaced"),
        ("relation: range, low: 8", "field-missing"),
        ("value: 8, low: 9", "bounds-disordered"),
        ("printed: 8张, precision: 10", "field-misplaced"),
        ("printed: 8张, value: 8", "field-missing"),
        ("precision: 10", "field-missing"),
    ],
)
def test_an_earlier_number_is_written_as_a_figure_is(
    read_files: ReadFiles, record: str, check: str
) -> None:
    told = f"{{kind: correction, {record}, date: 2025-08-01, reason: {{zh: 错。, en: A slip.}}}}"
    found = read_files({DATASET: _dataset(f"{{value: 10, revisions: [{told}]}}")})
    assert [name for name, _, _ in _problems(found)] == [check]


@pytest.mark.parametrize(
    ("row", "check", "column"),
    [
        pytest.param("{printed: 10张, near: 张}", "near-unhelpful", 30, id="the unit word"),
        pytest.param("{printed: 超 10张, near: 超10}", "near-unhelpful", 32, id="spaces aside"),
        pytest.param(
            "{printed: 10张, also: [{printed: 11张, key: a, near: 11}]}",
            "near-unhelpful",
            60,
            id="of a further printing",
        ),
        pytest.param("{value: 10, near: 床位}", "field-misplaced", 21, id="nothing printed"),
    ],
)
def test_a_word_near_the_figure_that_cannot_help_is_told(
    read_files: ReadFiles, row: str, check: str, column: int
) -> None:
    found = read_files({DATASET: _dataset(row)})
    assert [(name, place) for name, _, place in _problems(found)] == [(check, column)]


@pytest.mark.parametrize(
    "near",
    ["共有10张", "床位", "2"],
    ids=["around the figure", "beside it", "a digit that it does not hold"],
)
def test_a_word_near_the_figure_may_hold_it(read_files: ReadFiles, near: str) -> None:
    assert (
        _only(read_files({DATASET: _dataset(f"{{printed: 10张, near: {near}}}")})).printing.near
        == near
    )


def test_an_id_of_three_parts_of_sixty_characters_is_taken_whole(read_files: ReadFiles) -> None:
    dataset, indicator, key = "d" * 60, "i" * 60, "k" * 60
    text = _dataset(f"{{key: {key}, printed: 10张}}").replace("  beds:", f"  {indicator}:")
    site, problems = read_files({f"content/datasets/{dataset}.yaml": text})
    assert problems == []
    assert site is not None
    assert list(site.observations) == ["care.beds", f"{dataset}.{indicator}@{key}"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        pytest.param("{printed: 约数十张}", 20, id="plain: at the character"),
        pytest.param("{printed: '约数十张'}", 21, id="quoted: at the character"),
        pytest.param('{printed: "约\\u6570十张"}', 19, id="escaped: at the text"),
        pytest.param(
            "{printed: 10张, also: [{printed: 约数十张, source: a}]}", 42, id="further printing"
        ),
    ],
)
def test_an_unreadable_figure_is_pointed_at_where_reading_stopped(
    read_files: ReadFiles, row: str, column: int
) -> None:
    found = read_files({DATASET: _dataset(row)})
    assert _problems(found) == [("printed-unreadable", 8, column)]
    assert "`约▸数十张`" in found[1][0].message


def test_everything_wrong_in_one_observation_is_told_at_once(read_files: ReadFiles) -> None:
    row = "{printed: 数十张, value: 10, also: [{printed: 几千张}]}"
    found = read_files({DATASET: _dataset(row, defaults="{source: bulletin, status: observed}")})
    assert _problems(found) == [
        ("field-missing", 8, 9),
        ("field-missing", 8, 9),
        ("printed-unreadable", 8, 19),
        ("field-misplaced", 8, 24),
        ("printed-unreadable", 8, 52),
    ]


def test_an_observation_that_makes_no_sense_takes_no_other_with_it(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {
            DATASET: _dataset(
                "{key: a, printed: 10张, perod: 2024}",
                "{key: b, printed: 11张}",
                "text",
                "{key: c, printed: 12张}",
            )
        }
    )
    assert [(p.check, p.location.line) for p in problems] == [
        ("field-unknown", 8),
        ("mapping-expected", 10),
    ]
    assert site is not None
    assert [o.key for o in site.indicators["more.beds"].observations] == ["b", "c"]


def test_an_unknown_unit_is_told_with_a_hint_and_its_figures_are_left_out(
    read_files: ReadFiles,
) -> None:
    found = read_files({DATASET: _dataset("{printed: 10张, status: hoped}", unit="beds")})
    assert _problems(found) == [("unknown-id", 6, 11), ("choice-unknown", 8, 32)]
    assert found[1][0].hint == "did you mean `bed`?"
    assert found[0] is not None
    assert found[0].datasets["more"].indicators == ()


def test_no_units_at_all_make_the_unit_unknown(read_files: ReadFiles) -> None:
    found = read_files({"content/units.yaml": None})
    assert [(p.check, p.hint) for p in found[1]] == [
        ("unknown-id", "declare it in content/units.yaml")
    ]


@pytest.mark.parametrize(
    "units", ["bed: [\n", "- bed\n", "bed: {zh: 张}\n"], ids=["file", "list", "entry"]
)
def test_units_that_cannot_be_read_are_told_where_they_stand_only(
    read_files: ReadFiles, units: str
) -> None:
    assert {p.location.path for p in read_files({"content/units.yaml": units})[1]} == {
        "content/units.yaml"
    }


@pytest.mark.parametrize("name", ["unit.yaml", "units.yml"])
def test_units_under_a_wrong_name_are_told_there_only(read_files: ReadFiles, name: str) -> None:
    found = read_files(
        {"content/units.yaml": None, f"content/{name}": "bed: {words: [张], zh: 张, en: bed}\n"}
    )
    assert [(p.check, p.location.path) for p in found[1]] == [("file-unknown", f"content/{name}")]


@pytest.mark.parametrize(
    ("head", "check", "line", "column"),
    [
        pytest.param(
            "title: {zh: 床位}\nindicators: {beds: BEDS}",
            "translation-missing",
            1,
            8,
            id="title in one language",
        ),
        pytest.param(
            "title: {zh: 床, en: B}\nindicators: {Beds: BEDS}",
            "slug-malformed",
            2,
            14,
            id="indicator that is no slug",
        ),
        pytest.param(
            "title: {zh: 床, en: B}\nindicators: {}", "field-empty", 2, 13, id="no indicator"
        ),
        pytest.param(
            "title: {zh: 床, en: B}\nindicators: [beds]",
            "mapping-expected",
            2,
            13,
            id="list of indicators",
        ),
        pytest.param(
            "title: {zh: 床, en: B}\nindicators: {beds: {unit: bed, observations: []}}",
            "field-empty",
            2,
            46,
            id="no observation",
        ),
        pytest.param(
            "title: {zh: 床, en: B}\ntopics: x\nindicators: {beds: BEDS}",
            "field-unknown",
            2,
            1,
            id="unknown key",
        ),
        pytest.param(
            "title: {zh: 床, en: B}\ndefaults: {perid: 2024}\nindicators: {beds: BEDS}",
            "field-unknown",
            2,
            12,
            id="unknown default",
        ),
    ],
)
def test_a_wrong_head_of_a_dataset(
    read_files: ReadFiles, head: str, check: str, line: int, column: int
) -> None:
    beds = (
        "{title: {zh: 床, en: B}, unit: bed, observations: [{printed: 1张, source: a, "
        "area: b, period: 2024, status: plan}]}"
    )
    assert (check, line, column) in _problems(
        read_files({DATASET: head.replace("BEDS", beds) + "\n"})
    )


def test_a_dataset_without_topic_belongs_to_none(read_files: ReadFiles) -> None:
    site, _ = read_files({DATASET: _dataset("{printed: 10张}")})
    assert site is not None
    assert (site.datasets["more"].topic, site.datasets["care"].topic) == (None, "elderly-care")
    assert str(location_of(site.datasets["care"], "topic")) == "content/datasets/care.yaml:2:8"


def test_the_same_at_other_places_says_the_same(read_files: ReadFiles) -> None:
    first = _indicator(read_files({DATASET: _dataset("{printed: 10张,   near: 床}")})).observations[
        0
    ]
    second = _indicator(read_files({DATASET: _dataset("{printed: 10张, near: 床}")})).observations[
        0
    ]
    assert exact(first) == exact(second)


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (LABEL_LENGTH, []),
        (LABEL_LENGTH + 1, [("text-too-long", 1, 13)]),
        (300_000, [("text-too-long", 1, 13)]),
    ],
)
def test_a_title_has_a_longest_length(
    read_files: ReadFiles, length: int, expected: list[tuple[str, int, int]]
) -> None:
    text = _dataset("{printed: 5张}").replace("zh: 床位", f"zh: {'床' * length}", 1)
    assert _problems(read_files({DATASET: text})) == expected


def test_a_note_may_be_longer_than_a_title_and_has_a_longest_length_too(
    read_files: ReadFiles,
) -> None:
    notes = [
        _dataset(f"{{printed: 5张, note: {{zh: {'注' * length}, en: A note}}}}")
        for length in (TEXT_LENGTH, TEXT_LENGTH + 1)
    ]
    assert [_problems(read_files({DATASET: text})) for text in notes] == [
        [],
        [("text-too-long", 8, 34)],
    ]


def test_figures_beyond_the_most_a_dataset_may_hold_are_told_at_the_first_of_them(
    read_files: ReadFiles,
) -> None:
    rows = [
        f"{{key: k{index}, printed: 5张, period: {1000 + index}}}"
        for index in range(FIGURES_LIMIT + 2)
    ]
    assert _problems(read_files({DATASET: _dataset(*rows)})) == [
        ("file-too-large", 8 + FIGURES_LIMIT, 9)
    ]
