"""Whether a stretch of an article is a whole figure: what a table says of its scale, and words of
other units.
"""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import Found, Partial, find_printed
from statsite.grammar.amounts import unit_words

_UNITS = unit_words(("个", "家", "人", "元", "%"))


def whole(*lines: str, printed: str) -> str:
    """What the lines say of which ``printed`` is only a part; nothing where it is whole."""
    found = find_printed(printed, None, article(list(enumerate(lines, start=1))), _UNITS)
    assert isinstance(found, Found | Partial)
    return found.whole if isinstance(found, Partial) else ""


@pytest.mark.parametrize(
    ("lines", "printed", "said"),
    [
        pytest.param(("单位：万元", "合计 500"), "500", "单位:万", id="a table counts in 万元"),
        pytest.param(("单位:亿", "合计 500"), "500", "单位:亿", id="in 亿"),
        pytest.param(("床位（10³张）", "500"), "500", "(10³", id="in a power of ten"),
        pytest.param(("以万元计", "合计 500"), "500", "以万元计", id="said in words"),
        pytest.param(("人数/千人", "护士 500"), "500", "数/千人", id="in thousands"),
        pytest.param(("指标 亿元", "合计 500"), "500", " 亿元", id="in a cell of its own"),
        pytest.param(("共 2 万元", "合计 500"), "500", "", id="a number is in the cell"),
        pytest.param(
            ("人数（万人）", "合计 500"), "500", "(万人)", id="the head says it in brackets"
        ),
        pytest.param(("单位：万元", "合计 500人"), "500人", "", id="the figure has its own unit"),
        pytest.param(("单位：万元", "合计 500人"), "500", "", id="its unit stands behind it"),
        pytest.param(("单位：万元", "合计 500万"), "500万", "", id="it has a scale of its own"),
        pytest.param(("合计 500。", "单位：万元"), "500", "", id="the words stand behind it"),
        pytest.param(("单位：元", "合计 500"), "500", "", id="no scale"),
        pytest.param(("单位：万元", "占三分之一"), "三分之一", "", id="a share"),
    ],
)
def test_a_bare_number_is_what_its_table_counts(
    lines: tuple[str, ...], printed: str, said: str
) -> None:
    assert whole(*lines, printed=printed) == said


@pytest.mark.parametrize(
    ("text", "printed", "said"),
    [
        ("共5个百分点", "5个", "5个百分点"),
        ("共5人次", "5人", "5人次"),
        ("共5吨货", "5", "5吨"),
        ("共5级台风", "5", "5级"),
        ("共5万吨货", "5万", "5万吨"),
        ("共5元人民币", "5元", ""),
        ("共5元钱", "5元", ""),
        ("共5亿元", "5亿", ""),
        ("共10家机构", "10", ""),
        ("共10家机构", "10家", ""),
        ("共10机构", "10", "10机"),
        ("约5吨左右", "约5", "约5吨左右"),
        ("5吨以上", "5吨以上", ""),
        ("共5家以上单位", "5家以上", ""),
        ("共5以上单位", "5以上", ""),
    ],
)
def test_a_word_of_another_unit_makes_a_figure_longer(text: str, printed: str, said: str) -> None:
    assert whole(text, printed=printed) == said


@pytest.mark.parametrize(
    ("text", "printed", "said"),
    [
        ("共一千二百家", "二百家", "一千二百家"),
        ("共超过8.5万家", "8.5万家", "超过8.5万家"),
        ("共3至5家", "5家", "3至5家"),
        ("共300家以上", "300家", "300家以上"),
        ("签约10家", "约10家", "签约10家"),
        ("大约10家", "约10家", "大约10家"),
        ("共10家", "10家", ""),
        ("起诉213件386人，", "386人", ""),
        ("连锁会所6家门店", "6家", ""),
        ("由27毫克/升降至17毫克/升", "27毫克/升", ""),
        ("188家规上企业", "188家", ""),
        ("能收500\n冲600项", "500", "500冲"),
        ("指标 500\n占12%", "500", ""),
    ],
)
def test_the_longest_figure_around_a_span_is_told(text: str, printed: str, said: str) -> None:
    assert whole(text, printed=printed) == said


def test_a_unit_without_words_has_no_other_unit() -> None:
    text = article([(1, "共5吨货")])
    assert find_printed("5", None, text, unit_words(())) == Found(1, 2)
    assert find_printed("5", None, text, _UNITS) == Partial("5吨")


@pytest.mark.parametrize("plan", ["十一五", "十四五", "十五五"])
def test_the_number_of_a_plan_is_no_part_of_a_figure(plan: str) -> None:
    assert whole(f"列入{plan}35个项目。", printed="35个") == ""
