"""The site in one language: the views that its pages, files and feed share, each made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from statsite import addresses
from statsite.model import Observation, Site
from statsite.plan.charts import ChartView, chart_view
from statsite.plan.glossary import TermView, term_views
from statsite.plan.memory import Change, FeedEntry, all_changes, feed_entries
from statsite.plan.neighbours import neighbours
from statsite.plan.rules import RuleView, rule_views
from statsite.plan.views import FigureView, Presenter, PrintingView
from statsite.plan.withdrawn import WithdrawnView, withdrawn_views
from statsite.prose import references
from statsite.rules.behind import told_behind
from statsite.words import InterfaceWords


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic as the home page and the menu show it."""

    slug: str
    address: str
    title: str
    standfirst: str
    leads: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class DatasetCard:
    """A dataset as lists show it."""

    id: str
    address: str
    title: str
    topic: str
    figures: int
    csv: str
    json: str


@dataclass(frozen=True)
class Edition:
    """The site in one language: everything its pages are told, made once and shared by them."""

    site: Site
    language: str
    interface: InterfaceWords

    @cached_property
    def presenter(self) -> Presenter:
        """Tells facts in this edition's language."""
        return Presenter(self.site, self.language, self.interface)

    @cached_property
    def figures(self) -> Mapping[str, FigureView]:
        """Every figure by id."""
        return {o.id: self.presenter.figure(o) for o in self.site.observations.values()}

    @cached_property
    def evidence_kinds(self) -> tuple[str, ...]:
        """How figures of this site are proven, the best first."""
        found = {printing.evidence for figure in self.figures.values() for printing in figure.printings if not figure.is_derived}
        return tuple(kind for kind in ("locked", "unproven", "none") if kind in found)

    @cached_property
    def rules(self) -> tuple[RuleView, ...]:
        """Every rule, in the order of its files."""
        return rule_views(self.presenter, self.figures)

    @cached_property
    def rules_naming(self) -> Mapping[str, Sequence[RuleView]]:
        """The rules that name each figure, or define it, by its id."""
        found = defaultdict[str, list[RuleView]](list)
        for rule in self.rules:
            for name in rule.figures:
                found[name].append(rule)
        return found

    @cached_property
    def sources_behind(self) -> Mapping[str, frozenset[str]]:
        """The articles of the printed figures that each derived one is computed from, by its id."""
        return told_behind(self.site, lambda one: () if one.is_derived else (one.source,))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
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
        return {c.id: chart_view(c, self.presenter, self.figures) for c in self.site.charts.values()}

    @cached_property
    def terms(self) -> tuple[TermView, ...]:
        """The terms of the glossary, in the order of its file."""
        return term_views(self.presenter)

    @cached_property
    def topics(self) -> tuple[TopicCard, ...]:
        """The topics in the order of site.yaml."""
        return tuple(self._topic_card(slug) for slug in self.site.settings.topics)

    @cached_property
    def datasets(self) -> Mapping[str, DatasetCard]:
        """The datasets by id, in the order of their files."""
        return {
            d.id: DatasetCard(
                id=d.id,
                address=self.presenter.address(addresses.dataset(d.id)),
                title=self.presenter.tell(d.title),
                topic=d.topic or "",
                figures=sum(len(i.observations) for i in d.indicators),
                csv=addresses.dataset_csv(d.id),
                json=addresses.dataset_json(d.id),
            )
            for d in self.site.datasets.values()
        }

    @property
    def loose_datasets(self) -> tuple[DatasetCard, ...]:
        """The datasets that belong to no topic."""
        return tuple(card for card in self.datasets.values() if not card.topic)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Observation, ...]]:
        """Of each observation, those of its indicator that its page lists."""
        near = (neighbours(indicator.observations) for indicator in self.site.indicators.values())
        return {name: tuple(others) for found in near for name, others in found.items()}

    @cached_property
    def printed_in(self) -> Mapping[str, tuple[tuple[FigureView, PrintingView], ...]]:
        """The figures that each source prints, by its id."""
        found: dict[str, list[tuple[FigureView, PrintingView]]] = {}
        for figure in self.figures.values():
            if not figure.is_derived:
                for printing in figure.printings:
                    found.setdefault(printing.source.id, []).append((figure, printing))
        return {source: tuple(printed) for source, printed in found.items()}

    @cached_property
    def written_pages(self) -> tuple[tuple[str, str], ...]:
        """Slug and title of the pages beside topics and data, in the order of the footer."""
        written = tuple((slug, prose.documents[self.language].title) for slug, prose in self.site.pages.items() if slug != addresses.HOME_PROSE)
        has_loose = self.loose_datasets and addresses.ALSO not in self.site.pages
        return (*written, (addresses.ALSO, self.presenter.word("also-title"))) if has_loose else written

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Where each figure is used: (title, address) of topic pages and charts, by figure id."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for card in self.topics:
            document = self.site.topics[card.slug].documents[self.language]
            named = {r.id for r in references(document.body) if r.kind == "figure"} | {lead.id for lead in document.leads}
            for figure in sorted(named):
                found.setdefault(figure, {})[card.title, card.address] = None
        for chart in self.charts.values():
            for row in chart.rows:
                found.setdefault(row.figure.id, {})[self.presenter.word("named-chart").format(title=chart.title), chart.address] = None
        return {figure: tuple(places) for figure, places in found.items()}

    def topic_datasets(self, slug: str) -> tuple[DatasetCard, ...]:
        """The datasets of a topic."""
        return tuple(card for card in self.datasets.values() if card.topic == slug)

    def dataset_figures(self, card: DatasetCard) -> tuple[FigureView, ...]:
        """The figures of a dataset, in the order of its file."""
        return tuple(self.figures[o.id] for o in self.site.observations_of(self.site.datasets[card.id]))

    def _topic_card(self, slug: str) -> TopicCard:
        document = self.site.topics[slug].documents[self.language]
        leads = tuple(self.figures[lead.id] for lead in document.leads)
        return TopicCard(slug, self.presenter.address(addresses.topic(slug)), document.title, document.standfirst, leads)
