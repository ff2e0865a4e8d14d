"""What the clues of titles look at."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.statements import statements
from statsite.evidence.sentence.title_clues import TITLE_CLUES, Fit
from statsite.evidence.sentence.title_fit import fits

_CLUES = {clue.name: clue for clue in TITLE_CLUES}


def fit(text: str, printed: str, title: str) -> Fit:
    """The title beside the number that the text prints so."""
    start = text.index(printed)
    told = statements(text, start, start + len(printed))
    return next(one for one in fits(text, told, title) if one.told.start == start)


@pytest.mark.parametrize(
    ("clue", "text", "printed", "title", "strength"),
    [
        ("own", "投下蟹苗210万只。", "210万只", "蟹苗", 1.0),
        ("own", "投下蟹苗210万只。", "210万只", "蟹笼", 0.5),
        ("own", "卖出210万只。", "210万只", "销量", 1.0),
        ("nowhere", "投下蟹苗210万只。", "210万只", "鱼鳞", 1.0),
        ("before", "蟹苗在塘里，投下210万只。", "210万只", "蟹苗", 1.0),
        ("carried", "蟹苗去年投下180万只，今年210万只。", "210万只", "蟹苗", 1.0),
        ("carried then", "蟹苗去年投下180万只，今年210万只。", "210万只", "蟹苗", 1.0),
        ("carried there", "蟹苗城里180万只，东乡210万只。", "210万只", "蟹苗", 1.0),
        ("there alone", "蟹苗180万只，鱼210万尾。", "210万尾", "蟹苗", 1.0),
        ("here alone", "蟹苗180万只，鱼210万尾。", "180万只", "蟹苗", 1.0),
        ("named behind", "来了3名厨师。", "3名", "厨师", 1.0),
        ("counted by title", "摆出床位320张。", "320张", "床位张数", 1.0),
        ("same kind", "卖了4万元。", "4万元", "销售收入", 1.0),
        ("another kind", "卖了4万元。", "4万元", "就诊人数", 1.0),
        ("change", "药价比上年降3元。", "3元", "药价降幅", 1.0),
        ("only change", "药价比上年降3元。", "3元", "药价", 1.0),
        ("other way", "药价降3元。", "3元", "药价涨幅", 1.0),
        ("same way", "药价涨3元。", "3元", "药价涨幅", 1.0),
        ("of each", "平均每人1300页。", "1300页", "修复页数", 1.0),
        ("the most", "最多的一天528人。", "528人", "就诊人数", 1.0),
        ("not the most", "一天528人。", "528人", "最高就诊人数", 1.0),
        ("whole", "共投下210万只。", "210万只", "投放总数", 1.0),
        ("not left", "投下210万只。", "210万只", "剩余只数", 1.0),
        ("part", "女性占52%。", "52%", "女性占比", 1.0),
        ("own", "老人3万人，占人口的22%。", "22%", "老人占比", 0.5),
        ("own", "在建3个省级、5个市级工作室。", "3个", "省级工作室", 1.0),
        ("own", "3个县(市、区)都在县委成立健康委。", "3个", "成立健康委的县", 1.0),
        ("other extreme", "最高36.2℃。", "36.2℃", "最低气温", 1.0),
        ("other stage", "规划126公里。", "126公里", "建成里程", 1.0),
        ("done", "办结26户。", "26户", "完成审核户数", 1.0),
        ("begun", "报名3860人。", "3860人", "报名人数", 1.0),
        ("only begun", "报名3860人。", "3860人", "录取人数", 1.0),
        ("only amiss", "不合格18批次。", "18批次", "抽检批次", 1.0),
        ("other account", "花去380万元。", "380万元", "卖菜收入", 1.0),
        ("only share", "女性52%。", "52%", "女工", 1.0),
        ("only people", "女性52人。", "52人", "产值", 1.0),
    ],
)
def test_a_clue_has_its_strength(
    clue: str, text: str, printed: str, title: str, strength: float
) -> None:
    assert _CLUES[clue].strength(fit(text, printed, title)) == pytest.approx(strength)


def test_clues_have_names_and_weights_of_their_own() -> None:
    assert len(_CLUES) == len(TITLE_CLUES)
    assert all(abs(clue.weight) > 0 for clue in TITLE_CLUES)


def test_the_score_is_the_sum_of_what_the_clues_say() -> None:
    one = fit("投下蟹苗210万只、鱼苗480万尾。", "480万尾", "蟹苗投放量")
    assert one.score == pytest.approx(sum(it.weight * it.strength(one) for it in TITLE_CLUES))
