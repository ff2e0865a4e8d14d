"""What is written of figures, dates and periods in every language; the words and the order are
those of `language/`.

Chinese shows a figure as it was printed; English writes the same quantity with the same precision
and qualifier. ``value:`` data, which was never printed in Chinese, is written in both languages
from its quantity.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from statsite.grammar.printed import Reading
from statsite.language import LANGUAGES
from statsite.language.figure_text import FigureText, TextPart, capitalised
from statsite.language.interface import Dates, Figures
from statsite.language.numbers import end_precisions, has_decimals, is_qualified, is_total
from statsite.model import (
    LocalisedText,
    Observation,
    PatternKind,
    Printing,
    Published,
    Status,
    Unit,
    UnitLabel,
)
from statsite.periods import Moment, TimePeriod
from statsite.problems import Location
from statsite.quantity import Quantity, Relation, decimals_of, in_few_digits, last_digit_of
from statsite.rules.dimensions import is_share
from statsite.values import replace


def figure_text(printing: Printing, unit: Unit, language: str) -> FigureText:
    """The figure of one printing in ``language``."""
    return LANGUAGES[language].figures.figure(printing, unit)


def observation_text(observation: Observation, unit: Unit, language: str) -> FigureText:
    """A figure as its first source prints it; a derived one to as many digits as its bounds
    support, about 25.76 for 25.7560 to 25.7602.
    """
    if not observation.is_derived:
        return figure_text(observation.printing, unit, language)
    return quantity_text(in_few_digits(observation.quantity), unit, language)


def quantity_text(quantity: Quantity, unit: Unit | None, language: str) -> FigureText:
    """A quantity that nothing prints, in ``unit``, or as a bare ratio where that is None."""
    if quantity.value is None and quantity.low is None and quantity.high is None:
        return FigureText((TextPart("word", LANGUAGES[language].figures.any_number),))
    return _unprinted(_without_idle_zeros(quantity), unit or _no_unit(language), language)


def _unprinted(quantity: Quantity, unit: Unit, language: str) -> FigureText:
    return figure_text(Printing("", None, quantity, None, "", None, unit.location), unit, language)


def _no_unit(language: str) -> Unit:
    """The unit of a ratio, which is called nothing."""
    return Unit("", (), {language: UnitLabel("", "")}, Location(""))


def _without_idle_zeros(quantity: Quantity) -> Quantity:
    """A range with no more decimals than one of its ends needs, a bound with no more than it needs
    itself: 1万～2万, not 1.0万～2.0万.
    """
    if quantity.relation in {Relation.EQUAL, Relation.ABOUT} or quantity.precision is None:
        return quantity
    if digits := [*_last_digits(quantity)]:
        return replace(quantity, precision=max(quantity.precision, min(digits)))
    return quantity


def _last_digits(quantity: Quantity) -> Iterator[Fraction]:
    """The size of the last digit that is not zero of each number of a quantity."""
    numbers = filter(None, (quantity.value, quantity.low, quantity.high))
    return filter(None, map(last_digit_of, numbers))


def day(moment: Moment, language: str) -> str:
    """A year, month or day: 2025年7月28日, 28 July 2025."""
    return LANGUAGES[language].dates.day(moment)


def publication_date(published: Published, language: str) -> str:
    """When an article appeared; an approximate date says so."""
    date = day(published.date, language)
    return LANGUAGES[language].dates.about(date) if published.approximate else date


def period(time_period: TimePeriod, status: Status, language: str) -> str:
    """What a figure is about in time: 截至2024年末, end of 2024; the date of a target is one to
    reach it by.
    """
    match time_period.start, time_period.end:
        case Moment() as start, Moment() as end if start == end:
            return _moment(start, status, language)
        case None, Moment() as end:
            return _until(end, language)
        case Moment() as start, None:
            return LANGUAGES[language].dates.since(start)
        case Moment() as start, Moment() as end:
            return _interval(start, end, language)
    raise ValueError(time_period)


def _moment(moment: Moment, status: Status, language: str) -> str:
    if status is Status.TARGET:
        return _until(moment, language)
    return _when(moment, LANGUAGES[language].dates, was_counted=status in _COUNTED)


_COUNTED = frozenset({Status.OBSERVED, Status.ESTIMATE})


def _when(moment: Moment, dates: Dates, *, was_counted: bool) -> str:
    """When a figure was so."""
    if moment.is_year_end:
        return dates.end_of_year(moment.year, was_counted=was_counted)
    # Any other day may be that of an event, of which 截至 would make a state.
    is_state = moment.is_month_end and was_counted
    return dates.as_of(moment) if is_state else dates.day(moment)


def _until(moment: Moment, language: str) -> str:
    dates = LANGUAGES[language].dates
    return dates.until_end_of_year(moment.year) if moment.is_year_end else dates.until(moment)


def _interval(start: Moment, end: Moment, language: str) -> str:
    """Both ends, what they share said once where both go as far: 2025年1—9月, 24–25 July 2025."""
    dates = LANGUAGES[language].dates
    go_as_far = _depth(start) == _depth(end)
    return dates.interval(start, end) if go_as_far else dates.from_to(start, end)


def _depth(moment: Moment) -> tuple[bool, bool]:
    """Whether a moment goes as far as a month, and a day."""
    return bool(moment.month), bool(moment.day)


def short_period(time_period: TimePeriod, language: str) -> str:
    """A period for the axis of a chart: the year, a few years as 2013/14, or the month, without
    what it says of status.
    """
    start, end = time_period.start, time_period.end
    if time_period.is_moment and start is not None:
        return _short_moment(start, language)
    if time_period.is_few_years and start is not None and end is not None:
        return LANGUAGES[language].dates.few_years(_few_years(start.year, end.year))
    return period(time_period, Status.OBSERVED, language)


def _short_moment(moment: Moment, language: str) -> str:
    return day(Moment(moment.year) if moment.is_year_end else moment, language)


def _few_years(start: int, end: int) -> str:
    """2013/14; 1999/2000."""
    return f"{start}/{end % 100:02}" if start // 100 == end // 100 else f"{start}/{end}"


def how_to_read(
    observation: Observation,
    unit: Unit,
    language: str,
    words: LocalisedText,
    *,
    is_exact: bool = False,
) -> str:
    """One sentence that says what the printed qualifier and precision mean, from the templates in
    ``words`` (keyed by relation); ``is_exact`` where a derived figure is of numbers that nobody
    rounded.
    """
    template = _reading_template(observation, unit, language, words, is_exact=is_exact)
    return capitalised(template.format_map(_numbers_in_full(observation, unit, language)))


class _InFull(Struct, frozen=True):
    """The numbers of a figure by the names that templates have for them, each written when one asks
    for it, with all its digits and its unit, on the scale and with the word that it was ``printed``
    with; empty where there is none. ``every`` is what the unit's pattern writes before all of a
    figure (日均), and the others leave out; ``few`` is a number without end in few digits.
    """

    figures: Figures
    quantity: Quantity
    unit: Unit
    printed: Reading | None
    every: str

    def __getitem__(self, name: str) -> str:
        quantity = self.quantity
        match name:
            case "every":
                return self.every
            case "value":
                return self._number(_without_endless_digits(quantity), quantity.precision)
            case "few":
                few = in_few_digits(quantity)
                return self._number(few.value, few.precision)
            case "low":
                return self._number(quantity.low, end_precisions(quantity, self.printed)[0])
            case "high":
                return self._number(quantity.high, end_precisions(quantity, self.printed)[1])
            case "precision":
                return self._last_digit(quantity.precision)
        raise KeyError(name)

    def _number(self, number: Fraction | None, precision: Fraction | None) -> str:
        """A number as precise as the figure tells it; empty where there is none."""
        if number is None:
            return ""
        told = self.figures.in_full(number, self._told(number, precision), self.unit, self.printed)
        return told.removeprefix(self.every)

    def _last_digit(self, precision: Fraction | None) -> str:
        """What the last digit counts; empty where a number has none."""
        word = self.printed.unit if self.printed else ""
        return self.figures.last_digit(precision, self.unit, word) if precision else ""

    def _told(self, number: Fraction, precision: Fraction | None) -> Fraction | None:
        """The last digit to write: of a bound without decimals the last that is not a nought, as
        the figure itself is written.
        """
        is_plain = self.quantity.relation is Relation.EQUAL
        has_own_digits = is_plain or (self.printed and has_decimals(self.printed))
        last = last_digit_of(number)
        return precision if has_own_digits or not (precision and last) else max(precision, last)


def _numbers_in_full(observation: Observation, unit: Unit, language: str) -> _InFull:
    figures, reading = LANGUAGES[language].figures, observation.printing.reading
    return _InFull(figures, observation.quantity, unit, reading, _every(unit, language))


def _every(unit: Unit, language: str) -> str:
    """What the unit's pattern writes before all of a figure, its qualifier too."""
    pattern = unit.label[language].pattern
    return pattern.before if pattern and pattern.kind is PatternKind.EVERY else ""


