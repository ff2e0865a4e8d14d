"""What pages say of their figures and datasets to machines: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from statsite.language import html_code
from statsite.language.numbers import end_precisions
from statsite.model import Observation, SourceKind
from statsite.plan.edition import DatasetCard, Edition
from statsite.plan.views import FigureView, SourceView
from statsite.quantity import decimal_text

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
        "inLanguage": html_code(edition.language),
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
    precisions = end_precisions(quantity, observation.printing.reading)
    ends = zip(("minValue", "maxValue"), (quantity.low, quantity.high), precisions, strict=True)
    bounds = {key: decimal_text(end, precision) for key, end, precision in ends if end is not None}
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
            **bounds,
            "unitText": figure.unit,
        },
        "observationAbout": {"@type": "Place", "name": figure.where},
        "isBasedOn": works[0] if len(works) == 1 else works,
    }


def _work(edition: Edition, source_id: str) -> Mapping[str, Any]:
    """The article; a date that was inferred carries the ``~`` of ISO 8601-2, a publication that was
    inferred what it was inferred from.
    """
    source, tell = edition.site.sources[source_id], edition.presenter.figure_text
    known_from = (
        {"description": tell(source.publication_known_from)}
        if source.publication_known_from
        else {}
    )
    return {
        "@type": _WORK[source.kind],
        "headline": source.title,
        "datePublished": f"{source.published.date}{'~' if source.published.approximate else ''}",
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
