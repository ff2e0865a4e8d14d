"""Drawings and data files, which are made ahead of the pages, since these show them or tell their
sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from functools import partial
from types import TracebackType
from typing import Final

from msgspec import Struct

from charts import Notice
from statsite import addresses
from statsite.kept_files import File, KeptFiles, MadeFile
from statsite.plan.edition import Edition
from statsite.plan.outputs import (
    data_file,
    drawn_addresses,
    file_groups,
    has_texts,
    made_files,
)
from statsite.processes import Crew, PreparedCrew
from statsite.render.cache import DrawingCache
from statsite.render.captions import card_caption, chart_caption
from statsite.render.context import PageDrawing, accent
from statsite.render.drawings import (
    DrawingOrder,
    described,
    drawing_of,
    get_all_ready,
    get_ready,
)
from statsite.render.notices import notice_described, notice_files, notice_of

#: About so many figures are checked while a chart is drawn.
_CHECKED_MEANWHILE: Final = 32

#: Of the pages of so many figures one process makes those that did not change in less time of a
#: processor than several; of more, it takes longer than these.
_FIGURES_ALONE: Final = 500

#: A chart in a language.
Key = tuple[str, str]


class _Drawn(Struct, frozen=True):
    """A chart that was drawn: its files by the names of their parts, and what pages show of it;
    nothing of one that was withdrawn.
    """

    key: Key
    files: Mapping[str, bytes]
    shown: PageDrawing | None


_Made = list[MadeFile] | _Drawn


class _Shown(Mapping[Key, PageDrawing]):
    """What pages show of the charts that ``keys`` gives, however it is asked for: what is not there
    yet, ``make`` makes, which raises KeyError where there is no such chart.
    """

    def __init__(
        self, keys: Callable[[], Iterator[Key]], make: Callable[[Key], PageDrawing]
    ) -> None:
        self._keys, self._make = keys, make
        self._made = dict[Key, PageDrawing]()

    def put(self, key: Key, shown: PageDrawing) -> None:
        """Take what is shown of a chart that was drawn."""
        self._made[key] = shown

    def __getitem__(self, key: Key) -> PageDrawing:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return self._keys()

    def __len__(self) -> int:
        return sum(1 for _ in self._keys())

    def __reduce__(self) -> tuple[type[dict[Key, PageDrawing]], tuple[dict[Key, PageDrawing]]]:
        """In another process, what is there."""
        return dict, (dict(self._made),)


class Ahead(AbstractContextManager["Ahead"]):
    """Makes drawings and data files by ``most_jobs`` processes, but those that are ``kept`` of the
    site before; ``drawings`` keeps what was drawn.

    ``sizes``, in bytes by address, of the files without texts are whole once all ``files`` were
    given; ``shown``, what pages show of each chart, has what was made, and makes the rest as it is
    asked for.
    """

    def __init__(self, kept: KeptFiles, most_jobs: int, drawings: DrawingCache) -> None:
        self.kept, self.drawings = kept, drawings
        self.sizes = dict[str, int]()
        self.shown = _Shown(self._shown_charts, self._page_drawing)
        self._most_jobs = most_jobs
        self._editions: Sequence[Edition] = ()
        self._untouched = list[File]()
        self._drawers: PreparedCrew[_Made] | None = None
        self._crew: Crew[_Made] | PreparedCrew[_Made] | None = None
        self._left = list[Callable[[], _Made]]()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        if self._drawers is not None:
            self._drawers.end()

    @property
    def jobs(self) -> int:
        """How many processes make files: one where the outline of the site is the same, which
        leaves so few that to begin others takes longer.
        """
        return 1 if self.kept.is_outline_same else self._most_jobs

    def makes_pages_alone(self, editions: Sequence[Edition]) -> bool:
        """Whether the first process makes pages by itself, while others make these files: of a site
        that was built before, of which most may be as they were, and that is not large.
        """
        figures = len(editions[0].site.observations)
        return self.jobs > 1 and bool(self.kept.seen) and figures <= _FIGURES_ALONE

    def get_ready(self) -> None:
        """Have what draws loaded by another process, while this one reads the site: where several
        make files, and all charts are to be drawn since nothing is kept.
        """
        if self._most_jobs > 1 and not self.kept.seen and self.drawings.is_empty:
            with suppress(OSError):  # the system gives no process: it is loaded when it is needed
                self._drawers = PreparedCrew(get_all_ready, self._most_jobs)

    def begin(self, editions: Sequence[Edition]) -> None:
        """Have the files of the ``editions`` made while this process does something else; where it
        turns out that they are of no use, nobody asks for them.
        """
        self._end()
        self._editions, self._untouched = editions, []
        charts, notices = list(self._charts()), list(self._notices())
        drawn = [
            *(partial(_drawn, one, self.drawings) for one in charts),
            *(partial(_noticed, *one, self.drawings) for one in notices),
        ]
        data = list(self._data_files())
        # Drawings first: of data files, which are larger, more would wait until they are taken.
        if self._drawers is not None and self._takes_long(drawn):
            self._drawers.begin(drawn)
            self._crew, self._drawers, self._left = self._drawers, None, data
            return
        has_few, self._left = self._has_few(charts, notices), []
        if self.jobs > 1 and not has_few:
            get_ready()
        if self.makes_pages_alone(editions) and has_few:
            for edition in self._without_texts():
                tuple(
                    edition.figures.values()
                )  # made once, since this process and others tell them
            self._crew = Crew([*drawn, *data], self.jobs - 1, is_beside=True)
        else:
            self._crew = Crew([*drawn, *data], self.jobs)

    def _has_few(
        self, charts: Iterable[DrawingOrder], notices: Iterable[tuple[Key, Notice]]
    ) -> bool:
        """Whether so few are to be drawn, since most are kept from an earlier build, that whoever
        draws one may as well load what draws, while this process goes on.
        """
        told = (*map(described, charts), *(notice_described(one) for _, one in notices))
        return sum(not self.drawings.has(one) for one in told) <= self.jobs

    def begin_once(self, editions: Sequence[Edition]) -> None:
        """Begin with these ``editions``, unless that was done."""
        if self._crew is None or self._editions is not editions:
            self.begin(editions)

    def _takes_long(self, drawn: Sequence[object]) -> bool:
        """Whether to draw these takes as long as to check the figures: otherwise those that make
        data files next would have nothing to do until the first process has checked.
        """
        figures = len(self._editions[0].site.observations)
        return 0 < figures <= len(drawn) * _CHECKED_MEANWHILE

    def files(self, editions: Sequence[Edition]) -> Iterator[File]:
        """The data files and drawings of the ``editions``, in the order in which they are ready."""
        self.begin_once(editions)
        assert self._crew is not None  # noqa: S101 - it has begun
        yield from self._untouched
        yield from self._made_by(self._crew)
        with Crew(self._left, self.jobs) as crew:
            yield from self._made_by(crew)

    def _made_by(self, crew: Crew[_Made] | PreparedCrew[_Made]) -> Iterator[File]:
        """The files that a crew makes."""
        for _, made in crew.made():
            if isinstance(made, _Drawn):
                self._show(made)
                yield from self._drawn_files(made)
            else:
                yield from map(self._file, made)

    def _end(self) -> None:
        if self._crew is not None:
            self._crew.end()

    def _file(self, made: MadeFile) -> File:
        address, content = self.kept.file(made, partial(data_file, self._editions, made.address))
        if not has_texts(self._editions[0].site, address):
            self.sizes[address] = len(content)  # which pages tell, so that no file is made twice
        return address, content

    def _drawn_files(self, drawn: _Drawn) -> Iterator[File]:
        """The files of a chart that was drawn."""
        _, language = drawn.key
        for part, address in drawn_addresses(self._edition(language).site)[drawn.key].items():
            made = self.kept.holding(address, drawn.files[part])
            yield self.kept.file(made, partial(self._again, drawn.key, part))

    def _show(self, made: _Drawn) -> None:
        if made.shown is not None:
            self.shown.put(made.key, made.shown)

    def _data_files(self) -> Iterable[Callable[[], _Made]]:
        for group in file_groups(self._editions[0].site):
            wanted = tuple(one for one in group if not self._is_untouched(one))
            if wanted:
                yield partial(made_files, self._editions, wanted, self.kept)

    def _is_untouched(self, address: str) -> bool:
        """Whether the data file at ``address`` is as it was; it is then given as such."""
        if has_texts(self._editions[0].site, address):
            return False
        found = self.kept.untouched(address)
        if found is not None:
            self._untouched.append(self._file(found))
        return found is not None

    def show_all(self) -> None:
        """Have it made what pages show of every chart."""
        for key in self.shown:
            self.shown[key]  # what is not there is made

    def _shown_charts(self) -> Iterator[Key]:
        """The charts that pages show."""
        for edition in self._editions:
            for chart in edition.site.charts:
                yield chart, edition.language

    def _page_drawing(self, key: Key) -> PageDrawing:
        chart, language = key
        drawing = drawing_of(order(self._edition(language), chart), self.drawings)
        return PageDrawing(drawing.svg, drawing.conventions)

    def _charts(self) -> Iterator[DrawingOrder]:
        for edition in self._without_texts():
            for chart in filter(partial(self._is_redrawn, edition), edition.site.charts):
                yield order(edition, chart)

    def _notices(self) -> Iterator[tuple[Key, Notice]]:
        for edition in self._without_texts():
            for chart in filter(partial(self._is_redrawn, edition), edition.site.withdrawn_charts):
                yield (chart, edition.language), notice_of(edition, chart)

    def _is_redrawn(self, edition: Edition, chart: str) -> bool:
        """Whether a chart is drawn; where it is not, its files are given as they were."""
        key = chart, edition.language
        addresses = drawn_addresses(edition.site)[key]
        left = {part: self.kept.untouched(address) for part, address in addresses.items()}
        if None in left.values():
            return True
        for part, found in left.items():
            if found is not None:
                self._untouched.append(self.kept.file(found, partial(self._again, key, part)))
        return False

    def _again(self, key: Key, part: str) -> bytes:
        """A file of a chart."""
        chart, language = key
        edition = self._edition(language)
        if chart in edition.site.charts:
            return drawing_of(order(edition, chart), self.drawings).files[part]
        return notice_files(notice_of(edition, chart), self.drawings)[part]

    def _edition(self, language: str) -> Edition:
        return {one.language: one for one in self._without_texts()}[language]

    def _without_texts(self) -> Iterator[Edition]:
        """The editions that drawings are made of."""
        return (edition.without_texts for edition in self._editions)


def order(edition: Edition, chart: str) -> DrawingOrder:
    """What is to be drawn of a chart in the edition's language."""
    view, base_url = edition.charts[chart], edition.site.settings.base_url
    return DrawingOrder(
        (chart, edition.language),
        view.on_page,
        view.in_file,
        chart_caption(edition, chart),
        card_caption(edition, chart),
        accent(edition, view.topic),
        addresses.public(base_url, view.address),
    )


def _drawn(order: DrawingOrder, drawings: DrawingCache) -> _Drawn:
    drawing = drawing_of(order, drawings)
    return _Drawn(order.key, drawing.files, PageDrawing(drawing.svg, drawing.conventions))


def _noticed(key: Key, told: Notice, drawings: DrawingCache) -> _Drawn:
    return _Drawn(key, notice_files(told, drawings), None)
