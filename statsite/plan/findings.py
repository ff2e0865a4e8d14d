"""The finding of a chart as a sentence, made from its data where an editor wrote none.

It says what a reader would have to work out, such as a difference or a multiple, and repeats none
of the numbers that the drawing shows. It claims only what is so for every number within the
figures' bounds; where that is nothing, it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, inf
from typing import Final

from charts.spec import Datum
from statsite import formatting
from statsite.model import Status
from statsite.plan.views import Presenter
from statsite.prose import REFERENCE, begins_sentence

#: Rows of a chart that a finding still names one by one; of more it gives counts.
NAMED_ROWS: Final = 3

_PAIR: Final = 2
#: From this ratio on, a multiple is said instead of a percentage.
_MULTIPLE: Final = 1.95
_TEN: Final = 10
_DAYS: Final = 0.05
_HUNDRED: Final = 100.0


def written(text: str, presenter: Presenter) -> str:
    """An editor's finding with each ``[[id]]`` replaced by the figure."""

    def figure(observation_id: str) -> str:
        return str(presenter.text(presenter.site.observations[observation_id]))

    def words(found: re.Match[str]) -> str:
        given = (found["words"] or "").strip()
        written = given or figure(found["id"])
        return (
            formatting.capitalised(written)
            if not given and begins_sentence(text, found.start())
            else written
        )

    return REFERENCE.sub(words, text)


@dataclass(frozen=True, slots=True)
class Asked:
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


@dataclass(frozen=True, slots=True)
class _Voice:
    """Says things in one language."""

    presenter: Presenter
    in_percent: bool

    def say(self, chinese: str, english: str) -> str:
        """The text of the language."""
        return chinese if self.presenter.language == "zh" else english

    @property
    def more(self) -> str:
        """What the larger of two is in Chinese: a share is higher, an amount more."""
        return "高" if self.in_percent else "多"

    @property
    def fewest(self) -> str:
        """What the smallest is in Chinese."""
        return "最低" if self.in_percent else "最少"

    def sentence(self, clauses: Sequence[str]) -> str:
        """The clauses as one sentence; nothing where there is none."""
        joined = self.say("；", "; ").join(clauses)
        return f"{joined[0].upper()}{joined[1:]}{self.say('。', '.')}" if joined else ""

    def list(self, names: Sequence[str]) -> str:
        """Names in a row, the last after an "and"."""
        if len(names) == 1:
            return names[0]
        return self.say("、", ", ").join(names[:-1]) + self.say("和", " and ") + names[-1]

    def sort(self, datum: Datum) -> tuple[str, str]:
        """What a figure is, in Chinese behind its name, in English as a noun: nothing special where
        it was counted.
        """
        status = Status(datum.status)
        if status in {Status.OBSERVED, Status.DERIVED}:
            return "", "figure"
        word = self.presenter.interface_text(f"status-{status.value}")
        return f"的{word}", word.lower()


def finding(asked: Asked, presenter: Presenter) -> str:
    """One sentence a person would say of the data: the largest, the share, the change; empty where
    nothing certain can be said.
    """
    maker = _MAKERS.get(asked.kind, _largest)
    return maker(asked, _Voice(presenter, asked.in_percent))


# what can be said of two figures


def _position(datum: Datum) -> float:
    ends = (datum.value, datum.high, datum.low)
    return next((end for end in ends if end is not None), 0.0)


def _least(datum: Datum) -> float:
    """What the true number is not below, 约 and 近 taken at their word."""
    return (
        -inf
        if datum.relation in {"<", "≤"}
        else datum.low
        if datum.relation == "range" and datum.low is not None
        else _position(datum)
    )


def _most(datum: Datum) -> float:
    """What the true number is not above, 约 and 近 taken at their word."""
    if datum.relation in {">", "≥"}:
        return inf if datum.high is None else datum.high
    return _position(datum)


def _is_definite(*data: Datum) -> bool:
    """Whether figures are numbers that can be computed with."""
    return all(datum.relation in {"=", "≈"} for datum in data)


