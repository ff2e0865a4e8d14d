"""Every printing is looked up in its article; what cannot be proven is a problem at its line with
what to do about it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.evidence.articles import Articles
from statsite.evidence.lock import fingerprint, write_lock
from statsite.evidence.normal_form import normalised
from statsite.evidence.verify import verify_site
from tests.support.proven_site import (
    ARTICLE,
    DATASET,
    DAY,
    FILES,
    LOCK,
    SOURCE,
    site_in,
    told,
    verified,
)
from tests.support.types import WriteSite


def _with(old: str, new: str, path: str = DATASET) -> dict[str, str]:
    """The little site with one file changed."""
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


def test_figures_are_found_and_fingerprinted(write_site: WriteSite) -> None:
    found = verified(write_site(FILES))
    assert (found.problems, found.without_text) == ((), 0)
    proof = found.proofs["care.share"]
    text = normalised("".join(ARTICLE.splitlines(keepends=True)[1:]))
    assert text[proof.start : proof.start + proof.length] == "65.7%"
    assert (proof.date, proof.text) == (DAY, fingerprint(text))
    assert proof.sentence == fingerprint("虚构县的床位虚构县共有床位799.3万张，护理床位占65.7%。")


def test_near_singles_out_the_second_of_two(write_site: WriteSite) -> None:
    first = verified(write_site(_with("near: 乡镇", "near: 县城"))).proofs["care.canteens"]
    second = verified(write_site(FILES)).proofs["care.canteens"]
    assert second.start > first.start


@pytest.mark.parametrize(
    ("change", "check", "line", "said"),
    [
        pytest.param(
            ("799.3万张", "793.9万张"),
            "figure-not-found",
            9,
            "(the text has 「799.3万张」",
            id="digits swapped",
        ),
        pytest.param(
            ("799.3万张", "8888亿张"),
            "figure-not-found",
            9,
            "is this the right source?",
            id="nothing like it",
        ),
        pytest.param(
            ("超过300名", "300名"),
            "figure-partial",
            24,
            "(the text has 「超过300名」",
            id="qualifier dropped",
        ),
        pytest.param(
            (", near: 乡镇", ""),
            "figure-ambiguous",
            19,
            "single one out with `near`",
            id="printed twice",
        ),
        pytest.param(
            ("near: 乡镇", "near: 车站"),
            "near-missing",
            19,
            "nearest to 「车站」",
            id="near not in the text",
        ),
        pytest.param(
            ("超过300名", "77名"),
            "figure-not-found",
            24,
            "is not in `bulletin`",
            id="in the lines of another article",
        ),
    ],
)
def test_what_cannot_be_proven_is_a_problem_at_its_line(
    write_site: WriteSite, change: tuple[str, str], check: str, line: int, said: str
) -> None:
    found = verified(write_site(_with(*change)))
    assert told(found.problems) == [(check, f"{DATASET}:{line}")]
    assert said in str(found.problems[0])
    assert len(found.proofs) == 3


def test_a_text_that_is_not_there_is_one_problem_and_proves_nothing(
    write_site: WriteSite, tmp_path: Path
) -> None:
    found = verify_site(site_in(write_site(FILES)), Articles(tmp_path), DAY)
    assert told(found.problems) == [
        ("text-missing", f"{SOURCE}:5"),
        ("text-missing", "content/sources/reprint.yaml:5"),
    ]
    assert found.proofs == {}


def test_each_further_printing_has_a_proof_of_its_own(write_site: WriteSite) -> None:
    also = (
        "{printed: 超过300名, also: [{printed: 超过300名, source: reprint}, {printed: "
        "301名, source: reprint, key: wrong}]}"
    )
    found = verified(write_site(_with("{printed: 超过300名}", also)))
    assert sorted(name for name in found.proofs if "volunteers" in name) == [
        "care.volunteers",
        "care.volunteers+reprint",
    ]
    assert told(found.problems) == [("figure-not-found", f"{DATASET}:24")]


def test_two_figures_may_not_point_at_one_place(write_site: WriteSite) -> None:
    twice = "{printed: 超过300名}\n      - {printed: 超过300名, key: again, area: cn-hn}"
    found = verified(write_site(_with("{printed: 超过300名}", twice)))
    assert told(found.problems) == [("evidence-shared", f"{DATASET}:25")]
    assert "`care.volunteers@again` and `care.volunteers`" in found.problems[0].message


def test_figures_without_a_text_are_counted(write_site: WriteSite) -> None:
    found = verified(write_site(_with("text: {file: bulletin.txt, lines: [[2, 6]]}\n", "", SOURCE)))
    assert (found.proofs, found.problems, found.without_text) == ({}, (), 4)


def test_a_proof_keeps_its_date_until_it_changes(write_site: WriteSite) -> None:
    lock = write_lock(verified(write_site(FILES)).proofs, ())
    again = verified(
        write_site({**_with("{printed: 65.7%}", "{printed: 65.7%, period: 2023}"), LOCK: lock}),
        today="2025-12-31",
    )
    dates = {name: proof.date for name, proof in again.proofs.items()}
    assert dates == {
        "care.beds": DAY,
        "care.share": "2025-12-31",
        "care.canteens": DAY,
        "care.volunteers": DAY,
    }


def test_another_wording_of_the_article_is_another_proof(write_site: WriteSite) -> None:
    lock = write_lock(verified(write_site(FILES)).proofs, ())
    again = verified(
        write_site({**FILES, LOCK: lock}), ARTICLE.replace("自行车", "三轮车"), "2025-12-31"
    )
    assert {proof.date for proof in again.proofs.values()} == {"2025-12-31"}
