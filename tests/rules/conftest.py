"""A little site with rules, judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.assess.assessment import Assessment, assess
from statsite.problems import Problem
from statsite.rules.evaluation import NotComputable, RuleResult
from statsite.rules.figure_intervals import Stated
from tests.support.types import ReadFiles

#: What a rule of these figures is found to be: ``figures`` maps an id's second part to its unit and
#: printed form.
Judge = Callable[..., RuleResult | NotComputable]

UNITS = """\
bed: {words: [张], zh: 张, en: {one: bed, other: beds}}
person: {words: [人], zh: 人, en: {one: person, other: people}}
doctor: {words: [人, 名], zh: 名, en: {one: doctor, other: doctors}, one_is: person}
percent: {words: ["%"], zh: "%", en: "%"}
percentage-point: {words: [个百分点], zh: 个百分点, en: {one: point, other: points}}
per-10k: {words: [人], zh: 人/万人, en: per 10 000}
permille: {words: ["‰"], zh: "‰", en: "‰"}
team: {words: [支], zh: 支, en: {one: team, other: teams}}
yuan: {words: [元], zh: 元, en: yuan}
yuan-per-person: {words: [元], zh: 元/人, en: yuan per person, one_is: yuan / person}
minute: {words: [分钟], zh: 分钟, en: {one: minute, other: minutes}, one_is: hour / 60}
hour: {words: [小时], zh: 小时, en: {one: hour, other: hours}}
"""


def site_with(
    figures: dict[str, str], rules: str, read_files: ReadFiles
) -> tuple[Assessment, list[Problem]]:
    """What follows where dataset ``x`` holds ``figures`` (``slug: "unit printed"``, or
    ``unit derived``) and its rules are ``rules``.
    """
    lines = [
        "title: {zh: 数, en: Numbers}",
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}",
        "indicators:",
    ]
    for slug, what in figures.items():
        unit, printed, *status = what.split()
        number = "status: derived" if printed == "derived" else f'printed: "{printed}"'
        extra = f", status: {status[0]}" if status else ""
        lines.append(
            f"  {slug}: {{title: {{zh: 数, en: Number}}, unit: {unit}, observations: "
            f"[{{{number}{extra}}}]}}"
        )
    files = {
        "content/datasets/x.yaml": "\n".join(lines) + "\n",
        "content/units.yaml": UNITS,
        "content/rules/r.yaml": rules,
    }
    site, problems = read_files(files)
    assert site is not None
    return assess(site), problems


def rule_text(rule: str, name: str = "r", **fields: str) -> str:
    """A rule as a file holds it."""
    more = "".join(f", {key}: {value}" for key, value in fields.items())
    return f'{name}: {{says: {{zh: 规则, en: Rule}}, rule: "{rule}"{more}}}\n'


@pytest.fixture
def judged(read_files: ReadFiles) -> Judge:
    """Judges one rule over figures of dataset ``x``."""

    def judge_rule(rule: str, **figures: str) -> RuleResult | NotComputable:
        assessment, problems = site_with(
            {slug.replace("_", "-"): what for slug, what in figures.items()},
            rule_text(rule),
            read_files,
        )
        assert problems == []
        found = assessment.results["r"]
        assert not isinstance(found, Stated)
        return found

    return judge_rule
