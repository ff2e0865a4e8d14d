"""The text file that says what an archive of a topic holds, how to read it and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statsite import addresses
from statsite.plan import references
from statsite.plan.data_files import readable, workbooks
from statsite.plan.data_files.exports import COLUMNS, columns_of
from statsite.plan.data_files.readable import Column, Selection
from statsite.plan.edition import Edition, TopicCard

#: Its name in an archive.
NAME = "README.txt"


def readme(edition: Edition, selection: Selection, topic: str) -> str:
    """The text of the file of the archive of ``topic``."""
    sections = _sections(edition, selection, topic)
    text = "\n\n".join("\n".join([title, "", *lines]) for title, lines in sections)
    return f"{text}\n"


def encoded(text: str) -> bytes:
    """``text`` as UTF-8 with line ends of all systems."""
    return text.replace("\n", "\r\n").encode()


def _sections(
    edition: Edition, selection: Selection, topic: str
) -> Iterator[tuple[str, Iterable[str]]]:
    """Title and lines of each part."""
    word = edition.presenter.interface_text
    card = next(card for card in edition.topics if card.slug == topic)
    about = workbooks.about_lines(edition, selection)
    yield selection.title, [card.standfirst, *_listed(edition, about)]
    yield word("readme-files"), _listed(edition, _files(edition, selection, topic))
    yield word("cite"), _citations(edition, card)
    yield word("readme-columns"), _listed(edition, _columns(edition))


def _citations(edition: Edition, card: TopicCard) -> list[str]:
    """How the topic is cited, in the first and in the last of the styles."""
    cited = references.of_page(
        edition, f"topic-{card.slug}", card.title, addresses.topic(card.slug)
    )
    return [cited[0].text, cited[-1].text]


def _listed(edition: Edition, told: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each name and what is said of it."""
    colon = edition.presenter.interface_text("colon")
    return [f"{name}{colon}{text}" for name, text in told]


def _files(edition: Edition, selection: Selection, topic: str) -> Iterator[tuple[str, str]]:
    """Every other file of the archive and what it holds."""
    word = edition.presenter.interface_text
    yield f"{topic}.xlsx", word("readme-workbook")
    for name in readable.datasets_of(selection):
        title = edition.datasets[name].title
        for ending, kind in ((".csv", "exact"), ("-readable.csv", "readable"), (".json", "json")):
            yield f"{name}{ending}", word(f"readme-{kind}").format(title=title)
    yield "sources.json", word("readme-sources")
    yield "datapackage.json", word("readme-package")


def _columns(edition: Edition) -> Iterator[tuple[str, str]]:
    """The columns of the exact tables by their names in the files."""
    languages = edition.site.settings.languages
    told = workbooks.column_lines(edition, map(Column, COLUMNS))
    for name, (_, says) in zip(COLUMNS, told, strict=True):
        yield ", ".join(columns_of([name], languages)), says
