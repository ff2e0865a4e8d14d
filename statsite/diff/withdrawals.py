"""Charts and rules have addresses that readers keep: they are withdrawn with a word why, and never
vanish.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from statsite.model import ChartRequest, Rule, Site, location_of
from statsite.problems import Location, Problem
from statsite.read.files import CONTENT

_Things = Mapping[str, ChartRequest] | Mapping[str, Rule]


def silent_withdrawals(old: Site, new: Site) -> Iterator[Problem]:
    """``published-removed``: a chart or a rule that is gone; ``withdrawal-changed``: one that was
    withdrawn and is back, or for another reason.
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
        if after is not None and after.withdrawn != before.withdrawn:
            message = f"`{name}` was withdrawn, and what is said of it changed"
            yield Problem("withdrawal-changed", message, location_of(after, "withdrawn"), hint)
