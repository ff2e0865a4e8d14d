"""Text as a reader sees it, and where it is written."""

from __future__ import annotations

import pytest

from statsite.check.seen_text import seen_text, without_gaps


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain words", "plain words"),
        ("八**百**万", "八百万"),
        (r"八\*百", "八百"),
        ("八\u200b百\u3164万", "八百万"),
        ("八&#30334;&#x4e07;&amp;", "八百万&"),
        ("一萬億兩", "一万亿两"),
        ("㈧⼋㊇〹", "八八八廿"),
        ("㏧㋇", "8日8月"),
        ("㎡ ⑧ ½", "㎡ ⑧ ½"),
    ],
)
def test_marks_codes_and_old_forms_are_read_as_they_look(text: str, seen: str) -> None:
    assert seen_text(text).text == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("有八 百 株树", "有八百株树"),
        ("八\n百", "八百"),
        ("之一\n人们", "之一\n人们"),
        ("一     人", "一     人"),
    ],
)
def test_gaps_part_no_number(text: str, seen: str) -> None:
    assert without_gaps(seen_text(text)).text == seen


@pytest.mark.parametrize("text", ["有**八** 百&#19975;株。", "㏨。", "a_b_*c*"])
def test_every_character_knows_where_it_is_written(text: str) -> None:
    seen = without_gaps(seen_text(text))
    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    written = [
        text[seen.span(at, at + 1)[0] : seen.span(at, at + 1)[1]] for at in range(len(seen.text))
    ]
    assert [seen_text(one).text in seen_text(text).text for one in written] == [True] * len(written)
    assert seen.span(0, len(seen.text))[1] in {len(text), len(text.rstrip("*"))}
