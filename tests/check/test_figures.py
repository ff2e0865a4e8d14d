"""What one figure says is possible, and said once."""

from __future__ import annotations

import pytest

from statsite.problems import Problem, Severity
from tests.support.types import ProblemsOf

DATASET = "content/datasets/care.yaml"


def dataset(
    *observations: str, defaults: str = "period: 2024-12-31, status: observed"
) -> dict[str, str]:
    """The dataset of the smallest site with these observations of one indicator, the first in line
    8.
    """
    head = (
        "title: {zh: 养老床位, en: Elderly-care beds}\n"
        "topic: elderly-care\n"
        f"defaults: {{source: bulletin, area: cn, {defaults}}}\n"
        "indicators:\n"
        "  beds:\n"
        "    title: {zh: 床位, en: Beds}\n"
        "    unit: bed\n"
        "    observations:\n"
    )
    return {DATASET: head + "".join(f"      - {observation}\n" for observation in observations)}


def found(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Slug and place of each problem."""
    return [(p.check, str(p.location)) for p in problems]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("{key: b, printed: 800万张}", id="all from the defaults"),
        pytest.param(
            "{key: b, printed: 800万张, period: 2024-12-31, area: cn, status: observed}",
            id="all written",
        ),
        pytest.param(
            "{key: b, printed: 799.3万张, note: {zh: 又印一次。, en: Printed again.}}",
            id="same number, with a note",
        ),
    ],
)
def test_a_fact_given_twice_is_a_problem_at_the_second(
    problems_of: ProblemsOf, second: str
) -> None:
    (problem,) = problems_of(dataset("printed: 799.3万张", second))
    assert (problem.check, str(problem.location)) == ("duplicate-observation", f"{DATASET}:10:9")
    assert "`care.beds`" in problem.message
    assert "line 9" in problem.message
    assert "`also`" in problem.hint


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("{key: b, printed: 800万张, period: 2023-12-31}", id="another period"),
        pytest.param("{key: b, printed: 800万张, period: unknown}", id="no period"),
        pytest.param("{key: b, printed: 800万张, area: hn}", id="another area"),
        pytest.param("{key: b, printed: 800万张, status: target}", id="another status"),
        pytest.param("{key: b, printed: 800万张, compared_with: 2020}", id="compared with a year"),
    ],
)
def test_figures_that_differ_in_what_they_are_about_stand_side_by_side(
    problems_of: ProblemsOf, second: str
) -> None:
    areas = (
        "cn: {title: {zh: 全国, en: China}, kind: country}\nhn: {title: {zh: 湖南, en: "
        "Hunan}, kind: province}\n"
    )
    problems = problems_of({**dataset("printed: 799.3万张", second), "content/areas.yaml": areas})
    assert [p for p in problems if p.check != "unused-id"] == []


@pytest.mark.parametrize(
    "period",
    [
        pytest.param("2025-07-29", id="the day after"),
        pytest.param("2025-08", id="the month after"),
        pytest.param("2026", id="the year after"),
        pytest.param("2026/..", id="since the year after"),
        pytest.param("../2030", id="by a year to come"),
        pytest.param("2025-01/2025-09", id="up to a month to come"),
    ],
)
def test_nothing_is_observed_after_its_article_appeared(
    problems_of: ProblemsOf, period: str
) -> None:
    (problem,) = problems_of(dataset(f"{{printed: 799.3万张, period: {period}}}"))
    assert (problem.check, str(problem.location)) == ("period-after-publication", f"{DATASET}:9:36")
    assert period in problem.message
    assert "2025-07-28" in problem.message
    assert "target" in problem.hint


def test_a_period_of_the_defaults_is_wrong_at_its_place_there(problems_of: ProblemsOf) -> None:
    problems = problems_of(dataset("printed: 799.3万张", defaults="period: 2026, status: observed"))
    assert found(problems) == [("period-after-publication", f"{DATASET}:3:48")]


@pytest.mark.parametrize(
    "observation",
    [
        pytest.param("{printed: 799.3万张, period: 2025-07-28}", id="the same day"),
        pytest.param("{printed: 799.3万张, period: 2025-07}", id="the same month"),
        pytest.param("{printed: 799.3万张, period: 2025}", id="the same year"),
        pytest.param("{printed: 799.3万张, period: 2012/..}", id="since a year before"),
        pytest.param("{printed: 799.3万张, period: 2025-01/2025-07}", id="up to the same month"),
        pytest.param("{printed: 799.3万张, period: unknown}", id="no period"),
        pytest.param("{printed: 799.3万张, period: 2030, status: target}", id="a target"),
        pytest.param("{printed: 799.3万张, period: 2026, status: plan}", id="a plan"),
        pytest.param("{printed: 799.3万张, period: 2026, status: estimate}", id="an estimate"),
    ],
)
def test_what_may_be_said_on_the_day_of_the_article_is_no_problem(
    problems_of: ProblemsOf, observation: str
) -> None:
    assert problems_of(dataset(observation)) == ()


@pytest.mark.parametrize(
    ("date", "flagged"),
    [
        ("2025-12-02", True),
        ("2026", True),
        ("2026-01", True),
        ("2025-12-01", False),
        ("2025-12", False),
        ("2025", False),
        ("2024-12-31", False),
    ],
)
def test_an_article_later_than_the_day_the_site_speaks_from_is_a_warning(
    problems_of: ProblemsOf, date: str, *, flagged: bool
) -> None:
    source = f"title: 题\npublication: {{zh: 某报, en: Some News}}\npublished: {{date: {date}}}\n"
    problems = problems_of(
        {**dataset("{printed: 799.3万张, period: 2020}"), "content/sources/bulletin.yaml": source}
    )
    assert found(problems) == (
        [("source-after-site", "content/sources/bulletin.yaml:3:19")] if flagged else []
    )
    assert all(p.severity is Severity.WARNING and "as_of" in p.hint for p in problems)


SOURCE = """\
title: 床位
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28}
text: {file: bulletin.txt, lines: [[1, 9]]}
"""


@pytest.mark.parametrize(
    ("observation", "column", "message", "hint"),
    [
        ("{printed: 799.3万张}", 19, "has no proof in the evidence lock", "verify --update"),
        ("{value: 7993000}", 17, "is a number beside the text of `bulletin`", "`because`"),
    ],
)
def test_a_figure_that_the_text_of_its_source_could_prove_is_a_warning(
    problems_of: ProblemsOf, observation: str, column: int, message: str, hint: str
) -> None:
    (problem,) = problems_of({**dataset(observation), "content/sources/bulletin.yaml": SOURCE})
    assert (problem.check, str(problem.location), problem.severity) == (
        "figure-unproven",
        f"{DATASET}:9:{column}",
        Severity.WARNING,
    )
    assert problem.message.startswith(f"`care.beds` {message}")
    assert hint in problem.hint


def test_a_number_that_says_why_it_is_not_quoted_is_no_problem(problems_of: ProblemsOf) -> None:
    excused = "{value: 7993000, because: {zh: 见图, en: A drawing}}"
    assert problems_of({**dataset(excused), "content/sources/bulletin.yaml": SOURCE}) == ()


@pytest.mark.parametrize(
    ("observation", "problems"),
    [
        pytest.param(
            "printed: 1张, period: ../2024, status: observed", ["period-by"], id="observed"
        ),
        pytest.param(
            "printed: 1张, period: ../2024-11-30, status: observed",
            ["period-by"],
            id="observed by a day",
        ),
        pytest.param(
            "printed: 1张, period: ../2024, status: estimate",
            ["period-by"],
            id="an estimate of what was over",
        ),
        pytest.param("printed: 1张, period: ../2030, status: estimate", [], id="a forecast"),
        pytest.param("printed: 1张, period: ../2030, status: target", [], id="a target"),
        pytest.param("printed: 1张, period: ../2025, status: plan", [], id="a plan"),
        pytest.param(
            "printed: 1张, period: 2024-01/2024-11, status: observed", [], id="the time it covers"
        ),
        pytest.param("printed: 1张, period: 2012/.., status: observed", [], id="since"),
        pytest.param("printed: 1张, compared_with: ../2020", ["base-open"], id="a change from by"),
        pytest.param(
            "printed: 1张, compared_with: 2020/..", ["base-open"], id="a change from since"
        ),
        pytest.param("printed: 1张, compared_with: 2019/2020", [], id="a change from two years"),
    ],
)
def test_by_is_for_what_is_intended(
    problems_of: ProblemsOf, observation: str, problems: list[str]
) -> None:
    said = [
        p
        for p in problems_of(dataset(f"{{{observation}}}"))
        if p.check in {"period-by", "base-open"}
    ]
    assert [p.check for p in said] == problems
    assert all(str(p.location).startswith(f"{DATASET}:9:") for p in said)


def test_by_says_what_to_write_instead(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(
        dataset("{printed: 1.32万张}", defaults="period: ../2024, status: observed")
    )
    assert (problem.check, problem.severity, str(problem.location)) == (
        "period-by",
        Severity.ERROR,
        f"{DATASET}:3:48",
    )
    assert "`2024-01/2024-11`" in problem.hint


@pytest.mark.parametrize(("status", "problems"), [("observed", ["period-by"]), ("target", [])])
def test_a_derived_figure_is_by_a_day_where_what_it_is_computed_from_is_aimed_at(
    problems_of: ProblemsOf, status: str, problems: list[str]
) -> None:
    files = dataset(
        f"{{key: a, printed: 10张, status: {status}, period: 2024}}",
        "{key: b, status: derived, period: ../2030}",
    )
    rule = (
        "content/rules/r.yaml",
        "r: {says: {zh: 规则, en: Rule}, defines: care.beds@b, rule: 'care.beds@a * 2'}\n",
    )
    files |= {rule[0]: rule[1]} | {
        f"content/topics/elderly-care/{one}.md": "---\ntitle: T\nstandfirst: S\n---\nx\n"
        for one in ("zh", "en")
    }
    assert [p.check for p in problems_of(files) if p.check == "period-by"] == problems


@pytest.mark.parametrize(
    ("observation", "rounded"),
    [
        ("value: 83.33195122, precision: 0.1", "`83.3`"),
        ("value: 17794781986104, precision: 1000000000", "`17795000000000`"),
        ("value: -2.55, precision: 0.5", "`-2.5`"),
        ("relation: range, low: 1.25, high: 3, precision: 0.1", "`1.2`"),
    ],
)
def test_digits_beyond_the_precision_are_refused(
    problems_of: ProblemsOf, observation: str, rounded: str
) -> None:
    (problem,) = (
        p
        for p in problems_of(dataset(f"{{{observation}}}"))
        if p.check == "digits-beyond-precision"
    )
    assert problem.severity is Severity.ERROR
    assert rounded in problem.hint
    assert "leave `precision` out" in problem.hint


@pytest.mark.parametrize(
    "observation",
    [
        "value: 83.3, precision: 0.1", "value: 12500, relation: ≈, precision: 100",
        "value: -2.5, precision: 0.5", "value: 0, precision: 1000",
        "value: 5, relation: ≈, low: 4.5, high: 5.5, precision: 1",
        "relation: range, low: 1.5, high: 3", "printed: 31031万张",
    ],
)  # fmt: skip
def test_digits_that_count_are_not_refused(problems_of: ProblemsOf, observation: str) -> None:
    assert "digits-beyond-precision" not in {
        p.check for p in problems_of(dataset(f"{{{observation}}}"))
    }
