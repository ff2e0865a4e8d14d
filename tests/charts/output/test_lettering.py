"""Lines of text as masks of pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from charts.font_files import font_path
from charts.layout.scene import Anchor
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


@pytest.mark.parametrize("text", ["Ålj各", "床位 8,912", "f(x)", "第三区"])
@pytest.mark.parametrize(("anchor", "named"), [("start", "ls"), ("middle", "ms"), ("end", "rs")])
def test_a_line_is_as_on_paper_that_has_room_for_more(
    text: str, anchor: Anchor, named: str
) -> None:
    paper = Image.new("L", (400, 100))
    font = ImageFont.truetype(font_path(), 28.0, layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(paper).text((200, 50), text, fill=255, font=font, anchor=named)
    found, whole = lettered(text, anchor), np.asarray(paper)
    (height, width), left, top = found.cover.shape, 200 + found.left, 50 + found.top
    assert (whole[top : top + height, left : left + width] == found.cover).all()
    assert np.count_nonzero(whole) == np.count_nonzero(found.cover) > 0


def test_a_letter_is_read_once_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    read, getmask2 = list[str](), ImageFont.FreeTypeFont.getmask2

    def noting(font: ImageFont.FreeTypeFont, text: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the library has it
        read.append(text)
        return getmask2(font, text, *given, **named)

    monkeypatch.setattr(ImageFont.FreeTypeFont, "getmask2", noting)
    for text in ("bed bad", "dab"):
        mask(text, font_path(), 31.5, "start", 0)
    assert sorted(read) == [" ", "a", "b", "d", "e"]


def test_an_edge_makes_strokes_wider_and_leaves_the_line_where_it_is() -> None:
    plain, strong = lettered("8,912", edge=0), lettered("8,912", edge=1)
    assert np.count_nonzero(strong.cover >= 128) > 1.2 * np.count_nonzero(plain.cover >= 128)
    assert (strong.left, strong.top) == (plain.left, plain.top)


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_line_without_letters_has_no_mask(text: str) -> None:
    assert mask(text, font_path(), 28.0, "start", 0) is None
