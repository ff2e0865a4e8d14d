"""Numbers, units, dates and periods written for a language: the only module that does.

Chinese shows a figure as it was printed; English writes the same quantity with the same precision
and qualifier. ``value:`` data, which was never printed in Chinese, is written in both languages
from its quantity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from statsite.english import cardinal, ordinal, with_article
from statsite.grammar.amounts import TOTALS, unit_words
from statsite.grammar.printed import (
    PartKind,
    Reading,
    is_written_with_more,
    read_printed,
    write_printed,
)
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
from statsite.quantity import (
    Quantity,
    Relation,
    decimal_text,
    decimals_of,
    in_few_digits,
    last_digit_of,
)

#: The languages the engine can write numbers, dates and its own words in.
FORMATTED_LANGUAGES = ("zh", "en")

#: Language codes as HTML wants them (BCP 47).
HTML_LANGUAGE = {"zh": "zh-Hans", "en": "en"}

_MONTHS = (
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
_ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ENGLISH_QUALIFIERS = {
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
_SHARE_WORDS = ("/", "分之", "半", "成")
_MORE_WORDS = {"余", "多", "有余", "+"}
#: What 余 and 多 are in English, where "more than" is 超过: 6,000-odd, from 6,000 to 7,000.
_ODD = "-odd"
#: The same before millions and more, which do not take -odd: over 1.4 billion.
_OVER = "over "
_SCALE_NAMES = tuple(name for _, name in _ENGLISH_SCALES)
_SIGN_WORDS = {"%": "per cent", "‰": "per mille"}
_CHINESE_SCALES = (Fraction(10**4), Fraction(10**8), Fraction(10**12))
_MINUS = "−"
_MOST_DECIMALS = 3  # a fourth decimal of a million reads worse than the plain number


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of a written figure: its number, or the words before and after it."""

    kind: Literal["number", "word"]
    text: str


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure as a reader sees it, qualifier and unit included; the parts joined are the whole."""

    parts: tuple[TextPart, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def capitalised(self) -> FigureText:
        """The figure at the beginning of a sentence or a cell: About 3 million people."""
        first, *others = self.parts
        return FigureText((TextPart(first.kind, capitalised(first.text)), *others))


def capitalised(text: str) -> str:
    """``text`` with a capital letter, where its first character is a letter that has one."""
    return text[:1].upper() + text[1:]


def figure_text(printing: Printing, unit: Unit, language: str) -> FigureText:
    """The figure of one printing in ``language``."""
    if language == "zh":
        return _chinese(printing, unit)
    return _english(printing.quantity, printing.reading, unit.label[language], unit)


def observation_text(observation: Observation, unit: Unit, language: str) -> FigureText:
    """A figure as its first source prints it; a derived one to as many digits as its bounds
    support, about 25.76 for 25.7560 to 25.7602.
    """
    if not observation.is_derived:
        return figure_text(observation.printing, unit, language)
    return quantity_text(in_few_digits(observation.quantity), unit, language)


def quantity_text(quantity: Quantity, unit: Unit | None, language: str) -> FigureText:
    """A quantity that nothing prints, in ``unit``, or as a bare ratio where that is None."""
    unit = unit or Unit("", (), {language: UnitLabel("", "")}, Location(""))
    if quantity.value is None and quantity.low is None and quantity.high is None:
        return FigureText((TextPart("word", {"zh": "任何数", "en": "any number"}[language]),))
    return figure_text(
        Printing("", None, _without_idle_zeros(quantity), None, "", None, unit.location),
        unit,
        language,
    )


def _without_idle_zeros(quantity: Quantity) -> Quantity:
    """A range with no more decimals than one of its ends needs: 1万～2万, not 1.0万～2.0万."""
    digits = [
        size
        for number in (quantity.low, quantity.high)
        if number and (size := last_digit_of(number))
    ]
    if quantity.relation is not Relation.RANGE or quantity.precision is None or not digits:
        return quantity
    return replace(quantity, precision=max(quantity.precision, min(digits)))


def _chinese(printing: Printing, unit: Unit) -> FigureText:
    label = unit.label["zh"]
    reading = printing.reading or _written_reading(printing.quantity, unit, _counted(unit))
    if reading is None:
        return _in_chinese_pattern(
            [(PartKind.NUMBER, write_printed(printing.quantity, ""))], label, unit
        )
    if _is_total(reading):
        hundred = decimal_text(printing.quantity.value or Fraction(0), None)
        return _joined(
            [
                *(_part(part.kind, part.text) for part in reading.parts),
                *_words(f"（{hundred}{label.other}）"),
            ]
        )
    parts = [(part.kind, part.text) for part in reading.parts if part.kind is not PartKind.LIST]
    return _in_chinese_pattern(parts, label, unit, needs_unit=not _is_share_word(reading))


def _in_chinese_pattern(
    parts: Sequence[tuple[PartKind, str]], label: UnitLabel, unit: Unit, *, needs_unit: bool = True
) -> FigureText:
    """The parts with their unit, and with what its pattern writes before the number or before all
    of the figure.
    """
    pattern = label.pattern
    printed = next((text for kind, text in reversed(parts) if kind is PartKind.UNIT), "")
    if needs_unit and pattern and pattern.behind:
        parts = _with_unit_label(parts, pattern.behind)
    elif needs_unit and (_counted(unit) not in unit.words or not printed):
        parts = _with_unit_label(parts, _counted(unit))
    before = [(PartKind.QUALIFIER, pattern.before)] if pattern and pattern.before else []
    at = 0 if pattern and pattern.kind is PatternKind.EVERY else _first_number(parts)
    return _joined([_part(kind, text) for kind, text in (*parts[:at], *before, *parts[at:])])


def _counted(unit: Unit) -> str:
    """What follows a number in Chinese where nothing is printed there: the label, or what a rate
    counts (人 of 每年{n}).
    """
    label = unit.label["zh"]
    is_rate = label.pattern is not None and label.pattern.kind is PatternKind.EVERY
    return (
        unit.words[0] if is_rate and unit.words and label.other not in unit.words else label.other
    )


def _first_number(parts: Sequence[tuple[PartKind, str]]) -> int:
    return next(
        (
            index
            for index, (kind, _) in enumerate(parts)
            if kind in {PartKind.NUMBER, PartKind.SCALE}
        ),
        0,
    )


def _written_reading(quantity: Quantity, unit: Unit, label: str) -> Reading | None:
    """The parts of a quantity that was never printed, as a newspaper would print it; None where it
    could not.
    """
    reading = read_printed(
        write_printed(_on_a_fit_scale(quantity), label if label in unit.words else ""), unit.words
    )
    return reading if isinstance(reading, Reading) else None


def _on_a_fit_scale(quantity: Quantity) -> Quantity:
    """The quantity so that no number is less than the scale it is written with: 1430万, not
    0.143亿.
    """
    numbers = [abs(number) for number in (quantity.value, quantity.low, quantity.high) if number]
    if quantity.precision is None or not numbers:
        return quantity
    fit = max((scale for scale in _CHINESE_SCALES if scale <= min(numbers)), default=Fraction(1))
    return replace(quantity, precision=min(quantity.precision, fit))


def _with_unit_label(
    parts: Sequence[tuple[PartKind, str]], label: str
) -> list[tuple[PartKind, str]]:
    """The parts with the unit's label in place of a unit word that alone says less (人 for
    人/万人), or where none is printed.
    """
    printed = [index for index, (kind, _) in enumerate(parts) if kind is PartKind.UNIT]
    if printed:
        return [*parts[: printed[-1]], (PartKind.UNIT, label), *parts[printed[-1] + 1 :]]
    numbers = [
        index
        for index, (kind, text) in enumerate(parts)
        if kind in {PartKind.NUMBER, PartKind.SCALE} or text in _MORE_WORDS
    ]  # a unit is behind 余 and 多 but before 以上 and 左右
    return [*parts[: numbers[-1] + 1], (PartKind.UNIT, label), *parts[numbers[-1] + 1 :]]


def _part(kind: PartKind, text: str) -> TextPart:
    return TextPart("number" if kind in {PartKind.NUMBER, PartKind.JOINER} else "word", text)


def _words(text: str) -> list[TextPart]:
    return [TextPart("word", text)] if text else []


def _joined(parts: list[TextPart]) -> FigureText:
    """The parts with neighbours of one kind run together."""
    run: list[TextPart] = []
    for part in parts:
        if run and run[-1].kind == part.kind:
            run[-1] = TextPart(part.kind, run[-1].text + part.text)
        else:
            run.append(part)
    return FigureText(tuple(run))


def _is_share_word(reading: Reading) -> bool:
    """Whether the figure was printed as a fraction, in tenths or as a half, which need no unit."""
    numbers = "".join(
        part.text for part in reading.parts if part.kind in {PartKind.NUMBER, PartKind.SCALE}
    )
    return not reading.unit and any(word in numbers for word in _SHARE_WORDS)


def _is_total(reading: Reading) -> bool:
    """Whether the figure was printed as a word for a whole: 全覆盖."""
    return "".join(part.text for part in reading.parts) in TOTALS


def _english(
    quantity: Quantity, reading: Reading | None, label: UnitLabel, unit: Unit
) -> FigureText:
    if reading is not None and _is_total(reading):
        return FigureText((TextPart("number", "all"),))
    if (
        reading is not None
        and _is_share_word(reading)
        and (words := _english_share(quantity, reading, unit))
    ):
        return words
    amounts = _english_amounts(quantity, reading)
    if len(amounts) > 1 and any(amount.startswith(_MINUS) for amount in amounts):
        return _english_signed_range(amounts, label)
    number = amounts[0] if len(amounts) == 1 else "–".join(_without_shared_scale(amounts))
    if is_written_with_more(quantity) and number.endswith(_SCALE_NAMES):
        return _in_english_pattern(_words(_OVER), number, label)
    if is_written_with_more(quantity):
        return _in_english_pattern([], f"{number}{_ODD}", _odd(label))
    qualifier = (
        _words("within ") if _is_time_limit(reading, unit) else _qualifier(quantity.relation)
    )
    return _in_english_pattern(qualifier, number, label)


def _is_time_limit(reading: Reading | None, unit: Unit) -> bool:
    """Whether the figure is a time that something is to take at most: 90天内, 3周以内."""
    return (
        reading is not None
        and not _TIME_WORDS.isdisjoint(unit.words)
        and any(
            part.kind is PartKind.QUALIFIER and part.text in _WITHIN_WORDS for part in reading.parts
        )
    )


def _in_english_pattern(qualifier: list[TextPart], number: str, label: UnitLabel) -> FigureText:
    """The number with its unit, and with what its pattern writes before the number or before all of
    the figure.
    """
    if word := {"1": label.once, "2": label.twice}.get(number):
        return _joined([*qualifier, TextPart("word", word)])
    pattern = label.pattern
    if pattern is None:
        return _joined([*qualifier, *_number(number), *_words(_unit_text(number, label))])
    minus = number[: len(_MINUS)] if number.startswith(_MINUS) and pattern.before else ""
    placed = _number(_MADE[pattern.kind](number.removeprefix(minus)))
    before = (
        [*_words(pattern.before), *qualifier]
        if pattern.kind is PatternKind.EVERY
        else [*qualifier, *_words(minus + pattern.before)]
    )
    return _joined([*before, *placed, *_words(pattern.behind)])


def _number(text: str) -> list[TextPart]:
    """The digits, and behind them the word that says that they are exceeded."""
    digits = text.removesuffix(_ODD)
    return [TextPart("number", digits), *_words(text[len(digits) :])]


def _odd(label: UnitLabel) -> UnitLabel:
    """The label behind -odd, where a sign is a word: 30-odd per cent."""
    name = _SIGN_WORDS.get(label.other, label.other)
    return (
        label
        if name[:1].isalnum() and name == label.other
        else UnitLabel(f" {name}", f" {name}", label.pattern)
    )


def _ordinals(number: str) -> str:
    return re.sub(
        r"(?<![\d.,])\d[\d,]*(?![\d.,]| [a-z])",
        lambda found: ordinal(int(found[0].replace(",", ""))),
        number,
    )


def _cardinals(number: str) -> str:
    return cardinal(int(number)) if number.isascii() and number.isdecimal() else number


#: What the number of a pattern becomes.
_MADE: Mapping[PatternKind, Callable[[str], str]] = {
    PatternKind.EVERY: str,
    PatternKind.AMOUNT: str,
    PatternKind.RANK: _ordinals,
    PatternKind.TOP: _cardinals,
}


def _english_signed_range(amounts: list[str], label: UnitLabel) -> FigureText:
    """A range with a minus in it: a dash would be taken for another, and a sign that is close to
    its number is at both ends: −5% to 5%.
    """
    low, high = _without_shared_scale(amounts)
    if label.pattern:
        ends = (_in_english_pattern([], number, label).parts for number in amounts)
        return _joined([*next(ends), *_words(" to "), *next(ends)])
    unit = _unit_text(high, label)
    repeated = "" if unit.startswith(" ") else unit
    return _joined(
        [
            TextPart("number", low),
            *_words(f"{repeated} to "),
            TextPart("number", high),
            *_words(unit),
        ]
    )


def _qualifier(relation: Relation) -> list[TextPart]:
    word = _ENGLISH_QUALIFIERS[relation]
    return _words(f"{word} " if word else "")


def _unit_text(number: str, label: UnitLabel) -> str:
    """The unit as it follows ``number``, with the space that a word or a bracket needs
    before it.
    """
    text = label.one if number == "1" else label.other
    return f" {text}" if text[:1].isalnum() or text.startswith("(") else text


def _has_decimals(reading: Reading | None) -> bool:
    return reading is not None and any(
        "." in part.text or "点" in part.text
        for part in reading.parts
        if part.kind is PartKind.NUMBER
    )


def _english_share(quantity: Quantity, reading: Reading, unit: Unit) -> FigureText | None:
    """A half or a fraction in words of its own; None for a share that English writes with the unit,
    such as 九成 and 百分之七十.
    """
    numbers = "".join(part.text for part in reading.parts if part.kind is PartKind.NUMBER)
    if "半" not in numbers and "/" not in numbers and "分之" not in numbers:
        return None
    is_about = quantity.relation is Relation.ABOUT and _is_qualified(reading)
    about = _words("about ") if is_about else []
    if "半" in numbers and quantity.relation in _HALVES:
        return _joined([*about, TextPart("number", _HALVES[quantity.relation])])
    whole = unit_words(unit.words).whole or Fraction(1)
    ends = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    shares = [end / whole for end in ends if end is not None]
    number = "–".join(f"{share.numerator}/{share.denominator}" for share in shares)
    qualifier = about if quantity.relation is Relation.ABOUT else _qualifier(quantity.relation)
    return _joined([*qualifier, TextPart("number", number)])


def _english_amounts(quantity: Quantity, reading: Reading | None) -> list[str]:
    """The number, or both ends of a range, in digits and scale words."""
    shown = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    numbers = [number for number in shown if number is not None]
    if _has_decimals(reading) or quantity.last_digits:
        precisions = end_precisions(quantity, reading)
        return [
            _english_amount(number, precision)
            for number, precision in zip(numbers, precisions, strict=False)
        ]
    return [_english_amount(number, _shown_precision(quantity, numbers)) for number in numbers]


def end_precisions(
    quantity: Quantity, reading: Reading | None
) -> tuple[Fraction | None, Fraction | None]:
    """The size of the last printed digit of each end of a range, which may differ: 1.5—3%.

    That of the whole figure where it is not such a range.
    """
    if quantity.last_digits:
        return quantity.last_digits
    same = (quantity.precision, quantity.precision)
    if quantity.relation is not Relation.RANGE or quantity.precision is None or reading is None:
        return same
    numbers = [part.text for part in reading.parts if part.kind is PartKind.NUMBER]
    scales = {part.text for part in reading.parts if part.kind is PartKind.SCALE}
    if len(numbers) != len(same) or len(scales) > 1:
        return same
    decimals = [
        len(re.split("[.点]", number, maxsplit=1)[1]) if re.search("[.点]", number) else 0
        for number in numbers
    ]
    low, high = (quantity.precision * 10 ** (max(decimals) - count) for count in decimals)
    return low, high


def _shown_precision(quantity: Quantity, numbers: list[Fraction]) -> Fraction | None:
    """The precision to show: that of a round number behind a qualifier or in a range is its last
    digit (近500万 is nearly 5 million).
    """
    if quantity.precision is None or quantity.precision < 1 or quantity.relation is Relation.EQUAL:
        return quantity.precision
    last_digits = [size for number in numbers if (size := last_digit_of(number)) is not None]
    return max([quantity.precision, min(last_digits)]) if last_digits else quantity.precision


def _without_shared_scale(amounts: list[str]) -> list[str]:
    """The two ends of a range; a scale word that both carry is at the second alone."""
    low, high = amounts
    scale = high.partition(" ")[2]
    return [low.removesuffix(f" {scale}") if scale else low, high]


def _english_amount(value: Fraction, precision: Fraction | None) -> str:
    """``value`` in millions, billions or trillions where at most three decimals do, else with
    thousands marks: 310.31 million, 85,000.
    """
    scale, word = next(
        ((scale, word) for scale, word in _ENGLISH_SCALES if abs(value) >= scale), (1, "")
    )
    text = grouped(value / scale, None if precision is None else precision / scale)
    if word and len(text.partition(".")[2]) <= _MOST_DECIMALS:
        return f"{text} {word}"
    return grouped(value, precision)


def grouped(value: Fraction, precision: Fraction | None) -> str:
    """Plain decimal text with a comma at each thousand: 310,310,000.

    A true minus sign is before negative numbers.
    """
    whole, dot, decimals = decimal_text(abs(value), precision).partition(".")
    sign = _MINUS if value < 0 else ""
    return f"{sign}{int(whole):,}{dot}{decimals}"


def day(moment: Moment, language: str) -> str:
    """A year, month or day: 2025年7月28日, 28 July 2025."""
    if language == "zh":
        return (
            f"{moment.year}年"
            + (f"{moment.month}月" if moment.month else "")
            + (f"{moment.day}日" if moment.day else "")
        )
    month = f"{_MONTHS[moment.month - 1]} " if moment.month else ""
    return (f"{moment.day} " if moment.day else "") + f"{month}{moment.year}"


def publication_date(published: Published, language: str) -> str:
    """When an article appeared; an approximate date says so."""
    about = {"zh": "约", "en": "about "}[language] if published.approximate else ""
    return about + day(published.date, language)


def period(time_period: TimePeriod, status: Status, language: str) -> str:
    """What a figure is about in time: 截至2024年末, end of 2024; the date of a target is one to
    reach it by.
    """
    start, end = time_period.start, time_period.end
    if start is not None and start == end:
        return _moment(start, status, language)
    if start is None and end is not None:
        return _until(end, language)
    if end is None and start is not None:
        return f"{day(start, 'zh')}以来" if language == "zh" else f"since {day(start, language)}"
    if start is not None and end is not None:
        return _interval(start, end, language)
    raise ValueError(time_period)


def _moment(moment: Moment, status: Status, language: str) -> str:
    if status is Status.TARGET:
        return _until(moment, language)
    was_counted = status in {Status.OBSERVED, Status.ESTIMATE}
    if moment.is_year_end:
        return (
            f"{'截至' if was_counted else ''}{moment.year}年末"
            if language == "zh"
            else f"end of {moment.year}"
        )
    if (
        moment.is_month_end and was_counted
    ):  # any other day may be that of an event, of which 截至 would make a state
        return f"截至{day(moment, 'zh')}" if language == "zh" else f"as of {day(moment, language)}"
    return day(moment, language)


def _until(moment: Moment, language: str) -> str:
    if moment.is_year_end:
        return f"到{moment.year}年末" if language == "zh" else f"by the end of {moment.year}"
    return f"到{day(moment, 'zh')}" if language == "zh" else f"by {day(moment, language)}"


def _interval(start: Moment, end: Moment, language: str) -> str:
    """Both ends, what they share said once where both go as far: 2025年1—9月, 24–25 July 2025."""
    if (not start.month, not start.day) != (not end.month, not end.day):
        return (
            f"{day(start, 'zh')}至{day(end, 'zh')}"
            if language == "zh"
            else f"{day(start, language)} to {day(end, language)}"
        )
    if language == "zh":
        return _chinese_interval(start, end)
    return _english_interval(start, end)


def _chinese_interval(start: Moment, end: Moment) -> str:
    if not start.month:
        return f"{start.year}—{end.year}年"
    if start.year != end.year:
        return f"{day(start, 'zh')}至{day(end, 'zh')}"
    if not start.day:
        return f"{start.year}年{start.month}—{end.month}月"
    if start.month == end.month:
        return f"{start.year}年{start.month}月{start.day}—{end.day}日"
    return f"{day(start, 'zh')}至{end.month}月{end.day}日"


def _english_interval(start: Moment, end: Moment) -> str:
    if not start.month:
        return f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{day(start, 'en')} to {day(end, 'en')}"
    first = _MONTHS[start.month - 1]
    if not start.day:
        return f"{first}–{day(end, 'en')}"
    if start.month == end.month:
        return f"{start.day}–{day(end, 'en')}"
    return f"{start.day} {first} to {day(end, 'en')}"


def short_period(time_period: TimePeriod, language: str) -> str:
    """A period for the axis of a chart: the year, a few years as 2013/14, or the month, without
    what it says of status.
    """
    if time_period.is_moment and time_period.start is not None:
        moment = (
            Moment(time_period.start.year) if time_period.start.is_year_end else time_period.start
        )
        return day(moment, language)
    if time_period.is_few_years and time_period.start is not None and time_period.end is not None:
        start, end = time_period.start.year, time_period.end.year
        ends = f"{start}/{end % 100:02}" if start // 100 == end // 100 else f"{start}/{end}"
        return f"{ends}年" if language == "zh" else ends
    return period(time_period, Status.OBSERVED, language)


def how_to_read(observation: Observation, unit: Unit, language: str, words: LocalisedText) -> str:
    """One sentence that says what the printed qualifier and precision mean, from the templates in
    ``words`` (keyed by relation).
    """
    quantity = observation.quantity
    low, high = end_precisions(quantity, observation.printing.reading)
    template = words[_reading_key(observation, unit)]
    if observation.is_derived:
        template = (
            f"{words['exactly'] if quantity.relation is Relation.EQUAL else template}"
            f"{'' if language == 'zh' else ' '}{words['derived']}"
        )
    told = template.format(
        value=_in_full(_without_endless_digits(quantity), quantity.precision, unit, language),
        precision=_last_digit(quantity.precision, unit, language),
        low=_in_full(quantity.low, low, unit, language),
        high=_in_full(quantity.high, high, unit, language),
    )
    return capitalised(told)


def _without_endless_digits(quantity: Quantity) -> Fraction | None:
    """The number; one that no decimals write exactly, such as a third, in two digits."""
    number = quantity.value
    if number is None or quantity.precision is not None or decimals_of(number) is not None:
        return number
    return Fraction(f"{float(number):.2g}")


def _in_full(number: Fraction | None, precision: Fraction | None, unit: Unit, language: str) -> str:
    """A number with all its digits and its unit; empty where there is none."""
    if number is None:
        return ""
    digits, label = grouped(number, precision), unit.label[language]
    if language == "zh":
        return str(_in_chinese_pattern([(PartKind.NUMBER, digits)], label, unit))
    return str(_in_english_pattern([], digits, label))


def _last_digit(precision: Fraction | None, unit: Unit, language: str) -> str:
    """What the last printed digit counts: 0.1万张, 1,000 beds, 0.1 of a year; without what the
    unit's pattern writes before all of a figure.
    """
    if precision is None:
        return ""
    label = unit.label[language]
    is_rate = label.pattern is not None and label.pattern.kind is PatternKind.EVERY
    if language == "zh":
        behind = label.pattern.behind if label.pattern else ""
        return write_printed(
            Quantity(Relation.EQUAL, precision, precision, precision, precision),
            behind or _counted(unit),
        )
    digits = grouped(precision, precision)
    if precision < 1 and label.one.isalpha() and label.one != label.other:
        return f"{digits} of {with_article(label.one)}"
    return (
        f"{digits}{_unit_text(digits, label)}"
        if is_rate
        else str(_in_english_pattern([], digits, label))
    )


def _reading_key(observation: Observation, unit: Unit) -> str:
    """Which template explains the quantity."""
    quantity, reading = observation.quantity, observation.printing.reading
    relation = quantity.relation
    if reading is not None and _is_total(reading):
        return "total"
    if quantity.precision is None and relation in {Relation.EQUAL, Relation.ABOUT}:
        return "set" if observation.status.is_set and not _is_qualified(reading) else "words"
    if relation is Relation.MORE and quantity.high is not None:
        return "more-bounded"
    if relation is Relation.EQUAL:
        return _key_of_a_number(observation, unit)
    return relation.name.lower().replace("_", "-")


def _key_of_a_number(observation: Observation, unit: Unit) -> str:
    """Which template explains a number without a qualifier: places and what was set are no
    measurements, so nothing is said of digits.
    """
    if _is_a_place(unit):
        return "exactly"
    if observation.status.is_set:
        return "set"
    return "whole" if observation.quantity.precision == 1 else "equal"


def _is_qualified(reading: Reading | None) -> bool:
    """Whether a word such as 约 is beside the number."""
    return reading is not None and any(part.kind is PartKind.QUALIFIER for part in reading.parts)


def _is_a_place(unit: Unit) -> bool:
    """Whether its numbers are places in a ranking, which nobody rounds."""
    patterns = [label.pattern for label in unit.label.values() if label.pattern]
    return any(pattern.kind in {PatternKind.RANK, PatternKind.TOP} for pattern in patterns)
