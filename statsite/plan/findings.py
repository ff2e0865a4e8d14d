"""The finding of a chart as a sentence, made from its data where an editor wrote none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from math import ceil, floor, inf

from charts.spec import Datum
from statsite import wording
from statsite.model import Status
from statsite.plan.views import Presenter
from statsite.prose import REFERENCE

#: Rows of a time chart that a finding still names one by one.
NAMED_ROWS = 3


def written(text: str, presenter: Presenter) -> str:
    """An editor's finding with each ``[[id]]`` replaced by the figure."""

    def figure(observation_id: str) -> str:
        observation = presenter.site.observations[observation_id]
        return str(wording.figure_text(observation.printing, presenter.site.units[observation.unit], presenter.language))

    return REFERENCE.sub(lambda m: (m["words"] or "").strip() or figure(m["id"]), text)


def finding(kind: str, data: tuple[Datum, ...], total: Datum | None, reference: Datum | None, presenter: Presenter) -> str:
    """One sentence a person would say of the data: the largest, the share, the change. What was not observed is called what it is."""
    maker = _MAKERS.get(kind, _largest)
    other = total or reference
    drawn = tuple(_qualified(datum, kind, presenter) for datum in data)
    return maker(drawn, other and _qualified(other, kind, presenter), presenter.language == "zh")


def _qualified(datum: Datum, kind: str, presenter: Presenter) -> Datum:
    """The figure with its status behind its number, or behind its name where the sentence counts people instead."""
    status = Status(datum.status)
    if kind == "people-in-100":
        return replace(datum, row=presenter.with_status(datum.row, status))
    return replace(datum, number=presenter.with_status(datum.number, status))


def _largest(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001 - one signature for all makers
    first, *others = sorted(data, key=_position, reverse=True)
    level = [datum for datum in others if _position(datum) == _position(first)]
    if not others or any(datum.number != first.number for datum in level):
        return _list([first, *level], is_chinese)
    if level:
        names = [datum.row for datum in (first, *level)]
        joined = "、".join(names[:-1]) + f"与{names[-1]}" if is_chinese else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{joined}并列最高，为{first.number}。" if is_chinese else f"{joined} are level at {first.number}."
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


_MAKERS: dict[str, Callable[[tuple[Datum, ...], Datum | None, bool], str]] = {
    "bars": _largest,
    "parts": _share,
    "people-in-100": _in_a_hundred,
    "then-and-now": _change,
    "line": _change,
    "targets": _change,
    "against-nation": _against,
}
