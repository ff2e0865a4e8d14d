"""The development server: builds into a folder of its own, serves it on this machine only, rebuilds and reloads on save."""

from __future__ import annotations

import glob
import html
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler
from markupsafe import escape

from statsite import addresses, pipeline
from statsite.messages import say
from statsite.problems import Problem
from statsite.render.cache import DrawingCache
from statsite.render.environment import TEMPLATES
from statsite.render.pages import CHART_PAGE_POLICY, CONTENT_SECURITY_POLICY
from statsite.words import TemplatesError
from statsite.write import WriteError, write_site

#: What the reloading script needs besides the published policy: itself, and its web socket.
_DEVELOPMENT_POLICY = f"{CONTENT_SECURITY_POLICY}; script-src 'self' 'unsafe-inline'; connect-src 'self' ws:"


def serve_site(root: Path, port: int, kept: DrawingCache) -> None:
    """Serve the site in ``root`` until interrupted, with what was drawn before from ``kept``. Raises OSError where the port is taken."""
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # by default a save within three seconds of the last is not shown
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        build = _Build(root, target, kept)
        build()
        server = Server()
        for pattern in _watched(root):
            server.watch(pattern, build)
        server.serve(root=str(target), host="127.0.0.1", port=port)


def _watched(root: Path) -> Iterator[str]:
    """Patterns of the files whose change asks for a build, each once."""
    for path in dict.fromkeys(path.resolve() for path in (root / "content", root / "site.yaml", root / "templates", TEMPLATES)):
        yield glob.escape(str(path)) + ("" if path.suffix else "/**")


class _Build:
    """Builds the site, or puts a page that lists the problems in place of each of its pages; livereload calls it on each save."""

    def __init__(self, root: Path, target: Path, kept: DrawingCache) -> None:
        self._root, self._target, self._kept = root, target, kept

    def __call__(self) -> None:
        try:
            self._build()
        except TemplatesError as fault:
            say(f"error: {fault}", err=True)
            self._write((page, problem_page([f"error: {fault}"])) for page in self._pages())
        except WriteError as error:
            say(f"error: {error}", err=True)

    def _build(self) -> None:
        checked = pipeline.check(self._root)
        for problem in checked.problems:
            say(problem, err=True)
        if checked.site is None or checked.errors:
            self._write((page, problem_page(checked.problems)) for page in self._pages())
        else:
            self._write(_for_development(pipeline.files(checked.site, self._root, kept=self._kept)))

    def _write(self, files: Iterable[tuple[str, bytes]]) -> None:
        written = write_site(files, self._target, protected=(self._root,))
        say(f"files: {written.files}, changed: {written.changed}")

    def _pages(self) -> list[str]:
        """Every page that a browser may be showing."""
        return [path.relative_to(self._target).as_posix() for path in sorted(self._target.rglob("*.html"))] or [addresses.HOME]


def _for_development(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files with a policy that lets the reloading script run."""
    plain, charts, allowed = (str(escape(policy)).encode() for policy in (CONTENT_SECURITY_POLICY, CHART_PAGE_POLICY, _DEVELOPMENT_POLICY))
    for path, content in files:
        yield path, content.replace(plain, allowed).replace(charts, allowed) if path.endswith(".html") else content


def problem_page(problems: Iterable[Problem | str]) -> bytes:
    """What the browser shows while the content has errors."""
    rows = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems)
    head = '<head><meta charset="utf-8"><title>Problems</title></head>'
    return f'<!doctype html><html lang="en">{head}<body><h1>Problems</h1><ul>{rows}</ul></body></html>'.encode()
