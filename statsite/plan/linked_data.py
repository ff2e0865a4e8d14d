"""What pages say of their figures and datasets to machines: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from statsite import formatting
from statsite.model import Observation, SourceKind
from statsite.plan.bounds import bounds_of
from statsite.plan.edition import DatasetCard, Edition
from statsite.plan.views import FigureView, SourceView
from statsite.quantity import Relation, decimal_text
from statsite.rules.derive import quantity_of

#: schema.org types of what figures are taken from.
_WORK = {
    SourceKind.NEWSPAPER: "NewsArticle",
    SourceKind.BULLETIN: "NewsArticle",
    SourceKind.REPORT: "Report",
    SourceKind.BOOK: "Book",
    SourceKind.WEB: "WebPage",
    SourceKind.DATASET: "Dataset",
}


def dataset_linked_data(edition: Edition, card: DatasetCard) -> Mapping[str, Any]:
    """schema.org Dataset with the two files of a dataset."""
    base = edition.site.settings.base_url
    files = [("text/csv", card.csv), ("application/json", card.json)]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": card.title,
        "inLanguage": formatting.HTML_LANGUAGE[edition.language],
        "isPartOf": edition.presenter.figure_text(edition.site.settings.title),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form,
                "contentUrl": f"{base.rstrip('/')}/{path}" if base else path,
            }
            for form, path in files
        ],
    }


def figure_linked_data(edition: Edition, figure: FigureView) -> Mapping[str, Any]:
    """schema.org Observation: the figure as data, with the article it is based on."""
    observation = edition.site.observations[figure.id]
    quantity = observation.quantity
    sources = [source.id for source in derived_from(edition, observation)] or [observation.source]
    works = [_work(edition, source) for source in sources]
    return {
        "@context": "https://schema.org",
        "@type": "Observation",
        "name": figure.title,
        "description": str(figure.text),
        **({} if figure.is_firm else {"measurementQualifier": figure.status_label}),
        **({"observationDate": str(observation.period)} if observation.period else {}),
        "value": {
            "@type": "QuantitativeValue",
            **(
                {"value": quantity.decimal_text(quantity.value)}
                if quantity.value is not None
                else {}
            ),
            **_bounds(edition, observation),
            "unitText": figure.unit,
        },
        "observationAbout": {"@type": "Place", "name": figure.where},
        "isBasedOn": works[0] if len(works) == 1 else works,
    }


def _bounds(edition: Edition, observation: Observation) -> Mapping[str, str]:
    """The bounds of the true number: of a plain one those that rules reckon with, 7992500 and
    7993500 for 799.3万; of any other those that the article prints, without conventions.
    """
    quantity, printing = observation.quantity, observation.printing
    precisions = formatting.end_precisions(quantity, printing.reading)
    found = bounds_of(edition.assessment, observation, printing)
    if quantity.relation is Relation.EQUAL and not found.is_conventional:
        quantity = quantity_of(found.interval)
        precisions = (quantity.precision, quantity.precision)
    ends = zip(("minValue", "maxValue"), (quantity.low, quantity.high), precisions, strict=True)
    return {key: decimal_text(end, precision) for key, end, precision in ends if end is not None}


def _work(edition: Edition, source_id: str) -> Mapping[str, Any]:
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


def derived_from(edition: Edition, observation: Observation) -> list[SourceView]:
    """The articles of the printed figures that a derived one is computed from, each once; none for
    a printed one.
    """
    return [
        edition.presenter.source(name)
        for name in sorted(edition.assessment.sources_behind.get(observation.id, ()))
    ]
