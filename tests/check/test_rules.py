"""Rules in content: what is wrong with them, and what they find wrong with figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.support.types import ProblemsOf

CARE = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 799.3万张}]}
  home: {title: {zh: 社区, en: Community}, unit: bed, observations: [{printed: 291.5万张}]}
  inside: {title: {zh: 机构, en: Institutions}, unit: bed, observations: [{printed: 507.7万张}]}
  derived: {title: {zh: 推算, en: Derived}, unit: bed, observations: [{status: derived}]}
"""
DEFINED = "d: {says: {zh: 推算, en: Derived}, defines: care.derived, rule: care.beds - care.home}\n"
RULES = "content/rules/r.yaml"
DATASET = "content/datasets/care.yaml"


def rule(text: str, more: str = "") -> str:
    """A rule as its file holds it; its text begins in column 40."""
    return f"{DEFINED}r: {{says: {{zh: 规则, en: A rule}}, rule: '{text}'{more}}}\n"


@pytest.fixture
def found(problems_of: ProblemsOf) -> Callable[..., list[str]]:
    """Place and slug of each problem of the little site with rules."""

    def problems(files: Mapping[str, str]) -> list[str]:
        return [
            f"{p.location} {p.check}" for p in problems_of({DATASET: CARE, RULES: DEFINED, **files})
        ]

    return problems


Found = Callable[..., list[str]]


def test_a_site_whose_rules_hold_has_no_problem(found: Found) -> None:
    assert found({RULES: rule("care.beds == care.inside + care.home")}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("care.beds == care.insid + care.home", "2:53 unknown-id"),
        ("care.beds == care.inside -care.home", "2:65 rule-malformed"),
        ("care.beds / (care.inside - care.inside) == 1", "2:50 division-by-zero"),
        ("rising(care.bed)", "2:47 unknown-id"),
        ("rising(care.beds)", "2:47 series-unordered"),
        ("care.beds == care.inside", "2:39 rule-contradicts"),
    ],
)
def test_what_is_wrong_with_a_rule_is_told_where_it_stands(
    found: Found, text: str, expected: str
) -> None:
    assert found({RULES: rule(text)}) == [f"{RULES}:{expected}"]


def test_a_contradiction_names_both_intervals_and_every_figure_with_its_line(
    problems_of: ProblemsOf,
) -> None:
    (problem,) = problems_of(
        {
            DATASET: CARE.replace("507.7", "570.7"),
            RULES: rule("care.beds == care.inside + care.home"),
        }
    )
    assert problem.check == "rule-contradicts"
    assert "[7992500, 7993500] == [8621000, 8623000] bed" in problem.message
    for figure, line in (
        ("beds` 「799.3万张」", 5),
        ("inside` 「570.7万张」", 7),
        ("home` 「291.5万张」", 6),
    ):
        assert f"`care.{figure} at {DATASET}:{line}:" in problem.message


def test_a_derived_figure_is_defined_by_one_rule_that_is_no_relation(found: Found) -> None:
    assert found({RULES: None}) == [f"{DATASET}:8:69 derived-undefined"]
    twice = DEFINED + DEFINED.replace("d: ", "e: ")
    assert found({RULES: twice}) == [f"{RULES}:2:43 derived-twice"]
    assert found({RULES: DEFINED.replace("care.beds -", "care.derived -")}) == [
        f"{RULES}:1:63 derived-circular"
    ]
    assert found(
        {RULES: DEFINED + "p: {says: {zh: 一, en: One}, defines: care.home, rule: care.beds}\n"}
    ) == [f"{RULES}:2:38 derived-printed"]
    open_ended = {
        RULES: DEFINED.replace("care.beds - care.home", "care.over - care.over"),
        DATASET: CARE + _MORE,
    }
    assert found(open_ended) == [
        f"{RULES}:1:43 derived-unbounded",
        f"{RULES}:1:63 derived-constant",
    ]


def test_circles_giants_and_constants_are_told_at_their_lines(found: Found) -> None:
    two = CARE.replace(
        "  derived:",
        (
            "  other: {title: {zh: 另, en: Other}, unit: bed, observations: [{status: "
            "derived}]}\n  derived:"
        ),
    )
    second = "e: {says: {zh: 推算, en: Derived}, defines: care.other, rule: RULE}\n"
    circle = DEFINED.replace("care.beds -", "care.other -") + second.replace(
        "RULE", "care.derived * 10"
    )
    assert found({DATASET: two, RULES: circle}) == [
        f"{RULES}:1:63 derived-circular",
        f"{RULES}:2:61 derived-circular",
    ]
    powers = " * ".join(["care.beds / 0.000000000001"] * 9) + " / care.beds" * 8
    assert found({DATASET: two, RULES: DEFINED + second.replace("RULE", powers)}) == [
        f"{RULES}:2:204 number-too-large"
    ]
    assert found({RULES: DEFINED.replace("care.beds - care.home", "10 * 10")}) == [
        f"{RULES}:1:63 derived-constant"
    ]
    assert found(
        {RULES: DEFINED.replace("care.beds - care.home", "care.beds * 0 + care.home - care.home")}
    ) == [f"{RULES}:1:63 derived-constant"]


