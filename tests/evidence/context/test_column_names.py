"""The head over a figure is what its title has, or another one of the table."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of
from tests.support.types import WriteSite

TABLE = "2024年养老服务\n地区　老年食堂（家）　日间照料（家）\n长沙　12　15\n合计　30　41"


@pytest.mark.parametrize("printed", ["12", "30"])
def test_a_figure_below_another_head_is_another_one(write_site: WriteSite, printed: str) -> None:
    said = said_of(write_site, TABLE, f"printed: '{printed}'", title="日间照料")
    assert [one for one in said if "what its indicator is called" in one and "老年食堂" in one]


@pytest.mark.parametrize("title", ["老年食堂", "食堂", "养老服务", "日间照料和老年食堂"])
def test_a_title_of_its_own_head_or_of_none(write_site: WriteSite, title: str) -> None:
    said = said_of(write_site, TABLE, "printed: '12'", title=title)
    assert not [one for one in said if "「老年食堂」" in one]
