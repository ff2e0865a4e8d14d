"""Pages tell of each file to take away what it is, how large it is and what it is good for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statsite.pipeline import check, files
from statsite.plan import offers
from tests.support.types import WriteSite

LOOSE = """\
title: {zh: 其他, en: Other}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 3张}]}
"""


def _built(root: Path) -> dict[str, bytes]:
    return dict(files(check(root).editions, root))


@pytest.mark.parametrize(
    ("page", "paths"),
    [
        ("data/care/", ["care.xlsx", "care-readable.csv", "care.csv", "care.json"]),
        (
            "en/data/care/",
            ["care.xlsx", "care-readable.csv", "../../../data/care/care.csv", "../../../data/care/care.json"],
        ),
        ("topics/elderly-care/", ["elderly-care.xlsx", "elderly-care.zip"]),
        (
            "also/",
            [f"../data/loose/loose{ending}" for ending in (".xlsx", "-readable.csv", ".csv", ".json")],
        ),
    ],
)  # fmt: skip
def test_a_page_offers_its_files_with_their_sizes(
    write_site: WriteSite, page: str, paths: list[str]
) -> None:
    built = _built(write_site({"content/datasets/loose.yaml": LOOSE}))
    html = built[f"{page}index.html"].decode("utf-8")
    (listed,) = re.findall(r'<ul class="offers">(.*?)</ul>', html, re.DOTALL)
    offered = re.findall(r'<a href="(.*?)">.*?<span class="meta">(\d+) KB · ', listed)
    assert [path for path, _ in offered] == paths
    for path, size in offered:
        address = str(Path("/", page, path).resolve())[1:]
        assert int(size) == max(1, round(len(built[address]) / 1000)), path


def test_the_data_page_offers_every_file_of_the_whole_site(write_site: WriteSite) -> None:
    built = _built(write_site())
    html = built["data/index.html"].decode("utf-8")
    offered = set(re.findall(r'<li><a href="([\w.-]+\.\w+)">', html))
    whole = {path.removeprefix("data/") for path in built if re.fullmatch(r"data/[^/]+", path)}
    assert offered == whole - {"index.html"}
    assert '<a href="../datapackage.json">' in html


def test_a_topic_without_figures_offers_nothing(write_site: WriteSite) -> None:
    english = check(write_site()).editions[1]
    assert [one.kind for one in offers.of_topic(english, "elderly-care")] == [
        "Excel workbook (XLSX)",
        "ZIP",
    ]
    assert offers.of_topic(english, "no-such-topic") == ()


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "1 KB"), (1499, "1 KB"), (1500, "2 KB"), (999_400, "999 KB"), (1_250_000, "1.2 MB")],
)
def test_sizes_are_told_in_few_digits(size: int, text: str) -> None:
    assert offers.size_text(size) == text
