"""`verify` finds each figure in its article, and `--update` writes the lock."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.support.command_line import run_without_texts
from tests.support.paths import ROOT
from tests.support.proven_site import DATASET, FILES, IGNORED, LOCK
from tests.support.types import WriteSite

_FOLDER = os.environ.get("STATSITE_SOURCES")


def test_update_writes_the_lock_and_the_lock_vouches(write_site: WriteSite, folder: Path) -> None:
    root = write_site(FILES)
    assert not (root / LOCK).exists()
    first = run_without_texts("verify", "--site", root, "--sources", folder, "--update")
    assert (first.exit_code, first.stdout.rpartition("; ")[2]) == (0, "4 verified by the lock\n")
    written = (root / LOCK).read_text(encoding="utf-8")
    names = [
        line.split()[0] for line in written.splitlines() if not line.startswith(("#", "audit "))
    ]
    assert names == ["care.beds", "care.canteens", "care.share", "care.volunteers"]
    run_without_texts("verify", "--site", root, "--sources", folder, "--update")
    assert (root / LOCK).read_text(encoding="utf-8") == written


def test_a_figure_that_cannot_be_proven_is_told_at_its_place_and_nothing_is_written(
    proven: Path, folder: Path
) -> None:
    before = (proven / LOCK).read_bytes()
    _replace(proven / DATASET, "65.7%", "67.5%")
    result = run_without_texts("verify", "--site", proven, "--sources", folder, "--update")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"{DATASET}:14:19: error: 「67.5%」 is not in `bulletin` (the text has 「65.7%」"
    )
    assert result.stderr.endswith("[figure-not-found]\n")
    assert (proven / LOCK).read_bytes() == before
    assert "3 printings found" in result.stdout
    assert "figure-not-found" not in result.stdout


@pytest.mark.parametrize(
    ("pattern", "new", "check"),
    [
        (r"^care.share", "<<<<<<< ours\ncare.share", "evidence-malformed"),
        (r"paragraph=\d+", "paragraph=0", "evidence-inconsistent"),
        (r"^care.beds \S+", "care.beds 1900-01-01", "evidence-inconsistent"),
        (r"^# v2", "# v9", "evidence-malformed"),
    ],
    ids=["merge conflict", "inconsistent", "before the article", "another version"],
)
def test_a_lock_that_makes_no_sense_is_told_and_can_be_written_anew(
    proven: Path, folder: Path, pattern: str, new: str, check: str
) -> None:
    sound = (proven / LOCK).read_text(encoding="utf-8")
    (proven / LOCK).write_text(re.sub(pattern, new, sound, flags=re.MULTILINE), encoding="utf-8")
    told = run_without_texts("verify", "--site", proven, "--sources", folder)
    assert (told.exit_code, f"[{check}]" in told.stderr) == (1, True)
    assert (
        run_without_texts("verify", "--site", proven, "--sources", folder, "--update").exit_code
        == 0
    )
    assert (proven / LOCK).read_text(encoding="utf-8") == sound


def test_a_lock_that_gives_another_place_than_the_text_is_told(proven: Path, folder: Path) -> None:
    """The line could be true by all that is known without the text."""
    (place,) = re.findall(
        r"^care.beds .* (at=\S+) ", (proven / LOCK).read_text(encoding="utf-8"), re.MULTILINE
    )
    _replace(proven / LOCK, f" {place} ", " at=0+7 ")
    result = run_without_texts("verify", "--site", proven, "--sources", folder)
    assert result.exit_code == 1
    assert (
        "`care.beds` is in `bulletin`, but not where and as the evidence lock says" in result.stderr
    )


def test_a_proof_of_a_day_to_come_is_told_and_dated_anew(proven: Path, folder: Path) -> None:
    """Its page would tell readers that day."""
    lock = proven / LOCK
    sound = lock.read_text(encoding="utf-8")
    lock.write_text(
        re.sub(r"^(care.beds) \S+", r"\1 2999-12-31", sound, flags=re.MULTILINE), encoding="utf-8"
    )
    told = run_without_texts("verify", "--site", proven, "--sources", folder)
    assert told.exit_code == 1
    assert "lock:2:1: error: the proof of `care.beds` is of 2999-12-31, a day that" in told.stderr
    run_without_texts("verify", "--site", proven, "--sources", folder, "--update")
    assert lock.read_text(encoding="utf-8") == sound


def test_coverage_counts_the_quantities_of_each_source(write_site: WriteSite, folder: Path) -> None:
    ignored = "bulletin: [{printed: 4200辆, reason: no care}]\n"
    result = run_without_texts(
        "verify",
        "--site",
        write_site({**FILES, IGNORED: ignored}),
        "--sources",
        folder,
        "--coverage",
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:-1] == [
        "bulletin: 6 quantities, 4 on the site, 1 left out on purpose, 1 open",
        "  bulletin.txt:5: 12家",
        "reprint: 6 quantities, 0 on the site, 0 left out on purpose, 6 open",
        "  reprint.txt:3: 799.3万张",
        "  reprint.txt:4: 65.7%",
        "  reprint.txt:5: 12家",
        "  reprint.txt:5: 12家",
        "  reprint.txt:6: 超过300名",
        "  reprint.txt:6: 4200辆",
        "2 sources: 12 quantities, 4 on the site, 1 left out on purpose, 7 open",
    ]


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
def test_every_quantity_of_the_real_articles_is_on_the_site_or_left_out_on_purpose() -> None:
    result = run_without_texts("verify", "--site", ROOT, "--sources", _FOLDER, "--coverage")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()[:-1]
    assert [line for line in lines if not line.endswith(", 0 open")] == []
    assert lines[-1].startswith("31 sources: ")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
