"""A link to a part of a page leads to a part that is there."""

from __future__ import annotations

import pytest

from statsite.pipeline import check
from statsite.problems import Problem, Severity
from tests.support.types import WriteSite

ABOUT = "content/pages/about/en.md"
TOPIC = "content/topics/elderly-care/en.md"
FILES = {
    "content/units.yaml": "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n",
    "content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n",
    "content/rules/all.yaml": (
        "enough:\n  says: {zh: 够了。, en: Enough.}\n  rule: care.beds >= 1\n"
    ),
    TOPIC: (
        "---\ntitle: Care\nstandfirst: Beds.\n---\n## Beds *and* wards\n\n## Beds *and* "
        "wards\n\n## 床位\n\n### [[care.beds]]\n\n[[chart:beds]]\n"
    ),
}


def problems(write_site: WriteSite, target: str, **files: str) -> list[Problem]:
    """The problems of a site whose page about itself links to ``target``."""
    return list(
        check(
            write_site(
                {**FILES, ABOUT: f"---\ntitle: About\n---\n## Notes\n\n[here]({target})\n", **files}
            )
        ).problems
    )


@pytest.mark.parametrize(
    "target",
    [
        "#notes", "about#notes", "about#", "#top", "topics/elderly-care#content",
        "topics/elderly-care#beds-and-wards",
        "topics/elderly-care/#beds-and-wards_1",
        "topics/elderly-care#床位", "topics/elderly-care#%E5%BA%8A%E4%BD%8D",
        "topics/elderly-care#chart-beds", "charts/beds#chart-beds",
        "verification#rules",
        "verification#rule-enough", "data#content", "https://www.gov.cn/#anything",
    ],
)  # fmt: skip
def test_a_part_that_is_there_is_no_problem(write_site: WriteSite, target: str) -> None:
    assert problems(write_site, target) == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("#note", "did you mean `#notes`?"),
        ("about#Notes", "did you mean `#notes`?"),
        ("topics/elderly-care#beds-and-ward", "did you mean `#beds-and-wards`?"),
        ("topics/elderly-care#chart-bed", "did you mean `#chart-beds`?"),
        ("verification#rule-enoug", "did you mean `#rule-enough`?"),
        ("corrections#change-care.beds-1", "the page has no parts"),
        ("data#care", "the page has no parts"),
        ("figures/care.beds#history", "the page has no parts"),
    ],
)
def test_a_part_that_is_not_there_is_an_error_at_its_target(
    write_site: WriteSite, target: str, hint: str
) -> None:
    (problem,) = problems(write_site, target)
    assert (problem.check, str(problem.location), problem.severity) == (
        "link-broken",
        f"{ABOUT}:6:8",
        Severity.ERROR,
    )
    assert problem.hint.startswith(hint)


def test_a_missing_part_is_told_in_the_first_run(write_site: WriteSite) -> None:
    found = problems(write_site, "#note", **{"content/sources/more.yaml": "title: [\n"})
    assert [p.check for p in found] == ["link-broken", "yaml-syntax"]


def test_templates_of_a_site_may_add_parts(write_site: WriteSite) -> None:
    (problem,) = problems(write_site, "data#extra", **{"templates/404.html.j2": "gone\n"})
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("words\n\n" * 6000, "prose-too-long"),
        ("`" * 5001, "prose-too-long"),
        (f"{'>' * 41} words", "prose-too-deep"),
    ],
)
def test_a_page_that_is_refused_is_never_rendered_for_its_parts(
    write_site: WriteSite, body: str, refused: str
) -> None:
    topic = f"---\ntitle: Care\nstandfirst: Beds.\n---\n{body}\n"
    told = problems(write_site, "topics/elderly-care#notes", **{TOPIC: topic})
    assert {one.check for one in told if one.severity is Severity.ERROR} == {refused}
