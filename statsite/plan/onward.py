"""Where each kind of page leads on to: no page is an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from statsite import addresses
from statsite.model import Observation, Site
from statsite.plan.content import Onward
from statsite.plan.edition import Edition, figures_by_source
from statsite.plan.targets import aimed
from statsite.plan.views import FigureView
from statsite.results import made_once

#: How many comparisons a page leads on to.
_COMPARISONS = 3
#: The lists by which figures are looked up.
_WAYS = (addresses.AREAS, addresses.COMPARISONS, addresses.TARGETS)


def _next(names: Sequence[str], current: str) -> str | None:
    """The name behind ``current``, the first behind the last; None where there is no other."""
    if len(names) <= 1:
        return None
    return names[(names.index(current) + 1) % len(names)]


def _to(edition: Edition, label: str, title: str, address: str) -> Onward:
    return Onward(edition.presenter.interface_text(label), title, address)


def from_home(edition: Edition) -> Iterator[Onward]:
    """From the first page: the ways to look figures up."""
    word, address = edition.presenter.interface_text, edition.presenter.address
    for label, title, path in _lists(edition):
        if path in _WAYS:
            yield _to(edition, label, word(title), address(path))
    yield _to(edition, "onward-by-letter", word("index-title"), address(addresses.SEARCH))


def from_topic(edition: Edition, slug: str) -> Iterator[Onward]:
    """From a topic: its targets, what it compares, the next topic."""
    datasets = edition.site.datasets
    if any(datasets[one.dataset].topic == slug for one in aimed(edition.site)):
        yield _to_targets_of(edition, f"topic-{slug}")
    compared = (one for one in edition.comparisons.values() if one.topic == slug)
    for one in islice(compared, _COMPARISONS):
        yield _to(edition, "onward-compare", one.title, one.address)
    yield from _to_next_topic(edition, slug)


def _to_next_topic(edition: Edition, slug: str) -> Iterator[Onward]:
    """The topic behind one, if there is another."""
    cards = {card.slug: card for card in edition.topics}
    if following := _next(list(cards), slug):
        yield _to(edition, "next-topic", cards[following].title, cards[following].address)


def _to_targets_of(edition: Edition, choice: str) -> Onward:
    title = edition.presenter.interface_text("targets-title")
    address = edition.presenter.address(addresses.targets_of(choice))
    return _to(edition, "onward-targets", title, address)


def from_dataset(edition: Edition, dataset_id: str) -> Iterator[Onward]:
    """From a dataset: its topic, and the next dataset beside it."""
    topic = edition.datasets[dataset_id].topic
    yield from (
        _to(edition, "onward-topic", card.title, card.address)
        for card in edition.topics
        if card.slug == topic
    )
    beside = [card.id for card in edition.topic_datasets(topic)]
    if following := _next(beside, dataset_id):
        yield _to(
            edition,
            "next-dataset",
            edition.datasets[following].title,
            edition.datasets[following].address,
        )


def from_chart(edition: Edition, chart_id: str) -> Iterator[Onward]:
    """From a chart: the place that it is in, and the next chart of its topic."""
    shown = edition.charts[chart_id]
    yield from edition.places_of_charts.get(chart_id, ())
    beside = [one.id for one in edition.topic_charts(shown.topic)]
    if following := _next(beside, chart_id):
        yield _to(
            edition,
            "next-chart",
            edition.charts[following].title,
            edition.charts[following].address,
        )


def from_source(edition: Edition, source_id: str) -> Iterator[Onward]:
    """From an article: the next one that has figures."""
    having = figures_by_source(edition.site)
    with_figures = [name for name in edition.site.sources if name in having or name == source_id]
    if following := _next(with_figures, source_id):
        source = edition.presenter.source(following)
        yield _to(edition, "next-article", source.title_translated or source.title, source.address)
    yield _to(
        edition,
        "onward-all",
        edition.presenter.interface_text("data-title"),
        edition.presenter.address(addresses.DATA),
    )


def from_area(edition: Edition, area_id: str) -> Iterator[Onward]:
    """From an area: the next one of its kind that has figures, and all of them."""
    kind = edition.areas[area_id].kind
    alike = [one for one in edition.areas.values() if one.kind is kind]
    beside = [one.id for one in alike if one.figures or one.id == area_id]
    if following := _next(beside, area_id):
        card = edition.areas[following]
        yield _to(edition, "next-area", card.title, card.address)
    title = edition.presenter.interface_text("areas-title")
    yield _to(edition, "onward-all", title, edition.presenter.address(addresses.AREAS))


def from_comparison(edition: Edition, comparison_id: str) -> Iterator[Onward]:
    """From a comparison: its topic, and the next comparison."""
    topic = edition.comparisons[comparison_id].topic
    yield from (
        _to(edition, "onward-topic", card.title, card.address)
        for card in edition.topics
        if card.slug == topic
    )
    if following := _next(list(edition.comparisons), comparison_id):
        yield _to(
            edition,
            "next-comparison",
            edition.comparisons[following].title,
            edition.comparisons[following].address,
        )


def from_figure(edition: Edition, observation: Observation) -> Iterator[Onward]:
    """From a figure: the same measure elsewhere, its area, and its neighbours in the dataset."""
    for one in edition.compared_in.get(observation.indicator, ()):
        yield _to(edition, "onward-compare", one.title, one.address)
    area = edition.areas[observation.area]
    yield _to(edition, "onward-area", area.title, area.address)
    for label, beside in _beside(edition, observation):
        yield _to(edition, label, _named(edition, beside), beside.address)


def _beside(edition: Edition, observation: Observation) -> Iterator[tuple[str, FigureView]]:
    """The figures before and behind one in its dataset, each with the key of the word for it."""
    before, behind = _ids_beside(edition.site)[observation.id]
    if before:
        yield "previous-figure", edition.figures[before]
    if behind:
        yield "next-figure", edition.figures[behind]


@made_once
def _ids_beside(site: Site) -> Mapping[str, tuple[str, str]]:
    """The ids of the figures before and behind each in its dataset, empty where there is none."""
    found = dict[str, tuple[str, str]]()
    for dataset in site.datasets.values():
        ids = [one.id for one in site.observations_of(dataset)]
        found.update(zip(ids, zip(("", *ids), (*ids[1:], ""), strict=False), strict=False))
    return found


def _named(edition: Edition, figure: FigureView) -> str:
    """A figure with what it counts, and what it is where it was not observed."""
    text = edition.presenter.with_status(
        str(figure.text), edition.site.observations[figure.id].status
    )
    return f"{figure.title}{edition.presenter.interface_text('colon')}{text}"


def from_lists(edition: Edition, but: str) -> Iterator[Onward]:
    """From a list of everything of one sort: the other lists.

    ``but`` is the address of that one in the first language.
    """
    word, address = edition.presenter.interface_text, edition.presenter.address
    for label, title, path in _lists(edition):
        if path != but:
            yield _to(edition, label, word(title), address(path))


def _lists(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """The lists that the site has, each with the keys of what it is for and of its title."""
    yield "onward-by-area", "areas-title", addresses.AREAS
    if edition.comparisons:
        yield "onward-by-measure", "comparisons-title", addresses.COMPARISONS
    if aimed(edition.site):
        yield "onward-by-year", "targets-title", addresses.TARGETS
    yield "onward-files", "data-title", addresses.DATA
    yield "onward-checks", "verification-title", addresses.VERIFICATION
