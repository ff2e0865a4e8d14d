"""The facts and words of a site, frozen, each with the place where an editor wrote it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from operator import itemgetter
from typing import Final, Generic, Literal, Protocol, TypeVar, cast

from msgspec import Struct

from statsite.expressions import Expression, RuleRelation, figures_in
from statsite.grammar.printed import Reading
from statsite.periods import Moment, TimePeriod
from statsite.problems import Location, line_and_column
from statsite.quantity import Quantity
from statsite.results import read_in_parts
from statsite.site_folder import LOCK_PATH
from statsite.values import replace

#: Words by language code; keyed by the languages of the site.
LocalisedText = Mapping[str, str]

#: Where each value of a thing is, by its YAML keys joined with dots: ``area``, ``note.zh``,
#: ``also.0.source``, ``data.2``.
Locations = Mapping[str, Location]

#: Printed forms of a share and its whole.
_PRINTED_SHARES: Final = {"%": Fraction(100), "‰": Fraction(1000)}

Evidence = Literal["locked", "unproven", "none"]

#: What the figures of a group of a chart have in common.
Grouping = Literal["area", "period", "indicator"]

#: How a chart orders its rows: by size, or as its ``data`` lists them.
ChartOrder = Literal["value", "declared"]


class Located(Protocol):
    """Anything an editor wrote."""

    @property
    def location(self) -> Location:
        """Where it begins."""

    @property
    def locations(self) -> Locations:
        """Where its values are."""


def location_of(thing: Located, key: str) -> Location:
    """Where the value of ``key`` is, or where ``thing`` begins if nobody wrote that key."""
    return thing.locations.get(key, thing.location)


class Status(StrEnum):
    """How firm a figure is (docs/EDITING.md, `status`)."""

    OBSERVED = "observed"
    TARGET = "target"
    PLAN = "plan"
    STANDARD = "standard"
    ESTIMATE = "estimate"
    DERIVED = "derived"

    @property
    def is_set(self) -> bool:
        """Whether it is of what is to be, set and not counted."""
        return self in {Status.TARGET, Status.PLAN, Status.STANDARD}


class AreaKind(StrEnum):
    """What sort of reference area."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    INSTITUTION = "institution"
    GROUP = "group"


class SourceKind(StrEnum):
    """What a source is, as citations tell them apart; an agency's report is cited as a newspaper's,
    but the paper that printed it is unknown.
    """

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BULLETIN = "bulletin"
    REPORT = "report"
    BOOK = "book"
    WEB = "web"
    DATASET = "dataset"


class Licence(Struct, frozen=True):
    """Terms of use as programs name them: ``name`` is a short name of the Open Definition or SPDX,
    ``url`` the address of their text.
    """

    name: str
    url: str


class Settings(Struct, frozen=True):
    """site.yaml.

    ``licence`` are the terms of use in words, ``data_licence`` those of the data for programs, and
    ``report`` a mail address or a web address to fill in; None where site.yaml names none.
    ``synonyms`` are groups of words that readers type for the same.
    """

    title: LocalisedText
    languages: tuple[str, ...]
    base_url: str | None
    as_of: Moment
    topics: tuple[str, ...]
    licence: LocalisedText
    contact: LocalisedText
    location: Location
    data_licence: Licence | None = None
    report: str | None = None
    synonyms: tuple[tuple[str, ...], ...] = ()
    locations: Locations = {}

    @property
    def first_language(self) -> str:
        """The language whose pages are at the root."""
        return self.languages[0]


#: By how much an inferred date may be too late, and the first day from which it can be taken off.
_YEAR: Final = dt.timedelta(days=366)
_SECOND_YEAR: Final = dt.date.min + _YEAR


class Published(Struct, frozen=True):
    """When an article appeared, as far as is known."""

    date: Moment
    approximate: bool
    known_from: LocalisedText

    @property
    def not_before(self) -> dt.date:
        """The day before which it cannot have appeared: an inferred date may be a year too late."""
        first = self.date.first_day
        return max(first, _SECOND_YEAR) - _YEAR if self.approximate else first


class TextPlace(Struct, frozen=True):
    """Where an article is in its file: line ranges counted from 1, both ends included."""

    file: str
    lines: tuple[tuple[int, int], ...]


