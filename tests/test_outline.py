"""A site without its texts: what of each the rest of the site is told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from statsite.assess.assessment import assess
from statsite.check import check_facts, check_texts
from statsite.model import Document, WrittenSite
from statsite.outline import outline, outlined, with_texts_of
from statsite.prose import figure_blocks, references, sections
from statsite.read.site import read_site
from tests.support.paths import ROOT, SITES
from tests.support.types import ReadFiles

TEXT = """\
Some words on [[care.beds]], then a [link](https://example.org/).

## Beds [[care.beds|in words]]

[[table by value: care.beds, care.guests | A table
## of two lines]]

- A line with [[chart:beds]] and [[care.guests]].

### Deeper
"""

TOPIC = "---\ntitle: {title}\nstandfirst: What there is.\n---\n{body}\n"


def read(read_files: ReadFiles, body: str, title: str = "Care", value: str = "3") -> WrittenSite:
    """A site of one topic in English."""
    site, problems = read_files(
        {
            "content/topics/elderly-care/en.md": TOPIC.format(title=title, body=body),
            "content/topics/elderly-care/zh.md": TOPIC.format(title="养老", body="").replace(
                "What there is.", "概况。"
            ),
            "content/tiles.yaml": f"cn: {{column: {value}, row: 3, label: {{zh: 国, en: CN}}}}\n",
        }
    )
    assert site is not None
    assert problems == []
    return site


def told(text: str) -> tuple[list[tuple[object, ...]], ...]:
    """What views tell of a text."""
    return (
        [(one.kind, one.id, one.words) for one in references(text)],
        [(one.kind, one.order, one.ids, one.caption) for one in figure_blocks(text)],
        [(one.title, one.id) for one in sections(text)],
    )


def written() -> Iterator[Document]:
    """Every text of this repository's sites."""
    for root in (ROOT, *(path.parent for path in sorted(SITES.glob("*/site.yaml")))):
        site, _ = read_site(root)
        assert site is not None
        for prose in (*site.topics.values(), *site.pages.values()):
            yield from prose.documents.values()


def test_an_outline_has_what_is_told_of_a_text_in_its_order() -> None:
    assert outline(TEXT) == (
        "[[care.beds]]\n[ ]\n"
        "## Beds [[care.beds|in words]]\n[ ]\n"
        "[[table by value: care.beds, care.guests | A table\n## of two lines]]\n[ ]\n"
        "[[chart:beds]]\n[ ]\n"
        "[[care.guests]]"
    )
    assert outline("No more than words.") == ""


def test_the_same_is_told_of_an_outline_as_of_its_text() -> None:
    for text in (TEXT, *(document.body for document in written())):
        assert told(outline(text)) == told(text)
        assert outline(outline(text)) == outline(text)


@pytest.mark.parametrize("begun", ["[[care.beds|", "[[table: care.beds, "])
def test_what_a_heading_begins_does_not_end_in_the_next(begun: str) -> None:
    text = f"## How to write `{begun}`\n\nAs [here](data).\n\n## Its end `]]`\n"
    assert told(text)[:2] == ([], [])
    assert told(outline(text)) == told(text)


def test_other_words_make_no_other_outline(read_files: ReadFiles) -> None:
    one, other = (
        outlined(read(read_files, f"{word} words.\n\n## Beds")) for word in ("Some", "No")
    )
    assert one.digest == other.digest
    assert one.topics == other.topics
    assert one.texts == other.texts


@pytest.mark.parametrize(
    "changed",
    [
        {"body": "Some words.\n\n## Guests"},
        {"body": "Some words.\n\n## Beds\n\n## Guests"},
        {"body": "Some words.\n\n## Beds", "title": "Old age"},
        {"body": "Some words.\n\n## Beds", "value": "4"},
    ],
    ids=["heading", "section", "title", "fact"],
)
def test_what_is_told_elsewhere_makes_another_outline(
    read_files: ReadFiles, changed: dict[str, str]
) -> None:
    before = outlined(read(read_files, "Some words.\n\n## Beds"))
    assert outlined(read(read_files, **changed)).digest != before.digest


def test_an_outlined_site_holds_no_text(read_files: ReadFiles) -> None:
    site = outlined(read(read_files, "Some particular words."))
    assert "particular" not in repr((site, site.texts))
    assert "particular" in repr(with_texts_of(read(read_files, "Some particular words."), site))


def test_a_site_gets_its_texts_back(read_files: ReadFiles) -> None:
    site = read(read_files, "Some words.")
    again = with_texts_of(site, outlined(site))
    parts = ("topics", "pages", "digest", "texts", "datasets", "facts")
    assert [getattr(again, part) for part in parts] == [getattr(site, part) for part in parts]


#: A text, a title and a tile with what is wrong with each.
_FAULTS = "TODO: 9 beds, [[care.unknown]] [x](nowhere), the the.\n\n# Beds [[chart:none]] TODO"


def test_what_is_wrong_with_all_but_texts_is_found_in_the_outline_alike(
    read_files: ReadFiles,
) -> None:
    faulty, _ = read_files(
        {
            "content/topics/elderly-care/en.md": TOPIC.format(title="99 beds", body=_FAULTS),
            "content/topics/elderly-care/zh.md": TOPIC.format(title="养老", body=_FAULTS),
            "content/tiles.yaml": "cn: {column: 3, row: 3, label: {zh: 国99, en: 国}} # TODO\n",
            "content/areas.yaml": "cn: {title: {zh: 全国, en: 全国}}\nnowhere: {title: {zh: 无, en: N}}\n",
        }
    )
    assert faulty is not None
    whole, told = assess(faulty), assess(outlined(faulty))
    found = set(check_facts(told, ()))
    assert found == set(check_facts(whole, ()))
    assert {one.check for one in found} >= {"unfinished", "bare-numeral", "translation-same"}
    assert not any(one.location.path.endswith(".md") and one.location.line > 5 for one in found)
    in_texts = {one.check for one in check_texts(whole.site, ())}
    assert in_texts >= {"unfinished", "unknown-id", "link-broken", "bare-numeral"}
