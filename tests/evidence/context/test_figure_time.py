"""Which time an article gives a figure, and which periods it speaks against."""

from __future__ import annotations

import pytest

from statsite.evidence.context.figure_time import drafted_time
from statsite.extract.extraction import extract_text
from statsite.periods import Moment, TimePeriod
from tests.support.figure_in_article import said_of, seen_near
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "wrong", "right", "seen"),
    [
        pytest.param(
            "2021年小镇开门，同年食堂有12家；到2024年又添新店。",
            "2024",
            "2021",
            "同年",
            id="same year",
        ),
        pytest.param(
            "截至2024年末，食堂有15家，而上年末为12家。",
            "2024-12-31",
            "2023-12-31",
            "上年末",
            id="year before",
        ),
        pytest.param(
            "2022年、2023年、2024年，食堂依次为12家、15家、19家。",
            "2024",
            "2022",
            "2022年",
            id="list",
        ),
        pytest.param(
            "2024年食堂增加，比2023年的食堂12家增加。", "2024", "2023", "比2023年", id="base"
        ),
        pytest.param(
            "上半年，新建食堂20家，其中二季度12家。",
            "2025-01/2025-06",
            "2025-04/2025-06",
            "二季度",
            id="a part of months",
        ),
        pytest.param(
            "2024年，前11个月新建食堂12家。", "2024", "2024-01/2024-11", "前11个月", id="not all"
        ),
        pytest.param(
            "2019年投运以来，新建食堂12家。", "2024", "2019/..", "2019年投运以来", id="since"
        ),
        pytest.param(
            "2022—2023学年，食堂有12家。",
            "2023-09/2024-08",
            "2022-09/2023-08",
            "2022—2023学年",
            id="school year",
        ),
        pytest.param(
            "2023—2024雪季开15家，2024—2025雪季开食堂12家。",
            "2023-11/2024-03",
            "2024-11/2025-03",
            "2024—2025雪季",
            id="ski season",
        ),
        pytest.param(
            "2024年初有食堂12家，到年底是15家。",
            "2024-12-31",
            "2024-01",
            "2024年初",
            id="beginning",
        ),
        pytest.param(
            "2023年泼水节期间，食堂开12家。", "2024", "2023-04", "2023年泼水节期间", id="holiday"
        ),
        pytest.param(
            "2024年秋季开15家；今年秋季，食堂开12家。",
            "2024-09",
            "2025-09",
            "今年秋季",
            id="season",
        ),
        pytest.param(
            "第三届食堂展2024年收官，来了15家；2021年的前一届办在春天，来的食堂有12家。",
            "2024",
            "2021",
            "2021年的前一届",
            id="edition before",
        ),
        pytest.param(
            "2018年第四次经济普查，食堂有9家；2023年第五次经济普查，食堂有12家。",
            "2018",
            "2023",
            "2023年第五次经济普查",
            id="census",
        ),
        pytest.param(
            "2024年末，食堂有15家；年初的食堂是12家。",
            "2024-12-31",
            "2024-01",
            "年初",
            id="beginning of that year",
        ),
        pytest.param(
            "7月15日至18日，新开食堂30家；16日这天新开食堂12家。",
            "2025-07-15/2025-07-18",
            "2025-07-16",
            "16日",
            id="one of several days",
        ),
        pytest.param(
            "7月15日至18日，新开食堂30家，最多的是7月15日，当天新开食堂12家。",
            "2025-07-15/2025-07-18",
            "2025-07-15",
            "当天",
            id="first of several days",
        ),
        pytest.param(
            "自2016年开办以来，累计新建食堂300家，2024年新建食堂12家。",
            "2016/..",
            "2024",
            "2024年",
            id="one of several years",
        ),
        pytest.param(
            "7月15日一天，新开食堂3家。从7月10日到7月18日的整个旺季，新开食堂12家。",
            "2025-07-15",
            "2025-07-10/2025-07-18",
            "从7月10日到7月18日",
            id="several days of which one is named",
        ),
        pytest.param(
            "7月15日，新开食堂3家。从7月10日到7月18日的整个假期，新开食堂12家。",
            "2025-07-15",
            "2025-07-10/2025-07-18",
            "整个假期",
            id="the whole of a holiday",
        ),
        pytest.param(
            "5月31日，食堂当天卖出3家的饭。整个5月，新开食堂12家。",
            "2025-05-31",
            "2025-05",
            "5月",
            id="the whole of a month",
        ),
        pytest.param(
            "春运前30天，新开食堂20家。1月份全月，新开食堂12家。",
            "2025-01-14/2025-02-12",
            "2025-01",
            "1月份",
            id="a month beside days of two",
        ),
        pytest.param(
            "截至2023年末，食堂有15家。到今年6月底，食堂减少到12家。",
            "2023",
            "2025-06",
            "到今年6月底",
            id="up to a month of this year",
        ),
        pytest.param(
            "从今年7月1日起，食堂补贴提高到15家。此前一年执行的标准是12家。",
            "2025-07",
            "2024-07/2025-06",
            "此前一年执行的标准是",
            id="in force before",
        ),
        pytest.param(
            "今年食堂节（7月1日至8日）办了15家食堂。2024年食堂节办了12家。",
            "2025",
            "2024",
            "2024年",
            id="a sentence that begins with its year",
        ),
    ],
)
def test_the_time_of_the_figure_speaks_against_another_and_not_its_own(
    write_site: WriteSite, article: str, wrong: str, right: str, seen: str
) -> None:
    assert said_of(write_site, article, f"printed: 12家, period: {wrong}") == seen_near(
        f"is about {wrong}", seen
    )
    assert said_of(write_site, article, f"printed: 12家, period: {right}") == []


