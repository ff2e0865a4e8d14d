"""The pages of a site in one language: which template each uses and what it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from statsite import addresses, wording
from statsite.model import Document, Observation, Site, SourceKind
from statsite.plan.charts import ChartView, chart_view
from statsite.plan.memory import Change, FeedEntry, all_changes, changes_of, feed_entries, release_views
from statsite.plan.neighbours import neighbours
from statsite.plan.rules import BUILT_IN, RuleView, counted, rivals_of, rule_views
from statsite.plan.verification import topics_of, verification
from statsite.plan.views import FigureView, Presenter, PrintingView, SourceView
from statsite.prose import references
from statsite.quantity import decimal_text
from statsite.rules.behind import told_behind
from statsite.words import InterfaceWords


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render. ``address`` is its path in the output, ``unlocalised`` the same page's path in the first language."""

    address: str
    unlocalised: str
    language: str
    template: str
    title: str
    description: str
    topic: str
    context: Mapping[str, Any]


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
    def feed(self) -> tuple[FeedEntry, ...]:
        """What the feed tells, the newest first."""
        return feed_entries(self.presenter, self.figures)

    @cached_property
    def charts(self) -> Mapping[str, ChartView]:
        """Every chart by id."""
        return {c.id: chart_view(c, self.presenter, self.figures) for c in self.site.charts.values()}

    @cached_property
    def topics(self) -> tuple[TopicCard, ...]:
        """The topics in the order of site.yaml."""
        return tuple(self._topic_card(slug) for slug in self.site.settings.topics)

    @cached_property
    def datasets(self) -> tuple[DatasetCard, ...]:
        """The datasets in the order of their files."""
        return tuple(
            DatasetCard(
                id=d.id,
                address=self.presenter.address(addresses.dataset(d.id)),
                title=self.presenter.tell(d.title),
                topic=d.topic or "",
                figures=sum(len(i.observations) for i in d.indicators),
                csv=addresses.dataset(d.id, ".csv"),
                json=addresses.dataset(d.id, ".json"),
            )
            for d in self.site.datasets.values()
        )

    @cached_property
    def written_pages(self) -> tuple[tuple[str, str], ...]:
        """Slug and title of the pages beside topics and data, in the order of the footer."""
        written = tuple((slug, prose.documents[self.language].title) for slug, prose in self.site.pages.items() if slug != "home")
        has_loose = any(not d.topic for d in self.datasets) and addresses.ALSO not in self.site.pages
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

    def dataset_figures(self, card: DatasetCard) -> tuple[FigureView, ...]:
        """The figures of a dataset, in the order of its file."""
        return tuple(self.figures[o.id] for o in self.site.observations_of(self.site.datasets[card.id]))

    def _topic_card(self, slug: str) -> TopicCard:
        document = self.site.topics[slug].documents[self.language]
        leads = tuple(self.figures[lead.id] for lead in document.leads)
        return TopicCard(slug, self.presenter.address(addresses.topic(slug)), document.title, document.standfirst, leads)

    def page(self, path: str, template: str, title: str, *, description: str = "", topic: str = "", **context: object) -> Page:
        """The page at ``path`` in this edition's language, told ``context``."""
        return Page(self.presenter.address(path), path, self.language, template, title, description, topic, context)


def pages(edition: Edition) -> Iterator[Page]:
    """Every page of one edition, in the order of ``addresses.pages``."""
    yield _home(edition)
    yield from _topics(edition)
    yield from _written_pages(edition)
    yield from _data_pages(edition)
    yield _verification_page(edition)
    yield _corrections_page(edition)
    yield from _figure_pages(edition)
    yield from _former_pages(edition)
    yield from _chart_pages(edition)
    yield from _source_pages(edition)
    if edition.language == edition.site.settings.first_language:
        yield edition.page(addresses.NOT_FOUND, "404.html.j2", edition.presenter.word("not-found-title"))


def _home(edition: Edition) -> Page:
    prose = edition.site.pages.get("home")
    document = prose.documents[edition.language] if prose else None
    title = edition.presenter.tell(edition.site.settings.title)
    return edition.page(addresses.HOME, "home.html.j2", title, description=document.standfirst if document else "", document=document)


