"""Whatever is saved, renamed, removed and put back while browsers ask for pages, each file that the
server answers with is that of a server that begins.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from statsite import serve
from statsite.render.cache import DrawingCache
from statsite.render.environment import TEMPLATES
from statsite.site_folder import CONTENT, SITE_FILE, TEMPLATES_FOLDER
from tests.support.paths import ROOT, SITES
from tests.test_cached_builds import tree
from tests.test_server_builds import edited_at_random

Edit = Callable[[Path, random.Random], None]


class Loop:
    """A loop that does nothing: what is left of a build is made when the walk asks for it."""

    def call_later(self, *_: object) -> None:
        """Do nothing later."""

    def remove_timeout(self, _: object) -> None:
        """Nothing waits."""


def written(site: Path, *suffixes: str) -> Sequence[Path]:
    """What an editor writes, with names that end so."""
    return sorted(path for path in (site / CONTENT).rglob("*") if path.suffix in suffixes)


def rename(site: Path, choice: random.Random) -> None:
    """Call a file of the content, or one thing of a list, something else wherever it is named."""
    lists = [path for path in written(site, ".yaml") if path.stem in {"areas", "units"}]
    ids = [
        *(path.stem for path in written(site, ".yaml") if path.parent.name != CONTENT),
        *(path.parent.name for path in written(site, ".md")),
        *(
            one
            for path in lists
            for one in re.findall(r"^([a-z][\w-]*):", path.read_text(), re.MULTILINE)
        ),
    ]
    old = choice.choice(sorted(set(ids)))
    for path in (site / SITE_FILE, *written(site, ".yaml", ".md", ".lock")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?<![\w./-]){old}(?![\w-])", f"{old}x", text), encoding="utf-8")
    for path in [*(site / CONTENT).rglob(f"{old}.yaml"), *(site / CONTENT).rglob(old)]:
        path.rename(path.with_name(path.name.replace(old, f"{old}x", 1)))


def swap_values(site: Path, choice: random.Random) -> None:
    """Put the value of a figure where that of another one is."""
    path = choice.choice([one for one in written(site, ".yaml") if one.parent.name == "datasets"])
    text = path.read_text(encoding="utf-8")
    values = re.findall(r"(?<=value: )[\d.]+", text)
    if values:
        old, new = choice.choice(values), choice.choice(values)
        path.write_text(text.replace(f"value: {old}", f"value: {new}", 1), encoding="utf-8")


def swap_lines(site: Path, choice: random.Random) -> None:
    """Put a line where the next one is."""
    path = choice.choice(written(site, ".yaml", ".md"))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = choice.randrange(len(lines))
    lines[at : at + 2] = lines[at : at + 2][::-1]
    path.write_text("".join(lines), encoding="utf-8")


def remove(site: Path, choice: random.Random) -> None:
    """Remove a file."""
    choice.choice(written(site, ".yaml", ".md")).unlink()


def set_languages(site: Path, choice: random.Random) -> None:
    """Have the site in other languages."""
    path, told = site / SITE_FILE, choice.choice(["zh", "en", "zh, en", "en, zh"])
    text = re.sub(r"languages: \[.*\]", f"languages: [{told}]", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")


def set_template(site: Path, choice: random.Random) -> None:
    """Have a template of the site's own, or none."""
    own = site / TEMPLATES_FOLDER
    if own.is_dir():
        shutil.rmtree(own)
        return
    own.mkdir()
    name = choice.choice(["404.html.j2", "base.html.j2", "home.html.j2"])
    shutil.copy(TEMPLATES / name, own)
    with (own / name).open("a", encoding="utf-8") as file:
        file.write(f"<!-- {choice.randrange(9)} -->\n")


EDITS: Sequence[Edit] = (
    *(edited_at_random, swap_values, rename) * 4,
    *(swap_lines, set_languages, set_template, remove),
)


@dataclass
class Walk:
    """Saves of a site in ``root`` one after the other, and a server that builds at each."""

    folder: Path
    root: Path
    choice: random.Random

    def __post_init__(self) -> None:
        self.target, self.drawn = self.folder / "served", self.folder / "drawn"
        self.drawn.mkdir()
        self.build = serve._Build(self.root, self.target, DrawingCache(self.drawn))  # noqa: SLF001 - what a save does
        self.build.whole()
        self.sound = [self._kept(0)]

    def step(self, number: int) -> bool:
        """Save, ask for pages, and compare; whether the site is without errors."""
        for _ in range(self.choice.randint(1, 2)):
            self.choice.choice(EDITS)(self.root, self.choice)
            if self.choice.random() < 0.2:  # and a save comes before the rest is made
                self.build()
                self._make_some()
        begun = self.folder / "begun"
        shutil.rmtree(begun, ignore_errors=True)
        serve._Build(self.root, begun, DrawingCache(self.drawn)).whole()  # noqa: SLF001 - as above
        self.build()
        is_sound = len(list(begun.iterdir())) > 2  # the page of problems, and the manifest
        wanted = {path.relative_to(begun).as_posix(): path for path in begun.rglob("*.html")}
        for path in self.choice.choices(sorted(wanted), k=6 if is_sound else 0):
            assert self.build.has_made(path)
            assert (self.target / path).read_bytes() == wanted[path].read_bytes()
            self._make_some()
        self.build.finish()
        assert not self.build.fault
        if is_sound:
            assert tree(self.target) == tree(begun)
            self.sound.append(self._kept(number))
        else:
            problems = (begun / "index.html").read_bytes()
            assert {path.read_bytes() for path in self.target.rglob("*.html")} == {problems}
        if not is_sound or self.choice.random() < 0.2:
            self._put_back(self.choice.choice(self.sound))
        return is_sound

    def _make_some(self) -> None:
        for _ in range(self.choice.randrange(20)):
            self.build._go_on(lambda: True)  # noqa: SLF001 - what is done between requests

    def _kept(self, number: int) -> Path:
        shutil.copytree(self.root, self.folder / str(number))
        return self.folder / str(number)

    def _put_back(self, kept: Path) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(kept, self.root)


@pytest.mark.parametrize(
    ("site", "steps"),
    [
        pytest.param(SITES / "one-language", 12, id="one-language"),
        pytest.param(SITES / "two-languages", 9, id="two", marks=pytest.mark.thorough),
        pytest.param(ROOT, 6, id="the site itself", marks=pytest.mark.thorough),
    ],
)
def test_each_answer_is_that_of_a_server_that_begins(
    site: Path, steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IOLoop, "current", Loop)
    root = tmp_path / "site"
    shutil.copytree(site / CONTENT, root / CONTENT)
    shutil.copy(site / SITE_FILE, root)
    walk = Walk(tmp_path, root, random.Random(steps))  # noqa: S311 - a choice of examples
    sound = sum(walk.step(number) for number in range(1, steps + 1))
    assert steps / 8 < sound < steps