class Source(Struct, frozen=True):
    """One article as read.

    ``title`` is as printed, in ``language``; ``producer`` is who made the figures, not the
    newspaper.

    ``publication_known_from`` is what the name of the publication was inferred from; empty where it
    is printed. ``issue_url`` is the address of the issue or the page that it is in, ``issue`` the
    number of the issue within its year.
    """

    id: str
    title: str
    title_translated: LocalisedText
    language: str
    publication: LocalisedText
    published: Published
    page: str | None
    producer: LocalisedText
    url: str | None
    text: TextPlace | None
    note: LocalisedText
    without_figures: LocalisedText
    location: Location
    kind: SourceKind = SourceKind.NEWSPAPER
    publication_known_from: LocalisedText = {}
    issue_url: str | None = None
    issue: str | None = None
    locations: Locations = {}


def addresses_of(source: Source) -> list[tuple[str, str]]:
    """The web addresses that a source gives, each with the field that it stands in."""
    given = {"url": source.url, "issue_url": source.issue_url}
    return [(name, url) for name, url in given.items() if url]


class Area(Struct, frozen=True):
    """A reference area (SDMX REF_AREA)."""

    id: str
    title: LocalisedText
    kind: AreaKind
    part_of: str | None
    iso: str | None
    gbt2260: str | None
    location: Location
    locations: Locations = {}


class PatternKind(StrEnum):
    """What the place of the number in a unit's pattern holds (docs/EDITING.md, label forms)."""

    EVERY = "every"
    RANK = "rank"
    TOP = "top"
    AMOUNT = "amount"


class UnitPattern(Struct, frozen=True):
    """How figures of a unit are written: what comes before the number, or with ``every`` before all
    of the figure, and in the unit's place.
    """

    kind: PatternKind
    before: str
    behind: str


class TitledLabel(Struct, frozen=True):
    """What a unit is called beside a title that has one of ``words``, which say the rest of it: 元
    for 元/人 beside 人均补助.
    """

    words: tuple[str, ...]
    one: str
    other: str

    def suits(self, title: str) -> bool:
        """Whether ``title`` says what this label leaves out."""
        return any(word in title.casefold() for word in self.words)


class Term(Struct, frozen=True):
    """A term of the glossary: the words the site uses, what they mean, the ``standard`` that
    settles it, ``also`` what titles must not use, and ``short`` what texts may; ``constants`` is
    where the numbers of its definition are from.
    """

    id: str
    term: LocalisedText
    definition: LocalisedText
    standard: LocalisedText
    also: tuple[str, ...]
    location: Location
    locations: Locations = {}
    short: tuple[str, ...] = ()
    constants: LocalisedText = {}


