"""What was withdrawn is placed nowhere, leads on to a page that is there, and was withdrawn by the
day the site speaks from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from statsite import addresses
from statsite.check.appearances import first_of
from statsite.check.charts import without_glyph
from statsite.check.prose import documents, place_of
from statsite.model import ChartRequest, Reference, Rule, Site, Withdrawal, location_of
from statsite.periods import Moment
from statsite.plan.edition import Edition
from statsite.plan.outputs import link_targets
from statsite.problems import Location, Problem, closest, suggestion
from statsite.prose import references


def withdrawn_charts_are_not_placed(site: Site) -> Iterator[Problem]:
    """``chart-withdrawn``: a text that places a chart which was withdrawn."""
    for _, document in documents(site):
        for reference in references(document.body):
            if reference.kind == "chart" and reference.id in site.withdrawn_charts:
                yield _placed_though_withdrawn(reference.id, place_of(document, reference))


def _placed_though_withdrawn(chart: str, location: Location) -> Problem:
    hint = f"take it out of the text; a link to `charts/{chart}` still says why"
    return Problem("chart-withdrawn", f"the chart `{chart}` was withdrawn", location, hint)


def withdrawals_lead_on(site: Site) -> Iterator[Problem]:
    """``link-broken``: a `see` of what was withdrawn that names no page of the site;
    ``withdrawal-misdated``: one that is still to come, or from before the first article of any
    figure that it is about.
    """
    known = link_targets(site)
    for thing, withdrawal in site.withdrawn:
        yield from _misdated(site, thing, withdrawal)
        if withdrawal.see:
            yield from _leads_nowhere(withdrawal.see, location_of(thing, "withdrawn.see"), known)


def _leads_nowhere(see: str, location: Location, known: Collection[str]) -> Iterator[Problem]:
    """That there is no such page."""
    page = addresses.of_page(see.partition("#")[0])
    if page not in known:
        yield Problem("link-broken", f"there is no page `{see}`", location, _page_hint(page, known))


def _still_to_come(withdrawal: Withdrawal, as_of: Moment, location: Location) -> Problem:
    message = f"this is withdrawn on {withdrawal.on}, after the site's `as_of` {as_of}"
    return Problem("withdrawal-misdated", message, location, "move `as_of` in site.yaml on")


def _misdated(site: Site, thing: ChartRequest | Rule, withdrawal: Withdrawal) -> Iterator[Problem]:
    """What is wrong with the day on which ``thing`` was withdrawn."""
    location = location_of(thing, "withdrawn.on")
    if withdrawal.on > site.settings.as_of:
        yield _still_to_come(withdrawal, site.settings.as_of, location)
    appeared = first_of(site, _figures_of(thing))
    if appeared is not None and withdrawal.on.first_day < appeared:
        yield _too_early(withdrawal, location)


def _figures_of(thing: ChartRequest | Rule) -> Iterable[Reference]:
    """The figures that a chart draws, or a rule relates."""
    return thing.figures if isinstance(thing, Rule) else thing.drawn


def _too_early(withdrawal: Withdrawal, location: Location) -> Problem:
    message = f"this is withdrawn on {withdrawal.on}, before any article printed a figure of it"
    return Problem("withdrawal-misdated", message, location, "write the day of the withdrawal")


def _page_hint(page: str, known: Collection[str]) -> str:
    close = closest(page, known)
    if close:
        return suggestion(close.removesuffix(f"/{addresses.INDEX}"))
    return "write it from the site's root: `charts/<chart>`"


def notices_can_be_drawn(edition: Edition) -> Iterator[Problem]:
    """``glyph-missing``: a character in the reason of a withdrawn chart that the layout font lacks;
    its pictures show the reason.
    """
    for chart in edition.site.withdrawn_charts.values():
        location = location_of(chart, f"withdrawn.because.{edition.language}")
        sentence, picture = (
            edition.withdrawn_charts[chart.id].sentence,
            f"the picture of `{chart.id}`",
        )
        yield from without_glyph(edition, sentence, picture, partial(_at, location))


def _at(location: Location, _: str) -> Location:
    return location
