"""What a language of readers has to say: one implementation of each of these classes makes one."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from fractions import Fraction
from typing import ClassVar

from msgspec import Struct

from statsite.grammar.printed import Reading
from statsite.language.citations import ReferenceStyle, Work
from statsite.language.figure_text import FigureText
from statsite.model import Printing, Unit
from statsite.periods import Moment
from statsite.quantity import Relation

#: Start and end of a stretch of text.
Span = tuple[int, int]


class Figures(ABC):
    """Writes numbers with their units."""

    #: What stands for a quantity of which nothing is known.
    any_number: ClassVar[str]

    @abstractmethod
    def figure(self, printing: Printing, unit: Unit) -> FigureText:
        """A figure with the number, precision and qualifier of its printing."""

    @abstractmethod
    def in_full(
        self, number: Fraction, precision: Fraction | None, unit: Unit, printed: Reading | None
    ) -> str:
        """A number with all its digits and its unit, on the scale and with the word that its figure
        was ``printed`` with: 31031万人, 310.31 million people.
        """

    @abstractmethod
    def last_digit(self, precision: Fraction, unit: Unit, word: str) -> str:
        """What the last printed digit counts: 0.1万张, 1,000 beds; without what the unit's pattern
        writes before all of a figure. ``word`` is the unit as it was printed.
        """

    @abstractmethod
    def percent(self, number: Fraction, precision: Fraction | None) -> str:
        """A share that is no figure of the site, in per cent: 98.0%."""


class Dates(ABC):
    """Writes dates and periods; a date may lack its day, or its day and month."""

    @abstractmethod
    def day(self, date: Moment) -> str:
        """A year, month or day: 2025年7月28日, 28 July 2025."""

    @abstractmethod
    def about(self, date: str) -> str:
        """A date that is known approximately; ``date`` is written already."""

    @abstractmethod
    def end_of_year(self, year: int, *, was_counted: bool) -> str:
        """The end of a year, when something ``was_counted`` or is said to happen."""

    @abstractmethod
    def as_of(self, date: Moment) -> str:
        """The date at whose end something was counted."""

    @abstractmethod
    def until_end_of_year(self, year: int) -> str:
        """The end of the year in which something is to be reached."""

    @abstractmethod
    def until(self, date: Moment) -> str:
        """The date by which something is to be reached."""

    @abstractmethod
    def since(self, date: Moment) -> str:
        """A period whose end is open."""

    @abstractmethod
    def from_to(self, start: Moment, end: Moment) -> str:
        """A period with each of its ends in full."""

    @abstractmethod
    def interval(self, start: Moment, end: Moment) -> str:
        """A period whose ends go as far as each other, what they share said once: 2025年1—9月."""

    @abstractmethod
    def few_years(self, years: str) -> str:
        """A few years on the axis of a chart; ``years`` is as 2013/14."""


class Citations(ABC):
    """Names the works that something is taken from."""

    #: The style in which a page names an article in passing.
    customary: ClassVar[ReferenceStyle]
    #: What stands in a reference for the day on which a reader looked at the work.
    access_day: ClassVar[str]
    #: What stands in it before a date that is estimated.
    circa: ClassVar[str]

    @abstractmethod
    def plain(self, work: Work) -> str:
        """The reference as a sentence."""


class DifferenceKind(Enum):
    """In what a difference is told."""

    POINTS = auto()
    TIMES = auto()
    PERCENT = auto()


class Difference(Struct, frozen=True):
    """How far two figures are apart; ``amount`` is what ``Findings.amount`` writes."""

    measure: DifferenceKind
    amount: str


class Subject(Struct, frozen=True):
    """What a clause is about: the name of a row, and the word for the status of its figures, empty
    where they were counted; ``is_share`` where they are shares, which are higher rather than more.
    """

    name: str
    status: str = ""
    is_share: bool = False


class Elapsed(Struct, frozen=True):
    """Over what time something changed: whole years, or from one date to another."""

    years: int = 0
    first: str = ""
    last: str = ""


class Trend(Enum):
    """Which way a number went, as far as its bounds tell."""

    UP = auto()
    DOWN = auto()
    OPEN = auto()


class Findings(ABC):
    """Says in clauses and sentences what the data of a chart show.

    Methods whose names begin with ``clause_`` give a part of a sentence, the others of this class
    a word or a whole sentence. Names and dates are written already.
    """

    #: What the parts of a whole make up.
    total: ClassVar[str]

    @abstractmethod
    def sentence(self, clauses: Sequence[str]) -> str:
        """The clauses as one sentence; nothing where there is none."""

    @abstractmethod
    def names(self, names: Sequence[str]) -> str:
        """Names in a row, the last after an "and"."""

    @abstractmethod
    def in_group(self, group: str, row: str) -> str:
        """A row of a group, as one name."""

    @abstractmethod
    def amount(self, measure: DifferenceKind, number: Fraction, *, is_about: bool) -> str:
        """The words of a difference: about 2 percentage points, 6.6 (times), 12%."""

    @abstractmethod
    def level(self, names: Sequence[str], subject: Subject, *, are_all: bool) -> str:
        """The largest figures are the same, be they ``are_all`` of the chart's or several."""

    @abstractmethod
    def larger(self, subject: Subject, other: str, difference: Difference | None) -> str:
        """One of two figures is larger."""

    @abstractmethod
    def largest(self, subject: Subject) -> str:
        """One of several figures is the largest."""

    @abstractmethod
    def largest_and_smallest(self, subject: Subject, smallest: str, difference: Difference) -> str:
        """One of several figures is the largest, by so much above the smallest."""

    @abstractmethod
    def share(self, part: str, percent: int, total: str, *, is_about: bool) -> str:
        """A part is so many percent of its total."""

    @abstractmethod
    def in_a_hundred(self, people: str, counted: Sequence[tuple[str, Relation, int]]) -> str:
        """How many of every hundred people each name stands for."""

    @abstractmethod
    def clause_same_shares(self, part: str) -> str:
        """A part is as large a share of every whole."""

    @abstractmethod
    def clause_shares(self, part: str, most: str, least: str) -> str:
        """In which wholes a part is the largest share, and in which the smallest."""

    @abstractmethod
    def clause_not_comparable(self, name: str, since: str) -> str:
        """Something else was counted from a date on."""

    @abstractmethod
    def clause_one_figure(self, name: str) -> str:
        """There is one figure only."""

    @abstractmethod
    def clause_unknown_change(self, name: str) -> str:
        """The bounds of the figures leave open whether a row rose or fell."""

    @abstractmethod
    def clause_change(
        self, subject: Subject, way: Trend, difference: Difference | None, elapsed: Elapsed
    ) -> str:
        """A row rose or fell, by how much where that is known."""

    @abstractmethod
    def clause_no_change(self, subject: Subject, elapsed: Elapsed) -> str:
        """A row ended where it began."""

    @abstractmethod
    def clause_aim(self, subject: Subject, way: Trend, gap: str, first: str, last: str) -> str:
        """What is aimed at for the date ``last`` is above or below what was counted at ``first``,
        by ``gap`` where that is known.
        """

    @abstractmethod
    def clause_same_aim(self, subject: Subject, first: str, last: str) -> str:
        """What is aimed at for ``last`` is what was counted at ``first``."""

    @abstractmethod
    def counts(self, counts: Mapping[Trend, int], shown: int, elapsed: Elapsed | None) -> str:
        """How many of all rows rose, fell, or did neither for certain."""

    @abstractmethod
    def clause_against(self, way: Trend, names: Sequence[str], reference: str) -> str:
        """What is above or below a reference, or of what its bounds leave that open."""

    @abstractmethod
    def milestones_between(self, count: int, first: str, last: str) -> str:
        """How many milestones there are, and between which dates."""

    @abstractmethod
    def milestones(self, count: int, by_date: Mapping[str, int]) -> str:
        """How many milestones there are in all and for each date."""