class UnitLabel(Struct, frozen=True):
    """A unit's name in one language, for one and for other numbers, and how its figures are written
    where not number by name.

    ``once`` and ``twice`` replace one and two of it; each is empty where there is no such word.
    """

    one: str
    other: str
    pattern: UnitPattern | None = None
    once: str = ""
    twice: str = ""
    titled: TitledLabel | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that an editor wrote for readers in it."""
        pattern = f"{self.pattern.before}{{n}}{self.pattern.behind}" if self.pattern else ""
        titled = (self.titled.one, self.titled.other) if self.titled else ()
        return tuple(filter(None, (self.one, self.other, pattern, self.once, self.twice, *titled)))

    def beside(self, title: str) -> UnitLabel:
        """The label beside ``title``: the shorter one where the title says the rest."""
        titled = self.titled
        return UnitLabel(titled.one, titled.other) if titled and titled.suits(title) else self


class UnitFormula(Struct, frozen=True):
    """What one of a unit is: ``factor`` times other units, each with its power and none twice."""

    factor: Fraction
    powers: tuple[tuple[str, int], ...]


class Unit(Struct, frozen=True):
    """A unit of measure: the words an article may print after the number, its label per language,
    and what one of it is in other units.
    """

    id: str
    words: tuple[str, ...]
    label: Mapping[str, UnitLabel]
    location: Location
    one_is: UnitFormula | None = None
    locations: Locations = {}

    def beside(self, title: LocalisedText) -> Unit:
        """The unit as it is called beside ``title``."""
        labels = {code: label.beside(title.get(code, "")) for code, label in self.label.items()}
        return replace(self, label=labels)

    @property
    def whole(self) -> Fraction | None:
        """How many of the unit are a whole: 100 of percent, 1000 of per mille, None where it is not
        a unit of shares.
        """
        words = (*self.words, *(label.other for label in self.label.values()))
        return next((_PRINTED_SHARES[word] for word in words if word in _PRINTED_SHARES), None)


class PrintedPart(StrEnum):
    """The part of a publication that prints a figure again, where that is not the article's
    body.
    """

    HEADLINE = "headline"
    CONTENTS = "contents"
    KEY_POINTS = "key-points"

    @property
    def is_on_another_page(self) -> bool:
        """Whether it stands before the articles of an issue, so that their page is not its own."""
        return self is not PrintedPart.HEADLINE


class Printing(Struct, frozen=True):
    """One place where a source prints a figure: the expression itself and a word or two near it
    that single it out; ``part`` is None in the body of the article. ``is_undated`` where its
    article does not state the period of the figure, which another does.
    """

    id: str
    printed: str | None
    quantity: Quantity
    reading: Reading | None
    source: str
    near: str | None
    location: Location
    locations: Locations = {}
    part: PrintedPart | None = None
    is_undated: bool = False


class Ignored(Struct, frozen=True):
    """A figure that an article prints and the site leaves out on purpose, and why.

    ``near`` or ``line`` (of the file) singles one out.
    """

    source: Reference
    printed: str
    near: str | None
    line: int | None
    reason: str
    location: Location
    locations: Locations = {}


#: Where a lock's lines are of which no place is known, since they are not read from a file.
_IN_THE_LOCK = Location(LOCK_PATH)


class Proof(Struct, frozen=True):
    """That a printing was found in its article, as the evidence lock keeps it.

    ``date`` is the day of the proof (ISO 8601). ``start`` and ``length`` place the figure in the
    article's normalised text, in characters; ``size`` is the length of that text and ``paragraph``
    the number, from 1, of the paragraph in which the figure begins: both None in a proof of the
    first version of the lock. ``text``, ``sentence`` and ``figure`` are fingerprints of that text,
    of the sentence around the figure, and of what the site says of it.
    """

    date: str
    text: str
    size: int | None
    paragraph: int | None
    start: int
    length: int
    sentence: str
    figure: str
    location: Location = _IN_THE_LOCK

    @property
    def end(self) -> int:
        """Where the article's text goes on behind the figure."""
        return self.start + self.length

    def is_the_same_as(self, other: Proof) -> bool:
        """Whether another says the same, wherever in the lock it stands."""
        return replace(other, location=self.location) == self

    @property
    def is_outdated(self) -> bool:
        """Whether it is one of the first version of the lock, which says too little to be checked
        without the article.
        """
        return self.size is None


class KindResult(Struct, frozen=True):
    """Of the changes of one kind that an audit made, how many were tried and how many each
    safeguard caught.
    """

    kind: str
    changes: Literal["printed", "context"]
    tried: int
    caught_by_text: int
    caught_by_lock: int
    caught_by_rules: int
    location: Location = _IN_THE_LOCK


class Reviewed(Struct, frozen=True):
    """A second reader's sign-off."""

    by: str
    date: Moment


class RevisionKind(StrEnum):
    """Why a published figure changed."""

    REVISION = "revision"
    CORRECTION = "correction"


class Revision(Struct, frozen=True):
    """What a figure said before: a *revision* where the source changed it, a *correction* where
    this site had it wrong.

    ``source`` is where the earlier figure was. ``period`` and ``unit`` are the earlier ones where
    they changed too, else None.
    """

    kind: RevisionKind
    printed: str | None
    quantity: Quantity
    reading: Reading | None
    source: str
    date: Moment
    reason: LocalisedText
    period: TimePeriod | None
    unit: str | None
    location: Location
    locations: Locations = {}


class Release(Struct, frozen=True):
    """One publication of the site, ``time`` in UTC as ISO 8601: the figures that came, changed and
    went, by id, and a note on it.
    """

    id: str
    time: str
    note: LocalisedText
    added: tuple[Reference, ...]
    changed: tuple[Reference, ...]
    removed: tuple[Reference, ...]
    location: Location
    locations: Locations = {}


