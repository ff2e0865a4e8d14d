"""Every file of a built site: each kind of page, download, drawing and feed with its address, and
who makes it.

This is the one list of them. Links in prose, the slugs that pages may not take, the site map and
all that a build writes are taken from it; the writer adds the manifest. A new kind of file is one
entry here, with its address in ``statsite.addresses``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

from msgspec import Struct

from statsite import addresses
from statsite.kept_files import KeptFiles, MadeFile
from statsite.language import LANGUAGES, html_code
from statsite.model import Document, Prose, Site
from statsite.plan import comparisons, last_changed, lookup, pages, searching, targets
from statsite.plan.areas import datasets_by_page
from statsite.plan.content import Content
from statsite.plan.data_files import downloads
from statsite.plan.edition import Edition, figures_by_source, written_slugs
from statsite.plan.paging import further_pages
from statsite.results import made_once

IdsOf = Callable[[Site], Iterable[str]]


def _no_figures(_site: Site, _name: str) -> tuple[str, ...]:
    return ()


def _no_prose(_site: Site, _name: str) -> None:
    return None


class Page(Struct, frozen=True):
    """A page to render.

    ``address`` is its path in the output, ``unlocalised`` the same page's path in the first
    language; ``document`` is the prose it shows, ``leads_to`` the page it stands for, if any.
    """

    address: str
    unlocalised: str
    language: str
    template: str
    title: str
    description: str
    topic: str
    context: Mapping[str, Any]
    document: Document | None
    leads_to: str


class PageKind(Struct, frozen=True):
    """A kind of page: its template, of what a site has one (by id), at which address, and what it
    is told.

    ``is_listed`` says that the site map names it; ``is_single`` that it is made in the first
    language alone; ``figures`` are those it shows, by which the site map says when it changed.
    ``prose`` is the text that it shows, if any: what else it is told holds no text, unless it
    ``has_texts`` and is told all of them. One that ``shows_files`` shows a drawing or tells how
    large a file is, so that it waits for these.
    """

    template: str
    ids: IdsOf
    address: Callable[[str], str]
    content: Callable[[Edition, str], Content]
    is_listed: bool = True
    is_single: bool = False
    figures: Callable[[Site, str], Iterable[str]] = _no_figures
    prose: Callable[[Site, str], Prose | None] = _no_prose
    has_texts: bool = False
    shows_files: bool = False

    def document(self, edition: Edition, name: str) -> Document | None:
        """The text that the page of ``name`` shows in the edition's language."""
        prose = self.prose(edition.site, name)
        return prose.documents[edition.language] if prose else None

    def page(self, edition: Edition, name: str) -> Page:
        """The page of ``name`` in the edition's language."""
        path = self.address(name)
        told = self.content(edition if self.has_texts else edition.without_texts, name)
        return Page(
            address=edition.presenter.address(path),
            unlocalised=path,
            language=edition.language,
            template=self.template,
            title=told.title,
            description=told.description,
            topic=told.topic,
            context=told.context,
            document=self.document(edition, name),
            leads_to=told.leads_to,
        )


class FileKind(Struct, frozen=True):
    """A kind of file that is made from the site's views: one for all languages, or one in each
    (``is_localised``) from the edition in it. ``told`` gives all that a file is made from, where
    that is done much faster than the file: what makes it of that, or that alone. One that
    ``has_texts`` is told whole texts; any other is made of editions that hold none.
    """

    ids: IdsOf
    address: Callable[[str], str]
    content: Callable[[Sequence[Edition], str], bytes]
    is_localised: bool = False
    told: Callable[[Sequence[Edition], str], object] | None = None
    has_texts: bool = False


class DrawingKind(Struct, frozen=True):
    """A kind of drawn file, one of each chart in each language, of those withdrawn too: ``part`` is
    its name among a chart's drawings.
    """

    part: str
    address: Callable[[str, str], str]


OutputKind = PageKind | FileKind | DrawingKind


class Output(Struct, frozen=True):
    """One file of the built site: what it is of (``name``, an id), and its language, empty where
    all share it.
    """

    address: str
    kind: OutputKind
    name: str
    language: str = ""


def _one(_: Site) -> tuple[str, ...]:
    return ("",)


def _one_if_public(site: Site) -> tuple[str, ...]:
    return ("",) if site.settings.base_url is not None else ()


def _one_if(found: Callable[[Site], Iterable[object]]) -> IdsOf:
    """One page where the site has something of a sort, none where it has not."""
    return lambda site: ("",) if any(True for _ in found(site)) else ()


