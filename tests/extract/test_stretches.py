"""What an article reports on has all of its days where their first and last are told apart."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

_DATED = "某事告一段落\n2025年9月12日 甲市日报\n"
_DAYS = "2025-05-06/2025-08-20"


def _periods(text: str) -> list[str]:
    return [str(one.period) for one in extract_text(text)]


@pytest.mark.parametrize(
    "head",
    [
        "8月20日，乙湖休牧结束。休牧自5月6日起，",
        "8月20日，乙湖休牧结束。今年休牧从5月6日开始，",
        "乙湖休牧5月6日启动。8月20日，休牧圆满结束，",
        "今年休牧于5月6日开始，8月20日结束。",
        "乙湖雪场8月20日结束营业。5月6日开板以来，",
        "漆器大展8月20日闭幕。展览自5月6日开展以来，",
        "乙湖公路8月19日解封，8月20日全线恢复通车。5月6日，公路封闭，历时107天，",
        "8月20日，编队结束为期107天的任务。编队5月6日驶离码头，",
        "8月20日，队员回到家中，在外107天。5月6日离家后，",
        "历时107天的乙湖采收季8月20日收尾，",
        "截至8月20日，乙湖调水任务完成。本次调水自5月6日启动，",
    ],
)
def test_a_figure_without_a_time_is_of_all_days_of_what_is_reported_on(head: str) -> None:
    text = f"{_DATED}{head}涉及牧户5户。\n期间，出动车辆6台。\n全部平安。"
    assert _periods(text)[-2:] == [_DAYS] * 2


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "8月20日，电商培训班结束，5人结业。电商园自5月6日启用以来，入驻6家。",
            ["2025-08-20", "2025-05-06/.."],
        ),
        (
            "8月20日，农机展在乙县闭幕，签约5元。5月6日起，乙县实行新补贴，补贴6台。",
            ["2025-08-20", "2025-05-06/.."],
        ),
        ("5月6日开工以来，每天有5人，截至8月20日，已完成6亩。", ["2025-05-06/..", "2025-08-20"]),
    ],
)
def test_two_days_of_different_things_are_no_ends(text: str, periods: list[str]) -> None:
    told = _periods(f"{_DATED}{text}")
    assert told[: len(periods)] == periods


def test_so_few_days_are_told_by_chance() -> None:
    text = f"{_DATED}8月20日，5人回到家中。8月16日出门，那几天花了5天。"
    assert _periods(text)[0] == "2025-08-20"


def test_a_day_up_to_which_is_told_is_no_beginning() -> None:
    text = "2025年9月12日\n截至8月1日，存栏5头。8月21日，放牧6头，平均21天一圈。"
    assert _periods(text)[1] == "2025-08-21"


def test_a_season_called_by_its_years_has_the_days_that_are_told() -> None:
    text = (
        "2025年4月12日\n糖厂2024—2025榨季于2024年11月20日开榨，2025年4月5日收榨。"
        "本榨季，榨蔗5吨。上榨季，榨蔗6吨。"
    )
    assert _periods(text) == ["2024-11-20/2025-04-05", "2023/2024"]


def test_the_season_of_high_water_ends_behind_its_beginning() -> None:
    text = "2025年10月10日\n9月30日，我省结束今年主汛期。6月1日入汛以来，拦洪42亿立方米。"
    assert str(extract_text(text)[-1].period) == "2025-06-01/2025-09-30"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "7月1日试运行的书城，到8月31日整整两个月。昨天公布：两个月里，接待5人。",
            "2025-07-01/2025-08-31",
        ),
        ("9月28日开通的新线，到10月27日运营满月。\n各站帮扶5人。", "2025-09-28/2025-10-27"),
        ("7月1日试运行的书城，到8月20日不满两个月。\n接待5人。", "None"),
    ],
)
def test_days_that_are_so_many_months_are_what_is_told_of(text: str, period: str) -> None:
    assert str(extract_text(f"2025年10月30日\n{text}")[-1].period) == period
