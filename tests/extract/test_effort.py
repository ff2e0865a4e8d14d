"""The work of extraction grows with the length of an article, and no faster, whatever the article
is made of.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from statsite import extract
from statsite.extract.extraction import extract_text

#: One text of each kind in which something could be looked for again and again.
_ENDLESS = (
    *(
        "1",
        "一",
        "1 ",
        "1\n",
        "1、",
        "1个、",
        "1%，",
        "1元/12亩、",
        "第1",
        "近",
        "近1",
        "1~",
        "1-",
        "1:1，",
        "三分之",
        "a1",
        "1+",
        "《",
        "（",
        "#",
        "\n",
    ),
    *(
        "2024年",
        "2024年、",
        "比2020年的",
        "比2020年增1个，",
        "（2024年",
        "一季度、",
        "将",
        "要1个，",
        "全省1个。",
        "一、1个。\n",
        "其中2024年，1个",
    ),
)
#: What begins a text and could govern or qualify all that follows in it.
_HEADS = ("到2030年", "与2020年", "由2014年的1个增至2024年，年均", "（2024年", "《", "目标是：")
_LENGTH = 600

#: Patterns with an unbounded repeat that something follows, and why they may have one.
_BOUNDED_OTHERWISE = {
    "article._LINE": "takes each character once",
    "article._MARKS": "from the beginning of a line, up to its end",
    "article._MAY_BE_DOUBLED": "each line once: nothing behind it can fail",
    "article._NUMBERED": "is matched at the beginning of a line only",
    "article._SENTENCE_END": "stands for the white space at the end of a line",
    "classify._LIST_GOES_ON": "reads the few characters behind a figure",
    "nouns._VERBS": "reads the few characters before a figure",
    "places._SUFFIXES": "reads the name of a place",
}
_PARSER: Any = importlib.import_module("re._parser")
_CODES: Any = importlib.import_module("re._constants")


def _calls(text: str) -> int:
    """How many calls reading ``text`` takes, of the project's functions and of built-in ones."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        extract_text(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    ("head", "part"), [*(("", part) for part in _ENDLESS), *((head, "1个，") for head in _HEADS)]
)
def test_twice_the_text_takes_twice_the_calls(head: str, part: str) -> None:
    _calls(part)  # what is read once for all is not counted
    once, twice = (_calls(head + part * (length // len(part))) for length in (_LENGTH, 2 * _LENGTH))
    assert twice <= 2.2 * once


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the extractor, by module and name."""
    for module in pkgutil.iter_modules(extract.__path__):
        for name, value in vars(
            importlib.import_module(f"{extract.__name__}.{module.name}")
        ).items():
            for pattern in value.values() if isinstance(value, dict) else (value,):
                if isinstance(pattern, re.Pattern):
                    yield f"{module.name}.{name}", pattern


def _has_repeat_within(items: Any, *, is_last: bool = True) -> bool:  # noqa: ANN401 - the parser's tree has no types
    """Whether anything follows a repeat without a bound: then a failure after it has the repeat
    tried again from each of its characters.
    """
    return any(
        _repeats(code, argument, is_last=is_last and at == len(items) - 1)
        for at, (code, argument) in enumerate(items)
    )


def _repeats(code: Any, argument: Any, *, is_last: bool) -> bool:  # noqa: ANN401 - as above
    if code in {_CODES.MAX_REPEAT, _CODES.MIN_REPEAT}:
        _, most, inner = argument
        return (most is _CODES.MAXREPEAT and not is_last) or _has_repeat_within(
            inner, is_last=is_last
        )
    if code is _CODES.SUBPATTERN:
        return _has_repeat_within(argument[3], is_last=is_last)
    if code is _CODES.BRANCH:
        return any(_has_repeat_within(branch, is_last=is_last) for branch in argument[1])
    return code in {_CODES.ASSERT, _CODES.ASSERT_NOT} and _has_repeat_within(
        argument[1], is_last=False
    )


def test_no_pattern_looks_behind_a_repeat_without_a_bound() -> None:
    patterns = list(_patterns())
    assert len(patterns) > 50
    found = {
        name
        for name, pattern in patterns
        if _has_repeat_within(_PARSER.parse(pattern.pattern, pattern.flags))
    }
    assert found == set(_BOUNDED_OTHERWISE)
