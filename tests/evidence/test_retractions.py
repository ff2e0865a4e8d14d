"""What takes an article back is seen in its whole file, also outside the lines of its source."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from statsite.evidence.articles import Articles
from statsite.evidence.retractions import retraction_problems
from tests.support.proven_site import ARTICLE, DATASET, FILES, site_in, texts
from tests.support.types import WriteSite

Told = Callable[..., list[str]]


@pytest.fixture
def told(write_site: WriteSite) -> Told:
    def retractions(article: str, dataset: str = FILES[DATASET]) -> list[str]:
        root = write_site({**FILES, DATASET: dataset})
        problems = retraction_problems(site_in(root), texts(root.parent / "texts", article))
        return [problem.message for problem in problems]

    return retractions


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("上述说法系谣言。", "上述说法系谣言"),
        ("以上内容均不属实。", "以上内容均不属实"),
        ("特此更正。", "特此更正"),
        ("以下为省应急厅组织的桌面推演脚本。", "以下为省应急厅组织的桌面推演脚本"),
        ("本文纯属虚构。", "本文纯属虚构"),
        ("以下为演出信息。", ""),
        ("該報道有誤。", "该报道有误"),
        ("谣言止于智者。", ""),
        ("医院更正了地址。", ""),
    ],
)
def test_a_line_behind_the_lines_of_the_source_takes_the_article_back(
    told: Told, line: str, said: str
) -> None:
    expected = [f"the file of `bulletin` says 「{said}」"] if said else []
    assert told(f"{ARTICLE}{line}\n") == expected


def test_figures_that_explain_their_context_are_not_asked_again(told: Told) -> None:
    explained = re.sub(
        r"(printed: [^,}]+)", r"\1, context: {zh: 已核对。, en: Checked.}", FILES[DATASET]
    )
    assert told(f"{ARTICLE}特此更正。\n", explained) == []


def test_a_text_that_is_not_at_hand_says_nothing(write_site: WriteSite) -> None:
    root = write_site(dict(FILES))
    (root.parent / "empty").mkdir()
    assert list(retraction_problems(site_in(root), Articles(root.parent / "empty"))) == []
