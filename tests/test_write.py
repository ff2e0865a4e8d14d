"""Writing a site: nothing is lost, nothing foreign is touched, and what is there is one whole site
at every moment.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from statsite import write
from statsite.kept_files import File, Seen, Unchanged
from statsite.write import WriteError, Written, clear_up, write_site
from tests.support.paths import ROOT

Content = dict[str, bytes]

OLD: Content = {
    "index.html": b"old",
    "figures/a.b@2027/index.html": b"figure",
    "data/x.csv": b"\xef\xbb\xbfid\r\n",
}
NEW: Content = {
    "index.html": b"new",
    "figures/a.b@2027/index.html": b"figure",
    "en/index.html": b"new too",
}


def tree(folder: Path) -> dict[str, bytes | str]:
    """Everything in a folder by path: the bytes of files, the targets of links."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def pages(folder: Path) -> Content:
    """The files of a site but its manifest."""
    return {
        path: content
        for path, content in tree(folder).items()
        if path != "manifest.json" and isinstance(content, bytes)
    }


def build(output: Path, files: Content, *protected: Path) -> Written:
    """Write ``files`` as a build does."""
    return write_site(files.items(), output, protected=protected)


def run(script: str, *arguments: str | Path, fails: bool = False) -> str:
    """What ``script`` prints, run with these arguments in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert (done.returncode != 0) is fails, done.stderr
    return done.stdout + (done.stderr if fails else "")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder that holds the old site, alone in its parent."""
    folder = tmp_path / "parent" / "output"
    build(folder, OLD)
    return folder


def test_a_build_writes_its_files_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "new" / "deep" / "site"
    written = build(target, OLD)
    assert pages(target) == OLD
    assert written == Written(len(OLD), sum(map(len, OLD.values())), len(OLD), written.made)
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_the_manifest_lists_every_other_file(output: Path) -> None:
    expected = [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(OLD.items())
    ]
    assert json.loads((output / "manifest.json").read_bytes()) == expected


def test_a_second_build_replaces_the_first(output: Path) -> None:
    written = build(output, NEW)
    assert pages(output) == NEW
    assert written.changed == len({"index.html", "data/x.csv", "en/index.html"})
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_the_same_build_changes_nothing(output: Path) -> None:
    before = tree(output)
    assert build(output, OLD).changed == 0
    assert build(output, dict(reversed(OLD.items()))).changed == 0
    assert tree(output) == before


def test_a_file_that_is_the_same_is_kept_and_one_that_differs_is_another(output: Path) -> None:
    kept, changed = output / "figures/a.b@2027/index.html", output / "index.html"
    before = kept.stat(), changed.stat()
    build(output, NEW)
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (
        before[0].st_ino,
        before[0].st_mtime_ns,
    )
    assert kept.stat().st_nlink == 1
    assert changed.read_bytes() == b"new"


def test_a_second_name_of_a_file_keeps_what_it_holds(output: Path, tmp_path: Path) -> None:
    os.link(output / "index.html", tmp_path / "mine")
    build(output, NEW)
    assert (tmp_path / "mine").read_bytes() == b"old"


def test_a_file_with_a_further_name_is_written_anew(output: Path, tmp_path: Path) -> None:
    """What is written through that name later does not reach the output."""
    kept = output / "figures/a.b@2027/index.html"
    os.link(kept, tmp_path / "mine")
    before = pages(output)
    build(output, OLD)
    (tmp_path / "mine").write_bytes(b"changed through the other name")
    assert pages(output) == before


def _other_bytes(path: Path) -> None:
    """Change the file at ``path``, but neither its size nor its times."""
    status = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _other_mode(path: Path) -> None:
    path.chmod(0o600)


@pytest.mark.parametrize("harm", [_other_bytes, _other_mode])
def test_a_file_that_was_changed_since_is_written_anew(
    output: Path, harm: Callable[[Path], None]
) -> None:
    before = tree(output)
    harm(output / "figures/a.b@2027/index.html")
    build(output, OLD)
    assert tree(output) == before
    assert (output / "figures/a.b@2027/index.html").stat().st_mode & 0o777 == 0o644