class WrittenFigure(Struct, frozen=True):
    """What an editor writes of any figure: indicator + reference area + time period + status, and
    words about it.

    A figure that is printed nowhere is read as this: what it means is not known before the rule
    that defines it is computed. ``period`` is None where the article prints none. ``preferred``
    says why this figure is to be used where another source prints a different one. ``because`` says
    why a figure without a printed form cannot be quoted from its article, ``context`` why its
    period, area or unit is right though the article's words around it say another. ``revisions``
    are what it said before, the oldest first; ``formerly`` are ids it had; ``review_by`` is the day
    by which an editor is to look at it again. ``producer`` is who made it, empty where that is the
    producer of its source. ``locations`` of a value taken from the dataset's defaults is its place
    there.
    """

    id: str
    key: str | None
    dataset: str
    indicator: str
    unit: str
    area: str
    period: TimePeriod | None
    status: Status
    compared_with: TimePeriod | None
    note: LocalisedText
    location: Location
    reviewed: Reviewed | None = None
    preferred: LocalisedText = {}
    because: LocalisedText = {}
    context: LocalisedText = {}
    revisions: tuple[Revision, ...] = ()
    formerly: tuple[Reference, ...] = ()
    review_by: Moment | None = None
    producer: LocalisedText = {}
    locations: Locations = {}

    @property
    def is_derived(self) -> bool:
        """Whether it is computed by a rule and printed nowhere."""
        return self.status is Status.DERIVED

    @property
    def facts(self) -> tuple[object, ...]:
        """What it is about: two sources may print different figures of the same."""
        return self.indicator, self.area, self.period, self.status, self.compared_with

    def with_printing(self, printing: Printing, also: tuple[Printing, ...] = ()) -> Observation:
        """The figure with what prints it."""
        written = {name: getattr(self, name) for name in WrittenFigure.__struct_fields__}
        return Observation(**written, printing=printing, also=also)


class Observation(WrittenFigure, frozen=True, kw_only=True):
    """One figure with its quantity (SDMX observation): printed and read, given as a value, or
    computed by a rule.

    ``also`` are further printings of the same fact. A derived figure is printed nowhere: the source
    of its one printing is that of the first printed figure it is computed from, empty where it
    cannot be computed.
    """

    printing: Printing
    also: tuple[Printing, ...] = ()

    @property
    def quantity(self) -> Quantity:
        """What the figure means."""
        return self.printing.quantity

    @property
    def source(self) -> str:
        """Id of the source of its first printing."""
        return self.printing.source

    @property
    def is_read_by_editors(self) -> bool:
        """Whether no article prints its number as such, and it is not computed: editors read it, as
        they count a list.
        """
        return self.printing.printed is None and bool(self.because) and not self.is_derived

    @property
    def printings(self) -> tuple[Printing, ...]:
        """Every place that prints it, its own first."""
        return (self.printing, *self.also)


#: The figures of a site: as an editor wrote them, or each with its quantity.
F_co = TypeVar("F_co", bound=WrittenFigure, covariant=True)
G = TypeVar("G", bound=WrittenFigure)


def _in_time(observations: Sequence[G]) -> list[G]:
    """Those of single moments, in their order of time; of one moment the last in the file first."""
    placed = [
        (observation.period.position, observation)
        for observation in reversed(observations)
        if observation.period is not None and observation.period.is_moment
    ]
    return [observation for _, observation in sorted(placed, key=itemgetter(0))]