def _topics(site: Site) -> list[str]:
    return [slug for slug in site.settings.topics if slug in site.topics]


def _topics_with_figures(site: Site) -> list[str]:
    filled = {dataset.topic for dataset in site.datasets.values()}
    return [slug for slug in _topics(site) if slug in filled]


def _further_of_datasets(site: Site) -> Iterator[str]:
    """The pages of datasets behind the first of each; so of the next three."""
    return further_pages(
        {one.id: sum(1 for _ in site.observations_of(one)) for one in site.datasets.values()}
    )


def _further_of_sources(site: Site) -> Iterator[str]:
    return further_pages(figures_by_source(site))


def _further_of_areas(site: Site) -> Iterator[str]:
    return further_pages(
        {area: len(parts) for area, parts in datasets_by_page(site).items()}, most=1
    )


def _further_index(site: Site) -> Iterator[str]:
    return further_pages({"": sum(1 for _ in searching.found_by(site))}, searching.INDEX_ENTRIES)


def _at(path: str) -> Callable[[str], str]:
    return lambda _: path


def _site_map(editions: Sequence[Edition], _: str) -> bytes:
    """The public addresses of all pages that readers may begin at, page by page in each
    language.
    """
    site = editions[0].site
    root = (site.settings.base_url or "").rstrip("/")
    entries = (
        entry
        for path, changed in _listed_pages(site)
        for entry in _site_map_entries(site, root, path, changed)
    )
    return f"{_SITE_MAP_HEAD}{''.join(entries)}</urlset>\n".encode()


def _listed_pages(site: Site) -> Iterator[tuple[str, str]]:
    """The pages that readers may begin at, each with the day of its last change."""
    for kind in OUTPUT_KINDS:
        if isinstance(kind, PageKind) and kind.is_listed:
            for name in kind.ids(site):
                figures = kind.figures(site, name)
                yield kind.address(name), last_changed.last_changed(site, figures)


_SITE_MAP_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def _site_map_entries(site: Site, root: str, path: str, changed: str) -> Iterator[str]:
    """A page in each language by its short address, with the day of its last change where one is
    recorded, and the addresses of the same page in all languages.
    """
    places = {
        language: escape(
            f"{root}/{addresses.localised(path, language, site)}".removesuffix(addresses.INDEX)
        )
        for language in site.settings.languages
    }
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    same = "".join(_site_map_alternates(places)) if len(places) > 1 else ""
    yield from (f"<url><loc>{place}</loc>{last}{same}</url>\n" for place in places.values())


def _site_map_alternates(places: Mapping[str, str]) -> Iterator[str]:
    """A page's address in each language, the first for readers of none of them."""
    named = {html_code(language): place for language, place in places.items()}
    for language, place in {**named, "x-default": next(iter(places.values()))}.items():
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{place}"/>'


def _robots(editions: Sequence[Edition], _: str) -> bytes:
    root = (editions[0].site.settings.base_url or "").rstrip("/")
    return f"User-agent: *\nAllow: /\nSitemap: {root}/{addresses.SITE_MAP}\n".encode()


_WRITTEN = PageKind(
    "page.html.j2",
    written_slugs,
    addresses.page,
    pages.written_page,
    prose=lambda site, slug: site.pages.get(slug),
    shows_files=True,
)

