"""The drawn files of charts that were withdrawn: their title and the line why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import charts
from statsite import formatting
from statsite.language.phrases import parts_of_title
from statsite.plan.charts import xml_name
from statsite.plan.edition import Edition
from statsite.render.cache import DrawingCache

#: The names of the parts of a chart's drawings.
_PARTS = ("file", "picture", "card")


def notice_described(notice: charts.Notice) -> str:
    """All that the files of a notice depend on but the program."""
    return repr((_PARTS, notice))


def notice_files(notice: charts.Notice, kept: DrawingCache) -> Mapping[str, bytes]:
    """The files that are where the drawings of a withdrawn chart were, by the name of the part;
    those that are ``kept`` from an earlier build are not drawn again.
    """
    description = notice_described(notice)
    parts = kept.get(description)
    if parts is None or len(parts) != len(_PARTS):
        parts = list(_drawn(notice))
        kept.put(description, parts)
    return dict(zip(_PARTS, parts, strict=True))


def _drawn(notice: charts.Notice) -> Iterator[bytes]:
    """Each part, drawn."""
    yield charts.notice_svg(notice)
    yield charts.notice_png(notice)
    yield charts.notice_card(notice)


def notice_of(edition: Edition, chart_id: str) -> charts.Notice:
    """What is said of a withdrawn chart in the edition's language."""
    shown, presenter, settings = (
        edition.withdrawn_charts[chart_id],
        edition.presenter,
        edition.site.settings,
    )
    site, date = (
        presenter.figure_text(settings.title),
        formatting.day(settings.as_of, edition.language),
    )
    below = (presenter.interface_text("made-by").format(site=site, date=date),)
    return charts.Notice(
        xml_name(chart_id),
        edition.language,
        shown.title,
        shown.sentence,
        below,
        title_parts=parts_of_title(shown.title),
    )