def test_where_the_system_gives_no_second_names_files_are_written(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    build(output, NEW)
    assert pages(output) == NEW


def test_a_file_that_was_put_right_counts_as_changed(output: Path) -> None:
    before = tree(output)
    (output / "index.html").write_bytes(b"evil")
    (output / "data/x.csv").unlink()
    assert build(output, OLD).changed == len({"index.html", "data/x.csv"})
    assert tree(output) == before


def test_an_empty_folder_may_be_the_output(tmp_path: Path) -> None:
    target = tmp_path / "output"
    target.mkdir()
    build(target, OLD)
    assert pages(target) == OLD


def test_the_output_is_where_its_dots_lead(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    build(tmp_path / "here" / ".." / "there", OLD)
    assert pages(tmp_path / "there") == OLD


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077])
def test_a_web_server_can_read_the_site_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        build(tmp_path / "output", OLD)
    finally:
        os.umask(before)
    modes = {
        path.stat().st_mode & 0o777 for path in (tmp_path / "output").rglob("*") if path.is_file()
    }
    folder_modes = {
        path.stat().st_mode & 0o777
        for path in (tmp_path / "output", *(tmp_path / "output").rglob("*"))
        if path.is_dir()
    }
    assert (modes, folder_modes) == ({0o644}, {0o755})


def assert_refused(target: Path, match: str, world: Path, *protected: Path) -> None:
    """That a build into ``target`` is refused in one line, before anything is made, and leaves
    ``world`` as it was.
    """

    def files() -> Iterator[tuple[str, bytes]]:
        pytest.fail("a page was made")
        yield "", b""

    before = tree(world)
    with pytest.raises(WriteError, match=match) as caught:
        write_site(files(), target, protected=protected)
    assert tree(world) == before
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["notes.txt", "figures/mine.html", ".git/HEAD", "line\nbreak", "数.txt"]
)
def test_files_that_no_build_wrote_are_never_touched(output: Path, name: str) -> None:
    (output / name).parent.mkdir(exist_ok=True)
    (output / name).write_text("mine")
    assert_refused(output, "no build wrote; move it away first", output.parent)


def test_a_foreign_link_is_never_touched(output: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (output / "link").symlink_to(tmp_path / "mine")
    assert_refused(output, "holds link, which no build wrote", tmp_path)


def test_a_folder_of_files_without_a_manifest_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "index.html").write_text("mine")
    assert_refused(tmp_path / "photos", "photos holds index.html", tmp_path)


@pytest.mark.parametrize("manifest", ["", "{", "[1]", "{}", "null", '[{"path": 1}]', "\udcff"])
def test_a_broken_manifest_vouches_for_nothing(output: Path, manifest: str) -> None:
    (output / "manifest.json").write_text(manifest, errors="surrogateescape")
    assert_refused(output, "is not as a build writes it", output.parent)


@pytest.mark.parametrize(
    "path",
    ["a" * 300, "a/" * 3000, "/dev/null/x", "a\0b", "\ud800", "../../parent/output/index.html"],
)
def test_a_name_that_no_build_writes_is_no_file_that_is_gone(tmp_path: Path, path: str) -> None:
    output = tmp_path / "parent" / "output"
    output.mkdir(parents=True)
    (output / "manifest.json").write_text(json.dumps([{"path": path, "sha256": ""}]))
    assert build(output, OLD).changed == len(OLD)
    assert pages(output) == OLD


def test_a_symbolic_link_is_refused_as_output(tmp_path: Path, output: Path) -> None:
    (tmp_path / "link").symlink_to(output)
    assert_refused(tmp_path / "link", "link is a symbolic link; give a folder", tmp_path)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert_refused(tmp_path / "dangling", "is a symbolic link", tmp_path)


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert_refused(tmp_path / "a" / "output", "leads nowhere|symbolic links", tmp_path)


def test_a_file_is_refused_as_output(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    assert_refused(tmp_path / "output", "output is a file; give a folder", tmp_path)
    assert_refused(tmp_path / "output" / "site", "cannot write site", tmp_path)


def test_the_site_and_what_holds_it_are_refused_as_output(tmp_path: Path) -> None:
    site = tmp_path / "work" / "site"
    (site / "content").mkdir(parents=True)
    (site / "site.yaml").write_text("title: mine")
    for target in (site, tmp_path / "work", site / "content" / "..", site / "content"):
        assert_refused(
            target,
            "would replace (site|content); choose a folder of its own",
            tmp_path,
            site,
            site / "content",
        )


def test_the_site_is_refused_through_a_link_above_it(tmp_path: Path) -> None:
    (tmp_path / "work" / "site").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "work")
    assert_refused(
        tmp_path / "link" / "site", "site would replace site", tmp_path, tmp_path / "work" / "site"
    )


