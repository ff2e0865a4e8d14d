"""The verification page counts what is proven, and never more."""

from __future__ import annotations

import pytest

from statsite.assess.assessment import assess
from statsite.interface_texts import load_interface_texts
from statsite.model import KindResult, Proof
from statsite.plan.edition import Edition
from statsite.plan.verification import ProofCounts, Verification, topics_of, verification
from statsite.render.environment import TEMPLATES
from statsite.values import replace
from tests.support.types import ReadFiles

SOURCE = """\
title: 养老床位公报
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28}
text: {file: bulletin.txt, lines: [[1, 9]]}
"""

DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
        reviewed: {by: second reader, date: 2025-11-30}
        also: [{printed: 799.3万张, key: headline}]
"""

LOOSE = """\
title: {zh: 其他, en: Other}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  visitors: {title: {zh: 访客, en: Visitors}, unit: person, observations: [{value: 12, because: {zh: 见图, en: A drawing}}]}
  guests: {title: {zh: 来宾, en: Guests}, unit: person, observations: [{printed: 12人, source: lost}]}
"""

LOST = """\
title: 来宾
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28}
"""


@pytest.fixture
def edition(read_files: ReadFiles) -> Edition:
    """A site in English with a locked, an unproven and a text-less printing, and an audit."""
    files = {
        "content/sources/bulletin.yaml": SOURCE,
        "content/datasets/care.yaml": DATASET,
        "content/datasets/loose.yaml": LOOSE,
        "content/sources/lost.yaml": LOST,
    }
    site, problems = read_files(files)
    assert site is not None
    assert problems == []
    return Edition(assess(site), "en", load_interface_texts([TEMPLATES]))


def test_what_is_not_locked_is_not_counted_as_found(edition: Edition) -> None:
    proven = edition.site.with_proofs(
        {"care.beds": Proof("2025-11-30", "0" * 16, 90, 1, 0, 7, "0" * 16, "not its fingerprint")}
    )
    found = _proof(Edition(assess(proven), "en", edition.interface))
    assert found.site == ProofCounts(
        "", "", "", figures=2, total=3, locked=0, unproven=2, none=1, reviewed=1
    )


def test_topics_and_what_belongs_to_none_add_up_to_the_site(edition: Edition) -> None:
    found = _proof(edition)
    assert [(row.title, row.total) for row in found.topics] == [
        ("Elderly care", 2),
        ("Also in these articles", 1),
    ]
    assert (
        sum(row.total for row in found.topics)
        == sum(row.total for row in found.sources)
        == found.site.total
    )


def test_what_editors_read_is_no_printing_and_is_counted_apart(edition: Edition) -> None:
    found = _proof(edition)
    assert (found.read, found.site.figures, found.site.total) == (1, 2, 3)


def test_shares_of_the_audit_are_rounded_down(edition: Edition) -> None:
    audited = replace(
        edition.site, audit=(KindResult("digit-changed", "printed", 2000, 1999, 2000, 0),)
    )
    row = _proof(Edition(assess(audited), "en", edition.interface)).audit[0]
    assert (row.title, row.tried, row.by_text, row.by_lock) == (
        "a digit changed",
        "2,000",
        "99.9%",
        "100%",
    )


@pytest.mark.parametrize(
    ("result", "shares", "why"),
    [
        (
            KindResult("wrong-status", "context", 40, 0, 40, 2),
            ("0%", "100%", "5.0%"),
            "The number itself is right",
        ),
        (
            KindResult("wrong-year", "context", 40, 39, 40, 1),
            ("97.5%", "100%", "2.5%"),
            "The number itself is right",
        ),
        (KindResult("wrong-year", "context", 40, 40, 40, 1), ("100%", "100%", "2.5%"), ""),
        (KindResult("digit-changed", "printed", 40, 30, 40, 0), ("75.0%", "100%", "0%"), ""),
        (
            KindResult("neighbour-number", "printed", 40, 20, 40, 10),
            ("50.0%", "100%", "25.0%"),
            "The article does print thi",
        ),
    ],
)
def test_a_row_says_why_the_text_cannot_show_errors_after_which_it_prints_the_number(
    edition: Edition, result: KindResult, shares: tuple[str, ...], why: str
) -> None:
    audited = replace(edition.site, audit=(result,))
    row = _proof(Edition(assess(audited), "en", edition.interface)).audit[0]
    assert (row.by_text, row.by_lock, row.by_rules) == shares
    assert row.why[:26] == why


def _proof(edition: Edition) -> Verification:
    topics = topics_of(
        edition.site,
        [(card.slug, card.title, card.address) for card in edition.topics],
        edition.presenter,
    )
    return verification(edition.presenter, edition.figures.values(), topics)
