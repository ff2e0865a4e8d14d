"""One file that cannot be read is one error: nothing that it would have explained is blamed, and
errors are listed first.
"""

from __future__ import annotations

import pytest

from statsite.problems import Severity
from tests.support.types import ProblemsOf

SOURCE = """\
title: 题
title_translated: {en: Title}
publication: {zh: 某报, en: News}
published: {date: 2025-07-28}
text: {file: a.txt, lines: [[1, 9]]}
"""
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 799.3万张}]}
  ward: {title: {zh: 机构, en: In wards}, unit: bed, part_of: care.beds, observations: [{key: 2023, printed: 5张}, {key: 2024, printed: 6张}]}
  rest: {title: {zh: 其他, en: Others}, unit: bed, observations: [{status: derived}]}
"""
RULES = (
    "rest:\n  says: {zh: 其余。, en: The rest.}\n  defines: care.rest\n  rule: care.beds "
    "- care.ward@2024\n"
)
MORE = "share:\n  says: {zh: 之比。, en: A ratio.}\n  rule: care.ward@2024 / care.rest <= 1\n"
LOCK = "# evidence lock, version 1\n"
FILES = {
    "content/sources/bulletin.yaml": SOURCE,
    "content/datasets/care.yaml": DATASET,
    "content/rules/rest.yaml": RULES,
    "content/rules/share.yaml": MORE,
    "content/evidence.lock": LOCK,
}


@pytest.mark.parametrize(
    "path",
    [
        *FILES,
        "content/units.yaml",
        "content/areas.yaml",
        "content/topics/elderly-care/en.md",
        "content/pages/about/zh.md",
        "site.yaml",
    ],
)
def test_a_file_that_cannot_be_read_is_one_error_and_no_warning(
    problems_of: ProblemsOf, path: str
) -> None:
    before = {str(p) for p in problems_of(FILES)}
    after = [p for p in problems_of({**FILES, path: b"\xff\xfebroken"}) if str(p) not in before]
    assert [(p.check, p.location.path) for p in after] == [("encoding-refused", path)]


def test_errors_are_listed_before_warnings_and_warnings_before_notices(
    problems_of: ProblemsOf,
) -> None:
    aim = "      - {key: aim, printed: 900万张, status: target, period: 2020}\n"
    files = {
        "content/areas.yaml": (
            "cn: {title: {zh: 全国, en: China}, kind: country}\nunused: {title: {zh: 某地, en: "
            "Somewhere}, kind: city}\n"
        ),
        "content/datasets/aims.yaml": DATASET.partition("indicators")[0]
        + (
            "indicators:\n  aims:\n    title: {zh: 目标, en: Aims}\n    unit: bed\n    "
            "observations:\n"
        )
        + aim,
        "content/pages/about/zh.md": "---\ntitle: 关于\n---\n[数据](dater)\n",
    }
    severities = [p.severity for p in problems_of(files)]
    assert sorted(set(severities), key=severities.index) == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.NOTICE,
    ]
    assert severities == sorted(severities, key=list(Severity).index)
