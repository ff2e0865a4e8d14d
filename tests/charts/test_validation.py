"""Requests that would mislead are refused, each with its reason; honest ones are not."""

from __future__ import annotations

import math

import pytest

import charts
from charts.spec import ChartRefused, ChartSpec, Datum, DatumRelation, DatumStatus
from charts.validation import rounding
from charts.values import replace


def figure(  # noqa: PLR0913 - a datum has that many sides
    name: str,
    number: str,
    value: float | None,
    relation: str = "=",
    *,
    year: float | None = None,
    status: str = "observed",
    precision: float = 0.0,
) -> Datum:
    return Datum(
        f"{name}-{year}",
        name,
        number,
        DatumRelation(relation),
        value,
        value,
        value,
        year,
        "" if year is None else f"{year:g}",
        DatumStatus(status),
        precision=precision,
    )


def chart(
    kind: str, *data: Datum, total: Datum | None = None, reference: Datum | None = None
) -> ChartSpec:
    of_people = kind == "people-in-100"
    words, whole = ({"hundred": "每100人"}, 100.0) if of_people else ({}, None)
    return ChartSpec(
        "c", kind, "zh", "题", "说明", data, total, reference, words=words, whole=whole
    )


A, B = figure("a", "40", 40), figure("b", "60", 60)
GOAL = figure("g", "80", 80, status="target")

MISLEADING = {
    "unknown-kind": (chart("pie", A), "unknown kind"),
    "empty": (chart("bars"), "no figure"),
    "too-many": (chart("bars", *(figure(str(at), "1", 1) for at in range(41))), "more than the 40"),
    "no-value": (chart("bars", A, figure("b", "未公布", None)), "never drawn as zero"),
    "empty-range": (
        chart("bars", Datum("r", "r", "x", DatumRelation.RANGE, None, None, None)),
        "without ends",
    ),
    "reversed-range": (
        chart("bars", Datum("r", "r", "x", DatumRelation.RANGE, None, 9, 1)),
        "low end is above",
    ),
    "not-finite": (chart("bars", figure("a", "∞", math.inf)), "not finite"),
    "twice": (chart("bars", A, A), "occurs twice"),
    "total-in-bars": (chart("bars", A, total=B), "parts does"),
    "over-the-whole": (chart("parts", A, B, total=figure("t", "90", 90)), "more than their whole"),
    "negative-part": (chart("parts", A, figure("b", "−1", -1)), "never negative"),
    "bounded-part": (chart("parts", A, figure("b", "超过60", 60, ">")), "bound"),
    "intended-part": (chart("parts", A, GOAL), "as if they had been reached"),
    "parts-of-nothing": (chart("parts", figure("a", "0", 0)), "parts of nothing"),
    "one-moment": (chart("then-and-now", figure("a", "1", 1, year=2020)), "two moments"),
    "no-time": (
        chart("then-and-now", figure("a", "1", 1), figure("a", "2", 2, year=2020)),
        "no place on a time axis",
    ),
    "out-of-order": (
        chart("then-and-now", figure("a", "1", 1, year=2021), figure("a", "2", 2, year=2020)),
        "a-2020: earlier than a-2021",
    ),
    "same-time": (
        chart(
            "then-and-now",
            figure("a", "1", 1, year=2021),
            replace(figure("a", "2", 2, year=2021), id="b"),
        ),
        "b: at the same time as a-2021",
    ),
    "endless-number": (
        chart("bars", A, figure("b", "0.123456789012345678901", 0.1)),
        "b-None: a number of more than 22 characters",
    ),
    "reached-by-target": (
        chart(
            "then-and-now",
            figure("a", "1", 1, year=2020),
            figure("a", "2", 2, year=2030, status="target"),
        ),
        "reached",
    ),
    "nothing-intended": (chart("targets", figure("a", "1", 1, year=2020)), "no target"),
    "negative-people": (chart("people-in-100", figure("a", "−2%", -2)), "negative share"),
    "over-a-hundred": (chart("people-in-100", figure("a", "101%", 101)), "more than its whole"),
    "rounds-to-nobody": (
        chart("people-in-100", figure("a", "0.3%", 0.3)),
        "nobody or to everybody",
    ),
    "rounds-to-everybody": (
        chart("people-in-100", figure("a", "99.7%", 99.7)),
        "nobody or to everybody",
    ),
    "too-many-shares": (
        chart("people-in-100", *(figure(str(at), "9%", 9) for at in range(4))),
        "at most 3",
    ),
    "no-nation": (chart("against-nation", A), "no reference"),
}


def translated(spec: ChartSpec) -> ChartSpec:
    """The same chart in another language."""

    def datum(one: Datum) -> Datum:
        return replace(
            one,
            row=f"the {one.row}",
            group=one.group and f"the {one.group}",
            number=f"as much as {one.number}",
        )

    total, reference = (one and datum(one) for one in (spec.total, spec.reference))
    return replace(
        spec, language="en", data=tuple(map(datum, spec.data)), total=total, reference=reference
    )


@pytest.mark.parametrize(("spec", "said"), MISLEADING.values(), ids=MISLEADING)
def test_a_reason_reads_the_same_in_every_language(spec: ChartSpec, said: str) -> None:
    assert charts.refuse(translated(spec)) == charts.refuse(spec)
    assert said in (charts.refuse(spec) or "")


@pytest.mark.parametrize(("spec", "said"), MISLEADING.values(), ids=MISLEADING)
def test_a_misleading_request_is_refused_with_its_reason(spec: ChartSpec, said: str) -> None:
    assert said in (charts.refuse(spec) or "")
    with pytest.raises(ChartRefused, match=said):
        charts.draw(spec)


HONEST = {
    "bars": chart("bars", A, B, GOAL),
    "rounded-parts": chart(
        "parts",
        figure("a", "33.4%", 33.4, precision=0.1),
        figure("b", "66.7%", 66.7, precision=0.1),
        total=figure("t", "100%", 100, precision=1),
    ),
    "some-of-a-whole": chart("parts", A, total=figure("t", "100", 100)),
    "everybody": chart("people-in-100", figure("a", "100%", 100)),
    "only-targets": chart(
        "then-and-now",
        figure("a", "1", 1, year=2027, status="target"),
        figure("a", "2", 2, year=2030, status="target"),
    ),
    "open-nation": chart("against-nation", A, reference=figure("n", "一半以上", 50, "≥")),
}


@pytest.mark.parametrize("spec", HONEST.values(), ids=HONEST)
def test_an_honest_request_is_drawn(spec: ChartSpec) -> None:
    assert charts.refuse(spec) is None
    assert charts.draw(spec).svg


def test_rounding_is_half_of_each_last_printed_digit() -> None:
    data = (
        figure("a", "507.7万张", 5077000, precision=1000),
        figure("b", "22张", 22, precision=1),
        figure("c", "一半", 50),
    )
    assert rounding(data) == 500.5
