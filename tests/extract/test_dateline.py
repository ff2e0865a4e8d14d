"""The year in which an article was written, as far as it shows it."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.periods import Moment

_STORM = "本报甲市9月6日电　台风昨日登陆，转移3万人。与2016年“乙”相比，雨量多出三成。"
_COURT = (
    "4月22日，法院通报去年情况。\n全年在31件案件中判赔，比2023年增长9%。\n今年1月至3月，收案2件。"
)
_AWAITED = "备战2028年奥运会的小丁说，在三年前的比赛中获得3枚金牌。去年参赛12场。"


def _periods(text: str) -> list[str]:
    return [str(one.period) for one in extract_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        _STORM,
        "7月2日最高气温41℃，为1961年有完整气象记录以来最高，28个站点超过40℃。",
        _AWAITED,
        "本报讯　丁某今年招工5人，是2019年的3倍，销往6国。",
    ],
)
def test_a_year_that_others_are_compared_with_dates_no_article(text: str) -> None:
    assert set(_periods(text)) == {"None"}


def test_a_year_behind_the_one_compared_with_is_a_guess() -> None:
    told = extract_text(_COURT)
    assert [str(one.period) for one in told] == ["2024", "2024", "2025-01/2025-03"]
    assert all("period" in one.unsure for one in told)


def test_all_of_a_year_is_told_of_in_the_next_one() -> None:
    text = "4月22日，法院通报2024年情况。\n全年收案31件。\n今年1月至3月，收案2件。"
    assert _periods(text) == ["2024", "2025-01/2025-03"]


def test_a_year_is_none_of_its_last_months_where_they_are_told_of_too() -> None:
    text = "12月22日，法院通报2024年情况。\n全年收案31件。"
    assert _periods(text) == ["2024"]


@pytest.mark.parametrize("event", ["备战2028年奥运会", "瞄准2032年奥运会", "申办2030年亚运会"])
def test_the_year_of_an_awaited_event_governs_nothing(event: str) -> None:
    assert _periods(f"小丁{event}，每天训练5小时，拿过3枚金牌。") == ["None", "None"]


def test_money_allotted_in_a_year_is_none_of_a_year_to_come() -> None:
    text = "3月26日，市财政局介绍情况。其中，2025年安排5亿元。\n今年前两个月，受理2件。"
    assert _periods(text) == ["2025", "2026-01/2026-02"]


@pytest.mark.parametrize(
    "to_come",
    [
        "场馆2029年底前全部交付。",
        "争取2027年前完工。",
        "二期计划2028年底建成。",
        "预计2028年投产。",
        "下届展会2027年8月举行。",
    ],
)
def test_days_are_in_no_year_by_which_something_is_to_be_done(to_come: str) -> None:
    assert _periods(f"10月26日，运动会闭幕，5人参加。\n{to_come}") == ["None"]


def test_a_year_that_is_foreseen_as_a_whole_may_be_that_of_the_text() -> None:
    assert _periods("8月28日，运送5人。\n预计2025年全年运送50人。") == ["2025-08-28", "2025"]


_LONG_AGO = "新馆开放以来，读者很多，街坊常来，孩子们也常来。" * 6


@pytest.mark.parametrize(
    ("head", "period"), [("", "2025-08-09"), ("本报光州10月25日电 ", "2025-08-09")]
)
def test_a_year_that_is_told_whole_is_over_where_the_text_has_its_own(
    head: str, period: str
) -> None:
    text = f"{head}{_LONG_AGO}今年读者很多。8月9日，接待5人。\n2024年，老馆接待6人。"
    assert _periods(text) == [period, "2024"]


def test_a_year_of_which_days_are_named_is_the_texts_own() -> None:
    text = f"{_LONG_AGO}今年比赛多。2025年11月2日，5人参赛。\n2025年，全省比赛6场。"
    assert _periods(text) == ["2025-11-02", "2025"]


def test_a_record_since_a_year_dates_no_text() -> None:
    text = "本报讯 8月5日，雨量3毫米，为1997年以来最少。今年入夏后，雨少。"
    assert _periods(text) == ["None"]


def test_a_place_and_a_day_before_a_reporter_are_a_dateline() -> None:
    text = "列车开行\n青都1月6日电（记者 甲）班列开行5列。\n2025年，开行18列。今年，计划开行6列。"
    assert _periods(text) == ["None", "2025", "2026"]


def test_the_year_in_which_something_began_is_not_that_of_the_text() -> None:
    assert _periods("5月3日，5000人参赛。\n赛事创办于2016年，首届600人参赛。") == ["None", "2016"]


def test_a_year_that_somebody_tells_of_whole_is_over() -> None:
    text = f"{_LONG_AGO}今年读者很多。8月9日，接待5人。\n馆长介绍，2024年，老馆接待6人。"
    assert _periods(text) == ["2025-08-09", "2024"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("头一年种2000袋，都活了。去年，卖出5吨。", None),
        ("2025首届面食节举行。去年，卖出5吨。", "2024"),
        ("2025江城马拉松开跑。去年，来了5人。", "2024"),
    ],
)
def test_a_number_of_things_is_no_year(text: str, period: str | None) -> None:
    told = extract_text(text)[-1]
    assert (str(told.period) if told.period else None) == period


def test_a_date_in_brackets_that_opens_the_text_is_that_of_the_article() -> None:
    text = "寒潮来袭\n（2026年1月25日）受冷空气影响，去年12月停电5户，昨天停电6户。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-12", "2026-01-24"]


def test_a_year_whose_end_is_only_expected_is_not_over() -> None:
    text = (
        "本报甲市3月28日电 乙公司27日披露年报。2024年营收86亿元。\n去年研发9亿元。\n"
        "公司预计，2025年一季度营收21亿元；全年开支25亿元，比2024年少两成。"
    )
    assert str(extract_text(text)[1].period) == "2024"


def test_a_date_behind_its_wire_is_that_of_the_article() -> None:
    text = "江北日报讯 2026年2月23日（记者 甲乙）昨天，来了5人。"
    assert str(extract_text(text)[-1].period) == "2026-02-22"


def test_a_year_up_to_which_plans_reach_is_not_the_reports_own() -> None:
    text = (
        "江汉都市报11月5日讯 今年6月，接诊3万人次，比2024年多两成。\n"
        "按计划，到今年底扩至50家，2027年实现全覆盖。"
    )
    assert str(extract_text(text)[0].period).startswith("2025")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年，食堂有12家。", "2024"),
        ("本报甲市12月30日电　今年，食堂有12家。", "2024"),
        ("本报甲市12月30日电　昨日，食堂有12家。", "2024-12-29"),
        ("2023年，食堂有10家。去年，食堂有12家。", "2022"),
        ("2026年1月5日\n去年，食堂有12家。", "2025"),
    ],
)
def test_the_day_of_publication_is_the_articles_where_it_shows_no_year(
    text: str, period: str
) -> None:
    assert str(extract_text(text, Moment(2025, 1, 2))[-1].period) == period


@pytest.mark.parametrize(("published", "status"), [(None, "target"), (Moment(2025), "observed")])
def test_what_was_over_on_the_day_of_publication_is_no_target(
    published: Moment | None, status: str
) -> None:
    text = "到2024年末，在册商户710万户。"
    assert extract_text(text, published)[0].status == status


def test_the_year_of_an_event_without_days_is_that_of_the_text() -> None:
    text = "8月20日，甲站暑运繁忙，5人到站。2025年暑运期间，车站增开列车。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-08-20"]


@pytest.mark.parametrize("head", ["橘乡融媒体中心2025年11月28日讯 ", "影视周刊2025年11月28日电 "])
def test_a_date_with_its_year_before_a_wire_is_that_of_the_article(head: str) -> None:
    assert _periods(f"柑橘开园\n{head}昨天采收柑橘5吨。") == ["2025-11-27"]


def test_a_day_before_a_word_that_begins_like_a_wire_is_told_of() -> None:
    assert _periods("负荷创新高\n2025年11月28日电网负荷达5千瓦。") == ["2025-11-28"]


def test_works_that_end_in_a_later_year_do_not_date_a_report_of_an_earlier_one() -> None:
    text = "本报乙市7月28日电　2026年上半年，厂里产钢412万吨。示范线年产能60万吨，2028年投产。"
    assert _periods(text)[0] == "2026-01/2026-06"


def test_a_season_that_is_over_soon_shows_the_year_of_a_text() -> None:
    text = (
        "新华社甲市4月3日电（记者 丁楠）2025—2026采收季进入尾声。\n"
        "由2021年的8%提高到31%。今年一季度，产值5元。"
    )
    assert str(extract_text(text)[-1].period) == "2026-01/2026-03"


@pytest.mark.parametrize(("day", "period"), [("12月28日", "2025"), ("2月28日", "2026")])
def test_in_december_a_sentence_may_begin_with_the_year_of_the_text(day: str, period: str) -> None:
    text = (
        f"地铁延长线开工\n本报甲市{day}讯（记者 成蹊）延长线开工。\n"
        "2025年，地铁答卷不错。今年，线网客流5人次。"
    )
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("sent", "period"),
    [("3月7日", "2025-03-07"), ("2月7日", "2025-03-08"), ("3月8日", "2025-03-08")],
)
def test_today_is_the_day_on_which_a_report_was_sent_before_it_was_printed(
    sent: str, period: str
) -> None:
    text = f"《晨报》2025年3月8日\n本报云山{sent}讯 新桥今天通车，车流达5万辆次。"
    assert str(extract_text(text)[0].period) == period
