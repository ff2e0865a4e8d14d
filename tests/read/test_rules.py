"""Rules come out as they were written, or are told at their place."""

from __future__ import annotations

import pytest

from statsite.problems import Location
from statsite.read.files import OPERANDS_LIMIT, RULES_LIMIT
from tests.support.types import ReadFiles

DATASET = "content/datasets/more.yaml"


DEFAULTS = "{source: bulletin, area: cn, period: 2024-12-31, status: observed}"


def _dataset(*observations: str, defaults: str = DEFAULTS, unit: str = "bed") -> str:
    rows = "".join(f"      - {row}\n" for row in observations)
    return (
        f"title: {{zh: 床位, en: Beds}}\ndefaults: {defaults}\nindicators:\n"
        f"  beds:\n    title: {{zh: 床位, en: Beds}}\n    unit: {unit}\n    observations:\n{rows}"
    )


def test_a_file_of_rules_that_name_very_many_figures_is_refused(read_files: ReadFiles) -> None:
    long = f"{{says: {{zh: 对。, en: Right.}}, rule: {' + '.join(['care.beds'] * 100)} > 1}}\n"
    rules = "".join(f"r{index}: {long}" for index in range(OPERANDS_LIMIT // 101 + 2))
    _, problems = read_files({"content/rules/r.yaml": rules})
    (problem,) = problems
    assert problem.check == "file-too-large"
    assert problem.location.line == OPERANDS_LIMIT // 101 + 1


def test_rules_beyond_the_most_a_file_may_hold_are_told_at_the_first_of_them(
    read_files: ReadFiles,
) -> None:
    one = "says: {zh: 规则, en: Rule}, rule: more.beds >= 1"
    rules = "".join(f"r{index}: {{{one}}}\n" for index in range(RULES_LIMIT + 2))
    site, problems = read_files(
        {DATASET: _dataset("{printed: 5张}"), "content/rules/r.yaml": rules}
    )
    assert site is not None
    assert len(site.rules) == RULES_LIMIT
    assert [(p.check, str(p.location)) for p in problems] == [
        ("file-too-large", f"content/rules/r.yaml:{RULES_LIMIT + 1}:1")
    ]


PATH = "content/rules/r.yaml"


def test_a_rule_is_parsed_and_keeps_its_places(read_files: ReadFiles) -> None:
    text = 'r: {says: {zh: 规则, en: Rule}, rule: "care.beds > 5"}\n'
    site, problems = read_files({PATH: text})
    assert problems == []
    assert site is not None
    rule = site.rules["r"]
    assert (rule.text, [figure.id for figure in rule.figures]) == (
        "care.beds > 5",
        ["care.beds"],
    )
    assert rule.text_location == Location(PATH, 1, text.index('"care') + 1)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        pytest.param("- a\n", "mapping-expected", id="a list"),
        pytest.param(
            'r: {says: {zh: 规则, en: Rule}, rule: "care.beds >"}\n',
            "rule-malformed",
            id="half a rule",
        ),
        pytest.param(
            'R: {says: {zh: 规则, en: Rule}, rule: "care.beds > 5"}\n',
            "slug-malformed",
            id="a wrong id",
        ),
    ],
)
def test_what_makes_no_sense_is_told(read_files: ReadFiles, text: str, check: str) -> None:
    assert [problem.check for problem in read_files({PATH: text})[1]] == [check]


def test_two_files_may_not_name_one_rule(read_files: ReadFiles) -> None:
    text = 'r: {says: {zh: 规则, en: Rule}, rule: "care.beds > 5"}\n'
    problems = read_files({PATH: text, "content/rules/s.yaml": text})[1]
    assert [(p.check, p.location.path) for p in problems] == [
        ("duplicate-rule", "content/rules/s.yaml")
    ]
