"""Whatever changes, a build over the one before, with all that it kept, gives the bytes of a build
from nothing.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from statsite import pipeline
from statsite.cache_folder import open_folder
from statsite.kept_files import KeptFiles
from statsite.passed_checks import PassedChecks
from statsite.plan.outputs import outputs
from statsite.problems import Problem
from statsite.render.ahead import Ahead
from statsite.render.cache import DrawingCache
from statsite.render.environment import TEMPLATES
from statsite.results import Results
from tests.support.building import build_apart, build_here, run_build
from tests.support.paths import SITES

Change = Callable[[Path], None]


def replaced(path: str, old: str, new: str) -> Change:
    """A change of one place in a file."""

    def change(site: Path) -> None:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(path: str, text: str) -> Change:
    """A file more."""

    def change(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")

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


def renamed_indicator(old: str, new: str) -> Change:
    """An indicator by another id, where it is and where a text refers to it."""

    def change(site: Path) -> None:
        for path in ("content/datasets/lending.yaml", "content/topics/lending/en.md"):
            text = (site / path).read_text(encoding="utf-8")
            told = text.replace(f"  {old}:", f"  {new}:").replace(
                f"[[lending.{old}", f"[[lending.{new}"
            )
            (site / path).write_text(told, encoding="utf-8")

    return change


def names_an_id(site: Path) -> None:
    """A text that names a figure by its id."""
    renamed_indicator("volumes-a-visit", "b2b")(site)
    replaced("content/pages/about/en.md", "do not exist", "(lending.b2b) do not exist")(site)


def renamed_area(site: Path) -> None:
    """An area by another id, wherever it stands."""
    replaced("content/areas.yaml", "lake-county:", "sea-county:")(site)
    replaced("content/datasets/lending.yaml", "area: lake-county", "area: sea-county")(site)


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
    "word of a unit": replaced("content/units.yaml", "one: loan,", "one: lending,"),
    "release": written(
        "content/releases.yaml", '"1": {time: 2025-03-01T00:00:00Z, note: {en: The first one.}}\n'
    ),
    "term": written(
        "content/glossary.yaml",
        "loan: {term: {en: loan}, definition: {en: A volume that left the house.}}\n",
    ),
    "name of an area": renamed_area,
    "precision": replaced("content/datasets/lending.yaml", "precision: 1000", "precision: 100"),
    "firmness": replaced("content/datasets/lending.yaml", "status: standard", "status: plan"),
    "definition": replaced(
        "content/datasets/lending.yaml", "Renewals count", "Renewals also count"
    ),
    "page of an article": replaced(
        "content/sources/annual-report-2024.yaml", "language: en\n", "language: en\npage: 4\n"
    ),
    "static file": written("templates/static/more.txt", "More.\n"),
}

#: Changes of texts that show elsewhere.
TEXTS: dict[str, Change] = {
    "heading": written("content/pages/about/en.md", "---\ntitle: About\n---\n## Why\n\nFor you.\n")
}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a built site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class Work(Struct, frozen=True):
    """A site, where it is built, and what its builds keep."""

    site: Path
    output: Path
    kept: Path

    def renew(self) -> None:
        """Have the site as it was, whatever was changed."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(
            SITES / "one-language", self.site, ignore=shutil.ignore_patterns("expected")
        )

    def build(self, **surroundings: Any) -> dict[str, bytes]:  # noqa: ANN401 - as run_build has them
        """What a build gives over the one before and all that was kept."""
        run = run_build if surroundings else build_apart
        run(self.site, self.output, "--cache", str(self.kept), **surroundings)
        return tree(self.output)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """A site that was built; each test builds over what the one before left."""
    folder = tmp_path_factory.mktemp("before")
    made = Work(folder / "site", folder / "output", folder / "kept")
    made.renew()
    made.build()
    return made


@pytest.fixture(scope="module")
def first(work: Work) -> dict[str, bytes]:
    """What the site gives as it is."""
    return tree(work.output)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_shows_as_in_a_build_from_nothing(
    name: str, work: Work, first: dict[str, bytes], tmp_path: Path
) -> None:
    work.renew()
    CHANGES[name](work.site)
    found = work.build()
    build_here(work.site, tmp_path / "clean", "--cache", str(tmp_path / "empty"))
    assert found == tree(tmp_path / "clean")
    assert found != first


