"""What was withdrawn, in one language: its address stays, with a line why and a link on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from statsite import addresses, formatting
from statsite.model import LocalisedText, Site, Withdrawal
from statsite.plan.views import Presenter

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """A chart or a rule that was withdrawn.

    ``anchor`` is its entry's on the corrections page; ``sentence`` says when and why.

    ``address`` and ``part``, with its ``#``, are where it was and what is there now; ``see`` and
    ``see_part`` lead on and may be empty.
    """

    id: str
    kind: Literal["chart", "rule"]
    kind_label: str
    anchor: str
    address: str
    part: str
    title: str
    day: str
    date: str
    because: str
    sentence: str
    see: str
    see_part: str
    csv_address: str


def withdrawn_views(presenter: Presenter) -> tuple[WithdrawnView, ...]:
    """Every chart and rule that was withdrawn, the newest first."""
    listed = [_view(presenter, *one) for one in _withdrawn(presenter.site)]
    return tuple(sorted(listed, key=lambda view: view.day, reverse=True))


def withdrawal_rows(site: Site) -> list[Row]:
    """The withdrawals as data/corrections.json holds them, with the keys of changes of figures."""
    return [_row(*one) for one in _withdrawn(site)]


def withdrawn_lines(site: Site, chart_id: str) -> list[list[str]]:
    """What the table of a withdrawn chart holds instead of data: heads and one line,
    when and why.
    """
    withdrawal = site.withdrawn_charts[chart_id].withdrawn
    languages = site.settings.languages
    because = [withdrawal.because[language] if withdrawal else "" for language in languages]
    return [
        ["withdrawn", *(f"because_{language}" for language in languages)],
        [str(withdrawal.on) if withdrawal else "", *because],
    ]


def _withdrawn(
    site: Site,
) -> Iterator[tuple[Literal["chart", "rule"], str, LocalisedText, Withdrawal]]:
    """Kind, id, title and withdrawal of each."""
    for chart in site.withdrawn_charts.values():
        if chart.withdrawn:
            yield "chart", chart.id, chart.title, chart.withdrawn
    for rule in site.withdrawn_rules.values():
        if rule.withdrawn:
            yield "rule", rule.id, rule.says, rule.withdrawn


def _view(
    presenter: Presenter,
    kind: Literal["chart", "rule"],
    name: str,
    title: LocalisedText,
    withdrawal: Withdrawal,
) -> WithdrawnView:
    because, date = (
        presenter.figure_text(withdrawal.because),
        formatting.day(withdrawal.on, presenter.language),
    )
    page, _, part = withdrawal.see.partition("#")
    return WithdrawnView(
        id=name,
        kind=kind,
        kind_label=presenter.interface_text("withdrawn-chart")
        if kind == "chart"
        else presenter.interface_text("withdrawn-rule"),
        anchor=f"withdrawn-{kind}-{name}",
        address=presenter.address(
            addresses.chart(name) if kind == "chart" else addresses.VERIFICATION
        ),
        part="" if kind == "chart" else f"#rule-{name}",
        title=presenter.figure_text(title),
        day=str(withdrawal.on),
        date=date,
        because=because,
        sentence=presenter.interface_text("withdrawn-sentence").format(date=date, because=because),
        see=presenter.address(addresses.of_page(page)) if withdrawal.see else "",
        see_part=f"#{part}" if part else "",
        csv_address=addresses.chart_csv(name) if kind == "chart" else "",
    )


def _row(kind: str, name: str, title: LocalisedText, withdrawal: Withdrawal) -> Row:
    unsaid = dict.fromkeys(
        ("printed", "relation", "value", "low", "high", "unit", "time_period", "source")
    )
    told = {
        "figure": None,
        "kind": "withdrawal",
        "date": str(withdrawal.on),
        **unsaid,
        "reason": dict(withdrawal.because),
    }
    return {**told, kind: name, "title": dict(title), "see": withdrawal.see or None}
