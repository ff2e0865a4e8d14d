"""The finding of a chart as a sentence, made from its data where an editor wrote none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from math import ceil, floor, inf

from charts.spec import Datum
from statsite import wording
from statsite.model import Status
from statsite.plan.views import Presenter
from statsite.prose import REFERENCE, begins_sentence

#: Rows of a time chart that a finding still names one by one.
NAMED_ROWS = 3

_PAIR = 2


def written(text: str, presenter: Presenter) -> str:
    """An editor's finding with each ``[[id]]`` replaced by the figure."""

    def figure(observation_id: str) -> str:
        return str(presenter.text(presenter.site.observations[observation_id]))

    def words(found: re.Match[str]) -> str:
        given = (found["words"] or "").strip()
        written = given or figure(found["id"])
        return wording.capitalised(written) if not given and begins_sentence(text, found.start()) else written

    return REFERENCE.sub(words, text)


def finding(kind: str, data: tuple[Datum, ...], other: Datum | None, whole: float | None, presenter: Presenter) -> str:
    """One sentence a person would say of the data: the largest, the share, the change. What was not observed is called what it is.

    ``other`` is the chart's total or reference, ``whole`` what a whole is in the data's unit.
    """
    maker = _MAKERS.get(kind, _largest)
    drawn = tuple(_qualified(datum, kind, presenter) for datum in data)
    if kind == "shares" and whole is None:
        drawn = tuple(_as_shares(drawn, presenter.language == "zh"))
    return maker(drawn, other and _qualified(other, kind, presenter), presenter.language == "zh")


def _qualified(datum: Datum, kind: str, presenter: Presenter) -> Datum:
    """The figure with its status behind its number, or behind its name where the sentence counts people instead."""
    status = Status(datum.status)
    if kind == "people-in-100":
        return replace(datum, row=presenter.with_status(datum.row, status))
    return replace(datum, number=presenter.with_status(datum.number, status))


def _as_shares(data: tuple[Datum, ...], is_chinese: bool) -> Iterator[Datum]:  # noqa: FBT001
    """Each figure as its share of what its group makes up, in percent, which is said behind its number."""
    for datum in data:
        whole = sum(_position(other) for other in data if other.group == datum.group)
        share = 100 * _position(datum) / whole if whole else 0.0
        told = f"{datum.number}，约占{share:.0f}%" if is_chinese else f"{datum.number}, about {share:.0f}%"
        yield replace(datum, value=share, number=told)


