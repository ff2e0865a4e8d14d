"""What pages say of their figures and datasets to machines: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from statsite import addresses
from statsite.language import html_code
from statsite.model import Indicator, Observation, SourceKind, Status
from statsite.plan.data_files.exports import ExportRow, observation_rows
from statsite.plan.edition import DatasetCard, Edition
from statsite.plan.views import FigureView
from statsite.quantity import Relation

LinkedData = Mapping[str, Any]

_CONTEXT = "https://schema.org"

#: schema.org types of what figures are taken from.
_WORK = {
    SourceKind.NEWSPAPER: "NewsArticle",
    SourceKind.AGENCY: "NewsArticle",
    SourceKind.BULLETIN: "NewsArticle",
    SourceKind.REPORT: "Report",
    SourceKind.BOOK: "Book",
    SourceKind.WEB: "WebPage",
    SourceKind.DATASET: "Dataset",
}

_CSV, _JSON = "text/csv", "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def dataset_linked_data(edition: Edition, card: DatasetCard) -> LinkedData:
    """schema.org Dataset: what a dataset holds, of when and where, its terms, and its files."""
    dataset = edition.site.datasets[card.id]
    indicators = [edition.site.indicators[one.id] for one in dataset.indicators]
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": card.title,
        "description": _description(edition, card),
        "identifier": card.id,
        "url": _url(edition, card.address, card.address),
        **_terms(edition, card.address),
        "includedInDataCatalog": _catalog(edition, card.address),
        **_coverage(edition, tuple(edition.site.observations_of(dataset))),
        "variableMeasured": [_variable(edition, one, one.observations) for one in indicators],
        "distribution": _downloads(edition, card),
    }


def _description(edition: Edition, card: DatasetCard) -> str:
    """What the editor says of a dataset, else what it is about, and how much it holds."""
    tell = edition.presenter
    described = tell.figure_text(edition.site.datasets[card.id].description) or card.summary
    return f"{described} {tell.interface_text('separator').join(card.extent)}"


def _downloads(edition: Edition, card: DatasetCard) -> Sequence[LinkedData]:
    """The files of a dataset."""
    address = edition.presenter.address
    files = (
        (_CSV, card.csv),
        (_CSV, address(addresses.dataset_readable(card.id))),
        (_XLSX, address(addresses.dataset_workbook(card.id))),
        (_JSON, card.json),
    )
    return [_download(edition, form, path, card.address) for form, path in files]


def catalog_linked_data(edition: Edition) -> LinkedData:
    """schema.org DataCatalog: every dataset of the site."""
    page = edition.presenter.address(addresses.DATA)
    return {
        "@context": _CONTEXT,
        **_catalog(edition, page),
        "description": edition.presenter.interface_text("data-intro"),
        **_terms(edition, page),
        "dataset": [
            {
                "@type": "Dataset",
                "name": card.title,
                "description": card.summary,
                "url": _url(edition, card.address, page),
                **_licence(edition),
            }
            for card in edition.datasets.values()
        ],
    }


def figure_linked_data(edition: Edition, figure: FigureView) -> LinkedData:
    """schema.org Observation: the figure as a value of what is measured, with its article."""
    observation = edition.site.observations[figure.id]
    return {
        "@context": _CONTEXT,
        "@type": "Observation",
        "name": figure.title,
        "description": str(figure.text),
        "identifier": figure.id,
        "url": _url(edition, figure.address, figure.address),
        **_status_and_date(figure, observation),
        "variableMeasured": _variable(
            edition, edition.site.indicators[figure.indicator], [observation]
        ),
        "value": _value(edition, observation, figure),
        "observationAbout": {"@type": "Place", "name": figure.where},
        "isBasedOn": _works(edition, observation),
    }


def _status_and_date(figure: FigureView, observation: Observation) -> LinkedData:
    """What a figure is where it was not observed, and when it was where the article says it."""
    status = {} if figure.is_firm else {"measurementQualifier": figure.status_label}
    date = {"observationDate": str(observation.period)} if observation.period else {}
    return {**status, **date}


def _works(edition: Edition, observation: Observation) -> LinkedData | Sequence[LinkedData]:
    """The article behind a figure, or the list of them where it is computed from several."""
    works = [_work(edition, source) for source in articles_behind(edition, observation)]
    return works[0] if len(works) == 1 else works


def _value(edition: Edition, observation: Observation, figure: FigureView) -> LinkedData:
    """What the number may be: a value only where the article prints it without a qualifier, and the
    bounds that rules reckon with, or those of the words where a standard sets them.
    """
    row = next(observation_rows(edition.assessment, [observation]))
    is_plain = observation.quantity.relation is Relation.EQUAL and row["value"] is not None
    told = str(figure.text)
    by_convention = edition.presenter.interface_text("bounds-conventional").format(bounds=told)
    return {
        "@type": "QuantitativeValue",
        **({"value": row["value"]} if is_plain else {}),
        **_stated_bounds(row, observation.status),
        "unitText": figure.unit,
        "description": by_convention if row["conventional"] else told,
    }


def _stated_bounds(row: ExportRow, status: Status) -> LinkedData:
    """The bounds of a figure, as far as it has some."""
    ends = ("low", "high") if status is Status.STANDARD else ("bound_low", "bound_high")
    named = zip(("minValue", "maxValue"), ends, strict=True)
    return {key: row[end] for key, end in named if row[end] is not None}


def _variable(edition: Edition, indicator: Indicator, figures: Iterable[Observation]) -> LinkedData:
    """What ``figures`` are of; that it was measured where none of them is a target, plan or
    standard, for which the vocabulary has no word.
    """
    tell = edition.presenter.figure_text
    definition = tell(indicator.definition)
    was_measured = not any(figure.status.is_set for figure in figures)
    return {
        "@type": "StatisticalVariable",
        "name": tell(indicator.title),
        "identifier": indicator.id,
        **({"statType": "measuredValue"} if was_measured else {}),
        "unitText": edition.site.units[indicator.unit].label[edition.language].other,
        **({"description": definition} if definition else {}),
    }


def _catalog(edition: Edition, page: str) -> LinkedData:
    catalog = edition.presenter.address(addresses.DATA)
    return {
        "@type": "DataCatalog",
        "name": edition.presenter.figure_text(edition.site.settings.title),
        "url": _url(edition, catalog, page),
    }


def _terms(edition: Edition, page: str) -> LinkedData:
    """Who made it, when it was released last, and on which terms it may be used."""
    home = edition.presenter.address(addresses.HOME)
    maker = {
        "@type": "Organization",
        "name": edition.presenter.figure_text(edition.site.settings.title),
        "url": _url(edition, home, page),
    }
    return {
        "inLanguage": html_code(edition.language),
        "creator": maker,
        "publisher": maker,
        "version": edition.site.version,
        "dateModified": edition.site.version,
        "isAccessibleForFree": True,
        **_licence(edition),
    }


def _licence(edition: Edition) -> LinkedData:
    licence = edition.site.settings.data_licence
    return {"license": licence.url} if licence else {}


def _coverage(edition: Edition, observations: Sequence[Observation]) -> LinkedData:
    """The times and places that figures are about."""
    areas = dict.fromkeys(one.area for one in observations)
    places = [edition.presenter.figure_text(edition.site.areas[area].title) for area in areas]
    times = _times(observations)
    return {
        **({"temporalCoverage": times} if times else {}),
        "spatialCoverage": [{"@type": "Place", "name": place} for place in places],
    }


def _times(observations: Iterable[Observation]) -> str:
    """From the first year, month or day to the last, ISO 8601; empty where the articles state no
    time.
    """
    ends = [
        end
        for one in observations
        if one.period is not None
        for end in (one.period.start, one.period.end)
        if end is not None
    ]
    if not ends:
        return ""
    first, last = min(ends, key=lambda end: end.first_day), max(ends, key=lambda end: end.last_day)
    return str(first) if first == last else f"{first}/{last}"


def _download(edition: Edition, form: str, path: str, page: str) -> LinkedData:
    return {
        "@type": "DataDownload",
        "name": path.rpartition("/")[2],
        "encodingFormat": form,
        "contentUrl": _url(edition, path, page),
    }


def _url(edition: Edition, path: str, page: str) -> str:
    """The public address of a file, or the way to it from the page that names it."""
    return addresses.public(edition.site.settings.base_url, path) or addresses.relative(path, page)


def articles_behind(edition: Edition, observation: Observation) -> list[str]:
    """The article that prints a figure; of a derived one those of the printed figures that it is
    computed from, each once.
    """
    behind = edition.assessment.sources_behind.get(observation.id, ())
    return sorted(behind) or [observation.source]


def _work(edition: Edition, source_id: str) -> LinkedData:
    """The article; without a date where that was inferred, for schema.org has no form for such a
    one, and with what an inferred publication was inferred from.
    """
    source, tell = edition.site.sources[source_id], edition.presenter.figure_text
    published = source.published
    dated = {} if published.approximate else {"datePublished": str(published.date)}
    known_from = (
        {"description": tell(source.publication_known_from)}
        if source.publication_known_from
        else {}
    )
    return {
        "@type": _WORK[source.kind],
        "headline": source.title,
        **dated,
        "publisher": {"@type": "Organization", "name": tell(source.publication), **known_from},
    }
