"""Whatever of the facts is changed, the comparison shows it: every field of every thing of a site
is changed, one at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from statsite.assess.assessment import Assessment, assess
from statsite.diff.compare import SiteDifference, compare
from statsite.diff.statements import exact
from statsite.model import LocalisedText
from statsite.problems import Location
from statsite.read.site import read_site
from statsite.values import replace
from tests.support.paths import SITES
from tests.support.types import ReadFiles

#: What follows from other fields, which are changed too, or names the thing itself.
FOLLOWS = {
    ("Site", "digest"), ("Site", "lost"), ("Site", "texts"),
    ("Site", "proofs"), ("Site", "audit"),
    ("Observation", "dataset"), ("Observation", "indicator"), ("Observation", "key"),
    ("Printing", "reading"), ("Revision", "reading"), ("Printing", "id"),
    ("Rule", "formula"), ("Rule", "start"), ("Document", "body_line"), ("Indicator", "unit"),
}  # fmt: skip
#: Values that are one thing, however they are kept.
ATOMS = {"Moment", "TimePeriod", "Quantity", "Withdrawal", "UnitFormula", "Reading"}

Place = tuple[str, str]


@cache
def state(name: str) -> Assessment:
    """A site of the tests, with all that follows from it."""
    site, _ = read_site(SITES / name)
    assert site is not None
    return assess(site)


def class_name(thing: object) -> str:
    """The class of a thing, without what it is generic in."""
    return type(thing).__name__.removesuffix("Of")


def is_a_place(name: str, value: object) -> bool:
    """Whether a field says where something is written."""
    return isinstance(value, Location) or name in {"location", "locations"}


def values(thing: object) -> Iterator[tuple[Place, object, str, object]]:
    """Every field below ``thing``: its class and name, the thing that has it, name and value."""
    if isinstance(thing, Mapping):
        for one in thing.values():
            yield from values(one)
    elif isinstance(thing, tuple):
        for one in thing:
            yield from values(one)
    elif isinstance(thing, Struct) and class_name(thing) not in ATOMS:
        for name, value in asdict(thing).items():
            place = class_name(thing), name
            if is_a_place(name, value) or place in FOLLOWS or name == "id":
                continue
            yield place, thing, name, value
            yield from values(value)


def rebuilt(thing: Any, owner: object, name: str, value: object) -> Any:  # noqa: ANN401 - of any class
    """``thing`` with ``value`` as the field ``name`` of ``owner``, which is somewhere in it."""
    if thing is owner:
        return replace(cast("Any", thing), **{name: value})
    if isinstance(thing, Mapping):
        made = {key: rebuilt(one, owner, name, value) for key, one in thing.items()}
        return thing if all(made[key] is one for key, one in thing.items()) else made
    if isinstance(thing, tuple):
        listed = tuple(rebuilt(one, owner, name, value) for one in thing)
        return thing if all(a is b for a, b in zip(thing, listed, strict=True)) else listed
    if isinstance(thing, Struct) and class_name(thing) not in ATOMS:
        told = {key: one for key, one in asdict(thing).items() if not is_a_place(key, one)}
        made = {key: rebuilt(one, owner, name, value) for key, one in told.items()}
        changed = {key: one for key, one in made.items() if one is not told[key]}
        return replace(cast("Any", thing), **changed) if changed else thing
    return thing


def others(value: object, seen: Mapping[str, object]) -> Iterator[object]:
    """Values that a field might have instead: of another thing, in another order, one less.
    ``seen`` holds the different ones that it has by their exact form, which takes long to make.
    """
    if isinstance(value, tuple) and len(value) > 1:
        yield value[::-1]
    if isinstance(value, tuple) and value:
        yield value[1:]
    if len(seen) > 1:
        own = exact(value)
        yield next(one for text, one in seen.items() if text != own)


def changes() -> Iterator[tuple[str, Place, object, str, object]]:
    """One change of each sort: the site, the field, the thing, the field's name, its new value."""
    done = set[tuple[Place, int]]()
    for name in ("two-languages", "gallery"):
        site = state(name).site
        seen = defaultdict[Place, dict[str, object]](dict)
        for place, _, _, value in values(site):
            seen[place].setdefault(exact(value), value)
        for place, owner, field, value in values(site):
            if place[0] == "Site":
                continue
            for number, other in enumerate(others(value, seen[place])):
                if (place, number) not in done:
                    done.add((place, number))
                    yield name, place, owner, field, other


