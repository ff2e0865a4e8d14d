"""Figures of one rule are about one population, or the rule says why not."""

from __future__ import annotations

import pytest

from statsite.model import WrittenSite
from statsite.rules.scopes import ScopeMismatch, scope_mismatch
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
