"""Whatever file of a site is missing or empty, what is wrong is told as problems."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from statsite.pipeline import check
from statsite.site_folder import CONTENT, SITE_FILE
from tests.support.paths import ROOT, SITES

_SEE = re.compile(r"(^  see: ).*", re.MULTILINE)


def copied(site: Path, to: Path) -> Path:
    """A copy of what an editor writes of a site, in which what was withdrawn leads on to a topic."""
    shutil.copytree(site / CONTENT, to / CONTENT)
    shutil.copy(site / SITE_FILE, to)
    topic = next(iter((to / CONTENT / "topics").iterdir())).name
    for chart in (to / CONTENT / "charts").iterdir():
        text = chart.read_text(encoding="utf-8")
        chart.write_text(_SEE.sub(rf"\g<1>topics/{topic}", text), encoding="utf-8")
    return to


@pytest.mark.parametrize(
    ("site", "step"),
    [
        *(
            pytest.param(SITES / name, 1, id=name)
            for name in ("one-language", "two-languages", "gallery")
        ),
        pytest.param(ROOT, 9, id="the site itself", marks=pytest.mark.thorough),
    ],
)
def test_without_a_file_of_it_a_site_is_checked_to_its_end(
    site: Path, step: int, tmp_path: Path
) -> None:
    root = copied(site, tmp_path / "site")
    assert check(root).errors == 0
    files = sorted(path for path in root.rglob("*") if path.is_file())[::step]
    assert len(files) > 6
    for path in files:
        written = path.read_bytes()
        for left in (None, b""):
            path.unlink() if left is None else path.write_bytes(left)
            check(root)  # which raises nothing
            path.write_bytes(written)
