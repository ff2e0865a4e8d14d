"""The way back to the printed words says what is known, and no more."""

from __future__ import annotations

from statsite.assess.assessment import assess
from statsite.evidence.lock import figure_fingerprint
from statsite.model import Proof
from statsite.plan.edition import Edition
from statsite.plan.way_back import way_to_article, ways_back
from statsite.values import replace
from tests.plan.looked_up import DATASET, looked_up
from tests.support.types import ReadFiles

SOURCE = """\
title: 养老床位公报
title_translated: {en: Bulletin on beds}
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28, approximate: true, known_from: {zh: 同版报道, en: the same page}}
page: 3
text: {file: bulletin.txt, lines: [[1, 9]]}
"""


def _edition(read_files: ReadFiles, source: str = SOURCE) -> Edition:
    return looked_up(read_files, "en", {"content/sources/bulletin.yaml": source})


def _proven(edition: Edition, name: str, paragraph: int | None) -> Edition:
    figure = edition.site.observations[name]
    fits = figure_fingerprint(figure, figure.printing, edition.site.sources[figure.source])
    proof = Proof("2025-11-30", "0" * 16, 90, paragraph, 0, 7, "0" * 16, fits)
    site = edition.site.with_proofs({name: proof})
    return Edition(assess(site), "en", edition.interface)


def test_a_proven_figure_is_in_the_paragraph_of_its_proof(read_files: ReadFiles) -> None:
    edition = _proven(_edition(read_files), "care.beds", 4)
    way = ways_back(edition.presenter, edition.site.observations["care.beds"])["care.beds"]
    assert way.paragraph == "paragraph 4"
    assert "“799.3万张” stands in paragraph 4" in way.steps[-1]


def test_a_proof_that_no_longer_holds_names_no_paragraph(read_files: ReadFiles) -> None:
    edition = _proven(_edition(read_files), "care.beds", 4)
    proofs = {name: replace(one, figure="other") for name, one in edition.site.proofs.items()}
    edition = Edition(assess(edition.site.with_proofs(proofs)), "en", edition.interface)
    way = ways_back(edition.presenter, edition.site.observations["care.beds"])["care.beds"]
    assert (way.paragraph, way.steps[-1]) == ("", "Look for “799.3万张”.")


def test_an_inferred_date_sends_readers_to_the_days_around_it(read_files: ReadFiles) -> None:
    edition = _edition(read_files)
    steps = way_to_article(edition.presenter, edition.site.sources["bulletin"]).steps
    assert "Some News, " in steps[0]
    assert "page 3" in steps[0]
    assert steps[1:] == (
        "The date is inferred: if it is not there, look in the issues before and after.",
    )


def test_the_article_is_led_to_before_its_issue(read_files: ReadFiles) -> None:
    issue = "issue_url: https://example.org/2025-07-28/3\n"
    for written, expected in (
        ("", ("", "")),
        (issue, ("https://example.org/2025-07-28/3", "Open the issue of that day")),
        (f"url: https://example.org/a\n{issue}", ("https://example.org/a", "Open the article")),
    ):
        edition = _edition(read_files, SOURCE + written)
        way = way_to_article(edition.presenter, edition.site.sources["bulletin"])
        assert (way.address, way.address_label) == expected


def test_the_contents_of_an_issue_are_on_no_page_of_an_article(read_files: ReadFiles) -> None:
    also = "{key: contents, part: contents, printed: 799.3万张, near: 目录}"
    care = DATASET.replace("printed: 799.3万张", f"printed: 799.3万张, also: [{also}]")
    edition = looked_up(
        read_files,
        "en",
        {"content/sources/bulletin.yaml": SOURCE, "content/datasets/care.yaml": care},
    )
    further = edition.figures["care.beds"].printings[1]
    way = ways_back(edition.presenter, edition.site.observations["care.beds"])[further.id]
    assert (further.part, further.source.page, way.paragraph) == ("contents", "", "contents")
    assert "page 3" not in way.steps[0]
    assert way.steps[-1] == "“799.3万张” stands in the contents."
