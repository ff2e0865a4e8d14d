"""The same content gives the same bytes: whoever builds it, where, when, in which surroundings, and
however its files are encoded.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from tests.support.building import BuildOnce, build_here, run_build
from tests.support.copied_program import run_copy
from tests.support.paths import SITES

SITE = SITES / "two-languages"

#: A site with a chart that is built in a moment, for what is tried many times.
QUICK = SITES / "one-language"


HOSTILE_SETTINGS = (
    "figure.facecolor: red\nsavefig.facecolor: red\nlines.antialiased: "
    "False\npatch.antialiased: False\ntext.color: lime\ntext.hinting: none\n"
    "text.hinting_factor: 1\ntext.antialiased: False\naxes.formatter.use_mathtext: "
    "True\npath.sketch: 5, 50, 5\nsvg.hashsalt: x\nsvg.fonttype: path\n"
    "lines.dash_capstyle: round\nlines.solid_capstyle: round\nlines.scale_dashes: "
    "True\nfigure.dpi: 40\nsavefig.dpi: 33\nagg.path.chunksize: 9\n"
    "pdf.compression: 0\nfont.size: 31\nsavefig.transparent: True\nsavefig.pad_inches: "
    "3\nfont.family: monospace\nlines.linewidth: 9\n"
)


def _text(path: Path) -> None:
    path.write_text(HOSTILE_SETTINGS, encoding="utf-8")


def _no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00font.size: \xff\n")


#: Where matplotlib looks for its settings, from the folder of a test on.
PLACES = {
    "folder": "matplotlibrc",
    "home": "home/.config/matplotlib/matplotlibrc",
    "variable": "named/matplotlibrc",
}


class BuildEnvironment(Struct, frozen=True):
    """Where and how a build is run, and of which site; ``settings`` write those of the drawing
    library at each place where it looks for them.
    """

    environment: Mapping[str, str]
    settings: Mapping[str, Callable[[Path], None]]
    umask: int = 0o022
    site: Path = SITE

    def write_settings(self, folder: Path) -> None:
        """Write them in the folder of a test."""
        for place, write in self.settings.items():
            path = folder / PLACES[place]
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)


SURROUNDINGS = {
    "another time zone, language and hash seed, files that anybody may change, other drawings": BuildEnvironment(
        {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANGUAGE": "tr", "PYTHONHASHSEED": "4711"},
        settings={"folder": _text, "home": _text, "variable": _text},
        umask=0o000,
    ),
    "no UTF-8 anywhere, a date given by other tools, unreadable settings of drawings": BuildEnvironment(
        {
            "LC_ALL": "POSIX",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "SOURCE_DATE_EPOCH": "0",
            "TZ": "Pacific/Kiritimati",
            "PYTHONHASHSEED": "1",
        },
        settings={"folder": os.mkfifo, "home": _no_text, "variable": _no_text},
        site=QUICK,
    ),
}


def hashes(root: Path) -> dict[str, str]:
    """Every file by path with its hash."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


def copied(tmp_path: Path) -> Path:
    """The site's sources elsewhere, written again in the opposite order and long ago."""
    root = tmp_path / "elsewhere" / "a site"
    for path in sorted(SITE.rglob("*"), reverse=True):
        if path.is_file() and "expected" not in path.parts:
            target = root / path.relative_to(SITE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (315532800, 315532800))
    return root


@pytest.mark.parametrize("around", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_surroundings_change_nothing(
    around: BuildEnvironment, built: BuildOnce, tmp_path: Path
) -> None:
    around.write_settings(tmp_path)
    environment = {
        **around.environment,
        "HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "home" / ".config"),
        "STATSITE_CACHE": str(tmp_path / "drawings"),
        "MATPLOTLIBRC": str(tmp_path / "named"),
    }
    said = run_build(
        around.site,
        tmp_path / "output",
        cwd=tmp_path,
        environment=environment,
        umask=around.umask,
    )
    assert hashes(tmp_path / "output") == hashes(built(around.site.name).root)
    assert "matplotlibrc" not in said


def test_one_process_and_private_files_change_nothing(built: BuildOnce, tmp_path: Path) -> None:
    done = run_copy(
        *("build", "--site", SITE, "--output", tmp_path / "output", "--jobs", "1"),
        environment={"STATSITE_CACHE": str(tmp_path / "drawings")},
        umask=0o077,
    )
    assert done.status == 0, done.stderr
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs faketime")
@pytest.mark.parametrize(
    "clock",
    [
        "1970-01-01 00:00:05",
        pytest.param("2038-01-20 00:00:00", marks=pytest.mark.thorough),
        "2100-03-01 00:00:00",
    ],
)
def test_the_clock_changes_nothing(clock: str, built: BuildOnce, tmp_path: Path) -> None:
    """Neither the first seconds that a clock can show, nor those that 32 bits cannot count, nor the
    day behind a leap day that never was.
    """
    environment = {"STATSITE_CACHE": str(tmp_path / "drawings"), "TZ": "UTC"}
    run_build(QUICK, tmp_path / "output", environment=environment, under=("faketime", "-f", clock))
    assert hashes(tmp_path / "output") == hashes(built(QUICK.name).root)


@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs faketime")
def test_the_clock_would_be_seen(tmp_path: Path) -> None:
    program = (
        "import datetime, sys, time; sys.stdout.write(f'{datetime.date.today()} "
        "{int(time.time())}')"
    )
    command = ["faketime", "-f", "2100-03-01 00:00:00", sys.executable, "-c", program]
    said = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=tmp_path,
        env={**os.environ, "TZ": "UTC"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said == "2100-03-01 4107542400"


def test_place_order_and_age_of_the_files_change_nothing(
    built: BuildOnce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    build_here(root, tmp_path / "output")
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


def test_line_ends_and_byte_order_marks_change_nothing(built: BuildOnce, tmp_path: Path) -> None:
    root = copied(tmp_path)
    written = [path for path in root.rglob("*") if path.is_file()]
    for path in written:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(written) > 20
    build_here(root, tmp_path / "output")
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


def test_a_second_build_changes_no_file_and_says_so(tmp_path: Path) -> None:
    first = build_here(QUICK, tmp_path / "output")
    before = hashes(tmp_path / "output")
    assert f"{len(before) - 1} changed" in first
    assert ", 0 changed" in build_here(QUICK, tmp_path / "output")
    assert hashes(tmp_path / "output") == before


def test_nothing_of_the_machine_is_in_the_output(built: BuildOnce) -> None:
    root = built(SITE.name).root
    texts = [path for path in root.rglob("*") if path.is_file()]
    marks = {str(Path.home()), str(root.parent), str(SITES)} - {"/"}
    assert not [
        (path.name, mark) for path in texts for mark in marks if mark.encode() in path.read_bytes()
    ]


def test_settings_that_another_module_made_matplotlib_read_change_nothing(
    built: BuildOnce, tmp_path: Path
) -> None:
    _text(tmp_path / "matplotlibrc")
    program = (
        "import sys, matplotlib; matplotlib.rcdefaults = lambda: None; sys.argv[0] = 'build.py'\n"
        f"from statsite.cli import main; main(['build', '--site', {str(QUICK)!r}, '--output', "
        f"{str(tmp_path / 'output')!r}, '--jobs', '1'])"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(SITES.parents[1]),
        "STATSITE_CACHE": str(tmp_path / "drawings"),
    }
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
    )
    assert hashes(tmp_path / "output") == hashes(built(QUICK.name).root)