def _direction(first: Datum, last: Datum) -> int:
    """1 where the number certainly rose, -1 where it fell, 0 where it stayed or the bounds leave it
    open.
    """
    if _position(first) == _position(last):
        return 0
    return (_least(last) >= _most(first)) - (_most(last) <= _least(first))


def _about(data: Sequence[Datum], amount: float, shown: float, voice: _Voice) -> str:
    """The word before a number that was rounded or reckoned from one known about."""
    is_exact = abs(amount - shown) < 10**-9 and all(datum.relation == "=" for datum in data)
    return "" if is_exact else voice.say("约", "about ")


def _points(one: Datum, other: Datum, voice: _Voice) -> str:
    """The difference of two shares in percentage points: whole ones, where it is small to a tenth
    if both are as precise.
    """
    amount = abs(_position(one) - _position(other))
    coarser = max(one.precision, other.precision)
    shown = round(amount, 1 if amount < _TEN and coarser < 1 else 0)
    text = f"{_about((one, other), amount, shown, voice)}{shown:,.10f}".rstrip("0").rstrip(".")
    return voice.say(f"{text}个百分点", f"{text} percentage point{'' if shown == 1 else 's'}")


def _times(large: Datum, small: Datum, voice: _Voice) -> str:
    """A multiple, such as "about 6.6"."""
    ratio = _position(large) / _position(small)
    shown = round(ratio, 1) if ratio < _TEN else float(round(ratio))
    return f"{_about((large, small), ratio, shown, voice)}{shown:,g}"


def _percent(one: Datum, base: Datum, voice: _Voice) -> str:
    """By how many percent a figure differs from a base; nothing where that rounds to none."""
    amount = abs(_position(one) / _position(base) - 1) * _HUNDRED
    return (
        f"{_about((one, base), amount, round(amount), voice)}{round(amount)}%"
        if round(amount)
        else ""
    )


def _ratio(one: Datum, other: Datum) -> float:
    """How many times the other the one is; 0 where that says nothing."""
    return (
        _position(one) / _position(other)
        if _position(one) > 0 and _position(other) > 0 and _is_definite(one, other)
        else 0.0
    )


# the largest


def _largest(asked: Asked, voice: _Voice) -> str:
    first, *others = sorted(asked.data, key=_position, reverse=True)
    if not others or len({voice.sort(datum) for datum in asked.data}) > 1:
        return ""
    level = [datum for datum in others if _position(datum) == _position(first)]
    if level:
        return _level([first, *level], others, voice)
    if _least(first) < max(map(_most, others)):
        return ""
    return (
        _pair(first, others[0], voice)
        if len(others) == 1
        else _highest(first, others[-1], asked, voice)
    )


def _level(level: list[Datum], others: list[Datum], voice: _Voice) -> str:
    """Figures that are the same number; nothing where one of them is known as a bound."""
    if any(datum.relation != "=" for datum in level) or max(map(_most, others)) > _position(
        level[0]
    ):
        return ""
    names = voice.list([datum.row for datum in level])
    chinese, noun = voice.sort(level[0])
    highest = voice.say(
        f"并列最{voice.more}" if len(level) <= len(others) else f"一样{voice.more}",
        "highest and level" if len(level) <= len(others) else "level",
    )
    return voice.say(f"{names}{chinese}{highest}。", f"{names}: the {noun}s are {highest}.")


def _pair(large: Datum, small: Datum, voice: _Voice) -> str:
    chinese, noun = voice.sort(large)
    told_of = large.row if noun == "figure" else f"{large.row}, by its {noun}"
    told = _gap(large, small, voice) or (f"{voice.more}于{{}}", "above {}")
    return voice.say(f"{large.row}{chinese}{told[0]}。", f"{told_of}: {told[1]}.").format(small.row)


