"""What the pages are told by which readers look figures up."""

from __future__ import annotations

import pytest

from statsite.plan import areas, lookup
from statsite.plan.edition import Edition
from tests.plan.looked_up import LOOSE, looked_up
from tests.support.types import ReadFiles


@pytest.fixture
def edition(read_files: ReadFiles) -> Edition:
    """The little site in English."""
    return looked_up(read_files)


def test_an_area_is_told_with_what_it_lies_in_and_what_lies_in_it(edition: Edition) -> None:
    told = lookup.area(edition, "cn-cq")
    assert told.title == "Chongqing"
    assert [card.title for card in told.context["holders"]] == ["China"]
    assert [card.title for card in told.context["parts"]] == ["First hospital"]


def test_an_area_with_targets_leads_to_them(edition: Edition) -> None:
    assert lookup.area(edition, "cn-hn").context["targets"] == "area-cn-hn"
    assert lookup.area(edition, "first-hospital").context["targets"] == ""


def test_a_comparison_says_how_its_sides_differ(edition: Edition) -> None:
    told = lookup.comparison(edition, "all-beds")
    assert (told.title, told.description) == ("Care beds", "One is observed, one a target.")


def test_targets_of_a_topic_belong_to_it_and_all_to_none(edition: Edition) -> None:
    assert lookup.targets(edition, "").topic == ""
    assert lookup.targets(edition, "topic-elderly-care").topic == "elderly-care"
    assert lookup.targets(edition, "topic-none").topic == ""


def test_a_page_of_an_area_names_the_comparisons_of_what_it_shows(
    read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(areas, "PAGE_FIGURES", 1)
    one, two = "{printed: 不少于8人}", "{key: hn, printed: 不少于9人, area: cn-hn}"
    more = LOOSE.replace(one, f"{one}, {two}")
    edition = looked_up(read_files, files={"content/datasets/loose.yaml": more})
    pages = [lookup.area(edition, page) for page in ("cn-hn", "cn-hn/page-2")]
    compared = [[card.title for card in page.context["compared"]] for page in pages]
    assert compared == [["Care beds"], ["Carers"]]
