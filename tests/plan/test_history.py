"""Releases are told the newest first, and nothing where nothing happened."""

from __future__ import annotations

from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles

RELEASES = (
    "one: {time: 2025-10-01T00:00:00Z, note: {zh: 一, en: One}}\n"
    "two: {time: 2025-11-02T00:00:00Z, note: {zh: 二, en: Two}, added: [care.beds]}\n"
)


def test_releases_are_told_newest_first(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, "en", {"content/releases.yaml": RELEASES})
    assert [
        (entry.updated, entry.summary.startswith(note))
        for entry, note in zip(edition.feed, ("Two", "One"), strict=True)
    ] == [
        ("2025-11-02T00:00:00Z", True),
        ("2025-10-01T00:00:00Z", True),
    ]


def test_a_site_without_releases_and_changes_tells_nothing(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert (edition.feed, edition.changes) == ((), ())
