"""What pages say of figures and sources: frozen, in one language, every word and link ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from statsite import addresses, wording
from statsite.model import Dataset, Observation, Printing, Site, Source, Words
from statsite.wording import FigureText
from statsite.words import InterfaceWords


@dataclass(frozen=True, slots=True)
class SourceView:
    """One article. ``title_language`` is the HTML language of its title; ``title_translated`` is empty where there is none."""

    id: str
    address: str
    title: str
    title_language: str
    title_translated: str
    publication: str
    date: str
    date_known_from: str
    page: str
    producer: str
    note: str
    without_figures: str
    url: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class PrintingView:
    """One place that prints a figure."""

    id: str
    printed: str
    text: FigureText
    source: SourceView


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure. ``when`` says so in words where the article states no period; ``topic`` is a slug or empty."""

    id: str
    address: str
    title: str
    definition: str
    text: FigureText
    when: str
    where: str
    status: str
    status_label: str
    unit: str
    compared_with: str
    how_to_read: str
    note: str
    evidence: str
    evidence_label: str
    topic: str
    dataset: str
    dataset_title: str
    dataset_address: str
    indicator: str
    printings: tuple[PrintingView, ...]

    @property
    def source(self) -> SourceView:
        """The article of the first printing."""
        return self.printings[0].source

    @property
    def printed(self) -> str:
        """The figure as the article prints it; empty for data that was not printed in Chinese."""
        return self.printings[0].printed

    @property
    def is_firm(self) -> bool:
        """Whether it was observed, rather than aimed at, announced, ruled or estimated."""
        return self.status == "observed"


@dataclass(frozen=True)
class Presenter:
    """Tells a site's facts in one language."""

    site: Site
    language: str
    interface: InterfaceWords

    def word(self, key: str) -> str:
        """The interface word ``key``."""
        return self.interface[self.language][key]

    def tell(self, words: Words) -> str:
        """``words`` in this language, empty where they are not given."""
        return words.get(self.language, "")

    def address(self, path: str) -> str:
        """The page at ``path`` in this language."""
        return addresses.localised(path, self.language, self.site)

    def source(self, source_id: str) -> SourceView:
        """The view of a source."""
        source = self.site.sources[source_id]
        return SourceView(
            id=source.id,
            address=self.address(addresses.source(source.id)),
            title=source.title,
            title_language=wording.HTML_LANGUAGE.get(source.language, source.language),
            title_translated="" if source.language == self.language else self.tell(source.title_translated),
            publication=self.tell(source.publication),
            date=wording.publication_date(source.published, self.language),
            date_known_from=self.tell(source.published.known_from),
            page=self.word("page-number").format(page=source.page) if source.page else "",
            producer=self.tell(source.producer),
            note=self.tell(source.note),
            without_figures=self.tell(source.without_figures),
            url=source.url or "",
            text=source.text.file if source.text else "",
            citation=citation(source, self.language),
        )

    def printing(self, printing: Printing, unit: str) -> PrintingView:
        """The view of one place that prints a figure."""
        text = wording.figure_text(printing, self.site.units[unit], self.language)
        return PrintingView(printing.id, printing.printed or "", text, self.source(printing.source))

    def figure(self, observation: Observation) -> FigureView:
        """The view of a figure."""
        indicator = self.site.indicators[observation.indicator]
        dataset = self.site.datasets[observation.dataset]
        unit = self.site.units[observation.unit]
        printings = tuple(self.printing(p, observation.unit) for p in observation.printings)
        return FigureView(
            id=observation.id,
            address=self.address(addresses.figure(observation.id)),
            title=self.tell(indicator.title),
            definition=self.tell(indicator.definition),
            text=printings[0].text,
            when=self.when(observation),
            where=self.tell(self.site.areas[observation.area].title),
            status=observation.status.value,
            status_label=self.word(f"status-{observation.status.value}"),
            unit=unit.label[self.language].other,
            compared_with=wording.short_period(observation.compared_with, self.language) if observation.compared_with else "",
            how_to_read=wording.how_to_read(observation, unit, self.language, self.readings),
            note=self.tell(observation.note),
            evidence=observation.evidence,
            evidence_label=self.word(f"evidence-{observation.evidence}"),
            topic=dataset.topic or "",
            dataset=dataset.id,
            dataset_title=self.tell(dataset.title),
            dataset_address=self.address(addresses.dataset(dataset.id)),
            indicator=indicator.id,
            printings=printings,
        )

    def figures(self, observations: Iterable[Observation]) -> tuple[FigureView, ...]:
        """The views of several figures."""
        return tuple(self.figure(o) for o in observations)

    def dataset_figures(self, dataset: Dataset) -> tuple[FigureView, ...]:
        """The views of every figure of a dataset, in its order."""
        return self.figures(self.site.observations_of(dataset))

    def when(self, observation: Observation) -> str:
        """What a figure is about in time, or that the article does not say, with the date it was reported."""
        if observation.period is not None:
            return wording.period(observation.period, observation.status, self.language)
        published = self.site.sources[observation.source].published
        return self.word("period-unknown").format(date=wording.publication_date(published, self.language))

    @property
    def readings(self) -> Mapping[str, str]:
        """Sentence templates that explain each relation, by key."""
        return {key.removeprefix("reads-"): text for key, text in self.interface[self.language].items() if key.startswith("reads-")}


def citation(source: Source, language: str) -> str:
    """The article in the form of GB/T 7714-2015 for newspapers: producer. title[N]. publication, date(page)."""
    producer = source.producer.get(language, "")
    page = f"({source.page})" if source.page else ""
    place = f"{source.publication.get(language, '')}, {source.published.date}{page}"
    address = f". {source.url}" if source.url else ""
    return f"{producer + '. ' if producer else ''}{source.title}[{'N/OL' if source.url else 'N'}]. {place}{address}."
