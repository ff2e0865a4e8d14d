"""What an editor writes wrong in a field is said in clear words at its line and column, with a hint
where there is one.
"""

from __future__ import annotations

import inspect

import pytest

from statsite.problems import Problem, Severity
from statsite.read import schema
from statsite.read.entries import read_entry
from statsite.read.fields import MOST_LISTED
from statsite.read.schema import Entry
from statsite.read.yaml_tree import read_tree
from tests.support.types import ReadFiles

#: Stands in a test's input where a problem is expected, and is taken out before reading.
MARK = "▸"

SITE = (
    'title: {zh: "小站", en: "Little site"}\nlanguages: [zh, en]\nas_of: '
    "2025-12-01\ntopics: [elderly-care]\n"
)
SOURCE = "title: 题\npublication: {zh: 报, en: News}\n"
INDICATORS = (
    "title: {zh: 床, en: Beds}\ndefaults: {source: bulletin, area: cn, period: 2024, "
    "status: observed}\nindicators:\n"
)
DATASET = f"{INDICATORS}  beds:\n    title: {{zh: 床, en: Beds}}\n    unit: bed\n    observations: "


def _told(read_files: ReadFiles, path: str, marked: str) -> list[Problem]:
    """The problems of the file at ``path`` that ``marked`` writes; each is at a mark, and there is
    none without.
    """
    problems = [
        p for p in read_files({path: marked.replace(MARK, "")})[1] if p.location.path == path
    ]
    assert [(p.location.line, p.location.column) for p in problems] == _marks(marked)
    return problems


def _marks(marked: str) -> list[tuple[int, int]]:
    return [
        (number, column - earlier + 1)
        for number, line in enumerate(marked.split("\n"), 1)
        for earlier, column in enumerate(i for i, character in enumerate(line) if character == MARK)
    ]


