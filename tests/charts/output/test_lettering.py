"""Lines of text as masks of pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from charts.layout.scene import Anchor
from charts.layout.text_layout import font_path
from charts.output.lettering import Mask, mask


def lettered(text: str, anchor: Anchor = "start", edge: int = 0) -> Mask:
    """A line, 28 pixels high, of which something is seen."""
    found = mask(text, font_path(), 28.0, anchor, edge)
    assert found is not None
    return found


@pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_a_line_lies_beside_its_anchor_as_asked(anchor: Anchor, share: float) -> None:
    found = lettered("床位 8,912", anchor)
    assert found.left == pytest.approx(-share * found.cover.shape[1], abs=5)


@pytest.mark.parametrize("text", ["Ålj各", "床位 8,912", "f(x)"])
def test_a_line_is_as_on_paper_that_has_room_for_more(text: str) -> None:
    paper = Image.new("L", (400, 100))
    font = ImageFont.truetype(font_path(), 28.0, layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(paper).text((50, 50), text, fill=255, font=font, anchor="ls")
    found, whole = lettered(text), np.asarray(paper)
    (height, width), left, top = found.cover.shape, 50 + found.left, 50 + found.top
    assert (whole[top : top + height, left : left + width] == found.cover).all()
    assert np.count_nonzero(whole) == np.count_nonzero(found.cover) > 0


def test_an_edge_makes_strokes_wider_and_leaves_the_line_where_it_is() -> None:
    plain, strong = lettered("8,912", edge=0), lettered("8,912", edge=1)
    assert np.count_nonzero(strong.cover >= 128) > 1.2 * np.count_nonzero(plain.cover >= 128)
    assert (strong.left, strong.top) == (plain.left, plain.top)


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_line_without_letters_has_no_mask(text: str) -> None:
    assert mask(text, font_path(), 28.0, "start", 0) is None
