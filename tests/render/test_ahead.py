"""Drawings and data files are made before the pages, by whichever process, and are the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from statsite.cache_folder import open_folder
from statsite.kept_files import KeptFiles, Seen
from statsite.pipeline import check
from statsite.plan.edition import Edition
from statsite.plan.outputs import data_files, drawn_addresses, has_texts
from statsite.render import ahead as ahead_module
from statsite.render.ahead import Ahead, Key
from statsite.render.cache import DrawingCache
from statsite.render.context import PageDrawing
from tests.support.other_processes import children
from tests.support.paths import SITES


@pytest.fixture(scope="module")
def editions() -> tuple[Edition, ...]:
    """A site with charts, one of them withdrawn, in both of its languages."""
    return check(SITES / "two-languages").editions


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_data_file_is_made_and_its_size_known(
    editions: tuple[Edition, ...], jobs: int
) -> None:
    with Ahead(KeptFiles(""), jobs, DrawingCache()) as ahead:
        made = dict(ahead.files(editions))
    files = dict(data_files(editions))
    assert {address: made[address] for address in files} == files
    site = editions[0].site
    assert ahead.sizes == {
        address: len(content) for address, content in files.items() if not has_texts(site, address)
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_chart_is_drawn_and_only_those_that_stand_are_shown(
    editions: tuple[Edition, ...], jobs: int
) -> None:
    with Ahead(KeptFiles(""), jobs, DrawingCache()) as ahead:
        ahead.begin(editions)
        made = dict(ahead.files(editions))
    site = editions[0].site
    drawn = [at for files in drawn_addresses(site).values() for at in files.values()]
    assert sorted(drawn) == sorted(made.keys() - dict(data_files(editions)).keys())
    assert all(made[address] for address in drawn)
    languages = site.settings.languages
    assert ahead.shown.keys() == {(chart, one) for chart in site.charts for one in languages}


def test_what_pages_show_of_a_chart_is_there_however_it_is_asked_for(
    editions: tuple[Edition, ...],
) -> None:
    chart, language = next(iter(editions[0].site.charts)), editions[0].language
    ways: list[Callable[[Mapping[Key, PageDrawing]], object]] = [
        lambda shown: shown[chart, language],
        lambda shown: shown.get((chart, language)),
        lambda shown: dict(shown)[chart, language],
        lambda shown: (chart, language) in shown and shown[chart, language],
    ]
    found = []
    for ask in ways:
        with Ahead(KeptFiles(""), 1, DrawingCache()) as ahead:
            ahead.begin(editions)
            found.append(ask(ahead.shown))
            assert ahead.shown.get(("nowhere", language)) is None
            assert ahead.shown.get((chart, "la")) is None
    assert isinstance(found[0], PageDrawing)
    assert found == [found[0]] * len(ways)


def test_what_was_begun_for_other_editions_is_not_taken(
    editions: tuple[Edition, ...],
) -> None:
    with Ahead(KeptFiles(""), 2, DrawingCache()) as ahead:
        ahead.begin(editions[:1])
        assert dict(ahead.files(editions)).items() >= dict(data_files(editions)).items()


def test_what_another_process_got_ready_for_is_drawn_the_same(
    editions: tuple[Edition, ...],
) -> None:
    before = children(os.getpid())
    with Ahead(KeptFiles(""), 2, DrawingCache()) as ahead:
        ahead.get_ready()
        assert len(children(os.getpid())) == len(before) + 1
        ahead.begin(editions)
        made = dict(ahead.files(editions))
    with Ahead(KeptFiles(""), 1, DrawingCache()) as ahead:
        assert made == dict(ahead.files(editions))
    assert children(os.getpid()) == before


SEEN = KeptFiles("", seen={"index.html": Seen(1, "", 1, 1)})


@pytest.mark.parametrize(
    ("kept", "jobs", "is_drawn"),
    [(KeptFiles(""), 1, False), (KeptFiles(""), 2, True), (SEEN, 2, False)],
    ids=["one job", "drawings are kept", "there is a site"],
)
def test_no_process_gets_ready_where_it_would_help_nobody(
    kept: KeptFiles,
    jobs: int,
    is_drawn: bool,  # noqa: FBT001 - of a table
    tmp_path: Path,
) -> None:
    drawings = DrawingCache(open_folder(tmp_path / "kept", tmp_path / "site"))
    if is_drawn:
        drawings.put("a chart", [b"drawn"])
    before = children(os.getpid())
    with Ahead(kept, jobs, drawings) as ahead:
        ahead.get_ready()
        assert children(os.getpid()) == before


@pytest.mark.parametrize(
    ("kept", "jobs", "most"),
    [(SEEN, 2, 0), (SEEN, 1, 500), (KeptFiles(""), 2, 500)],
    ids=["of many figures", "one job", "built for the first time"],
)
def test_pages_of_any_other_site_are_shared(
    kept: KeptFiles,
    jobs: int,
    most: int,
    editions: tuple[Edition, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead_module, "_FIGURES_ALONE", most)
    with Ahead(kept, jobs, DrawingCache()) as ahead:
        assert not ahead.makes_pages_alone(editions)


def test_the_first_process_makes_pages_of_a_small_site_that_was_built_before(
    editions: tuple[Edition, ...],
) -> None:
    with Ahead(SEEN, 2, DrawingCache()) as ahead:
        assert ahead.makes_pages_alone(editions)


def test_a_process_that_got_ready_for_nothing_is_ended() -> None:
    before = children(os.getpid())
    with Ahead(KeptFiles(""), 2, DrawingCache()) as ahead:
        ahead.get_ready()
    assert children(os.getpid()) == before


def test_a_site_with_little_to_draw_waits_for_nobody_who_gets_ready(
    editions: tuple[Edition, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead_module, "get_all_ready", partial(time.sleep, 600))
    monkeypatch.setattr(ahead_module, "_CHECKED_MEANWHILE", 0)
    with Ahead(KeptFiles(""), 2, DrawingCache()) as ahead:
        ahead.get_ready()
        made = dict(ahead.files(editions))
    with Ahead(KeptFiles(""), 1, DrawingCache()) as ahead:
        assert made == dict(ahead.files(editions))
