"""The form in which figures are looked for in articles."""

from __future__ import annotations

import pytest

from statsite.evidence.normal_form import normalised


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("床位 40.6 万张", "床位40.6万张"),
        ("公立医院6000\n余个", "公立医院6000余个"),
        ("**全省 117 个县**", "全省117个县"),
        ("## 标题", "标题"),
        ("１２．５％", "12.5%"),
        ("第3 5天", "第3 5天"),
        ("第3\n\n5天", "第3\n5天"),
        ("共40，500人", "共40，500人"),
        ("800～1200种", "800~1200种"),
        ("⼆⼗五人", "二十五人"),
        ("3\ufe0f5人", "35人"),
        ("", ""),
    ],
    ids=[
        "blanks",
        "line break",
        "marks",
        "heading",
        "full width",
        "parted digits",
        "parted by lines",
        "full-width comma",
        "tilde",
        "radicals",
        "how a digit is drawn",
        "empty",
    ],
)
def test_normalisation(written: str, text: str) -> None:
    assert normalised(written) == text
