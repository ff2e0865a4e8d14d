"""Fuzzing what reads figures: the grammar, and the finder that proves them in articles."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from statsite.evidence.articles import article
from statsite.evidence.printed_forms import span_lengths
from statsite.evidence.search import Ambiguous, Found, NotFound, Partial, find_printed
from statsite.extract.draft import draft_yaml
from statsite.extract.extraction import extract_text
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Reading, Unreadable, read_printed
from statsite.problems import Problem
from statsite.quantity import Quantity, Relation
from statsite.read.yaml_tree import read_tree
from tests.fuzz.target import Target
from tests.fuzz.texts import sometimes_grown, texts_of
from tests.hostile.numerals import wide

_FIGURE = (
    *"0123456789０９.，,%％‰/~～-—−－+至到〇零一二两三九十百千万亿点半成倍余多近超约过上内个人元张年月日第数几",
    "799.3", "31031", "22 893", "1,234", "百分之", "分之", "超过", "不足", "不超过", "不得超过",
    "至少", "以上", "以下", "以内",
    "左右", "一半", "百分点", "人次", "/10万", "千克", "有余", "达到", "翻一番", "贰佰", "萬", "億",
    "兩",
    "∶1", "零下", "℃", "½", "²", "①",
)  # fmt: skip
_TEXT = (
    *_FIGURE, "全市共有", "其中", "，", "、", "。", "；", "（", "）", "分别为", "增长", "从",
    "同比", "\n", "\n\n", " | ", "- ", "> ", "**",
    "单位：万元\n", "表1", "养老床位",
)  # fmt: skip
_WORDS = st.lists(
    st.sampled_from(
        (
            "人",
            "人次",
            "名",
            "个",
            "个百分点",
            "%",
            "‰",
            "/10万",
            "千克",
            "元",
            "年",
            "张",
            "倍",
            ":1",
            "℃",
            "个月",
        )
    ),
    max_size=4,
    unique=True,
)


def figures_are_read_or_refused(made: tuple[str, list[str]]) -> None:
    """A reason with a place, or a reading whose parts read to the same quantity, in full-width
    digits too.
    """
    text, words = made
    outcome = read_printed(text, words)
    if isinstance(outcome, Unreadable):
        assert outcome.reason
        assert 0 <= outcome.stopped_at <= len(text)
        return
    _assert_sound(outcome.quantity)
    assert _quantity("".join(part.text for part in outcome.parts), words) == outcome.quantity
    assert _quantity(wide(text), words) == outcome.quantity


def _quantity(text: str, words: list[str]) -> Quantity | None:
    reading = read_printed(text, words)
    return reading.quantity if isinstance(reading, Reading) else None


def _assert_sound(quantity: Quantity) -> None:
    """That bounds are in order, a value lies between them, and only a range has none."""
    value, low, high = quantity.value, quantity.low, quantity.high
    assert (value is None) == (quantity.relation is Relation.RANGE)
    assert low is None or high is None or low <= high
    assert value is None or ((low is None or low <= value) and (high is None or value <= high))
    assert quantity.precision is None or quantity.precision > 0


def finds_are_whole(made: tuple[str, str, str, list[str], str | None]) -> None:
    """What is found is a stretch of the article that reads to the figure's own quantity, of a
    length that the figure can have.
    """
    before, printed, behind, words, near = made
    text = article(list(enumerate(f"{before}{printed}{behind}".split("\n"), 1)))
    finding = find_printed(printed, near, text, unit_words(words))
    if isinstance(finding, Found):
        least, most = span_lengths(printed)
        assert 0 <= finding.start < finding.end <= len(text.text)
        assert least <= finding.end - finding.start <= most
        given = text.given[slice(*text.span_given(finding.start, finding.end))]
        assert _quantity(text.text[finding.start : finding.end], words) in {
            _quantity(printed, words),
            None,
        }, given
    elif isinstance(finding, Partial):
        assert finding.whole
    elif isinstance(finding, Ambiguous):
        assert len(finding.before) > 1
    elif isinstance(finding, NotFound):
        assert len(finding.look_alikes) <= 3


_ARTICLES = st.tuples(
    sometimes_grown(texts_of(_TEXT, most=12), 100_000),
    texts_of(_FIGURE, most=5)
    | st.sampled_from(
        (
            "799.3万张",
            "超过8.5万对",
            "22893个",
            "85%左右",
            "1/3",
            "3年6个月",
            "12亿零741.3万人",
            "5",
        )
    ),
    texts_of(_TEXT, most=8),
    _WORDS,
    st.none() | st.sampled_from(("养老床位", "其中", "，", "")),
)


def articles_are_searched(text: str) -> None:
    """Every quantity that is drafted from an article is in it, in order and none within another;
    the draft is YAML.
    """
    drafted, last = extract_text(text), 0
    for found in drafted:
        assert last <= found.start < found.end <= len(text)
        last = found.end
    problems: list[Problem] = []
    read_tree(draft_yaml(drafted, name="f.txt"), "f.yaml", problems)
    assert not [
        problem for problem in problems if problem.check not in {"yaml-empty", "file-too-large"}
    ]


TARGETS: tuple[Target[Any], ...] = (
    Target(
        "figures",
        st.tuples(sometimes_grown(texts_of(_FIGURE, most=12), 100_000), _WORDS),
        figures_are_read_or_refused,
    ),
    Target("finder", _ARTICLES, finds_are_whole),
    Target("articles", sometimes_grown(texts_of(_TEXT), 200_000), articles_are_searched),
)
