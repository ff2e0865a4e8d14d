"""Places that a text names, and which of them a figure belongs to."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.places import place_mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("湖南省长沙市有床位", ["湖南省长沙市"]),
        ("广西壮族自治区和全国", ["广西壮族自治区", "全国"]),
        ("我市共有床位", ["我市"]),
        ("全盟共有床位", ["全盟"]),
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


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("江苏产值5亿元，增速快于全国2个百分点，出口3亿元", ["江苏"] * 3),
        ("江苏产值5亿元，占全国的3%，居全国第2位", ["江苏"] * 3),
        ("江苏有医院5家，比浙江多2家", ["江苏"] * 2),
        ("江苏有医院5家，浙江有3家", ["江苏", "浙江"]),
        ("江苏先行。全国有医院5家", ["全国"]),
    ],
)
def test_a_place_that_is_only_compared_with_is_not_that_of_a_figure(
    text: str, areas: list[str]
) -> None:
    assert [quantity.area for quantity in extract_text(text)] == areas
