"""A build that would do the same again is seen by its record, and nothing but the same counts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from msgspec import Struct

from charts.font_files import font_path
from statsite import build_record, loaded_program, pipeline
from statsite.build_record import Record, RecordFile, inputs_of, recorded
from statsite.commands import full_build
from statsite.disk import identity
from statsite.render import sandbox
from statsite.values import replace
from tests.support.command_line import run
from tests.support.paths import ROOT, SITES


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small site, its output and the cache of a build."""
    folder = tmp_path_factory.mktemp("recorded")
    shutil.copytree(
        SITES / "one-language", folder / "site", ignore=shutil.ignore_patterns("expected")
    )
    assert build(folder).status == 0
    return folder


@pytest.fixture
def work(base: Path, tmp_path: Path) -> Path:
    """A copy of that folder, with a record of what now lies there."""
    folder = Path(shutil.copytree(base, tmp_path / "work"))
    record = RecordFile(base / "cache", base / "site", base / "output").read()
    assert record is not None
    RecordFile(folder / "cache", folder / "site", folder / "output").write(
        recorded(record, folder / "output", {})
    )
    return folder


class Told(Struct, frozen=True):
    """What a build said and gave, and whether it ``is_light``: saw that there was nothing to do."""

    status: int
    stdout: str
    stderr: str
    is_light: bool


def named(folder: Path, *flags: str) -> list[str]:
    """The call of a build in ``folder``."""
    folders = (("--site", "site"), ("--output", "output"), ("--cache", "cache"))
    places = [part for option, name in folders for part in (option, str(folder / name))]
    return ["build", *places, *flags]


def build(folder: Path, *flags: str) -> Told:
    """A build in this process."""
    with mock.patch.object(full_build, "build", wraps=full_build.build) as heavy:
        done = run(*named(folder, *flags))
    return Told(done.exit_code, done.stdout, done.stderr, not heavy.called)


def build_anew(folder: Path, *flags: str) -> Told:
    """A build in a new interpreter; it is light where none of its libraries are loaded."""
    program = (
        "import sys; from statsite.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n"
        "    print('heavy' if {'jinja2', 'matplotlib', 'pydantic', 'yaml'} & "
        "sys.modules.keys() else 'light')"
    )
    command = [sys.executable, "-c", program, *named(folder, *flags)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    said, _, weight = done.stdout.removesuffix("\n").rpartition("\n")
    return Told(done.returncode, f"{said}\n", done.stderr, weight == "light")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_build_of_the_same_loads_none_of_its_libraries_and_says_the_same(work: Path) -> None:
    first, second = build_anew(work, "--force"), build_anew(work)
    assert (first.is_light, second.is_light) == (False, True)
    assert replace(first, is_light=True) == second


def _add(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("new", encoding="utf-8")


#: A build that lists, at its end, every file that it opened to read.
_LISTING = """
import json, os, sys
opened = set()
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        if not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_DIRECTORY):
            opened.add(os.path.realpath(os.fsdecode(arguments[0])))
sys.addaudithook(note)
from statsite.cli import main
try:
    main(sys.argv[1:])
finally:
    print(json.dumps(sorted(opened)))
"""


def _digest(site: Path) -> str:
    """The digest of all that a build of ``site`` reads."""
    found = inputs_of(site, ())
    assert found is not None
    return found.all


def test_every_file_that_a_build_opens_is_in_its_digest(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SITES / "one-language", site, ignore=shutil.ignore_patterns("expected"))
    (site / "templates" / "static").mkdir(parents=True)
    (site / "templates" / "static" / "own.css").write_text("p {}", encoding="utf-8")
    shutil.copy(ROOT / "templates" / "page.html.j2", site / "templates")
    flags = ["--site", site, "--output", tmp_path / "output", "--cache", tmp_path / "cache"]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _LISTING, "build", *map(str, flags), "--jobs", "1"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    opened = set(json.loads(done.stdout.splitlines()[-1]))
    assert str(site / "templates" / "static" / "own.css") in opened
    before = _digest(site)
    for path in sorted(opened):
        if Path(path).is_relative_to(site) and not Path(path).is_dir():
            kept = Path(path).read_bytes()
            Path(path).write_bytes(kept + b"\n")
            assert _digest(site) != before, path
            Path(path).write_bytes(kept)
    assert [path for path in sorted(opened) if not _is_accounted_for(path, tmp_path)] == []


def _is_accounted_for(path: str, work: Path) -> bool:
    """Whether a file is of Python or its libraries, which are named by their versions, is of the
    parts of the engine that are in the digest, was written by this build, compiled by Python, or is
    a folder; or is the list of installed fonts, of which charts take none.
    """
    homes = [os.path.realpath(one) for one in (sys.prefix, sys.base_prefix)]
    homes += [str(ROOT / name) for name in ("build.py", "charts", "statsite", "templates")]
    is_compiled = path.endswith(".pyc") or os.path.basename(path).startswith("fontlist-")  # noqa: PTH119 - a name
    return path.startswith((*homes, str(work))) or is_compiled or Path(path).is_dir()


def test_a_folder_of_compiled_modules_does_not_belong_among_templates(work: Path) -> None:
    _add(work / "site" / "templates" / "__pycache__" / "a.j2")
    told = build(work)
    assert told.status == 1
    assert "templates/__pycache__:1:1: error: this folder does not belong here" in told.stderr


def _edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda site: _edit(site / "site.yaml"), id="settings"),
        pytest.param(lambda site: _edit(next(site.glob("content/**/*.yaml"))), id="content"),
        pytest.param(lambda site: _edit(next(site.glob("content/**/*.md"))), id="prose"),
        pytest.param(
            lambda site: (site / "content" / "strange").symlink_to("nowhere"), id="a link"
        ),
        pytest.param(lambda site: os.mkfifo(site / "content" / "pipe"), id="a pipe"),
        pytest.param(lambda site: (site / "content" / "empty").mkdir(), id="a folder"),
        pytest.param(
            lambda site: (site / "templates" / "static").mkdir(parents=True), id="templates"
        ),
        pytest.param(lambda site: _add(site / "templates" / "__pycache__" / "a.j2"), id="compiled"),
        pytest.param(
            lambda site: _add(site / "content" / "sources" / "__pycache__" / "a.yaml"),
            id="compiled content",
        ),
    ],
)
def test_whatever_a_build_reads_is_in_its_digest(
    work: Path, change: Callable[[Path], object]
) -> None:
    before = _digest(work / "site")
    assert _digest(work / "site") == before
    change(work / "site")
    assert _digest(work / "site") != before
    assert not build(work).is_light


