"""No text, however odd, stops the extractor, and each of its periods is one that an editor may
write.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statsite.extract.extraction import extract_text
from statsite.periods import parse_period

_WORDS = (
    *(
        "2024年",
        "1999年",
        "2100年",
        "一九九八年",
        "0年",
        "9999年",
        "今年",
        "去年",
        "上年",
        "次年",
        "那年",
        "明年",
        "2024—2025赛季",
        "30年前",
    ),
    *(
        "上半年",
        "前11个月",
        "四季度",
        "全年",
        "年末",
        "2月30日",
        "2月29日",
        "12月31日",
        "31日",
        "三十一日",
        "当天",
        "次日",
        "上周日",
        "昨天",
        "上月",
    ),
    *(
        "本届赛事",
        "假期",
        "国庆假期",
        "假期首日",
        "比赛期间",
        "上赛季",
        "“十四五”期间",
        "90年代",
        "至今",
        "同期",
        "以来",
        "前",
        "起",
        "底",
    ),
    *(
        "比",
        "由",
        "到",
        "至",
        "截至",
        "自",
        "与",
        "相比",
        "增至",
        "开幕",
        "闭幕",
        "届",
        "的",
        "是",
        "一、",
        "1.",
        "（一）",
        "《",
        "》",
        "（",
        "）",
    ),
    *(
        "本报",
        "电",
        "讯",
        "发布",
        "星期三",
        "第3版",
        "2024-02-29",
        "2023年2月29日",
        "5个",
        "约3.1万人",
        "6%",
        "0",
        "，",
        "。",
        "；",
        "、",
        "\n",
        "\n\n",
        "\u3000",
        " ",
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map("".join))
@example("2024年国庆假期2024年上月")  # the month before a day of no year
def test_times_in_any_order_are_read_or_left_open(text: str) -> None:
    for quantity in extract_text(text):
        assert quantity.period is None or parse_period(str(quantity.period)) == quantity.period


@pytest.mark.parametrize(
    "text",
    [
        "今年去年增加5个",
        "次年，5个。" * 9000,
        "上年，5个。" * 3000,
        "本报2月29日电 2023年有5个。29日，有6个",
        "2024年2月29日有5个，去年同期为6个",
        "\n",
        "*\n#\n>",
        "",
    ],
    ids=[
        "no year",
        "years beyond all",
        "years before all",
        "no such day",
        "a day of leap years",
        "a line",
        "marks alone",
        "nothing",
    ],
)
def test_an_odd_text_is_no_failure(text: str) -> None:
    for quantity in extract_text(text):
        assert quantity.period is None or parse_period(str(quantity.period)) == quantity.period
