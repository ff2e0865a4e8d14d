"""A time that others are compared with is that of its own figure only."""

from __future__ import annotations

from statsite.extract.extraction import extract_text


def test_a_base_of_comparison_governs_its_own_figure_only() -> None:
    found = extract_text("2020年，常住人口9人，与2010年的8人相比，增加1人")
    assert [str(quantity.period) for quantity in found] == ["2020", "2010", "2020"]


def test_words_between_a_base_and_its_figure_may_name_what_it_is_of() -> None:
    found = extract_text("2024年食堂增加，比2023年的食堂12家增加，比2022年的食堂多3家。")
    assert [str(quantity.period) for quantity in found] == ["2023", "2024"]
