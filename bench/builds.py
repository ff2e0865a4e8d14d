"""How long builds take by the size of the site, as whole processes: ``make bench``.

It prints and asserts nothing, since machines differ: wall and processor seconds, the most memory of
a process, and each row beside the cold build of its size, which is what can be compared between
machines. The site of this repository comes first, then synthetic ones of the sizes asked for.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from bench.eleventy import Peer, left_out, peers
from bench.measuring import Measured, made, measured, row
from bench.synthetic import dataset_id, write_synthetic_site

ROOT = Path(__file__).resolve().parents[1]
#: How often a page is asked for while a save is on its way to it, and how long at most, in seconds.
_STEP, _PATIENCE = 0.01, 120
#: How many seconds the server is left alone before a save, as by an editor who looks at the page.
_REST = 5
#: Of more datasets the server and the peers would take most of an hour.
_MOST_EDITED = 1_000
#: A dataset of this site, and what gives a figure of it one year.
_EDITED = "county-reform"
_YEAR = re.compile(r"period: (\d{4})\}")


def run(*arguments: str) -> Measured:
    """Run a command of the program and measure it.

    Raises subprocess.CalledProcessError where it fails.
    """
    return measured([sys.executable, str(ROOT / "build.py"), *arguments])


def show(what: str, measure: Measured, cold: Measured) -> None:
    """Print a row of the table."""
    print(f"{row(what, measure)}{measure.wall / cold.wall:>9.1%}", flush=True)


def measure(name: str, site: Path, work: Path) -> Measured:
    """Measure builds of one site: cold, which is given back, and with nothing changed; and its
    check.
    """
    cold = build(site, work)
    show(f"{name}: cold", cold, cold)
    print(f"{'':<4}{made(work / 'output')}", flush=True)
    show(f"{name}: nothing changed", build(site, work), cold)
    show(f"{name}: check", run("check", "--site", str(site)), cold)
    return cold


def build(site: Path, work: Path) -> Measured:
    """Measure a build of a site, with what the one before left in the folder ``work``."""
    output, cache = str(work / "output"), str(work / "cache")
    return run("build", "--site", str(site), "--output", output, "--cache", cache)


class Edit(Struct, frozen=True):
    """A change of one thing in a site, called by ``what`` that is, which ``make`` makes; the page
    at the address ``page`` shows it.
    """

    what: str
    page: str
    make: Callable[[], None]


def measure_edits(
    name: str, site: Path, work: Path, cold: Measured, edits: tuple[Edit, ...]
) -> None:
    """Measure builds of a site with one thing changed, twice each, and how soon the server shows
    it.
    """
    for edit in edits:
        for time_of in ("", " again"):
            edit.make()
            show(f"{name}: {edit.what} changed{time_of}", build(site, work), cold)
    with served(site, work / "cache") as address:
        until_other(address, b"")
        for edit in edits:
            for time_of in ("", " again"):
                latency = serve_latency(address, edit)
                told = f"{name}: serve, {edit.what} changed{time_of}"
                print(f"{told:<44}{latency:>9.2f}", flush=True)


def change(file: Path) -> None:
    """Change the last digit of the last value of a synthetic dataset."""
    text = file.read_text(encoding="utf-8")
    found = list(re.finditer(r"value: \d*(\d)\}", text))[-1]
    at = found.start(1)
    file.write_text(f"{text[:at]}{(int(found[1]) + 1) % 10}{text[at + 1 :]}", encoding="utf-8")


@contextmanager
def served(site: Path, cache: Path) -> Iterator[str]:
    """The address at which the development server shows ``site``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--site",
        str(site),
        "--port",
        str(port),
        "--cache",
        str(cache),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own program
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def fetched(address: str) -> bytes:
    """What is at ``address`` now; nothing where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - the server that was just started
            found: bytes = answer.read()
            return found
    except OSError:
        return b""


def until_other(address: str, than: bytes) -> float:
    """Seconds until ``address`` shows something else ``than`` that. Raises TimeoutError."""
    start = time.perf_counter()
    while fetched(address) in {than, b""}:
        if time.perf_counter() - start > _PATIENCE:
            raise TimeoutError(address)
        time.sleep(_STEP)
    return time.perf_counter() - start


def serve_latency(address: str, edit: Edit) -> float:
    """Seconds from a save to the page that shows it, of the server at ``address``, for a browser
    that showed the page as it was before.
    """
    page = f"{address}{edit.page}"
    shown = fetched(page)
    time.sleep(_REST)
    edit.make()
    return until_other(page, shown)


def measure_own(work: Path) -> None:
    """Measure builds of a copy of this repository's site, with a sentence added to a topic, and
    with the year of a figure changed.
    """
    site = work / "site"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    prose = next(site.glob("content/topics/*/en.md"))
    cold = measure("this site", site, work)
    dataset = site / "content" / "datasets" / f"{_EDITED}.yaml"
    edits = (
        Edit("one text", f"en/topics/{prose.parent.name}/", lambda: _add_sentence(prose)),
        Edit("one figure", f"data/{_EDITED}/", lambda: _change_year(dataset)),
    )
    measure_edits("this site", site, work, cold, edits)


def _change_year(dataset: Path) -> None:
    """Give the first figure of a dataset that is of one year the year before."""
    text = dataset.read_text(encoding="utf-8")
    changed = _YEAR.sub(lambda found: f"period: {int(found[1]) - 1}}}", text, count=1)
    dataset.write_text(changed, encoding="utf-8")


def _add_sentence(prose: Path) -> None:
    prose.write_text(prose.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def measure_synthetic(size: int, work: Path, beside: tuple[Peer, ...]) -> None:
    """Measure builds of a synthetic site of so many datasets, with one figure changed as well, and
    those of the peers ``beside`` them, unless there are too many.
    """
    site, name = work / "site", f"{size} datasets"
    write_synthetic_site(site, size)
    cold = measure(name, site, work)
    if size > _MOST_EDITED:
        return
    dataset = site / "content" / "datasets" / f"{dataset_id(0)}.yaml"
    prose = next(site.glob("content/topics/*/en.md"))
    edits = (
        Edit("one text", f"topics/{prose.parent.name}/", lambda: _add_sentence(prose)),
        Edit("one figure", f"data/{dataset_id(0)}/", lambda: change(dataset)),
    )
    measure_edits(name, site, work, cold, edits)
    for number, peer in enumerate(beside):
        output = work / f"peer-{number}"
        theirs = peer.build(site, output)
        print(
            f"{row(f'{name}: {peer.name}', theirs)}{'':>9}{cold.wall / theirs.wall:>9.2f}",
            flush=True,
        )
        print(f"{'':<4}{made(output)}", flush=True)


def _have_modules_kept(folder: Path) -> None:
    """Have Python keep in a ``folder`` what it compiles of the program, as it does for whoever uses
    it, though many environments of tests turn that off; all of it is compiled once.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "modules")
    write_synthetic_site(folder / "site", 1)
    run("build", "--site", str(folder / "site"), "--cache", str(folder / "cache"))


def main(sizes: list[int]) -> None:
    """Print the table for this repository's site and for synthetic sites of these numbers of
    datasets.

    Nothing that was written is removed before the end: on some file systems a new file takes ten
    times as long in the minutes after many were removed.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _have_modules_kept(work)
        _measure_all(sizes, work)


def _measure_all(sizes: list[int], work: Path) -> None:
    reason = left_out()
    print(
        f"{'site':<44}{'wall s':>9}{'cpu s':>9}{'MiB':>9}{'of cold':>9}"
        f"{'' if reason else '  ours/it'}"
    )
    measure_own(work / "own")
    for size in sizes:
        measure_synthetic(size, work / str(size), () if reason else peers())
    if reason:
        print(f"The peers were left out: {reason}.")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [20, 200])
