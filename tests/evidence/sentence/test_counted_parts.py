"""The parts of a sentence that count something."""

from __future__ import annotations

from statsite.evidence.sentence.counted_parts import CountingPart, other_parts, own_part


def test_a_figure_is_in_a_part_with_the_words_around_it() -> None:
    assert own_part("今年挂牌地块23宗，成交", "地块，流拍3宗。") == CountingPart("成交", "地块")


def test_other_parts_count_in_the_same_unit_or_name_the_whole() -> None:
    parts = other_parts("全省的大学生里，本县籍占8%，其中女生", "2100人", "，男生900人。")
    assert [*parts] == [CountingPart("全省的大学生里", ""), CountingPart("男生", "。")]


def test_the_words_of_a_part_leave_its_number_out() -> None:
    assert CountingPart("成交", "地块").words == "成交地块"
