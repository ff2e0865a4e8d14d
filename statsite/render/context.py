"""What templates are told, by the names they read: what all pages of an edition share, and what is
of one page.

What a kind of page is told besides, its plan says (`plan/pages.py`).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from statsite import addresses, formatting
from statsite.interface_texts import PageTexts
from statsite.language import html_code
from statsite.model import Document, Settings
from statsite.plan.charts import ChartView
from statsite.plan.content import JsonText
from statsite.plan.edition import Edition, TopicCard, figures_by_source
from statsite.plan.front import card_of_home
from statsite.plan.outputs import Page, link_targets, linked
from statsite.plan.searching import parts
from statsite.plan.tables import figures_together
from statsite.render.captions import marks
from statsite.render.contents import Heading, contents
from statsite.render.links import PageLinks, has_no_links, links_of
from statsite.render.prose import FigureLink, ProseBlock, figure_links, prose_blocks
from statsite.render.terms import TermLinks
from statsite.results import read_in_parts

#: Nothing but the site's own stylesheet, images, scripts, search page and files such as robots.txt,
#: which audits fetch from inside a page; every page is whole
#: without scripts.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
    "'self' data:; base-uri 'none'; form-action 'self'; connect-src 'self'"
)

#: How many accents the stylesheet has (``topic-0`` and on).
ACCENTS = 6

_CHART_TEMPLATES = frozenset({"chart.html.j2", "embed.html.j2"})


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language of the site."""

    language: str
    html_language: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """What pages show of a chart's drawing."""

    svg: Markup
    conventions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownChart:
    """What a page needs of a chart besides its words: its drawing, the conventions that uses, and
    what each mark tells when it is pointed at.
    """

    svg: Markup
    conventions: tuple[str, ...]
    marks: Markup


@dataclass(frozen=True, slots=True)
class Drawings:
    """What a page needs of each chart that it shows, by id."""

    shown: Mapping[str, ShownChart]

    def __call__(self, chart: str) -> ShownChart:
        """What is needed of a chart."""
        return self.shown[chart]