@pytest.mark.parametrize(
    ("field", "check", "hint"),
    [
        pytest.param("▸titel: x", "field-unknown", "did you mean `title`?", id="key misspelt"),
        pytest.param("▸Page: x", "field-unknown", "did you mean `page`?", id="key with a capital"),
        pytest.param("▸xyzzy: x", "field-unknown", "known: `title`", id="key unlike any"),
        pytest.param("▸page：1: x", "field-unknown", "`：`", id="full-width colon"),
        pytest.param("page:▸", "field-empty", "remove the key", id="nothing"),
        pytest.param("page: ▸' '", "field-empty", "remove the key", id="spaces"),
        pytest.param("page: ▸[1]", "text-expected", "quotes", id="list for text"),
        pytest.param("page: ▸{a: 1}", "text-expected", "quotes", id="mapping for text"),
        pytest.param("page: ▸|\n  1\n  2", "text-several-lines", "one line", id="two lines"),
        pytest.param("language: ▸Chinese", "language-malformed", "`zh`", id="language"),
        pytest.param("url: ▸www.example.org", "url-malformed", "https://", id="url without scheme"),
        pytest.param("url: ▸javascript:alert(1)", "url-malformed", "https://", id="url with code"),
        pytest.param(
            "url: ▸https://user:word@example.org/",
            "url-malformed",
            "https://",
            id="url with a password",
        ),
        pytest.param(
            "url: ▸'https://[::1'", "url-malformed", "https://", id="url that cannot be parsed"
        ),
        pytest.param(
            'url: ▸https://example.org/"onclick=x',
            "url-malformed",
            "https://",
            id="url with a quote",
        ),
        pytest.param("note: ▸说明", "mapping-expected", "{zh: …, en: …}", id="text for languages"),
        pytest.param(
            "note: ▸{zh: 说明}", "translation-missing", "every language", id="one language"
        ),
        pytest.param("note: {zh: 说明, en: ▸}", "field-empty", "remove", id="empty translation"),
        pytest.param(
            "note: {zh: 说明, en: Note, ▸la: x}",
            "unknown-language",
            "languages of site.yaml: zh, en",
            id="third language",
        ),
        pytest.param(
            "title_translated: {▸la: x}",
            "unknown-language",
            "languages of site.yaml: zh, en",
            id="title in a third language",
        ),
        pytest.param("text: ▸bulletin.txt", "mapping-expected", "", id="text for a mapping"),
        pytest.param(
            "kind: ▸newspapers", "choice-unknown", "did you mean `newspaper`?", id="kind misspelt"
        ),
        pytest.param(
            "kind: ▸blog",
            "choice-unknown",
            "write one of `newspaper`, `agency`, `bulletin`, `report`, `book`, `web`, `dataset`",
            id="kind of its own",
        ),
        pytest.param(
            "text: {file: ▸../x, lines: [[1, 2]]}",
            "file-name-malformed",
            "without a path",
            id="path",
        ),
        pytest.param("text: {file: x.txt, lines: ▸[]}", "field-empty", "", id="empty list"),
        pytest.param(
            "text: {file: x.txt, lines: [▸1, ▸2]}",
            "list-expected",
            "`[…]`",
            id="numbers for ranges",
        ),
        pytest.param(
            "text: {file: x.txt, lines: [▸[2, 1]]}",
            "line-range-malformed",
            "[first, last]",
            id="backwards",
        ),
        pytest.param(
            "text: {file: x.txt, lines: [[1, 5], ▸[4, 9]]}",
            "line-range-malformed",
            "[first, last]",
            id="overlapping",
        ),
        pytest.param(
            "text: {file: x.txt, lines: [▸[1, 2, 3], ▸[]]}",
            "line-range-malformed",
            "[first, last]",
            id="not two numbers",
        ),
        pytest.param(
            "text: {file: x.txt, lines: [[▸0, ▸02]]}",
            "number-malformed",
            "from 1",
            id="no line numbers",
        ),
        pytest.param("text: ▸{file: x.txt}", "field-missing", "", id="lines missing"),
        pytest.param(
            "text: {▸fiel: x.txt, lines: [[1, 2]], file: y}",
            "field-unknown",
            "did you mean `file`?",
            id="nested key misspelt",
        ),
        pytest.param(
            "without_figures:\n  zh: 无\n  ▸zh: 没有\n  en: None",
            "duplicate-key",
            "keep one",
            id="key twice",
        ),
    ],
)
def test_a_wrong_field_of_a_source(
    read_files: ReadFiles, field: str, check: str, hint: str
) -> None:
    problems = _told(
        read_files, "content/sources/more.yaml", f"{SOURCE}published: {{date: 2025}}\n{field}\n"
    )
    assert {p.check for p in problems} == {check}
    assert hint in problems[0].hint


@pytest.mark.parametrize(
    ("published", "check"),
    [
        pytest.param("{date: ▸2025-02-30}", "date-malformed", id="no such day"),
        pytest.param("{date: ▸2025/07/28}", "date-malformed", id="slashes"),
        pytest.param("{date: ▸２０２５}", "date-malformed", id="full-width digits"),
        pytest.param(
            "{date: 2025, approximate: ▸yes, known_from: {zh: 据, en: x}}",
            "choice-unknown",
            id="yes for true",
        ),
        pytest.param(
            "▸{date: 2025, approximate: true}", "field-missing", id="nobody says how it is known"
        ),
        pytest.param("▸{}", "field-missing", id="no date"),
    ],
)
def test_a_wrong_date_of_publication(read_files: ReadFiles, published: str, check: str) -> None:
    problems = _told(read_files, "content/sources/more.yaml", f"{SOURCE}published: {published}\n")
    assert [p.check for p in problems] == [check]


@pytest.mark.parametrize(
    "text",
    [
        "\u3164",
        "\u2800",
        "\u2800 \u3164",
        "\u115f\u1160",
        "\uffa0",
        "\u200b\u200d",
        "\u0301\u0301",
        "\u00ad",
        "\ufe0f",
        "\u3000",
        "\u20e3",
    ],
    ids=ascii,
)
def test_a_title_that_nobody_can_see_is_no_title(read_files: ReadFiles, text: str) -> None:
    files = {
        "content/pages/about/zh.md": f'---\ntitle: "{text}"\n---\n',
        "site.yaml": SITE.replace("小站", text).replace("Little site", text),
    }
    errors = [
        (p.check, str(p.location)) for p in read_files(files)[1] if p.severity is Severity.ERROR
    ]
    assert errors == [
        ("field-empty", "content/pages/about/zh.md:2:8"),
        ("field-empty", "site.yaml:1:13"),
        ("field-empty", f"site.yaml:1:{21 + len(text)}"),
    ]


