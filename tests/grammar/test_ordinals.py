"""Numbers of places in a row, of beds and rooms, and those that count beside the same words."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("位居第35名医生之后。", "35名", "名"),
        ("第35名医生到岗。", "35", "名"),
        ("第35位患者痊愈。", "35位", "位"),
        ("第35位患者痊愈。", "35位", "人 名 位"),
        ("第3批药品到货。", "3批", "批"),
        ("第3批药品到货。", "3", "批"),
        ("第12所学校落成。", "12所", "所"),
        ("第5000位读者来信。", "5000位", "位"),
        ("在第三35家店。", "35家", "家"),
        ("第一12家。", "12家", "家"),
        ("录取前35人。", "35人", "人"),
        ("前35名获奖者。", "35名", "名"),
        ("全国前10家药企占七成。", "10家", "家"),
        ("跻身前20个城市。", "20个", "个"),
        ("35床的家属来了。", "35床", "床"),
        ("病人住3号楼35床。", "35床", "床"),
        ("内科35床出院。", "35", "床"),
        ("门诊部在三楼。", "三楼", "楼"),
        ("三楼是门诊部。", "三楼", "楼"),
        ("公寓402室失火。", "402室", "室"),
    ],
)
def test_a_place_in_a_row_counts_nothing(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("居全省第3位，上升2位。", "3位", "位"),
        ("综合指数第12名", "12名", "名"),
        ("排名第3。", "3", "位"),
        ("第3位是甲县。", "3位", "位"),
        ("目前35家药店开业。", "35家", "家"),
        ("目前35名教师在岗。", "35名", "名"),
        ("改造前35家药店营业。", "35家", "家"),
        ("十年前35所学校合并。", "35所", "所"),
        ("开车前48小时办理。", "48小时", "小时"),
        ("调拨棉被300床。", "300床", "床"),
        ("全院床位350床。", "350床", "床"),
        ("棉被2.3万床。", "2.3万床", "床"),
        ("设35床。", "35床", "床"),
        ("共有35室。", "35室", "室"),
        ("甲市35名医生获奖。", "35名", "名"),
    ],
)
def test_a_rank_and_what_counts_is_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
