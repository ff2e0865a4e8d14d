"""The forms in which articles print a figure."""

from __future__ import annotations

import pytest

from statsite.evidence.printed_forms import pattern, span_lengths, wanted_form


@pytest.mark.parametrize(
    ("printed", "lengths"),
    [
        ("5", (1, 1)),
        ("8.5%", (4, 6)),
        ("999家", (4, 4)),
        ("1000家", (5, 6)),
        ("1,000家", (5, 6)),
        ("1234567个", (8, 10)),
        ("超过8.5万对", (7, 9)),
        ("1000~2000家", (10, 12)),
    ],
)
def test_a_span_is_as_long_as_its_groups_and_points_allow(
    printed: str, lengths: tuple[int, int]
) -> None:
    assert span_lengths(printed) == lengths


@pytest.mark.parametrize("text", ["1000", "1,000", "1，000", "1 000"])
def test_every_way_to_mark_its_groups_is_found(text: str) -> None:
    found = pattern(wanted_form("1,000家")).search(f"共有{text}家")
    assert found is not None
    assert found[1] == f"{text}家"


def test_another_number_is_not() -> None:
    assert pattern(wanted_form("1,000家")).search("共有1,0000家") is None
