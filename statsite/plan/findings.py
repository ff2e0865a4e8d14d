"""The finding of a chart as a sentence, made from its data where an editor wrote none.

It says what a reader would have to work out, such as a difference or a multiple, and repeats none
of the numbers that the drawing shows. It claims only what is so for every number within the
figures' bounds; where that is nothing, it is empty. What is claimed is decided here; how a language
says it, in `language/`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, inf
from typing import Final

from msgspec import Struct

from charts.spec import Datum
from statsite.language.figure_text import capitalised
from statsite.language.interface import (
    Difference,
    DifferenceKind,
    Elapsed,
    Findings,
    Subject,
    Trend,
)
from statsite.model import Status
from statsite.plan.views import Presenter
from statsite.prose import REFERENCE, begins_sentence
from statsite.quantity import Relation
from statsite.values import replace

#: Rows of a chart that a finding still names one by one; of more it gives counts.
NAMED_ROWS: Final = 3

_PAIR: Final = 2
#: From this ratio on, a multiple is said instead of a percentage.
_MULTIPLE: Final = 1.95
_TEN: Final = 10
_DAYS: Final = 0.05
_HUNDRED: Final = 100.0
_COUNTED = frozenset({Status.OBSERVED, Status.DERIVED})


def written(text: str, presenter: Presenter) -> str:
    """An editor's finding with each ``[[id]]`` replaced by the figure."""

    def words(found: re.Match[str]) -> str:
        if given := (found["words"] or "").strip():
            return given
        figure = str(presenter.text(presenter.site.observations[found["id"]]))
        return capitalised(figure) if begins_sentence(text, found.start()) else figure

    return REFERENCE.sub(words, text)


class Asked(Struct, frozen=True):
    """A chart of which something is to be said: ``other`` is its total or reference, ``whole`` what
    a whole is in the data's unit, ``hundred`` whom a hundred people stand for, ``in_percent``
    whether differences are percentage points.
    """

    kind: str
    data: tuple[Datum, ...]
    other: Datum | None = None
    whole: float | None = None
    hundred: str = ""
    in_percent: bool = False


class _Voice(Struct, frozen=True):
    """Says things in the presenter's language; of shares where ``in_percent``."""

    presenter: Presenter
    in_percent: bool

    @property
    def says(self) -> Findings:
        """The clauses and sentences of the language."""
        return self.presenter.locale.findings

    def status(self, datum: Datum) -> str:
        """The word for what a figure is; empty where it was counted."""
        status = Status(datum.status)
        return "" if status in _COUNTED else self.presenter.interface_text(f"status-{status.value}")

    def subject(self, datum: Datum) -> Subject:
        """The figure's row as the subject of a clause."""
        return Subject(datum.row, self.status(datum), self.in_percent)

    def with_status(self, text: str, datum: Datum) -> str:
        """``text`` and in brackets what the figure is, unless it was observed."""
        return self.presenter.with_status(text, Status(datum.status))


def finding(asked: Asked, presenter: Presenter) -> str:
    """One sentence a person would say of the data: the largest, the share, the change; empty where
    nothing certain can be said.
    """
    return FINDING_OF_KIND[asked.kind](asked, _Voice(presenter, asked.in_percent))


# what can be said of two figures


def _position(datum: Datum) -> float:
    ends = (datum.value, datum.high, datum.low)
    return next((end for end in ends if end is not None), 0.0)


def _least(datum: Datum) -> float:
    """What the true number is not below, 约 and 近 taken at their word."""
    if datum.relation in {"<", "≤"}:
        return -inf
    return datum.low if datum.relation == "range" and datum.low is not None else _position(datum)


def _most(datum: Datum) -> float:
    """What the true number is not above, 约 and 近 taken at their word."""
    if datum.relation in {">", "≥"}:
        return inf if datum.high is None else datum.high
    return _position(datum)


def _is_definite(*data: Datum) -> bool:
    """Whether figures are numbers that can be computed with."""
    return all(datum.relation in {"=", "≈"} for datum in data)


def _direction(first: Datum, last: Datum) -> Trend:
    """Which way the number certainly went; open where it stayed, too."""
    if _position(first) == _position(last):
        return Trend.OPEN
    rose, fell = _least(last) >= _most(first), _most(last) <= _least(first)
    if rose == fell:
        return Trend.OPEN
    return Trend.UP if rose else Trend.DOWN


