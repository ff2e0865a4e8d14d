"""The flow from a folder to files: everything wrong at once, any of a site's parts left out, and
content that stays text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from statsite.pipeline import check, files
from statsite.problems import Severity
from tests.support.types import WriteSite

Texts = Mapping[str, str | bytes | None]

CHART = {"content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"}
ENGLISH: Texts = {
    "site.yaml": (
        "title: {en: Little site}\nlanguages: [en]\nas_of: 2025-12-01\ntopics: [elderly-care]\n"
    ),
    "content/areas.yaml": "cn: {title: {en: China}, kind: country}\n",
    "content/units.yaml": "bed: {words: [张], en: {one: bed, other: beds}}\n",
    "content/sources/bulletin.yaml": (
        "title: Bulletin\nlanguage: en\npublication: {en: Some News}\npublished: {date: "
        "2025-07-28}\n"
    ),
    "content/datasets/care.yaml": (
        "title: {en: Beds}\ntopic: elderly-care\ndefaults: {source: bulletin, area: cn, "
        "period: 2024, status: observed}\n"
        "indicators:\n  beds: {title: {en: Beds}, unit: bed, observations: [{value: 12500, "
        "precision: 100}]}\n"
    ),
    "content/topics/elderly-care/zh.md": None,
    "content/pages/about/zh.md": None,
}
LOOSE = (
    "title: {zh: 其他, en: Others}\ndefaults: {source: bulletin, area: cn, period: 2024, "
    "status: observed}\n"
    "indicators:\n  more: {title: {zh: 更多, en: More}, unit: bed, observations: [{printed: "
    "5张}]}\n"
)


class _Reader(HTMLParser):
    """The tags, links and text of a page, and its JSON-LD."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: dict[str, list[str]] = {}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's signature
        self.tags.append(tag)
        self._open = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as above
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.text.setdefault(self._open, []).append(data)


def built(root: Path, **settings: Any) -> dict[str, str]:  # noqa: ANN401 - passed on as they are
    """The text of every file of the site in ``root``, by path, none of pictures, workbooks and
    archives; the content must be in order.
    """
    checked = check(root, **settings)
    assert checked.site is not None
    assert [str(p) for p in checked.problems if p.severity is Severity.ERROR] == []
    return {
        path: "" if path.endswith((".png", ".xlsx", ".zip")) else content.decode()
        for path, content in files(checked.editions, root)
    }


def read(page: str) -> _Reader:
    """A page as a browser takes it apart."""
    reader = _Reader()
    reader.feed(page)
    return reader


def links(page: str) -> set[str]:
    """Where the page's links lead."""
    return set(re.findall(r'<a [^>]*href="([^"]*)"', page))


def test_strict_makes_warnings_errors_and_changes_nothing_else(write_site: WriteSite) -> None:
    root = write_site()
    plain, strict = check(root), check(root, strict=True)
    assert [(p.check, p.severity) for p in plain.problems] == [("unused-id", Severity.WARNING)] * 2
    assert [(p.check, p.severity) for p in strict.problems] == [("unused-id", Severity.ERROR)] * 2
    assert (plain.errors, strict.errors) == (0, 2)
    assert [p.location for p in plain.problems] == [p.location for p in strict.problems]


