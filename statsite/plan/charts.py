"""From chart request to chart spec: what content asks for becomes a localised, complete description and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass

from charts.spec import ChartSpec, Datum
from statsite import addresses, wording
from statsite.model import ChartRequest, Observation, Site
from statsite.plan import findings
from statsite.plan.views import FigureView, Presenter, SourceView

#: Drawing widths in CSS pixels: a phone's column, and the text column of a wide screen.
NARROW, WIDE = 360, 640


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A figure of a chart and the name it has there."""

    label: str
    figure: FigureView


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart in one language: the specs to draw and everything that stands with the drawing."""

    id: str
    address: str
    title: str
    finding: str
    note: str
    narrow: ChartSpec
    wide: ChartSpec
    rows: tuple[ChartRow, ...]
    when: str
    where: str
    sources: tuple[SourceView, ...]
    topic: str
    svg_address: str
    csv_address: str


def chart_view(request: ChartRequest, presenter: Presenter) -> ChartView:
    """The chart that ``request`` asks for, in the presenter's language. Every id in the request is known."""
    site = presenter.site
    drawn = ordered(request, site)
    rest = [site.observations[r.id] for r in (request.total, request.reference) if r is not None]
    labels = row_labels(request, [*drawn, *rest], presenter)
    title = presenter.tell(request.title)
    data = tuple(datum(o, labels[o.id], presenter) for o in drawn)
    total = datum(site.observations[request.total.id], labels[request.total.id], presenter) if request.total else None
    reference = datum(site.observations[request.reference.id], labels[request.reference.id], presenter) if request.reference else None
    words = chart_words(presenter, adds_up=_adds_up(request, site))
    made = findings.finding(request.kind, data, total, reference, presenter.language)
    finding = findings.written(presenter.tell(request.finding), presenter) or made

    def spec(width: int) -> ChartSpec:
        return ChartSpec(request.id, request.kind, presenter.language, title, finding, data, total, reference, width, words)

    figures = presenter.figures([*drawn, *rest])
    return ChartView(
        id=request.id,
        address=presenter.address(addresses.chart(request.id)),
        title=title,
        finding=finding,
        note=presenter.tell(request.note),
        narrow=spec(NARROW),
        wide=spec(WIDE),
        rows=tuple(ChartRow(labels[f.id], f) for f in figures),
        when=_only({f.when for f in figures}),
        where=_only({f.where for f in figures}),
        sources=tuple({f.source.id: f.source for f in figures}.values()),
        topic=figures[0].topic,
        svg_address=addresses.chart(request.id, f"{presenter.language}.svg"),
        csv_address=addresses.chart(request.id, f"{request.id}.csv"),
    )


def chart_words(presenter: Presenter, *, adds_up: bool) -> dict[str, str]:
    """The small words a drawing needs; that parts and total differ by rounding is said only where they do."""
    words = {key.removeprefix("chart-"): text for key, text in presenter.interface[presenter.language].items() if key.startswith("chart-")}
    return {key: text for key, text in words.items() if key != "rounding" or not adds_up}


def _adds_up(request: ChartRequest, site: Site) -> bool:
    """Whether the printed parts are the printed total to the last digit."""
    if request.total is None:
        return True
    parts = [site.observations[r.id].quantity.value for r in request.data]
    total = site.observations[request.total.id].quantity.value
    return total is None or sum(part or 0 for part in parts) == total


def ordered(request: ChartRequest, site: Site) -> list[Observation]:
    """The observations to draw: as declared, or by value with the largest first."""
    observations = [site.observations[r.id] for r in request.data]
    if request.order == "declared":
        return observations
    return sorted(observations, key=_size, reverse=True)


def _size(observation: Observation) -> float:
    quantity = observation.quantity
    number = quantity.value if quantity.value is not None else quantity.high
    return float(number) if number is not None else 0.0


def datum(observation: Observation, label: str, presenter: Presenter) -> Datum:
    """One figure as the renderer wants it."""
    quantity, period = observation.quantity, observation.period
    unit = presenter.site.units[observation.unit]
    return Datum(
        id=observation.id,
        row=label,
        number=str(wording.figure_text(observation.printing, unit, presenter.language)),
        relation=quantity.relation.value,
        value=None if quantity.value is None else float(quantity.value),
        low=None if quantity.low is None else float(quantity.low),
        high=None if quantity.high is None else float(quantity.high),
        time=period.position if period and period.is_moment else None,
        time_label=wording.short_period(period, presenter.language) if period else "",
        status=observation.status.value,
    )


def row_labels(request: ChartRequest, observations: list[Observation], presenter: Presenter) -> dict[str, str]:
    """What each figure is called in the chart: the editor's label, else what tells it apart - its area, its indicator, or its time."""
    site = presenter.site
    areas, indicators = {o.area for o in observations}, {o.indicator for o in observations}

    def label(observation: Observation) -> str:
        if observation.id in request.labels:
            return presenter.tell(request.labels[observation.id])
        area = presenter.tell(site.areas[observation.area].title)
        title = presenter.tell(site.indicators[observation.indicator].title)
        if len(areas) > 1 and len(indicators) > 1:
            return presenter.word("area-and-title").format(area=area, title=title)
        return area if len(areas) > 1 else title

    return {o.id: label(o) for o in observations}


def _only(values: set[str]) -> str:
    """The one value all share, or nothing."""
    return next(iter(values)) if len(values) == 1 else ""
