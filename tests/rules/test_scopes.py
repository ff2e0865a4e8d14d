"""Figures of one rule are about one population, or the rule says why not."""

from __future__ import annotations

import pytest

from statsite.expressions import Malformed, parse_relation
from statsite.model import WrittenSite
from statsite.rules.scopes import ScopeMismatch, scope_mismatch, times_apart
from statsite.values import replace
from tests.support.types import ReadFiles

INDICATOR = "{{title: {{zh: 数, en: Number}}, unit: bed, {more}observations: [{observation}]}}"
ONE = "{printed: 5张}"


def _site(read_files: ReadFiles, **indicators: str) -> WrittenSite:
    dataset = (
        "title: {zh: 数, en: Numbers}\n"
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\nindicators:\n"
    ) + "".join(f"  {name}: {text}\n" for name, text in indicators.items())
    files = {
        "content/datasets/x.yaml": dataset,
        "content/areas.yaml": (
            "cn: {title: {zh: 全国, en: China}, kind: country}\n"
            "cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn}\n"
        ),
        "content/rules/r.yaml": 'r: {says: {zh: 规则, en: Rule}, rule: "x.a == x.b"}\n',
    }
    site, problems = read_files(files)
    assert problems == []
    assert site is not None
    return site


@pytest.mark.parametrize(
    ("observation", "more", "expected"),
    [
        pytest.param(ONE, "", None, id="the same"),
        pytest.param(
            "{printed: 5张, area: cn-hn}",
            "",
            ScopeMismatch("x.a", "`cn`", "x.b", "`cn-hn`"),
            id="another area",
        ),
        pytest.param(
            ONE, "scope: rural, ", ScopeMismatch("x.a", "`cn`", "x.b", "`cn` (rural)"),
            id="another population",
        ),
    ],
)  # fmt: skip
def test_the_first_two_that_differ_are_named(
    read_files: ReadFiles, observation: str, more: str, expected: ScopeMismatch | None
) -> None:
    site = _site(
        read_files,
        a=INDICATOR.format(more="", observation=ONE),
        b=INDICATOR.format(more=more, observation=observation),
    )
    assert scope_mismatch(site, site.rules["r"]) == expected


#: The figures of two indicators: their periods, in the order in which the rule names them.
SEVERAL = "{{title: {{zh: 数, en: Number}}, unit: bed, observations: [{figures}]}}"


def _of_days(days: range) -> str:
    """Figures of these days of one month."""
    return ", ".join(f"{{key: k{day}, printed: 5张, period: 2024-01-{day:02}}}" for day in days)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("x.a@k1 == x.a@k2 == x.a@k3", None, id="one indicator"),
        pytest.param("x.a@k1 == x.b@k1", None, id="one day"),
        pytest.param("x.a@k1 == x.a@k2 == x.b@k2", ("x.a@k1", "x.b@k2"), id="a later one"),
        pytest.param("x.b@k2 == x.a@k2 == x.a@k1", ("x.b@k2", "x.a@k1"), id="a first one"),
    ],
)
def test_times_of_two_indicators_apart_are_named(
    read_files: ReadFiles, rule: str, expected: tuple[str, str] | None
) -> None:
    both = SEVERAL.format(figures=_of_days(range(1, 4)))
    site = _site(read_files, a=both, b=both)
    formula = parse_relation(rule)
    assert not isinstance(formula, Malformed)
    relation = replace(site.rules["r"], text=rule, formula=formula)
    assert times_apart(site, relation) == expected
