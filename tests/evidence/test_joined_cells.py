"""Numbers beside each other that are no groups of one."""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import unit_words


def is_found(lines: list[str], printed: str) -> bool:
    """Whether the lines print the figure whole."""
    text = article(list(enumerate(lines, start=1)))
    return isinstance(find_printed(printed, None, text, unit_words(("人", "家"))), Found)


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["图3 350人到场祝贺。"], "3 350人"),
        (["附件2 120家获奖企业名单"], "2 120家"),
        (["男 女", "12 345"], "12 345"),
        (["男 女 计", "12 345 357"], "12 345 357"),
        (["村名 户数 人口", "白沙 86 312"], "86 312"),
    ],
)
def test_cells_of_a_row_are_no_groups(lines: list[str], printed: str) -> None:
    assert not is_found(lines, printed)


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["全镇有22 893人。"], "22 893人"),
        (["村名 人口", "白沙 86 312"], "86 312"),
        (["今年 去年 前年 大前年", "白沙 86 312"], "86 312"),
    ],
)
def test_groups_of_one_number_are_joined(lines: list[str], printed: str) -> None:
    assert is_found(lines, printed)
