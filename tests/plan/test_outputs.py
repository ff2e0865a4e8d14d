"""The list of outputs is what a build writes, and what links, the site map and reserved names are
taken from.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statsite import addresses, write
from statsite.assess.assessment import assess
from statsite.check.prose import links_lead_somewhere
from statsite.model import Site
from statsite.pipeline import check, files
from statsite.plan.outputs import (
    drawn_addresses,
    file_groups,
    link_targets,
    linked,
    outputs,
    reserved_slugs,
)
from tests.support.types import ReadFiles, WriteSite

LOOSE = """\
title: {zh: 其他, en: Other}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{printed: 3张, formerly: [loose.old]}, {key: more, printed: 5张}]}
"""
CHART = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [loose.beds, loose.beds@more]\n"
FILES = {"content/datasets/loose.yaml": LOOSE, "content/charts/beds.yaml": CHART}


def _site(read_files: ReadFiles, more: dict[str, str] | None = None) -> Site:
    site, problems = read_files({**FILES, **(more or {})})
    assert site is not None, problems
    return assess(site).site


@pytest.mark.parametrize("base_url", ["null", "https://example.org/site"])
def test_what_is_built_is_what_is_listed(
    write_site: WriteSite, tmp_path: Path, base_url: str
) -> None:
    settings = (
        f"title: {{zh: 小站, en: Little site}}\nlanguages: [zh, en]\nbase_url: "
        f"{base_url}\nas_of: 2025-12-01\ntopics: [elderly-care]\n"
    )
    root = write_site({**FILES, "site.yaml": settings})
    checked = check(root)
    assert checked.site is not None, checked.problems
    output = tmp_path / "output"
    write.write_site(files(checked.editions, root), output, protected=[])
    built = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    static = {path for path in built if path.startswith(f"{addresses.STATIC}/")}
    listed = [one.address for one in outputs(checked.site)]
    assert len(listed) == len(set(listed))
    assert built - static == {*listed, addresses.MANIFEST}
    assert {*addresses.BY_NAME.values()} - built <= {
        addresses.FEED,
        addresses.SITE_MAP,
        addresses.ROBOTS,
        addresses.TARGETS,
        addresses.GLOSSARY,
    }
    assert {
        entry["path"] for entry in json.loads((output / addresses.MANIFEST).read_text())
    } == built - {addresses.MANIFEST}


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("", "index.html"),
        ("about", "about/index.html"),
        ("about/", "about/index.html"),
        ("topics/elderly-care", "topics/elderly-care/index.html"),
        ("about/index.html", "about/index.html"),
        ("data/care/care.csv", "data/care/care.csv"),
        ("data/care/care.xlsx", "data/care/care.xlsx"),
        ("topics/elderly-care/elderly-care.xlsx", "topics/elderly-care/elderly-care.xlsx"),
        ("data/observations.json", "data/observations.json"),
        ("data/rules.json", "data/rules.json"),
        ("data/corrections.json", "data/corrections.json"),
        ("charts/beds/zh.svg", "charts/beds/zh.svg"),
        ("charts/beds/en.png", "charts/beds/en.png"),
        ("charts/beds/card-en.png", "charts/beds/card-en.png"),
        ("charts/beds/embed.html", "charts/beds/embed.html"),
        ("figures/care.beds", "figures/care.beds/index.html"),
        ("figures/loose.old", "figures/loose.old/index.html"),
        ("manifest.json", "manifest.json"),
    ],
)
def test_a_link_leads_to_every_kind_of_page_and_file(
    read_files: ReadFiles, target: str, path: str
) -> None:
    site = _site(
        read_files,
        {
            "content/topics/elderly-care/zh.md": (
                f"---\ntitle: 养老\nstandfirst: 养老。\n---\n见[此处](/{target})。\n"
            )
        },
    )
    known = link_targets(site)
    assert (linked(target, known), path in known) == (path, True)
    assert list(links_lead_somewhere(site)) == []


@pytest.mark.parametrize(
    "target",
    ["figures/care.csv", "data/care/care.ods", "feed.xml", "charts/beds/la.png", "aboutt"],
)
def test_a_link_to_a_file_that_is_not_built_leads_nowhere(
    read_files: ReadFiles, target: str
) -> None:
    known = link_targets(_site(read_files))
    assert linked(target, known) not in known


def test_a_page_whose_id_looks_like_a_file_is_linked_as_a_page() -> None:
    known = frozenset({"figures/care.csv/index.html"})
    assert linked("figures/care.csv", known) == "figures/care.csv/index.html"


def test_pages_stand_at_the_same_places_in_every_language(read_files: ReadFiles) -> None:
    pages = [
        one
        for one in outputs(_site(read_files))
        if one.address.endswith(".html") and one.address != addresses.NOT_FOUND
    ]
    first = [one.address for one in pages if one.language == "zh"]
    assert [one.address for one in pages if one.language == "en"] == [
        f"en/{address}" for address in first
    ]


@pytest.mark.parametrize(
    "slug",
    [
        "data",
        "topics",
        "figures",
        "charts",
        "sources",
        "areas",
        "search",
        "verification",
        "corrections",
        "static",
        "zh",
        "en",
    ],
)
def test_folders_of_the_built_site_are_not_free_for_pages(slug: str) -> None:
    assert slug in reserved_slugs()


@pytest.mark.parametrize("slug", ["about", "also", "home", "dataset", "x"])
def test_other_folders_are_free_for_pages(slug: str) -> None:
    assert slug not in reserved_slugs()


def test_files_of_one_thing_are_made_together_and_those_of_the_site_alone(
    read_files: ReadFiles,
) -> None:
    groups = file_groups(_site(read_files))
    assert ("data/observations.json",) in groups
    assert ("data/loose/loose.csv", "data/loose/loose.json") in groups
    one_by_one = [group for group in groups if group[0].startswith("data/observations")]
    assert groups.index(one_by_one[-1]) < groups.index(
        ("data/loose/loose.csv", "data/loose/loose.json")
    )


def test_each_drawing_of_a_chart_has_its_address(read_files: ReadFiles) -> None:
    found = drawn_addresses(_site(read_files))
    assert found.keys() == {("beds", "zh"), ("beds", "en")}
    assert "charts/beds/en.svg" in found["beds", "en"].values()
    assert not set(found["beds", "en"].values()) & set(found["beds", "zh"].values())
