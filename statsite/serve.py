"""The development server: builds into a folder of its own, serves it on this machine only, rebuilds
and reloads on save.
"""

from __future__ import annotations

import gc
import glob
import html
import os
import signal
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler, StaticFileHandler
from livereload.server import LiveScriptInjector
from livereload.watcher import Watcher
from markupsafe import escape
from tornado import web
from tornado.ioloop import IOLoop

from statsite import addresses, pipeline
from statsite.build_record import inputs_of
from statsite.command_group import tell_failure
from statsite.interface_texts import TemplatesError
from statsite.kept_files import File, KeptFiles, Unchanged
from statsite.messages import print_line
from statsite.plan.edition import Edition
from statsite.plan.outputs import outputs
from statsite.problems import Problem
from statsite.render.ahead import Ahead
from statsite.render.cache import DrawingCache
from statsite.render.context import CONTENT_SECURITY_POLICY
from statsite.render.environment import TEMPLATES
from statsite.results import Results
from statsite.served_folder import ServedFolder
from statsite.site_folder import CONTENT, SITE_FILE, TEMPLATES_FOLDER
from statsite.values import replace
from statsite.write import WriteError

#: Who the server listens to, and under which names browsers of this machine reach it.
_ADDRESS = "127.0.0.1"
_NAMES = (_ADDRESS, "localhost", "[::1]")
_HTTP_PORT = 80

#: What the reloading script needs besides the published policy: its web socket.
_DEVELOPMENT_POLICY = f"{CONTENT_SECURITY_POLICY} ws:"

#: How many seconds pass between two looks at the files at least and at most, and how many times as
#: long as a look takes: a server that nobody uses takes a twentieth of a core.
_SHORTEST_PAUSE, _LONGEST_PAUSE, _PAUSES_A_LOOK = 0.05, 0.4, 20
#: How many seconds after a build memory is tidied up: once browsers have loaded what was built.
_REST = 1.0
#: After so many builds it is in any case: each leaves a few MiB that hold themselves in circles.
_BUILDS_UNTIDIED = 10
#: How many seconds pass after the pages that browsers show were made before the rest of the site
#: is, and how long that may keep a browser waiting at a time, but for a file that takes longer.
_HEAD_START, _SLICE = 0.1, 0.02
#: What there is beside the planned files: the folder of static ones, and the list of all.
_UNPLANNED = frozenset({addresses.STATIC, addresses.MANIFEST})
#: So many pages that browsers asked for last are made first.
_PAGES_FIRST = 8


def serve_site(root: Path, port: int, kept: DrawingCache) -> None:
    """Serve the site in ``root`` until interrupted, with what was drawn before from ``kept``.

    Raises OSError where the port is taken.
    """
    LiveReloadHandler.DEFAULT_RELOAD_TIME = (
        0  # by default a save within three seconds of the last is not shown
    )
    with _stopped_by_signals(), tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        build = _Build(root, target, kept)
        server = _LocalServer(build)
        for pattern in _watched(root):
            server.watch(pattern, build)
        server.watcher.examine()  # what is saved from now on, while it is read too, is built again
        build.whole()
        server.serve(root=str(target), host=_ADDRESS, port=port)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Be stopped by what ends a process or closes its terminal as by Ctrl-C, so that no folder is
    left; what is not heeded stays so.
    """
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP)}
    heeded = [one for one, handler in before.items() if handler is signal.SIG_DFL]
    for one in heeded:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in heeded:
            signal.signal(one, signal.SIG_DFL)


class _Local(web.RequestHandler):
    """Answers only those who asked for this machine by name: a page elsewhere whose host name was
    made to lead here is not a reader of this site.
    """

    def prepare(self) -> None:
        """Refuse a request that names another host; one of this machine may be without the port."""
        host = self.request.host.lower()
        if host not in _NAMES and host not in _hosts(self.application.settings["port"]):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)


def _hosts(port: int) -> frozenset[str]:
    """What browsers of this machine call the server."""
    return frozenset(f"{name}:{port}" for name in _NAMES) | (
        frozenset(_NAMES) if port == _HTTP_PORT else frozenset()
    )


class _Files(_Local, StaticFileHandler):  # type: ignore[misc]
    """The files of the site that is built by ``build``."""

    def initialize(self, path: str, default_filename: str, build: _Build) -> None:
        """Take what the application gives each of its handlers."""
        super().initialize(path, default_filename)
        self._build = build

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - the library's signature
        """Send a file, once it is made; a name that no file can have is not found."""
        if not self._build.has_made(
            path if path and path[-1] != "/" else f"{path}{addresses.INDEX}"
        ):
            raise web.HTTPError(
                HTTPStatus.INTERNAL_SERVER_ERROR if self._build.fault else HTTPStatus.NOT_FOUND
            )
        try:
            await super().get(path, include_body)  # type: ignore[misc]
        except (FileNotFoundError, ValueError) as error:
            raise web.HTTPError(HTTPStatus.NOT_FOUND) from error
        except OSError as error:
            tell_failure(error)
            raise web.HTTPError(HTTPStatus.INTERNAL_SERVER_ERROR) from error

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - the library's signature
        """Have browsers ask each time: by themselves they show for a while what they have."""
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """Show why there are no pages, or the site's own page where it has none at an address."""
        page = self._page_of(status_code)
        if not page:
            super().write_error(status_code, **kwargs)
            return
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_extra_headers("")
        self.finish(page)

    def _page_of(self, status_code: int) -> bytes:
        """What is shown beside a status; nothing where there is no such page."""
        if status_code == HTTPStatus.NOT_FOUND:
            self._build.has_made(addresses.NOT_FOUND)
        if self._build.fault:
            return self._build.fault
        page = Path(self.root, addresses.NOT_FOUND)
        return page.read_bytes() if status_code == HTTPStatus.NOT_FOUND and page.is_file() else b""


