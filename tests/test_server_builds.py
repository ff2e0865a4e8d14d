"""Whatever is saved while the server runs, and in whatever order, it shows the bytes and the
problems of a build from nothing.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct, field

from statsite import pipeline, serve
from statsite.cache_folder import open_folder
from statsite.kept_files import KeptFiles, Seen, Unchanged
from statsite.problems import Problem
from statsite.render.ahead import Ahead
from statsite.render.cache import DrawingCache
from statsite.results import Results
from statsite.values import replace
from tests.support.paths import SITES
from tests.test_cached_builds import CHANGES, Change, tree

#: A word or number that an edit may change.
TRIES = 14
_EDITED = re.compile(r"[A-Za-z]{4,}|[\u4e00-\u9fff]{2,}|\d+")


class Server(Struct):
    """Builds a site again and again in one process, as the development server does; the pages at
    the addresses ``first`` come first, and the paths of what was made last time are ``made``.
    """

    site: Path
    drawn: DrawingCache
    first: frozenset[str] = frozenset()
    results: Results = field(default_factory=Results)
    files: Mapping[str, bytes] = {}
    keys: Mapping[str, str] = {}
    made: frozenset[str] = frozenset()

    def build(self) -> tuple[Problem, ...]:
        """Build over the build before; gives the problems."""
        self.results = self.results.following()
        checked = pipeline.check(self.site, results=self.results)
        if not checked.errors and checked.assessment is not None:
            self._write(checked)
        return checked.problems

    def _write(self, checked: pipeline.Checked) -> None:
        seen = {path: Seen(len(content), "", 0, 0) for path, content in self.files.items()}
        kept = KeptFiles("engine", self.keys, seen, results=self.results)
        ahead = Ahead(kept, 1, self.drawn)
        found = dict(pipeline.files_beside(checked.editions, self.site, ahead, self.first))
        self.files = {
            path: self.files[path] if isinstance(content, Unchanged) else content
            for path, content in found.items()
        }
        self.made = frozenset(path for path, content in found.items() if isinstance(content, bytes))
        self.keys = kept.now


def from_nothing(
    site: Path, drawn: DrawingCache
) -> tuple[tuple[Problem, ...], Mapping[str, bytes] | None]:
    """The problems and files of a build from nothing; no files where there are errors."""
    checked = pipeline.check(site)
    if checked.errors or checked.assessment is None:
        return checked.problems, None
    files = pipeline.files_beside(checked.editions, site, Ahead(KeptFiles(""), 1, drawn))
    return checked.problems, {path: bytes_of(content) for path, content in files}


def bytes_of(content: bytes | Unchanged) -> bytes:
    """What a file holds; nothing is kept here."""
    assert isinstance(content, bytes)
    return content


def differing(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same."""
    return sorted(path for path in {*found, *wanted} if found.get(path) != wanted.get(path))


def copied(name: str, to: Path) -> Path:
    """A copy of a site of tests/sites."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(SITES / name, to, ignore=shutil.ignore_patterns("expected"))
    return to


def edited_at_random(site: Path, choice: random.Random) -> None:
    """Change a word or number somewhere in what an editor writes, add a line, or take one away."""
    paths = (one for one in site.rglob("*") if one.suffix in {".yaml", ".md"})
    path = choice.choice(sorted(paths))
    text = path.read_text(encoding="utf-8")
    found = list(_EDITED.finditer(text))
    how = choice.randrange(8)
    if how == 0 and path.suffix == ".yaml":
        lines = text.splitlines(keepends=True)
        lines.insert(choice.randrange(len(lines) + 1), "# A remark.\n")
        text = "".join(lines)
    elif how == 1:
        lines = text.splitlines(keepends=True)
        del lines[choice.randrange(len(lines))]
        text = "".join(lines)
    elif found:
        one = choice.choice(found)
        other = choice.choice([one[0][:-1], f"{one[0]}s", f"{one[0]}1", one[0].swapcase()])
        text = f"{text[: one.start()]}{other}{text[one.end() :]}"
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def drawn(tmp_path: Path) -> DrawingCache:
    """Where drawings are kept, so that none is drawn twice."""
    return DrawingCache(open_folder(tmp_path / "drawn", tmp_path / "site"))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server that has built its site once."""
    folder = tmp_path_factory.mktemp("begun")
    site = copied("one-language", folder / "site")
    server = Server(site, DrawingCache(open_folder(folder / "drawn", site)))
    server.build()
    return server


