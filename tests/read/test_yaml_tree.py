"""YAML is read as text with places, and what content has no use for is refused at its line and
column.
"""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from statsite.problems import Problem
from statsite.read import yaml_tree
from statsite.read.yaml_tree import (
    MOST_PROBLEMS,
    Fields,
    Plain,
    Scalar,
    YamlNode,
    places,
    plain,
    read_tree,
)


def _read(text: str) -> tuple[Plain | None, list[str]]:
    problems: list[Problem] = []
    tree = read_tree(text, "f.yaml", problems)
    return (None if tree is None else plain(tree)), [f"{p.location} {p.check}" for p in problems]


def _tree(text: str) -> YamlNode:
    tree = read_tree(text, "f.yaml", [])
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    "written",
    [
        "1.10",
        "no",
        "on",
        "0123",
        "010020",
        "1_000",
        "12:30:45",
        "1e3",
        ".inf",
        ".nan",
        "2024-05-12",
        "2024-02-30",
        "null",
        "~",
        "22.0%",
        "１２",
        "9" * 5000,
    ],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert _read(f"a: {written}\n") == ({"a": written}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: &x 1\n", "f.yaml:1:4 yaml-anchor", id="anchor"),
        pytest.param("a: &x [1]\nb: *x\n", "f.yaml:2:4 yaml-alias", id="alias"),
        pytest.param("a: &x [*x]\n", "f.yaml:1:8 yaml-alias", id="cycle"),
        pytest.param("a: !!str 1\n", "f.yaml:1:4 yaml-tag", id="tag of the core"),
        pytest.param("a: !!binary aGk=\n", "f.yaml:1:4 yaml-tag", id="binary"),
        pytest.param("a: !!set {b, c}\n", "f.yaml:1:4 yaml-tag", id="set"),
        pytest.param(
            'a: !!python/object/apply:os.system ["touch PWNED"]\n',
            "f.yaml:1:4 yaml-tag",
            id="python object",
        ),
        pytest.param("a: ! 1\n", "f.yaml:1:4 yaml-tag", id="bare tag"),
        pytest.param("a:\n  <<: {b: 1}\n", "f.yaml:2:3 yaml-merge-key", id="merge key"),
        pytest.param("? [a]\n: 1\n", "f.yaml:1:3 yaml-key", id="key that is a list"),
        pytest.param("a: 1\n'': 2\n", "f.yaml:2:1 yaml-key", id="empty key"),
        pytest.param("a: 1\n---\nb: 2\n", "f.yaml:2:1 yaml-several-documents", id="two documents"),
        pytest.param("", "f.yaml:1:1 yaml-empty", id="nothing"),
        pytest.param("# only a comment\n", "f.yaml:1:1 yaml-empty", id="comment only"),
        pytest.param("---\n", "f.yaml:1:1 yaml-empty", id="document without content"),
        pytest.param(
            'a: "\\x1b[31m"\n', "f.yaml:1:4 character-refused", id="escaped control character"
        ),
        pytest.param(
            'a: {b: "\\u202e"}\n', "f.yaml:1:8 character-refused", id="escaped bidi override"
        ),
        pytest.param('a: "x\\ty"\n', "f.yaml:1:4 character-refused", id="escaped tab"),
        pytest.param('a: "\\ud800"\n', "f.yaml:1:7 yaml-syntax", id="escaped surrogate"),
        pytest.param("a: \x01\n", "f.yaml:1:1 yaml-syntax", id="raw control character"),
        pytest.param('"\\u202e": 1\n', "f.yaml:1:1 character-refused", id="bidi override in a key"),
    ],
)
def test_what_curated_content_has_no_use_for_is_refused_at_its_place(
    text: str, expected: str
) -> None:
    assert expected in _read(text)[1]


def test_a_duplicate_key_names_both_lines_and_the_first_value_stays() -> None:
    problems: list[Problem] = []
    tree = read_tree("a: 1\nb: 2\na: 3\n", "f.yaml", problems)
    assert tree is not None
    assert plain(tree) == {"a": "1", "b": "2"}
    assert [str(p) for p in problems] == [
        (
            "f.yaml:3:1: error: the key `a` appears twice: lines 1 and 3 (keep one of them) "
            "[duplicate-key]"
        )
    ]