@pytest.mark.parametrize(
    ("lines", "check", "hint"),
    [
        pytest.param(
            "languages: [zh, ▸la]\nas_of: 2025-12-01\ntopics: []",
            "unknown-language",
            "known: `zh`, `en`",
            id="language nobody can write",
        ),
        pytest.param(
            "languages: [zh, en, ▸zh]\nas_of: 2025-12-01\ntopics: []",
            "duplicate-item",
            "",
            id="language twice",
        ),
        pytest.param(
            "languages: ▸[]\nas_of: 2025-12-01\ntopics: []",
            "list-expected",
            "[zh, en]",
            id="no language",
        ),
        pytest.param(
            "languages: ▸zh\nas_of: 2025-12-01\ntopics: []",
            "list-expected",
            "[zh, en]",
            id="language without list",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: 2025-12-01\ntopics: [a, b, ▸a]",
            "duplicate-item",
            "",
            id="topic twice",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: 2025-12-01\ntopics: [▸Elderly]",
            "slug-malformed",
            "a-z",
            id="topic that is no slug",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: ▸2025-12\ntopics: []",
            "date-malformed",
            "YYYY-MM-DD",
            id="month for a day",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: 2025-12-01\ntopics: []\nbase_url: ▸ftp://x.org",
            "url-malformed",
            "",
            id="no web address",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: 2025-12-01\ntopics: []\nbase_url:▸",
            "field-empty",
            "",
            id="nothing for null",
        ),
        pytest.param(
            "languages: [zh, en]\nas_of: 2025-12-01\ntopics: []\n▸license: x",
            "field-unknown",
            "`licence`",
            id="key in American",
        ),
    ],
)
def test_a_wrong_field_of_the_site(
    read_files: ReadFiles, lines: str, check: str, hint: str
) -> None:
    problems = _told(read_files, "site.yaml", f"title: {{zh: 站, en: Site}}\n{lines}\n")
    assert [p.check for p in problems] == [check]
    assert hint in problems[0].hint


def test_a_language_list_that_makes_no_sense_makes_no_other_language_wrong(
    read_files: ReadFiles,
) -> None:
    _, problems = read_files(
        {
            "site.yaml": (
                "title: {zh: 站, en: Site}\nlanguages: [zh, eng]\nas_of: 2025-12-01\ntopics: []\n"
            )
        }
    )
    assert [p.check for p in problems] == ["unknown-language"]


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/?a=b", "https://example.org/?", "'https://example.org/#a'",
        "'https://example.org/a#'", "https://example.org//", "https://example.org/a//b",
        "https://example.org/a/../b", "https://example.org/./", "https://user@example.org/",
        "https://@example.org/", "https://example.org:0/",
        "https://example.org:99999/", "https://example.org:/", "https://example.org:08/",
        "https://example.org:http/", "https://-a.org/", "https://a..org/",
        "https://exa_mple!.org/", "https://例子.org/", "https://example.org/例",
        "https://example.org/%2e%2e/b", "https://example.org/.%2E/", "https://example.org/%00",
        "https://example.org/a%2fb", "https://example.org/a%0D%0Ab", "https://bücher.example/",
        "https://example.org/%zz", "ftp://example.org/", "//example.org/",
        "https:example.org", "https:///a", f"https://example.org/{'a' * 4000}",
        f"https://{'a' * 64}.org/",
    ],
)  # fmt: skip
def test_an_address_that_pages_cannot_stand_below_is_refused(
    read_files: ReadFiles, written: str
) -> None:
    _, problems = read_files(
        {
            "site.yaml": (
                f"title: {{zh: 站, en: S}}\nlanguages: [zh, en]\nas_of: 2025-12-01\ntopics: "
                f"[]\nbase_url: {written}\n"
            )
        }
    )
    assert [(p.check, str(p.location)) for p in problems] == [("url-malformed", "site.yaml:5:11")]
    assert len(problems[0].message) < 200


