"""From chart request to chart spec: what content asks for becomes a localised, complete description
and the table beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain

from msgspec import Struct

import charts
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus
from statsite import addresses, formatting
from statsite.language.phrases import parts_of_title
from statsite.model import ChartRequest, Grouping, Observation, Reference, Site, Status
from statsite.plan import findings
from statsite.plan.history import changes_of, dated
from statsite.plan.views import FigureView, Presenter, SourceView
from statsite.quantity import Quantity, Relation, in_few_digits
from statsite.values import replace

#: Drawing widths in CSS pixels: on pages, where one drawing serves phones and the side of a wide
#: screen's text, and in the file that is on its own.
PAGE_WIDTH, FILE_WIDTH = 320, 640

#: What a whole is in percent.
PERCENT = 100

_NOTHING = Fraction(0)


class ChartRow(Struct, frozen=True):
    """A figure of a chart: its ``name`` there, and its ``label``, which says its group too."""

    name: str
    label: str
    figure: FigureView


class ChartFiles(Struct, frozen=True):
    """The addresses of a chart's files, those of one language where there is a choice."""

    svg: str
    png: str
    card: str
    embed: str
    csv: str


class ChartView(Struct, frozen=True):
    """A chart in one language: the specs to draw and everything that is with the drawing; ``head``
    says what the names of its rows are.
    """

    id: str
    address: str
    title: str
    finding: str
    note: str
    on_page: ChartSpec
    in_file: ChartSpec
    rows: tuple[ChartRow, ...]
    head: str
    when: str
    where: str
    sources: tuple[SourceView, ...]
    producers: tuple[str, ...]
    topic: str
    files: ChartFiles

    @property
    def svg_address(self) -> str:
        """The drawing in a file of its own."""
        return self.files.svg

    @property
    def png_address(self) -> str:
        """The drawing as a picture."""
        return self.files.png

    @property
    def card_address(self) -> str:
        """The picture that the chart is shared with."""
        return self.files.card

    @property
    def embed_address(self) -> str:
        """The page that other sites frame."""
        return self.files.embed

    @property
    def csv_address(self) -> str:
        """What is drawn, for spreadsheets."""
        return self.files.csv


class _Charted(Struct, frozen=True):
    """A request with the figures it draws, in their order, and what they and their groups are
    called; ``lines`` are its total and its reference.
    """

    request: ChartRequest
    presenter: Presenter
    drawn: list[Observation]
    lines: list[Observation]
    naming: _Naming
    groups: Mapping[str, str]

    @property
    def observations(self) -> list[Observation]:
        """All figures, those that are drawn as lines last."""
        return [*self.drawn, *self.lines]

    def data(self) -> tuple[Datum, ...]:
        """The drawn figures as the renderer wants them."""
        data = [self._datum(one) for one in self.drawn]
        return tuple(_with_breaks(data, self.drawn, self.request))

    def line(self, named: Reference | None) -> Datum | None:
        """The figure of a line, if there is one."""
        if named is None:
            return None
        return self._datum(self.presenter.site.observations[named.id])

    def _datum(self, one: Observation) -> Datum:
        name, group = self.naming.names[one.id], self.groups.get(one.id, "")
        made = datum(one, name, self.presenter, group)
        return replace(made, in_words=_in_words(one, made, self.presenter))

    def row(self, figure: FigureView) -> ChartRow:
        """A figure with what it is called where its group is not seen."""
        name, group = self.naming.names[figure.id], self.groups.get(figure.id, "")
        return ChartRow(name, _row_name(name, group, self.presenter), figure)


def _charted(request: ChartRequest, presenter: Presenter) -> _Charted:
    site = presenter.site
    drawn = ordered(request, site)
    lines = [site.observations[named.id] for named in (request.total, request.reference) if named]
    naming = _naming(request, [*drawn, *lines], presenter)
    return _Charted(request, presenter, drawn, lines, naming, _groups(request, drawn, presenter))


