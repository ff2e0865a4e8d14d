"""``make growth``: files of up to 1 MB of every kind, handed to the commands; each must be done, or
refused, within ten seconds of the processor.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tests.growth.kinds import KINDS, Files, Kind, base, proven
from tests.support.paths import ROOT

#: Seconds of the processor that a command may take, and after which it is ended.
ALLOWED, ENDED = 10, 60

#: The sizes of the file that grows, in bytes: one that is refused where there is a limit, one that
#: may be accepted, one that mostly is.
_SIZES = (1_000_000, 200_000, 40_000)

_BUILT = (
    "observations", "indicators", "derived-chain", "derived-tree", "rules", "rules-rising", "areas",
    "units", "revisions", "source-lines",
    "chart-bars", "chart-title-of-words", "title-of-letters", "prose-paragraphs", "prose-headings",
    "prose-links-apart", "release-of-ids",
)  # fmt: skip

#: What an article may be made of.
_TEXTS = {
    "digits": "1", "numerals": "一", "lines": "1\n", "list": "1、", "counted": "1个、",
    "percent": "1%，", "years": "2024年、", "letters": "a",
    "hanzi": "水", "brackets": "（", "ranges": "1~2", "thirds": "三分之一",
    "sentences": "2024年湖南省有212个水文站，比上年增长3.5%。",
    "paragraphs": "2024年有212个站。\n\n", "spaces": " ", "tables": "| 1 ", "limits": "不得超过1个",
    "commas": "1,000,",
}  # fmt: skip


class Run(Struct, frozen=True):
    """A command that was run: what for, its seconds of the processor, its status, and the last it
    said.
    """

    name: str
    seconds: float
    status: int
    said: str

    @property
    def is_good(self) -> bool:
        """Whether it was done or refused in time."""
        return (
            self.seconds <= ALLOWED
            and self.status in {0, 1}
            and "the program failed" not in self.said
        )


def measured(name: str, *arguments: str) -> Run:
    """Run a command of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["prlimit", f"--cpu={ENDED}", sys.executable, str(ROOT / "build.py"), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)  # noqa: S603 - our own program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = (done.stdout + done.stderr).decode(errors="replace").strip().rpartition("\n")[2]
    return Run(
        name,
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        done.returncode,
        said,
    )


def written(folder: Path, files: Files) -> Path:
    """``folder``, with ``files`` in it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def of_size(kind: Kind, size: int) -> Files:
    """A site in which the file that grows has about ``size`` bytes, and no more."""
    few, many = 1, 2
    while len(kind.make(many)[kind.grown].encode()) <= size:
        few, many = many, many * 2
    while many - few > max(1, few // 50):
        middle = (few + many) // 2
        few, many = (
            (middle, many) if len(kind.make(middle)[kind.grown].encode()) <= size else (few, middle)
        )
    return kind.site(few)


def _calls(folder: Path) -> Iterator[tuple[str, ...]]:
    """The name and the arguments of each call, what it needs written."""
    empty = written(folder / "empty", base())
    for name, kind in KINDS.items():
        for size in _SIZES:
            site = written(folder / f"{name}-{size}", of_size(kind, size))
            yield f"check {name} {size}", "check", "--site", str(site)
            if name in _BUILT:
                output, cache = folder / "output" / f"{name}-{size}", folder / "cache"
                yield (
                    f"build {name} {size}",
                    "build",
                    "--site",
                    str(site),
                    "--output",
                    str(output),
                    "--cache",
                    str(cache),
                )
                yield f"diff {name} {size}", "diff", f"dir:{empty}", f"dir:{site}"
    for name, part in _TEXTS.items():
        for size in _SIZES[:2]:
            text = part * (size // len(part.encode()))
            sources = written(folder / f"text-{name}-{size}", {"article.txt": text})
            yield (
                f"extract {name} {size}",
                "extract",
                str(sources / "article.txt"),
                "--site",
                str(empty),
            )
            for printed in ("1个", "212个"):
                site = written(
                    folder / f"verify-{name}-{size}",
                    base() | proven(printed, "article.txt", text.count("\n") + 1),
                )
                yield (
                    f"verify {printed} {name} {size}",
                    "verify",
                    "--site",
                    str(site),
                    "--sources",
                    str(sources),
                )


def main(wanted: str) -> int:
    """Run all, or those with ``wanted`` in their names; tell each and the worst; 1 where one was
    not good.
    """
    bad = 0
    worst = Run("", 0.0, 0, "")
    with tempfile.TemporaryDirectory() as folder:
        for run in (
            measured(name, *arguments)
            for name, *arguments in _calls(Path(folder))
            if wanted in name
        ):
            sys.stdout.write(
                f"{run.seconds:6.2f} s  {run.status:3}  {run.name:48} "
                f"{run.said[:90]}{'' if run.is_good else '   <-- NOT GOOD'}\n"
            )
            sys.stdout.flush()
            bad += not run.is_good
            worst = max(worst, run, key=lambda one: one.seconds)
    sys.stdout.write(
        f"{bad} not good; the slowest: {worst.name}, {worst.seconds:.2f} s of the processor "
        f"({os.cpu_count()} of them here)\n"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