def _is_about(data: Sequence[Datum], amount: float, shown: float) -> bool:
    """Whether a number was rounded, or reckoned from one known about."""
    return abs(amount - shown) >= 10**-9 or any(datum.relation != "=" for datum in data)


def _points(one: Datum, other: Datum, voice: _Voice) -> Difference:
    """The difference of two shares in percentage points: whole ones, where it is small to a tenth
    if both are as precise.
    """
    amount = abs(_position(one) - _position(other))
    is_fine = max(one.precision, other.precision) < 1
    shown = round(amount, 1 if amount < _TEN and is_fine else 0)
    is_about = _is_about((one, other), amount, shown)
    return _told(DifferenceKind.POINTS, shown, voice, is_about=is_about)


def _times(large: Datum, small: Datum, voice: _Voice) -> Difference:
    """A multiple, to a tenth where it is small."""
    ratio = _position(large) / _position(small)
    shown = round(ratio, 1) if ratio < _TEN else float(round(ratio))
    is_about = _is_about((large, small), ratio, shown)
    return _told(DifferenceKind.TIMES, shown, voice, is_about=is_about)


def _percent(one: Datum, base: Datum, voice: _Voice) -> Difference | None:
    """By how many percent a figure differs from a base; None where that rounds to none."""
    amount = abs(_position(one) / _position(base) - 1) * _HUNDRED
    shown = round(amount)
    is_about = _is_about((one, base), amount, shown)
    return _told(DifferenceKind.PERCENT, shown, voice, is_about=is_about) if shown else None


def _told(measure: DifferenceKind, shown: float, voice: _Voice, *, is_about: bool) -> Difference:
    """A difference as the language writes it; ``shown`` has the digits to write."""
    amount = voice.says.amount(measure, Fraction(str(shown)), is_about=is_about)
    return Difference(measure, amount)


def _ratio(one: Datum, other: Datum) -> float:
    """How many times the other the one is; 0 where that says nothing."""
    are_positive = _position(one) > 0 and _position(other) > 0
    is_known = are_positive and _is_definite(one, other)
    return _position(one) / _position(other) if is_known else 0.0


def _difference(one: Datum, base: Datum, voice: _Voice) -> Difference | None:
    """How far a figure is from another, as a multiple where it is at least about twice as much;
    None where that cannot be said.
    """
    if voice.in_percent and _is_definite(one, base):
        return _points(one, base, voice)
    ratio = _ratio(one, base)
    if ratio >= _MULTIPLE:
        return _times(one, base, voice)
    return _percent(one, base, voice) if ratio else None


# the largest


def _largest(asked: Asked, voice: _Voice) -> str:
    first, *others = sorted(asked.data, key=_position, reverse=True)
    if not others or len(set(map(voice.status, asked.data))) > 1:
        return ""
    if _position(others[0]) == _position(first):
        return _level(first, others, voice)
    if _least(first) < max(map(_most, others)):
        return ""
    return _above(first, others, voice)


def _above(large: Datum, others: Sequence[Datum], voice: _Voice) -> str:
    """One figure is certainly the largest; ``others`` come from the next to the smallest."""
    if len(others) > 1:
        return _highest(large, others[-1], others, voice)
    by = _difference(large, others[0], voice)
    return voice.says.larger(voice.subject(large), others[0].row, by)


def _level(first: Datum, others: Sequence[Datum], voice: _Voice) -> str:
    """Figures that are the same number; nothing where one of them is known as a bound."""
    level = [datum for datum in (first, *others) if _position(datum) == _position(first)]
    are_exact = all(datum.relation == "=" for datum in level)
    if not are_exact or max(map(_most, others)) > _position(first):
        return ""
    names = [datum.row for datum in level]
    return voice.says.level(names, voice.subject(first), are_all=len(level) > len(others))


def _highest(large: Datum, small: Datum, others: Sequence[Datum], voice: _Voice) -> str:
    """The largest of several, with how far it is above the smallest where that is certain."""
    subject = voice.subject(large)
    is_lowest = all(_most(small) <= _least(datum) for datum in others if datum is not small)
    by = _difference(large, small, voice) if is_lowest else None
    if by is None:
        return voice.says.largest(subject)
    return voice.says.largest_and_smallest(subject, small.row, by)


