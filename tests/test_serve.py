"""The development server shows the site or its problems, builds again on save, and listens on this
machine only.
"""

from __future__ import annotations

import errno
import gc
import html
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from msgspec import Struct
from tornado.ioloop import IOLoop

from statsite import serve
from statsite.kept_files import Unchanged
from statsite.pipeline import check, files
from statsite.render.cache import DrawingCache
from statsite.serve import problem_page
from statsite.served_folder import ServedFolder
from statsite.values import replace
from statsite.write import WriteError
from tests.support.paths import ROOT, SITES
from tests.support.smallest import SMALLEST, write_files
from tests.support.types import WriteSite

Served = Callable[[Path], "Server"]


LIMIT = 60.0  # seconds that anything may take on a machine under load


class Server:
    """A running ``build.py serve``."""

    def __init__(self, site: Path, temporary: Path | None = None) -> None:
        self.port = free_port()
        command = [
            sys.executable,
            str(ROOT / "build.py"),
            "serve",
            "--site",
            str(site),
            "--port",
            str(self.port),
        ]
        # A suite run in the background ignores Ctrl-C, and so would what it starts.
        heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        self._process = subprocess.Popen(  # noqa: S603 - our own program, started by one thread
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | ({"TMPDIR": str(temporary)} if temporary else {}),
            preexec_fn=heed,  # noqa: PLW1509 - our own program, started by one thread
        )

    def page_with(self, path: str, words: str) -> str:
        """The page at ``path``, as soon as it holds ``words``; fails if it does not in time."""
        until, page = time.monotonic() + LIMIT, ""
        while time.monotonic() < until:
            assert self._process.poll() is None, "the server has ended"
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=LIMIT) as answer:
                    page = answer.read().decode()
            except HTTPError as error:
                error.close()
            except URLError:
                pass  # it does not listen yet
            if words in page:
                return page
            time.sleep(0.1)
        raise AssertionError(f"{path} never held {words}: {page[:400]}")

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Interrupt the server as Ctrl-C does, or ``how`` else, and give its exit status."""
        self._process.send_signal(how)
        try:
            return self._process.wait(LIMIT)
        finally:
            self._process.kill()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served() -> Iterator[Served]:
    """Serves sites until the test ends."""
    running: list[Server] = []

    def serve(site: Path) -> Server:
        running.append(Server(site))
        return running[-1]

    yield serve
    for server in running:
        server.stop()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The smallest site as served, for tests that change no file of it."""
    root = tmp_path_factory.mktemp("plain")
    write_files(root, SMALLEST)
    server = Server(root)
    server.page_with("", "小站")
    yield server
    server.stop()


