"""What was withdrawn is read apart, placed nowhere, and leads on to a page that is there."""

from __future__ import annotations

import pytest

from tests.support.types import ProblemsOf, ReadFiles

CHART, RULES, ABOUT = (
    "content/charts/beds.yaml",
    "content/rules/r.yaml",
    "content/pages/about/en.md",
)
BECAUSE = "because: {zh: 不可比。, en: They do not compare.}"


def chart(withdrawal: str) -> str:
    """A chart that no kind could draw, withdrawn in line 4."""
    return (
        f"kind: bars\ntitle: {{zh: 床位, en: Beds}}\ndata: [care.gone]\nwithdrawn: "
        f"{{{withdrawal}}}\n"
    )


def rule(withdrawal: str) -> str:
    """A rule that contradicts the figures, withdrawn in line 4."""
    return (
        f"few:\n  says: {{zh: 少。, en: Few.}}\n  rule: care.beds < 1\n  withdrawn: "
        f"{{{withdrawal}}}\n"
    )


def test_a_withdrawn_chart_and_rule_stand_apart(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {
            CHART: chart(f"on: 2025-10-01, {BECAUSE}, see: about"),
            RULES: rule(f"on: 2025-10-02, {BECAUSE}"),
        }
    )
    assert problems == []
    assert site is not None
    assert (dict(site.charts), dict(site.rules)) == ({}, {})
    withdrawn = site.withdrawn_charts["beds"].withdrawn, site.withdrawn_rules["few"].withdrawn
    assert [(str(one.on), one.because["en"], one.see) for one in withdrawn if one] == [
        ("2025-10-01", "They do not compare.", "about"), ("2025-10-02", "They do not compare.", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "see",
    [
        "",
        ", see: topics/elderly-care",
        ", see: verification#rule-few",
        ", see: charts/beds",
        ", see: /",
    ],
)
def test_what_is_withdrawn_is_no_longer_judged(problems_of: ProblemsOf, see: str) -> None:
    files = {
        CHART: chart(f"on: 2025-10-01, {BECAUSE}{see}"),
        RULES: rule(f"on: 2025-10-01, {BECAUSE}"),
    }
    link = {
        ABOUT: (
            "---\ntitle: About\n---\n[chart](charts/beds#chart-beds), "
            "[rule](verification#rule-few), [why](corrections#withdrawn-chart-beds)\n"
        )
    }
    assert problems_of({**files, **link}) == ()


@pytest.mark.parametrize(
    ("withdrawal", "check"),
    [
        (f"on: 2025-12-02, {BECAUSE}", "withdrawal-misdated"),
        (f"on: 2025-10-01, {BECAUSE}, see: charts/bed", "link-broken"),
        (f"on: 2025-10-01, {BECAUSE}, see: https://www.who.int", "link-broken"),
        (f"on: 2025-10-01, {BECAUSE}, see: corrections#nowhere", "link-broken"),
        (f"on: 2025-10-01, {BECAUSE}, corrected: third-edition", "unknown-id"),
        ("on: 2025-10-01", "field-missing"),
        ("on: 2025-10-01, because: {zh: 不可比。}", "translation-missing"),
    ],
)
def test_what_is_wrong_with_a_withdrawal_is_told_in_its_line(
    problems_of: ProblemsOf, withdrawal: str, check: str
) -> None:
    for path, text in ((CHART, chart(withdrawal)), (RULES, rule(withdrawal))):
        found = {
            (problem.check, problem.location.path, problem.location.line)
            for problem in problems_of({path: text})
        }
        assert found == {(check, path, 4)}


@pytest.mark.parametrize(("day", "is_told"), [("2025-07-27", True), ("2025-07-28", False)])
def test_nothing_is_withdrawn_before_a_figure_of_it_was_printed(
    problems_of: ProblemsOf, day: str, *, is_told: bool
) -> None:
    withdrawal = f"on: {day}, {BECAUSE}"
    drawn = chart(withdrawal).replace("care.gone", "care.beds")
    for path, text in ((CHART, drawn), (RULES, rule(withdrawal))):
        found = [(one.check, one.location.line) for one in problems_of({path: text})]
        assert found == ([("withdrawal-misdated", 4)] if is_told else [])


def test_a_reason_that_pictures_cannot_show_is_told(problems_of: ProblemsOf) -> None:
    (found,) = problems_of({CHART: chart("on: 2025-10-01, because: {zh: 不可比。, en: Not ꙮ.}")})
    assert (found.check, found.location.line, "U+A66E" in found.message) == (
        "glyph-missing",
        4,
        True,
    )


def test_a_text_cannot_place_a_withdrawn_chart(problems_of: ProblemsOf) -> None:
    (found,) = problems_of(
        {
            CHART: chart(f"on: 2025-10-01, {BECAUSE}"),
            ABOUT: "---\ntitle: About\n---\nText\n\n[[chart:beds]]\n",
        }
    )
    assert (found.check, str(found.location)) == ("chart-withdrawn", f"{ABOUT}:6:1")
    assert found.hint == "take it out of the text; a link to `charts/beds` still says why"
