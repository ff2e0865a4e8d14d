"""A chart that would mislead is a problem, not a drawing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import charts
from statsite.check.text_locations import location_of_character
from statsite.model import ChartRequest, Reference, Site, location_of
from statsite.plan.charts import ChartView
from statsite.plan.edition import Edition
from statsite.problems import Location, Problem, did_you_mean, first_names


def kinds_are_known(site: Site) -> Iterator[Problem]:
    """``unknown-chart-kind``: the renderer has no such kind."""
    for request in site.charts.values():
        if request.kind not in charts.CHART_KINDS:
            yield _unknown_kind(request)


def _unknown_kind(request: ChartRequest) -> Problem:
    message = f"there is no chart kind `{request.kind}`"
    hint = did_you_mean(request.kind, charts.CHART_KINDS)
    return Problem("unknown-chart-kind", message, location_of(request, "kind"), hint)


def groups_are_asked_for(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a kind that compares groups without any, or groups for a kind that would
    not show them.
    """
    for request in site.charts.values():
        if request.kind in charts.WANT_GROUPS and request.group_by is None:
            yield _without_groups(request)
        elif request.group_by is not None and _has_no_groups(request.kind):
            yield _shows_no_groups(request)


def _has_no_groups(kind: str) -> bool:
    """Whether a kind is known, and shows none."""
    return kind in charts.CHART_KINDS and kind not in charts.WANT_GROUPS


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
            yield _too_many_figures(request, most)


def _too_many_figures(request: ChartRequest, most: int) -> Problem:
    message = charts.too_many_figures(len(request.data), most)
    hint = "draw several charts, or a table with `[[table: …]]`"
    return Problem("chart-misleads", message, location_of(request, "data"), hint)


