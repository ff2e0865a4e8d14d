"""The flow in one place: read, check, plan, render; what is written where is the caller's choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from statsite import addresses, wording
from statsite.check import check_site
from statsite.check.whole import showable
from statsite.model import Site
from statsite.plan import exports
from statsite.plan.feed import Feed, atom
from statsite.plan.pages import Edition
from statsite.plan.rules import rule_rows
from statsite.problems import Problem, Severity, in_order
from statsite.read.site import read_site
from statsite.render.environment import TEMPLATES, read_templates, template_folders
from statsite.render.fragments import Fragments
from statsite.render.pages import Renderer
from statsite.words import InterfaceWords, TemplatesError, load_words


@dataclass(frozen=True, slots=True)
class Checked:
    """A site as far as it could be read, and everything wrong with it."""

    site: Site | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(p.severity is Severity.ERROR for p in self.problems)


def check(root: Path, *, strict: bool = False, base_url: str | None = None) -> Checked:
    """Read and check the site in ``root``; ``strict`` makes warnings errors, ``base_url`` replaces that of site.yaml."""
    site, problems = read_site(root)
    templates = read_templates(root, problems)
    interface = _words(root, problems)
    if site is not None and base_url is not None:
        site = replace(site, settings=replace(site.settings, base_url=base_url))
    if site is not None:
        shown = _editions(showable(site), interface)
        problems.extend(check_site(site, shown))
        is_whole = all(p.severity is not Severity.ERROR for p in problems)
        problems.extend(problem for edition in shown for problem in Fragments(edition, is_whole, bool(templates.own)).problems())
        if is_whole:
            problems.extend(Renderer(_editions(site, interface), templates, root).problems())
    return Checked(site, in_order(_strictly(p) if strict else p for p in dict.fromkeys(problems)))


def _words(root: Path, problems: list[Problem]) -> InterfaceWords:
    """The words of pages; only the engine's own where those of the site cannot be used."""
    try:
        return load_words(template_folders(root))
    except TemplatesError as fault:
        problems.extend(fault.problems)
        return load_words((TEMPLATES,))


def _strictly(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.ERROR) if problem.severity is Severity.WARNING else problem


def editions(site: Site, root: Path) -> tuple[Edition, ...]:
    """The site in each of its languages."""
    return _editions(site, load_words(template_folders(root)))


def _editions(site: Site, interface: InterfaceWords) -> tuple[Edition, ...]:
    return tuple(Edition(site, language, interface) for language in site.settings.languages)


def files(site: Site, root: Path, *, jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but the manifest, one by one."""
    made, problems = editions(site, root), list[Problem]()
    templates = read_templates(root, problems)
    if problems:
        raise TemplatesError(*problems)
    yield from Renderer(made, templates, root, jobs).files()
    yield from _data_files(site, made)
    yield from _public_files(site)
    yield from _feeds(made)


def _data_files(site: Site, made: tuple[Edition, ...]) -> Iterator[tuple[str, bytes]]:
    languages = site.settings.languages
    rows = exports.observation_rows(site, site.observations.values())
    yield addresses.OBSERVATIONS_JSON, exports.as_json(rows)
    yield addresses.OBSERVATIONS_CSV, exports.as_csv(rows, languages)
    yield addresses.SOURCES_JSON, exports.as_json([exports.source_row(s) for s in site.sources.values()])
    yield addresses.CORRECTIONS_JSON, exports.as_json(exports.correction_rows(site))
    yield addresses.RULES_JSON, exports.as_json(rule_rows(site))
    for dataset in site.datasets.values():
        yield addresses.dataset(dataset.id, ".json"), exports.as_json(exports.dataset_json(site, dataset))
        yield addresses.dataset(dataset.id, ".csv"), exports.as_csv(exports.observation_rows(site, site.observations_of(dataset)), languages)
    for chart in site.charts:
        labels = {e.language: {row.figure.id: row.label for row in e.charts[chart].rows} for e in made}
        drawn = [site.observations[row.figure.id] for row in made[0].charts[chart].rows]
        own = [row for row in exports.observation_rows(site, drawn) if row["restates"] is None]
        yield addresses.chart(chart, f"{chart}.csv"), exports.chart_csv(own, labels, languages)
    yield addresses.DATA_PACKAGE, exports.as_json(exports.data_package(site))


def _feeds(made: tuple[Edition, ...]) -> Iterator[tuple[str, bytes]]:
    """A feed in each language of a site with a public address."""
    for edition in made:
        settings, presenter = edition.site.settings, edition.presenter
        if settings.base_url is not None:
            title, language = presenter.tell(settings.title), wording.HTML_LANGUAGE[edition.language]
            page, address = presenter.address(addresses.CORRECTIONS), presenter.address(addresses.FEED)
            updated = f"{settings.as_of}T00:00:00Z"
            feed = Feed(presenter.word("feed-title").format(site=title), title, language, settings.base_url, page, address, updated)
            yield address, atom(feed, edition.feed)


def _public_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """What a site with a public address has besides."""
    base = site.settings.base_url
    if base is None:
        return
    root = base.rstrip("/")
    paths = [addresses.localised(p, lang, site).removesuffix(addresses.INDEX) for p in addresses.pages(site) for lang in site.settings.languages]
    urls = "".join(f"<url><loc>{escape(f'{root}/{path}')}</loc></url>\n" for path in paths)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield "sitemap.xml", f"{head}{urls}</urlset>\n".encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {root}/sitemap.xml\n".encode()
