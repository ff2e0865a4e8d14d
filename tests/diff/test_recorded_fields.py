"""Whatever a figure says beside its number changes with a record: every field of every kind of
figure is changed alone, and is told, or listed here with the reason why it needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from statsite.assess.assessment import assess
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.model import Observation, Printing, Site, Status
from statsite.periods import parse_period
from statsite.quantity import Quantity, Relation
from statsite.read.site import read_site
from statsite.values import replace
from tests.diff.test_unrecorded_changes import FILES
from tests.support.types import WriteSite

#: A figure of each kind; the printed one has everything that a figure may have.
FIGURES = {"printed": "care.beds", "given as a value": "care.west", "derived": "care.free"}

_PROSE = "prose about the figure, which editors may better; `diff` shows it"
HARMLESS = {
    "key": "it is told by the id, which holds it",
    "dataset": "it is told by the id, which holds it",
    "indicator": "it is told by the id, which holds it",
    "note": _PROSE,
    "context": _PROSE,
    "because": _PROSE,
    "preferred": _PROSE,
    "reviewed": "who looked at it says nothing of the figure; checks bound its day",
    "review_by": "for editors alone",
    "printing.id": "it is the id of the figure",
    "printing.near": "for the proof alone",
    "printing.part": "further printings alone have one, and are compared whole",
    "printing.is_undated": "further printings alone can be, and are compared whole",
    "printing.reading": "it is how the quantity was read, which is told",
}
CHANGED: dict[str, object] = {
    "id": "care.other",
    "unit": "place",
    "area": "east",
    "period": parse_period("2019"),
    "status": Status.ESTIMATE,
    "compared_with": parse_period("2018"),
    "producer": {"en": "Another office"},
    "revisions": (),
    "formerly": (),
    "also": (),
    "printing.printed": "1张",
    "printing.source": "other",
    "printing.quantity.relation": Relation.ABOUT,
    "printing.quantity.value": Fraction(17),
    "printing.quantity.low": Fraction(3),
    "printing.quantity.high": Fraction(10**9),
    "printing.quantity.precision": Fraction(7),
    "printing.quantity.last_digits": (Fraction(1), Fraction(1)),
}
#: What a kind of figure has none of: nothing prints a derived one.
WITHOUT = {
    "given as a value": {"revisions", "also"},
    "derived": {"revisions", "formerly", "also", "printing.printed", "printing.source"},
}


def names() -> Iterator[str]:
    """Every field of a figure, those of its printing and its quantity too."""
    own = [name for name in Observation.__struct_fields__ if name != "printing"]
    printing = [f"printing.{name}" for name in Printing.__struct_fields__ if name != "quantity"]
    quantity = [f"printing.quantity.{name}" for name in Quantity.__struct_fields__]
    yield from (
        name
        for name in (*own, *printing, *quantity)
        if name.rpartition(".")[2] not in {"location", "locations"}
    )


@pytest.fixture
def site(write_site: WriteSite) -> Site:
    """A site with a figure of each kind."""
    read, problems = read_site(write_site(FILES))
    assert problems == []
    assert read is not None
    return assess(read).site


def changed(figure: Observation, name: str) -> Observation:
    """The figure with another value in one field."""
    *path, last = name.split(".")
    other: dict[str, Any] = {last: CHANGED[name]}
    if path == ["printing"]:
        return replace(figure, printing=replace(figure.printing, **other))
    if path == ["printing", "quantity"]:
        quantity = replace(figure.quantity, **other)
        return replace(figure, printing=replace(figure.printing, quantity=quantity))
    return replace(figure, **other)


def test_every_field_is_changed_or_listed_with_a_reason() -> None:
    assert {*CHANGED, *HARMLESS} == {*names()}


CASES = [(kind, name) for kind in FIGURES for name in CHANGED if name not in WITHOUT.get(kind, ())]


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_field_that_changes_alone_wants_a_record(site: Site, kind: str, name: str) -> None:
    before = site.observations[FIGURES[kind]]
    after = changed(before, name)
    assert after != before
    new = site.with_figures(lambda one: after if one is before else one)
    assert [
        problem
        for problem in unrecorded_changes(site, new)
        if problem.check.endswith(("-changed", "-removed"))
    ]