def _largest(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001 - one signature for all makers
    first, *others = sorted(data, key=_position, reverse=True)
    level = [datum for datum in others if _position(datum) == _position(first)]
    if not others or any(datum.number != first.number for datum in level):
        return _list([first, *level], is_chinese)
    if level:
        names = [datum.row for datum in (first, *level)]
        joined = "、".join(names[:-1]) + f"与{names[-1]}" if is_chinese else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{joined}并列最高，为{first.number}。" if is_chinese else f"{joined} are level: {first.number}."
    is_certain = _least(first) >= max(_most(datum) for datum in others)
    if is_chinese:
        return f"{first.row}最高，为{first.number}。" if is_certain else f"印出的数以{first.row}为最大：{first.number}。"
    return f"{'Highest' if is_certain else 'Largest number printed'}: {first.row}, {first.number}."


def _list(data: list[Datum], is_chinese: bool) -> str:  # noqa: FBT001
    return "；".join(f"{d.row}：{d.number}" for d in data) + "。" if is_chinese else "; ".join(f"{d.row}: {d.number}" for d in data) + "."


def _position(datum: Datum) -> float:
    ends = (datum.value, datum.high, datum.low)
    return next((end for end in ends if end is not None), 0.0)


def _least(datum: Datum) -> float:
    """What the true number is not below, 约 and 近 taken at their word."""
    return -inf if datum.relation in {"<", "≤"} else datum.low if datum.relation == "range" and datum.low is not None else _position(datum)


def _most(datum: Datum) -> float:
    """What the true number is not above, 约 and 近 taken at their word."""
    if datum.relation in {">", "≥"}:
        return inf if datum.high is None else datum.high
    return _position(datum)


def _share(data: tuple[Datum, ...], total: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    first = max(data, key=_position)
    if total is None or not total.value or {first.relation, total.relation} - {"=", "≈"}:
        return _largest(data, None, is_chinese)
    share = 100 * _position(first) / total.value
    percent = round(share)
    if percent in {0, 100} and percent != share:
        return _list([first, total], is_chinese)
    if is_chinese:
        return f"{first.row}{first.number}，约占合计{total.number}的{percent}%。"
    return f"{first.row}: {first.number}, about {percent}% of {total.number} in all."


def _in_a_hundred(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    counted = [(d.row, *_people(d)) for d in sorted(data, key=_position, reverse=True)]
    if is_chinese:
        return "每100人中，" + "，".join(f"{row}{_CHINESE_BOUNDS[relation]}{count}人" for row, relation, count in counted) + "。"
    return "Of every 100 people: " + "; ".join(f"{row}, {_ENGLISH_BOUNDS[relation]} {count}" for row, relation, count in counted) + "."


def _people(datum: Datum) -> tuple[str, int]:
    """The relation and how many of a hundred people it bounds: rounded as the chart fills them, but never past a bound."""
    share = _position(datum)
    if datum.relation in {">", "≥"}:
        return datum.relation, floor(share)
    if datum.relation in {"<", "≤"}:
        return datum.relation, ceil(share)
    return datum.relation, floor(share + 0.5)


_CHINESE_BOUNDS = {"=": "约", "≈": "约", "≲": "近", ">": "超过", "≥": "至少", "<": "不到", "≤": "至多", "range": "约"}
_ENGLISH_BOUNDS = {
    "=": "about", "≈": "about", "≲": "nearly", ">": "more than", "≥": "at least", "<": "fewer than", "≤": "at most", "range": "about",
}  # fmt: skip


def _change(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    rows = [list(group) for _, group in groupby(sorted(data, key=lambda d: (list(_rows(data)).index(d.row), d.time or 0.0)), key=lambda d: d.row)]
    sentences = [_row_change(row, is_chinese) for row in rows[:NAMED_ROWS]]
    return ("；".join(sentences) + "。") if is_chinese else ("; ".join(sentences) + ".")


def _rows(data: tuple[Datum, ...]) -> dict[str, None]:
    return dict.fromkeys(d.row for d in data)


def _row_change(row: list[Datum], is_chinese: bool) -> str:  # noqa: FBT001
    first, last = row[0], row[-1]
    if first is last:
        return f"{first.row}：{first.time_label}{first.number}" if is_chinese else f"{first.row}: {first.number}, {first.time_label}"
    direction = _direction(first, last)
    if last.status != "observed" or not direction:
        if is_chinese:
            return f"{first.row}{first.time_label}为{first.number}，{last.time_label}为{last.number}"
        return f"{first.row}: {first.number} {_preposition(first)}{first.time_label}, {last.number} {_preposition(last)}{last.time_label}"
    if is_chinese:
        return f"{first.row}从{first.time_label}的{first.number}{'升' if direction > 0 else '降'}至{last.time_label}的{last.number}"
    change = f"from {first.number} {_preposition(first)}{first.time_label} to {last.number} {_preposition(last)}{last.time_label}"
    return f"{first.row} {'rose' if direction > 0 else 'fell'} {change}"


def _direction(first: Datum, last: Datum) -> int:
    """1 where the number certainly rose, -1 where it fell, 0 where it stayed or the bounds leave it open."""
    if _position(first) == _position(last):
        return 0
    return (_least(last) >= _most(first)) - (_most(last) <= _least(first))


def _preposition(datum: Datum) -> str:
    if datum.status != "observed":
        return "for "
    return "on " if re.match(r"[0-9]{1,2} ", datum.time_label) else "in "


def _against(data: tuple[Datum, ...], reference: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    if reference is None:
        return _largest(data, None, is_chinese)
    first = max(data, key=_position)
    if is_chinese:
        return f"{first.row}为{first.number}；{reference.row}为{reference.number}。"
    return f"{first.row}: {first.number}; {reference.row}: {reference.number}."


def _largest_of_groups(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    """Group and row said together; two digits that would run into each other are separated."""

    def joint(datum: Datum) -> str:
        runs_on = datum.group[-1:].isalnum() and datum.group[-1:].isascii() and datum.row[:1].isalnum() and datum.row[:1].isascii()
        return ("，" if runs_on else "") if is_chinese else ", "

    return _largest(tuple(replace(datum, row=f"{datum.group}{joint(datum)}{datum.row}") for datum in data), None, is_chinese)


def _shares(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    """Where the first part is the largest share of its whole and where the smallest."""
    part = [datum for datum in data if datum.row == data[0].row]
    most, least = max(part, key=_position), min(part, key=_position)
    if _position(most) == _position(least):
        return _list([replace(datum, row=f"{datum.group} {datum.row}") for datum in (part[0], part[-1])], is_chinese)
    if is_chinese:
        return f"{most.row}的份额以{most.group}为最大（{most.number}），{least.group}为最小（{least.number}）。"
    return f"{most.row}: the largest share in {most.group} ({most.number}), the smallest in {least.group} ({least.number})."


def _changes(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    """The change of each group where they are few, else how many rose and how many fell."""
    ends = [(group[0], group[-1]) for group in _grouped(data)]
    if len(ends) <= NAMED_ROWS:
        return _change(tuple(replace(datum, row=datum.group) for datum in data), None, is_chinese)
    directions = Counter(_direction(first, last) for first, last in ends)
    words = {1: "上升", -1: "下降", 0: "持平或说不准"} if is_chinese else {1: "rose", -1: "fell", 0: "stayed level or cannot be told"}
    told = [f"{directions[way]}项{word}" if is_chinese else f"{directions[way]} {word}" for way, word in words.items() if directions[way]]
    spans = {(first.time_label, last.time_label) for first, last in ends}
    if is_chinese:
        when = "从{}到{}，".format(*spans.pop()) if len(spans) == 1 else ""
        return f"{when}所列{len(ends)}项中，{'，'.join(told)}。"
    when = " from {} to {}".format(*spans.pop()) if len(spans) == 1 else ""
    return f"Of {len(ends)} shown, {' and '.join(told) if len(told) <= _PAIR else ', '.join(told)}{when}."


def _grouped(data: tuple[Datum, ...]) -> Iterator[list[Datum]]:
    for name in dict.fromkeys(datum.group for datum in data):
        yield [datum for datum in data if datum.group == name]


def _milestones(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    """Each milestone where they are few, else the first and the last."""
    ordered = sorted(data, key=lambda datum: datum.time or 0.0)
    named = ordered if len(ordered) <= NAMED_ROWS else [ordered[0], ordered[-1]]
    if is_chinese:
        told = "；".join(f"{datum.time_label}：{datum.row}{datum.number}" for datum in named)
        return f"{told}。" if named == ordered else f"共{len(ordered)}项，最早与最晚的是{told}。"
    told = "; ".join(f"{datum.time_label}: {datum.row}, {datum.number}" for datum in named)
    return f"{told}." if named == ordered else f"{len(ordered)} milestones, the first and the last being {told}."


_MAKERS: dict[str, Callable[[tuple[Datum, ...], Datum | None, bool], str]] = {
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
