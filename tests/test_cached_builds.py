"""Whatever changes, a build over the one before, with all that it kept, gives the bytes of a build
from nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from statsite.render.environment import TEMPLATES
from tests.support.building import build_apart
from tests.support.paths import SITES

Change = Callable[[Path], None]


def replaced(path: str, old: str, new: str) -> Change:
    """A change of one place in a file."""

    def change(site: Path) -> None:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def own_template(site: Path) -> None:
    """A template of the site in place of the engine's."""
    text = (TEMPLATES / "figure.html.j2").read_text(encoding="utf-8")
    changed = text.replace("{% block content %}", "{% block content %}<p>Ours.</p>", 1)
    assert changed != text
    (site / "templates" / "figure.html.j2").write_text(changed, encoding="utf-8")


def own_stylesheet(site: Path) -> None:
    """A stylesheet of the site in place of the engine's."""
    (site / "templates" / "static").mkdir()
    (site / "templates" / "static" / "site.css").write_text("p {}\n", encoding="utf-8")


def removed_chart(site: Path) -> None:
    """A chart less, and no mention of it."""
    (site / "content/charts/loans.yaml").unlink()
    replaced("content/topics/lending/en.md", "[[chart:loans]]", "")(site)


CHANGES: dict[str, Change] = {
    "value": replaced("content/datasets/lending.yaml", "value: 3,", "value: 4,"),
    "note": replaced("content/datasets/lending.yaml", "has not said", "did not say"),
    "title of an indicator": replaced(
        "content/datasets/lending.yaml", "en: Branches", "en: Houses"
    ),
    "unit": replaced("content/units.yaml", "other: loans", "other: lendings"),
    "area": replaced("content/areas.yaml", "Lake County", "Sea County"),
    "source": replaced(
        "content/sources/annual-report-2024.yaml", "County Council", "District Council"
    ),
    "date of a source": replaced(
        "content/sources/annual-report-2024.yaml", "2025-02-14", "2025-02-15"
    ),
    "prose": replaced("content/topics/lending/en.md", "Loans fell", "The loans fell"),
    "page": replaced("content/pages/about/en.md", "do not exist", "do not exist at all"),
    "chart": replaced("content/charts/loans.yaml", "in ten years", "ten years apart"),
    "title of the site": replaced("site.yaml", "Libraries in", "Loans in"),
    "day": replaced("site.yaml", "2025-03-31", "2025-04-01"),
    "address": replaced("site.yaml", "null", "https://example.org/"),
    "words": replaced("templates/words.yaml", "Go to", "Walk to"),
    "template": own_template,
    "stylesheet": own_stylesheet,
    "chart removed": removed_chart,
}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a built site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_shows_as_in_a_build_from_nothing(
    name: str, tmp_path: Path, before: tuple[Path, Path, Path]
) -> None:
    site, output, kept = (
        shutil.copytree(one, tmp_path / one.name, copy_function=shutil.copy2) for one in before
    )
    CHANGES[name](site)
    build_apart(site, output, "--cache", str(kept))
    build_apart(site, tmp_path / "clean", "--cache", str(tmp_path / "empty"))
    assert tree(output) == tree(tmp_path / "clean")
    assert tree(output) != tree(before[1])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A site, what was built of it, and what that build kept."""
    folder = tmp_path_factory.mktemp("before")
    site, output, kept = folder / "site", folder / "output", folder / "kept"
    shutil.copytree(SITES / "one-language", site, ignore=shutil.ignore_patterns("expected"))
    build_apart(site, output, "--cache", str(kept))
    return site, output, kept
