"""Relations between the real figures, judged as by somebody who reckoned them apart: no false
alarm, no contradiction missed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from statsite.assess.assessment import assess
from statsite.read.site import read_site
from tests.support.paths import ROOT

LISTED = yaml.safe_load((Path(__file__).parent / "independent.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The outcomes of the listed relations, in the list's order, by the outcome it expects."""
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "site.yaml", root)
    says = {"zh": "另算的关系。", "en": "A relation reckoned apart."}
    rules: dict[str, object] = {}
    for expected, relations in LISTED.items():
        for at, relation in enumerate(relations):
            is_across = isinstance(relation, dict)
            rule = {"says": {**says}, "rule": relation["across"] if is_across else relation}
            rules[f"apart-{expected}-{at}"] = rule | ({"across": {**says}} if is_across else {})
    (root / "content/rules/apart.yaml").write_text(
        yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8"
    )
    site, problems = read_site(root)
    assert site is not None
    assert not problems
    found = assess(site).outcomes
    return {
        expected: [str(found[f"apart-{expected}-{at}"].value) for at in range(len(relations))]
        for expected, relations in LISTED.items()
    }


@pytest.mark.parametrize("expected", LISTED)
def test_the_outcome_is_that_of_a_second_reckoning(
    expected: str, judged: dict[str, list[str]]
) -> None:
    assert len(judged[expected]) > 20
    differing = [
        relation
        for relation, outcome in zip(LISTED[expected], judged[expected], strict=True)
        if outcome.replace(" ", "-") != expected
    ]
    assert differing == []