def test_keys_that_differ_only_in_how_an_accent_is_encoded_are_one_key() -> None:
    assert _read("\u00e9: 1\ne\u0301: 2\n")[1] == ["f.yaml:2:1 duplicate-key"]


def test_keys_that_yaml_would_take_for_one_number_are_two() -> None:
    assert _read("1: a\n1.0: b\ntrue: c\n") == ({"1": "a", "1.0": "b", "true": "c"}, [])


@pytest.mark.parametrize("depth", [20, 21], ids=["deepest", "too deep"])
def test_depth_is_limited(depth: int) -> None:
    assert _read("[" * depth + "]" * depth)[1] == (
        [] if depth == 20 else ["f.yaml:1:21 yaml-too-deep"]
    )


def _merge_bomb() -> str:
    levels = "".join(f"l{i}: &l{i} {{<<: [*l{i - 1}, *l{i - 1}]}}\n" for i in range(1, 40))
    return f"l0: &l0 {{a: b}}\n{levels}"


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_merge_bomb(), id="merge bomb"),
        pytest.param(
            "a: &a [x]\n"
            + "".join(
                f"{c}: &{c} [{'*' + p + ',' * 1}*{p}]\n"
                for p, c in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            id="billion laughs",
        ),
        pytest.param("[" * 1_000_000, id="open lists"),
        pytest.param("{" * 1_000_000, id="open mappings"),
        pytest.param("- " * 500_000, id="nested items"),
        pytest.param("{a: " * 250_000, id="nested flow mappings"),
        pytest.param('"' * 1_000_000, id="quotes"),
        pytest.param("&a " * 300_000, id="anchors"),
        pytest.param("a:\n" * 150_000, id="equal keys"),
        pytest.param("[" + "a," * 200_000 + "]", id="long list"),
        pytest.param("".join(f"{' ' * i}a:\n" for i in range(1400)), id="deep indentation"),
        pytest.param("[" + "{a: b}," * 150_000 + "]", id="many mappings"),
        pytest.param("{" + ",".join(f"k{i}" for i in range(150_000)) + "}", id="words in braces"),
    ],
)
def test_a_large_hostile_file_ends_soon_and_without_a_traceback(text: str) -> None:
    begun = time.process_time()
    _, problems = _read(text)
    assert time.process_time() - begun < 10
    assert problems
    assert len(problems) <= MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    ("values", "expected"), [(9, []), (10, ["f.yaml:1:1 file-too-large"])], ids=["most", "too many"]
)
def test_the_number_of_values_is_limited(
    monkeypatch: pytest.MonkeyPatch, values: int, expected: list[str]
) -> None:
    monkeypatch.setattr(yaml_tree, "VALUES_LIMIT", 10)
    tree, problems = _read(f"[{'a,' * values}]")
    assert (tree is None, problems) == (bool(expected), expected)


@pytest.mark.parametrize(
    ("text", "place", "in_message", "in_hint"),
    [
        pytest.param(
            "健康：报\nb: 2\n", "f.yaml:2:2", "indentation", "`：`", id="full-width colon"
        ),
        pytest.param(
            "a: {zh: 健康， en: x}\n", "f.yaml:1:15", "comma", "`，`", id="full-width comma"
        ),
        pytest.param("a: “x”: y\n", "f.yaml:1:7", "`: `", "straight", id="curly quotes"),
        pytest.param("a: b\n\tc: d\n", "f.yaml:2:1", "a tab", "spaces", id="tab"),
        pytest.param("a:\n\t- b\n", "f.yaml:2:1", "a tab", "spaces", id="tab before an item"),
        pytest.param("标题: 健康: 报\n", "f.yaml:1:7", "second `: `", "quotes", id="colon in text"),
        pytest.param("a: @x\n", "f.yaml:1:4", "`@`", "quotes", id="reserved first character"),
        pytest.param(
            "relation: >=\n", "f.yaml:1:12", "> or |", '">="', id="relation without quotes"
        ),
        pytest.param(
            'a: 1\nb: "x\n',
            "f.yaml:2:4",
            "never closed",
            "close",
            id="open quote points at its beginning",
        ),
        pytest.param("a: 1\nb: {", "f.yaml:2:4", "missing", "close", id="the end comes too soon"),
        pytest.param(
            "a: [1, 2\nb: 3\n", "f.yaml:2:2", "began in line 1", "brackets", id="open bracket"
        ),
    ],
)
def test_a_syntax_error_says_where_what_and_what_to_do(
    text: str, place: str, in_message: str, in_hint: str
) -> None:
    problems: list[Problem] = []
    assert read_tree(text, "f.yaml", problems) is None
    (problem,) = problems
    assert (problem.check, str(problem.location)) == ("yaml-syntax", place)
    assert in_message in problem.message
    assert in_hint in problem.hint


