"""What is told in words beside the drawing of a chart: below its file, and where a mark is pointed
at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from statsite import formatting
from statsite.plan.charts import ChartRow, ChartView
from statsite.plan.edition import Edition
from statsite.plan.views import Presenter, SourceView
from statsite.render.links import PageLinks


def chart_caption(edition: Edition, chart_id: str) -> tuple[str, ...]:
    """The lines below a chart's file: what it is about, what is noted, where from and whose the
    figures are, and which site made it as of when.
    """
    *told, made_by = card_caption(edition, chart_id)
    producers = _producers(edition.charts[chart_id], edition.presenter)
    return (*told, *filter(None, [producers]), made_by)


def card_caption(edition: Edition, chart_id: str) -> tuple[str, ...]:
    """The same without whose the figures are, for the card, which is small and leads to a page
    that names them.
    """
    chart, presenter = edition.charts[chart_id], edition.presenter
    lines = (_about(chart, presenter), chart.note, _sources(chart, presenter), _made_by(edition))
    return tuple(filter(None, lines))


def _about(chart: ChartView, presenter: Presenter) -> str:
    """Time, place and firmness."""
    told = (chart.when, chart.where, *_firmness(chart, presenter))
    return presenter.interface_text("separator").join(filter(None, told))


def _sources(chart: ChartView, presenter: Presenter) -> str:
    cited = dict.fromkeys(_source(source, presenter) for source in chart.sources)
    listed = presenter.interface_text("separator").join(cited)
    return presenter.interface_text("source-of").format(sources=listed)


def _producers(chart: ChartView, presenter: Presenter) -> str:
    """Who made the figures, where the articles pass on somebody else's."""
    if not chart.producers:
        return ""
    listed = presenter.interface_text("list-separator").join(chart.producers)
    return presenter.interface_text("producer-of").format(producer=listed)


def _source(source: SourceView, presenter: Presenter) -> str:
    return presenter.interface_text("source-short").format(
        publication=source.publication, date=source.date
    )


def _made_by(edition: Edition) -> str:
    settings = edition.site.settings
    return edition.presenter.interface_text("made-by").format(
        site=edition.presenter.figure_text(settings.title),
        date=formatting.day(settings.as_of, edition.language),
    )


def _firmness(chart: ChartView, presenter: Presenter) -> Iterator[str]:
    """What a chart shows where nothing of it was observed; beside observations its key tells the
    rest apart, but for what is derived, which is named.
    """
    labels = {row.figure.status: row.figure.status_label for row in chart.rows}
    for status, label in labels.items():
        if status == "derived" and len(labels) > 1:
            names = presenter.interface_text("list-separator").join(_names_of_derived(chart.rows))
            yield f"{label}{presenter.interface_text('colon')}{names}"
        elif "observed" not in labels or status == "derived":
            yield label


def _names_of_derived(rows: Sequence[ChartRow]) -> Iterable[str]:
    """What the derived figures of a chart are called, without their groups where no other figure
    has such a name.
    """
    derived = [row for row in rows if row.figure.is_derived]
    others = {row.name for row in rows if not row.figure.is_derived}
    are_told_apart = others.isdisjoint(row.name for row in derived)
    return dict.fromkeys(row.name if are_told_apart else row.label for row in derived)


def marks(edition: Edition, chart_id: str, link: PageLinks) -> dict[str, dict[str, str]]:
    """What each figure of a chart tells a reader who points at its mark."""
    rows = edition.charts[chart_id].rows
    return {row.figure.id: _mark(row, edition.presenter, link) for row in rows}


def _mark(row: ChartRow, presenter: Presenter, link: PageLinks) -> dict[str, str]:
    figure = row.figure
    status = "" if figure.is_firm else figure.status_label
    about = filter(None, (row.label, status, figure.due, figure.when, figure.where))
    return {
        "number": str(figure.text),
        "about": presenter.interface_text("separator").join(about),
        "label": presenter.interface_text("as-printed") + presenter.interface_text("colon"),
        "printed": figure.printed,
        "source": "" if figure.is_derived else _source(figure.source, presenter),
        "page": link(figure.address),
    }
