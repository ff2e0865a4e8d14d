"""The built pages hold together: links lead somewhere, languages mirror each other, nothing runs,
nothing is missing from the manifest.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.support.building import REAL, BuildOnce
from tests.support.built import SVG, BuiltSite, Element

HTML_LANGUAGES = {"zh": "zh-Hans", "en": "en"}


@pytest.fixture(scope="module", params=["one-language", "two-languages", REAL])
def site(request: pytest.FixtureRequest, built: BuildOnce) -> BuiltSite:
    return built(request.param)


def head(page: Element, tag: str, **attributes: str) -> list[Element]:
    """Elements of the page's head with these attributes."""
    names = {key.replace("_", "-"): value for key, value in attributes.items()}
    return [
        element
        for element in page.only("head").all(tag)
        if all(element.get(key) == value for key, value in names.items())
    ]


def links(page: Element) -> Iterator[str]:
    """Every address that a page leads to or loads, but for its own public one and those of the same
    page in other languages.
    """
    for element in page.all():
        for name in ("href", "src", "poster", "action", "srcset", "xlink:href"):
            if (
                element.get(name)
                and element.get("rel") != "canonical"
                and not (element.tag == "link" and element.get("hreflang"))
            ):
                yield element.get(name)


def test_every_link_inside_the_site_leads_to_a_file_and_its_fragment(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for href in links(page):
            target = site.target(path, href)
            if target is not None:
                file, fragment = target
                assert (site.root / file).is_file(), f"{path}: {href}"
                assert not fragment or fragment in site.ids[file], f"{path}: {href}"


def test_links_name_files_and_are_relative(site: BuiltSite) -> None:
    """So that the site works below any address and from a folder; only the page for unknown
    addresses is shown at any depth.
    """
    for path, page in site.pages.items():
        for href in links(page):
            assert not href.endswith("/") or re.match("https?:", href), f"{path}: {href}"
            assert (
                re.match(r"https?:|mailto:|#", href)
                or path == "404.html"
                or not href.startswith("/")
            ), f"{path}: {href}"


def _stands_alone(path: str, page: Element) -> bool:
    """Whether it is the page for unknown addresses of a site whose address is not known: its policy
    allows just the style that it holds.
    """
    loaded = {"stylesheet", "icon"}
    if path != "404.html" or any(e.get("rel") in loaded for e in page.only("head").all("link")):
        return False
    digest = base64.b64encode(
        hashlib.sha256(page.only("style").raw_text.encode()).digest()
    ).decode()
    (policy,) = head(page, "meta", http_equiv="Content-Security-Policy")
    return f"style-src 'sha256-{digest}';" in policy.get("content")


def test_nothing_is_loaded_from_elsewhere(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        loaded = [e.get("href") for e in page.all("link") if e.get("rel") in {"stylesheet", "icon"}]
        loaded += [
            e.get(name)
            for e in page.all()
            for name in ("src", "srcset", "poster", "data")
            if e.get(name)
        ]
        assert len(loaded) >= 2 or _stands_alone(path, page)
        assert not [href for href in loaded if site.target(path, href) is None], path
    for style in site.root.rglob("*.css"):
        assert not re.search(r"@import|url\(", style.read_text(encoding="utf-8"))


def test_nothing_inline_runs_or_styles(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for element in page.all():
            names = {name for name, _ in element.written}
            assert "style" not in names, f"{path}: {element}"
            assert not {name for name in names if name.startswith("on")}, f"{path}: {element}"
            assert element.tag not in {"iframe", "object", "embed", "base"}, f"{path}: {element}"
            assert element.tag != "style" or _stands_alone(path, page), path
            if element.tag == "script" and element.get("type") not in {
                "application/ld+json",
                "application/json",
            }:
                scripts = tuple(
                    f"static/{one}.js" for one in ("charts", "search", "cite", "large-text")
                )
                assert element.get("src").endswith(scripts), path
                assert element.raw_text == "", path
            assert (
                not element.get("href")
                .lower()
                .lstrip()
                .startswith(("javascript:", "data:", "vbscript:"))
            ), f"{path}: {element}"


def test_every_page_declares_a_policy_that_allows_nothing_inline(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        (policy,) = head(page, "meta", http_equiv="Content-Security-Policy")
        first = next(
            element.tag
            for element in page.only("head").all()
            if element.get("href") or element.get("src") or element is policy
        )
        assert first == "meta", f"{path}: something is loaded before the policy is known"
        assert "default-src 'none'" in policy.get("content"), path
        assert "unsafe" not in policy.get("content"), path


def test_every_page_is_a_whole_document(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        assert page.only("html").get("lang") == HTML_LANGUAGES[site.language_of(path)], path
        assert page.only("h1").text, path
        assert page.only("title").text, path
        assert (
            len(head(page, "meta", charset="utf-8"))
            == len(head(page, "meta", name="viewport"))
            == 1
        ), path
        assert page.only("main").get("id") == "content", path


def test_headings_go_down_one_level_at_a_time(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        levels = [
            int(element.tag[1]) for element in page.all() if re.fullmatch("h[1-6]", element.tag)
        ]
        assert levels[0] == 1, path
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), f"{path}: {levels}"


def test_titles_tell_pages_apart(site: BuiltSite) -> None:
    """Two figures of one indicator with one value share a title; a topic, a chart, a dataset do not
    share it with another of its kind.
    """
    for kind in ("topics", "charts", "data", "sources"):
        titles = Counter(
            page.only("title").text
            for path, page in site.pages.items()
            if kind in path.split("/")[:2]
        )
        assert not [title for title, number in titles.items() if number > 1]


def test_no_id_occurs_twice_on_a_page(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        ids = Counter(element.get("id") for element in page.all() if element.get("id"))
        assert not [name for name, number in ids.items() if number > 1], path


def test_what_elements_name_by_id_is_on_the_page(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for element in page.all():
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert set(element.get(name).split()) <= site.ids[path], f"{path}: {element}"
            for value in (value for _, value in element.written if "url(#" in value):
                assert set(re.findall(r"url\(#([^)]+)\)", value)) <= site.ids[path], (
                    f"{path}: {value}"
                )


def test_the_same_page_in_another_language_points_back(site: BuiltSite) -> None:
    expected = (
        {HTML_LANGUAGES[language] for language in site.languages}
        if len(site.languages) > 1
        else set()
    )
    for path, page in site.pages.items():
        pages = [link for link in head(page, "link", rel="alternate") if link.get("hreflang")]
        default = [link.get("href") for link in pages if link.get("hreflang") == "x-default"]
        pages = [link for link in pages if link.get("hreflang") != "x-default"]
        assert default == [link.get("href") for link in pages[:1]], path
        alternates = {link.get("hreflang"): site.target(path, link.get("href")) for link in pages}
        assert set(alternates) == (set() if _stands_alone(path, page) else expected), path
        if path != "404.html" and expected:
            assert alternates[page.only("html").get("lang")] == (path, ""), path
        for target in alternates.values():
            back = (
                [
                    site.target(target[0], link.get("href"))
                    for link in head(site.pages[target[0]], "link", rel="alternate")
                ]
                if target
                else []
            )
            assert path == "404.html" or (path, "") in back, path


def test_search_engines_are_told_the_public_address_of_each_language(site: BuiltSite) -> None:
    """They read no relative address; a site without a public one has no other."""
    for path, page in {**site.pages, **site.embeds}.items():
        for link in (link for link in head(page, "link", rel="alternate") if link.get("hreflang")):
            href = link.get("href")
            assert (
                href.startswith(site.public_address)
                if site.public_address
                else not urlsplit(href).scheme
            ), path


def test_the_language_switch_leads_to_the_same_page(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        switches = list(page.all("a", cls="language"))
        assert len(switches) == (0 if _stands_alone(path, page) else len(site.languages) - 1), path
        for switch in switches:
            target = site.target(path, switch.get("href"))
            assert target
            assert (
                switch.get("hreflang")
                == switch.get("lang")
                == site.pages[target[0]].only("html").get("lang")
            )
            others = [
                link.get("href")
                for link in head(page, "link", rel="alternate")
                if link.get("hreflang") == switch.get("hreflang")
            ]
            assert [target] == [site.target(path, other) for other in others], path


def test_every_page_exists_in_every_language(site: BuiltSite) -> None:
    own = {
        language: {
            path for path in site.pages if site.language_of(path) == language and path != "404.html"
        }
        for language in site.languages
    }
    first = next(iter(own))
    for language, paths in own.items():
        assert paths == {site.path(language, path) for path in own[first]}


def test_every_page_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    for language in site.languages:
        start = site.path(language, "index.html")
        reached, open_pages = {start}, [start]
        while open_pages:
            path = open_pages.pop()
            targets = {
                target[0] for href in links(site.pages[path]) if (target := site.target(path, href))
            }
            new = {
                target
                for target in targets
                if target in site.pages and site.language_of(target) == language
            } - reached
            reached |= new
            open_pages += new
        assert (
            reached
            == {
                path
                for path in site.pages
                if site.language_of(path) == language and path != "404.html"
            }
            - site.moved
        )


def test_an_embedded_chart_stands_alone_and_leads_to_its_page(site: BuiltSite) -> None:
    assert len(site.embeds) == len(list(site.root.glob("**/charts/*/embed.html"))) > 0
    withdrawn = {row["chart"] for row in site.json("data/corrections.json") if row.get("chart")}
    for path, page in site.embeds.items():
        assert page.only("html").get("lang") == HTML_LANGUAGES[site.language_of(path)]
        assert "default-src 'none'" in next(
            m.get("content")
            for m in page.all("meta")
            if m.get("http-equiv") == "Content-Security-Policy"
        )
        (way,) = [a for a in page.all("a") if a.get("target") == "_parent"]
        assert site.target(path, way.get("href")) == (path.replace("embed.html", "index.html"), "")
        assert len(list(page.all("svg"))) == (path.split("/")[-2] not in withdrawn)
        ids = [element.get("id") for element in page.all() if element.get("id")]
        assert len(ids) == len(set(ids))


def test_every_chart_has_pictures_of_the_promised_sizes(site: BuiltSite) -> None:
    withdrawn = {row["chart"] for row in site.json("data/corrections.json") if row.get("chart")}
    for path in site.root.glob("charts/*/*.png"):
        with Image.open(path) as picture:
            if path.name.startswith("card-"):
                assert picture.size == (1200, 630), path
            else:
                assert picture.size[0] in {
                    2 * (width + 32) for width in (360, 400, 440, 480, 520, 560, 640)
                }, path
                assert picture.size[1] >= 0.74 * picture.size[0] or path.parent.name in withdrawn, (
                    path
                )


def test_a_shared_page_names_its_card_where_the_site_has_an_address(built: BuildOnce) -> None:
    public, private = built("two-languages"), built("one-language")
    page = public.pages["en/charts/crown-cover/index.html"]
    cards = [m.get("content") for m in page.all("meta") if m.get("property") == "og:image"]
    assert cards == ["https://example.org/shade/charts/crown-cover/card-en.png"]
    assert "iframe src=" in page.only("main").text
    assert not any(m.get("property") for page in private.pages.values() for m in page.all("meta"))


def test_lists_of_results_show_titles_and_descriptions_whole(site: BuiltSite) -> None:
    for path, page in {**site.pages, **site.embeds}.items():
        assert 0 < len(page.only("title").text) <= 60, path
        (described,) = head(page, "meta", name="description")
        assert 0 < len(described.get("content")) <= 160, path


def test_every_page_is_shared_with_a_card_that_is_there(built: BuildOnce) -> None:
    """That of a chart is its own, that of a figure its topic's."""
    site = built("two-languages")
    cards = {
        path: [meta.get("content") for meta in head(page, "meta", property="og:image")]
        for path, page in site.pages.items()
    }
    for path, found in cards.items():
        (card,) = found
        file = site.root / card.removeprefix("https://example.org/shade/")
        with Image.open(file) as picture:
            assert picture.size == (1200, 630), path
        assert head(site.pages[path], "meta", name="twitter:image")[0].get("content") == card
        first = next(site.pages[path].only("body").all("img"))
        assert site.target(path, first.get("src")) == site.target(path, card), path
    topic = cards["en/topics/trees/index.html"]
    assert cards["en/figures/tree-census.trees/index.html"] == topic
    assert topic[0].endswith("-en.png")


def test_a_shared_page_says_its_language(built: BuildOnce) -> None:
    site = built("two-languages")
    told = {
        path: head(site.pages[path], "meta", property="og:locale")[0].get("content")
        for path in ("index.html", "en/index.html")
    }
    assert told == {"index.html": "zh_CN", "en/index.html": "en_GB"}


def test_a_page_of_the_past_leads_to_the_page_of_the_figure(built: BuildOnce) -> None:
    site = built("two-languages")
    assert site.moved == {
        "figures/park-plan.parkland/index.html",
        "en/figures/park-plan.parkland/index.html",
    }
    for path in site.moved:
        page, target = site.pages[path], path.replace("parkland", "park-area")
        (refresh,) = [
            m.get("content") for m in page.all("meta") if m.get("http-equiv") == "refresh"
        ]
        assert site.target(path, refresh.partition("url=")[2]) == (target, "")
        assert any(site.target(path, href) == (target, "") for href in links(page.only("main")))


def test_each_chart_is_drawn_once_on_a_page(site: BuiltSite) -> None:
    drawn = 0
    for path, page in site.pages.items():
        charts = list(page.all("figure", cls="chart-figure"))
        assert [len(list(chart.all("svg"))) for chart in charts] == [1] * len(charts), path
        assert len(list(page.all("svg", cls="chart"))) == len(charts), path
        drawn += len(charts)
    assert drawn


def is_of_cards(element: Element) -> bool:
    """Whether an element is a card, in one, or the button of one."""
    return element.inside(cls="card") is not None or "more" in element.classes


@pytest.mark.parametrize("language", ["zh", "en"])
def test_topics_have_few_elements(language: str, built: BuildOnce) -> None:
    site = built(REAL)
    for path in site.root.glob("topics/*/index.html"):
        page = site.page(language, path.relative_to(site.root).as_posix())
        listed = list(page.all())
        besides = [element for element in listed if not is_of_cards(element)]
        assert len(listed) < 1500, path
        assert len(besides) < 700, path
        assert len(besides) < len(listed), path


def test_tables_have_captions_and_headers(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for table in page.only("main").all("table"):
            if table.get("class") or table.inside("figure"):
                assert table.only("caption").text, path
            assert list(table.all("th")), path
            assert all(th.get("scope") or not table.get("class") for th in table.all("th")), path


def test_an_inferred_newspaper_is_in_brackets_before_its_date(built: BuildOnce) -> None:
    """On every page, since the pages about the site promise it of whatever was inferred."""
    site = built(REAL)
    sources = site.json("data/sources.json")
    inferred = {
        name
        for source in sources
        if source["publication_known_from"]
        for name in source["publication"].values()
    }
    named = "|".join(map(re.escape, sorted(inferred)))
    dated = re.compile(rf"(?:{named})(?:，| · |, )(?:约|about )?(?:[0-9]|[A-Z][a-z]+ [0-9]{{4}})")
    made = re.compile(rf"(?:数字出自|Figures from)(?:</dt><dd>| )?(?:{named})")
    assert inferred
    for path in site.root.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not [*dated.findall(page), *made.findall(page)], path


def test_an_article_without_figures_names_nobody_who_made_them(built: BuildOnce) -> None:
    site = built(REAL)
    without = 0
    for source in site.json("data/sources.json"):
        page = site.page("en", f"sources/{source['id']}/index.html")
        terms = {term.text for term in page.only("dl", cls="passport").all("dt")}
        without += "No figure taken" in terms
        assert ("Figures from" in terms) is ("No figure taken" not in terms), source["id"]
    assert without


def test_drawings_have_a_name_and_a_description(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        for svg in page.all("svg", cls="chart"):
            assert svg.get("role") == "img", path
            assert svg.get("aria-label"), path
            assert svg.only("desc").text, path
            assert svg.get("viewbox"), path
    for file in site.root.glob("charts/*/*.svg"):
        root = site.svg(file.relative_to(site.root).as_posix())
        ids = {element.get("id") for element in root.iter()}
        assert root.findtext(f"{SVG}title"), file.name
        assert set((root.get("aria-labelledby") or "").split()) <= ids, file.name
        assert all(
            "style" not in element.attrib and not element.tag.endswith("script")
            for element in root.iter()
        ), file.name


def test_content_is_shown_as_it_was_written(built: BuildOnce) -> None:
    site = built("two-languages")
    for language, words in (
        ("zh", "{{ 花括号 }}和<b>尖括号</b>都是文字"),
        ("en", "{{ Braces }} and <b>angle brackets</b> are text"),
    ):
        assert words in site.page(language, "topics/trees/index.html").only("main").text
    definition = "Trees above breast height; “nurseries & <glasshouses>” are not counted."
    assert definition in site.page("en", "figures/tree-census.trees/index.html").only("main").text


def test_the_manifest_lists_every_other_file_with_its_size_and_hash(site: BuiltSite) -> None:
    listed = json.loads((site.root / "manifest.json").read_text(encoding="utf-8"))
    files = [
        path for path in site.root.rglob("*") if path.is_file() and path.name != "manifest.json"
    ]
    assert not [path for path in site.root.rglob("*") if path.is_symlink()]
    actual = [
        {
            "path": p.relative_to(site.root).as_posix(),
            "size": p.stat().st_size,
            "sha256": hashlib.sha256(p.read_bytes()).hexdigest(),
        }
        for p in files
    ]
    assert listed == sorted(actual, key=lambda entry: str(entry["path"]))


def test_the_data_package_describes_the_tables_that_are_there(site: BuiltSite) -> None:
    resources = site.json("datapackage.json")["resources"]
    paths = {path.relative_to(site.root).as_posix() for path in site.root.glob("data/**/*.csv")}
    exact = {path for path in paths if not path.endswith(("-readable.csv", ".sdmx.csv"))}
    assert {resource["path"] for resource in resources} == exact
    for resource in resources:
        assert [field["name"] for field in resource["schema"]["fields"]] == list(
            site.csv(resource["path"])[0]
        )


def test_a_public_address_gives_canonical_links_and_a_sitemap_and_none_gives_neither(
    built: BuildOnce,
) -> None:
    public, private = built("two-languages"), built("one-language")
    canonical = {path: head(page, "link", rel="canonical") for path, page in public.pages.items()}
    for path, found in canonical.items():
        own = path.replace("parkland", "park-area").removesuffix("index.html")
        assert [link.get("href") for link in found] == [f"https://example.org/shade/{own}"]
    listed = re.findall(
        r"<loc>(.*?)</loc>", (public.root / "sitemap.xml").read_text(encoding="utf-8")
    )
    assert sorted(listed) == sorted(
        link.get("href")
        for path, found in canonical.items()
        for link in found
        if path not in {"404.html", *public.moved} and "/parks-and-walks/" not in path
    )
    assert "https://example.org/shade/sitemap.xml" in (public.root / "robots.txt").read_text(
        encoding="utf-8"
    )
    assert not any(head(page, "link", rel="canonical") for page in private.pages.values())
    assert not (private.root / "sitemap.xml").exists()