def chart_view(
    request: ChartRequest, presenter: Presenter, views: Mapping[str, FigureView]
) -> ChartView:
    """The chart that ``request`` asks for, in the presenter's language; ``views`` holds every
    figure. Every id in the request is known.
    """
    chart = _charted(request, presenter)
    on_page = _spec(chart)
    figures = [views[one.id] for one in chart.observations]
    return ChartView(
        id=request.id,
        address=presenter.address(addresses.chart(request.id)),
        title=on_page.title,
        finding=on_page.description,
        note=with_changes(_note(chart), chart.observations, views, presenter),
        on_page=on_page,
        in_file=replace(on_page, width=FILE_WIDTH),
        rows=tuple(map(chart.row, figures)),
        head=_head(chart),
        when=_when(chart, figures),
        where=_only({figure.where for figure in figures}),
        sources=_sources_of(figures),
        producers=_producers_of(figures),
        topic=figures[0].topic,
        files=_files(request.id, presenter),
    )


def _note(chart: _Charted) -> str:
    """What the editor and the kind of chart say below the drawing."""
    told = (chart.presenter.figure_text(chart.request.note), _rounded_squares(chart))
    return chart.presenter.locale.space.join(filter(None, told))


def _sources_of(figures: Iterable[FigureView]) -> tuple[SourceView, ...]:
    """The articles that print the figures, each once."""
    return tuple({figure.source.id: figure.source for figure in figures}.values())


def _producers_of(figures: Iterable[FigureView]) -> tuple[str, ...]:
    """Who made the figures, where the articles pass on somebody else's, each once."""
    told = (figure.source for figure in figures)
    made = (source.producer for source in told if source.producer != source.publication)
    return tuple(dict.fromkeys(filter(None, made)))


def _files(chart_id: str, presenter: Presenter) -> ChartFiles:
    """Where the files of a chart are."""
    return ChartFiles(
        svg=addresses.chart_svg(chart_id, presenter.language),
        png=addresses.chart_png(chart_id, presenter.language),
        card=addresses.chart_card(chart_id, presenter.language),
        embed=presenter.address(addresses.chart_embed(chart_id)),
        csv=addresses.chart_csv(chart_id),
    )


def _rounded_squares(chart: _Charted) -> str:
    """That squares are whole, where the shares that they draw are not."""
    values = (one.quantity.value for one in chart.drawn)
    if chart.request.kind not in charts.DRAW_PEOPLE or all(
        value is not None and value.denominator == 1 for value in values
    ):
        return ""
    return chart.presenter.interface_text("squares-rounded")


def _spec(chart: _Charted) -> ChartSpec:
    """What the renderer draws on pages."""
    request, presenter = chart.request, chart.presenter
    data, total, reference = chart.data(), chart.line(request.total), chart.line(request.reference)
    whole = _whole(request, presenter.site)
    title = presenter.figure_text(request.title)
    return ChartSpec(
        id=xml_name(request.id),
        kind=request.kind,
        language=presenter.language,
        title=title,
        description=_finding(chart, data, total or reference, whole),
        data=data,
        total=total,
        reference=reference,
        width=PAGE_WIDTH,
        words=_words(request, presenter),
        whole=whole,
        title_parts=parts_of_title(title),
    )


def _finding(
    chart: _Charted, data: tuple[Datum, ...], line: Datum | None, whole: float | None
) -> str:
    """The editor's finding, else the one that the figures give."""
    request, presenter = chart.request, chart.presenter
    is_percent = presenter.site.units[chart.drawn[0].unit].whole == PERCENT
    hundred = presenter.figure_text(request.hundred)
    asked = findings.Asked(request.kind, data, line, whole, hundred, is_percent)
    made = findings.finding(asked, presenter)
    return findings.written(presenter.figure_text(request.finding), presenter) or made


def _words(request: ChartRequest, presenter: Presenter) -> dict[str, str]:
    """The small words that the drawing needs."""
    is_rounded = _differ_by_rounding(request, presenter.site)
    return chart_words(presenter, rounded=is_rounded) | dict(_measures(request, presenter))


def _head(chart: _Charted) -> str:
    """What the names of the rows say."""
    columns = (_column(aspect, chart.presenter) for aspect in chart.naming.aspects)
    return chart.presenter.interface_text("separator").join(columns)


def with_changes(
    note: str,
    observations: list[Observation],
    views: Mapping[str, FigureView],
    presenter: Presenter,
) -> str:
    """``note``, and what of the ``observations`` was changed or is due."""
    told = [note]
    for observation in observations:
        told += _remarks(observation, views[observation.id], presenter)
    return presenter.locale.space.join(filter(None, dict.fromkeys(told)))


