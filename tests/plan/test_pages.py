"""What pages are told: their title, their topic and what their template reads."""

from __future__ import annotations

import pytest

from statsite.plan import pages
from statsite.plan.edition import Edition
from statsite.values import replace
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


@pytest.fixture
def edition(read_files: ReadFiles) -> Edition:
    """The little site in English."""
    return looked_up(read_files)


def test_a_topic_is_told_with_its_standfirst(edition: Edition) -> None:
    told = pages.topic_page(edition, "elderly-care")
    assert (told.title, told.description, told.topic) == (
        "Elderly care",
        "Beds in China.",
        "elderly-care",
    )


def test_a_written_page_has_the_title_that_an_editor_gave(edition: Edition) -> None:
    assert pages.written_page(edition, "about").title == "About"


def test_a_figure_belongs_to_the_topic_of_its_dataset(edition: Edition) -> None:
    assert pages.figure_page(edition, "care.beds").topic == "elderly-care"
    assert pages.figure_page(edition, "loose.staff").topic == ""


def test_a_dataset_and_a_source_have_their_own_titles(edition: Edition) -> None:
    assert pages.dataset_page(edition, "care").title == "Elderly-care beds"
    assert pages.source_page(edition, "bulletin").title


def test_a_dataset_tells_the_source_that_most_rows_have_once(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    figures = edition.dataset_figures(edition.datasets["care"])
    shared = pages.sources_of_rows(figures)
    assert (shared.common, shared.is_only) == (figures[0].source, True)
    assert pages.sources_of_rows(figures[:1]).common is None
    (printing,) = figures[1].printings
    elsewhere = replace(printing, source=replace(printing.source, id="other"))
    other = replace(figures[1], printings=(elsewhere,))
    assert pages.sources_of_rows([figures[0], other]).common is None
    mixed = pages.sources_of_rows([*figures, other])
    assert (mixed.common, mixed.is_only) == (figures[0].source, False)


def test_bounds_are_told_where_the_figure_does_not_say_them(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, "zh")
    context = pages.dataset_page(edition, "care").context
    assert set(context["bounds"]) == {"care.beds", "care.beds@hn"}
