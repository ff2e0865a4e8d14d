"""What references have in common: who published a work, and how their parts are ended."""

from __future__ import annotations

import pytest

from statsite.language.citations import Work, WorkKind, sentences
from statsite.periods import Moment


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("An office", "Beds", "2025"), "An office. Beds. 2025."),
        (("", "Beds", ""), "Beds."),
        (("Are there beds?", "2025."), "Are there beds? 2025."),
        (("床位够吗？", "某报。"), "床位够吗？ 某报。"),
    ],
)
def test_each_part_ends_once(parts: tuple[str, ...], expected: str) -> None:
    assert sentences(*parts) == expected


@pytest.mark.parametrize(
    ("author", "publisher"), [("", "Some News"), ("An office", "Some News"), ("Some News", "")]
)
def test_an_author_is_not_named_again_as_publisher(author: str, publisher: str) -> None:
    work = Work(
        key="a",
        kind=WorkKind.NEWSPAPER,
        language="en",
        author=author,
        title="Beds",
        translated="",
        container="Some News",
        date=Moment(2025),
    )
    assert work.publisher == publisher
