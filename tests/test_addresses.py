"""Addresses: where every page stands, and links between any two of them."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import addresses
from tests.conftest import ReadFiles

PATHS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9.@+-]{0,5}", fullmatch=True), min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("path", "base", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("about/index.html", "index.html", "about/index.html"),
        ("index.html", "about/index.html", "../index.html"),
        ("figures/care.beds@2027/index.html", "topics/elderly-care/index.html", "../../figures/care.beds@2027/index.html"),
        ("en/index.html", "figures/care.beds/index.html", "../../en/index.html"),
        ("figures/care.beds/index.html", "figures/care.beds/index.html", "index.html"),
        ("数/a b.html", "index.html", "%E6%95%B0/a%20b.html"),
        ("a&b/<c>\"'.html", "index.html", "a%26b/%3Cc%3E%22%27.html"),
    ],
)
def test_a_link_leads_from_file_to_file(path: str, base: str, link: str) -> None:
    assert addresses.relative(path, base) == link


@given(PATHS, PATHS)
def test_a_link_followed_from_its_page_arrives(path: str, base: str) -> None:
    link = unquote(addresses.relative(path, base))
    assert posixpath.normpath(posixpath.join(posixpath.dirname(base), link)) == path
    assert not link.startswith("/")


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ("", "index.html"),
        ("/", "index.html"),
        ("about", "about/index.html"),
        ("/about/", "about/index.html"),
        ("topics/elderly-care", "topics/elderly-care/index.html"),
        ("about/index.html", "about/index.html"),
        ("data/care/care.csv", "data/care/care.csv"),
        ("data/observations.json", "data/observations.json"),
        ("charts/beds/zh.svg", "charts/beds/zh.svg"),
        ("figures/care.beds", "figures/care.beds/index.html"),
        ("figures/care.csv", "figures/care.csv/index.html"),
        ("figures/care.beds@2027", "figures/care.beds@2027/index.html"),
    ],
)
def test_a_written_link_means_a_page_or_a_download(target: str, page: str) -> None:
    assert addresses.written_link(target) == page


def test_every_page_has_an_address_of_its_own(read_files: ReadFiles) -> None:
    site, problems = read_files({"content/datasets/loose.yaml": LOOSE})
    assert site is not None, problems
    found = [addresses.localised(path, language, site) for language in site.settings.languages for path in addresses.pages(site)]
    assert len(found) == len(set(found))
    assert found[: len(found) // 2] == [
        "index.html", "topics/elderly-care/index.html", "about/index.html", "also/index.html", "data/index.html", "verification/index.html",
        "corrections/index.html",
        "data/care/index.html",
        "data/loose/index.html", "figures/care.beds/index.html", "figures/loose.beds/index.html", "sources/bulletin/index.html",
    ]  # fmt: skip
    assert found[len(found) // 2 :] == [f"en/{path}" for path in found[: len(found) // 2]]


LOOSE = """\
title: {zh: 其他, en: Other}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 3张}]}
"""