def test_chinese_punctuation_that_is_part_of_a_text_is_no_hint() -> None:
    problems: list[Problem] = []
    read_tree("a: 注意，全部“照旧”；说明：无\nb: [\n", "f.yaml", problems)
    assert [p.hint for p in problems] == [
        "close brackets, and write a value after each `:` and `,`"
    ]


def test_every_value_has_its_place_in_characters() -> None:
    tree = _tree("健康: {zh: 报, en: 'x'}\nlist:\n  - 一\n  - {k: v}\n")
    assert {key: str(location) for key, location in places(tree)} == {
        "健康": "f.yaml:1:5",
        "健康.zh": "f.yaml:1:10",
        "健康.en": "f.yaml:1:17",
        "list": "f.yaml:3:3",
        "list.0": "f.yaml:3:5",
        "list.1": "f.yaml:4:5",
        "list.1.k": "f.yaml:4:9",
    }


@pytest.mark.parametrize(
    ("written", "column"),
    [
        pytest.param("超3.1亿", 6, id="plain"),
        pytest.param('"超3.1亿"', 7, id="double quotes"),
        pytest.param("'超3.1亿'", 7, id="single quotes"),
        pytest.param('"\\u8d853.1亿"', 4, id="an escape: the beginning"),
        pytest.param(">\n  超3.1亿", 4, id="folded: the beginning"),
    ],
)
def test_the_place_of_a_character_in_a_scalar_is_exact_where_the_file_writes_it_so(
    written: str, column: int
) -> None:
    tree = _tree(f"a: {written}\n")
    assert isinstance(tree, Fields)
    scalar = tree.fields["a"]
    assert isinstance(scalar, Scalar)
    assert scalar.place(2).column == column


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        pytest.param("{a: x, b c}", {"b c": 1}, id="a word"),
        pytest.param("{a: x, b , 健康}", {"b": 1, "健康": 1}, id="two words"),
        pytest.param("{a: x, b, b}", {"b": 2}, id="a word twice"),
        pytest.param("{a: x, 'b'}", {"b": 1}, id="a word in quotes"),
        pytest.param("{a: x, b\n  c}", {"b c": 1}, id="a word on two lines"),
        pytest.param("{a: x, b: }", {}, id="a key without a value"),
        pytest.param("{a: x, b: ''}", {}, id="a key with an empty value"),
        pytest.param("{a: x, b :\n}", {}, id="a colon behind a space"),
        pytest.param("{a: [x, y]}", {}, id="items"),
    ],
)
def test_words_in_braces_without_a_colon_are_kept_apart(written: str, bare: dict[str, int]) -> None:
    tree = _tree(f"健康: 报\nb: {written}\n")
    assert isinstance(tree, Fields)
    inner = tree.fields["b"]
    assert isinstance(inner, Fields)
    assert inner.bare == bare
    assert tree.bare == {}


@given(
    st.recursive(
        st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.text(alphabet="abc甲乙", min_size=1, max_size=4), inner, max_size=3
            )
        ),
        max_leaves=12,
    ).filter(bool)
)
def test_whatever_yaml_can_write_is_read_back_or_refused(value: object) -> None:
    written = yaml.dump(
        value, allow_unicode=True, default_style='"', sort_keys=False, Dumper=yaml.SafeDumper
    )
    found, problems = _read(written)
    assert found == value or problems


@given(st.text(alphabet=":-,{}[]&*!|>'\"%@`#?~ \n\tab甲：“", max_size=40))
def test_no_text_at_all_is_a_traceback(text: str) -> None:
    _, problems = _read(text)
    for problem in problems:
        assert problem.startswith("f.yaml:")


@pytest.mark.parametrize(
    "text", ["a: 1\nb: [x, 'y', \"z\"]\nc: |\n  x\n  y\nd: >-\n  x\n  y\n'e f': {g: 健康}\n"]
)
def test_the_fast_parser_reads_what_the_plain_one_reads(text: str) -> None:
    assert _read(text)[0] == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader builds text only