#: The list, in the order in which the site map and the audits of links name pages.
OUTPUT_KINDS: tuple[OutputKind, ...] = (
    PageKind(
        "home.html.j2",
        _one,
        _at(addresses.HOME),
        pages.home_page,
        figures=last_changed.everything,
        prose=lambda site, _: site.pages.get(addresses.HOME_PROSE),
        shows_files=True,
    ),
    PageKind(
        "topic.html.j2",
        _topics,
        addresses.topic,
        pages.topic_page,
        figures=last_changed.of_topic,
        prose=lambda site, slug: site.topics[slug],
        shows_files=True,
    ),
    _WRITTEN,
    PageKind(  # which tells the digest of all content
        "data.html.j2",
        _one,
        _at(addresses.DATA),
        pages.data_page,
        figures=last_changed.everything,
        has_texts=True,
        shows_files=True,
    ),
    PageKind(
        "areas.html.j2", _one, _at(addresses.AREAS), lookup.areas, figures=last_changed.everything
    ),
    PageKind(
        "area.html.j2",
        lambda site: site.areas,
        addresses.area,
        lookup.area,
        figures=last_changed.of_area,
    ),
    PageKind("area.html.j2", _further_of_areas, addresses.area, lookup.area, is_listed=False),
    PageKind(
        "comparisons.html.j2",
        _one_if(comparisons.comparison_ids),
        _at(addresses.COMPARISONS),
        lookup.comparisons,
        figures=last_changed.everything,
    ),
    PageKind(
        "comparison.html.j2",
        comparisons.comparison_ids,
        addresses.comparison,
        lookup.comparison,
        figures=last_changed.of_comparison,
    ),
    PageKind(
        "targets.html.j2",
        _one_if(targets.aimed),
        _at(addresses.TARGETS),
        lookup.targets,
        figures=last_changed.of_plans,
    ),
    PageKind("targets.html.j2", targets.choices_of, addresses.targets_of, lookup.targets),
    PageKind("search.html.j2", _one, addresses.search_index, lookup.search),
    PageKind(
        "search.html.j2",
        _further_index,
        addresses.search_index,
        lookup.search,
        is_listed=False,
    ),
    PageKind(
        "verification.html.j2",
        _one,
        _at(addresses.VERIFICATION),
        pages.verification_page,
        figures=last_changed.everything,
    ),
    PageKind(
        "corrections.html.j2",
        _one,
        _at(addresses.CORRECTIONS),
        pages.corrections_page,
        figures=last_changed.everything,
    ),
    PageKind(
        "glossary.html.j2",
        _one_if(lambda site: site.glossary),
        _at(addresses.GLOSSARY),
        pages.glossary_page,
    ),
    PageKind(
        "dataset.html.j2",
        lambda site: site.datasets,
        addresses.dataset,
        pages.dataset_page,
        figures=last_changed.of_dataset,
        shows_files=True,
    ),
    PageKind(
        "dataset.html.j2",
        _further_of_datasets,
        addresses.dataset,
        pages.dataset_page,
        is_listed=False,
        shows_files=True,
    ),
    PageKind(
        "figure.html.j2",
        lambda site: site.observations,
        addresses.figure,
        pages.figure_page,
        figures=last_changed.of_figure,
    ),
    PageKind(
        "moved.html.j2",
        lambda site: site.former_ids,
        addresses.figure,
        pages.moved_page,
        is_listed=False,
    ),
    PageKind(
        "chart.html.j2",
        lambda site: site.charts,
        addresses.chart,
        pages.chart_page,
        figures=last_changed.of_chart,
        shows_files=True,
    ),
    PageKind(
        "embed.html.j2",
        lambda site: site.charts,
        addresses.chart_embed,
        pages.chart_embed_page,
        is_listed=False,
        shows_files=True,
    ),
    PageKind(
        "withdrawn.html.j2",
        lambda site: site.withdrawn_charts,
        addresses.chart,
        pages.withdrawn_chart_page,
        is_listed=False,
    ),
    PageKind(
        "withdrawn-embed.html.j2",
        lambda site: site.withdrawn_charts,
        addresses.chart_embed,
        pages.withdrawn_embed_page,
        is_listed=False,
    ),
    PageKind(
        "source.html.j2",
        lambda site: site.sources,
        addresses.source,
        pages.source_page,
        figures=last_changed.of_source,
    ),
    PageKind(
        "source.html.j2",
        _further_of_sources,
        addresses.source,
        pages.source_page,
        is_listed=False,
    ),
    PageKind(
        "404.html.j2",
        _one,
        _at(addresses.NOT_FOUND),
        pages.not_found_page,
        is_listed=False,
        is_single=True,
    ),
    DrawingKind("file", addresses.chart_svg),
    DrawingKind("picture", addresses.chart_png),
    DrawingKind("card", addresses.chart_card),
    FileKind(lambda site: site.charts, addresses.chart_csv, downloads.chart_csv_file),
    FileKind(lambda site: site.withdrawn_charts, addresses.chart_csv, downloads.withdrawn_csv_file),
    FileKind(
        lambda site: site.datasets,
        addresses.dataset_csv,
        downloads.dataset_csv_file,
        told=downloads.dataset_csv,
    ),
    FileKind(
        lambda site: site.datasets,
        addresses.dataset_json,
        downloads.dataset_json_file,
        told=downloads.dataset_json,
    ),
    FileKind(
        lambda site: site.datasets,
        addresses.dataset_readable,
        downloads.dataset_readable_file,
        is_localised=True,
        told=downloads.dataset_readable,
    ),
    FileKind(
        lambda site: site.datasets,
        addresses.dataset_workbook,
        downloads.dataset_workbook_file,
        is_localised=True,
        told=downloads.dataset_workbook_told,
    ),
    FileKind(
        _topics_with_figures,
        addresses.topic_workbook,
        downloads.topic_workbook_file,
        is_localised=True,
        told=downloads.topic_workbook_told,
    ),
    FileKind(
        _topics_with_figures,
        addresses.topic_archive,
        downloads.topic_archive_file,
        is_localised=True,
        told=downloads.topic_archive_told,
    ),
    FileKind(_one, _at(addresses.OBSERVATIONS_SDMX), downloads.observations_sdmx_file),
    FileKind(
        _one,
        _at(addresses.OBSERVATIONS_READABLE),
        downloads.observations_readable_file,
        is_localised=True,
        told=downloads.observations_readable_told,
    ),
    FileKind(
        _one,
        _at(addresses.OBSERVATIONS_WORKBOOK),
        downloads.observations_workbook_file,
        is_localised=True,
        told=downloads.observations_workbook_told,
    ),
    FileKind(
        _one,
        _at(addresses.OBSERVATIONS_CSV),
        downloads.observations_csv_file,
        told=downloads.observations_told,
    ),
    FileKind(
        _one,
        _at(addresses.OBSERVATIONS_JSON),
        downloads.observations_json_file,
        told=downloads.observations_told,
    ),
    FileKind(_one, _at(addresses.SOURCES_JSON), downloads.sources_json_file),
    FileKind(_one, _at(addresses.RULES_JSON), downloads.rules_json_file),
    FileKind(_one, _at(addresses.CORRECTIONS_JSON), downloads.corrections_json_file),
    FileKind(_one, _at(addresses.DATA_PACKAGE), downloads.data_package_file),
    FileKind(
        searching.parts_of_facts, addresses.search_list, searching.list_part, is_localised=True
    ),
    FileKind(
        searching.parts_of_texts,
        addresses.search_list,
        searching.list_part,
        is_localised=True,
        has_texts=True,
    ),
    FileKind(_one_if_public, _at(addresses.FEED), downloads.feed_file, is_localised=True),
    FileKind(_one_if_public, _at(addresses.SITE_MAP), _site_map),
    FileKind(_one_if_public, _at(addresses.ROBOTS), _robots),
)


