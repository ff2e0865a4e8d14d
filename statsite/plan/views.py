"""What pages say of figures and sources: frozen, in one language, every word and link ready."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from statsite import addresses, citing, formatting
from statsite.assess.assessment import Assessment
from statsite.evidence.state import EvidenceState
from statsite.interface_texts import InterfaceTexts
from statsite.language import LANGUAGES, html_code, title_marks
from statsite.language.figure_text import FigureText
from statsite.language.interface import Language
from statsite.model import (
    Dataset,
    LocalisedText,
    Observation,
    Printing,
    Site,
    Source,
    SourceKind,
    Status,
    Unit,
)
from statsite.periods import parse_moment
from statsite.results import read_in_parts
from statsite.rules.evaluation import figures_of
from statsite.rules.figure_intervals import Stated
from statsite.values import replace


class SourceView(Struct, frozen=True):
    """One article.

    ``title_language`` is the HTML language of its title, ``title_marks`` are what that language
    puts titles between; ``title_translated`` is empty where there is none. ``publication`` is in
    square brackets where it was inferred, and so is ``producer`` where it is the publication;
    ``publication_name`` is the bare name.
    """

    id: str
    address: str
    title: str
    title_language: str
    title_marks: tuple[str, str]
    title_translated: str
    publication: str
    publication_name: str
    publication_known_from: str
    date: str
    date_known_from: str
    page: str
    producer: str
    note: str
    without_figures: str
    url: str
    text: str
    citation: str


class PrintingView(Struct, frozen=True):
    """One place that prints a figure.

    ``part`` says in words which part of the publication it is where that is not the article's body.
    ``when`` tells the period of its figure as far as its article does. ``evidence`` is ``locked``,
    ``unproven`` or ``none``; its label says so in words.
    """

    id: str
    printed: str
    when: str
    text: FigureText
    source: SourceView
    part: str
    evidence: str
    evidence_label: str


class DatasetLink(Struct, frozen=True):
    """The dataset of a figure, its topic, page and files."""

    id: str
    topic: str
    title: str
    address: str
    csv_address: str
    json_address: str


class FigureView(Struct, frozen=True):
    """One figure.

    ``beside_title`` is its text where the title is beside it and may say a part of its unit.

    ``when`` says so in words where the article states no period; ``due`` that a target's time has
    passed; ``dataset_link`` tells its dataset.

    ``because`` tells why it is not quoted from its article, ``context`` why it is right though the
    words around it say otherwise.
    """

    id: str
    address: str
    title: str
    definition: str
    text: FigureText
    beside_title: FigureText
    when: str
    where: str
    status: str
    status_label: str
    unit: str
    compared_with: str
    how_to_read: str
    note: str
    because: str
    context: str
    reviewed: str
    due: str
    dataset_link: DatasetLink
    indicator: str
    printings: tuple[PrintingView, ...]
    is_read_by_editors: bool

    @property
    def topic(self) -> str:
        """The slug of its dataset's topic; empty where it has none."""
        return self.dataset_link.topic

    @property
    def dataset(self) -> str:
        """The id of its dataset."""
        return self.dataset_link.id

    @property
    def dataset_title(self) -> str:
        """The title of its dataset."""
        return self.dataset_link.title

    @property
    def dataset_address(self) -> str:
        """The page of its dataset."""
        return self.dataset_link.address

    @property
    def csv_address(self) -> str:
        """Its dataset for spreadsheets."""
        return self.dataset_link.csv_address

    @property
    def json_address(self) -> str:
        """Its dataset for programs."""
        return self.dataset_link.json_address

    @property
    def source(self) -> SourceView:
        """The article of the first printing."""
        return self.printings[0].source

    @property
    def printed(self) -> str:
        """The figure as the article prints it; empty for data that was not printed in Chinese."""
        return self.printings[0].printed

    @property
    def evidence(self) -> str:
        """How its first printing is proven."""
        return self.printings[0].evidence

    @property
    def is_derived(self) -> bool:
        """Whether a rule computes it and nothing prints it."""
        return self.status == "derived"

    @property
    def is_firm(self) -> bool:
        """Whether it was observed, rather than aimed at, announced, ruled or estimated."""
        return self.status == "observed"


