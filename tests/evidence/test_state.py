"""A figure is verified just as long as it says what was proven."""

from __future__ import annotations

import re

import pytest

from statsite.check.figures import figures_are_proven
from statsite.evidence.lock import write_lock
from statsite.evidence.state import EvidenceState, evidence_states
from tests.support.proven_site import DATASET, DAY, FILES, LOCK, SOURCE, assessed, site_in, verified
from tests.support.types import WriteSite

TEXT = "text: {file: bulletin.txt, lines: [[2, 6]]}\n"


def _after(write_site: WriteSite, path: str, old: str, new: str) -> dict[str, str]:
    """The evidence of every figure after the first site was proven and ``old`` in one of its files
    was replaced.
    """
    lock = write_lock(verified(write_site(FILES)).proofs, ())
    assert old in FILES[path]
    site = site_in(write_site({**FILES, LOCK: lock, path: FILES[path].replace(old, new)}))
    return {name: standing.evidence for name, standing in evidence_states(site).items()}


def test_what_was_proven_is_locked_with_the_day_of_its_proof(write_site: WriteSite) -> None:
    root = write_site({**FILES, LOCK: write_lock(verified(write_site(FILES)).proofs, ())})
    assert evidence_states(site_in(root)) == dict.fromkeys(
        ["care.beds", "care.share", "care.canteens", "care.volunteers"],
        EvidenceState("locked", DAY),
    )


def _first_version(lock: str) -> str:
    """The lock as its first version would say it."""
    head = (
        "# Written by `build.py verify --update`. id, date, text, offset, length, "
        "sentence, figure. Do not edit.\n"
    )
    return head + re.sub(r" size=\d+ paragraph=\d+", "", lock.partition("\n")[2])


def test_a_lock_of_the_first_version_vouches_for_nothing_and_is_one_problem(
    write_site: WriteSite,
) -> None:
    lock = _first_version(write_lock(verified(write_site(FILES)).proofs, ()))
    found = assessed(write_site({**FILES, LOCK: lock}))
    assert [standing.evidence for standing in found.evidence.values()] == ["unproven"] * 4
    (problem,) = figures_are_proven(found)
    assert (problem.check, str(problem.location), problem.severity) == (
        "figure-unproven",
        f"{LOCK}:1:1",
        "warning",
    )
    assert problem.message.startswith("4 figures are proven by lines of the lock's first version")
    assert problem.hint == "run `build.py verify --update` with the articles' texts"


def test_a_figure_that_differs_from_its_proof_of_the_first_version_is_told_at_its_line(
    write_site: WriteSite,
) -> None:
    lock = _first_version(write_lock(verified(write_site(FILES)).proofs, ()))
    found = assessed(
        write_site({**FILES, LOCK: lock, DATASET: FILES[DATASET].replace("799.3", "799.8")})
    )
    assert [problem.location.path for problem in figures_are_proven(found)] == [DATASET, LOCK]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        pytest.param("799.3万张", "799.8万张", "care.beds", id="printed"),
        pytest.param("超过300名", "300名", "care.volunteers", id="qualifier"),
        pytest.param("near: 乡镇", "near: 县城", "care.canteens", id="near"),
        pytest.param(
            "{printed: 799.3万张}", "{printed: 799.3万张, period: 2023}", "care.beds", id="period"
        ),
        pytest.param(
            "{printed: 799.3万张}",
            "{printed: 799.3万张, period: unknown}",
            "care.beds",
            id="no period",
        ),
        pytest.param(
            "{printed: 799.3万张}",
            "{printed: 799.3万张, compared_with: 2020}",
            "care.beds",
            id="compared_with",
        ),
        pytest.param(
            "{printed: 799.3万张}", "{printed: 799.3万张, area: cn-hn}", "care.beds", id="area"
        ),
        pytest.param(
            "{printed: 799.3万张}",
            "{printed: 799.3万张, status: target, period: 2030}",
            "care.beds",
            id="status",
        ),
        pytest.param(
            "{printed: 799.3万张}",
            "{printed: 799.3万张, status: plan}",
            "care.beds",
            id="status alone",
        ),
        pytest.param(
            "{printed: 799.3万张}",
            "{printed: 799.3万张, source: reprint}",
            "care.beds",
            id="source",
        ),
        pytest.param("unit: bed", "unit: berth", "care.beds", id="unit"),
        pytest.param(
            "{printed: 799.3万张}", "{printed: 799.3万张, key: a}", "care.beds@a", id="key"
        ),
    ],
)
def test_a_figure_that_says_something_else_is_unproven(
    write_site: WriteSite, old: str, new: str, name: str
) -> None:
    evidence = _after(write_site, DATASET, old, new)
    assert {figure for figure, state in evidence.items() if state != "locked"} == {name}
    assert evidence[name] == "unproven"


