"""A time that others are compared with is that of its own figure only."""

from __future__ import annotations

from statsite.extract.extraction import extract_text


def test_a_base_of_comparison_governs_its_own_figure_only() -> None:
    found = extract_text("2020年，常住人口9人，与2010年的8人相比，增加1人")
    assert [str(quantity.period) for quantity in found] == ["2020", "2010", "2020"]