@pytest.mark.parametrize("options", [(False, "https://example.org"), (True, None)])
def test_other_options_are_other_inputs(work: Path, options: tuple[bool, str | None]) -> None:
    assert inputs_of(work / "site", options) != inputs_of(work / "site", (False, None))


@pytest.mark.parametrize(
    "part",
    [
        "statsite/read/site.py",
        "charts/kinds/bars.py",
        "templates/words.yaml",
        "templates/static/charts.js",
        "build.py",
    ],
)
def test_other_code_is_another_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    for name in ("charts", "statsite", "templates", "build.py"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    monkeypatch.setattr(build_record, "_ENGINE", tmp_path)
    before = inputs_of(SITES / "one-language", ())
    _edit(tmp_path / part)
    assert inputs_of(SITES / "one-language", ()) != before


def test_another_font_of_the_same_version_is_another_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inputs_of(SITES / "one-language", ())
    font = bytearray(Path(font_path()).read_bytes())
    font[16] ^= 1  # in the checksum of its first table
    (tmp_path / "font.otf").write_bytes(font)
    monkeypatch.setattr(build_record, "font_path", lambda: str(tmp_path / "font.otf"))
    assert inputs_of(SITES / "one-language", ()) != before


def test_other_libraries_are_another_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs_of(SITES / "one-language", ())
    (tmp_path / "pillow-0.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert inputs_of(SITES / "one-language", ()) != before


def test_a_file_that_cannot_be_read_has_no_digest(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, _: os.stat_result) -> str:
        raise PermissionError(path)

    monkeypatch.setattr(build_record, "file_digest", refuse)
    assert inputs_of(work / "site", ()) is None


@pytest.mark.parametrize("files", [1, 50])
def test_what_no_build_reads_is_not_hashed(
    work: Path, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    for number in range(files):
        path = work / "site" / "content" / f".{number}"
        path.touch()
        os.truncate(path, 2**40 // files)  # nothing of it is on the disk
    monkeypatch.setattr(build_record, "file_digest", lambda *_: "")
    assert inputs_of(work / "site", ()) is None


def _changed(output: Path) -> None:
    page = output / "index.html"
    times = page.stat()
    page.write_bytes(page.read_bytes().replace(b"</h1>", b"!!</h>"))
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def _foreign_folder(output: Path) -> None:
    (output / "mine").mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_changed, id="changed in place, with its old time"),
        pytest.param(lambda output: (output / "index.html").unlink(), id="missing"),
        pytest.param(lambda output: (output / "index.html").chmod(0o600), id="another mode"),
        pytest.param(lambda output: shutil.rmtree(output / "data"), id="folder missing"),
        pytest.param(_foreign_folder, id="a folder more"),
        pytest.param(lambda output: output.chmod(0o700), id="another mode of the output itself"),
        pytest.param(shutil.rmtree, id="no output"),
    ],
)
def test_an_output_that_is_not_what_was_written_is_built_again(
    work: Path, damage: Callable[[Path], object]
) -> None:
    good = tree(work / "output")
    damage(work / "output")
    assert not build(work).is_light
    assert tree(work / "output") == good
    assert (work / "output").stat().st_mode & 0o777 == 0o755


def test_a_foreign_file_in_the_output_is_refused_as_ever(work: Path) -> None:
    (work / "output" / "mine.txt").write_text("mine", encoding="utf-8")
    done = build(work)
    status, said = done.status, done.stderr
    assert (status, said) == (
        1,
        "error: output holds mine.txt, which no build wrote; move it away first\n",
    )


def test_an_output_with_another_manifest_is_refused_as_ever(work: Path) -> None:
    (work / "output" / "manifest.json").write_text("[]", encoding="utf-8")
    done = build(work)
    status, said = done.status, done.stderr
    assert (status, said[:21]) == (1, "error: manifest.json ")


def test_an_output_that_is_a_link_is_refused_as_ever(work: Path) -> None:
    (work / "output").rename(work / "elsewhere")
    (work / "output").symlink_to("elsewhere")
    done = build(work)
    status, said = done.status, done.stderr
    assert (status, said) == (1, "error: output is a symbolic link; give a folder\n")


def test_files_that_were_only_touched_are_hashed_and_nothing_is_built(work: Path) -> None:
    for path in (work / "output" / "index.html", work / "output" / "manifest.json"):
        path.write_bytes(path.read_bytes())
    shutil.copy2(work / "output" / "index.html", work / "copy")
    (work / "copy").replace(work / "output" / "index.html")
    assert [build(work).is_light for _ in range(2)] == [True, True]


def test_a_build_that_failed_is_tried_again(work: Path) -> None:
    (work / "site" / "content" / "charts" / "broken.yaml").write_text("kind: [", encoding="utf-8")
    first, second = build(work), build(work)
    assert (first.is_light, second.is_light) == (False, False)
    assert first.status == second.status == 1
    assert "nothing was written" in second.stderr


def test_a_machine_too_busy_to_render_leaves_no_verdict(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = work / "site" / "templates"
    own.mkdir(exist_ok=True)
    shutil.copy(ROOT / "templates" / "home.html.j2", own)
    monkeypatch.setattr(sandbox, "STEP_PATIENCE", 0.00001)
    told = build(work)
    assert (told.status, "nothing came within" in told.stderr) == (1, True)
    monkeypatch.undo()
    assert build(work).status == 0


def _odd(**parts: object) -> bytes:
    """A record with another value in some of its parts."""
    sound = {
        "version": 2,
        "inputs": "a",
        "problems": [],
        "report": "7 figures",
        "outputs": {"./": [0, 0, 0, 0, 16877]},
        "manifest": "b",
        "written": 1,
    }
    return json.dumps(sound | parts).encode()


def test_a_sound_record_is_read(tmp_path: Path) -> None:
    file = RecordFile(tmp_path, tmp_path / "site", tmp_path / "output")
    (tmp_path / "builds").mkdir()
    file.path.write_bytes(_odd())
    assert file.read() == Record("a", (), "7 figures", {"./": (0, 0, 0, 0, 16877)}, "b", 1)


@pytest.fixture
def deepen(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """What makes 1,200 folders within each other; removed with ``rm``, for Python's own way of
    removing them descends too deep.
    """

    def deepened(folder: Path) -> None:
        at = folder
        for _ in range(1200):
            at /= "a"
            at.mkdir()

    yield deepened
    subprocess.run(["/bin/rm", "-rf", tmp_path / "work"], check=True)  # noqa: S603


def test_very_deep_folders_of_a_site_are_part_of_its_digest(
    work: Path, deepen: Callable[[Path], None]
) -> None:
    before = inputs_of(work / "site", ())
    deepen(work / "site" / "content")
    assert inputs_of(work / "site", ()) not in {None, before}
    done = build(work)
    status, said = done.status, done.stderr
    assert (status, "content/a:1:1: error: this folder does not belong here" in said) == (1, True)


def test_very_deep_folders_in_an_output_are_refused(
    work: Path, deepen: Callable[[Path], None]
) -> None:
    deepen(work / "output")
    done = build(work)
    status, said = done.status, done.stderr
    assert (status, said[:34]) == (1, "error: output holds a/a/a/a/a/a/a/")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 0}',
        b'{"version": 1}',
        b"[" * 100_000,
        b"5",
        b'"x"',
        b"null",
        b"{}",
        _odd(problems=[5]),
        _odd(problems=[{}]),
        _odd(problems="ab"),
        _odd(problems=5),
        _odd(outputs=5),
        _odd(outputs=[]),
        _odd(outputs={"a": 5}),
        _odd(outputs={"a": [1, 2, 3, 4, "x"]}),
        _odd(inputs=1),
        _odd(report=2),
        _odd(manifest=None),
        _odd(written="z"),
        _odd(version="2"),
        b"\xff",
    ],
)
def test_an_odd_record_counts_as_none(tmp_path: Path, content: bytes) -> None:
    file = RecordFile(tmp_path, tmp_path / "site", tmp_path / "output")
    (tmp_path / "builds").mkdir()
    file.path.write_bytes(content)
    assert file.read() is None


