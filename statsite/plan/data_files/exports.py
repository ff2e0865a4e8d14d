"""Rows of the downloads: observations, sources and charts, as JSON and CSV."""

from __future__ import annotations

import csv
import hashlib
import io
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from statsite import addresses
from statsite.assess.assessment import Assessment
from statsite.interval import End
from statsite.language.numbers import end_precisions
from statsite.model import Dataset, Observation, Printing, Published, Revision, Site, Source
from statsite.plan.bounds import bounds_of
from statsite.plan.data_files import json_text
from statsite.plan.data_files.at_hand import AtHand
from statsite.quantity import FRACTION_DECIMALS, decimal_text, decimals_of
from statsite.results import made_once

ExportRow = dict[str, Any]

#: Columns of observations.csv and of each dataset's CSV, where those of ``COLUMNS_OF_WORDS`` are
#: one for each language; the keys of observations.json in the same order, where ``context`` may
#: follow. New ones come last: programs outside read those that are there.
COLUMNS = (
    "id", "dataset", "indicator", "title", "topic", "printed", "relation", "value", "low", "high",
    "precision", "unit",
    "ref_area", "time_period", "status", "compared_with", "source", "evidence", "restates", "url",
    "definition", "note", "unit_title", "area_title", "source_title", "publication", "published",
    "published_approximate", "interval", "conventional", "bound_low", "bound_high",
    "producer", "publication_approximate", "because",
)  # fmt: skip

#: What is text by language.
COLUMNS_OF_WORDS = frozenset(
    {
        "title",
        "definition",
        "note",
        "unit_title",
        "area_title",
        "publication",
        "producer",
        "because",
    }
)
#: What is true or false.
COLUMNS_OF_TRUTHS = frozenset({"published_approximate", "conventional", "publication_approximate"})
#: What is a number, as decimal text.
COLUMNS_OF_NUMBERS = frozenset({"value", "low", "high", "precision", "bound_low", "bound_high"})

#: Parts of one to which a bound without a finite decimal form is rounded.
_FINEST = 10**FRACTION_DECIMALS

#: First characters that make a spreadsheet run a text cell as a formula (OWASP ASVS 1.2.10, and
#: their full-width forms).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

#: Where a spreadsheet that parts cells at semicolons or tabs would begin one that it runs.
_FORMULA_INSIDE = re.compile(r"([;\t\r\n]\s*)(?=[=@＝＋－＠]|[+-](?!\d+(?:\.\d+)?(?:[;\t\r\n]|$)))")

#: What neither begins as a formula nor holds a place where a cell could begin: nearly every cell.
_HARMLESS = re.compile(r"[^\s=+@＝＋－＠-][^;\t\r\n]*")

#: A number, alone or with a sign of its unit or a Chinese word behind it: no spreadsheet can work
#: it out as anything else.
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[%‰％℃]|[\u4e00-\u9fff]+)?")


def observation_rows(
    assessment: Assessment, observations: Iterable[Observation]
) -> Iterator[ExportRow]:
    """One row per printing: each figure, and after it the further printings that restate it."""
    rows = _rows_by_figure(assessment)
    return (row for o in observations for row in rows[o.id])


@made_once
def _rows_by_figure(assessment: Assessment) -> Mapping[str, Sequence[ExportRow]]:
    """The rows of every figure, which several files hold."""

    def made(name: str) -> Sequence[ExportRow]:
        observation = assessment.site.observations[name]
        return [_row(assessment, observation, one) for one in observation.printings]

    return AtHand(assessment.site.observations, made)


def digest_of(lines: Iterable[object]) -> str:
    """A digest of lines that hold nothing but texts, truth values and mappings of them: a file of
    very many is known by it, without holding them all.
    """
    digest = hashlib.sha256()
    for line in lines:
        digest.update(repr(line).encode())
    return digest.hexdigest()


def _row(assessment: Assessment, observation: Observation, printing: Printing) -> ExportRow:
    site = assessment.site
    return {
        "id": printing.id,
        "dataset": observation.dataset,
        "indicator": observation.indicator,
        "title": dict(site.indicators[observation.indicator].title),
        "topic": site.datasets[observation.dataset].topic,
        "printed": printing.printed,
        **_quantity(printing),
        "unit": observation.unit,
        "ref_area": observation.area,
        **_time_and_status(observation, printing),
        **_origin(assessment, observation, printing),
        "url": addresses.figure(observation.id),
        **_in_words(site, observation),
        **_published(None if observation.is_derived else site.sources[printing.source]),
        **_bounds(assessment, observation, printing),
        "producer": _producer(site, observation, printing),
        "publication_approximate": _is_publication_inferred(site, observation, printing),
        **_explanations(observation),
    }


