"""全部, 全覆盖, 所有 and 均 are a hundred per cent only where the words around them leave nothing
out.
"""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import Found, Partial, find_printed
from statsite.grammar.amounts import unit_words

_PERCENT = unit_words(["%"])
ALL = [
    ("乡镇卫生院实现全部覆盖。", "全部"),
    ("全县行政村家庭医生签约服务全覆盖。", "全覆盖"),
    ("所有乡镇卫生院均设中医馆。", "所有"),
    ("所有乡镇卫生院均设中医馆。", "均"),
    ("社区卫生服务中心全部达标。", "全部"),
    ("12个区县养老服务中心全覆盖，服务人口300万。", "全覆盖"),
    ("学生均接种了疫苗。", "均"),
    ("三级医院均已接入平台。", "均"),
    ("村卫生室全部纳入医保定点。", "全部"),
    ("实现建制村通客车全覆盖。", "全覆盖"),
    ("所有社区食堂免费开放。", "所有"),
]
NOT_ALL = [
    ("几乎全部达标", "全部"),
    ("并非所有医院都有", "所有"),
    ("未实现全覆盖", "全覆盖"),
    ("尚未全部完成", "全部"),
    ("基本实现全覆盖", "全覆盖"),
    ("占全部床位的18%", "全部"),
    ("人均床位", "均"),
    ("平均住院日", "均"),
    ("均衡发展", "均"),
    ("房屋均价", "均"),
    ("均未达标", "均"),
    ("所有权改革", "所有"),
    ("全部未达标", "全部"),
    ("全部床位的三分之一", "全部"),
    ("全覆盖率达90%", "全覆盖"),
    ("除3家外，其余全部达标", "全部"),
    ("接近全覆盖", "全覆盖"),
    ("不是所有人", "所有"),
    ("生均经费", "均"),
    ("覆盖率均超过95%", "均"),
    ("全部或部分减免", "全部"),
    ("年均增长", "均"),
    ("难以全覆盖", "全覆盖"),
    ("力争实现全覆盖的可能性不大", "全覆盖"),
    ("所有制", "所有"),
    ("是否全部到位", "全部"),
]


@pytest.mark.parametrize(("text", "printed"), ALL)
def test_a_word_for_a_whole_is_found(text: str, printed: str) -> None:
    assert isinstance(find_printed(printed, None, article([(1, text)]), _PERCENT), Found)


@pytest.mark.parametrize(("text", "printed"), NOT_ALL)
def test_a_word_for_less_than_a_whole_is_no_proof(text: str, printed: str) -> None:
    assert isinstance(find_printed(printed, None, article([(1, text)]), _PERCENT), Partial)


@pytest.mark.parametrize(
    ("text", "printed", "whole"),
    [
        ("人均床位", "均", "人均床"),
        ("年均增长", "均", "年均增"),
        ("均衡发展", "均", "均衡"),
        ("学校均不达标", "均", "均不"),
        ("几乎全部达标", "全部", "几乎全部"),
        ("全部床位的三分之一", "全部", "全部床位的三分之"),
        ("除3家外，其余全部达标", "全部", "除3家外，其余全部"),
    ],
)
def test_what_is_less_than_a_whole_is_shown_with_the_words_that_make_it_so(
    text: str, printed: str, whole: str
) -> None:
    assert find_printed(printed, None, article([(1, text)]), _PERCENT) == Partial(whole)
