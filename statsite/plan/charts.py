"""From chart request to chart spec: what content asks for becomes a localised, complete description
and the table beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import charts
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus
from statsite import addresses, formatting
from statsite.model import ChartRequest, Grouping, Observation, Site
from statsite.plan import findings
from statsite.plan.history import changes_of
from statsite.plan.views import FigureView, Presenter, SourceView
from statsite.quantity import Quantity, Relation, in_few_digits

#: Drawing widths in CSS pixels: a phone's column, and the text column of a wide screen.
NARROW_WIDTH, WIDE_WIDTH = 360, 640

#: What a whole is in percent.
PERCENT = 100

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A figure of a chart and the name it has there."""

    label: str
    figure: FigureView


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart in one language: the specs to draw and everything that is with the drawing; ``head``
    says what the names of its rows are.
    """

    id: str
    address: str
    title: str
    finding: str
    note: str
    narrow: ChartSpec
    wide: ChartSpec
    rows: tuple[ChartRow, ...]
    head: str
    when: str
    where: str
    sources: tuple[SourceView, ...]
    topic: str
    svg_address: str
    png_address: str
    card_address: str
    embed_address: str
    csv_address: str


def chart_view(
    request: ChartRequest, presenter: Presenter, views: Mapping[str, FigureView]
) -> ChartView:
    """The chart that ``request`` asks for, in the presenter's language; ``views`` holds every
    figure. Every id in the request is known.
    """
    site = presenter.site
    drawn = ordered(request, site)
    rest = [site.observations[r.id] for r in (request.total, request.reference) if r is not None]
    naming = _naming(request, [*drawn, *rest], presenter)
    labels = naming.names
    title = presenter.figure_text(request.title)
    grouped = _groups(request, drawn, presenter)
    data = tuple(
        _with_breaks(
            [datum(o, labels[o.id], presenter, grouped.get(o.id, "")) for o in drawn],
            drawn,
            request,
        )
    )
    total = (
        datum(site.observations[request.total.id], labels[request.total.id], presenter)
        if request.total
        else None
    )
    reference = (
        datum(site.observations[request.reference.id], labels[request.reference.id], presenter)
        if request.reference
        else None
    )
    whole = _whole(request, site)
    words = {
        **chart_words(presenter, rounded=_differ_by_rounding(request, site)),
        **dict(_measures(request, presenter)),
    }
    unit = site.units[drawn[0].unit]
    asked = findings.Asked(
        request.kind,
        data,
        total or reference,
        whole,
        presenter.figure_text(request.hundred),
        unit.whole == PERCENT,
    )
    made = findings.finding(asked, presenter)
    finding = findings.written(presenter.figure_text(request.finding), presenter) or made

    def spec(width: int) -> ChartSpec:
        return ChartSpec(
            xml_name(request.id),
            request.kind,
            presenter.language,
            title,
            finding,
            data,
            total,
            reference,
            width,
            words,
            whole,
        )

    figures = [views[o.id] for o in (*drawn, *rest)]
    return ChartView(
        id=request.id,
        address=presenter.address(addresses.chart(request.id)),
        title=title,
        finding=finding,
        note=_note(request, [site.observations[f.id] for f in figures], views, presenter),
        narrow=spec(NARROW_WIDTH),
        wide=spec(WIDE_WIDTH),
        rows=tuple(
            ChartRow(_row_name(labels[f.id], grouped.get(f.id, ""), presenter), f) for f in figures
        ),
        head=presenter.interface_text("separator").join(
            _column(aspect, presenter) for aspect in naming.aspects
        ),
        when=_when(request, [(labels[f.id], f) for f in figures], presenter),
        where=_only({f.where for f in figures}),
        sources=tuple({f.source.id: f.source for f in figures}.values()),
        topic=figures[0].topic,
        svg_address=addresses.chart_svg(request.id, presenter.language),
        png_address=addresses.chart_png(request.id, presenter.language),
        card_address=addresses.chart_card(request.id, presenter.language),
        embed_address=presenter.address(addresses.chart_embed(request.id)),
        csv_address=addresses.chart_csv(request.id),
    )


def _note(
    request: ChartRequest,
    observations: list[Observation],
    views: Mapping[str, FigureView],
    presenter: Presenter,
) -> str:
    """The editor's note, and what of the drawn figures was changed or is due."""
    return with_changes(presenter.figure_text(request.note), observations, views, presenter)


