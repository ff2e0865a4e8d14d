"""A figure that is offered beside another one, of which only one can be true."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("涉案车辆要么5辆，要么6辆，尚待核查。", "5辆", "辆"),
        ("涉案车辆要么5辆，要么6辆，尚待核查。", "6辆", "辆"),
        ("塌方长度一说200米，一说260米。", "200米", "米"),
        ("塌方长度一说200米，另一说260米。", "260米", "米"),
        ("大坝修了多久，有说30年，也有说40年。", "30年", "年"),
        ("大坝修了多久，有的说30年，有的说40年。", "40年", "年"),
        ("现场不是5辆就是6辆。", "6辆", "辆"),
        ("遇难者16（一说17）人。", "16", "人"),
        ("碑刻存24（另说25）通。", "24", "通"),
        ("义田120（又作130）亩。", "120", "亩"),
        ("乐工名册存48（或49）人。", "48", "人"),
        ("铜钟高24[26]寸。", "24", "寸"),
    ],
)
def test_one_of_two_is_none(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("据说全程跑了5公里。", "5公里", "公里"),
        ("当日或许有雨，全市来了50人，或者更多时间停留。", "50人", "人"),
        ("需要桌子30张或者椅子。", "30张", "张"),
        ("有人说天热，今日来了80人，分两批。", "80人", "人"),
        ("遇难者16（含儿童2）人。", "16", "人"),
        ("碑刻存24通[3]，多已残损。", "24通", "通"),
    ],
)
def test_words_that_offer_no_other_figure(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