def test_the_root_and_the_home_are_refused_as_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "people" / "me"))
    (tmp_path / "people" / "me").mkdir(parents=True)
    assert_refused(Path("/"), "/ would replace", tmp_path)
    assert_refused(tmp_path / "people" / "me", "me would replace me", tmp_path)
    assert_refused(tmp_path / "people", "people would replace me", tmp_path)


def test_a_second_build_at_the_same_time_is_refused_at_once(output: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        for _ in range(2):  # the loser must not take the winner's lock away
            with pytest.raises(
                WriteError, match="another build is writing output; wait for it to end"
            ):
                build(output, OLD)
        assert pages(output) == OLD
        yield "about/index.html", b"new"

    write_site(files(), output, protected=())
    assert pages(output) == {"index.html": b"new", "about/index.html": b"new"}


def test_builds_of_neighbours_do_not_lock_each_other_out(output: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        build(output.with_name("other"), OLD)
        yield "index.html", b"new"

    write_site(files(), output, protected=())
    assert pages(output.with_name("other")) == OLD


def test_the_lock_of_a_dead_build_holds_nobody_up(output: Path) -> None:
    output.with_name(".output.lock").touch()
    build(output, NEW)
    assert pages(output) == NEW


def test_a_lock_removed_while_it_was_being_taken_does_not_count(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, taken = output.with_name(".output.lock"), list[int]()

    def flock(handle: int, flags: int) -> None:
        if not taken:
            lock.unlink()  # its holder ends between this build's opening and locking it
        taken.append(handle)
        real(handle, flags)

    real = fcntl.flock
    monkeypatch.setattr(fcntl, "flock", flock)
    build(output, NEW)
    assert len(taken) == 2
    assert pages(output) == NEW


def test_a_link_in_the_locks_place_is_not_followed(output: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    output.with_name(".output.lock").symlink_to(tmp_path / "mine")
    assert_refused(output, "cannot write output", tmp_path)


def test_a_link_in_the_stages_place_is_removed_not_followed(output: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("mine")
    output.with_name(".output.staging").symlink_to(tmp_path / "mine")
    build(output, NEW)
    assert tree(tmp_path / "mine") == {"file": b"mine"}
    assert pages(output) == NEW


def test_a_page_that_cannot_be_made_leaves_the_old_site(output: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise ZeroDivisionError

    before = tree(output.parent)
    with pytest.raises(ZeroDivisionError):
        write_site(files(), output, protected=())
    assert tree(output.parent) == before


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "/etc/x",
        "/",
        "a//b",
        "./a",
        "a/",
        "a/./b",
        "a\0b",
        "manifest.json",
    ],
)
def test_a_path_that_is_none_of_the_outputs_is_a_bad_call(output: Path, path: str) -> None:
    before = tree(output.parent)
    with pytest.raises(ValueError, match=r"not a path inside|the writer makes"):
        build(output, {"index.html": b"new", path: b"x"})
    assert tree(output.parent) == before


@pytest.mark.parametrize(
    ("first", "second"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/b", "a/b/c/d")]
)
def test_two_files_at_one_path_are_a_bad_call(output: Path, first: str, second: str) -> None:
    before = tree(output.parent)
    with pytest.raises(ValueError, match="page"):
        write_site([(first, b"1"), (second, b"2")], output, protected=())
    assert tree(output.parent) == before


#: Every way in which the writer changes the disk.
STEPS = (
    (Path, "mkdir"),
    (Path, "write_bytes"),
    (Path, "chmod"),
    (Path, "rename"),
    (write, "_exchange"),
)


class _Failure:
    """Lets the disk fail at the ``nth`` change and at every later one."""

    def __init__(self, nth: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = nth
        for owner, name in STEPS:
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, real: object) -> object:
        def step(*arguments: object, **named: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            assert callable(real)
            return real(*arguments, **named)

        return step


def refusal(output: Path) -> str:
    """Why the new site cannot be written."""
    try:
        build(output, NEW)
    except WriteError as error:
        return str(error)
    return "written"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_disk_that_fails_at_any_step_leaves_the_old_site(
    output: Path, *, can_exchange: bool
) -> None:
    before = tree(output.parent)
    for nth in range(100):
        with pytest.MonkeyPatch.context() as monkeypatch:
            if not can_exchange:
                monkeypatch.setattr(write, "_exchange", lambda _first, _second: False)
            failure = _Failure(nth, monkeypatch)
            said = refusal(output)
            if failure.left >= 0:
                break
        assert said == "cannot write output: no space left on the disk"
        recovered = tree(output.parent)
        if not can_exchange and not output.exists():
            recovered = {
                path.replace(".output.previous", "output"): content
                for path, content in recovered.items()
            }
        assert recovered == before
    assert nth > len(STEPS)
    assert pages(output) == NEW


def test_where_folders_cannot_be_exchanged_two_renames_do(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "_exchange", lambda _first, _second: False)
    build(output, NEW)
    assert pages(output) == NEW
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_second_rename_that_fails_is_taken_back(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == ".output.staging":
            raise OSError(errno.EACCES, "Permission denied")
        return rename(path, target)

    before = tree(output.parent)
    monkeypatch.setattr(write, "_exchange", lambda _first, _second: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(WriteError, match="permission denied"):
        build(output, NEW)
    assert tree(output.parent) == before


def test_a_build_killed_between_two_renames_is_recovered_from(output: Path) -> None:
    output.rename(output.with_name(".output.previous"))
    with pytest.raises(ZeroDivisionError):
        write_site((("x", bytes(1 // zero)) for zero in (0,)), output, protected=())
    assert pages(output) == OLD
    assert [path.name for path in output.parent.iterdir()] == ["output"]


KILLED = """
import os, signal, sys
from pathlib import Path
from statsite import write
from statsite.kept_files import File, Seen, Unchanged

output = Path(sys.argv[1])
OLD, NEW = {"index.html": b"old", "a/index.html": b"old"}, {"index.html": b"new", "b/c/index.html": b"new"}
STEPS = [(Path, "mkdir"), (Path, "write_bytes"), (Path, "chmod"), (Path, "rename"), (Path, "unlink"), (write, "_exchange"), (write.os, "close")]

def build(files):
    write.write_site(files.items(), output, protected=())

def die_at(nth):
    left = [nth]
    def dying(real):
        def step(*arguments, **named):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)
        return step
    for owner, name in STEPS:
        setattr(owner, name, dying(getattr(owner, name)))

def site():
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file() and p.name != "manifest.json"}

killed = 0
while True:
    build(OLD)
    child = os.fork()
    if not child:
        die_at(killed)
        build(NEW)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert site() in (OLD, NEW), (killed, site())
    build(NEW)
    assert site() == NEW
    assert [path.name for path in output.parent.iterdir()] == [output.name], list(output.parent.iterdir())
    if os.WIFEXITED(status):
        break
    killed += 1
print(killed, os.WEXITSTATUS(status))
"""


def test_a_build_killed_at_any_step_leaves_a_whole_site_and_holds_nobody_up(tmp_path: Path) -> None:
    killed, status = run(KILLED, tmp_path / "parent" / "output").split()
    assert int(killed) > 10
    assert status == "0"


TOO_LARGE = """
import resource, sys
from pathlib import Path
from statsite.write import WriteError, write_site

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_site([("index.html", b"x"), ("large", b"x" * 2000)], Path(sys.argv[1]), protected=())
except WriteError as error:
    print(error)
"""


def test_a_file_too_large_for_the_disk_is_one_clear_line(output: Path) -> None:
    before = tree(output.parent)
    assert run(TOO_LARGE, output).splitlines() == ["cannot write output: a file grew too large"]
    assert tree(output.parent) == before


READ_ONLY = """
import os, sys
from pathlib import Path
from statsite.write import WriteError, write_site

if not os.geteuid():
    os.setgid(65534)
    os.setuid(65534)
try:
    write_site([("index.html", b"x")], Path(sys.argv[1]), protected=())
except WriteError as error:
    print(error)
"""


@pytest.mark.parametrize("name", ["output", "deep/output"])
def test_a_parent_that_may_not_be_written_to_is_one_clear_line(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        try:
            said = run(READ_ONLY, Path(folder) / name).splitlines()
        finally:
            Path(folder).chmod(0o755)
        assert len(said) == 1
        assert said[0].startswith("cannot write output: permission denied")
        assert not list(Path(folder).iterdir())


# What is kept of the site before


@pytest.fixture
def spare(output: Path) -> Path:
    """Where a build keeps the site before; two of the same site have filled it."""
    kept = output.with_name("kept")
    for files in (NEW, OLD):
        write_site(files.items(), output, protected=(), spare=kept)
    assert kept.is_dir()
    return kept


def again(output: Path, spare: Path, files: dict[str, bytes]) -> int:
    """How many files a build over a spare changes; it leaves the files in either and no others."""
    before = pages(output)
    written = write_site(files.items(), output, protected=(), spare=spare)
    assert pages(output) == files
    assert pages(spare) == before
    return written.changed


@pytest.mark.parametrize(
    "files",
    [
        OLD,
        NEW,
        {"index.html": b"third", "b": b"a file where a folder was"},
        {"index.html/index.html": b"a folder where a file was"},
        {"a/index.html": b"only this"},
    ],
)
def test_a_build_over_a_spare_gives_what_one_without_gives(
    output: Path, spare: Path, files: dict[str, bytes]
) -> None:
    for wanted in (files, OLD, files):
        before = pages(output)
        changed = again(output, spare, wanted)
        names = before.keys() | wanted.keys()
        assert changed == sum(before.get(name) != wanted.get(name) for name in names)


def test_files_that_do_not_change_are_one_with_those_of_the_spare(
    output: Path, spare: Path
) -> None:
    again(output, spare, OLD)
    inodes = {path: (output / path).stat().st_ino for path in OLD}
    again(output, spare, OLD)
    assert {path: (output / path).stat().st_ino for path in OLD} == inodes
    assert {path: (spare / path).stat().st_ino for path in OLD} == inodes


@pytest.mark.parametrize("kind", ["edited", "other bytes", "mode", "link", "further name", "more"])
def test_what_somebody_did_to_the_spare_is_not_published(
    output: Path, spare: Path, tmp_path: Path, kind: str
) -> None:
    again(output, spare, OLD)
    file = spare / "index.html"
    match kind:
        case "edited":
            file.write_bytes(b"bad")
        case "other bytes":
            file.unlink()
            file.write_bytes(b"bad")
        case "mode":
            file.chmod(0o600)
        case "link":
            file.unlink()
            file.symlink_to(tmp_path / "elsewhere")
        case "further name":
            os.link(file, tmp_path / "elsewhere")
        case _:
            (spare / "more").mkdir()
            (spare / "more" / "file").write_bytes(b"bad")
    write_site(OLD.items(), output, protected=(), spare=spare)
    assert pages(output) == OLD
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in output.rglob("*.html"))
    assert all(path.stat().st_nlink <= 2 for path in output.rglob("*.html"))


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_spare_that_is_no_folder_of_a_build_is_not_written_through(
    output: Path, spare: Path, tmp_path: Path, kind: str
) -> None:
    again(output, spare, OLD)
    spare.rename(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "mine").write_bytes(b"mine")
    if kind == "link":
        spare.symlink_to(tmp_path / "elsewhere")
    else:
        spare.write_bytes(b"")
    elsewhere = pages(tmp_path / "elsewhere")
    write_site([("index.html", b"new")], output, protected=(), spare=spare)
    assert pages(output) == {"index.html": b"new"}
    assert pages(tmp_path / "elsewhere") == elsewhere
    assert spare.is_dir()
    assert not spare.is_symlink()


def _deep(folder: Path) -> None:
    """Folders in each other, deeper than Python calls itself and than a path may be long."""
    name = "d" * 255
    os.mkdir(folder / name)  # noqa: PTH102 - as below, where no path is as long
    at = os.open(folder / name, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir(name, dir_fd=at)
        below = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)


@pytest.fixture
def tidied(tmp_path: Path) -> Iterator[None]:
    """Whatever a test leaves that fails is removed: pytest cannot, where folders lie so deep."""
    yield
    subprocess.run(["rm", "-rf", tmp_path], check=True)  # noqa: S603, S607


def _folder_for(path: Path) -> Path:
    path.unlink()
    path.mkdir()
    return path


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda spare: _folder_for(spare / "manifest.json"), id="folder for manifest"),
        pytest.param(lambda spare: (spare / "manifest.json").unlink(), id="no manifest"),
        pytest.param(lambda spare: _folder_for(spare / "index.html"), id="folder for a file"),
        pytest.param(_deep, id="deep"),
        pytest.param(lambda spare: _deep(_folder_for(spare / "index.html")), id="deep for a file"),
        pytest.param(lambda spare: (spare / "figures").chmod(0), id="closed"),
        pytest.param(lambda spare: (spare / "figures").chmod(0o500), id="read-only"),
        pytest.param(lambda spare: spare.chmod(0), id="all closed"),
        pytest.param(lambda spare: (spare / "figures").chmod(0o2777), id="open to all"),
        pytest.param(lambda spare: os.mkfifo(spare / "pipe"), id="pipe"),
        pytest.param(lambda spare: (spare / "link").symlink_to(spare), id="link"),
    ],
)
@pytest.mark.usefixtures("tidied")
def test_a_spare_that_no_build_left_so_counts_as_none(
    output: Path, spare: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(spare)
    for files in (NEW, OLD, NEW):
        again(output, spare, files)
    assert [path.name for path in output.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("tidied")
def test_what_a_build_left_that_was_killed_is_removed_however_deep(output: Path) -> None:
    build(output, OLD)
    staging = output.with_name(".output.staging")
    staging.mkdir()
    _deep(staging)
    build(output, NEW)
    assert pages(output) == NEW
    assert not staging.exists()


def unchanged(path: Path, again: bytes) -> Unchanged:
    """A file as it is now, and what is made where it no longer is."""
    status, content = path.stat(), path.read_bytes()
    seen = Seen(
        len(content), hashlib.sha256(content).hexdigest(), status.st_ino, status.st_mtime_ns
    )
    return Unchanged(seen, lambda: again)


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_that_is_to_stay_stays_and_is_listed(
    output: Path, spare: Path, *, kept: bool
) -> None:
    file = unchanged(output / "index.html", b"made again")
    files: list[File] = [("index.html", file), ("b", b"new")]
    write_site(files, output, protected=(), spare=spare if kept else None)
    assert pages(output) == {"index.html": OLD["index.html"], "b": b"new"}
    listed = {one["path"]: one for one in json.loads((output / "manifest.json").read_bytes())}
    content = OLD["index.html"]
    assert listed["index.html"] == {
        "path": "index.html", "size": len(content), "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_that_changed_since_it_was_seen_is_made_again(
    output: Path, spare: Path, *, kept: bool
) -> None:
    file = unchanged(output / "index.html", b"made again")
    (output / "index.html").write_bytes(b"old" if kept else b"bad")
    os.utime(output / "index.html", ns=(1, 1))
    write_site([("index.html", file)], output, protected=(), spare=spare if kept else None)
    assert pages(output) == {"index.html": b"made again"}


def test_what_a_killed_build_left_is_removed_by_one_that_writes_nothing(output: Path) -> None:
    parent = output.parent
    (parent / ".output.staging").mkdir()
    (parent / ".output.staging" / "b.html").write_bytes(b"b")
    (parent / ".output.lock").touch()
    clear_up(output)
    assert [path.name for path in parent.iterdir()] == [output.name]
    clear_up(output)
    assert pages(output) == OLD


def test_what_another_build_is_making_is_left_to_it(output: Path) -> None:
    staging, lock = (output.with_name(f".output.{name}") for name in ("staging", "lock"))
    staging.mkdir()
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        clear_up(output)
        assert staging.is_dir()
        assert lock.exists()


@pytest.mark.parametrize("name", [".output.staging", ".output.lock"])
def test_nothing_behind_a_link_is_cleared_up(output: Path, tmp_path: Path, name: str) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious").touch()
    output.with_name(name).symlink_to(mine)
    clear_up(output)
    assert (mine / "precious").exists()


def test_a_manifest_that_was_damaged_is_named(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site([("index.html", b"one")], output, protected=())
    (output / "manifest.json").write_bytes(b"xx")
    with pytest.raises(WriteError, match=r"manifest\.json in output is not as a build writes it"):
        write_site([("index.html", b"two")], output, protected=())
    assert (output / "index.html").read_bytes() == b"one"
