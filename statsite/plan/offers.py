"""The files that a page offers to take away, those for people before those for programs."""

from __future__ import annotations

from statsite import addresses
from statsite.plan.content import Offer
from statsite.plan.edition import Edition


def of_dataset(edition: Edition, dataset_id: str) -> tuple[Offer, ...]:
    """The files of a dataset."""
    address = edition.presenter.address
    return (
        _offer(edition, "workbook", address(addresses.dataset_workbook(dataset_id))),
        _offer(edition, "readable", address(addresses.dataset_readable(dataset_id))),
        _offer(edition, "csv", addresses.dataset_csv(dataset_id)),
        _offer(edition, "json", addresses.dataset_json(dataset_id)),
    )


def of_topic(edition: Edition, slug: str) -> tuple[Offer, ...]:
    """The files of a topic; none where it has no dataset."""
    if not edition.topic_datasets(slug):
        return ()
    address = edition.presenter.address
    return (
        _offer(edition, "workbook", address(addresses.topic_workbook(slug))),
        _offer(edition, "archive", address(addresses.topic_archive(slug))),
    )


def of_site(edition: Edition) -> tuple[Offer, ...]:
    """The files of the whole site."""
    address = edition.presenter.address
    return (
        _offer(edition, "workbook", address(addresses.OBSERVATIONS_WORKBOOK)),
        _offer(edition, "readable", address(addresses.OBSERVATIONS_READABLE)),
        _offer(edition, "csv", addresses.OBSERVATIONS_CSV),
        _offer(edition, "json", addresses.OBSERVATIONS_JSON),
        _offer(edition, "sdmx", addresses.OBSERVATIONS_SDMX),
        _offer(edition, "sources", addresses.SOURCES_JSON),
        _offer(edition, "rules", addresses.RULES_JSON),
        _offer(edition, "corrections", addresses.CORRECTIONS_JSON),
        _offer(edition, "package", addresses.DATA_PACKAGE),
    )


def _offer(edition: Edition, kind: str, address: str) -> Offer:
    word = edition.presenter.interface_text
    return Offer(address, word(f"offer-{kind}"), word(f"offer-{kind}-for"))


#: From this size on it is told in millions of bytes.
_MILLION = 1_000_000


def size_text(size: int) -> str:
    """A size in bytes, as every language of the site writes it."""
    if size >= _MILLION:
        return f"{size / _MILLION:.1f} MB"
    return f"{max(1, round(size / 1000))} KB"