def test_a_figure_under_another_indicator_is_unproven(write_site: WriteSite) -> None:
    evidence = _after(write_site, DATASET, "  beds:\n", "  places:\n").items()
    assert [name for name, state in evidence if state == "unproven"] == ["care.places"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("lines: [[2, 6]]", "lines: [[1, 6]]"), ("bulletin.txt", "other.txt")],
    ids=["text.lines", "text.file"],
)
def test_every_figure_of_a_source_whose_text_stands_elsewhere_is_unproven(
    write_site: WriteSite, old: str, new: str
) -> None:
    assert set(_after(write_site, SOURCE, old, new).values()) == {"unproven"}


def test_a_text_that_is_taken_away_does_not_hide_a_changed_figure(write_site: WriteSite) -> None:
    assert set(_after(write_site, SOURCE, TEXT, "").values()) == {"unproven"}


def test_what_a_proof_does_not_vouch_for_may_change(write_site: WriteSite) -> None:
    note = "{printed: 799.3万张, note: {zh: 注, en: Note}}"
    assert set(_after(write_site, DATASET, "{printed: 799.3万张}", note).values()) == {"locked"}


@pytest.mark.parametrize(
    ("path", "old", "new", "without"),
    [
        (SOURCE, TEXT, "", {"care.beds", "care.share", "care.canteens", "care.volunteers"}),
        (
            DATASET,
            "{printed: 799.3万张}",
            "{value: 7993000, because: {zh: 见图, en: A drawing}}",
            {"care.beds"},
        ),
        (DATASET, "{printed: 799.3万张}", "{value: 7993000}", set()),
    ],
    ids=[
        "source without a text",
        "a number that cannot be quoted",
        "a number that nobody says why it is not quoted",
    ],
)
def test_where_nothing_can_be_looked_up_there_is_no_evidence(
    write_site: WriteSite, path: str, old: str, new: str, without: set[str]
) -> None:
    found = evidence_states(site_in(write_site({**FILES, path: FILES[path].replace(old, new)})))
    assert {name for name, standing in found.items() if standing.evidence == "none"} == without


@pytest.mark.parametrize(
    "new", ["{value: 7993000}", "{value: 7993000, because: {zh: 见图, en: A drawing}}"]
)
def test_a_proof_is_not_forgotten_with_what_it_proved(write_site: WriteSite, new: str) -> None:
    assert _after(write_site, DATASET, "{printed: 799.3万张}", new)["care.beds"] == "unproven"


@pytest.mark.parametrize(
    "value", ["value: 7993000", "relation: range, low: 7990000, high: 8000000"]
)
def test_a_number_beside_a_text_is_unproven_until_it_says_why_it_is_not_quoted(
    write_site: WriteSite, value: str
) -> None:
    bare = evidence_states(
        site_in(write_site({**FILES, DATASET: FILES[DATASET].replace("printed: 799.3万张", value)}))
    )
    said = f"{value}, because: {{zh: 见图, en: A drawing}}"
    excused = evidence_states(
        site_in(write_site({**FILES, DATASET: FILES[DATASET].replace("printed: 799.3万张", said)}))
    )
    assert (bare["care.beds"], excused["care.beds"]) == (
        EvidenceState("unproven"),
        EvidenceState("none"),
    )
