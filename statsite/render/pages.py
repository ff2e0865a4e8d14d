"""Planned pages to HTML files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from charts import CONVENTIONS
from statsite import addresses
from statsite.interface_texts import TemplatesError
from statsite.kept_files import File, KeptFiles
from statsite.plan.edition import Edition
from statsite.plan.offers import size_text
from statsite.plan.outputs import Page, PagePlan, drawn_files, file_size, page_plans, planned_pages
from statsite.problems import Problem
from statsite.render.cache import DrawingCache
from statsite.render.captions import chart_caption
from statsite.render.context import Contexts, PageDrawing, PageVariables, accent
from statsite.render.drawings import BegunDrawings, ChartDrawing, DrawingOrder, begin_drawing
from statsite.render.environment import (
    Templates,
    environment,
    location_of_failure,
    template_error_reason,
    template_problem,
)
from statsite.render.notices import notice_files
from statsite.render.sandbox import RenderFailure, Sandbox, Step, rendered

#: How many faults of templates are listed; who fixes these sees the others.
MOST_TEMPLATE_PROBLEMS = 20


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
    def _begun(self) -> BegunDrawings:
        return begin_drawing(self._orders(), self.jobs, self.kept)

    @cached_property
    def _drawings(self) -> Mapping[tuple[str, str], ChartDrawing]:
        return self._begun.finish()

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Have the charts drawn, by other processes while this one makes other files."""
        begun = self._begun
        try:
            yield
        finally:
            begun.end()

    def files(self, kept: KeptFiles) -> Iterator[File]:
        """Every page, chart file and static file, one by one.

        Raises TemplatesError at the first fault of a template.
        """
        shown = {key: PageDrawing(one.svg, one.conventions) for key, one in self._drawings.items()}
        yield from self._maker(shown).files_beside(kept)
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
        blank = PageDrawing(Markup(), tuple(CONVENTIONS))
        shown = {
            (chart, edition.language): blank
            for edition in self.editions
            for chart in edition.charts
        }
        yield from self._maker(shown).problems()

    def _maker(self, shown: Mapping[tuple[str, str], PageDrawing]) -> PageMaker:
        style = self.templates.static.get(addresses.STYLESHEET, b"").decode("utf-8", "replace")
        inline = style.replace("\r\n", "\n").replace(
            "</", "<\\/"
        )  # as HTML reads it, and without the end of its element
        return PageMaker(
            self.editions, self.templates.texts, self.templates.own, shown, inline, self.sizes
        )

    def _orders(self) -> Iterator[DrawingOrder]:
        for edition in self.editions:
            for chart in edition.charts.values():
                yield DrawingOrder(
                    (chart.id, edition.language),
                    chart.on_page,
                    chart.in_file,
                    chart_caption(edition, chart.id),
                    accent(edition, chart.topic),
                    addresses.public(edition.site.settings.base_url, chart.address),
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

    def files_beside(self, kept: KeptFiles) -> Iterator[File]:
        """As ``files``, but that those that are ``kept`` of the site before are not made, where no
        template is a stranger's.
        """
        if self.own:
            yield from self.files()
            return
        for edition in self.editions:
            contexts = kept.results.watched(
                f"contexts {edition.language}", self._contexts[edition.language]
            )
            for plan in page_plans(edition):
                tell = partial(_told, contexts, plan)
                yield plan.address, kept.made(plan.address, tell, self._made)

    def _made(self, told: tuple[str, PageVariables]) -> bytes:
        """The page that is made from a template with what that is told."""
        template, variables = told
        return self._here(Step(template, "", partial(self._text, template, variables)))

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
        if self.own:
            return environment(self.texts, Sandbox)
        return _engine_environment(tuple(self.texts.items()))

    @cached_property
    def _contexts(self) -> Mapping[str, Contexts]:
        return {
            edition.language: Contexts(
                edition, self.editions, self.drawings, self.stylesheet, self._size_of
            )
            for edition in self.editions
        }

    @cached_property
    def _size_of(self) -> _SizeTexts:
        return _SizeTexts(self.editions, self.sizes)

    def prepare(self) -> None:
        """Make what templates are told that opens files or takes long, so that no time of theirs is
        spent on it.
        """
        for edition in self.editions:
            for page in planned_pages(edition):
                self._contexts[edition.language].told(page)

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
        yield from self._text(page.template, self._contexts[edition.language].told(page))

    def _text(self, name: str, told: PageVariables) -> Generator[str, None, None]:
        template = self._environment.get_template(name)
        # Not ``generate``, which rewrites tracebacks before the place of a fault is taken from
        # them.
        yield from template.root_render_func(template.new_context(told.variables()))


def _told(contexts: Contexts, plan: PagePlan) -> tuple[str, PageVariables]:
    """The template of a page that is planned, and what it is told."""
    page = plan.page(contexts.edition)
    return page.template, contexts.told(page)


@dataclass(frozen=True)
class _SizeTexts(Mapping[str, str]):
    """How large the files of a site are, in words by address; ``sizes`` are those in bytes of the
    files that were made already, another one is made to be measured.
    """

    editions: tuple[Edition, ...]
    sizes: Mapping[str, int]

    def __getitem__(self, address: str) -> str:
        return self._texts(address)

    def __iter__(self) -> Iterator[str]:
        return iter(self.sizes)

    def __len__(self) -> int:
        return len(self.sizes)

    @cached_property
    def _texts(self) -> Callable[[str], str]:
        return cache(lambda address: size_text(self._bytes_of(address)))

    def _bytes_of(self, address: str) -> int:
        return self.sizes[address] if address in self.sizes else file_size(self.editions, address)


@lru_cache(maxsize=1)
def _engine_environment(texts: tuple[tuple[str, str], ...]) -> Environment:
    """The environment of the engine's templates, with what was compiled of them: a server builds
    with them at each save.
    """
    return environment(dict(texts))