def _without_endless_digits(quantity: Quantity) -> Fraction | None:
    """The number; one that no decimals write exactly, such as a third, in two digits."""
    number = quantity.value
    if number is None or quantity.precision is not None or decimals_of(number) is not None:
        return number
    return Fraction(f"{float(number):.2g}")


def _reading_template(
    observation: Observation, unit: Unit, language: str, words: LocalisedText, *, is_exact: bool
) -> str:
    """The template for a figure; of one that is printed nowhere it says how it was found."""
    if observation.is_derived and is_exact:
        return words[_key_of_exact(observation.quantity)]
    template = words[_reading_key(observation, unit)]
    if observation.is_derived:
        return LANGUAGES[language].space.join((template, words["derived"]))
    if observation.is_read_by_editors:
        return LANGUAGES[language].space.join((template, words["by-editors"]))
    return template


def _key_of_exact(quantity: Quantity) -> str:
    """Which template explains a number computed of numbers that nobody rounded."""
    return "derived-exactly" if quantity.relation is Relation.EQUAL else "derived-endless"


def _reading_key(observation: Observation, unit: Unit) -> str:
    """Which template explains the quantity."""
    quantity, reading = observation.quantity, observation.printing.reading
    if reading is not None and is_total(reading):
        return "total"
    if _is_in_words(quantity):
        return "set" if observation.status.is_set and not is_qualified(reading) else "words"
    if quantity.relation is Relation.EQUAL:
        return _key_of_a_number(observation, unit)
    return _key_of_a_bound(quantity)


def _is_in_words(quantity: Quantity) -> bool:
    """Whether a number is in words or a fraction, which have no last digit."""
    return quantity.precision is None and quantity.relation in {Relation.EQUAL, Relation.ABOUT}


def _key_of_a_bound(quantity: Quantity) -> str:
    if quantity.relation is Relation.MORE and quantity.high is not None:
        return "more-bounded"
    return quantity.relation.name.lower().replace("_", "-")


def _key_of_a_number(observation: Observation, unit: Unit) -> str:
    """Which template explains a number without a qualifier: places and what was set are no
    measurements, so nothing is said of digits; a share in whole percent was rounded, a count was
    not.
    """
    if _is_a_place(unit) or observation.is_read_by_editors:
        return "exactly"
    if observation.status.is_set:
        return "set"
    is_count = observation.quantity.precision == 1 and not is_share(unit)
    return "whole" if is_count else "equal"


def _is_a_place(unit: Unit) -> bool:
    """Whether its numbers are places in a ranking, which nobody rounds."""
    patterns = [label.pattern for label in unit.label.values() if label.pattern]
    return any(pattern.kind in {PatternKind.RANK, PatternKind.TOP} for pattern in patterns)