def with_changes(
    note: str,
    observations: list[Observation],
    views: Mapping[str, FigureView],
    presenter: Presenter,
) -> str:
    """``note``, and what of the ``observations`` was changed or is due."""
    told = [note]
    for observation in observations:
        title = views[observation.id].title
        changes = changes_of(presenter, observation, views[observation.id])
        told += [
            presenter.interface_text("note-changed").format(
                title=title, date=c.date, kind=c.kind_label, before=c.before
            )
            for c in changes[:1]
        ]
        told += (
            [presenter.interface_text("note-due").format(title=title)]
            if views[observation.id].due
            else []
        )
    return presenter.locale.space.join(filter(None, dict.fromkeys(told)))


def xml_name(chart_id: str) -> str:
    """The id as a name in the drawing, which must not begin with a digit; no id has an underscore,
    so that it stays its own.
    """
    return f"n_{chart_id}" if chart_id[0].isdigit() else chart_id


def chart_words(presenter: Presenter, *, rounded: bool) -> dict[str, str]:
    """The small words a drawing needs; that parts and total differ by rounding only
    where they do.
    """
    told = presenter.interface[presenter.language]
    words = {
        key.removeprefix("chart-"): text for key, text in told.items() if key.startswith("chart-")
    }
    key_to_marks = {
        key: told[key]
        for key in (
            *(f"convention-{name}" for name in charts.CONVENTIONS),
            "conventions-separator",
            "full-stop",
        )
    }
    return {
        **{key: text for key, text in words.items() if key != "rounding" or rounded},
        **key_to_marks,
    }


def _measures(request: ChartRequest, presenter: Presenter) -> Iterator[tuple[str, str]]:
    """What the end of a scale of shares is called, and who a hundred people are, where the chart
    has such.
    """
    unit = presenter.site.units[presenter.site.observations[request.data[0].id].unit]
    if unit.whole is not None:
        yield "whole", str(formatting.quantity_text(_exactly(unit.whole), unit, presenter.language))
    if request.hundred:
        yield (
            "hundred",
            presenter.interface_text("hundred-people").format(
                people=presenter.figure_text(request.hundred)
            ),
        )


def _exactly(number: Fraction) -> Quantity:
    return Quantity(Relation.EQUAL, number, number, number, Fraction(1))


def _differ_by_rounding(request: ChartRequest, site: Site) -> bool:
    """Whether the printed parts miss the printed total by no more than half of each one's last
    digit, all of them printed without a qualifier.
    """
    if request.total is None:
        return False
    total, *parts = [site.observations[r.id].quantity for r in (request.total, *request.data)]
    if any(quantity.relation is not Relation.EQUAL for quantity in (total, *parts)):
        return False
    gap = abs(sum((part.value or _NOTHING for part in parts), _NOTHING) - (total.value or _NOTHING))
    last_digits = sum((quantity.precision or _NOTHING for quantity in (total, *parts)), _NOTHING)
    return 0 < gap <= last_digits / 2


def ordered(request: ChartRequest, site: Site) -> list[Observation]:
    """The observations to draw: as declared, or by value with the largest first."""
    observations = [site.observations[r.id] for r in request.data]
    if request.order == "declared":
        return observations
    if request.group_by is None:
        return largest_first(observations)
    members = _members(request, observations)
    return [
        o
        for _, group in sorted(
            members.items(), key=lambda entry: max(map(_size, entry[1])), reverse=True
        )
        for o in group
    ]


def largest_first(observations: list[Observation]) -> list[Observation]:
    """``observations`` of one unit by size; those of one size stay in their order."""
    return sorted(observations, key=_size, reverse=True)


def _members(
    request: ChartRequest, observations: list[Observation]
) -> dict[str, list[Observation]]:
    """The observations of each group, by what they have in common, in the order in which groups
    first occur.
    """
    found: dict[str, list[Observation]] = {}
    for observation in observations:
        found.setdefault(_common(request, observation), []).append(observation)
    return found


