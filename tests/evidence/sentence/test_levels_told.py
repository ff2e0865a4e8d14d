"""Numbers beside a figure that no title of what is counted is of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.levels_told import is_level


@pytest.mark.parametrize("before", ["共借出", "已开课的为"])
def test_a_count_may_be_of_the_title(before: str) -> None:
    assert is_level(before, "", "图书馆借书")


@pytest.mark.parametrize("before", ["图书馆借书比上年多借", "借书增加", "打算在年底前借出"])
def test_a_change_and_a_plan_are_not(before: str) -> None:
    assert not is_level(before, "", "图书馆借书")


def test_a_change_is_where_the_title_is_of_one() -> None:
    assert is_level("借书增加", "", "图书馆借书增加")