class IndicatorOf(Struct, Generic[F_co], frozen=True, dict=True):
    """What is measured (SDMX INDICATOR). ``id`` is ``dataset.slug``.

    ``scope`` names the population or programme it is about where it is not that of the area as a
    whole; ``part_of`` is an indicator whose figures it cannot exceed; ``plausible`` is the range of
    values that its figures may take.
    """

    id: str
    title: LocalisedText
    definition: LocalisedText
    unit: str
    observations: tuple[F_co, ...]
    location: Location
    scope: str | None = None
    part_of: Reference | None = None
    plausible: tuple[Fraction, Fraction] | None = None
    locations: Locations = {}

    @cached_property
    def by_facts(self) -> Mapping[tuple[object, ...], tuple[F_co, ...]]:
        """The observations that share their ``facts``, in the order of the file."""
        found = defaultdict[tuple[object, ...], list[F_co]](list)
        for observation in self.observations:
            found[observation.facts].append(observation)
        return {facts: tuple(listed) for facts, listed in found.items()}

    @cached_property
    def in_time(self) -> Mapping[tuple[str, Status], tuple[F_co, ...]]:
        """The observations of single moments by area and status, in their order of time."""
        found = defaultdict[tuple[str, Status], list[F_co]](list)
        for observation in _in_time(self.observations):
            found[observation.area, observation.status].append(observation)
        return {key: tuple(listed) for key, listed in found.items()}

    @cached_property
    def has_negative(self) -> bool:
        """Whether it has a figure with a minus, as far as their numbers are known."""
        return any(
            isinstance(o, Observation) and o.quantity.is_below_zero for o in self.observations
        )

    def with_figures(self, make: Callable[[F_co], G]) -> IndicatorOf[G]:
        """The same indicator with what ``make`` gives for each of its figures."""
        # ``replace`` is said to give the type that it is given, and that of the figures changes.
        return replace(
            cast("IndicatorOf[G]", self), observations=tuple(make(o) for o in self.observations)
        )


class DatasetOf(Struct, Generic[F_co], frozen=True):
    """Indicators that belong together: one YAML file.

    ``topic`` is None for figures that belong to no topic.
    """

    id: str
    title: LocalisedText
    description: LocalisedText
    topic: str | None
    indicators: tuple[IndicatorOf[F_co], ...]
    location: Location
    locations: Locations = {}

    def with_figures(self, make: Callable[[F_co], G]) -> DatasetOf[G]:
        """The same dataset with what ``make`` gives for each of its figures."""
        return replace(
            cast("DatasetOf[G]", self),
            indicators=tuple(i.with_figures(make) for i in self.indicators),
        )


class Reference(Struct, frozen=True):
    """An id as an editor wrote it somewhere, with its place."""

    id: str
    location: Location


class Withdrawal(Struct, frozen=True):
    """That a chart or a rule was withdrawn: the day, why, and the page, from the site's root, that
    leads on; empty where there is none. ``corrected`` is the release whose note corrects why, None
    where it stands.
    """

    on: Moment
    because: LocalisedText
    see: str
    corrected: str | None = None


class Rule(Struct, frozen=True):
    """A relation declared between figures, or the formula of the derived figure that it
    ``defines``.

    ``across`` is the reason why figures of different areas or scopes are in it, ``constants`` where
    its plain numbers are from. ``start`` places the text: how far its first character is after
    ``text_location``, None where the file writes it differently.
    """

    id: str
    says: LocalisedText
    text: str
    formula: RuleRelation | Expression
    defines: Reference | None
    across: LocalisedText
    constants: LocalisedText
    location: Location
    text_location: Location
    start: int | None
    withdrawn: Withdrawal | None = None
    locations: Locations = {}

    def place(self, at: int) -> Location:
        """Where the character at ``at`` of the text is, or where the text begins if that cannot be
        told.
        """
        if self.start is None:
            return self.text_location
        return replace(self.text_location, column=self.text_location.column + self.start + at)

    @property
    def figures(self) -> tuple[Reference, ...]:
        """The figures that are in its text, in the order of the text."""
        return tuple(
            Reference(figure.id, self.place(figure.at)) for figure in figures_in(self.formula)
        )


class Measure(Struct, frozen=True):
    """Indicators of any datasets that measure the same, so that areas can be compared by it.

    ``differs`` says how they do not count alike.
    """

    id: str
    title: LocalisedText
    differs: LocalisedText
    indicators: tuple[Reference, ...]
    location: Location
    locations: Locations = {}


class Tile(Struct, frozen=True):
    """Where an area is in the schematic grid of areas, counted from 1 at the top left, and its
    short name there; ``id`` is the area's.

    An area of the grid need not be declared: it shows then that the site has nothing of it.
    """

    id: str
    label: LocalisedText
    column: int
    row: int
    location: Location
    locations: Locations = {}


