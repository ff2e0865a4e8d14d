"""Topics and pages are Markdown with front matter, one file for every language of the site."""

from __future__ import annotations

import pytest

from statsite.model import WrittenSite
from statsite.problems import Problem
from tests.support.types import ReadFiles

TOPIC = "content/topics/elderly-care/zh.md"
PAGE = "content/pages/about/zh.md"


def _problems(found: tuple[WrittenSite | None, list[Problem]]) -> list[tuple[str, str]]:
    return [(p.check, str(p.location)) for p in found[1]]


def test_a_topic_may_have_a_shorter_title_for_the_masthead(read_files: ReadFiles) -> None:
    text = "---\ntitle: 养老服务的床位\nmenu: 养老\nstandfirst: 一句话\n---\n\n床位\n"
    site, problems = read_files({TOPIC: text})
    assert problems == []
    assert site is not None
    document = site.topics["elderly-care"].documents["zh"]
    assert (document.menu, str(document.menu_location)) == ("养老", f"{TOPIC}:3:7")
    assert [words for words, _ in document.head] == ["养老服务的床位", "一句话", "养老"]


def test_a_topic_with_its_front_matter_and_body(read_files: ReadFiles) -> None:
    text = (
        "---\ntitle: 养老：服务\nstandfirst: >-\n  一句话\n  说明\nleads: [care.beds, "
        "care.share@2024]\n---\n\n# 床位\n\n[[care.beds]]{{ 7*7 }}\n"
    )
    site, problems = read_files({TOPIC: text})
    assert problems == []
    assert site is not None
    document = site.topics["elderly-care"].documents["zh"]
    assert (document.title, document.standfirst) == ("养老：服务", "一句话 说明")
    assert document.menu == ""
    assert [(lead.id, str(lead.location)) for lead in document.leads] == [
        ("care.beds", f"{TOPIC}:6:9"),
        ("care.share@2024", f"{TOPIC}:6:20"),
    ]
    assert (document.body, document.body_line) == ("\n# 床位\n\n[[care.beds]]{{ 7*7 }}\n", 8)
    assert text.split("\n")[document.body_line - 1 :] == document.body.split("\n")
    assert (
        str(document.location),
        str(document.title_location),
        str(document.standfirst_location),
    ) == (
        f"{TOPIC}:1:1",
        f"{TOPIC}:2:8",
        f"{TOPIC}:3:13",
    )


def test_a_page_needs_only_a_title(read_files: ReadFiles) -> None:
    site, problems = read_files({PAGE: "---\ntitle: 关于\n---\n"})
    assert problems == []
    assert site is not None
    document = site.pages["about"].documents["zh"]
    assert (
        document.title,
        document.standfirst,
        document.leads,
        document.body,
        document.body_line,
    ) == ("关于", "", (), "", 4)


def test_front_matter_may_end_with_the_file(read_files: ReadFiles) -> None:
    site, problems = read_files({PAGE: "---\ntitle: 关于\n---"})
    assert problems == []
    assert site is not None
    assert site.pages["about"].documents["zh"].body == ""


