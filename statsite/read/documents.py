"""Topics and pages: Markdown with front matter, one file a language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from statsite.model import Document, Prose, Reference
from statsite.problems import Location, Problem
from statsite.read.entries import read_entry
from statsite.read.schema import PageEntry, TopicEntry
from statsite.read.yaml_tree import YamlNode, places, read_tree

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class _Parts(Struct, frozen=True):
    """A Markdown file taken apart.

    ``front`` begins with an empty line in place of the fence, so that its lines count as in the
    file.
    """

    front: str
    body: str
    body_line: int


def read_document(
    text: str,
    path: str,
    model: type[TopicEntry | PageEntry],
    languages: tuple[str, ...] | None,
    problems: list[Problem],
) -> Document | None:
    """The document that the file at ``path`` writes."""
    parts = _parts(text, path)
    if isinstance(parts, Problem):
        problems.append(parts)
        return None
    front = read_tree(parts.front, path, problems)
    entry = read_entry(model, front, languages, problems) if front is not None else None
    return _document(entry, front, parts, path) if entry is not None and front is not None else None


def _document(entry: TopicEntry | PageEntry, front: YamlNode, parts: _Parts, path: str) -> Document:
    where = dict(places(front))
    leads, menu = (entry.leads, entry.menu) if isinstance(entry, TopicEntry) else ([], "")
    return Document(
        title=entry.title,
        standfirst=entry.standfirst,
        menu=menu,
        leads=tuple(Reference(lead, where[f"leads.{index}"]) for index, lead in enumerate(leads)),
        body=parts.body,
        body_line=parts.body_line,
        location=Location(path),
        title_location=where["title"],
        standfirst_location=where.get("standfirst", Location(path)),
        menu_location=where.get("menu", Location(path)),
    )


def _parts(text: str, path: str) -> _Parts | Problem:
    opening = _FENCE.match(text)
    if not opening:
        return _no_front_matter(text, path)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        message, hint = "the front matter never ends", "end it with a line `---`"
        return Problem("front-matter-unclosed", message, Location(path), hint)
    body_line = text.count("\n", 0, closing.end()) + 2
    return _Parts(text[opening.end() : closing.start()], text[closing.end() + 1 :], body_line)


def _no_front_matter(text: str, path: str) -> Problem:
    message = "the file does not begin with front matter" if text.strip() else "the file is empty"
    hint = "begin with `---`, `title: …` and `---`, a line each"
    return Problem("front-matter-missing", message, Location(path), hint)


def missing_languages(
    folder: str, written: Collection[str], languages: tuple[str, ...] | None
) -> Iterator[Problem]:
    """The languages of the site in which nothing is ``written`` in ``folder``."""
    for language in languages or ():
        if language not in written:
            message = (
                f"{language}.md is missing; there is only "
                f"{' and '.join(f'{code}.md' for code in sorted(written)) or 'the folder'}"
            )
            yield Problem(
                "translation-missing",
                message,
                Location(f"{folder}/{language}.md"),
                "write it in every language of site.yaml",
            )


def prose_of(
    slug: str, documents: Mapping[str, Document | None], languages: tuple[str, ...] | None
) -> Prose | None:
    """The topic or page that ``documents`` by language make up, or None if not one of them can be
    read.
    """
    ordered = _in_order(documents, languages or ())
    return Prose(slug, ordered, next(iter(ordered.values())).location) if ordered else None


def _in_order(
    documents: Mapping[str, Document | None], languages: tuple[str, ...]
) -> dict[str, Document]:
    """Those that could be read, in the order of the languages of the site."""
    found = ((language, documents.get(language)) for language in languages)
    return {language: document for language, document in found if document is not None}
