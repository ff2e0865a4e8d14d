"""What an article says that a figure is counted in."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of, seen_near
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "unit", "said"),
    [
        pytest.param("2024年食堂12家。", "place", [], id="its own word"),
        pytest.param("2024年食堂12，展位无。", "place", [], id="no word"),
        pytest.param(
            "2024年食堂12家。",
            "rate",
            ["is counted in `rate`, but near 「12」 `bulletin` has 「12家」"],
            id="another unit's",
        ),
        pytest.param("2024年食堂12家庭。", "rate", [], id="the beginning of another word"),
    ],
)
def test_a_unit_word_of_another_unit_behind_the_number_is_a_warning(
    write_site: WriteSite, article: str, unit: str, said: list[str]
) -> None:
    assert said_of(write_site, article, "printed: 12", unit=unit) == [
        f"context-differs warning: `care.canteens` {one}" for one in said
    ]


@pytest.mark.parametrize(
    ("article", "seen"),
    [
        ("2024年每百户拥有食堂12家。", "每百户拥有食堂"),
        ("2024年每百户12家。", "每百户12家"),
        ("2024年食堂12家/县。", "12家/县"),
    ],
    ids=["far", "each", "per"],
)
def test_a_number_of_so_many_each_wants_a_unit_that_says_so(
    write_site: WriteSite, article: str, seen: str
) -> None:
    said = (
        [
            (
                "context-differs warning: `care.canteens` is counted in `place`, but near "
                f"「12家」 `bulletin` has 「{seen}」"
            )
        ]
        if seen
        else []
    )
    assert said_of(write_site, article, "printed: 12家") == said


@pytest.mark.parametrize(
    ("head", "seen"), [("占比", "占比"), ("百分比", "百分比"), ("构成比（%）", "%")]
)
def test_the_head_of_a_row_counts_on_any_line(write_site: WriteSite, head: str, seen: str) -> None:
    above = "2024年食堂和展位的统计表如下，已经逐项核对，请按此执行。"
    said = f"is counted in `place`, but near 「12.5」 `bulletin` has 「{seen}」"
    found = said_of(write_site, f"{above}\n食堂{head} 12.5", "printed: 12.5")
    assert [one for one in found if "is counted in" in one] == [
        f"context-differs warning: `care.canteens` {said}"
    ]


def test_a_unit_word_in_place_of_the_units_own_makes_a_part_of_the_number(
    write_site: WriteSite,
) -> None:
    assert said_of(write_site, "2024年食堂12家。", "printed: 12", unit="bed") == [
        "figure-partial error: 「12」 is only part of a figure in `bulletin`"
    ]


@pytest.mark.parametrize(("title", "is_warned"), [("每百户食堂", False), ("食堂", True)])
def test_a_title_that_names_the_base_says_so(
    write_site: WriteSite, title: str, *, is_warned: bool
) -> None:
    said = said_of(write_site, "2024年每百户拥有食堂12家。", "printed: 12家", title=title)
    assert bool(said) is is_warned


def test_what_is_earned_in_a_month_is_no_income_of_a_year(write_site: WriteSite) -> None:
    article = "2024年食堂月入12家。"
    assert said_of(write_site, article, "printed: 12家", title="食堂年收入") == [
        (
            "context-differs warning: `care.canteens` is counted in `place`, but near 「12家」 "
            "`bulletin` has 「月入」"
        )
    ]
    assert said_of(write_site, article, "printed: 12家", title="食堂月收入") == []


@pytest.mark.parametrize(
    ("article", "title", "seen"),
    [
        ("2024年每天新增食堂12家。", "月均新增食堂", "每天新增食堂"),
        ("2024年每个月新增食堂12家。", "年均新增食堂", "每个月新增食堂"),
        ("2024年每个月新增食堂12家。", "月均新增食堂", ""),
        ("2024年每个月每万人新增食堂12家。", "月均新增食堂", ""),
    ],
)
def test_a_rate_per_something_else_is_a_warning(
    write_site: WriteSite, article: str, title: str, seen: str
) -> None:
    said = said_of(write_site, article, "printed: 12家", title=title)
    assert said == (seen_near("is counted in `place`", seen) if seen else [])


@pytest.mark.parametrize(
    ("article", "seen"),
    [
        ("2024年食堂（‰）\n湖南　15\n全国　12", "‰"),
        ("指标　单位　2024年\n展位　张　3\n食堂　万元　12", "万元"),
        ("2024年\n名称　食堂（‰）　展位（张）\n全国　12　15", "‰"),
        ("2024年\n名称　全国\n展位（张）　15\n食堂（‰）　12", "‰"),
        ("2024年食堂数（每百户）：食堂12，展位3。", "每百户"),
        ("以下数字单位均为‰：2024年展位3，食堂12。", "‰"),
        ("2024年食堂（公里/小时）为12。", "公里/小时"),
        ("2024年食堂（家；‰）\n名称　展位　食堂\n全国　15　12", "‰"),
        ("2024年食堂（‰；家）\n名称　展位　食堂\n全国　15　12", ""),
        ("2024年（食堂：‰；展位：张）\n名称　展位　食堂\n全国　15　12", "‰"),
        ("2024年（展位：‰；食堂：家）\n名称　展位　食堂\n全国　15　12", ""),
        ("2024年（食堂单位：‰，展位单位：张）\n名称　展位　食堂\n全国　15　12", "‰"),
        ("2024年（展位单位：‰，食堂单位：家）\n名称　展位　食堂\n全国　15　12", ""),
        ("2024年食堂（家）\n湖南　15\n全国　12", ""),
        ("2024年\n名称　食堂（家）　展位（‰）\n全国　12　15", ""),
        ("2024年食堂（按‰列出）\n湖南　15\n全国　12", ""),
        ("2024年展位（‰）\n表后另有说明。\n全国食堂　12", ""),
    ],
    ids=[
        "of a title",
        "of a cell",
        "over a column",
        "of a row",
        "before a colon",
        "of a remark",
        "before a verb",
        "one for each column",
        "its own of its column",
        "of a named head",
        "its own of a named head",
        "of a head in a list of units",
        "its own in a list of units",
        "its own",
        "of another column",
        "no unit",
        "beyond a sentence",
    ],
)
def test_the_unit_of_a_head_is_that_of_its_bare_numbers(
    write_site: WriteSite, article: str, seen: str
) -> None:
    said = [one for one in said_of(write_site, article, "printed: 12") if "is counted" in one]
    assert said == (seen_near("is counted in `place`", seen, printed="12") if seen else [])


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("2024年全国食堂收入1310亿美元，其中早餐12亿。", "美元"),
        ("2024年全国食堂收入1310亿元，其中早餐12亿。", ""),
        ("2024年全国食堂收入1310亿美元，其中早餐12亿元。", ""),
    ],
)
def test_a_sum_without_its_currency_is_of_the_one_before(
    write_site: WriteSite, sentence: str, seen: str
) -> None:
    said = said_of(write_site, sentence, "printed: 12亿", unit="yuan", title="食堂早餐")
    assert [one for one in said if "counted" in one] == (
        seen_near("is counted in `yuan`", seen, printed="12亿") if seen else []
    )


def test_a_rate_is_told_in_however_many_words(write_site: WriteSite) -> None:
    article = "2024年全国每万人口拥有社区老年食堂（含助餐点）12家。"
    seen = seen_near("is counted in `place`", "每万人口拥有社区老年食堂(含助餐点)")
    assert said_of(write_site, article, "printed: 12家", title="每千人口拥有食堂") == seen
    assert said_of(write_site, article, "printed: 12家", title="每万人口拥有食堂") == []


def test_a_rate_may_be_per_so_many(write_site: WriteSite) -> None:
    article = "2024年，全国每50公斤大米设食堂12家。"
    seen = seen_near("is counted in `place`", "每50公斤大米设食堂")
    assert said_of(write_site, article, "printed: 12家", title="每公斤大米食堂") == seen
    assert said_of(write_site, article, "printed: 12家", title="每50公斤大米食堂") == []


def test_a_head_says_what_its_figures_are_per(write_site: WriteSite) -> None:
    article = "2024年食堂（家/{}）\n湖南　15\n全国　12"
    assert said_of(write_site, article.format("日"), "printed: 12", title="日均食堂") == []
    assert said_of(write_site, article.format("日"), "printed: 12", title="月均食堂") == seen_near(
        "is counted in `place`", "家/日", printed="12"
    )
    assert said_of(write_site, article.format("日"), "printed: 12", title="食堂") == seen_near(
        "is counted in `place`", "家/日", printed="12"
    )


@pytest.mark.parametrize(
    ("article", "seen"),
    [
        ("2024年月均食堂（家）\n湖南　15\n全国　12", "2024年月均食堂(家)"),
        ("2024年\n名称　月均食堂（家）\n湖南　15\n全国　12", "月均食堂(家)"),
        ("2024年年均食堂（家）\n湖南　15\n全国　12", ""),
    ],
)
def test_what_a_head_is_called_says_what_its_figures_are_per(
    write_site: WriteSite, article: str, seen: str
) -> None:
    said = said_of(write_site, article, "printed: 12", title="年均食堂")
    said = [one for one in said if "is counted" in one]
    assert said == (seen_near("is counted in `place`", seen, printed="12") if seen else [])


@pytest.mark.parametrize(
    ("article", "printed", "seen"),
    [
        ("2024年全国食堂按用餐人次算是12万，按家数算是3万。", "12万", "人次"),
        ("2024年全国食堂按桌数算是12万，按家数算是3万。", "12万", "桌"),
    ],
    ids=["times", "other things, which one word may count alike"],
)
def test_what_a_bare_number_is_counted_by_is_held_against_its_unit(
    write_site: WriteSite, article: str, printed: str, seen: str
) -> None:
    said = said_of(write_site, article, f"printed: {printed}")
    assert said == seen_near("is counted in `place`", seen, printed=printed)
    assert said_of(write_site, article, "printed: 3万") == []


@pytest.mark.parametrize(
    "article",
    [
        "全国食堂以美元记账。2024年收入12亿。",
        "2024年全国食堂收入12亿，单位是美元。",
        "2024年全国食堂收入12亿。文中金额均以美元计。",
        "全国食堂用美元收钱。2024年收入12亿。",
    ],
)
def test_the_currency_of_an_account_is_held_against_a_bare_sum(
    write_site: WriteSite, article: str
) -> None:
    title = "食堂收入"
    said = said_of(write_site, article, "printed: 12亿", unit="yuan", title=title)
    assert said == seen_near("is counted in `yuan`", "美元", printed="12亿")
    own = article.replace("美元", "人民币")
    assert said_of(write_site, own, "printed: 12亿", unit="yuan", title=title) == []
    people = article.replace("收入12亿", "有12亿")
    assert said_of(write_site, people, "printed: 12亿") == []


@pytest.mark.parametrize("words", ["按人数算是", "按人计，有"])
def test_to_be_counted_by_its_own_unit_is_no_rate(write_site: WriteSite, words: str) -> None:
    article = f"2024年全国食堂{words}12万。"
    assert said_of(write_site, article, "printed: 12万", unit="person") == []


@pytest.mark.parametrize(("printed", "seen"), [("480元", "每月收费"), ("900元", "一座")])
def test_what_another_number_is_per_is_held_against_the_unit(
    write_site: WriteSite, printed: str, seen: str
) -> None:
    article = "2024年全国食堂每月收费480元，每学期收费600元，一座食堂收费900元。"
    said = said_of(write_site, article, f"printed: {printed}", unit="term", title="收费")
    assert seen_near("is counted in `term`", seen, printed=printed)[0] in said
    assert said_of(write_site, article, "printed: 600元", unit="term", title="收费") == []


@pytest.mark.parametrize(("clause", "seen"), [("包月收", "包月收"), ("一件毛衫", "一件毛衫")])
def test_what_a_clause_tells_of_one_thing_is_held_against_the_unit(
    write_site: WriteSite, clause: str, seen: str
) -> None:
    article = f"2024年全国食堂每学期收费600元，{clause}480元。"
    said = said_of(write_site, article, "printed: 480元", unit="term", title="收费")
    assert seen_near("is counted in `term`", seen, printed="480元")[0] in said
    assert said_of(write_site, article, "printed: 600元", unit="term", title="收费") == []


@pytest.mark.parametrize(
    ("behind", "title", "seen"),
    [
        ("，以新台币计", "食堂收费", "新台币"),
        ("，均以港元计", "食堂收费", "港元"),
        ("，以新台币计", "食堂收费（新台币）", ""),
        ("，以次数计", "食堂收费", ""),
    ],
)
def test_the_currency_behind_a_sum_in_yuan_is_held_against_its_unit(
    write_site: WriteSite, behind: str, title: str, seen: str
) -> None:
    article = f"2024年食堂收费480元{behind}。"
    said = said_of(write_site, article, "printed: 480元", unit="yuan", title=title)
    warned = seen_near("is counted in `yuan`", seen, printed="480元") if seen else []
    assert said == warned
