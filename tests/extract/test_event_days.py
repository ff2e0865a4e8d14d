"""An event that is named without its days has those that the article tells."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

_GAMES = "本报甲市2025年9月25日电 "


def test_an_event_has_the_days_that_are_told_before_its_last_one() -> None:
    text = (
        f"运动会闭幕 8人破纪录\n{_GAMES}历时9天的运动会今晚在甲市闭幕，5人参加。\n共产生金牌6枚。"
    )
    headline, _, *others = extract_text(text)
    assert [str(one.period) for one in (headline, *others)] == ["2025-09-17/2025-09-25"] * 3


def test_a_holiday_to_come_is_not_that_of_the_year_before() -> None:
    text = (
        "2025年国庆假期为10月1日至8日。预计假期运送5万人。\n"
        "2024年国庆假期，运送3万人。\n2025年9月30日"
    )
    told = [(str(one.period), one.status) for one in extract_text(text)]
    assert told == [("2025-10-01/2025-10-08", "estimate"), ("2024-10-01/2024-10-07", "observed")]


@pytest.mark.parametrize(
    ("before", "period"),
    [
        ("2025年9月1日至3日，车展举行。", "None"),
        (
            "2025年暑运从7月1日开始，到8月31日结束。\n9月2日，铁路部门发布消息。",
            "2025-07-01/2025-08-31",
        ),
        ("2025年7月1日至8月31日，铁路暑运。\n9月5日，车展举行。", "2025-07-01/2025-08-31"),
    ],
)
def test_a_season_has_its_own_days_and_those_of_no_event_of_another(
    before: str, period: str
) -> None:
    assert str(extract_text(f"{before}\n暑运期间，运送5人。")[-1].period) == period


def test_a_holiday_that_is_named_alone_has_its_days() -> None:
    told = extract_text("2025年10月25日\n8月9日，接待5人。\n国庆期间，接待6人。")[-1]
    assert (str(told.period), told.unsure) == ("2025-10-01/2025-10-08", ("period",))


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("7月1日开幕、10月12日闭幕", "2025-07-01/2025-10-12"),
        ("征集7月1日启动、10月12日截止", "2025-07-01/2025-10-12"),
        ("7月1日开幕，观众很多，馆里很忙，10月12日闭幕", "2025-10-12"),
    ],
)
def test_a_show_may_last_for_months_where_its_ends_are_told_together(
    days: str, period: str
) -> None:
    told = extract_text(f"2025年12月30日\n特展{days}，展出文物386件。")
    assert str(told[0].period) == period


@pytest.mark.parametrize("words", ["假期里", "“五一”假期", "“五一”期间"])
def test_a_holiday_that_is_only_named_has_the_days_that_are_told_around_it(words: str) -> None:
    text = "2025年5月7日\n5月6日，“五一”假期运输画上句号。4月29日至5月6日，运送9人。\n"
    told = extract_text(f"{text}{words}，运送7人，比2024年同期的6人增长10%。")
    periods = [str(one.period) for one in told]
    days = "2025-04-29/2025-05-06"
    assert periods == [days, days, "2024-04-29/2024-05-06", days]


def test_a_holiday_does_not_have_the_days_of_another_event() -> None:
    text = "2025年11月1日\n国庆假期，销售38.5亿元。\n展会11月5日至10日举办。\n国庆假期，运送9人。"
    assert str(extract_text(text)[-1].period) == "2025-10-01/2025-10-08"


def test_a_season_is_not_the_days_of_a_longer_show() -> None:
    text = "2025年12月30日\n展览7月1日开幕、10月12日闭幕。\n暑假期间，办了210场活动。"
    assert extract_text(text)[-1].period is None


@pytest.mark.parametrize(("words", "period"), [("十天里", "2025-05-02/2025-05-11"), ("9天里", "")])
def test_an_event_may_be_named_by_its_length(words: str, period: str) -> None:
    text = "2025年5月12日\n5月11日，为期十天的博览会落下帷幕。\n"
    told = extract_text(f"{text}据统计，{words}累计接待观众41万人次。")[-1]
    assert str(told.period or "") == period


def test_the_length_of_an_event_is_of_its_days() -> None:
    text = f"{_GAMES}（记者甲）历时9天的运动会今晚在甲市闭幕，5人参加。"
    assert str(extract_text(text)[0].period) == "2025-09-17/2025-09-25"


def test_a_race_has_the_day_on_which_it_was_run() -> None:
    text = "2025年4月14日\n4月13日，2025年海州马拉松鸣枪起跑，来了9人。\n今年首次启用机器人20台。\n"
    told = extract_text(f"{text}赛事期间，全市接待游客18人次。")[-1]
    assert str(told.period) == "2025-04-13"


def test_the_days_of_a_record_are_not_those_of_its_figures() -> None:
    text = "2025年7月3日\n昨天，气温38.9℃，创1958年有气象记录以来7月上旬新高。86个站超过37℃。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-07-02"] * 3


_FAIR = (
    "2025年8月25日\n8月24日晚，第十二届书展落下帷幕。书展于8月13日开幕，设会场56个。"
    "首日来了3万人次。\n"
)


@pytest.mark.parametrize("words", ["展会期间", "12天展期里"])
def test_an_event_may_be_named_between_a_day_and_its_end(words: str) -> None:
    told = extract_text(f"{_FAIR}{words}，办活动860场。\n下届书展定于2026年8月12日至23日举办。")
    days = "2025-08-13/2025-08-24"
    assert [str(one.period) for one in told] == [days, "2025-08-13", days]


def test_the_days_of_the_next_event_are_not_those_of_this_one() -> None:
    text = "2025年8月25日\n展会期间，办活动860场。\n下届展会定于2026年8月12日至23日举办。\n"
    told = extract_text(f"{text}8月13日至24日，来了9人。")
    assert str(told[0].period) == "2025-08-13/2025-08-24"


_OPEN = (
    "本报甲市2025年11月17日电 2025年公开赛16日晚在甲市收拍，用时86分钟。\n"
    "公开赛从11月10日打到16日，9人参赛。\n"
)


@pytest.mark.parametrize(
    ("later", "period"),
    [
        ("现场观众9万人次。", "2025-11-10/2025-11-16"),
        ("观众很多，决赛日1.3万张门票售罄。", "2025-11-16"),
        ("小组赛很难。决赛中，控球率为46%。", "2025-11-16"),
    ],
)
def test_a_tournament_has_its_days_and_its_last_one(later: str, period: str) -> None:
    told = extract_text(_OPEN + later)
    assert [str(told[0].period), str(told[-1].period)] == ["2025-11-16", period]


def test_an_event_that_opened_on_a_day_has_so_many_days() -> None:
    text = "2025年10月21日\n茶博会10月16日启幕，五天时间里接待观众5人。\n成交6元。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-10-16/2025-10-20"] * 2


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("首日人很多。当晚散去5人。", "2025-05-03"),
        ("首日人很多。次日来了5人。", "2025-05-04"),
        ("第二天来了5人。", "2025-05-04"),
        ("最后一个比赛日来了5人。", "2025-05-05"),
        ("首个比赛日来了5人。", "2025-05-03"),
    ],
)
def test_days_are_counted_from_parts_of_the_event(told: str, period: str) -> None:
    text = f"2025年5月6日\n5月3日至5日，音乐节举行。\n大家都来了。{told}"
    assert str(extract_text(text)[-1].period) == period


def test_the_season_before_is_told_of_or_compared_with() -> None:
    text = (
        "2025年12月2日\n2025—2026赛季女排联赛，石城队胜1场。上赛季同期胜4场。\n"
        "2025—2026赛季，观众来了5人，较上赛季增长6%。"
    )
    periods = [str(one.period) for one in extract_text(text)]
    assert periods == ["2025/2026", "2024/2025", "2025/2026", "2025/2026"]


def test_a_contest_ends_with_the_day_on_which_it_was_decided() -> None:
    text = (
        "2026年5月19日\n5月17日晚，职业联赛总决赛第五场进行，东港队夺得冠军，来了8人。\n"
        "总决赛5月8日打响，场均来了6人。"
    )
    periods = [str(one.period) for one in extract_text(text)]
    assert periods == ["2026-05-17", "2026-05-08/2026-05-17"]


def test_an_event_that_ended_after_so_many_days_has_them() -> None:
    text = "2025年9月23日\n经过三天的鏖战，拉力赛沧海站21日下午在广场收车，来了5人。"
    assert str(extract_text(text)[-1].period) == "2025-09-19/2025-09-21"


def test_a_day_that_is_called_the_last_of_a_holiday_is_the_one_named() -> None:
    text = "2025年5月5日\n5月1日至6日，运输繁忙。5日是假期最后一天，预计发送5人。"
    assert str(extract_text(text)[-1].period) == "2025-05-05"


def test_a_season_of_matches_has_the_length_that_is_told() -> None:
    text = "2025年8月18日\n今年赛事自5月1日开赛，历时108天，62支村队打了214场球。"
    assert {str(one.period) for one in extract_text(text)} == {"2025-05-01/2025-08-16"}


def test_the_day_on_which_an_event_of_known_days_set_out_is_all_of_it() -> None:
    text = (
        f"{_GAMES}历时9天的自行车赛今天在甲市落幕。本届赛事9月17日从乙城发车，共设8个赛段。"
        "\n21日的第五赛段累计爬升3260米。"
    )
    assert [str(one.period) for one in extract_text(text)][1:] == [
        "2025-09-17/2025-09-25",
        "2025-09-21",
    ]


def test_a_show_whose_run_is_told_from_its_first_day_may_last_for_months() -> None:
    text = (
        "2025年5月18日\n展览从2024年12月28日到2025年5月17日，接待5万人次。\n"
        "展览期间，卖出8件。今年4月，展厅在周五、周六延时开放，吸引6人。"
    )
    assert [str(one.period) for one in extract_text(text)][1:] == [
        "2024-12-28/2025-05-17",
        "2025-04",
    ]


def test_a_holiday_of_schools_has_no_known_days() -> None:
    text = "2025年9月2日\n今年招聘教师5名。暑假期间，6名教师参加培训。"
    assert [str(one.period) for one in extract_text(text)] == ["2025", "None"]


def test_a_day_by_its_number_is_also_what_it_is_called() -> None:
    text = "2025年10月9日\n10月1日至8日，车流5万辆。6日中秋当天，车流4万辆。"
    assert [str(one.period) for one in extract_text(text)][-1] == "2025-10-06"


def test_a_race_that_is_named_has_its_own_day_and_not_those_around_it() -> None:
    text = (
        "2025年11月17日\n昨晨，沙洲马拉松鸣枪，2万人参赛。本届赛事报名人数9万。\n"
        "14日至16日，接待游客46万人次，比上届赛事期间增长5%。"
    )
    told = [str(one.period) for one in extract_text(text)]
    assert told == ["2025-11-16", "2025-11-16", *["2025-11-14/2025-11-16"] * 2]


def test_an_event_has_the_days_that_are_told_behind_its_end() -> None:
    text = (
        f"{_GAMES}田径比赛9月21日在甲市结束。4天时间里，872人参加。\n"
        "本届省运会9月12日开幕，9月23日闭幕，设28个大项。\n比赛4天吸引观众9万人次。"
    )
    assert [str(one.period) for one in extract_text(text)] == [
        "2025-09-18/2025-09-21",
        "2025-09-12/2025-09-23",
        *["2025-09-18/2025-09-21"] * 2,
    ]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("假期前两天，夜场接待5人。", "2025-05-01/2025-05-02"),
        ("假期后三天，夜场接待5人。", "2025-05-03/2025-05-05"),
        ("假期前十天，夜场接待5人。", "2025-05-01/2025-05-05"),
        ("端午假期，夜场接待5人。", "None"),
    ],
)
def test_some_days_of_a_holiday_are_those_and_another_holiday_is_none_of_it(
    told: str, period: str
) -> None:
    text = f"2025年5月6日\n5月1日至5日，全市接待游客286万人次。\n五一假期人多。{told}"
    assert str(extract_text(text)[-1].period) == period


@pytest.mark.parametrize(
    ("named", "told", "periods"),
    [
        # the season before and the next one are named too
        (
            "11月8日晚，2025赛季足球联赛最后一轮战罢。",
            "本赛季12支球队参赛，比2024赛季的9支多3支",
            "2025 2024 2025",
        ),
        ("11月8日，2025赛季龙舟巡回赛收桨。2026赛季拟设8站。", "本赛季26支队伍参赛", "2025"),
        ("2025—2026赛季结束。", "下赛季计划引进5人", "2026/2027"),
        ("2024/25榨季结束。", "本榨季产糖5万吨，比上榨季的4万吨多", "2024/2025 2023/2024"),
        ("2024—2025雪季结束。", "雪道由2022—2023雪季的3条增至本雪季的7条", "2022/2023 2024/2025"),
        ("2025年演出季落幕。", "前年收入5万元，本演出季上演64台", "2025"),
        ("2024—2025学年结束。", "2022年，招5人，本学年开课28门", "2024/2025"),
        ("11月8日晚，2025赛季足球联赛最后一轮战罢。", "全季裁判员出示黄牌8张", "2025"),
    ],
)
def test_this_season_is_that_of_the_text_and_none_beside_it(
    named: str, told: str, periods: str
) -> None:
    text = f"2025年11月10日\n本报讯（记者 甲一）{named}\n{told}。"
    tail = extract_text(text)[-len(periods.split()) :]
    assert " ".join(str(one.period) for one in tail) == periods


def test_a_season_that_is_only_compared_with_says_nothing_of_this_one() -> None:
    text = "2025年11月10日\n本报讯 联赛昨晚结束，观众比2024赛季的5人多。\n本赛季进球6个。"
    assert "2024" not in str(extract_text(text)[-1].period)


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("今年，全市招生工作已于8月31日完成，录取新生5人", "2025"),
        ("今年全市招生工作已于8月31日完成，录取新生5人", "2025"),
        ("今年夏粮收购6月30日全部结束，收购小麦5万吨", "2025"),
        ("今年下半年征兵工作于9月30日圆满结束，输送新兵5人", "2025-07/2025-12"),
        ("2024/25榨季各糖厂4月28日全部收榨，产糖5万吨", "2024/2025"),
        # what was done on that day is of it
        ("今年全市于8月31日完成投资5万元", "2025-08-31"),
    ],
)
def test_the_day_on_which_a_years_work_ended_is_not_that_of_its_figures(
    told: str, period: str
) -> None:
    assert str(extract_text(f"本报甲市2025年10月25日电 {told}。")[-1].period) == period


def test_the_season_before_has_none_of_the_days_of_this_one() -> None:
    text = "2026年4月15日\n本赛季从2025年11月28日持续到2026年4月12日，5人入场；上赛季只有6人。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-11-28/2026-04-12", "None"]


def test_an_event_that_ended_has_the_length_of_this_edition() -> None:
    text = "2025年10月8日\n艺术节10月7日落幕。本届艺术节为期6天，演出212场。\n开幕当天，接待5人。"
    assert [str(one.period) for one in extract_text(text)] == [
        "2025-10-02/2025-10-07",
        "2025-10-02/2025-10-07",
        "2025-10-02",
    ]


@pytest.mark.parametrize(
    ("day", "words", "period"),
    [
        ("2025年11月14日", "上个采暖季，", "2024/2025"),
        ("2026年1月14日", "上个采暖季，", "2024/2025"),
        ("2025年5月14日", "上个采暖季，", "None"),
        ("2025年5月14日", "上学年，", "2023/2024"),
        ("2025年5月14日", "下学年，", "2025/2026"),
        ("2025年7月14日", "下学年，", "None"),
        ("2025年11月14日", "上个越冬季，", "2024/2025"),
        ("2025年11月14日", "上赛季，", "None"),
    ],
)
def test_the_season_before_or_behind_is_known_by_the_month_of_the_article(
    day: str, words: str, period: str
) -> None:
    assert str(extract_text(f"{day}\n{words}投诉5件。")[-1].period) == period


def test_days_of_the_new_year_go_on_without_its_name() -> None:
    text = "2026年2月25日\n除夕，接待5人。初一至初三，接待6人。"
    assert str(extract_text(text)[-1].period) == "2026-02-17/2026-02-19"


def test_an_event_may_go_on_up_to_a_day() -> None:
    text = "2025年8月9日\n8月7日，赶秋节开幕，活动持续到8月9日。三天时间里，接待5人。"
    assert str(extract_text(text)[-1].period) == "2025-08-07/2025-08-09"


@pytest.mark.parametrize(("words", "period"), [("首晚", "2025-06-20"), ("第二晚", "2025-06-21")])
def test_an_event_may_be_told_by_its_nights(words: str, period: str) -> None:
    text = f"2025年6月24日\n6月20日至22日，夜市举办，来了8人。{words}下雨，入场5人。"
    assert str(extract_text(text)[-1].period) == period


def test_a_season_of_matches_has_the_days_from_its_first_match_to_its_final() -> None:
    text = (
        "2025年8月31日\n8月30日晚，2025赛季村超总决赛落幕，现场5人。"
        "本赛季从4月12日开打，踢了9场。\n赛季期间，接待6人。"
    )
    days = "2025-04-12/2025-08-30"
    assert [str(one.period) for one in extract_text(text)] == ["2025-08-30", days, days]


def test_days_of_a_contest_stand_behind_its_end_by_name() -> None:
    text = "2025年9月15日\n9月14日晚，2025年羽毛球冠军赛在山城落幕。6天比赛，来了5人。"
    assert str(extract_text(text)[-1].period) == "2025-09-09/2025-09-14"


@pytest.mark.parametrize(
    "text",
    [
        "4月20日，2025—2026年度供热期结束。本供热期自2025年10月20日起，历时183天。\n整个供热期，耗煤5吨。",
        "4月20日，历时183天的防火期结束。\n整个防火期，耗煤5吨。",
    ],
)
def test_all_of_a_season_has_the_days_that_are_told(text: str) -> None:
    told = extract_text(f"2026年4月21日 来源：乙报\n{text}")
    assert str(told[-1].period) == "2025-10-20/2026-04-20"


@pytest.mark.parametrize(
    ("match", "period"),
    [("海燕队以3比2击败山鹰队", "2026-05-09"), ("全国的目光转向夏季", "None")],
)
def test_the_day_on_which_a_contest_ended_is_that_of_its_last_match(
    match: str, period: str
) -> None:
    text = (
        "2026年5月10日\n本报云山5月9日讯 2025—2026赛季全国冰球联赛今晚落幕，"
        f"{match}。3800人到场观看。\n本赛季，16支球队参赛。\n海燕队常规赛赢了22场。"
    )
    found = [str(one.period) for one in extract_text(text)]
    assert (found[0], *found[1:][-2:]) == (period, "2025/2026", "2025/2026")


@pytest.mark.parametrize(
    ("day", "period"), [("9月15日", "2025/2026"), ("7月15日", "None"), ("3月15日", "2024/2025")]
)
def test_this_school_year_is_that_of_the_article(day: str, period: str) -> None:
    text = f"2025年{day}\n2024年，学校41所。\n本学年，近视率控制在48%以内。"
    assert str(extract_text(text)[-1].period) == period