def _common(request: ChartRequest, observation: Observation) -> str:
    match request.group_by:
        case "area":
            return observation.area
        case "indicator":
            return observation.indicator
        case "period":
            return str(observation.period)
    return ""


def _groups(
    request: ChartRequest, observations: list[Observation], presenter: Presenter
) -> dict[str, str]:
    """What the group of each figure is called."""

    def name(observation: Observation) -> str:
        match request.group_by:
            case "area":
                return presenter.figure_text(presenter.site.areas[observation.area].title)
            case "indicator":
                return presenter.figure_text(presenter.site.indicators[observation.indicator].title)
            case "period" if observation.period is not None:
                return formatting.short_period(observation.period, presenter.language)
        return ""

    return {o.id: name(o) for o in observations}


def _when(
    request: ChartRequest, figures: list[tuple[str, FigureView]], presenter: Presenter
) -> str:
    """When all figures were; where that differs and the drawing does not say it, when those of each
    name were.
    """
    times = {figure.when for _, figure in figures}
    if len(times) == 1 or request.kind in charts.SHOW_TIME or request.group_by == "period":
        return _only(times)
    named: dict[str, dict[str, None]] = {}
    for label, figure in figures:
        named.setdefault(figure.when, {})[label] = None
    if all(_says(label, figure, presenter) for label, figure in figures):
        return ""
    join = presenter.interface_text("list-separator").join
    told = (
        (
            f"{when}{presenter.interface_text('open-bracket')}{join(names)}"
            f"{presenter.interface_text('close-bracket')}"
        )
        for when, names in named.items()
    )
    return presenter.interface_text("conventions-separator").join(told)


def _says(label: str, figure: FigureView, presenter: Presenter) -> bool:
    """Whether the figure's name in the drawing says when it was."""
    period = presenter.site.observations[figure.id].period
    return period is not None and formatting.short_period(period, presenter.language) in label


def _row_name(label: str, group: str, presenter: Presenter) -> str:
    """What a figure is called where its group is not seen."""
    return (
        presenter.interface_text("area-and-title").format(area=group, title=label)
        if group
        else label
    )


def _whole(request: ChartRequest, site: Site) -> float | None:
    """What a whole is where the figures are shares: 100 of percent, None in other units and for
    changes, which are shares of nothing.
    """
    shown = [site.observations[r.id] for r in request.data]
    whole = site.units[shown[0].unit].whole
    return (
        None
        if whole is None or any(observation.compared_with for observation in shown)
        else float(whole)
    )


def _size(observation: Observation) -> float:
    quantity = observation.quantity
    number = quantity.value if quantity.value is not None else quantity.high
    return float(number) if number is not None else 0.0


def datum(observation: Observation, label: str, presenter: Presenter, group: str = "") -> Datum:
    """One figure as the renderer wants it: a derived one as what is written of it, with the bounds
    that it has.
    """
    bounds, period = observation.quantity, observation.period
    quantity = in_few_digits(bounds) if observation.is_derived else bounds
    return Datum(
        id=observation.id,
        row=label,
        number=str(presenter.text(observation)),
        relation=DatumRelation(quantity.relation.value),
        value=None if quantity.value is None else float(quantity.value),
        low=None if bounds.low is None else float(bounds.low),
        high=None if bounds.high is None else float(bounds.high),
        time=period.on_axis if period else None,
        time_label=formatting.short_period(period, presenter.language) if period else "",
        status=DatumStatus(observation.status.value),
        group=group,
        precision=float(quantity.precision or 0),
    )


def _with_breaks(
    data: list[Datum], drawn: list[Observation], request: ChartRequest
) -> Iterator[Datum]:
    """The figures, those that begin a new definition so marked: where the request says, and where
    the indicator of a row changes.
    """
    named = {reference.id for reference in request.breaks}
    last: dict[str, str] = {}
    for one, observation in zip(data, drawn, strict=True):
        indicator = last.get(one.row, observation.indicator)
        yield replace(one, starts_anew=one.id in named or indicator != observation.indicator)
        last[one.row] = observation.indicator