class _Script(_Local, LiveReloadJSHandler):  # type: ignore[misc]  # the library ships no types
    """The reloading script."""


class _Reload(_Local, LiveReloadHandler):  # type: ignore[misc]
    """The web socket that tells pages to reload."""

    def prepare(self) -> None:
        """Refuse a page of another origin, whatever the request says of itself besides."""
        super().prepare()
        origin = self.request.headers.get("Origin")
        if origin is not None and not self.check_origin(origin):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks is one of this server's."""
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() in _hosts(
            self.application.settings["port"]
        )

    def on_message(self, message: str | bytes) -> None:
        """Take part in the handshake; who sends something else is not a reloading script."""
        try:
            super().on_message(message)
        except (AttributeError, RecursionError, TypeError, ValueError):
            self.close()


class _Watcher(Watcher):  # type: ignore[misc]  # the library ships no types
    """Looks at the files more often than the library, which does so every 0.8 seconds: half of that
    is what a page would wait for on average. A file counts as saved by any sign of its state: the
    library looks at the time alone, which whoever puts a copy in its place may keep. What was not
    there at the look before is new, however old: it may have been moved here.
    """

    def __init__(self) -> None:
        super().__init__()
        self.filepath: str | None = None
        self._has_looked = False

    def examine(self) -> tuple[str | None, object]:
        """Look at all files, and do once what any of their changes asks for: the library builds for
        each pattern with a change. Gives one that was changed.
        """
        if self._changes:
            last: tuple[str, object] = self._changes.pop()
            return last
        self.filepath = None
        due = dict[Callable[[], None], None]()
        for pattern, task in self._tasks.items():
            self._task_mtimes = task["mtimes"]
            if self.is_changed(pattern):
                due[task["func"]] = None
        self._has_looked = True
        for build in due:
            build()
        return self.filepath, None

    def is_file_changed(self, path: str, ignore: None = None) -> bool:  # noqa: ARG002 - the library's signature
        """Whether a file was added, saved or replaced since the last look."""
        try:
            status = os.stat(path)  # noqa: PTH116 - a name, thousands of times a minute
        except OSError:
            return False
        if not stat.S_ISREG(status.st_mode) or self.ignore(path):
            return False
        state = status.st_mtime, status.st_ctime_ns, status.st_ino, status.st_size
        before = self._task_mtimes.get(path)
        self._new_mtimes[path] = state
        is_changed = self._has_looked if before is None else before != state
        if is_changed or before is None:
            self.filepath = path
        return bool(is_changed)

    def start(self, callback: Callable[[], None]) -> bool:
        """Call back at each look at the files, from now on."""
        self._look(callback)
        return True

    def _look(self, callback: Callable[[], None]) -> None:
        loop, began = IOLoop.current(), time.monotonic()
        try:
            callback()
        finally:
            pause = _PAUSES_A_LOOK * (time.monotonic() - began)
            pause = min(max(pause, _SHORTEST_PAUSE), _LONGEST_PAUSE)
            loop.call_later(pause, self._look, callback)


