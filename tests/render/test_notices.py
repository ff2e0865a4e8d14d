"""The files of a chart that was withdrawn say so in the place of the drawing."""

from __future__ import annotations

import pytest

from statsite.plan.edition import Edition
from statsite.render.notices import notice_file
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles

FILES = {
    "content/charts/beds.yaml": (
        "kind: bars\ntitle: {zh: 床位图, en: Chart of beds}\ndata: [care.beds]\n"
        "withdrawn: {on: 2025-11-01, because: {zh: 画错了。, en: It was wrong.}}\n"
    )
}


@pytest.fixture
def edition(read_files: ReadFiles) -> Edition:
    """A site whose one chart was withdrawn."""
    return looked_up(read_files, "en", FILES)


def test_the_drawing_is_the_title_and_the_reason(edition: Edition) -> None:
    text = notice_file(edition, "beds", "file").decode()
    assert "Chart of beds" in text
    assert "It was wrong." in text


@pytest.mark.parametrize("part", ["picture", "card"])
def test_pictures_are_png(edition: Edition, part: str) -> None:
    assert notice_file(edition, "beds", part).startswith(b"\x89PNG")
