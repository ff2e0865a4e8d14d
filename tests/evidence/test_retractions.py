"""What takes an article back is seen in its whole file, also outside the lines of its source."""

from __future__ import annotations

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
        ("該報道有誤。", ""),
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
    context = "context: {zh: 已核对。, en: Checked.}"
    explained = FILES[DATASET].replace("area: cn,", f"area: cn, {context},")
    every = explained if "context" in explained else ""
    assert told(f"{ARTICLE}特此更正。\n", every) == []


def test_a_text_that_is_not_at_hand_says_nothing(write_site: WriteSite) -> None:
    root = write_site(dict(FILES))
    (root.parent / "empty").mkdir()
    assert list(retraction_problems(site_in(root), Articles(root.parent / "empty"))) == []
