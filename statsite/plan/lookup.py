"""What the pages are told by which readers look figures up: areas, comparisons and targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from statsite import addresses
from statsite.model import Observation
from statsite.plan import onward, paging
from statsite.plan.areas import (
    AreaCard,
    area_sections,
    cards_by_kind,
    datasets_by_page,
    grid,
    holders,
)
from statsite.plan.comparisons import ComparisonCard, by_topic
from statsite.plan.content import Content
from statsite.plan.edition import Edition
from statsite.plan.searching import INDEX_ENTRIES, SearchEntry, index
from statsite.plan.targets import choices as choices_to_make
from statsite.plan.targets import chosen, label, target_groups, told_count
from statsite.plan.views import Presenter
from statsite.results import made_once


def areas(edition: Edition, _: str) -> Content:
    """Every area, in the grid and as a list."""
    presenter = edition.presenter
    context = {
        "grid": grid(presenter, edition.areas),
        "groups": cards_by_kind(presenter, edition.areas.values()),
        "onward": list(onward.from_lists(edition, addresses.AREAS)),
    }
    return Content(
        presenter.interface_text("areas-title"),
        presenter.interface_text("areas-intro"),
        context=context,
    )


def area(edition: Edition, page: str) -> Content:
    """An area: its figures by dataset and year, as many datasets as a page holds, and the
    comparisons that these are in; what lies in the area, and what it lies in.
    """
    area_id, _ = paging.named(page)
    card, presenter = edition.areas[area_id], edition.presenter
    datasets, place = paging.part_of_groups(
        datasets_by_page(edition.site)[area_id],
        page,
        lambda name: presenter.address(addresses.area(name)),
    )
    on_page = set(datasets)
    listed = [one for one in edition.figures_of_areas.get(area_id, ()) if one.dataset in on_page]
    context = {
        "card": card,
        **_surroundings(edition, area_id),
        "sections": list(area_sections(presenter, listed, edition.figures)),
        "paging": place,
        "compared": _compared(edition, listed),
        "targets": f"area-{area_id}" if card.aimed else "",
        "onward": list(onward.from_area(edition, area_id)),
    }
    described = presenter.interface_text("separator").join(card.extent)
    return Content(paging.page_title(presenter, card.title, place), described, context=context)


def _surroundings(edition: Edition, area_id: str) -> Mapping[str, Sequence[AreaCard]]:
    """What an area lies in, the widest first, and what lies in it."""
    around = holders(edition.site, area_id)
    within = () if area_id in around else edition.parts_of_areas.get(area_id, ())
    return {
        "holders": [edition.areas[name] for name in reversed(around)],
        "parts": [edition.areas[name] for name in within],
    }


def _compared(edition: Edition, figures: Iterable[Observation]) -> list[ComparisonCard]:
    """The comparisons that figures are in, each once."""
    found = (one for each in figures for one in edition.compared_in.get(each.indicator, ()))
    return list({one.id: one.card for one in found}.values())


def comparisons(edition: Edition, _: str) -> Content:
    """Every comparison by topic."""
    presenter = edition.presenter
    topics = [(card.slug, card.title) for card in edition.topics]
    listed = list(by_topic(edition.comparisons, topics, presenter.interface_text("several-topics")))
    return Content(
        presenter.interface_text("comparisons-title"),
        presenter.interface_text("comparisons-intro"),
        context={
            "groups": listed,
            "onward": list(onward.from_lists(edition, addresses.COMPARISONS)),
        },
    )


def comparison(edition: Edition, comparison_id: str) -> Content:
    """A measure side by side."""
    shown = edition.comparisons[comparison_id]
    description = (
        shown.differs
        or shown.definition
        or edition.presenter.interface_text("separator").join(shown.extent)
    )
    return Content(
        shown.title,
        description,
        shown.topic,
        {"shown": shown, "onward": list(onward.from_comparison(edition, comparison_id))},
    )


def targets(edition: Edition, choice: str) -> Content:
    """Targets, plans and standards, all of them or those of a choice, by when they are due."""
    presenter = edition.presenter
    context = {
        "choice": choice,
        "count": told_count(presenter, choice),
        "choices": list(choices_to_make(presenter, choice)),
        "groups": list(target_groups(presenter, choice, edition.figures)),
        "all": len(chosen(edition.site, "")),
        "onward": list(onward.from_lists(edition, addresses.TARGETS)),
    }
    return Content(
        _title_of_targets(presenter, choice),
        presenter.interface_text("targets-intro"),
        _topic_of_choice(choice),
        context,
    )


def _title_of_targets(presenter: Presenter, choice: str) -> str:
    if not choice:
        return presenter.interface_text("targets-title")
    return presenter.interface_text("targets-of").format(choice=label(presenter, choice))


def _topic_of_choice(choice: str) -> str:
    """The slug of the topic that a choice is of; empty where it is of none."""
    is_topic = choice.startswith("topic-") and choice != "topic-none"
    return choice.removeprefix("topic-") if is_topic else ""


class Letter(Struct, frozen=True):
    """A letter of the index, and where what begins with it begins."""

    title: str
    address: str
    anchor: str


def search(edition: Edition, page: str) -> Content:
    """The page of results, and the index of everything for who has no scripts, as much of it as a
    page holds.
    """
    presenter = edition.presenter
    listed = _listed(edition)
    shown, place = paging.part_of(listed, page, partial(_index_address, presenter), INDEX_ENTRIES)
    letters = _letters(edition)
    grouped_by_letter = groupby(shown, key=itemgetter(0))
    return Content(
        paging.page_title(presenter, presenter.interface_text("search-title"), place),
        presenter.interface_text("search-intro"),
        context={
            "letters": list(letters.values()),
            "paging": place,
            "index": [
                (letters[letter], [entry for _, entry in entries])
                for letter, entries in grouped_by_letter
            ],
        },
    )


def _index_address(presenter: Presenter, page: str) -> str:
    return presenter.address(addresses.search_index(page))


@made_once
def _listed(edition: Edition) -> Sequence[tuple[str, tuple[SearchEntry, str]]]:
    """The entries of the index in their order, each with its letter."""
    return [(letter, one) for letter, found in index(edition).items() for one in found]


@made_once
def _letters(edition: Edition) -> Mapping[str, Letter]:
    """Each letter of the index by itself, with the page that it begins on."""
    found: dict[str, Letter] = {}
    begins = 0
    for letter, entries in index(edition).items():
        page = paging.page_name("", begins // INDEX_ENTRIES + 1)
        address = _index_address(edition.presenter, page)
        found[letter] = Letter(letter, address, f"letter-{len(found) + 1}")
        begins += len(entries)
    return found
