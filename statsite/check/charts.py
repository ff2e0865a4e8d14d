"""A chart that would mislead is a problem, not a drawing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import charts
from statsite.check.text_locations import location_of_character
from statsite.model import ChartRequest, Reference, Site, location_of
from statsite.plan.charts import ChartView
from statsite.plan.edition import Edition
from statsite.problems import Location, Problem, did_you_mean


def kinds_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-chart-kind``: the renderer has no such kind."""
    for request in site.charts.values():
        if request.kind not in charts.CHART_KINDS:
            yield Problem(
                "unknown-chart-kind",
                f"there is no chart kind `{request.kind}`",
                location_of(request, "kind"),
                did_you_mean(request.kind, charts.CHART_KINDS),
            )


def groups_are_asked_for(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a kind that compares groups without any, or groups for a kind that would
    not show them.
    """
    for request in site.charts.values():
        is_grouped = request.group_by is not None
        if request.kind in charts.WANT_GROUPS and not is_grouped:
            yield _without_groups(request)
        elif is_grouped and request.kind in {*charts.CHART_KINDS} - {*charts.WANT_GROUPS}:
            yield _shows_no_groups(request)


def _without_groups(request: ChartRequest) -> Problem:
    message = f"`{request.kind}` compares groups, and no group is asked for"
    hint = "write `group_by: area`, `period` or `indicator`"
    return Problem("chart-misleads", message, location_of(request, "kind"), hint)


def _shows_no_groups(request: ChartRequest) -> Problem:
    message = f"`{request.kind}` shows no groups"
    hint = f"leave it out, or take one of {', '.join(sorted(charts.WANT_GROUPS))}"
    return Problem("chart-misleads", message, location_of(request, "group_by"), hint)


def figures_are_few(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: more figures than a chart of the kind shows. Said before the chart is
    planned, which takes long where it names thousands.
    """
    for request in site.charts.values():
        most = charts.MOST_FIGURES.get(request.kind)
        if most is not None and len(request.data) > most:
            yield Problem(
                "chart-misleads",
                charts.too_many_figures(len(request.data), most),
                location_of(request, "data"),
                "draw several charts, or a table with `[[table: …]]`",
            )


def breaks_are_drawn(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a break that the chart would not show, as its kind has no lines or it
    does not draw the figure.
    """
    for request in site.charts.values():
        drawn = {reference.id for reference in request.data}
        for reference in request.breaks:
            if request.kind in charts.CHART_KINDS and request.kind not in charts.HAVE_LINES:
                yield _draws_no_breaks(request.kind, reference.location)
            elif reference.id not in drawn:
                message = f"the chart does not draw `{reference.id}`"
                hint = "list it in `data` as well"
                yield Problem("chart-misleads", message, reference.location, hint)


def _draws_no_breaks(kind: str, location: Location) -> Problem:
    hint = f"leave it out, or take one of {', '.join(sorted(charts.HAVE_LINES))}"
    return Problem("chart-misleads", f"`{kind}` draws no breaks", location, hint)


def hundreds_are_drawn(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a hundred people in a kind of chart that draws none, or drawn and nobody
    says who they are.
    """
    for request in site.charts.values():
        if request.kind == charts.OF_PEOPLE and not request.hundred:
            hint = (
                "write `hundred` with who they are, as `{zh: 名新生儿, en: newborns}`; "
                "where they are no people, take `parts` or `bars`"
            )
            yield Problem(
                "chart-misleads",
                "nothing says who the hundred people are",
                location_of(request, "kind"),
                hint,
            )
        elif (
            request.kind in charts.CHART_KINDS
            and request.kind != charts.OF_PEOPLE
            and request.hundred
        ):
            hint = f"leave `hundred` out, or take `{charts.OF_PEOPLE}`"
            yield Problem(
                "chart-misleads",
                f"`{request.kind}` draws no hundred people",
                location_of(request, "hundred"),
                hint,
            )


def units_agree(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: figures of different units on one scale."""
    for request in site.charts.values():
        if request.kind in charts.MIX_UNITS:
            continue
        named = [one for one in _named(request) if one.id in site.observations]
        units = [site.observations[one.id].unit for one in named]
        for reference, unit in zip(named, units, strict=True):
            if unit != units[0]:
                message = f"`{reference.id}` is in {unit}, the chart's first figure in {units[0]}"
                yield Problem("chart-misleads", message, reference.location, "draw two charts")


def _named(request: ChartRequest) -> list[Reference]:
    return [*request.data, *(r for r in (request.total, request.reference) if r is not None)]


def charts_do_not_mislead(edition: Edition) -> Iterator[Problem]:
    """``chart-misleads``: what the renderer refuses to draw, with its reason, in any language."""
    for view in edition.charts.values():
        if _is_reported_already(edition.site.charts[view.id]):
            continue
        reason = charts.refuse(view.on_page) or charts.refuse(view.in_file)
        if reason:
            hint = "change its figures or its `kind`: docs/EDITING.md says what each kind wants"
            yield Problem(
                "chart-misleads", reason, _culprit(edition.site.charts[view.id], reason), hint
            )


def _is_reported_already(request: ChartRequest) -> bool:
    return request.kind == charts.OF_PEOPLE and not request.hundred


def _culprit(request: ChartRequest, reason: str) -> Location:
    """Where the figure is that a reason begins with, its last mention first; else where the chart
    lists its figures.
    """
    figure = re.split(r"[:\s]", reason, maxsplit=1)[0]
    return next(
        (r.location for r in reversed(_named(request)) if r.id == figure),
        location_of(request, "data"),
    )


def chart_labels_can_be_drawn(edition: Edition) -> Iterator[Problem]:
    """``glyph-missing``: a character in a chart that the layout font lacks, so that its label would
    be measured and drawn wrong.
    """
    for view in edition.charts.values():
        for char in charts.missing_glyphs("".join(_texts(view, edition))):
            name = unicodedata.name(char, "unnamed")
            message = (
                f"the charts' font has no glyph for `{char}` (U+{ord(char):04X} "
                f"{name}), which the chart `{view.id}` shows"
            )
            yield Problem(
                "glyph-missing",
                message,
                location_of_character(edition.site, view.id, edition.language, char),
                "write it another way",
            )


def _texts(view: ChartView, edition: Edition) -> Iterator[str]:
    """Every text of the drawing, and of the caption that its file has below it."""
    spec = view.on_page
    yield from (spec.title, *spec.words.values())
    for datum in (*spec.data, *(d for d in (spec.total, spec.reference) if d)):
        yield from (datum.row, datum.number, datum.time_label)
    yield from (
        view.when,
        view.where,
        edition.presenter.figure_text(edition.site.settings.title),
        *(source.publication for source in view.sources),
    )
