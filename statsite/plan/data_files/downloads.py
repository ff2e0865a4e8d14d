"""The data files of a site, each as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from statsite import addresses
from statsite.assess.assessment import Assessment
from statsite.language import html_code
from statsite.plan.data_files import (
    archives,
    data_package,
    exports,
    readable,
    readme,
    sdmx,
    workbooks,
)
from statsite.plan.edition import Edition
from statsite.plan.feed import Feed, atom
from statsite.plan.rules import rule_rows
from statsite.plan.withdrawn import withdrawal_rows, withdrawn_lines

#: What makes a file: a function with all that it makes it of, from which a key of the file follows.
Recipe = partial[bytes]


def observations_json_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every observation."""
    return exports.as_json_list(_rows(editions[0].assessment))


def observations_csv_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every observation, for spreadsheets."""
    assessment, languages = editions[0].assessment, editions[0].site.settings.languages
    return exports.as_csv(_rows(assessment), languages)


def observations_told(editions: Sequence[Edition], _: str) -> object:
    """All that the files of every observation are made from."""
    rows = _rows(editions[0].assessment)
    return exports.digest_of(rows), editions[0].site.settings.languages


def _rows(assessment: Assessment) -> Iterator[exports.ExportRow]:
    return exports.observation_rows(assessment, assessment.site.observations.values())


def observations_sdmx_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every observation, for tools of statistics."""
    return sdmx.as_sdmx_csv(editions[0].assessment)


def topic_archive_file(editions: Sequence[Edition], slug: str) -> bytes:
    """Everything to take away of a topic, in the language of the one edition given."""
    (edition,) = editions
    selection = readable.of_topic(edition, slug)
    beside = {name: make() for name, make in _beside_workbook(editions, slug).items()}
    files = {f"{slug}.xlsx": workbooks.workbook(edition, selection), **beside}
    return archives.stored(files, edition.site.settings.as_of)


def topic_archive_told(editions: Sequence[Edition], slug: str) -> object:
    """All that the archive of a topic is made from."""
    beside = _beside_workbook(editions, slug)
    return topic_workbook_told(editions, slug), beside, editions[0].site.settings.as_of


def _beside_workbook(editions: Sequence[Edition], slug: str) -> dict[str, Recipe]:
    """What makes the files of a topic's archive but the workbook, by their names in it."""
    (edition,) = editions
    selection = readable.of_topic(edition, slug)
    sources = [exports.source_row(source) for source in readable.sources_of(edition, selection)]
    files = {
        "sources.json": partial(exports.as_json, sources),
        "datapackage.json": partial(exports.as_json, data_package.topic_package(editions, slug)),
    }
    for name in readable.datasets_of(selection):
        files |= _files_of_dataset(editions, name)
    return files | {readme.NAME: partial(readme.encoded, readme.readme(edition, selection, slug))}


def _files_of_dataset(editions: Sequence[Edition], name: str) -> dict[str, Recipe]:
    """What makes the tables of a dataset, by their names in an archive."""
    return {
        f"{name}.csv": dataset_csv(editions, name),
        f"{name}-readable.csv": dataset_readable(editions, name),
        f"{name}.json": dataset_json(editions, name),
    }


def sources_json_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every source."""
    return exports.as_json(
        [exports.source_row(source) for source in editions[0].site.sources.values()]
    )


def corrections_json_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every change of a figure, and what was withdrawn."""
    site = editions[0].site
    return exports.as_json([*exports.correction_rows(site), *withdrawal_rows(site)])