def test_a_change_taken_back_gives_the_site_before_and_leaves_what_is_not_of_it(
    work: Work, first: dict[str, bytes]
) -> None:
    work.renew()
    assert work.build() == first
    before = {path: (work.output / path).stat().st_ino for path in first}
    CHANGES["note"](work.site)
    found = work.build()
    same = {path for path in found if found[path] == first[path]}
    assert len(same) > len(first) / 2
    assert {path for path in same if (work.output / path).stat().st_ino != before[path]} == set()


def test_neither_time_zone_nor_locale_shows(work: Work, first: dict[str, bytes]) -> None:
    work.renew()
    CHANGES["value"](work.site)
    work.build()
    work.renew()
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert work.build(environment=elsewhere) == first


@pytest.mark.parametrize(
    "kind", ["page", "download", "drawing", "facts", "passed", "keys", "spare"]
)
def test_what_somebody_wrote_into_what_is_kept_is_not_published(
    kind: str, work: Work, first: dict[str, bytes], tmp_path: Path
) -> None:
    work.renew()
    work.build()
    edited = {
        "page": [work.output / "figures/lending.branches@2030/index.html"],
        "download": [work.output / "data/observations.json"],
        "drawing": [path for path in work.kept.iterdir() if path.is_file()],
        "keys": list(work.kept.glob("builds/*.keys.json")),
        "facts": list(work.kept.glob("builds/*.facts")),
        "passed": list(work.kept.glob("builds/*.passed")),
        "spare": list(work.kept.glob("builds/*.spare/figures/*/index.html")),
    }[kind]
    assert edited
    for path in edited:
        path.write_bytes(path.read_bytes().replace(b"a", b"b"))
    CHANGES["title of the site"](work.site)
    build_here(work.site, tmp_path / "clean", "--cache", str(tmp_path / "empty"))
    assert work.build() == tree(tmp_path / "clean")
    work.renew()
    assert work.build() == first


#: A word or number that an edit may change.
_EDITED = re.compile(r"[A-Za-z]{4,}|\d+")
#: How many sites that can be built are made of random edits, and how many are tried at most.
_SITES, _TRIES = 16, 80


def edited_at_random(site: Path, choice: random.Random) -> None:
    """Change a word or number somewhere in the content, so that its file may or may not be read."""
    path = choice.choice(sorted(one for one in site.rglob("*") if one.suffix in {".yaml", ".md"}))
    text = path.read_text(encoding="utf-8")
    found = choice.choice(list(_EDITED.finditer(text)))
    other = choice.choice([found[0][:-1], f"{found[0]}s", f"{found[0]}1", found[0].swapcase()])
    path.write_text(f"{text[: found.start()]}{other}{text[found.end() :]}", encoding="utf-8")


#: Edits of words in which something may be wrong, and edits elsewhere that decide whether it is: a
#: word is a number of a unit of the site, and an id counts nothing while something is called by it.
WORDINGS: tuple[Change, ...] = (
    replaced("content/topics/lending/en.md", "Loans fell", "In 2020 houses fell"),
    replaced("content/topics/lending/en.md", "Loans fell", "Loans fell TODO"),
    names_an_id,
    replaced("content/datasets/lending.yaml", "en: Lending", "en: Lending in 2020 houses"),
    replaced("content/datasets/lending.yaml", "en: Branches", "en: 分馆"),
)
DECIDING: tuple[Change, ...] = (
    replaced("content/units.yaml", "other: loans", "other: houses"),
    replaced("content/units.yaml", "other: loans", "other: 万"),
    renamed_indicator("b2b", "back"),
)


@pytest.mark.parametrize("number", range(len(WORDINGS)))
def test_what_is_wrong_is_told_though_it_passed_before(number: int, work: Work) -> None:
    told = list[tuple[Problem, ...]]()
    for change in DECIDING:
        work.renew()
        WORDINGS[number](work.site)
        problems_beside(work)
        change(work.site)
        told.append(problems_beside(work))
        assert told[-1] == pipeline.check(work.site).problems
    assert any(told)


def problems_beside(work: Work) -> tuple[Problem, ...]:
    """What is wrong with a site, of which no more is looked at than did not pass before."""
    passed = PassedChecks(work.kept / "passed", "engine")
    return pipeline.check(work.site, results=Results(is_kept=False, passed=passed)).problems


def made_with_keys(site: Path, drawn: DrawingCache) -> Iterator[tuple[tuple[str, str], bytes]]:
    """Address, key and content of each file that has a key; nothing of a site that has errors."""
    checked = pipeline.check(site)
    if checked.errors or checked.assessment is None:
        return
    kept = KeptFiles("engine")
    for address, content in pipeline.files_beside(checked.editions, site, Ahead(kept, 1, drawn)):
        if address in kept.now and isinstance(content, bytes):
            yield (address, kept.now[address]), content


