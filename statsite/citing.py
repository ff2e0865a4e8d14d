"""References to works after GB/T 7714-2015, APA 7, BibTeX, CSL-JSON, and in plain words.

What is not known is not made up: who wrote an article is not told by who made its figures, so that
a reference begins with the title; an inferred date is written as one; when a reader looked at a
page is left to the reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from statsite.language import LANGUAGES
from statsite.language.citations import ReferenceStyle, Work, WorkKind, sentences
from statsite.language.english import MONTHS
from statsite.model import Source, SourceKind
from statsite.periods import Moment


class FormattedReference(Struct, frozen=True):
    """References in one style; ``is_code`` where programs read them."""

    style: str
    text: str
    is_code: bool = False


_SOURCE_KINDS = {
    SourceKind.NEWSPAPER: WorkKind.NEWSPAPER,
    SourceKind.AGENCY: WorkKind.NEWSPAPER,
    SourceKind.BULLETIN: WorkKind.PERIODICAL,
    SourceKind.REPORT: WorkKind.REPORT,
    SourceKind.BOOK: WorkKind.BOOK,
    SourceKind.WEB: WorkKind.WEB,
    SourceKind.DATASET: WorkKind.DATASET,
}


def article(source: Source, language: str) -> Work:
    """An article as a work; its author is not known, and the producer of its figures is none."""
    return Work(
        key=source.id,
        kind=_SOURCE_KINDS[source.kind],
        language=language,
        author="",
        title=source.title,
        translated=_translated_title(source, language),
        container=as_supplied(source.publication[language], source),
        date=source.published.date,
        is_approximate=source.published.approximate,
        page=as_supplied(source.page, source) if source.page else "",
        issue=source.issue or "",
        url=source.url or "",
    )


def _translated_title(source: Source, language: str) -> str:
    """The title in ``language`` where it is not that of the article and a translation is given."""
    return "" if source.language == language else source.title_translated.get(language, "")


def as_supplied(text: str, source: Source) -> str:
    """The publication or the page, in the square brackets of what a cataloguer supplies where the
    text does not print the name of its publication, nor thus of what it is a page.
    """
    return f"[{text}]" if source.publication_known_from else text


# GB/T 7714-2015

#: Type letters of GB/T 7714-2015, table B.1.
_LETTERS = {
    WorkKind.NEWSPAPER: "N",
    WorkKind.PERIODICAL: "J",
    WorkKind.REPORT: "R",
    WorkKind.BOOK: "M",
    WorkKind.WEB: "EB",
    WorkKind.DATASET: "DB",
    WorkKind.CHART: "EB",
}


def gbt7714(work: Work) -> str:
    """The reference after GB/T 7714-2015 in the order of citation, where works without a known
    author begin with the title.

    An estimated date is in square brackets, as the standard has it.
    """
    is_online = bool(work.url or work.version)
    letters = _LETTERS[work.kind] + ("/OL" if is_online else "")
    access = LANGUAGES[work.language].citations.access_day if is_online else ""
    issue = _gbt_issue(work, _gbt_date(work)) + access
    return sentences(work.author, f"{work.title}[{letters}]", issue, work.url)


def _gbt_date(work: Work) -> str:
    circa = LANGUAGES[work.language].citations.circa
    return f"[{circa}{work.date}]" if work.is_approximate else str(work.date)


def _gbt_issue(work: Work, date: str) -> str:
    """Where and when it appeared: the page of a newspaper in round brackets, as the issue of a
    periodical and the date of what only changes are.
    """
    if work.kind is WorkKind.NEWSPAPER:
        page = f"({work.page})" if work.page else ""
        return f"{work.container}, {date}{page}"
    if work.version:
        return f"{work.publisher}({date})"
    return _gbt_book(work, date, f": {work.page}" if work.page else "")


def _gbt_book(work: Work, date: str, pages: str) -> str:
    """Where and when a book, report or issue of a periodical appeared, with its ``pages``."""
    if work.issue:
        return f"{work.container}, {work.date.year}({work.issue}){pages}"
    return f"{work.publisher}, {date}{pages}" if work.publisher else f"({date})"


# APA 7


def apa(work: Work) -> str:
    """The reference after the seventh edition of the APA manual, without italics."""
    title, when = _apa_title(work), f"({_apa_circa(work)}{_apa_date(work.date)})"
    begin = (work.author, when, title) if work.author else (title, when)
    return f"{sentences(*begin, _apa_container(work))}{_apa_address(work)}"


def _apa_title(work: Work) -> str:
    title = f"{work.title} [{work.translated}]" if work.translated else work.title
    return " ".join((title, *_apa_remarks(work)))


def _apa_circa(work: Work) -> str:
    return "ca. " if work.is_approximate else ""


def _apa_remarks(work: Work) -> Iterator[str]:
    if work.version:
        yield f"(Version {work.version})"
    if work.kind in _APA_FORMS:
        yield _APA_FORMS[work.kind]


_APA_FORMS = {WorkKind.DATASET: "[Data set]", WorkKind.CHART: "[Chart]"}


def _apa_container(work: Work) -> str:
    """The newspaper or periodical with its issue and page, or the publisher where that is not the
    author.
    """
    if work.kind not in _SERIALS or not work.publisher:
        return work.publisher
    issue = f"({work.issue})" if work.issue else ""
    return ", ".join(filter(None, (work.publisher, issue, work.page)))


#: What appears again and again, and is cited with its pages.
_SERIALS = frozenset({WorkKind.NEWSPAPER, WorkKind.PERIODICAL})


def _apa_address(work: Work) -> str:
    """The address; of what changes with the day it was read, which the reader fills in."""
    if not work.url:
        return ""
    return f" Retrieved [date], from {work.url}" if work.version else f" {work.url}"


def _apa_date(moment: Moment) -> str:
    if not moment.month:
        return str(moment.year)
    day = f" {moment.day}" if moment.day else ""
    return f"{moment.year}, {MONTHS[moment.month - 1]}{day}"


# BibTeX

_BIBTEX_TYPES = {
    WorkKind.NEWSPAPER: "article",
    WorkKind.PERIODICAL: "article",
    WorkKind.REPORT: "techreport",
    WorkKind.BOOK: "book",
}

#: What holds the publication in each type; ``howpublished`` in others.
_BIBTEX_CONTAINERS = {
    WorkKind.NEWSPAPER: "journal",
    WorkKind.PERIODICAL: "journal",
    WorkKind.REPORT: "institution",
    WorkKind.BOOK: "publisher",
}

_BIBTEX_SPECIAL = re.compile(r"[\\{}&%$#_^~]")
_BIBTEX_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts every brace of a field, whatever stands before it.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def bibtex(work: Work) -> str:
    """The entry of a BibTeX file; ``urldate`` is empty for the reader."""
    kind = _BIBTEX_TYPES.get(work.kind, "misc")
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex_fields(work))
    return f"@{kind}{{{_bibtex_key(work.key)},\n{fields}}}"


def _bibtex_fields(work: Work) -> Iterator[tuple[str, str]]:
    told = (*_bibtex_words(work), *_bibtex_date(work), *_bibtex_place(work))
    yield from ((name, f"{{{value}}}") for name, value in told if value)
    if work.url:
        yield "urldate", "{}"


def _bibtex_place(work: Work) -> Iterator[tuple[str, str]]:
    """In which issue, on which page and at which address a work is."""
    yield "number", _bibtex_text(work.issue)
    yield "pages", _bibtex_text(work.page)
    yield "version", work.version
    yield "url", work.url.replace("{", "%7B").replace("}", "%7D")


def _bibtex_words(work: Work) -> Iterator[tuple[str, str]]:
    """Who made a work, what it is called and where it appeared; braces keep the first two as they
    are written.
    """
    translated = f" [{work.translated}]" if work.translated else ""
    yield "author", _in_braces(work.author)
    yield "title", _in_braces(work.title + translated)
    container = _BIBTEX_CONTAINERS.get(work.kind, "howpublished")
    yield container, _bibtex_text(work.publisher)


def _in_braces(text: str) -> str:
    """A text that keeps its capitals; nothing of none."""
    return f"{{{_bibtex_text(text)}}}" if text else ""


def _bibtex_date(work: Work) -> Iterator[tuple[str, str]]:
    """The year, month and day of a work as far as they are known, the rest empty. That they are
    inferred is a note: programs take a year of digits alone.
    """
    yield "year", f"{work.date.year}"
    yield "month", f"{work.date.month or ''}"
    yield "day", f"{work.date.day or ''}"
    yield "note", f"ca. {work.date}" if work.is_approximate else ""


def _bibtex_key(key: str) -> str:
    return re.sub(r"[^A-Za-z0-9:.-]", "-", key)


def _bibtex_text(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(lambda found: _BIBTEX_ESCAPES.get(found[0], f"\\{found[0]}"), text)


# CSL-JSON

_CSL_TYPES = {
    WorkKind.NEWSPAPER: "article-newspaper",
    WorkKind.PERIODICAL: "article-journal",
    WorkKind.REPORT: "report",
    WorkKind.BOOK: "book",
    WorkKind.WEB: "webpage",
    WorkKind.DATASET: "dataset",
    WorkKind.CHART: "graphic",
}


def csl_json(works: Sequence[Work]) -> str:
    """The works as CSL-JSON, which reference managers import; ``accessed`` is the reader's."""
    return "[\n" + ",\n".join(map(_csl_text, works)) + "\n]"