def test_the_problems_of_several_files_come_in_one_run_sorted_by_place(
    write_site: WriteSite,
) -> None:
    root = write_site(
        {
            "site.yaml": (
                "title: {zh: 小站, en: Little site}\nlanguages: [zh, en]\nas_of: "
                "2025-12-01\ntopics: [elderly-care, roads]\n"
            ),
            "content/charts/a.yaml": "kind: pie\ntitle: {zh: 图, en: Chart}\ndata: [care.beds]\n",
            "content/charts/b.yaml": "kind: [\n",
            "content/sources/bulletin.yaml": (
                "title: 题\npublication: {zh: 某报, en: Some News}\npublished: {date: 2023}\n"
            ),
            "content/pages/about/zh.md": (
                "---\ntitle: 关于\n---\n[数据](dater)，共[[care.bedz]]。\n"
            ),
            "content/pages/about/en.md": "---\ntitle: About\n---\nIn all 12 beds.\n",
        }
    )
    assert [
        (p.check, str(p.location)) for p in check(root).problems if p.severity is Severity.ERROR
    ] == [
        ("unknown-chart-kind", "content/charts/a.yaml:1:7"),
        ("yaml-syntax", "content/charts/b.yaml:1:7"),
        ("period-after-publication", "content/datasets/care.yaml:3:48"),
        ("bare-numeral", "content/pages/about/en.md:4:8"),
        ("link-broken", "content/pages/about/zh.md:4:6"),
        ("unknown-id", "content/pages/about/zh.md:4:14"),
        ("unknown-id", "site.yaml:4:24"),
    ]


def test_a_problem_that_two_checks_or_languages_find_is_said_once(write_site: WriteSite) -> None:
    root = write_site(
        {"content/charts/a.yaml": "kind: targets\ntitle: {zh: 图, en: Chart}\ndata: [care.beds]\n"}
    )
    assert [p.check for p in check(root).problems].count("chart-misleads") == 1


@pytest.mark.parametrize("base_url", ["https://example.org/health", "https://example.org/health/"])
def test_a_base_url_gives_canonical_links_sitemap_and_robots(
    write_site: WriteSite, base_url: str
) -> None:
    site = built(write_site(), base_url=base_url)
    assert '<link rel="canonical" href="https://example.org/health/">' in site["index.html"]
    assert (
        '<link rel="canonical" href="https://example.org/health/en/topics/elderly-care/">'
        in site["en/topics/elderly-care/index.html"]
    )
    addresses = re.findall("<loc>(.*?)</loc>", site["sitemap.xml"])
    pages = [path for path in site if path.endswith(".html") and path != "404.html"]
    assert sorted(addresses) == sorted(
        f"https://example.org/health/{path.removesuffix('index.html')}" for path in pages
    )
    assert "Sitemap: https://example.org/health/sitemap.xml" in site["robots.txt"]


def test_a_base_url_replaces_that_of_the_site(write_site: WriteSite) -> None:
    text = (
        "title: {zh: 小站, en: Little site}\nlanguages: [zh, en]\nas_of: "
        "2025-12-01\ntopics: [elderly-care]\nbase_url: https://old.example\n"
    )
    root = write_site({"site.yaml": text})
    assert "https://old.example/" in built(root)["index.html"]
    assert not any(
        "old.example" in content for content in built(root, base_url="https://new.example").values()
    )


def test_without_a_base_url_nothing_names_a_public_address(write_site: WriteSite) -> None:
    site = built(write_site())
    assert {"sitemap.xml", "robots.txt"}.isdisjoint(site)
    assert not any('rel="canonical"' in content for content in site.values())


def test_an_english_site_is_english_throughout(write_site: WriteSite) -> None:
    site = built(
        write_site(
            {
                **ENGLISH,
                "content/charts/beds.yaml": "kind: bars\ntitle: {en: Beds}\ndata: [care.beds]\n",
            }
        )
    )
    assert not [path for path in site if path.startswith(("en/", "zh/"))]
    pages = {path: content for path, content in site.items() if path.endswith(".html")}
    assert all('<html lang="en">' in page for page in pages.values())
    assert [
        path
        for path, page in pages.items()
        if "hreflang" in page or re.search("[\u4e00-\u9fff]", page)
    ] == []
    assert "12,500 beds" in pages["figures/care.beds/index.html"]
    assert 'lang="zh-Hans"' not in pages["sources/bulletin/index.html"]
    assert "charts/beds/en.svg" in site


