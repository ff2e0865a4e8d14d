"""What was withdrawn, in one language: its address stays, with a line why and a link on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from statsite import addresses, formatting
from statsite.model import LocalisedText, Site, Withdrawal
from statsite.plan.views import Presenter

WithdrawnRow = dict[str, object]


class WithdrawnView(Struct, frozen=True):
    """A chart or a rule that was withdrawn.

    ``anchor`` is its entry's on the corrections page; ``sentence`` says when and why, and that the
    reason was corrected where it was. ``corrected`` says that alone, ``corrected_by`` names the
    release that did, ``corrected_part`` is its part of the corrections page; all three may be
    empty.

    ``address`` and ``part``, with its ``#``, are where it was and what is there now; ``see`` and
    ``see_part`` lead on and may be empty; ``see_words`` name what is there.
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
    corrected: str
    corrected_by: str
    corrected_part: str
    see: str
    see_part: str
    see_words: str
    csv_address: str


def withdrawn_views(presenter: Presenter) -> tuple[WithdrawnView, ...]:
    """Every chart and rule that was withdrawn, the newest first."""
    listed = [_view(presenter, *one) for one in _withdrawn(presenter.site)]
    return tuple(sorted(listed, key=lambda view: view.day, reverse=True))


def withdrawal_rows(site: Site) -> list[WithdrawnRow]:
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
    was, (see, see_part) = _former_place(kind, name), _way_on(presenter, withdrawal.see)
    because = presenter.figure_text(withdrawal.because)
    date = formatting.day(withdrawal.on, presenter.language)
    sentence = presenter.interface_text("withdrawn-sentence").format(date=date, because=because)
    release = _release_called(presenter, withdrawal.corrected)
    corrected = release and presenter.interface_text("withdrawn-corrected").format(release=release)
    return WithdrawnView(
        id=name,
        kind=kind,
        kind_label=presenter.interface_text(f"withdrawn-{kind}"),
        anchor=f"withdrawn-{kind}-{name}",
        address=presenter.address(was.page),
        part=was.part,
        title=presenter.figure_text(title),
        day=str(withdrawal.on),
        date=date,
        because=because,
        sentence=presenter.locale.space.join(filter(None, (sentence, corrected))),
        corrected=corrected,
        corrected_by=release,
        corrected_part=f"#release-{withdrawal.corrected}" if release else "",
        see=see,
        see_part=see_part,
        see_words=_words_on(presenter, withdrawal.see),
        csv_address=was.csv,
    )


class _FormerPlace(Struct, frozen=True):
    """Where something was before it was withdrawn: its page, the part of it, and its table."""

    page: str
    part: str
    csv: str


def _former_place(kind: Literal["chart", "rule"], name: str) -> _FormerPlace:
    if kind == "chart":
        return _FormerPlace(addresses.chart(name), "", addresses.chart_csv(name))
    return _FormerPlace(addresses.VERIFICATION, f"#rule-{name}", "")


def _way_on(presenter: Presenter, see: str) -> tuple[str, str]:
    """The page that a withdrawal leads on to, and the part of it; empty where it leads nowhere."""
    page, _, part = see.partition("#")
    address = presenter.address(addresses.of_page(page)) if see else ""
    return address, f"#{part}" if part else ""


def _words_on(presenter: Presenter, see: str) -> str:
    """The words of the link that leads on: the title of what it leads to, where that has one."""
    kind, _, name = see.partition("#")[0].strip("/").partition("/")
    title = _title(presenter, kind, name)
    if not title:
        return presenter.interface_text("withdrawn-see")
    return presenter.interface_text("withdrawn-see-title").format(title=title)


def _release_called(presenter: Presenter, name: str | None) -> str:
    """What a release is called by its number, from the first; empty where ``name`` is none."""
    releases = [*presenter.site.releases]
    if name not in releases:
        return ""
    return presenter.interface_text("release-number").format(n=releases.index(name) + 1)


def _title(presenter: Presenter, kind: str, name: str) -> str:
    """The title of a chart or a topic, empty for other pages."""
    site = presenter.site
    if kind == "charts" and (chart := {**site.charts, **site.withdrawn_charts}.get(name)):
        return presenter.figure_text(chart.title)
    if kind == "topics" and (topic := site.topics.get(name)):
        return topic.documents[presenter.language].title
    return ""


def _row(kind: str, name: str, title: LocalisedText, withdrawal: Withdrawal) -> WithdrawnRow:
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
    led = {"see": withdrawal.see or None, "corrected": withdrawal.corrected}
    return {**told, kind: name, "title": dict(title), **led}