def _quantity(printing: Printing) -> ExportRow:
    """The number of a printing as decimal text: the value or the ends that it states."""
    quantity = printing.quantity
    low, high = end_precisions(quantity, printing.reading)
    return {
        "relation": quantity.relation.value,
        "value": quantity.decimal_text(quantity.value),
        "low": None if quantity.low is None else decimal_text(quantity.low, low),
        "high": None if quantity.high is None else decimal_text(quantity.high, high),
        "precision": quantity.decimal_text(quantity.precision),
    }


def _time_and_status(observation: Observation, printing: Printing) -> ExportRow:
    """When a figure was, as far as the article of the printing says so, what kind of claim it is,
    and the time that a change is counted from.
    """
    period = None if printing.is_undated else observation.period
    base = observation.compared_with
    return {
        "time_period": str(period) if period else None,
        "status": observation.status.value,
        "compared_with": str(base) if base else None,
    }


def _origin(assessment: Assessment, observation: Observation, printing: Printing) -> ExportRow:
    """The article that prints a figure, how it is proven to, and the figure that it prints again;
    no article where the figure is derived.
    """
    return {
        "source": None if observation.is_derived else printing.source,
        "evidence": assessment.evidence[printing.id].evidence,
        "restates": observation.id if printing is not observation.printing else None,
    }


def _in_words(site: Site, observation: Observation) -> ExportRow:
    """What the ids of a row stand for, and what is said of its figure, by language."""
    indicator, unit = site.indicators[observation.indicator], site.units[observation.unit]
    return {
        "definition": dict(indicator.definition),
        "note": dict(observation.note),
        "unit_title": {language: label.other for language, label in unit.label.items()},
        "area_title": dict(site.areas[observation.area].title),
    }


def _published(source: Source | None) -> ExportRow:
    """Where and when an article appeared; nothing of a figure that none prints."""
    return {
        "source_title": source.title if source else None,
        "publication": dict(source.publication) if source else {},
        "published": str(source.published.date) if source else None,
        "published_approximate": source.published.approximate if source else None,
    }


def _bounds(assessment: Assessment, observation: Observation, printing: Printing) -> ExportRow:
    """What rules take a printing for."""
    found = bounds_of(assessment, observation, printing)
    interval = found.interval
    return {
        "interval": str(interval),
        "conventional": found.is_conventional,
        "bound_low": _end(interval.low, math.floor),
        "bound_high": _end(interval.high, math.ceil),
    }


def _end(end: End, outwards: Callable[[Fraction], int]) -> str | None:
    """An end of an interval as decimal text, None where it is open; one without a finite decimal
    form is moved outwards by less than its last decimal, so that no number is lost.
    """
    number = end.number
    if not isinstance(number, Fraction):
        return None
    if decimals_of(number) is None:
        number = Fraction(outwards(number * _FINEST), _FINEST)
    return decimal_text(number, None)


def _producer(site: Site, observation: Observation, printing: Printing) -> dict[str, str]:
    """Who made the figure that an article prints, by language: who made all of its article's where
    the figure names nobody; none of a derived figure.
    """
    if observation.is_derived:
        return {}
    own = observation.producer if printing is observation.printing else {}
    return dict(own or site.sources[printing.source].producer)


def _is_publication_inferred(
    site: Site, observation: Observation, printing: Printing
) -> bool | None:
    """Whether the name of the publication is inferred; None of a figure that none prints."""
    return (
        None
        if observation.is_derived
        else bool(site.sources[printing.source].publication_known_from)
    )


def _explanations(observation: Observation) -> ExportRow:
    """Why a figure is not quoted and, in JSON alone and only where it is given, why it differs from
    the words around it, by language.
    """
    because, context = dict(observation.because), dict(observation.context)
    return {"because": because, "context": context} if context else {"because": because}


def correction_rows(site: Site) -> list[ExportRow]:
    """Every change of a published figure as data/corrections.json holds it, oldest first for each
    figure; what it said before is in the row.
    """
    return [
        _correction_row(o, revision) for o in site.observations.values() for revision in o.revisions
    ]


def _correction_row(observation: Observation, revision: Revision) -> ExportRow:
    quantity = revision.quantity
    return {
        "figure": observation.id,
        "kind": revision.kind.value,
        "date": str(revision.date),
        "printed": revision.printed,
        "relation": quantity.relation.value,
        "value": quantity.decimal_text(quantity.value),
        "low": quantity.decimal_text(quantity.low),
        "high": quantity.decimal_text(quantity.high),
        "unit": revision.unit or observation.unit,
        "time_period": str(revision.period or observation.period or "") or None,
        "source": revision.source,
        "reason": dict(revision.reason),
    }