def rules_json_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every rule with its outcome."""
    return exports.as_json(rule_rows(editions[0].assessment))


def dataset_json_file(editions: Sequence[Edition], dataset_id: str) -> bytes:
    """A dataset."""
    return dataset_json(editions, dataset_id)()


def dataset_json(editions: Sequence[Edition], dataset_id: str) -> Recipe:
    """What makes the file of a dataset."""
    assessment = editions[0].assessment
    dataset = assessment.site.datasets[dataset_id]
    return partial(exports.as_json, exports.dataset_as_json(assessment, dataset))


def dataset_csv_file(editions: Sequence[Edition], dataset_id: str) -> bytes:
    """A dataset, for spreadsheets."""
    return dataset_csv(editions, dataset_id)()


def dataset_csv(editions: Sequence[Edition], dataset_id: str) -> Recipe:
    """What makes the spreadsheet of a dataset."""
    site = editions[0].site
    rows = exports.observation_rows(
        editions[0].assessment, site.observations_of(site.datasets[dataset_id])
    )
    return partial(exports.as_csv, list(rows), site.settings.languages)


def dataset_readable_file(editions: Sequence[Edition], dataset_id: str) -> bytes:
    """A dataset in words, in the language of the one edition given."""
    return dataset_readable(editions, dataset_id)()


def dataset_readable(editions: Sequence[Edition], dataset_id: str) -> Recipe:
    """What makes a dataset in words, in the language of the one edition given."""
    (edition,) = editions
    lines = readable.table(edition, readable.of_dataset(edition, dataset_id))
    return partial(exports.csv_lines, list(lines))


def observations_readable_file(editions: Sequence[Edition], _: str) -> bytes:
    """Every observation in words, in the language of the one edition given."""
    return exports.csv_lines(_in_words(editions))


def observations_readable_told(editions: Sequence[Edition], _: str) -> object:
    """All that every observation in words is made from."""
    return exports.digest_of(_in_words(editions))


def _in_words(editions: Sequence[Edition]) -> Iterator[list[str]]:
    (edition,) = editions
    return readable.table(edition, readable.of_site(edition))


def dataset_workbook_file(editions: Sequence[Edition], dataset_id: str) -> bytes:
    """A dataset as a workbook in the language of the one edition given."""
    (edition,) = editions
    return workbooks.workbook(edition, readable.of_dataset(edition, dataset_id))


def dataset_workbook_told(editions: Sequence[Edition], dataset_id: str) -> object:
    """All that the workbook of a dataset is made from."""
    (edition,) = editions
    return workbooks.told(edition, readable.of_dataset(edition, dataset_id))


def topic_workbook_file(editions: Sequence[Edition], slug: str) -> bytes:
    """The datasets of a topic as a workbook in the language of the one edition given."""
    (edition,) = editions
    return workbooks.workbook(edition, readable.of_topic(edition, slug))


def topic_workbook_told(editions: Sequence[Edition], slug: str) -> object:
    """All that the workbook of a topic is made from."""
    (edition,) = editions
    return workbooks.told(edition, readable.of_topic(edition, slug))


def observations_workbook_file(editions: Sequence[Edition], _: str) -> bytes:
    """The whole site as a workbook in the language of the one edition given."""
    (edition,) = editions
    return workbooks.workbook(edition, readable.of_site(edition))


def observations_workbook_told(editions: Sequence[Edition], _: str) -> object:
    """All that the workbook of the whole site is made from."""
    (edition,) = editions
    return workbooks.told_of_many(edition, readable.of_site(edition))


def chart_csv_file(editions: Sequence[Edition], chart_id: str) -> bytes:
    """What a chart draws, with its labels."""
    site = editions[0].site
    rows = {edition.language: edition.charts[chart_id].rows for edition in editions}
    labels = {language: {row.figure.id: row.label for row in of} for language, of in rows.items()}
    drawn = [site.observations[row.figure.id] for row in editions[0].charts[chart_id].rows]
    printed = exports.observation_rows(editions[0].assessment, drawn)
    own = [row for row in printed if row["restates"] is None]
    return exports.chart_as_csv(own, labels, site.settings.languages)


def withdrawn_csv_file(editions: Sequence[Edition], chart_id: str) -> bytes:
    """When and why a chart was withdrawn, instead of what it drew."""
    return exports.csv_lines(withdrawn_lines(editions[0].site, chart_id))


def data_package_file(editions: Sequence[Edition], _: str) -> bytes:
    """What describes the CSV files."""
    return exports.as_json(data_package.site_package(editions))


def feed_file(editions: Sequence[Edition], _: str) -> bytes:
    """The feed in the language of the one edition given, of a site with a public address."""
    (edition,) = editions
    settings, presenter = edition.site.settings, edition.presenter
    title = presenter.figure_text(settings.title)
    about = Feed(
        title=presenter.interface_text("feed-title").format(site=title),
        author=title,
        language=html_code(edition.language),
        base=settings.base_url or "",
        page=presenter.address(addresses.CORRECTIONS),
        address=presenter.address(addresses.FEED),
        updated=f"{settings.as_of}T00:00:00Z",
    )
    return atom(about, edition.feed)
