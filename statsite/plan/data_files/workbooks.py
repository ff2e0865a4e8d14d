"""Workbooks (XLSX) of a dataset, a topic or the whole site, in one language: figures with words and
codes, the notes on them, their articles, what is counted, and what the columns hold.

Numbers are numbers; everything else is text, so that no spreadsheet makes a date of 1/3 or a
formula of =.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, count
from typing import TYPE_CHECKING

from msgspec import Struct

from statsite import formatting
from statsite.model import Indicator, Observation, Source
from statsite.periods import Moment
from statsite.plan.data_files import exports, readable
from statsite.plan.data_files.archives import stored_texts
from statsite.plan.data_files.readable import Column, Selection
from statsite.plan.edition import Edition
from statsite.plan.extent import extent

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from statsite.plan.data_files.worksheets import Cell, FilledSheet

#: The narrowest and the widest column, in characters of Latin letters; longer text is wrapped.
_NARROWEST, _WIDEST = 8, 48

#: Excel's limits on the name of a sheet.
_LONGEST_NAME, _REFUSED_IN_NAMES = 31, re.compile(r"[\[\]:*?/\\']")


class Sheet(Struct, frozen=True):
    """A sheet as text: its heads, and lines of cells; ``numbers`` are the columns, from 0, whose
    text is a number. ``kept`` columns at the left stay in sight.
    """

    name: str
    heads: Sequence[str]
    lines: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    kept: int = 1


class WorkbookContent(Struct, frozen=True):
    """What a workbook holds: its title, who made it, the day of the site, and its sheets."""

    title: str
    author: str
    as_of: Moment
    sheets: tuple[Sheet, ...]


def workbook(edition: Edition, selection: Selection) -> bytes:
    """The workbook of ``selection``; the last one is kept, since an archive that holds it too is
    made next.
    """
    made = edition.workbooks
    if selection.address not in made:
        made.clear()
        made[selection.address] = _written(told(edition, selection))
    return made[selection.address]


def told(edition: Edition, selection: Selection) -> WorkbookContent:
    """All that the workbook of ``selection`` is made from."""
    lines = list(readable.lines(edition, selection.observations))
    return _content(edition, selection, lines)


def told_of_many(edition: Edition, selection: Selection) -> object:
    """As ``told``, but of the lines of figures, which may be very many, a digest."""
    digest = exports.digest_of(readable.lines(edition, selection.observations))
    return _content(edition, selection, [[digest]])


def _content(
    edition: Edition, selection: Selection, lines: Sequence[Sequence[str]]
) -> WorkbookContent:
    settings = edition.site.settings
    author = edition.presenter.figure_text(settings.title)
    sheets = tuple(_sheets(edition, selection, lines))
    return WorkbookContent(selection.title, author, settings.as_of, sheets)


def _written(told: WorkbookContent) -> bytes:
    # A build that changes no workbook needs no library for it.
    from statsite.plan.data_files.worksheets import FilledSheet, FilledWorkbook  # noqa: PLC0415

    book = FilledWorkbook()
    created = dt.datetime.combine(told.as_of.first_day, dt.time())
    book.set_properties({"title": told.title, "author": told.author, "created": created})
    names = _sheet_names([sheet.name for sheet in told.sheets])
    for name, sheet in zip(names, told.sheets, strict=True):
        _write(book, sheet, book.add_worksheet(name, FilledSheet))
    return stored_texts(book.parts(), told.as_of)


def _sheets(
    edition: Edition, selection: Selection, lines: Sequence[Sequence[str]]
) -> Iterator[Sheet]:
    yield _figures(edition, lines)
    yield _notes(edition, selection)
    yield _sources(edition, selection)
    yield _definitions(edition, selection)
    yield _about(edition, selection)


# What the sheets hold


def _figures(edition: Edition, lines: Sequence[Sequence[str]]) -> Sheet:
    numbers = frozenset(at for at, column in enumerate(readable.ALL_COLUMNS) if column.is_number)
    heads = [readable.heading(edition, column) for column in readable.ALL_COLUMNS]
    return Sheet(_word(edition, "sheet-figures"), heads, lines, numbers)


def _notes(edition: Edition, selection: Selection) -> Sheet:
    lines = [
        [figure.title, str(figure.text), _word(edition, key), text, observation.id]
        for observation in selection.observations
        for figure in [edition.figures[observation.id]]
        for key, text in _remarks(edition, observation)
    ]
    heads = ("column-title", "column-figure", "heading-kind", "heading-text", "column-id")
    return Sheet(_word(edition, "sheet-notes"), _words(edition, heads), lines)


def _remarks(edition: Edition, observation: Observation) -> Iterator[tuple[str, str]]:
    """What is said of a figure besides its facts, each with the key of the word for it."""
    tell = edition.presenter.figure_text
    figure = edition.figures[observation.id]
    told = (
        ("note", figure.note),
        ("not-quoted-because", figure.because),
        ("context-explained", figure.context),
        ("why-preferred", tell(observation.preferred)),
        *(
            (f"change-{revision.kind.value}", f"{revision.date}: {tell(revision.reason)}")
            for revision in observation.revisions
        ),
    )
    return ((key, text) for key, text in told if text)


_SOURCE_HEADS = (
    "column-source_title",
    "heading-translated",
    "column-publication",
    "publication-known-from",
    "column-published-words",
    "date-known-from",
    "heading-page",
    "producer",
    "heading-address",
    "heading-citation",
    "column-published",
    "column-source",
)


def _sources(edition: Edition, selection: Selection) -> Sheet:
    lines = [_source(edition, source) for source in readable.sources_of(edition, selection)]
    return Sheet(_word(edition, "sheet-sources"), _words(edition, _SOURCE_HEADS), lines)


def _source(edition: Edition, source: Source) -> Sequence[str]:
    shown = edition.presenter.source(source.id)
    return (
        shown.title,
        shown.title_translated,
        shown.publication,
        shown.publication_known_from,
        shown.date,
        shown.date_known_from,
        shown.page,
        shown.producer,
        shown.url,
        shown.citation,
        f"{source.published.date}{'~' if source.published.approximate else ''}",
        source.id,
    )


def _definitions(edition: Edition, selection: Selection) -> Sheet:
    names = dict.fromkeys(observation.indicator for observation in selection.observations)
    lines = [_definition(edition, edition.site.indicators[name]) for name in names]
    told = "\n".join(text for line in lines for text in line[:2])
    heads = _words(edition, ("column-title", "column-definition", "column-unit_title", "column-id"))
    return Sheet(_word(edition, "sheet-definitions"), heads, [*lines, *_terms(edition, told)])


def _definition(edition: Edition, indicator: Indicator) -> Sequence[str]:
    """What an indicator counts, and in which unit."""
    tell = edition.presenter.figure_text
    unit = edition.site.units[indicator.unit]
    return (
        tell(indicator.title),
        tell(indicator.definition),
        unit.label[edition.language].other,
        indicator.id,
    )


def _terms(edition: Edition, told: str) -> Iterator[Sequence[str]]:
    """The terms of the glossary that ``told`` uses."""
    folded = told.casefold()
    used = (term for term in edition.terms if term.words.casefold() in folded)
    for term in used:
        standard = _word(edition, "term-standard") + _word(edition, "colon") + term.standard
        says = " ".join([term.definition, *([standard] if term.standard else [])])
        yield (term.words, says, "", term.id)


def _about(edition: Edition, selection: Selection) -> Sheet:
    lines = [
        *about_lines(edition, selection),
        ("", ""),
        _words(edition, ("heading-column", "heading-meaning")),
        *column_lines(edition, readable.ALL_COLUMNS),
    ]
    heads = (selection.title, _word(edition, "own-words"))
    return Sheet(_word(edition, "sheet-about"), heads, lines, kept=0)


def about_lines(edition: Edition, selection: Selection) -> Iterator[tuple[str, str]]:
    """What a file says of itself: name and text."""
    settings, tell = edition.site.settings, edition.presenter.figure_text
    told = (
        ("heading-site", tell(settings.title)),
        ("heading-address", readable.public(edition, selection.address)),
        ("heading-extent", _extent(edition, selection)),
        ("heading-as-of", formatting.day(settings.as_of, edition.language)),
        ("heading-version", edition.site.version),
        ("heading-licence", _licence(edition)),
        ("report-error", tell(settings.contact)),
    )
    return ((_word(edition, key), text) for key, text in told if text)


def _extent(edition: Edition, selection: Selection) -> str:
    """How many figures of which years and areas were selected."""
    return _word(edition, "separator").join(extent(edition.presenter, selection.observations))


def _licence(edition: Edition) -> str:
    """The terms that the files may be used on, in words and by name; empty where none are given."""
    settings = edition.site.settings
    named = settings.data_licence
    texts = (
        edition.presenter.figure_text(settings.licence),
        f"{named.name}, {named.url}" if named else "",
    )
    return " ".join(filter(None, texts))


def column_lines(edition: Edition, columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    """Name and meaning of each column."""
    for column in columns:
        yield (
            readable.heading(edition, column),
            _word(edition, f"column-says-{column.key}"),
        )


def _word(edition: Edition, key: str) -> str:
    return edition.presenter.interface_text(key)


def _words(edition: Edition, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(_word(edition, key) for key in keys)


# How they are written


def _write(book: Workbook, sheet: Sheet, page: FilledSheet) -> None:
    page.fill(chain([_heads(book, sheet)], _lines(book, sheet)))
    for column, title in enumerate(sheet.heads):  # each as wide as its cells need
        width = _width([title, *(line[column] for line in sheet.lines)])
        page.set_column(column, column, width)
    page.freeze_panes(1, sheet.kept)
    if sheet.kept and sheet.lines:
        page.autofilter(0, 0, len(sheet.lines), len(sheet.heads) - 1)


def _heads(book: Workbook, sheet: Sheet) -> list[Cell]:
    """The line of heads."""
    style = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    return [(column, title, style) for column, title in enumerate(sheet.heads)]


def _lines(book: Workbook, sheet: Sheet) -> Iterator[list[Cell]]:
    """The lines below the heads, without the cells that hold nothing."""
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    numbers = _NumberFormats(book, {})
    for line in sheet.lines:
        yield [
            (column, float(cell), numbers.of(cell))
            if column in sheet.numbers
            else (column, cell, text)
            for column, cell in enumerate(line)
            if cell
        ]


class _NumberFormats(Struct, frozen=True):
    """The formats of numbers by how many decimals they show, each added once."""

    book: Workbook
    made: dict[int, Format]

    def of(self, text: str) -> Format:
        """The format that shows the decimals of ``text``."""
        places = len(text.partition(".")[2])
        if places not in self.made:
            shown = "#,##0" + ("." + "0" * places if places else "")
            self.made[places] = self.book.add_format({"num_format": shown, "valign": "top"})
        return self.made[places]


def _width(cells: Iterable[str]) -> float:
    """The width of a column in which the longest line fits, within reason."""
    lines = (line for cell in cells for line in cell.split("\n"))
    return min(_WIDEST, max(_NARROWEST, max(map(_letters, lines), default=0) + 2))


@lru_cache(maxsize=4096)  # names and definitions stand in many lines
def _letters(text: str) -> int:
    """How many Latin letters are as wide as ``text``: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1 for letter in text)


#: The name that Excel keeps for itself.
_KEPT_NAME = "history"


def _sheet_names(texts: Sequence[str]) -> Iterator[str]:
    """``texts`` as Excel takes names of sheets, no two alike in its eyes, which see no case; a
    site's own words may be anything.
    """
    taken = {_KEPT_NAME}
    for number, text in enumerate(texts, start=1):
        name = _REFUSED_IN_NAMES.sub(" ", text).strip()[:_LONGEST_NAME].strip() or str(number)
        name = _numbered(name, taken) if name.casefold() in taken else name
        taken.add(name.casefold())
        yield name


def _numbered(name: str, taken: Container[str]) -> str:
    """``name`` with the first number behind it that makes it one not ``taken``."""
    numbered = (f"{name[: _LONGEST_NAME - 4]} {number}" for number in count(2))
    return next(one for one in numbered if one.casefold() not in taken)
