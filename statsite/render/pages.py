"""Planned pages to HTML files."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from charts import CONVENTIONS
from statsite import addresses, formatting
from statsite.interface_texts import TemplatesError
from statsite.model import Document
from statsite.plan.charts import ChartRow, ChartView
from statsite.plan.edition import Edition
from statsite.plan.offers import size_text
from statsite.plan.outputs import (
    Page,
    drawn_files,
    file_size,
    link_targets,
    linked,
    planned_pages,
)
from statsite.plan.searching import parts
from statsite.plan.tables import figures_together
from statsite.problems import Problem
from statsite.render.cache import DrawingCache
from statsite.render.contents import contents
from statsite.render.drawings import ChartDrawing, DrawingOrder, draw_all
from statsite.render.environment import (
    Templates,
    environment,
    location_of_failure,
    template_error_reason,
    template_problem,
)
from statsite.render.notices import notice_files
from statsite.render.prose import FigureLink, ProseBlock, prose_blocks
from statsite.render.sandbox import RenderFailure, Sandbox, Step, rendered
from statsite.render.terms import TermLinks

#: Nothing but the site's own stylesheet, images, scripts and search page; every page is whole
#: without scripts.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
    "'self' data:; base-uri 'none'; form-action 'self'"
)

_CHART_TEMPLATES = frozenset({"chart.html.j2", "embed.html.j2"})

#: How many faults of templates are listed; who fixes these sees the others.
MOST_TEMPLATE_PROBLEMS = 20

#: How many accents the stylesheet has (``topic-0`` and on).
ACCENTS = 6


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language of the site."""

    language: str
    html_language: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownChart:
    """What a page needs of a chart besides its words: drawings, the conventions they use, and what
    each mark tells when it is pointed at.
    """

    narrow: Markup
    wide: Markup
    conventions: tuple[str, ...]
    marks: Markup


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """What pages show of a chart's drawing."""

    narrow: Markup
    wide: Markup
    conventions: tuple[str, ...]


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of all editions of a site with ``templates``.

    ``root`` is the site's folder; ``kept`` holds earlier drawings, ``sizes`` those of the files
    that were made already, in bytes by address.
    """

    editions: tuple[Edition, ...]
    templates: Templates
    root: Path
    jobs: int = 1
    kept: DrawingCache = field(default_factory=DrawingCache)
    sizes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _drawings(self) -> Mapping[tuple[str, str], ChartDrawing]:
        return draw_all(self._orders(), self.jobs, self.kept)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every page, chart file and static file, one by one.

        Raises TemplatesError at the first fault of a template.
        """
        shown = {
            key: PageDrawing(one.narrow, one.wide, one.conventions)
            for key, one in self._drawings.items()
        }
        yield from self._maker(shown).files()
        for address, chart, language, part in drawn_files(self.editions[0].site):
            yield address, self._drawn(chart, language, part)
        yield from self.templates.static.items()

    def _drawn(self, chart: str, language: str, part: str) -> bytes:
        """A drawn file of a chart; of one that was withdrawn the line why."""
        drawing = self._drawings.get((chart, language))
        return drawing.files[part] if drawing else self._notices[chart, language][part]

    @cached_property
    def _notices(self) -> Mapping[tuple[str, str], Mapping[str, bytes]]:
        """The files of the charts that were withdrawn, by chart and language."""
        return {
            (chart, edition.language): notice_files(edition, chart, self.kept)
            for edition in self.editions
            for chart in edition.withdrawn_charts
        }

    def problems(self) -> Iterator[Problem]:
        """``template-fault``: what is wrong in the site's own templates: each is compiled, and
        every page rendered as if its charts were drawn.
        """
        blank = PageDrawing(Markup(), Markup(), tuple(CONVENTIONS))
        shown = {
            (chart, edition.language): blank
            for edition in self.editions
            for chart in edition.charts
        }
        yield from self._maker(shown).problems()

    def _maker(self, shown: Mapping[tuple[str, str], PageDrawing]) -> PageMaker:
        style = self.templates.static.get(f"{addresses.STATIC}/site.css", b"").decode(
            "utf-8", "replace"
        )
        inline = style.replace("\r\n", "\n").replace(
            "</", "<\\/"
        )  # as HTML reads it, and without the end of its element
        return PageMaker(
            self.editions, self.templates.texts, self.templates.own, shown, inline, self.sizes
        )

    def _orders(self) -> Iterator[DrawingOrder]:
        for edition in self.editions:
            for chart in edition.charts.values():
                caption, accent = chart_caption(edition, chart.id), _accent(edition, chart.topic)
                public = _canonical(edition.site.settings.base_url, chart.address)
                yield DrawingOrder(
                    (chart.id, edition.language), chart.narrow, chart.wide, caption, accent, public
                )


