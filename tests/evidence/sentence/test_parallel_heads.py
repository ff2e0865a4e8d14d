"""What describes the things before each of two numbers, and which of them a title has."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.parallel_heads import (
    describes_another,
    is_described_otherwise,
    is_done_to_the_same,
    is_of_another_act,
    is_other_of_a_row,
    is_whole_of_title,
)


@pytest.mark.parametrize(
    ("theirs", "ours", "title"),
    [
        ("其中食堂自办的", "外送的", "学校食堂自办午餐的学校"),
        ("跑远洋的", "跑内河的有", "招收的远洋船员"),
        ("双方同意的占", "单方提出的占", "双方同意的离婚案件占比"),
    ],
)
def test_a_title_describes_as_the_other_does(theirs: str, ours: str, title: str) -> None:
    assert is_described_otherwise(theirs, ours, title)
    assert not is_described_otherwise(ours, theirs, title)


@pytest.mark.parametrize(
    ("theirs", "ours", "title"),
    [
        ("其中食堂自办的", "外送", "学校食堂自办午餐的学校"),  # describes nothing
        ("食堂自办", "外送的", "学校食堂自办午餐的学校"),
        ("跑远洋的", "跑内河的", "招收的船员"),
        ("食堂自办的", "学校外送的", "学校食堂自办午餐的学校"),  # has a word of it too
    ],
)
def test_it_does_not(theirs: str, ours: str, title: str) -> None:
    assert not is_described_otherwise(theirs, ours, title)


@pytest.mark.parametrize(
    ("theirs", "ours", "title"),
    [
        ("报废更新", "河南省新增拖拉机", "报废更新拖拉机"),
        ("剔旧注销", "江苏省添置图书", "剔旧注销图书"),
    ],
)
def test_the_later_number_is_of_the_act_that_a_title_has(
    theirs: str, ours: str, title: str
) -> None:
    assert is_done_to_the_same(theirs, ours, title)
    assert not is_done_to_the_same(theirs, ours, "新增拖拉机")
    assert not is_done_to_the_same(theirs, "河南省新增农机", title)


def test_a_part_describes_something_else() -> None:
    assert describes_another("新增的格口合计", "改建快递驿站")
    assert not describes_another("改建的驿站有", "改建快递驿站")
    assert not describes_another("驿站格口", "快递柜")
    assert not describes_another("提高到的人均", "财政补助标准")


@pytest.mark.parametrize(
    ("theirs", "ours", "title"),
    [
        ("千兆用户", "山东全省有固定宽带用户", "千兆宽带用户"),
        ("5G用户", "全国有移动电话用户", "5G移动电话用户"),
        ("老旧管道", "全国城镇燃气管道", "老旧燃气管道"),
    ],
)
def test_the_later_number_is_of_the_kind_that_a_title_has(
    theirs: str, ours: str, title: str
) -> None:
    assert is_whole_of_title(theirs, ours, title)


@pytest.mark.parametrize(
    ("theirs", "ours", "title"),
    [
        ("千兆用户", "固定宽带用户", "宽带用户"),
        ("千兆用户", "千兆到户，宽带用户", "千兆宽带用户"),  # told before
        ("用户", "固定宽带用户", "千兆宽带用户"),
        ("千兆路由器", "固定宽带用户", "千兆宽带用户"),  # another thing
        ("千兆用户", "固定电话用户", "千兆宽带用户"),  # lacks what the title has beside it
    ],
)
def test_it_is_not(theirs: str, ours: str, title: str) -> None:
    assert not is_whole_of_title(theirs, ours, title)


def test_a_later_thing_of_a_row_is_the_one_of_the_title() -> None:
    ours = "台州市向近海放流虾苗"
    assert is_other_of_a_row("、鱼苗", ours, "放流鱼苗")
    assert not is_other_of_a_row("、鱼苗", ours, "放流虾苗")
    assert not is_other_of_a_row("、鱼苗", ours, "鱼苗")  # says nothing of what was done
    assert not is_other_of_a_row("、鱼苗", "近海放流", "放流鱼苗")  # another thing is not named
    assert not is_other_of_a_row("、买来鱼苗", ours, "放流鱼苗")


def test_another_act_was_done_to_the_thing_of_the_title() -> None:
    before = "拆掉看护房14间、围墙9道、"
    assert is_of_another_act(before, "修好机耕路", "拆掉机耕路")
    assert not is_of_another_act(before, "机耕路", "拆掉机耕路")
    assert not is_of_another_act(before, "修好机耕路", "修好机耕路")
    assert not is_of_another_act(before, "修好水渠", "拆掉机耕路")
    assert not is_of_another_act("新建看护房14间、", "修好机耕路", "拆掉机耕路")
