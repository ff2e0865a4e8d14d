"""Drawings kept between builds change nothing but time, and nothing that was not drawn from its
description is ever published.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from statsite import loaded_program
from statsite.cache_folder import open_folder
from statsite.render import cache as cache_module
from statsite.render.cache import DrawingCache
from tests.support.building import build_apart, build_here
from tests.support.command_line import run
from tests.support.copied_program import run_copy
from tests.support.paths import ROOT, SITES

#: A time at which every file of a test is old, in nanoseconds.
_LONG_HENCE = 2**62
PARTS = [b"one", b"", b"\n\x00three"]

#: The site that is built here: its charts take a second.
SITE = SITES / "one-language"


pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the cache of a test will lie."""
    return tmp_path / "kept"


@pytest.fixture
def cache(folder: Path, tmp_path: Path) -> DrawingCache:
    """An empty cache."""
    return DrawingCache(open_folder(folder, tmp_path / "site"))


def entries(folder: Path) -> list[Path]:
    """The drawings of a cache."""
    return sorted(
        path for path in folder.iterdir() if not path.name.startswith(".") and path.name != "builds"
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def forged(entry: bytes) -> bytes:
    """An entry whose SVG holds a script, all of its digests as they should be."""
    head = len(b"statsite drawing\n") + 32
    body, parts = entry[head + 32 :], list[bytes]()
    while body:
        (length,) = struct.unpack_from(">Q", body)
        parts.append(body[8 : 8 + length].replace(b"</svg>", b"<script>alert(1)</script></svg>"))
        body = body[8 + length :]
    made = b"".join(struct.pack(">Q", len(part)) + part for part in parts)
    return entry[:head] + hashlib.sha256(made).digest() + made


def test_what_was_put_is_got_by_its_description_alone(cache: DrawingCache) -> None:
    assert cache.get("a") is None
    cache.put("a", PARTS)
    assert cache.get("a") == PARTS
    assert cache.get("b") is None


def test_without_a_folder_nothing_is_kept() -> None:
    DrawingCache().put("a", PARTS)
    assert DrawingCache().get("a") is None


def test_it_is_empty_until_something_is_put(cache: DrawingCache, folder: Path) -> None:
    assert DrawingCache().is_empty
    (folder / "builds").mkdir()
    assert cache.is_empty
    cache.put("a", PARTS)
    assert not cache.is_empty


def test_the_folder_is_its_users_alone(cache: DrawingCache, folder: Path) -> None:
    assert cache.folder == folder
    assert folder.stat().st_mode & 0o777 == 0o700


def _edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"three", b"999.9"))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _only_a_mark(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _too_long_a_part(path: Path) -> None:
    entry = path.read_bytes()
    body = b"\xff" * 9
    path.write_bytes(entry[:49] + hashlib.sha256(body).digest() + body)


def _half_a_length(path: Path) -> None:
    entry = path.read_bytes()
    path.write_bytes(entry[:49] + hashlib.sha256(b"\0\0").digest() + b"\0\0")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def _link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _unreadable(path: Path) -> None:
    path.unlink()
    path.symlink_to("/proc/self/mem")


ODDITIES = [
    _edited,
    _cut,
    _only_a_mark,
    _too_long_a_part,
    _half_a_length,
    _pipe,
    _folder,
    _link,
    _link_to_itself,
    _unreadable,
]


@pytest.mark.parametrize("damage", [*ODDITIES, Path.unlink])
def test_an_odd_entry_counts_as_none(
    cache: DrawingCache, folder: Path, damage: Callable[[Path], None]
) -> None:
    cache.put("a", PARTS)
    (entry,) = entries(folder)
    damage(entry)
    assert cache.get("a") is None
    cache.put("a", PARTS)
    assert cache.get("a") == (None if damage is _folder else PARTS)


def test_what_is_put_in_the_place_of_a_link_does_not_follow_it(
    cache: DrawingCache, folder: Path, tmp_path: Path
) -> None:
    cache.put("a", PARTS)
    (entry,) = entries(folder)
    entry.unlink()
    outside = tmp_path / "outside"
    outside.write_text("mine", encoding="utf-8")
    entry.symlink_to(outside)
    cache.put("a", PARTS)
    assert outside.read_text(encoding="utf-8") == "mine"
    assert not entry.is_symlink()


def test_swapped_entries_count_as_none(cache: DrawingCache, folder: Path) -> None:
    cache.put("a", [b"chart a"])
    cache.put("b", [b"chart b"])
    first, second = entries(folder)
    first.rename(folder / "aside")
    second.rename(first)
    (folder / "aside").rename(second)
    assert (cache.get("a"), cache.get("b")) == (None, None)


def test_an_entry_of_another_user_counts_as_none(
    cache: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put("a", PARTS)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert cache.get("a") is None


@pytest.mark.parametrize("what", ["version_of", "font_path"])
def test_another_library_or_font_draws_anew(
    cache: DrawingCache, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    cache.put("a", PARTS)
    own = getattr(cache_module, what)
    other = (
        (lambda name: "0" if name == "pillow" else own(name))
        if what == "version_of"
        else (lambda: __file__)
    )
    cache_module.renderer.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(cache_module, what, other)
        assert cache.get("a") is None
    cache_module.renderer.cache_clear()
    assert cache.get("a") == PARTS


@pytest.mark.parametrize(
    "module",
    [
        "charts/spec.py",
        "charts/kinds/bars.py",
        "charts/layout/scene.py",
        "charts/output/svg_backend.py",
        "statsite/plan/initials.py",
        "statsite/language/chinese.py",
    ],
)
def test_another_program_draws_anew(
    cache: DrawingCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for package in ("charts", "statsite"):
        shutil.copytree(ROOT / package, tmp_path / package)
    monkeypatch.setattr(loaded_program, "__file__", str(tmp_path / "statsite/loaded_program.py"))
    monkeypatch.setattr(loaded_program, "LOADED_FROM", _LONG_HENCE)
    cache_module.renderer.cache_clear()
    cache.put("a", PARTS)
    assert cache.get("a") == PARTS
    with (tmp_path / module).open("a") as code:
        code.write("# other\n")
    cache_module.renderer.cache_clear()
    assert cache.get("a") is None
    cache_module.renderer.cache_clear()


def test_what_is_drawn_by_a_program_that_was_saved_while_it_was_loaded_is_not_kept(
    cache: DrawingCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_program, "LOADED_FROM", 0)
    cache_module.renderer.cache_clear()
    cache.put("a", PARTS)
    assert cache.get("a") is None
    assert list(folder.iterdir()) == []
    cache_module.renderer.cache_clear()


def test_nobody_else_can_write_into_a_drawing_and_what_somebody_could_is_not_taken(
    cache: DrawingCache, folder: Path
) -> None:
    before = os.umask(0)
    try:
        cache.put("a", PARTS)
    finally:
        os.umask(before)
    (entry,) = entries(folder)
    assert entry.stat().st_mode & 0o777 == 0o600
    entry.chmod(0o666)
    assert cache.get("a") is None
    cache.put("a", PARTS)
    assert cache.get("a") == PARTS


def test_what_a_dead_run_left_is_removed_and_what_is_being_written_stays(
    cache: DrawingCache, folder: Path, tmp_path: Path
) -> None:
    cache.put("a", PARTS)
    (folder / "builds").mkdir(0o700)
    for left in (folder / ".abc.0123abcd.part", folder / "builds" / ".abc.facts.0123abcd.part"):
        left.write_bytes(b"half")
    hold = (
        "import fcntl, sys; file = open(sys.argv[1], 'w'); fcntl.flock(file, "
        "fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()"
    )
    living = folder / ".def.0123abcd.part"
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", hold, str(living)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        open_folder(folder, tmp_path / "site")
        assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == [
            living.name
        ]
        assert list((folder / "builds").iterdir()) == []
        writer.communicate("")
    open_folder(folder, tmp_path / "site")
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []
    assert cache.get("a") == PARTS


# Whole builds.


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Path]:
    """The site as it is built without a cache, and the cache that this filled."""
    base = tmp_path_factory.mktemp("clean")
    build_here(SITE, base / "output", "--cache", str(base / "kept"))
    return tree(base / "output"), base / "kept"


@pytest.fixture
def filled(clean: tuple[dict[str, bytes], Path], folder: Path) -> Path:
    """A cache that holds every drawing of the site."""
    shutil.copytree(clean[1], folder)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the site."""
    return Path(
        shutil.copytree(
            SITE, tmp_path / "site", ignore=shutil.ignore_patterns(".cache", "expected")
        )
    )


def test_a_build_with_odd_entries_is_the_same_build(
    clean: tuple[dict[str, bytes], Path], filled: Path, tmp_path: Path
) -> None:
    for at, entry in enumerate(entries(filled)):
        ODDITIES[at % len(ODDITIES)](entry)
    said = build_here(SITE, tmp_path / "output", "--cache", str(filled))
    assert tree(tmp_path / "output") == clean[0]
    assert len(said.splitlines()) == 1


def test_a_forged_entry_in_the_site_is_never_published(
    clean: tuple[dict[str, bytes], Path],
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for place in (".cache/charts", ".cache/statsite", ".cache"):
        (site / place).mkdir(parents=True, exist_ok=True)
        for entry in entries(clean[1]):
            (site / place / entry.name).write_bytes(forged(entry.read_bytes()))
    monkeypatch.chdir(site)
    monkeypatch.setenv("STATSITE_CACHE", "")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for home, output in ((".cache", "output"), (str(site / ".cache"), "again")):
        monkeypatch.setenv("XDG_CACHE_HOME", home)
        build_here(site, tmp_path / output)
    assert tree(tmp_path / "output") == tree(tmp_path / "again") == clean[0]


def test_forged_entries_in_an_open_folder_are_never_published(
    clean: tuple[dict[str, bytes], Path], filled: Path, tmp_path: Path
) -> None:
    for entry in entries(filled):
        entry.write_bytes(forged(entry.read_bytes()))
    build_here(SITE, tmp_path / "fooled", "--cache", str(filled))
    assert tree(tmp_path / "fooled") != clean[0], "the entries are forged well"
    filled.chmod(0o777)
    said = build_here(SITE, tmp_path / "output", "--cache", str(filled))
    assert f"notice: the cache {filled} is not used: others can write to {filled}\n" in said
    assert tree(tmp_path / "output") == clean[0]


@pytest.mark.parametrize("named", ["option", "variable"])
def test_a_cache_in_the_site_is_refused(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    kept = site / "kept"
    flags = ["--cache", str(kept)] if named == "option" else []
    monkeypatch.setenv("STATSITE_CACHE", str(kept) if named == "variable" else "")
    done = run("build", "--site", site, "--output", tmp_path / "output", *flags)
    assert (done.exit_code, done.stdout) == (1, "")
    assert (
        done.stderr
        == "error: kept would lie in site, which a site is made from; choose another folder\n"
    )
    assert not (tmp_path / "output").exists()


def test_without_a_command_the_variable_names_the_folder_too(
    site: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATSITE_CACHE", str(folder))
    monkeypatch.chdir(site)
    assert run().exit_code == 0
    assert len(entries(folder)) == 1


def test_a_tracked_cache_in_the_site_is_an_error(site: Path) -> None:
    git = ["git", "-C", str(site), "-c", "init.defaultBranch=main"]
    (site / ".cache" / "charts").mkdir(parents=True)
    (site / ".cache" / "charts" / "entry").write_bytes(b"x")

    def errors() -> list[str]:
        said = run("check", "--site", site).stderr
        return [line for line in said.splitlines() if ": error: " in line]

    assert errors() == []
    subprocess.run([*git, "init", "--quiet"], check=True)  # noqa: S603 - as above
    assert errors() == []
    subprocess.run([*git, "add", "--force", ".cache"], check=True)  # noqa: S603 - as above
    assert errors() == [
        (
            ".cache:1:1: error: .cache is kept in git (take it out: `git rm -r --cached .cache`) "
            "[cache-tracked]"
        )
    ]


def test_builds_at_once_share_a_cache(
    clean: tuple[dict[str, bytes], Path], folder: Path, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(
            pool.map(
                lambda name: build_apart(SITE, tmp_path / name, "--cache", str(folder)),
                ("first", "second"),
            )
        )
    assert tree(tmp_path / "first") == tree(tmp_path / "second") == clean[0]
    assert [(entry.name, entry.read_bytes()) for entry in entries(folder)] == [
        (entry.name, entry.read_bytes()) for entry in entries(clean[1])
    ]


def test_a_cache_that_may_not_be_written_is_said_or_read(
    clean: tuple[dict[str, bytes], Path], folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(0o500)
    for kept, notices in ((folder, 0), (folder / "deeper", 1)):
        done = run_copy("build", "--site", SITE, "--output", tmp_path / "output", "--cache", kept)
        assert (done.status, len(done.stderr.splitlines())) == (0, notices), done.stderr
        assert tree(tmp_path / "output") == clean[0]
    assert list(folder.iterdir()) == []


def test_where_every_chart_is_kept_the_drawing_library_is_not_imported(
    filled: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from statsite.cli import main\n"
        f"main(['build', '--site', {str(SITE)!r}, '--output', {str(tmp_path / 'output')!r}, "
        "'--jobs', '1'], standalone_mode=False)\n"
        "print(sorted({'matplotlib', 'numpy'} & sys.modules.keys()))"
    )
    said = []
    for kept in (filled, tmp_path / "empty"):
        environment = {**os.environ, "STATSITE_CACHE": str(kept)}
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(done.stdout.splitlines()[-1])
    assert said == ["[]", "['matplotlib', 'numpy']"]
