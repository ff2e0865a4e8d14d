"""The evidence lock: written and read again the same, refused where it makes no sense, and free of the articles' words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.evidence.lock import Lock, read_lock, write_lock
from statsite.model import KindResult, Proof
from statsite.read.site import read_site
from tests.evidence.little import FILES, verified

WriteSite = Callable[..., Path]

PROOF = Proof("2025-11-01", "0" * 16, 12, 3, "1" * 16, "f" * 16)
LINE = f"care.beds 2025-11-01 text={'0' * 16} at=12+3 sentence={'1' * 16} figure={'f' * 16}\n"

_hex = st.text("0123456789abcdef", min_size=16, max_size=16)
_dates = st.dates().map(lambda day: day.isoformat())
_proofs = st.builds(Proof, _dates, _hex, st.integers(0, 10**6), st.integers(1, 99), _hex, _hex)
_ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}\.[a-z0-9-]{1,8}(@[a-z0-9-]{1,8})?(\+[a-z0-9-]{1,8})?", fullmatch=True)
_counts = st.integers(0, 10**6)
_results = st.builds(KindResult, st.from_regex(r"[a-z]+-[a-z]+", fullmatch=True), st.sampled_from(["printed", "context"]), *[_counts] * 4)


@given(st.dictionaries(_ids, _proofs, max_size=5), st.lists(_results, max_size=4))
def test_what_is_written_is_read_again(proofs: dict[str, Proof], audit: list[KindResult]) -> None:
    assert read_lock(write_lock(proofs, audit), "lock") == (Lock(proofs, tuple(audit)), [])


@given(st.dictionaries(_ids, _proofs, max_size=8))
def test_one_line_per_proof_sorted_whatever_the_order(proofs: dict[str, Proof]) -> None:
    backwards = dict(sorted(proofs.items(), reverse=True))
    assert write_lock(backwards, ()) == write_lock(proofs, ())
    lines = write_lock(backwards, ()).splitlines()[1:]
    assert [line.split()[0] for line in lines] == sorted(proofs)


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        pytest.param("<<<<<<< ours\n" + LINE + "=======\n>>>>>>> theirs\n", [1, 3, 4], "no line of the evidence lock", id="merge conflict"),
        pytest.param("# head\n\n" + LINE + LINE, [4], "a second line for `care.beds`", id="duplicate"),
        pytest.param(LINE.replace("text=0", "text=g"), [1], "no line of the evidence lock", id="no fingerprint"),
        pytest.param(LINE.replace(" at=12+3", ""), [1], "no line of the evidence lock", id="field missing"),
        pytest.param(LINE.rstrip() + " more\n", [1], "no line of the evidence lock", id="more behind it"),
        pytest.param("audit digit-changed printed tried=1 text=1\n", [1], "no line of the evidence lock", id="audit cut short"),
    ],
)
def test_a_line_that_makes_no_sense_is_a_problem_at_its_line(text: str, lines: list[int], said: str) -> None:
    _, problems = read_lock(text, "content/evidence.lock")
    assert [(p.check, p.where.path, p.where.line) for p in problems] == [("evidence-malformed", "content/evidence.lock", line) for line in lines]
    assert all(said in problem.message for problem in problems)


def test_the_sound_lines_around_a_merge_conflict_are_kept() -> None:
    lock, _ = read_lock("<<<<<<< ours\n" + LINE + "=======\n", "lock")
    assert lock == Lock({"care.beds": PROOF}, ())


def test_a_site_reads_its_lock_and_tells_what_is_wrong_in_it(write_site: WriteSite) -> None:
    site, problems = read_site(write_site({"content/evidence.lock": LINE + "=======\n"}))
    assert site is not None
    assert site.proofs == {"care.beds": PROOF}
    assert [str(p.where) for p in problems] == ["content/evidence.lock:2:1"]


def test_no_word_of_the_article_is_in_the_lock(write_site: WriteSite) -> None:
    proofs = verified(write_site(FILES)).proofs
    assert len(proofs) == 4
    assert re.search(r"[^\x00-\x7f]", write_lock(proofs, ())) is None


def test_no_word_of_an_article_is_in_the_lock_of_this_repository() -> None:
    lock = Path(__file__).parents[2] / "content" / "evidence.lock"
    assert re.search(r"[^\x00-\x7f]", lock.read_text(encoding="utf-8")) is None
