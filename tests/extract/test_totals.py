"""Words for a whole are found where the text says of what, and listed in comments of a draft."""

from __future__ import annotations

import pytest
import yaml

from statsite.extract.draft import draft_yaml
from statsite.extract.totals import Total, totals_of


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("全市所有三级医院，都设了门诊。", "所有", "三级医院"),
        ("县级综合医院全部达到标准。", "全部", "县级综合医院"),
        ("村卫生室结算实现全覆盖。", "全覆盖", "村卫生室结算实现"),
        ("各县均已建成中心。", "均", "各县"),
    ],
)
def test_a_whole_is_found_with_what_it_is_of(text: str, word: str, noun: str) -> None:
    assert totals_of(f"第一行。\n{text}") == (Total(word, 2, noun),)


@pytest.mark.parametrize(
    "text",
    [
        "几乎全部医院达标。",
        "医院全部未达标。",
        "国家安全部发文。",
        "财产归集体所有。",
        "人均收入提高。",
        "所有权和所有制。",
        "全部门动员。",
    ],
)
def test_what_is_less_than_all_or_another_word_is_none(text: str) -> None:
    assert totals_of(text) == ()


def test_a_draft_lists_totals_in_comments_and_counts_them_among_no_quantities() -> None:
    totals = totals_of("县级综合医院全部达到标准。")
    draft = draft_yaml((), totals, name="article.txt")
    assert yaml.safe_load(draft)["indicators"] == {}
    assert draft.endswith("# - {printed: 全部, near: 县级综合医院}  # line 1\n")
