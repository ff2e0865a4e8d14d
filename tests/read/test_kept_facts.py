"""What a site said but for its texts is read again only where it may be another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from statsite import loaded_program
from statsite.model import WrittenSite
from statsite.read import kept_facts
from statsite.read import site as reading
from statsite.read.kept_facts import KeptFacts
from statsite.read.site import has_sound_facts, read_site
from tests.support.paths import ROOT, SITES

SOUND = [ROOT, *(path.parent for path in sorted(SITES.glob("*/site.yaml")))]


def site_of(root: Path) -> WrittenSite:
    """The site in a folder, read from nothing."""
    site, problems = read_site(root)
    assert site is not None
    assert has_sound_facts(problems)
    return site


@pytest.fixture
def kept(tmp_path: Path) -> KeptFacts:
    """A place for facts."""
    return KeptFacts(tmp_path / "facts", "engine")


@pytest.mark.parametrize("root", SOUND, ids=lambda root: root.name)
def test_a_site_of_kept_facts_is_the_one_that_is_read(
    root: Path, kept: KeptFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = site_of(root)
    kept.put(whole)
    monkeypatch.setattr(reading, "_read_whole", None)
    again, problems = read_site(root, kept=kept)
    assert problems == read_site(root, kept=kept)[1]
    assert again is not None
    for field in fields(whole):
        assert repr(getattr(again, field.name)) == repr(getattr(whole, field.name)), field.name


def test_facts_are_kept_where_there_is_no_folder_yet(tmp_path: Path) -> None:
    kept, whole = KeptFacts(tmp_path / "builds/facts", "engine"), site_of(SITES / "one-language")
    assert not kept.is_there
    kept.put(whole)
    assert kept.is_there
    assert kept.get(whole.facts) is not None


def test_facts_of_a_large_site_are_not_kept(
    kept: KeptFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = site_of(SITES / "one-language")
    monkeypatch.setattr(kept_facts, "MOST_FIGURES_KEPT", len(whole.observations) - 1)
    kept.put(whole)
    assert not kept.is_there


def test_facts_of_another_engine_or_digest_are_not_taken(kept: KeptFacts) -> None:
    whole = site_of(SITES / "one-language")
    kept.put(whole)
    assert kept.get(whole.facts) is not None
    assert kept.get("0" * 64) is None
    assert KeptFacts(kept.path, "other").get(whole.facts) is None
    assert KeptFacts(None, "engine").get(whole.facts) is None


def test_facts_read_by_a_program_that_was_changed_since_it_was_loaded_are_not_kept(
    kept: KeptFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = site_of(SITES / "one-language")
    monkeypatch.setattr(loaded_program, "LOADED_FROM", 0)
    kept.put(whole)
    assert kept.get(whole.facts) is None


@pytest.mark.parametrize(
    "damage",
    [lambda kept: kept[:0], lambda kept: kept[:-1], lambda kept: kept.replace(b"zh", b"hz")],
)
def test_damaged_facts_are_not_taken(kept: KeptFacts, damage: Callable[[bytes], bytes]) -> None:
    whole = site_of(SITES / "two-languages")
    kept.put(whole)
    assert kept.path is not None
    kept.path.write_bytes(damage(kept.path.read_bytes()))
    assert kept.get(whole.facts) is None


@pytest.mark.parametrize("thing", [date(2025, 1, 1), Path("x"), print, KeptFacts(), b"x", 1.5])
def test_what_no_site_is_made_of_is_not_kept(kept: KeptFacts, thing: object) -> None:
    with pytest.raises(KeyError):
        kept.put(replace(site_of(SITES / "one-language"), audit=thing))  # type: ignore[arg-type] # just that


def test_facts_that_hold_a_fault_are_not_sound(tmp_path: Path) -> None:
    (tmp_path / "content/topics/x").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text((SITES / "one-language/site.yaml").read_text())
    (tmp_path / "content/topics/x/en.md").write_text("no title")
    _, of_texts = read_site(tmp_path)
    assert of_texts
    assert has_sound_facts(of_texts)
    (tmp_path / "content/areas.yaml").write_text("cn: {}\n")
    assert not has_sound_facts(read_site(tmp_path)[1])


def test_a_text_that_cannot_be_read_is_lost_in_the_same_way(
    kept: KeptFacts, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    shutil.copytree(SITES / "two-languages", root)
    kept.put(site_of(root))
    text = next(root.glob("content/topics/*/en.md"))
    text.write_text("no front matter", encoding="utf-8")
    (again, told), (whole, problems) = read_site(root, kept=kept), read_site(root)
    assert told == problems
    assert again is not None
    assert whole is not None
    assert (again.lost, repr(again.topics)) == (whole.lost, repr(whole.topics))