def test_the_first_language_stands_at_the_root_whichever_it_is(write_site: WriteSite) -> None:
    text = (
        "title: {zh: 小站, en: Little site}\nlanguages: [en, zh]\nas_of: "
        "2025-12-01\ntopics: [elderly-care]\n"
    )
    site = built(write_site({"site.yaml": text}))
    assert '<html lang="en">' in site["topics/elderly-care/index.html"]
    assert '<html lang="zh-Hans">' in site["zh/topics/elderly-care/index.html"]
    assert not [path for path in site if path.startswith("en/")]
    assert "../../zh/topics/elderly-care/index.html" in links(
        site["topics/elderly-care/index.html"]
    )


@pytest.mark.parametrize(
    ("texts", "pages"),
    [
        pytest.param({}, set(), id="without charts"),
        pytest.param(CHART, {"charts/beds/index.html"}, id="with a chart"),
        pytest.param(
            {
                "content/topics/elderly-care/zh.md": "---\ntitle: 养老\nstandfirst: 床位。\n---\n",
                "content/topics/elderly-care/en.md": "---\ntitle: Care\nstandfirst: Beds.\n---\n",
            },
            set(),
            id="topic without leads and text",
        ),
        pytest.param(
            {"content/datasets/others.yaml": LOOSE},
            {"also/index.html", "data/others/index.html"},
            id="dataset without topic",
        ),
        pytest.param(
            {
                "content/datasets/others.yaml": LOOSE,
                "content/pages/also/zh.md": "---\ntitle: 还有\n---\n",
                "content/pages/also/en.md": "---\ntitle: Also\n---\n",
            },
            {"also/index.html"},
            id="dataset without topic, introduced",
        ),
        pytest.param(
            {"content/pages/about/zh.md": None, "content/pages/about/en.md": None},
            set(),
            id="without any page",
        ),
        pytest.param(
            {
                "site.yaml": (
                    "title: {zh: 站, en: Site}\nlanguages: [zh, en]\nas_of: 2025-12-01\ntopics: "
                    "[]\n"
                ),
                "content/topics/elderly-care/zh.md": None,
                "content/topics/elderly-care/en.md": None,
                "content/datasets/care.yaml": None,
                "content/datasets/others.yaml": LOOSE,
            },
            {"also/index.html"},
            id="without topics",
        ),
        pytest.param(
            {
                "content/pages/home/zh.md": "---\ntitle: 首页\n---\n字。\n",
                "content/pages/home/en.md": "---\ntitle: Home\n---\nWords.\n",
            },
            set(),
            id="with a front page",
        ),
    ],
)
def test_any_part_of_a_site_may_be_left_out_and_no_link_then_leads_nowhere(
    write_site: WriteSite, texts: Texts, pages: set[str]
) -> None:
    site = built(write_site(texts))
    assert pages <= set(site)
    for path, page in site.items():
        if path.endswith(".html"):
            folder = Path("/out", path).parent
            targets = {
                (folder / link.partition("#")[0]).resolve().relative_to("/out").as_posix()
                for link in links(page)
                if not link.startswith(("#", "http"))
            }
            assert targets <= set(site), path


def test_a_chart_on_the_front_page_is_drawn_there(write_site: WriteSite) -> None:
    home = {
        f"content/pages/home/{language}.md": "---\ntitle: X\n---\n\n[[chart:beds]]\n"
        for language in ("zh", "en")
    }
    site = built(write_site({**CHART, **home}))
    assert "svg" in read(site["index.html"]).tags
    assert 'id="chart-beds"' in site["en/index.html"]


HOSTILE = "{{ 7*7 }} </script></script ><b>x</b> {% raw %} \"'&amp;"


