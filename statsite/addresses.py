"""Where every page of a site stands: paths from the site's root, without the language's folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from statsite.model import Site

INDEX = "index.html"
HOME = INDEX
NOT_FOUND = "404.html"
DATA = f"data/{INDEX}"
VERIFICATION = f"verification/{INDEX}"
CORRECTIONS = f"corrections/{INDEX}"
FEED = "feed.xml"
OBSERVATIONS_JSON = "data/observations.json"
OBSERVATIONS_CSV = "data/observations.csv"
SOURCES_JSON = "data/sources.json"
RULES_JSON = "data/rules.json"
CORRECTIONS_JSON = "data/corrections.json"
DATA_PACKAGE = "datapackage.json"
MANIFEST = "manifest.json"
ALSO = "also"


def topic(slug: str) -> str:
    """The page of a topic."""
    return f"topics/{slug}/{INDEX}"


def page(slug: str) -> str:
    """A page of content/pages."""
    return f"{slug}/{INDEX}"


def dataset(dataset_id: str, suffix: str = "") -> str:
    """The page of a dataset, or with ``suffix`` one of its files."""
    return f"data/{dataset_id}/{dataset_id}{suffix}" if suffix else f"data/{dataset_id}/{INDEX}"


def figure(observation_id: str) -> str:
    """The page of an observation."""
    return f"figures/{observation_id}/{INDEX}"


def chart(chart_id: str, suffix: str = "") -> str:
    """The page of a chart, or with ``suffix`` (``zh.svg``, ``data.csv``) one of its files."""
    return f"charts/{chart_id}/{suffix or INDEX}"


def source(source_id: str) -> str:
    """The page of a source."""
    return f"sources/{source_id}/{INDEX}"


def localised(path: str, language: str, site: Site) -> str:
    """``path`` in ``language``: the first language stands at the root, others in a folder of their own."""
    return path if language == site.settings.first_language else f"{language}/{path}"


def relative(path: str, base: str) -> str:
    """A link from the file ``base`` to the file ``path``, percent-encoded."""
    return quote(posixpath.relpath(f"/{path}", posixpath.dirname(f"/{base}")), safe="/@+.-_~")


def pages(site: Site) -> Iterator[str]:
    """Every page a build of ``site`` makes in each language, in the order of the site."""
    yield HOME
    yield from (topic(slug) for slug in site.settings.topics if slug in site.topics)
    yield from (page(slug) for slug in site.pages if slug != "home")
    if ALSO not in site.pages and any(d.topic is None for d in site.datasets.values()):
        yield page(ALSO)
    yield DATA
    yield VERIFICATION
    yield CORRECTIONS
    yield from (dataset(d) for d in site.datasets)
    yield from (figure(o) for o in site.observations)
    yield from (chart(c) for c in site.charts)
    yield from (source(s) for s in site.sources)


def written_link(target: str) -> str:
    """The page an editor means who writes ``target`` from the site's root: ``about``, ``topics/elderly-care``, ``data/x/x.csv``."""
    path = target.strip("/")
    if not path:
        return HOME
    is_figure = path.startswith("figures/") and path.count("/") == 1  # whose id has a dot of its own
    is_file = posixpath.splitext(path)[1] in {".html", ".csv", ".json", ".svg"} and not is_figure
    return path if is_file else f"{path}/{INDEX}"
