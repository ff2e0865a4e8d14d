"""Pages are the same, and their faults too, whichever process makes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest
from markupsafe import Markup

from statsite.interface_texts import TemplatesError
from statsite.kept_files import KeptFiles
from statsite.pipeline import check
from statsite.plan.outputs import data_files
from statsite.render.context import PageDrawing
from statsite.render.environment import read_templates
from statsite.render.pages import PageMaker
from tests.support.paths import SITES

SITE = SITES / "two-languages"


@pytest.fixture(scope="module")
def maker() -> PageMaker:
    """Makes the pages of a site with the engine's templates and empty drawings."""
    editions = check(SITE).editions
    sizes = {address: len(content) for address, content in data_files(editions)}
    blank = defaultdict[tuple[str, str], PageDrawing](lambda: PageDrawing(Markup(), ()))
    templates = read_templates(SITE, [])
    return PageMaker(editions, templates.texts, frozenset(), blank, sizes=sizes)


def made(maker: PageMaker, jobs: int) -> tuple[Mapping[str, object], Mapping[str, str]]:
    """The pages by their addresses, and their keys."""
    kept = KeptFiles("engine")
    return dict(maker.files(kept, jobs)), kept.now


def test_two_processes_make_the_same_pages_with_the_same_keys(maker: PageMaker) -> None:
    alone = made(maker, 1)
    assert alone[0]
    assert alone[0].keys() == alone[1].keys()
    assert made(maker, 2) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_a_template_is_told_at_its_line(maker: PageMaker, jobs: int) -> None:
    faulty = replace(maker, texts={**maker.texts, "figure.html.j2": "<p>\n{{ nobody }}\n"})
    with pytest.raises(TemplatesError) as raised:
        made(faulty, jobs)
    (problem,) = raised.value.problems
    assert str(problem).startswith("templates/figure.html.j2:2:")
    assert "'nobody' is undefined" in str(problem)