@read_in_parts
class Presenter(Struct, frozen=True, dict=True):
    """Tells a site's facts, and what follows from them, in one language."""

    assessment: Assessment
    language: str
    interface: InterfaceTexts

    @property
    def site(self) -> Site:
        """What editors wrote, and the quantity of every figure."""
        return self.assessment.site

    @property
    def locale(self) -> Language:
        """How this language writes numbers, dates, citations and findings."""
        return LANGUAGES[self.language]

    def interface_text(self, key: str) -> str:
        """The interface word ``key``."""
        return self.interface[self.language][key]

    def figure_text(self, words: LocalisedText) -> str:
        """``words`` in this language, empty where they are not given."""
        return words.get(self.language, "")

    def with_status(self, text: str, status: Status) -> str:
        """``text`` with the word for ``status`` in brackets, unless it was observed: what is alone
        must not look like a fact.
        """
        if status is Status.OBSERVED:
            return text
        return self.in_brackets(text, self.interface_text(f"status-{status.value}"))

    def in_brackets(self, text: str, aside: str) -> str:
        """``text`` and behind it ``aside`` in brackets."""
        opening, closing = self.interface_text("open-bracket"), self.interface_text("close-bracket")
        return f"{text}{opening}{aside}{closing}"

    def address(self, path: str) -> str:
        """The page at ``path`` in this language."""
        return addresses.localised(path, self.language, self.site)

    @cached_property
    def sources(self) -> Mapping[str, SourceView]:
        """Every source by id."""
        return {source.id: self._source(source) for source in self.site.sources.values()}

    def source(self, source_id: str) -> SourceView:
        """The view of a source."""
        return self.sources[source_id]

    def _source(self, source: Source) -> SourceView:
        name = self.figure_text(source.publication)
        return SourceView(
            id=source.id,
            address=self.address(addresses.source(source.id)),
            title=source.title,
            title_language=html_code(source.language),
            title_marks=title_marks(source.language),
            title_translated=self._translated_title(source),
            publication=citing.as_supplied(name, source),
            publication_name=name,
            publication_known_from=self.figure_text(source.publication_known_from),
            date=formatting.publication_date(source.published, self.language),
            date_known_from=self.figure_text(source.published.known_from),
            page=self.page_of(source),
            producer=self._producer(source.producer, source),
            note=self.figure_text(source.note),
            without_figures=self.figure_text(source.without_figures),
            url=source.url or "",
            text=source.text.file if source.text else "",
            citation=citing.customary(citing.article(source, self.language)),
        )

    def _producer(self, producer: LocalisedText, source: Source) -> str:
        """Who made figures; the publication itself in the brackets that it has elsewhere."""
        made, name = self.figure_text(producer), self.figure_text(source.publication)
        return citing.as_supplied(made, source) if made == name else made

    def _translated_title(self, source: Source) -> str:
        """The title of an article in another language than this one, where it is given."""
        if source.language == self.language:
            return ""
        return self.figure_text(source.title_translated)

    def page_of(self, source: Source) -> str:
        """The page of an article in words, 版 of newspapers alone; empty where none is given."""
        if not source.page:
            return ""
        template = (
            self.interface_text("page-number")
            if source.kind is SourceKind.NEWSPAPER
            else self.interface_text("page-of-volume")
        )
        return citing.as_supplied(template.format(page=source.page), source)

    def printing(self, observation: Observation, printing: Printing) -> PrintingView:
        """The view of one place that prints a figure."""
        state = self.assessment.evidence[printing.id]
        is_first = printing is observation.printing
        part = printing.part
        return PrintingView(
            id=printing.id,
            printed=printing.printed or "",
            when=self._when_printed(observation, printing),
            text=self.text(observation) if is_first else self.printed_text(observation, printing),
            source=self._source_of(observation, printing, is_first=is_first),
            part=self.interface_text(f"part-{part}") if part else "",
            evidence=state.evidence,
            evidence_label=self._evidence_label(observation, state),
        )

    def _source_of(
        self, observation: Observation, printing: Printing, *, is_first: bool
    ) -> SourceView:
        """The article of a printing, of whose figures this one may have a producer of its own;
        without its page where the printing is on another.
        """
        source = self.source(printing.source)
        producer = self._producer(observation.producer, self.site.sources[printing.source])
        if printing.part and printing.part.is_on_another_page:
            source = replace(source, page="")
        return replace(source, producer=producer) if producer and is_first else source

    def _evidence_label(self, observation: Observation, state: EvidenceState) -> str:
        """How a printing is proven, and since when."""
        is_not_quoted = state.evidence == "none" and bool(observation.because)
        key = "not-quoted" if is_not_quoted else state.evidence
        proven = parse_moment(state.date)
        date = formatting.day(proven, self.language) if proven else ""
        return self.interface_text(f"evidence-{key}").format(date=date)

    def text(self, observation: Observation) -> FigureText:
        """A figure as prose and charts write it."""
        return formatting.observation_text(observation, self.unit_of(observation), self.language)

    def printed_text(self, observation: Observation, printing: Printing) -> FigureText:
        """A figure as one of its sources prints it."""
        return formatting.figure_text(printing, self.unit_of(observation), self.language)

    def figure(self, observation: Observation) -> FigureView:
        """The view of a figure."""
        indicator = self.site.indicators[observation.indicator]
        dataset = self.site.datasets[observation.dataset]
        printings = tuple(self.printing(observation, p) for p in observation.printings)
        return FigureView(
            id=observation.id,
            address=self.address(addresses.figure(observation.id)),
            title=self.figure_text(indicator.title),
            definition=self.figure_text(indicator.definition),
            text=printings[0].text,
            beside_title=self.beside_title(observation),
            when=self.when(observation),
            where=self.figure_text(self.site.areas[observation.area].title),
            status=observation.status.value,
            status_label=self.status_label(observation),
            unit=self.unit_of(observation).label[self.language].other,
            compared_with=self.compared_with(observation),
            how_to_read=self.how_to_read(observation),
            note=self.figure_text(observation.note),
            because=self.figure_text(observation.because),
            context=self.figure_text(observation.context),
            reviewed=self.reviewed(observation),
            due=self.due(observation),
            dataset_link=self.dataset_links[dataset.id],
            indicator=indicator.id,
            printings=printings,
            is_read_by_editors=observation.is_read_by_editors,
        )

    def status_label(self, observation: Observation) -> str:
        """How firm a figure is, in words; of a derived one also that it rests on what was set."""
        label = f"status-{observation.status.value}"
        rule = self.site.definitions.get(observation.id)
        named = figures_of(self.site, rule) if rule else ()
        is_set = any(self.site.observations[name].status.is_set for name in named)
        return self.interface_text(f"{label}-of-set" if is_set else label)

    @cached_property
    def dataset_links(self) -> Mapping[str, DatasetLink]:
        """Where figures of each dataset lead, by its id."""
        return {dataset.id: self._dataset_link(dataset) for dataset in self.site.datasets.values()}

    def _dataset_link(self, dataset: Dataset) -> DatasetLink:
        return DatasetLink(
            id=dataset.id,
            topic=dataset.topic or "",
            title=self.figure_text(dataset.title),
            address=self.address(addresses.dataset(dataset.id)),
            csv_address=addresses.dataset_csv(dataset.id),
            json_address=addresses.dataset_json(dataset.id),
        )

    def unit_of(self, observation: Observation) -> Unit:
        """The unit that a figure is counted in."""
        return self.site.units[observation.unit]

    def beside_title(self, observation: Observation) -> FigureText:
        """A figure as it is written beside its title, which may say a part of its unit."""
        title = self.site.indicators[observation.indicator].title
        unit = self.unit_of(observation).beside(title)
        return formatting.observation_text(observation, unit, self.language)

    def how_to_read(self, observation: Observation) -> str:
        """What the qualifier and the precision of a figure mean."""
        unit = self.unit_of(observation)
        return formatting.how_to_read(
            observation, unit, self.language, self.readings, is_exact=self._is_exact(observation)
        )

    def _is_exact(self, observation: Observation) -> bool:
        """Whether a figure is derived from numbers that nobody rounded, so that it is one number,
        be it without end.
        """
        rule = self.site.definitions.get(observation.id)
        found = self.assessment.results.get(rule.id) if rule else None
        return isinstance(found, Stated) and found.interval.low == found.interval.high

    def due(self, observation: Observation) -> str:
        """That a target's time has passed, in words; empty where it has not."""
        return self.interface_text("due") if observation.id in self.assessment.due else ""

    def compared_with(self, observation: Observation) -> str:
        """The base of an increase or decrease, in words; empty where there is none."""
        if observation.compared_with is None:
            return ""
        return self.interface_text("compared-with").format(
            period=formatting.short_period(observation.compared_with, self.language)
        )

    def reviewed(self, observation: Observation) -> str:
        """Who signed a figure's meaning off, and when; empty where nobody did."""
        if observation.reviewed is None:
            return ""
        return self.interface_text("reviewed-by").format(
            by=observation.reviewed.by,
            date=formatting.day(observation.reviewed.date, self.language),
        )

    def when(self, observation: Observation) -> str:
        """What a figure is about in time, or that the article does not say, with the date it was
        reported.
        """
        return self._when_printed(observation, observation.printing)

    def _when_printed(self, observation: Observation, printing: Printing) -> str:
        """The same of one printing, by what its own article says."""
        if observation.period is not None and not printing.is_undated:
            return formatting.period(observation.period, observation.status, self.language)
        published = self.site.sources[printing.source].published
        return self.interface_text("period-unknown").format(
            date=formatting.publication_date(published, self.language)
        )

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """Sentence templates that explain each relation, by key."""
        return {
            key.removeprefix("reads-"): text
            for key, text in self.interface[self.language].items()
            if key.startswith("reads-")
        }