def test_the_languages_stand_in_the_order_of_the_site(read_files: ReadFiles) -> None:
    site, _ = read_files()
    assert site is not None
    assert list(site.topics["elderly-care"].documents) == ["zh", "en"]
    assert str(site.topics["elderly-care"].location) == f"{TOPIC}:1:1"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(PAGE, "# 关于\n", ("front-matter-missing", "1:1"), id="no front matter"),
        pytest.param(PAGE, "", ("front-matter-missing", "1:1"), id="empty"),
        pytest.param(
            PAGE,
            "\n---\ntitle: x\n---\n",
            ("front-matter-missing", "1:1"),
            id="not at the beginning",
        ),
        pytest.param(PAGE, "---\ntitle: x\n", ("front-matter-unclosed", "1:1"), id="never ends"),
        pytest.param(PAGE, "---\n---\n", ("yaml-empty", "1:1"), id="nothing in it"),
        pytest.param(PAGE, "---\ntitle: [\n---\n", ("yaml-syntax", "2:8"), id="broken YAML"),
        pytest.param(
            PAGE, "---\ntitle: a\ntitle: b\n---\n", ("duplicate-key", "3:1"), id="key twice"
        ),
        pytest.param(PAGE, "---\ntitle: &a b\n---\n", ("yaml-anchor", "2:8"), id="anchor"),
        pytest.param(
            PAGE, "---\ntitel: x\ntitle: y\n---\n", ("field-unknown", "2:1"), id="key misspelt"
        ),
        pytest.param(
            PAGE,
            "---\ntitle: x\nleads: [care.beds]\n---\n",
            ("field-unknown", "3:1"),
            id="leads of a page",
        ),
        pytest.param(
            TOPIC, "---\ntitle: x\n---\n", ("field-missing", "2:1"), id="topic without standfirst"
        ),
        pytest.param(
            TOPIC,
            "---\ntitle: x\nstandfirst: y\nleads: [beds]\n---\n",
            ("figure-id-malformed", "4:9"),
            id="lead that is no id",
        ),
        pytest.param(
            PAGE,
            "---\ntitle: x\n---\n正\u202e文\n",
            ("character-refused", "4:2"),
            id="bidi override in the body",
        ),
        pytest.param(
            PAGE,
            "---\ntitle: x\n---\n正\x00文\n",
            ("character-refused", "4:2"),
            id="control character in the body",
        ),
        pytest.param(
            PAGE, b"---\r\ntitle: x\r\n---\r\n\xff\r\n", ("encoding-refused", "4:1"), id="no UTF-8"
        ),
    ],
)
def test_a_wrong_document_is_told_at_its_place(
    read_files: ReadFiles, path: str, text: str | bytes, expected: tuple[str, str]
) -> None:
    check, place = expected
    assert _problems(read_files({path: text})) == [(check, f"{path}:{place}")]


def test_a_missing_language_is_told_where_it_is_missing(read_files: ReadFiles) -> None:
    path = "content/topics/elderly-care/en.md"
    site, problems = read_files({path: None})
    assert _problems((site, problems)) == [("translation-missing", f"{path}:1:1")]
    assert site is not None
    assert list(site.topics["elderly-care"].documents) == ["zh"]


def test_a_language_that_cannot_be_read_is_not_also_missing(read_files: ReadFiles) -> None:
    assert _problems(read_files({TOPIC: "---\n"})) == [("front-matter-unclosed", f"{TOPIC}:1:1")]


def test_a_language_under_a_wrong_name_is_not_also_missing(read_files: ReadFiles) -> None:
    found = read_files({PAGE: None, "content/pages/about/zh.markdown": "---\ntitle: 关于\n---\n"})
    assert _problems(found) == [("file-unknown", "content/pages/about/zh.markdown:1:1")]


@pytest.mark.parametrize(
    "path",
    ["content/pages/dataset", "content/pages/home", "content/topics/data", "content/topics/en"],
)
def test_other_folders_are_free(read_files: ReadFiles, path: str) -> None:
    assert (
        read_files(
            {f"{path}/{code}.md": "---\ntitle: x\nstandfirst: y\n---\n" for code in ("zh", "en")}
        )[1]
        == []
    )


@pytest.mark.parametrize("name", ["la", "ZH", "zh-cn", "zh.bak"])
def test_a_language_that_is_none_of_the_site_is_told(read_files: ReadFiles, name: str) -> None:
    path = f"content/pages/about/{name}.md"
    assert _problems(read_files({path: "anything"})) == [("unknown-language", f"{path}:1:1")]


def test_a_page_folder_that_is_no_slug_is_told(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {f"content/pages/About us/{code}.md": "---\ntitle: x\n---\n" for code in ("zh", "en")}
    )
    assert _problems((site, problems)) == [("slug-malformed", "content/pages/About us:1:1")]
    assert site is not None
    assert list(site.pages) == ["about"]