def test_a_save_is_shown_a_mistake_is_shown_as_a_problem_and_its_repair_as_the_site(
    write_site: WriteSite, served: Served
) -> None:
    root = write_site()
    server = served(root)
    about = root / "content/pages/about/zh.md"

    page = server.page_with("about/index.html", "本站说明")
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].endswith("; connect-src &#39;self&#39; ws:")
    assert "livereload.js" in page
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.port), timeout=LIMIT)

    about.write_text("---\ntitle: 关于\n---\n新的说明。\n", encoding="utf-8")
    server.page_with("about/index.html", "新的说明")

    about.write_text("---\ntitle: 关于\n---\n[[care.bedz]]\n", encoding="utf-8")
    for path in ("about/index.html", "index.html", "en/topics/elderly-care/index.html"):
        problem = server.page_with(
            path, "content/pages/about/zh.md:4:1: error: there is no figure `care.bedz`"
        )
        assert "livereload.js" in problem

    about.write_text("---\ntitle: 关于\n---\n又好了。\n", encoding="utf-8")
    server.page_with("about/index.html", "又好了")
    assert server.stop() == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_however_the_server_is_stopped_no_folder_is_left(
    write_site: WriteSite, tmp_path: Path, how: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    server = Server(write_site(), temporary)
    server.page_with("", "小站")
    assert any(temporary.iterdir())
    assert server.stop(how) == 0
    assert list(temporary.iterdir()) == []


@dataclass
class Loop:
    """A loop that does nothing; ``later`` is what it was asked to do, by when."""

    later: list[tuple[float, object]] = field(default_factory=list)

    def call_later(self, delay: float, callback: object, *_: object) -> object:
        """Note what is asked for."""
        self.later.append((delay, callback))
        return self.later[-1]

    def remove_timeout(self, asked: tuple[float, object]) -> None:
        """Forget what was asked for."""
        self.later = [one for one in self.later if one is not asked]

    def go_on(self) -> None:
        """Do what is asked for next."""
        _, callback = self.later.pop(0)
        assert callable(callback)
        callback()


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Loop:
    """The loop of the server."""
    loop = Loop()
    monkeypatch.setattr(IOLoop, "current", lambda: loop)
    return loop


def is_whole(loop: Loop) -> bool:
    """Whether nothing is left to be done but to tidy up, once nobody asked for a while."""
    return [delay for delay, _ in loop.later] == [1.0]


class Begun(Struct, frozen=True):
    """The builds of a site in ``root`` into ``target`` that a server does."""

    root: Path
    target: Path
    build: serve._Build

    def call_the_bed_a_place(self) -> None:
        """Change a title that every page tells."""
        file = self.root / "site.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("小站", "新站").replace("Little", "New"), encoding="utf-8")

    def is_new(self, path: str) -> bool:
        """Whether a file tells what was changed."""
        text = (self.target / path).read_text(encoding="utf-8")
        return "新站" in text or "New site" in text

    def files(self) -> dict[str, bytes]:
        """The files as they are served, but for what the development server needs beside."""
        return {
            path.relative_to(self.target).as_posix(): path.read_bytes()
            for path in self.target.rglob("*")
            if path.is_file() and path.suffix != ".html"
        }

    def files_from_nothing(self) -> dict[str, bytes]:
        """The same of a server that begins."""
        other = self.target.with_name("other")
        serve._Build(self.root, other, DrawingCache()).whole()  # noqa: SLF001 - as above
        return replace(self, target=other).files()


@pytest.mark.parametrize(("took", "pause"), [(0.0, 0.05), (0.01, 0.2), (3.0, 0.4)])
def test_the_files_are_looked_at_soon_again_but_seldom_where_that_takes_long(
    loop: Loop, monkeypatch: pytest.MonkeyPatch, took: float, pause: float
) -> None:
    times = iter((0.0, took))
    monkeypatch.setattr(time, "monotonic", lambda: next(times))
    assert serve._Watcher().start(lambda: None)  # noqa: SLF001 - when it looks
    assert [delay for delay, _ in loop.later] == [pytest.approx(pause)]


def fail() -> None:
    """What a build does that does not end as it should."""
    raise ZeroDivisionError


def test_after_a_fault_the_files_are_looked_at_again(loop: Loop) -> None:
    with pytest.raises(ZeroDivisionError):
        serve._Watcher().start(fail)  # noqa: SLF001 - that it looks
    assert loop.later


@pytest.fixture
def begun(write_site: WriteSite, tmp_path: Path, loop: Loop) -> Begun:
    """A server of the smallest site, as a browser finds it that shows the page about the site."""
    assert not loop.later
    root, target = write_site(), tmp_path / "served"
    build = serve._Build(root, target, DrawingCache())  # noqa: SLF001 - what it makes, and when
    build.whole()
    build.has_made("about/index.html")
    return Begun(root, target, build)


@pytest.mark.parametrize("is_removed", [False, True], ids=["changed", "removed"])
def test_a_save_during_the_first_build_is_built_again(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, loop: Loop, *, is_removed: bool
) -> None:
    root, first_build, shown = write_site(), serve._Build.whole, list[str]()  # noqa: SLF001 - when it builds

    def save_meanwhile(build: serve._Build) -> None:
        first_build(build)
        for file in (root / "content/pages/about").iterdir():
            if is_removed:
                file.unlink()
            else:
                file.write_text("---\ntitle: About\n---\n新的 new.\n", encoding="utf-8")

    def look_once(server: serve._LocalServer, **where: object) -> None:
        server.watcher.examine()
        while loop.later and not is_whole(loop):
            loop.go_on()
        page = Path(str(where["root"]), "about/index.html")
        shown.append(page.read_text(encoding="utf-8") if page.is_file() else "nothing")

    monkeypatch.setattr(serve._Build, "whole", save_meanwhile)  # noqa: SLF001 - as above
    monkeypatch.setattr(serve._LocalServer, "serve", look_once)  # noqa: SLF001 - as above
    serve.serve_site(root, 0, DrawingCache())
    (page,) = shown
    assert page == "nothing" if is_removed else "新的" in page


def test_what_browsers_show_is_made_at_a_save_and_the_rest_between_their_requests(
    begun: Begun, loop: Loop
) -> None:
    begun.call_the_bed_a_place()
    begun.build()
    assert begun.is_new("about/index.html")
    assert not begun.is_new("en/about/index.html")
    while not begun.is_new("en/about/index.html"):
        assert loop.later
        loop.go_on()
    while not is_whole(loop):
        loop.go_on()
    assert begun.files() == begun.files_from_nothing()


def test_what_is_asked_for_is_as_it_is_after_the_save(begun: Begun) -> None:
    begun.call_the_bed_a_place()
    begun.build()
    for path in ("en/about/index.html", "en/data/index.html", "datapackage.json"):
        begun.build.has_made(path)
        assert begun.is_new(path)


def test_a_save_waits_for_what_the_one_before_left(begun: Begun) -> None:
    begun.call_the_bed_a_place()
    begun.build()
    (begun.root / "content/pages/about/zh.md").unlink()
    begun.build()
    assert begun.is_new("en/about/index.html")


@pytest.mark.parametrize(
    "path", ["about/index.html", "nowhere/index.html", "nowhere", "about.csv", "/index.html"]
)
def test_for_what_the_site_does_not_have_nothing_is_made(begun: Begun, path: str) -> None:
    for file in (begun.root / "content/pages/about").iterdir():
        file.unlink()
    begun.call_the_bed_a_place()
    begun.build()
    assert not begun.build.has_made(path)
    assert begun.build.has_made("404.html")
    assert begun.is_new("404.html")
    assert begun.build.has_made("topics/elderly-care")  # which leads to the page
    assert begun.is_new("topics/elderly-care/index.html")
    assert not begun.is_new("en/index.html")
    begun.build.finish()
    assert begun.is_new("en/index.html")
    assert not (begun.target / "about/index.html").exists()


@pytest.mark.parametrize("name", ["gallery", "one-language", "two-languages"])
def test_whatever_a_site_has_is_made_when_it_is_asked_for(
    name: str, tmp_path: Path, loop: Loop
) -> None:
    assert not loop.later
    target = tmp_path / "served"
    build = serve._Build(SITES / name, target, DrawingCache())  # noqa: SLF001 - what it makes
    build.whole()
    paths = [str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()]
    assert len(paths) > 20
    assert [path for path in paths if not build.has_made(path)] == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (MemoryError(), "error: there is not enough memory"),
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files"),
        (WriteError("cannot write: no space"), "error: cannot write: no space"),
        (RuntimeError("<b>"), "RuntimeError: &lt;b&gt;"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_where_a_build_breaks_off_every_address_says_why_until_the_next_save(
    begun: Begun,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Exception,
    told: str,
) -> None:
    put = ServedFolder._put  # noqa: SLF001 - where a system refuses

    def break_off(folder: ServedFolder, path: str, content: bytes | Unchanged) -> bool:
        if path == "en/about/index.html":
            raise fault
        return put(folder, path, content)

    begun.call_the_bed_a_place()
    with monkeypatch.context() as patch:
        patch.setattr(ServedFolder, "_put", break_off)
        begun.build()
        assert begun.build.has_made("about/index.html")
        assert not begun.build.has_made("en/about/index.html")
    assert not any(map(begun.build.has_made, ("about/index.html", "index.html", "nowhere")))
    assert told in begun.build.fault.decode()
    assert html.unescape(told) in capsys.readouterr().err
    begun.build()
    assert begun.build.has_made("en/index.html")
    assert begun.is_new("en/index.html")
    begun.build.finish()
    assert begun.files() == begun.files_from_nothing()


def test_an_address_that_no_page_has_keeps_no_save_waiting(begun: Begun) -> None:
    begun.build.has_made("nowhere/index.html")
    begun.call_the_bed_a_place()
    begun.build()
    assert not begun.is_new("en/about/index.html")


def test_of_many_pages_the_last_are_made_first(begun: Begun) -> None:
    others = ["areas/index.html", "areas/cn/index.html", "data/index.html", "data/care/index.html"]
    for path in [*others, "index.html", *(f"en/{path}" for path in others)]:
        begun.build.has_made(path)
    begun.call_the_bed_a_place()
    begun.build()
    assert begun.is_new("en/data/index.html")
    assert not begun.is_new("about/index.html")


def test_memory_is_tidied_up_after_a_rest_and_after_ten_saves_without_one(
    begun: Begun, loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidied = list[bool]()
    monkeypatch.setattr(gc, "collect", lambda: tidied.append(True))
    for _ in range(9):
        begun.build()
    assert tidied == []
    begun.build()
    assert tidied == [True]
    while not is_whole(loop):
        loop.go_on()
    loop.go_on()
    assert tidied == [True, True]
    for _ in range(10):
        begun.build()
    assert tidied == [True, True]


def test_what_was_there_before_is_not_tidied_up_during_a_build() -> None:
    with serve._untidied():  # noqa: SLF001 - what a build is done in
        assert gc.get_freeze_count() > 0
    with pytest.raises(ZeroDivisionError), serve._untidied():  # noqa: SLF001 - as above
        fail()
    assert gc.get_freeze_count() == 0


def test_a_site_that_begins_with_a_mistake_is_served_as_its_problems(
    write_site: WriteSite, served: Served
) -> None:
    root = write_site({"templates/404.html.j2": "{{ nobody }}\n"})
    server = served(root)
    server.page_with("", "templates/404.html.j2:1:1: error: &#x27;nobody&#x27; is undefined")
    (root / "templates/404.html.j2").write_text("gone\n", encoding="utf-8")
    server.page_with("", "小站")
    (root / "site.yaml").write_text("title: [\n", encoding="utf-8")
    server.page_with("404.html", "site.yaml:1:8: error")


def test_an_address_that_the_site_lacks_shows_its_own_page_which_reloads(plain: Server) -> None:
    with pytest.raises(HTTPError) as missing:
        urlopen(f"http://localhost:{plain.port}/topics/none.html", timeout=LIMIT)
    assert missing.value.code == 404
    page = missing.value.read().decode()
    assert "小站" in page
    assert "livereload.js" in page


def asked(port: int, path: str, **headers: str) -> int:
    """The status of the server's answer to a request with these headers, which none of a usual
    client's are beside.
    """
    connection = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    try:
        connection.putrequest("GET", path, skip_host=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()


def test_only_who_names_this_machine_is_answered_and_nobody_forces_a_reload(plain: Server) -> None:
    port = plain.port
    without_port = ("127.0.0.1", "localhost", "LOCALHOST", "[::1]")
    own = [*(f"{name}:{port}" for name in without_port), *without_port]
    assert {host: asked(port, "/", Host=host) for host in own} == dict.fromkeys(own, 200)
    strangers = [
        "evil.example",
        f"evil.example:{port}",
        f"127.0.0.1:{port + 1}",
        "127.0.0.2",
        "localhost:",
        f"localhost.evil.example:{port}",
        "",
    ]
    paths = ["/", "/livereload.js", "/livereload", "/forcereload"]
    assert {asked(port, path, Host=host) for host in strangers for path in paths} == {403}

    assert asked(port, "/forcereload", Host=own[0]) == 404
    names = [
        "/%00",
        "/a%00.html",
        f"/{'a' * 5000}",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ]
    assert {
        path: asked(port, path, Host=own[0])
        for path in names
        if asked(port, path, Host=own[0]) not in {403, 404}
    } == {}
    assert asked(port, "/%00", Host=own[0]) == 404

    socket_headers = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    origins = {f"http://localhost:{port}": 101, f"http://127.0.0.1:{port}": 101, "http://evil.example": 403, f"http://localhost:{port + 1}": 403, "http://localhost": 403,
               f"https://localhost:{port}": 403, "null": 403,
               f"http://localhost:{port}.evil.example": 403}  # fmt: skip
    assert {
        origin: asked(port, "/livereload", Host=own[1], Origin=origin, **socket_headers)
        for origin in origins
    } == origins


def test_a_published_site_runs_only_the_scripts_of_the_engine(
    write_site: WriteSite,
) -> None:
    root = write_site()
    pages = {
        path: content.decode()
        for path, content in files(check(root).editions, root)
        if path.endswith(".html")
    }
    assert len(pages) > 10
    for path, page in pages.items():
        assert "default-src &#39;none&#39;" in page, path
        assert not re.search(r"livereload|unsafe-inline|\bws:", page), path
        assert ("script-src &#39;self&#39;;" in page) is ("<script src=" in page), path
        assert ("charts.js" in page) is ('class="chart-figure"' in page), path
    found = (script for page in pages.values() for script in re.findall("<script[^>]*>", page))
    scripts = {re.sub(r"(\.\./)+| data-[^>]*", "", script) for script in found}
    assert scripts <= {
        '<script type="application/ld+json">',
        '<script type="application/json" class="marks">',
        '<script src="static/charts.js" defer>',
        '<script src="static/cite.js" defer>',
        '<script src="static/large-text.js" defer>',
        '<script src="static/search.js" defer>',
    }


def test_the_problem_page_shows_what_is_wrong_as_text(write_site: WriteSite) -> None:
    problems = check(
        write_site({"content/pages/about/zh.md": "---\ntitle: x\n---\n[a](<b>)\n"})
    ).problems
    page = problem_page(problems).decode()
    assert "there is no page `&lt;b&gt;`" in page
    assert "<b>" not in page
    assert "</head>" in page  # where the reloading script is put


def test_a_file_with_the_size_and_the_time_of_the_one_before_is_seen(tmp_path: Path) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "b"
    path.write_text("a: 1\n")
    watcher = serve._Watcher()  # noqa: SLF001 - what it sees
    seen: list[str] = []
    watcher.watch(str(path), lambda: seen.append(path.read_text()))
    watcher.examine()
    seen.clear()
    other.write_text("a: 2\n")
    os.utime(other, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    watcher.examine()
    watcher.examine()
    assert seen == ["a: 2\n"]


@pytest.mark.parametrize("is_folder", [False, True], ids=["file", "folder"])
def test_what_is_moved_to_where_nothing_was_is_seen_however_old_it_is(
    tmp_path: Path, *, is_folder: bool
) -> None:
    content, away = tmp_path / "content", tmp_path / "away"
    for folder in (content, away):
        (folder / "topics").mkdir(parents=True)
    (away / "topics/care.md").write_text("care")
    watcher = serve._Watcher()  # noqa: SLF001 - what it sees
    seen: list[bool] = []
    watcher.watch(f"{content}/**", lambda: seen.append(True))
    watcher.examine()
    watcher._start = time.time() + 60  # noqa: SLF001 - as for what is old
    assert seen == []
    what = "topics" if is_folder else "topics/care.md"
    if is_folder:
        (content / "topics").rmdir()
    (away / what).rename(content / what)
    watcher.examine()
    watcher.examine()
    assert seen == [True]


def test_files_that_are_saved_together_ask_for_one_build(tmp_path: Path) -> None:
    watcher, seen = serve._Watcher(), list[bool]()  # noqa: SLF001 - what it asks for

    def build() -> None:
        seen.append(True)

    paths = [tmp_path / name for name in ("a/x", "b/x", "site.yaml")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text("1")
        watcher.watch(str(path) if path.suffix else f"{path.parent}/**", build)
    assert watcher.examine() == (watcher.filepath, None)
    assert seen == []
    for path in paths:
        path.write_text("22")
    assert watcher.examine()[0] in [str(path) for path in paths]
    assert watcher.examine() == (None, None)
    assert seen == [True]