class ChartRequest(Struct, frozen=True):
    """What content asks a chart to show.

    ``finding`` and ``labels`` are optional words that replace the made ones; ``breaks`` are figures
    from which on something else was counted; ``group_by`` is what the figures of a group have in
    common; ``checked`` says how an editor checked what the words claim. ``hundred`` says whom a
    hundred people stand for.
    """

    id: str
    kind: str
    title: LocalisedText
    finding: LocalisedText
    note: LocalisedText
    data: tuple[Reference, ...]
    total: Reference | None
    reference: Reference | None
    labels: Mapping[str, LocalisedText]
    location: Location
    order: ChartOrder = "declared"
    breaks: tuple[Reference, ...] = ()
    group_by: Grouping | None = None
    checked: str = ""
    hundred: LocalisedText = {}
    withdrawn: Withdrawal | None = None
    locations: Locations = {}

    @property
    def drawn(self) -> tuple[Reference, ...]:
        """The figures that it draws, those of its lines last."""
        return (*self.data, *filter(None, (self.total, self.reference)))


class Document(Struct, frozen=True):
    """One Markdown file: front matter and body.

    ``menu`` is a shorter title for the masthead, empty where it has the whole one. The body's first
    line is at ``body_line`` of the file.
    """

    title: str
    standfirst: str
    menu: str
    leads: tuple[Reference, ...]
    body: str
    body_line: int
    location: Location
    title_location: Location
    standfirst_location: Location
    menu_location: Location

    @property
    def head(self) -> tuple[tuple[str, Location], ...]:
        """The words of the front matter with their places, empty ones too."""
        return (
            (self.title, self.title_location),
            (self.standfirst, self.standfirst_location),
            (self.menu, self.menu_location),
        )


class Prose(Struct, frozen=True):
    """One thing written in every language: a topic or a page."""

    id: str
    documents: Mapping[str, Document]
    location: Location


#: What has an id.
EntityKind = Literal[
    "source", "area", "unit", "dataset", "figure", "chart", "rule", "topic", "page", "term", "proof"
]


def _beginnings_of_figure(name: str) -> tuple[str, str, str]:
    """The figure of a printing, its indicator and its dataset."""
    figure = name.partition("+")[0]
    return figure, figure.partition("@")[0], figure.partition(".")[0]


class UnreadContent(Struct, frozen=True):
    """What content declares but could not be read.

    It is reported where it is; nothing that names it, or that it names, is to blame.

    ``ids`` are those of the lost things. A figure's may be its beginning, ``dataset`` or
    ``dataset.indicator``, for every figure of it; an empty one stands for any thing of its sort.
    ``words`` are what the files of the lost things hold, every id that these name among it; None if
    there is no telling.
    """

    ids: frozenset[tuple[EntityKind, str]] = frozenset()
    words: frozenset[str] | None = frozenset()

    def holds(self, what: str, name: str) -> bool:
        """Whether the thing called ``name``, a printing for a figure too, may be declared though it
        is not in the site.
        """
        names = ("", name, *(_beginnings_of_figure(name) if what == "figure" else ()))
        return any((what, one) in self.ids for one in names)

    def may_name(self, name: str) -> bool:
        """Whether something lost may use the thing called ``name``."""
        return self.words is None or name in self.words


def _offset(text: str, location: Location) -> int:
    """How far a place is from the beginning of its file's text."""
    begin = 0
    for _ in range(location.line - 1):
        begin = text.find("\n", begin) + 1
    return begin + location.column - 1