def test_a_series_is_compared_once(found: Found) -> None:
    years = ", ".join(
        f"{{key: {year}, printed: 5{year % 100}张, period: {year}}}" for year in (2021, 2022)
    )
    series = CARE + f"  a: {{title: {{zh: 年, en: A}}, unit: bed, observations: [{years}]}}\n"
    twice = rule("rising(care.a)") + rule("rising(care.a)").replace(DEFINED, "").replace(
        "r: {", "s: {"
    )
    assert found({DATASET: series, RULES: twice}) == [f"{RULES}:3:39 rule-repeated"]


@pytest.mark.parametrize("formula", [" * ".join(["bed"] * 21), "bed" + " * 99999999" * 10])
def test_a_unit_of_too_much_is_told_at_its_formula(found: Found, formula: str) -> None:
    units = f"bed: {{words: [张], zh: 张, en: bed}}\nlot: {{zh: 批, en: lot, one_is: {formula}}}\n"
    assert f"{UNITS}:2:31 unit-too-large" in found({UNITS: units})


def test_nothing_is_part_of_itself(found: Found) -> None:
    circle = CARE.replace("  home: {", "  home: {part_of: care.inside, ").replace(
        "  inside: {", "  inside: {part_of: care.home, "
    )
    assert {f"{DATASET}:6:19 part-circular", f"{DATASET}:7:21 part-circular"} <= {
        *found({DATASET: circle})
    }


UNITS = "content/units.yaml"

_MORE = "  over: {title: {zh: 超过, en: Over}, unit: bed, observations: [{printed: 超过5张}]}\n"


def test_a_derived_figure_is_printed_nowhere(found: Found) -> None:
    assert found({DATASET: CARE.replace("status: derived", "status: derived, printed: 5张")}) == [
        f"{DATASET}:8:87 field-misplaced"
    ]


SCOPES = CARE.replace("home: {", "home: {scope: villages, ")


def test_figures_of_different_scopes_want_a_reason(found: Found) -> None:
    text = "care.beds >= care.home"
    assert found({DATASET: SCOPES, RULES: rule(text)}) == [
        f"{RULES}:1:63 scope-mixed",
        f"{RULES}:2:39 scope-mixed",
    ]
    reason = ", across: {zh: 可比。, en: They compare.}"
    assert found({RULES: rule(text, reason)}) == [f"{RULES}:2:73 scope-reason-unneeded"]


def timed(period: str) -> str:
    """The dataset with a figure of ``period``, or of none where that is empty."""
    told = f"period: {period}, " if period else ""
    return CARE + _MORE.replace("printed: 超过5张", f"{told}printed: 超过5张")


@pytest.mark.parametrize(
    ("period", "problems"),
    [("2024", []), ("2024-12-31", []), ("2020/..", []), ("2023", [f"{RULES}:2:39 times-mixed"])],
)
def test_figures_of_different_times_want_a_reason(
    found: Found, period: str, problems: list[str]
) -> None:
    files = {DATASET: timed(period), RULES: rule("care.over >= care.home")}
    assert [told for told in found(files) if "times" in told] == problems


def test_a_reason_for_different_times_is_no_idle_one(found: Found) -> None:
    reason = ", across: {zh: 可比。, en: They compare.}"
    assert found({DATASET: timed("2023"), RULES: rule("care.over >= care.home", reason)}) == []


def test_units_are_not_defined_by_themselves(found: Found) -> None:
    units = "bed: {words: [张], zh: 张, en: bed, one_is: bed / 2}\n"
    assert found({"content/units.yaml": units}) == ["content/units.yaml:1:43 unit-circular"]


@pytest.mark.parametrize("formula", ["bed +", "2 2", "2 * Bed", "Bed", "bed // 2"])
def test_what_says_of_no_unit_what_it_is_is_a_problem(found: Found, formula: str) -> None:
    units = f"bed: {{words: [张], zh: 张, en: bed, one_is: {formula}}}\n"
    assert (
        found({"content/units.yaml": units})[0] == "content/units.yaml:1:43 unit-formula-malformed"
    )


def test_ids_of_rules_are_unique_over_files(found: Found) -> None:
    assert found({"content/rules/s.yaml": DEFINED}) == ["content/rules/s.yaml:1:1 duplicate-rule"]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "r: x\n",
        "r: {rule: care.beds == 1}\n",
        "R: {says: {zh: 一, en: One}, rule: care.beds > 1}\n",
    ],
)
def test_what_is_no_file_of_rules_is_told(found: Found, text: str) -> None:
    assert found({"content/rules/s.yaml": text})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("care.inside / care.beds < 0.7", ["2:66 constant-unexplained"]),
        ("care.inside <= 2 * care.beds", ["2:55 constant-unexplained"]),
        ("care.beds > 10 * care.derived / 100", []),
        ("0 <= care.inside / care.beds <= 1", []),
    ],
)
def test_a_constant_that_is_a_fact_of_its_own_says_where_it_is_from(
    text: str, expected: list[str], found: Found
) -> None:
    places = [
        place for place in found({RULES: rule(text)}) if place.endswith("constant-unexplained")
    ]
    assert places == [f"{RULES}:{place}" for place in expected]
    explained = rule(text, ", constants: {zh: 编辑设定。, en: Set by the editors.}")
    assert not any(place.endswith("constant-unexplained") for place in found({RULES: explained}))
