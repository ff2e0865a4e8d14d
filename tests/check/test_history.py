"""Revisions, former ids, releases and dates to follow up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.problems import Severity
from tests.support.types import ProblemsOf

DATASET = "content/datasets/care.yaml"
CARE = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
"""
REASON = "reason: {zh: 抄错。, en: A slip.}"


@pytest.fixture
def found(problems_of: ProblemsOf) -> Callable[..., list[str]]:
    """Place and slug of each problem of the little site with ``more`` below its figure, and other
    files.
    """

    def problems(more: str = "", **files: str) -> list[str]:
        return [f"{p.location} {p.check}" for p in problems_of({DATASET: CARE + more, **files})]

    return problems


Found = Callable[..., list[str]]


def revision(text: str) -> str:
    """The figure's ``revisions``, the first on line 11."""
    return "        revisions:\n" + "".join(
        f"          - {{{line}, {REASON}}}\n" for line in text.split(" | ")
    )


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ("kind: correction, printed: 79.93万张, date: 2025-08-01", []),
        (
            (
                "kind: revision, printed: 约800万张, date: 2025-08-01 | kind: correction, "
                "printed: 79.93万张, date: 2025-08-02"
            ),
            [],
        ),
        ("kind: correction, printed: 799.3万张, period: 2023, date: 2025-08-01", []),
        ("kind: correction, printed: 8万张, date: 2025-07-28", []),
        ("kind: correction, printed: 8万张, date: 2025-07-27", ["11:52 revision-misdated"]),
        ("kind: correction, printed: 799.3万张, date: 2025-08-01", ["11:41 revision-idle"]),
        ("kind: correction, printed: 8万张, date: 2025-12-02", ["11:52 revision-misdated"]),
        (
            (
                "kind: correction, printed: 8万张, date: 2025-08-02 | kind: correction, printed: "
                "9万张, date: 2025-08-01"
            ),
            ["12:52 revision-misdated"],
        ),
        ("kind: slip, printed: 8万张, date: 2025-08-01", ["11:20 choice-unknown"]),
        ("kind: correction, printed: 几张, date: 2025-08-01", ["11:41 printed-unreadable"]),
        ("kind: correction, date: 2025-08-01", ["11:13 field-missing"]),
        (
            "kind: correction, printed: 8万张, date: 2025-08-01, source: nowhere",
            ["11:72 unknown-id"],
        ),
    ],
)
def test_what_a_figure_said_before_is_kept_in_order(
    found: Found, revisions: str, expected: list[str]
) -> None:
    problems = [problem for problem in found(revision(revisions)) if problem.startswith(DATASET)]
    assert problems == [f"{DATASET}:{problem}" for problem in expected]


def test_a_reason_is_given_in_every_language(found: Found) -> None:
    text = revision("kind: correction, printed: 8万张, date: 2025-08-01").replace(
        ", en: A slip.", ""
    )
    assert next(problem.split()[1] for problem in found(text)) == "translation-missing"


def test_an_id_of_the_past_means_one_figure(found: Found) -> None:
    assert found("        formerly: [care.sickbeds]\n") == []
    assert found("        formerly: [care.beds]\n") == [f"{DATASET}:10:20 former-id-taken"]
    twice = "      - {key: b, printed: 5张, period: 2023, formerly: [care.old, care.old]}\n"
    assert [problem.split()[1] for problem in found(twice)] == ["former-id-taken", "tenfold-change"]


@pytest.mark.parametrize(
    ("releases", "expected"),
    [
        ("a: {time: '2025-11-01T00:00:00Z', note: {zh: 一, en: One}, added: [care.beds]}\n", []),
        (
            "a: {time: '2025-11-01T00:00:00Z', note: {zh: 一, en: One}, added: [care.bed]}\n",
            ["1:67 unknown-id"],
        ),
        (
            "a: {time: '2025-07-26T00:00:00Z', note: {zh: 一, en: One}, added: [care.beds]}\n",
            ["1:11 release-misdated"],
        ),
        (
            "a: {time: '2025-07-27T00:00:00Z', note: {zh: 一, en: One}, changed: [care.beds]}\n",
            [],
        ),
        ("a: {time: '2025-12-02T00:00:00Z', note: {zh: 一, en: One}}\n", ["1:11 release-misdated"]),
        ("a: {time: '2025-11-01', note: {zh: 一, en: One}}\n", ["1:11 time-malformed"]),
        ("a: {time: '2025-13-01T00:00:00Z', note: {zh: 一, en: One}}\n", ["1:11 time-malformed"]),
        ("A b: {time: '2025-11-01T00:00:00Z', note: {zh: 一, en: One}}\n", ["1:1 slug-malformed"]),
        ("- a\n", ["1:1 mapping-expected"]),
    ],
)
def test_releases_are_read_and_dated(found: Found, releases: str, expected: list[str]) -> None:
    assert found(**{"content/releases.yaml": releases}) == [
        f"content/releases.yaml:{problem}" for problem in expected
    ]


def test_releases_follow_each_other(found: Found) -> None:
    one = "{{time: '2025-11-0{day}T00:00:00Z', note: {{zh: 一, en: One}}}}"
    text = f"b: {one.format(day=2)}\na: {one.format(day=1)}\n"
    assert found(**{"content/releases.yaml": text}) == [
        "content/releases.yaml:2:11 release-misdated"
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("period: 2024", ["target-due"]),
        ("period: ../2025-11-30", ["target-due"]),
        ("period: 2025", []),
        ("period: 2024-11", []),
    ],
)
def test_a_target_whose_time_has_passed_without_a_result_is_noticed(
    problems_of: ProblemsOf, target: str, expected: list[str]
) -> None:
    later = (
        CARE.replace("2024-12-31", "2024-12-01")
        + f"      - {{key: t, printed: 800万张, status: target, {target}}}\n"
    )
    noticed = problems_of({DATASET: later})
    assert [(p.check, p.severity) for p in noticed] == [
        (slug, Severity.NOTICE) for slug in expected
    ]


def test_a_figure_past_its_review_is_noticed(found: Found) -> None:
    assert found("        review_by: 2025-11-30\n") == [f"{DATASET}:10:20 review-due"]
    assert found("        review_by: 2025-12-31\n") == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-07-27", ["10:45 review-misdated"]),
        ("2025-07-28", []),
        ("2025-12-01", []),
        ("2025-12-02", ["10:45 review-misdated"]),
    ],
)
def test_a_review_lies_between_the_article_and_the_day_of_the_site(
    found: Found, day: str, expected: list[str]
) -> None:
    problems = found(f"        reviewed: {{by: second reader, date: {day}}}\n")
    assert problems == [f"{DATASET}:{problem}" for problem in expected]


def test_a_change_is_held_against_the_articles_before_and_after_it_alone(found: Found) -> None:
    """An article that came with a later change may be younger than this one."""
    later = """\
title: 新公报
title_translated: {en: Later bulletin}
publication: {zh: 某报, en: Some News}
published: {date: 2025-11-01}
"""
    changes = revision(
        "kind: correction, printed: 8万张, source: bulletin, date: 2025-08-01 | "
        "kind: revision, printed: 9万张, source: bulletin, date: 2025-11-02"
    )
    files = {"content/sources/later.yaml": later}
    assert found("        source: later\n" + changes, **files) == []
    early = changes.replace("2025-11-02", "2025-10-31")
    assert found("        source: later\n" + early, **files) == [
        f"{DATASET}:13:68 revision-misdated"
    ]
