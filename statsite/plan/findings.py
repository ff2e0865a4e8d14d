"""The finding of a chart as a sentence, made from its data where an editor wrote none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from charts.spec import Datum
from statsite import wording
from statsite.plan.views import Presenter
from statsite.prose import REFERENCE

#: Rows of a time chart that a finding still names one by one.
NAMED_ROWS = 3


def written(text: str, presenter: Presenter) -> str:
    """An editor's finding with each ``[[id]]`` replaced by the figure."""

    def figure(observation_id: str) -> str:
        observation = presenter.site.observations[observation_id]
        return str(wording.figure_text(observation.printing, presenter.site.units[observation.unit], presenter.language))

    return REFERENCE.sub(lambda m: m["words"] if m["words"] is not None else figure(m["id"]), text)


def finding(kind: str, data: tuple[Datum, ...], total: Datum | None, reference: Datum | None, language: str) -> str:
    """One sentence a person would say of the data: the largest, the share, the change."""
    maker = _MAKERS.get(kind, _largest)
    return maker(data, total or reference, language == "zh")


def _largest(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001 - one signature for all makers
    if len(data) == 1:
        return f"{data[0].row}：{data[0].number}。" if is_chinese else f"{data[0].row}: {data[0].number}."
    first, second = sorted(data, key=_position, reverse=True)[:2]
    if _position(first) == _position(second):
        return (
            f"{first.row}与{second.row}并列最高，为{first.number}。" if is_chinese else f"{first.row} and {second.row} are level at {first.number}."
        )
    return f"{first.row}最高，为{first.number}。" if is_chinese else f"{first.row} is highest, at {first.number}."


def _position(datum: Datum) -> float:
    ends = (datum.value, datum.high, datum.low)
    return next((end for end in ends if end is not None), 0.0)


def _share(data: tuple[Datum, ...], total: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    first = max(data, key=_position)
    if total is None or not total.value:
        return _largest(data, None, is_chinese)
    percent = round(100 * _position(first) / total.value)
    if is_chinese:
        return f"{first.row}{first.number}，约占合计{total.number}的{percent}%。"
    return f"{first.row}: {first.number}, about {percent}% of {total.number} in all."


def _in_a_hundred(data: tuple[Datum, ...], _other: Datum | None, is_chinese: bool) -> str:  # noqa: FBT001
    counted = [(d.row, round(_position(d))) for d in sorted(data, key=_position, reverse=True)]
    if is_chinese:
        return "每100人中，" + "，".join(f"{row}约{count}人" for row, count in counted) + "。"
    return "Of every 100 people: " + "; ".join(f"{row}, about {count}" for row, count in counted) + "."


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
    rise = _position(last) - _position(first)
    aimed = all(d.status == "target" for d in row)
    if is_chinese:
        verb = "升至" if rise > 0 else "降至" if rise < 0 else "到"
        return f"{first.row}{'目标' if aimed else ''}从{first.time_label}的{first.number}{verb}{last.time_label}的{last.number}"
    tense = 0 if aimed else 1
    verb = _VERBS[(rise > 0) - (rise < 0)][tense]
    return f"{first.row}: {'the target ' if aimed else ''}{verb} from {first.number} in {first.time_label} to {last.number} in {last.time_label}"


#: What a change is called, as an aim and as something that happened, by its sign.
_VERBS = {1: ("rises", "rose"), -1: ("falls", "fell"), 0: ("stays", "stayed")}


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
    "targets": _change,
    "against-nation": _against,
}
