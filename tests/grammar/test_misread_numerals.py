"""Characters that are read in place of numerals make the rest of a number no figure."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("受灾群众三干五百人。", "五百人"),
        ("受灾群众三卜五人。", "五人"),
        ("受灾群众三白五十人。", "五十人"),
        ("受灾群众三士五人。", "五人"),
        ("受灾群众8于人。", "8"),
    ],
)
def test_the_rest_of_a_misread_number_is_not_proven(text: str, printed: str) -> None:
    assert not is_found(text, printed, "人")


@pytest.mark.parametrize(
    ("text", "printed"),
    [("巡逻干五百人次。", "五百人次"), ("受灾群众少于8人。", "少于8人"), ("骨干5人。", "5人")],
)
def test_other_words_with_these_characters_join_nothing(text: str, printed: str) -> None:
    assert is_found(text, printed, "人" if printed.endswith("人") else "人次")
