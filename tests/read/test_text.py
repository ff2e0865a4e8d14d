"""A content file is UTF-8 without hidden characters; anything else is named with its place."""

from __future__ import annotations

import sys

import pytest

from statsite.problems import Problem, Severity
from statsite.read.text import SHOWN, character_problems, decode_text, first_refused, shown

CHINESE = "title: 健康报\nnote: 基层卫生与养老服务\n"


@pytest.mark.parametrize(
    ("raw", "place", "named"),
    [
        pytest.param(CHINESE.encode("gbk"), "f:1:8", "it looks like GBK or GB 18030", id="GBK"),
        pytest.param(
            CHINESE.encode("gb18030"), "f:1:8", "it looks like GBK or GB 18030", id="GB 18030"
        ),
        pytest.param(CHINESE.encode("utf-16"), "f:1:1", "it looks like UTF-16", id="UTF-16"),
        pytest.param(
            b"title: abc\n".decode().encode("utf-16-le"),
            "f:1:1",
            "it looks like UTF-16",
            id="UTF-16 without mark",
        ),
        pytest.param(CHINESE.encode("utf-32"), "f:1:1", "it looks like UTF-32", id="UTF-32"),
        pytest.param("一\n二\n三".encode() + b"\xff\xfe", "f:3:2", "not UTF-8", id="stray bytes"),
        pytest.param(b"a\r\nb\r\nc\xed\xa0\x80", "f:3:2", "not UTF-8", id="encoded surrogate"),
        pytest.param(b"a\xc0\xaf", "f:1:2", "not UTF-8", id="overlong form"),
    ],
)
def test_other_encodings_are_refused_by_name_and_place(raw: bytes, place: str, named: str) -> None:
    problem = decode_text(raw, "f")
    assert isinstance(problem, Problem)
    assert (problem.check, str(problem.location)) == ("encoding-refused", place)
    assert named in problem.message


def test_byte_order_mark_and_line_ends_make_no_difference() -> None:
    assert (
        decode_text(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f")
        == decode_text(b"a: 1\nb: 2\n", "f")
        == "a: 1\nb: 2\n"
    )


_CONTROLS = "\x00\x07\x0b\r\x1b\x7f\x85\x9b"
_DIRECTIONS = "\u202a\u202e\u2066\u2069\u061c"
_NOTHINGS = "\u2028\u2029\ufffe\U0001ffff\ufff9\U000e0041\ud800"
_PRIVATE = "\ue000\uf8ff\U000f0000\U0010fffd"


@pytest.mark.parametrize(
    "character", [*_CONTROLS, *_DIRECTIONS, *_NOTHINGS, *_PRIVATE], ids=lambda c: f"U+{ord(c):04X}"
)
def test_hidden_characters_are_refused_at_their_place(character: str) -> None:
    problems = list(character_problems(f"一\n二{character}三", "f"))
    assert [(p.check, p.severity, str(p.location)) for p in problems] == [
        ("character-refused", Severity.ERROR, "f:2:2")
    ]
    assert f"U+{ord(character):04X}" in problems[0].message


_UNSEEN = "\u200b\u200d\u2060\ufeff\u00ad\u200e\u3164\u2800\u115f\uffa0\u034f"


@pytest.mark.parametrize("character", _UNSEEN, ids=lambda c: f"U+{ord(c):04X}")
def test_invisible_characters_are_warned_of(character: str) -> None:
    problems = list(character_problems(f"a{character}b", "f"))
    assert [(p.check, p.severity, str(p.location)) for p in problems] == [
        ("character-invisible", Severity.WARNING, "f:1:2")
    ]


@pytest.mark.parametrize(
    "text", ["\t- a\n", "健康报（2024）：“养老”——800～1200种、４０万\u3000人", "𠮷野家 🏥 ½ ‰ ①"]
)
def test_ordinary_characters_are_no_problem(text: str) -> None:
    assert list(character_problems(text, "f")) == []


def test_a_character_that_fills_a_file_is_named_once() -> None:
    assert len(list(character_problems("\ue000" * 1000, "f"))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("abc", "`abc`", id="short"),
        pytest.param("a\nb\x1b", "`a<U+000A>b<U+001B>`", id="nothing hidden, one line"),
        pytest.param("x" * 100, f"`{'x' * SHOWN}…`", id="long"),
    ],
)
def test_a_message_shows_text_on_one_line(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_what_nobody_sees_counts_as_long_as_it_is_shown() -> None:
    text = shown("1" + "\u200d" * 20_000)
    assert text.startswith("`1<U+200D><U+200D>")
    assert text.endswith("<U+200D>…`")
    assert len(text) <= SHOWN + 3


def test_python_prints_no_character_that_is_refused() -> None:
    refused = [c for c in map(chr, range(sys.maxunicode + 1)) if first_refused(c)]
    assert len(refused) > 100_000
    assert [c for c in refused if c.isprintable()] == []