class _LocalServer(Server):  # type: ignore[misc]
    """The reloading server for this machine alone, where nobody else may ask for a reload; it shows
    what ``build`` builds.
    """

    def __init__(self, build: _Build) -> None:
        super().__init__(watcher=_Watcher())
        self._build = build

    def application(
        self,
        port: int,
        host: str,
        liveport: None = None,  # noqa: ARG002 - the library's signature
        debug: None = None,  # noqa: ARG002 - the library's signature
        live_css: bool = True,  # noqa: FBT001, FBT002
    ) -> None:
        """Listen on ``host`` and ``port``."""
        LiveReloadHandler.watcher, LiveReloadHandler.live_css = self.watcher, live_css
        default = self.default_filename
        files = {"path": self.root, "default_filename": default, "build": self._build}
        injector = type(
            "Injector",
            (LiveScriptInjector,),
            {"script": f'<script src="/livereload.js?port={port}"></script>'.encode()},
        )
        handlers: list[Any] = [
            (r"/livereload", _Reload),
            (r"/livereload.js", _Script),
            (r"/(.*)", _Files, files),
        ]
        web.Application(handlers, transforms=[injector], port=port).listen(port, address=host)


def _watched(root: Path) -> Iterator[str]:
    """Patterns of the files whose change asks for a build, each once."""
    for path in dict.fromkeys(
        path.resolve()
        for path in (root / CONTENT, root / SITE_FILE, root / TEMPLATES_FOLDER, TEMPLATES)
    ):
        yield glob.escape(str(path)) + ("" if path.suffix else "/**")