@pytest.mark.parametrize(
    "written",
    [
        "null",
        "~",
        "https://example.org/health/",
        "http://localhost:8000",
        "http://127.0.0.1:8000/preview/",
        "https://[2001:db8::1]:8443/a%20b",
    ],
)
def test_the_address_of_a_site_may_be_null(read_files: ReadFiles, written: str) -> None:
    site, problems = read_files(
        {
            "site.yaml": (
                f"title: {{zh: 站, en: S}}\nlanguages: [zh, en]\nas_of: 2025-12-01\ntopics: "
                f"[]\nbase_url: {written}\n"
            )
        }
    )
    assert problems == []
    assert site is not None
    assert site.settings.base_url == (written if "/" in written else None)


@pytest.mark.parametrize(
    ("written", "check", "hint"),
    [
        pytest.param(
            "hn: {title: {zh: 湖南, en: Hunan}, kind: ▸provinz}",
            "choice-unknown",
            "did you mean `province`?",
            id="kind",
        ),
        pytest.param(
            "hn: {title: {zh: 湖南, en: Hunan}, kind: city, gbt2260: ▸“430000”}",
            "code-malformed",
            "straight",
            id="curly quotes",
        ),
        pytest.param(
            "hn: {title: {zh: 湖南, en: Hunan}, kind: city, iso: ▸Hunan}",
            "code-malformed",
            "CN-HN",
            id="iso",
        ),
        pytest.param(
            "▸Hunan: {title: {zh: 湖南, en: Hunan}, kind: city}",
            "slug-malformed",
            "a-z",
            id="id with a capital",
        ),
        pytest.param(
            "▸CON: {title: {zh: 湖南, en: Hunan}, kind: city}",
            "slug-malformed",
            "a-z",
            id="device with capitals",
        ),
        pytest.param(
            "▸con: {title: {zh: 湖南, en: Hunan}, kind: city}",
            "slug-malformed",
            "another word",
            id="device",
        ),
        pytest.param(
            "▸../../x: {title: {zh: 湖南, en: Hunan}, kind: city}",
            "slug-malformed",
            "a-z",
            id="path",
        ),
        pytest.param("hn: ▸湖南", "mapping-expected", "", id="text for fields"),
        pytest.param("hn:▸", "mapping-expected", "", id="nothing"),
        pytest.param(
            "hn: {title: ▸{▸zh：湖南▸, en: Hunan}, kind: city}",
            "unknown-language",
            "`：`",
            id="full-width colon",
        ),
    ],
)
def test_a_wrong_area(read_files: ReadFiles, written: str, check: str, hint: str) -> None:
    problems = _told(
        read_files,
        "content/areas.yaml",
        f"cn: {{title: {{zh: 全国, en: China}}, kind: country}}\n{written}\n",
    )
    assert check in {p.check for p in problems}
    assert any(hint in p.hint for p in problems)


@pytest.mark.parametrize(
    ("written", "check"),
    [
        pytest.param("week: ▸{words: [周], zh: 周}", "translation-missing", id="no English"),
        pytest.param(
            "week: {words: ▸周, zh: 周, en: week}", "list-expected", id="words without list"
        ),
        pytest.param("week: {words: [▸''], zh: 周, en: week}", "field-empty", id="empty word"),
        pytest.param("week: {zh: 周, en: ▸{one: week}}", "field-missing", id="no other form"),
        pytest.param(
            "week: {zh: 周, en: {one: week, ▸others: weeks, other: weeks}}",
            "field-unknown",
            id="unknown form",
        ),
        pytest.param("week: {zh: 周, en: ▸[week]}", "text-expected", id="list of forms"),
        pytest.param(
            "week: {zh: 周, en: week, ▸la: hebdomas}", "field-unknown", id="third language"
        ),
    ],
)
def test_a_wrong_unit(read_files: ReadFiles, written: str, check: str) -> None:
    problems = _told(
        read_files, "content/units.yaml", f"bed: {{words: [张], zh: 张, en: bed}}\n{written}\n"
    )
    assert [p.check for p in problems] == [check]