def _remarks(observation: Observation, view: FigureView, presenter: Presenter) -> Iterator[str]:
    """That a figure was changed, and that it is due."""
    for change in changes_of(presenter, observation, view)[:1]:
        yield presenter.interface_text("note-changed").format(
            title=view.title,
            date=change.date,
            kind=change.kind_label,
            before=dated(presenter, change.before, change.aside),
            after=dated(presenter, change.after, change.aside_after),
        )
    yield from _due(view, presenter)


def what_is_due(views: Iterable[FigureView], presenter: Presenter) -> str:
    """Which of the figures are due, in sentences."""
    told = (sentence for view in views for sentence in _due(view, presenter))
    return presenter.locale.space.join(dict.fromkeys(told))


def _due(view: FigureView, presenter: Presenter) -> Iterator[str]:
    if view.due:
        yield presenter.interface_text("note-due").format(title=view.title)


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
    if not rounded:
        words.pop("rounding", None)
    conventions = [f"convention-{name}" for name in charts.CONVENTIONS]
    keys = (*conventions, "conventions-separator", "full-stop")
    return words | {key: told[key] for key in keys}


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
    missed = abs(_sum(part.value for part in parts) - (total.value or _NOTHING))
    return 0 < missed <= _sum(quantity.precision for quantity in (total, *parts)) / 2


def _sum(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number or _NOTHING for number in numbers), _NOTHING)


def ordered(request: ChartRequest, site: Site) -> list[Observation]:
    """The observations to draw: as declared, or by value with the largest first."""
    observations = [site.observations[r.id] for r in request.data]
    if request.order == "declared":
        return observations
    if request.group_by is None:
        return largest_first(observations)
    groups = _members(request, observations).values()
    by_largest = sorted(groups, key=lambda group: max(map(_size, group)), reverse=True)
    return [*chain.from_iterable(by_largest)]


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


def _when(chart: _Charted, figures: list[FigureView]) -> str:
    """When all figures were; where that differs and the drawing does not say it, when those of each
    name were.
    """
    request, names = chart.request, chart.naming.names
    times = {figure.when for figure in figures}
    if len(times) == 1 or request.kind in charts.SHOW_TIME or request.group_by == "period":
        return _only(times)
    if all(_says(names[figure.id], figure, chart.presenter) for figure in figures):
        return ""
    return _times_told(chart, figures)


def _times_told(chart: _Charted, figures: list[FigureView]) -> str:
    """Each time with the names of the figures that are of it."""
    named: dict[str, dict[str, None]] = {}
    for figure in figures:
        named.setdefault(figure.when, {})[chart.naming.names[figure.id]] = None
    told = (_time_and_names(when, labels, chart.presenter) for when, labels in named.items())
    return chart.presenter.interface_text("conventions-separator").join(told)


def _time_and_names(when: str, names: Iterable[str], presenter: Presenter) -> str:
    """A time, and in brackets the names of the figures that are of it."""
    listed = presenter.interface_text("list-separator").join(names)
    return presenter.in_brackets(when, listed)


def _says(label: str, figure: FigureView, presenter: Presenter) -> bool:
    """Whether the figure's name in the drawing says when it was."""
    period = presenter.site.observations[figure.id].period
    return period is not None and formatting.short_period(period, presenter.language) in label


def _row_name(label: str, group: str, presenter: Presenter) -> str:
    """What a figure is called where its group is not seen."""
    if not group:
        return label
    return presenter.interface_text("area-and-title").format(area=group, title=label)


def _whole(request: ChartRequest, site: Site) -> float | None:
    """What a whole is where the figures are shares: 100 of percent, None in other units and for
    changes, which are shares of nothing.
    """
    shown = [site.observations[r.id] for r in request.data]
    whole = site.units[shown[0].unit].whole
    if whole is None or any(observation.compared_with for observation in shown):
        return None
    return float(whole)


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
        value=_float(quantity.value),
        low=_float(bounds.low),
        high=_float(bounds.high),
        time=period.on_axis if period else None,
        time_label=_time_label(observation, presenter),
        status=DatumStatus(observation.status.value),
        group=group,
        precision=float(quantity.precision or 0),
    )


