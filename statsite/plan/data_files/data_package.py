"""The data package (version 2 of the Data Package Standard) that describes the CSV files of a
site, or of one topic.

The standard has one title and one description for each thing: here each holds the words of all
languages of the site, those of the first language first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from statsite import addresses
from statsite.model import Dataset, Settings, Site, Source
from statsite.plan.data_files.exports import (
    COLUMNS,
    COLUMNS_OF_NUMBERS,
    COLUMNS_OF_TRUTHS,
    COLUMNS_OF_WORDS,
    columns_of,
)
from statsite.plan.edition import Edition
from statsite.plan.topic_figures import figures_of_topic

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

Descriptor = dict[str, Any]


class _Table(Struct, frozen=True):
    """A CSV file to describe, with the datasets whose rows it holds."""

    name: str
    path: str
    title: str
    description: str
    datasets: Sequence[Dataset]


def site_package(editions: Sequence[Edition]) -> Descriptor:
    """What describes the CSV files of the whole site."""
    site = editions[0].site
    of_datasets = (_table(editions, d, addresses.dataset_csv(d.id)) for d in site.datasets.values())
    title = _joined(editions, lambda e: e.presenter.figure_text(e.site.settings.title))
    return _package(editions, "observations", title, [_everything(editions), *of_datasets])


def _everything(editions: Sequence[Edition]) -> _Table:
    """The table of every figure."""
    return _Table(
        "observations",
        addresses.OBSERVATIONS_CSV,
        _joined(editions, lambda edition: edition.presenter.interface_text("all-data")),
        _described(editions, lambda edition: edition.presenter.interface_text("all-data-note")),
        tuple(editions[0].site.datasets.values()),
    )


def topic_package(editions: Sequence[Edition], topic: str) -> Descriptor:
    """What describes the CSV files of one topic, which are beside it in its archive: those of its
    datasets, and of the others whose figures its page shows.
    """
    site = editions[0].site
    names = dict.fromkeys(figure.dataset for figure in figures_of_topic(site, topic))
    datasets = [site.datasets[name] for name in names]
    title = _joined(editions, lambda e: e.site.topics[topic].documents[e.language].title)
    tables = [_table(editions, d, f"{d.id}.csv") for d in datasets]
    return _package(editions, topic, title, tables)


def _table(editions: Sequence[Edition], dataset: Dataset, path: str) -> _Table:
    return _Table(
        dataset.id,
        path,
        _joined(editions, lambda edition: edition.presenter.figure_text(dataset.title)),
        _described(editions, lambda e: e.presenter.figure_text(dataset.description)),
        (dataset,),
    )


def _package(
    editions: Sequence[Edition], name: str, title: str, tables: Sequence[_Table]
) -> Descriptor:
    site = editions[0].site
    settings = site.settings
    datasets = [dataset for table in tables for dataset in table.datasets]
    columns = [*_fields(editions)]
    return {
        "$schema": _PROFILE,
        "name": name,
        "title": title,
        "version": str(settings.as_of),
        "created": f"{settings.as_of}T00:00:00Z",
        **({"homepage": settings.base_url} if settings.base_url else {}),
        **_licences(settings),
        "contributors": [
            {"title": settings.title[settings.first_language], "roles": ["publisher"]}
        ],
        "sources": [*_sources(site, datasets)],
        "resources": [_resource(site, table, columns) for table in tables],
    }


def _licences(settings: Settings) -> Descriptor:
    """The licence, where site.yaml names one for programs."""
    licence = settings.data_licence
    if licence is None:
        return {}
    told = settings.licence.get(settings.first_language)
    title = {"title": told} if told else {}
    return {"licenses": [{"name": licence.name, "path": licence.url, **title}]}


def _resource(site: Site, table: _Table, columns: Sequence[Mapping[str, str]]) -> Descriptor:
    return {
        "name": table.name,
        "path": table.path,
        "title": table.title,
        **({"description": table.description} if table.description else {}),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": [*_sources(site, table.datasets)],
        "schema": {"fields": columns, "primaryKey": ["id"]},
    }


def _sources(site: Site, datasets: Iterable[Dataset]) -> Iterator[Mapping[str, str]]:
    """The articles that the figures of ``datasets`` are printed in, each once."""
    found = {
        printing.source: None
        for dataset in datasets
        for observation in site.observations_of(dataset)
        if not observation.is_derived
        for printing in observation.printings
    }
    return (_source(site.sources[name], site.settings.first_language) for name in found)


def _source(source: Source, language: str) -> Mapping[str, str]:
    """An article; ``~`` behind an inferred date as ISO 8601-2 has it."""
    about = "~" if source.published.approximate else ""
    named = f"{source.title} ({source.publication[language]}, {source.published.date}{about})"
    return {"title": named, **({"path": source.url} if source.url else {})}


def _fields(editions: Sequence[Edition]) -> Iterator[Mapping[str, str]]:
    """The columns; one that is there for each language is described in all of them too."""
    for name in columns_of(COLUMNS, editions[0].site.settings.languages):
        stem = name.rpartition("_")[0]
        key = stem if stem in COLUMNS_OF_WORDS else name
        yield {
            "name": name,
            "type": _type(name),
            "title": _joined(editions, _word(f"column-{key}")),
            "description": _described(editions, _word(f"column-says-{key}")),
        }


def _word(key: str) -> Callable[[Edition], str]:
    return lambda edition: edition.presenter.interface_text(key)


def _type(column: str) -> str:
    if column in COLUMNS_OF_NUMBERS:
        return "number"
    return "boolean" if column in COLUMNS_OF_TRUTHS else "string"


def _joined(
    editions: Sequence[Edition], told: Callable[[Edition], str], between: str = " / "
) -> str:
    """What each edition tells, each text once."""
    return between.join(dict.fromkeys(text for text in map(told, editions) if text))


def _described(editions: Sequence[Edition], told: Callable[[Edition], str]) -> str:
    """What each edition tells, in paragraphs, as descriptions are Markdown."""
    return _joined(editions, told, "\n\n")
