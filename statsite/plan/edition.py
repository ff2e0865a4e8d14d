"""The site in one language: the views that its pages, files and feed share, each made once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar

from msgspec import Struct

from statsite import addresses
from statsite.assess.assessment import Assessment
from statsite.evidence.state import printings
from statsite.interface_texts import InterfaceTexts
from statsite.model import Dataset, Document, Observation, Site
from statsite.on_demand import OnDemand
from statsite.plan.areas import AreaCard, area_cards, areas_inside, by_area
from statsite.plan.charts import ChartView, chart_view
from statsite.plan.comparisons import ComparisonView, by_indicator, comparisons
from statsite.plan.content import Onward
from statsite.plan.extent import extent, first_sentence
from statsite.plan.glossary import TermView, term_views
from statsite.plan.history import ChangeView, FeedEntry, all_changes, feed_entries
from statsite.plan.initials import Spell, romanised
from statsite.plan.neighbours import neighbours
from statsite.plan.rules import RuleView, rule_view
from statsite.plan.targets import aimed
from statsite.plan.views import FigureView, Presenter, PrintingView
from statsite.plan.withdrawn import WithdrawnView, withdrawn_views
from statsite.prose import figure_anchor, references
from statsite.results import NOT_KEPT, Results, made_once, read_in_parts
from statsite.values import replace

_T = TypeVar("_T")

#: How many indicators the summary of a dataset names.
_INDICATORS_NAMED = 3
#: A menu of more topics would be longer than most pages; the first page lists them all.
MOST_IN_MENU = 24


def written_slugs(site: Site) -> Iterator[str]:
    """The pages beside topics and data: those of content/pages, and the list of what belongs to no
    topic, which may be written there or not.
    """
    yield from (slug for slug in site.pages if slug != addresses.HOME_PROSE)
    if addresses.ALSO not in site.pages and any(
        dataset.topic is None for dataset in site.datasets.values()
    ):
        yield addresses.ALSO


@made_once
def figures_by_source(site: Site) -> Counter[str]:
    """How many figures each source prints, by its id; none where it prints none."""
    return Counter(printing.source for _, printing in printings(site))


class TopicCard(Struct, frozen=True):
    """A topic as the home page and, by the title ``menu``, the masthead show it; ``card_address``
    is the picture it is shared with, the card of the first chart of its prose, empty where it has
    none.
    """

    slug: str
    address: str
    title: str
    menu: str
    standfirst: str
    leads: tuple[FigureView, ...]
    card_address: str


def topics_in_menu(cards: tuple[TopicCard, ...], slug: str) -> tuple[TopicCard, ...]:
    """The topics that the menu of a page names: all, or of a great many the page's own, whose
    ``slug`` is empty where it has none.
    """
    if len(cards) <= MOST_IN_MENU:
        return cards
    return tuple(card for card in cards if card.slug == slug)


class DatasetCard(Struct, frozen=True):
    """A dataset as lists show it: ``extent`` says how many figures of which years and areas it has,
    ``summary`` what they are about.
    """

    id: str
    address: str
    title: str
    topic: str
    figures: int
    extent: tuple[str, ...]
    summary: str
    csv: str
    json: str


_OfTopic = TypeVar("_OfTopic", DatasetCard, ChartView)


@read_in_parts
class Edition(Struct, frozen=True, eq=False, dict=True):
    """The site in one language: everything its pages are told, made once and shared by them.

    An edition equals itself alone, so that what is made of one can be kept. ``spell`` gives the
    pinyin of titles; ``results`` are those of the build, of which views are some. ``outline`` is
    the same of the site without its texts (``statsite.outline``), if it was asked for; views of
    figures, rules and charts, which need no text, are its own.
    """

    assessment: Assessment
    language: str
    interface: InterfaceTexts
    spell: Spell = romanised
    results: Results = NOT_KEPT
    outline: Edition | None = None

    @property
    def without_texts(self) -> Edition:
        """What is made where no text is needed is made of this one."""
        return self.outline or self

    @property
    def site(self) -> Site:
        """What editors wrote, and the quantity of every figure."""
        return self.assessment.site

    @cached_property
    def workbooks(self) -> dict[str, bytes]:
        """The workbook that was made last of this edition, by the page that it is of."""
        return {}

    @cached_property
    def presenter(self) -> Presenter:
        """Tells facts in this edition's language."""
        return Presenter(self.assessment, self.language, self.interface)

    @cached_property
    def watched(self) -> Edition:
        """This edition as results read it."""
        self.results.watched(f"presenter {self.language}", self.presenter)
        return self.results.watched(f"edition {self.language}", self)

    @cached_property
    def figures(self) -> Mapping[str, FigureView]:
        """Every figure by id."""
        if self.outline:
            return self.outline.figures
        found = OnDemand(self.site.observations, partial(self._kept, "figure", make=_figure))
        return dict(found) if self.results.is_kept else found

    def _kept(self, kind: str, name: str, *, make: Callable[[Edition, str], _T]) -> _T:
        """What ``make`` gives of an edition and the name of a thing of a ``kind``."""
        watched = self.watched
        return self.results.of(f"{kind} {name} {self.language}", lambda: make(watched, name))

    @cached_property
    def evidence_kinds(self) -> tuple[str, ...]:
        """How figures of this site are proven, the best first."""
        states = self.assessment.evidence
        found = {states[one.id].evidence for _, one in printings(self.site)}
        return tuple(kind for kind in ("locked", "unproven", "none") if kind in found)

    @cached_property
    def rules(self) -> tuple[RuleView, ...]:
        """Every rule, in the order of its files."""
        if self.outline:
            return self.outline.rules
        return tuple(self._kept("rule", name, make=_rule) for name in self.site.rules)

    @cached_property
    def rules_naming(self) -> Mapping[str, Sequence[RuleView]]:
        """The rules that name each figure, or define it, by its id."""
        found = defaultdict[str, list[RuleView]](list)
        for rule in self.rules:
            for name in rule.figures:
                found[name].append(rule)
        return found

    @cached_property
    def changes(self) -> tuple[ChangeView, ...]:
        """The changes of every figure, the newest first."""
        return all_changes(self.presenter, self.figures)

    @cached_property
    def withdrawn(self) -> tuple[WithdrawnView, ...]:
        """The charts and rules that were withdrawn, the newest first."""
        return withdrawn_views(self.presenter)

    @cached_property
    def withdrawn_charts(self) -> Mapping[str, WithdrawnView]:
        """The charts that were withdrawn, by id."""
        return {one.id: one for one in self.withdrawn if one.kind == "chart"}

    @property
    def withdrawn_rules(self) -> tuple[WithdrawnView, ...]:
        """The rules that were withdrawn, the newest first."""
        return tuple(one for one in self.withdrawn if one.kind == "rule")

    @cached_property
    def feed(self) -> tuple[FeedEntry, ...]:
        """What the feed tells, the newest first."""
        return feed_entries(self.presenter, self.figures, self.withdrawn)

    @cached_property
    def charts(self) -> Mapping[str, ChartView]:
        """Every chart by id."""
        if self.outline:
            return self.outline.charts
        return {name: self._kept("chart", name, make=_chart) for name in self.site.charts}

    @cached_property
    def terms(self) -> tuple[TermView, ...]:
        """The terms of the glossary, in the order of its file."""
        return term_views(self.presenter)

    @cached_property
    def topics(self) -> tuple[TopicCard, ...]:
        """The topics in the order of site.yaml."""
        return tuple(self._topic_card(slug) for slug in self.site.settings.topics)

    @cached_property
    def menu_topics(self) -> tuple[TopicCard, ...]:
        """The topics, without the figures that open them."""
        return tuple(replace(card, leads=()) for card in self.topics)

    @cached_property
    def leads(self) -> frozenset[str]:
        """The figures that open topics, by id."""
        return frozenset(figure.id for card in self.topics for figure in card.leads)

    @cached_property
    def datasets(self) -> Mapping[str, DatasetCard]:
        """The datasets by id, in the order of their files."""
        return {dataset.id: self._dataset_card(dataset) for dataset in self.site.datasets.values()}

    def _dataset_card(self, dataset: Dataset) -> DatasetCard:
        return DatasetCard(
            id=dataset.id,
            address=self.presenter.address(addresses.dataset(dataset.id)),
            title=self.presenter.figure_text(dataset.title),
            topic=dataset.topic or "",
            figures=sum(len(indicator.observations) for indicator in dataset.indicators),
            extent=extent(self.presenter, self.site.observations_of(dataset)),
            summary=self._summary(dataset),
            csv=addresses.dataset_csv(dataset.id),
            json=addresses.dataset_json(dataset.id),
        )

    @property
    def loose_datasets(self) -> tuple[DatasetCard, ...]:
        """The datasets that belong to no topic."""
        return self.topic_datasets("")

    @cached_property
    def figures_of_areas(self) -> Mapping[str, Sequence[Observation]]:
        """The figures of each area."""
        return by_area(self.site)

    @cached_property
    def areas(self) -> Mapping[str, AreaCard]:
        """Every area by id, in the order of areas.yaml."""
        return area_cards(self.presenter, self.figures_of_areas)

    @cached_property
    def parts_of_areas(self) -> Mapping[str, Sequence[str]]:
        """The areas that lie in each area."""
        return areas_inside(self.site)

    @cached_property
    def comparisons(self) -> Mapping[str, ComparisonView]:
        """Every comparison by id: those of measures first."""
        return comparisons(self.presenter, self.figures)

    @cached_property
    def compared_in(self) -> Mapping[str, Sequence[ComparisonView]]:
        """The comparisons in which each indicator is, by its id."""
        return by_indicator(self.comparisons)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Observation, ...]]:
        """Of each observation, those of its indicator that its page lists."""
        near = (neighbours(indicator.observations) for indicator in self.site.indicators.values())
        return {name: tuple(others) for found in near for name, others in found.items()}

    @cached_property
    def printed_in(self) -> Mapping[str, tuple[tuple[FigureView, PrintingView], ...]]:
        """The figures that each source prints, by its id."""
        found = defaultdict[str, list[tuple[FigureView, PrintingView]]](list)
        for figure in self.figures.values():
            if not figure.is_derived:
                for printing in figure.printings:
                    found[printing.source.id].append((figure, printing))
        return {source: tuple(printed) for source, printed in found.items()}

    @cached_property
    def written_pages(self) -> tuple[tuple[str, str], ...]:
        """Slug and title of the pages beside topics and data, in the order of the footer."""
        pages = self.site.pages
        unwritten = self.presenter.interface_text("also-title")
        return tuple(
            (slug, pages[slug].documents[self.language].title if slug in pages else unwritten)
            for slug in written_slugs(self.site)
        )

    @cached_property
    def menu(self) -> tuple[tuple[str, str], ...]:
        """Title and address of what the main menu leads to behind the topics; of a kind of page
        that the site has none of, nothing.
        """
        return tuple((title, self.presenter.address(path)) for title, path in self._menu())

    def _menu(self) -> Iterator[tuple[str, str]]:
        word = self.presenter.interface_text
        if len(self.topics) > MOST_IN_MENU:
            yield word("all-topics"), addresses.HOME
        yield word("areas-title"), addresses.AREAS
        if aimed(self.site):
            yield word("targets-short"), addresses.TARGETS
        yield word("data-title"), addresses.DATA
        yield word("verification-title"), addresses.VERIFICATION
        for slug, title in self.written_pages:
            if slug == addresses.ABOUT:
                yield title, addresses.page(slug)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Onward, ...]]:
        """Where each figure is used, by its id: the places in prose, at the sentence where it is
        there, and charts.
        """
        found = defaultdict[str, list[Onward]](list)
        for figure, place in chain(self._uses_in_prose(), self._uses_in_charts()):
            found[figure].append(place)
        return {figure: tuple(places) for figure, places in found.items()}

    def _uses_in_prose(self) -> Iterator[tuple[str, Onward]]:
        for title, address, document in self._prose:
            written = {r.id for r in references(document.body) if r.kind == "figure"}
            for figure in sorted(written.union(lead.id for lead in document.leads)):
                part = figure_anchor(figure) if figure in written else ""
                yield figure, Onward("", title, address, part)

    def _uses_in_charts(self) -> Iterator[tuple[str, Onward]]:
        named = self.presenter.interface_text("named-chart")
        for chart in self.charts.values():
            place = Onward("", named.format(title=chart.title), chart.address)
            for figure in dict.fromkeys(row.figure.id for row in chart.rows):
                yield figure, place

    @cached_property
    def places_of_charts(self) -> Mapping[str, tuple[Onward, ...]]:
        """Where each chart is in prose, by its id."""
        found = defaultdict[str, dict[Onward, None]](dict)
        for chart, place in self._charts_in_prose():
            found[chart][place] = None
        return {chart: tuple(places) for chart, places in found.items()}

    def _charts_in_prose(self) -> Iterator[tuple[str, Onward]]:
        label = self.presenter.interface_text("onward-place")
        for title, address, document in self._prose:
            for reference in references(document.body):
                if reference.kind == "chart":
                    chart = reference.id
                    yield chart, Onward(label, title, address, f"chart-{chart}")

    @property
    def _prose(self) -> Iterator[tuple[str, str, Document]]:
        """Title, address and text of every topic, then of every page of prose, the first page among
        them.
        """
        for card in self.topics:
            yield card.title, card.address, self.site.topics[card.slug].documents[self.language]
        for slug, prose in self.site.pages.items():
            document = prose.documents[self.language]
            yield (*self._title_and_address(slug, document), document)

    def _title_and_address(self, slug: str, document: Document) -> tuple[str, str]:
        """Those of a page of prose; the first page has the title of the site."""
        presenter = self.presenter
        if slug == addresses.HOME_PROSE:
            title = presenter.figure_text(self.site.settings.title)
            return title, presenter.address(addresses.HOME)
        return document.title, presenter.address(addresses.page(slug))

    def topic_datasets(self, slug: str) -> tuple[DatasetCard, ...]:
        """The datasets of a topic; of an empty slug those that belong to none."""
        return self._datasets_by_topic.get(slug, ())

    @cached_property
    def _datasets_by_topic(self) -> Mapping[str, tuple[DatasetCard, ...]]:
        return _by_topic(self.datasets.values())

    def topic_charts(self, slug: str) -> tuple[ChartView, ...]:
        """The charts of a topic; of an empty slug those that belong to none."""
        return self._charts_by_topic.get(slug, ())

    @cached_property
    def _charts_by_topic(self) -> Mapping[str, tuple[ChartView, ...]]:
        return _by_topic(self.charts.values())

    def dataset_figures(self, card: DatasetCard) -> tuple[FigureView, ...]:
        """The figures of a dataset, in the order of its file."""
        return tuple(
            self.figures[o.id] for o in self.site.observations_of(self.site.datasets[card.id])
        )

    def _summary(self, dataset: Dataset) -> str:
        """The first sentence of a dataset's description; without one, the titles of its first
        indicators.
        """
        description = self.presenter.figure_text(dataset.description)
        if description:
            return first_sentence(description)
        titles = [
            self.presenter.figure_text(indicator.title)
            for indicator in dataset.indicators[:_INDICATORS_NAMED]
        ]
        listed = self.presenter.interface_text("list-separator").join(titles)
        return (
            self.presenter.interface_text("and-more").format(listed=listed)
            if len(dataset.indicators) > _INDICATORS_NAMED
            else listed
        )

    def _topic_card(self, slug: str) -> TopicCard:
        document = self.site.topics[slug].documents[self.language]
        leads = tuple(self.figures[lead.id] for lead in document.leads)
        return TopicCard(
            slug,
            self.presenter.address(addresses.topic(slug)),
            document.title,
            document.menu or document.title,
            document.standfirst,
            leads,
            self._card_address(document),
        )

    def _card_address(self, document: Document) -> str:
        """The card of the first chart that the prose places."""
        placed = (one.id for one in references(document.body) if one.id in self.site.charts)
        first = next(placed, "")
        return addresses.chart_card(first, self.language) if first else ""


def _by_topic(things: Iterable[_OfTopic]) -> Mapping[str, tuple[_OfTopic, ...]]:
    """Things by the topic that they belong to, empty where that is none."""
    found = defaultdict[str, list[_OfTopic]](list)
    for thing in things:
        found[thing.topic].append(thing)
    return {topic: tuple(listed) for topic, listed in found.items()}


def _figure(edition: Edition, name: str) -> FigureView:
    return edition.presenter.figure(edition.site.observations[name])


def _rule(edition: Edition, name: str) -> RuleView:
    return rule_view(name, edition.presenter, edition.figures)


def _chart(edition: Edition, name: str) -> ChartView:
    return chart_view(edition.site.charts[name], edition.presenter, edition.figures)