def source_row(source: Source) -> ExportRow:
    """One source as data/sources.json holds it."""
    text = source.text
    return {
        "id": source.id,
        "title": source.title,
        "title_translated": dict(source.title_translated),
        "publication": dict(source.publication),
        "publication_known_from": dict(source.publication_known_from),
        "published": _date_row(source.published),
        "page": source.page,
        "producer": dict(source.producer),
        "url": source.url,
        "text": text.file if text else None,
        "lines": [list(span) for span in text.lines] if text else None,
        "issue": source.issue,
    }


def _date_row(published: Published) -> ExportRow:
    """When an article appeared, and how that is known."""
    return {
        "date": str(published.date),
        "approximate": published.approximate,
        "known_from": dict(published.known_from),
    }


def as_json(value: object) -> bytes:
    """JSON text, one line per level of objects, final newline included."""
    return written(chain(json_text.pieces(value), ["\n"]))


def as_json_list(values: Iterable[object]) -> bytes:
    """The text that ``as_json`` gives of a list of these ``values``, of which one after another is
    made.
    """
    return written(_listed(values))


def _listed(values: Iterable[object]) -> Iterator[str]:
    before = "["
    for value in values:
        line = "\n "
        yield f"{before}{line}{json_text.text(value, line)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


#: How many pieces of a text are encoded together.
_TOGETHER = 1024


def written(texts: Iterable[str]) -> bytes:
    """The bytes of texts one behind the other, never all of them as text beside each other."""
    file, waiting = io.BytesIO(), iter(texts)
    while together := list(islice(waiting, _TOGETHER)):
        file.write("".join(together).encode())
    return file.getvalue()


def as_csv(rows: Iterable[ExportRow], languages: tuple[str, ...]) -> bytes:
    """CSV for spreadsheets: UTF-8 with a byte-order mark, CRLF, for words one column per language,
    as ``title_<lang>``.
    """
    return _csv(columns_of(COLUMNS, languages), (_flat(row, languages) for row in rows))


def chart_as_csv(
    rows: Iterable[ExportRow], labels: Mapping[str, Mapping[str, str]], languages: tuple[str, ...]
) -> bytes:
    """The drawn data of a chart: as ``as_csv``, with the label each figure has in the chart before
    it.
    """
    columns = [f"label_{lang}" for lang in languages]
    kept = columns_of((c for c in COLUMNS if c not in {"title", "restates"}), languages)
    flat = (
        {
            **_flat(row, languages),
            **{f"label_{lang}": labels[lang][row["id"]] for lang in languages},
        }
        for row in rows
    )
    return _csv([*columns, *kept], flat)


def columns_of(names: Iterable[str], languages: tuple[str, ...]) -> list[str]:
    """The columns of a CSV: those that hold words are one for each language."""
    return [
        column
        for name in names
        for column in (
            [f"{name}_{language}" for language in languages] if name in COLUMNS_OF_WORDS else [name]
        )
    ]


def _flat(row: ExportRow, languages: tuple[str, ...]) -> ExportRow:
    """A row with a cell for each language of its words, and its truth values as text."""
    words = {
        f"{name}_{language}": row[name].get(language)
        for name in COLUMNS_OF_WORDS
        for language in languages
    }
    truths = {
        name: None if row[name] is None else str(row[name]).lower() for name in COLUMNS_OF_TRUTHS
    }
    return {**row, **words, **truths}


def _csv(columns: list[str], rows: Iterable[ExportRow]) -> bytes:
    return csv_lines(chain([columns], ([row[column] for column in columns] for row in rows)))


def csv_lines(lines: Iterable[Iterable[str | None]]) -> bytes:
    """CSV for spreadsheets, line by line: UTF-8 with a byte-order mark, CRLF, no cell that is a
    formula.
    """
    file = io.BytesIO()
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(_cell, line) for line in lines)
    text.flush()
    return file.getvalue()


def _cell(value: str | None) -> str:
    """The cell's text; what a spreadsheet would run as a formula is led by an apostrophe, also
    behind a semicolon or tab, at which some part cells; a number and the relation ``=`` are left
    alone.

    What it would take for a date, as 1/3, is left as it is too: whatever kept it from that would be
    read as part of the text elsewhere.
    """
    if not value or _HARMLESS.fullmatch(value):
        return value or ""
    is_risky = value.startswith(_FORMULA_STARTS) or value.lstrip().startswith(_FORMULA_STARTS)
    inside = _FORMULA_INSIDE.sub(r"\1'", value)
    return f"'{inside}" if is_risky and value != "=" and not _NUMBER.fullmatch(value) else inside


def dataset_as_json(assessment: Assessment, dataset: Dataset) -> ExportRow:
    """One dataset as its own JSON file."""
    return {
        "id": dataset.id,
        "title": dict(dataset.title),
        "topic": dataset.topic,
        "observations": [*observation_rows(assessment, assessment.site.observations_of(dataset))],
    }