@dataclass(frozen=True, slots=True)
class Localised:
    """The address in a ``language`` of a page whose path is given; ``first`` is the site's first
    one.
    """

    language: str
    first: str

    def __call__(self, path: str) -> str:
        """The address of the page at ``path``."""
        return addresses.in_language(path, self.language, self.first)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures, articles that print them, and charts a site has."""

    figures: int
    sources: int
    charts: int


@dataclass(frozen=True, slots=True)
class EditionContext:
    """What every page of an edition is told.

    ``language`` is the code of HTML, ``space`` what the language puts between sentences, ``w`` the
    interface texts by key. ``at`` holds addresses by name, ``page_at`` and ``targets_at`` make
    those of written pages and of lists of targets; ``address`` gives such an address in this
    language, ``public`` the whole of it, empty where the site has no public address. ``site_card``
    is the picture that a page without one of its own is shared with.
    """

    site_title: str
    licence: str
    licence_address: str
    contact: str
    language: str
    space: str
    w: PageTexts
    home: str
    address: Callable[[str], str]
    at: Mapping[str, str]
    page_at: Callable[[str], str]
    targets_at: Callable[[str], str]
    public: Callable[[str], str]
    written_pages: Sequence[tuple[str, str]]
    menu: Sequence[tuple[str, str]]
    site_card: str
    as_of: str
    counts: Counts
    evidence_kinds: Sequence[str]
    has_glossary: bool
    has_comparisons: bool
    search_lists: str
    json_text: Callable[[object], Markup]


@dataclass(frozen=True, slots=True)
class PageContext:
    """What one page is told: its plan, the topics that its menu names, how it links, its prose in
    ``blocks`` with the list of its headings, the ``charts`` that it places and the ``drawing`` of
    each that it shows, by id, the ``sizes`` of files that it offers by their addresses, and what
    its head holds.

    ``stylesheet`` is empty but for a page that can lead to none.
    """

    page: Page
    document: Document | None
    topics: Sequence[TopicCard]
    link: PageLinks
    root: str
    accent: int
    alternates: Sequence[Alternate]
    canonical: str
    policy: str
    stylesheet: Markup
    has_charts: bool
    blocks: Sequence[ProseBlock]
    contents: Sequence[Heading]
    charts: Mapping[str, ChartView]
    drawing: Drawings
    sizes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageVariables:
    """All that a template is told of a page: of its kind, of the edition and of itself."""

    of_kind: Mapping[str, Any]
    of_edition: EditionContext
    of_page: PageContext

    def variables(self) -> dict[str, Any]:
        """It by the names that templates read."""
        return {**self.of_kind, **_by_name(self.of_edition), **_by_name(self.of_page)}


@read_in_parts
@dataclass(frozen=True)
class Contexts:
    """Makes what the pages of an edition are told.

    ``editions`` are those of the whole site, ``drawings`` what pages show of charts, by id and
    language; ``stylesheet`` is put into a page that can lead to none. ``size_of`` tells how large
    the file at each address is.
    """

    edition: Edition
    editions: tuple[Edition, ...]
    drawings: Mapping[tuple[str, str], PageDrawing]
    stylesheet: str
    size_of: Mapping[str, str]

    def told(self, page: Page) -> PageVariables:
        """What the template of ``page`` is told."""
        return PageVariables(page.context, self._of_edition, self._of_page(page))

    @cached_property
    def _of_edition(self) -> EditionContext:
        edition, presenter, settings = self.edition, self.edition.presenter, self._settings
        return EditionContext(
            site_title=presenter.figure_text(settings.title),
            licence=presenter.figure_text(settings.licence),
            licence_address=settings.data_licence.url if settings.data_licence else "",
            contact=presenter.figure_text(settings.contact),
            language=html_code(edition.language),
            space=presenter.locale.space,
            w=PageTexts(edition.interface[edition.language]),
            home=presenter.address(addresses.HOME),
            address=Localised(edition.language, settings.first_language),
            at=addresses.BY_NAME,
            page_at=addresses.page,
            targets_at=addresses.targets_of,
            public=partial(addresses.public, settings.base_url),
            written_pages=edition.written_pages,
            menu=edition.menu,
            site_card=card_of_home(edition),
            as_of=formatting.day(settings.as_of, edition.language),
            counts=self._counts(),
            evidence_kinds=edition.evidence_kinds,
            has_glossary=bool(edition.site.glossary),
            has_comparisons=bool(edition.comparisons),
            search_lists=self._search_lists(),
            json_text=json_text,
        )

    def _of_page(self, page: Page) -> PageContext:
        link = links_of(page, self._base_url)
        blocks = self._blocks(page, link)
        placed = [block.chart for block in blocks if block.chart]
        stylesheet = self.stylesheet if has_no_links(page, self._base_url) else ""
        return PageContext(
            page=page,
            document=page.document,
            topics=self.edition.topics_in_menu(page.topic),
            link=link,
            root=link.root,
            accent=accent(self.edition, page.topic),
            alternates=self._alternates(page),
            canonical=addresses.public(self._base_url, page.leads_to or page.address),
            policy=_policy(stylesheet),
            stylesheet=Markup(stylesheet),  # noqa: S704 - a stylesheet of the templates, which holds no end of its element
            has_charts=_has_charts(page, blocks),
            blocks=blocks,
            contents=contents(blocks),
            charts={chart: self.edition.charts[chart] for chart in placed},
            drawing=self._drawings_of(page, placed, link),
            sizes=self._sizes(page),
        )

    @property
    def _settings(self) -> Settings:
        return self.edition.site.settings

    @property
    def _base_url(self) -> str | None:
        return self._settings.base_url

    def _counts(self) -> Counts:
        site = self.edition.site
        return Counts(len(site.observations), len(figures_by_source(site)), len(site.charts))

    def _search_lists(self) -> str:
        """Where the parts of the list to search are, from the site's root."""
        address = self.edition.presenter.address
        return " ".join(address(addresses.search_list(part)) for part in parts(self.edition.site))

    def _sizes(self, page: Page) -> dict[str, str]:
        """How large the files are that a page offers."""
        offered = (one.address for one in page.context.get("offers", ()))
        return {address: self.size_of[address] for address in offered}

    def _drawings_of(self, page: Page, placed: Iterable[str], link: PageLinks) -> Drawings:
        """Those of the charts that its text places, and of the one that it is of."""
        own = page.context.get("chart") if page.template in _CHART_TEMPLATES else None
        shown = [*placed, own.id] if own else placed
        return Drawings({chart: self._shown(link, chart) for chart in shown})

    def _shown(self, link: PageLinks, chart: str) -> ShownChart:
        drawing = self.drawings[chart, self.edition.language]
        told = json_text(marks(self.edition, chart, link))
        return ShownChart(drawing.svg, drawing.conventions, told)

    def _alternates(self, page: Page) -> list[Alternate]:
        """The page in every language; of that of unknown addresses, the first pages."""
        is_anywhere = page.unlocalised == addresses.NOT_FOUND
        path = addresses.HOME if is_anywhere else page.unlocalised
        return [_alternate(edition, path) for edition in self.editions]

    # prose

    @cached_property
    def _figure_links(self) -> Mapping[str, FigureLink]:
        found = figure_links(self.edition.figures)
        return dict(found) if self.edition.results.is_kept else found

    @cached_property
    def _term_links(self) -> TermLinks:
        return TermLinks(
            {words: term.address for term in self.edition.terms for words in term.mentions}
        )

    def _blocks(self, page: Page, link: PageLinks) -> list[ProseBlock]:
        """The prose of a page, with the tables and pairs of figures that it places."""
        if page.document is None:
            return []
        found = prose_blocks(
            page.document.body,
            self._figure_links,
            link,
            lambda target: link(self._linked(target)),
            self._term_links,
        )
        return [self._with_figures(block) for block in found]

    def _with_figures(self, block: ProseBlock) -> ProseBlock:
        """``block`` with the table or pair that it places."""
        if not block.written:
            return block
        shown = figures_together(block.written, self.edition.presenter, self.edition.figures)
        return replace(block, shown=shown)

    def _linked(self, target: str) -> str:
        """The file an editor's link leads to: a page in the edition's language, or a file, which
        all languages share.
        """
        path = linked(target, link_targets(self.edition.site))
        return self.edition.presenter.address(path) if path.endswith(".html") else path


def _by_name(told: EditionContext | PageContext) -> dict[str, Any]:
    return {field.name: getattr(told, field.name) for field in fields(told)}


def _has_charts(page: Page, blocks: Sequence[ProseBlock]) -> bool:
    return page.template in _CHART_TEMPLATES or any(block.kind == "chart" for block in blocks)


def _alternate(edition: Edition, path: str) -> Alternate:
    return Alternate(
        edition.language,
        html_code(edition.language),
        edition.presenter.interface_text("language-name"),
        edition.presenter.address(path),
    )


def _policy(stylesheet: str) -> str:
    """The policy of a page: one with a ``stylesheet`` of its own allows just that."""
    if not stylesheet:
        return CONTENT_SECURITY_POLICY
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def accent(edition: Edition, slug: str) -> int:
    """Which of the stylesheet's accents a topic has: topics take them in turn, what has no topic
    takes the first.
    """
    slugs = [topic.slug for topic in edition.topics]
    return slugs.index(slug) % ACCENTS if slug in slugs else 0


def json_text(value: object) -> Markup:
    """JSON for a script block: no ``<``, ``>`` or ``&`` left that could end it."""
    text = (value if isinstance(value, JsonText) else JsonText.of(value)).text
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - every character HTML could act on is escaped
