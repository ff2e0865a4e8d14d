"""The examples of docs/PROBLEMS.md: for each code what it means, content that gives it, and the
same content put right.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import yaml
from msgspec import Struct

from statsite.assess.assessment import Assessment, assess
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.evidence.articles import Articles
from statsite.evidence.verify import unlocked, verify_site
from statsite.pipeline import check
from statsite.problems import Problem
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST, write_files

EXAMPLES = Path(__file__).parent / "examples"
SOURCE = "content/sources/bulletin.yaml"
TEXT = "bulletin.txt"
DAY = "2025-12-01"

#: A text written many times: ⟦a × 300⟧.
_REPEATED = re.compile(r"⟦(.*?) × (\d+)⟧", re.DOTALL)


class Example(Struct, frozen=True):
    """One code.

    ``bad`` and ``good`` are what the file ``path`` holds, or what is in it instead of ``replaces``;
    None where there is no such file. ``good_path`` is the file of ``good`` where that has another
    name. ``beside`` are further files of both, ``only_bad`` and ``only_good`` of one. ``at`` is the
    line of the problem in ``path``, or a file and a line. ``also`` are the codes that cannot but
    come with it.

    ``article`` is the text of the source ``bulletin``: the figures are looked up in it. ``before``
    is what was in the place of ``bad`` when the site was published, ``published`` are files that
    were different then: the site is compared with that.

    ``encoding`` is that of the bad file, ``link`` what it is a link to; the bad site ``is_in_git``,
    or its file ``is_unreadable``. A code that ``is_fallback`` is for what nobody foresaw: no
    content is known that gives it.
    """

    code: str
    means: str
    path: str
    at: int | str
    bad: str | None = None
    good: str | None = None
    replaces: str | None = None
    good_path: str | None = None
    beside: Mapping[str, str] = {}
    only_bad: Mapping[str, str] = {}
    only_good: Mapping[str, str] = {}
    also: tuple[str, ...] = ()
    article: str | None = None
    before: str | None = None
    published: Mapping[str, str] = {}
    encoding: str = "utf-8"
    link: str | None = None
    is_in_git: bool = False
    is_unreadable: bool = False
    is_fallback: bool = False

    @property
    def place(self) -> str:
        """File and line of the problem."""
        return f"{self.path}:{self.at}" if isinstance(self.at, int) else self.at

    def put(self, path: str, text: str) -> str:
        """What the file ``path`` holds where ``text`` is put into it, its lines indented as what
        they replace.
        """
        if self.replaces is None:
            return repeated(text)
        before, found, after = {**SMALLEST, **self.beside}[path].partition(
            self.replaces.rstrip("\n")
        )
        assert found, f"{self.code}: {self.replaces!r} is not in {path}"
        indent = re.split(r"[^ ]", before.rpartition("\n")[2], maxsplit=1)[0]
        return before + repeated(text).rstrip("\n").replace("\n", f"\n{indent}") + after

    def files(self, path: str, text: str | None) -> dict[str, str]:
        """The smallest site with ``text`` in its place."""
        files = {**SMALLEST, **self.beside}
        files.pop(path if text is None else "", None)
        if text is not None:
            files[path] = self.put(path, text)
        if self.article is not None and "text:" not in files[SOURCE]:
            files[SOURCE] += (
                f"text: {{file: {TEXT}, lines: [[1, {len(self.article.splitlines())}]]}}\n"
            )
        return files


def repeated(text: str) -> str:
    """``text`` with every ⟦a × 300⟧ written out."""
    return _REPEATED.sub(lambda found: found[1] * int(found[2]), text)


def load(path: Path) -> Example:
    """The example in a file, which is named for its code."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Example(code=path.stem, **{**written, "also": tuple(written.get("also", ()))})


def load_all() -> list[Example]:
    """Every example, by code."""
    return [load(path) for path in sorted(EXAMPLES.glob("*.yaml"))]


def problems_of(example: Example, folder: Path, *, bad: bool) -> list[Problem]:
    """What the program finds in the bad or the good site of ``example``, written into
    ``folder``.
    """
    root = _write(example, folder / "site", bad=bad)
    if example.before is not None or example.published:
        write_files(
            folder / "before", {**example.files(example.path, example.before), **example.published}
        )
        return list(unrecorded_changes(_sound(folder / "before").site, _sound(root).site))
    if example.article is not None:
        return _verified(root, folder / "texts", example.article)
    with _refusing(root / example.path if bad and example.is_unreadable else None):
        return list(check(root).problems)


def _write(example: Example, root: Path, *, bad: bool) -> Path:
    path = example.path if bad else example.good_path or example.path
    files = example.files(path, example.bad if bad else example.good)
    files |= example.only_bad if bad else example.only_good
    write_files(
        root,
        {
            name: text.encode(example.encoding if bad and name == path else "utf-8")
            for name, text in files.items()
        },
    )
    if bad:
        _make_odd(example, root)
    return root


@contextmanager
def _refusing(path: Path | None) -> Iterator[None]:
    """Let the system refuse to open a file: a test may run as a user who can open every file."""
    opened = os.open

    def refuse(asked: Path | str, flags: int, mode: int = 0o777) -> int:
        if path is not None and Path(asked) == path:
            raise PermissionError(13, "Permission denied", str(asked))
        return opened(asked, flags, mode)

    with mock.patch.object(os, "open", refuse):
        yield


def _make_odd(example: Example, root: Path) -> None:
    """What no text can say: a link, a folder in git."""
    if example.link is not None:
        (root / example.path).unlink(missing_ok=True)
        (root / example.path).symlink_to(example.link)
    if example.is_in_git:
        for arguments in (["init", "--quiet"], ["add", "--force", "."]):
            subprocess.run(["git", "-C", str(root), *arguments], check=True)  # noqa: S603, S607 - git of this machine


def _verified(root: Path, texts: Path, article: str) -> list[Problem]:
    assessed = _sound(root)
    texts.mkdir()
    if article:
        (texts / TEXT).write_text(article, encoding="utf-8")
    found = verify_site(assessed.site, Articles(texts), DAY)
    return [*found.problems, *unlocked(assessed.site, assessed.evidence, found)]


def _sound(root: Path) -> Assessment:
    site, problems = read_site(root)
    assert site is not None, problems
    assert problems == []
    return assess(site)
