"""A comma inside braces that parts a text is one problem, with the text that was meant; every other
problem is still told.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.problems import Problem
from statsite.read.entries import read_entry
from statsite.read.schema import (
    AreaEntry,
    Entry,
    ObservationEntry,
    PublishedEntry,
    SourceEntry,
    UnitEntry,
)
from statsite.read.yaml_tree import read_tree
from tests.support.types import ReadFiles

#: Stands in a test's input where the problem is expected, and is taken out before reading.
MARK = "▸"


def _problems(
    model: type[Entry], text: str, languages: tuple[str, ...] | None = ("zh", "en")
) -> list[Problem]:
    problems: list[Problem] = []
    tree = read_tree(text, "f.yaml", problems)
    assert tree is not None
    read_entry(model, tree, languages, problems)
    return problems


@pytest.mark.parametrize(
    ("model", "marked", "hint"),
    [
        pytest.param(
            AreaEntry,
            "{title: {zh: 路, en: Lanes, ▸built and planned}, kind: city}",
            '"Lanes, built and planned"',
            id="space behind it",
        ),
        pytest.param(
            UnitEntry,
            "{zh: 公里, en: km per 100,▸000 inhabitants}",
            '"km per 100,000 inhabitants"',
            id="no space behind it",
        ),
        pytest.param(UnitEntry, "{en: a, ▸b,c , d, zh: 公里}", '"a, b,c, d"', id="several commas"),
        pytest.param(
            UnitEntry,
            "{zh: 公里, en: {one: km, ▸long, other: kms}}",
            '"km, long"',
            id="deep inside",
        ),
        pytest.param(
            UnitEntry,
            "{zh: 公里, en: a, ▸b, b}",
            "put the whole text in quotes",
            id="the same words again",
        ),
        pytest.param(
            ObservationEntry,
            "{printed: 10张, near: beds, ▸built, key: a}",
            '"beds, built"',
            id="no map of languages",
        ),
        pytest.param(
            AreaEntry,
            "{title: {en: Lanes, ▸built}, kind: city}",
            '"Lanes, built"',
            id="another language is missing",
        ),
        pytest.param(
            PublishedEntry,
            "{date: July 28, ▸2025}",
            '"July 28, 2025"',
            id="what is before it makes no sense either",
        ),
        pytest.param(
            ObservationEntry,
            "{value: 1,▸234, key: a}",
            "without thousands marks: 1234",
            id="thousands mark",
        ),
        pytest.param(
            AreaEntry,
            "{title: {zh: 路, en: 'the \"A\"', ▸a lane}, kind: city}",
            "'the \"A\", a lane'",
            id="quotes in the text",
        ),
        pytest.param(
            AreaEntry,
            "{title: {zh: 路, en: 'it''s \"A\"', ▸a}, kind: city}",
            "'it''s \"A\", a'",
            id="quotes of both sorts",
        ),
        pytest.param(
            AreaEntry,
            "{title: {zh: 路, en: 'C:\\dir', ▸a}, kind: city}",
            "'C:\\dir, a'",
            id="backslash",
        ),
        pytest.param(
            AreaEntry,
            f"{{title: {{zh: 路, en: {'x' * 70}, ▸a}}, kind: city}}",
            "put the whole text in quotes",
            id="long text",
        ),
        pytest.param(
            AreaEntry,
            "{title: {zh: 路, en: Lanes\n, ▸built\n  and so}, kind: city}",
            '"Lanes, built and so"',
            id="several lines",
        ),
    ],
)
def test_a_text_that_a_comma_parts_is_one_problem_at_its_rest(
    model: type[Entry], marked: str, hint: str
) -> None:
    before = marked[: marked.index(MARK)]
    (problem,) = _problems(model, marked.replace(MARK, ""))
    assert problem.check == "comma-unquoted"
    assert (problem.location.line, problem.location.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )
    assert problem.hint.endswith(hint)


def test_the_message_shows_what_is_left_over() -> None:
    (problem,) = _problems(AreaEntry, "title: {zh: 路, en: Lanes, built and planned}\nkind: city\n")
    assert str(problem) == (
        "f.yaml:1:27: error: inside braces a comma ends the text before it: `built and "
        "planned` is left over"
        ' (put the whole text in quotes: "Lanes, built and planned") [comma-unquoted]'
    )


def test_a_comma_is_told_where_the_languages_of_the_site_are_not_known() -> None:
    assert [
        p.check
        for p in _problems(
            AreaEntry, "title: {zh: 路, en: Lanes, built and planned}\nkind: city\n", None
        )
    ] == ["comma-unquoted"]


def test_each_parted_text_of_a_map_is_told() -> None:
    problems = _problems(UnitEntry, "{zh: 公里, en: {one: a, b, other: c, d}}")
    assert [(p.check, p.location.column) for p in problems] == [
        ("comma-unquoted", 23),
        ("comma-unquoted", 36),
    ]


def test_what_else_is_wrong_is_told_with_it() -> None:
    text = (
        "title: 题\npublication: {zh: 报, en: News, daily}\npublished: {date: 28.7.2025}\npgae: 1\n"
    )
    assert {(p.check, p.location.line) for p in _problems(SourceEntry, text)} == {
        ("comma-unquoted", 2),
        ("date-malformed", 3),
        ("field-unknown", 4),
    }


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        pytest.param("{title: {zh: 路, en}, kind: city}", ["field-empty"], id="known language without a colon"),
        pytest.param("{title: {zh: 路, en: x}, kind: city, iso}", ["field-empty"], id="known field without a colon"),
        pytest.param("{title: {zh: 路, en: x}, kind: city, isoo: }", ["field-unknown"], id="unknown field with a colon"),
        pytest.param("{title: {zh: 路, en: x}, stray, kind: city}", ["field-unknown"], id="behind braces, no text"),
        pytest.param("{title: {路, zh: 路, en: x}, kind: city}", ["unknown-language", "field-empty"], id="nothing before it"),
        pytest.param(
            "{title: {zh: 路, en Road}, kind: city}",
            ["unknown-language", "translation-missing", "field-empty"],
            id="language whose colon is missing"
        ),
        pytest.param(
            "{title: {zh: 路, en：Road}, kind: city}",
            ["unknown-language", "translation-missing", "field-empty"], id="full-width colon"
        ),
        pytest.param("title:\n  zh: 路\n  en: Lanes, built\n  ? built\nkind: city\n", ["unknown-language", "field-empty"], id="no braces"),
    ],
)  # fmt: skip
def test_what_no_comma_parted_is_told_as_it_is(text: str, checks: list[str]) -> None:
    assert [p.check for p in _problems(AreaEntry, text)] == checks


@given(
    st.lists(
        st.text(alphabet="abz 9路", min_size=1, max_size=6).map(str.strip).filter(bool),
        min_size=2,
        max_size=5,
    )
)
def test_the_quoted_text_of_the_hint_is_read_as_it_was_meant(parts: list[str]) -> None:
    meant = ", ".join(parts)
    found = _problems(AreaEntry, f"title: {{zh: 路, en: {meant}}}\nkind: city\n")
    if [p.check for p in found] == ["comma-unquoted"]:
        hint = found[0].hint.removeprefix("put the whole text in quotes: ")
        assert _problems(AreaEntry, f"title: {{zh: 路, en: {hint}}}\nkind: city\n") == []
    else:
        assert parts[1] in {"zh", "en"}


def test_a_comma_in_one_entry_says_nothing_of_what_names_it(read_files: ReadFiles) -> None:
    text = (
        "cn: {title: {zh: 全国, en: China, all of it}, kind: country}\nbj: {title: {zh: "
        "北京市, en: Beijing}, kind: city, part_of: cn}\n"
    )
    _, problems = read_files({"content/areas.yaml": text})
    assert [p.check for p in problems] == ["comma-unquoted"]