def _highest(large: Datum, small: Datum, asked: Asked, voice: _Voice) -> str:
    chinese, noun = voice.sort(large)
    highest = "Highest" if noun == "figure" else f"Highest {noun}"
    is_lowest = all(_most(small) <= _least(datum) for datum in asked.data if datum is not small)
    by = _gap(large, small, voice) if is_lowest else None
    if not by:
        return voice.say(f"{large.row}{chinese}最{voice.more}。", f"{highest}: {large.row}.")
    told = voice.say(by[0].format(f"{voice.fewest}的{small.row}"), by[1].format("the lowest"))
    return voice.say(
        f"{large.row}{chinese}最{voice.more}，{told}。",
        f"{highest}: {large.row}, {told}, {small.row}.",
    )


def _gap(large: Datum, small: Datum, voice: _Voice) -> tuple[str, str] | None:
    """How far a figure is above another, with a place for the other's name, in both languages; None
    where that cannot be said.
    """
    if voice.in_percent and _is_definite(large, small):
        points = _points(large, small, voice)
        return f"比{{}}高{points}", f"{points} above {{}}"
    ratio = _ratio(large, small)
    if ratio >= _MULTIPLE:
        times = _times(large, small, voice)
        return f"是{{}}的{times}倍", f"{times} times {{}}"
    percent = _percent(large, small, voice) if ratio else ""
    return (f"比{{}}{voice.more}{percent}", f"{percent} above {{}}") if percent else None


def _largest_of_groups(asked: Asked, voice: _Voice) -> str:
    """Group and row said together; two digits that would run into each other are separated."""

    def joint(datum: Datum) -> str:
        runs_on = (
            datum.group[-1:].isalnum()
            and datum.group[-1:].isascii()
            and datum.row[:1].isalnum()
            and datum.row[:1].isascii()
        )
        return voice.say("，" if runs_on else "", ", ")

    return _largest(
        replace(
            asked,
            data=tuple(
                replace(datum, row=f"{datum.group}{joint(datum)}{datum.row}")
                for datum in asked.data
            ),
        ),
        voice,
    )


# shares of wholes


def _share(asked: Asked, voice: _Voice) -> str:
    first, total = max(asked.data, key=_position), asked.other
    if total is None or not total.value or not _is_definite(first, total):
        return _largest(asked, voice)
    share = _HUNDRED * _position(first) / total.value
    if round(share) in {0, 100} and round(share) != share:
        return ""
    status = Status(total.status)
    of = voice.presenter.with_status(voice.say("合计", "the total"), status)
    about = _about((first, total), share, round(share), voice)
    return voice.say(
        f"{first.row}{about}占{of}的{round(share)}%。",
        f"{first.row}: {about}{round(share)}% of {of}.",
    )


def _in_a_hundred(asked: Asked, voice: _Voice) -> str:
    counted = [
        (voice.presenter.with_status(datum.row, Status(datum.status)), *_people(datum))
        for datum in sorted(asked.data, key=_position, reverse=True)
    ]
    if voice.presenter.language == "zh":
        return (
            f"每100{asked.hundred}中，"
            + "，".join(
                f"{row}{_CHINESE_BOUNDS[relation]}{count}人" for row, relation, count in counted
            )
            + "。"
        )
    return (
        f"Of every 100 {asked.hundred}: "
        + "; ".join(
            f"{row}, {_ENGLISH_BOUNDS[relation]} {count}" for row, relation, count in counted
        )
        + "."
    )


def _people(datum: Datum) -> tuple[str, int]:
    """The relation and how many of a hundred people it bounds: rounded as the chart fills them, but
    never past a bound.
    """
    share = _position(datum)
    if datum.relation in {">", "≥"}:
        return datum.relation, floor(share)
    if datum.relation in {"<", "≤"}:
        return datum.relation, ceil(share)
    return datum.relation, floor(share + 0.5)


_CHINESE_BOUNDS = {
    "=": "约",
    "≈": "约",
    "≲": "近",
    ">": "超过",
    "≥": "至少",
    "<": "不到",
    "≤": "至多",
    "range": "约",
}
_ENGLISH_BOUNDS = {
    "=": "about", "≈": "about", "≲": "nearly", ">": "more than", "≥": "at least", "<": "fewer than",
    "≤": "at most", "range": "about",
}  # fmt: skip


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
    return voice.sentence([_extremes(part, voice) for part in told])


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
        return voice.say(f"{most.row}的份额处处相同", f"{most.row}: the same share throughout")
    chinese = f"{most.row}的份额以{most.group}为最大，{least.group}为最小"
    return voice.say(
        chinese, f"{most.row}: the largest share in {most.group}, the smallest in {least.group}"
    )