def _largest_of_groups(asked: Asked, voice: _Voice) -> str:
    """Group and row said together."""
    named = (
        replace(datum, row=voice.says.in_group(datum.group, datum.row)) for datum in asked.data
    )
    return _largest(replace(asked, data=tuple(named)), voice)


# shares of wholes


def _share(asked: Asked, voice: _Voice) -> str:
    first, total = max(asked.data, key=_position), asked.other
    if total is None or not total.value or not _is_definite(first, total):
        return _largest(asked, voice)
    share = _HUNDRED * _position(first) / total.value
    shown = round(share)
    if shown in {0, 100} and shown != share:
        return ""
    is_about = _is_about((first, total), share, shown)
    return voice.says.share(
        first.row, shown, voice.with_status(voice.says.total, total), is_about=is_about
    )


def _in_a_hundred(asked: Asked, voice: _Voice) -> str:
    counted = [
        (voice.with_status(datum.row, datum), Relation(datum.relation), _people(datum))
        for datum in sorted(asked.data, key=_position, reverse=True)
    ]
    return voice.says.in_a_hundred(asked.hundred, counted)


def _people(datum: Datum) -> int:
    """How many of a hundred people a figure bounds: rounded as the chart fills them, but never past
    a bound.
    """
    share = _position(datum)
    if datum.relation in {">", "≥"}:
        return floor(share)
    if datum.relation in {"<", "≤"}:
        return ceil(share)
    return floor(share + 0.5)


def _shares(asked: Asked, voice: _Voice) -> str:
    """Where each part has the largest share of its whole and where the smallest; of many parts,
    that whose share differs most.
    """
    data = tuple(_as_shares(asked.data)) if asked.whole is None else asked.data
    parts = [
        [datum for datum in data if datum.row == row]
        for row in dict.fromkeys(datum.row for datum in data)
    ]
    told = parts if len(parts) <= NAMED_ROWS else [max(parts, key=_spread)]
    return voice.says.sentence([_extremes(part, voice) for part in told])


def _as_shares(data: Sequence[Datum]) -> Iterator[Datum]:
    """Each figure as its share of what its group makes up, in percent."""
    for datum in data:
        whole = sum(_position(other) for other in data if other.group == datum.group)
        yield replace(datum, value=_HUNDRED * _position(datum) / whole if whole else 0.0)


def _spread(part: Sequence[Datum]) -> float:
    return max(map(_position, part)) - min(map(_position, part))


def _extremes(part: Sequence[Datum], voice: _Voice) -> str:
    most, least = max(part, key=_position), min(part, key=_position)
    if _position(most) == _position(least):
        return voice.says.clause_same_shares(most.row)
    return voice.says.clause_shares(most.row, most.group, least.group)


# change over time


def _change(asked: Asked, voice: _Voice) -> str:
    """The change of each row where they are few, else how many rose and how many fell."""
    rows = _rows_in_time(asked.data)
    told = ["" if _new_count(row) else _row_change(row[0], row[-1], voice) for row in rows]
    if not any(told):
        return ""
    if len(rows) > NAMED_ROWS:
        return _counts(rows, voice)
    return voice.says.sentence(
        [clause or _untold(row, voice) for row, clause in zip(rows, told, strict=True)]
    )


def _rows_in_time(data: Sequence[Datum]) -> list[list[Datum]]:
    """The figures of each row, the earliest first."""
    rows: dict[str, list[Datum]] = {}
    for datum in data:
        rows.setdefault(datum.row, []).append(datum)
    return [sorted(row, key=_time) for row in rows.values()]


def _time(datum: Datum) -> float:
    return datum.time or 0.0


def _untold(row: Sequence[Datum], voice: _Voice) -> str:
    """Why nothing is said of a row's change."""
    name = row[0].row
    if anew := _new_count(row):
        return voice.says.clause_not_comparable(name, anew)
    if len(row) == 1:
        return voice.says.clause_one_figure(name)
    return voice.says.clause_unknown_change(name)


def _new_count(row: Sequence[Datum]) -> str:
    """From when on something else was counted, so that the ends of a row cannot be compared; empty
    where they can.
    """
    return next((datum.time_label for datum in row[1:] if datum.starts_anew), "")