@pytest.mark.parametrize(
    ("article", "period"),
    [
        ("7月15日至18日，新开食堂多；截至18日，新开食堂12家。", "2025-07-15/2025-07-18"),
        ("7月16日，食堂节过半，历时四天，新开食堂12家。", "2025-07-15/2025-07-18"),
        ("到2024年，先后新建食堂12家。", "2019/2024"),
        ("7月15日至18日，新开食堂30家，其中一天新开12家。", "2025-07-16"),
        ("7月15日至18日，食堂增加到12家。", "2025-07-18"),
        ("7月，食堂节全程新开食堂12家。", "2025-06-20/2025-07-10"),
        ("2024年，五年间累计新建食堂12家。", "2020/2024"),
    ],
)
def test_a_sum_may_be_told_of_in_one_day_or_year_of_its_time(
    write_site: WriteSite, article: str, period: str
) -> None:
    assert said_of(write_site, article, f"printed: 12家, period: {period}") == []


def test_a_day_that_a_draft_takes_for_one_to_come_is_no_time(write_site: WriteSite) -> None:
    article = "本报长沙1月6日电　2026年食堂节昨天开幕，食堂来了12家。2025年来了9家。"
    said = said_of(write_site, article, "printed: 12家, period: 2026", published="2026-01-07")
    assert said == []
    said = said_of(write_site, article, "printed: 12家, period: 2025", published="2026-01-07")
    assert said == seen_near("is about 2025", "2026年")


def test_a_level_on_a_day_may_have_come_of_several_years(write_site: WriteSite) -> None:
    article = "“十四五”期间，食堂增加到12家。"
    assert said_of(write_site, article, "printed: 12家, period: 2025-07-26") == []


def test_a_season_has_no_certain_months(write_site: WriteSite) -> None:
    article = "今年秋季，食堂开12家。"
    assert said_of(write_site, article, "printed: 12家, period: 2025-09") == []
    article = "今年夏天，食堂开12家。"
    assert said_of(write_site, article, "printed: 12家, period: 2025-06/2025-08") == []


@pytest.mark.parametrize(
    ("season", "months", "others"),
    [
        ("今年暑期", "2025-07/2025-08", "2025-03"),
        ("今年国庆黄金周", "2025-10", "2024-10"),
        ("今年国庆", "2025-10", "2025-03"),
        ("今年夏收", "2025-05/2025-06", "2025-11"),
        ("今年秋冬", "2025-09/2025-12", "2025-05"),
        ("今年汛期", "2025-05/2025-09", "2024-07"),
        ("今年休渔期", "2025-05/2025-08", "2024-07"),
        ("今年旺季", "2025-07/2025-10", "2024-07"),
    ],
)
def test_a_season_of_a_year_may_be_given_its_months(
    write_site: WriteSite, season: str, months: str, others: str
) -> None:
    article = f"{season}，食堂新开12家。"
    for period, is_warned in ((months, False), (others, True)):
        said = said_of(write_site, article, f"printed: 12家, period: {period}")
        assert any("is about" in one for one in said) == is_warned, period


