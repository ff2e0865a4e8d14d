"""What a text only supposes is not told as seen."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.suppositions import is_supposed


@pytest.mark.parametrize(
    "text",
    [
        "如果每天节约1度电，全市一年可节电3.6亿度。",
        "假设气温上升2℃。",
        "一旦水位超过12米，闸门自动开启。",
        "若日客流达到5万人次，景区将限流。",
        "即使每天接待3000人，也难以满足。",
        "哪怕只有2人报名，课程也照常开。",
    ],
)
def test_figures_of_a_supposition_are_marked_estimates(text: str) -> None:
    for one in extract_text(text):
        assert (one.status, one.unsure) == ("estimate", ("status",))


@pytest.mark.parametrize(
    "text",
    [
        "如果说2020年产量是5万吨，2024年则达到8万吨。",
        "若干企业增产5万吨。",
        "即使在淡季，客流也有3000人。",
        "如果没有水库，损失更大。去年受灾3000人。",
    ],
)
def test_what_was_so_all_the_same_is_observed(text: str) -> None:
    assert {one.status for one in extract_text(text)} == {"observed"}


def test_a_supposition_ends_with_its_sentence() -> None:
    text = "如果达到5万人，须限流。目前有3万人。"
    assert is_supposed(text, text.index("5万人"))
    assert not is_supposed(text, text.index("3万人"))


def test_a_main_reason_is_no_condition() -> None:
    assert not is_supposed("主要是那场大风，受灾3万亩。", "主要是那场大风，受灾3万亩。".index("3"))
