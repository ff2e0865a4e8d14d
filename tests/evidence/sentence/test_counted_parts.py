"""The parts of a sentence that count something."""

from __future__ import annotations

from statsite.evidence.sentence.counted_parts import (
    CountingPart,
    numbers_like,
    other_parts,
    own_part,
    unit_of,
)


def test_a_figure_is_in_a_part_with_the_words_around_it() -> None:
    assert own_part("今年挂牌地块23宗，成交", "地块，流拍3宗。") == CountingPart("成交", "地块")


def test_other_parts_count_in_the_same_unit_or_name_the_whole() -> None:
    parts = other_parts("全省的大学生里，本县籍占8%，其中女生", "2100人", "，男生900人。")
    assert [*parts] == [CountingPart("全省的大学生里", ""), CountingPart("男生", "。")]


def test_the_words_of_a_part_leave_its_number_out() -> None:
    assert CountingPart("成交", "地块").words == "成交地块"


def test_a_figure_ends_with_its_unit_and_what_bounds_it() -> None:
    figures = ("1~2个", "60余家", "7000人左右", "超过8.5万对", "1/3", "近2成")
    assert [unit_of(figure) for figure in figures] == ["个", "家", "人", "对", "", "成"]


def test_measure_words_of_single_things_stand_for_one_another() -> None:
    counted = numbers_like("61个")
    assert counted is not None
    assert counted.findall("医院171家、中心1.2万余座、护士300人") == ["171家", "1.2万余座"]
    assert counted.findall("宣讲9场、讨论68次") == ["9场", "68次"]
    assert numbers_like("1/3") is None