@pytest.mark.parametrize("period", ["2024", "2025"])
def test_all_of_a_year_in_an_article_of_its_end_may_be_the_year_before(
    write_site: WriteSite, period: str
) -> None:
    article, observation = "全年建食堂12家。", f"printed: 12家, period: {period}"
    assert said_of(write_site, article, observation, published="2025-12-01") == []


def test_the_time_before_a_figure_that_may_have_none_is_asked_too() -> None:
    found = extract_text("2024年，接待9万人次。\n在河口街道食堂，一份套餐卖12元。")[-1]
    assert found.period is None
    time = drafted_time(found, "2024年", 5)
    assert time is not None
    assert not time.is_sure
    assert time.speaks_against(TimePeriod(Moment(2021), Moment(2021)))


#: Articles of 18 March 2025 that count the time of 12家 from another one, with a period that another
#: of their times might give it, and its own.
COUNTED = (
    ("食堂街2015年开始修，头一年修3家，第四年，新修食堂12家。", "2015", "2018"),
    ("食堂2018年搬迁。搬迁前一年，食堂30家；搬迁后第一年，食堂12家。", "2018", "2019"),
    ("老食堂街2001年停办。停办前一年，街上还有食堂12家。", "2001", "2000"),
    ("今年一季度，食堂开30家。再往前一个季度，食堂开12家。", "2025-01/2025-03", "2024-10/2024-12"),
    ("上月，食堂新开30家；再上一个月，食堂新开12家。", "2025-02", "2025-01"),
    (
        "从三月到五月，食堂开30家；同样这三个月，前年食堂只开12家。",
        "2024-03/2024-05",
        "2023-03/2023-05",
    ),
    ("食堂总店2020年落成。落成当年开了3家，第三年，食堂开到12家。", "2020", "2022"),
    ("3月，食堂有30家。旧台账上，五年前的3月，食堂只有12家。", "2025-03", "2020-03"),
    ("2月全县食堂40家，翻开底册，十二年前的2月，食堂只开12家。", "2025-02", "2013-02"),
    ("2014年头一次清点，食堂有30家；隔了九年，再数一遍，食堂剩12家。", "2014", "2023"),
    ("2012年普查，全乡食堂30家。时隔十年，同一批人再来，食堂12家。", "2012", "2022"),
    ("食堂总店2022年10月8日开业，满一周年那天，开到了12家。", "2022-10-08", "2023-10-08"),
    ("食堂项目2021年5月启动，三周年之际，食堂已有12家。", "2021-05", "2024-05"),
    ("工厂2020年9月投产，满两年时，食堂有12家。", "2020-09", "2022-09"),
    ("小镇2022年11月16日开门迎客。开门后第一个完整的月份，新开食堂12家。", "2022-11", "2022-12"),
    ("从2020年3月停到2021年8月，一家不开。复业后的头一个完整年度，开食堂12家。", "2021", "2022"),
    ("小镇2023年2月20日开街，首个完整季度新开食堂12家。", "2023-01/2023-03", "2023-04/2023-06"),
    ("电站2018年9月并网，头几个月没人管饭，翌年新建食堂12家。", "2018", "2019"),
    (
        "2023—2024采暖季结束，食堂开了30家，上一季开食堂12家。",
        "2023-11/2024-03",
        "2022-11/2023-03",
    ),
    ("2023—2024采暖季结束，食堂开了12家，上一季开食堂30家。", "2022/2023", "2023/2024"),
    (
        "雪今年少。刚过去的这个冬天开了30家，而上一个冬天食堂开了12家。",
        "2024-12/2025-02",
        "2023-12/2024-02",
    ),
)


def are_warned(write_site: WriteSite, article: str, *periods: str) -> list[bool]:
    """Whether the verification warns of each of ``periods`` for 12家 in an article of March 2025."""
    return [
        any(
            f"is about {period}" in one
            for one in said_of(
                write_site, article, f"printed: 12家, period: {period}", published="2025-03-18"
            )
        )
        for period in periods
    ]


@pytest.mark.parametrize(("article", "wrong", "right"), COUNTED)
def test_a_time_is_counted_from_another_one(
    write_site: WriteSite, article: str, wrong: str, right: str
) -> None:
    assert are_warned(write_site, article, wrong, right) == [True, False]