def words_edited_at_random(site: Path, choice: random.Random) -> None:
    """Change words of some texts, none of which is a reference or a heading."""
    for path in sorted(site.glob("content/*/*/*.md")):
        head, _, body = path.read_text(encoding="utf-8").rpartition("---\n")
        words = re.sub(r"(?m)(?<=^)(?=[A-Z])", choice.choice(["", "So: ", "Yet: "]), body)
        path.write_text(f"{head}---\n{words}", encoding="utf-8")


def made_of_outline(
    site: Path, drawn: DrawingCache
) -> Iterator[tuple[tuple[str, str, str], bytes]]:
    """Address, outline of the site, text and content of each file, but for those that have all
    texts.
    """
    kept = KeptFiles("engine")
    ahead = Ahead(kept, 1, drawn)
    checked = pipeline.check(site, ahead=ahead)
    assert checked.site is not None
    texts = {one.address for one in outputs(checked.site) if getattr(one.kind, "has_texts", False)}
    for address, content in pipeline.files_beside(checked.editions, site, ahead):
        if address not in texts and isinstance(content, bytes):
            yield (address, kept.outline_now, kept.texts_now.get(address, "")), content


def test_files_hold_the_same_where_the_outline_and_their_texts_are_the_same(
    tmp_path: Path,
) -> None:
    choice = random.Random(15)  # noqa: S311 - a choice of examples
    work = Work(tmp_path / "site", tmp_path / "output", tmp_path / "kept")
    drawn = DrawingCache(open_folder(work.kept, work.site))
    contents, built = dict[tuple[str, str, str], bytes](), 0
    for number in range(_SITES):
        work.renew()
        words_edited_at_random(work.site, choice)
        if number % 2:
            CHANGES[choice.choice(["value", "unit", "area", "title of the site"])](work.site)
        made = dict(made_of_outline(work.site, drawn))
        built += len(made)
        assert all(contents.setdefault(key, content) == content for key, content in made.items())
    assert len({outline for _, outline, _ in contents}) > 3
    assert len({key for key in contents if key[-1]}) > 3
    assert built > 2 * len(contents)


def test_facts_are_kept_by_the_first_build_and_by_the_next_one_where_they_are_missing(
    tmp_path: Path,
) -> None:
    work = Work(tmp_path / "site", tmp_path / "output", tmp_path / "kept")
    work.renew()
    work.build()
    (facts,) = work.kept.glob("**/*.facts")
    kept = facts.read_bytes()
    facts.unlink()
    CHANGES["prose"](work.site)
    work.build()
    assert facts.read_bytes() == kept


def test_one_change_after_another_shows_as_in_a_build_from_nothing(
    work: Work, tmp_path: Path
) -> None:
    work.renew()
    work.build()
    for number, name in enumerate(["prose", "value", "page", "title of an indicator", "heading"]):
        (TEXTS | CHANGES)[name](work.site)
        found, clean = work.build(), tmp_path / str(number)
        build_here(work.site, clean, "--cache", str(tmp_path / "empty"))
        assert found == tree(clean)


def test_other_words_of_a_text_leave_the_files_that_do_not_show_it(
    work: Work, tmp_path: Path
) -> None:
    work.renew()
    before = work.build()
    CHANGES["prose"](work.site)
    found = work.build()
    build_here(work.site, tmp_path / "clean", "--cache", str(tmp_path / "empty"))
    assert found == tree(tmp_path / "clean")
    assert {path for path in found if found[path] != before[path]} == {
        "data/index.html",
        "manifest.json",
        "topics/lending/index.html",
    }


def test_files_of_one_key_hold_the_same_whatever_is_edited(tmp_path: Path) -> None:
    choice = random.Random(14)  # noqa: S311 - a choice of examples
    work = Work(tmp_path / "site", tmp_path / "output", tmp_path / "kept")
    drawn = DrawingCache(open_folder(work.kept, work.site))
    contents, built = dict[tuple[str, str], bytes](), 0
    for _ in range(_TRIES):
        work.renew()
        for _ in range(choice.randint(1, 3)):
            edited_at_random(work.site, choice)
        made = dict(made_with_keys(work.site, drawn))
        assert {
            key for key, content in made.items() if contents.get(key, content) != content
        } == set()
        contents |= made
        built += bool(made)
        if built == _SITES:
            break
    assert built == _SITES
    addresses = {address for address, _ in contents}
    assert len(contents) > 1.5 * len(addresses)