@dataclass(frozen=True, slots=True)
class _Naming:
    """What each figure is called in a chart, by id, and what of it the names say."""

    names: Mapping[str, str]
    aspects: tuple[Grouping, ...]


def _column(aspect: Grouping, presenter: Presenter) -> str:
    """The head of a column that tells an aspect of its figures."""
    match aspect:
        case "area":
            return presenter.interface_text("area-column")
        case "indicator":
            return presenter.interface_text("indicator-column")
        case "period":
            return presenter.interface_text("period-column")


def _naming(
    request: ChartRequest, observations: list[Observation], presenter: Presenter
) -> _Naming:
    """What each figure is called in the chart: the editor's label, else what tells it apart - its
    area, its indicator, or its time.
    """
    if request.group_by is not None:
        naming = _naming_in_groups(request, request.group_by, observations, presenter)
    elif request.kind in charts.SHOW_TIME:
        naming = _naming_without_times(observations, presenter)
    else:
        naming = _naming_with_times(observations, presenter)
    return replace(
        naming,
        names={
            **naming.names,
            **{figure: presenter.figure_text(label) for figure, label in request.labels.items()},
        },
    )


def _naming_without_times(observations: list[Observation], presenter: Presenter) -> _Naming:
    """What each figure is about: its area, its indicator, or both, as far as they differ."""
    areas = {o.id: presenter.figure_text(presenter.site.areas[o.area].title) for o in observations}
    titles = {
        o.id: presenter.figure_text(presenter.site.indicators[o.indicator].title)
        for o in observations
    }
    if len({o.area for o in observations}) == 1:
        return _Naming(titles, ("indicator",))
    if len({o.indicator for o in observations}) == 1:
        return _Naming(areas, ("area",))
    both = presenter.interface_text("area-and-title")
    return _Naming(
        {figure: both.format(area=area, title=titles[figure]) for figure, area in areas.items()},
        ("area", "indicator"),
    )


def _naming_in_groups(
    request: ChartRequest,
    grouped_by: Grouping,
    observations: list[Observation],
    presenter: Presenter,
) -> _Naming:
    """What tells the figures of a group apart: whatever else differs; what they all are where
    nothing does.
    """
    told: dict[Grouping, dict[str, str]] = {
        "area": {
            o.id: presenter.figure_text(presenter.site.areas[o.area].title) for o in observations
        },
        "indicator": {
            o.id: presenter.figure_text(presenter.site.indicators[o.indicator].title)
            for o in observations
        },
        "period": {
            o.id: formatting.short_period(o.period, presenter.language) if o.period else ""
            for o in observations
        },
    }
    differing = [
        aspect
        for aspect, names in told.items()
        if aspect != grouped_by and len(set(names.values())) > 1
    ]
    shown = [
        aspect
        for aspect in differing
        if not (request.kind in charts.SHOW_TIME and aspect == "period")
    ] or ["indicator"]
    joined = presenter.interface_text("separator").join
    names = {
        o.id: joined(filter(None, (told[aspect][o.id] for aspect in shown))) for o in observations
    }
    return _Naming(names, tuple(dict.fromkeys((grouped_by, *shown))))


def _naming_with_times(observations: list[Observation], presenter: Presenter) -> _Naming:
    """The names, with the time for those that several figures share; the time alone
    where all do.
    """
    naming = _naming_without_times(observations, presenter)
    shared, together = Counter(naming.names.values()), presenter.interface_text("area-and-title")

    def name(observation: Observation) -> str:
        own = naming.names[observation.id]
        if shared[own] == 1 or observation.period is None:
            return own
        time = formatting.short_period(observation.period, presenter.language)
        return time if len(shared) == 1 else together.format(area=own, title=time)

    names = {o.id: name(o) for o in observations}
    changed = [names[o.id] != naming.names[o.id] for o in observations]
    if not any(changed):
        return naming
    return _Naming(
        names, ("period",) if len(shared) == 1 and all(changed) else (*naming.aspects, "period")
    )


def _only(values: set[str]) -> str:
    """The one value all share, or nothing."""
    return next(iter(values)) if len(values) == 1 else ""
