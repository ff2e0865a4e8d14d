"""What the pages are told by which readers look figures up: areas, comparisons and targets."""

from __future__ import annotations

from statsite import addresses
from statsite.plan import onward
from statsite.plan.areas import grid, grouped, holders, sections
from statsite.plan.comparisons import by_topic
from statsite.plan.content import Content
from statsite.plan.edition import Edition
from statsite.plan.searching import index
from statsite.plan.targets import choices as choices_to_make
from statsite.plan.targets import chosen, groups, label, told_count


def areas(edition: Edition, _: str) -> Content:
    """Every area, in the grid and as a list."""
    presenter = edition.presenter
    context = {
        "grid": grid(presenter, edition.areas),
        "groups": grouped(presenter, edition.areas.values()),
        "onward": list(onward.from_lists(edition, addresses.AREAS)),
    }
    return Content(
        presenter.interface_text("areas-title"),
        presenter.interface_text("areas-intro"),
        context=context,
    )


def area(edition: Edition, area_id: str) -> Content:
    """An area: its figures by dataset and year, what lies in it, what it lies in, and what it is
    compared by.
    """
    site, card, presenter = edition.site, edition.areas[area_id], edition.presenter
    own = edition.figures_of_areas.get(area_id, ())
    shared = {
        one.id: one
        for observation in own
        for one in edition.compared_in.get(observation.indicator, ())
    }
    context = {
        "card": card,
        "holders": [edition.areas[name] for name in reversed(holders(site, area_id))],
        "parts": [
            edition.areas[name]
            for name in edition.parts_of_areas.get(area_id, ())
            if area_id not in holders(site, area_id)
        ],
        "sections": list(sections(presenter, own, edition.figures)),
        "compared": list(shared.values()),
        "targets": f"area-{area_id}" if card.aimed else "",
        "onward": list(onward.from_area(edition, area_id)),
    }
    return Content(
        card.title, presenter.interface_text("separator").join(card.extent), context=context
    )


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
    title = presenter.interface_text("targets-title")
    if choice:
        title = presenter.interface_text("targets-of").format(choice=label(presenter, choice))
    context = {
        "choice": choice,
        "count": told_count(presenter, choice),
        "choices": list(choices_to_make(presenter, choice)),
        "groups": list(groups(presenter, choice, edition.figures)),
        "all": len(chosen(edition.site, "")),
        "onward": list(onward.from_lists(edition, addresses.TARGETS)),
    }
    topic = (
        choice.removeprefix("topic-")
        if choice.startswith("topic-") and choice != "topic-none"
        else ""
    )
    return Content(title, presenter.interface_text("targets-intro"), topic, context)


def search(edition: Edition, _: str) -> Content:
    """The page of results, and the index of everything for who has no scripts."""
    presenter = edition.presenter
    return Content(
        presenter.interface_text("search-title"),
        presenter.interface_text("search-intro"),
        context={"index": index(edition)},
    )