def _topics(edition: Edition) -> Iterator[Page]:
    for card in edition.topics:
        document = edition.site.topics[card.slug].documents[edition.language]
        datasets = [d for d in edition.datasets if d.topic == card.slug]
        yield edition.page(
            addresses.topic(card.slug), "topic.html.j2", card.title, description=card.standfirst, topic=card.slug,
            card=card, document=document, datasets=datasets,
        )  # fmt: skip


def _written_pages(edition: Edition) -> Iterator[Page]:
    loose = [d for d in edition.datasets if not d.topic]
    for slug, prose in edition.site.pages.items():
        if slug == "home":
            continue
        document = prose.documents[edition.language]
        datasets = loose if slug == addresses.ALSO else []
        yield _written_page(edition, slug, document.title, document, datasets)
    if loose and addresses.ALSO not in edition.site.pages:
        yield _written_page(edition, addresses.ALSO, edition.presenter.word("also-title"), None, loose)


def _written_page(edition: Edition, slug: str, title: str, document: Document | None, datasets: list[DatasetCard]) -> Page:
    tables = [(d, edition.dataset_figures(d)) for d in datasets]
    return edition.page(
        addresses.page(slug), "page.html.j2", title, description=document.standfirst if document else "", document=document, tables=tables
    )


def _data_pages(edition: Edition) -> Iterator[Page]:
    groups = [(card.title, card.slug, [d for d in edition.datasets if d.topic == card.slug]) for card in edition.topics]
    groups.append((edition.presenter.word("also-title"), "", [d for d in edition.datasets if not d.topic]))
    kept = [group for group in groups if group[2]]
    sources = [edition.presenter.source(s) for s in edition.site.sources]
    yield edition.page(addresses.DATA, "data.html.j2", edition.presenter.word("data-title"), groups=kept, sources=sources)
    for card in edition.datasets:
        dataset = edition.site.datasets[card.id]
        figures = edition.dataset_figures(card)
        description = edition.presenter.tell(dataset.description)
        yield edition.page(
            addresses.dataset(card.id), "dataset.html.j2", card.title, description=description, topic=card.topic,
            card=card, figures=figures, linked_data=_dataset_linked_data(edition, card),
        )  # fmt: skip


def _verification_page(edition: Edition) -> Page:
    presenter = edition.presenter
    topics = topics_of(edition.site, ((card.slug, card.title, card.address) for card in edition.topics), presenter)
    proof = verification(presenter, edition.figures.values(), topics)
    return edition.page(
        addresses.VERIFICATION, "verification.html.j2", presenter.word("verification-title"),
        proof=proof, rules=_rules_by_topic(edition), outcomes=counted(edition.rules), built_in=BUILT_IN,
    )  # fmt: skip


def _corrections_page(edition: Edition) -> Page:
    releases = release_views(edition.presenter, edition.figures)
    title = edition.presenter.word("corrections-title")
    return edition.page(addresses.CORRECTIONS, "corrections.html.j2", title, changes=edition.changes, releases=releases)


def _former_pages(edition: Edition) -> Iterator[Page]:
    """A page at each former id's address that leads to the figure's own."""
    for former, observation in edition.site.former_ids.items():
        title, figure = edition.presenter.word("moved-title"), edition.figures[observation.id]
        yield edition.page(addresses.figure(former), "moved.html.j2", title, topic=figure.topic, figure=figure, leads_to=figure.address)


def _rules_by_topic(edition: Edition) -> list[tuple[str, list[RuleView]]]:
    """The rules under the title of the topic their first figure belongs to, in the order of the topics."""
    titles = [(card.slug, card.title) for card in edition.topics] + [("", edition.presenter.word("rules-other"))]
    grouped = [(title, [rule for rule in edition.rules if rule.topic == slug]) for slug, title in titles]
    return [group for group in grouped if group[1]]


def _dataset_linked_data(edition: Edition, card: DatasetCard) -> Mapping[str, Any]:
    """schema.org Dataset with the two files of a dataset."""
    base = edition.site.settings.base_url
    files = [("text/csv", card.csv), ("application/json", card.json)]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": card.title,
        "inLanguage": wording.HTML_LANGUAGE[edition.language],
        "isPartOf": edition.presenter.tell(edition.site.settings.title),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{base.rstrip('/')}/{path}" if base else path} for form, path in files
        ],
    }


