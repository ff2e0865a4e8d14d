"""The evidence lock: written and read again the same, refused where it makes no sense, and free of
the articles' words.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.evidence.lock import Lock, read_lock, write_lock
from statsite.model import KindResult, Proof
from statsite.read.site import read_site
from statsite.values import replace
from tests.support.paths import ROOT
from tests.support.proven_site import FILES, verified
from tests.support.types import WriteSite

PROOF = Proof("2025-11-01", "0" * 16, 90, 2, 12, 3, "1" * 16, "f" * 16)
OLD_LINE = f"care.beds 2025-11-01 text={'0' * 16} at=12+3 sentence={'1' * 16} figure={'f' * 16}\n"
LINE = OLD_LINE.replace(" at=", " size=90 paragraph=2 at=")
HEAD = "# v2\n"


def placeless(lock: Lock) -> Lock:
    """What a lock says, wherever in it."""
    return Lock(
        {name: replace(proof, location=PROOF.location) for name, proof in lock.proofs.items()},
        tuple(replace(result, location=PROOF.location) for result in lock.audit),
    )


_hex = st.text("0123456789abcdef", min_size=16, max_size=16)
_dates = st.dates().map(lambda day: day.isoformat())
_proofs = st.builds(
    Proof,
    _dates,
    _hex,
    st.integers(0, 10**6),
    st.integers(1, 99),
    st.integers(0, 10**6),
    st.integers(1, 99),
    _hex,
    _hex,
)
_ids = st.from_regex(
    r"[a-z][a-z0-9-]{0,8}\.[a-z0-9-]{1,8}(@[a-z0-9-]{1,8})?(\+[a-z0-9-]{1,8})?", fullmatch=True
)
_counts = st.integers(0, 10**6)
_results = st.builds(
    KindResult,
    st.from_regex(r"[a-z]+-[a-z]+", fullmatch=True),
    st.sampled_from(["printed", "context"]),
    *[_counts] * 4,
)


@given(st.dictionaries(_ids, _proofs, max_size=5), st.lists(_results, max_size=4))
def test_what_is_written_is_read_again(proofs: dict[str, Proof], audit: list[KindResult]) -> None:
    lock, problems = read_lock(write_lock(proofs, audit), "lock")
    assert (placeless(lock), problems) == (Lock(proofs, tuple(audit)), [])


@given(st.dictionaries(_ids, _proofs, max_size=8))
def test_one_line_per_proof_sorted_whatever_the_order(proofs: dict[str, Proof]) -> None:
    backwards = dict(sorted(proofs.items(), reverse=True))
    assert write_lock(backwards, ()) == write_lock(proofs, ())
    lines = write_lock(backwards, ()).splitlines()[1:]
    assert [line.split()[0] for line in lines] == sorted(proofs)


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        pytest.param(
            HEAD + "<<<<<<< ours\n" + LINE + "=======\n>>>>>>> theirs\n",
            [2, 4, 5],
            "not a line of the evidence lock",
            id="merge conflict",
        ),
        pytest.param(
            HEAD + "\n" + LINE + LINE, [4], "a second line for `care.beds`", id="duplicate"
        ),
        pytest.param(
            HEAD + LINE.replace("text=0", "text=g"),
            [2],
            "not a line of the evidence lock",
            id="no fingerprint",
        ),
        pytest.param(
            HEAD + LINE.replace(" at=12+3", ""),
            [2],
            "not a line of the evidence lock",
            id="field missing",
        ),
        pytest.param(
            HEAD + LINE.replace(" size=90", ""),
            [2],
            "not a line of the evidence lock",
            id="size missing",
        ),
        pytest.param(
            HEAD + LINE.replace(" paragraph=2", ""),
            [2],
            "not a line of the evidence lock",
            id="paragraph missing",
        ),
        pytest.param(
            HEAD + LINE.rstrip() + " more\n",
            [2],
            "not a line of the evidence lock",
            id="more behind it",
        ),
        pytest.param(
            HEAD + LINE.replace("at=12", "at=" + "9" * 5000),
            [2],
            "not a line of the evidence lock",
            id="5,000 digits",
        ),
        pytest.param(
            HEAD + LINE.replace("size=90", "size=" + "9" * 10),
            [2],
            "not a line of the evidence lock",
            id="ten digits",
        ),
        pytest.param(
            HEAD + LINE.replace("size=90", "size=090"),
            [2],
            "not a line of the evidence lock",
            id="leading zero",
        ),
        pytest.param(
            HEAD + LINE.replace("size=90", "size=-90"),
            [2],
            "not a line of the evidence lock",
            id="below zero",
        ),
        pytest.param(
            HEAD + LINE.replace("size=90", "size=９０"),
            [2],
            "not a line of the evidence lock",
            id="full-width digits",
        ),
        pytest.param(
            HEAD + LINE.replace("2025-11-01", "2025-02-30"),
            [2],
            "not a line of the evidence lock",
            id="no such day",
        ),
        pytest.param(
            HEAD + LINE.replace("care.beds", "care.beds\u2028x"),
            [2],
            "not a line of the evidence lock",
            id="a character within an id",
        ),
        pytest.param(
            HEAD + "audit digit-changed printed tried=1 text=1\n",
            [2],
            "not a line of the evidence lock",
            id="audit cut short",
        ),
        pytest.param(
            HEAD + f"audit digit-changed printed tried={'1' * 5000} text=1 lock=1 rules=1\n",
            [2],
            "not a line of the evidence lock",
            id="audit of 5,000 digits",
        ),
        pytest.param(
            HEAD + "audit nonsense\n", [2], "not a line of the evidence lock", id="audit nonsense"
        ),
        pytest.param(LINE, [1], "does not begin with its head line", id="no head"),
        pytest.param(
            "# Written by `build.py verify --update`.\n" + LINE,
            [1],
            "does not begin with its head line",
            id="head of the first version",
        ),
        pytest.param(
            "# v3\n" + LINE,
            [1],
            "is of version 3, which this program does not know",
            id="version to come",
        ),
        pytest.param(
            f"# v{'2' * 9}\n", [1], "is of version 222222222", id="version of nine digits"
        ),
    ],
)
def test_a_line_that_makes_no_sense_is_a_problem_at_its_line(
    text: str, lines: list[int], said: str
) -> None:
    _, problems = read_lock(text, "content/evidence.lock")
    assert [(p.check, str(p.location)) for p in problems] == [
        ("evidence-malformed", f"content/evidence.lock:{line}:1") for line in lines
    ]
    assert {said in p.message for p in problems} == {True}


def test_the_sound_lines_around_a_merge_conflict_are_kept() -> None:
    lock, _ = read_lock(HEAD + "<<<<<<< ours\n" + LINE + "=======\n", "lock")
    assert placeless(lock) == Lock({"care.beds": PROOF}, ())


@pytest.mark.parametrize(
    "head",
    [
        "",
        (
            "# Written by `build.py verify --update`. id, date, text, offset, length, sentence, "
            "figure. Do not edit.\n"
        ),
        HEAD,
    ],
)
def test_a_line_of_the_first_version_is_read_and_outdated(head: str) -> None:
    lock, problems = read_lock(head + OLD_LINE, "lock")
    assert problems == []
    assert placeless(lock).proofs == {"care.beds": replace(PROOF, size=None, paragraph=None)}
    assert lock.proofs["care.beds"].is_outdated
    assert not PROOF.is_outdated


def test_the_head_says_which_version_it_is() -> None:
    assert write_lock({}, ()).startswith("# v2, ")


def test_a_site_reads_its_lock_and_tells_what_is_wrong_in_it(write_site: WriteSite) -> None:
    site, problems = read_site(write_site({"content/evidence.lock": HEAD + LINE + "=======\n"}))
    assert site is not None
    assert PROOF.is_the_same_as(site.proofs["care.beds"])
    assert [str(p.location) for p in problems] == ["content/evidence.lock:3:1"]
    assert str(site.proofs["care.beds"].location) == "content/evidence.lock:2:1"


def test_no_word_of_the_article_is_in_the_lock(write_site: WriteSite) -> None:
    proofs = verified(write_site(FILES)).proofs
    assert len(proofs) == 4
    assert re.search(r"[^\x00-\x7f]", write_lock(proofs, ())) is None


def test_no_word_of_an_article_is_in_the_lock_of_this_repository() -> None:
    lock = ROOT / "content" / "evidence.lock"
    assert re.search(r"[^\x00-\x7f]", lock.read_text(encoding="utf-8")) is None