@dataclass(frozen=True)
class PageMaker:
    """Makes the pages of all editions from the ``texts`` of templates; where some are the site's
    ``own``, in a process that may do nothing else.

    ``drawings`` are what pages show of charts, by id and language; ``stylesheet`` is put into a
    page that can lead to none; ``sizes`` are those of files, in bytes by address: one that is not
    among them is made to be measured.
    """

    editions: tuple[Edition, ...]
    texts: Mapping[str, str]
    own: frozenset[str]
    drawings: Mapping[tuple[str, str], PageDrawing]
    stylesheet: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every page with its address."""
        for step, answer in self._answers():
            if isinstance(answer, RenderFailure):
                raise TemplatesError(self._problem(answer))
            if step.address:
                yield step.address, answer

    def problems(self) -> Iterator[Problem]:
        """The faults of the site's own templates, each once; none where it has none of its own."""
        faults = (
            (answer for answer in rendered(self) if isinstance(answer, RenderFailure))
            if self.own
            else ()
        )
        seen = set[Problem]()
        for problem in map(self._problem, faults):
            if problem not in seen:
                seen.add(problem)
                yield problem
            if len(seen) > MOST_TEMPLATE_PROBLEMS:
                return

    def _answers(self) -> Iterator[tuple[Step, bytes | RenderFailure]]:
        """Each step with what it gives."""
        if self.own:
            return zip(
                self.steps(), rendered(self), strict=False
            )  # a final fault is the last answer
        return ((step, self._here(step)) for step in self.steps())

    def _here(self, step: Step) -> bytes:
        """What a step gives, done in this process: templates of the engine are trusted as its code
        is.
        """
        try:
            return "".join(step.run()).encode()
        except (
            TemplateError,
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            raise TemplatesError(
                template_problem(
                    *location_of_failure(error, self.own, step.template),
                    template_error_reason(error),
                    is_own=True,
                )
            ) from error

    def _problem(self, fault: RenderFailure) -> Problem:
        return template_problem(
            fault.template, fault.line, fault.said, is_own=fault.template in self.own
        )

    @cached_property
    def _environment(self) -> Environment:
        return environment(self.texts, Sandbox if self.own else Environment)

    @cached_property
    def _figure_links(self) -> Mapping[str, Mapping[str, FigureLink]]:
        return {
            e.language: {f.id: FigureLink(str(f.text), f.address) for f in e.figures.values()}
            for e in self.editions
        }

    @cached_property
    def _term_links(self) -> Mapping[str, TermLinks]:
        return {
            e.language: TermLinks({term.words: term.address for term in e.terms})
            for e in self.editions
        }

    def prepare(self) -> None:
        """Make what templates are told that opens files or takes long, so that no time of theirs is
        spent on it.
        """
        for edition in self.editions:
            for page in planned_pages(edition):
                self._context(edition, page)

    def steps(self) -> Iterator[Step]:
        """What is to be done: each of the site's own templates compiled, which gives no text; then
        every page.
        """
        for name in sorted(self.own):
            yield Step(name, "", partial(self._compiled, name))
        for edition in self.editions:
            for page in planned_pages(edition):
                yield Step(page.template, page.address, partial(self._page, edition, page))

    def _compiled(self, name: str) -> Generator[str, None, None]:
        self._environment.get_template(name)
        yield from ()

    def _page(self, edition: Edition, page: Page) -> Generator[str, None, None]:
        template = self._environment.get_template(page.template)
        # Not ``generate``, which rewrites tracebacks before the place of a fault is taken from
        # them.
        yield from template.root_render_func(template.new_context(self._context(edition, page)))

    def _context(self, edition: Edition, page: Page) -> dict[str, Any]:
        site, settings = edition.site, edition.site.settings
        link = (
            partial(_absolute, settings.base_url)
            if _stands_anywhere(page, settings.base_url)
            else partial(addresses.relative, base=page.address)
        )
        document: Document | None = page.context.get("document")
        blocks = self._blocks(edition, document, link)
        stylesheet = self.stylesheet if _stands_alone(page, settings.base_url) else ""
        has_charts = page.template in _CHART_TEMPLATES or any(
            block.kind == "chart" for block in blocks
        )
        return {
            **page.context,
            "page": page,
            "site_title": edition.presenter.figure_text(settings.title),
            "licence": edition.presenter.figure_text(settings.licence),
            "contact": edition.presenter.figure_text(settings.contact),
            "language": formatting.HTML_LANGUAGE[edition.language],
            "w": edition.interface[edition.language],
            "link": link,
            "home": edition.presenter.address(addresses.HOME),
            "address": edition.presenter.address,
            "at": addresses.BY_NAME,
            "page_at": addresses.page,
            "targets_at": addresses.targets_of,
            "topics": edition.topics,
            "accent": _accent(edition, page.topic),
            "written_pages": edition.written_pages,
            "menu": edition.menu,
            "alternates": self._alternates(page),
            "canonical": _canonical(settings.base_url, page.context.get("leads_to", page.address)),
            "public": partial(_canonical, settings.base_url),
            "as_of": formatting.day(settings.as_of, edition.language),
            "digest": site.digest[:12],
            "counts": {
                "figures": len(site.observations),
                "sources": len(edition.printed_in),
                "charts": len(site.charts),
            },
            "evidence_kinds": edition.evidence_kinds,
            "has_charts": has_charts,
            "has_glossary": bool(site.glossary),
            "policy": _policy(stylesheet),
            "stylesheet": Markup(stylesheet),  # noqa: S704 - a stylesheet of the templates, which holds no end of its element
            "root": link(addresses.HOME).removesuffix(addresses.INDEX),
            "search_lists": self._search_lists(edition),
            "blocks": blocks,
            "contents": contents(blocks),
            "charts": edition.charts,
            "drawing": lambda chart: self._shown(edition, chart, link),
            "sizes": {
                offer.address: size_text(self._size_of(offer.address))
                for offer in page.context.get("offers", ())
            },
            "json_text": _json_text,
        }

    @cached_property
    def _size_of(self) -> Callable[[str], int]:
        made = cache(partial(file_size, self.editions))
        return lambda address: self.sizes[address] if address in self.sizes else made(address)

    @staticmethod
    def _search_lists(edition: Edition) -> str:
        """Where the parts of the list to search are, from the site's root."""
        return " ".join(
            edition.presenter.address(addresses.search_list(part)) for part in parts(edition.site)
        )

    def _shown(self, edition: Edition, chart: str, link: Callable[[str], str]) -> ShownChart:
        drawing = self.drawings[chart, edition.language]
        return ShownChart(
            drawing.narrow,
            drawing.wide,
            drawing.conventions,
            _json_text(_marks(edition, chart, link)),
        )

    def _blocks(
        self, edition: Edition, document: Document | None, link: Callable[[str], str]
    ) -> list[ProseBlock]:
        if document is None:
            return []
        figures, terms = self._figure_links[edition.language], self._term_links[edition.language]
        found = prose_blocks(
            document.body, figures, link, lambda path: link(self._linked(edition, path)), terms
        )
        return [self._with_figures(edition, block) for block in found]

    def _with_figures(self, edition: Edition, block: ProseBlock) -> ProseBlock:
        """``block`` with the table or pair that it places."""
        return (
            replace(
                block, shown=figures_together(block.written, edition.presenter, edition.figures)
            )
            if block.written
            else block
        )

    def _linked(self, edition: Edition, target: str) -> str:
        """The file an editor's link leads to: a page in the edition's language, or a file, which
        all languages share.
        """
        path = linked(target, link_targets(edition.site))
        return edition.presenter.address(path) if path.endswith(".html") else path

    def _alternates(self, page: Page) -> list[Alternate]:
        if page.unlocalised == addresses.NOT_FOUND:
            return [_alternate(e, addresses.HOME) for e in self.editions]
        return [_alternate(e, page.unlocalised) for e in self.editions]


def chart_caption(edition: Edition, chart_id: str) -> tuple[str, ...]:
    """The lines below a chart's file: what it is about, what is noted, where from, and which site
    made it as of when.
    """
    chart, presenter = edition.charts[chart_id], edition.presenter
    about = presenter.interface_text("separator").join(
        part for part in (chart.when, chart.where, *_firmness(chart)) if part
    )
    sources = dict.fromkeys(
        presenter.interface_text("source-short").format(publication=s.publication, date=s.date)
        for s in chart.sources
    )
    cited = presenter.interface_text("separator").join(sources)
    site = presenter.interface_text("made-by").format(
        site=presenter.figure_text(edition.site.settings.title),
        date=formatting.day(edition.site.settings.as_of, edition.language),
    )
    return tuple(
        line
        for line in (
            about,
            chart.note,
            presenter.interface_text("source-of").format(sources=cited),
            site,
        )
        if line
    )


def _marks(
    edition: Edition, chart_id: str, link: Callable[[str], str]
) -> dict[str, dict[str, str]]:
    """What each figure of a chart tells a reader who points at its mark."""
    chart, presenter = edition.charts[chart_id], edition.presenter
    separator = presenter.interface_text("separator")

    def told(row: ChartRow) -> dict[str, str]:
        figure = row.figure
        about = (
            row.label,
            "" if figure.is_firm else figure.status_label,
            figure.due,
            figure.when,
            figure.where,
        )
        source = presenter.interface_text("source-short").format(
            publication=figure.source.publication, date=figure.source.date
        )
        return {
            "number": str(figure.text),
            "about": separator.join(filter(None, about)),
            "label": presenter.interface_text("as-printed") + presenter.interface_text("colon"),
            "printed": figure.printed,
            "source": "" if figure.is_derived else source,
            "page": link(figure.address),
        }

    return {row.figure.id: told(row) for row in chart.rows}


def _firmness(chart: ChartView) -> tuple[str, ...]:
    """What a chart shows where nothing of it was observed; beside observations its key tells the
    rest apart, but for what is derived.
    """
    labels = {row.figure.status: row.figure.status_label for row in chart.rows}
    return tuple(
        label for status, label in labels.items() if "observed" not in labels or status == "derived"
    )


def _alternate(edition: Edition, path: str) -> Alternate:
    name = edition.interface[edition.language]["language-name"]
    return Alternate(
        edition.language,
        formatting.HTML_LANGUAGE[edition.language],
        name,
        edition.presenter.address(path),
    )


def _stands_anywhere(page: Page, base_url: str | None) -> bool:
    """Whether a server shows the page at addresses of any depth, so that only absolute links lead
    home.
    """
    return base_url is not None and page.unlocalised == addresses.NOT_FOUND


def _stands_alone(page: Page, base_url: str | None) -> bool:
    """Whether a page is shown at addresses of any depth by a server of which nothing is known: no
    link is sure to lead anywhere.
    """
    return base_url is None and page.unlocalised == addresses.NOT_FOUND


def _policy(stylesheet: str) -> str:
    """The policy of a page: one with a ``stylesheet`` of its own allows just that."""
    if not stylesheet:
        return CONTENT_SECURITY_POLICY
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _absolute(base_url: str | None, address: str) -> str:
    path = urlsplit(base_url or "").path.rstrip("/")
    return f"{path}/{addresses.relative(address, addresses.HOME)}"


def _accent(edition: Edition, slug: str) -> int:
    """Which of the stylesheet's accents a topic has: topics take them in turn, what has no topic
    takes the first.
    """
    slugs = [topic.slug for topic in edition.topics]
    return slugs.index(slug) % ACCENTS if slug in slugs else 0


def _canonical(base_url: str | None, address: str) -> str:
    """The public address of a page, in its short form."""
    return f"{base_url.rstrip('/')}/{address.removesuffix(addresses.INDEX)}" if base_url else ""


def _json_text(value: object) -> Markup:
    """JSON for a script block: no ``<``, ``>`` or ``&`` left that could end it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - every character HTML could act on is escaped