def _figure_pages(edition: Edition) -> Iterator[Page]:
    near = {name: others for indicator in edition.site.indicators.values() for name, others in neighbours(indicator.observations).items()}
    for observation in edition.site.observations.values():
        figure = edition.figures[observation.id]
        siblings = [edition.figures[o.id] for o in near[observation.id]]
        unlisted = len(edition.site.indicators[observation.indicator].observations) - 1 - len(siblings)
        title = f"{edition.presenter.with_status(str(figure.text), observation.status)} · {figure.title}"
        yield edition.page(
            addresses.figure(observation.id), "figure.html.j2", title, description=figure.title, topic=figure.topic,
            figure=figure, siblings=siblings, unlisted=unlisted, uses=edition.uses.get(observation.id, ()),
            linked_data=_figure_linked_data(edition, figure),
            rules=[rule for rule in edition.rules_naming.get(figure.id, ()) if rule.defines is not figure],
            formula=next((rule for rule in edition.rules_naming.get(figure.id, ()) if rule.defines is figure), None),
            rivals=list(rivals_of(edition.presenter, observation, edition.figures)), verification=edition.presenter.address(addresses.VERIFICATION),
            derived_from=_derived_from(edition, observation), history=changes_of(edition.presenter, observation, figure),
            corrections=edition.presenter.address(addresses.CORRECTIONS),
        )  # fmt: skip


def _derived_from(edition: Edition, observation: Observation) -> list[SourceView]:
    """The articles of the printed figures that a derived one is computed from, each once; none for a printed one."""
    return [edition.presenter.source(name) for name in sorted(edition.sources_behind.get(observation.id, ()))]


#: schema.org types of what figures are taken from.
_WORK = {
    SourceKind.NEWSPAPER: "NewsArticle",
    SourceKind.BULLETIN: "NewsArticle",
    SourceKind.REPORT: "Report",
    SourceKind.BOOK: "Book",
    SourceKind.WEB: "WebPage",
    SourceKind.DATASET: "Dataset",
}


def _figure_linked_data(edition: Edition, figure: FigureView) -> Mapping[str, Any]:
    """schema.org Observation: the figure as data, with the article it is based on."""
    observation = edition.site.observations[figure.id]
    quantity = observation.quantity
    precisions = wording.end_precisions(quantity, observation.printing.reading)
    ends = zip(("minValue", "maxValue"), (quantity.low, quantity.high), precisions, strict=True)
    bounds = {key: decimal_text(end, precision) for key, end, precision in ends if end is not None}
    sources = [source.id for source in _derived_from(edition, observation)] or [observation.source]
    works = [_work(edition, source) for source in sources]
    return {
        "@context": "https://schema.org",
        "@type": "Observation",
        "name": figure.title,
        "description": str(figure.text),
        **({} if figure.is_firm else {"measurementQualifier": figure.status_label}),
        **({"observationDate": str(observation.period)} if observation.period else {}),
        "value": {
            "@type": "QuantitativeValue",
            **({"value": quantity.decimal_text(quantity.value)} if quantity.value is not None else {}),
            **bounds,
            "unitText": figure.unit,
        },
        "observationAbout": {"@type": "Place", "name": figure.where},
        "isBasedOn": works[0] if len(works) == 1 else works,
    }


def _work(edition: Edition, source_id: str) -> Mapping[str, Any]:
    source = edition.site.sources[source_id]
    return {
        "@type": _WORK[source.kind],
        "headline": source.title,
        "datePublished": str(source.published.date),
        "publisher": {"@type": "Organization", "name": edition.presenter.tell(source.publication)},
    }


def _chart_pages(edition: Edition) -> Iterator[Page]:
    for chart in edition.charts.values():
        about = partial(edition.page, title=chart.title, description=chart.finding, topic=chart.topic, chart=chart)
        yield about(addresses.chart(chart.id), "chart.html.j2")
        yield about(addresses.chart(chart.id, "embed.html"), "embed.html.j2", leads_to=chart.address)


def _source_pages(edition: Edition) -> Iterator[Page]:
    printed: dict[str, list[tuple[FigureView, PrintingView]]] = {}
    for observation in (o for o in edition.site.observations.values() if not o.is_derived):
        for printing in edition.figures[observation.id].printings:
            printed.setdefault(printing.source.id, []).append((edition.figures[observation.id], printing))
    for source_id in edition.site.sources:
        source = edition.presenter.source(source_id)
        yield edition.page(
            addresses.source(source_id),
            "source.html.j2",
            source.title,
            description=source.citation,
            source=source,
            printed=printed.get(source_id, []),
        )
