"""Charts and rules have addresses that readers keep: they are withdrawn with a word why, and never
vanish.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from statsite.model import ChartRequest, LocalisedText, Rule, Site, location_of
from statsite.problems import Location, Problem
from statsite.site_folder import CONTENT

_Things = Mapping[str, ChartRequest] | Mapping[str, Rule]


def silent_withdrawals(old: Site, new: Site) -> Iterator[Problem]:
    """``published-removed``: a chart or a rule that is gone; ``withdrawal-changed``: one that was
    withdrawn and is back, or for another reason, or is called otherwise.
    """
    yield from _gone(
        "chart", {**old.charts, **old.withdrawn_charts}, {**new.charts, **new.withdrawn_charts}, new
    )
    yield from _gone(
        "rule", {**old.rules, **old.withdrawn_rules}, {**new.rules, **new.withdrawn_rules}, new
    )
    yield from _changed(old.withdrawn_charts, {**new.charts, **new.withdrawn_charts})
    yield from _changed(old.withdrawn_rules, {**new.rules, **new.withdrawn_rules})


def _gone(
    kind: Literal["chart", "rule"], old: _Things, new: _Things, site: Site
) -> Iterator[Problem]:
    hint = "put it back with `withdrawn: {on: …, because: {…}}`: its address stays and says why"
    for name, thing in old.items():
        if name not in new and not site.lost.holds(kind, name):
            path = f"{CONTENT}/charts/{name}.yaml" if kind == "chart" else thing.location.path
            yield Problem(
                "published-removed",
                f"the {kind} `{name}` was published and is gone",
                Location(path),
                hint,
            )


def _changed(old: _Things, new: _Things) -> Iterator[Problem]:
    hint = "what was published stays: put it back, and give what is new an id of its own"
    for name, before in old.items():
        after = new.get(name)
        key = _first_changed(before, after) if after is not None else None
        if after is not None and key is not None:
            message = f"`{name}` was withdrawn, and what is said of it changed"
            yield Problem("withdrawal-changed", message, location_of(after, key), hint)


def _first_changed(before: ChartRequest | Rule, after: ChartRequest | Rule) -> str | None:
    """The key of what the page of a withdrawn thing says and said otherwise."""
    if _reason(after) != _reason(before):
        return "withdrawn"
    is_called_so = _called(after) == _called(before)
    return None if is_called_so else _title_key(after)


def _title_key(thing: ChartRequest | Rule) -> str:
    return "title" if isinstance(thing, ChartRequest) else "says"


def _reason(thing: ChartRequest | Rule) -> tuple[object, object] | None:
    """The day of a withdrawal and why; the page that it leads on to may move."""
    return (thing.withdrawn.on, thing.withdrawn.because) if thing.withdrawn else None


def _called(thing: ChartRequest | Rule) -> LocalisedText:
    """The words by which the page of a thing goes."""
    return thing.title if isinstance(thing, ChartRequest) else thing.says