def _csl_text(work: Work) -> str:
    """An entry on one line, its date last; spaces part the brackets of the date, since two of them
    together are how prose refers to a figure, and no page shows such.
    """
    before, key, parts = json.dumps(_csl(work), ensure_ascii=False).rpartition(_CSL_DATE)
    return f"{before}{key.replace('[[', '[ [')}{parts.replace(']]', '] ]', 1)}"


_CSL_DATE = '"date-parts": [['


def _csl(work: Work) -> Mapping[str, Any]:
    given = {name: value for name, value in _csl_fields(work) if value}
    return {"id": work.key, "type": _CSL_TYPES[work.kind], **given, "issued": _csl_date(work)}


def _csl_fields(work: Work) -> Iterator[tuple[str, Any]]:
    """What is told of a work, empty where it is not known."""
    yield "author", [{"literal": work.author}] if work.author else ""
    yield "title", work.title
    yield "container-title" if work.kind in _SERIALS else "publisher", work.container
    yield "issue", work.issue
    yield "page", work.page
    yield "version", work.version
    yield "URL", work.url
    yield "note", work.translated


def _csl_date(work: Work) -> Mapping[str, Any]:
    parts = [*filter(None, (work.date.year, work.date.month, work.date.day))]
    return {"date-parts": [parts]} | ({"circa": True} if work.is_approximate else {})


