"""How an article is cited in passing: what was inferred of its date, or of the name of its
publication, is cited as inferred, and the producer of its figures is not its author.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from statsite.pipeline import check
from statsite.plan.linked_data import figure_linked_data
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

HEAD = (
    "title: 床位\ntitle_translated: {en: Beds}\npublication: {zh: 某报, en: Some "
    "News}\nproducer: {zh: 某局, en: An office}\npage: 4\n"
)
DATED = "published: {date: 2025-07-28}\n"
ABOUT = (
    "published: {date: 2025-07-28, approximate: true, known_from: {zh: 同版的会议, en: A "
    "meeting}}\n"
)
INFERRED = "publication_known_from: {zh: 署名记者, en: The reporter}\n"


@pytest.fixture
def cited(write_site: WriteSite) -> Callable[[str], tuple[str, str, dict[str, Any]]]:
    """The article of the smallest site, written as given, as Chinese and English cite it and as
    linked data names it in English.
    """

    def of(source: str) -> tuple[str, str, dict[str, Any]]:
        root = write_site({"content/sources/bulletin.yaml": source})
        chinese, english = check(root).editions
        linked = figure_linked_data(english, english.figures["care.beds"])["isBasedOn"]
        return (
            chinese.presenter.source("bulletin").citation,
            english.presenter.source("bulletin").citation,
            linked,
        )

    return of


Cited = Callable[[str], tuple[str, str, dict[str, Any]]]


def test_what_is_printed_is_cited_as_it_is(cited: Cited) -> None:
    chinese, english, linked = cited(HEAD + DATED)
    assert chinese == "床位[N]. 某报, 2025-07-28(4)."
    assert english == "“Beds”. Some News, 28 July 2025, page 4."
    assert (linked["datePublished"], linked["publisher"]) == (
        "2025-07-28",
        {"@type": "Organization", "name": "Some News"},
    )


def test_an_inferred_date_keeps_its_about(cited: Cited) -> None:
    chinese, english, linked = cited(HEAD + ABOUT)
    assert chinese == "床位[N]. 某报, [约2025-07-28](4)."
    assert english == "“Beds”. Some News, about 28 July 2025, page 4."
    assert "datePublished" not in linked  # schema.org has no form for such a date


def test_an_inferred_publication_stands_in_square_brackets(cited: Cited) -> None:
    chinese, english, linked = cited(HEAD + INFERRED + DATED)
    assert chinese == "床位[N]. [某报], 2025-07-28([4])."
    assert english == "“Beds”. [Some News], 28 July 2025, page [4]."
    assert linked["publisher"] == {
        "@type": "Organization",
        "name": "Some News",
        "description": "The reporter",
    }


def test_an_inferred_publication_is_in_brackets_wherever_it_is_shown(
    write_site: WriteSite,
) -> None:
    root = write_site({"content/sources/bulletin.yaml": HEAD + INFERRED + DATED})
    for edition, name in zip(check(root).editions, ("某报", "Some News"), strict=True):
        shown = edition.presenter.source("bulletin")
        assert (shown.publication, shown.publication_name) == (f"[{name}]", name)


def test_an_inferred_publication_that_made_its_figures_is_not_named_as_their_producer_too(
    write_site: WriteSite,
) -> None:
    own = HEAD.replace("某局, en: An office", "某报, en: Some News")
    chart = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
    root = write_site(
        {
            "content/sources/bulletin.yaml": own + INFERRED + DATED,
            "content/charts/beds.yaml": chart,
        }
    )
    chinese, english = check(root).editions
    assert (chinese.charts["beds"].producers, english.charts["beds"].producers) == ((), ())
    told = [edition.presenter.source("bulletin").producer for edition in (chinese, english)]
    assert told == ["[某报]", "[Some News]"]


def test_a_figure_made_by_an_inferred_publication_says_so_in_its_brackets(
    write_site: WriteSite,
) -> None:
    path = "content/datasets/care.yaml"
    dataset = SMALLEST[path].replace(
        "printed: 799.3万张", "printed: 799.3万张\n        producer: {zh: 某报, en: Some News}"
    )
    root = write_site(
        {
            "content/sources/bulletin.yaml": HEAD + INFERRED + DATED,
            path: dataset,
        }
    )
    assert [edition.figures["care.beds"].source.producer for edition in check(root).editions] == [
        "[某报]",
        "[Some News]",
    ]


@pytest.mark.parametrize(
    ("kind", "page"), [("newspaper", "第4版"), ("bulletin", "第4页"), ("report", "第4页")]
)
def test_newspapers_alone_have_pages_that_chinese_calls_ban(
    kind: str, page: str, write_site: WriteSite
) -> None:
    root = write_site({"content/sources/bulletin.yaml": f"{HEAD}{DATED}kind: {kind}\n"})
    assert check(root).editions[0].presenter.source("bulletin").page == page
