"""A state of a site: a folder, or a git revision laid out in a temporary folder."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec import Struct

from statsite import git
from statsite.disk import is_too_deep
from statsite.interface_texts import TEXTS_PATH
from statsite.read.files import YAML_LIMIT
from statsite.site_folder import CONTENT, SITE_FILE

#: What says outright that a name is a git revision, or a folder.
REVISION_PREFIX, FOLDER_PREFIX = "rev:", "dir:"

_SHOWN = 100
_OBJECT_ID = re.compile("[0-9a-f]{40,64}")
_ENTRY = re.compile(
    (
        b"(?P<mode>[0-7]{6}) (?P<kind>[a-z]+) (?P<id>[0-9a-f]{40,64}) +(?P<size>[0-9]+"
        rb"|-)\t(?P<path>.+)"
    ),
    re.DOTALL,
)
_BLOB = re.compile(rb"(?P<id>[0-9a-f]{40,64}) blob (?P<size>[0-9]+)")
_REGULAR = frozenset({b"100644", b"100664", b"100755"})
_STRANGE = {b"120000": "a symbolic link", b"160000": "a submodule"}


class CheckoutMissing(Exception):  # noqa: N818 - named for what happened
    """There is no such folder or revision; the message says why in one line."""


class CheckoutRefused(Exception):  # noqa: N818 - named for what happened
    """There is such a revision, but what it holds cannot be laid out as it is; the message says why
    in one line.
    """


class Checkout(Struct, frozen=True):
    """A state of a site: the folder that holds it, what it is, in words for a reviewer, and the id
    of its commit where it is a revision.
    """

    folder: Path
    description: str
    commit: str = ""


class _Blob(Struct, frozen=True):
    """A file of a revision: its path below the site's folder, and the object that holds
    its bytes.
    """

    path: str
    object_id: str


@contextmanager
def checkout(name: str, site: Path) -> Iterator[Checkout]:
    """The state of the site that ``name`` means.

    ``rev:X`` is revision X of the repository that ``site`` is in, ``dir:X`` the folder X. A name
    without either is a revision if there is such a one. Else it is a folder, but for one inside the
    repository that is not written as a path (``./X``): whoever may add files to a repository must
    not choose what is compared. The work tree is not touched. Raises CheckoutMissing and
    CheckoutRefused.
    """
    if name.startswith(FOLDER_PREFIX):
        yield _folder(name.removeprefix(FOLDER_PREFIX))
        return
    revision = name.removeprefix(REVISION_PREFIX)
    try:
        commit = _commit(revision, site)
    except CheckoutMissing as missing:
        if name.startswith(REVISION_PREFIX) or not _may_be_a_folder(name, site):
            raise _with_folder_hint(name, missing) from missing
        yield _folder(name)
        return
    with tempfile.TemporaryDirectory(prefix="statsite-") as made:
        _lay_out(commit, site, Path(made))
        described = f"revision {_cut(revision)} (commit {commit[:12]})"
        yield Checkout(Path(made), described, commit)


def code_changed(earlier: Checkout, later: Checkout, site: Path) -> tuple[str, ...] | None:
    """The files of the repository that are not content of ``site`` and differ between a revision
    and another, or what is about to be committed; those too that lie in its folder, but that
    nothing reads since a name begins with a dot.

    None where they cannot be compared: ``earlier`` is no revision, or ``later`` neither one nor
    ``site`` itself. Raises CheckoutMissing where git does not answer.
    """
    if not earlier.commit or not (later.commit or later.folder.resolve() == site.resolve()):
        return None
    how = ("--name-only", "-z", "--no-renames", "--no-ext-diff")
    asked: tuple[str, ...]
    if later.commit:
        asked = ("diff-tree", *how, "-r", earlier.commit, later.commit, "--")
    else:
        asked = ("diff-index", *how, "--cached", earlier.commit, "--")
    others = (":/", f":(exclude){SITE_FILE}", f":(exclude){CONTENT}")
    unread = (f":(glob){CONTENT}/**/.*", f":(glob){CONTENT}/**/.*/**")
    names = _git(site, *asked, *others) + _git(site, *asked, *unread)
    return tuple(os.fsdecode(name) for name in names.split(b"\0") if name)


def _folder(name: str) -> Checkout:
    shown = _cut(name)
    if not _is_site_named(name):
        raise CheckoutMissing(f"`{shown}` is not a folder with {SITE_FILE}")
    return Checkout(Path(name), f"folder {shown}")


def _is_site_named(name: str) -> bool:
    return bool(name) and _is_site(Path(name))


def _is_site(folder: Path) -> bool:
    try:
        return not is_too_deep(folder) and (folder / SITE_FILE).is_file()
    except (OSError, ValueError):  # a name that is too long, or that no file can have
        return False


def _may_be_a_folder(name: str, site: Path) -> bool:
    """Whether a name that is not a revision is to be read as a folder."""
    if not name or not _is_site(Path(name)):
        return False
    if Path(name).is_absolute() or name.split("/", maxsplit=1)[0] in {".", ".."}:
        return True
    try:
        top = Path(_line(_git(site, "rev-parse", "--show-toplevel"))).resolve()
    except CheckoutMissing:
        return True
    folder = Path(name).absolute()
    return not (folder.parent.resolve() / folder.name).is_relative_to(top)


def _with_folder_hint(name: str, missing: CheckoutMissing) -> CheckoutMissing:
    """The reason, with the way to name a folder of that name where there is one."""
    message = f"`{_cut(name)}` is not a state of the site: {missing}"
    if _is_site_named(name) and not name.startswith(REVISION_PREFIX):
        message += f"; the folder of that name is `{FOLDER_PREFIX}{_cut(name)}`"
    return CheckoutMissing(message)


def _commit(revision: str, site: Path) -> str:
    """The id of the commit that ``revision`` means."""
    if revision.startswith("-") or not revision.strip() or not revision.isprintable():
        raise CheckoutMissing("it is not a git revision")
    commit = _line(
        _git(site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    )
    if not _OBJECT_ID.fullmatch(commit):
        raise CheckoutMissing("git names no commit for it")
    return commit


def _lay_out(commit: str, site: Path, target: Path) -> None:
    """Write the site's files of ``commit`` into ``target``, the words of its pages too but no
    template, byte for byte: no attribute, filter or setting of the repository touches them.
    """
    listed = _git(site, "ls-tree", "-r", "-z", "-l", commit, "--", SITE_FILE, CONTENT, TEXTS_PATH)
    blobs = [blob for entry in listed.split(b"\0") if entry for blob in _blob(entry)]
    if all(blob.path != SITE_FILE for blob in blobs):
        raise CheckoutMissing(f"commit {commit[:12]} holds no {SITE_FILE} in this folder")
    for blob, written in zip(blobs, _bytes_of(blobs, site), strict=True):
        _lay_out_one(blob, written, target)


def _lay_out_one(blob: _Blob, written: bytes, target: Path) -> None:
    try:
        _write_new(target / blob.path, written)
    except OSError as error:
        message = f"`{_cut(blob.path)}` cannot be laid out: {error.strerror}"
        raise CheckoutRefused(message) from error


def _write_new(path: Path, written: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(written)


def _blob(entry: bytes) -> Iterator[_Blob]:
    """The file of one entry of ``ls-tree``; none where its name begins with a dot or is in such a
    folder, as no content is read there.
    """
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise CheckoutRefused("git lists something that is neither file nor folder")
    path = _path_of(found["path"])
    if any(part.startswith(".") for part in PurePosixPath(path).parts):
        return
    if fault := _fault(found):
        raise CheckoutRefused(f"`{_cut(path)}` is {fault}")
    yield _Blob(path, found["id"].decode())


def _fault(entry: re.Match[bytes]) -> str:
    """What an entry is that is not laid out; empty for a regular file of a size that is read."""
    mode = entry["mode"]
    if mode not in _REGULAR or entry["kind"] != b"blob":
        return _STRANGE.get(mode, "no regular file")
    return _too_large(int(entry["size"]))


def _too_large(size: int) -> str:
    return f"larger than {YAML_LIMIT // 1024} KiB" if size > YAML_LIMIT else ""


def _path_of(name: bytes) -> str:
    """The path that git gives a file; one that leads out of the site is refused."""
    try:
        path = name.decode()
    except UnicodeDecodeError as error:
        shown = _cut(name.decode(errors="backslashreplace"))
        raise CheckoutRefused(f"a file name is not UTF-8: {shown}") from error
    parts = PurePosixPath(path).parts
    if path != "/".join(parts) or ".." in parts or path.startswith("/"):
        raise CheckoutRefused(f"`{_cut(path)}` is not a path of a site")
    return path


def _bytes_of(blobs: Iterable[_Blob], site: Path) -> Iterator[bytes]:
    """What each of ``blobs`` holds."""
    wanted = [blob.object_id for blob in blobs]
    answer = _git(site, "cat-file", "--batch", fed="".join(f"{one}\n" for one in wanted).encode())
    at = 0
    for one in wanted:
        begin = answer.find(b"\n", at) + 1
        size = _size(answer[at : max(begin - 1, 0)], one)
        at = begin + size + 1
        yield answer[begin : begin + size]


def _size(head: bytes, object_id: str) -> int:
    """How many bytes of an object follow the line ``head`` in git's answer."""
    found = _BLOB.fullmatch(head)
    if found is None or found["id"].decode() != object_id:
        raise CheckoutRefused(_not_held(object_id))
    return int(found["size"])


def _not_held(object_id: str) -> str:
    return f"git does not hold object {object_id[:12]}; is the history complete?"


def _git(folder: Path, *arguments: str, fed: bytes = b"") -> bytes:
    """What git says."""
    try:
        return git.ask_git(folder, *arguments, fed=fed)
    except FileNotFoundError as error:
        raise CheckoutMissing("git is not installed: name two folders instead") from error
    except OSError as error:
        raise CheckoutMissing(f"git cannot be asked: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise CheckoutMissing("git did not answer in time") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().split("\n")[0]
        raise CheckoutMissing(
            f"git: {_cut(said)}" if said else "git knows no such commit"
        ) from error


def _line(said: bytes) -> str:
    """The one line that git said; a path in it may be of any encoding."""
    return os.fsdecode(said).removesuffix("\n")


def _cut(text: str) -> str:
    """``text`` on one line and not too long, with nothing in it that a terminal obeys."""
    shown = "".join(map(_obeyed_by_none, text[:_SHOWN]))
    return f"{shown}…" if len(text) > _SHOWN else shown


def _obeyed_by_none(character: str) -> str:
    return character if character.isprintable() else "?"
