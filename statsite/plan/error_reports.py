"""How a reader reports an error in a figure: by a mail or a new issue that already says which, or
by a text to send.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from statsite import addresses
from statsite.plan.views import FigureView, Presenter


def report_address(presenter: Presenter, figure: FigureView) -> str:
    """The address of a report on ``figure``, filled in; empty where site.yaml names none."""
    report = presenter.site.settings.report
    if report is None:
        return ""
    title = _escaped(presenter.interface_text("report-title").format(id=figure.id))
    lines = _body(presenter, figure)
    if "://" in report:
        return report.format(title=title, body=_escaped("\n".join(lines)))
    return f"mailto:{report}?subject={title}&body=" + _escaped("\r\n".join(lines))


def report_text(presenter: Presenter, figure: FigureView) -> str:
    """What a reader may send who is led to no mail and no form."""
    return "\n".join(_body(presenter, figure)).strip()


def _escaped(text: str) -> str:
    return quote(text, safe="")


def _body(presenter: Presenter, figure: FigureView) -> list[str]:
    """The lines that a reader goes on from."""
    word = presenter.interface_text
    told = _told(presenter, figure)
    facts = [f"{word(key)}{word('colon')}{text}" for key, text in told if text]
    return [*facts, "", word("report-ask"), ""]


def _told(presenter: Presenter, figure: FigureView) -> Iterator[tuple[str, str]]:
    """What says which figure it is, by the keys of the words before it."""
    yield "permanent-id", figure.id
    yield "indicator-column", figure.title
    yield "figure-column", str(figure.text)
    yield "heading-address", addresses.public(presenter.site.settings.base_url, figure.address)
    yield "heading-version", presenter.site.version
