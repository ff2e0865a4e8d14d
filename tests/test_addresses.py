"""Addresses: links between any two files of a site."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import addresses

PATHS = st.lists(
    st.from_regex(r"[a-z0-9][a-z0-9.@+-]{0,5}", fullmatch=True), min_size=1, max_size=4
).map("/".join)


@pytest.mark.parametrize(
    ("path", "base", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("about/index.html", "index.html", "about/index.html"),
        ("index.html", "about/index.html", "../index.html"),
        (
            "figures/care.beds@2027/index.html",
            "topics/elderly-care/index.html",
            "../../figures/care.beds@2027/index.html",
        ),
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
