"""A chart or a rule that was published may be withdrawn; it may not vanish, nor come back."""

from __future__ import annotations

import pytest

from statsite.assess.assessment import assess
from statsite.diff.compare import compare
from statsite.diff.unrecorded_changes import unrecorded_changes
from tests.support.types import ReadFiles

CHART, RULES = "content/charts/beds.yaml", "content/rules/r.yaml"
LIVE = {
    CHART: "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n",
    RULES: "many:\n  says: {zh: 多。, en: Many.}\n  rule: care.beds > 1\n",
}
WITHDRAWN = {
    CHART: (
        f"{LIVE[CHART]}withdrawn: {{on: 2025-12-01, because: {{zh: 不可比。, en: Not "
        f"comparable.}}}}\n"
    ),
    RULES: (
        f"{LIVE[RULES]}  withdrawn: {{on: 2025-12-01, because: {{zh: 不可比。, en: Not "
        f"comparable.}}}}\n"
    ),
}
OTHERWISE = {path: text.replace("Not comparable", "By mistake") for path, text in WITHDRAWN.items()}
#: The words by which the pages of both go.
RENAMED = {CHART: ("en: Beds", "en: Places"), RULES: ("en: Many.", "en: Lots.")}
GONE = {CHART: None, RULES: None}


def told(read_files: ReadFiles, before: object, after: object) -> list[tuple[str, str]]:
    """Slug and file of what is told of a change."""
    old, new = read_files(before)[0], read_files(after)[0]
    assert old is not None
    assert new is not None
    return [
        (problem.check, problem.location.path)
        for problem in unrecorded_changes(assess(old).site, assess(new).site)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [(LIVE, LIVE), (LIVE, WITHDRAWN), (WITHDRAWN, WITHDRAWN), (GONE, LIVE), (GONE, WITHDRAWN)],
)
def test_withdrawing_is_a_record_of_itself(
    read_files: ReadFiles, before: object, after: object
) -> None:
    assert told(read_files, before, after) == []


@pytest.mark.parametrize("before", [LIVE, WITHDRAWN])
def test_what_was_published_does_not_vanish(read_files: ReadFiles, before: object) -> None:
    assert told(read_files, before, GONE) == [
        ("published-removed", CHART),
        ("published-removed", RULES),
    ]


@pytest.mark.parametrize("after", [LIVE, OTHERWISE])
def test_what_was_withdrawn_stays_so_for_the_same_reason(
    read_files: ReadFiles, after: object
) -> None:
    assert told(read_files, WITHDRAWN, after) == [
        ("withdrawal-changed", CHART),
        ("withdrawal-changed", RULES),
    ]


def test_the_page_that_a_withdrawal_leads_to_may_move(read_files: ReadFiles) -> None:
    see = "}, see: topics/elderly-care}\n"
    moved = {path: text.replace("}}\n", see) for path, text in WITHDRAWN.items()}
    assert all("see:" in text for text in moved.values())
    assert told(read_files, WITHDRAWN, moved) == []


def test_what_was_withdrawn_keeps_its_title(read_files: ReadFiles) -> None:
    renamed = {path: text.replace(*RENAMED[path]) for path, text in WITHDRAWN.items()}
    assert told(read_files, WITHDRAWN, renamed) == [
        ("withdrawal-changed", CHART),
        ("withdrawal-changed", RULES),
    ]


def test_a_file_that_cannot_be_read_is_not_said_to_be_gone(read_files: ReadFiles) -> None:
    assert told(read_files, LIVE, {CHART: "kind: [\n", RULES: "many: [\n"}) == []


def test_a_reviewer_sees_the_withdrawal(read_files: ReadFiles) -> None:
    old, new = read_files(LIVE)[0], read_files(WITHDRAWN)[0]
    assert old is not None
    assert new is not None
    changes = {(one.what, one.id): one.kind for one in compare(assess(old), assess(new)).others}
    assert changes == {("rule", "many"): "changed", ("chart", "beds"): "changed"}
