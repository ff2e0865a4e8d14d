"""The downloads: observations, sources and charts as JSON and CSV, and the data package that describes them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from statsite import addresses
from statsite.assess.assessment import Assessment
from statsite.model import Dataset, Observation, Printing, Revision, Site, Source
from statsite.quantity import decimal_text
from statsite.wording import end_precisions

Row = dict[str, Any]

#: Columns of observations.csv and of each dataset's CSV, titles aside; the keys of observations.json in the same order, where ``because``
#: and ``context`` may follow.
COLUMNS = (
    "id", "dataset", "indicator", "title", "topic", "printed", "relation", "value", "low", "high", "precision", "unit",
    "ref_area", "time_period", "status", "compared_with", "source", "evidence", "restates", "url",
)  # fmt: skip

#: First characters that make a spreadsheet run a text cell as a formula (OWASP ASVS 1.2.10, and their full-width forms).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

#: A number, alone or with a sign of its unit or a Chinese word behind it: no spreadsheet can work it out as anything else.
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[%‰％℃]|[\u4e00-\u9fff]+)?")

_DESCRIPTIONS = {
    "id": "Permanent id: dataset.indicator, with @key where an indicator has several figures; +source for a further printing of a figure.",
    "title": "What is measured.",
    "printed": (
        "The figure exactly as the article prints it; empty for data that was not printed in Chinese. It is text: a spreadsheet that opens the file"
        " without being told so takes 1/3 and 3-5 for dates. An apostrophe leads what a spreadsheet would run as a formula, here and in titles."
    ),
    "relation": "How the true number stands to the printed one: = ≈ ≲ > ≥ < ≤ or range.",
    "value": "The printed number in base units, as decimal text; empty for a range.",
    "low": "Lower bound of the true number; empty where open.",
    "high": "Upper bound of the true number; empty where open.",
    "precision": "Size of the last printed digit; empty for words and fractions.",
    "unit": "Unit id.",
    "ref_area": "Area id.",
    "time_period": "ISO 8601 period the figure is about, as text; empty where the article states none.",
    "status": "observed, target, plan, standard, estimate or derived.",
    "compared_with": "The period an increase or decrease is measured from.",
    "source": "Id of the article; empty for a derived figure, whose formula data/rules.json holds.",
    "evidence": "locked, unproven or none.",
    "restates": "Id of the figure that this printing repeats; empty for a figure of its own.",
    "url": "The figure's page, from the site's root.",
}


def observation_rows(assessment: Assessment, observations: Iterable[Observation]) -> list[Row]:
    """One row per printing: each figure, and after it the further printings that restate it."""
    rows = _rows_by_figure(assessment)
    return [row for o in observations for row in rows[o.id]]


@lru_cache(maxsize=2)
def _rows_by_figure(assessment: Assessment) -> Mapping[str, Sequence[Row]]:
    """The rows of every figure, which several files hold."""
    return {o.id: [_row(assessment, o, p) for p in o.printings] for o in assessment.site.observations.values()}


def _row(assessment: Assessment, observation: Observation, printing: Printing) -> Row:
    site, quantity = assessment.site, printing.quantity
    low, high = end_precisions(quantity, printing.reading)
    return {
        "id": printing.id,
        "dataset": observation.dataset,
        "indicator": observation.indicator,
        "title": dict(site.indicators[observation.indicator].title),
        "topic": site.datasets[observation.dataset].topic,
        "printed": printing.printed,
        "relation": quantity.relation.value,
        "value": quantity.decimal_text(quantity.value),
        "low": None if quantity.low is None else decimal_text(quantity.low, low),
        "high": None if quantity.high is None else decimal_text(quantity.high, high),
        "precision": quantity.decimal_text(quantity.precision),
        "unit": observation.unit,
        "ref_area": observation.area,
        "time_period": str(observation.period) if observation.period else None,
        "status": observation.status.value,
        "compared_with": str(observation.compared_with) if observation.compared_with else None,
        "source": None if observation.is_derived else printing.source,
        "evidence": assessment.evidence[printing.id].evidence,
        "restates": observation.id if printing is not observation.printing else None,
        "url": addresses.figure(observation.id),
        **_explanations(observation),
    }


def _explanations(observation: Observation) -> Row:
    """Why a figure is not quoted, or differs from the words around it, by language; only JSON has these keys, and only where they are given."""
    given = {"because": observation.because, "context": observation.context}
    return {key: dict(words) for key, words in given.items() if words}


def correction_rows(site: Site) -> list[Row]:
    """Every change of a published figure as data/corrections.json holds it, oldest first for each figure; what it said before stands in the row."""
    return [_correction_row(o, revision) for o in site.observations.values() for revision in o.revisions]


def _correction_row(observation: Observation, revision: Revision) -> Row:
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


def source_row(source: Source) -> Row:
    """One source as data/sources.json holds it."""
    return {
        "id": source.id,
        "title": source.title,
        "title_translated": dict(source.title_translated),
        "publication": dict(source.publication),
        "publication_known_from": dict(source.publication_known_from),
        "published": {
            "date": str(source.published.date),
            "approximate": source.published.approximate,
            "known_from": dict(source.published.known_from),
        },
        "page": source.page,
        "producer": dict(source.producer),
        "url": source.url,
        "text": source.text.file if source.text else None,
        "lines": [list(span) for span in source.text.lines] if source.text else None,
    }


def as_json(value: object) -> bytes:
    """JSON text, one line per level of objects, final newline included."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def as_csv(rows: list[Row], languages: tuple[str, ...]) -> bytes:
    """CSV for spreadsheets: UTF-8 with a byte-order mark, CRLF, one ``title_<lang>`` column per language."""
    columns = [c for column in COLUMNS for c in ([f"title_{lang}" for lang in languages] if column == "title" else [column])]
    flat = [{**row, **{f"title_{lang}": row["title"][lang] for lang in languages}} for row in rows]
    return _csv(columns, flat)