# Plain words


def plain(work: Work) -> str:
    """The reference as a sentence of the work's language."""
    return LANGUAGES[work.language].citations.plain(work)


_STYLES: Mapping[ReferenceStyle, Callable[[Work], str]] = {
    ReferenceStyle.GBT7714: gbt7714,
    ReferenceStyle.APA: apa,
    ReferenceStyle.BIBTEX: bibtex,
    ReferenceStyle.PLAIN: plain,
}


def customary(work: Work) -> str:
    """The reference in the style that is usual in the work's language."""
    return _STYLES[LANGUAGES[work.language].citations.customary](work)


def _in_style(style: ReferenceStyle, works: Sequence[Work]) -> str:
    """Works in one style, one after another."""
    return csl_json(works) if style not in _STYLES else "\n".join(map(_STYLES[style], works))


#: Every style, in the order in which they are told.
_ORDER = tuple(ReferenceStyle)
#: The styles that programs read.
_CODE = frozenset({ReferenceStyle.BIBTEX, ReferenceStyle.CSL_JSON})


class References(Struct, frozen=True):
    """The same ``works`` in every style, one work after another; each is made when it is asked for,
    so that of a page that stays as it is only the works are told.
    """

    works: tuple[Work, ...]

    def __len__(self) -> int:
        return len(_ORDER)

    def __iter__(self) -> Iterator[FormattedReference]:
        return map(self.__getitem__, range(len(_ORDER)))

    def __getitem__(self, number: int) -> FormattedReference:
        style = _ORDER[number]
        return FormattedReference(style.value, _in_style(style, self.works), style in _CODE)
