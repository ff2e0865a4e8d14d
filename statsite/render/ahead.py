"""Drawings and data files, which are made ahead of the pages, since these show them or tell their
sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from types import TracebackType

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
from statsite.processes import Crew
from statsite.render.cache import DrawingCache
from statsite.render.captions import card_caption, chart_caption
from statsite.render.context import PageDrawing, accent
from statsite.render.drawings import DrawingOrder, drawing_of
from statsite.render.notices import notice_files

#: A chart in a language.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A chart that was drawn: its files by the names of their parts, and what pages show of it;
    nothing of one that was withdrawn.
    """

    key: Key
    files: Mapping[str, bytes]
    shown: PageDrawing | None


_Made = list[MadeFile] | _Drawn


class Ahead(AbstractContextManager["Ahead"]):
    """Makes drawings and data files by ``jobs`` processes, but those that are ``kept`` of the site
    before; ``drawings`` keeps what was drawn.

    ``sizes``, in bytes by address, of the files without texts, and ``shown``, what pages show of
    each chart, are whole once all ``files`` were given.
    """

    def __init__(self, kept: KeptFiles, jobs: int, drawings: DrawingCache) -> None:
        self.kept, self.jobs, self.drawings = kept, jobs, drawings
        self.sizes = dict[str, int]()
        self.shown = dict[Key, PageDrawing]()
        self._editions: Sequence[Edition] = ()
        self._untouched = list[MadeFile]()
        self._crew: Crew[_Made] | None = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def begin(self, editions: Sequence[Edition]) -> None:
        """Have the files of the ``editions`` made while this process does something else; where it
        turns out that they are of no use, nobody asks for them.
        """
        self._end()
        self._editions, self._untouched = editions, []
        # Drawings first: of data files, which are larger, more would wait until they are taken.
        self._crew = Crew([*self._charts(), *self._notices(), *self._data_files()], self.jobs)

    def files(self, editions: Sequence[Edition]) -> Iterator[File]:
        """The data files and drawings of the ``editions``, in the order in which they are ready."""
        if self._crew is None or self._editions is not editions:
            self.begin(editions)
        assert self._crew is not None  # noqa: S101 - it has begun
        yield from map(self._file, self._untouched)
        drawn = drawn_addresses(editions[0].site)
        for _, made in self._crew.made():
            if isinstance(made, _Drawn):
                self._show(made)
                yield from ((drawn[made.key][part], made.files[part]) for part in drawn[made.key])
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

    def _show(self, made: _Drawn) -> None:
        if made.shown is not None:
            self.shown[made.key] = made.shown

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
            self._untouched.append(found)
        return found is not None

    def _charts(self) -> Iterable[Callable[[], _Made]]:
        for edition in self._without_texts():
            for chart in edition.charts:
                yield partial(_drawn, order(edition, chart), self.drawings)

    def _notices(self) -> Iterable[Callable[[], _Made]]:
        for edition in self._without_texts():
            for chart in edition.withdrawn_charts:
                yield partial(_noticed, edition, chart, self.drawings)

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


def _noticed(edition: Edition, chart: str, drawings: DrawingCache) -> _Drawn:
    files = notice_files(edition, chart, drawings)
    return _Drawn((chart, edition.language), files, None)
