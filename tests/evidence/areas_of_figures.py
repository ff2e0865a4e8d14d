"""How well the proof knows the area of each figure of articles whose areas were listed by hand:
``python -m tests.evidence.areas_of_figures [--verbose]``.

Each figure is given the area that a reader gives it, and is then warned of wrongly or not; and each
other area that its article is listed with, and is then warned of or not.
"""

from __future__ import annotations

import argparse
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import click
import yaml
from msgspec import Struct

from statsite.assess.assessment import assess
from statsite.evidence.articles import article
from statsite.evidence.context.differences import context_differences
from statsite.evidence.context.figure_case import ArticleContext, context_of
from statsite.evidence.search import Found
from statsite.model import Site
from statsite.read.site import read_site
from statsite.values import replace
from tests.extract.scoring import Told, listed
from tests.support.proven_site import DATASET, FILES
from tests.support.smallest import SMALLEST, write_files

LIST = Path(__file__).with_suffix(".yaml")
_ARTICLES = Path(__file__).parent.parent / "extract"


class Trial(Struct, frozen=True):
    """One figure given one area: whether that is the reader's, and the words that the proof holds
    against it; empty where it says nothing.
    """

    article: str
    printed: str
    area: str
    is_right: bool
    said: tuple[str, ...]


class AreaScore(Struct, frozen=True):
    """Of figures with their own area, how many are warned of; of those with another, how many."""

    right: int
    false: int
    wrong: int
    caught: int


def trials(listing: Mapping[str, Mapping[str, object]]) -> Iterator[Trial]:
    """Every figure that has an area, with each area of its article."""
    for name, listed_areas in listing.items():
        areas = cast("Mapping[str, Mapping[str, str]]", listed_areas["areas"])
        runs = cast("Mapping[int, str | None]", listed_areas["of"])
        with tempfile.TemporaryDirectory() as folder:
            site = _site(Path(folder), areas)
        yield from _trials(name, site, tuple(areas), runs)


def score(made: Iterator[Trial]) -> AreaScore:
    """What the trials come to."""
    each = [*made]
    right = [bool(one.said) for one in each if one.is_right]
    wrong = [bool(one.said) for one in each if not one.is_right]
    return AreaScore(len(right), sum(right), len(wrong), sum(wrong))


def read_list() -> Mapping[str, Mapping[str, object]]:
    """The hand list: for each article its areas, and from which figure on each is meant."""
    return cast(
        "Mapping[str, Mapping[str, object]]", yaml.safe_load(LIST.read_text(encoding="utf-8"))
    )


def _site(folder: Path, areas: Mapping[str, Mapping[str, str]]) -> Site:
    """A site with ``areas`` and one observation, which the trials change."""
    written = {
        name: {
            "title": {"zh": area["zh"], "en": name.title()},
            "kind": area["kind"],
            **({"part_of": area["part_of"]} if "part_of" in area else {}),
        }
        for name, area in areas.items()
    }
    files = {
        **FILES,
        "content/areas.yaml": yaml.safe_dump(written, allow_unicode=True),
        DATASET: FILES[DATASET].replace("area: cn", f"area: {next(iter(areas))}"),
    }
    write_files(folder, {**SMALLEST, **files})
    site, problems = read_site(folder)
    assert site is not None, problems
    return assess(site).site


def _trials(
    name: str, site: Site, areas: tuple[str, ...], runs: Mapping[int, str | None]
) -> Iterator[Trial]:
    path = _ARTICLES / f"{name}.txt"
    text = path.read_text(encoding="utf-8-sig")
    figures = listed(text, path.with_suffix(".yaml").read_text(encoding="utf-8"))
    made = article([*enumerate(text.split("\n"), 1)])
    source = next(iter(site.sources.values()))
    around = context_of(made, source, text.split("\n"))
    for at, told in enumerate(figures):
        own = runs[max(first for first in runs if first <= at)]
        if own is None:
            continue
        found = Found(*(bisect_left(made.offsets, place) for place in (told.start, told.end)))
        for area in areas:
            said = _said_of_area(site, area, told, found, around)
            yield Trial(name, told.printed, area, area == own, said)


def _said_of_area(
    site: Site, area: str, told: Told, found: Found, around: ArticleContext
) -> tuple[str, ...]:
    observation = next(iter(site.indicators.values())).observations[0]
    printing = replace(observation.printing, printed=told.printed, reading=None)
    given = replace(observation, area=area, printing=printing)
    differences = context_differences(site, given, printing, found, around)
    return tuple(word for one in differences if one.field == "area" for word in one.seen)


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    made = [*trials(read_list())]
    if given.verbose:
        for one in made:
            if bool(one.said) == one.is_right:
                kind = "false" if one.is_right else "missed"
                click.echo(" ".join((kind, one.article, one.printed, one.area, *one.said)))
    reached = score(iter(made))
    click.echo(f"warned of with its own area: {reached.false} of {reached.right}")
    click.echo(f"warned of with another area: {reached.caught} of {reached.wrong}")


if __name__ == "__main__":
    _main()
