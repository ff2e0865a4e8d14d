"""A state of a site: a folder, or a git revision laid out in a temporary folder."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from statsite.read.files import CONTENT, SITE_FILE

#: How long git may take, in seconds.
_PATIENCE = 60


class StateMissing(Exception):  # noqa: N818 - named for what happened
    """There is no such folder or revision; the message says why in one line."""


@contextmanager
def state(name: str, site: Path) -> Iterator[Path]:
    """The folder of the site as ``name`` says: a folder that holds a site, else a git revision of the repository that ``site`` stands in.

    The work tree is not touched. Raises StateMissing.
    """
    folder = Path(name)
    if name and (folder / SITE_FILE).is_file():
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="statsite-") as made:
        _lay_out(name, site, Path(made))
        yield Path(made)


def _lay_out(revision: str, site: Path, target: Path) -> None:
    if revision.startswith("-") or not revision.strip():
        raise StateMissing(f"`{revision}` is neither a folder with {SITE_FILE} nor a git revision")
    top = Path(_git(site, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    prefix = site.resolve().relative_to(top.resolve()).as_posix()
    tree = commit if prefix == "." else f"{commit}:{prefix}"
    listed = _git(site, "ls-tree", "--name-only", "--full-tree", tree).decode().split("\n")
    wanted = [name for name in (SITE_FILE, CONTENT) if name in listed]
    if SITE_FILE not in wanted:
        raise StateMissing(f"revision `{revision}` holds no {SITE_FILE} in this folder")
    archive = _git(top, "archive", "--format=tar", tree, *wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(target, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True, timeout=_PATIENCE)  # noqa: S603, S607 - git of this machine, no shell
    except FileNotFoundError as error:
        raise StateMissing("git is not installed: name two folders instead") from error
    except subprocess.TimeoutExpired as error:
        raise StateMissing("git did not answer in time") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().split("\n")[0] or f"no revision `{arguments[-1].removesuffix('^{commit}')}`"
        raise StateMissing(f"git: {said}") from error
    return done.stdout
