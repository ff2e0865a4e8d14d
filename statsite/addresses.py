"""Where each kind of page and file is: paths from the site's root, without the language's folder.

Which there are, ``plan.outputs`` lists.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

if (
    TYPE_CHECKING
):  # a build that has nothing to do needs an address, and none of the grammar behind the model
    from statsite.model import Site

INDEX = "index.html"
HOME = INDEX
NOT_FOUND = "404.html"
DATA = f"data/{INDEX}"
VERIFICATION = f"verification/{INDEX}"
CORRECTIONS = f"corrections/{INDEX}"
AREAS = f"areas/{INDEX}"
COMPARISONS = f"indicators/{INDEX}"
TARGETS = f"targets/{INDEX}"
SEARCH = f"search/{INDEX}"
GLOSSARY = f"glossary/{INDEX}"
FEED = "feed.xml"
OBSERVATIONS_JSON = "data/observations.json"
OBSERVATIONS_CSV = "data/observations.csv"
OBSERVATIONS_READABLE = "data/observations-readable.csv"
OBSERVATIONS_SDMX = "data/observations.sdmx.csv"
OBSERVATIONS_WORKBOOK = "data/observations.xlsx"
SOURCES_JSON = "data/sources.json"
RULES_JSON = "data/rules.json"
CORRECTIONS_JSON = "data/corrections.json"
DATA_PACKAGE = "datapackage.json"
MANIFEST = "manifest.json"
SITE_MAP = "sitemap.xml"
ROBOTS = "robots.txt"
STATIC = "static"
STYLESHEET = f"{STATIC}/site.css"
SEARCH_SCRIPT = f"{STATIC}/search.js"
FINDING_SCRIPT = f"{STATIC}/finding.js"
CHARTS_SCRIPT = f"{STATIC}/charts.js"
CITE_SCRIPT = f"{STATIC}/cite.js"
LARGE_TEXT_SCRIPT = f"{STATIC}/large-text.js"
ICON = f"{STATIC}/icon.svg"

#: The pages and files that there is one of, by the names templates use: those of the constants
#: above, in small letters.
BY_NAME: dict[str, str] = {
    name.lower(): path
    for name, path in list(globals().items())
    if name.isupper() and name != "INDEX" and PurePosixPath(str(path)).suffix
}

#: The page of content/pages that lists what belongs to no topic, what says who makes the site, and
#: the prose of the first page.
ALSO = "also"
ABOUT = "about"
HOME_PROSE = "home"


def of_page(target: str) -> str:
    """The page that a link written from the site's root means, as ``charts/beds``."""
    path = target.strip("/")
    return f"{path}/{INDEX}" if path else HOME


def topic(slug: str) -> str:
    """The page of a topic."""
    return f"topics/{slug}/{INDEX}"


def page(slug: str) -> str:
    """A page of content/pages."""
    return f"{slug}/{INDEX}"


def dataset(dataset_id: str) -> str:
    """The page of a dataset."""
    return f"data/{dataset_id}/{INDEX}"


def dataset_csv(dataset_id: str) -> str:
    """A dataset for spreadsheets."""
    return f"data/{dataset_id}/{dataset_id}.csv"


def dataset_json(dataset_id: str) -> str:
    """A dataset for programs."""
    return f"data/{dataset_id}/{dataset_id}.json"


def dataset_readable(dataset_id: str) -> str:
    """A dataset in words, for people who open it with a spreadsheet."""
    return f"data/{dataset_id}/{dataset_id}-readable.csv"


def dataset_workbook(dataset_id: str) -> str:
    """A dataset as a workbook."""
    return f"data/{dataset_id}/{dataset_id}.xlsx"


def topic_workbook(slug: str) -> str:
    """The datasets of a topic as a workbook."""
    return f"topics/{slug}/{slug}.xlsx"


def topic_archive(slug: str) -> str:
    """Everything to take away of a topic, as one archive."""
    return f"topics/{slug}/{slug}.zip"


def figure(observation_id: str) -> str:
    """The page of an observation."""
    return f"figures/{observation_id}/{INDEX}"


def area(area_id: str) -> str:
    """The page of an area."""
    return f"areas/{area_id}/{INDEX}"


def comparison(comparison_id: str) -> str:
    """The page that shows a measure side by side."""
    return f"indicators/{comparison_id}/{INDEX}"


def targets_of(choice: str) -> str:
    """The page of the targets of one year, area, topic or kind."""
    return f"targets/{choice}/{INDEX}"


def search_index(page: str) -> str:
    """A page of the index of everything; the first, whose name is empty, is that of the search."""
    return f"search{page}/{INDEX}"


def search_list(part: str) -> str:
    """A part of the list that the search script reads."""
    return f"search/list-{part}.js"


def chart(chart_id: str) -> str:
    """The page of a chart."""
    return f"charts/{chart_id}/{INDEX}"


def chart_embed(chart_id: str) -> str:
    """The page with a chart alone, for frames of other sites."""
    return f"charts/{chart_id}/embed.html"


def chart_csv(chart_id: str) -> str:
    """The data that a chart draws."""
    return f"charts/{chart_id}/{chart_id}.csv"


def chart_svg(chart_id: str, language: str) -> str:
    """The drawing of a chart in a language, as SVG."""
    return f"charts/{chart_id}/{language}.svg"


def chart_png(chart_id: str, language: str) -> str:
    """The drawing of a chart in a language, as PNG."""
    return f"charts/{chart_id}/{language}.png"


def chart_card(chart_id: str, language: str) -> str:
    """The picture a chart is shared with in a language."""
    return f"charts/{chart_id}/card-{language}.png"


def source(source_id: str) -> str:
    """The page of a source."""
    return f"sources/{source_id}/{INDEX}"


def localised(path: str, language: str, site: Site) -> str:
    """``path`` in ``language``: the first language is at the root, others in a folder
    of their own.
    """
    return in_language(path, language, site.settings.first_language)


def in_language(path: str, language: str, first: str) -> str:
    """``path`` in ``language`` on a site whose first language is ``first``."""
    return path if language == first else f"{language}/{path}"


def public(base_url: str | None, address: str) -> str:
    """The public address of a page, in its short form, of a ``#part`` of it, or of a file; empty
    where the site has none.

    >>> public("https://example.org/site/", "en/data/index.html#new")
    'https://example.org/site/en/data/#new'
    """
    path, mark, part = address.partition("#")
    return f"{base_url.rstrip('/')}/{path.removesuffix(INDEX)}{mark}{part}" if base_url else ""


def relative(path: str, base: str) -> str:
    """A percent-encoded link from the file ``base`` to the file ``path`` or a ``#part`` of it.

    >>> relative("data/beds/index.html", "data/index.html")
    'beds/index.html'
    >>> relative("index.html#new", "en/data/index.html")
    '../../index.html#new'
    """
    up = base.count("/")
    if path.partition("/")[0] == base.partition("/")[0]:  # few do, and no others share a folder
        shared = _shared_folders(path, base)
        up, path = up - shared, path.split("/", shared)[-1]
    return "../" * up + _quoted(path)


def _shared_folders(path: str, base: str) -> int:
    """How many folders of two files are the same, from the first on."""
    folders = zip(path.split("/")[:-1], base.split("/")[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], folders))


@lru_cache(maxsize=4096)
def _quoted(path: str) -> str:
    return quote(path, safe="/@+.-_~#")
