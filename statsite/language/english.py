"""English: figures with the precision and qualifier of what was printed, dates, citations,
findings, and what checks look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Final

from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import PartKind, Reading, is_written_with_more
from statsite.language.citations import ReferenceStyle, Work, sentences
from statsite.language.figure_text import FigureText, TextPart, joined, word_part
from statsite.language.interface import (
    Citations,
    Dates,
    Difference,
    DifferenceKind,
    Elapsed,
    Figures,
    Findings,
    Language,
    ProsePatterns,
    Span,
    Subject,
    Trend,
)
from statsite.language.numbers import (
    MINUS,
    end_precisions,
    grouped,
    has_decimals,
    is_qualified,
    is_share_word,
    is_total,
    printed_numbers,
)
from statsite.model import PatternKind, Printing, Unit, UnitLabel, UnitPattern
from statsite.periods import Moment
from statsite.quantity import Quantity, Relation, last_digit_of

_CODE: Final = "en"

# figures

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_QUALIFIERS = {
    Relation.EQUAL: "",
    Relation.ABOUT: "about",
    Relation.JUST_UNDER: "nearly",
    Relation.MORE: "more than",
    Relation.AT_LEAST: "at least",
    Relation.LESS: "less than",
    Relation.AT_MOST: "at most",
    Relation.RANGE: "",
}
_HALVES = {
    Relation.ABOUT: "half",
    Relation.JUST_UNDER: "nearly half",
    Relation.MORE: "more than half",
    Relation.AT_LEAST: "at least half",
    Relation.LESS: "less than half",
    Relation.AT_MOST: "at most half",
}
#: Chinese units of time, and the words behind them that set a limit: 90天内 is within 90 days.
_TIME_WORDS = frozenset({"秒", "分钟", "分", "小时", "天", "日", "周", "个月", "月", "年"})
_WITHIN_WORDS = frozenset({"内", "以内", "之内"})
#: What 余 and 多 are, where "more than" is 超过: 6,000-odd, from 6,000 to 7,000.
_ODD = "-odd"
#: The same before millions and more, which do not take -odd: over 1.4 billion.
_OVER = "over "
_SCALE_NAMES = tuple(name for _, name in _SCALES)
_SIGN_WORDS = {"%": "per cent", "‰": "per mille"}
_MOST_DECIMALS = 4  # a fifth decimal of a million reads worse than the plain number
_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: The parts of a whole that are named: one third, three quarters.
_PARTS: Final[Mapping[int, str]] = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_TEENS = range(11, 14)
_VOWELS = frozenset("aeio")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_PLACE = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d.,]| [a-z])")


@dataclass(frozen=True, slots=True)
class EnglishFigures(Figures):
    """Figures in millions and billions, or with thousands marks; ``code`` is that of the labels of
    units.
    """

    code: str

    any_number: ClassVar[str] = "any number"

    def figure(self, printing: Printing, unit: Unit) -> FigureText:
        reading = printing.reading
        if reading is not None and is_total(reading):
            return FigureText((TextPart("number", "all"),))
        share = _share(printing.quantity, reading, unit)
        return share or _amounts_with_unit(printing.quantity, reading, unit, self.code)

    def in_full(
        self, number: Fraction, precision: Fraction | None, unit: Unit, printed: Reading | None
    ) -> str:
        return self._with_unit(_amount(number, precision), unit)

    def last_digit(self, precision: Fraction, unit: Unit, word: str) -> str:
        digits, label = _amount(precision, precision), unit.label[self.code]
        if precision < 1 and label.one.isalpha() and label.one != label.other:
            return f"{digits} of {with_article(label.one)}"
        is_rate = label.pattern is not None and label.pattern.kind is PatternKind.EVERY
        return f"{digits}{_unit_text(digits, label)}" if is_rate else self._with_unit(digits, unit)

    def percent(self, number: Fraction, precision: Fraction | None) -> str:
        return f"{grouped(number, precision)}%"

    def _with_unit(self, digits: str, unit: Unit) -> str:
        return str(_patterned([], digits, unit.label[self.code]))


def _amounts_with_unit(
    quantity: Quantity, reading: Reading | None, unit: Unit, code: str
) -> FigureText:
    """The number, or both ends of a range, with qualifier and unit."""
    amounts, label = _amounts(quantity, reading), unit.label[code]
    if len(amounts) > 1 and any(amount.startswith(MINUS) for amount in amounts):
        return _signed_range(amounts, label)
    number = amounts[0] if len(amounts) == 1 else "–".join(_without_shared_scale(amounts))
    if is_written_with_more(quantity):
        return _more(number, label)
    is_limit = reading is not None and _is_time_limit(reading, unit)
    qualifier = word_part("within ") if is_limit else _qualifier(quantity.relation)
    return _patterned(qualifier, number, label)


def _more(number: str, label: UnitLabel) -> FigureText:
    """A number that is exceeded by less than its last digit counts."""
    if number.endswith(_SCALE_NAMES):
        return _patterned(word_part(_OVER), number, label)
    return _patterned([], f"{number}{_ODD}", _odd(label))


def _is_time_limit(reading: Reading, unit: Unit) -> bool:
    """Whether the figure is a time that something is to take at most: 90天内, 3周以内."""
    qualifiers = {part.text for part in reading.parts if part.kind is PartKind.QUALIFIER}
    return not (_TIME_WORDS.isdisjoint(unit.words) or _WITHIN_WORDS.isdisjoint(qualifiers))


def _patterned(qualifier: list[TextPart], number: str, label: UnitLabel) -> FigureText:
    """The number with its unit, and with what its pattern writes before the number or before all of
    the figure.
    """
    if word := {"1": label.once, "2": label.twice}.get(number):
        return joined([*qualifier, TextPart("word", word)])
    if label.pattern is None:
        return joined([*qualifier, *_number(number), *word_part(_unit_text(number, label))])
    return _in_pattern(qualifier, number, label.pattern)


def _in_pattern(qualifier: list[TextPart], number: str, pattern: UnitPattern) -> FigureText:
    """The number where a pattern has its place; a minus is before what the pattern writes there, as
    in −€5, but stays with the figure of a rate.
    """
    behind = word_part(pattern.behind)
    if pattern.kind is PatternKind.EVERY:
        return joined([*word_part(pattern.before), *qualifier, *_number(number), *behind])
    minus = MINUS if number.startswith(MINUS) and pattern.before else ""
    placed = _number(_MADE[pattern.kind](number.removeprefix(minus)))
    return joined([*qualifier, *word_part(minus + pattern.before), *placed, *behind])


def _number(text: str) -> list[TextPart]:
    """The digits, and behind them the word that says that they are exceeded."""
    digits = text.removesuffix(_ODD)
    return [TextPart("number", digits), *word_part(text[len(digits) :])]


def _odd(label: UnitLabel) -> UnitLabel:
    """The label behind -odd, where a sign is a word: 30-odd per cent."""
    name = _SIGN_WORDS.get(label.other, label.other)
    if name == label.other and name[:1].isalnum():
        return label
    return UnitLabel(f" {name}", f" {name}", label.pattern)


def ordinal(number: int) -> str:
    """The place of a number in a row.

    >>> ordinal(3), ordinal(12), ordinal(121), ordinal(1000)
    ('3rd', '12th', '121st', '1,000th')
    """
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number:,}{ending}"


def cardinal(number: int) -> str:
    """The number, in a word up to ten.

    >>> cardinal(6), cardinal(12)
    ('six', '12')
    """
    return _CARDINALS[number] if 0 <= number < len(_CARDINALS) else f"{number:,}"


def with_article(noun: str) -> str:
    """The noun of a unit with the article that it takes.

    >>> with_article("year"), with_article("hour"), with_article("item")
    ('a year', 'an hour', 'an item')
    """
    return f"{'an' if noun[:1] in _VOWELS or noun.startswith('hour') else 'a'} {noun}"


def _ordinals(number: str) -> str:
    return _PLACE.sub(lambda found: ordinal(int(found[0].replace(",", ""))), number)


def _cardinals(number: str) -> str:
    return cardinal(int(number)) if number.isascii() and number.isdecimal() else number


#: What the number of a pattern becomes.
_MADE: Mapping[PatternKind, Callable[[str], str]] = {
    PatternKind.EVERY: str,
    PatternKind.AMOUNT: str,
    PatternKind.RANK: _ordinals,
    PatternKind.TOP: _cardinals,
}


def _signed_range(amounts: list[str], label: UnitLabel) -> FigureText:
    """A range with a minus in it: a dash would be taken for another, and a sign that is close to
    its number is at both ends: −5% to 5%.
    """
    if label.pattern:
        first, last = (_patterned([], number, label).parts for number in amounts)
        return joined([*first, *word_part(" to "), *last])
    low, high = _without_shared_scale(amounts)
    unit = _unit_text(high, label)
    repeated = "" if unit.startswith(" ") else unit
    return joined([*_number(low), *word_part(f"{repeated} to "), *_number(high), *word_part(unit)])


def _qualifier(relation: Relation) -> list[TextPart]:
    word = _QUALIFIERS[relation]
    return word_part(f"{word} " if word else "")


def _unit_text(number: str, label: UnitLabel) -> str:
    """The unit as it follows ``number``, with the space that a word or a bracket needs
    before it.
    """
    text = label.one if number == "1" else label.other
    return f" {text}" if _is_apart(text) else text


def _is_apart(text: str) -> bool:
    return text.startswith("(") or text[:1].isalnum()


def _share(quantity: Quantity, reading: Reading | None, unit: Unit) -> FigureText | None:
    """A half or a fraction in words of its own; None for other figures, and for a share that
    English writes with the unit, such as 九成 and 百分之七十.
    """
    if reading is None or not is_share_word(reading):
        return None
    printed = "".join(printed_numbers(reading))
    if "半" in printed and quantity.relation in _HALVES:
        half = TextPart("number", _HALVES[quantity.relation])
        return joined([*_printed_about(quantity, reading), half])
    if not any(word in printed for word in ("半", "/", "分之")):
        return None
    is_about = quantity.relation is Relation.ABOUT
    about = _printed_about(quantity, reading) if is_about else _qualifier(quantity.relation)
    return joined([*about, TextPart("number", _fractions(quantity, unit))])


def _printed_about(quantity: Quantity, reading: Reading) -> list[TextPart]:
    """The word for a qualifier that was printed: a half is about one without it."""
    is_about = quantity.relation is Relation.ABOUT and is_qualified(reading)
    return word_part("about ") if is_about else []


def _fractions(quantity: Quantity, unit: Unit) -> str:
    """The number, or both ends of a range, as fractions of a whole: one third, 1/3–1/2."""
    whole = unit_words(unit.words).whole or Fraction(1)
    shares = [number / whole for number in _shown(quantity)]
    if len(shares) == 1 and shares[0].denominator in _PARTS and 0 < shares[0] < 1:
        return _fraction_in_words(shares[0])
    return "–".join(f"{share.numerator}/{share.denominator}" for share in shares)


def _fraction_in_words(share: Fraction) -> str:
    plural = "s" if share.numerator > 1 else ""
    return f"{cardinal(share.numerator)} {_PARTS[share.denominator]}{plural}"


def _amounts(quantity: Quantity, reading: Reading | None) -> list[str]:
    """The number, or both ends of a range, in digits and scale words."""
    numbers = _shown(quantity)
    if quantity.last_digits or (reading is not None and has_decimals(reading)):
        ends = zip(numbers, end_precisions(quantity, reading), strict=False)
        return [_amount(number, precision) for number, precision in ends]
    precision = _shown_precision(quantity, numbers)
    return [_amount(number, precision) for number in numbers]


def _shown(quantity: Quantity) -> list[Fraction]:
    """The number, or both ends of a range."""
    ends = (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)
    return [number for number in ends if number is not None]


def _shown_precision(quantity: Quantity, numbers: list[Fraction]) -> Fraction | None:
    """The precision to show: that of a round number behind a qualifier or in a range is its last
    digit (近500万 is nearly 5 million).
    """
    if quantity.precision is None or quantity.precision < 1 or quantity.relation is Relation.EQUAL:
        return quantity.precision
    last_digits = [size for number in numbers if (size := last_digit_of(number)) is not None]
    return max(quantity.precision, min(last_digits)) if last_digits else quantity.precision


def _without_shared_scale(amounts: list[str]) -> list[str]:
    """The two ends of a range; a scale word that both carry is at the second alone."""
    low, high = amounts
    scale = high.partition(" ")[2]
    return [low.removesuffix(f" {scale}"), high] if scale else amounts


def _amount(value: Fraction, precision: Fraction | None) -> str:
    """``value`` in millions, billions or trillions where at most four decimals do, else with
    thousands marks: 310.31 million, 85,000.
    """
    size = abs(value)
    for scale, word in _SCALES:
        if size >= scale:
            text = grouped(value / scale, None if precision is None else precision / scale)
            is_short = len(text.partition(".")[2]) <= _MOST_DECIMALS
            return f"{text} {word}" if is_short else grouped(value, precision)
    return grouped(value, precision)


# dates

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class EnglishDates(Dates):
    """28 July 2025."""

    def day(self, date: Moment) -> str:
        month = f"{MONTHS[date.month - 1]} " if date.month else ""
        return (f"{date.day} " if date.day else "") + f"{month}{date.year}"

    def about(self, date: str) -> str:
        return f"about {date}"

    def end_of_year(self, year: int, *, was_counted: bool) -> str:
        return f"end of {year}"

    def as_of(self, date: Moment) -> str:
        return f"as of {self.day(date)}"

    def until_end_of_year(self, year: int) -> str:
        return f"by the end of {year}"

    def until(self, date: Moment) -> str:
        return f"by {self.day(date)}"

    def since(self, date: Moment) -> str:
        return f"since {self.day(date)}"

    def from_to(self, start: Moment, end: Moment) -> str:
        return f"{self.day(start)} to {self.day(end)}"

    def interval(self, start: Moment, end: Moment) -> str:
        if not start.month:
            return f"{start.year}–{end.year}"
        if start.year != end.year:
            return self.from_to(start, end)
        month = MONTHS[start.month - 1]
        if not start.day:
            return f"{month}–{self.day(end)}"
        if start.month == end.month:
            return f"{start.day}–{self.day(end)}"
        return f"{start.day} {month} to {self.day(end)}"

    def few_years(self, years: str) -> str:
        return years


# citations


@dataclass(frozen=True, slots=True)
class EnglishCitations(Citations):
    """Author, title and the rest as short sentences, with dates as ``dates`` writes them."""

    dates: Dates

    customary: ClassVar[ReferenceStyle] = ReferenceStyle.PLAIN
    access_day: ClassVar[str] = "[access date]"
    circa: ClassVar[str] = "ca. "

    def plain(self, work: Work) -> str:
        about = "about " if work.is_approximate else ""
        issue = (
            work.publisher,
            f"{about}{self.dates.day(work.date)}",
            f"no. {work.issue}" if work.issue else "",
            f"page {work.page}" if work.page else "",
            f"version {work.version}" if work.version else "",
            work.url,
            "accessed [date]" if work.version else "",
        )
        told = ", ".join(filter(None, issue))
        return sentences(work.author, f"“{work.translated or work.title}”", told)


# findings

_ABOUT = "about "
_BOUNDS = {
    Relation.EQUAL: "about",
    Relation.ABOUT: "about",
    Relation.JUST_UNDER: "nearly",
    Relation.MORE: "more than",
    Relation.AT_LEAST: "at least",
    Relation.LESS: "fewer than",
    Relation.AT_MOST: "at most",
    Relation.RANGE: "about",
}
_WAYS = {
    Trend.UP: "rose",
    Trend.DOWN: "fell",
    Trend.OPEN: "stayed level or cannot be told",
}


class EnglishFindings(Findings):
    """Clauses between semicolons, most without a verb."""

    total = "the total"

    def sentence(self, clauses: Sequence[str]) -> str:
        text = "; ".join(clauses)
        return f"{text[0].upper()}{text[1:]}." if text else ""

    def names(self, names: Sequence[str]) -> str:
        *others, last = names
        return f"{', '.join(others)} and {last}" if others else last

    def in_group(self, group: str, row: str) -> str:
        return f"{group}, {row}"

    def amount(self, measure: DifferenceKind, number: Fraction, *, is_about: bool) -> str:
        text = f"{_ABOUT if is_about else ''}{grouped(number, None)}"
        match measure:
            case DifferenceKind.POINTS:
                return f"{text} percentage point{'' if number == 1 else 's'}"
            case DifferenceKind.TIMES:
                return text
            case DifferenceKind.PERCENT:
                return f"{text}%"

    def level(self, names: Sequence[str], subject: Subject, *, are_all: bool) -> str:
        level = "level" if are_all else "highest and level"
        return f"{self.names(names)}: the {_noun(subject)}s are {level}."

    def larger(self, subject: Subject, other: str, difference: Difference | None) -> str:
        above = f"{_above(difference)} {other}" if difference else f"above {other}"
        return f"{_named(subject)}: {above}."

    def largest(self, subject: Subject) -> str:
        return f"{_highest(subject)}: {subject.name}."

    def largest_and_smallest(self, subject: Subject, smallest: str, difference: Difference) -> str:
        above = f"{_above(difference)} the lowest"
        return f"{_highest(subject)}: {subject.name}, {above}, {smallest}."

    def share(self, part: str, percent: int, total: str, *, is_about: bool) -> str:
        return f"{part}: {_ABOUT if is_about else ''}{percent}% of {total}."

    def in_a_hundred(self, people: str, counted: Sequence[tuple[str, Relation, int]]) -> str:
        told = (f"{name}, {_BOUNDS[relation]} {count}" for name, relation, count in counted)
        return f"Of every 100 {people}: {'; '.join(told)}."

    def clause_same_shares(self, part: str) -> str:
        return f"{part}: the same share throughout"

    def clause_shares(self, part: str, most: str, least: str) -> str:
        return f"{part}: the largest share in {most}, the smallest in {least}"

    def clause_not_comparable(self, name: str, since: str) -> str:
        return f"{name}: counted otherwise from {since} on"

    def clause_one_figure(self, name: str) -> str:
        return f"{name}: one figure only"

    def clause_unknown_change(self, name: str) -> str:
        return f"{name}: up or down, the printed numbers do not tell"

    def clause_change(
        self, subject: Subject, way: Trend, difference: Difference | None, elapsed: Elapsed
    ) -> str:
        return f"{_named(subject)}: {_change(way, difference)}{_in_time(elapsed)}"

    def clause_no_change(self, subject: Subject, elapsed: Elapsed) -> str:
        return f"{subject.name}: the same{_in_time(elapsed, 'after')}"

    def clause_aim(self, subject: Subject, way: Trend, gap: str, first: str, last: str) -> str:
        above = f"{gap} {_side(way)}".lstrip()
        return f"{subject.name}: the {_noun(subject)} is {above} the number for {first}"

    def clause_same_aim(self, subject: Subject, first: str, last: str) -> str:
        return f"{subject.name}: the {_noun(subject)} is the same as the earlier number"

    def counts(self, counts: Mapping[Trend, int], shown: int, elapsed: Elapsed | None) -> str:
        told = self.names([f"{count} {_WAYS[way]}" for way, count in counts.items()])
        since = _in_time(elapsed) if elapsed else ""
        return f"Of {shown} shown, {told}{since}."

    def clause_against(self, way: Trend, names: Sequence[str], reference: str) -> str:
        told = self.names(names)
        if way is Trend.OPEN:
            return f"for {told} the printed numbers do not tell"
        return f"{told} stood {_side(way)} {reference}"

    def milestones_between(self, count: int, first: str, last: str) -> str:
        return f"{count} milestones, from {first} to {last}."

    def milestones(self, count: int, by_date: Mapping[str, int]) -> str:
        told = self.names([f"{number} for {date}" for date, number in by_date.items()])
        return f"{count} milestones: {told}."


def _noun(subject: Subject) -> str:
    return subject.status.lower() or "figure"


def _named(subject: Subject) -> str:
    return f"{subject.name}, by its {_noun(subject)}" if subject.status else subject.name


def _highest(subject: Subject) -> str:
    return f"Highest {_noun(subject)}" if subject.status else "Highest"


def _above(difference: Difference) -> str:
    """How far a figure is above another, whose name follows."""
    word = "times" if difference.measure is DifferenceKind.TIMES else "above"
    return f"{difference.amount} {word}"


def _side(way: Trend) -> str:
    return "above" if way is Trend.UP else "below"


def _change(way: Trend, difference: Difference | None) -> str:
    change = "up" if way is Trend.UP else "down"
    if difference is None:
        return change
    if difference.measure is DifferenceKind.TIMES:
        return f"grown to {difference.amount} times as much"
    return f"{change} by {difference.amount}"


def _in_time(elapsed: Elapsed, before_years: str = "in") -> str:
    """The words behind a change, with ``before_years`` where they count years."""
    if not elapsed.years:
        return f" from {elapsed.first} to {elapsed.last}"
    return f" {before_years} {_years(elapsed.years)}"


def _years(count: int) -> str:
    return f"{count} years" if count > 1 else "a year"


# what checks look for in texts

_MONTH = f"(?:{'|'.join(MONTHS)})"
_PEOPLE = (
    "(?:people|persons?|adults?|children|infants|babies|women|men|girls|boys|residents"
    "|patients|those|anyone|everyone|population)"
)

_NAME = r"[A-Z][A-Za-z]*[-‑]?\d[\dA-Za-z]{0,3}(?:\.\d)?(?![\dA-Za-z])"

# Whatever holds digits and counts nothing: years and dates, ordinals, ages and classes that define
# a population, the base of a rate, names such as 5G, COVID-19 and 12345热线, the numbers of lists.
_ALLOWED = re.compile(
    rf"""
      (?<![\d.,])(?<!(?:more|less)\ than\ )(?<!fewer\ than\ )
      (?<!nearly\ )(?<!about\ )(?<!least\ )
      (?<!almost\ )(?<!some\ )
      (?P<year>(?:19|20)\d\d)(?:s\b|\s*[–/-]\s*(?:19|20)?\d\d\b)?(?![\d%‰]|[.,]\d)
    | \b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\s+{_MONTH}\b
    | \b{_MONTH}\s+\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\b
    | \b\d+(?:st|nd|rd|th)\b
    | (?i:\baged?|\bages)\s+(?:(?:between|over|under|above|below|from)\s+)?
      \d{{1,2}}(?:\s*(?:[–-]|to|and)\s*\d{{1,2}})?\b(?!%)
    | (?i:\b{_PEOPLE})\s+(?:over|under|above|below|younger\ than|older\ than)\s+\d{{1,2}}\b(?!%)
    | (?i:\b(?:over|under)-)\d{{1,2}}(?:s\b|(?=-year|\s+(?:age|child|mortality)))
    | \b\d{{1,2}}(?:\s+years)?\s+(?:and|or)\s+(?:over|older|above|under|younger|below)\b
    | \b\d{{1,2}}\+(?=\s+(?:age|population|group))
    | \b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?-(?:year|month)-olds?\b
    | (?i:\b(?:type|class|grade|stage|level|phase|category|tier))[\s-]+\d{{1,2}}\b(?!%|[.,]\d)
    | (?i:\b(?:pages?|section|chapter|table|figure|article|issue|part|no\.))
      \s*\d{{1,3}}(?:\s*[–-]\s*\d{{1,3}})?\b(?!%|[.,]\d)
    | (?i:\b(?:per|every))\s+1(?:0{{0,2}}(?:,000)+|0+)\b
    | \b(?!RMB|CNY|USD|Over|Under|Top){_NAME} | (?<![\w.,])[1-9][GD]\b
    | \(\d{{1,2}}\) | ^[ \t]*\d+\.[ \t]
    """,
    re.VERBOSE | re.MULTILINE,
)


def _written_numerals(_text: str, _units: str) -> Iterator[Span]:
    """None: a number in words (two articles) reads like prose and is left to editors."""
    yield from ()


ENGLISH = Language(
    code=_CODE,
    html="en",
    name="English",
    space=" ",
    title_marks=("", ""),
    label_example={"one": "person", "other": "people"},
    figures=EnglishFigures(_CODE),
    dates=EnglishDates(),
    findings=EnglishFindings(),
    citations=EnglishCitations(EnglishDates()),
    prose=ProsePatterns(
        letters="",
        allowed_numerals=_ALLOWED,
        written_numerals=_written_numerals,
        largest=re.compile(
            r"\b(?:the most(?! of\b)|largest|highest|biggest|longest)\b", re.IGNORECASE
        ),
        smallest=re.compile(r"\b(?:fewest|smallest|lowest|shortest)\b", re.IGNORECASE),
        whole=re.compile(
            r"(?<!\bin )\ball\b|\b(?:each|always|never|none)\b"
            r"|\bevery\b(?! hundred\b| thousand\b| 1)|(?<!\bat )(?<!\bthe )\bmost\b"
            r"|\bthe most of\b",
            re.IGNORECASE,
        ),
        superlative=re.compile(
            r"\b(?:the most(?! of\b)|largest|smallest|highest|lowest|longest|shortest|fullest"
            r"|widest|greatest|fewest|biggest|fastest|slowest|best|worst|richest|poorest|strongest)\b",
            re.IGNORECASE,
        ),
        present=re.compile(r"\b(?:now|currently|at present|today|nowadays)\b", re.IGNORECASE),
        sentence_end=re.compile(r"[.!?](?=\s)|\n"),
        doubled=re.compile(r"(?<![\w’'-])([A-Za-z]+(?: [A-Za-z]+)?) \1(?![\w’'-])", re.IGNORECASE),
        may_double=frozenset({"had", "that"}),
    ),
)
