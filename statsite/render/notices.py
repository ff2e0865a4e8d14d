"""The drawn files of charts that were withdrawn: their title and the line why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import charts
from statsite import formatting
from statsite.plan.charts import xml_name
from statsite.plan.edition import Edition

#: What makes each part of a chart's drawings, by the name of the part.
_FILES: Mapping[str, Callable[[charts.Notice], bytes]] = {
    "file": charts.notice_svg,
    "picture": charts.notice_png,
    "card": charts.notice_card,
}


def notice_file(edition: Edition, chart_id: str, part: str) -> bytes:
    """The file that is where ``part`` of the drawings of a withdrawn chart was, in the edition's
    language.
    """
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
    return _FILES[part](
        charts.Notice(xml_name(chart_id), edition.language, shown.title, shown.sentence, below)
    )
