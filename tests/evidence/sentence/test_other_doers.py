"""Who does what a title tells, and who else does it in the sentence behind."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.other_doers import other_doer


@pytest.mark.parametrize(
    ("before", "title", "earlier"),
    [
        ("全市水上巴士运送游客", "轮渡航线运送旅客", "大连市轮渡航线运送旅客316万人次。"),
        ("全市游船运送游客", "轮渡运送旅客", "轮渡运送旅客316万人次，车辆41万辆次。"),
        ("全市植物园接待参观者", "动物园接待游客", "动物园接待游客520万人次，新添两只长颈鹿。"),
        ("书店借出图书", "图书馆借出图书", "图书馆借出图书310万册。"),
    ],
)
def test_another_one_does_it(before: str, title: str, earlier: str) -> None:
    assert other_doer(before, "97万", title, earlier)


@pytest.mark.parametrize(
    ("before", "title", "earlier"),
    [
        ("全年发送乘客", "地铁发送旅客", "地铁上半年发送旅客6亿人次。"),
        ("全市共接待游客", "动物园接待游客", "动物园接待游客520万人次。"),
        ("国图接待读者", "国家图书馆接待读者", "国家图书馆去年接待读者520万人次。"),
        ("植物园接待参观者", "动物园接待游客", "动物园新添两只长颈鹿。"),  # counts none of it
        ("植物园接待参观者", "植物园接待人次", "动物园接待游客520万人次。"),
        ("年份 报名人数 考点\n2024 ", "高考报名人数", "省中心公布近三年高考报名情况。"),
        ("队员出动", "消防队出动次数", "江苏省消防队出动3100次。"),
        ("去年公司运送旅客", "长江轮渡运送旅客", "长江轮渡运送旅客310万人次。"),
        ("成都市接待游客", "动物园接待游客", "动物园接待游客520万人次。"),
        ("动物园里的熊猫馆接待游客", "动物园接待游客", "动物园接待游客520万人次。"),
    ],
)
def test_the_same_one_does_it_or_none_is_told(before: str, title: str, earlier: str) -> None:
    assert other_doer(before, "97万", title, earlier) == ""