def _row_change(first: Datum, last: Datum, voice: _Voice) -> str:
    """How a row changed; nothing where it has one figure or the bounds leave it open."""
    if first is last:
        return ""
    way = _direction(first, last)
    if way is Trend.OPEN:
        is_level = _position(first) == _position(last) and first.relation == last.relation == "="
        return _no_change(first, last, voice) if is_level else ""
    if voice.status(first) != voice.status(last):
        return _aim(first, last, way, voice)
    by = _difference(last, first, voice)
    return voice.says.clause_change(voice.subject(last), way, by, _elapsed(first, last))


def _no_change(first: Datum, last: Datum, voice: _Voice) -> str:
    subject = voice.subject(last)
    if voice.status(first) != voice.status(last):
        return voice.says.clause_same_aim(subject, first.time_label, last.time_label)
    return voice.says.clause_no_change(subject, _elapsed(first, last))


def _aim(first: Datum, last: Datum, way: Trend, voice: _Voice) -> str:
    """What was counted and what is to be reached, compared."""
    gap = None
    if voice.in_percent and _is_definite(first, last):
        gap = _points(first, last, voice)
    elif _ratio(first, last):
        gap = _percent(last, first, voice)
    amount = gap.amount if gap else ""
    return voice.says.clause_aim(
        voice.subject(last), way, amount, first.time_label, last.time_label
    )


def _elapsed(first: Datum, last: Datum) -> Elapsed:
    """Over what time a row changed: in years where these are whole, else from when to when."""
    years = _time(last) - _time(first)
    if round(years) and abs(years - round(years)) < _DAYS:
        return Elapsed(years=round(years))
    return Elapsed(first=first.time_label, last=last.time_label)


def _counts(rows: Sequence[Sequence[Datum]], voice: _Voice) -> str:
    """How many rows rose, fell, or did neither for certain."""
    ways = Counter(_certain_direction(row, voice) for row in rows)
    spans = {_elapsed(row[0], row[-1]) for row in rows}
    counted = {way: ways[way] for way in Trend if ways[way]}
    return voice.says.counts(counted, len(rows), spans.pop() if len(spans) == 1 else None)


def _certain_direction(row: Sequence[Datum], voice: _Voice) -> Trend:
    """Which way a row went, where its ends can be compared."""
    first, last = row[0], row[-1]
    is_comparable = not _new_count(row) and voice.status(first) == voice.status(last)
    return _direction(first, last) if is_comparable else Trend.OPEN


def _changes(asked: Asked, voice: _Voice) -> str:
    """The change of each group."""
    named = (replace(datum, row=datum.group) for datum in asked.data)
    return _change(replace(asked, data=tuple(named)), voice)


# areas and milestones


def _against(asked: Asked, voice: _Voice) -> str:
    """Which areas are above the reference and which below, as far as the bounds tell; nothing of
    what was not counted.
    """
    reference = asked.other
    if reference is None:
        return _largest(asked, voice)
    if any(map(voice.status, (*asked.data, reference))):
        return ""
    return voice.says.sentence(_sides(asked.data, reference, voice.says))


def _sides(data: Sequence[Datum], reference: Datum, says: Findings) -> list[str]:
    """What is above the reference, what is below, and what is left open; nothing where all is."""
    names: dict[Trend, list[str]] = {}
    for datum in data:
        names.setdefault(_direction(reference, datum), []).append(datum.row)
    if names.keys() <= {Trend.OPEN}:
        return []
    return [says.clause_against(way, names[way], reference.row) for way in Trend if way in names]


def _milestones(asked: Asked, voice: _Voice) -> str:
    """How many milestones there are and how they lie in time; nothing of one or two."""
    count = len(asked.data)
    if count <= _PAIR:
        return ""
    by_date = Counter(datum.time_label for datum in sorted(asked.data, key=_time))
    if len(by_date) > NAMED_ROWS:
        return voice.says.milestones_between(count, next(iter(by_date)), next(reversed(by_date)))
    return voice.says.milestones(count, by_date)


#: What is said of each kind of chart.
FINDING_OF_KIND: Mapping[str, Callable[[Asked, _Voice], str]] = {
    "bars": _largest,
    "parts": _share,
    "people-in-100": _in_a_hundred,
    "then-and-now": _change,
    "line": _change,
    "grouped-bars": _largest_of_groups,
    "shares": _shares,
    "small-multiples": _changes,
    "milestones": _milestones,
    "targets": _change,
    "against-nation": _against,
}