class _Build:
    """Builds the site, or puts a page that lists the problems in place of each of its pages;
    livereload calls it on each save.

    What browsers asked for last is made at once, so that they can load it again; the rest of the
    site is made in between their requests, and what they ask for of it at the latest then. Where a
    build breaks off, ``fault`` is the page that says why, until the next save: what is there may be
    of the save before.
    """

    def __init__(self, root: Path, target: Path, kept: DrawingCache) -> None:
        self._root, self._target, self._kept = root, target, kept
        target.mkdir(parents=True, exist_ok=True)
        self._folder = ServedFolder(target)
        self._results, self._engine = Results(), ""
        self._keys: Mapping[str, str] = {}
        self._asked = dict[str, None]()
        self._left: Iterator[str] = iter(())
        self._made, self._is_whole = set[str](), True
        self._planned: frozenset[str] | None = None
        self.fault = b""
        self._next: object = None
        self._untidied = 0

    def __call__(self) -> None:
        """Build what browsers asked for last; the rest is left to be made later."""
        self.finish()
        if self._untidied >= _BUILDS_UNTIDIED:
            self._tidy_up()
        self._begin()
        self._go_on(lambda: self._made.issuperset(self._asked))
        self._call_later(_HEAD_START)

    def whole(self) -> None:
        """Build all of the site."""
        self.finish()
        self._begin()
        self.finish()

    def finish(self) -> None:
        """Make what is left of the site."""
        self._go_on(lambda: False)

    def has_made(self, path: str) -> bool:
        """Have the file at ``path`` as it is after the last save, and count a page among those that
        browsers ask for; whether there may be such a file, or a folder that has a page.
        """
        wanted = self._wanted(path)
        if wanted is not None and wanted not in self._made:
            self._go_on(lambda: wanted in self._made)
        if path in self._made and path.endswith(".html"):
            self._asked.pop(path, None)
            self._asked[path] = None
        while len(self._asked) > _PAGES_FIRST:
            del self._asked[next(iter(self._asked))]
        return wanted is not None and not self.fault

    def _wanted(self, path: str) -> str | None:
        """The file that is waited for where ``path`` is asked for; None where there is none, though
        one of the save before may be there still.
        """
        if self._planned is None or path.partition("/")[0] in _UNPLANNED or path in self._planned:
            return path
        page = addresses.of_page(path)  # which whoever asks for its folder is led to
        return page if page in self._planned else None

    def _begin(self) -> None:
        self._left, self._made, self._is_whole = self._built_or_told(), set(), False
        self._planned, self.fault = None, b""
        self._untidied += 1

    def _go_on(self, is_enough: Callable[[], bool]) -> None:
        """Make file after file of what is left until that ``is_enough``."""
        with _untidied():
            for path in self._left:
                self._made.add(path)
                if is_enough():
                    return
        self._is_whole = True

    def _call_later(self, pause: float) -> None:
        """Have what is left made, or memory tidied up once all is there."""
        loop = IOLoop.current()
        if self._next is not None:
            loop.remove_timeout(self._next)
        if self._is_whole:
            self._next = loop.call_later(_REST, self._tidy_up)
        else:
            self._next = loop.call_later(pause, self._go_on_for_a_while)

    def _tidy_up(self) -> None:
        """Free what the builds so far left in memory."""
        gc.collect()
        self._untidied = 0

    def _go_on_for_a_while(self) -> None:
        """Make more of what is left; then let browsers have their turn."""
        until = time.monotonic() + _SLICE
        self._go_on(lambda: time.monotonic() > until)
        self._call_later(0)

    def _built_or_told(self) -> Iterator[str]:
        """Build; gives the path of each file once it is made."""
        try:
            yield from self._built_or_problems()
        except WriteError as error:
            told = f"error: {error}"
            print_line(told, err=True)
            self.fault = problem_page([told])
        except Exception as error:  # noqa: BLE001 - whatever it was, the server goes on and tells it
            self.fault = problem_page([tell_failure(error)])

    def _built_or_problems(self) -> Iterator[str]:
        try:
            yield from self._built()
        except TemplatesError as fault:
            yield from self._told(fault.problems)

    def _told(self, problems: Sequence[Problem]) -> Iterator[str]:
        """Put a page that lists the ``problems`` in place of every page that may be shown."""
        self._planned = None
        pages = self._pages()
        yield from self._written((page, problem_page(problems)) for page in pages)

    def _built(self) -> Iterator[str]:
        inputs = inputs_of(self._root, ())
        engine = inputs.engine if inputs else ""
        is_same = bool(engine) and engine == self._engine
        results = self._results.following() if is_same else Results()
        keys = self._keys if is_same else {}
        self._results, self._engine, self._keys = Results(), "", {}
        files = KeptFiles(engine, keys, self._folder.held, results=results)
        with Ahead(files, 1, self._kept) as ahead:
            yield from self._checked_and_written(ahead)
        after = inputs_of(self._root, ())
        if inputs and after and after.engine_states == inputs.engine_states:
            self._results, self._engine, self._keys = results, engine, files.now

    def _checked_and_written(self, ahead: Ahead) -> Iterator[str]:
        checked = pipeline.check(self._root, ahead=ahead, results=ahead.kept.results)
        for problem in checked.problems:
            print_line(problem, err=True)
        if checked.errors:
            yield from self._told(checked.problems)
            return
        self._plan(checked.editions)
        first = frozenset((*self._asked, addresses.NOT_FOUND))
        made = pipeline.files_beside(checked.editions, self._root, ahead, first)
        yield from self._written(_for_development(made))

    def _plan(self, editions: Sequence[Edition]) -> None:
        """Know what there will be, so that nobody waits for a page that there is no more."""
        self._planned = frozenset(one.address for one in outputs(editions[0].site))
        self._asked = {path: None for path in self._asked if path in self._planned}

    def _written(self, files: Iterable[File]) -> Iterator[str]:
        written = yield from self._folder.written(files)
        print_line(f"files: {written.files}, changed: {written.changed}")

    def _pages(self) -> list[str]:
        """Every page that a browser may be showing."""
        return [
            path.relative_to(self._target).as_posix()
            for path in sorted(self._target.rglob("*.html"))
        ] or [addresses.HOME]


@contextmanager
def _untidied() -> Iterator[None]:
    """Do something without a look through what was in memory before: most of that is the results of
    the build before, which takes longer to look through than a page to make.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _for_development(files: Iterable[File]) -> Iterator[File]:
    """The files with a policy that lets the reloading script run."""
    for path, content in files:
        if not path.endswith(".html"):
            yield path, content
        elif isinstance(content, bytes):
            yield path, _with_script(content)
        else:  # it was written so for the save before
            yield path, replace(content, again=partial(_again, content))


def _again(page: Unchanged) -> bytes:
    return _with_script(page.again())


def _with_script(page: bytes) -> bytes:
    published, allowed = (
        str(escape(policy)).encode() for policy in (CONTENT_SECURITY_POLICY, _DEVELOPMENT_POLICY)
    )
    return page.replace(published, allowed)


def problem_page(problems: Iterable[Problem | str]) -> bytes:
    """What the browser shows while the content has errors."""
    rows = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems)
    head = '<head><meta charset="utf-8"><title>Problems</title></head>'
    return (
        f'<!doctype html><html lang="en">{head}<body><h1>Problems</h1><ul>{rows}</ul></body></html>'
    ).encode()