@pytest.mark.parametrize(
    ("article", "period"),
    [
        ("2022年，时隔七年再次清点，食堂有12家。", "2022"),
        ("2024年10月1日，新中国成立七十五周年之际，食堂开了12家。", "2024-10-01"),
        ("2024年3月，食堂比十年前的3月多了，达到12家。", "2024-03"),
        ("2024年1月1日开门，第一个完整的月份，新开食堂12家。", "2024-01"),
        ("冬天多雪，上一个冬天食堂开了12家。", "2024-12/2025-02"),
        ("2018年开馆，翌年扩建，2024年食堂有12家。", "2024"),
    ],
)
def test_what_is_counted_from_no_time_that_is_told_leaves_the_figure_its_own(
    write_site: WriteSite, article: str, period: str
) -> None:
    assert are_warned(write_site, article, period) == [False]


@pytest.mark.parametrize(
    ("article", "wrong", "right"),
    [
        (
            "昨天，一日新开食堂30家。此前的纪录诞生于2023年8月4日，为12家。",
            "2025-03-17",
            "2023-08-04",
        ),
        ("今年2月食堂有30家。上一次清点是在2021年6月，数到食堂12家。", "2025-02", "2021-06"),
        ("“我1998年进站那会儿食堂有3家。前年我退休时再看，食堂12家。”", "1998", "2023"),
        ("去年食堂新开30家。一旁留着前年的粉笔印——12家。", "2024", "2023"),
        ("去年5月，食堂新开30家；前年同月，食堂新开12家。", "2024-05", "2023-05"),
        ("去年食堂新开30家。墙上还有前年的牌子，写着12家。", "2024", "2023"),
        (
            "截至今年2月底，食堂有30家；上一版名册是去年同一天造的，食堂12家。",
            "2025-02-28",
            "2024-02-28",
        ),
        ("上一个榨季（2022/2023年）食堂开了12家，本榨季30家。", "2023/2024", "2022/2023"),
        ("“十三五”收官那年，食堂有30家；“十四五”开局之年，食堂有12家。", "2020", "2021"),
        ("“十三五”那五年，新建食堂12家；“十四五”走过四年，又建30家。", "2021/2024", "2016/2020"),
        ("“十三五”末，食堂有30家。“十四五”第三年，食堂到了12家。", "2020", "2023"),
        (
            "第二次食堂普查（2012年完成）查出食堂12家，今年公布的第三次普查查出30家。",
            "2025",
            "2012",
        ),
        ("五年来，县里共新建食堂12家。2024年建了3家。", "2024", "2020/2024"),
        (
            "翻《县志》，民国二十三年大旱，自六月至八月，施粥食堂仅开12家。",
            "2024-06/2024-08",
            "1934-06/1934-08",
        ),
        ("民国二十三年，县城食堂有12家；民国三十六年有30家。", "1947", "1934"),
        ("3月15日，食堂街开市，首日进场12家，三天30家。", "2025-03", "2025-03-15"),
    ],
)
def test_a_time_that_its_sentence_names_beside_is_that_of_the_figure(
    write_site: WriteSite, article: str, wrong: str, right: str
) -> None:
    assert are_warned(write_site, article, wrong, right)[1] is False
    assert any(
        "「12家」" in one
        for one in said_of(
            write_site, article, f"printed: 12家, period: {wrong}", published="2025-03-18"
        )
    )


@pytest.mark.parametrize(
    ("article", "wrong", "right"),
    [
        ("2月当月，新开食堂3家。把1月也算上，今年累计开了12家食堂。", "2025-02", "2025-01/2025-02"),
        ("去年夏天，开市没有声响。食堂街开市头十天，新开食堂12家。", "2025-02", "2024-07"),
        ("最后一家食堂上月歇业。三年间，关掉的食堂有12家。", "2019", "2025"),
        ("2019年9月开通。今年2月食堂开30家，开通首月，食堂开12家。", "2016", "2019-09"),
        ("2月20日公布的结果显示，查过的食堂有12家。", "2019", "2025-01"),
        ("食堂街开市定在今年2月。街上登记的食堂有12家。", "2019", "2025"),
        ("去年，修食堂的人把1956年的炉子拆下，新食堂12家。", "", "2024"),
    ],
)
def test_a_time_of_something_else_or_of_a_whole_leaves_the_figure_its_own(
    write_site: WriteSite, article: str, wrong: str, right: str
) -> None:
    assert are_warned(write_site, article, right) == [False]
    assert not wrong or are_warned(write_site, article, wrong) == [True]
