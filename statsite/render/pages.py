"""Planned pages to HTML files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial

from jinja2 import Environment, TemplateError
from markupsafe import Markup
from msgspec import Struct

from charts import CONVENTIONS
from statsite import addresses
from statsite.interface_texts import TemplatesError
from statsite.kept_files import File, KeptFiles, MadeFile
from statsite.plan.data_files import readable
from statsite.plan.edition import Edition
from statsite.plan.offers import size_text
from statsite.plan.outputs import (
    Page,
    PagePlan,
    data_file,
    page_plans,
)
from statsite.plan.searching import index
from statsite.problems import Problem
from statsite.processes import Crew
from statsite.render.ahead import Ahead
from statsite.render.compiled_templates import CompiledTemplates
from statsite.render.context import Contexts, PageDrawing, PageVariables
from statsite.render.environment import (
    Templates,
    environment,
    location_of_failure,
    template_error_reason,
    template_problem,
)
from statsite.render.sandbox import RenderFailure, Sandbox, Step, rendered

#: How many faults of templates are listed; who fixes these sees the others.
MOST_TEMPLATE_PROBLEMS = 20

#: A page that is planned, with its edition and the contexts that tell the rest of it.
_Planned = tuple[Contexts, Edition, PagePlan]

#: How many pages of a site that was built before are rendered before several processes share what
#: is left: it may have changed on all of them.
_MOST_ALONE = 128
#: How many pages a process makes at a time: few, so that no process waits long for another's last.
_BATCH = 4


class Renderer(Struct, frozen=True):
    """Renders the pages of all editions of a site with ``templates``."""

    editions: tuple[Edition, ...]
    templates: Templates

    def files(self, ahead: Ahead, first: Collection[str] = ()) -> Iterator[File]:
        """Every static file, chart file, data file and page, one by one; the data files and charts
        are made ``ahead``, and before them the pages at the addresses that are to come ``first``,
        where no template is a stranger's.

        Raises TemplatesError at the first fault of a template.
        """
        yield from self.templates.static.items()
        maker = self._maker(ahead.shown, ahead.sizes, ahead.kept.engine)
        if ahead.jobs > 1:
            maker.get_ready(is_first=not ahead.kept.seen)
        if self.templates.own:
            yield from ahead.files(self.editions)
            ahead.show_all()
            yield from maker.confined_files()
            return
        if first:
            ahead.begin_once(self.editions)  # of which what these pages show is drawn
            yield from maker.files(ahead.kept, 1, lambda address: address in first)
        given, is_alone = {*first}, ahead.makes_pages_alone(self.editions)
        if is_alone:
            ahead.begin_once(self.editions)
            for address, file in maker.files_meanwhile(ahead.kept, given):
                given.add(address)
                yield address, file
        yield from ahead.files(self.editions)
        yield from maker.files(
            ahead.kept, ahead.jobs, lambda address: address not in given, is_alone=is_alone
        )

    def problems(self) -> Iterator[Problem]:
        """``template-fault``: what is wrong in the site's own templates: each is compiled, and
        every page rendered as if its charts were drawn.
        """
        if not self.templates.own:
            return
        blank = PageDrawing(Markup(), tuple(CONVENTIONS))
        shown = {
            (chart, edition.language): blank
            for edition in self.editions
            for chart in edition.charts
        }
        yield from self._maker(shown, {}).problems()

    def _maker(
        self,
        shown: Mapping[tuple[str, str], PageDrawing],
        sizes: Mapping[str, int],
        engine: str = "",
    ) -> PageMaker:
        style = self.templates.static.get(addresses.STYLESHEET, b"").decode("utf-8", "replace")
        inline = style.replace("\r\n", "\n").replace(
            "</", "<\\/"
        )  # as HTML reads it, and without the end of its element
        return PageMaker(
            self.editions, self.templates.texts, self.templates.own, shown, inline, sizes, engine
        )


class PageMaker(Struct, frozen=True, dict=True):
    """Makes the pages of all editions from the ``texts`` of templates; where some are the site's
    ``own``, in a process that may do nothing else.

    ``drawings`` are what pages show of charts, by id and language; ``stylesheet`` is put into a
    page that can lead to none; ``sizes`` are those of files, in bytes by address: one that is not
    among them is made to be measured. ``engine`` is the fingerprint of what makes pages, empty
    where that is not known.
    """

    editions: tuple[Edition, ...]
    texts: Mapping[str, str]
    own: frozenset[str]
    drawings: Mapping[tuple[str, str], PageDrawing]
    stylesheet: str = ""
    sizes: Mapping[str, int] = {}
    engine: str = ""

    def files(
        self,
        kept: KeptFiles,
        jobs: int,
        is_wanted: Callable[[str], bool],
        *,
        is_alone: bool = False,
    ) -> Iterator[File]:
        """The pages whose address ``is_wanted``, in the order in which they are ready; ``jobs``
        processes make them, but those that are ``kept`` of the site before; where it ``is_alone``,
        this process begins. No template may be a stranger's.
        """
        waiting = deque[_Planned]()
        for contexts, edition, plan in self._planned():
            if not is_wanted(plan.address):
                continue
            untouched = None if plan.kind.has_texts else kept.untouched(*plan.made_of(edition))
            if untouched is None:
                told = kept.results.watched(f"contexts {edition.language}", contexts)
                waiting.append((told, edition.watched, plan))
            else:
                yield kept.file(untouched, partial(self._again, contexts, edition, plan))
        if is_alone:
            yield from self._files_alone(kept, waiting)
        works = [partial(self._made, kept, *planned) for planned in waiting]
        with Crew(works, jobs, _BATCH) as crew:
            for number, made in crew.made():
                yield kept.file(made, partial(self._again, *waiting[number]))

    def files_meanwhile(self, kept: KeptFiles, given: Collection[str]) -> Iterator[File]:
        """Pages but those ``given`` that show neither drawings nor how large files are, while
        other processes make these: as many as this process makes alone.
        """
        waiting = deque(
            (kept.results.watched(f"contexts {edition.language}", contexts), edition.watched, plan)
            for contexts, edition, plan in self._planned()
            if not plan.kind.shows_files and plan.address not in given
        )
        yield from self._files_alone(kept, waiting)

    def _files_alone(self, kept: KeptFiles, waiting: deque[_Planned]) -> Iterator[File]:
        """The first of the ``waiting`` pages, which this process makes, as long as most of them may
        be as they were: each of several would take the fingerprints of nearly all that any page is
        told, which takes longer than to tell it.
        """
        changed = 0
        while waiting and changed < _MOST_ALONE:
            planned = waiting.popleft()
            made = self._made(kept, *planned)
            changed += made.content is not None
            yield kept.file(made, partial(self._again, *planned))

    def get_ready(self, *, is_first: bool) -> None:
        """Do what each of several processes would do for itself, while others make what pages wait
        for: put titles in order and, where every file is to be made since this ``is_first``, make
        the lines of tables and compile the templates.
        """
        for edition in self.editions:
            index(edition.without_texts)
            if is_first:
                readable.get_ready(edition.without_texts)
        for name in self.texts if is_first and not self.own else ():
            self._environment.get_template(name)

    def confined_files(self) -> Iterator[tuple[str, bytes]]:
        """Every page with its address, made in a process that may do nothing else."""
        # A final fault is the last answer.
        for step, answer in zip(self.steps(), rendered(self), strict=False):
            if isinstance(answer, RenderFailure):
                raise TemplatesError(self._problem(answer))
            if step.address:
                yield step.address, answer

    def _made(
        self, kept: KeptFiles, contexts: Contexts, edition: Edition, plan: PagePlan
    ) -> MadeFile:
        """The page of a plan, of which only its ``edition`` and the ``contexts`` are told."""
        return kept.made(plan.address, partial(_told, contexts, edition, plan), self._rendered)

    def _again(self, contexts: Contexts, edition: Edition, plan: PagePlan) -> bytes:
        """What the page of a plan holds."""
        return self._rendered(_told(contexts, edition, plan))

    def _rendered(self, told: tuple[str, PageVariables]) -> bytes:
        """The page that is made from a template with what that is told."""
        return self._here(*told)

    def problems(self) -> Iterator[Problem]:
        """The faults of the site's own templates, each once."""
        faults = (answer for answer in rendered(self) if isinstance(answer, RenderFailure))
        seen = set[Problem]()
        for problem in map(self._problem, faults):
            if problem not in seen:
                seen.add(problem)
                yield problem
            if len(seen) > MOST_TEMPLATE_PROBLEMS:
                return

    def _here(self, template: str, told: PageVariables) -> bytes:
        """What a ``template`` gives, rendered in this process: those of the engine are trusted as
        its code is.
        """
        try:
            return "".join(self._text(template, told)).encode()
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
                    *location_of_failure(error, self.own, template),
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
        return _engine_environment(tuple(self.texts.items()), self.engine)

    def _planned(self) -> Iterator[_Planned]:
        """Every page, with its edition and the contexts that tell the rest of it."""
        for contexts, edition in zip(self._contexts, self.editions, strict=True):
            yield from ((contexts, edition, plan) for plan in page_plans(edition))

    @cached_property
    def _contexts(self) -> Sequence[Contexts]:
        """What pages of each edition are told beside their texts."""
        plain = tuple(edition.without_texts for edition in self.editions)
        size_of = _SizeTexts(plain, self.sizes)
        return [
            Contexts(edition, plain, self.drawings, self.stylesheet, size_of) for edition in plain
        ]

    def prepare(self) -> None:
        """Make what templates are told that opens files or takes long, so that no time of theirs is
        spent on it.
        """
        for planned in self._planned():
            _told(*planned)[1].variables()

    def steps(self) -> Iterator[Step]:
        """What is to be done: each of the site's own templates compiled, which gives no text; then
        every page.
        """
        for name in sorted(self.own):
            yield Step(name, "", partial(self._compiled, name))
        for contexts, edition, plan in self._planned():
            page = plan.page(edition)
            yield Step(page.template, page.address, partial(self._page, contexts, page))

    def _compiled(self, name: str) -> Generator[str, None, None]:
        self._environment.get_template(name)
        yield from ()

    def _page(self, contexts: Contexts, page: Page) -> Generator[str, None, None]:
        yield from self._text(page.template, contexts.told(page))

    def _text(self, name: str, told: PageVariables) -> Generator[str, None, None]:
        template = self._environment.get_template(name)
        # Not ``generate``, which rewrites tracebacks before the place of a fault is taken from
        # them.
        yield from template.root_render_func(template.new_context(told.variables()))


def _told(contexts: Contexts, edition: Edition, plan: PagePlan) -> tuple[str, PageVariables]:
    """The template of a page that is planned, and what it is told."""
    page = plan.page(edition)
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
        return (
            self.sizes[address] if address in self.sizes else len(data_file(self.editions, address))
        )


@lru_cache(maxsize=1)
def _engine_environment(texts: tuple[tuple[str, str], ...], engine: str) -> Environment:
    """The environment of the engine's templates, with what was compiled of them: a server builds
    with them at each save.
    """
    return environment(dict(texts), compiled=CompiledTemplates(engine) if engine else None)
