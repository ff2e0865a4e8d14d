"""A made-up line of the lock that cannot be true is an error at its line, without any
text at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from statsite.evidence.audit import SEED, audit_site
from statsite.evidence.lock import figure_fingerprint, write_lock
from statsite.evidence.lock_consistency import inconsistencies
from statsite.evidence.printed_forms import span_lengths
from statsite.evidence.state import evidence_states
from statsite.model import Proof, Site
from statsite.passed_checks import PassedChecks
from statsite.pipeline import check
from statsite.problems import Problem
from tests.support.paths import ROOT
from tests.support.proven_site import DATASET, FILES, LOCK, SOURCE, site_in, verified
from tests.support.types import WriteSite

Tell = Callable[..., list[str]]


def lock_of(write_site: WriteSite) -> str:
    """The lock of the little site, with its audit."""
    site = site_in(write_site(FILES))
    found = verified(write_site(FILES))
    return write_lock(
        found.proofs, audit_site(site.with_proofs(found.proofs), found.texts, SEED).kinds
    )


@pytest.fixture
def told(write_site: WriteSite) -> Tell:
    """What is said against the lock of the little site after patterns in it were replaced: line and
    message.
    """

    def tell(*changes: tuple[str, str], count: int = 1) -> list[str]:
        lock = lock_of(write_site)
        for pattern, new in changes:
            lock, made = re.subn(pattern, new, lock, flags=re.MULTILINE)
            assert made == count, (pattern, lock)
        return [
            f"{p.location.line}: {p.message}"
            for p in _against(site_in(write_site({**FILES, LOCK: lock})))
        ]

    return tell


def test_a_lock_as_it_is_written_is_consistent(told: Tell) -> None:
    assert told() == []


# The lines of the lock: 2 beds at 10+8, 3 canteens, 4 share, 5 volunteers, then the audit.
@pytest.mark.parametrize(
    ("pattern", "new", "said"),
    [
        pytest.param(
            r"^care.beds \S+",
            "care.beds 2025-07-27",
            "2: the proof of `care.beds` is of 2025-07-27, before `bulletin` appeared on 2025-07-28",
            id="before the article",
        ),
        pytest.param(
            r"(care.beds .* at=\d+\+)\d+",
            r"\g<1>6",
            "2: the proof of `care.beds` covers 6 characters, and 「799.3万张」 has 7 to 9",
            id="short",
        ),
        pytest.param(
            r"(care.beds .* at=\d+\+)\d+",
            r"\g<1>40",
            "2: the proof of `care.beds` covers 40 characters, and 「799.3万张」 has",
            id="long",
        ),
        pytest.param(
            r"(care.beds .* at=\d+\+)\d+",
            r"\g<1>0",
            "2: the proof of `care.beds` covers 0 characters",
            id="nothing",
        ),
        pytest.param(
            r"(care.canteens .* at=\d+\+)\d+",
            r"\g<1>4",
            "3: the proof of `care.canteens` covers 4 characters, and 「12家」 has 3",
            id="no groups",
        ),
        pytest.param(
            r"(care.beds .* at=)\d+",
            r"\g<1>900",
            "2: the proof of `care.beds` ends at character 907 of a text of ",
            id="beyond the text",
        ),
        pytest.param(
            r"(care.beds .* size=)\d+",
            r"\g<1>5",
            "2: the proof of `care.beds` is of another text of `bulletin` than 3 others",
            id="size",
        ),
        pytest.param(
            r"(care.beds .*) text=\w+",
            r"\g<1> text=" + "a" * 16,
            "2: the proof of `care.beds` is of another text of `bulletin` than 3 others",
            id="text",
        ),
        pytest.param(
            r"(care.beds .* paragraph=)\d+",
            r"\g<1>0",
            "2: the proof of `care.beds` is in no paragraph",
            id="no paragraph",
        ),
        pytest.param(r"(care.beds .* paragraph=)\d+", r"\g<1>9", "is in paragraph", id="paragraph"),
        pytest.param(
            r"(care.share .* at=)\d+",
            r"\g<1>12",
            "covers characters of `bulletin` that the proof of `care.",
            id="overlap",
        ),
        pytest.param(
            r"^audit digit-changed printed tried=\d+ ",
            "audit digit-changed printed tried=0 ",
            "changes caught by the text, of 0 that were tried",
            id="caught more than tried",
        ),
        pytest.param(
            r"^(audit digit-changed .*) rules=\d+",
            r"\1 rules=999999",
            "tells of 999999 changes caught by rules",
            id="caught by rules",
        ),
        pytest.param(
            r"^audit digit-changed",
            "audit digit-charmed",
            "the audit of `digit-charmed` is of no kind of change that is made",
            id="unknown kind",
        ),
        pytest.param(
            r"^audit digit-changed printed",
            "audit digit-changed context",
            "says that it changes what is context",
            id="wrong nature",
        ),
        pytest.param(
            r"^audit digits-swapped",
            "audit digit-changed",
            "the audit of `digit-changed` appears here a second time",
            id="kind twice",
        ),
    ],
)
def test_a_line_that_cannot_be_true_is_told(told: Tell, pattern: str, new: str, said: str) -> None:
    found = told((pattern, new))
    assert [one for one in found if said in one], found


def test_the_same_place_twice_is_told(told: Tell, write_site: WriteSite) -> None:
    """A line copied from another figure of the source, with the right fingerprint: the place is
    taken.
    """
    place = re.search(r"^care.canteens .* (at=\S+ sentence=\S+)", lock_of(write_site), re.MULTILINE)
    assert place
    found = told((r"(care.share .*) at=\S+ sentence=\S+", rf"\g<1> {place[1].replace('+3', '+5')}"))
    assert found == [
        (
            "4: the proof of `care.share` covers characters of `bulletin` that the proof of "
            "`care.canteens` covers too"
        )
    ]


def _made_up(write_site: WriteSite, files: dict[str, str], name: str) -> list[str]:
    """What is said against a proof that somebody made up for the printing ``name``, its fingerprint
    right.
    """
    site = site_in(write_site(files))
    observation = site.observations[name]
    figure = figure_fingerprint(observation, observation.printing, site.sources[observation.source])
    proof = Proof("2025-11-01", "b" * 16, 900, 3, 40, 7, "c" * 16, figure)
    return _messages(site.with_proofs({**verified(write_site(FILES)).proofs, name: proof}))


def _messages(site: Site) -> list[str]:
    return [problem.message for problem in _against(site)]


def _against(site: Site) -> Iterator[Problem]:
    return inconsistencies(site, evidence_states(site), PassedChecks())


def test_a_proof_made_up_for_a_number_that_is_not_printed_is_told(write_site: WriteSite) -> None:
    files = {
        **FILES,
        DATASET: FILES[DATASET].replace(
            "{printed: 799.3万张}", "{value: 7993000, because: {zh: 表, en: Table}}"
        ),
    }
    assert (
        _made_up(write_site, files, "care.beds")[0]
        == "the proof of `care.beds` is for a number that is not printed, which nothing proves"
    )


def test_a_proof_made_up_for_a_source_without_a_text_is_told(write_site: WriteSite) -> None:
    files = {
        **FILES,
        SOURCE: FILES[SOURCE].replace("text: {file: bulletin.txt, lines: [[2, 6]]}\n", ""),
    }
    assert "the proof of `care.beds` is from `bulletin`, which has no text" in _made_up(
        write_site, files, "care.beds"
    )


def test_a_proof_of_another_text_than_the_others_is_told(write_site: WriteSite) -> None:
    assert _made_up(write_site, dict(FILES), "care.beds") == [
        "the proof of `care.beds` is of another text of `bulletin` than 3 others"
    ]


def test_a_proof_that_vouches_for_nothing_is_left_to_the_check_of_figures(
    write_site: WriteSite,
) -> None:
    proofs = verified(write_site(FILES)).proofs
    site = site_in(
        write_site({**FILES, DATASET: FILES[DATASET].replace("799.3万张", "799.35万张")})
    )
    assert _messages(site.with_proofs(proofs)) == []


def test_every_inconsistency_stops_a_build_at_its_line(write_site: WriteSite) -> None:
    lock = re.sub(r"(care.share .*) paragraph=\d+", r"\1 paragraph=0", lock_of(write_site))
    errors = [
        problem
        for problem in check(write_site({**FILES, LOCK: lock})).problems
        if problem.severity == "error"
    ]
    assert [(problem.check, str(problem.location)) for problem in errors] == [
        ("evidence-inconsistent", f"{LOCK}:4:1")
    ] * len(errors)
    assert errors


@pytest.mark.parametrize(
    ("printed", "least", "most"),
    [
        ("12家", 3, 3),
        ("1234家", 5, 6),
        ("1 234家", 5, 6),
        ("12345678家", 9, 11),
        ("799.3万张", 7, 9),
        ("1234.5万", 7, 10),
        ("800～1200种", 9, 10),
        ("三成多", 3, 3),
    ],
)
def test_a_figure_has_so_many_characters(printed: str, least: int, most: int) -> None:
    assert span_lengths(printed) == (least, most)


def test_the_lock_of_this_repository_is_consistent() -> None:
    site = site_in(ROOT)
    assert site.proofs
    assert _messages(site) == []