def _in_words(observation: Observation, drawn: Datum, presenter: Presenter) -> str:
    """A figure that is ``drawn`` for those who hear it: its name and its number, and in brackets
    what it is where it was not observed, and its time where the name does not say it.
    """
    grouped = presenter.locale.findings.in_group
    name = grouped(drawn.group, drawn.row) if drawn.group else drawn.row
    text = presenter.interface_text("area-and-title").format(area=name, title=drawn.number)
    aside = presenter.interface_text("comma").join(_aside(observation, name, presenter))
    return presenter.in_brackets(text, aside) if aside else text


def _aside(observation: Observation, name: str, presenter: Presenter) -> Iterator[str]:
    """What a figure is where it was not observed, and when it was where ``name`` says it not, or
    that its article does not say it.
    """
    if observation.status is not Status.OBSERVED:
        yield presenter.status_label(observation)
    elif observation.period is None:
        yield presenter.interface_text("period-unstated")
    time = _time_label(observation, presenter)
    if time and time not in name:
        yield presenter.when(observation)


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _time_label(observation: Observation, presenter: Presenter) -> str:
    """When a figure was, in a few words; empty where nothing says it."""
    period = observation.period
    return formatting.short_period(period, presenter.language) if period else ""


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


class _Naming(Struct, frozen=True):
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
    labels = {figure: presenter.figure_text(label) for figure, label in request.labels.items()}
    return replace(naming, names={**naming.names, **labels})


def _naming_without_times(observations: list[Observation], presenter: Presenter) -> _Naming:
    """What each figure is about: its area, its indicator, or both, as far as they differ."""
    names = _names(observations, presenter)
    areas, titles = names["area"], names["indicator"]
    if len({one.area for one in observations}) == 1:
        return _Naming(titles, ("indicator",))
    if len({one.indicator for one in observations}) == 1:
        return _Naming(areas, ("area",))
    both = presenter.interface_text("area-and-title")
    together = {name: both.format(area=areas[name], title=titles[name]) for name in areas}
    return _Naming(together, ("area", "indicator"))


def _names(
    observations: list[Observation], presenter: Presenter
) -> Mapping[Grouping, Mapping[str, str]]:
    """What each aspect of the figures is called, by their ids."""
    site, text = presenter.site, presenter.figure_text
    return {
        "area": {one.id: text(site.areas[one.area].title) for one in observations},
        "indicator": {one.id: text(site.indicators[one.indicator].title) for one in observations},
        "period": {one.id: _time_label(one, presenter) for one in observations},
    }


def _naming_in_groups(
    request: ChartRequest,
    grouped_by: Grouping,
    observations: list[Observation],
    presenter: Presenter,
) -> _Naming:
    """What tells the figures of a group apart: whatever else differs; what they all are where
    nothing does.
    """
    every = _names(observations, presenter)
    seen = {grouped_by, "period"} if request.kind in charts.SHOW_TIME else {grouped_by}
    shown = _differing(every, seen) or ["indicator"]
    joined = presenter.interface_text("separator").join
    names = {
        one.id: joined(filter(None, (every[aspect][one.id] for aspect in shown)))
        for one in observations
    }
    return _Naming(names, tuple(dict.fromkeys((grouped_by, *shown))))


def _differing(every: Mapping[Grouping, Mapping[str, str]], seen: Container[str]) -> list[Grouping]:
    """The aspects in which figures differ, but for those that are ``seen``."""
    return [name for name, of in every.items() if name not in seen and len(set(of.values())) > 1]


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
        time = _time_label(observation, presenter)
        return time if len(shared) == 1 else together.format(area=own, title=time)

    return _with_times(naming, {one.id: name(one) for one in observations})


def _with_times(naming: _Naming, names: Mapping[str, str]) -> _Naming:
    """The naming with new ``names``, to some of which the time was added."""
    changed = [name != naming.names[figure] for figure, name in names.items()]
    if not any(changed):
        return naming
    are_times = all(changed) and len(set(naming.names.values())) == 1
    return _Naming(names, ("period",) if are_times else (*naming.aspects, "period"))


def _only(values: set[str]) -> str:
    """The one value all share, or nothing."""
    return next(iter(values)) if len(values) == 1 else ""