@pytest.mark.parametrize(
    ("written", "check"),
    [
        pytest.param("data: [▸beds]", "figure-id-malformed", id="indicator without dataset"),
        pytest.param("data: [▸care.beds@]", "figure-id-malformed", id="no key behind the @"),
        pytest.param("data: ▸care.beds", "list-expected", id="no list"),
        pytest.param("data: ▸[]", "field-empty", id="nothing to show"),
        pytest.param("data: [▸{label: {zh: 床, en: Bed}}]", "field-missing", id="id missing"),
        pytest.param("data: [{id: care.beds, label: ▸}]", "mapping-expected", id="label empty"),
        pytest.param(
            "data: [{id: care.beds, label: ▸床}]", "mapping-expected", id="label in no language"
        ),
        pytest.param(
            "data: [{id: care.beds, label: ▸{zh: 床}}]",
            "translation-missing",
            id="label in one language",
        ),
        pytest.param("data: [care.beds]\norder: ▸size", "choice-unknown", id="order"),
        pytest.param(
            "data: [care.beds]\n▸nation: care.beds", "field-unknown", id="key of another name"
        ),
    ],
)
def test_a_wrong_chart(read_files: ReadFiles, written: str, check: str) -> None:
    problems = _told(
        read_files,
        "content/charts/beds.yaml",
        f"kind: bars\ntitle: {{zh: 图, en: Chart}}\n{written}\n",
    )
    assert [p.check for p in problems] == [check]


def test_every_fault_of_a_map_of_languages_is_told_at_once(read_files: ReadFiles) -> None:
    problems = _told(
        read_files,
        "content/sources/more.yaml",
        f"{SOURCE}published: {{date: 2025}}\nnote: ▸{{▸la: x, en: ▸''}}\n",
    )
    assert [p.check for p in problems] == ["translation-missing", "unknown-language", "field-empty"]


def test_a_message_names_the_field_and_shows_what_was_written(read_files: ReadFiles) -> None:
    problems = _told(
        read_files, "content/sources/more.yaml", f"{SOURCE}published: {{date: ▸28.7.2025}}\n"
    )
    assert str(problems[0]) == (
        "content/sources/more.yaml:3:19: error: `published.date`: `28.7.2025` is not a date "
        "(write YYYY, YYYY-MM or YYYY-MM-DD) [date-malformed]"
    )


def test_a_complaint_of_pydantic_that_nobody_foresaw_is_still_a_problem_with_a_place() -> None:
    class Odd(Entry):
        number: int

    problems: list[Problem] = []
    tree = read_tree("\nnumber: x\n", "f.yaml", problems)
    assert tree is not None
    assert read_entry(Odd, tree, None, problems) is None
    assert [(p.check, str(p.location)) for p in problems] == [("value-refused", "f.yaml:2:9")]


def test_a_file_that_is_one_text_gets_a_hint_about_its_colon(read_files: ReadFiles) -> None:
    problems = _told(read_files, "content/sources/more.yaml", "▸title：题\n")
    assert problems[0].check == "mapping-expected"
    assert "`：`" in problems[0].hint


@pytest.mark.parametrize(
    "path",
    [
        "content/areas.yaml",
        "content/units.yaml",
        "content/sources/bulletin.yaml",
        "content/datasets/care.yaml",
        "site.yaml",
    ],
)
@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "just text\n", "''\n", "a: b\n", "[[[]]]\n", "{a: {b: {c: {d: e}}}}\n"]
)
def test_yaml_of_any_other_shape_is_a_problem_in_that_file(
    read_files: ReadFiles, path: str, text: str
) -> None:
    _, problems = read_files({path: text})
    assert any(p.location.path == path for p in problems)


