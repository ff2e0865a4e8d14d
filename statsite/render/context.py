"""What templates are told, by the names they read: what all pages of an edition share, and what is
of one page.

What a kind of page is told besides, its plan says (`plan/pages.py`).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import asdict

from statsite import addresses, formatting
from statsite.interface_texts import PageTexts
from statsite.language import html_code
from statsite.model import Settings
from statsite.plan.charts import ChartView
from statsite.plan.content import JsonText
from statsite.plan.edition import Edition, TopicCard, figures_by_source, topics_in_menu
from statsite.plan.front import card_of_home
from statsite.plan.outputs import Page, link_targets
from statsite.plan.searching import parts
from statsite.plan.tables import figures_together
from statsite.render.captions import marks
from statsite.render.contents import contents
from statsite.render.links import PageLinks, has_no_links, links_of
from statsite.render.page_text import (
    PageText,
    charts_placed,
    figures_named,
    figures_shown_together,
)
from statsite.render.prose import FigureLink, ProseBlock, figure_links
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


class EditionName(Struct, frozen=True):
    """An edition by its language: the code of HTML, its name in itself, and its ``addresses``."""

    language: str
    html_language: str
    name: str
    addresses: Localised


class Alternate(Struct, frozen=True):
    """The same page in a language of the site."""

    language: str
    html_language: str
    name: str
    address: str


class PageDrawing(Struct, frozen=True):
    """What pages show of a chart's drawing."""

    svg: Markup
    conventions: tuple[str, ...]


class ShownChart(Struct, frozen=True):
    """What a page needs of a chart besides its words: its drawing, the conventions that uses, and
    what each mark tells when it is pointed at.
    """

    svg: Markup
    conventions: tuple[str, ...]
    marks: Markup


class Drawings(Struct, frozen=True):
    """What a page needs of each chart that it shows, by id."""

    shown: Mapping[str, ShownChart]

    def __call__(self, chart: str) -> ShownChart:
        """What is needed of a chart."""
        return self.shown[chart]


class Localised(Struct, frozen=True):
    """The address in a ``language`` of a page whose path is given; ``first`` is the site's first
    one.
    """

    language: str
    first: str

    def __call__(self, path: str) -> str:
        """The address of the page at ``path``."""
        return addresses.in_language(path, self.language, self.first)


class Counts(Struct, frozen=True):
    """How many figures, articles that print them, and charts a site has."""

    figures: int
    sources: int
    charts: int


class EditionContext(Struct, frozen=True):
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


class Frame(Struct, frozen=True):
    """What all pages of an edition are framed by, each as its address and topic say: the
    ``editions`` of the site, the ``topics`` and which of the stylesheet's ``accents`` each has.
    """

    base_url: str | None
    editions: Sequence[EditionName]
    topics: tuple[TopicCard, ...]
    accents: Mapping[str, int]


class PageContext(Struct, frozen=True):
    """What one page is told: its plan and ``frame``, its ``text``, the ``charts`` that this places
    and the ``drawing`` of each that the page shows, by id, and the ``sizes`` of files that it
    offers by their addresses; ``stylesheet`` is empty but for a page that can lead to none. All
    else follows from these, and is made when the page is made.
    """

    page: Page
    frame: Frame
    text: PageText | None
    charts: Mapping[str, ChartView]
    drawing: Drawings
    sizes: Mapping[str, str]
    stylesheet: str

    def variables(self) -> dict[str, Any]:
        """It by the names that templates read: besides what it holds, the topics that its menu
        names, how it links, its prose in ``blocks`` with the list of its headings, and what its
        head holds.
        """
        page, frame = self.page, self.frame
        link = links_of(page, frame.base_url)
        blocks = self.text.blocks(link) if self.text else []
        return {
            "page": page,
            "document": page.document,
            "topics": topics_in_menu(frame.topics, page.topic),
            "link": link,
            "root": link.root,
            "accent": frame.accents.get(page.topic, 0),
            "alternates": _alternates(page, frame.editions),
            "canonical": addresses.public(frame.base_url, page.leads_to or page.address),
            "policy": _policy(self.stylesheet),
            "stylesheet": Markup(self.stylesheet),  # noqa: S704 - a stylesheet of the templates, which holds no end of its element
            "has_charts": _has_charts(page, blocks),
            "blocks": blocks,
            "contents": contents(blocks),
            "charts": self.charts,
            "drawing": self.drawing,
            "sizes": self.sizes,
        }