def outputs(site: Site) -> Iterator[Output]:
    """Every file that is made for ``site``, language by language for each kind."""
    return _outputs_of(OUTPUT_KINDS, site)


def _outputs_of(kinds: Iterable[OutputKind], site: Site) -> Iterator[Output]:
    """Those of certain kinds: of most files it takes long to say where they are."""
    for kind in kinds:
        for language in _languages(kind, site):
            for name in (
                (*site.charts, *site.withdrawn_charts)
                if isinstance(kind, DrawingKind)
                else kind.ids(site)
            ):
                yield Output(_address(kind, name, language, site), kind, name, language)


def _languages(kind: OutputKind, site: Site) -> tuple[str, ...]:
    """The languages in which there are files of ``kind``; one empty one where all languages share
    them.
    """
    if isinstance(kind, FileKind) and not kind.is_localised:
        return ("",)
    return (
        (site.settings.first_language,)
        if isinstance(kind, PageKind) and kind.is_single
        else site.settings.languages
    )


def _address(kind: OutputKind, name: str, language: str, site: Site) -> str:
    if isinstance(kind, DrawingKind):
        return kind.address(name, language)
    return (
        addresses.localised(kind.address(name), language, site) if language else kind.address(name)
    )


class PagePlan(Struct, frozen=True):
    """A page that is to be planned: what it is of, by its id, and its ``address``."""

    kind: PageKind
    name: str
    address: str

    def page(self, edition: Edition) -> Page:
        """The page, in the language of the edition."""
        return self.kind.page(edition, self.name)

    def made_of(self, edition: Edition) -> tuple[str, Document | None]:
        """Its address, and the text that it shows."""
        return self.address, self.kind.document(edition, self.name)


def page_plans(edition: Edition) -> Iterator[PagePlan]:
    """Every page of one edition, before anything is told of it."""
    for kind in OUTPUT_KINDS:
        if isinstance(kind, PageKind) and edition.language in _languages(kind, edition.site):
            for name in kind.ids(edition.site):
                yield PagePlan(kind, name, edition.presenter.address(kind.address(name)))