CHANGES = list(changes())


def difference(name: str, owner: object, field: str, value: object) -> SiteDifference:
    """What is told of one change in a site."""
    before = state(name)
    return compare(before, replace(before, site=rebuilt(before.site, owner, field, value)))


@pytest.mark.parametrize(
    ("name", "place", "owner", "field", "value"),
    CHANGES,
    ids=[f"{one[0]}-{'.'.join(one[1])}-{number}" for number, one in enumerate(CHANGES)],
)
def test_a_change_of_any_field_is_shown(
    name: str, place: Place, owner: object, field: str, value: object
) -> None:
    found = difference(name, owner, field, value)
    assert found.figures or found.others or found.restated, place
    assert all(one.before != one.after for figure in found.figures for one in figure.fields)
    assert all(one.lines for one in found.others if one.kind == "changed")


def test_the_sites_of_the_tests_have_most_fields() -> None:
    assert len({one[1] for one in CHANGES}) > 60


#: Two entries of each file that lists several things of a kind.
LISTED = {
    "content/areas.yaml": (
        "cn: {title: {zh: 全国, en: China}, kind: country}\n",
        "east: {title: {zh: 东县, en: East}, kind: county, part_of: cn}\n",
    ),
    "content/units.yaml": (
        "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n",
        "place: {words: [个], zh: 个, en: {one: place, other: places}}\n",
    ),
    "content/glossary.yaml": (
        "a: {term: {zh: 甲, en: one}, definition: {zh: 甲。, en: One.}}\n",
        "b: {term: {zh: 乙, en: two}, definition: {zh: 乙。, en: Two.}}\n",
    ),
    "content/measures.yaml": (
        "a: {title: {zh: 甲, en: A}, differs: {zh: 甲。, en: A.}, indicators: [care.beds]}\n",
        "b: {title: {zh: 乙, en: B}, differs: {zh: 乙。, en: B.}, indicators: [care.beds]}\n",
    ),
    "content/tiles.yaml": (
        "cn: {label: {zh: 甲, en: A}, column: 1, row: 1}\n",
        "east: {label: {zh: 乙, en: B}, column: 2, row: 1}\n",
    ),
    "content/rules/r.yaml": (
        "a: {says: {zh: 甲。, en: A.}, rule: care.beds > 1}\n",
        "b: {says: {zh: 乙。, en: B.}, rule: care.beds > 2}\n",
    ),
    "content/releases.yaml": (
        "a: {time: 2025-08-01T00:00:00Z, note: {zh: 甲, en: A}}\n",
        "b: {time: 2025-09-01T00:00:00Z, note: {zh: 乙, en: B}}\n",
    ),
    "content/ignored.yaml": (
        "bulletin: [{printed: 3张, reason: small}]\n",
        "other: [{printed: 4张, reason: small}]\n",
    ),
}


@pytest.mark.parametrize("path", LISTED)
def test_another_order_is_shown(read_files: ReadFiles, path: str) -> None:
    old, new = (
        read_files({path: "".join(entries)})[0] for entries in (LISTED[path], LISTED[path][::-1])
    )
    assert old is not None
    assert new is not None
    found = [(one.what, one.id) for one in compare(assess(old), assess(new)).others]
    assert found == [("order within", path)]


def test_words_moved_from_one_language_to_the_other_are_shown() -> None:
    title: LocalisedText
    before = state("two-languages")
    owner = before.site.indicators["park-plan.park-area"]
    title = {"zh": f"{owner.title['zh']} / Area", "en": owner.title["en"]}
    old = difference_site(before, owner, title)
    new = difference_site(
        before, owner, {"zh": owner.title["zh"], "en": f"Area / {owner.title['en']}"}
    )
    (figure,) = compare(old, new).figures
    assert [(one.name, one.before != one.after) for one in figure.fields] == [("title", True)]


def difference_site(before: Assessment, owner: object, title: LocalisedText) -> Assessment:
    """The site with another title of an indicator."""
    return replace(before, site=rebuilt(before.site, owner, "title", title))