def test_one_entry_tells_a_hundred_problems_and_that_there_are_more() -> None:
    problems: list[Problem] = []
    tree = read_tree("".join(f"key{i}: x\n" for i in range(101)), "f.yaml", problems)
    assert tree is not None
    read_entry(Entry, tree, None, problems)
    assert [p.check for p in problems] == ["field-unknown"] * 100 + ["problems-many"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(
            "content/units.yaml", f"bed: {{zh: 张, en: bed, words: [{'[],' * 300}]}}\n", id="items"
        ),
        pytest.param(
            "site.yaml",
            (
                f"title: {{zh: 站, en: S}}\nlanguages: [zh, en]\nas_of: 2025-12-01\ntopics: "
                f"[{'a,' * 300}]\n"
            ),
            id="equal items",
        ),
        pytest.param(
            "content/sources/bulletin.yaml",
            "".join(f"key{i}: x\n" for i in range(300)),
            id="unknown keys",
        ),
        pytest.param("content/areas.yaml", "a: x\n" * 300, id="equal keys"),
        pytest.param("content/areas.yaml", "".join(f"a{i}: x\n" for i in range(300)), id="areas"),
        pytest.param("content/datasets/care.yaml", f"{DATASET}[{'a,' * 300}]\n", id="observations"),
        pytest.param(
            "content/datasets/care.yaml",
            f"{DATASET}[{'{printed: 1张},' * 300}]\n",
            id="observations of one id",
        ),
        pytest.param(
            "content/datasets/care.yaml",
            DATASET + "".join(f"\n    - {{key: a{i}, printed: x}}" for i in range(300)),
            id="figures that cannot be read",
        ),
        pytest.param(
            "content/datasets/care.yaml",
            f"{DATASET}[{{printed: 1张, also: [{'{printed: x},' * 300}]}}]\n",
            id="further printings",
        ),
        pytest.param(
            "content/datasets/care.yaml",
            f"{INDICATORS}{''.join(f'  a{i}: x{chr(10)}' for i in range(300))}",
            id="indicators",
        ),
    ],
)
def test_a_flood_of_problems_is_cut_and_said_to_be_cut(
    read_files: ReadFiles, path: str, text: str
) -> None:
    problems = [p for p in read_files({path: text})[1] if p.location.path == path]
    assert 100 < len(problems) < 110
    assert [p.check for p in problems].count("problems-many") == 1


@pytest.mark.parametrize("mark", ["·", "。", "-", "\u2011", "\u303f", "\u303e", "？！"])
def test_a_mark_alone_is_no_title(read_files: ReadFiles, mark: str) -> None:
    source = SOURCE.replace("题", f"▸'{mark}'")
    (problem,) = _told(
        read_files, "content/sources/bulletin.yaml", f"{source}published: {{date: 2025}}\n"
    )
    assert problem.check == "title-wordless"


#: Lists that hold as many figures as a site has: their files alone bound them.
AS_MANY_AS_FIGURES = {
    "IndicatorEntry.observations",
    "ReleaseEntry.added",
    "ReleaseEntry.changed",
    "ReleaseEntry.removed",
}


def test_every_list_of_an_entry_has_a_most() -> None:
    entries = [
        one for _, one in inspect.getmembers(schema, inspect.isclass) if issubclass(one, Entry)
    ]
    listed = {
        f"{entry.__name__}.{name}": any(
            getattr(limit, "max_length", None) == MOST_LISTED for limit in field.metadata
        )
        for entry in entries
        for name, field in entry.model_fields.items()
        if "list[" in str(field.annotation)
    }
    assert len(listed) > len(AS_MANY_AS_FIGURES)
    assert {name for name, has_most in listed.items() if not has_most} == AS_MANY_AS_FIGURES


@pytest.mark.parametrize("field", ["formerly", "also", "revisions"])
def test_a_list_of_one_figure_is_refused_at_its_place_where_it_is_too_long(
    read_files: ReadFiles, field: str
) -> None:
    item = {"formerly": "care.x", "also": "{printed: 1张}", "revisions": "{}"}[field]
    text = f"{DATASET}[{{printed: 1张, {field}: [{f'{item}, ' * (MOST_LISTED + 1)}]}}]\n"
    problems = read_files({"content/datasets/care.yaml": text})[1]
    assert "list-too-long" in {problem.check for problem in problems}