@pytest.mark.parametrize("name", CHANGES)
def test_a_save_shows_as_in_a_build_from_nothing(name: str, begun: Server) -> None:
    site = copied("one-language", begun.site)
    server = replace(begun)
    change: Change = CHANGES[name]
    change(site)
    problems = server.build()
    wanted, files = from_nothing(site, server.drawn)
    assert problems == wanted
    assert differing(server.files, begun.files) != []
    assert differing(server.files, files or {}) == []


def test_a_save_that_changes_nothing_makes_no_file_again(
    tmp_path: Path, drawn: DrawingCache
) -> None:
    server = Server(copied("one-language", tmp_path / "site"), drawn)
    server.build()
    keyed = len(server.keys)
    server.build()
    assert len(server.made) == len(server.files) - keyed


def test_a_page_that_comes_first_is_made_again_only_where_it_shows_something_else(
    tmp_path: Path, drawn: DrawingCache
) -> None:
    site, page = copied("one-language", tmp_path / "site"), "charts/loans/index.html"
    server = Server(site, drawn)
    server.build()
    assert page in server.made
    server.first = frozenset({page})
    for old, new in (("has not said", "did not say"), ("did not say", "never said")):
        changed(site / "content/datasets/lending.yaml", old, new)
        server.build()
        assert page not in server.made
    changed(site / "content/charts/loans.yaml", "in ten", "over ten")
    server.build()
    assert page in server.made
    assert differing(server.files, from_nothing(site, drawn)[1] or {}) == []


@pytest.mark.parametrize("name", ["one-language", "two-languages"])
def test_whatever_is_edited_the_server_shows_what_a_build_from_nothing_does(
    name: str, tmp_path: Path, drawn: DrawingCache
) -> None:
    choice = random.Random(name)  # noqa: S311 - a choice of examples
    site = copied(name, tmp_path / "site")
    server, built = Server(site, drawn), 0
    for _ in range(TRIES):
        for _ in range(choice.randint(1, 2)):
            edited_at_random(site, choice)
        problems = server.build()
        wanted, files = from_nothing(site, drawn)
        assert problems == wanted
        if files is None:
            copied(name, site)
        else:
            assert differing(server.files, files) == []
            built += 1
    assert built > TRIES / 8


def changed(path: Path, old: str, new: str) -> None:
    """Change what a file says."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_whatever_happened_before_a_save_gives_the_files_of_a_server_that_begins(
    tmp_path: Path, drawn: DrawingCache
) -> None:
    site, output = copied("one-language", tmp_path / "site"), tmp_path / "served" / "site"
    build = serve._Build(site, output, drawn)  # noqa: SLF001 - what a save does
    data = site / "content/datasets/lending.yaml"
    page = output / "figures/lending.branches@2030/index.html"

    def break_and_mend() -> None:
        changed(data, "status: standard", "status: unheard-of")
        build.whole()
        assert b"<h1>Problems</h1>" in page.read_bytes()
        changed(data, "status: unheard-of", "status: standard")

    happening: tuple[Callable[[], None], ...] = (
        lambda: None,
        lambda: changed(data, "has not said", "did not say"),
        break_and_mend,
        lambda: changed(page, "<h1", "<h1 hidden"),
        page.unlink,
        lambda: changed(data, "en: Branches", "en: Houses"),
    )
    for number, happens in enumerate(happening):
        happens()
        build.whole()
        begun = tmp_path / str(number) / "site"
        serve._Build(site, begun, drawn).whole()  # noqa: SLF001 - as above
        assert tree(output) == tree(begun)


def test_a_figure_that_a_rule_defines_shows_its_formula_after_a_save(
    tmp_path: Path, drawn: DrawingCache
) -> None:
    site = copied("one-language", tmp_path / "site")
    data, rules = site / "content/datasets/lending.yaml", site / "content/rules/lending.yaml"
    changed(
        data,
        "  branches:\n",
        "  both:\n    title: {en: Loans of both years}\n    unit: loan\n"
        "    observations: [{status: derived, period: 2014/2024}]\n  branches:\n",
    )
    rules.parent.mkdir()
    rules.write_text(
        "sum: {says: {en: They add up.}, defines: lending.both, "
        "rule: lending.loans@2014 + lending.loans@2024}\n"
    )
    server = Server(site, drawn)
    assert server.build() == from_nothing(site, drawn)[0]
    for old, new in (("{key: 2024, value: 987450}", "{value: 987450, key: 2024}"), ("+", "-")):
        changed(rules if old == "+" else data, old, new)
        problems = server.build()
        wanted, files = from_nothing(site, drawn)
        assert files is not None
        assert problems == wanted
        assert differing(server.files, files) == []