def breaks_are_drawn(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a break that the chart would not show, as its kind has no lines or it
    does not draw the figure.
    """
    for request in site.charts.values():
        if _has_no_lines(request.kind):
            yield from (_draws_no_breaks(request.kind, one.location) for one in request.breaks)
        else:
            yield from map(_not_drawn, _breaks_without_figure(request))


def _has_no_lines(kind: str) -> bool:
    """Whether a kind is known, and draws none."""
    return kind in charts.CHART_KINDS and kind not in charts.HAVE_LINES


def _breaks_without_figure(request: ChartRequest) -> Iterator[Reference]:
    """The breaks of a chart before figures that it does not draw."""
    drawn = {reference.id for reference in request.data}
    return (reference for reference in request.breaks if reference.id not in drawn)


def _not_drawn(figure: Reference) -> Problem:
    message = f"the chart does not draw `{figure.id}`"
    return Problem("chart-misleads", message, figure.location, "list it in `data` as well")


def _draws_no_breaks(kind: str, location: Location) -> Problem:
    hint = f"leave it out, or take one of {', '.join(sorted(charts.HAVE_LINES))}"
    return Problem("chart-misleads", f"`{kind}` draws no breaks", location, hint)


def hundreds_are_drawn(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: a hundred people in a kind of chart that draws none, or drawn and nobody
    says who they are.
    """
    for request in site.charts.values():
        if _draws_unnamed_people(request):
            yield _unnamed_people(request)
        elif request.hundred and _has_no_people(request.kind):
            yield _draws_no_people(request)


def _draws_unnamed_people(request: ChartRequest) -> bool:
    return request.kind in charts.DRAW_PEOPLE and not request.hundred


def _has_no_people(kind: str) -> bool:
    """Whether a kind is known, and draws none."""
    return kind in charts.CHART_KINDS and kind not in charts.DRAW_PEOPLE


def _unnamed_people(request: ChartRequest) -> Problem:
    message = "nothing says who the hundred people are"
    hint = (
        "write `hundred` with who they are, as `{zh: 名新生儿, en: newborns}`; "
        "where they are no people, take `parts` or `bars`"
    )
    return Problem("chart-misleads", message, location_of(request, "kind"), hint)


def _draws_no_people(request: ChartRequest) -> Problem:
    message = f"`{request.kind}` draws no hundred people"
    hint = f"leave `hundred` out, or take {first_names(sorted(charts.DRAW_PEOPLE))}"
    return Problem("chart-misleads", message, location_of(request, "hundred"), hint)


def units_agree(site: Site) -> Iterator[Problem]:
    """``chart-misleads``: figures of different units on one scale."""
    for request in site.charts.values():
        if request.kind not in charts.MIX_UNITS:
            yield from _of_other_units([*_named_units(site, request)])


def _named_units(site: Site, request: ChartRequest) -> Iterator[tuple[Reference, str]]:
    """The figures that a chart names, as far as they are there, each with its unit."""
    for reference in request.drawn:
        if reference.id in site.observations:
            yield reference, site.observations[reference.id].unit


def _of_other_units(named: Sequence[tuple[Reference, str]]) -> Iterator[Problem]:
    """The figures that are in another unit than the first of them."""
    for reference, unit in named:
        if unit != named[0][1]:
            yield _in_another_unit(reference, unit, named[0][1])


def _in_another_unit(figure: Reference, unit: str, first: str) -> Problem:
    message = f"`{figure.id}` is in {unit}, the chart's first figure in {first}"
    return Problem("chart-misleads", message, figure.location, "draw two charts")


def charts_do_not_mislead(edition: Edition) -> Iterator[Problem]:
    """``chart-misleads``: what the renderer refuses to draw, with its reason, in any language."""
    for view in edition.charts.values():
        request = edition.site.charts[view.id]
        if _draws_unnamed_people(request):
            continue  # told by ``hundreds_are_drawn``
        yield from edition.results.passed.of(
            "charts_do_not_mislead",
            repr((view.on_page, view.in_file)),
            partial(_misleading, request, view),
        )


def _misleading(request: ChartRequest, view: ChartView) -> Iterator[Problem]:
    """What would mislead in a chart."""
    if reason := charts.refuse(view.on_page) or charts.refuse(view.in_file):
        yield _refused(request, reason)


def _refused(request: ChartRequest, reason: str) -> Problem:
    hint = "change its figures or its `kind`: docs/EDITING.md says what each kind wants"
    return Problem("chart-misleads", reason, _culprit(request, reason), hint)


def _culprit(request: ChartRequest, reason: str) -> Location:
    """Where the figure is that a reason begins with, its last mention first; else where the chart
    lists its figures.
    """
    mentions = {reference.id: reference.location for reference in request.drawn}
    figure = re.split(r"[:\s]", reason, maxsplit=1)[0]
    return mentions.get(figure, location_of(request, "data"))


def chart_labels_can_be_drawn(edition: Edition) -> Iterator[Problem]:
    """``glyph-missing``: a character in a chart that the layout font lacks, so that its label would
    be measured and drawn wrong.
    """
    for view in edition.charts.values():
        place = partial(location_of_character, edition.site, view.id, edition.language)
        yield from without_glyph(
            edition, "".join(_texts(view, edition)), f"the chart `{view.id}`", place
        )


def without_glyph(
    edition: Edition, text: str, drawing: str, place: Callable[[str], Location]
) -> tuple[Problem, ...]:
    """``glyph-missing``: the characters of a ``text`` that a ``drawing`` shows and the font of the
    drawing lacks; ``place`` tells where each is written.
    """
    return edition.results.passed.of(
        "without_glyph",
        text,
        lambda: (_no_glyph(char, drawing, place(char)) for char in charts.missing_glyphs(text)),
    )


def _no_glyph(char: str, drawing: str, location: Location) -> Problem:
    message = (
        f"the charts' font has no glyph for `{char}` (U+{ord(char):04X} "
        f"{unicodedata.name(char, 'unnamed')}), which {drawing} shows"
    )
    return Problem("glyph-missing", message, location, "write it another way")


def _texts(view: ChartView, edition: Edition) -> Iterator[str]:
    """Every text of the drawing, and of the caption that its file has below it."""
    yield from (view.on_page.title, *view.on_page.words.values())
    for datum in _data(view.on_page):
        yield from (datum.row, datum.number, datum.time_label)
    yield from (view.when, view.where)
    yield edition.presenter.figure_text(edition.site.settings.title)
    yield from (source.publication for source in view.sources)


def _data(spec: charts.ChartSpec) -> Iterator[charts.Datum]:
    """The figures of a drawing, those of its lines last."""
    yield from spec.data
    yield from filter(None, (spec.total, spec.reference))