def test_markup_and_template_syntax_in_words_stay_words(write_site: WriteSite) -> None:
    told = json.dumps({"zh": HOSTILE, "en": HOSTILE})
    topic = (
        f"---\ntitle: {json.dumps(HOSTILE)}\nstandfirst: "
        f"{json.dumps(HOSTILE)}\n---\n{HOSTILE}\n\n[[chart:beds]]\n"
    )
    root = write_site(
        {
            "site.yaml": (
                f"title: {told}\nlanguages: [zh, en]\nas_of: 2025-12-01\ntopics: "
                f"[elderly-care]\nlicence: {told}\ncontact: {told}\n"
            ),
            "content/areas.yaml": f"cn: {{title: {told}, kind: country}}\n",
            "content/sources/bulletin.yaml": (
                f"title: {json.dumps(HOSTILE)}\npublication: {told}\npublished: {{date: "
                f"2025-07-28}}\nproducer: {told}\nnote: {told}\n"
            ),
            "content/datasets/care.yaml": (
                f"title: {told}\ntopic: elderly-care\ndescription: {told}\ndefaults: "
                f"{{source: bulletin, area: cn, period: 2024, status: observed}}\n"
                f"indicators:\n  beds: {{title: {told}, definition: {told}, unit: bed, "
                f"observations: [{{printed: 5张, note: {told}}}]}}\n"
            ),
            "content/charts/beds.yaml": (
                f"kind: bars\ntitle: {told}\nfinding: {told}\nnote: {told}\ndata: [care.beds]\n"
            ),
            **{f"content/topics/elderly-care/{language}.md": topic for language in ("zh", "en")},
        }
    )
    pages = {
        path: read(content) for path, content in _rendered(root).items() if path.endswith(".html")
    }
    assert [
        path
        for path, page in pages.items()
        if "b" in page.tags or HOSTILE not in "".join(chain.from_iterable(page.text.values()))
    ] == []
    assert all(
        HOSTILE in "".join(pages[path].text["h1"])
        for path in (
            "topics/elderly-care/index.html",
            "data/care/index.html",
            "sources/bulletin/index.html",
        )
    )
    assert (
        "".join(pages["topics/elderly-care/index.html"].text["p"]).count(HOSTILE) == 3
    )  # standfirst, finding and licence


def test_the_linked_data_of_every_page_is_json_whatever_a_title_holds(
    write_site: WriteSite,
) -> None:
    told = json.dumps({"zh": HOSTILE, "en": HOSTILE})
    dataset = (
        f"title: {told}\ntopic: elderly-care\ndefaults: {{source: bulletin, area: cn, period: "
        f"2024, status: observed}}\n"
        f"indicators:\n  beds: {{title: {told}, unit: bed, observations: [{{printed: 5张}}]}}\n"
    )
    site = _rendered(write_site({"content/datasets/care.yaml": dataset}))
    linked = {
        path: "".join(read(page).text.get("script", []))
        for path, page in site.items()
        if path.endswith(".html")
    }
    assert not any(
        "<" in text for text in linked.values()
    )  # no browser can take anything in it for an end or a comment
    named = {path: json.loads(text)["name"] for path, text in linked.items() if text}
    told_pages = ("data/care/index.html", "figures/care.beds/index.html")
    assert named == {
        **{f"{folder}{path}": HOSTILE for folder in ("", "en/") for path in told_pages},
        "data/index.html": "小站",
        "en/data/index.html": "Little site",
    }


def _rendered(root: Path) -> dict[str, str]:
    """The text of every file, none of pictures and the like, for words that check as bare numerals and
    references but must be harmless all the same.
    """
    checked = check(root)
    assert checked.site is not None
    assert {p.check for p in checked.problems if p.severity is Severity.ERROR} <= {"bare-numeral"}
    return {
        path: "" if path.endswith((".png", ".xlsx", ".zip")) else content.decode()
        for path, content in files(checked.editions, root)
    }


def test_a_template_of_the_site_replaces_the_engines_of_the_same_name(
    write_site: WriteSite,
) -> None:
    root = write_site(
        {
            "templates/404.html.j2": "gone\n",
            "templates/static/site.css": "body {}\n",
            "templates/static/own.css": "p {}\n",
        }
    )
    site = built(root)
    assert (site["404.html"], site["static/site.css"], site["static/own.css"]) == (
        "gone\n",
        "body {}\n",
        "p {}\n",
    )
    assert "static/icon.svg" in site
