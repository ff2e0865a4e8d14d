"""Words of units and reasons by which a figure could say other than its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.passed_checks import PassedChecks
from statsite.pipeline import check
from statsite.results import Results
from tests.check.test_figures import DATASET, dataset
from tests.support.types import ProblemsOf, WriteSite

_UNITS = "content/units.yaml"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("words: [张], zh: 张", []),
        ("words: [张以上, 张], zh: 张", ["unit-word-qualifies"]),
        ("words: [余张, 张], zh: 张", ["unit-word-qualifies"]),
        ("words: [张冒头, 张], zh: 张", ["unit-word-qualifies"]),
        ("words: [张, '%只多不少'], zh: 张", ["unit-word-qualifies"]),
        ("words: [约张, 张], zh: 张", ["unit-word-qualifies"]),
        ("words: [张], zh: 万张", ["unit-label-scaled"]),
        ("words: [张], zh: 张/万人", []),
        ("words: [张, 千张], zh: 千张", ["unit-label-scaled"]),
    ],
)
def test_a_unit_neither_qualifies_nor_scales_its_figures(
    problems_of: ProblemsOf, unit: str, said: list[str]
) -> None:
    files = {_UNITS: f"bed: {{{unit}, en: {{one: bed, other: beds}}}}\n"}
    found = [problem for problem in problems_of(files) if problem.check.startswith("unit-")]
    assert [problem.check for problem in found] == said
    assert all(problem.location.path == _UNITS for problem in found)


@pytest.mark.parametrize("unit", ["words: [张以上, 张], zh: 张", "words: [张], zh: 万张"])
def test_another_word_or_label_of_a_unit_that_passed_is_looked_at(
    write_site: WriteSite, tmp_path: Path, unit: str
) -> None:
    def said(unit: str) -> list[str]:
        site = write_site({_UNITS: f"bed: {{{unit}, en: {{one: bed, other: beds}}}}\n"})
        results = Results(is_kept=False, passed=PassedChecks(tmp_path / "passed"))
        return [one.check for one in check(site, results=results).problems]

    assert said("words: [张], zh: 张") == []
    assert (tmp_path / "passed").is_file()
    assert len(said(unit)) == 1


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("{zh: 。, en: .}", 1),
        ("{zh: 无, en: none}", 1),
        ("{zh: 见第三幅图。, en: See the third drawing.}", 0),
    ],
)
def test_a_reason_says_something(problems_of: ProblemsOf, reason: str, said: int) -> None:
    problems = [
        p
        for p in problems_of(dataset(f"{{value: 7993000, because: {reason}}}"))
        if p.check == "reason-empty"
    ]
    assert len(problems) == said
    assert all(str(problem.location).startswith(f"{DATASET}:9:") for problem in problems)