class ProsePatterns(Struct, frozen=True):
    """What checks look for in texts of a language.

    ``letters`` is the class of characters that no other language is written with, for a regular
    expression; empty where there is none.

    ``allowed_numerals`` matches what holds digits and counts nothing; what its group ``year``
    matches alone counts where a unit follows. ``written_numerals`` finds numbers without digits in
    a text, given a pattern of the units' words.

    ``largest``, ``smallest`` and ``whole`` are words that claim something of all figures,
    ``superlative`` any that sets one thing above or below all others; ``present`` are words for
    the day on which a text is read; ``sentence_end`` is what ends a sentence;
    ``doubled`` is a word twice in a row, of which those of ``may_double`` are right.
    """

    letters: str
    allowed_numerals: re.Pattern[str]
    written_numerals: Callable[[str, str], Iterator[Span]]
    largest: re.Pattern[str]
    smallest: re.Pattern[str]
    whole: re.Pattern[str]
    superlative: re.Pattern[str]
    present: re.Pattern[str]
    sentence_end: re.Pattern[str]
    doubled: re.Pattern[str]
    may_double: frozenset[str] = frozenset()


class Language(Struct, frozen=True):
    """A language that pages are written in.

    ``code`` is that of YAML and of addresses, ``html`` that of HTML (BCP 47), ``name`` what English
    documents call it. ``space`` separates words and sentences; ``title_marks`` are what titles of
    works are put between. ``label_example`` is the label of a unit in the reference of fields.
    """

    code: str
    html: str
    name: str
    space: str
    title_marks: tuple[str, str]
    label_example: str | Mapping[str, str]
    figures: Figures
    dates: Dates
    findings: Findings
    citations: Citations
    prose: ProsePatterns