def data_files(editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Every file that is neither page nor drawing, with its address."""
    for address, (output, kind) in _files_by_address(editions[0].site).items():
        yield address, _content(editions, output, kind)


def file_groups(site: Site) -> list[tuple[str, ...]]:
    """The addresses of the files that are neither page nor drawing: those of one thing in one
    language together, since one is made with the help of another, and those of the whole site
    first, which take longest, each by itself, since they are large.
    """
    groups = defaultdict[tuple[str, str], list[str]](list)
    for address, (output, _) in _files_by_address(site).items():
        groups[output.name or address, output.language].append(address)
    return [tuple(group) for group in reversed(groups.values())]


def made_files(
    editions: Sequence[Edition], group: Iterable[str], kept: KeptFiles
) -> list[MadeFile]:
    """The files at the addresses of a ``group``; those that are ``kept`` of the site before are not
    made.
    """
    return [_made_file(editions, address, kept) for address in group]


def _made_file(editions: Sequence[Edition], address: str, kept: KeptFiles) -> MadeFile:
    output, kind = _files_by_address(editions[0].site)[address]
    watched = [edition.watched for edition in _told(editions, kind)]
    if kind.told is None:  # what is told is the file itself
        return kept.made(address, partial(_content, watched, output, kind), bytes)
    tell = partial(kind.told, _of_language(watched, output), output.name)
    make = partial(_content, editions, output, kind)
    return kept.made(address, tell, partial(_content_of, make))


def _content_of(make: Callable[[], bytes], told: object) -> bytes:
    """What ``make`` makes, unless what is ``told`` can be made a file as it is."""
    return told() if isinstance(told, partial) else make()


def data_file(editions: Sequence[Edition], address: str) -> bytes:
    """What the file at ``address`` holds, which is neither page nor drawing."""
    return _content(editions, *_files_by_address(editions[0].site)[address])


@made_once
def _files_by_address(site: Site) -> Mapping[str, tuple[Output, FileKind]]:
    kinds = [kind for kind in OUTPUT_KINDS if isinstance(kind, FileKind)]
    return {one.address: (one, kind) for kind in kinds for one in _outputs_of((kind,), site)}


def _content(editions: Sequence[Edition], output: Output, kind: FileKind) -> bytes:
    """The bytes of a file: from the edition in its language, or from all where they share it."""
    return kind.content(_of_language(_told(editions, kind), output), output.name)


def _told(editions: Sequence[Edition], kind: FileKind) -> Sequence[Edition]:
    """The editions that a file of a kind is made of."""
    return editions if kind.has_texts else [edition.without_texts for edition in editions]


def has_texts(site: Site, address: str) -> bool:
    """Whether the file at ``address``, which is neither page nor drawing, is told whole texts."""
    return _files_by_address(site)[address][1].has_texts


def _of_language(editions: Sequence[Edition], output: Output) -> Sequence[Edition]:
    return [one for one in editions if one.language == output.language] or editions


@made_once
def drawn_addresses(site: Site) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The addresses of the drawn files of each chart in each language, by their names among its
    drawings.
    """
    found = defaultdict[tuple[str, str], dict[str, str]](dict)
    for kind in (one for one in OUTPUT_KINDS if isinstance(one, DrawingKind)):
        for output in _outputs_of((kind,), site):
            found[output.name, output.language][kind.part] = output.address
    return found


@made_once
def link_targets(site: Site) -> frozenset[str]:
    """What a link in prose may lead to: pages by their address in the first language, which stands
    for all, and files.
    """
    first = ("", site.settings.first_language)
    paths = {
        output.address
        for output in outputs(site)
        if isinstance(output.kind, DrawingKind) or output.language in first
    }
    return frozenset({*paths, addresses.MANIFEST})


def linked(target: str, known: frozenset[str]) -> str:
    """The file an editor means who writes ``target`` from the site's root: one of the ``known``, or
    the page in that folder.
    """
    path = target.strip("/")
    return path if path in known else addresses.of_page(path)


def reserved_slugs() -> frozenset[str]:
    """Folders of a built site that no page of content/pages may take: those the site fills itself,
    and those of languages.
    """
    others = [
        kind.address("x")
        for kind in OUTPUT_KINDS
        if not isinstance(kind, DrawingKind) and kind is not _WRITTEN
    ]
    folders = {path.partition("/")[0] for path in others if "/" in path}
    return frozenset({*folders, addresses.STATIC, *LANGUAGES})
