"""Places that a text names, and which of them a figure belongs to."""

from __future__ import annotations

import pytest

from statsite.extract.places import place_mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("湖南省长沙市有床位", ["湖南省长沙市"]),
        ("广西壮族自治区和全国", ["广西壮族自治区", "全国"]),
        ("我市共有床位", ["我市"]),
        ("，滨江区共有床位", ["滨江区"]),
        ("超市里有床位", []),
        ("城市居民", []),
    ],
)
def test_names_are_found_as_they_are_written(text: str, names: list[str]) -> None:
    assert [mention.name for mention in place_mentions(text)] == names


def test_a_mention_knows_its_place() -> None:
    (mention,) = place_mentions("去年湖南有床位")
    assert mention.start == 2
