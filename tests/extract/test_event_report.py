"""What a report of an event of several days tells without naming a time is told of the event."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

pytestmark = pytest.mark.usefixtures("unweighed")

_FAIR = "2025年10月21日\n10月16日至20日，第九届茶博会举行。"
_DAYS = "2025-10-16/2025-10-20"


def _periods(text: str) -> list[str]:
    return [str(one.period) for one in extract_text(text)]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("参展企业868家。", _DAYS),
        ("18日客流最多。观众累计5万人次。", _DAYS),
        ("18日客流最多。门外排队1300人。", "2025-10-18"),
        ("今年的茶博会展位有1200个。", _DAYS),
        ("今年上半年，全市出口茶叶5吨。", "2025-01/2025-06"),
        ("今年全年社会用电量预计5千瓦时。", "2025"),
        ("茶商陈某说，去年他很忙。他的展位有3个。", _DAYS),
        ("去年，他很忙。他的展位有3个。", "2024"),
        ("平时一天卖80斤豆腐，这五天一共卖了900斤。", _DAYS),
        ("茶园面积31万亩。截至8月底，茶企很多。", "None"),
        ("截至17日，排名有变。参展企业868家。", "2025-10-17"),
    ],
)
def test_a_figure_without_a_time_is_of_the_event(told: str, period: str) -> None:
    assert _periods(f"{_FAIR}\n{told}\n全场散去。")[-1] == period


def test_a_headline_is_of_the_event_too() -> None:
    assert _periods(f"茶博会收官 成交5亿元\n{_FAIR}") == [_DAYS]


def test_its_length_is_of_the_event_wherever_it_is_told() -> None:
    text = f"{_FAIR}\n10月18日人最多，是五天中最旺的一天，入馆5万人。"
    told = {one.printed: str(one.period) for one in extract_text(text)}
    assert told == {"五天": _DAYS, "5万人": "2025-10-18"}


@pytest.mark.parametrize(
    "head",
    [
        "2025年7月1日至2025年12月20日，茶博会举行。",
        "2025年1月1日至20日，全市降雨5毫米。",
        "2025年10月16日8时至20日20时，全市降雨5毫米。",
        "下届茶博会2025年10月16日至20日举行。",
        "高峰期出现在2025年10月16日至20日。",
        "问卷调查于2025年10月16日至20日进行。",
        "截至2025年11月15日，收获86%，2025年10月16日至20日最忙。",
        "2025年9月，全市很忙。10月16日至20日，茶博会举行。",
    ],
)
def test_not_all_days_are_those_of_an_event(head: str) -> None:
    text = f"2025年12月21日\n{head}\n今年，全市很忙。\n参展企业868家。"
    assert _periods(text)[-1] == "2025"


def test_an_event_ends_with_its_piece_of_news() -> None:
    text = (
        "本报甲市10月21日电 10月16日至20日，茶博会举行。\n"
        "车展举行\n本报乙市2025年10月21日电 参展企业868家。"
    )
    assert _periods(text)[-1] == "None"


def test_a_heading_with_a_year_says_what_is_told_of() -> None:
    text = f"2025年茶博会闭幕\n{_FAIR}\n参展企业868家。"
    assert _periods(text)[-1] == "2025"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("设补给站18处。", "2025-10-19"),
        ("累计爬升5200米。截至20日8时，大家散去。", "2025-10-19"),
        ("2025年联赛踢了126场。", "2025"),
    ],
)
def test_a_race_is_an_event_of_its_day(told: str, period: str) -> None:
    text = f"2025年10月20日\n昨日清晨6时，清江越野赛鸣枪开赛，4800人参加。\n路很长。{told}"
    assert str(extract_text(text)[1].period) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [("16日的跑者中，市外选手很多。完赛率95.3%。", "2025-11-16"), ("完赛率95.3%。", "2025")],
)
def test_behind_a_day_of_it_its_year_is_over(told: str, period: str) -> None:
    text = (
        f"2025年11月18日\n11月16日，临浦马拉松在江心洲鸣枪，5人参加。\n今年，报名人数达6万。{told}"
    )
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("每天加开列车48列。", "2026-02-02/2026-02-21"),
        ("预计，整个春运期间，发送旅客560万人次。", "2026-02-02/2026-03-13"),
    ],
)
def test_what_was_seen_of_an_event_that_goes_on_ends_with_the_report(
    told: str, period: str
) -> None:
    text = (
        "江北日报讯 2026年2月23日（记者 甲乙）2026年春运自2月2日启动，3月13日结束。"
        f"截至2月21日，发送旅客286万人次。\n车站很忙。{told}"
    )
    assert str(extract_text(text)[1].period) == period


def test_a_month_within_a_clause_is_not_what_is_reported_on() -> None:
    text = (
        "2025年7月18日\n15日气温突破7月极值。10日至17日，急救车出车7412次。\n"
        "科长说，去年送诊不多。天热。接诊19人。"
    )
    assert _periods(text)[-1] == "2025-07-10/2025-07-17"


def test_behind_two_of_its_days_a_sentence_is_of_the_event() -> None:
    text = f"{_FAIR}\n首日5万人次，第二天6万人次。过夜游客7万人次。"
    assert _periods(text) == ["2025-10-16", "2025-10-17", _DAYS]


def test_its_length_is_of_the_event_also_behind_what_lasts() -> None:
    text = f"{_FAIR}\n单日排队时长超过90分钟，5天累计卖出豆腐900斤。\n全场散去。"
    assert _periods(text) == ["None", _DAYS, _DAYS]


def test_a_season_of_matches_may_last_long() -> None:
    text = (
        "2025年10月20日\n10月18日晚，最后一轮打响。\n11日战罢，悬念仍在。\n"
        "常规赛从6月7日打到10月18日，各队打进248球。\n"
        "10月1日至8日，酒店忙碌。常规赛拉动消费23亿元。"
    )
    assert _periods(text) == ["2025-06-07/2025-10-18"] * 2


def test_behind_a_day_told_beside_all_of_its_days_a_sentence_is_of_the_event() -> None:
    text = (
        "水下考古展昨日闭幕\n2025年5月18日\n昨天，水下考古展落幕。"
        "展览从2024年12月28日到2025年5月17日，接待5万人次；5月3日达到2万人次。游客占64%。"
    )
    assert _periods(text)[1:] == ["2025-05-03", "2024-12-28/2025-05-17"]


def test_a_day_that_is_also_another_is_told_of() -> None:
    text = f"{_FAIR}\n截至20日，入场9万人次。18日恰逢周六，单日入场5万人次。"
    assert _periods(text)[-1] == "2025-10-18"


def test_a_season_of_many_days_is_reported_on_too() -> None:
    text = "2026年4月8日\n去年11月20日开榨，今年4月5日收榨，历时137天。\n工厂共雇工5人。"
    assert _periods(text)[-1] == "2025-11-20/2026-04-05"


def test_the_year_before_the_name_of_a_season_says_which_one_is_meant() -> None:
    text = "2025年9月12日\n8月20日，乙湖汛期结束。汛期自5月6日起。\n今年汛期，拦洪5次。"
    assert _periods(text) == ["2025-05-06/2025-08-20"]


def test_a_sentence_that_begins_with_all_of_it_is_of_it_again() -> None:
    text = (
        "2025年9月12日\n8月20日，飞防作业结束。作业自5月6日起。\n去年，防治5亩。作业期间，用药6吨。"
    )
    assert _periods(text) == ["2024", "2025-05-06/2025-08-20"]


def test_behind_a_sentence_of_all_of_it_the_next_one_is_of_it_too() -> None:
    text = (
        "2025年6月18日\n6月15日，防火期结束。3月15日至6月15日，起火8起。\n"
        "今春，火险不轻。防火期内，降水5毫米。雷击火有5起。"
    )
    assert _periods(text)[-2:] == ["2025-03-15/2025-06-15"] * 2


_HOURS = "8时，门诊开诊，看了29个病人。\n下午出诊，跑了4户人家。\n傍晚盘点，全天走了9公里。"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        (f"{_HOURS}\n她工作12个小时。", "2026-01-13"),
        (f"{_HOURS}\n2025年，团队上门5次。", "2025"),
        ("8时，门诊开诊。\n她工作12个小时。", "2025"),
    ],
)
def test_a_text_that_goes_through_a_day_by_its_hours_is_of_that_day(told: str, period: str) -> None:
    text = f"2026年1月15日\n1月13日早上7时，陶医生到岗了。去年，她签约9人。\n{told}"
    assert _periods(text)[-1] == period


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("1月18日晚，甲队获胜，现场来了4326人。\n本赛季，甲队来了5人。", "None"),
        ("1月18日，室温达标。\n本供暖季，用户有5户。", "2025/2026"),
        ("2024—2025雪季，雪场来了9人。\n本雪季，来了5人。", "2024/2025"),
    ],
)
def test_a_season_is_longer_than_the_day_told_of(told: str, period: str) -> None:
    assert _periods(f"2026年1月19日\n{told}")[-1] == period


def test_years_that_are_counted_behind_a_day_are_not_that_day() -> None:
    text = "2025年11月12日\n2020年12月1日，试点启动。五年间，全市5人受益。"
    assert _periods(text) == ["None"]


def test_a_difference_of_as_many_days_is_not_its_length() -> None:
    text = (
        "2025年8月9日\n8月1日至3日，全市降雨120毫米。\n截至8日，水厂存药剂可用25天，比上月末多3天。"
    )
    assert str(extract_text(text)[-1].period) == "2025-08-08"


@pytest.mark.parametrize(
    ("day", "period"), [("11日", "2025-10-09"), ("8日", "2025-10-01/2025-10-08")]
)
def test_days_before_that_up_to_which_the_head_tells_are_no_event(day: str, period: str) -> None:
    text = (
        f"2025年10月12日\n截至10月{day}，收获谷子58万亩。\n"
        "10月1日至8日只有两个晴天。9日，出动机器80台。\n全县有烘干机183台。"
    )
    assert str(extract_text(text)[-1].period) == period