@read_in_parts
class SiteOf(Struct, Generic[F_co], frozen=True, eq=False, dict=True):
    """Everything an editor wrote, read and typed, and its figures.

    A site equals itself alone, so that what is worked out of one can be kept.

    ``digest`` fingerprints the content files, line ends and byte-order marks aside, ``facts`` those
    of them that are no texts in Markdown. ``proofs`` are those of the evidence lock, by printing;
    ``audit`` is the audit that was made with them. ``ignored`` are the figures left out on purpose,
    by source. ``rules`` are the relations declared between figures, by id; ``releases`` are those
    of the site so far. ``measures`` are what indicators have in common, by id; ``tiles`` the places
    of areas in the grid of areas, by id; ``glossary`` are the terms it explains, by id. What was
    withdrawn is apart: no page draws it, nothing is worked out of it. ``texts`` are the files as
    they were read, by path, the evidence lock aside.
    """

    settings: Settings
    sources: Mapping[str, Source]
    areas: Mapping[str, Area]
    units: Mapping[str, Unit]
    datasets: Mapping[str, DatasetOf[F_co]]
    charts: Mapping[str, ChartRequest]
    topics: Mapping[str, Prose]
    pages: Mapping[str, Prose]
    digest: str
    lost: UnreadContent = UnreadContent()
    proofs: Mapping[str, Proof] = {}
    audit: tuple[KindResult, ...] = ()
    ignored: Mapping[str, tuple[Ignored, ...]] = {}
    rules: Mapping[str, Rule] = {}
    releases: Mapping[str, Release] = {}
    measures: Mapping[str, Measure] = {}
    tiles: Mapping[str, Tile] = {}
    glossary: Mapping[str, Term] = {}
    withdrawn_charts: Mapping[str, ChartRequest] = {}
    withdrawn_rules: Mapping[str, Rule] = {}
    texts: Mapping[str, str] = {}
    facts: str = ""

    @cached_property
    def version(self) -> str:
        """The day of the last release, ISO 8601; of a site without any the day it speaks from."""
        return max(
            (release.time[:10] for release in self.releases.values()),
            default=str(self.settings.as_of),
        )

    def place_of_text(self, wanted: str, location: Location) -> Location:
        """Where ``wanted`` is in the value that begins at ``location``; that place itself where the
        value writes it differently.
        """
        text = self.texts.get(location.path, "")
        at = text.find(wanted, _offset(text, location))
        return location if at < 0 else Location(location.path, *line_and_column(text, at))

    @cached_property
    def indicators(self) -> Mapping[str, IndicatorOf[F_co]]:
        """Every indicator by its id, in the order of datasets and files."""
        return {i.id: i for dataset in self.datasets.values() for i in dataset.indicators}

    @cached_property
    def definitions(self) -> Mapping[str, Rule]:
        """The rule that defines each derived figure, by the figure's id; the first where several
        do.
        """
        return {rule.defines.id: rule for rule in reversed([*self.rules.values()]) if rule.defines}

    @cached_property
    def former_ids(self) -> Mapping[str, F_co]:
        """The figure that each id of the past means now."""
        return {former.id: o for o in self.observations.values() for former in o.formerly}

    @cached_property
    def observations(self) -> Mapping[str, F_co]:
        """Every observation by its id, in the order of datasets and files."""
        return {o.id: o for indicator in self.indicators.values() for o in indicator.observations}

    def with_figures(self, make: Callable[[F_co], G]) -> SiteOf[G]:
        """The same site with what ``make`` gives for each of its figures."""
        return replace(
            cast("SiteOf[G]", self),
            datasets={name: one.with_figures(make) for name, one in self.datasets.items()},
        )

    @property
    def withdrawn(self) -> Iterator[tuple[ChartRequest | Rule, Withdrawal]]:
        """The charts and rules that were withdrawn, each with what is said of it."""
        charts, rules = self.withdrawn_charts.values(), self.withdrawn_rules.values()
        yield from ((chart, chart.withdrawn) for chart in charts if chart.withdrawn)
        yield from ((rule, rule.withdrawn) for rule in rules if rule.withdrawn)

    def with_proofs(self, proofs: Mapping[str, Proof]) -> SiteOf[F_co]:
        """The same site with other proofs."""
        return replace(self, proofs=proofs)

    def observations_of(self, dataset: DatasetOf[F_co]) -> Iterator[F_co]:
        """The observations of one dataset, in the order of its file."""
        return (o for indicator in dataset.indicators for o in indicator.observations)


#: As read: of a derived figure everything is known but what it means.
WrittenIndicator = IndicatorOf[WrittenFigure]
WrittenDataset = DatasetOf[WrittenFigure]
WrittenSite = SiteOf[WrittenFigure]

#: As assessed (``statsite.assess``): every figure has its quantity.
Indicator = IndicatorOf[Observation]
Dataset = DatasetOf[Observation]
Site = SiteOf[Observation]