class PageVariables(Struct, frozen=True):
    """All that a template is told of a page: of its kind, of the edition and of itself."""

    of_kind: Mapping[str, Any]
    of_edition: EditionContext
    of_page: PageContext

    def variables(self) -> dict[str, Any]:
        """It by the names that templates read."""
        return {**self.of_kind, **asdict(self.of_edition), **self.of_page.variables()}


@read_in_parts
class Contexts(Struct, frozen=True, dict=True):
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

    @cached_property
    def _frame(self) -> Frame:
        topics = self.edition.menu_topics
        return Frame(
            base_url=self._settings.base_url,
            editions=tuple(map(_edition_name, self.editions)),
            topics=topics,
            accents={card.slug: accent(self.edition, card.slug) for card in topics},
        )

    def _of_page(self, page: Page) -> PageContext:
        body = page.document.body if page.document else ""
        placed = [chart for chart in charts_placed(body) if chart in self.edition.charts]
        return PageContext(
            page=page,
            frame=self._frame,
            text=self._text(body) if page.document else None,
            charts={chart: self.edition.charts[chart] for chart in placed},
            drawing=self._drawings_of(page, placed),
            sizes=self._sizes(page),
            stylesheet=self.stylesheet if has_no_links(page, self._settings.base_url) else "",
        )

    @property
    def _settings(self) -> Settings:
        return self.edition.site.settings

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

    def _drawings_of(self, page: Page, placed: Sequence[str]) -> Drawings:
        """Those of the charts that its text places, and of the one that it is of."""
        own = page.context.get("chart") if page.template in _CHART_TEMPLATES else None
        shown = [*placed, own.id] if own else placed
        link = links_of(page, self._settings.base_url)
        return Drawings({chart: self._shown(link, chart) for chart in shown})

    def _shown(self, link: PageLinks, chart: str) -> ShownChart:
        drawing = self.drawings[chart, self.edition.language]
        told = json_text(marks(self.edition, chart, link))
        return ShownChart(drawing.svg, drawing.conventions, told)

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

    def _text(self, body: str) -> PageText:
        """The text of a page, with the tables and pairs of figures that it places."""
        presenter, figures, links = self.edition.presenter, self.edition.figures, self._figure_links
        return PageText(
            body,
            {name: links[name] for name in figures_named(body) if name in links},
            {
                block: figures_together(block, presenter, figures)
                for block in figures_shown_together(body)
            },
            link_targets(self.edition.site),
            self._of_edition.address,
            self._term_links,
        )


def _has_charts(page: Page, blocks: Sequence[ProseBlock]) -> bool:
    return page.template in _CHART_TEMPLATES or any(block.kind == "chart" for block in blocks)


def _edition_name(edition: Edition) -> EditionName:
    return EditionName(
        edition.language,
        html_code(edition.language),
        edition.presenter.interface_text("language-name"),
        Localised(edition.language, edition.site.settings.first_language),
    )


def _alternates(page: Page, editions: Iterable[EditionName]) -> list[Alternate]:
    """The page in every language; of that of unknown addresses, the first pages."""
    is_anywhere = page.unlocalised == addresses.NOT_FOUND
    path = addresses.HOME if is_anywhere else page.unlocalised
    return [
        Alternate(one.language, one.html_language, one.name, one.addresses(path))
        for one in editions
    ]


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
