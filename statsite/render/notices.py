"""The drawn files of charts that were withdrawn: their title and the line why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import charts
from statsite import formatting
from statsite.language.phrases import parts_of_title
from statsite.plan.charts import xml_name
from statsite.plan.edition import Edition
from statsite.render.cache import DrawingCache

#: What makes each part of a chart's drawings, by the name of the part.
_FILES: Mapping[str, Callable[[charts.Notice], bytes]] = {
    "file": charts.notice_svg,
    "picture": charts.notice_png,
    "card": charts.notice_card,
}


def notice_files(edition: Edition, chart_id: str, kept: DrawingCache) -> Mapping[str, bytes]:
    """The files that are where the drawings of a withdrawn chart were, in the edition's language,
    by the name of the part; those that are ``kept`` from an earlier build are not drawn again.
    """
    notice = _notice(edition, chart_id)
    description = repr((tuple(_FILES), notice))
    parts = kept.get(description)
    if parts is None or len(parts) != len(_FILES):
        parts = [make(notice) for make in _FILES.values()]
        kept.put(description, parts)
    return dict(zip(_FILES, parts, strict=True))


def _notice(edition: Edition, chart_id: str) -> charts.Notice:
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