def chart_csv(rows: list[Row], labels: Mapping[str, Mapping[str, str]], languages: tuple[str, ...]) -> bytes:
    """The drawn data of a chart: as ``as_csv``, with the label each figure has in the chart before it."""
    columns = [f"label_{lang}" for lang in languages]
    kept = [c for c in COLUMNS if c not in {"title", "restates"}]
    flat = [{**row, **{f"label_{lang}": labels[lang][row["id"]] for lang in languages}} for row in rows]
    return _csv([*columns, *kept], flat)


def _csv(columns: list[str], rows: list[Row]) -> bytes:
    return csv_lines([columns, *([row[column] for column in columns] for row in rows)])


def csv_lines(lines: Iterable[Iterable[str | None]]) -> bytes:
    """CSV for spreadsheets, line by line: UTF-8 with a byte-order mark, CRLF, no cell that is a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(_cell, line) for line in lines)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(value: str | None) -> str:
    """The cell's text; what a spreadsheet would run as a formula is led by an apostrophe, a number and the relation ``=`` are left alone.

    What it would take for a date, as 1/3, is left as it is too: whatever kept it from that would be read as part of the text elsewhere.
    """
    if value is None:
        return ""
    is_risky = value.startswith(_FORMULA_STARTS) or value.lstrip().startswith(_FORMULA_STARTS)
    return f"'{value}" if is_risky and value != "=" and not _NUMBER.fullmatch(value) else value


def data_package(site: Site) -> Row:
    """A Data Package (version 2) that describes the CSV files of the site."""
    resources = [_resource("observations", addresses.OBSERVATIONS_CSV, site)]
    resources += [_resource(d, addresses.dataset_csv(d), site) for d in site.datasets]
    settings = site.settings
    package: Row = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "observations",
        "title": settings.title[settings.first_language],
        "version": str(settings.as_of),
        "resources": resources,
    }
    if settings.base_url:
        package["homepage"] = settings.base_url
    return package


def _resource(name: str, path: str, site: Site) -> Row:
    languages = site.settings.languages
    fields = [field for column in COLUMNS for field in ([f"title_{lang}" for lang in languages] if column == "title" else [column])]
    return {
        "name": name,
        "path": path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(f) for f in fields], "primaryKey": ["id"]},
    }


def _field(name: str) -> Row:
    kind = "number" if name in {"value", "low", "high", "precision"} else "string"
    described = _DESCRIPTIONS.get("title" if name.startswith("title_") else name)
    return {"name": name, "type": kind, **({"description": described} if described else {})}


def dataset_json(assessment: Assessment, dataset: Dataset) -> Row:
    """One dataset as its own JSON file."""
    return {
        "id": dataset.id,
        "title": dict(dataset.title),
        "topic": dataset.topic,
        "observations": observation_rows(assessment, assessment.site.observations_of(dataset)),
    }