# change over time


def _change(asked: Asked, voice: _Voice) -> str:
    """The change of each row where they are few, else how many rose and how many fell."""
    names = dict.fromkeys(datum.row for datum in asked.data)
    listed = [
        sorted(
            (datum for datum in asked.data if datum.row == name),
            key=lambda datum: datum.time or 0.0,
        )
        for name in names
    ]
    told = ["" if _new_count(row) else _row_change(row[0], row[-1], voice) for row in listed]
    if not any(told):
        return ""
    if len(listed) > NAMED_ROWS:
        return _counts(listed, voice)
    return voice.sentence(
        [clause or _untold(row, voice) for row, clause in zip(listed, told, strict=True)]
    )


def _untold(row: Sequence[Datum], voice: _Voice) -> str:
    """Why nothing is said of a row's change."""
    name, anew = row[0].row, _new_count(row)
    if anew:
        return voice.say(
            f"{name}自{anew}起口径不同，前后不可比", f"{name}: counted otherwise from {anew} on"
        )
    if len(row) == 1:
        return voice.say(f"{name}只有一个数", f"{name}: one figure only")
    return voice.say(
        f"{name}是升是降，从印出的数看不出", f"{name}: up or down, the printed numbers do not tell"
    )


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
    if not way:
        is_level = _position(first) == _position(last) and first.relation == last.relation == "="
        return _level_change(first, last, voice) if is_level else ""
    chinese, english = _by(first, last, way, voice)
    when = _span(first, last, voice)
    if voice.sort(first) != voice.sort(last):
        return _towards(first, last, way, voice)
    word, noun = voice.sort(last)
    if noun == "figure":
        return voice.say(f"{last.row}{when}{chinese}", f"{last.row}: {english}{when}")
    return voice.say(
        f"{last.row}{word}{when}{chinese}", f"{last.row}, by its {noun}: {english}{when}"
    )


def _level_change(first: Datum, last: Datum, voice: _Voice) -> str:
    word, noun = voice.sort(last)
    when = _span(first, last, voice)
    if voice.sort(first) != voice.sort(last):
        return voice.say(
            f"{last.row}{last.time_label}{word}与{first.time_label}相同",
            f"{last.row}: the {noun} is the same as the earlier number",
        )
    return voice.say(
        f"{last.row}{word}{when}持平", f"{last.row}: the same{when.replace(' in ', ' after ')}"
    )


def _towards(first: Datum, last: Datum, way: int, voice: _Voice) -> str:
    """What was counted and what is to be reached, compared."""
    word, noun = voice.sort(last)
    gap = _points(first, last, voice) if voice.in_percent and _is_definite(first, last) else ""
    if not gap and _ratio(first, last):
        gap = _percent(last, first, voice)
    english = f"{gap} " if gap else ""
    chinese = (
        f"{last.row}{last.time_label}{word}比{first.time_label}{'高' if way > 0 else '低'}{gap}"
    )
    return voice.say(
        chinese,
        (
            f"{last.row}: the {noun} is {english}{'above' if way > 0 else 'below'} the number for "
            f"{first.time_label}"
        ),
    )


def _by(first: Datum, last: Datum, way: int, voice: _Voice) -> tuple[str, str]:
    """What a rise or a fall comes to, in Chinese with its verb, in English behind it."""
    if voice.in_percent and _is_definite(first, last):
        points = _points(first, last, voice)
        return (
            f"{'上升' if way > 0 else '下降'}{points}",
            f"{'up' if way > 0 else 'down'} by {points}",
        )
    ratio = _ratio(last, first)
    if ratio >= _MULTIPLE:
        times = _times(last, first, voice)
        return f"增至{times}倍", f"grown to {times} times as much"
    percent = _percent(last, first, voice) if ratio else ""
    return f"{'上升' if way > 0 else '下降'}{percent}", ("up" if way > 0 else "down") + (
        f" by {percent}" if percent else ""
    )