def test_records_of_other_outputs_are_others(work: Path) -> None:
    shutil.copytree(work / "output", work / "second")
    second = ("--output", str(work / "second"))
    assert not build(work, *second).is_light
    assert build(work, *second).is_light
    assert build(work).is_light


def test_the_record_is_kept_for_its_user_alone(work: Path) -> None:
    path = RecordFile(work / "cache", work / "site", work / "output").path
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in path.parent.iterdir() if one.is_file()} == {0o600}
    assert json.loads(path.read_bytes())["report"].startswith("7 figures")


def test_a_record_of_another_user_counts_as_none(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = RecordFile(work / "cache", work / "site", work / "output")
    assert file.read() is not None
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert file.read() is None


def test_a_file_that_was_changed_and_put_back_is_in_another_state(work: Path) -> None:
    before, path = inputs_of(work / "site", ()), work / "site" / "site.yaml"
    kept = path.read_bytes()
    path.write_bytes(kept + b"# other\n")
    path.write_bytes(kept)
    after = inputs_of(work / "site", ())
    assert before is not None
    assert after is not None
    assert after.all == before.all
    assert after.states != before.states
    assert after.engine_states == before.engine_states


def test_a_build_while_content_was_changed_and_put_back_is_not_remembered(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, check = work / "site" / "site.yaml", pipeline.check
    kept = path.read_bytes()

    def check_what_is_there_for_a_moment(root: Path, **named: Any) -> pipeline.Checked:  # noqa: ANN401 - as they are given
        path.write_bytes(kept.replace(b"en: ", b"en: Other "))
        try:
            return check(root, **named)
        finally:
            path.write_bytes(kept)

    _edit(next((work / "site").glob("content/**/*.md")))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "check", check_what_is_there_for_a_moment)
        assert build(work).status == 0
    told = build(work)
    assert not told.is_light
    assert "0 changed" not in told.stdout


def test_a_build_by_a_program_that_was_changed_since_it_was_loaded_is_not_remembered(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(next((work / "site").glob("content/**/*.md")))
    with monkeypatch.context() as patch:
        patch.setattr(loaded_program, "LOADED_FROM", 0)
        assert build(work).status == 0
    assert not build(work).is_light


def test_a_build_into_whose_files_somebody_wrote_meanwhile_is_not_remembered(work: Path) -> None:
    record = RecordFile(work / "cache", work / "site", work / "output").read()
    assert record is not None
    page = work / "output" / "index.html"
    made = {"index.html": identity(page.lstat())}
    assert recorded(record, work / "output", made).outputs
    page.write_bytes(page.read_bytes().replace(b"<p", b"<q", 1))
    with pytest.raises(OSError, match="changed meanwhile"):
        recorded(record, work / "output", made)
