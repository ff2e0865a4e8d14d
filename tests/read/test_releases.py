"""Releases come out as they were written, in the order of the file."""

from __future__ import annotations

from statsite.model import Reference
from statsite.problems import Location
from tests.support.types import ReadFiles

PATH = "content/releases.yaml"
FIRST = "first: {time: 2025-01-01T00:00:00Z, note: {zh: 首次发布, en: First}, added: [care.beds]}\n"


def test_a_release_names_figures_at_their_places(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {PATH: FIRST + "second: {time: 2025-02-01T00:00:00Z, note: {zh: 二, en: Two}}\n"}
    )
    assert problems == []
    assert site is not None
    assert list(site.releases) == ["first", "second"]
    first = site.releases["first"]
    assert (first.time, first.note) == ("2025-01-01T00:00:00Z", {"zh": "首次发布", "en": "First"})
    assert first.added == (Reference("care.beds", Location(PATH, 1, FIRST.index("care.beds") + 1)),)
    assert (first.changed, first.removed) == ((), ())


def test_a_list_is_no_file_of_releases(read_files: ReadFiles) -> None:
    assert [p.check for p in read_files({PATH: "- a\n"})[1]] == ["mapping-expected"]


def test_a_wrong_id_and_a_wrong_time_are_told_at_once(read_files: ReadFiles) -> None:
    problems = read_files({PATH: FIRST.replace("first", "First").replace("T00:00:00Z", "")})[1]
    assert len({p.check for p in problems}) == 2
    assert {p.location.path for p in problems} == {PATH}