def _span(first: Datum, last: Datum, voice: _Voice) -> str:
    """Over what time a row changed: in years where these are whole, else from when to when."""
    years = (last.time or 0.0) - (first.time or 0.0)
    if round(years) and abs(years - round(years)) < _DAYS:
        return voice.say(
            f"{round(years)}年间", f" in {round(years)} years" if round(years) > 1 else " in a year"
        )
    return voice.say(
        f"从{first.time_label}到{last.time_label}", f" from {first.time_label} to {last.time_label}"
    )


def _counts(listed: Sequence[Sequence[Datum]], voice: _Voice) -> str:
    ends = [(row[0], row[-1]) for row in listed]
    ways = [
        0
        if _new_count(row) or voice.sort(row[0]) != voice.sort(row[-1])
        else _direction(row[0], row[-1])
        for row in listed
    ]
    words = {
        1: voice.say("上升", "rose"),
        -1: voice.say("下降", "fell"),
        0: voice.say("持平或说不准", "stayed level or cannot be told"),
    }
    told = [
        voice.say(f"{ways.count(way)}项{word}", f"{ways.count(way)} {word}")
        for way, word in words.items()
        if way in ways
    ]
    spans = {_span(first, last, voice) for first, last in ends}
    when = spans.pop() if len(spans) == 1 else ""
    if voice.presenter.language == "zh":
        return f"所列{len(ends)}项中，{when}{'，'.join(told)}。"
    return f"Of {len(ends)} shown, {voice.list(told)}{when}."


def _changes(asked: Asked, voice: _Voice) -> str:
    """The change of each group."""
    return _change(
        replace(asked, data=tuple(replace(datum, row=datum.group) for datum in asked.data)), voice
    )


# areas and milestones


def _against(asked: Asked, voice: _Voice) -> str:
    """Which areas are above the reference and which below, as far as the bounds tell; nothing of
    what was not counted.
    """
    reference = asked.other
    if reference is None:
        return _largest(asked, voice)
    ways = [(_direction(reference, datum), datum.row) for datum in asked.data]
    if any(voice.sort(datum)[1] != "figure" for datum in (*asked.data, reference)) or not any(
        way for way, _ in ways
    ):
        return ""
    above, below, open_ = ([name for way, name in ways if way == wanted] for wanted in (1, -1, 0))
    told = [
        voice.say(
            f"{voice.list(names)}{chinese}{reference.row}",
            f"{voice.list(names)} stood {english} {reference.row}",
        )
        for names, chinese, english in ((above, "高于", "above"), (below, "低于", "below"))
        if names
    ]
    if open_:
        told.append(
            voice.say(
                f"{voice.list(open_)}是否更高，从印出的数看不出",
                f"for {voice.list(open_)} the printed numbers do not tell",
            )
        )
    return voice.sentence(told)


def _milestones(asked: Asked, voice: _Voice) -> str:
    """How many milestones there are and how they lie in time; nothing of one or two."""
    if len(asked.data) <= _PAIR:
        return ""
    times = [datum.time_label for datum in sorted(asked.data, key=lambda datum: datum.time or 0.0)]
    listed, count = list(dict.fromkeys(times)), len(times)
    if len(listed) > NAMED_ROWS:
        return voice.say(
            f"从{listed[0]}到{listed[-1]}，共{count}项。",
            f"{count} milestones, from {listed[0]} to {listed[-1]}.",
        )
    told = [
        voice.say(f"{time}{times.count(time)}项", f"{times.count(time)} for {time}")
        for time in listed
    ]
    return voice.say(
        f"共{count}项：{'，'.join(told)}。", f"{count} milestones: {voice.list(told)}."
    )


_MAKERS: dict[str, Callable[[Asked, _Voice], str]] = {
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
