"""Figures left out on purpose come out as they were written, by source."""

from __future__ import annotations

import pytest

from statsite.model import location_of
from statsite.problems import Location
from tests.support.types import ReadFiles

PATH = "content/ignored.yaml"


def test_an_entry_with_every_field_and_its_places(read_files: ReadFiles) -> None:
    text = "bulletin:\n- {printed: 12家, near: 乡镇, line: 5, reason: not-health}\n"
    site, problems = read_files({PATH: text})
    assert problems == []
    assert site is not None
    (entry,) = site.ignored["bulletin"]
    assert (entry.source.id, entry.printed, entry.near, entry.line, entry.reason) == (
        "bulletin", "12家", "乡镇", 5, "not-health",
    )  # fmt: skip
    assert entry.source.location == Location(PATH, 1, 1)
    assert location_of(entry, "near").line == 2


@pytest.mark.parametrize(
    ("text", "check"),
    [
        pytest.param("- a\n", "mapping-expected", id="a list"),
        pytest.param("bulletin: 12家\n", "list-expected", id="a text"),
        pytest.param("bulletin: []\n", "list-expected", id="nothing"),
        pytest.param("bulletin: [{printed: 12家}]\n", "field-missing", id="no reason"),
    ],
)
def test_what_is_no_list_of_figures_is_told(read_files: ReadFiles, text: str, check: str) -> None:
    assert [problem.check for problem in read_files({PATH: text})[1]] == [check]
