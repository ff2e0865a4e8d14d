"""Words behind a figure that tell only a part of it, or what became of it."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.bases import added_in, base_behind, least_or_most, left_out


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("", "的一半获奖", "的一半"),
        ("", "的三分之一获奖", "的三分之一"),
        ("占", "的三成。", "的三成"),
        ("占到菏泽市", "的六成多。", ""),
        ("", "的好几倍。", "的好几倍"),
        ("连", "的零头都", "的零头"),
        ("由", "腰斩。", "腰斩"),
        ("", "企业数腰斩。", "企业数腰斩"),
        ("库存", "清零。", "清零"),
        ("", "翻了一番。", "翻了一番"),
        ("比2020年的", "翻了一番。", ""),
        ("", "降至去年的8.1%", ""),
        ("", "的学生获奖", ""),
        ("", "减半征收", ""),
    ],
)
def test_what_is_told_of_a_figure(before: str, behind: str, said: str) -> None:
    assert base_behind(before, behind) == said


def test_the_least_is_said_unless_the_indicator_is_of_it() -> None:
    assert least_or_most("保底工资", "骑手月工资") == "保底工资"
    assert least_or_most("保底工资", "保底工资") == ""
    assert least_or_most("平均工资", "骑手月工资") == ""


def test_what_is_left_out_of_a_figure() -> None:
    assert left_out("除县城外，各乡镇共有路灯", "全县路灯") == "除县城外，各乡镇共有路灯"
    assert left_out("除县城外，各乡镇共有路灯", "县城以外路灯") == ""
    assert left_out("除水稻外，还种玉米", "玉米") == ""
    assert left_out("除夕至初三，外来游客共有", "游客") == ""


def test_what_is_added_to_a_figure_that_leaves_it_out() -> None:
    before = "培训牙医2300人，不含县医院自教的，加上那些是"
    assert added_in(before, "牙医培训(不含自教)") == "加上那些是"
    assert added_in(before, "牙医培训") == ""
    assert added_in("培训牙医", "牙医培训(不含自教)") == ""
