"""Pages are the same, and their faults too, whichever process makes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest
from markupsafe import Markup

from statsite.interface_texts import TemplatesError
from statsite.kept_files import KeptFiles, Seen
from statsite.pipeline import check
from statsite.plan import edition
from statsite.plan.outputs import data_files
from statsite.render import pages
from statsite.render.context import PageDrawing
from statsite.render.environment import read_templates
from statsite.render.pages import PageMaker
from statsite.values import replace
from tests.support.paths import SITES

SITE = SITES / "two-languages"


@pytest.fixture(scope="module")
def maker() -> PageMaker:
    """Makes the pages of a site with the engine's templates and empty drawings."""
    return new_maker()


def new_maker() -> PageMaker:
    """Makes them from the files of the site, of which nothing is known before."""
    editions = check(SITE).editions
    sizes = {address: len(content) for address, content in data_files(editions)}
    blank = defaultdict[tuple[str, str], PageDrawing](lambda: PageDrawing(Markup(), ()))
    templates = read_templates(SITE, [])
    return PageMaker(editions, templates.texts, frozenset(), blank, sizes=sizes)


def made(maker: PageMaker, jobs: int) -> tuple[Mapping[str, object], Mapping[str, str]]:
    """The pages by their addresses, and their keys."""
    kept = KeptFiles("engine")
    return dict(maker.files(kept, jobs, lambda _: True)), kept.now


def test_two_processes_make_the_same_pages_with_the_same_keys(maker: PageMaker) -> None:
    alone = made(maker, 1)
    assert alone[0]
    assert alone[0].keys() == alone[1].keys()
    assert made(maker, 2) == alone


def test_only_the_pages_that_are_wanted_are_made(maker: PageMaker) -> None:
    found = maker.files(KeptFiles("engine"), 1, lambda address: address == "en/index.html")
    assert [address for address, _ in found] == ["en/index.html"]


class Nothing(dict[Any, Any]):
    """What has nothing, and notes what it was ``asked`` for."""

    def __init__(self, asked: list[object]) -> None:
        super().__init__()
        self.asked = asked

    def __missing__(self, key: object) -> PageDrawing:
        self.asked.append(key)
        return PageDrawing(Markup(), ())


def test_pages_that_show_no_files_ask_for_no_drawing_and_no_size(
    maker: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_MOST_ALONE", 10_000)
    asked = list[object]()
    bare = replace(maker, drawings=Nothing(asked), sizes=Nothing(asked))
    kept = KeptFiles("engine", seen=SEEN)
    alone = dict(bare.files_meanwhile(kept, ()))
    assert len(alone) > 10
    assert {"en/figures/park-plan.parkland/index.html", "search/index.html"} <= alone.keys()
    assert asked == []
    assert alone.items() <= made(maker, 1)[0].items()
    first = next(iter(alone))
    assert dict(maker.files_meanwhile(kept, {first})).keys() == alone.keys() - {first}


SEEN = {"index.html": Seen(1, "", 1, 1)}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("most", [0, 1, 7, 10_000])
def test_pages_are_made_once_however_many_one_process_makes_alone(
    maker: PageMaker, most: int, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_MOST_ALONE", most)
    kept = KeptFiles("engine", seen=SEEN)
    found = list(maker.files(kept, jobs, lambda _: True, is_alone=True))
    assert len(found) == len(dict(found))
    assert (dict(found), kept.now) == made(maker, 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_a_template_is_told_at_its_line(maker: PageMaker, jobs: int) -> None:
    faulty = replace(maker, texts={**maker.texts, "figure.html.j2": "<p>\n{{ nobody }}\n"})
    with pytest.raises(TemplatesError) as raised:
        made(faulty, jobs)
    (problem,) = raised.value.problems
    assert str(problem).startswith("templates/figure.html.j2:2:")
    assert "'nobody' is undefined" in str(problem)


def menu(page: object) -> list[str]:
    """The words of the menu of a page."""
    assert isinstance(page, bytes)
    (shown,) = re.findall(r'<nav aria-label="Main menu">(.*?)</nav>', page.decode(), re.DOTALL)
    return re.findall(r">([^<]+)</a>", shown)


def test_a_menu_of_a_great_many_topics_names_that_of_the_page(
    maker: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, _ = made(maker, 1)
    monkeypatch.setattr(edition, "MOST_IN_MENU", 1)
    short, _ = made(new_maker(), 1)
    topic, about = "en/topics/parks/index.html", "en/about/index.html"
    rest = menu(whole[topic])[2:]
    assert menu(whole[about]) == ["Trees", "Parks", *rest]
    assert menu(short[topic]) == ["Parks", "All topics", *rest]
    assert menu(short[about]) == ["All topics", *rest]
