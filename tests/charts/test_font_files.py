"""The fonts that charts are drawn with are there."""

from __future__ import annotations

from pathlib import Path

from charts.font_files import bold_path, font_path


def test_the_font_of_the_layout_is_a_file_and_the_bold_one_beside_it_another() -> None:
    plain, bold = Path(font_path()), bold_path()
    assert plain.is_file()
    assert bold is None or (Path(bold).is_file() and Path(bold).parent == plain.parent)
    assert bold != font_path()
