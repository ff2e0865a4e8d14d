"""Every quantity of an article is on the site, left out on purpose, or open."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.assess.assessment import assess
from statsite.check.references import ids_are_known
from statsite.evidence.articles import article
from statsite.evidence.coverage import Coverage, OpenQuantity, coverage
from statsite.evidence.verify import texts_of, verify_site
from statsite.extract.extraction import extract_text
from statsite.model import Reference
from statsite.problems import Location
from tests.support.proven_site import (
    ARTICLE,
    DATASET,
    DAY,
    FILES,
    IGNORED,
    site_in,
    texts,
    told,
    verified,
)
from tests.support.types import ReadFiles, WriteSite


def _coverage(root: Path, text: str = ARTICLE) -> Coverage:
    """The coverage of the bulletin."""
    site, articles = site_in(root), texts(root.parent / "texts", text)
    opened, _ = texts_of(site, articles)
    return next(
        one
        for one in coverage(site, opened, verify_site(site, articles, DAY).proofs)
        if one.source == "bulletin"
    )


def _ignoring(*entries: str) -> dict[str, str]:
    """The little site with these entries for the bulletin in its list of what is left out."""
    return {**FILES, IGNORED: "bulletin:\n" + "".join(f"  - {entry}\n" for entry in entries)}


def test_what_is_not_on_the_site_is_open_at_its_line(write_site: WriteSite) -> None:
    found = _coverage(write_site(FILES))
    assert found == Coverage(
        "bulletin", "bulletin.txt", 4, 0, (OpenQuantity(5, "12家"), OpenQuantity(6, "4200辆"))
    )
    assert found.quantities == 6


def test_a_figure_broken_across_lines_is_on_the_site_once(write_site: WriteSite) -> None:
    assert _coverage(
        write_site(FILES), ARTICLE.replace("799.3万\n张", "799 .3\n 万　张")
    ) == _coverage(write_site(FILES))


def test_a_figure_printed_shorter_than_it_was_found_is_the_same_place(
    write_site: WriteSite,
) -> None:
    shorter = {**FILES, DATASET: FILES[DATASET].replace("799.3万张", "799.3万")}
    assert _coverage(write_site(shorter)) == _coverage(write_site(FILES))


def test_what_is_left_out_on_purpose_is_not_open(write_site: WriteSite) -> None:
    found = _coverage(
        write_site(
            _ignoring(
                "{printed: 4200辆, reason: no care}", "{printed: 12家, near: 县城, reason: why}"
            )
        )
    )
    assert (found.on_site, found.left_out, found.open) == (4, 2, ())


@pytest.mark.parametrize(
    "entry",
    [
        "{printed: 12家, near: 县城, reason: why}",
        "{printed: 12家, line: 5, near: 县城, reason: why}",
    ],
)
def test_near_tells_two_figures_apart(write_site: WriteSite, entry: str) -> None:
    assert _coverage(write_site(_ignoring(entry))).open == (OpenQuantity(6, "4200辆"),)


def test_a_line_tells_two_figures_apart(write_site: WriteSite) -> None:
    text = ARTICLE.replace("床位\n虚构县", "床位虚构县").replace("12家，乡镇", "12家，\n乡镇")
    assert _coverage(write_site(_ignoring("{printed: 12家, line: 4, reason: why}")), text).open == (
        OpenQuantity(6, "4200辆"),
    )


def test_a_heading_printed_double_is_left_out_as_it_reads(write_site: WriteSite) -> None:
    text = ARTICLE.replace("虚构县的床位\n", "虚构虚构县县养老床养老床位位超超33..11万万张张\n")
    files = _ignoring("{printed: 超3.1万张, line: 2, reason: a heading stored twice}")
    assert verified(write_site(files), text).problems == ()
    assert _coverage(write_site(files), text).left_out == 1


@pytest.mark.parametrize(
    ("entry", "check", "column", "said"),
    [
        pytest.param(
            "{printed: 4201辆, reason: why}",
            "ignored-missing",
            15,
            "the text has 「4200辆」",
            id="not printed",
        ),
        pytest.param(
            "{printed: 200辆, reason: why}",
            "ignored-missing",
            15,
            "「200辆」 is not a quantity",
            id="part of a figure",
        ),
        pytest.param(
            "{printed: 4200辆, line: 5, reason: why}",
            "ignored-missing",
            15,
            "in line 5",
            id="another line",
        ),
        pytest.param(
            "{printed: 77个, reason: why}",
            "ignored-missing",
            15,
            "found in `bulletin`",
            id="another article's",
        ),
        pytest.param(
            "{printed: 12家, near: 车站, reason: why}",
            "ignored-missing",
            26,
            "nearest to 「车站」",
            id="near nothing",
        ),
        pytest.param(
            "{printed: 12家, reason: why}",
            "ignored-ambiguous",
            15,
            "with `near` or `line`",
            id="printed twice",
        ),
    ],
)
def test_an_entry_that_leaves_out_nothing_is_a_problem(
    write_site: WriteSite, entry: str, check: str, column: int, said: str
) -> None:
    (problem,) = verified(write_site(_ignoring(entry))).problems
    assert (problem.check, problem.location) == (check, Location(IGNORED, 2, column))
    assert said in str(problem)


def test_nothing_can_be_left_out_of_a_source_without_a_text(write_site: WriteSite) -> None:
    source = "content/sources/reprint.yaml"
    without = FILES[source].partition("text:")[0]
    files = {**FILES, source: without, IGNORED: "reprint: [{printed: 4200辆, reason: why}]\n"}
    assert told(verified(write_site(files)).problems) == [("ignored-missing", f"{IGNORED}:1")]


def test_an_entry_is_read_as_it_was_written(write_site: WriteSite) -> None:
    site = site_in(write_site(_ignoring("{printed: 12家, near: 县城, line: 5, reason: no care}")))
    (entry,) = site.ignored["bulletin"]
    assert (entry.printed, entry.near, entry.line, entry.reason) == ("12家", "县城", 5, "no care")
    assert entry.source == Reference("bulletin", Location(IGNORED, 1, 1))


@pytest.mark.parametrize(
    ("text", "check", "line"),
    [
        ("- a\n", "mapping-expected", 1),
        ("bulletin: {printed: 1家, reason: why}\n", "list-expected", 1),
        ("bulletin: []\n", "list-expected", 1),
        ("bulletin:\n  - {printed: 1家}\n", "field-missing", 2),
        ("bulletin:\n  - {printed: 1家, reason: why, line: zero}\n", "number-malformed", 2),
        ("bulletin:\n  - {printed: 1家, reason: why, lines: 5}\n", "field-unknown", 2),
        ("bulletin:\n  - {printed: 1家, reason: ''}\n", "field-empty", 2),
    ],
    ids=[
        "no map",
        "no list",
        "empty list",
        "no reason",
        "no line number",
        "misspelt",
        "empty reason",
    ],
)
def test_a_list_that_makes_no_sense_is_a_problem_at_its_line(
    read_files: ReadFiles, text: str, check: str, line: int
) -> None:
    _, problems = read_files({**FILES, IGNORED: text})
    assert told(problems) == [(check, f"{IGNORED}:{line}")]


def test_a_source_that_is_not_declared_is_named_once(read_files: ReadFiles) -> None:
    entry = "{printed: 1家, reason: why}"
    site, problems = read_files({**FILES, IGNORED: f"bulletins: [{entry}, {entry}]\n"})
    assert site is not None
    assert problems == []
    named = [
        problem for problem in ids_are_known(assess(site).site) if problem.location.path == IGNORED
    ]
    assert [str(problem) for problem in named] == [
        (
            f"{IGNORED}:1:1: error: there is no source `bulletins` (did you mean `bulletin`?) "
            "[unknown-id]"
        ),
    ]


def test_a_place_in_the_normalised_text_is_a_place_in_the_file() -> None:
    found = article([(3, "**共有** ５０"), (8, "％㎡，再 1"), (9, "2家")])
    assert found.text == "共有50%㎡，再1\n2家"
    span = found.span_given(found.text.index("5"), found.text.index("%") + 1)
    assert found.given[slice(*span)] == "５０\n％"
    assert [found.line(place) for place in span] == [3, 8]
    assert extract_text(found.given)[0].printed == "50%"
